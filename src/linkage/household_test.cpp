// Families and towns: who shares an address is not one person. All people are invented.
#include <doctest/doctest.h>

#include <set>

#include "linkage/link.hpp"

namespace parley::linkage {
namespace {

const Schema kSchema = {{"name", Kind::kName, true},
                        {"birth", Kind::kDate},
                        {"street", Kind::kTerm},
                        {"city", Kind::kTerm},
                        {"phone", Kind::kCode, false, false, 0, true},
                        {"postcode", Kind::kCode, false, false, 0, true}};

constexpr std::uint32_t kFamilies = 250;
constexpr std::uint32_t kOfOne = 3;

// Words that do not resemble one another.
std::string word(std::uint32_t number) {
  constexpr std::string_view kFirst = "bdfgklmnprstvz", kThen = "aeiou";
  std::string out;
  for (int i = 0; i < 3; ++i, number /= 70) {
    out += kFirst[number % 14];
    out += kThen[number / 14 % 5];
  }
  return out;
}

Date day(std::uint32_t number) {
  const std::uint32_t mixed = number * 7919 % 25'000;
  return civil_from_days(static_cast<std::int64_t>(mixed) - 10'000);
}

Record row(std::uint32_t index, std::uint32_t person) {
  const std::uint32_t family = person / kOfOne;
  const std::string town = std::to_string(family % 25);
  const Date born = day(person);
  const std::string name = word(person * 37 % 4'001) + " " + word(5'000 + family * 53 % 30'011);
  return {index,
          {{Name{text::parse_name(name)}},
           {DateSpan{born, born, false}},
           {Term{{}, {}, std::to_string(family % 97) + " " + word(40'000 + family * 11) + " road"}},
           {Term{{}, {}, word(90'000 + family % 25 * 977)}},
           {std::string("0770") + std::to_string(100'000 + family * 3'001 % 899'981)},
           {std::string("5") + town + "300"}}};
}

}  // namespace

TEST_CASE("a family at one address is not one person, and its members' second rows are found") {
  std::vector<Record> rows;
  std::vector<std::uint32_t> person_of;
  for (std::uint32_t person = 0; person < kFamilies * kOfOne; ++person) {
    for (int times = person % 5 == 0 ? 2 : 1; times > 0; --times) {
      rows.push_back(row(static_cast<std::uint32_t>(rows.size()), person));
      person_of.push_back(person);
    }
  }
  const Links links = *dedupe(*Records::of(kSchema, rows));
  std::size_t right = 0, wrong = 0;
  for (const auto& cluster : links.clusters) {
    std::set<std::uint32_t> people;
    for (const std::uint32_t index : cluster) people.insert(person_of[index]);
    (people.size() == 1 ? right : wrong) += 1;
  }
  CHECK(right >= 145);  // of 150
  CHECK(wrong <= 2);
  // Two others of each family, and more of the town.
  CHECK(links.fitted.others_ppm > 1'500'000);
}

}  // namespace parley::linkage
