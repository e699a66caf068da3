#include "wire/exchange_answers.hpp"

#include "wire/json.hpp"

namespace parley::wire {
namespace {

using exchange::planning::Plan;

Json ids(const std::vector<record::EntryId>& people) {
  Json out = Json::array();
  for (const record::EntryId& id : people) out.push_back(id.hex());
  return out;
}

Json readiness(const desk::Readiness& value) {
  Json barred = Json::object();
  for (std::size_t i = 0; i < exchange::kBarCount; ++i) {
    barred[std::string(name(static_cast<exchange::Bar>(i)))] = value.barred[i];
  }
  return {{"claims", value.claims}, {"eligible", value.eligible}, {"barred", barred}};
}

Json since(const desk::Since& value) {
  Json not_ready = Json::array();
  for (const auto& person : value.not_ready) {
    not_ready.push_back({{"claim", person.claim.hex()},
                         {"reason", name(person.bar)},
                         {"list", person.list.empty() ? Json() : Json(person.list)},
                         {"row", person.row},
                         {"name", person.name}});
  }
  return {{"plan_again", value.plan_again()},
          {"people", value.people},
          {"not_ready", not_ready},
          {"newer_terms", value.newer_terms}};
}

Json figures(const Plan& plan) {
  const auto& f = plan.figures;
  return {{"eligible", f.eligible},
          {"eligible_first", f.eligible_first},
          {"freed", f.freed},
          {"freed_first", f.freed_first},
          {"must_left_out", f.must_left_out},
          {"most_unstaged", f.most_unstaged},
          {"most_by_capacity", f.most_by_capacity},
          {"at_most", f.at_most},
          {"stages", plan.stages.size()},
          {"stages_at_least", f.stages_at_least},
          {"worst_exposure", f.worst_exposure},
          {"exposure_at_least", f.exposure_at_least}};
}

Json plan_json(const Plan& plan) {
  Json stages = Json::array();
  for (const auto& stage : plan.stages) {
    Json legs = Json::array();
    for (const auto& leg : stage.legs) {
      legs.push_back({{"from", plan.parties[leg.from]},
                      {"to", plan.parties[leg.to]},
                      {"first", ids(leg.first)},
                      {"others", ids(leg.others)}});
    }
    Json exposure = Json::object();
    for (std::size_t p = 0; p < plan.parties.size(); ++p) {
      exposure[plan.parties[p]] = stage.exposure[p];
    }
    stages.push_back({{"legs", legs}, {"exposure", exposure}});
  }
  Json omissions = Json::array();
  for (const auto& one : plan.omissions) {
    omissions.push_back({{"claim", one.id.hex()}, {"reason", name(one.reason)}});
  }
  Json unlocks = Json::array();
  for (const auto& one : plan.unlocks) {
    using exchange::planning::Change;
    const bool of_party = one.change != Change::kStages;
    const bool of_two = of_party && one.change != Change::kCeiling;
    unlocks.push_back({{"change", name(one.change)},
                       {"from", of_party ? Json(plan.parties[one.from]) : Json()},
                       {"to", of_two ? Json(plan.parties[one.to]) : Json()},
                       {"amount", one.amount},
                       {"more", one.more}});
  }
  return {{"engine", plan.engine},   {"parties", plan.parties},   {"figures", figures(plan)},
          {"stages", stages},        {"omissions", omissions},    {"unlocks", unlocks}};
}

Json planned(const record::EntryId& id, const exchange::Planned& value) {
  return {{"id", id.is_zero() ? Json() : Json(id.hex())},
          {"terms", value.terms.hex()},
          {"on", value.on.iso()},
          {"made_at_size", value.size},
          {"plan", plan_json(value.plan)}};
}

}  // namespace

std::string to_json(const desk::PlanAnswer& answer) {
  Json out = planned(answer.id, answer.planned);
  out["unchanged"] = answer.unchanged;
  out["readiness"] = readiness(answer.readiness);
  out["must_include_not_ready"] = answer.named_absent.must_include;
  out["will_not_release_not_ready"] = answer.named_absent.will_not_release;
  out["problems"] = answer.problems;
  out["size"] = answer.size;
  return print(out);
}

std::string to_json(const desk::PlanCheck& answer) {
  return print({{"id", answer.plan.id.hex()},
                {"holds", answer.findings.empty()},
                {"findings", answer.findings},
                {"recomputed", name(answer.recomputed)},
                {"most_proved", answer.most_proved},
                {"since", since(answer.since)}});
}

std::string to_json(const desk::ExchangeStatus& answer) {
  Json out;
  out["plan"] = answer.plan ? planned(answer.plan->id, answer.plan->value) : Json();
  out["terms"] = answer.terms ? Json(answer.terms->id.hex()) : Json();
  out["readiness"] = readiness(answer.readiness);
  out["since"] = answer.plan ? since(answer.since) : Json();
  out["problems"] = answer.problems;
  return print(out);
}

}  // namespace parley::wire
