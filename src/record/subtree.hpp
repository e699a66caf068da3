// Subtrees of a Merkle tree: the leaves [start, end), where `start` is a multiple of the smallest
// power of two that is at least end - start (IETF draft-ietf-plants-merkle-tree-certs, "Subtrees").
//
// Promises: agrees with transparency-dev/merkle, whose vectors it is tested with; a subtree that
// starts at 0 is an older tree, so this is a second, independent check of tree.hpp's verification.
#pragma once

#include <cstdint>
#include <span>

#include "record/tree.hpp"

namespace parley::record {

// Whether [start, end) is a subtree with at least one leaf.
bool is_subtree(std::uint64_t start, std::uint64_t end);

// Error (kBroken): the proof does not show that `leaf` is at `index` (counted in the whole tree) of
// the subtree with this root.
Result<void> verify_subtree_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t start,
                                      std::uint64_t end, std::span<const Digest> proof,
                                      const Digest& root);

// Error (kBroken): the proof does not show that the tree of `size` leaves contains the subtree. An
// empty one, start == end, is in every tree that reaches that far: it takes the empty root and an
// empty proof, and says nothing about the tree.
Result<void> verify_subtree_consistency(std::uint64_t start, std::uint64_t end, std::uint64_t size,
                                        std::span<const Digest> proof, const Digest& subtree_root,
                                        const Digest& tree_root);

}  // namespace parley::record
