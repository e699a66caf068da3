#include <fmt/core.h>

#include "cli/environment.hpp"
#include "cli/name_text.hpp"
#include "cli/options.hpp"
#include "wire/name_answers.hpp"

namespace parley::cli {
namespace {

constexpr std::size_t kLargestNames = std::size_t{1} << 30;

Result<int> run_compare(Environment& environment, const Arguments& arguments) {
  if (arguments.items.size() != 2) return fail(Fault::kUsage, "two names are compared");
  PARLEY_ASSIGN(const desk::NamesCompared compared,
                desk::compare_names(arguments.items[0], arguments.items[1]));
  environment.print(arguments.json ? wire::to_json(compared) + "\n" : compared_text(compared));
  return kOk;
}

Result<int> run_parse(Environment& environment, const Arguments& arguments) {
  if (arguments.items.size() != 1) return fail(Fault::kUsage, "one name is taken apart");
  PARLEY_ASSIGN(const desk::NameParsed parsed, desk::parse_one_name(arguments.items[0]));
  environment.print(arguments.json ? wire::to_json(parsed) + "\n" : parsed_text(parsed));
  return kOk;
}

Result<int> run_find(Environment& environment, const Arguments& arguments) {
  desk::FindRequest request;
  if (arguments.items.empty() == arguments.queries.empty()) {
    return fail(Fault::kUsage, "one name is asked for, or --queries");
  }
  if (arguments.items.size() > 1) return fail(Fault::kUsage, "a name of several words is quoted");
  PARLEY_ASSIGN(request.most, top_of(arguments));
  PARLEY_ASSIGN(request.threads, threads_of(arguments));
  if (arguments.queries.empty()) {
    request.query = arguments.items[0];
    if (request.query.empty()) return fail(Fault::kBadInput, "the name asked for is empty");
  } else {
    PARLEY_ASSIGN(std::string bytes, read_file(arguments.queries, kLargestNames));
    request.queries = {arguments.queries, std::move(bytes)};
  }
  PARLEY_ASSIGN(std::string bytes, read_file(arguments.in, kLargestNames));
  request.names = {arguments.in, std::move(bytes)};
  PARLEY_ASSIGN(const desk::NamesFound found, desk::find_names(request));
  if (found.too_long > 0) {
    environment.message(fmt::format("{}: {} lines are too long for a name and are left out",
                                    arguments.in, found.too_long));
  }
  if (!arguments.json) {
    environment.print(found_text(found));
    return kOk;
  }
  std::string out;
  for (const desk::NamesFound::One& one : found.asked) out += wire::to_json_line(one) + "\n";
  environment.print(out);
  return kOk;
}

}  // namespace

std::vector<Command> name_commands() {
  return {
      {"name compare",
       "Say how likely two names are one person's, and why",
       {{"NAME", "NAME", "Two names, each quoted, in any of the scripts", &Arguments::items, true,
         true},
        json_option()},
       run_compare},
      {"name find",
       "Find the names of a file that may be the one asked for, in any script",
       {{"QUERY", "NAME", "The name asked for", &Arguments::items, false, true},
        {"--in", "FILE", "The names to search, one a line", &Arguments::in, true},
        {"--queries", "FILE", "Names to ask for, one a line, instead of QUERY",
         &Arguments::queries},
        {"--top", "N", "How many are shown for each, the best first; default: 10", &Arguments::top},
        {"--threads", "N", "How many threads; default: as many as the machine has",
         &Arguments::threads},
        json_option()},
       run_find},
      {"name parse",
       "Take a name apart: slots, kunya, titles left out, spellings known",
       {{"NAME", "NAME", "The name, quoted", &Arguments::items, true, true}, json_option()},
       run_parse},
  };
}

}  // namespace parley::cli
