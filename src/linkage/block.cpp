#include "linkage/block.hpp"

#include <algorithm>

namespace parley::linkage {
namespace {

constexpr std::int32_t kFirstYear = 1;
constexpr std::size_t kYears = 10'000;
// Of lists of over kManyPeople.
constexpr std::uint32_t kFewestCandidates = 16;
constexpr std::uint32_t kPerKeyOfMany = 500;
constexpr std::uint32_t kTouchedOfMany = 1'500;

}  // namespace

void BlockReport::add(const BlockReport& other) {
  touched += other.touched;
  candidates += other.candidates;
  cut_people += other.cut_people;
  common_keys += other.common_keys;
  lost_keys += other.lost_keys;
  lost_pairs += other.lost_pairs;
}

BlockOptions BlockOptions::affordable(std::uint32_t people) const {
  BlockOptions out = *this;
  if (people <= kManyPeople) return out;
  const std::uint64_t each = std::uint64_t{candidates} * kManyPeople / people;
  out.candidates = std::min<std::uint32_t>(
      candidates, std::max<std::uint32_t>(static_cast<std::uint32_t>(each), kFewestCandidates));
  out.most_per_key = std::min(most_per_key, kPerKeyOfMany);
  if (out.most_touched == 0) out.most_touched = kTouchedOfMany;
  return out;
}

Postings::Postings(std::size_t keys,
                   const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
  // The last person of each key, to count nobody twice.
  std::vector<std::uint32_t> last(keys, kNone);
  const auto each = [&](auto use) {
    std::fill(last.begin(), last.end(), kNone);
    for (const auto& [key, person] : pairs) {
      if (last[key] == person) continue;
      last[key] = person;
      use(key, person);
    }
  };
  first_.resize(keys + 1);
  each([this](std::uint32_t key, std::uint32_t) { ++first_[key + 1]; });
  for (std::size_t key = 1; key < first_.size(); ++key) first_[key] += first_[key - 1];
  people_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  each([&](std::uint32_t key, std::uint32_t person) { people_[next[key]++] = person; });
}

std::uint32_t month_of(const CodedDate& date) {
  const Date first = civil_from_days(date.first), last = civil_from_days(date.last);
  if (first.year != last.year || first.month != last.month || first.year < 1) return kNone;
  return static_cast<std::uint32_t>((first.year - 1) * 12 + first.month - 1);
}

Blocker::Blocker(const Encoded& lists, const Vocabulary& vocabulary, const Rarity& rarity,
                 const BlockOptions& options)
    : lists_(lists),
      vocabulary_(vocabulary),
      rarity_(rarity),
      options_(options),
      parts_(lists.schema.size()),
      kunyas_(lists.schema.size()),
      values_(lists.schema.size()),
      months_(lists.schema.size()),
      years_(lists.schema.size()) {
  for (std::size_t field = 0; field < lists.schema.size(); ++field) {
    if (lists.schema[field].kind == Kind::kName) {
      index_names(field);
    } else {
      index_values(field);
    }
  }
  if (common_keys_ == 0) return;
  joint_ = Joint(lists.other().size(),
                 [this](std::uint32_t person, auto& keys) { joint_keys_of(person, keys); });
}

bool Blocker::is_common(const Postings& postings, std::size_t key) const {
  const Range range = postings.of(key);
  return range.end - range.begin > options_.most_per_key;
}

void Blocker::index_names(std::size_t field) {
  const Side& side = lists_.other();
  const NameColumn& column = side.names[field];
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parts, kunyas;
  for (std::uint32_t person = 0; person < side.size(); ++person) {
    const Range range = column.of(person);
    for (std::uint32_t n = range.begin; n < range.end; ++n) {
      const CodedName& name = column.names[n];
      for (std::uint32_t p = name.begin; p < name.end; ++p) {
        parts.emplace_back(column.parts[p].part, person);
      }
      if (name.kunya != kNone) kunyas.emplace_back(name.kunya, person);
    }
  }
  parts_[field] = Postings(lists_.parts.size(), parts);
  kunyas_[field] = Postings(lists_.parts.size(), kunyas);
  for (std::size_t part = 0; part < lists_.parts.size(); ++part) {
    if (is_common(parts_[field], part)) ++common_keys_;
  }
}

void Blocker::index_values(std::size_t field) {
  if (lists_.schema[field].kind == Kind::kCategory) return;
  const Side& side = lists_.other();
  const Dictionary& dictionary = lists_.dictionaries[field];
  const Kind kind = lists_.schema[field].kind;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> values, months, years;
  for (std::uint32_t person = 0; person < side.size(); ++person) {
    const Range range = side.values[field].of(person);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t id = side.values[field].items[i].id;
      values.emplace_back(kind == Kind::kTerm ? dictionary.terms[id].same : id, person);
      if (kind != Kind::kDate) continue;
      years.emplace_back(dictionary.dates[id].middle_year - kFirstYear, person);
      const std::uint32_t month = month_of(dictionary.dates[id]);
      if (month != kNone) months.emplace_back(month, person);
    }
  }
  values_[field] = Postings(dictionary.size, values);
  if (kind == Kind::kDate) months_[field] = Postings(kYears * 12, months);
  if (kind == Kind::kDate) years_[field] = Postings(kYears, years);
}

void Blocker::joint_keys_of(std::uint32_t person, std::vector<std::uint64_t>& keys) const {
  const Side& side = lists_.other();
  const Schema& schema = lists_.schema;
  std::vector<std::uint32_t> mine;
  for (std::size_t field = 0; field < schema.size(); ++field) {
    if (schema[field].kind != Kind::kName) continue;
    const NameColumn& column = side.names[field];
    const Range range = column.of(person);
    mine.clear();
    for (std::uint32_t n = range.begin; n < range.end; ++n) {
      for (std::uint32_t p = column.names[n].begin; p < column.names[n].end; ++p) {
        const std::uint32_t part = column.parts[p].part;
        if (is_common(parts_[field], part)) mine.push_back(part);
      }
    }
    std::sort(mine.begin(), mine.end());
    mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
    for (std::size_t i = 0; i < mine.size(); ++i) {
      for (std::size_t j = i + 1; j < mine.size(); ++j) {
        keys.push_back(joint_of_parts(mine[i], mine[j]));
      }
      for (std::size_t other = 0; other < schema.size(); ++other) {
        const Kind kind = schema[other].kind;
        if (kind != Kind::kDate && (kind != Kind::kTerm || options_.most_touched == 0)) continue;
        const Range values = side.values[other].of(person);
        for (std::uint32_t v = values.begin; v < values.end; ++v) {
          const std::uint32_t id = side.values[other].items[v].id;
          const Dictionary& dictionary = lists_.dictionaries[other];
          if (kind == Kind::kDate) {
            keys.push_back(joint_of_year(mine[i], other, dictionary.dates[id].middle_year));
          } else if (is_common(values_[other], dictionary.terms[id].same)) {
            keys.push_back(joint_of_term(mine[i], other, dictionary.terms[id].same));
          }
        }
      }
    }
  }
}

}  // namespace parley::linkage
