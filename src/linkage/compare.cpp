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

void Worths::finish() {
  for (std::size_t f = 0; f < of.size(); ++f) {
    unequal[f] = 0;
    for (std::size_t level = 0; level < kLevels; ++level) {
      if (static_cast<Level>(level) != Level::kExact) {
        unequal[f] = std::max(unequal[f], of[f][level]);
      }
    }
  }
}

Comparer::Comparer(const Encoded& lists, const Vocabulary& vocabulary, const Rarity& rarity)
    : lists_(lists),
      vocabulary_(vocabulary),
      rarity_(rarity),
      cells_(cells_of(lists.schema)),
      known_(kKnown),
      terms_(lists) {}

void Comparer::set(std::uint32_t a) {
  a_ = a;
  row_ = lists_.a.rows.of(a);
}

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

std::int32_t Comparer::rarity_of(std::size_t field, const Names& names, std::size_t slot,
                                 std::int32_t& over) const {
  const SlotAgreement& found = names.slots[slot];
  const PartRef &a = names.a[found.a], &b = names.b[found.b];
  const bool one_slot = a.role == b.role && slot == slot_of(a.role);
  const std::size_t where = one_slot ? slot : Rarity::kAnySlot;
  const std::int32_t rarity = rarity_.of_parts(field, where, a.part, b.part);
  over = counted(found.level, rarity - rarity_.average(field, where));
  return rarity;
}

void Comparer::put_names(std::size_t field, std::size_t feature, const Names& names,
                         Compared& out) const {
  for (std::size_t slot = 0; slot < kKunyaSlot; ++slot) {
    const Level level = names.slots[slot].level;
    out.level[feature + slot] = level;
    if (level == Level::kAbsent || level == Level::kDifferent) continue;
    std::int32_t over = 0;
    rarity_of(field, names, slot, over);
    out.rarity[feature + slot] = to_rarity(over);
  }
}

void Comparer::compare_names(std::size_t field, std::size_t feature, std::uint32_t b, Compared& out,
                             Witnesses* witnesses) {
  const NamePair pair = best_names(field, b);
  if (pair.a == nullptr) return;
  if (lists_.schema[field].own_name) out.by_alias = pair.a->alias || pair.b->alias;
  const auto parts = [field](const Side& side, const CodedName& name) {
    return std::span<const PartRef>(side.names[field].parts)
        .subspan(name.begin, name.end - name.begin);
  };
  const Names names{parts(lists_.a, *pair.a), parts(lists_.other(), *pair.b), pair.slots};
  put_names(field, feature, names, out);
  if (witnesses == nullptr) return;
  for (std::size_t slot = 0; slot < kKunyaSlot; ++slot) {
    const SlotAgreement& found = names.slots[slot];
    if (found.level == Level::kAbsent) continue;
    std::int32_t over = 0;
    const std::int32_t rarity =
        found.level == Level::kDifferent ? 0 : rarity_of(field, names, slot, over);
    (*witnesses)[feature + slot] = {pair.a->value, pair.b->value, names.a[found.a].at,
                                    names.b[found.b].at, rarity};
  }
}

// Where both have one name of a few parts and nothing else; false: not so, or one has none.
bool Comparer::plain_names(std::size_t cell, std::uint32_t b, Names& out) {
  const std::uint32_t* row_b = lists_.other().rows.of(b);
  const std::uint32_t size_a = row_[cell], size_b = row_b[cell];
  if (size_a > PersonRows::kPlainParts || size_b > PersonRows::kPlainParts) return false;
  const auto unpack = [](const std::uint32_t* cells, std::uint32_t size, PartRef* parts) {
    constexpr std::uint32_t kPart = (1u << PersonRows::kRoleShift) - 1;
    for (std::uint32_t i = 0; i < size; ++i) {
      const auto role = static_cast<text::NameRole>(cells[i] >> PersonRows::kRoleShift);
      parts[i] = {cells[i] & kPart, role, 0};
    }
  };
  unpack(row_ + cell + 1, size_a, plain_a_.data());
  unpack(row_b + cell + 1, size_b, plain_b_.data());
  out.a = {plain_a_.data(), size_a};
  out.b = {plain_b_.data(), size_b};
  if (size_a == 0 || size_b == 0) return true;
  PartTable table;
  for (std::size_t i = 0; i < size_a; ++i) {
    for (std::size_t j = 0; j < size_b; ++j) {
      table[i][j] = agreement(plain_a_[i].part, plain_b_[j].part);
    }
  }
  out.slots = align(out.a, out.b, table, false);
  return true;
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

Level Comparer::level_of(std::size_t field, std::uint32_t x, std::uint32_t y) {
  const Dictionary& dictionary = lists_.dictionaries[field];
  switch (lists_.schema[field].kind) {
    case Kind::kDate: return compare(dictionary.dates[x], dictionary.dates[y]);
    case Kind::kTerm: return terms_.compare(field, x, y);
    case Kind::kCode: return compare_codes(dictionary.codes[x], dictionary.codes[y]);
    default: return x == y ? Level::kExact : Level::kDifferent;
  }
}

void Comparer::put_exact(std::size_t field, std::size_t feature, std::uint32_t x, std::uint32_t y,
                         Compared& out) const {
  out.level[feature] = Level::kExact;
  out.rarity[feature] = to_rarity(rarity_.of_value(field, x, y) - rarity_.average(field, 0));
}

void Comparer::compare_values(std::size_t field, std::size_t feature, std::uint32_t b,
                              Compared& out, Witnesses* witnesses) {
  const ValueColumn& in_a = lists_.a.values[field];
  const ValueColumn& in_b = lists_.other().values[field];
  const Range of_a = in_a.of(a_), of_b = in_b.of(b);
  const Dictionary& dictionary = lists_.dictionaries[field];
  for (std::uint32_t x = of_a.begin; x < of_a.end; ++x) {
    for (std::uint32_t y = of_b.begin; y < of_b.end; ++y) {
      const ValueColumn::Item a = in_a.items[x], other = in_b.items[y];
      const Level level = level_of(field, a.id, other.id);
      if (better(out.level[feature], level) == out.level[feature]) continue;
      out.level[feature] = level;
      out.rarity[feature] = 0;
      std::int32_t rarity = 0;
      if (level == Level::kExact) {
        const bool terms = lists_.schema[field].kind == Kind::kTerm;
        const std::uint32_t id_a = terms ? dictionary.terms[a.id].same : a.id;
        const std::uint32_t id_b = terms ? dictionary.terms[other.id].same : other.id;
        rarity = rarity_.of_value(field, id_a, id_b);
        put_exact(field, feature, id_a, id_b, out);
      }
      if (witnesses != nullptr) (*witnesses)[feature] = {a.value, other.value, 0, 0, rarity};
    }
  }
}

// What costs little first: ids that are equal, dates, names; then what has to be read letter by
// letter, while that may still lift the pair over the bound.
bool Comparer::reaches(std::uint32_t b, const Worths& worths, std::int32_t least, Compared& out) {
  out = {};
  struct Put {
    std::size_t field, feature;
  };
  std::array<Put, kMostFeatures> later;
  std::size_t waiting = 0, feature = 0;
  std::int32_t sum = 0;
  const auto add = [&](std::size_t f) {
    if (out.level[f] == Level::kAbsent) return;
    sum += worths.of[f][static_cast<std::size_t>(out.level[f])] + out.rarity[f];
  };
  const std::uint32_t* row_b = lists_.other().rows.of(b);
  for (std::size_t field = 0; field < lists_.schema.size(); ++field) {
    const std::size_t cell = cells_[field];
    const Kind kind = lists_.schema[field].kind;
    if (kind == Kind::kName) {
      Names names;
      if (plain_names(cell, b, names)) {
        put_names(field, feature, names, out);
      } else {
        compare_names(field, feature, b, out, nullptr);
        compare_kunyas(field, feature + kKunyaSlot, b, out, nullptr);
      }
      for (std::size_t slot = 0; slot < kNameSlots; ++slot) add(feature + slot);
      feature += kNameSlots;
      continue;
    }
    const std::uint32_t x = row_[cell], y = row_b[cell];
    if (x != kNone && y != kNone) {
      const bool by_id = kind != Kind::kDate && !lists_.dictionaries[field].has_ids;
      if (x == PersonRows::kElsewhere || y == PersonRows::kElsewhere ||
          (kind == Kind::kTerm && !by_id)) {
        compare_values(field, feature, b, out, nullptr);
        add(feature);
      } else if (kind == Kind::kDate) {
        out.level[feature] = level_of(field, x, y);
        if (out.level[feature] == Level::kExact) put_exact(field, feature, x, y, out);
        add(feature);
      } else if (x == y) {
        put_exact(field, feature, x, y, out);
        add(feature);
      } else if (kind == Kind::kCategory) {
        out.level[feature] = Level::kDifferent;
        add(feature);
      } else {
        sum += worths.unequal[feature];
        later[waiting++] = {field, feature};
      }
    }
    ++feature;
  }
  for (std::size_t i = 0; i < waiting; ++i) {
    if (sum < least) return false;
    const auto [field, f] = later[i];
    out.level[f] = level_of(field, row_[cells_[field]], row_b[cells_[field]]);
    sum -= worths.unequal[f];
    add(f);
  }
  return sum >= least;
}

}  // namespace parley::linkage
