// Texts into shaped lines: the only place that knows how Pango is told of direction and language.
//
// Promises: every stretch of text carries its language, so the environment (LANG, LANGUAGE) changes
// nothing; isolated runs are isolates of the Unicode bidirectional algorithm. A character that no
// font has stands as its code, "[U+1F9FF]": two names stay two names, and nobody overlooks it. A
// text that is one isolated run takes that run's direction; if it then needs more than one line it
// is aligned to its own start.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "document/table.hpp"
#include "report/fonts.hpp"
#include "report/owned.hpp"

namespace parley::report {

struct Style {
  double size = 10;  // points
  bool bold = false;
  double grey = 0;  // 0 black .. 1 white
};

// One shaped text, ready to be drawn line by line. Copies share their layout, which is not changed.
struct Shaped {
  struct Line {
    double height = 0;    // the lines of one text are of one height
    double baseline = 0;  // from the top of the line
    double left = 0;      // from the left of the width it was set in
    double width = 0;
    bool soft = false;  // ended by wrapping, at a space that is not drawn
  };
  Layout layout;
  std::string text;
  double grey = 0;
  std::vector<Line> lines;
  double height = 0;
};

class Typesetter {
 public:
  Typesetter(const Fonts& fonts, document::Language language);

  // Sets `text` in lines of `width` points at most; a word longer than a line is broken. What was
  // set once is given again: the cells of a table say few things many times. Error (kBadInput): the
  // fonts lack even the letters of a code.
  Result<Shaped> shape(const document::Text& text, const Style& style, double width,
                       document::Align align = document::Align::kStart);

  // What stood in the texts so far and is in no font.
  const std::set<char32_t>& spelled() const { return spelled_; }

 private:
  Shaped set(const document::Text& text, const Style& style, double width, document::Align align);

  document::Language language_;
  FontMap map_;
  Context left_to_right_;
  Context right_to_left_;
  std::unordered_map<std::string, Shaped> kept_;
  std::set<char32_t> spelled_;
};

}  // namespace parley::report
