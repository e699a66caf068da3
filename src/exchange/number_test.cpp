#include "exchange/number.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

#include "base/hash.hpp"

namespace parley::exchange {
namespace {

record::EntryId id_of(int i) {
  record::EntryId id;
  id.bytes = sha256(bytes_of(std::to_string(i)));
  return id;
}

NumberKey key_of(std::uint8_t fill) {
  NumberKey key;
  for (std::uint8_t& byte : key.span()) byte = fill;
  return key;
}

std::vector<record::EntryId> people(int count) {
  std::vector<record::EntryId> out;
  for (int i = 0; i < count; ++i) out.push_back(id_of(i));
  return out;
}

TEST_CASE("numbers come back as the person, are stable, and differ by recipient and key") {
  const auto some = people(500);
  const Numbers one(key_of(1), id_of(-1), some);
  const Numbers again(key_of(1), id_of(-1), some);
  const Numbers other(key_of(1), id_of(-2), some);
  const Numbers elsewhere(key_of(2), id_of(-1), some);
  std::set<std::string> seen;
  for (const record::EntryId& id : some) {
    CHECK(one.person(one.of(id)) == id);
    CHECK(one.of(id) == again.of(id));
    CHECK(one.of(id) != other.of(id));
    CHECK(one.of(id) != elsewhere.of(id));
    CHECK(read_number(one.of(id)) == one.of(id));
    seen.insert(one.of(id));
  }
  CHECK(seen.size() == some.size());
  // More people later leave the numbers of the earlier ones alone.
  const Numbers more(key_of(1), id_of(-1), people(600));
  for (const record::EntryId& id : some) CHECK(more.of(id) == one.of(id));
}

TEST_CASE("a number is read as people type it") {
  const Numbers numbers(key_of(3), id_of(-1), people(50));
  for (const record::EntryId& id : people(50)) {
    const std::string number = numbers.of(id);
    std::string typed;
    for (const char c : number) {
      if (c == '-') continue;
      typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
      typed += ' ';
    }
    CHECK(read_number(typed) == number);
  }
  CHECK_FALSE(read_number(""));
  CHECK_FALSE(read_number("K7Q2"));
  CHECK_FALSE(read_number("محمد"));
}

TEST_CASE("every slip of one character and every exchange of neighbours is noticed") {
  const std::string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
  const Numbers numbers(key_of(4), id_of(-1), people(20));
  for (const record::EntryId& id : people(20)) {
    const std::string number = numbers.of(id);
    for (std::size_t i = 0; i < number.size(); ++i) {
      if (number[i] == '-') continue;
      for (const char c : alphabet) {
        std::string wrong = number;
        wrong[i] = c;
        CHECK(read_number(wrong).has_value() == (c == number[i]));
      }
      const std::size_t next = i + 1 < number.size() && number[i + 1] == '-' ? i + 2 : i + 1;
      // The check character and its neighbour can be exchanged only where the sum says so.
      if (next + 1 >= number.size() || number[i] == number[next]) continue;
      std::string swapped = number;
      std::swap(swapped[i], swapped[next]);
      CHECK_FALSE(read_number(swapped));
    }
  }
}

}  // namespace
}  // namespace parley::exchange
