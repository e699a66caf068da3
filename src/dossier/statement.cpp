#include "dossier/statement.hpp"

#include "dossier/body.hpp"

namespace parley::dossier {
namespace {

template <class Ref>
void check_dates(const StatementOf<Ref>& statement, Flaws& flaws) {
  if (statement.said && !is_date(*statement.said)) flaws.push_back({"said", "is not a date"});
  if (statement.reported && !is_date(*statement.reported)) {
    flaws.push_back({"reported", "is not a date"});
  }
  if (statement.about && !is_date(*statement.about)) flaws.push_back({"about", "is not a date"});
  if (!statement.said && !statement.reported) {
    flaws.push_back({"said", "needs a date, here or in reported"});
  }
  if (flaws.empty() && statement.said && statement.reported &&
      statement.reported->last_day() < statement.said->first_day()) {
    flaws.push_back({"reported", "is before it was said"});
  }
  if (statement.said_inferred && !statement.said) {
    flaws.push_back({"said_inferred", "is there without said"});
  }
  if (statement.about_inferred && !statement.about) {
    flaws.push_back({"about_inferred", "is there without about"});
  }
}

template <class Ref>
Flaws flaws_of(const StatementOf<Ref>& statement) {
  Flaws flaws;
  check_dates(statement, flaws);
  if (!statement.key.empty()) check_key(statement.key, flaws);
  for (const SpeakerOf<Ref>& speaker : statement.speakers) {
    if (!speaker.name.empty()) {
      check_line("speakers", speaker.name, flaws);
    } else if (!speaker.party) {
      flaws.push_back({"speakers", "a speaker needs a name or a party"});
    }
  }
  if (has_twice(statement.speakers)) flaws.push_back({"speakers", "has a speaker twice"});
  if (statement.text.empty()) flaws.push_back({"text", "is missing"});
  for (const auto& [field, text] :
       {std::pair{"text", &statement.text}, std::pair{"quotation", &statement.quotation}}) {
    if (text->size() > kLongestText) {
      flaws.push_back({field, "is longer than " + std::to_string(kLongestText) + " bytes"});
    } else if (!is_plain_text(*text)) {
      flaws.push_back({field, "has characters that do not show"});
    }
  }
  if (count_words(statement.quotation) > kLongestQuotation) {
    flaws.push_back(
        {"quotation", "is longer than " + std::to_string(kLongestQuotation) + " words"});
  }
  check_language(statement.language, flaws);
  if (has_twice(statement.measures)) flaws.push_back({"measures", "has a measure twice"});
  if (!statement.point.empty()) check_line("point", statement.point, flaws);
  if (!statement.stance.empty()) check_line("stance", statement.stance, flaws);
  if (statement.point.empty() != statement.stance.empty()) {
    flaws.push_back({"stance", "point and stance stand together"});
  }
  if (!statement.awaits.empty()) {
    check_line("awaits", statement.awaits, flaws);
    if (statement.measures.empty()) {
      flaws.push_back({"measures", "what waits for it: a measure is missing"});
    }
  } else if (statement.awaits_from) {
    flaws.push_back({"awaits_from", "is there without awaits"});
  }
  if (has_twice(statement.meets)) flaws.push_back({"meets", "has a statement twice"});
  return flaws;
}

std::optional<Speaker> speaker_in(const cbor::Value& value) {
  const cbor::Array* pair = value.array();
  if (pair == nullptr || pair->empty() || pair->size() > 2 || (*pair)[0].text() == nullptr)
    return {};
  Speaker speaker;
  speaker.name = *(*pair)[0].text();
  if (pair->size() == 2) {
    speaker.party = id_in((*pair)[1]);
    if (!speaker.party) return {};
  }
  if (speaker.name.empty() && !speaker.party) return {};
  return speaker;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break_space = text.substr(i, 2) == "\xC2\xA0";
    const bool space = no_break_space || text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r');
    if (!space && !inside) ++words;
    inside = !space;
    if (no_break_space) ++i;
  }
  return words;
}

Flaws flaws(const Statement& statement) { return flaws_of(statement); }
Flaws flaws(const StatementDraft& statement) { return flaws_of(statement); }

record::Payload to_payload(const Statement& statement, const std::set<std::int64_t>& apart) {
  using namespace statement_field;
  BodyWriter body(Kind::kStatement, apart);
  body.text(kKey, statement.key);
  cbor::Array speakers;
  for (const Speaker& speaker : statement.speakers) {
    cbor::Array pair{cbor::Value(speaker.name)};
    if (speaker.party) {
      pair.emplace_back(speaker.party->view());
      body.refer(kSpeakers, *speaker.party);
    }
    speakers.emplace_back(std::move(pair));
  }
  body.array(kSpeakers, std::move(speakers));
  body.text(kText, statement.text);
  body.text(kQuotation, statement.quotation);
  body.text(kLanguage, statement.language);
  body.ids(kMeasures, statement.measures);
  body.date(kSaid, statement.said);
  body.flag(kSaidInferred, statement.said_inferred);
  body.date(kReported, statement.reported);
  body.id(kSource, statement.source);
  body.id(kPlace, statement.place);
  body.text(kPoint, statement.point);
  body.text(kStance, statement.stance);
  body.text(kAwaits, statement.awaits);
  body.id(kAwaitsFrom, statement.awaits_from);
  body.ids(kMeets, statement.meets);
  body.date(kAbout, statement.about);
  body.flag(kAboutInferred, statement.about_inferred);
  return body.finish();
}

Result<Statement> statement_from(const record::Payload& payload) {
  using namespace statement_field;
  BodyReader body(Kind::kStatement, payload);
  Statement statement;
  statement.key = body.key(kKey);
  for (const cbor::Value& item : body.array(kSpeakers)) {
    const auto speaker = speaker_in(item);
    if (!speaker) body.fault(kSpeakers, "is not names with their parties");
    statement.speakers.push_back(speaker.value_or(Speaker{}));
  }
  statement.text = body.text(kText, true);
  statement.quotation = body.text(kQuotation);
  statement.language = body.text(kLanguage);
  statement.measures = body.ids(kMeasures);
  statement.said = body.date(kSaid);
  statement.said_inferred = body.flag(kSaidInferred);
  statement.reported = body.date(kReported);
  statement.source = body.id(kSource);
  statement.place = body.id(kPlace);
  statement.point = body.text(kPoint);
  statement.stance = body.text(kStance);
  statement.awaits = body.text(kAwaits);
  statement.awaits_from = body.id(kAwaitsFrom);
  statement.meets = body.ids(kMeets);
  statement.about = body.date(kAbout);
  statement.about_inferred = body.flag(kAboutInferred);
  PARLEY_TRY(body.finish());
  return statement;
}

}  // namespace parley::dossier
