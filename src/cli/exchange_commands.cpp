#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/run/in_order.hpp"
#include "cli/environment.hpp"
#include "cli/exchange_text.hpp"
#include "cli/options.hpp"
#include "cli/papers_folder.hpp"
#include "cli/rendering.hpp"
#include "cli/text.hpp"
#include "desk/exchange/papers.hpp"
#include "desk/exchange/plan.hpp"
#include "wire/exchange_answers.hpp"

namespace parley::cli {
namespace {

Result<std::optional<Date>> day(const std::string& text, const char* option) {
  if (text.empty()) return std::optional<Date>{};
  auto value = parse_date(text);
  if (!value) return within({Fault::kUsage, value.error().message, {}}, option);
  if (value->precision() != Precision::kDay) {
    return fail(Fault::kUsage, fmt::format("{}: a day is wanted: 2018-12-13", option));
  }
  return std::optional<Date>(*value);
}

Result<int> run_terms(Environment& environment, const Arguments& arguments) {
  const std::string& file = arguments.items.at(0);
  PARLEY_ASSIGN(const std::string text, read_file(file));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written, desk::enter_terms(session, file, text));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_plan(Environment& environment, const Arguments& arguments) {
  desk::PlanRequest request;
  PARLEY_ASSIGN(request.on, day(arguments.as_of, "--on"));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::PlanAnswer answer, desk::make_plan(session, request));
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : plan_text(answer));
  const bool left_out =
      answer.planned.plan.figures.must_left_out > 0 || answer.named_absent.must_include > 0;
  return answer.problems.empty() && !left_out ? kOk : kFindings;
}

Result<int> run_check(Environment& environment, const Arguments& arguments) {
  const std::string wanted = arguments.items.empty() ? "" : arguments.items[0];
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::PlanCheck check, desk::check_plan(session, wanted));
  environment.print(arguments.json ? wire::to_json(check) + "\n" : check_text(check));
  const bool good =
      check.findings.empty() && check.recomputed != desk::Recomputed::kDifferent;
  return good && !check.since.plan_again() ? kOk : kFindings;
}

Result<int> run_status(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::ExchangeStatus status, desk::exchange_status(session));
  environment.print(arguments.json ? wire::to_json(status) + "\n" : exchange_status_text(status));
  return status.problems.empty() && !status.since.plan_again() ? kOk : kFindings;
}

// Words parted by commas.
std::vector<std::string> parted(const std::string& text) {
  std::vector<std::string> out;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    if (end > start) out.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

struct PapersWritten {
  std::vector<std::string> files;
  std::vector<std::pair<std::string, std::set<char32_t>>> spelled;  // of a file
};

struct Job {
  std::string file;
  std::set<char32_t> spelled;
  Result<void> done;
};

// Renders every paper in every form, by as many threads as there are, and writes all of them or
// none.
Result<PapersWritten> write_papers(const std::vector<desk::Paper>& papers,
                                   const std::vector<std::string>& forms, PapersFolder& folder,
                                   int threads) {
  PARLEY_ASSIGN(const report::Fonts fonts, report::Fonts::load());
  PapersWritten out;
  Result<void> failed;
  InOrder<Job> work(threads, [&](Job&& job) {
    if (!job.done && failed) failed = within(std::move(job.done).error(), job.file);
    if (!job.spelled.empty()) out.spelled.emplace_back(job.file, std::move(job.spelled));
    out.files.push_back(std::move(job.file));
  });
  for (const desk::Paper& paper : papers) {
    for (const std::string& form : forms) {
      const std::string name = paper.name + "." + form;
      StagedFile& staged = folder.add(name);
      work.add([&paper, &form, &fonts, &staged, file = folder.path(name)]() -> Job {
        Job job{file, {}, {}};
        auto made = rendered(paper.document, form, fonts);
        if (made) {
          job.spelled = std::move(made->spelled);
          job.done = staged.write(bytes_of(made->bytes));
        } else {
          job.done = tl::unexpected<Error>(std::move(made).error());
        }
        return job;
      });
    }
  }
  work.finish();
  PARLEY_TRY(failed);
  PARLEY_TRY(folder.finish());
  return out;
}

// The head of a page has room for one line.
Result<void> check_mark(const std::string& mark) {
  constexpr std::size_t kMost = 60;
  const auto length = std::count_if(mark.begin(), mark.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  });
  if (!is_utf8(mark) || harmless(mark) != mark || length > static_cast<std::ptrdiff_t>(kMost)) {
    return fail(Fault::kUsage, fmt::format("--mark is one line of {} characters at most", kMost));
  }
  return {};
}

Result<int> run_papers(Environment& environment, const Arguments& arguments) {
  desk::PapersRequest request;
  if (!arguments.for_party.empty()) request.party = arguments.for_party;
  request.languages.clear();
  for (const std::string& tag : parted(arguments.language)) {
    const auto language = document::language_from_tag(tag);
    if (!language) return fail(Fault::kUsage, "--language is en, ar, fr, ru, uk, or several: ar,en");
    request.languages.push_back(*language);
  }
  if (!arguments.items.empty()) request.plan = arguments.items[0];
  PARLEY_TRY(check_mark(arguments.label));
  request.mark = arguments.label;
  request.as_planned = arguments.as_planned;
  const std::vector<std::string> forms =
      parted(arguments.form.empty() ? std::string("html,pdf,xlsx") : arguments.form);
  if (!std::all_of(forms.begin(), forms.end(), is_form)) {
    return fail(Fault::kUsage, "--form is html, pdf, xlsx, or several: pdf,xlsx");
  }
  PARLEY_ASSIGN(const int threads, threads_of(arguments));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Papers papers, desk::papers(session, request));
  session.record().end();
  PapersFolder folder(arguments.output);
  PARLEY_TRY(folder.open(arguments.replace));
  PARLEY_ASSIGN(const PapersWritten written, write_papers(papers.papers, forms, folder, threads));
  for (const std::string& file : written.files) environment.print(harmless(file) + "\n");
  for (const auto& [file, spelled] : written.spelled) {
    environment.message(harmless(file) + ": " + spelled_text(spelled));
  }
  const std::vector<std::string> since = since_lines(papers.since);
  for (const std::string& line : since) environment.message(line);
  return written.spelled.empty() && since.empty() ? kOk : kFindings;
}

const Option kPlan = {"PLAN", "PLAN", "The start of the plan's id; default: the latest plan",
                      &Arguments::items};

}  // namespace

std::vector<Command> exchange_commands() {
  return {
      {"exchange terms", "Enter the terms of an exchange, from a TOML file (doc/reference/terms.md)",
       with({{"FILE", "FILE", "The file", &Arguments::items, true}, json_option()}, write_options()),
       run_terms},
      {"exchange plan", "Plan the exchange: the most people, in stages, within the terms",
       with({{"--on", "DATE", "The day on which ages count; default: today", &Arguments::as_of},
             json_option()},
            write_options()),
       run_plan},
      {"exchange check", "Check a plan by a checker that shares nothing with the planner",
       with({kPlan, json_option()}, open_options()), run_check},
      {"exchange status", "Show the latest plan, stage by stage, and who is not ready and why",
       with({json_option()}, open_options()), run_status},
      {"exchange papers",
       "Write summary, annexes, boarding manifests, receipts, disputes and what is missing",
       with({kPlan,
             {"-o,--output", "FOLDER",
              "Where to; it is made if it is not there, and must hold no papers",
              &Arguments::output, true},
             {"--replace", "", "Take away the papers that the folder holds; other files stay",
              &Arguments::replace},
             {"--as-planned", "",
              "Even if some of the plan's people are no longer ready; every paper says so",
              &Arguments::as_planned},
             {"--for", "PARTY", "For that party, and only what it may read; without: the desk's own",
              &Arguments::for_party},
             {"--language", "TAGS", "en, ar, fr, ru, uk, or several: ar,en; default: en",
              &Arguments::language},
             {"--form", "FORMS", "html, pdf, xlsx, or several: pdf,xlsx; default: all three",
              &Arguments::form},
             {"--mark", "TEXT", "At the head of every page besides; one line, at most 60 characters",
              &Arguments::label},
             {"--threads", "N", "Threads; the files are the same with any number",
              &Arguments::threads}},
            open_options()),
       run_papers},
  };
}

}  // namespace parley::cli
