// Terms, plans, and the check of a plan: the desk's use cases.
//
// A plan is written as an entry for the desk alone; what a party reads of it is in its papers
// (papers.hpp).
#pragma once

#include <string>
#include <vector>

#include "desk/exchange/open.hpp"
#include "desk/exchange/recompute.hpp"
#include "exchange/eligible.hpp"
#include "exchange/still_planned.hpp"

namespace parley::desk {

using exchange::planning::kPlanEngine;

// Enters terms from a file. The same terms again are not written twice.
// Error (kBadInput): the file, by line; a party that the dossier has not.
Result<Written> enter_terms(Session& session, const std::string& file, const std::string& text);

struct PlanRequest {
  std::optional<Date> on;  // absent: the day of the session's clock
};

// How many claims stand where, so that a plan of few people says why.
struct Readiness {
  std::size_t claims = 0;  // withdrawn ones left out
  std::size_t eligible = 0;
  std::array<std::size_t, exchange::kBarCount> barred{};
};

struct PlanAnswer {
  record::EntryId id;        // of the plan's entry; zero for a dry run
  bool unchanged = false;    // the latest plan is this one: nothing was written
  exchange::Planned planned;
  Readiness readiness;
  exchange::planning::NamedAbsent named_absent;  // whom the terms name, and who is not ready
  std::vector<std::string> problems;             // of the record, that kept entries out
  std::uint64_t size = 0;
};

// By the latest terms. Error (kNotFound): there are none.
Result<PlanAnswer> make_plan(Session& session, const PlanRequest& request);

// What was said since a plan was made, and bears on it. The plan stands as made; where anything was
// said, it should be made again.
struct Since {
  struct Person {
    record::EntryId claim;
    exchange::Bar bar = exchange::Bar::kDead;
    std::string list;  // whose row it is; empty where it was erased
    std::int64_t row = 0;
    std::string name;
  };
  std::size_t people = 0;         // in the plan
  std::vector<Person> not_ready;  // of them, now; by stage and leg
  bool newer_terms = false;

  bool plan_again() const { return newer_terms || !not_ready.empty(); }
};
Result<Since> since_planned(const exchange::View& now, const exchange::Identities& then,
                            const exchange::Plans& plans, const exchange::Plans::KeptPlan& plan);
// "2 of 6 people in this plan are no longer ready: dead 1, different-person 1"; empty of none.
std::string not_ready_text(const Since& since);

struct PlanCheck {
  exchange::Plans::KeptPlan plan;
  Recomputed recomputed = Recomputed::kNotHere;
  std::vector<std::string> findings;  // of the checker, which shares no code with the planner
  bool most_proved = false;
  Since since;
};

// The latest plan, or the one whose entry's id begins so; on what the record held when it was made.
Result<PlanCheck> check_plan(Session& session, const std::string& wanted = {});

// Where the exchange stands: the latest plan with its terms, and who is ready for the next.
struct ExchangeStatus {
  std::optional<exchange::Plans::KeptPlan> plan;
  std::optional<exchange::Plans::KeptTerms> terms;
  Readiness readiness;
  Since since;  // the latest plan
  std::vector<std::string> problems;
};
Result<ExchangeStatus> exchange_status(Session& session);

// The latest plan, or by the start of its id. Error (kNotFound).
Result<const exchange::Plans::KeptPlan*> find_plan(const exchange::Plans& plans,
                                                   const std::string& wanted);

}  // namespace parley::desk
