#include <fmt/core.h>

#include "cli/claim_text.hpp"
#include "cli/environment.hpp"
#include "cli/options.hpp"
#include "cli/staged_file.hpp"
#include "cli/text.hpp"
#include "desk/claim/event.hpp"
#include "desk/claim/family_told.hpp"
#include "desk/claim/release.hpp"
#include "desk/claim/settle.hpp"
#include "wire/claim_answers.hpp"

namespace parley::cli {
namespace {

std::optional<std::string> given(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Result<std::optional<Date>> date(const std::string& text, const char* option) {
  if (text.empty()) return std::optional<Date>{};
  auto value = parse_date(text);
  if (!value) return within({Fault::kUsage, value.error().message, {}}, option);
  return std::optional<Date>(*value);
}

// One of `all`, by its name.
template <class All>
Result<typename All::value_type> named(const std::string& text, const All& all,
                                       std::string_view what) {
  std::string names;
  for (const auto value : all) {
    if (name(value) == text) return value;
    names += fmt::format("{}{}", names.empty() ? "" : ", ", name(value));
  }
  return fail(Fault::kUsage,
              fmt::format("there is no {} '{}': it is one of {}", what, text, names));
}

Result<int> run_round(Environment& environment, const Arguments& arguments) {
  desk::RoundRequest request;
  PARLEY_ASSIGN(request.kind, named(arguments.items.at(0), exchange::kRoundKinds, "round"));
  request.party = arguments.for_party;
  request.by = given(arguments.by);
  PARLEY_ASSIGN(request.deadline, date(arguments.deadline, "--deadline"));
  if (!arguments.sheet_language.empty()) request.language = arguments.sheet_language;
  request.reminder = arguments.remind;
  request.again = arguments.again;
  if (request.again &&
      (request.reminder || request.deadline || request.by || !arguments.sheet_language.empty())) {
    return fail(Fault::kUsage, "--again writes the same file: nothing of it can be changed");
  }
  if (!arguments.output.ends_with(".xlsx")) {
    return fail(Fault::kUsage, "-o names a file that ends in .xlsx: the sheet is one");
  }
  StagedFile file(arguments.output);
  request.stage = [&file](ByteView bytes) { return file.write(bytes); };
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::RoundAnswer answer, desk::send_round(session, request));
  PARLEY_TRY(file.finish());
  environment.print(arguments.json ? wire::to_json(answer) + "\n"
                                   : round_text(answer, arguments.dry_run ? std::string("a dry run")
                                                                          : arguments.output));
  return kOk;
}

Result<int> run_merge(Environment& environment, const Arguments& arguments) {
  desk::MergeRequest request;
  request.file = arguments.items.at(0);
  request.party = arguments.by;
  PARLEY_ASSIGN(request.bytes, read_file(request.file));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Merged answer, desk::merge_sheet(session, request));
  environment.print(arguments.json ? wire::to_json(answer) + "\n"
                                   : merged_text(answer, request.file));
  return answer.needs_a_person() ? kFindings : kOk;
}

Result<desk::ClaimsRequest> claims_request(const Arguments& arguments) {
  desk::ClaimsRequest request;
  request.party = given(arguments.for_party);
  if (!arguments.state.empty()) {
    PARLEY_ASSIGN(request.state, named(arguments.state, exchange::kClaimStates, "state"));
  }
  PARLEY_ASSIGN(request.on, date(arguments.on, "--on"));
  return request;
}

Result<int> run_list(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::ClaimsRequest request, claims_request(arguments));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::ClaimsList answer, desk::list_claims(session, request));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : claims_text(answer));
  return kOk;
}

Result<int> run_show(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::ClaimsRequest request, claims_request(arguments));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::ClaimStory answer,
                desk::show_claim(session, arguments.items.at(0), request));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : claim_text(answer));
  return kOk;
}

Result<int> run_status(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::ClaimsRequest request, claims_request(arguments));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::ClaimsStatus answer, desk::claims_status(session, request));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : claims_status_text(answer));
  return answer.problems.empty() ? kOk : kFindings;
}

Result<int> run_settle(Environment& environment, const Arguments& arguments) {
  desk::SettleRequest request;
  request.claim = arguments.items.at(0);
  PARLEY_ASSIGN(request.status, named(arguments.status, exchange::kAnswerStatuses, "status"));
  request.note = arguments.note;
  request.before_reply = arguments.before_reply;
  request.again = arguments.again;
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written, desk::settle(session, request));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_event(Environment& environment, const Arguments& arguments) {
  desk::EventRequest request;
  request.person = arguments.items.at(0);
  PARLEY_ASSIGN(request.kind, named(arguments.kind, exchange::kEventKinds, "kind"));
  request.by = arguments.by;
  PARLEY_ASSIGN(request.date, date(arguments.date, "--date"));
  request.to = given(arguments.to);
  request.source = arguments.source;
  request.note = arguments.note;
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::EnteredEvent answer, desk::enter_event(session, request));
  environment.print(written_text(answer.written, arguments.json));
  if (answer.by_stranger) {
    environment.message(
        fmt::format("look at: {} neither claims nor holds that person", request.by));
  }
  return kOk;
}

Result<int> run_family_told(Environment& environment, const Arguments& arguments) {
  desk::FamilyToldRequest request;
  request.claim = arguments.items.at(0);
  PARLEY_ASSIGN(request.date, date(arguments.date, "--date"));
  request.note = arguments.note;
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written, desk::family_told(session, request));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_release(Environment& environment, const Arguments& arguments) {
  const desk::ReleaseRequest request{arguments.of, arguments.items, arguments.for_party,
                                     arguments.reason};
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written, desk::release_fields(session, request));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_remains_add(Environment& environment, const Arguments& arguments) {
  desk::RemainsRequest request;
  request.key = arguments.handle;
  request.by = arguments.by;
  request.place = arguments.place;
  PARLEY_ASSIGN(request.found, date(arguments.date, "--found"));
  request.claims = arguments.claims;
  request.note = arguments.note;
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written, desk::add_remains(session, request));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_remains_list(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const std::vector<desk::RemainsLine> answer, desk::list_remains(session));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : remains_text(answer));
  return kOk;
}

const Option kClaim = {"CLAIM", "CLAIM", "Its number in any sheet, or 6 digits or more of its id",
                       &Arguments::items, true};
const Option kFor = {"--for", "PARTY", "As that party may know it; without: all, for the desk",
                     &Arguments::for_party};
const Option kOn = {"--on", "DATE", "The day on which something is overdue; default: today",
                    &Arguments::on};
const Option kBy = {"--by", "PARTY", "The party that says so", &Arguments::by, true};
const Option kNote = {"--note", "TEXT", "A note, for the desk alone", &Arguments::note};

std::vector<Command> rounds() {
  return {
      {"claim round",
       "Put names or answers to a party: write the sheet that it fills in, and record that it went",
       with({{"ROUND", "ROUND",
              "answers (the names, to who is asked), remarks (the answers, to the claimant), "
              "final-replies or last-remarks",
              &Arguments::items, true},
             {"--for", "PARTY", "To whom", &Arguments::for_party, true},
             {"-o,--output", "FILE.xlsx", "The sheet", &Arguments::output, true},
             {"--by", "PARTY", "Only the names that this party claims", &Arguments::by},
             {"--deadline", "DATE", "The day by which it is to come back", &Arguments::deadline},
             {"--language", "TAG", "Of the sheet: en, ar, fr, ru or uk; default: en",
              &Arguments::sheet_language},
             {"--remind", "", "Once more those that went out and have not come back",
              &Arguments::remind},
             {"--again", "",
              "Write the file of the latest such round once more, as it was; nothing is sent or "
              "recorded",
              &Arguments::again},
             json_option()},
            write_options()),
       run_round},
      {"claim merge",
       "Enter what a party wrote into its sheets; what cannot be taken is told by row and column",
       with({{"FILE", "FILE", "The sheet as it came back: XLSX, ODS or CSV", &Arguments::items,
              true},
             {"--by", "PARTY", "Whose answers or remarks these are", &Arguments::by, true},
             json_option()},
            write_options()),
       run_merge},
      {"claim list", "List the claims and where each stands",
       with({{"--state", "STATE",
              "Only those: submitted, put, answered, contested, replied, agreed, disputed, "
              "whereabouts-unknown or withdrawn",
              &Arguments::state},
             kFor,
             kOn,
             json_option()},
            open_options()),
       run_list},
      {"claim show", "Show one claim with all that was said of it",
       with({kClaim, kFor, kOn, json_option()}, open_options()), run_show},
      {"claim status", "Count the claims by where they stand, and say what is awaited of whom",
       with({kFor, kOn, json_option()}, open_options()), run_status},
  };
}

std::vector<Command> decisions() {
  return {
      {"claim settle", "Enter how the committee settled a claim that the sides did not agree on",
       with({kClaim,
             {"--status", "STATUS",
              "held, held-withheld, held-by-another, not-held, unknown, died, released, "
              "released-unilaterally, escaped, transferred, duplicate or insufficiently-identified",
              &Arguments::status, true},
             {"--note", "TEXT", "How it was settled", &Arguments::note, true},
             {"--before-reply", "",
              "Although a final reply or last remark is still awaited: it is then not taken",
              &Arguments::before_reply},
             {"--again", "", "In place of the settlement that stands", &Arguments::again},
             json_option()},
            write_options()),
       run_settle},
      {"claim event", "Enter what befell a person, at any time",
       with({{"PERSON", "PERSON", "The number in any sheet, or 6 digits or more of the id",
              &Arguments::items, true},
             {"--kind", "KIND",
              "released, released-unilaterally, re-arrested, died, transferred, escaped, travels, "
              "does-not-travel or other-destination (an interview's outcome; never a reason)",
              &Arguments::kind, true},
             kBy,
             {"--date", "DATE", "When", &Arguments::date},
             {"--to", "PARTY", "To whom transferred", &Arguments::to},
             {"--source", "TEXT", "Who or what it is known from", &Arguments::source},
             kNote,
             json_option()},
            write_options()),
       run_event},
      {"claim family-told",
       "Enter that the family has been told of a death: the answer may then be passed on",
       with({kClaim, {"--date", "DATE", "When", &Arguments::date}, kNote, json_option()},
            write_options()),
       run_family_told},
      {"claim release", "Decide that fields of a person may go to a party that would not see them",
       with({{"FIELD", "FIELD", "The fields: alias, rank, health, ... (doc/format/exchange.md)",
              &Arguments::items, true, true},
             {"--of", "PERSON", "Whose: a number in any sheet, or 6 digits or more of the id",
              &Arguments::of, true},
             {"--for", "PARTY", "To whom", &Arguments::for_party, true},
             {"--reason", "TEXT", "Why", &Arguments::reason, true},
             json_option()},
            write_options()),
       run_release},
      {"remains add", "Enter remains: a case of their own, perhaps unnamed",
       with({{"HANDLE", "HANDLE", "A handle: a-z, 0-9 and '-'", &Arguments::handle, true},
             {"--by", "PARTY", "The party that reports them", &Arguments::by, true},
             {"--place", "TEXT", "Where", &Arguments::place},
             {"--found", "DATE", "When they were found", &Arguments::date},
             {"--claim", "CLAIM", "Whose they may be; may be repeated", &Arguments::claims},
             kNote,
             json_option()},
            write_options()),
       run_remains_add},
      {"remains list", "List the cases of remains", with({json_option()}, open_options()),
       run_remains_list},
  };
}

}  // namespace

std::vector<Command> claim_commands() {
  std::vector<Command> out = rounds();
  for (Command& command : decisions()) out.push_back(std::move(command));
  return out;
}

}  // namespace parley::cli
