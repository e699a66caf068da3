// tree.hpp and subtree.hpp against a naive twin, written as RFC 6962 section 2.1 defines them.
#include "record/tree.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <bit>

#include "record/subtree.hpp"

namespace parley::record {
namespace {

using Leaves = std::span<const Digest>;
using Hashes = std::vector<Digest>;

std::size_t naive_split(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

Digest naive_root(Leaves d) {
  if (d.empty()) return sha256(ByteView{});
  if (d.size() == 1) return d[0];
  const std::size_t k = naive_split(d.size());
  const std::uint8_t prefix[] = {1};
  return sha256({prefix, naive_root(d.first(k)), naive_root(d.subspan(k))});
}

Hashes naive_path(std::size_t m, Leaves d) {
  if (d.size() == 1) return {};
  const std::size_t k = naive_split(d.size());
  Hashes path = m < k ? naive_path(m, d.first(k)) : naive_path(m - k, d.subspan(k));
  path.push_back(m < k ? naive_root(d.subspan(k)) : naive_root(d.first(k)));
  return path;
}

Hashes naive_subproof(std::size_t m, Leaves d, bool complete) {
  if (m == d.size()) return complete ? Hashes{} : Hashes{naive_root(d)};
  const std::size_t k = naive_split(d.size());
  Hashes proof =
      m <= k ? naive_subproof(m, d.first(k), complete) : naive_subproof(m - k, d.subspan(k), false);
  proof.push_back(m <= k ? naive_root(d.subspan(k)) : naive_root(d.first(k)));
  return proof;
}

Hashes some_leaves(std::size_t count) {
  Hashes leaves;
  for (std::size_t i = 0; i < count; ++i) {
    leaves.push_back(leaf_hash(bytes_of("leaf " + std::to_string(i))));
  }
  return leaves;
}

Leaves first(const Hashes& leaves, std::size_t count) { return Leaves(leaves).first(count); }

constexpr std::size_t kExhaustive = 70;

}  // namespace

TEST_CASE("roots of all sizes to 70: compact, threaded and naive are equal") {
  const Hashes leaves = some_leaves(kExhaustive);
  CompactTree tree;
  for (std::size_t size = 0; size <= kExhaustive; ++size) {
    const Digest root = naive_root(first(leaves, size));
    CHECK(tree.size() == size);
    CHECK(tree.root() == root);
    CHECK(root_of(first(leaves, size)) == root);
    CHECK(root_of(first(leaves, size), 3) == root);
    CHECK(CompactTree::from_frontier(size, tree.frontier()) == tree);
    if (size < kExhaustive) tree.append(leaves[size]);
  }
}

TEST_CASE("a frontier has one hash for each bit set in the size") {
  CHECK(CompactTree::from_frontier(0, {}).has_value());
  const Bytes hashes(65 * 32);
  const auto with = [&](std::uint64_t size, std::size_t bytes) {
    return CompactTree::from_frontier(size, ByteView(hashes).first(bytes)).has_value();
  };
  CHECK(with(5, 64));
  CHECK_FALSE(with(5, 32));
  CHECK_FALSE(with(5, 63));
  CHECK_FALSE(with(5, 96));
  CHECK_FALSE(with(0, 32));
  CHECK(with(~std::uint64_t{0}, 64 * 32));
  CHECK_FALSE(with(~std::uint64_t{0}, 65 * 32));
}

TEST_CASE("a big tree has one root at any thread count") {
  // Around the block size and its double, where blocks are full, short and lone.
  const Hashes leaves = some_leaves(5000);
  for (const std::size_t size : {1023, 1024, 1025, 2047, 2048, 2049, 3072, 4097, 5000}) {
    const Digest root = naive_root(first(leaves, size));
    for (const int threads : {-1, 0, 1, 2, 3, 16}) {
      CHECK(root_of(first(leaves, size), threads) == root);
    }
  }
}

TEST_CASE("leaf hashes are the same at any thread count") {
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i) texts.push_back("leaf " + std::to_string(i));
  std::vector<ByteView> contents;
  for (const std::string& text : texts) contents.push_back(bytes_of(text));
  CHECK(leaf_hashes(contents, 1) == some_leaves(3000));
  CHECK(leaf_hashes(contents, 2) == some_leaves(3000));
  CHECK(leaf_hashes({}, 2).empty());
}

TEST_CASE("inclusion of every leaf in every size to 70") {
  const Hashes leaves = some_leaves(kExhaustive);
  for (std::size_t size = 1; size <= kExhaustive; ++size) {
    const Digest root = naive_root(first(leaves, size));
    for (std::size_t index = 0; index < size; ++index) {
      const Hashes proof = *inclusion_proof(leaves, index, size);
      REQUIRE(proof == naive_path(index, first(leaves, size)));
      REQUIRE(verify_inclusion(leaves[index], index, size, proof, root));
      for (std::size_t other = 0; other < size + 2; ++other) {
        if (other == index) continue;
        REQUIRE_FALSE(verify_inclusion(leaves[index], other, size, proof, root));
      }
    }
  }
}

TEST_CASE("consistency of every pair of sizes to 70; subtree verification agrees") {
  const Hashes leaves = some_leaves(kExhaustive);
  Hashes roots;
  for (std::size_t size = 0; size <= kExhaustive; ++size) {
    roots.push_back(naive_root(first(leaves, size)));
  }
  for (std::size_t now = 1; now <= kExhaustive; ++now) {
    for (std::size_t old = 1; old <= now; ++old) {
      const Hashes proof = *consistency_proof(leaves, old, now);
      REQUIRE(proof == naive_subproof(old, first(leaves, now), true));
      REQUIRE(verify_consistency(old, now, proof, roots[old], roots[now]));
      REQUIRE(verify_subtree_consistency(0, old, now, proof, roots[old], roots[now]));
    }
  }
}

TEST_CASE("inclusion in every subtree of sizes to 70") {
  const Hashes leaves = some_leaves(kExhaustive);
  for (std::size_t start = 0; start < kExhaustive; ++start) {
    for (std::size_t end = start + 1; end <= kExhaustive; ++end) {
      REQUIRE(is_subtree(start, end) == (start % std::bit_ceil(end - start) == 0));
      if (!is_subtree(start, end)) continue;
      const Leaves subtree = Leaves(leaves).subspan(start, end - start);
      const Digest root = naive_root(subtree);
      for (std::size_t index = start; index < end; ++index) {
        REQUIRE(verify_subtree_inclusion(leaves[index], index, start, end,
                                         naive_path(index - start, subtree), root));
      }
    }
  }
  CHECK_FALSE(is_subtree(0, 0));
  CHECK_FALSE(is_subtree(1, (std::uint64_t{1} << 63) + 2));
  CHECK(is_subtree(0, (std::uint64_t{1} << 63) + 2));
}

TEST_CASE("proofs are not made outside the tree") {
  const Hashes leaves = some_leaves(5);
  CHECK_FALSE(inclusion_proof(leaves, 0, 0));
  CHECK_FALSE(inclusion_proof(leaves, 5, 5));
  CHECK_FALSE(inclusion_proof(leaves, 0, 6));
  CHECK_FALSE(consistency_proof(leaves, 3, 2));
  CHECK_FALSE(consistency_proof(leaves, 3, 6));
  CHECK(consistency_proof(leaves, 0, 5)->empty());
  CHECK(consistency_proof(leaves, 5, 5)->empty());
  CHECK_FALSE(verify_consistency(0, 5, {}, empty_root(), root_of(leaves)));
  CHECK_FALSE(verify_consistency(0, 0, {}, empty_root(), empty_root()));
}

TEST_CASE("property: a damaged proof does not verify") {
  CHECK(rc::check([] {
    const Hashes leaves = some_leaves(*rc::gen::inRange<std::size_t>(2, 200));
    const auto old = *rc::gen::inRange<std::size_t>(1, leaves.size() + 1);
    const auto index = *rc::gen::inRange<std::size_t>(0, leaves.size());
    const Digest root = root_of(leaves);
    const Digest old_root = root_of(first(leaves, old));
    Hashes path = *inclusion_proof(leaves, index, leaves.size());
    Hashes growth = *consistency_proof(leaves, old, leaves.size());

    const auto damage = [](Hashes& proof) {
      const auto at = *rc::gen::inRange<std::size_t>(0, proof.size() + 1);
      switch (*rc::gen::inRange(0, 4)) {
        case 0:
          if (at == proof.size()) return false;
          proof[at][*rc::gen::inRange<std::size_t>(0, 32)] ^=
              *rc::gen::inRange<std::uint8_t>(1, 255);
          return true;
        case 1:
          if (at == proof.size()) return false;
          proof.erase(proof.begin() + static_cast<std::ptrdiff_t>(at));
          return true;
        case 2:
          proof.insert(proof.begin() + static_cast<std::ptrdiff_t>(at), leaf_hash({}));
          return true;
        default:
          if (at + 1 >= proof.size()) return false;
          std::swap(proof[at], proof[at + 1]);
          return true;
      }
    };
    if (damage(path)) RC_ASSERT(!verify_inclusion(leaves[index], index, leaves.size(), path, root));
    if (damage(growth)) {
      RC_ASSERT(!verify_consistency(old, leaves.size(), growth, old_root, root));
      RC_ASSERT(!verify_subtree_consistency(0, old, leaves.size(), growth, old_root, root));
    }
  }));
}

TEST_CASE("property: both verifications of consistency agree on what is nearly right") {
  CHECK(rc::check([] {
    const Hashes leaves = some_leaves(64);
    const auto now = *rc::gen::inRange<std::size_t>(1, 65);
    const auto old = *rc::gen::inRange<std::size_t>(1, now + 1);
    const Hashes proof = *consistency_proof(leaves, old, now);
    const Digest old_root = root_of(first(leaves, old));
    const Digest root = root_of(first(leaves, now));
    const auto claimed_old = *rc::gen::inRange<std::uint64_t>(1, 70);
    const auto claimed_now = *rc::gen::inRange<std::uint64_t>(1, 70);
    RC_ASSERT(
        verify_consistency(claimed_old, claimed_now, proof, old_root, root).has_value() ==
        verify_subtree_consistency(0, claimed_old, claimed_now, proof, old_root, root).has_value());
  }));
}

}  // namespace parley::record
