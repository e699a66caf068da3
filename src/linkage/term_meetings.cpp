#include "linkage/term_meetings.hpp"

#include <map>
#include <string>

#include "linkage/correspondence.hpp"
#include "text/folding.hpp"

namespace parley::linkage {
namespace {

// Folded texts of one list's field, numbered as they are met.
class Texts {
 public:
  explicit Texts(std::size_t field) : field_(field) {}
  // The number of the record's first term, or kNone if it has none that counts.
  std::uint32_t of(const Record& record) {
    if (record.values[field_].empty()) return kNone;
    const Term& term = std::get<Term>(record.values[field_].front());
    if (!term.is.empty()) return kNone;
    std::string folded = text::fold_name(term.text);
    if (folded.empty()) return kNone;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    const auto [at, is_new] = numbers_.try_emplace(std::move(folded), number);
    if (is_new) texts_.push_back(at->first);
    return at->second;
  }
  const std::string& text(std::uint32_t number) const { return texts_[number]; }

 private:
  std::size_t field_;
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
    Texts in_a(field), in_b(field);
    std::vector<Meeting> meetings;
    for (const auto& [x, y] : pairs) {
      const std::uint32_t one = in_a.of(a[x]), other = in_b.of(b[y]);
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
