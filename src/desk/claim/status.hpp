// Where the claims stand: one by one, or counted; for the desk, or as one party may know it.
//
// Promises: for a party, nothing that has not gone out to it: its own words, and the other side's
// once a round has carried them; a death under embargo is an answer still awaited. A party's own
// key sees what its own entries tell, and is told so. What was put to it may be shown to it again:
// the answer as put; whom the claimant itself says holds the person; and to who is asked the
// claimant, if a sheet named that one alone.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "desk/session.hpp"
#include "exchange/claims.hpp"

namespace parley::desk {

struct ClaimsRequest {
  std::optional<std::string> party;  // as that party may know it
  std::optional<exchange::ClaimState> state;
  std::optional<Date> on;  // what is overdue; absent: the day of the session's clock
};

struct ClaimLine {
  record::EntryId id;
  std::string number;  // as that party knows the person; empty for the desk
  std::string list;    // whose row it is; empty where the party is asked
  std::int64_t row = 0;
  std::string name;
  std::string claimant;  // handles; empty where the party may not know
  std::string holder;
  exchange::ClaimState state = exchange::ClaimState::kSubmitted;
  std::optional<exchange::AnswerStatus> status;
  std::optional<Date> date;  // of what the answer says
  std::optional<Date> deadline;
  bool overdue = false;
  bool settled = false;  // by the committee, and that stands
  bool sent = false;
  std::uint32_t reminders = 0;
  // For the desk alone.
  bool embargoed = false;
  bool may_forward = true;
  std::vector<std::string> befell;  // "dead", "at-liberty", "re-arrested", "does-not-travel"
};

struct ClaimsList {
  std::optional<std::string> party;
  bool own_entries_alone = false;  // a party's own key: what the others say is not there
  std::vector<ClaimLine> claims;   // by row; for a party, by number
};
Result<ClaimsList> list_claims(Session& session, const ClaimsRequest& request);

struct ClaimStory {
  ClaimLine line;
  bool own_entries_alone = false;
  struct Said {
    std::string by;           // handle; empty where the party may not know
    exchange::Answer answer;  // for the claimant, as it was put: status and date alone
  };
  struct Remarked {
    std::string by;
    exchange::Remark remark;
  };
  struct Befell {
    std::string by;
    exchange::Event event;
  };
  struct Sent {
    exchange::RoundKind kind = exchange::RoundKind::kAnswers;
    std::string to;
    std::optional<Date> deadline;
    bool reminder = false;
  };
  // In the order of the record; for a party, its own words, and the rounds that went to it.
  std::vector<Said> answers;
  std::vector<Remarked> remarks;
  std::vector<exchange::Settlement>
      settlements;  // for a party, the one that stands, without its note
  std::vector<Befell> events;
  std::vector<Sent> rounds;
};
// A claim by a number or digits of its id.
Result<ClaimStory> show_claim(Session& session, const std::string& wanted,
                              const ClaimsRequest& request);

struct ClaimsStatus {
  std::optional<std::string> party;
  bool own_entries_alone = false;
  Date on;
  // What one party claims of another; an empty holder: nobody is asked.
  struct Pair {
    std::string claimant, holder;
    std::array<std::size_t, exchange::kClaimStates.size()> by_state{};
    std::size_t claims = 0;
    std::size_t overdue = 0;
    std::size_t reminded = 0;
    std::size_t embargoed = 0;
    std::size_t without_consent = 0;
  };
  std::vector<Pair> pairs;  // by claimant, then holder
  // What is awaited of whom: "the holder's answer" of a party.
  struct Awaited {
    std::string of;  // a handle, "desk" or "committee"
    exchange::ClaimState state = exchange::ClaimState::kPut;
    bool embargoed = false;  // for the desk alone: the family is told first
    std::size_t claims = 0;
    std::size_t overdue = 0;
    std::optional<Date> earliest;  // deadline
  };
  std::vector<Awaited> awaited;
  std::size_t remains = 0;
  std::size_t events = 0;
  std::vector<std::string> problems;  // of the record; for the desk alone
};
Result<ClaimsStatus> claims_status(Session& session, const ClaimsRequest& request);

}  // namespace parley::desk
