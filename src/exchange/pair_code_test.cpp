#include "exchange/pair_code.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

#include "dossier/testing.hpp"

namespace parley::exchange {
namespace {

record::EntryId id(int number) { return dossier::testing::id_of(std::to_string(number)); }

}  // namespace

TEST_CASE("a pair has one code, whichever comes first; another pair another") {
  std::set<std::string> codes;
  for (int a = 0; a < 60; ++a) {
    codes.insert(pair_code(id(a), {}));
    for (int b = 0; b < a; ++b) {
      CHECK(pair_code(id(a), id(b)) == pair_code(id(b), id(a)));
      codes.insert(pair_code(id(a), id(b)));
    }
  }
  CHECK(codes.size() == 60 + 60 * 59 / 2);
}

TEST_CASE("a code is read as people type it") {
  const std::string code = text_of(SheetCode{pair_code(id(1), id(2)), shown_code(bytes_of("x"))});
  REQUIRE(code.size() == 18);
  std::string typed = " " + code + " ";
  for (char& c : typed) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const auto read = read_sheet_code(typed);
  REQUIRE(read);
  CHECK(text_of(*read) == code);
  CHECK_FALSE(read_sheet_code(""));
  CHECK_FALSE(read_sheet_code(code + "0"));
  CHECK_FALSE(read_sheet_code(code.substr(1)));
  CHECK_FALSE(read_sheet_code(code.substr(0, 11)));
}

TEST_CASE("one character otherwise, or two neighbours exchanged, is noticed") {
  CHECK(rc::check("slips", [] {
    const std::string code = text_of(
        SheetCode{pair_code(id(*rc::gen::inRange(0, 1000)), {}), shown_code(bytes_of("shown"))});
    std::string slip = code;
    const auto at = *rc::gen::inRange<std::size_t>(0, code.size() - 1);
    if (*rc::gen::arbitrary<bool>()) {
      slip[at] = *rc::gen::elementOf(std::string("0123456789ABCDEFGHJKMNPQRSTVWXY"));
    } else {
      std::swap(slip[at], slip[at + 1]);
    }
    const auto read = read_sheet_code(slip);
    const bool noticed = !read || text_of(*read) == code;
    RC_ASSERT(noticed);
  }));
}

}  // namespace parley::exchange
