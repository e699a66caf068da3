#include "linkage/compare_value.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "linkage/near_keys.hpp"
#include "linkage/vocabulary.hpp"
#include "text/edit_distance.hpp"

namespace parley::linkage {
namespace {

constexpr std::int32_t kDaysOfYear = 365;
constexpr std::int32_t kFewDaysApart = 7;
constexpr std::int32_t kYearsOfSlip = 10;  // the same day and month of a year so far away
constexpr int kSame = 1000;                // of text::likeness()
constexpr int kKnownBits = 14;
constexpr std::size_t kKnown = std::size_t{1} << kKnownBits;
constexpr std::size_t kShortCode = 5;  // shorter ones differ in a character by chance
constexpr std::size_t kLongCode = 10;  // e-mail and the like: several slips and still alike

using Ids = std::span<const std::uint32_t>;

bool share(Ids a, Ids b) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

bool is_day(const CodedDate& date) { return date.month != 0; }
std::int32_t width(const CodedDate& date) { return date.last - date.first + 1; }

int digits_apart(std::int32_t x, std::int32_t y, int digits) {
  int apart = 0;
  for (int i = 0; i < digits; ++i, x /= 10, y /= 10) apart += x % 10 != y % 10;
  return apart;
}

// Digits that differ of YYYYMMDD.
int digits_apart(const CodedDate& a, const CodedDate& b) {
  return digits_apart(a.year, b.year, 4) + digits_apart(a.month, b.month, 2) +
         digits_apart(a.day, b.day, 2);
}

Level compare_days(const CodedDate& a, const CodedDate& b) {
  if (a.first == b.first) return Level::kExact;
  if (digits_apart(a, b) == 1) return Level::kOneDigit;
  if (a.year == b.year && a.month == b.day && a.day == b.month) return Level::kSwapped;
  if (std::abs(a.first - b.first) <= kFewDaysApart) return Level::kFewDays;
  if (a.year == b.year) return Level::kOtherDay;
  const bool same_day = a.month == b.month && a.day == b.day;
  if (same_day && std::abs(a.year - b.year) <= kYearsOfSlip) return Level::kOtherYear;
  return Level::kDifferent;
}

Level by_gap(std::int32_t days) {
  if (days <= kDaysOfYear) return Level::kOneYear;
  if (days <= 2 * kDaysOfYear) return Level::kTwoYears;
  if (days <= 5 * kDaysOfYear) return Level::kFiveYears;
  return Level::kDifferent;
}

}  // namespace

Level compare(const CodedDate& a, const CodedDate& b) {
  if (is_day(a) && is_day(b)) {
    const Level level = compare_days(a, b);
    if (level != Level::kDifferent) return level;
  }
  const std::int32_t gap = std::max(a.first, b.first) - std::min(a.last, b.last);
  if (gap > 0) return by_gap(gap);
  const bool narrow = std::max(width(a), width(b)) <= kDaysOfYear + 1;
  return narrow ? Level::kSameYear : Level::kOverlap;
}

Level compare_codes(std::string_view a, std::string_view b) {
  if (a == b) return Level::kExact;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() >= kLongCode) {
    const std::size_t edits = text::edit_distance(a, b);
    if (edits == 1) return Level::kNear;
    if (edits * 4 <= b.size()) return Level::kAlike;
    return edits * 2 <= b.size() ? Level::kWeak : Level::kDifferent;
  }
  if (b.size() < kShortCode || b.size() - a.size() > 1) return Level::kDifferent;
  // What remains after the common beginning and the common end.
  std::size_t front = 0;
  while (front < a.size() && a[front] == b[front]) ++front;
  std::size_t back = 0;
  while (back < a.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  const std::string_view x = a.substr(front, a.size() - front - back);
  const std::string_view y = b.substr(front, b.size() - front - back);
  if (x.size() <= 1 && y.size() <= 1) return Level::kNear;
  const bool swapped = x.size() == 2 && y.size() == 2 && x[0] == y[1] && x[1] == y[0];
  return swapped ? Level::kNear : Level::kDifferent;
}

TermComparer::TermComparer(const Encoded& lists) : lists_(lists), known_(kKnown) {
  letters_.reserve(lists.words.size());
  for (const text::NamePart& word : lists.words) letters_.push_back(letters_of(word.key));
}

int TermComparer::likeness(std::uint32_t a, std::uint32_t b) {
  const text::NamePart& x = lists_.words[a];
  if (a == b && !x.initial && !x.folded.empty()) return kSame;
  const text::NamePart& y = lists_.words[b];
  const bool one_group = x.group != 0 && x.group == y.group;
  if (!one_group && !near_keys(x.key, letters_[a], y.key, letters_[b])) return 0;
  const std::uint64_t words = std::uint64_t{a} << 32 | b;
  Known& known = known_[(words * 0x9e3779b97f4a7c15u) >> (64 - kKnownBits)];
  if (known.words != words) known = {words, text::likeness(x, y)};
  return known.likeness;
}

// How alike the words of `a` are to those of `b`, 0 to 1000 on the average: the best of each.
int TermComparer::best_of_each(Words a, Words b) {
  int sum = 0;
  for (const std::uint32_t x : a) {
    int best = 0;
    for (const std::uint32_t y : b) best = std::max(best, likeness(x, y));
    sum += best;
  }
  return sum / static_cast<int>(a.size());
}

Level TermComparer::compare_texts(const Dictionary& dictionary, const CodedTerm& a,
                                  const CodedTerm& b) {
  if (a.text == b.text || dictionary.texts[a.text] == dictionary.texts[b.text]) {
    return Level::kExact;
  }
  const Words words(dictionary.words);
  const Words words_a = words.subspan(a.words.begin, a.words.end - a.words.begin);
  const Words words_b = words.subspan(b.words.begin, b.words.end - b.words.begin);
  if (words_a.empty() || words_b.empty()) return Level::kDifferent;
  const int of_a = best_of_each(words_a, words_b), of_b = best_of_each(words_b, words_a);
  if (std::min(of_a, of_b) >= kNearLikeness) return Level::kNear;
  if (std::min(of_a, of_b) >= kAlikeLikeness) return Level::kAlike;
  if (std::max(of_a, of_b) >= kNearLikeness) return Level::kWithin;
  return Level::kDifferent;
}

Level TermComparer::compare(std::size_t field, std::uint32_t a, std::uint32_t b) {
  const Dictionary& dictionary = lists_.dictionaries[field];
  const CodedTerm &x = dictionary.terms[a], &y = dictionary.terms[b];
  if (x.stands != kNone && x.stands == y.stands) return Level::kExact;
  if (x.is.empty() || y.is.empty()) {
    const bool texts = !dictionary.texts[x.text].empty() && !dictionary.texts[y.text].empty();
    return texts ? compare_texts(dictionary, x, y) : Level::kAbsent;
  }
  const Ids ids(dictionary.ids);
  const auto of = [&ids](const Range& range) {
    return ids.subspan(range.begin, range.end - range.begin);
  };
  if (share(of(x.is), of(y.is))) return Level::kExact;
  if (share(of(x.is), of(y.within)) || share(of(x.within), of(y.is))) return Level::kWithin;
  return share(of(x.within), of(y.within)) ? Level::kBeside : Level::kDifferent;
}

Level better(Level a, Level b) {
  // The declared order is from the closest to the furthest within each kind; absent is last.
  if (a == Level::kAbsent) return b;
  if (b == Level::kAbsent) return a;
  return std::min(a, b);
}

}  // namespace parley::linkage
