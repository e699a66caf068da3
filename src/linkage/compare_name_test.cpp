// Names slot by slot; the pairing of parts against trying every pairing.
#include "linkage/compare_name.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "linkage/vocabulary.hpp"

namespace parley::linkage {
namespace {

using text::NameRole;
using Slots = std::array<SlotAgreement, kNameSlots>;

struct Part {
  std::string written;
  NameRole role;
};
using Parts = std::vector<Part>;

Slots compare(const Parts& a, const Parts& b, bool lenient = false) {
  const auto read = [](const Parts& parts) {
    std::vector<text::NamePart> out;
    for (const Part& part : parts) {
      out.push_back(text::parse_name_part(part.written, part.role).parts.at(0));
    }
    return out;
  };
  const auto refs = [](const Parts& parts) {
    std::vector<PartRef> out;
    for (std::uint8_t i = 0; i < parts.size(); ++i) out.push_back({i, parts[i].role, i});
    return out;
  };
  const auto x = read(a), y = read(b);
  PartTable table;
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < y.size(); ++j) {
      const int likeness = text::likeness(x[i], y[j]);
      table[i][j] = {static_cast<std::uint16_t>(likeness), level_of(x[i], y[j], likeness)};
    }
  }
  return align(refs(a), refs(b), table, lenient);
}

constexpr std::size_t kGiven = 0, kFather = 1, kGrandfather = 2, kFamily = 3;

bool agrees(Level level) { return level >= Level::kExact && level <= Level::kAlike; }

int naive_best(const std::vector<PartRef>& a, const std::vector<PartRef>& b, const PartTable& table,
               std::size_t i, std::uint32_t taken) {
  if (i == a.size()) return 0;
  int best = naive_best(a, b, table, i + 1, taken);
  for (std::size_t j = 0; j < b.size(); ++j) {
    const int worth = pairing_worth(a[i], b[j], table[i][j]);
    if ((taken >> j & 1) != 0 || worth == 0) continue;
    best = std::max(best, worth + naive_best(a, b, table, i + 1, taken | 1u << j));
  }
  return best;
}

}  // namespace

TEST_CASE("spellings of one name agree across scripts, slot by slot") {
  const Slots slots = compare(
      {{"محمود", NameRole::kGiven}, {"صالح", NameRole::kFather}, {"الجراحي", NameRole::kFamily}},
      {{"Mahmoud", NameRole::kGiven},
       {"Saleh", NameRole::kFather},
       {"al-Jarahi", NameRole::kFamily}});
  CHECK(agrees(slots[kGiven].level));
  CHECK(agrees(slots[kFather].level));
  CHECK(agrees(slots[kFamily].level));
  CHECK(slots[kGrandfather].level == Level::kAbsent);
}

TEST_CASE("what one side leaves out tells nothing; what differs contradicts") {
  const Parts whole = {{"Ali", NameRole::kGiven},
                       {"Saleh", NameRole::kFather},
                       {"Nasser", NameRole::kGrandfather},
                       {"Jarahi", NameRole::kFamily}};
  const Parts less = {{"Ali", NameRole::kGiven}, {"Jarahi", NameRole::kFamily}};
  const Slots left_out = compare(whole, less);
  CHECK(left_out[kFather].level == Level::kAbsent);
  CHECK(left_out[kGrandfather].level == Level::kAbsent);
  Parts other = whole;
  other[1].written = "Khaled";
  CHECK(compare(whole, other)[kFather].level == Level::kDifferent);
  CHECK(compare(whole, other, true)[kFather].level == Level::kAbsent);
}

TEST_CASE("a grandfather where the father was left out is moved, no contradiction") {
  const Slots slots = compare(
      {{"Ali", NameRole::kGiven}, {"Saleh", NameRole::kFather}, {"Nasser", NameRole::kGrandfather}},
      {{"Ali", NameRole::kGiven}, {"Nasser", NameRole::kFather}});
  CHECK(slots[kFather].level == Level::kMoved);
  CHECK(slots[kGrandfather].level == Level::kAbsent);
}

TEST_CASE("given and family name exchanged are both moved") {
  const Slots slots = compare({{"Ali", NameRole::kGiven}, {"Jarahi", NameRole::kFamily}},
                              {{"Jarahi", NameRole::kGiven}, {"Ali", NameRole::kFamily}});
  CHECK(slots[kGiven].level == Level::kMoved);
  CHECK(slots[kFamily].level == Level::kMoved);
}

TEST_CASE("a part whose place is unknown fits any slot, and contradicts only late ones") {
  const Parts open = {{"Ali", NameRole::kGiven}, {"Nasser", NameRole::kUnplaced}};
  CHECK(compare(open, {{"Ali", NameRole::kGiven}, {"Nasser", NameRole::kGrandfather}})[kGrandfather]
            .level == Level::kExact);
  CHECK(compare(open, {{"Ali", NameRole::kGiven}, {"Saleh", NameRole::kFather}})[kFurtherSlot]
            .level == Level::kAbsent);
  CHECK(compare(open, {{"Ali", NameRole::kGiven}, {"Jarahi", NameRole::kFamily}})[kFurtherSlot]
            .level == Level::kDifferent);
}

TEST_CASE("an initial fits in its slot only") {
  const Slots slots = compare({{"M.", NameRole::kGiven}}, {{"Mahmoud", NameRole::kGiven}});
  CHECK(slots[kGiven].level == Level::kInitial);
  CHECK(compare({{"M.", NameRole::kGiven}}, {{"Mahmoud", NameRole::kFamily}})[kGiven].level ==
        Level::kAbsent);
}

TEST_CASE("the pairing is as good as the best of all") {
  CHECK(rc::check("pair_up", [] {
    const auto some = [] {
      std::vector<PartRef> parts;
      const auto count = *rc::gen::inRange<std::size_t>(0, 6);
      for (std::size_t i = 0; i < count; ++i) {
        parts.push_back({0, static_cast<NameRole>(*rc::gen::inRange(0, 5)), 0});
      }
      return parts;
    };
    const std::vector<PartRef> a = some(), b = some();
    PartTable table;
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j) {
        if (*rc::gen::arbitrary<bool>()) continue;
        const Level level = *rc::gen::element(Level::kExact, Level::kAlike, Level::kWeak);
        table[i][j] = {*rc::gen::inRange<std::uint16_t>(620, 1001), level};
      }
    }
    const auto partners = pair_up(a, b, table);
    int sum = 0;
    std::uint32_t taken = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::uint8_t j = partners[i];
      if (j == kAlone) continue;
      RC_ASSERT(j < b.size());
      RC_ASSERT((taken >> j & 1) == 0u);
      taken |= 1u << j;
      RC_ASSERT(pairing_worth(a[i], b[j], table[i][j]) > 0);
      sum += pairing_worth(a[i], b[j], table[i][j]);
    }
    RC_ASSERT(sum == naive_best(a, b, table, 0, 0));
  }));
}

}  // namespace parley::linkage
