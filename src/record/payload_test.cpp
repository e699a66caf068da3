#include "record/payload.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace parley::record {
namespace {

template <class IdType>
IdType id_of(std::uint8_t fill) {
  IdType id;
  id.bytes.fill(fill);
  return id;
}

Payload full() {
  Payload payload;
  payload.kind = "statement";
  payload.version = 2;
  payload.time = 1389571200;
  payload.author = id_of<KeyId>(1);
  payload.office = "desk";
  payload.refs = {id_of<EntryId>(9), id_of<EntryId>(2), id_of<EntryId>(9)};
  PartDigest part;
  part.audience = id_of<AudienceId>(7);
  part.digest.fill(8);
  payload.parts = {{4, part}, {-1, part}};
  payload.body = {{1, "a word"}, {2, cbor::Array{1, nullptr}}};
  return payload;
}

// The payload as a map, to be spoilt.
cbor::Map as_map(const Payload& payload) { return *cbor::decode(encode(payload))->map(); }

bool reads(const cbor::Map& map) { return decode_payload(cbor::encode(map)).has_value(); }

}  // namespace

TEST_CASE("a payload reads back as it was written") {
  CHECK(*decode_payload(encode(full())) == full());
  Payload least;
  least.kind = "x";
  CHECK(to_hex(encode(least)) == "a3016178020108a0");
  CHECK(*decode_payload(encode(least)) == least);
}

TEST_CASE("refs keep their order and may repeat") {
  CHECK(decode_payload(encode(full()))->refs == full().refs);
}

TEST_CASE("what is not a payload") {
  for (const std::int64_t key : {1, 2, 8}) {
    cbor::Map map = as_map(full());
    map.erase(key);
    CAPTURE(key);
    CHECK_FALSE(reads(map));
  }
  const std::pair<std::int64_t, cbor::Value> spoilt[] = {
      {1, ""},                      // no kind
      {1, 5},                       //
      {2, 0},                       // versions count from 1
      {2, -1},                      //
      {2, "1"},                     //
      {3, "now"},                   //
      {4, Bytes(31)},               // no key
      {4, Bytes(33)},               //
      {5, ""},                      // an empty office is not written
      {6, cbor::Array{}},           // nor are no refs
      {6, cbor::Array{Bytes(31)}},  //
      {6, cbor::Array{1}},          //
      {6, cbor::Map{}},             //
      {7, cbor::Map{}},             // nor no parts
      {7, cbor::Map{{4, 1}}},       //
      {7, cbor::Map{{4, cbor::Array{Bytes(16)}}}},
      {7, cbor::Map{{4, cbor::Array{Bytes(16), Bytes(31)}}}},
      {7, cbor::Map{{4, cbor::Array{Bytes(15), Bytes(32)}}}},
      {7, cbor::Map{{4, cbor::Array{Bytes(16), Bytes(32), 0}}}},
      {7, cbor::Map{{1, cbor::Array{Bytes(16), Bytes(32)}}}},  // in the body too
      {8, cbor::Array{}},                                      // no map
      {8, nullptr},                                            //
      {0, 1},                                                  // keys that payloads do not have
      {9, 1},                                                  //
      {-1, 1},                                                 //
  };
  for (const auto& [key, value] : spoilt) {
    cbor::Map map = as_map(full());
    map[key] = value;
    CAPTURE(key);
    const auto read = decode_payload(cbor::encode(map));
    REQUIRE_FALSE(read);
    CHECK(read.error().fault == Fault::kBadInput);
    CHECK(read.error().text().starts_with("payload: "));
  }
  CHECK_FALSE(decode_payload({}));
  CHECK_FALSE(decode_payload(cbor::encode(cbor::Array{})));
}

TEST_CASE("whatever reads as a payload is written as the same bytes") {
  CHECK(rc::check("one byte changed", [] {
    Bytes bytes = encode(full());
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = *rc::gen::arbitrary<std::uint8_t>();
    const auto read = decode_payload(bytes);
    if (read) RC_ASSERT(encode(*read) == bytes);
  }));
  CHECK(rc::check("optional fields present or not", [] {
    Payload payload = full();
    payload.version = *rc::gen::inRange<std::int64_t>(1, INT64_MAX);
    if (*rc::gen::arbitrary<bool>()) payload.time.reset();
    if (*rc::gen::arbitrary<bool>()) payload.author.reset();
    if (*rc::gen::arbitrary<bool>()) payload.office.clear();
    if (*rc::gen::arbitrary<bool>()) payload.refs.clear();
    if (*rc::gen::arbitrary<bool>()) payload.parts.clear();
    if (*rc::gen::arbitrary<bool>()) payload.body = {};
    RC_ASSERT(*decode_payload(encode(payload)) == payload);
  }));
}

}  // namespace parley::record
