#include <fmt/core.h>
#include <unistd.h>

#include <charconv>
#include <iostream>

#include "cli/environment.hpp"
#include "cli/options.hpp"
#include "cli/rendering.hpp"
#include "cli/review_text.hpp"
#include "cli/staged_file.hpp"
#include "cli/text.hpp"
#include "report/svg.hpp"
#include "wire/review_answers.hpp"

namespace parley::cli {
namespace {

constexpr std::size_t kShown = 20;

template <class Answer>
void print(Environment& environment, const Arguments& arguments, const Answer& answer,
           std::string (*text)(const Answer&)) {
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : text(answer));
}

Result<int> run_check(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::LinkCheck answer, desk::check_linkage(session));
  print(environment, arguments, answer, link_check_text);
  return answer.pairs == desk::Recomputed::kDifferent ? kFindings : kOk;
}

Result<int> run_link(Environment& environment, const Arguments& arguments) {
  if (arguments.check) return run_check(environment, arguments);
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::LinkAnswer answer, desk::link_people(session));
  print(environment, arguments, answer, link_text);
  return answer.problems.empty() ? kOk : kFindings;
}

Result<int> run_pairs(Environment& environment, const Arguments& arguments) {
  std::optional<linkage::Standing> standing;
  for (const auto one : {linkage::Standing::kSure, linkage::Standing::kQueued}) {
    if (linkage::name(one) == arguments.state) standing = one;
  }
  if (!standing && !arguments.state.empty()) {
    return fail(Fault::kUsage, "--standing is sure or queued");
  }
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::PairsAnswer answer, desk::list_pairs(session, standing));
  print(environment, arguments, answer, pairs_text);
  return kOk;
}

Result<int> run_confirmed(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const exchange::ConfirmationCounts answer, desk::count_confirmed(session));
  print(environment, arguments, answer, confirmed_text);
  return kOk;
}

// Whoever finds the file should see from its name where it belongs.
Result<void> check_desk_name(std::string_view option, std::string_view what,
                             std::string_view example, const std::string& file) {
  if (file.find("desk") != std::string::npos) return {};
  return fail(Fault::kUsage, fmt::format("{}: the file's name must have \"desk\" in it, for the "
                                         "{} never leaves it: {}",
                                         option, what, example));
}

Result<void> write_explained(Environment& environment, const Arguments& arguments,
                             const desk::PairsExplained& answer, document::Language language) {
  std::vector<desk::ExplainedPair> pairs;
  for (const desk::PairExplained& one : answer.pairs) pairs.push_back(one.explained);
  const desk::PairPaper of{true, answer.linkage.hex().substr(0, 12)};
  if (arguments.output.ends_with(".svg")) {
    if (pairs.size() != 1) return fail(Fault::kUsage, "an .svg file shows one pair");
    PARLEY_ASSIGN(const std::string svg, report::to_svg(desk::pair_figure(pairs[0], language, of)));
    return write_file(arguments.output, svg);
  }
  PARLEY_ASSIGN(const std::string form, form_of(arguments.output));
  PARLEY_ASSIGN(const report::Fonts fonts, report::Fonts::load());
  PARLEY_ASSIGN(const Rendered paper,
                rendered(desk::pair_document(pairs, language, of), form, fonts));
  PARLEY_TRY(write_file(arguments.output, paper.bytes));
  if (!paper.spelled.empty()) environment.message(spelled_text(paper.spelled));
  return {};
}

Result<int> run_explain(Environment& environment, const Arguments& arguments) {
  const auto language = document::language_from_tag(arguments.language);
  if (!language) return fail(Fault::kUsage, "--language is en, ar, fr, ru or uk");
  if (!arguments.output.empty())
    PARLEY_TRY(check_desk_name("-o", "paper", "pair-desk.pdf", arguments.output));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::PairsExplained answer, desk::explain_pairs(session, {arguments.items}));
  if (!arguments.output.empty()) {
    PARLEY_TRY(write_explained(environment, arguments, answer, *language));
  }
  environment.print(arguments.json ? wire::to_json(answer) + "\n"
                                   : pairs_explained_text(answer, *language));
  return kOk;
}

Result<std::size_t> how_many(const Arguments& arguments, std::size_t otherwise) {
  if (arguments.next.empty()) return otherwise;
  std::size_t value = 0;
  const char* end = arguments.next.data() + arguments.next.size();
  const auto [read, code] = std::from_chars(arguments.next.data(), end, value);
  if (code != std::errc{} || read != end || value == 0) {
    return fail(Fault::kUsage, "--next takes a number above 0");
  }
  return value;
}

Result<exchange::ReviewOrder> order_of(const Arguments& arguments) {
  if (arguments.blind) {
    if (arguments.order.empty()) return exchange::ReviewOrder::kBlind;
    return fail(Fault::kUsage, "--blind has an order of its own, which tells nothing");
  }
  if (arguments.order.empty()) return exchange::ReviewOrder::kTeaching;
  const auto order = exchange::review_order_named(arguments.order);
  if (!order) return fail(Fault::kUsage, "--order is teaching or probable");
  return *order;
}

Result<int> write_sheet(Environment& environment, const Arguments& arguments,
                        exchange::ReviewOrder order) {
  PARLEY_ASSIGN(const std::size_t most, how_many(arguments, SIZE_MAX));
  PARLEY_TRY(check_desk_name("--sheet", "sheet", "review-desk-1.xlsx", arguments.sheet));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::ReviewSheet sheet,
                desk::review_sheet(session, arguments.label, most, order));
  StagedFile file(arguments.sheet);
  PARLEY_TRY(file.write(sheet.file));
  PARLEY_TRY(file.finish());
  environment.print(
      fmt::format("{} pairs in {}, for the desk alone\n", sheet.pairs, harmless(arguments.sheet)));
  return kOk;
}

Result<int> merge_sheet(Environment& environment, const Arguments& arguments) {
  desk::MergeReviewRequest request;
  request.file = arguments.merge;
  PARLEY_ASSIGN(request.bytes, read_file(request.file));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::ReviewMerged answer, desk::merge_review(session, request));
  print(environment, arguments, answer, review_merged_text);
  return answer.refused.empty() ? kOk : kFindings;
}

std::string ask(Environment& environment, const std::string& prompt) {
  environment.print(prompt);
  std::fflush(stdout);
  std::string line;
  if (!std::getline(std::cin, line)) return "q";
  return line;
}

// Empty: go on without a decision; "q" ends.
std::optional<exchange::Verdict> verdict_of(const std::string& word) {
  if (word == "m") return exchange::Verdict::kSame;
  if (word == "d") return exchange::Verdict::kDifferent;
  if (word == "l") return exchange::Verdict::kLater;
  return {};
}

// Pair after pair; each decision is written before the next pair is shown.
Result<int> ask_pairs(Environment& environment, const Arguments& arguments, std::size_t most,
                      exchange::ReviewOrder order) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::ReviewAnswer queue, desk::review_queue(session, most, order));
  session.record().end();
  for (const exchange::ShownPair& pair : queue.pairs) {
    environment.print("\n" + shown_pair_text(pair));
    std::string word;
    while (word != "m" && word != "d" && word != "l" && word != "s" && word != "q") {
      word = ask(environment, "m one person, d different people, l later, s skip, q end: ");
    }
    if (word == "q") break;
    const auto verdict = verdict_of(word);
    if (!verdict) continue;
    const std::string reason = ask(environment, "why: ");
    PARLEY_ASSIGN(const desk::Decided decided,
                  desk::decide_shown(session, {pair.item.a, pair.item.b, *verdict, reason}));
    environment.print(decided_text(decided));
  }
  return kOk;
}

Result<int> run_review(Environment& environment, const Arguments& arguments) {
  if (!arguments.sheet.empty() && !arguments.merge.empty()) {
    return fail(Fault::kUsage, "--sheet writes a sheet, --merge reads one: not both at once");
  }
  PARLEY_ASSIGN(const exchange::ReviewOrder order, order_of(arguments));
  if (!arguments.sheet.empty()) return write_sheet(environment, arguments, order);
  if (!arguments.merge.empty()) return merge_sheet(environment, arguments);
  PARLEY_ASSIGN(const std::size_t most, how_many(arguments, kShown));
  const bool terminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
  if (terminal && !arguments.json && !arguments.list) {
    return ask_pairs(environment, arguments, most, order);
  }
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::ReviewAnswer answer, desk::review_queue(session, most, order));
  print(environment, arguments, answer, review_text);
  return kOk;
}

Result<int> run_decide(Environment& environment, const Arguments& arguments) {
  desk::DecideRequest request;
  request.people = arguments.items;
  request.reason = arguments.reason;
  if (request.people.size() < 2 || request.people.size() > 3) {
    return fail(Fault::kUsage, "claim decide PERSON [PERSON] same|different|later");
  }
  // The review sheet's word.
  const std::string& word = request.people.back();
  const auto verdict = word == "match" ? exchange::Verdict::kSame : exchange::verdict_named(word);
  if (!verdict) {
    return fail(Fault::kUsage, "the verdict is same (or match), different or later");
  }
  request.verdict = *verdict;
  request.people.pop_back();
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Decided answer, desk::decide(session, request));
  print(environment, arguments, answer, decided_text);
  return kOk;
}

}  // namespace

std::vector<Command> review_commands() {
  return {
      {"claim link",
       "Find who may be the same person on the lists of the sides, and record what was found",
       with({{"--check", "", "Make the latest linkage again and say whether it comes out equal",
              &Arguments::check},
             json_option()},
            write_options()),
       run_link},
      {"claim pairs", "Print the pairs of the latest linkage",
       with({{"--standing", "STANDING", "Only those: sure or queued", &Arguments::state},
             json_option()},
            open_options()),
       run_pairs},
      {"claim explain",
       "Say field by field why two rows may be one person, as text or as a document",
       with(
           {{"PAIR", "PAIR",
             "Codes of pairs (claim review); or two rows, as LIST:ROW or 6 digits or more of an id",
             &Arguments::items, true, true},
            {"-o,--output", "FILE",
             "Write it too: .html, .pdf, .xlsx, or .svg of one pair; its name must have \"desk\" "
             "in it",
             &Arguments::output},
            {"--language", "TAG", "en, ar, fr, ru or uk; default: en", &Arguments::language},
            json_option()},
           open_options()),
       run_explain},
      {"claim review",
       "Go through the pairs that wait for your decision: one by one on a terminal, else printed",
       with(
           {{"--next", "N", "So many; default 20, all in a sheet", &Arguments::next},
            {"--order", "ORDER",
             "teaching: first the pairs whose answers teach most (the default); probable: the most "
             "probable first",
             &Arguments::order},
            {"--blind", "",
             "Show nothing of what linkage says, in an order that tells nothing of it either",
             &Arguments::blind},
            {"--list", "", "Print them, and ask nothing", &Arguments::list},
            {"--sheet", "FILE.xlsx",
             "Write them as a sheet for one officer at the desk; its name must have \"desk\" in it",
             &Arguments::sheet},
            {"--officer", "NAME", "Whom the sheet is for, as it says; default: your key's name",
             &Arguments::label},
            {"--merge", "FILE.xlsx", "Enter each verdict of such a sheet as your decision",
             &Arguments::merge},
            json_option()},
           write_options()),
       run_review},
      {"claim decide",
       "Say of two rows, or of a claim as answered, whether they are one person; two keys confirm",
       with({{"PERSON", "PERSON [PERSON] VERDICT",
              "Rows as LIST:ROW, or 6 digits or more of their ids; then same (or match), different "
              "or later",
              &Arguments::items, true, true},
             {"--reason", "TEXT", "Why", &Arguments::reason, true},
             json_option()},
            write_options()),
       run_decide},
      {"claim confirmed", "Count the pairs by how many keys have confirmed them",
       with({json_option()}, open_options()), run_confirmed},
  };
}

}  // namespace parley::cli
