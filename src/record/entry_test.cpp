#include "record/entry.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/cbor.hpp"
#include "record/tree.hpp"

namespace parley::record {
namespace {

Header sample() {
  Header header;
  header.dossier.bytes.fill(1);
  header.author.bytes.fill(2);
  header.audience.bytes.fill(3);
  header.commitment.fill(4);
  return header;
}

cbor::Array as_array(const Header& header) { return *cbor::decode(encode(header))->array(); }

}  // namespace

TEST_CASE("a header's bytes are these") {
  std::string expected = "850150";
  for (int i = 0; i < 16; ++i) expected += "01";
  expected += "5820";
  for (int i = 0; i < 32; ++i) expected += "02";
  expected += "50";
  for (int i = 0; i < 16; ++i) expected += "03";
  expected += "5820";
  for (int i = 0; i < 32; ++i) expected += "04";
  CHECK(to_hex(encode(sample())) == expected);
  CHECK(*decode_header(encode(sample())) == sample());
}

TEST_CASE("all headers have one length, whatever they commit to") {
  CHECK(encode(sample()).size() == encode(Header{}).size());
}

TEST_CASE("an entry's id is the RFC 6962 leaf hash of its header") {
  const Bytes header = encode(sample());
  const Bytes zero{0};
  CHECK(entry_id(header).bytes == sha256({zero, header}));
  CHECK(entry_id(header).bytes == leaf_hash(header));
}

TEST_CASE("a later header version is not called wrong") {
  cbor::Array array = as_array(sample());
  array[0] = 2;
  CHECK(decode_header(cbor::encode(array)).error().fault == Fault::kUnsupported);
  CHECK(decode_header(cbor::encode(cbor::Array{99, "whatever it holds"})).error().fault ==
        Fault::kUnsupported);
}

TEST_CASE("what is not a header") {
  for (const std::int64_t version : {0, -1}) {
    cbor::Array array = as_array(sample());
    array[0] = version;
    CHECK(decode_header(cbor::encode(array)).error().fault == Fault::kBadInput);
  }
  for (std::size_t i = 0; i < 5; ++i) {
    cbor::Array array = as_array(sample());
    array[i] = i == 0 ? cbor::Value("1") : cbor::Value(Bytes(15));
    CHECK(decode_header(cbor::encode(array)).error().fault == Fault::kBadInput);
    array[i] = nullptr;
    CHECK_FALSE(decode_header(cbor::encode(array)));
  }
  cbor::Array longer = as_array(sample());
  longer.emplace_back(0);
  CHECK_FALSE(decode_header(cbor::encode(longer)));
  cbor::Array shorter = as_array(sample());
  shorter.pop_back();
  CHECK_FALSE(decode_header(cbor::encode(shorter)));
  CHECK_FALSE(decode_header(cbor::encode(cbor::Array{})));
  CHECK_FALSE(decode_header(cbor::encode(cbor::Map{})));
  CHECK_FALSE(decode_header({}));
}

TEST_CASE("whatever reads as a header is written as the same bytes") {
  CHECK(rc::check("round trip", [] {
    Header header;
    header.dossier.bytes = *rc::gen::arbitrary<std::array<std::uint8_t, 16>>();
    header.author.bytes = *rc::gen::arbitrary<std::array<std::uint8_t, 32>>();
    header.audience.bytes = *rc::gen::arbitrary<std::array<std::uint8_t, 16>>();
    header.commitment = *rc::gen::arbitrary<std::array<std::uint8_t, 32>>();
    RC_ASSERT(*decode_header(encode(header)) == header);
  }));
  CHECK(rc::check("one byte changed, or the end cut off", [] {
    Bytes bytes = encode(sample());
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
    if (*rc::gen::arbitrary<bool>()) bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
    const auto read = decode_header(bytes);
    if (read) RC_ASSERT(encode(*read) == bytes);
  }));
}

TEST_CASE("a commitment is the hash of its domain, salt and payload") {
  Salt salt;
  salt.fill(5);
  const Bytes payload{1, 2, 3};
  CHECK(commit(salt, payload) == sha256({bytes_of("parley/payload/1"), salt, payload}));
  CHECK(commit_part(salt, payload) == sha256({bytes_of("parley/part/1"), salt, payload}));
  CHECK(commit(salt, payload) != commit_part(salt, payload));
  Salt other = salt;
  other[31] = 6;
  CHECK(commit(other, payload) != commit(salt, payload));
}

}  // namespace parley::record
