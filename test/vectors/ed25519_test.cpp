// Ed25519 against RFC 8032 and the edge cases of C2SP/CCTV.
// doc/explanation/ed25519.md says why what is accepted below is safe here.
#include "data.hpp"

#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "record/signature.hpp"

namespace parley::vectors {
namespace {

using record::PublicKey;
using record::SecretKey;
using record::Signature;

bool accepts(const std::string& key, ByteView message, const std::string& signature) {
  return record::verify(*PublicKey::from(*from_hex(key)), message,
                        *Signature::from(*from_hex(signature)));
}

}  // namespace

TEST_CASE("RFC 8032 section 7.1, tests 1 to 3") {
  struct Vector {
    const char* secret;
    const char* key;
    const char* message;
    const char* signature;
  };
  constexpr Vector kVectors[] = {
      {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
       "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
       "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf"
       "9b4"
       "6bd25bf5f0595bbe24655141438e7a100b"},
      {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
       "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
       "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f"
       "11d"
       "8c387b2eaeb4302aeeb00d291612bb0c00"},
      {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
       "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
       "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984"
       "dc6"
       "594a7c15e9716ed28dc027beceea1ec40a"},
  };
  for (const Vector& vector : kVectors) {
    const SecretKey secret = *SecretKey::from_seed(*from_hex(vector.secret));
    const Bytes message = *from_hex(vector.message);
    CHECK(to_hex(secret.public_key().bytes) == vector.key);
    CHECK(to_hex(record::sign(secret, message).bytes) == vector.signature);
    CHECK(accepts(vector.key, message, vector.signature));
  }
}

TEST_CASE("C2SP/CCTV: 43 of 914 edge cases are accepted, those with harmless flags only") {
  const auto file = data("record/cctv/ed25519/ed25519vectors.json");
  if (!file) return;
  // By the flags of a vector, which say what it exercises: how many are accepted, of how many.
  std::map<std::set<std::string>, std::pair<int, int>> counts;
  for (const nlohmann::json& vector : read_json(*file)) {
    std::set<std::string> flags;
    for (const nlohmann::json& flag : vector.at("flags")) flags.insert(flag.get<std::string>());
    const std::string message = vector.at("msg");
    auto& [accepted, all] = counts[flags];
    accepted += accepts(vector.at("key"), bytes_of(message), vector.at("sig"));
    ++all;
  }
  const std::map<std::set<std::string>, std::pair<int, int>> expected{
      {{}, {1, 1}},
      {{"low_order_component_A"}, {7, 7}},
      {{"low_order_component_A", "low_order_component_R"}, {35, 35}},
  };
  int accepted = 0;
  int all = 0;
  for (const auto& [flags, count] : counts) {
    std::string text;
    for (const std::string& flag : flags) text += ' ' + flag;
    CAPTURE(text);
    const auto known = expected.find(flags);
    CHECK(count.first == (known == expected.end() ? 0 : known->second.first));
    if (count.first > 0) {
      std::printf("cctv/ed25519: %d of %d accepted with flags:%s\n", count.first, count.second,
                  text.empty() ? " none" : text.c_str());
    }
    accepted += count.first;
    all += count.second;
  }
  std::printf("cctv/ed25519: %d of %d accepted\n", accepted, all);
  CHECK(accepted == 43);
  CHECK(all == 914);
}

}  // namespace parley::vectors
