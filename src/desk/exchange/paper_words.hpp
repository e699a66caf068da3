// The words of the exchange's papers, in each language a report may be in.
//
// Promises and limits: as desk/report/labels.hpp. A detained person is called so, in every language.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "document/language.hpp"
#include "exchange/claim.hpp"
#include "exchange/claims.hpp"
#include "exchange/eligible.hpp"
#include "exchange/plan/plan.hpp"

namespace parley::desk {

enum class PaperWord : std::uint8_t {
  // Titles.
  kSummary,
  kAnnex,      // {0} stage
  kManifest,   // {0} stage
  kDisputes,
  kMissing,
  kWithoutPrejudice,
  // Facts.
  kPlan,
  kForParty,
  kMadeFor,     // the day
  kCheckpointAt,
  kAsPlanned,
  kTerms,
  kPeople,
  kStages,
  kStage,       // {0} number
  kOutsideParity,
  kByRule,
  kHandsOver,   // {0} from, {1} to
  kHandedOverBy,  // {0} party
  kExposureOf,    // {0} party
  kExposureMeans,
  kExposureMeansParity,  // where the terms count nobody outside parity
  kWorstExposure,
  kBasis,
  kClassOfPeople,
  kFirstClasses,
  kNobody,
  kNotInThisPlan,
  kNotInThisPlanMeans,  // {0} a number
  // Columns.
  kNumber,
  kYourNumber,
  kYourReference,
  kName,
  kMother,
  kBorn,
  kAbout,  // {0} a year, or a day
  kAged,  // {0} a number, {1} a day
  kOrigin,
  kClaimant,
  kHolder,
  kClaimantSays,
  kHolderSays,
  kState,
  kReason,
  kCount,
  // Manifest.
  kPresent,
  kInterviewed,
  kFit,
  kBoarded,
  kReceived,
  kReceipt,
  kReceiptText,  // {0} from, {1} to
  kSignatures,
  kFor,
  kSignatory,
  kSignature,
  kDateAndPlace,
  kIntermediary,
  kCommittee,
  // Disputes and what is missing.
  kDisputesIntro,
  kNoDisputes,
  kMissingIntro,
  kNothingMissing,
  kWhereaboutsUnknown,
  kAnswerAwaited,
  kRemarkAwaited,
  kFinalReplyAwaited,
  kNotPutYet,
  kContestedWord,
  kMaintainsHeldBy,  // {0} party
  kSettled,
  kSettledAs,
  kSettledMeans,
  kAcceptedWord,
  kWhyNot,
  kWhyNotMeans,
  kUnlocks,
  kUnlockPersons,   // {0} n, {1} held by, {2} claimed by, {3} more
  kUnlockStages,    // {0} n, {1} more
  kUnlockCeiling,   // {0} n, {1} party, {2} more
  kUnlockCapacity,  // {0} n, {1} party, {2} party, {3} more
  kProved,
  kNotProved,
};
inline constexpr std::size_t kPaperWordCount = static_cast<std::size_t>(PaperWord::kNotProved) + 1;

std::string_view paper_word(PaperWord word, document::Language language);
// With its placeholders filled. Precondition: as many values as placeholders.
std::string paper_word(PaperWord word, document::Language language,
                       std::initializer_list<std::string_view> values);

// What an answer says, as a party reads it: "held", "died".
std::string_view words_of(exchange::AnswerStatus status, document::Language language);
std::string_view words_of(exchange::planning::FirstClass first, document::Language language);
std::string_view words_of(exchange::planning::Basis basis, document::Language language);
// For the desk alone.
std::string_view words_of(exchange::Bar bar, document::Language language);
std::string_view words_of(exchange::planning::Reason reason, document::Language language);

}  // namespace parley::desk
