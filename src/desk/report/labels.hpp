// Every word that parley itself prints in a report, in each language a report may be in.
//
// Promises: no cell is empty; the languages agree on the placeholders ({0}, {1}) that each text
// fills; the words are those of the field ("detained person", never "prisoner"; "halted"), in
// Arabic, French and Russian those of the United Nations. A count takes the form that its language
// asks for. Does not: translate what people entered. Instruments bring labels of their own.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "document/language.hpp"
#include "dossier/measure.hpp"
#include "dossier/source.hpp"

namespace parley::desk {

inline constexpr std::array kReportLanguages = {
    document::Language::kEnglish, document::Language::kArabic, document::Language::kFrench,
    document::Language::kRussian, document::Language::kUkrainian};

bool is_report_language(document::Language language);

enum class Label : std::uint8_t {
  // What stands between words.
  kColon,
  kComma,
  kQuoteOpen,
  kQuoteClose,
  // At the head.
  kDossier,
  kStatusAndTimeline,  // {0} a day
  kAsOf,
  kFor,
  kDesk,
  kRecord,
  kCheckpoint,
  kRootHash,
  kConsidered,
  kKnownLater,
  kWithheld,
  kErased,
  kNotFullyUsable,
  kOfNewerProgram,
  kNone,
  // Where things stand.
  kWhereThingsStand,
  kWhereThingsStandIntro,
  kMeasure,
  kAwaited,
  kFrom,
  kOnWhoseWord,
  kSince,
  kState,
  kStillAwaited,
  kReportedDone,
  kNothingAwaited,
  kNothingAwaitedFor,
  kNoMeasures,
  // Open points.
  kOpenPoints,
  kOpenPointsNote,
  kNoContradiction,
  kChangesOfPosition,
  kEarlier,
  kLater,
  kOrderUnknown,
  kOnePosition,
  kPoint,
  kPosition,
  kHeldBy,
  // What each party last said.
  kLastSaid,
  kNoStatementFrom,
  // Timeline.
  kTimeline,
  kNoStatements,
  kDate,
  kWho,
  kWhat,
  kAbout,
  kSource,
  kEntry,
  kEntryNumber,  // {0} a number
  kGrade,
  kInferred,
  kInferredMeans,
  kDateOfReport,
  kDateOfReportMeans,
  kAnnounced,
  kAnnouncedMeans,
  kCorrected,
  kCorrectedMeans,
  kNoDate,
  kAllMeasures,
  kChartCaption,  // {0} and {1} days
  kChartOpen,
  // Sources.
  kSources,
  kSourceNumber,  // {0} a number
  kOneSource,
  kNumber,
  kTitle,
  kPublisher,
  kKindOfSource,
  kStatements,
  kGradeMeans,
  // In place of something.
  kNotShown,
  kNotNamed,
  kNotSaid,
  // About the document.
  kAboutDocument,
  kAboutEntered,
  kAboutNoSide,
  kAboutWithheld,
  kAboutNumbers,
  kAboutVerify,
  kAboutEngines,
  // Kinds of measure and of source.
  kExchange,
  kCeasefire,
  kAccess,
  kConference,
  kOtherMeasure,
  kNewsReport,
  kPressRelease,
  kMeeting,
  kDocument,
  kInterview,
  kOtherSource,
};
inline constexpr std::size_t kLabelCount = static_cast<std::size_t>(Label::kOtherSource) + 1;

// The text with its placeholders. Hebrew, which no report is in yet, reads as English.
std::string_view label(Label label, document::Language language);
// With its placeholders filled. Precondition: as many values as placeholders.
std::string label(Label label, document::Language language,
                  std::initializer_list<std::string_view> values);

Label label_of(dossier::MeasureKind kind);
Label label_of(dossier::SourceKind kind);

enum class Counted : std::uint8_t {
  kEntries,
  kWithheldEntries,  // that the recipient may not read
  kStatements,
};
inline constexpr std::size_t kCountedCount = static_cast<std::size_t>(Counted::kStatements) + 1;

// "21 записи", by itself: in the nominative.
std::string counted(Counted what, document::Language language, std::uint64_t number);

}  // namespace parley::desk
