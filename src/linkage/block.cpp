#include "linkage/block.hpp"

#include <algorithm>

namespace parley::linkage {
namespace {

constexpr std::int32_t kFirstYear = 1;
constexpr std::size_t kYears = 10'000;

}  // namespace

void BlockReport::add(const BlockReport& other) {
  touched += other.touched;
  candidates += other.candidates;
  cut_people += other.cut_people;
  common_keys += other.common_keys;
  lost_keys += other.lost_keys;
  lost_pairs += other.lost_pairs;
}

Postings::Postings(std::size_t keys, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  first_.resize(keys + 1);
  people_.reserve(pairs.size());
  for (const auto& [key, person] : pairs) {
    ++first_[key + 1];
    people_.push_back(person);
  }
  for (std::size_t key = 1; key < first_.size(); ++key) first_[key] += first_[key - 1];
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
      years_(lists.schema.size()) {
  for (std::size_t field = 0; field < lists.schema.size(); ++field) {
    if (lists.schema[field].kind == Kind::kName) {
      index_names(field);
    } else {
      index_values(field);
    }
  }
  if (common_keys_ != 0) index_joint();
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
  parts_[field] = Postings(lists_.parts.size(), std::move(parts));
  kunyas_[field] = Postings(lists_.parts.size(), std::move(kunyas));
  for (std::size_t part = 0; part < lists_.parts.size(); ++part) {
    if (is_common(parts_[field], part)) ++common_keys_;
  }
}

void Blocker::index_values(std::size_t field) {
  if (lists_.schema[field].kind == Kind::kCategory) return;
  const Side& side = lists_.other();
  const Dictionary& dictionary = lists_.dictionaries[field];
  const Kind kind = lists_.schema[field].kind;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> values, years;
  for (std::uint32_t person = 0; person < side.size(); ++person) {
    const Range range = side.values[field].of(person);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t id = side.values[field].items[i].id;
      values.emplace_back(kind == Kind::kTerm ? dictionary.terms[id].same : id, person);
      if (kind != Kind::kDate) continue;
      years.emplace_back(dictionary.dates[id].middle_year - kFirstYear, person);
    }
  }
  values_[field] = Postings(dictionary.size, std::move(values));
  if (kind == Kind::kDate) years_[field] = Postings(kYears, std::move(years));
}

void Blocker::index_joint() {
  const Side& side = lists_.other();
  std::vector<std::uint32_t> mine;
  for (std::uint32_t person = 0; person < side.size(); ++person) {
    for (std::size_t field = 0; field < lists_.schema.size(); ++field) {
      if (lists_.schema[field].kind != Kind::kName) continue;
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
          joint_.emplace_back(joint_of_parts(mine[i], mine[j]), person);
        }
        for (std::size_t date = 0; date < lists_.schema.size(); ++date) {
          if (lists_.schema[date].kind != Kind::kDate) continue;
          const Range dates = side.values[date].of(person);
          for (std::uint32_t d = dates.begin; d < dates.end; ++d) {
            const std::uint32_t id = side.values[date].items[d].id;
            const std::int32_t year = lists_.dictionaries[date].dates[id].middle_year;
            joint_.emplace_back(joint_of_year(mine[i], date, year), person);
          }
        }
      }
    }
  }
  std::sort(joint_.begin(), joint_.end());
  joint_.erase(std::unique(joint_.begin(), joint_.end()), joint_.end());
}

}  // namespace parley::linkage
