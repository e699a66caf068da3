#include "exchange/linked.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "exchange/match_testing.hpp"

namespace parley::exchange {
namespace {

using testing::key;

record::EntryId some_id() {
  record::EntryId id;
  for (auto& byte : id.bytes) byte = *rc::gen::arbitrary<std::uint8_t>();
  return id;
}

linkage::Fitted some_fitted() {
  linkage::Fitted out;
  out.matched_ppm = *rc::gen::arbitrary<std::uint32_t>();
  out.iterations = *rc::gen::inRange(0u, 100u);
  out.found_ppm = *rc::gen::inRange(0u, 1'000'001u);
  out.again_ppm = *rc::gen::inRange(0u, 1'000'001u);
  out.features.resize(*rc::gen::inRange<std::size_t>(0, 4));
  for (auto& levels : out.features) {
    for (auto& ppm : levels.m_ppm) ppm = *rc::gen::inRange(0u, 1'000'001u);
    for (auto& ppm : levels.u_ppm) ppm = *rc::gen::inRange(0u, 1'000'001u);
  }
  return out;
}

LinkedPair some_pair(const std::vector<record::EntryId>& people) {
  LinkedPair out;
  out.a = *rc::gen::elementOf(people);
  out.b = *rc::gen::distinctFrom(rc::gen::elementOf(people), out.a);
  out.millibits = *rc::gen::inRange(-90'000, 90'000);
  out.probability_ppm = *rc::gen::inRange(0u, 1'000'001u);
  for (int i = 0; i < 6; ++i) {
    if (*rc::gen::arbitrary<bool>()) out.doubts.push_back(static_cast<linkage::Doubt>(i));
  }
  out.teaches = *rc::gen::inRange(0u, 1'000'001u);
  out.standing = out.doubts.empty() ? linkage::Standing::kSure : linkage::Standing::kQueued;
  return out;
}

Linkage some_linkage() {
  std::vector<record::EntryId> people;
  for (int i = 0; i < 5; ++i) people.push_back(some_id());
  Linkage out;
  out.size = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
  out.root[0] = *rc::gen::arbitrary<std::uint8_t>();
  out.engine = *rc::gen::inRange(1, 9);
  out.bounds.margin = *rc::gen::inRange(-10'000, 10'000);
  out.bounds.candidates = *rc::gen::inRange(1u, 500u);
  out.sets.resize(*rc::gen::inRange<std::size_t>(0, 4));
  for (LinkedSet& set : out.sets) {
    set.kind = *rc::gen::element(PairKind::kClaim, PairKind::kDuplicate);
    set.a = "north-sought";
    set.b = "south-held";
    set.people_a = *rc::gen::inRange(0u, 10'000u);
    set.fitted = some_fitted();
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) set.pairs.push_back(some_pair(people));
  }
  return out;
}

}  // namespace

TEST_CASE("a linkage read back is what was written; its bytes are canonical") {
  CHECK(rc::check("round trip", [] {
    const Linkage linkage = some_linkage();
    const record::Payload payload = to_payload(linkage);
    const auto back = linkage_from(payload);
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == linkage);
    RC_ASSERT(to_payload(*back) == payload);
  }));
}

TEST_CASE("a linkage that is not as it is written is refused") {
  Linkage linkage;
  linkage.size = 9;
  linkage.engine = 1;
  LinkedPair pair;
  pair.a = dossier::testing::id_of("a");
  pair.b = dossier::testing::id_of("b");
  LinkedPair other = pair;
  std::swap(other.a, other.b);
  other.doubts = pair.doubts = {linkage::Doubt::kRival};
  linkage.sets.push_back({PairKind::kClaim, "s", "h", 1, 1, {}, {pair, other}});
  const record::Payload good = to_payload(linkage);
  REQUIRE(linkage_from(good));

  record::Payload bad = good;
  cbor::Array people = *good.body.at(5).array();
  people.emplace_back(dossier::testing::id_of("nobody's").view());
  bad.body[5] = people;
  CHECK_FALSE(linkage_from(bad));
  for (const std::int64_t field : {1, 2, 3, 4, 5}) {
    bad = good;
    bad.body.erase(field);
    CHECK_FALSE(linkage_from(bad));
  }
  bad = good;
  bad.body.emplace(99, 1);
  CHECK_FALSE(linkage_from(bad));
  bad = good;
  bad.version = 2;
  CHECK(linkage_from(bad).error().fault == Fault::kUnsupported);
  Linkage alone = linkage;
  alone.sets[0].pairs[0].b = alone.sets[0].pairs[0].a;
  CHECK_FALSE(linkage_from(to_payload(alone)));
  linkage.sets[0].pairs[0].doubts.clear();  // queued without a doubt
  CHECK_FALSE(linkage_from(to_payload(linkage)));
}

TEST_CASE("linkages fold in the order of the record; the latest counts") {
  testing::Exchange exchange;
  Linkage linkage;
  linkage.size = 3;
  linkage.engine = 1;
  exchange.say(linkage, key(1));
  linkage.size = 8;
  exchange.say(linkage, key(1));
  const Linkages all = fold_linkages(exchange.raw());
  REQUIRE(all.latest() != nullptr);
  CHECK(all.latest()->value.size == 8);
  CHECK(all.all[0].value.finds_the_same(all.all[1].value));
  CHECK(all.problems.empty());
}

}  // namespace parley::exchange
