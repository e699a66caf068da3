#include "linkage/rarity.hpp"

#include <algorithm>

#include "linkage/bits.hpp"

namespace parley::linkage {
namespace {

constexpr std::uint64_t kMillion = 1'000'000;
// The average counts as much as so many people.
constexpr std::uint64_t kPull = 10;
// What stands nowhere else is taken to stand with so many people, in millionths: a name that was
// not met may well be met; a number that was not met hardly.
constexpr std::uint64_t kUnmetName = 300'000;
constexpr std::uint64_t kUnmetCode = 20'000;
// Of a person's other rows in a list, so many in a hundred have the value in question too.
constexpr std::uint64_t kOwnSharePercent = 70;

// How many of those who have a value are others, in millionths: less the pair at hand, and within
// one list the person and `own` more rows of it.
std::uint64_t others(std::uint64_t count, std::uint64_t own) {
  const std::uint64_t all = count * kMillion;
  return all > own ? all - own : 0;
}

// How many of all pairs agree. Before any pair is seen: 1 in 100, as if 20 pairs had shown it.
struct Average {
  std::uint64_t agreeing = 0, pairs = 0;

  std::uint64_t ppm() const {
    const double share = (static_cast<double>(agreeing) + 0.2) / (static_cast<double>(pairs) + 20);
    return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(share * 1e6 + 0.5), 1, kMillion);
  }
};

std::int32_t bits_of(std::uint64_t agreeing, std::uint64_t present, std::uint64_t average_ppm,
                     std::uint64_t unmet) {
  const std::uint64_t n = (present + kPull) * kMillion;
  const std::uint64_t met = agreeing + unmet + kPull * average_ppm;
  return log2_millibits(n, std::min(met, n));
}

// How often each part stands in each slot, and how many people have the slot.
struct Counts {
  std::vector<std::uint32_t> of_part;  // part * slots + slot
  std::vector<std::uint32_t> people;   // by slot
};

Counts count(const NameColumn& column, std::uint32_t people, std::size_t parts, std::size_t slots) {
  Counts out{std::vector<std::uint32_t>(parts * slots), std::vector<std::uint32_t>(slots)};
  for (std::uint32_t person = 0; person < people; ++person) {
    std::array<bool, 16> has{};
    const Range range = column.of(person);
    for (std::uint32_t n = range.begin; n < range.end; ++n) {
      const CodedName& name = column.names[n];
      for (std::uint32_t p = name.begin; p < name.end; ++p) {
        const PartRef& ref = column.parts[p];
        const std::size_t slot = slot_of(ref.role);
        ++out.of_part[ref.part * slots + slot];
        ++out.of_part[ref.part * slots + Rarity::kAnySlot];
        has[slot] = has[Rarity::kAnySlot] = true;
      }
      if (name.kunya == kNone) continue;
      ++out.of_part[name.kunya * slots + kKunyaSlot];
      has[kKunyaSlot] = true;
    }
    for (std::size_t slot = 0; slot < slots; ++slot) out.people[slot] += has[slot] ? 1u : 0u;
  }
  return out;
}

bool is_one_name(Level level) { return level <= Level::kAlike; }

}  // namespace

Rarity::Rarity(const Encoded& lists, const Vocabulary& vocabulary, std::uint32_t partners_ppm)
    : fields_(lists.schema.size()) {
  own_ = kMillion;
  if (lists.one_list) own_ += std::max(kMillion, partners_ppm * kOwnSharePercent / 100);
  for (std::size_t field = 0; field < lists.schema.size(); ++field) {
    if (lists.schema[field].kind == Kind::kName) {
      add_names(lists, vocabulary, field);
    } else {
      add_values(lists, field);
    }
  }
}

void Rarity::add_names(const Encoded& lists, const Vocabulary& vocabulary, std::size_t field) {
  const std::size_t parts = lists.parts.size();
  const Counts in_a = count(lists.a.names[field], lists.a.size(), parts, kSlots);
  const Counts in_b = count(lists.other().names[field], lists.other().size(), parts, kSlots);
  // How many of the other list agree with each part.
  std::vector<std::uint64_t> met_a(parts * kSlots), met_b(parts * kSlots);
  for (std::uint32_t part = 0; part < parts; ++part) {
    const Range in_other = vocabulary.of_a(part), in_first = vocabulary.of_b(part);
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
      const std::size_t at = part * kSlots + slot;
      for (std::uint32_t i = in_other.begin; i < in_other.end; ++i) {
        const Alike& alike = vocabulary.in_b(i);
        if (is_one_name(alike.level)) met_a[at] += in_b.of_part[alike.part * kSlots + slot];
      }
      for (std::uint32_t i = in_first.begin; i < in_first.end; ++i) {
        const Alike& alike = vocabulary.in_a(i);
        if (is_one_name(alike.level)) met_b[at] += in_a.of_part[alike.part * kSlots + slot];
      }
      met_a[at] = others(met_a[at], own_);
      met_b[at] = others(met_b[at], own_);
    }
  }
  OfField& out = fields_[field];
  out.of_a.resize(parts * kSlots);
  out.of_b.resize(parts * kSlots);
  for (std::size_t slot = 0; slot < kSlots; ++slot) {
    Average average;
    for (std::size_t at = slot; at < met_a.size(); at += kSlots) {
      average.agreeing += in_a.of_part[at] * (met_a[at] / kMillion);
      average.pairs += std::uint64_t{in_a.of_part[at]} * in_b.people[slot];
    }
    const std::uint64_t ppm = average.ppm();
    out.average[slot] = log2_millibits(kMillion, ppm);
    for (std::size_t at = slot; at < met_a.size(); at += kSlots) {
      out.of_a[at] = bits_of(met_a[at], in_b.people[slot], ppm, kUnmetName);
      out.of_b[at] = bits_of(met_b[at], in_a.people[slot], ppm, kUnmetName);
    }
  }
}

void Rarity::add_values(const Encoded& lists, std::size_t field) {
  const ValueColumn& in_a = lists.a.values[field];
  const ValueColumn& in_b = lists.other().values[field];
  const std::uint64_t unmet = lists.schema[field].kind == Kind::kCode ? kUnmetCode : kUnmetName;
  Average average;
  for (std::size_t id = 0; id < in_a.people.size(); ++id) {
    average.agreeing += in_a.people[id] * (others(in_b.people[id], own_) / kMillion);
  }
  average.pairs = std::uint64_t{in_a.present} * in_b.present;
  const std::uint64_t ppm = average.ppm();
  OfField& out = fields_[field];
  out.average[0] = log2_millibits(kMillion, ppm);
  for (std::size_t id = 0; id < in_a.people.size(); ++id) {
    const std::uint64_t met_a = others(in_b.people[id], own_);
    const std::uint64_t met_b = others(in_a.people[id], own_);
    out.of_a.push_back(bits_of(met_a, in_b.present, ppm, unmet));
    out.of_b.push_back(bits_of(met_b, in_a.present, ppm, unmet));
  }
}

std::int32_t Rarity::of_parts(std::size_t field, std::size_t slot, std::uint32_t a,
                              std::uint32_t b) const {
  const OfField& of = fields_[field];
  return std::min(of.of_a[a * kSlots + slot], of.of_b[b * kSlots + slot]);
}

std::int32_t Rarity::of_value(std::size_t field, std::uint32_t a, std::uint32_t b) const {
  return std::min(fields_[field].of_a[a], fields_[field].of_b[b]);
}

}  // namespace parley::linkage
