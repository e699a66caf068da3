#include "table/vocabulary.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "table/header_text.hpp"

namespace parley::table {
namespace {

// Longer cells are sentences that mention a field, not headers.
constexpr std::size_t kLongestHeader = 160;  // bytes

bool is_token(std::string_view text) {
  return !text.empty() && text != "ignore" &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
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
      const auto [at, is_new] = out.folded_.emplace(squeezed(folded), i);
      if (at->second != i) {
        return refuse(fmt::format("also a header of {}", vocabulary.fields[at->second].token),
                      header);
      }
      out.exact_.emplace(header, i);
      if (is_new) out.spellings_.push_back({folded, i});
    }
    for (const std::string& text : field.hxl) {
      auto pattern = parse_hxl_pattern(text);
      if (!pattern) return refuse("not a HXL pattern", text);
      out.patterns_.push_back({*std::move(pattern), i});
    }
  }
  std::sort(out.spellings_.begin(), out.spellings_.end(), [](const Spelling& a, const Spelling& b) {
    if (a.folded.size() != b.folded.size()) return a.folded.size() > b.folded.size();
    return a.folded < b.folded;
  });
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
  for (const Spelling& spelling : spellings_) {
    if (found && spelling.folded.size() < length) break;
    if (!contains_words(readings.front(), spelling.folded)) continue;
    length = spelling.folded.size();
    add(spelling.field);
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
