#include "desk/claim/round.hpp"

#include <fmt/core.h>

#include "base/hash.hpp"
#include "desk/exchange/open.hpp"
#include "desk/report/written_date.hpp"
#include "exchange/claim_sheet.hpp"

namespace parley::desk {
namespace {

using exchange::Claim;
using exchange::ClaimState;
using exchange::RoundKind;
using record::EntryId;

constexpr std::string_view kCommand = "claim round";

// The states from which that round sets out; a reminder of answers goes to those already put.
bool sets_out(ClaimState state, RoundKind kind, bool reminder) {
  switch (kind) {
    case RoundKind::kAnswers:
      if (reminder) return state == ClaimState::kPut;
      return state == ClaimState::kSubmitted || state == ClaimState::kWhereaboutsUnknown;
    case RoundKind::kRemarks: return state == ClaimState::kAnswered;
    case RoundKind::kFinalReplies: return state == ClaimState::kContested;
    case RoundKind::kLastRemarks: return state == ClaimState::kReplied;
  }
  return false;
}

struct Chosen {
  std::vector<EntryId> claims;
  LeftOut left_out;
};

Chosen choose(const exchange::View& view, const exchange::Round& round,
              const std::optional<EntryId>& by) {
  Chosen out;
  const bool to_holder = exchange::goes_to_holder(round.kind);
  for (const Claim& claim : view.claims.claims) {
    if ((to_holder ? claim.holder : std::optional(claim.claimant)) != round.to) continue;
    if (claim.holder == claim.claimant || (by && claim.claimant != *by)) continue;
    if (round.kind == RoundKind::kAnswers && !round.reminder && claim.state == ClaimState::kPut) {
      ++out.left_out.sent;
    }
    if (!sets_out(claim.state, round.kind, round.reminder)) continue;
    if (!to_holder && claim.embargoed()) {
      ++out.left_out.embargoed;
      continue;
    }
    if (round.kind != RoundKind::kAnswers && claim.sent != round.reminder) {
      out.left_out.sent += claim.sent;
      continue;
    }
    if (to_holder && !view.may_forward(view.lists.rows[claim.row])) {
      ++out.left_out.without_consent;
      continue;
    }
    if (may(claim, round)) out.claims.push_back(claim.id);
  }
  return out;
}

std::string why_none(const LeftOut& left) {
  std::string out = "no name waits for such a round";
  const auto add = [&out](std::size_t count, std::string_view what) {
    if (count > 0) out += fmt::format("; {} {}", count, what);
  };
  add(left.sent, "out already and not back (a reminder goes to those)");
  add(left.without_consent, "without consent to forward");
  add(left.embargoed, "a death that the family has not been told of");
  return out;
}

// The rounds that have gone to that party, in the order of the record.
std::vector<const exchange::SentRound*> rounds_to(const exchange::View& view,
                                                  const EntryId& party) {
  std::vector<const exchange::SentRound*> out;
  for (const exchange::SentRound& sent : view.claims.rounds) {
    if (sent.round.to == party) out.push_back(&sent);
  }
  return out;
}

struct File {
  Bytes bytes;
  std::vector<std::string> fields;
};

Result<File> make_file(Session& session, const exchange::View& view, const exchange::Round& round,
                       std::int64_t ordinal) {
  const auto language = exchange::sheet_language_named(round.language);
  const auto words = document::language_from_tag(round.language);
  if (!language || !words) {
    return fail(Fault::kUsage, "--language is en, ar, fr, ru or uk");
  }
  exchange::ClaimSheetRequest request;
  request.kind = round.kind;
  request.to = round.to;
  request.claims = round.claims;
  request.language = *language;
  if (round.deadline) request.deadline = written_date(*round.deadline, *words);
  request.round = ordinal;
  request.reminder = round.reminder;
  const exchange::Numbers numbers = numbers_for(session, view, round.to);
  const exchange::ClaimSheet sheet = exchange::claim_sheet(view, numbers, request);
  File out;
  PARLEY_ASSIGN(out.bytes, table::write_xlsx(sheet.book));
  for (const exchange::Field field : sheet.fields) out.fields.emplace_back(exchange::name(field));
  return out;
}

Bytes digest_of(ByteView bytes) {
  const Digest digest = sha256(bytes);
  return {digest.begin(), digest.end()};
}

Result<RoundAnswer> make_again(Session& session, const exchange::View& view,
                               const RoundRequest& request, const EntryId& to) {
  const auto rounds = rounds_to(view, to);
  std::size_t at = rounds.size();
  while (at > 0 && rounds[at - 1]->round.kind != request.kind) --at;
  if (at == 0) return fail(Fault::kNotFound, "no such round has gone to that party");
  RoundAnswer out;
  out.round = rounds[at - 1]->round;
  out.party = view.handle_of(to);
  PARLEY_ASSIGN(const File file,
                make_file(session, view, out.round, static_cast<std::int64_t>(at)));
  // Else the old round would pass on what has been said or released since.
  if (digest_of(file.bytes) != out.round.file) {
    return fail(Fault::kRefused,
                "the file would not be the one that went out: what it shows has "
                "changed since; send a reminder");
  }
  if (request.stage && !session.setting().dry_run) PARLEY_TRY(request.stage(file.bytes));
  return out;
}

}  // namespace

Result<RoundAnswer> send_round(Session& session, const RoundRequest& request) {
  PARLEY_ASSIGN(const policy::Audience desk, session.audience(std::string(policy::kDeskName)));
  PARLEY_TRY(session.authorize(policy::Action::kRelease, desk.id, std::string(kCommand)));
  PARLEY_ASSIGN(const exchange::View view, open_exchange(session));
  RoundAnswer out;
  exchange::Round& round = out.round;
  PARLEY_ASSIGN(round.to, party_of(view, request.party, "--for"));
  if (request.again) return make_again(session, view, request, round.to);
  std::optional<EntryId> by;
  if (request.by) {
    PARLEY_ASSIGN(by, party_of(view, *request.by, "--by"));
  }
  round.kind = request.kind;
  round.deadline = request.deadline;
  out.deadline_past =
      round.deadline &&
      round.deadline->last_day() < day_of_seconds(session.setting().clock.now()).first_day();
  round.language = request.language;
  round.reminder = request.reminder;
  Chosen chosen = choose(view, round, by);
  if (chosen.claims.empty()) return fail(Fault::kNotFound, why_none(chosen.left_out));
  round.claims = std::move(chosen.claims);
  out.left_out = chosen.left_out;
  out.party = view.handle_of(round.to);
  const auto ordinal = static_cast<std::int64_t>(rounds_to(view, round.to).size()) + 1;
  PARLEY_ASSIGN(File file, make_file(session, view, round, ordinal));
  round.fields = std::move(file.fields);
  round.file = digest_of(file.bytes);
  if (request.stage && !session.setting().dry_run) PARLEY_TRY(request.stage(file.bytes));
  record::ActBuilder act = session.act();
  PARLEY_TRY(session.add_new_audiences(act));
  PARLEY_ASSIGN(const EntryId id, act.add({desk.id, session.stamped(to_payload(round)), {}}));
  PARLEY_ASSIGN(const record::Appended appended, session.write(act));
  if (!session.setting().dry_run) out.id = id;
  out.size = appended.size;
  return out;
}

}  // namespace parley::desk
