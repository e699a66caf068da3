#include "table/vocabulary.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "table/header_text.hpp"

namespace parley::table {
namespace {

// Longer cells are sentences that mention a field, not headers.
constexpr std::size_t kLongestHeader = 160;  // bytes
constexpr std::size_t kMostWords = 12;

bool is_token(std::string_view text) {
  return !text.empty() && text != "ignore" &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

// Every run of words that follow one another; none if there are more words than a header has.
std::vector<std::string_view> runs_of_words(std::string_view folded) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == ' ') begins.push_back(i + 1);
  }
  std::vector<std::string_view> out;
  if (begins.size() > kMostWords) return out;
  begins.push_back(folded.size() + 1);
  for (std::size_t first = 0; first + 1 < begins.size(); ++first) {
    for (std::size_t last = first + 1; last < begins.size(); ++last) {
      out.push_back(folded.substr(begins[first], begins[last] - begins[first] - 1));
    }
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace

std::string_view name(Recognised how) {
  switch (how) {
    case Recognised::kNot: return "not";
    case Recognised::kContains: return "contains";
    case Recognised::kFolded: return "folded";
    case Recognised::kExact: return "exact";
    case Recognised::kHxl: return "HXL";
    case Recognised::kMapping: return "mapping";
  }
  return "unknown";
}

Result<VocabularyIndex> VocabularyIndex::make(const Vocabulary& vocabulary) {
  VocabularyIndex out;
  out.vocabulary_ = vocabulary;
  for (std::size_t i = 0; i < vocabulary.fields.size(); ++i) {
    const VocabularyField& field = vocabulary.fields[i];
    const auto refuse = [&](std::string_view what, std::string_view which) {
      return fail(Fault::kUsage, fmt::format("field {}: {}: {}", field.token, what, which));
    };
    if (!is_token(field.token) || !out.tokens_.emplace(field.token, i).second) {
      return refuse("not a token of its own", field.token);
    }
    for (const std::string& header : field.headers) {
      const std::string folded = fold_header(header);
      if (folded.empty()) return refuse("a header that says nothing", header);
      const auto at = out.folded_.emplace(squeezed(folded), i).first;
      if (at->second != i) {
        return refuse(fmt::format("also a header of {}", vocabulary.fields[at->second].token),
                      header);
      }
      out.exact_.emplace(header, i);
      out.spellings_.emplace(folded, i);
    }
    for (const std::string& text : field.hxl) {
      auto pattern = parse_hxl_pattern(text);
      if (!pattern) return refuse("not a HXL pattern", text);
      out.patterns_.push_back({*std::move(pattern), i});
    }
  }
  return out;
}

std::optional<std::size_t> VocabularyIndex::find(std::string_view token) const {
  const auto at = tokens_.find(token);
  if (at == tokens_.end()) return {};
  return at->second;
}

std::optional<HeaderMatch> VocabularyIndex::match(std::string_view header) const {
  header = trimmed(header);
  if (header.empty() || header.size() > kLongestHeader) return {};
  if (const auto at = exact_.find(header); at != exact_.end()) {
    return HeaderMatch{at->second, Recognised::kExact, {}};
  }
  const auto readings = header_readings(header);
  if (readings.empty()) return {};
  if (const auto at = folded_.find(squeezed(readings.front())); at != folded_.end()) {
    return HeaderMatch{at->second, Recognised::kFolded, {}};
  }
  return match_part(readings);
}

// First a side of the header that is a spelling ("Name / الاسم"), then a spelling within it.
std::optional<HeaderMatch> VocabularyIndex::match_part(
    const std::vector<std::string>& readings) const {
  std::optional<HeaderMatch> found;
  const auto add = [&](std::size_t field) {
    if (!found) {
      found = HeaderMatch{field, Recognised::kContains, {}};
    } else if (found->field != field && !found->rival) {
      found->rival = field;
    }
  };
  for (const std::string& reading : readings) {
    if (const auto at = folded_.find(squeezed(reading)); at != folded_.end()) add(at->second);
  }
  if (found) return found;
  std::size_t length = 0;
  for (const std::string_view part : runs_of_words(readings.front())) {
    const auto at = spellings_.find(part);
    if (at == spellings_.end() || part.size() < length) continue;
    if (part.size() > length) found.reset();
    length = part.size();
    add(at->second);
  }
  return found;
}

std::optional<HeaderMatch> VocabularyIndex::match(const HxlTag& tag) const {
  std::optional<HeaderMatch> found;
  std::size_t most = 0;
  for (const Pattern& one : patterns_) {
    if (!fits(one.pattern, tag)) continue;
    const std::size_t attributes = one.pattern.needs.attributes.size() + one.pattern.forbids.size();
    if (!found || attributes > most) {
      found = HeaderMatch{one.field, Recognised::kHxl, {}};
      most = attributes;
    } else if (attributes == most && one.field != found->field && !found->rival) {
      found->rival = one.field;
    }
  }
  return found;
}

}  // namespace parley::table
