// A source: where the desk has a statement from.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/date.hpp"
#include "dossier/names.hpp"
#include "record/payload.hpp"

namespace parley::dossier {

enum class SourceKind : std::uint8_t {
  kNewsReport,
  kPressRelease,
  kMeeting,
  kDocument,
  kInterview,
  kOther
};

std::string_view name(SourceKind kind);  // "news-report"
std::optional<SourceKind> source_kind_named(std::string_view text);

// It names no other entry; `Ref` only gives it the shape of the other kinds.
template <class Ref>
struct SourceOf {
  std::string key;
  SourceKind kind = SourceKind::kOther;
  std::string title;
  std::string publisher;  // may be empty
  std::optional<Date> date;
  std::string url;       // may be empty
  std::string language;  // of the title, a BCP 47 tag; may be empty

  bool operator==(const SourceOf&) const = default;
};
using Source = SourceOf<record::EntryId>;
using SourceDraft = SourceOf<std::string>;

namespace source_field {
enum : std::int64_t { kKey = 1, kKind, kTitle, kPublisher, kDate, kUrl, kLanguage };
}

// As for parties.
Flaws flaws(const Source& source);
Flaws flaws(const SourceDraft& source);
record::Payload to_payload(const Source& source, const std::set<std::int64_t>& apart = {});
Result<Source> source_from(const record::Payload& payload);

}  // namespace parley::dossier
