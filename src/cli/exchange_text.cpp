#include "cli/exchange_text.hpp"

#include <fmt/core.h>

#include "cli/text.hpp"

namespace parley::cli {
namespace {

using exchange::planning::Change;
using exchange::planning::Plan;
using exchange::planning::Unlock;

std::string readiness_text(const desk::Readiness& readiness) {
  std::string out = fmt::format("claims {}, ready for a plan {}\n", readiness.claims,
                                readiness.eligible);
  for (std::size_t i = 0; i < exchange::kBarCount; ++i) {
    if (readiness.barred[i] == 0) continue;
    out += fmt::format("  {}: {}\n", name(static_cast<exchange::Bar>(i)), readiness.barred[i]);
  }
  return out;
}

std::string unlock_text(const Plan& plan, const Unlock& unlock) {
  switch (unlock.change) {
    case Change::kPersons:
      return fmt::format("{} more agreed, held by {} and sought by {}: {} more would go",
                         unlock.amount, plan.parties[unlock.from], plan.parties[unlock.to],
                         unlock.more);
    case Change::kStages:
      return fmt::format("{} more stages: {} more would go", unlock.amount, unlock.more);
    case Change::kCeiling:
      return fmt::format("a ceiling higher by {} for {}: {} more would go", unlock.amount,
                         plan.parties[unlock.from], unlock.more);
    case Change::kCapacity:
      return fmt::format("{} more places each way between {} and {}: {} more would go",
                         unlock.amount, plan.parties[unlock.from], plan.parties[unlock.to],
                         unlock.more);
  }
  return {};
}

std::string stages_text(const Plan& plan) {
  std::string out;
  for (std::size_t s = 0; s < plan.stages.size(); ++s) {
    const auto& stage = plan.stages[s];
    out += fmt::format("stage {}\n", s + 1);
    for (const auto& leg : stage.legs) {
      out += fmt::format("  {} to {}: {}", plan.parties[leg.from], plan.parties[leg.to],
                         leg.first.size() + leg.others.size());
      if (!leg.first.empty()) out += fmt::format(", of them outside parity {}", leg.first.size());
      out += "\n";
    }
    out += "  exposure:";
    for (std::size_t p = 0; p < plan.parties.size(); ++p) {
      out += fmt::format("{} {} {}", p == 0 ? "" : ",", plan.parties[p], stage.exposure[p]);
    }
    out += "\n";
  }
  return out;
}

std::string figures_text(const Plan& plan) {
  const auto& figures = plan.figures;
  std::string out = fmt::format("people {}, of them outside parity {}\nstages {}\n", figures.freed,
                                figures.freed_first, plan.stages.size());
  out += fmt::format("greatest exposure {} (at least {} for these people in these stages)\n",
                     figures.worst_exposure, figures.exposure_at_least);
  out += fmt::format("at most {} under these terms; {} without limits of stages\n",
                     figures.at_most, figures.most_unstaged);
  if (figures.must_left_out > 0) {
    out += fmt::format("left out though the terms must include them: {}\n", figures.must_left_out);
  }
  for (const Unlock& unlock : plan.unlocks) out += unlock_text(plan, unlock) + "\n";
  return out;
}

std::string problems_text(const std::vector<std::string>& problems) {
  constexpr std::size_t kShown = 20;
  std::string out;
  for (std::size_t i = 0; i < problems.size() && i < kShown; ++i) {
    out += fmt::format("problem: {}\n", harmless(problems[i]));
  }
  if (problems.size() > kShown) {
    out += fmt::format("problem: and {} more; --json has them all\n", problems.size() - kShown);
  }
  return out;
}

}  // namespace

std::string plan_text(const desk::PlanAnswer& answer) {
  std::string out;
  if (!answer.id.is_zero()) {
    out += fmt::format("plan {}{}\n", answer.id.hex(),
                       answer.unchanged ? " (unchanged, not written again)" : "");
  }
  out += readiness_text(answer.readiness);
  if (answer.named_absent.must_include > 0) {
    out += fmt::format("named by must_include and not ready: {}\n",
                       answer.named_absent.must_include);
  }
  if (answer.named_absent.will_not_release > 0) {
    out += fmt::format("named by will_not_release and not ready: {}\n",
                       answer.named_absent.will_not_release);
  }
  out += figures_text(answer.planned.plan);
  out += stages_text(answer.planned.plan);
  out += problems_text(answer.problems);
  return out;
}

std::vector<std::string> since_lines(const desk::Since& since) {
  std::vector<std::string> out;
  if (!since.not_ready.empty()) out.push_back("finding: " + not_ready_text(since));
  if (since.newer_terms) {
    out.emplace_back("finding: newer terms stand than those it was made by");
  }
  if (!out.empty()) out.emplace_back("plan again: parley exchange plan");
  return out;
}

std::string check_text(const desk::PlanCheck& check) {
  std::string out = fmt::format("plan {}\n", check.plan.id.hex());
  const bool gone = check.recomputed == desk::Recomputed::kNotHere;
  if (check.findings.empty() && !gone) out += "holds: every rule of the terms, every figure\n";
  for (const std::string& finding : check.findings) out += fmt::format("finding: {}\n", finding);
  out += fmt::format("made again from the same entries: {}\n", name(check.recomputed));
  if (gone) out += "entries it was made from are gone, or another version made it\n";
  out += check.most_proved ? "no plan under these terms frees more: proved\n"
                           : "that no plan under these terms frees more: not proved\n";
  for (const std::string& line : since_lines(check.since)) out += line + "\n";
  constexpr std::size_t kShown = 20;
  for (std::size_t i = 0; i < check.since.not_ready.size() && i < kShown; ++i) {
    const auto& person = check.since.not_ready[i];
    out += fmt::format("  {}  {}:{}  {}  {}\n", person.claim.hex().substr(0, 12),
                       person.list.empty() ? "-" : harmless(person.list), person.row,
                       person.name.empty() ? "-" : harmless(person.name), name(person.bar));
  }
  if (check.since.not_ready.size() > kShown) {
    out += fmt::format("  and {} more; --json has them all\n",
                       check.since.not_ready.size() - kShown);
  }
  return out;
}

std::string exchange_status_text(const desk::ExchangeStatus& status) {
  std::string out;
  if (!status.terms) out += "no terms have been entered\n";
  if (status.plan) {
    out += fmt::format("plan {}, made for {}\n", status.plan->id.hex(),
                       status.plan->value.on.iso());
    out += figures_text(status.plan->value.plan);
    out += stages_text(status.plan->value.plan);
  } else {
    out += "no plan has been made\n";
  }
  out += readiness_text(status.readiness);
  for (const std::string& line : since_lines(status.since)) out += line + "\n";
  out += problems_text(status.problems);
  return out;
}

}  // namespace parley::cli
