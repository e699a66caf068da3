#include "base/cbor.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <utility>

namespace parley::cbor {
namespace {

Bytes hex(std::string_view text) { return *from_hex(text); }

std::string utf8(std::uint32_t point) {
  std::string out;
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (point >> shift & 0x3F)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    tail(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    tail(12), tail(6), tail(0);
  }
  return out;
}

rc::Gen<std::string> any_text() {
  const auto point = rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 0x80),
                                    rc::gen::inRange<std::uint32_t>(0x80, 0xD800),
                                    rc::gen::inRange<std::uint32_t>(0xE000, 0x110000));
  return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(point),
                      [](const std::vector<std::uint32_t>& points) {
                        std::string text;
                        for (const std::uint32_t p : points) text += utf8(p);
                        return text;
                      });
}

// Integers near the edges of each width of the encoding, and any others.
rc::Gen<std::int64_t> any_integer() {
  return rc::gen::oneOf(
      rc::gen::arbitrary<std::int64_t>(),
      rc::gen::map(rc::gen::tuple(rc::gen::element(0LL, 24LL, 256LL, 65536LL, 4294967296LL),
                                  rc::gen::inRange(-2, 3), rc::gen::arbitrary<bool>()),
                   [](const std::tuple<long long, int, bool>& t) {
                     const std::int64_t value = std::get<0>(t) + std::get<1>(t);
                     return std::get<2>(t) ? value : -value;
                   }),
      rc::gen::element(INT64_MIN, INT64_MIN + 1, INT64_MAX, INT64_MAX - 1));
}

rc::Gen<Value> any_value(int depth) {
  const auto value = [](auto x) { return Value(std::move(x)); };
  const auto scalar =
      rc::gen::oneOf(rc::gen::just(Value(nullptr)), rc::gen::map(rc::gen::arbitrary<bool>(), value),
                     rc::gen::map(any_integer(), value), rc::gen::map(any_text(), value),
                     rc::gen::map(rc::gen::arbitrary<Bytes>(), value));
  if (depth == 0) return scalar;
  const auto few = rc::gen::inRange<std::size_t>(0, 5);
  return rc::gen::oneOf(
      scalar,
      rc::gen::mapcat(few,
                      [=](std::size_t n) {
                        return rc::gen::map(rc::gen::container<Array>(n, any_value(depth - 1)),
                                            value);
                      }),
      rc::gen::mapcat(few, [=](std::size_t n) {
        const auto pair = rc::gen::pair(any_integer(), any_value(depth - 1));
        return rc::gen::map(
            rc::gen::container<std::vector<std::pair<std::int64_t, Value>>>(n, pair),
            [](const std::vector<std::pair<std::int64_t, Value>>& pairs) {
              return Value(Map(pairs.begin(), pairs.end()));
            });
      }));
}

// `levels` arrays of one element around a zero.
Bytes nested(int levels) {
  Bytes out(static_cast<std::size_t>(levels), 0x81);
  out.push_back(0);
  return out;
}

}  // namespace

TEST_CASE("the values of RFC 8949, appendix A, that a record may hold") {
  Array up_to_25;
  for (int i = 1; i <= 25; ++i) up_to_25.emplace_back(i);
  const std::pair<Value, std::string_view> known[] = {
      {0, "00"},
      {1, "01"},
      {10, "0a"},
      {23, "17"},
      {24, "1818"},
      {25, "1819"},
      {100, "1864"},
      {1000, "1903e8"},
      {1000000, "1a000f4240"},
      {std::int64_t{1000000000000}, "1b000000e8d4a51000"},
      {-1, "20"},
      {-10, "29"},
      {-100, "3863"},
      {-1000, "3903e7"},
      {false, "f4"},
      {true, "f5"},
      {nullptr, "f6"},
      {Bytes{}, "40"},
      {Bytes{1, 2, 3, 4}, "4401020304"},
      {"", "60"},
      {"a", "6161"},
      {"IETF", "6449455446"},
      {"\"\\", "62225c"},
      {"\u00fc", "62c3bc"},
      {"\u6c34", "63e6b0b4"},
      {"\U00010151", "64f0908591"},
      {Array{}, "80"},
      {Array{1, 2, 3}, "83010203"},
      {Array{1, Array{2, 3}, Array{4, 5}}, "8301820203820405"},
      {up_to_25, "98190102030405060708090a0b0c0d0e0f101112131415161718181819"},
      {Map{}, "a0"},
      {Map{{1, 2}, {3, 4}}, "a201020304"},
      // The ends of what a signed integer of 64 bits holds.
      {INT64_MAX, "1b7fffffffffffffff"},
      {INT64_MIN, "3b7fffffffffffffff"},
  };
  for (const auto& [value, text] : known) {
    CAPTURE(text);
    CHECK(to_hex(encode(value)) == text);
    const auto decoded = decode(hex(text));
    REQUIRE(decoded);
    CHECK(*decoded == value);
  }
}

TEST_CASE("the values of RFC 8949, appendix A, that a record may not hold") {
  for (const std::string_view text : {
           // integers beyond 64 bits with a sign, big numbers
           "1bffffffffffffffff",
           "1b8000000000000000",
           "3bffffffffffffffff",
           "3b8000000000000000",
           "c249010000000000000000",
           "c349010000000000000000",
           // floats
           "f90000",
           "f98000",
           "f93c00",
           "fb3ff199999999999a",
           "f93e00",
           "f97bff",
           "fa47c35000",
           "fa7f7fffff",
           "fb7e37e43c8800759c",
           "f90001",
           "f90400",
           "f9c400",
           "fbc010666666666666",
           "f97c00",
           "f97e00",
           "f9fc00",
           "fa7f800000",
           "fa7fc00000",
           "faff800000",
           "fb7ff0000000000000",
           "fb7ff8000000000000",
           "fbfff0000000000000",
           // undefined and other simple values, the long form of true
           "f7",
           "f0",
           "f8ff",
           "f818",
           "f815",
           // tags
           "c074323031332d30332d32315432303a30343a30305a",
           "c11a514b67b0",
           "c1fb41d452d9ec200000",
           "d74401020304",
           "d818456449455446",
           "d82076687474703a2f2f7777772e6578616d706c652e636f6d",
           // text keys
           "a26161016162820203",
           "826161a161626163",
           "a56161614161626142616361436164614461656145",
           // indefinite lengths
           "5f42010243030405ff",
           "7f657374726561646d696e67ff",
           "9fff",
           "9f018202039f0405ffff",
           "9f01820203820405ff",
           "83018202039f0405ff",
           "83019f0203ff820405",
           "bf61610161629f0203ffff",
           "bf6346756ef563416d7421ff",
           "ff",
       }) {
    CAPTURE(text);
    const auto decoded = decode(hex(text));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().fault == Fault::kBadInput);
  }
}

TEST_CASE("one encoding a value") {
  for (const std::string_view text : {
           "1800",       "1817",       "190000",
           "1900ff",     "1a0000ffff", "1b00000000ffffffff",  // not shortest
           "3800",       "3817",       "3900ff",
           "5800",       "580141",     "780161",
           "980100",     "b8010000",
           "a203040102",                        // keys out of order
           "a201020102",                        // a key twice
           "a220000100",                        // negative keys stand after the others
           "a221002000",                        // and go down from -1
           "a1400a",     "a1f60a",              // keys that are no integers
           "0000",       "f6f6",       "8001",  // bytes after the value
           "1c",         "1d",         "1e",
           "1f",         "5c",         "fc",
           "fd",         "fe",  // reserved lengths
           "61ff",       "62c080",     "63eda080",
           "64f4908080",  // not UTF-8
           "",
       }) {
    CAPTURE(text);
    CHECK_FALSE(decode(hex(text)));
  }
  CHECK(to_hex(encode(Map{{-2, 0}, {-1, 0}, {1, 0}, {0, 0}, {24, 0}})) ==
        "a50000010018180020002100");
}

TEST_CASE("an error says at which byte") {
  CHECK(decode(hex("8301f601ff")).error().text() == "CBOR at byte 4: bytes after the value");
  CHECK(decode(hex("8301f90000")).error().text().starts_with("CBOR at byte "));
}

TEST_CASE("values nest to a depth and no deeper") {
  const auto deepest = decode(nested(kMaxDepth));
  REQUIRE(deepest);
  CHECK(encode(*deepest) == nested(kMaxDepth));
  CHECK_FALSE(decode(nested(kMaxDepth + 1)));
  CHECK_FALSE(decode(nested(1'000'000)));
  Value value = 0;
  for (int i = 0; i <= kMaxDepth; ++i) value = Map{{0, value}};
  CHECK_FALSE(decode(encode(value)));
}

TEST_CASE("a count that the bytes cannot hold is refused before anything is allocated") {
  for (const std::string_view text :
       {"5b7fffffffffffffff", "5bffffffffffffffff", "7b7fffffffffffffff", "9b7fffffffffffffff",
        "9bffffffffffffffff", "bb7fffffffffffffff", "bbffffffffffffffff", "9a7fffffff00",
        "ba7fffffff0000", "5affffffff00", "820102a1", "8201", "a101", "41", "61"}) {
    CAPTURE(text);
    CHECK_FALSE(decode(hex(text)));
  }
}

TEST_CASE("what is encoded decodes to the same value") {
  CHECK(rc::check("round trip", [] {
    const Value value = *any_value(4);
    const Bytes bytes = encode(value);
    const auto decoded = decode(bytes);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == value);
  }));
}

TEST_CASE("what decodes encodes to the same bytes, or is refused") {
  CHECK(rc::check("every prefix is refused", [] {
    const Bytes bytes = encode(*any_value(3));
    for (std::size_t n = 0; n < bytes.size(); ++n) {
      RC_ASSERT(!decode(ByteView(bytes).first(n)).has_value());
    }
  }));
  CHECK(rc::check("every byte set to another", [] {
    const Bytes bytes = encode(*any_value(3));
    const std::uint8_t change = *rc::gen::inRange<std::uint8_t>(1, 255);
    for (std::size_t n = 0; n < std::min<std::size_t>(bytes.size(), 2000); ++n) {
      Bytes other = bytes;
      other[n] = static_cast<std::uint8_t>(other[n] ^ change);
      const auto decoded = decode(other);
      if (decoded) RC_ASSERT(encode(*decoded) == other);
    }
  }));
  CHECK(rc::check("any bytes", [] {
    const Bytes bytes = *rc::gen::arbitrary<Bytes>();
    const auto decoded = decode(bytes);
    if (decoded) RC_ASSERT(encode(*decoded) == bytes);
  }));
}

TEST_CASE("fields are read by key and type, and an error names the key") {
  const Map map{{1, 5}, {2, "x"}, {3, Bytes{7}}, {4, Array{1}}, {5, Map{{1, 1}}}};
  CHECK(*integer_at(map, 1) == 5);
  CHECK(*text_at(map, 2) == "x");
  CHECK(**bytes_at(map, 3) == Bytes{7});
  CHECK((*array_at(map, 4))->size() == 1);
  CHECK((*map_at(map, 5))->size() == 1);
  CHECK(find(map, 9) == nullptr);
  CHECK(integer_at(map, 9).error().text() == "field 9 is missing");
  CHECK(integer_at(map, 2).error().text() == "field 2 is no integer");
  CHECK_FALSE(text_at(map, 1));
  CHECK_FALSE(bytes_at(map, 2));
  CHECK_FALSE(array_at(map, 5));
  CHECK_FALSE(map_at(map, 4));
}

}  // namespace parley::cbor
