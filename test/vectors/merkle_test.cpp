// The Merkle tree against other people's vectors.
#include "data.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "record/subtree.hpp"
#include "record/tree.hpp"

namespace parley::vectors {
namespace {

using nlohmann::json;

// A hash in base64. The vectors also hold strings that are no hashes ("WrongRoot"), where only
// equality with a root matters: these become hashes of their own, which equal nothing else. As a
// leaf or in a path, such a string cannot be put into a Digest at all, and is refused.
Digest root_from(const std::string& text) {
  const Bytes raw = *from_base64(text);
  Digest digest;
  if (raw.size() != digest.size()) return record::leaf_hash(raw);
  std::copy(raw.begin(), raw.end(), digest.begin());
  return digest;
}

std::optional<Digest> hash_from(const std::string& text) {
  if (from_base64(text)->size() != sizeof(Digest)) return std::nullopt;
  return root_from(text);
}

std::optional<std::vector<Digest>> path_from(const json& hashes) {
  std::vector<Digest> path;
  if (hashes.is_null()) return path;
  for (const json& text : hashes) {
    const auto hash = hash_from(text);
    if (!hash) return std::nullopt;
    path.push_back(*hash);
  }
  return path;
}

bool holds(const std::string& kind, const json& vector) {
  const auto number = [&](const char* key) { return vector.at(key).get<std::uint64_t>(); };
  const auto root = [&](const char* key) { return root_from(vector.at(key)); };
  const auto path = path_from(vector.at("proof"));
  if (!path) return false;
  if (kind == "consistency") {
    return record::verify_consistency(number("size1"), number("size2"), *path, root("root1"),
                                      root("root2"))
        .has_value();
  }
  if (kind == "subtreeconsistency") {
    return record::verify_subtree_consistency(number("start"), number("end"), number("size"), *path,
                                              root("root1"), root("root2"))
        .has_value();
  }
  const auto leaf = hash_from(vector.at("leafHash"));
  if (!leaf) return false;
  if (kind == "inclusion") {
    return record::verify_inclusion(*leaf, number("leafIdx"), number("treeSize"), *path,
                                    root("root"))
        .has_value();
  }
  REQUIRE(kind == "subtreeinclusion");
  return record::verify_subtree_inclusion(*leaf, number("leafIdx"), number("start"), number("end"),
                                          *path, root("root"))
      .has_value();
}

}  // namespace

TEST_CASE("transparency-dev/merkle: 518 proofs, of which 36 hold") {
  const auto folder = data("record/transparency-dev-merkle/testdata");
  if (!folder) return;
  int right = 0;
  int accepted = 0;
  int all = 0;
  for (const auto& kind : {"consistency", "inclusion", "subtreeconsistency", "subtreeinclusion"}) {
    int of_kind = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(*folder / kind)) {
      if (file.path().extension() != ".json") continue;
      const json vector = read_json(file.path());
      CAPTURE(file.path().string());
      const bool accepts = holds(kind, vector);
      CHECK(accepts == !vector.at("wantErr").get<bool>());
      right += accepts == !vector.at("wantErr").get<bool>();
      accepted += accepts;
      ++of_kind;
    }
    std::printf("transparency-dev/merkle %s: %d\n", kind, of_kind);
    all += of_kind;
  }
  std::printf("transparency-dev/merkle: %d of %d as expected, %d accepted\n", right, all, accepted);
  CHECK(all == 518);
  CHECK(right == 518);
  CHECK(accepted == 36);
}

TEST_CASE("RFC 6962 reference tree: roots of 0 to 8 leaves, hashes of leaf and node") {
  const auto file = data("record/rfc6962/reference_tree.json");
  if (!file) return;
  const json reference = read_json(*file);
  const json& roots = reference.at("roots_hex_by_size");
  std::vector<Digest> leaves;
  CHECK(roots.size() == 9);
  for (std::size_t size = 0; size < roots.size(); ++size) {
    CHECK(to_hex(record::root_of(leaves)) == roots[size]);
    if (size + 1 == roots.size()) break;
    const std::string leaf = reference.at("leaves_hex").at(size);
    leaves.push_back(record::leaf_hash(*from_hex(leaf)));
  }
  const json& hasher = reference.at("hasher");
  CHECK(to_hex(record::empty_root()) == hasher.at("empty_root"));
  CHECK(to_hex(record::leaf_hash({})) == hasher.at("empty_leaf"));
  CHECK(to_hex(record::leaf_hash(bytes_of("L123456"))) == hasher.at("leaf_L123456"));
  // Its "node" is the hash of strings that are shorter than hashes.
  const std::uint8_t prefix[] = {1};
  CHECK(to_hex(sha256({prefix, bytes_of("N123"), bytes_of("N456")})) ==
        hasher.at("node_N123_N456"));
}

}  // namespace parley::vectors
