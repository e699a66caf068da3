// A statement: what somebody said, or a report says, in the desk's own words.
//
// It is evidence of what was said, never of what is so. Beside the words it may carry what engines
// read: a position (the answer it gives to a question), what it says is awaited and from whom, and
// which awaited things it says have happened.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "dossier/names.hpp"
#include "record/payload.hpp"

namespace parley::dossier {

template <class Ref>
struct SpeakerOf {
  std::string name;          // as given; empty: the party itself
  std::optional<Ref> party;  // a party; absent: not said, or none of the dossier's

  auto operator<=>(const SpeakerOf&) const = default;
};
using Speaker = SpeakerOf<record::EntryId>;

template <class Ref>
struct StatementOf {
  std::string key;                       // may be empty
  std::vector<SpeakerOf<Ref>> speakers;  // empty: the source itself says so
  std::string text;                      // our words; may have several lines
  std::string quotation;                 // their words, at most kLongestQuotation; may be empty
  std::string language;                  // of text and quotation, BCP 47; empty: not said
  std::vector<Ref> measures;             // what it is about
  std::optional<Date> said;
  bool said_inferred = false;  // the desk's inference, not the source's word
  std::optional<Date> reported;
  std::optional<Ref> source;
  std::optional<Ref> place;        // where it was said
  std::string point;               // the question it answers, and
  std::string stance;              //   its answer; both or neither
  std::string awaits;              // what is to happen before the measures go on
  std::optional<Ref> awaits_from;  // the party it is awaited from
  std::vector<Ref> meets;          // statements whose awaited thing this says has happened
  std::optional<Date> about;       // the day it speaks of: a visit, an opening
  bool about_inferred = false;

  bool operator==(const StatementOf&) const = default;
};
using Statement = StatementOf<record::EntryId>;
using StatementDraft = StatementOf<std::string>;

namespace statement_field {
enum : std::int64_t {
  kKey = 1,
  kSpeakers,
  kText,
  kQuotation,
  kLanguage,
  kMeasures,
  kSaid,
  kSaidInferred,
  kReported,
  kSource,
  kPlace,
  kPoint,
  kStance,
  kAwaits,
  kAwaitsFrom,
  kMeets,
  kAbout,
  kAboutInferred
};
}

constexpr std::size_t kLongestQuotation = 40;    // words
constexpr std::size_t kLongestText = 16 * 1024;  // bytes

// Words: runs of what is neither ASCII white space nor U+00A0.
std::size_t count_words(std::string_view text);

// The day from which the statement can have been known: reported, else said; its last day where it
// is known to the month or year only. Absent only where both are withheld.
template <class Ref>
std::optional<Date> known_on(const StatementOf<Ref>& statement) {
  if (statement.reported) return statement.reported->last_day();
  if (statement.said) return statement.said->last_day();
  return {};
}

// As for parties. A statement needs a text and one of said and reported.
Flaws flaws(const Statement& statement);
Flaws flaws(const StatementDraft& statement);
record::Payload to_payload(const Statement& statement, const std::set<std::int64_t>& apart = {});
Result<Statement> statement_from(const record::Payload& payload);

}  // namespace parley::dossier
