#include "dossier/names.hpp"

#include <algorithm>
#include <cstdint>

#include "base/bytes.hpp"

namespace parley::dossier {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Precondition: UTF-8.
bool has_hidden_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\n' && byte != '\t') return true;
    if (byte == 0x7F) return true;
    const std::string_view rest = text.substr(i);
    // U+0080 to U+009F; U+2028 to U+202E; U+2066 to U+2069
    if (byte == 0xC2 && static_cast<unsigned char>(rest[1]) <= 0x9F) return true;
    if (byte == 0xE2 && rest[1] == '\x80') {
      const auto last = static_cast<unsigned char>(rest[2]);
      if (last >= 0xA8 && last <= 0xAE) return true;
    }
    if (byte == 0xE2 && rest[1] == '\x81') {
      const auto last = static_cast<unsigned char>(rest[2]);
      if (last >= 0xA6 && last <= 0xA9) return true;
    }
  }
  return false;
}

}  // namespace

bool is_language_tag(std::string_view text) {
  constexpr std::size_t kLongest = 35;  // RFC 5646 section 4.4.1
  if (text.size() > kLongest) return false;
  for (bool first = true;; first = false) {
    const std::size_t dash = text.find('-');
    const std::string_view part = text.substr(0, dash);
    if (part.empty() || part.size() > 8 || (first && part.size() < 2)) return false;
    if (!std::all_of(part.begin(), part.end(),
                     [first](char c) { return is_letter(c) || (!first && is_digit(c)); })) {
      return false;
    }
    if (dash == std::string_view::npos) return true;
    text.remove_prefix(dash + 1);
  }
}

std::string_view name_in(const Names& names, std::string_view language) {
  for (const std::string_view tag : {language, std::string_view("en")}) {
    const auto found = names.find(std::string(tag));
    if (found != names.end()) return found->second;
  }
  return names.empty() ? std::string_view() : names.begin()->second;
}

bool is_plain_text(std::string_view text) { return is_utf8(text) && !has_hidden_character(text); }

bool is_line(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  if (text.empty() || text.front() == ' ' || text.back() == ' ' ||
      text.starts_with(kNoBreakSpace) || text.ends_with(kNoBreakSpace)) {
    return false;
  }
  return text.find_first_of("\n\t") == std::string_view::npos && is_plain_text(text);
}

void check_names(const Names& names, Flaws& flaws) {
  if (names.empty()) flaws.push_back({"names", "needs a name in one language at least"});
  for (const auto& [tag, text] : names) {
    if (!is_language_tag(tag)) {
      flaws.push_back({"names", "a language is not a BCP 47 tag, such as en or ar-Latn"});
    } else {
      check_line("names." + tag, text, flaws);
    }
  }
}

void check_line(std::string field, std::string_view text, Flaws& flaws) {
  if (text.size() > kLongestLine) {
    flaws.push_back(
        {std::move(field), "is longer than " + std::to_string(kLongestLine) + " bytes"});
  } else if (!is_line(text)) {
    flaws.push_back(
        {std::move(field), "is not one line of plain text, or has white space at an end"});
  }
}

void check_language(std::string_view language, Flaws& flaws) {
  if (!language.empty() && !is_language_tag(language)) {
    flaws.push_back({"language", "is not a BCP 47 tag, such as en or ar-Latn"});
  }
}

void check_key(std::string_view key, Flaws& flaws) {
  if (!is_handle(key)) flaws.push_back({"key", "is not 1 to 64 of a-z, 0-9 and - between them"});
}

}  // namespace parley::dossier
