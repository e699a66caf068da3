#include "linkage/compare.hpp"

#include <algorithm>

#include "linkage/compare_value.hpp"

namespace parley::linkage {
namespace {

// An alias takes the place of the legal names only if it agrees clearly better.
constexpr int kAliasLead = 6;
constexpr int kKnownBits = 14;
constexpr std::size_t kKnown = std::size_t{1} << kKnownBits;

std::int16_t to_rarity(std::int32_t millibits) {
  return static_cast<std::int16_t>(std::clamp(millibits, -30'000, 30'000));
}

// How much of a name's rarity counts: what is only alike, or stands elsewhere, may be another name.
std::int32_t counted(Level level, std::int32_t over_average) {
  switch (level) {
    case Level::kExact:
    case Level::kNear:
    case Level::kAcross: return over_average;
    case Level::kAlike:
    case Level::kMoved: return over_average / 2;
    case Level::kWeak:
    case Level::kInitial: return std::min(over_average / 2, 0);
    default: return 0;
  }
}

}  // namespace

struct Comparer::NamePair {
  const CodedName* a = nullptr;
  const CodedName* b = nullptr;
  std::array<SlotAgreement, kNameSlots> slots{};
  int worth = 0;
};

Comparer::Comparer(const Encoded& lists, const Vocabulary& vocabulary, const Rarity& rarity)
    : lists_(lists),
      vocabulary_(vocabulary),
      rarity_(rarity),
      known_(kKnown) {}

void Comparer::set(std::uint32_t a) { a_ = a; }

PartAgreement Comparer::agreement(std::uint32_t part_of_a, std::uint32_t part_of_b) {
  if (!vocabulary_.may_agree(part_of_a, part_of_b)) return {};
  const std::uint64_t parts = std::uint64_t{part_of_a} << 32 | part_of_b;
  Known& known = known_[(parts * 0x9e3779b97f4a7c15u) >> (64 - kKnownBits)];
  if (known.parts != parts) known = {parts, vocabulary_.agreement(part_of_a, part_of_b)};
  return known.agreement;
}

void Comparer::with(std::uint32_t b, Compared& out, Witnesses* witnesses) {
  out = {};
  std::size_t feature = 0;
  for (std::size_t field = 0; field < lists_.schema.size(); ++field) {
    if (lists_.schema[field].kind == Kind::kName) {
      compare_names(field, feature, b, out, witnesses);
      compare_kunyas(field, feature + kKunyaSlot, b, out, witnesses);
      feature += kNameSlots;
    } else {
      compare_values(field, feature, b, out, witnesses);
      ++feature;
    }
  }
}

Comparer::NamePair Comparer::best_names(std::size_t field, std::uint32_t b) {
  const NameColumn& in_a = lists_.a.names[field];
  const NameColumn& in_b = lists_.other().names[field];
  const Range of_a = in_a.of(a_), of_b = in_b.of(b);
  NamePair legal, any;
  for (std::uint32_t x = of_a.begin; x < of_a.end; ++x) {
    const CodedName& a = in_a.names[x];
    const std::span<const PartRef> parts_a(in_a.parts.data() + a.begin, a.end - a.begin);
    for (std::uint32_t y = of_b.begin; y < of_b.end; ++y) {
      const CodedName& other = in_b.names[y];
      const std::span<const PartRef> parts_b(in_b.parts.data() + other.begin,
                                             other.end - other.begin);
      if (parts_a.empty() || parts_b.empty()) continue;
      PartTable table;
      for (std::size_t j = 0; j < parts_b.size(); ++j) {
        for (std::size_t i = 0; i < parts_a.size(); ++i) {
          table[i][j] = agreement(parts_a[i].part, parts_b[j].part);
        }
      }
      const bool lenient = a.alias || other.alias;
      const auto slots = align(parts_a, parts_b, table, lenient);
      const NamePair found{&a, &other, slots, rough_worth(slots)};
      NamePair& best = lenient ? any : legal;
      if (best.a == nullptr || found.worth > best.worth) best = found;
    }
  }
  if (legal.a == nullptr) return any;
  return any.a != nullptr && any.worth > legal.worth + kAliasLead ? any : legal;
}

void Comparer::compare_names(std::size_t field, std::size_t feature, std::uint32_t b, Compared& out,
                             Witnesses* witnesses) {
  const NamePair names = best_names(field, b);
  if (names.a == nullptr) return;
  if (lists_.schema[field].own_name) out.by_alias = names.a->alias || names.b->alias;
  const PartRef* parts_a = lists_.a.names[field].parts.data() + names.a->begin;
  const PartRef* parts_b = lists_.other().names[field].parts.data() + names.b->begin;
  for (std::size_t slot = 0; slot < kKunyaSlot; ++slot) {
    const SlotAgreement& found = names.slots[slot];
    out.level[feature + slot] = found.level;
    if (found.level == Level::kAbsent) continue;
    const PartRef& a = parts_a[found.a];
    const PartRef& other = parts_b[found.b];
    std::int32_t rarity = 0;
    if (found.level != Level::kDifferent) {
      const bool one_slot = a.role == other.role && slot == slot_of(a.role);
      const std::size_t where = one_slot ? slot : Rarity::kAnySlot;
      rarity = rarity_.of_parts(field, where, a.part, other.part);
      const std::int32_t over = rarity - rarity_.average(field, where);
      out.rarity[feature + slot] = to_rarity(counted(found.level, over));
    }
    if (witnesses == nullptr) continue;
    (*witnesses)[feature + slot] = {names.a->value, names.b->value, a.at, other.at, rarity};
  }
}

void Comparer::compare_kunyas(std::size_t field, std::size_t feature, std::uint32_t b,
                              Compared& out, Witnesses* witnesses) {
  const NameColumn& in_a = lists_.a.names[field];
  const NameColumn& in_b = lists_.other().names[field];
  const Range of_a = in_a.of(a_), of_b = in_b.of(b);
  for (std::uint32_t x = of_a.begin; x < of_a.end; ++x) {
    const CodedName& a = in_a.names[x];
    if (a.kunya == kNone) continue;
    for (std::uint32_t y = of_b.begin; y < of_b.end; ++y) {
      const CodedName& other = in_b.names[y];
      if (other.kunya == kNone) continue;
      const Level level = agreement(a.kunya, other.kunya).level;
      if (better(out.level[feature], level) == out.level[feature]) continue;
      out.level[feature] = level;
      std::int32_t rarity = 0;
      if (level != Level::kDifferent) {
        rarity = rarity_.of_parts(field, kKunyaSlot, a.kunya, other.kunya);
        const std::int32_t over = rarity - rarity_.average(field, kKunyaSlot);
        out.rarity[feature] = to_rarity(counted(level, over));
      }
      if (witnesses != nullptr) (*witnesses)[feature] = {a.value, other.value, 0, 0, rarity};
    }
  }
}

void Comparer::compare_values(std::size_t field, std::size_t feature, std::uint32_t b,
                              Compared& out, Witnesses* witnesses) {
  const ValueColumn& in_a = lists_.a.values[field];
  const ValueColumn& in_b = lists_.other().values[field];
  const Range of_a = in_a.of(a_), of_b = in_b.of(b);
  const Dictionary& dictionary = lists_.dictionaries[field];
  const auto level_of = [&](std::uint32_t x, std::uint32_t y) {
    switch (lists_.schema[field].kind) {
      case Kind::kDate: return compare(dictionary.dates[x], dictionary.dates[y]);
      case Kind::kTerm: return compare(dictionary.terms[x], dictionary.terms[y]);
      case Kind::kCode: return compare_codes(dictionary.codes[x], dictionary.codes[y]);
      default: return x == y ? Level::kExact : Level::kDifferent;
    }
  };
  for (std::uint32_t x = of_a.begin; x < of_a.end; ++x) {
    for (std::uint32_t y = of_b.begin; y < of_b.end; ++y) {
      const ValueColumn::Item a = in_a.items[x], other = in_b.items[y];
      const Level level = level_of(a.id, other.id);
      if (better(out.level[feature], level) == out.level[feature]) continue;
      out.level[feature] = level;
      out.rarity[feature] = 0;
      std::int32_t rarity = 0;
      if (level == Level::kExact) {
        const bool terms = lists_.schema[field].kind == Kind::kTerm;
        rarity = rarity_.of_value(field, terms ? dictionary.terms[a.id].same : a.id,
                                  terms ? dictionary.terms[other.id].same : other.id);
        out.rarity[feature] = to_rarity(rarity - rarity_.average(field, 0));
      }
      if (witnesses != nullptr) (*witnesses)[feature] = {a.value, other.value, 0, 0, rarity};
    }
  }
}

}  // namespace parley::linkage
