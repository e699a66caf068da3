#include <fmt/core.h>

#include "cli/environment.hpp"
#include "cli/list_text.hpp"
#include "cli/options.hpp"
#include "desk/list/export.hpp"
#include "wire/list_answers.hpp"

namespace parley::cli {
namespace {

Result<table::Mapping> mapping_of(const Arguments& arguments) {
  table::Mapping mapping;
  if (!arguments.mapping.empty()) {
    PARLEY_ASSIGN(const std::string text, read_file(arguments.mapping));
    auto read = table::read_mapping(text, exchange::list_vocabulary());
    if (!read) return within(std::move(read).error(), arguments.mapping);
    mapping = *std::move(read);
  }
  if (!arguments.sheet.empty()) mapping.sheet = arguments.sheet;
  if (!arguments.encoding.empty()) {
    mapping.encoding = text::encoding_named(arguments.encoding);
    if (!mapping.encoding) {
      return fail(Fault::kUsage,
                  "--encoding is utf-8, utf-16le, utf-16be, windows-1256, windows-1251 or "
                  "windows-1252");
    }
  }
  return mapping;
}

Result<std::optional<bool>> consent_of(const Arguments& arguments) {
  if (arguments.consent.empty()) return std::optional<bool>{};
  if (arguments.consent == "yes") return std::optional(true);
  if (arguments.consent == "no") return std::optional(false);
  return fail(Fault::kUsage, "--consent is yes or no");
}

Result<std::optional<Date>> date_of(const Arguments& arguments) {
  if (arguments.date.empty()) return std::optional<Date>{};
  auto date = parse_date(arguments.date);
  if (!date || date->precision() != Precision::kDay) {
    return fail(Fault::kUsage, "--date: a day is wanted: 2018-12-13");
  }
  return std::optional(*date);
}

Result<desk::ListImportRequest> import_request(const Arguments& arguments) {
  if (arguments.items.size() != 1) return fail(Fault::kUsage, "one file at a time");
  desk::ListImportRequest request;
  const auto kind = exchange::list_kind_named(arguments.kind);
  if (!kind) return fail(Fault::kUsage, "--kind is held or sought");
  request.file.kind = *kind;
  request.file.name = arguments.items[0];
  PARLEY_ASSIGN(request.file.bytes, read_file(arguments.items[0]));
  PARLEY_ASSIGN(request.file.mapping, mapping_of(arguments));
  PARLEY_ASSIGN(request.date, date_of(arguments));
  PARLEY_ASSIGN(request.consent, consent_of(arguments));
  request.by = arguments.by;
  request.holder = arguments.holder;
  request.key = arguments.list_key;
  request.replace = arguments.replace;
  return request;
}

Result<void> save_mapping(const Arguments& arguments, const exchange::ListFile& file) {
  if (arguments.save_mapping.empty()) return {};
  return write_file(arguments.save_mapping, table::write_mapping(file.mapping));
}

Result<int> run_import(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::ListImportRequest request, import_request(arguments));
  if (arguments.columns) {
    PARLEY_ASSIGN(const int threads, threads_of(arguments));
    PARLEY_ASSIGN(const exchange::ListFile file,
                  desk::read_list_file(request.file, request.date, threads));
    PARLEY_TRY(save_mapping(arguments, file));
    environment.print(arguments.json ? wire::columns_json(file) + "\n" : columns_text(file));
    return kOk;
  }
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::ImportedList answer, desk::import_list(session, request));
  PARLEY_TRY(save_mapping(arguments, answer.file));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : imported_list_text(answer));
  return answer.needs_a_person() ? kFindings : kOk;
}

Result<int> run_list(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::ListsAnswer answer, desk::list_lists(session));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : lists_text(answer));
  return kOk;
}

Result<int> run_show(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::ShownList answer, desk::show_list(session, arguments.list_key));
  environment.print(arguments.json ? wire::to_json(answer, arguments.rows) + "\n"
                                   : shown_list_text(answer, arguments.rows));
  return kOk;
}

Result<int> run_find(Environment& environment, const Arguments& arguments) {
  desk::FindPeopleRequest request;
  request.name = arguments.items.front();
  for (std::size_t i = 1; i < arguments.items.size(); ++i) request.name += " " + arguments.items[i];
  if (!arguments.for_party.empty()) request.party = arguments.for_party;
  PARLEY_ASSIGN(request.most, top_of(arguments));
  PARLEY_ASSIGN(const desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::PeopleFound answer, desk::find_people(session, request));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : people_found_text(answer));
  return kOk;
}

// ".xlsx" or ".csv". Error (kUsage): another ending.
Result<bool> is_xlsx(const std::string& name) {
  if (name.ends_with(".xlsx")) return true;
  if (name.ends_with(".csv")) return false;
  return fail(Fault::kUsage, "-o names a file that ends in .xlsx or .csv");
}

Result<int> run_corrections(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const bool xlsx, is_xlsx(arguments.output));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const auto sheets, desk::corrections_of(session, arguments.list_key));
  std::size_t rows = 0;
  for (const exchange::CorrectionSheet& sheet : sheets) rows += sheet.rows.size();
  std::string bytes;
  if (xlsx) {
    PARLEY_ASSIGN(const Bytes book, desk::to_xlsx(sheets));
    bytes = text_of(book);
  } else {
    PARLEY_ASSIGN(bytes, desk::to_csv(sheets));
  }
  PARLEY_TRY(write_file(arguments.output, bytes));
  environment.message(fmt::format(
      "{} to mend: {}", rows == 1 ? "1 row" : std::to_string(rows) + " rows", arguments.output));
  return rows == 0 ? kOk : kFindings;
}

Result<int> run_mend(Environment& environment, const Arguments& arguments) {
  if (arguments.items.size() != 1) return fail(Fault::kUsage, "one file at a time");
  PARLEY_ASSIGN(std::string bytes, read_file(arguments.items[0]));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(
      const desk::MendAnswer answer,
      desk::mend_list(session, {arguments.list_key, arguments.items[0], std::move(bytes)}));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : mended_text(answer));
  return answer.needs_a_person() ? kFindings : kOk;
}

Result<int> run_export(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const bool xlsx, is_xlsx(arguments.output));
  const std::string& key = arguments.list_key;
  // A refusal is written to the record.
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const auto rows, desk::export_list(session, key));
  session.record().end();
  std::string bytes;
  if (xlsx) {
    PARLEY_ASSIGN(const Bytes book, desk::export_xlsx(rows, key));
    bytes = text_of(book);
  } else {
    bytes = desk::export_csv(rows);
  }
  PARLEY_TRY(write_file(arguments.output, bytes));
  environment.message(fmt::format(
      "{}: {}", rows.size() == 2 ? "1 person" : std::to_string(rows.size() - 1) + " people",
      arguments.output));
  return kOk;
}

}  // namespace

std::vector<Command> list_commands() {
  const Option list = {"LIST", "LIST", "The list, by its key", &Arguments::list_key, true};
  const Option output = {"-o,--output", "FILE",
                         "The file; its ending, .xlsx or .csv, says what it is", &Arguments::output,
                         true};
  return {
      {"list import", "Enter a party's list from a file, or a new version of it",
       with({{"FILE", "FILE", "XLSX, ODS, CSV or PFIF; '-' is stdin", &Arguments::items, true},
             {"--by", "PARTY", "Whose list it is: a party, family or association", &Arguments::by,
              true},
             {"--kind", "KIND", "held or sought", &Arguments::kind, true},
             {"--holder", "PARTY", "Of people sought: who is asked where a row names nobody",
              &Arguments::holder},
             {"--list", "KEY", "The list's key; default: PARTY-KIND", &Arguments::list_key},
             {"--date", "DATE",
              "The day the list is of, from which ages are counted; default: today",
              &Arguments::date},
             {"--consent", "YES-OR-NO",
              "Whether names may be forwarded where a row does not say; default: as before, at "
              "first "
              "no for families and associations, else yes",
              &Arguments::consent},
             {"--replace", "",
              "Although the file keeps nobody of the list, or not half: those it does not name are "
              "dropped",
              &Arguments::replace},
             {"--sheet", "NAME", "The sheet; default: the one whose columns are known best",
              &Arguments::sheet},
             {"--mapping", "FILE", "Read columns and dates as this file says", &Arguments::mapping},
             {"--save-mapping", "FILE", "Write how columns and dates were read, to be changed",
              &Arguments::save_mapping},
             {"--encoding", "NAME", "Of a text file: utf-8, windows-1256, ...; default: seen",
              &Arguments::encoding},
             {"--columns", "", "Only show how the columns are read; needs no dossier",
              &Arguments::columns},
             json_option()},
            write_options()),
       run_import},
      {"list list", "List the lists", with({json_option()}, open_options()), run_list},
      {"list show", "Show a list: its versions, bad cells, rows not read",
       with({list, {"--rows", "", "Show the people too", &Arguments::rows}, json_option()},
            open_options()),
       run_show},
      {"list find", "Find people on the lists by a name, in any script",
       with({{"NAME", "NAME", "The name: one or several words", &Arguments::items, true, true},
             {"--for", "PARTY",
              "As that party may know it: of its own lists; without: all that the key may read",
              &Arguments::for_party},
             {"--top", "N", "At most so many, the likest first; default: 10", &Arguments::top},
             json_option()},
            open_options()),
       run_find},
      {"list corrections", "Write the rows with bad cells, and those not read, as a sheet to mend",
       with({list, output}, open_options()), run_corrections},
      {"list mend", "Enter a mended sheet of corrections",
       with({list,
             {"FILE", "FILE", "The sheet that came back", &Arguments::items, true},
             json_option()},
            write_options()),
       run_mend},
      {"list export", "Write a list with every field a column, as received and as read",
       with({list, output}, open_options()), run_export},
  };
}

}  // namespace parley::cli
