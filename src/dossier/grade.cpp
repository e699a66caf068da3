#include "dossier/grade.hpp"

#include "dossier/body.hpp"

namespace parley::dossier {
namespace {

template <class Ref>
Flaws flaws_of(const GradeOf<Ref>& grade) {
  Flaws flaws;
  if (grade.statement.has_value() == grade.source.has_value()) {
    flaws.push_back({"statement", "a grade is of one statement or of one source"});
  }
  if (!grade.reliability && !grade.credibility) {
    flaws.push_back({"reliability", "needs a reliability or a credibility"});
  }
  if (grade.reliability && (*grade.reliability < 'A' || *grade.reliability > 'F')) {
    flaws.push_back({"reliability", "is not A to F"});
  }
  if (grade.credibility && (*grade.credibility < 1 || *grade.credibility > 6)) {
    flaws.push_back({"credibility", "is not 1 to 6"});
  }
  if (grade.note.size() > kLongestLine) {
    flaws.push_back({"note", "is longer than " + std::to_string(kLongestLine) + " bytes"});
  } else if (!is_plain_text(grade.note)) {
    flaws.push_back({"note", "has characters that do not show"});
  }
  return flaws;
}

}  // namespace

Flaws flaws(const Grade& grade) { return flaws_of(grade); }
Flaws flaws(const GradeDraft& grade) { return flaws_of(grade); }

record::Payload to_payload(const Grade& grade, const std::set<std::int64_t>& apart) {
  using namespace grade_field;
  BodyWriter body(Kind::kGrade, apart);
  body.id(kStatement, grade.statement);
  body.id(kSource, grade.source);
  if (grade.reliability) body.text(kReliability, std::string(1, *grade.reliability));
  if (grade.credibility) body.integer(kCredibility, *grade.credibility);
  body.text(kNote, grade.note);
  return body.finish();
}

Result<Grade> grade_from(const record::Payload& payload) {
  using namespace grade_field;
  BodyReader body(Kind::kGrade, payload);
  Grade grade;
  grade.statement = body.id(kStatement);
  grade.source = body.id(kSource);
  const std::string reliability = body.text(kReliability);
  if (!reliability.empty()) {
    if (reliability.size() != 1 || reliability[0] < 'A' || reliability[0] > 'F') {
      body.fault(kReliability, "is not A to F");
    }
    grade.reliability = reliability[0];
  }
  grade.credibility = body.integer(kCredibility, 1, 6);
  grade.note = body.text(kNote);
  PARLEY_TRY(body.finish());
  return grade;
}

}  // namespace parley::dossier
