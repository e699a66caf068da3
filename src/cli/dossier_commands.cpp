#include <fmt/core.h>

#include <charconv>

#include "cli/environment.hpp"
#include "cli/options.hpp"
#include "cli/text.hpp"
#include "desk/dossier/enter.hpp"
#include "desk/dossier/situation.hpp"
#include "wire/answers.hpp"

namespace parley::cli {
namespace {

Result<std::pair<std::string, std::string>> split(const std::string& text, const char* option) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    return fail(Fault::kUsage, fmt::format("{} is written NAME=VALUE", option));
  }
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

Result<std::int64_t> number(const std::string& text, const char* option) {
  std::int64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || end != text.data() + text.size()) {
    return fail(Fault::kUsage, fmt::format("{} takes a number", option));
  }
  return value;
}

std::optional<std::string> given(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Result<std::optional<Date>> date(const std::string& text, const char* option) {
  if (text.empty()) return std::optional<Date>{};
  auto value = parse_date(text);
  if (!value) return within({Fault::kUsage, value.error().message, {}}, option);
  return std::optional<Date>(*value);
}

Result<dossier::Names> names(const Arguments& arguments) {
  dossier::Names out;
  for (const std::string& one : arguments.names) {
    PARLEY_ASSIGN(auto pair, split(one, "--name"));
    out.insert(std::move(pair));
  }
  return out;
}

template <class Kind>
Result<Kind> kind(const std::string& text, std::optional<Kind> (*named)(std::string_view),
                  Kind otherwise) {
  if (text.empty()) return otherwise;
  const auto value = named(text);
  if (!value) return fail(Fault::kUsage, "--kind: there is no such kind");
  return *value;
}

Result<dossier::Draft> party_draft(const Arguments& arguments) {
  dossier::PartyDraft draft;
  draft.key = arguments.handle;
  PARLEY_ASSIGN(draft.kind, kind(arguments.kind, dossier::party_kind_named, draft.kind));
  PARLEY_ASSIGN(draft.names, names(arguments));
  draft.part_of = given(arguments.part_of);
  return dossier::Draft(std::move(draft));
}

Result<dossier::Draft> place_draft(const Arguments& arguments) {
  dossier::PlaceDraft draft;
  draft.key = arguments.handle;
  PARLEY_ASSIGN(draft.kind, kind(arguments.kind, dossier::place_kind_named, draft.kind));
  PARLEY_ASSIGN(draft.names, names(arguments));
  draft.within = given(arguments.within);
  if (!arguments.latitude.empty() || !arguments.longitude.empty()) {
    dossier::Position position;
    PARLEY_ASSIGN(position.latitude, dossier::parse_degrees(arguments.latitude));
    PARLEY_ASSIGN(position.longitude, dossier::parse_degrees(arguments.longitude));
    draft.position = position;
  }
  if (!arguments.geonames.empty()) {
    PARLEY_ASSIGN(draft.geonames, number(arguments.geonames, "--geonames"));
  }
  return dossier::Draft(std::move(draft));
}

Result<dossier::Draft> source_draft(const Arguments& arguments) {
  dossier::SourceDraft draft;
  draft.key = arguments.handle;
  PARLEY_ASSIGN(draft.kind, kind(arguments.kind, dossier::source_kind_named, draft.kind));
  draft.title = arguments.title;
  draft.publisher = arguments.publisher;
  PARLEY_ASSIGN(draft.date, date(arguments.date, "--date"));
  draft.url = arguments.url;
  return dossier::Draft(std::move(draft));
}

Result<dossier::Draft> measure_draft(const Arguments& arguments) {
  dossier::MeasureDraft draft;
  draft.key = arguments.handle;
  PARLEY_ASSIGN(draft.kind, kind(arguments.kind, dossier::measure_kind_named, draft.kind));
  PARLEY_ASSIGN(draft.names, names(arguments));
  draft.part_of = given(arguments.part_of);
  draft.place = given(arguments.place);
  return dossier::Draft(std::move(draft));
}

// "John Kerry@united-states": a name, and the party it speaks for; either may be missing.
dossier::SpeakerOf<std::string> speaker(const std::string& text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string::npos) return {text, {}};
  return {text.substr(0, at), given(text.substr(at + 1))};
}

// Puts what was given over what there is.
Result<dossier::Draft> over(dossier::StatementDraft draft, const Arguments& arguments) {
  const auto text = [](std::string& field, const std::string& given_text) {
    if (!given_text.empty()) field = given_text;
  };
  const auto reference = [](std::optional<std::string>& field, const std::string& given_text) {
    if (!given_text.empty()) field = given_text;
  };
  const auto day = [](std::optional<Date>& field, const std::string& given_text,
                      const char* option) -> Result<void> {
    PARLEY_ASSIGN(const std::optional<Date> value, date(given_text, option));
    if (value) field = value;
    return {};
  };
  text(draft.key, arguments.handle);
  if (!arguments.speakers.empty()) draft.speakers.clear();
  for (const std::string& one : arguments.speakers) draft.speakers.push_back(speaker(one));
  text(draft.text, arguments.text);
  if (arguments.text == "-") {
    PARLEY_ASSIGN(draft.text, read_file("-"));
    while (draft.text.ends_with('\n')) draft.text.pop_back();
  }
  text(draft.quotation, arguments.quotation);
  text(draft.language, arguments.text_language);
  if (!arguments.measures.empty()) draft.measures = arguments.measures;
  PARLEY_TRY(day(draft.said, arguments.said, "--said"));
  if (!arguments.said.empty()) draft.said_inferred = arguments.said_inferred;
  PARLEY_TRY(day(draft.reported, arguments.reported, "--reported"));
  reference(draft.source, arguments.source);
  reference(draft.place, arguments.place);
  text(draft.point, arguments.point);
  text(draft.stance, arguments.stance);
  text(draft.awaits, arguments.awaits);
  reference(draft.awaits_from, arguments.awaits_from);
  if (!arguments.meets.empty()) draft.meets = arguments.meets;
  PARLEY_TRY(day(draft.about, arguments.about, "--about"));
  if (!arguments.about.empty()) draft.about_inferred = arguments.about_inferred;
  return dossier::Draft(std::move(draft));
}

Result<dossier::Draft> statement_draft(const Arguments& arguments) { return over({}, arguments); }

Result<dossier::Draft> grade_draft(const Arguments& arguments) {
  dossier::GradeDraft draft;
  draft.statement = given(arguments.statement);
  draft.source = given(arguments.source);
  for (const char c : arguments.code) {
    if (c >= 'A' && c <= 'F' && !draft.reliability) {
      draft.reliability = c;
    } else if (c >= '1' && c <= '6' && !draft.credibility) {
      draft.credibility = c - '0';
    } else {
      return fail(Fault::kUsage, "--code is a letter A to F, a digit 1 to 6, or both: B2");
    }
  }
  draft.note = arguments.note;
  return dossier::Draft(std::move(draft));
}

using Drafting = Result<dossier::Draft> (*)(const Arguments&);

Result<int> add(Environment& environment, const Arguments& arguments, Drafting drafting) {
  PARLEY_ASSIGN(const dossier::Draft draft, drafting(arguments));
  desk::Audiences audiences{arguments.audience, {}};
  for (const std::string& one : arguments.field_audiences) {
    PARLEY_ASSIGN(const auto pair, split(one, "--field-audience"));
    PARLEY_ASSIGN(const std::int64_t field, number(pair.first, "--field-audience"));
    audiences.of_fields[field] = pair.second;
  }
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written, desk::enter(session, draft, audiences));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

template <Drafting drafting>
Result<int> run_add(Environment& environment, const Arguments& arguments) {
  return add(environment, arguments, drafting);
}

Result<desk::Situation> situation(Environment& environment, const Arguments& arguments) {
  desk::SituationRequest request;
  PARLEY_ASSIGN(request.as_of, date(arguments.as_of, "--as-of"));
  request.party = given(arguments.for_party);
  PARLEY_ASSIGN(const desk::Session session, environment.session(arguments, desk::Access::kRead));
  return desk::situation(session, request);
}

template <dossier::Kind kind>
Result<int> run_list(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Situation here, situation(environment, arguments));
  environment.print(arguments.json ? wire::list_json(here, kind) + "\n" : list_text(here, kind));
  return kOk;
}

Result<int> run_statement_show(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Situation here, situation(environment, arguments));
  const std::string& wanted = arguments.items.at(0);
  const dossier::Kept<dossier::Statement>* found = nullptr;
  for (const auto& kept : here.dossier.statements) {
    if (kept.value().key != wanted && (wanted.size() < 6 || !kept.id.hex().starts_with(wanted))) continue;
    if (found != nullptr) return fail(Fault::kUsage, "more than one statement is called so");
    found = &kept;
  }
  if (found == nullptr) return fail(Fault::kNotFound, "no statement that you may read is called so");
  environment.print(arguments.json ? wire::statement_json(here, found->id) + "\n"
                                   : statement_text(here, found->id));
  return kOk;
}

Result<int> run_status(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Situation here, situation(environment, arguments));
  environment.print(arguments.json ? wire::status_json(here) + "\n" : status_text(here));
  return kOk;
}

Result<int> run_timeline(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Situation here, situation(environment, arguments));
  environment.print(arguments.json ? wire::timeline_json(here) + "\n" : timeline_text(here));
  return kOk;
}

Result<int> run_withdraw(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written,
                desk::correct(session, {arguments.items.at(0), {}, arguments.reason}));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_correct(Environment& environment, const Arguments& arguments) {
  const auto edit = [&arguments](dossier::Draft now) -> Result<dossier::Draft> {
    auto* statement = std::get_if<dossier::StatementDraft>(&now);
    if (statement == nullptr) return fail(Fault::kUsage, "the entry is no statement");
    return over(std::move(*statement), arguments);
  };
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written,
                desk::correct(session, {arguments.items.at(0), edit, arguments.reason}));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_import(Environment& environment, const Arguments& arguments) {
  desk::ImportRequest request;
  for (const std::string& name : arguments.items) {
    PARLEY_ASSIGN(std::string text, read_file(name));
    request.files.push_back({name, std::move(text)});
  }
  request.audience = arguments.audience;
  request.with_changes = arguments.with_changes;
  request.reason = arguments.reason.empty() ? "imported again" : arguments.reason;
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Imported imported, desk::import_files(session, request));
  environment.print(arguments.json ? wire::to_json(imported) + "\n" : imported_text(imported));
  return imported.bad.empty() && imported.changes.empty() ? kOk : kFindings;
}

std::vector<Option> reading() {
  return with({{"--as-of", "DATE", "As known on that day (2014-01-13); default: the latest there is",
                &Arguments::as_of},
               {"--for", "PARTY", "Only what that party may read", &Arguments::for_party},
               json_option()},
              open_options());
}

std::vector<Option> adding() {
  return with({{"--audience", "AUDIENCE",
                "Who may read it: all, desk, a named audience, or parties joined by '+'; default: all",
                &Arguments::audience},
               {"--field-audience", "N=AUDIENCE",
                "A narrower audience for the field of that number (doc/format/dossier.md)",
                &Arguments::field_audiences},
               json_option()},
              write_options());
}

const Option kHandle = {"HANDLE", "HANDLE", "Its handle: a-z, 0-9 and '-'", &Arguments::handle, true};
const Option kNames = {"--name", "LANGUAGE=NAME", "Its name in a language: ar=حلب; may be repeated",
                       &Arguments::names, true};

Option kind_option(const char* kinds) { return {"--kind", "KIND", kinds, &Arguments::kind}; }

std::vector<Option> statement_options(bool text_required) {
  return {
      {"--handle", "HANDLE", "A handle to name the statement by: a-z, 0-9 and '-'", &Arguments::handle},
      {"--speaker", "NAME@PARTY", "Who said it, and for which party; may be repeated",
       &Arguments::speakers},
      {"--text", "TEXT",
       "What was said, in your own words; '-' reads it from stdin, so that no command line holds it",
       &Arguments::text, text_required},
      {"--quotation", "TEXT", "The speaker's own words, 40 at most", &Arguments::quotation},
      {"--language", "TAG", "The language of text and quotation: en, ar, ...",
       &Arguments::text_language},
      {"--measure", "MEASURE", "What it is about; may be repeated", &Arguments::measures},
      {"--said", "DATE", "When it was said: 2014-01-13, 2014-01 or 2014", &Arguments::said},
      {"--said-inferred", "", "That date is your inference", &Arguments::said_inferred},
      {"--reported", "DATE", "When it was reported", &Arguments::reported},
      {"--source", "SOURCE", "Where it was reported", &Arguments::source},
      {"--place", "PLACE", "Where it was said", &Arguments::place},
      {"--point", "POINT", "The question it answers", &Arguments::point},
      {"--stance", "STANCE", "The answer it gives", &Arguments::stance},
      {"--awaits", "TEXT", "What is to happen before the measures go on", &Arguments::awaits},
      {"--awaits-from", "PARTY", "From whom", &Arguments::awaits_from},
      {"--meets", "STATEMENT", "A statement whose awaited thing this one says has happened",
       &Arguments::meets},
      {"--about", "DATE", "The day it speaks of", &Arguments::about},
      {"--about-inferred", "", "That day is your inference", &Arguments::about_inferred},
  };
}

}  // namespace

std::vector<Command> dossier_commands() {
  const Option reason = {"--reason", "TEXT", "Why", &Arguments::reason, true};
  const Option entry = {"ENTRY", "ENTRY", "The entry, by 6 digits or more of its id; a statement by its handle too",
                        &Arguments::items, true};
  return {
      {"import", "Enter parties, places, sources, measures, statements and grades from TOML and CSV files",
       with({{"FILE", "FILE", "Files, read together; '-' is not one", &Arguments::items, true, true},
             {"--audience", "AUDIENCE", "Who may read what is entered; default: all",
              &Arguments::audience},
             {"--with-changes", "", "Write rows that changed as corrections", &Arguments::with_changes},
             {"--reason", "TEXT", "Why, for those corrections", &Arguments::reason},
             json_option()},
            write_options()),
       run_import},
      {"withdraw", "Withdraw an entry; it stays in the record, marked",
       with({entry, reason, json_option()}, write_options()), run_withdraw},
      {"status", "Show where things stand: what is awaited, what contradicts, who said what last",
       reading(), run_status},
      {"timeline", "Show what was said and announced, in order", reading(), run_timeline},
      {"party add", "Enter a party",
       with({kHandle, kNames, kind_option("coalition, party, faction, third-state, organisation, family or association"),
             {"--part-of", "PARTY", "The party it belongs to", &Arguments::part_of}},
            adding()),
       run_add<party_draft>},
      {"party list", "List the parties", reading(), run_list<dossier::Kind::kParty>},
      {"place add", "Enter a place",
       with({kHandle, kNames,
             kind_option("city, town, village, suburb, region, country or other"),
             {"--within", "PLACE", "The place it lies in", &Arguments::within},
             {"--latitude", "DEGREES", "North positive, five decimals at most", &Arguments::latitude},
             {"--longitude", "DEGREES", "East positive", &Arguments::longitude},
             {"--geonames", "N", "Its number in GeoNames", &Arguments::geonames}},
            adding()),
       run_add<place_draft>},
      {"place list", "List the places", reading(), run_list<dossier::Kind::kPlace>},
      {"source add", "Enter a source",
       with({kHandle,
             {"--title", "TITLE", "Its title", &Arguments::title, true},
             kind_option("news-report, press-release, meeting, document, interview or other"),
             {"--publisher", "NAME", "Who published it", &Arguments::publisher},
             {"--date", "DATE", "When", &Arguments::date},
             {"--url", "URL", "Where", &Arguments::url}},
            adding()),
       run_add<source_draft>},
      {"source list", "List the sources", reading(), run_list<dossier::Kind::kSource>},
      {"measure add", "Enter a measure",
       with({kHandle, kNames, kind_option("exchange, ceasefire, access, conference or other"),
             {"--part-of", "MEASURE", "The measure it belongs to", &Arguments::part_of},
             {"--place", "PLACE", "Where", &Arguments::place}},
            adding()),
       run_add<measure_draft>},
      {"measure list", "List the measures", reading(), run_list<dossier::Kind::kMeasure>},
      {"statement add", "Enter a statement", with(statement_options(true), adding()),
       run_add<statement_draft>},
      {"statement list", "List the statements", reading(), run_list<dossier::Kind::kStatement>},
      {"statement show", "Show one statement with its grades and versions",
       with({{"STATEMENT", "STATEMENT", "Its key, or 6 digits or more of its id", &Arguments::items,
              true}},
            reading()),
       run_statement_show},
      {"statement correct", "Change the fields of a statement that are given; what it said first stays in the record",
       with({entry, reason, json_option()}, with(statement_options(false), write_options())),
       run_correct},
      {"statement grade", "Grade a statement or a source, for the desk alone (Admiralty code)",
       with({{"--code", "CODE", "A to F for the source, 1 to 6 for what it says: B2", &Arguments::code, true},
             {"--statement", "STATEMENT", "The statement's key, or entry:ID", &Arguments::statement},
             {"--source", "SOURCE", "Or the source's", &Arguments::source},
             {"--note", "TEXT", "Why", &Arguments::note},
             json_option()},
            write_options()),
       run_add<grade_draft>},
      {"statement grades", "List the grades; the desk and auditors see them", reading(),
       run_list<dossier::Kind::kGrade>},
  };
}

}  // namespace parley::cli
