#include <sys/resource.h>

#include <charconv>
#include <chrono>

#include <fmt/core.h>

#include "cli/environment.hpp"
#include "cli/options.hpp"
#include "cli/table_text.hpp"
#include "desk/link/pair_told.hpp"
#include "report/svg.hpp"
#include "wire/table_answers.hpp"

namespace parley::cli {
namespace {

constexpr std::size_t kLargestTable = std::size_t{1} << 30;

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

wire::Took took_since(std::chrono::steady_clock::time_point start) {
  wire::Took out;
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  out.cpu_seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
  out.peak_mb = static_cast<double>(used.ru_maxrss) * 1024 / 1e6;
  return out;
}

Result<std::optional<linkage::Mode>> mode_of(const Arguments& arguments) {
  std::optional<linkage::Mode> out;
  int named = 0;
  const auto add = [&](bool said, linkage::Mode mode) {
    if (said) out = mode, ++named;
  };
  add(arguments.one_to_one, linkage::Mode::kOneToOne);
  add(arguments.one_to_many, linkage::Mode::kOneToMany);
  add(arguments.many_to_many, linkage::Mode::kManyToMany);
  add(arguments.within_too, linkage::Mode::kWithin);
  if (named > 1) {
    return fail(Fault::kUsage,
                "--one-to-one, --one-to-many, --many-to-many and --within exclude each other");
  }
  return out;
}

Result<std::uint64_t> row_number(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || end != text.data() + text.size() || value == 0) {
    return fail(Fault::kUsage, "--explain takes two numbers of rows, as the files count them");
  }
  return value;
}

Result<std::optional<desk::TableFile>> optional_file(const std::string& name) {
  if (name.empty()) return std::optional<desk::TableFile>{};
  PARLEY_ASSIGN(std::string bytes, read_file(name));
  return std::optional(desk::TableFile{name, std::move(bytes)});
}

Result<desk::TablesRequest> request_of(const Arguments& arguments) {
  desk::TablesRequest out;
  if (arguments.items.size() > 2) return fail(Fault::kUsage, "one file or two are linked");
  PARLEY_ASSIGN(out.mode, mode_of(arguments));
  PARLEY_ASSIGN(out.threads, threads_of(arguments));
  if (!arguments.explain.empty()) {
    PARLEY_ASSIGN(const std::uint64_t a, row_number(arguments.explain.at(0)));
    PARLEY_ASSIGN(const std::uint64_t b, row_number(arguments.explain.at(1)));
    out.explain = {a, b};
  }
  for (const std::string& name : arguments.items) {
    PARLEY_ASSIGN(std::string bytes, read_file(name, kLargestTable));
    out.files.push_back({name, std::move(bytes)});
  }
  PARLEY_ASSIGN(out.columns, optional_file(arguments.columns_file));
  PARLEY_ASSIGN(out.model, optional_file(arguments.apply));
  out.truth = arguments.truth;
  out.want_pairs = !arguments.pairs.empty();
  out.want_clusters = !arguments.clusters.empty();
  out.want_model = !arguments.model.empty();
  out.want_columns = !arguments.save_columns.empty();
  return out;
}

Result<int> run_link(Environment& environment, const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const auto language = document::language_from_tag(arguments.language);
  if (!language) return fail(Fault::kUsage, "--language is en, ar, fr, ru or uk");
  if (!arguments.svg.empty() && arguments.explain.empty()) {
    return fail(Fault::kUsage, "--svg draws what --explain says: give both");
  }
  PARLEY_ASSIGN(desk::TablesRequest request, request_of(arguments));
  PARLEY_ASSIGN(const desk::TablesAnswer answer, desk::link_tables(std::move(request)));
  const wire::Took took = took_since(start);
  for (const auto& [name, text] :
       {std::pair(arguments.pairs, &answer.pairs), std::pair(arguments.clusters, &answer.clusters),
        std::pair(arguments.model, &answer.model),
        std::pair(arguments.save_columns, &answer.columns)}) {
    if (!name.empty()) PARLEY_TRY(write_file(name, *text));
  }
  if (!arguments.svg.empty()) {
    const document::Figure figure = desk::pair_figure(desk::explained(answer), *language, {});
    PARLEY_ASSIGN(const std::string svg, report::to_svg(figure));
    PARLEY_TRY(write_file(arguments.svg, svg));
  }
  environment.print(arguments.json ? wire::to_json(answer, took) + "\n"
                                   : tables_text(answer, *language));
  return kOk;
}

}  // namespace

std::vector<Command> table_commands() {
  Option explain{
      "--explain", "ROW ROW",
      "Say what each field tells of these two rows (of two files: one of each), numbered "
      "as the files' own programs do",
      &Arguments::explain};
  explain.words = 2;
  return {
      {"link",
       "Find who is the same person in one table, or in two; no dossier is needed",
       {{"FILE", "FILE", "One table or two: CSV in any encoding, XLSX, ODS", &Arguments::items,
         true, true},
        {"--columns", "FILE", "What the columns are, where the guess is wrong",
         &Arguments::columns_file},
        {"--save-columns", "FILE", "Write what the columns were taken for, to be changed",
         &Arguments::save_columns},
        {"--one-to-one", "", "A person stands at most once in each file", &Arguments::one_to_one},
        {"--one-to-many", "", "A row of the second file has at most one partner in the first",
         &Arguments::one_to_many},
        {"--many-to-many", "", "Either file may hold a person more than once",
         &Arguments::many_to_many},
        {"--within", "", "Link the files, and find the duplicates within each",
         &Arguments::within_too},
        {"--truth", "COLUMN",
         "Measure against this column: equal means the same person. COLUMN:2- takes what stands "
         "before the second '-'",
         &Arguments::truth},
        {"--pairs", "FILE", "Write the pairs with a probability of .01 or more, as CSV",
         &Arguments::pairs},
        {"--clusters", "FILE", "Write each row's group, as CSV", &Arguments::clusters},
        {"--model", "FILE", "Write what was learnt", &Arguments::model},
        {"--apply", "FILE", "Use what was learnt before; nothing is learnt anew",
         &Arguments::apply},
        explain,
        {"--svg", "FILE", "Draw it too: the odds, field by field", &Arguments::svg},
        {"--language", "TAG", "Of what --explain says: en, ar, fr, ru or uk; default: en",
         &Arguments::language},
        {"--threads", "N", "How many threads; default: as many as the machine has",
         &Arguments::threads},
        json_option()},
       run_link},
  };
}

}  // namespace parley::cli
