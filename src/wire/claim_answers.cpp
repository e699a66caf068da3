#include "wire/claim_answers.hpp"

#include <algorithm>

#include "wire/json.hpp"

namespace parley::wire {
namespace {

using record::EntryId;

Json ids(const std::vector<EntryId>& ids) {
  Json out = Json::array();
  for (const EntryId& id : ids) out.push_back(id.hex());
  return out;
}

Json findings(const std::vector<desk::MergeFinding>& findings) {
  Json out = Json::array();
  for (const auto& one : findings) {
    out.push_back({{"sheet", or_null(one.sheet)},
                   {"row", one.row},
                   {"column", or_null(one.column)},
                   {"number", or_null(one.number)},
                   {"reason", one.reason}});
  }
  return out;
}

Json line(const desk::ClaimLine& line, bool for_desk) {
  Json out = {{"id", for_desk ? Json(line.id.hex()) : Json()},
              {"number", or_null(line.number)},
              {"list", or_null(line.list)},
              {"row", line.list.empty() ? Json() : Json(line.row)},
              {"name", or_null(line.name)},
              {"claimant", or_null(line.claimant)},
              {"holder", or_null(line.holder)},
              {"state", name(line.state)},
              {"awaits", awaits(line.state)},
              {"status", line.status ? Json(name(*line.status)) : Json()},
              {"date", or_null(line.date)},
              {"deadline", or_null(line.deadline)},
              {"overdue", line.overdue},
              {"settled", line.settled},
              {"sent", line.sent}};
  if (for_desk) {
    out["reminders"] = line.reminders;
    out["embargoed"] = line.embargoed;
    out["may_forward"] = line.may_forward;
    out["befell"] = line.befell;
  }
  return out;
}

}  // namespace

std::string to_json(const desk::RoundAnswer& answer) {
  return print({{"id", answer.id ? Json(answer.id->hex()) : Json()},
                {"round", name(answer.round.kind)},
                {"for", answer.party},
                {"claims", answer.round.claims.size()},
                {"deadline", or_null(answer.round.deadline)},
                {"language", answer.round.language},
                {"reminder", answer.round.reminder},
                {"fields", answer.round.fields},
                {"file_sha256", to_hex(answer.round.file)},
                {"left_out",
                 {{"without_consent", answer.left_out.without_consent},
                  {"embargoed", answer.left_out.embargoed},
                  {"sent", answer.left_out.sent}}},
                {"size", answer.size}});
}

std::string to_json(const desk::Merged& answer) {
  return print({{"by", answer.party},
                {"rows", answer.rows},
                {"answers", answer.answers},
                {"remarks", answer.remarks},
                {"final_replies", answer.final_replies},
                {"last_remarks", answer.last_remarks},
                {"unchanged", answer.unchanged},
                {"open", answer.open},
                {"repeated", answer.repeated},
                {"refused", findings(answer.refused)},
                {"notes", findings(answer.notes)},
                {"missing", answer.missing},
                {"ids", ids(answer.ids)},
                {"size", answer.size}});
}

std::string to_json(const desk::ClaimsList& answer) {
  Json claims = Json::array();
  for (const auto& one : answer.claims) claims.push_back(line(one, !answer.party));
  return print({{"for", answer.party ? Json(*answer.party) : Json()},
                {"own_entries_alone", answer.own_entries_alone},
                {"claims", std::move(claims)}});
}

std::string to_json(const desk::ClaimStory& answer) {
  Json answers = Json::array();
  for (const auto& one : answer.answers) {
    answers.push_back({{"by", or_null(one.by)},
                       {"status", name(one.answer.status)},
                       {"date", or_null(one.answer.date)},
                       {"other", or_null(one.answer.other_name)},
                       {"cause", or_null(one.answer.cause)},
                       {"burial_place", or_null(one.answer.burial_place)},
                       {"note", or_null(one.answer.note)},
                       {"reference", or_null(one.answer.reference)},
                       {"final_reply", one.answer.final_reply}});
  }
  Json remarks = Json::array();
  for (const auto& one : answer.remarks) {
    remarks.push_back({{"by", one.by},
                       {"stance", name(one.remark.stance)},
                       {"note", or_null(one.remark.note)},
                       {"last", one.remark.last}});
  }
  Json settlements = Json::array();
  for (const auto& one : answer.settlements) {
    settlements.push_back({{"status", name(one.status)}, {"note", or_null(one.note)}});
  }
  Json events = Json::array();
  for (const auto& one : answer.events) {
    events.push_back({{"by", one.by},
                      {"kind", name(one.event.kind)},
                      {"date", or_null(one.event.date)},
                      {"source", or_null(one.event.source)},
                      {"note", or_null(one.event.note)}});
  }
  Json rounds = Json::array();
  for (const auto& one : answer.rounds) {
    rounds.push_back({{"round", name(one.kind)},
                      {"to", one.to},
                      {"deadline", or_null(one.deadline)},
                      {"reminder", one.reminder}});
  }
  return print({{"claim", line(answer.line, answer.line.number.empty())},
                {"own_entries_alone", answer.own_entries_alone},
                {"rounds", std::move(rounds)},
                {"answers", std::move(answers)},
                {"remarks", std::move(remarks)},
                {"settlements", std::move(settlements)},
                {"events", std::move(events)}});
}

std::string to_json(const desk::ClaimsStatus& answer) {
  Json pairs = Json::array();
  for (const auto& one : answer.pairs) {
    Json states = Json::object();
    for (const exchange::ClaimState state : exchange::kClaimStates) {
      std::string key(name(state));
      std::replace(key.begin(), key.end(), '-', '_');
      states[key] = one.by_state[static_cast<std::size_t>(state)];
    }
    Json pair = {{"claimant", or_null(one.claimant)},
                 {"holder", or_null(one.holder)},
                 {"claims", one.claims},
                 {"states", std::move(states)},
                 {"overdue", one.overdue}};
    if (!answer.party) {
      pair["reminded"] = one.reminded;
      pair["embargoed"] = one.embargoed;
      pair["without_consent"] = one.without_consent;
    }
    pairs.push_back(std::move(pair));
  }
  Json awaited = Json::array();
  for (const auto& one : answer.awaited) {
    awaited.push_back(
        {{"of", one.of},
         {"state", name(one.state)},
         {"what", one.embargoed ? "the family being told of a death" : awaits(one.state)},
         {"claims", one.claims},
         {"overdue", one.overdue},
         {"earliest_deadline", or_null(one.earliest)}});
  }
  Json out = {{"for", answer.party ? Json(*answer.party) : Json()},
              {"own_entries_alone", answer.own_entries_alone},
              {"on", answer.on.iso()},
              {"pairs", std::move(pairs)},
              {"awaited", std::move(awaited)}};
  if (!answer.party) {
    out["remains"] = answer.remains;
    out["events"] = answer.events;
    out["problems"] = answer.problems;
  }
  return print(out);
}

std::string to_json(const std::vector<desk::RemainsLine>& answer) {
  Json out = Json::array();
  for (const auto& one : answer) {
    out.push_back({{"key", one.value.key},
                   {"by", one.by},
                   {"place", or_null(one.value.place)},
                   {"found", or_null(one.value.found)},
                   {"claims", ids(one.value.claims)},
                   {"note", or_null(one.value.note)}});
  }
  return print({{"remains", std::move(out)}});
}

}  // namespace parley::wire
