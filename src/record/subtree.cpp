#include "record/subtree.hpp"

#include <bit>

namespace parley::record {

bool is_subtree(std::uint64_t start, std::uint64_t end) {
  if (start >= end) return false;
  const std::uint64_t length = end - start;
  constexpr std::uint64_t kLargestPower = std::uint64_t{1} << 63;
  if (length > kLargestPower) return start == 0;
  return start % std::bit_ceil(length) == 0;
}

Result<void> verify_subtree_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t start,
                                      std::uint64_t end, std::span<const Digest> proof,
                                      const Digest& root) {
  if (!is_subtree(start, end)) return fail(Fault::kBroken, "not a subtree");
  if (index < start) return fail(Fault::kBroken, "the leaf is not in the subtree");
  return verify_inclusion(leaf, index - start, end - start, proof, root);
}

Result<void> verify_subtree_consistency(std::uint64_t start, std::uint64_t end, std::uint64_t size,
                                        std::span<const Digest> proof, const Digest& subtree_root,
                                        const Digest& tree_root) {
  if (end > size) return fail(Fault::kBroken, "the subtree is not in the tree");
  if (start == end) {
    if (!proof.empty() || subtree_root != empty_root()) {
      return fail(Fault::kBroken, "an empty subtree with a proof or a root of its own");
    }
    return {};
  }
  if (!is_subtree(start, end)) return fail(Fault::kBroken, "not a subtree");

  // Node positions, climbing: of the subtree's first and last leaf, and of the tree's last.
  std::uint64_t first = start;
  std::uint64_t node = end - 1;
  std::uint64_t last = size - 1;
  const auto climb = [&] { first >>= 1, node >>= 1, last >>= 1; };
  if (node == last) {
    while (first != node) climb();
  } else {
    while (first != node && (node & 1) != 0) climb();
  }
  Digest subtree_hash = subtree_root;
  if (first != node) {
    if (proof.empty()) return fail(Fault::kBroken, "the consistency proof is too short");
    subtree_hash = proof.front();
    proof = proof.subspan(1);
  }
  Digest tree_hash = subtree_hash;
  for (const Digest& sibling : proof) {
    if (last == 0) return fail(Fault::kBroken, "the consistency proof is too long");
    if ((node & 1) != 0 || node == last) {
      if (first < node) subtree_hash = node_hash(sibling, subtree_hash);
      tree_hash = node_hash(sibling, tree_hash);
      while ((node & 1) == 0) climb();
    } else {
      tree_hash = node_hash(tree_hash, sibling);
    }
    climb();
  }
  if (last != 0) return fail(Fault::kBroken, "the consistency proof is too short");
  if (subtree_hash != subtree_root) {
    return fail(Fault::kBroken, "the consistency proof leads to another root of the subtree");
  }
  if (tree_hash != tree_root) {
    return fail(Fault::kBroken, "the consistency proof leads to another root of the tree");
  }
  return {};
}

}  // namespace parley::record
