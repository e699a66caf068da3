#include "record/tree.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstring>
#include <string>
#include <thread>

namespace parley::record {
namespace {

// Runs work(0) ... work(count - 1), each once, in no order.
template <class Work>
void for_each_block(std::size_t count, int threads, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t wanted = threads < 1 ? 1 : static_cast<std::size_t>(threads);
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min(wanted, count); ++i) others.emplace_back(run);
  run();
}

// The largest power of two smaller than n; n >= 2.
std::uint64_t split_of(std::uint64_t n) { return std::bit_floor(n - 1); }

bool is_odd(std::uint64_t n) { return (n & 1) != 0; }

// Leaves a thread takes at a time: a perfect subtree of 2^10.
constexpr std::size_t kBlock = 1024;

}  // namespace

Digest empty_root() { return sha256(ByteView{}); }

Digest leaf_hash(ByteView content) {
  constexpr std::uint8_t kPrefix = 0;
  return sha256({ByteView(&kPrefix, 1), content});
}

Digest node_hash(const Digest& left, const Digest& right) {
  constexpr std::uint8_t kPrefix = 1;
  return sha256({ByteView(&kPrefix, 1), left, right});
}

Result<CompactTree> CompactTree::from_frontier(std::uint64_t size, ByteView frontier) {
  const auto count = static_cast<std::size_t>(std::popcount(size));
  if (frontier.size() != count * 32) {
    return fail(Fault::kBadInput, "the frontier of a tree of " + std::to_string(size) +
                                      " leaves has " + std::to_string(count * 32) + " bytes, not " +
                                      std::to_string(frontier.size()));
  }
  CompactTree tree;
  tree.size_ = size;
  tree.roots_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::memcpy(tree.roots_[i].data(), frontier.data() + i * 32, 32);
  }
  return tree;
}

void CompactTree::append(const Digest& leaf) {
  Digest root = leaf;
  for (std::uint64_t rest = size_; is_odd(rest); rest >>= 1) {
    root = node_hash(roots_.back(), root);
    roots_.pop_back();
  }
  roots_.push_back(root);
  ++size_;
}

Digest CompactTree::root() const {
  if (roots_.empty()) return empty_root();
  Digest root = roots_.back();
  for (std::size_t i = roots_.size() - 1; i > 0; --i) root = node_hash(roots_[i - 1], root);
  return root;
}

Bytes CompactTree::frontier() const {
  Bytes out;
  out.reserve(roots_.size() * 32);
  for (const Digest& root : roots_) parley::append(out, root);
  return out;
}

std::vector<Digest> leaf_hashes(std::span<const ByteView> contents, int threads) {
  std::vector<Digest> out(contents.size());
  for_each_block((contents.size() + kBlock - 1) / kBlock, threads, [&](std::size_t block) {
    const std::size_t end = std::min((block + 1) * kBlock, contents.size());
    for (std::size_t i = block * kBlock; i < end; ++i) out[i] = leaf_hash(contents[i]);
  });
  return out;
}

Digest root_of(std::span<const Digest> leaves, int threads) {
  if (leaves.size() > kBlock) {
    // All blocks but the last are perfect subtrees of one height, so the tree over the blocks'
    // roots is the upper part of the tree over the leaves.
    std::vector<Digest> roots((leaves.size() + kBlock - 1) / kBlock);
    for_each_block(roots.size(), threads, [&](std::size_t block) {
      const std::size_t begin = block * kBlock;
      roots[block] = root_of(leaves.subspan(begin, std::min(kBlock, leaves.size() - begin)));
    });
    return root_of(roots, threads);
  }
  CompactTree tree;
  for (const Digest& leaf : leaves) tree.append(leaf);
  return tree.root();
}

Result<std::vector<Digest>> inclusion_proof(std::span<const Digest> leaves, std::uint64_t index,
                                            std::uint64_t size, int threads) {
  if (size > leaves.size()) return fail(Fault::kUsage, "a tree larger than its leaves");
  if (index >= size) return fail(Fault::kUsage, "a leaf outside the tree");
  std::vector<Digest> proof;
  leaves = leaves.first(size);
  while (leaves.size() > 1) {
    const std::uint64_t split = split_of(leaves.size());
    const auto left = leaves.first(split);
    const auto right = leaves.subspan(split);
    if (index < split) {
      proof.push_back(root_of(right, threads));
      leaves = left;
    } else {
      proof.push_back(root_of(left, threads));
      leaves = right;
      index -= split;
    }
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

Result<std::vector<Digest>> consistency_proof(std::span<const Digest> leaves,
                                              std::uint64_t old_size, std::uint64_t new_size,
                                              int threads) {
  if (new_size > leaves.size()) return fail(Fault::kUsage, "a tree larger than its leaves");
  if (old_size > new_size) return fail(Fault::kUsage, "an old tree larger than the new one");
  std::vector<Digest> proof;
  if (old_size == 0) return proof;
  leaves = leaves.first(new_size);
  bool known = true;  // the subtree that is left is the old tree itself: its root need not be told
  while (old_size < leaves.size()) {
    const std::uint64_t split = split_of(leaves.size());
    const auto left = leaves.first(split);
    const auto right = leaves.subspan(split);
    if (old_size <= split) {
      proof.push_back(root_of(right, threads));
      leaves = left;
    } else {
      proof.push_back(root_of(left, threads));
      leaves = right;
      old_size -= split;
      known = false;
    }
  }
  if (!known) proof.push_back(root_of(leaves, threads));
  std::reverse(proof.begin(), proof.end());
  return proof;
}

Result<void> verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size,
                              std::span<const Digest> proof, const Digest& root) {
  if (index >= size) return fail(Fault::kBroken, "the inclusion proof's index is out of range");
  // Both numbers are node positions, climbing: of the leaf's ancestor, and of the last node.
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Digest hash = leaf;
  for (const Digest& sibling : proof) {
    if (last == 0) return fail(Fault::kBroken, "the inclusion proof is too long");
    if (is_odd(node) || node == last) {
      hash = node_hash(sibling, hash);
      while (!is_odd(node) && node != 0) node >>= 1, last >>= 1;
    } else {
      hash = node_hash(hash, sibling);
    }
    node >>= 1, last >>= 1;
  }
  if (last != 0) return fail(Fault::kBroken, "the inclusion proof is too short");
  if (hash != root) return fail(Fault::kBroken, "the inclusion proof leads to another root");
  return {};
}

Result<void> verify_consistency(std::uint64_t old_size, std::uint64_t new_size,
                                std::span<const Digest> proof, const Digest& old_root,
                                const Digest& new_root) {
  if (old_size == 0) return fail(Fault::kBroken, "consistency with an empty tree shows nothing");
  if (old_size > new_size) return fail(Fault::kBroken, "the new tree is smaller than the old one");
  if (old_size == new_size) {
    if (!proof.empty()) return fail(Fault::kBroken, "the consistency proof is too long");
    if (old_root != new_root) {
      return fail(Fault::kBroken, "two roots for one tree size");
    }
    return {};
  }
  if (proof.empty()) return fail(Fault::kBroken, "the consistency proof is too short");
  std::uint64_t node = old_size - 1;
  std::uint64_t last = new_size - 1;
  while (is_odd(node)) node >>= 1, last >>= 1;
  // A perfect old tree is itself the first node, which the proof leaves out.
  const bool perfect = std::has_single_bit(old_size);
  Digest old_hash = perfect ? old_root : proof.front();
  Digest new_hash = old_hash;
  for (const Digest& sibling : perfect ? proof : proof.subspan(1)) {
    if (last == 0) return fail(Fault::kBroken, "the consistency proof is too long");
    if (is_odd(node) || node == last) {
      old_hash = node_hash(sibling, old_hash);
      new_hash = node_hash(sibling, new_hash);
      while (!is_odd(node) && node != 0) node >>= 1, last >>= 1;
    } else {
      new_hash = node_hash(new_hash, sibling);
    }
    node >>= 1, last >>= 1;
  }
  if (last != 0) return fail(Fault::kBroken, "the consistency proof is too short");
  if (old_hash != old_root) {
    return fail(Fault::kBroken, "the consistency proof leads to another old root");
  }
  if (new_hash != new_root) {
    return fail(Fault::kBroken, "the consistency proof leads to another new root");
  }
  return {};
}

}  // namespace parley::record
