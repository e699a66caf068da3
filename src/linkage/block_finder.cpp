#include <algorithm>

#include "linkage/bits.hpp"
#include "linkage/block.hpp"

namespace parley::linkage {
namespace {

// Parts of a score in hundredths, by how surely the two are one name.
std::uint32_t percent_of(Level level) {
  switch (level) {
    case Level::kExact:
    case Level::kNear:
    case Level::kAcross: return 100;
    case Level::kAlike: return 80;
    case Level::kWeak: return 40;
    default: return 0;
  }
}
constexpr std::uint32_t kOtherNamePercent = 70;  // a name that is not the person's own
constexpr std::uint32_t kTermPercent = 50;       // terms partly say the same
constexpr std::uint32_t kMonthPercent = 70;
constexpr std::uint32_t kYearPercent[] = {100, 70, 40};  // by how many years it is off
constexpr std::int32_t kYearsOff = 2;
constexpr std::int32_t kYearsOffTogether = 1;  // with a common name part
constexpr std::uint32_t kMostPerPart = 8;      // spellings of one part that joint keys are made of
constexpr std::uint32_t kFewPerPart = 3;       // the same, where touches are bounded

std::uint32_t percent(std::uint32_t bits, std::uint32_t of) { return bits * of / 100; }

}  // namespace

Blocker::Finder::Finder(const Blocker& blocker)
    : blocker_(blocker), score_(blocker.lists_.other().size()) {}

const std::vector<std::uint32_t>& Blocker::Finder::of(std::uint32_t a) {
  a_ = a;
  common_.clear();
  const Schema& schema = blocker_.lists_.schema;
  const auto each = [&schema](Kind kind, auto&& add) {
    for (std::size_t field = 0; field < schema.size(); ++field) {
      if (schema[field].kind == kind) add(field);
    }
  };
  opening_ = true;
  each(Kind::kName, [this](std::size_t field) { add_names(field); });
  each(Kind::kCode, [this](std::size_t field) { add_codes(field); });
  each(Kind::kDate, [this](std::size_t field) { add_days(field); });
  each(Kind::kDate, [this](std::size_t field) { add_months(field); });
  if (!common_.empty()) add_joint();
  opening_ = touched_.size() < blocker_.options_.candidates;
  each(Kind::kDate, [this](std::size_t field) { add_years(field); });
  each(Kind::kTerm, [this](std::size_t field) { add_terms(field); });
  if (is_bounded()) add_rarest();
  choose();
  return chosen_;
}

void Blocker::Finder::add(const Postings& postings, std::size_t key, std::uint32_t bits) {
  const Range range = postings.of(key);
  const Shared shared{postings.people() + range.begin, range.end - range.begin, bits};
  if (bits == 0 || range.empty()) return;
  if (is_bounded()) {
    shared_.push_back(shared);
  } else {
    add(shared);
  }
}

void Blocker::Finder::add(const Shared& shared) {
  for (std::uint32_t i = 0; i < shared.size; ++i) {
    const std::uint32_t b = shared.people[i];
    if (score_[b] == 0) {
      if (!opening_) continue;
      touched_.push_back(b);
    }
    score_[b] += shared.bits;
  }
}

// What fewest share first, until enough people are touched.
void Blocker::Finder::add_rarest() {
  opening_ = true;
  std::stable_sort(shared_.begin(), shared_.end(),
                   [](const Shared& x, const Shared& y) { return x.size < y.size; });
  std::uint64_t used = 0;
  for (const Shared& shared : shared_) {
    if (used + shared.size > blocker_.options_.most_touched) {
      ++report_.lost_keys;
      report_.lost_pairs += shared.size;
      continue;
    }
    used += shared.size;
    add(shared);
  }
  shared_.clear();
}

void Blocker::Finder::add_names(std::size_t field) {
  const NameColumn& column = blocker_.lists_.a.names[field];
  const std::uint32_t whole = blocker_.lists_.schema[field].own_name ? 100 : kOtherNamePercent;
  const auto add_part = [&](std::uint32_t part, std::size_t slot, const Postings& postings,
                            std::uint32_t row) {
    const Range range = blocker_.vocabulary_.of_a(part);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Alike& alike = blocker_.vocabulary_.in_b(i);
      const std::int32_t rarity = blocker_.rarity_.of_parts(field, slot, part, alike.part);
      const std::uint32_t bits = percent(
          percent(static_cast<std::uint32_t>(std::max(rarity, 1)), percent_of(alike.level)), whole);
      if (bits == 0 || (is_bounded() && alike.level == Level::kWeak)) continue;
      if (slot != kKunyaSlot && blocker_.is_common(postings, alike.part)) {
        common_.push_back({row, alike.part, bits});
      } else {
        add(postings, alike.part, bits);
      }
    }
  };
  const Range names = column.of(a_);
  std::uint32_t row = static_cast<std::uint32_t>(field) << 16;
  for (std::uint32_t n = names.begin; n < names.end; ++n) {
    const CodedName& name = column.names[n];
    for (std::uint32_t p = name.begin; p < name.end; ++p) {
      const std::uint32_t part = column.parts[p].part;
      bool met = false;  // in another name of the person's
      for (std::uint32_t q = column.names[names.begin].begin; q < p; ++q) {
        met = met || column.parts[q].part == part;
      }
      if (!met) add_part(part, Rarity::kAnySlot, blocker_.parts_[field], row);
      ++row;
    }
    if (name.kunya != kNone) add_part(name.kunya, kKunyaSlot, blocker_.kunyas_[field], row++);
  }
}

void Blocker::Finder::add_codes(std::size_t field) {
  const ValueColumn& column = blocker_.lists_.a.values[field];
  const Range range = column.of(a_);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::uint32_t id = column.items[i].id;
    if (blocker_.is_common(blocker_.values_[field], id)) continue;
    const std::int32_t bits = blocker_.rarity_.of_value(field, id, id);
    add(blocker_.values_[field], id, static_cast<std::uint32_t>(std::max(bits, 1)));
  }
}

void Blocker::Finder::add_days(std::size_t field) {
  const ValueColumn& column = blocker_.lists_.a.values[field];
  const std::vector<CodedDate>& dates = blocker_.lists_.dictionaries[field].dates;
  const Range range = column.of(a_);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const CodedDate& mine = dates[column.items[i].id];
    if (mine.month == 0) continue;
    for (const bool swapped : {false, true}) {
      if (swapped && (mine.day > 12 || mine.day == mine.month)) continue;
      const Date day{mine.year, swapped ? mine.day : mine.month, swapped ? mine.month : mine.day};
      const std::uint32_t id =
          blocker_.lists_.dictionaries[field].day(static_cast<std::int32_t>(days_from_civil(day)));
      if (id == kNone || blocker_.is_common(blocker_.values_[field], id)) continue;
      const std::int32_t bits = blocker_.rarity_.of_value(field, id, id);
      add(blocker_.values_[field], id, static_cast<std::uint32_t>(std::max(bits, 1)));
    }
  }
}

void Blocker::Finder::add_months(std::size_t field) {
  const ValueColumn& column = blocker_.lists_.a.values[field];
  const Range range = column.of(a_);
  const std::uint32_t people = std::max(blocker_.lists_.other().values[field].present, 1u);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::uint32_t key =
        month_of(blocker_.lists_.dictionaries[field].dates[column.items[i].id]);
    if (key == kNone || blocker_.is_common(blocker_.months_[field], key)) continue;
    const Range month = blocker_.months_[field].of(key);
    if (month.empty()) continue;
    const auto bits = static_cast<std::uint32_t>(
        std::max(log2_millibits(people, std::min(month.end - month.begin, people)), 1));
    add(blocker_.months_[field], key, percent(bits, kMonthPercent));
  }
}

void Blocker::Finder::add_years(std::size_t field) {
  const ValueColumn& column = blocker_.lists_.a.values[field];
  const Range range = column.of(a_);
  const std::uint32_t people = std::max(blocker_.lists_.other().values[field].present, 1u);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::int32_t mine =
        blocker_.lists_.dictionaries[field].dates[column.items[i].id].middle_year;
    for (std::int32_t off = -kYearsOff; off <= kYearsOff; ++off) {
      if (mine + off < 1) continue;
      const std::size_t key = static_cast<std::size_t>(mine + off - 1);
      const Range year = blocker_.years_[field].of(key);
      if (year.empty() || blocker_.is_common(blocker_.years_[field], key)) continue;
      const auto bits = static_cast<std::uint32_t>(
          std::max(log2_millibits(people, std::min(year.end - year.begin, people)), 1));
      add(blocker_.years_[field], key, percent(bits, kYearPercent[off < 0 ? -off : off]));
    }
  }
}

void Blocker::Finder::add_terms(std::size_t field) {
  const ValueColumn& column = blocker_.lists_.a.values[field];
  const Range range = column.of(a_);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::uint32_t same = blocker_.lists_.dictionaries[field].terms[column.items[i].id].same;
    if (blocker_.is_common(blocker_.values_[field], same)) continue;
    const std::int32_t bits = blocker_.rarity_.of_value(field, same, same);
    add(blocker_.values_[field], same,
        percent(static_cast<std::uint32_t>(std::max(bits, 1)), kTermPercent));
  }
}

void Blocker::Finder::add_joint() {
  // The most alike spellings of each part are enough.
  std::stable_sort(common_.begin(), common_.end(), [](const Common& x, const Common& y) {
    return x.row != y.row ? x.row < y.row : x.bits > y.bits;
  });
  std::vector<Common> few;
  std::uint32_t of_row = 0;
  for (const Common& common : common_) {
    of_row = !few.empty() && few.back().row == common.row ? of_row + 1 : 0;
    if (of_row < (is_bounded() ? kFewPerPart : kMostPerPart)) few.push_back(common);
  }
  for (std::size_t i = 0; i < few.size(); ++i) {
    for (std::size_t j = i + 1; j < few.size(); ++j) {
      // Of one field, of different parts of it.
      if (few[i].row >> 16 != few[j].row >> 16 || few[i].row == few[j].row) continue;
      if (few[i].part == few[j].part) continue;
      add_joint_key(joint_of_parts(few[i].part, few[j].part), few[i].bits + few[j].bits);
    }
    add_joint_years(few[i]);
    if (is_bounded()) add_joint_terms(few[i]);
  }
}

void Blocker::Finder::add_joint_years(const Common& common) {
  const Encoded& lists = blocker_.lists_;
  for (std::size_t date = 0; date < lists.schema.size(); ++date) {
    if (lists.schema[date].kind != Kind::kDate) continue;
    const Range range = lists.a.values[date].of(a_);
    for (std::uint32_t d = range.begin; d < range.end; ++d) {
      const std::uint32_t id = lists.a.values[date].items[d].id;
      const std::int32_t year = lists.dictionaries[date].dates[id].middle_year;
      for (std::int32_t off = -kYearsOffTogether; off <= kYearsOffTogether; ++off) {
        add_joint_key(joint_of_year(common.part, date, year + off), common.bits);
      }
    }
  }
}

void Blocker::Finder::add_joint_terms(const Common& common) {
  const Encoded& lists = blocker_.lists_;
  for (std::size_t field = 0; field < lists.schema.size(); ++field) {
    if (lists.schema[field].kind != Kind::kTerm) continue;
    const Range range = lists.a.values[field].of(a_);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t id = lists.a.values[field].items[i].id;
      const std::uint32_t same = lists.dictionaries[field].terms[id].same;
      if (!blocker_.is_common(blocker_.values_[field], same)) continue;
      const std::int32_t bits = blocker_.rarity_.of_value(field, same, same);
      add_joint_key(
          joint_of_term(common.part, field, same),
          common.bits + percent(static_cast<std::uint32_t>(std::max(bits, 0)), kTermPercent));
    }
  }
}

void Blocker::Finder::add_joint_key(std::uint64_t key, std::uint32_t bits) {
  const Range range = blocker_.joint_.of(key);
  const std::uint32_t size = range.end - range.begin;
  if (size > blocker_.options_.most_per_key) {
    ++report_.lost_keys;
    report_.lost_pairs += size;
    return;
  }
  const Shared shared{blocker_.joint_.people() + range.begin, size, bits};
  if (is_bounded()) {
    if (size != 0) shared_.push_back(shared);
  } else {
    add(shared);
  }
}

void Blocker::Finder::choose() {
  if (blocker_.lists_.one_list && score_[a_] != 0) {
    score_[a_] = 0;
    touched_.erase(std::find(touched_.begin(), touched_.end(), a_));
  }
  const std::size_t budget = blocker_.options_.candidates;
  report_.touched += touched_.size();
  chosen_ = touched_;
  if (touched_.size() > budget) {
    ++report_.cut_people;
    const auto last = chosen_.begin() + static_cast<std::ptrdiff_t>(budget);
    std::nth_element(chosen_.begin(), last, chosen_.end(),
                     [this](std::uint32_t x, std::uint32_t y) {
                       return score_[x] != score_[y] ? score_[x] > score_[y] : x < y;
                     });
    chosen_.erase(last, chosen_.end());
  }
  std::sort(chosen_.begin(), chosen_.end());
  report_.candidates += chosen_.size();
  for (const std::uint32_t b : touched_) score_[b] = 0;
  touched_.clear();
}

}  // namespace parley::linkage
