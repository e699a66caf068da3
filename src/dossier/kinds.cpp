#include "dossier/kinds.hpp"

#include <algorithm>

namespace parley::dossier {
namespace {

constexpr std::size_t kLongestHandle = 64;

bool is_handle_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

bool is_handle_part(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), is_handle_character);
}

// Field names by number from 1; doc/format/dossier.md says what they mean.
constexpr std::array<std::string_view, 4> kPartyFields = {"key", "kind", "names", "part_of"};
constexpr std::array<std::string_view, 7> kPlaceFields = {
    "key", "kind", "names", "within", "latitude", "longitude", "geonames"};
constexpr std::array<std::string_view, 7> kSourceFields = {"key",  "kind", "title",   "publisher",
                                                           "date", "url",  "language"};
constexpr std::array<std::string_view, 5> kMeasureFields = {"key", "kind", "names", "part_of",
                                                            "place"};
constexpr std::array<std::string_view, 18> kStatementFields = {
    "key",    "speakers",      "text",        "quotation", "language", "measures",
    "said",   "said_inferred", "reported",    "source",    "place",    "point",
    "stance", "awaits",        "awaits_from", "meets",     "about",    "about_inferred"};
constexpr std::array<std::string_view, 5> kGradeFields = {"statement", "source", "reliability",
                                                          "credibility", "note"};
constexpr std::array<std::string_view, 5> kCorrectionFields = {"of", "reason", "withdrawn", "kind",
                                                               "version"};

template <std::size_t N>
std::string_view field_of(const std::array<std::string_view, N>& names, std::int64_t field) {
  return field >= 1 && field <= static_cast<std::int64_t>(N)
             ? names[static_cast<std::size_t>(field - 1)]
             : std::string_view();
}

}  // namespace

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::kParty: return "party";
    case Kind::kPlace: return "place";
    case Kind::kSource: return "source";
    case Kind::kMeasure: return "measure";
    case Kind::kStatement: return "statement";
    case Kind::kGrade: return "grade";
    case Kind::kCorrection: return "correction";
  }
  return "unknown";
}

std::optional<Kind> kind_named(std::string_view text) {
  for (const Kind kind : kKinds) {
    if (name(kind) == text) return kind;
  }
  return {};
}

std::string_view field_name(Kind kind, std::int64_t field) {
  switch (kind) {
    case Kind::kParty: return field_of(kPartyFields, field);
    case Kind::kPlace: return field_of(kPlaceFields, field);
    case Kind::kSource: return field_of(kSourceFields, field);
    case Kind::kMeasure: return field_of(kMeasureFields, field);
    case Kind::kStatement: return field_of(kStatementFields, field);
    case Kind::kGrade: return field_of(kGradeFields, field);
    case Kind::kCorrection: return field_of(kCorrectionFields, field);
  }
  return {};
}

bool is_handle(std::string_view text) {
  return text.size() <= kLongestHandle && is_handle_part(text);
}

bool is_measure_handle(std::string_view text) {
  if (text.size() > kLongestHandle) return false;
  for (;;) {
    const std::size_t slash = text.find('/');
    if (!is_handle_part(text.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

}  // namespace parley::dossier
