#include "desk/exchange/paper_people.hpp"

#include "desk/exchange/paper_words.hpp"

namespace parley::desk {

using exchange::Field;
using exchange::Row;

bool PaperPeople::is_own(const Row& row) const {
  return !party_ || view_.lists.lists[row.list].by == *party_;
}

bool PaperPeople::may_read(const Row& row, Field field) const {
  return is_own(row) || view_.identities.released(row.id, field, *party_);
}

std::string PaperPeople::text(const Row& row, Field field) const {
  if (!may_read(row, field)) return {};
  return std::string(view_.lists.text(row, field));
}

std::string PaperPeople::name(const Row& row) const {
  return exchange::name_shown([&](Field field) { return text(row, field); },
                              {Field::kNameOther, Field::kAlias});
}

std::string PaperPeople::born(const Row& row, document::Language language) const {
  const auto person = view_.person(row);
  if (person && person->born && may_read(row, Field::kBorn)) {
    const std::string date = person->born->date.iso();
    return person->born->approximate ? paper_word(PaperWord::kAbout, language, {date}) : date;
  }
  const std::string age = text(row, Field::kAge);
  const auto& of_list = view_.lists.lists[row.list].versions[row.version].value.date;
  if (age.empty() || !of_list) return age;
  return paper_word(PaperWord::kAged, language, {age, of_list->iso()});
}

std::string PaperPeople::from(const Row& row) const {
  const std::string origin = text(row, Field::kOrigin);
  return origin.empty() ? text(row, Field::kBirthPlace) : origin;
}

std::string PaperPeople::reference(const Row& row) const {
  if (!party_) return {};
  if (is_own(row)) return text(row, Field::kReference);
  const exchange::Claim* claim = view_.claims.claim(row.id);
  if (claim != nullptr && claim->answer) {
    const exchange::Answer& answer = view_.claims.answers[*claim->answer];
    if (answer.by == *party_ && !answer.reference.empty()) return answer.reference;
  }
  const auto held = held_row_.find(row.id);
  const Row* own = held == held_row_.end() ? nullptr : view_.lists.row(held->second);
  return own != nullptr && is_own(*own) ? text(*own, Field::kReference) : std::string();
}

}  // namespace parley::desk
