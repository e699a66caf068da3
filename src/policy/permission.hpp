// The one table: role x action x audience.
//
// Everything else in parley asks permitted(); nothing else decides. doc/format/policy.md prints the
// table, and a test holds that page and a copy written out by hand to it, cell by cell.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "policy/role.hpp"

namespace parley::policy {

enum class Action : std::uint8_t {
  kRead,       // see payloads
  kState,      // write statements
  kDescribe,   // write parties, places, sources, measures
  kGrade,      // grade sources and statements
  kCorrect,    // correct or withdraw an entry of one's own; the desk: any entry
  kErase,      // order an erasure
  kKeys,       // admit and revoke keys; one's own key may always be rotated
  kAudiences,  // define audiences
  kCosign,     // sign a checkpoint, and attach a cosignature
  kReport,     // write documents
  kList,       // enter lists of people, answers and remarks on names, what befell a person
  kIdentify,   // say who is the same person
  kRelease,    // let what the desk holds leave it: sheets, fields, news of a death
  kPlan,       // plan exchanges and settle disputes
};

inline constexpr std::array kActions = {
    Action::kRead,  Action::kState, Action::kDescribe,  Action::kGrade,  Action::kCorrect,
    Action::kErase, Action::kKeys,  Action::kAudiences, Action::kCosign, Action::kReport,
    Action::kList,  Action::kIdentify, Action::kRelease, Action::kPlan};

// An audience as one key sees it.
enum class Standing : std::uint8_t {
  kAll,    // every party's
  kOwn,    // some parties', the key's own party among them
  kOther,  // some parties', not the key's own
  kDesk,   // the desk's alone
};

inline constexpr std::array kStandings = {Standing::kAll, Standing::kOwn, Standing::kOther,
                                          Standing::kDesk};

std::string_view name(Action action);
std::string_view name(Standing standing);
// For messages: "write statements".
std::string_view in_words(Action action);

// Whether a key of that role may do it to an entry of that audience. For actions on the record as
// a whole (keys, audiences, cosignatures) the standing is kAll.
bool permitted(Role role, Action action, Standing standing);

}  // namespace parley::policy
