#include "exchange/claims.hpp"

#include <fmt/core.h>

#include <utility>

namespace parley::exchange {
namespace {

using record::EntryId;

constexpr std::array<std::pair<ClaimState, std::string_view>, 9> kStates = {{
    {ClaimState::kSubmitted, "submitted"},
    {ClaimState::kPut, "put"},
    {ClaimState::kAnswered, "answered"},
    {ClaimState::kContested, "contested"},
    {ClaimState::kReplied, "replied"},
    {ClaimState::kAgreed, "agreed"},
    {ClaimState::kDisputed, "disputed"},
    {ClaimState::kWhereaboutsUnknown, "whereabouts-unknown"},
    {ClaimState::kWithdrawn, "withdrawn"},
}};

tl::unexpected<Error> refuse(const Claim& claim, std::string_view step) {
  return fail(Fault::kRefused, fmt::format("{}: the claim is {}, and awaits {}", step,
                                           name(claim.state), awaits(claim.state)));
}

// Whoever is said to be held is, by the latest word, neither dead nor at liberty.
void is_held_again(Claim& claim, AnswerStatus status) {
  if (status != AnswerStatus::kHeld && status != AnswerStatus::kHeldWithheld) return;
  claim.dead = false;
  claim.at_liberty = false;
}

// Where a claim goes once both sides say the same.
ClaimState agreed_on(AnswerStatus status) {
  return leaves_whereabouts_unknown(status) ? ClaimState::kWhereaboutsUnknown : ClaimState::kAgreed;
}

bool moves_on(const Answer& answer) {
  const bool elsewhere = answer.status == AnswerStatus::kTransferred ||
                         answer.status == AnswerStatus::kHeldByAnother;
  return elsewhere && answer.other && *answer.other != answer.by;
}

// Folds the entries of one view, in order.
class Fold {
 public:
  explicit Fold(Claims& out) : out_(out) {}

  void entry(const record::Opened& entry) {
    const std::string& kind = entry.payload.kind;
    if (kind == kAnswerKind) {
      step(entry, answer_from(entry.payload), out_.answers, &Claim::answer);
    } else if (kind == kRemarkKind) {
      step(entry, remark_from(entry.payload), out_.remarks, &Claim::remark);
    } else if (kind == kRoundKind) {
      round(entry);
    } else if (kind == kSettlementKind) {
      settlement(entry);
    } else if (kind == kFamilyToldKind) {
      plain(entry, family_told_from(entry.payload));
    } else if (kind == kEventKind) {
      event(entry);
    } else if (kind == kRemainsKind) {
      if (auto remains = read(entry, remains_from(entry.payload))) {
        out_.remains.push_back(*std::move(remains));
      }
    }
  }

 private:
  template <class T>
  std::optional<T> read(const record::Opened& entry, Result<T> value) {
    if (value) return *std::move(value);
    problem(entry, value.error().text());
    return {};
  }

  void problem(const record::Opened& entry, std::string_view text) {
    out_.problems.push_back(fmt::format("entry {}: {}", entry.index, text));
  }

  Claim* find(const record::Opened& entry, const EntryId& id) {
    const auto found = out_.by_id.find(id);
    if (found != out_.by_id.end()) return &out_.claims[found->second];
    problem(entry, "speaks of a claim that is not in this view");
    return nullptr;
  }

  template <class T>
  bool apply(const record::Opened& entry, Claim& claim, const T& value) {
    const auto allowed = may(claim, value);
    if (!allowed) {
      problem(entry, allowed.error().message);
      return false;
    }
    const std::uint32_t before = claim.steps;
    take(claim, value);
    if (claim.steps != before) claim.step_at = entry.index;
    return true;
  }

  template <class T>
  void plain(const record::Opened& entry, Result<T> value) {
    const auto read_value = read(entry, std::move(value));
    if (!read_value) return;
    if (Claim* claim = find(entry, read_value->claim)) apply(entry, *claim, *read_value);
  }

  template <class T>
  void step(const record::Opened& entry, Result<T> value, std::vector<T>& kept,
            std::optional<std::size_t> Claim::*latest) {
    auto read_value = read(entry, std::move(value));
    if (!read_value) return;
    Claim* claim = find(entry, read_value->claim);
    if (claim == nullptr || !apply(entry, *claim, *read_value)) return;
    claim->*latest = kept.size();
    kept.push_back(*std::move(read_value));
  }

  void settlement(const record::Opened& entry) {
    auto value = read(entry, settlement_from(entry.payload));
    if (!value) return;
    Claim* claim = find(entry, value->claim);
    if (claim == nullptr || !apply(entry, *claim, *value)) return;
    claim->settlement = out_.settlements.size();
    out_.settlements.push_back({*std::move(value), entry.payload.time});
  }

  void round(const record::Opened& entry) {
    auto value = read(entry, round_from(entry.payload));
    if (!value) return;
    const bool to_holder =
        value->kind == RoundKind::kAnswers || value->kind == RoundKind::kFinalReplies;
    const bool of_one = of_one_claimant(*value);
    for (const EntryId& id : value->claims) {
      Claim* claim = find(entry, id);
      if (claim == nullptr || !apply(entry, *claim, *value)) continue;
      if (to_holder) {
        if (of_one) claim->claimant_named_to = value->to;
      } else if (claim->answer && (claim->told.empty() || claim->told.back() != *claim->answer)) {
        claim->told.push_back(*claim->answer);
      }
    }
    out_.rounds.push_back({entry.id, entry.index, *std::move(value)});
  }

  bool of_one_claimant(const Round& round) const {
    std::optional<EntryId> claimant;
    for (const EntryId& id : round.claims) {
      const Claim* claim = out_.claim(id);
      if (claim == nullptr || (claimant && *claimant != claim->claimant)) return false;
      claimant = claim->claimant;
    }
    return claimant.has_value();
  }

  void event(const record::Opened& entry) {
    auto value = read(entry, event_from(entry.payload));
    if (!value) return;
    // An event may be of a held row, which has no claim: it is kept all the same.
    const auto found = out_.by_id.find(value->person);
    if (found != out_.by_id.end()) take(out_.claims[found->second], *value);
    out_.events.push_back(*std::move(value));
  }

  Claims& out_;
};

}  // namespace

std::string_view name(ClaimState state) {
  return kStates[static_cast<std::size_t>(state)].second;
}

std::string_view awaits(ClaimState state) {
  switch (state) {
    case ClaimState::kSubmitted: return "being put to the holder";
    case ClaimState::kPut: return "the holder's answer";
    case ClaimState::kAnswered: return "the claimant's remark";
    case ClaimState::kContested: return "the holder's final reply";
    case ClaimState::kReplied: return "the claimant's last remark";
    case ClaimState::kAgreed: return "nothing more";
    case ClaimState::kDisputed: return "the committee";
    case ClaimState::kWhereaboutsUnknown: return "news of the person";
    case ClaimState::kWithdrawn: return "nothing more";
  }
  return "nothing more";
}

const Claim* Claims::claim(const EntryId& id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &claims[found->second];
}

Result<void> may(const Claim& claim, const Round& round) {
  const bool to_holder =
      round.kind == RoundKind::kAnswers || round.kind == RoundKind::kFinalReplies;
  if (to_holder && claim.holder != round.to) {
    return fail(Fault::kRefused, "a round goes to the party that is asked, and this is another");
  }
  if (!to_holder && claim.claimant != round.to) {
    return fail(Fault::kRefused, "a round of remarks goes to the claimant, and this is another");
  }
  switch (round.kind) {
    case RoundKind::kAnswers:
      if (claim.state == ClaimState::kSubmitted || claim.state == ClaimState::kPut ||
          claim.state == ClaimState::kWhereaboutsUnknown) {
        return {};
      }
      break;
    case RoundKind::kRemarks:
      if (claim.embargoed()) {
        return fail(Fault::kRefused, "a death is not passed on before the family has been told");
      }
      if (claim.state == ClaimState::kAnswered) return {};
      break;
    case RoundKind::kFinalReplies:
      if (claim.state == ClaimState::kContested) return {};
      break;
    case RoundKind::kLastRemarks:
      if (claim.embargoed()) {
        return fail(Fault::kRefused, "a death is not passed on before the family has been told");
      }
      if (claim.state == ClaimState::kReplied) return {};
      break;
  }
  return refuse(claim, fmt::format("a round of {}", name(round.kind)));
}

void take(Claim& claim, const Round& round) {
  if (round.reminder) ++claim.reminders;
  // A reminder without a day leaves the one that was set.
  if (round.deadline || !round.reminder) claim.deadline = round.deadline;
  claim.sent = true;
  if (round.kind != RoundKind::kAnswers) return;
  claim.state = ClaimState::kPut;
  claim.settlement.reset();
}

Result<void> may(const Claim& claim, const Answer& answer) {
  if (claim.holder != answer.by) {
    return fail(Fault::kRefused, "the name has not been put to the party that answers");
  }
  if (answer.status == AnswerStatus::kTransferred && !answer.other && answer.other_name.empty()) {
    return fail(Fault::kRefused, "transferred: to whom is missing");
  }
  if (answer.final_reply) {
    if (claim.state == ClaimState::kContested) return {};
    return refuse(claim, "a final reply");
  }
  if (claim.state == ClaimState::kPut) return {};
  return refuse(claim, "an answer");
}

void take(Claim& claim, const Answer& answer) {
  ++claim.steps;
  is_held_again(claim, answer.status);
  // A death that is said again is no news: who has been told of it knows.
  const bool again = claim.status == AnswerStatus::kDied && answer.status == AnswerStatus::kDied;
  claim.family_told = claim.family_told && again;
  claim.status = answer.status;
  claim.settlement.reset();
  claim.deadline.reset();
  claim.sent = false;
  if (answer.status == AnswerStatus::kDied) claim.dead = true;
  if (answer.status == AnswerStatus::kReleased ||
      answer.status == AnswerStatus::kReleasedUnilaterally) {
    claim.at_liberty = true;
  }
  if (moves_on(answer)) {
    claim.holder = answer.other;
    claim.state = ClaimState::kSubmitted;
  } else if (!answer.final_reply) {
    claim.state = ClaimState::kAnswered;
  } else if (answer.status == AnswerStatus::kHeld) {
    claim.state = ClaimState::kAgreed;  // the holder grants what the claimant says
  } else {
    claim.state = ClaimState::kReplied;
  }
}

Result<void> may(const Claim& claim, const Remark& remark) {
  if (claim.claimant != remark.by) {
    return fail(Fault::kRefused, "only the party whose claim it is remarks on an answer");
  }
  if (claim.embargoed()) {
    return fail(Fault::kRefused, "the answer has not been passed on to the claimant");
  }
  if (claim.state == (remark.last ? ClaimState::kReplied : ClaimState::kAnswered)) return {};
  return refuse(claim, remark.last ? "a last remark" : "a remark");
}

void take(Claim& claim, const Remark& remark) {
  ++claim.steps;
  claim.deadline.reset();
  claim.sent = false;
  if (remark.stance == Stance::kAccepted) {
    claim.state = agreed_on(claim.status.value_or(AnswerStatus::kUnknown));
  } else {
    claim.state = remark.last ? ClaimState::kDisputed : ClaimState::kContested;
  }
}

Result<void> may(const Claim& claim, const Settlement&) {
  switch (claim.state) {
    case ClaimState::kContested:
    case ClaimState::kReplied:
    case ClaimState::kDisputed:
    case ClaimState::kWhereaboutsUnknown: return {};
    case ClaimState::kAgreed:
      if (claim.settlement) return {};  // the committee may say otherwise later
      return refuse(claim, "a settlement");
    default: return refuse(claim, "a settlement");
  }
}

void take(Claim& claim, const Settlement& settlement) {
  ++claim.steps;
  is_held_again(claim, settlement.status);
  claim.status = settlement.status;
  claim.deadline.reset();
  claim.sent = false;
  if (settlement.status == AnswerStatus::kDied) claim.dead = true;
  claim.state = agreed_on(settlement.status);
}

Result<void> may(const Claim& claim, const FamilyTold&) {
  if (claim.status == AnswerStatus::kDied || claim.dead) return {};
  return fail(Fault::kRefused, "no death has been reported for this claim");
}

void take(Claim& claim, const FamilyTold&) { claim.family_told = true; }

void take(Claim& claim, const Event& event) {
  switch (event.kind) {
    case EventKind::kReleased:
    case EventKind::kReleasedUnilaterally:
    case EventKind::kEscaped:
      claim.at_liberty = true;
      claim.re_arrested = false;
      break;
    case EventKind::kReArrested:
      claim.at_liberty = false;
      claim.re_arrested = true;
      break;
    case EventKind::kDied: claim.dead = true; break;
    case EventKind::kTransferred:
      if (event.other && claim.holder != event.other) {
        claim.holder = event.other;
        claim.sent = false;
        claim.deadline.reset();
        claim.settlement.reset();
        if (claim.state != ClaimState::kWithdrawn) claim.state = ClaimState::kSubmitted;
      }
      break;
    case EventKind::kTravels: claim.does_not_travel = false; break;
    // Whoever goes elsewhere is no part of this exchange either.
    case EventKind::kDoesNotTravel:
    case EventKind::kOtherDestination: claim.does_not_travel = true; break;
  }
}

Claims fold_claims(const record::View& view, const Lists& lists, const HolderOf& holder_of) {
  Claims out;
  for (std::size_t i = 0; i < lists.rows.size(); ++i) {
    const Row& row = lists.rows[i];
    const List& list = lists.lists[row.list];
    if (list.kind != ListKind::kSought) continue;
    Claim claim;
    claim.id = row.id;
    claim.row = i;
    claim.claimant = list.by;
    claim.holder = holder_of(row);
    claim.alleged = claim.holder;
    out.by_id.emplace(row.id, out.claims.size());
    out.claims.push_back(claim);
  }
  Fold fold(out);
  for (const record::Opened& entry : view.entries) fold.entry(entry);
  for (Claim& claim : out.claims) {
    if (lists.rows[claim.row].dropped) claim.state = ClaimState::kWithdrawn;
  }
  return out;
}

}  // namespace parley::exchange
