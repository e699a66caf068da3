#include "desk/claim/status_lines.hpp"

#include <array>

#include "exchange/claim_sheet.hpp"

namespace parley::desk {
namespace {

using exchange::Claim;
using exchange::ClaimState;
using exchange::Field;
using record::EntryId;

bool sees_all(const Session& session) {
  return session.self().role == policy::Role::kDesk ||
         session.self().role == policy::Role::kAuditor;
}

// The names that go with a claim, whoever reads it: no alias, no name given at arrest.
std::string forwarded_name(const exchange::View& view, const exchange::Row& row,
                           const EntryId& to) {
  return exchange::name_shown(
      [&](Field field) {
        return exchange::shown_in_sheet(view, row, field, exchange::RoundKind::kAnswers, to);
      },
      {});
}

std::string own_name(const exchange::View& view, const exchange::Row& row) {
  const auto person = view.person(row);
  return person ? person->shown_name() : std::string();
}

// As the claimant may know it: the other side's words count once a round has carried them, and
// nothing tells an answer that has not been passed on from one that has not come.
ClaimState for_claimant(const Claim& claim) {
  const bool carried = claim.sent && !claim.embargoed();
  switch (claim.state) {
    case ClaimState::kSubmitted: return claim.steps > 0 ? ClaimState::kPut : claim.state;
    case ClaimState::kAnswered: return carried ? claim.state : ClaimState::kPut;
    case ClaimState::kReplied: return carried ? claim.state : ClaimState::kContested;
    // A settlement that says a death, of which the family does not know yet.
    case ClaimState::kAgreed: return claim.embargoed() ? ClaimState::kDisputed : claim.state;
    default: return claim.state;
  }
}

// As who is asked may know it.
ClaimState for_holder(const Claim& claim) {
  if (claim.state == ClaimState::kContested && !claim.sent) return ClaimState::kAnswered;
  return claim.state;
}

// In these states the latest answer, or whether there is one, may be what has not been passed on.
bool hides_answer(ClaimState state) {
  return state == ClaimState::kSubmitted || state == ClaimState::kPut ||
         state == ClaimState::kContested || state == ClaimState::kDisputed;
}

bool holder_knows(const Claim& claim) {
  return claim.state != ClaimState::kSubmitted &&
         !(claim.state == ClaimState::kWithdrawn && claim.steps == 0);
}

std::vector<std::string> befell(const Claim& claim) {
  std::vector<std::string> out;
  if (claim.dead) out.emplace_back("dead");
  if (claim.at_liberty) out.emplace_back("at-liberty");
  if (claim.re_arrested) out.emplace_back("re-arrested");
  if (claim.does_not_travel) out.emplace_back("does-not-travel");
  return out;
}

void add_answer(ClaimLine& line, const exchange::View& view, const Claim& claim) {
  if (claim.state == ClaimState::kSubmitted || claim.state == ClaimState::kPut) return;
  line.status = claim.status;
  if (claim.answer && view.claims.answers[*claim.answer].status == claim.status) {
    line.date = view.claims.answers[*claim.answer].date;
  }
}

// The answer that was last put to the claimant.
void add_told(ClaimLine& line, const exchange::View& view, const Claim& claim) {
  if (line.state != ClaimState::kContested && line.state != ClaimState::kDisputed) return;
  if (claim.told.empty()) return;
  const exchange::Answer& told = view.claims.answers[claim.told.back()];
  line.status = told.status;
  line.date = told.date;
}

// Who a family is stays with the desk.
bool is_family(const exchange::View& view, const EntryId& by) {
  const auto* party = view.dossier.party(by);
  return party == nullptr || party->value().kind == dossier::PartyKind::kFamily ||
         party->value().kind == dossier::PartyKind::kAssociation;
}

void add_place(ClaimLine& line, const exchange::View& view, const exchange::Row& row) {
  line.list = view.lists.lists[row.list].key;
  line.row = row.row;
  line.name = own_name(view, row);
}

void add_deadline(ClaimLine& line, const Claim& claim, const Reader& reader) {
  line.deadline = claim.deadline;
  line.overdue = claim.deadline && claim.deadline->last_day() < reader.on.first_day();
}

}  // namespace

Result<exchange::View> view_for(const Session& session) { return open_exchange(session); }

Result<Reader> reader_of(const Session& session, const exchange::View& view,
                         const ClaimsRequest& request) {
  Reader out;
  out.on = request.on.value_or(day_of_seconds(session.setting().clock.now()));
  const std::string& own = session.self().party;
  if (sees_all(session)) {
    if (request.party) {
      PARLEY_ASSIGN(out.party, party_of(view, *request.party, "--for"));
    }
    return out;
  }
  if (own.empty() || (request.party && *request.party != own)) {
    return fail(Fault::kRefused, "a party's key sees its own party's claims");
  }
  PARLEY_ASSIGN(out.party, party_of(view, own, "--for"));
  out.own_entries_alone = true;
  return out;
}

std::optional<ClaimLine> line_of(const exchange::View& view, const Claim& claim,
                                 const Reader& reader, const exchange::Numbers* numbers) {
  const exchange::Row& row = view.lists.rows[claim.row];
  ClaimLine line;
  line.id = claim.id;
  if (!reader.party) {
    line.sent = claim.sent;
    line.reminders = claim.reminders;
    add_deadline(line, claim, reader);
    add_place(line, view, row);
    line.claimant = view.handle_of(claim.claimant);
    if (claim.holder) line.holder = view.handle_of(*claim.holder);
    line.state = claim.state;
    add_answer(line, view, claim);
    line.embargoed = claim.embargoed();
    line.may_forward = view.may_forward(row);
    line.befell = befell(claim);
    line.settled = claim.settlement && claim.state != ClaimState::kWithdrawn;
    return line;
  }
  // Days, reminders and what has gone out concern the party whose step is awaited.
  bool own_step = false;
  if (numbers != nullptr) line.number = numbers->of(claim.id);
  if (claim.claimant == *reader.party) {
    add_place(line, view, row);
    line.claimant = view.handle_of(claim.claimant);
    line.state = for_claimant(claim);
    own_step = line.state == ClaimState::kAnswered || line.state == ClaimState::kReplied;
    if (claim.alleged) line.holder = view.handle_of(*claim.alleged);
    if (hides_answer(line.state)) {
      add_told(line, view, claim);
    } else {
      add_answer(line, view, claim);
    }
  } else if (claim.holder == *reader.party && holder_knows(claim)) {
    line.name = forwarded_name(view, row, *reader.party);
    line.holder = view.handle_of(*claim.holder);
    line.state = for_holder(claim);
    if (claim.claimant_named_to == *reader.party && !is_family(view, claim.claimant)) {
      line.claimant = view.handle_of(claim.claimant);
    }
    own_step = line.state == ClaimState::kPut || line.state == ClaimState::kContested;
    add_answer(line, view, claim);
  } else {
    return {};
  }
  line.settled = claim.settlement && !claim.embargoed() && claim.state != ClaimState::kWithdrawn;
  if (own_step) {
    line.sent = claim.sent;
    add_deadline(line, claim, reader);
  }
  return line;
}

std::vector<ClaimLine> lines_of(Session& session, const exchange::View& view,
                                const Reader& reader) {
  std::optional<exchange::Numbers> numbers;
  // A party's own key does not hold all that the numbers are drawn from.
  if (reader.party && !reader.own_entries_alone) {
    numbers.emplace(numbers_for(session, view, *reader.party));
  }
  std::vector<ClaimLine> out;
  for (const Claim& claim : view.claims.claims) {
    auto line = line_of(view, claim, reader, numbers ? &*numbers : nullptr);
    if (line) out.push_back(*std::move(line));
  }
  return out;
}

}  // namespace parley::desk
