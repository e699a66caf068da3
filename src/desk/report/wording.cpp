#include "desk/report/wording.hpp"

#include <algorithm>

#include "desk/report/written_date.hpp"

namespace parley::desk {

using document::Face;
using document::Language;
using document::Run;
using document::Text;
using dossier::Kept;
using dossier::Speaker;
using dossier::Statement;
namespace field = dossier::statement_field;

namespace {

// "ar-Latn": letters that do not run as the language does.
bool names_a_script(std::string_view tag) {
  for (std::size_t at = tag.find('-'); at != std::string_view::npos;) {
    const std::size_t next = tag.find('-', at + 1);
    const std::string_view part = tag.substr(at + 1, next - at - 1);
    if (part.size() == 4 && (part[0] < '0' || part[0] > '9')) return true;
    at = next;
  }
  return false;
}

}  // namespace

bool is_withheld(const Kept<Statement>& statement, std::int64_t field) {
  const std::vector<std::int64_t>& withheld = statement.versions.back().withheld;
  return std::find(withheld.begin(), withheld.end(), field) != withheld.end();
}

Text Wording::labelled(Label label, Text value) const {
  Text out(word(label) + word(Label::kColon));
  out += std::move(value);
  return out;
}

Text Wording::joined(const std::vector<Text>& parts) const {
  Text out;
  for (const Text& part : parts) {
    if (!out.runs.empty()) out += word(Label::kComma);
    out += part;
  }
  return out;
}

Run Wording::entered(std::string_view text, std::string_view tag, Face face) const {
  const auto language = document::language_from_tag(tag);
  if (!language || names_a_script(tag)) return document::as_entered(std::string(text), face);
  return document::in(*language, std::string(text), face);
}

Text Wording::named(const dossier::Names& names) const {
  const std::string_view text = dossier::name_in(names, document::tag(language_));
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const auto& name) { return name.second == text; });
  if (found == names.end()) return aside(Label::kNotNamed);
  const auto own = names.find(std::string(document::tag(language_)));
  return entered(text, own == names.end() ? found->first : own->first);
}

Text Wording::party(const record::EntryId& id) const {
  const auto* party = dossier_.party(id);
  return party ? named(party->value().names) : Text(aside(Label::kNotShown));
}

Text Wording::measure(const record::EntryId& id) const {
  const auto* measure = dossier_.measure(id);
  return measure ? named(measure->value().names) : Text(aside(Label::kNotShown));
}

Text Wording::source(const record::EntryId& id) const {
  const auto* kept = dossier_.source(id);
  if (!kept) return aside(Label::kNotShown);
  const dossier::Source& source = kept->value();
  Text out(source.publisher.empty() ? entered(source.title, source.language)
                                    : document::as_entered(source.publisher));
  if (source.kind != dossier::SourceKind::kOther) out += " " + aside(label_of(source.kind));
  return out;
}

Text Wording::speaker(const Speaker& speaker, const std::optional<record::EntryId>& under) const {
  if (!speaker.party) {
    return speaker.name.empty() ? Text(aside(Label::kNotNamed))
                                : Text(document::as_entered(speaker.name));
  }
  const Text party = this->party(*speaker.party);
  const bool itself = speaker.name.empty() || speaker.name == party.plain();
  if (under == speaker.party) return itself ? Text() : Text(document::as_entered(speaker.name));
  if (itself) return party;
  Text out(document::as_entered(speaker.name));
  out += " (";
  out += party;
  out += ")";
  return out;
}

Text Wording::speakers(const std::vector<Speaker>& speakers,
                       const std::optional<record::EntryId>& under) const {
  Text out;
  for (const Speaker& one : speakers) {
    Text name = speaker(one, under);
    if (name.empty()) continue;
    if (!out.runs.empty()) out += "\n";
    out += std::move(name);
  }
  return out;
}

Text Wording::who(const Kept<Statement>& statement) const {
  dossier::Word word;
  word.speakers = statement.value().speakers;
  word.withheld = is_withheld(statement, field::kSpeakers);
  if (!is_withheld(statement, field::kSource)) word.source = statement.value().source;
  return this->word(word);
}

Text Wording::word(const dossier::Word& word) const {
  if (!word.speakers.empty()) return speakers(word.speakers);
  if (word.withheld) return aside(Label::kNotShown);
  return word.source ? source(*word.source) : Text(aside(Label::kNotNamed));
}

Text Wording::holder(const dossier::Holder& holder) const {
  if (holder.speaker) return speaker(*holder.speaker);
  if (holder.source) return source(*holder.source);
  const auto* statement = holder.statement ? dossier_.statement(*holder.statement) : nullptr;
  return statement ? who(*statement) : Text(aside(Label::kNotShown));
}

Text Wording::text_of(const Kept<Statement>& kept) const {
  const Statement& statement = kept.value();
  std::string quoted;
  if (!statement.quotation.empty()) {
    const auto theirs = document::language_from_tag(statement.language);
    const Language marks = theirs && is_report_language(*theirs) ? *theirs : language_;
    quoted = label(Label::kQuoteOpen, marks, {}) + statement.quotation +
             label(Label::kQuoteClose, marks, {});
  }
  if (!is_withheld(kept, field::kText)) {
    const std::string between = quoted.empty() ? "" : "\n";
    return entered(statement.text + between + quoted, statement.language);
  }
  Text out(aside(Label::kNotShown));
  if (!quoted.empty()) {
    out += "\n";
    out += entered(quoted, statement.language);
  }
  return out;
}

Text Wording::stance_of(const Kept<Statement>& kept, Face face) const {
  const Statement& statement = kept.value();
  if (statement.stance.empty()) return {};
  return entered(statement.stance, statement.language, face);
}

std::string Wording::date(const std::optional<Date>& date) const {
  return date ? written_date(*date, language_) : word(Label::kNoDate);
}

Text Wording::date_of(const Kept<Statement>& kept) const {
  const Statement& statement = kept.value();
  std::string out;
  if (statement.said) {
    out = date(statement.said);
    if (statement.said_inferred) out += " " + aside(Label::kInferred);
  } else if (statement.reported) {
    out = date(statement.reported) + " " + aside(Label::kDateOfReport);
  } else {
    out = aside(Label::kNotShown);
  }
  if (kept.versions.size() > 1) out += " " + aside(Label::kCorrected);
  return out;
}

std::string Wording::entry(std::uint64_t index) const {
  return label(Label::kEntryNumber, language_, {std::to_string(index)});
}

}  // namespace parley::desk
