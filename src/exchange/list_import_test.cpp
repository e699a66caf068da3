#include "exchange/list_import.hpp"

#include <doctest/doctest.h>

#include "exchange/list_testing.hpp"

namespace parley::exchange {
using testing::file_of;

TEST_CASE("read_list: people, unread rows, what is left out") {
  const ListFile file = file_of(
      "List of people sought,,\n"
      "Ref,Name,Born\n"
      "1,Anna Berg,1980\n"
      "2,Boris Weiss,31.13.1980\n"
      "3,,1975\n"
      "4,,\n"
      "Ref,Name,Born\n"
      "6,Umm Karl,\n"
      ",Total 3,\n");
  REQUIRE(file.rows.size() == 5);
  CHECK(file.rows[0].number == 3);
  CHECK(file.rows[0].flaws.empty());
  CHECK(file.rows[1].flaws.size() == 1);
  CHECK(file.rows[1].flaws[0].column == 2);
  CHECK_FALSE(file.rows[2].is_person());
  CHECK(file.rows[2].cells == std::vector<std::string>{"3", "", "1975"});
  CHECK(file.rows[3].insufficient);
  CHECK(file.blank == 1);
  CHECK(file.headers == 1);
  CHECK(file.people() == 4);
  CHECK(file.reading().columns.size() == 3);
}

TEST_CASE("read_list: the same with more threads") {
  std::string csv = "Ref,Name,Born,Sex\n";
  for (int i = 0; i < 5'000; ++i) {
    csv += std::to_string(i) + ",Anna " + std::to_string(i) + " Berg,1." + std::to_string(i % 14) +
           ".1980," + (i % 3 == 0 ? "f" : "?") + "\n";
  }
  const ListFile one = file_of(csv), two = file_of(csv, {}, ListKind::kSought, 2);
  REQUIRE(one.rows.size() == two.rows.size());
  for (std::size_t i = 0; i < one.rows.size(); ++i) {
    CHECK(one.rows[i].cells == two.rows[i].cells);
    REQUIRE(one.rows[i].flaws.size() == two.rows[i].flaws.size());
    for (std::size_t f = 0; f < one.rows[i].flaws.size(); ++f) {
      CHECK(one.rows[i].flaws[f].column == two.rows[i].flaws[f].column);
      CHECK(one.rows[i].flaws[f].reason == two.rows[i].flaws[f].reason);
    }
  }
}

}  // namespace parley::exchange
