#include "desk/exchange/papers.hpp"

#include <fmt/core.h>

#include "desk/claim/status_lines.hpp"
#include "desk/exchange/claim_papers.hpp"
#include "desk/exchange/stage_papers.hpp"
#include "desk/exchange/summary_paper.hpp"
#include "exchange/plan/checker.hpp"

namespace parley::desk {
namespace {

using document::Language;
using record::EntryId;

std::vector<Paper> write_all(const PaperDesk& desk, const std::vector<Language>& languages) {
  std::vector<Paper> out;
  for (const Language language : languages) {
    const PaperPage page(desk, language);
    const std::string tag(document::tag(language));
    out.push_back({"summary-" + tag, summary(page)});
    for (std::size_t s = 0; s < desk.plan.value.plan.stages.size(); ++s) {
      if (!page.concerns(s)) continue;
      out.push_back({fmt::format("annex-stage-{:02}-{}", s + 1, tag), annex(page, s)});
      out.push_back({fmt::format("manifest-stage-{:02}-{}", s + 1, tag), manifest(page, s)});
    }
    out.push_back({"disputes-" + tag, disputes(page)});
    out.push_back({"missing-" + tag, missing(page)});
  }
  return out;
}

}  // namespace

Result<Papers> papers(Session& session, const PapersRequest& request) {
  PARLEY_ASSIGN(const policy::Audience audience, session.audience(std::string(policy::kDeskName)));
  PARLEY_TRY(session.authorize(policy::Action::kReport, audience.id, "exchange papers"));
  record::View readable = session.take_own();
  PARLEY_ASSIGN(const exchange::View view, exchange::fold(readable));
  const exchange::Plans plans = exchange::fold_plans(readable);
  PARLEY_ASSIGN(const exchange::Plans::KeptPlan* plan, find_plan(plans, request.plan));
  const exchange::Plans::KeptTerms* terms = plans.terms_of(plan->value);
  if (terms == nullptr) return fail(Fault::kNotFound, "the plan's terms may not be read here");

  std::optional<EntryId> party;
  if (request.party) {
    PARLEY_ASSIGN(party, party_of(view, *request.party, "--for"));
  }
  const bool whole = readable.erased == 0 && readable.withheld == 0;
  PARLEY_ASSIGN(const exchange::View then,
                exchange::fold(view_at(std::move(readable), plan->value.size)));
  PARLEY_ASSIGN(const exchange::Eligible eligible,
                exchange::eligible(then, terms->value, plan->value.on));
  const auto check = exchange::planning::check_plan(eligible.problem, plan->value.plan);
  if (!check.holds()) {
    if (!whole) {
      return fail(Fault::kNotFound, "entries that the plan was made from are gone; plan again");
    }
    return fail(Fault::kBroken, "the plan does not pass its check: " + check.findings.front());
  }
  PARLEY_ASSIGN(Since since, since_planned(view, then.identities, plans, *plan));
  if (!since.not_ready.empty() && !request.as_planned) {
    return fail(Fault::kRefused, not_ready_text(since) +
                                     "; plan again, or print it with --as-planned, which every "
                                     "paper then says");
  }
  const exchange::Numbers own =
      party ? numbers_for(session, view, *party) : numbers_for(session, view, plan->id);
  const exchange::Numbers of_stage = numbers_for(session, view, plan->id);
  const std::vector<ClaimLine> claims =
      lines_of(session, view, Reader{party, false, plan->value.on});
  const PaperDesk desk{view,
                       *plan,
                       terms->value,
                       party,
                       own,
                       of_stage,
                       claims,
                       eligible,
                       check.most_proved,
                       request.mark,
                       !since.not_ready.empty()};
  return Papers{write_all(desk, request.languages), std::move(since)};
}

}  // namespace parley::desk
