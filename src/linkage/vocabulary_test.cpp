// The join of alike parts, and the edit distance, against their naive twins.
#include "linkage/vocabulary.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "linkage/invented_people.hpp"

namespace parley::linkage {
namespace {

std::uint32_t naive_distance(const std::string& a, const std::string& b) {
  std::vector<std::uint32_t> row(b.size() + 1);
  for (std::uint32_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::uint32_t diagonal = row[0];
    row[0] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint32_t exchanged = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, exchanged});
    }
  }
  return row[b.size()];
}

std::string word() {
  return *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcm")));
}

}  // namespace

TEST_CASE("edit distance") {
  CHECK(rc::check("as the naive one", [] {
    const std::string a = word().substr(0, 64), b = word().substr(0, 64);
    RC_ASSERT(edit_distance(a, b) == naive_distance(a, b));
  }));
  CHECK(near_keys("mhmd", "mhd"));
  CHECK_FALSE(near_keys("hsn", "krm"));
}

TEST_CASE("no pair of parts that is worth scoring is missed, none is there that is not alike") {
  const invented::Lists lists = invented::lists(3, 150, 150);
  const Encoded encoded = encode(*Records::of(invented::schema(), lists.sought),
                                 *Records::of(invented::schema(), lists.held));
  const Vocabulary vocabulary(encoded, 1);
  const auto in = [](const Side& side, std::uint32_t part) {
    return std::any_of(side.names.begin(), side.names.end(), [part](const NameColumn& column) {
      return std::any_of(column.parts.begin(), column.parts.end(),
                         [part](const PartRef& ref) { return ref.part == part; });
    });
  };
  std::size_t found = 0;
  for (std::uint32_t a = 0; a < encoded.parts.size(); ++a) {
    std::vector<std::uint32_t> want, got;
    for (std::uint32_t b = 0; b < encoded.parts.size(); ++b) {
      const text::NamePart& x = encoded.parts[a];
      const text::NamePart& y = encoded.parts[b];
      const Level level = level_of(x, y, text::likeness(x, y));
      const bool worth = near_keys(x.key, y.key) || (x.group != 0 && x.group == y.group);
      if (worth && level != Level::kDifferent && in(encoded.a, a) && in(encoded.b, b)) {
        want.push_back(b);
      }
    }
    const Range range = vocabulary.of_a(a);
    for (std::uint32_t i = range.begin; i < range.end; ++i) got.push_back(vocabulary.in_b(i).part);
    CHECK(std::includes(got.begin(), got.end(), want.begin(), want.end()));
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Alike& alike = vocabulary.in_b(i);
      CHECK(alike.likeness == text::likeness(encoded.parts[a], encoded.parts[alike.part]));
      CHECK(alike.level != Level::kDifferent);
      const Range back = vocabulary.of_b(alike.part);
      bool there = false;
      for (std::uint32_t j = back.begin; j < back.end; ++j) {
        there = there || vocabulary.in_a(j).part == a;
      }
      CHECK(there);
    }
    found += got.size();
  }
  CHECK(found > 100);
}

}  // namespace parley::linkage
