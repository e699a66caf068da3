#include "linkage/term_meetings.hpp"

#include <map>
#include <string>

#include "linkage/correspondence.hpp"
#include "text/folding.hpp"

namespace parley::linkage {
namespace {

// Folded texts of one list's field, numbered as they are met.
class FoldedTerms {
 public:
  FoldedTerms(const Records& records, std::size_t field) : records_(records), field_(field) {}
  // The number of the record's first term, or kNone if it has none that counts.
  std::uint32_t of(std::size_t person) {
    const Range range = records_.numbers(field_).of(person);
    if (range.empty()) return kNone;
    const std::uint32_t value = records_.numbers(field_).numbers[range.begin];
    if (folded_.size() <= value) folded_.resize(value + 1, kUnseen);
    if (folded_[value] == kUnseen) folded_[value] = folded(records_.values(field_), value);
    return folded_[value];
  }
  const std::string& text(std::uint32_t number) const { return texts_[number]; }

 private:
  static constexpr std::uint32_t kUnseen = kNone - 1;

  std::uint32_t folded(const Values& values, std::uint32_t value) {
    if (value < values.terms.size() && !values.terms[value].is.empty()) return kNone;
    std::string folded = text::fold_name(values.texts[value]);
    if (folded.empty()) return kNone;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    const auto [at, is_new] = numbers_.try_emplace(std::move(folded), number);
    if (is_new) texts_.push_back(at->first);
    return at->second;
  }

  const Records& records_;
  std::size_t field_;
  std::vector<std::uint32_t> folded_;  // by the records' number of the value
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
};

}  // namespace

std::vector<SameTerms> same_terms_of(
    const Records& a, const Records& b,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
  std::vector<SameTerms> out;
  for (std::size_t field = 0; field < a.schema().size(); ++field) {
    if (a.schema()[field].kind != Kind::kTerm) continue;
    FoldedTerms in_a(a, field), in_b(b, field);
    std::vector<Meeting> meetings;
    for (const auto& [x, y] : pairs) {
      const std::uint32_t one = in_a.of(x), other = in_b.of(y);
      if (one != kNone && other != kNone) meetings.emplace_back(one, other);
    }
    for (const auto& [one, other] : correspondences(std::move(meetings))) {
      if (in_a.text(one) == in_b.text(other)) continue;
      out.push_back({static_cast<std::uint16_t>(field), in_a.text(one), in_b.text(other)});
    }
  }
  return out;
}

}  // namespace parley::linkage
