// What must not be lost before it is compared.
#include "linkage/block.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>

#include "linkage/invented_people.hpp"

namespace parley::linkage {
namespace {

struct Bench {
  Encoded lists;
  Vocabulary vocabulary;
  Rarity rarity;
  Blocker blocker;

  Bench(const std::vector<Record>& a, const std::vector<Record>& b, BlockOptions options)
      : lists(encode(*Records::of(invented::schema(), a), *Records::of(invented::schema(), b))),
        vocabulary(lists, 1),
        rarity(lists, vocabulary),
        blocker(lists, vocabulary, rarity, options) {}
};

// How many true pairs are candidates; a and b as the engine has them.
double recall(const Bench& bench, const invented::Lists& lists, BlockReport* report = nullptr) {
  Blocker::Finder finder(bench.blocker);
  const bool flipped = bench.lists.flipped;
  const auto& is_a = flipped ? lists.held_is : lists.sought_is;
  const auto& is_b = flipped ? lists.sought_is : lists.held_is;
  std::size_t found = 0, all = 0;
  for (std::uint32_t a = 0; a < bench.lists.a.size(); ++a) {
    const std::vector<std::uint32_t>& candidates = finder.of(a);
    for (std::uint32_t b = 0; b < bench.lists.b.size(); ++b) {
      if (is_a[bench.lists.a.order[a]] != is_b[bench.lists.b.order[b]]) continue;
      ++all;
      if (std::binary_search(candidates.begin(), candidates.end(), b)) ++found;
    }
  }
  if (report != nullptr) *report = finder.report();
  return static_cast<double>(found) / static_cast<double>(all);
}

Record row(std::uint32_t index, std::string_view name, std::int32_t year) {
  Record out;
  out.index = index;
  out.values.resize(invented::schema().size());
  out.values[0] = {Name{text::parse_name(name), false}};
  if (year != 0) out.values[3] = {span_of(Date{year, 0, 0})};
  return out;
}

std::vector<Record> crowd(std::uint32_t count) {
  std::vector<Record> out;
  for (std::uint32_t i = 0; i < count; ++i) {
    out.push_back(row(i + 1, i % 2 == 0 ? "Mohammed Ali Saleh al-Zuhri" : "Ahmed Ali Hassan Badri",
                      1950 + static_cast<std::int32_t>(i % 40)));
  }
  return out;
}

}  // namespace

TEST_CASE("a pair is found though a part differs, the father is missing, the year is off") {
  std::vector<Record> other = crowd(400);
  other.push_back(row(0, "Mahmoud Qasim al-Jarahi", 1971));
  for (const std::string_view name :
       {"محمود ناصر قاسم الجراحي", "محمود الجراحي", "محمد قاسم الجراحي", "محمود قاسم الجرحي"}) {
    const Bench bench({row(0, name, 1973)}, other, {.candidates = 3, .most_per_key = 20'000});
    REQUIRE(bench.lists.flipped);
    // The one person sought is the second list there: the right one of the crowd must find it.
    Blocker::Finder finder(bench.blocker);
    std::size_t found = 0;
    for (std::uint32_t a = 0; a < bench.lists.a.size(); ++a) {
      if (bench.lists.a.order[a] == 400) found = finder.of(a).size();
    }
    CHECK(found == 1);
  }
}

TEST_CASE("nearly no true pair of lists with many errors is lost; the budget is kept") {
  const invented::Lists lists = invented::lists(5, 900, 800);
  BlockReport report;
  const Bench bench(lists.sought, lists.held, {.candidates = 40, .most_per_key = 20'000});
  CHECK(recall(bench, lists, &report) > 0.98);
  CHECK(report.candidates <= 40 * lists.sought.size());
  CHECK(report.cut_people > 0);
  CHECK(report.common_keys == 0);
  CHECK(report.lost_pairs == 0);
}

TEST_CASE("common keys open pairs together, and what is lost by the cap is said") {
  const invented::Lists lists = invented::lists(5, 900, 800);
  BlockReport report;
  const Bench bench(lists.sought, lists.held, {.candidates = 40, .most_per_key = 25});
  CHECK(recall(bench, lists, &report) > 0.93);
  CHECK(bench.blocker.common_keys() > 10);
  // A crowd of a few names: even two keys together are too common.
  const Bench crowded(crowd(300), crowd(200), {.candidates = 40, .most_per_key = 25});
  Blocker::Finder finder(crowded.blocker);
  for (std::uint32_t a = 0; a < 300; ++a) finder.of(a);
  CHECK(finder.report().lost_keys > 0);
  CHECK(finder.report().lost_pairs > finder.report().lost_keys);
}

TEST_CASE("where people are many, nobody touches more than the bound, and little is lost") {
  const invented::Lists lists = invented::lists(5, 900, 800);
  BlockReport report;
  const BlockOptions bounded{.candidates = 16, .most_per_key = 25, .most_touched = 100};
  const Bench bench(lists.sought, lists.held, bounded);
  CHECK(recall(bench, lists, &report) > 0.85);
  CHECK(report.touched <= 100 * lists.sought.size());
  CHECK(report.candidates <= 16 * lists.sought.size());
  CHECK(report.lost_keys > 0);
  CHECK(BlockOptions{}.affordable(kManyPeople).candidates == 64);
  CHECK(BlockOptions{}.affordable(10 * kManyPeople).candidates == 16);
  CHECK(BlockOptions{}.affordable(10 * kManyPeople).most_touched > 0);
}

TEST_CASE("within a list nobody is a candidate of himself") {
  const invented::Lists lists = invented::lists(6, 120, 1);
  const Encoded encoded = encode(*Records::of(invented::schema(), lists.sought));
  const Vocabulary vocabulary(encoded, 1);
  const Rarity rarity(encoded, vocabulary);
  const Blocker blocker(encoded, vocabulary, rarity, {});
  Blocker::Finder finder(blocker);
  for (std::uint32_t a = 0; a < encoded.a.size(); ++a) {
    const auto& candidates = finder.of(a);
    CHECK_FALSE(std::binary_search(candidates.begin(), candidates.end(), a));
  }
}

}  // namespace parley::linkage
