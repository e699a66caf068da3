// Text: one line of thought made of runs; a paragraph, a heading, a cell.
//
// Promises: a run's text is what was entered, in UTF-8; a newline inside it is a line break. A run
// that names its language, is code, or is `foreign` is isolated: its direction cannot disturb what
// stands beside it, nor be disturbed. Explicit direction controls inside a run (U+202A..U+202E,
// U+2066..U+2069) are not obeyed, since they can make a reader see other words than were entered:
// renderers leave them out. A label in the document's own language needs nothing: Text("Status").
// Does not: markup. Nothing in a text is read as HTML or anything else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/language.hpp"

namespace parley::document {

enum class Face { kPlain, kBold, kEmphasis, kCode };

struct Run {
  std::string text{};
  Face face = Face::kPlain;
  std::optional<Language> language{};  // none: the document's
  bool foreign = false;                // language unknown; direction of its first strong letter

  bool isolated() const { return foreign || language.has_value() || face == Face::kCode; }
};

inline Run bold(std::string text) { return {std::move(text), Face::kBold, {}, false}; }
inline Run emphasis(std::string text) { return {std::move(text), Face::kEmphasis, {}, false}; }
// Monospaced, always left to right: an id, a file name, a hash.
inline Run code(std::string text) { return {std::move(text), Face::kCode, {}, false}; }
// Text in a language that is known: a quotation, a name in its own script.
inline Run in(Language language, std::string text, Face face = Face::kPlain) {
  return {std::move(text), face, language, false};
}
// Text as somebody entered it, in whatever language: the right choice for all data.
inline Run as_entered(std::string text, Face face = Face::kPlain) {
  return {std::move(text), face, {}, true};
}

struct Text {
  std::vector<Run> runs;

  Text() = default;
  Text(std::string text) { runs.push_back({std::move(text), Face::kPlain, {}, false}); }
  Text(std::string_view text) : Text(std::string(text)) {}
  Text(const char* text) : Text(std::string(text)) {}
  Text(Run run) { runs.push_back(std::move(run)); }

  // Takes a Run, another Text or a plain string.
  Text& operator+=(Text more) {
    for (Run& run : more.runs) runs.push_back(std::move(run));
    return *this;
  }

  bool empty() const;         // no run has a character
  std::string plain() const;  // the runs end to end, without faces
};

// What a renderer shows of a run: `text` without explicit direction controls, a tab as a space, the
// rarer separators of lines (CR, VT, FF, U+0085, U+2028, U+2029) as newlines. Stand as U+FFFD, for
// all to see: any other control character, and marks heaped on one letter, which would be drawn
// over the lines above and below. Precondition: UTF-8.
std::string displayed(std::string_view text);

}  // namespace parley::document
