// A grade: the desk's opinion of a source or a statement, in the Admiralty code (NATO AJP-2.1):
// reliability A (completely reliable) to F (cannot be judged), credibility 1 (confirmed) to 6
// (cannot be judged). An entry of its own, for the desk only: it is never part of what it grades.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "dossier/names.hpp"
#include "record/payload.hpp"

namespace parley::dossier {

template <class Ref>
struct GradeOf {
  std::optional<Ref> statement;  // one of the two
  std::optional<Ref> source;
  std::optional<char> reliability;          // 'A' to 'F'; one of the two at least
  std::optional<std::int64_t> credibility;  // 1 to 6
  std::string note;                         // why; may be empty

  bool operator==(const GradeOf&) const = default;
};
using Grade = GradeOf<record::EntryId>;
using GradeDraft = GradeOf<std::string>;

namespace grade_field {
enum : std::int64_t { kStatement = 1, kSource, kReliability, kCredibility, kNote };
}

// "B2", "B", "2".
template <class Ref>
std::string code(const GradeOf<Ref>& grade) {
  std::string out;
  if (grade.reliability) out += *grade.reliability;
  if (grade.credibility) out += std::to_string(*grade.credibility);
  return out;
}

// As for parties.
Flaws flaws(const Grade& grade);
Flaws flaws(const GradeDraft& grade);
record::Payload to_payload(const Grade& grade, const std::set<std::int64_t>& apart = {});
Result<Grade> grade_from(const record::Payload& payload);

}  // namespace parley::dossier
