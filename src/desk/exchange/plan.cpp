#include "desk/exchange/plan.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "desk/claim/claim_entry.hpp"
#include "exchange/plan/checker.hpp"
#include "exchange/plan/planner.hpp"

namespace parley::desk {
namespace {

using exchange::Planned;
using exchange::Plans;

Readiness readiness_of(const exchange::Eligible& eligible) {
  Readiness out;
  out.eligible = eligible.problem.persons.size();
  out.claims = out.eligible + eligible.barred.size();
  for (const exchange::Barred& one : eligible.barred) {
    ++out.barred[static_cast<std::size_t>(one.bar)];
  }
  return out;
}

Date today(const Session& session) { return day_of_seconds(session.setting().clock.now()); }

Result<const Plans::KeptTerms*> latest_terms(const Plans& plans) {
  if (plans.terms.empty()) {
    return fail(Fault::kNotFound, "no terms have been entered: parley exchange terms FILE");
  }
  return &plans.terms.back();
}

Result<Since> since_of(const record::View& readable, const exchange::View& now, const Plans& plans,
                       const Plans::KeptPlan& plan) {
  return since_planned(now, exchange::Identities::fold(view_at(readable, plan.value.size)), plans,
                       plan);
}

}  // namespace

Result<Since> since_planned(const exchange::View& now, const exchange::Identities& then,
                            const Plans& plans, const Plans::KeptPlan& plan) {
  Since out;
  const Plans::KeptTerms* terms = plans.terms_of(plan.value);
  if (terms == nullptr) return out;
  const Plans::KeptTerms& latest = plans.terms.back();
  out.newer_terms = latest.index > terms->index && !(latest.value == terms->value);
  for (const auto& stage : plan.value.plan.stages) {
    for (const auto& leg : stage.legs) out.people += leg.first.size() + leg.others.size();
  }
  PARLEY_ASSIGN(const std::vector<exchange::Barred> barred,
                exchange::no_longer_ready(now, then, terms->value, plan.value));
  for (const exchange::Barred& one : barred) {
    Since::Person person{one.claim, one.bar, {}, 0, {}};
    if (const exchange::Row* row = now.lists.row(one.claim)) {
      person.list = now.lists.lists[row->list].key;
      person.row = row->row;
      if (const auto read = now.person(*row)) person.name = read->shown_name();
    }
    out.not_ready.push_back(std::move(person));
  }
  return out;
}

std::string not_ready_text(const Since& since) {
  if (since.not_ready.empty()) return {};
  std::string out = fmt::format("{} of {} people in this plan are no longer ready:",
                                since.not_ready.size(), since.people);
  const char* between = " ";
  for (std::size_t i = 0; i < exchange::kBarCount; ++i) {
    const auto bar = static_cast<exchange::Bar>(i);
    const auto count = std::count_if(since.not_ready.begin(), since.not_ready.end(),
                                     [bar](const auto& one) { return one.bar == bar; });
    if (count == 0) continue;
    out += fmt::format("{}{} {}", between, name(bar), count);
    between = ", ";
  }
  return out;
}

Result<const Plans::KeptPlan*> find_plan(const Plans& plans, const std::string& wanted) {
  if (wanted.empty()) {
    if (plans.plans.empty()) return fail(Fault::kNotFound, "no plan has been made");
    return &plans.plans.back();
  }
  const auto begins = [&wanted](const Plans::KeptPlan& plan) {
    return plan.id.hex().starts_with(wanted);
  };
  const auto found = std::find_if(plans.plans.begin(), plans.plans.end(), begins);
  if (wanted.size() < 6 || found == plans.plans.end()) {
    return fail(Fault::kNotFound, "no plan that you may read begins with these digits");
  }
  if (std::any_of(found + 1, plans.plans.end(), begins)) {
    return fail(Fault::kUsage, "more than one plan begins so; give more digits");
  }
  return &*found;
}

Result<Written> enter_terms(Session& session, const std::string& file, const std::string& text) {
  PARLEY_ASSIGN(const policy::Audience audience,
                desk_audience(session, policy::Action::kPlan, "exchange terms"));
  PARLEY_ASSIGN(const exchange::planning::Terms terms,
                exchange::planning::read_terms(file, text));
  const record::View& readable = session.own();
  PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(readable));
  for (const std::string& party : terms.parties) {
    if (!dossier.find(dossier::Kind::kParty, party)) {
      return fail(Fault::kBadInput,
                  file + ": parties: there is no party '" + party + "' in the dossier");
    }
  }
  const Plans plans = exchange::fold_plans(readable);
  if (!plans.terms.empty() && plans.terms.back().value == terms) {
    return Written{{plans.terms.back().id}, readable.size};
  }
  return write_entry(session, audience, exchange::terms_payload(terms));
}

Result<PlanAnswer> make_plan(Session& session, const PlanRequest& request) {
  PARLEY_ASSIGN(const policy::Audience audience,
                desk_audience(session, policy::Action::kPlan, "exchange plan"));
  const record::View readable = session.take_own();
  PARLEY_ASSIGN(const exchange::View view, exchange::fold(readable));
  const Plans plans = exchange::fold_plans(readable);
  PARLEY_ASSIGN(const Plans::KeptTerms* terms, latest_terms(plans));

  PlanAnswer answer;
  answer.planned.terms = terms->id;
  answer.planned.on = request.on.value_or(today(session));
  answer.planned.size = readable.size;
  answer.planned.root = readable.root;
  PARLEY_ASSIGN(const exchange::Eligible eligible,
                exchange::eligible(view, terms->value, answer.planned.on));
  PARLEY_ASSIGN(answer.planned.plan, exchange::planning::make_plan(eligible.problem));
  answer.readiness = readiness_of(eligible);
  answer.named_absent = eligible.named_absent;
  answer.problems = view.problems();
  answer.problems.insert(answer.problems.end(), plans.problems.begin(), plans.problems.end());
  answer.size = readable.size;
  if (!plans.plans.empty()) {
    const Plans::KeptPlan& latest = plans.plans.back();
    if (latest.value.plan == answer.planned.plan && latest.value.terms == terms->id &&
        latest.value.on == answer.planned.on) {
      answer.unchanged = true;
      answer.id = latest.id;
      answer.planned = latest.value;
      return answer;
    }
  }
  PARLEY_ASSIGN(const Written written, write_entry(session, audience, exchange::to_payload(answer.planned)));
  if (written.size > 0) answer.id = written.ids.back();
  answer.size = written.size;
  return answer;
}

Result<PlanCheck> check_plan(Session& session, const std::string& wanted) {
  PARLEY_ASSIGN(const policy::Audience audience,
                desk_audience(session, policy::Action::kRead, "exchange check"));
  record::View readable = session.take_own();
  const Plans plans = exchange::fold_plans(readable);
  PARLEY_ASSIGN(const Plans::KeptPlan* kept, find_plan(plans, wanted));
  const Plans::KeptTerms* terms = plans.terms_of(kept->value);
  PlanCheck out;
  out.plan = *kept;
  const Planned& planned = kept->value;
  const bool whole = readable.erased == 0 && readable.withheld == 0;
  {
    PARLEY_ASSIGN(const exchange::View now, exchange::fold(readable));
    PARLEY_ASSIGN(out.since, since_of(readable, now, plans, *kept));
  }
  if (terms == nullptr && !whole) return out;
  if (terms == nullptr || terms->index >= planned.size ||
      !was_made_from(session, planned.size, planned.root, kept->index)) {
    out.recomputed = Recomputed::kDifferent;
    out.findings.push_back("it names terms or a checkpoint that it cannot have been made from");
    return out;
  }
  PARLEY_ASSIGN(const exchange::View view,
                exchange::fold(view_at(std::move(readable), planned.size)));
  PARLEY_ASSIGN(const exchange::Eligible eligible,
                exchange::eligible(view, terms->value, planned.on));
  const auto check = exchange::planning::check_plan(eligible.problem, planned.plan);
  if (planned.plan.engine == exchange::planning::kPlanEngine) {
    PARLEY_ASSIGN(const exchange::planning::Plan again,
                  exchange::planning::make_plan(eligible.problem));
    out.recomputed = judged(again == planned.plan, whole);
  }
  // Where entries are gone, the people of the problem are not those of then.
  if (!whole && out.recomputed != Recomputed::kEqual) return out;
  out.findings = check.findings;
  out.most_proved = check.most_proved;
  return out;
}

Result<ExchangeStatus> exchange_status(Session& session) {
  PARLEY_ASSIGN(const policy::Audience audience,
                desk_audience(session, policy::Action::kRead, "exchange status"));
  const record::View readable = session.take_own();
  PARLEY_ASSIGN(const exchange::View view, exchange::fold(readable));
  const Plans plans = exchange::fold_plans(readable);
  ExchangeStatus out;
  out.problems = view.problems();
  if (!plans.plans.empty()) {
    out.plan = plans.plans.back();
    if (const Plans::KeptTerms* terms = plans.terms_of(out.plan->value)) out.terms = *terms;
    PARLEY_ASSIGN(out.since, since_of(readable, view, plans, *out.plan));
  } else if (!plans.terms.empty()) {
    out.terms = plans.terms.back();
  }
  const exchange::planning::Terms terms =
      plans.terms.empty() ? exchange::planning::Terms{} : plans.terms.back().value;
  const Date on = out.plan ? out.plan->value.on : today(session);
  PARLEY_ASSIGN(const exchange::Eligible eligible, exchange::eligible(view, terms, on));
  out.readiness = readiness_of(eligible);
  return out;
}

}  // namespace parley::desk
