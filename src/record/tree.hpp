// The Merkle tree of RFC 6962 over SHA-256: roots, proofs, and their verification.
//
// Promises: the hashes and proofs of RFC 6962 section 2.1 and the verification of RFC 9162 sections
// 2.1.3.2 and 2.1.4.2, so any Certificate Transparency tool agrees; the same root at any thread
// count; memory of O(log n) beside the leaves; no recursion.
// Does not: store a tree. Making a proof costs time O(n); verifying one, O(log n).
// A "leaf" below is a leaf's hash, never its content, unless it says otherwise.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/hash.hpp"

namespace parley::record {

// The root of the tree without leaves: SHA-256 of nothing.
Digest empty_root();
// SHA-256(0x00 || content).
Digest leaf_hash(ByteView content);
// SHA-256(0x01 || left || right).
Digest node_hash(const Digest& left, const Digest& right);

// A tree that only grows and forgets its leaves: it keeps the roots of the perfect subtrees that
// make it up, one for each bit set in its size (its frontier).
class CompactTree {
 public:
  CompactTree() = default;
  // From what frontier() gave. Error (kBadInput): not one hash for each bit set in `size`.
  static Result<CompactTree> from_frontier(std::uint64_t size, ByteView frontier);

  void append(const Digest& leaf);
  std::uint64_t size() const { return size_; }
  Digest root() const;
  // The frontier's hashes end to end, from the left, so the largest subtree first; empty at size 0.
  Bytes frontier() const;

  bool operator==(const CompactTree&) const = default;

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> roots_;  // of the perfect subtrees, largest first
};

// The hash of each content, in order, by `threads` threads (fewer than 1 means 1).
std::vector<Digest> leaf_hashes(std::span<const ByteView> contents, int threads = 1);

// The root of the tree over `leaves`, by `threads` threads (fewer than 1 means 1).
Digest root_of(std::span<const Digest> leaves, int threads = 1);

// The audit path of the leaf at `index` in the tree of the first `size` leaves (RFC 6962, 2.1.1),
// from the leaf's sibling upwards. Error (kUsage): index >= size, or size > leaves.size().
Result<std::vector<Digest>> inclusion_proof(std::span<const Digest> leaves, std::uint64_t index,
                                            std::uint64_t size, int threads = 1);

// The proof that the tree of the first `new_size` leaves extends that of the first `old_size`
// (RFC 6962, 2.1.2). Empty if the sizes are equal or old_size is 0.
// Error (kUsage): old_size > new_size, or new_size > leaves.size().
Result<std::vector<Digest>> consistency_proof(std::span<const Digest> leaves,
                                              std::uint64_t old_size, std::uint64_t new_size,
                                              int threads = 1);

// Error (kBroken): the proof does not show that `leaf` is at `index` of the tree with this size and
// root: out of range, too short, too long, or another root.
Result<void> verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size,
                              std::span<const Digest> proof, const Digest& root);

// Error (kBroken): the proof does not show that the new tree extends the old one. An old size of 0
// is always an error: every tree extends the empty one, so nothing would be shown.
Result<void> verify_consistency(std::uint64_t old_size, std::uint64_t new_size,
                                std::span<const Digest> proof, const Digest& old_root,
                                const Digest& new_root);

}  // namespace parley::record
