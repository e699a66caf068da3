#include "linkage/rarity.hpp"

#include <doctest/doctest.h>

namespace parley::linkage {
namespace {

const Schema kSchema = {{"name", Kind::kName, true, false, 0},
                        {"number", Kind::kCode, false, false, 0}};

Records given(const std::vector<std::string>& names, const std::vector<std::string>& numbers) {
  std::vector<Record> out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Record record;
    record.index = static_cast<std::uint32_t>(i);
    record.values.resize(2);
    record.values[0] = {Name{text::parse_name_part(names[i], text::NameRole::kGiven), false}};
    if (!numbers[i].empty()) record.values[1] = {numbers[i]};
    out.push_back(std::move(record));
  }
  return *Records::of(kSchema, std::move(out));
}

std::uint32_t part_of(const Encoded& lists, std::string_view written) {
  for (std::uint32_t part = 0; part < lists.parts.size(); ++part) {
    if (lists.parts[part].written == written) return part;
  }
  return kNone;
}

}  // namespace

TEST_CASE("a common name has few bits, a rare one many, whatever its spelling") {
  std::vector<std::string> many(60, "Mohammed");
  for (int i = 0; i < 39; ++i) many.push_back("Ali");
  many.push_back("Mansour");
  const std::vector<std::string> none(many.size());
  std::vector<std::string> other = many;
  other[0] = "محمد";  // another spelling of the common one is as common
  const Encoded lists = encode(given(many, none), given(other, none));
  const Vocabulary vocabulary(lists, 1);
  const Rarity rarity(lists, vocabulary);
  const auto bits = [&](std::string_view a, std::string_view b) {
    return rarity.of_parts(0, 0, part_of(lists, a), part_of(lists, b));
  };
  CHECK(bits("Mohammed", "Mohammed") < 1'200);
  CHECK(bits("Ali", "Ali") > bits("Mohammed", "Mohammed"));
  CHECK(bits("Mansour", "Mansour") > bits("Ali", "Ali") + 2'000);
  const auto low = std::min(bits("Mohammed", "محمد"), bits("محمد", "Mohammed"));
  CHECK(low == bits("Mohammed", "Mohammed"));
  CHECK(rarity.average(0, 0) < 2'000);
}

TEST_CASE("a number that stands once in each list is not made common by its own match") {
  std::vector<std::string> names, numbers;
  for (int i = 0; i < 100; ++i) {
    names.push_back("Ali");
    numbers.push_back(i < 10 ? "0000000" : "A10" + std::to_string(1000 + 7 * i));
  }
  const Encoded lists = encode(given(names, numbers), given(names, numbers));
  const Rarity rarity(lists, Vocabulary(lists, 1));
  const auto id = [&](std::string_view code) {
    const Texts& codes = lists.dictionaries[1].codes;
    std::uint32_t at = 0;
    while (at < codes.size() && codes[at] != code) ++at;
    return at;
  };
  CHECK(rarity.of_value(1, id("a101630"), id("a101630")) > 9'000);
  CHECK(rarity.of_value(1, id("0000000"), id("0000000")) < 4'000);
}

}  // namespace parley::linkage
