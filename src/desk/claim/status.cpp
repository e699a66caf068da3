#include "desk/claim/status.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "desk/claim/claim_entry.hpp"
#include "desk/claim/status_lines.hpp"

namespace parley::desk {
namespace {

using exchange::ClaimState;
using record::EntryId;

std::optional<std::string> handle_for(const exchange::View& view, const Reader& reader) {
  return reader.party ? std::optional(view.handle_of(*reader.party)) : std::nullopt;
}

// Who has to act next.
std::string awaited_of(const ClaimLine& line) {
  switch (line.state) {
    case ClaimState::kSubmitted: return "desk";
    case ClaimState::kPut: return line.sent ? line.holder : "desk";
    case ClaimState::kContested: return line.sent ? line.holder : "desk";
    case ClaimState::kAnswered:
    case ClaimState::kReplied: return line.sent ? line.claimant : "desk";
    case ClaimState::kDisputed: return "committee";
    default: return {};
  }
}

void count(const ClaimLine& line, ClaimsStatus::Pair& pair) {
  ++pair.claims;
  ++pair.by_state[static_cast<std::size_t>(line.state)];
  pair.overdue += line.overdue;
  pair.reminded += line.reminders > 0;
  pair.embargoed += line.embargoed;
  pair.without_consent += !line.may_forward;
}

void count(const ClaimLine& line, ClaimsStatus::Awaited& awaited) {
  ++awaited.claims;
  awaited.overdue += line.overdue;
  if (line.deadline && (!awaited.earliest || *line.deadline < *awaited.earliest)) {
    awaited.earliest = line.deadline;
  }
}

bool tells(const Reader& reader, const EntryId& by) { return !reader.party || by == *reader.party; }

// What rounds have carried to the claimant, as they did: no note, no name of a third party.
void add_told(ClaimStory& out, const exchange::View& view, const exchange::Claim& claim) {
  for (const std::size_t told : claim.told) {
    const exchange::Answer& answer = view.claims.answers[told];
    exchange::Answer put;
    put.claim = answer.claim;
    put.status = answer.status;
    put.date = answer.date;
    put.final_reply = answer.final_reply;
    out.answers.push_back(
        {answer.by == claim.alleged ? view.handle_of(answer.by) : std::string(), std::move(put)});
  }
}

ClaimStory story_of(const exchange::View& view, const Reader& reader, const EntryId& claim) {
  ClaimStory out;
  for (const exchange::Answer& answer : view.claims.answers) {
    if (answer.claim == claim && tells(reader, answer.by)) {
      out.answers.push_back({view.handle_of(answer.by), answer});
    }
  }
  for (const exchange::Remark& remark : view.claims.remarks) {
    if (remark.claim == claim && tells(reader, remark.by)) {
      out.remarks.push_back({view.handle_of(remark.by), remark});
    }
  }
  if (!reader.party) {
    for (const exchange::EnteredSettlement& one : view.claims.settlements) {
      if (one.value.claim == claim) out.settlements.push_back(one.value);
    }
  }
  for (const exchange::Event& event : view.claims.events) {
    if (event.person == claim && !reader.party) {
      out.events.push_back({view.handle_of(event.by), event});
    }
  }
  for (const exchange::SentRound& sent : view.claims.rounds) {
    const auto& claims = sent.round.claims;
    if (!tells(reader, sent.round.to) ||
        std::find(claims.begin(), claims.end(), claim) == claims.end()) {
      continue;
    }
    out.rounds.push_back(
        {sent.round.kind, view.handle_of(sent.round.to), sent.round.deadline, sent.round.reminder});
  }
  return out;
}

}  // namespace

Result<ClaimsList> list_claims(Session& session, const ClaimsRequest& request) {
  PARLEY_ASSIGN(const exchange::View view, view_for(session));
  PARLEY_ASSIGN(const Reader reader, reader_of(session, view, request));
  ClaimsList out;
  out.party = handle_for(view, reader);
  out.own_entries_alone = reader.own_entries_alone;
  out.claims = lines_of(session, view, reader);
  std::erase_if(out.claims, [&](const ClaimLine& line) {
    return request.state && line.state != *request.state;
  });
  if (reader.party && !reader.own_entries_alone) {
    std::sort(out.claims.begin(), out.claims.end(),
              [](const ClaimLine& a, const ClaimLine& b) { return a.number < b.number; });
  }
  return out;
}

Result<ClaimStory> show_claim(Session& session, const std::string& wanted,
                              const ClaimsRequest& request) {
  PARLEY_ASSIGN(const exchange::View view, view_for(session));
  PARLEY_ASSIGN(const Reader reader, reader_of(session, view, request));
  // Numbers are those of the whole exchange.
  PARLEY_ASSIGN(const exchange::View whole, open_whole_exchange(session));
  PARLEY_ASSIGN(const exchange::Claim* found, find_claim(session, whole, wanted));
  const exchange::Claim* claim = view.claims.claim(found->id);
  const auto unknown = fail(Fault::kNotFound, "no claim that may be shown is called so");
  if (claim == nullptr) return unknown;
  std::optional<exchange::Numbers> numbers;
  if (reader.party) numbers.emplace(numbers_for(session, whole, *reader.party));
  auto line = line_of(view, *claim, reader, numbers ? &*numbers : nullptr);
  if (!line) return unknown;
  ClaimStory out = story_of(view, reader, claim->id);
  if (reader.party && claim->claimant == *reader.party) add_told(out, view, *claim);
  if (reader.party && line->settled) {
    out.settlements.push_back(
        {claim->id, view.claims.settlements[*claim->settlement].value.status, std::string()});
  }
  out.line = *std::move(line);
  out.own_entries_alone = reader.own_entries_alone;
  return out;
}

Result<ClaimsStatus> claims_status(Session& session, const ClaimsRequest& request) {
  PARLEY_ASSIGN(const exchange::View view, view_for(session));
  PARLEY_ASSIGN(const Reader reader, reader_of(session, view, request));
  ClaimsStatus out;
  out.party = handle_for(view, reader);
  out.own_entries_alone = reader.own_entries_alone;
  out.on = reader.on;
  std::map<std::pair<std::string, std::string>, ClaimsStatus::Pair> pairs;
  std::map<std::tuple<std::string, ClaimState, bool>, ClaimsStatus::Awaited> awaited;
  for (const ClaimLine& line : lines_of(session, view, reader)) {
    ClaimsStatus::Pair& pair = pairs[{line.claimant, line.holder}];
    pair.claimant = line.claimant;
    pair.holder = line.holder;
    count(line, pair);
    const std::string of = awaited_of(line);
    if (of.empty() || (reader.party && of != *out.party)) continue;
    const bool embargoed = line.embargoed && of == "desk";
    ClaimsStatus::Awaited& one = awaited[{of, line.state, embargoed}];
    one.embargoed = embargoed;
    one.of = of;
    one.state = line.state;
    count(line, one);
  }
  for (auto& [key, pair] : pairs) out.pairs.push_back(std::move(pair));
  for (auto& [key, one] : awaited) out.awaited.push_back(std::move(one));
  if (reader.party) return out;
  out.remains = view.claims.remains.size();
  out.events = view.claims.events.size();
  out.problems = view.problems();
  return out;
}

}  // namespace parley::desk
