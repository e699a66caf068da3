#include "text/name_words.hpp"

#include <algorithm>

#include "text/code_points.hpp"
#include "text/folding.hpp"

namespace parley::text {
namespace {

bool is_letter(char32_t c) { return script_of(c) != Script::kNone; }

// Marks on a letter and signs that cannot be seen: they neither begin nor end a word.
bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x489) || (c >= 0x591 && c <= 0x5C7) ||
         (c >= 0x610 && c <= 0x61A) || c == 0x61C || c == 0x640 || (c >= 0x64B && c <= 0x65F) ||
         c == 0x670 || (c >= 0x6D6 && c <= 0x6ED) || (c >= 0x1DC4 && c <= 0x1DCC) ||
         (c >= 0x200B && c <= 0x200F && c != 0x200B) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || (c >= 0xFE20 && c <= 0xFE26) || c == 0xFEFF || c == 0xAD;
}

// Within a word, or for ʿ and ʾ also at its edge.
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         c == 0x2032 || (c >= 0x2B0 && c <= 0x2FF) || c == 0x5F3;
}

bool is_hyphen(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2012) || c == 0x5BE || c == '_';
}
bool is_dash(char32_t c) {
  return c == 0x2013 || c == 0x2014 || c == 0x2015 || c == '/' || c == '\\' || c == '|' ||
         c == ';' || c == 0x61B || c == '=' || c == '\n';
}
bool is_comma(char32_t c) { return c == ',' || c == 0x60C || c == 0xFF0C; }
bool opens(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '<' || c == 0xAB || c == 0x201E || c == 0x201C ||
         c == 0xFD3E || c == 0xFF08;
}
bool closes(char32_t c) {
  return c == ')' || c == ']' || c == '}' || c == '>' || c == 0xBB || c == 0x201D || c == 0xFD3F ||
         c == 0xFF09;
}

// Of the letters that names begin with; others say nothing.
bool is_small(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFE) || (c >= 0x430 && c <= 0x45F);
}
bool is_large(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x400 && c <= 0x42F);
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<NameWord> cut() {
    for (std::size_t at = 0; at < text_.size();) {
      const CodePoint point = code_point_at(text_, at);
      at += point.size;
      next_ = at < text_.size() ? code_point_at(text_, at).value : 0;
      take(point);
    }
    finish();
    return std::move(words_);
  }

 private:
  void take(const CodePoint& point) {
    const char32_t c = point.value;
    if (is_letter(c)) {
      if (!open_) begin(point);
      word_.end = point.at + point.size;
      ++letters_;
      small_ |= is_small(c);
      large_ += is_large(c);
      last_ = c;
      return;
    }
    if (open_ && (is_mark(c) || (is_apostrophe(c) && is_letter(next_)) || is_inner_quote(c))) {
      word_.end = point.at + point.size;
      return;
    }
    if (is_mark(c) || is_apostrophe(c)) {
      // A geresh or an ayn at the end of a word.
      if (open_ &&
          (c == 0x5F3 || c == 0x2BF || c == 0x2BE || script_of(last_) == Script::kHebrew)) {
        word_.end = point.at + point.size;
      }
      return;
    }
    if (c == '.' && open_) word_.dot = true;
    finish();
    gap(c);
  }

  // Between Hebrew letters a quote is a sign of abbreviation.
  bool is_inner_quote(char32_t c) const {
    return (c == '"' || c == 0x5F4) && script_of(last_) == Script::kHebrew && is_letter(next_);
  }

  void begin(const CodePoint& point) {
    open_ = true;
    word_ = {};
    word_.begin = point.at;
    word_.before = words_.empty() && gap_ != Gap::kComma ? Gap::kNone : gap_;
    word_.aside = aside_;
    word_.carrier = point.value == 0x623 || point.value == 0x625;
    first_ = point.value;
    letters_ = large_ = 0;
    small_ = false;
    gap_ = Gap::kNone;
  }

  void finish() {
    if (!open_) return;
    open_ = false;
    const std::string_view written = text_.substr(word_.begin, word_.end - word_.begin);
    word_.folded = fold_name(written);
    word_.script = script_of(word_.folded);
    std::erase_if(word_.folded, [&](char c) {
      return c == ' ' || c == '"' || c == '-' || (c == '\'' && word_.script != Script::kHebrew);
    });
    std::string first;
    append_utf8(first, first_);
    word_.capital =
        letters_ == 1 && (fold_name(first) != first || word_.script == Script::kArabic ||
                          word_.script == Script::kHebrew);
    word_.upper = !small_ && large_ >= 2;
    if (!word_.folded.empty()) words_.push_back(std::move(word_));
  }

  void gap(char32_t c) {
    if (is_hyphen(c)) {
      // "محمد - أبو علي" is a dash, "al-Halabi" and "Abd- Allah" are not.
      const bool dash = gap_ == Gap::kSpace && (next_ == ' ' || next_ == 0xA0);
      widen(dash ? Gap::kDash : gap_ == Gap::kNone ? Gap::kHyphen : Gap::kSpace);
      return;
    }
    if (is_comma(c) || is_dash(c)) {
      widen(is_comma(c) ? Gap::kComma : Gap::kDash);
      return;
    }
    if (c == '"' || c == 0x5F4 || c == 0xFF02) {
      quoted_ = !quoted_;
      aside_ = quoted_ ? ++asides_ : 0;
    } else if (opens(c)) {
      aside_ = ++asides_;
    } else if (closes(c) || c == 0x201C) {
      aside_ = 0;
      quoted_ = false;
    }
    widen(Gap::kSpace);
  }

  void widen(Gap gap) { gap_ = std::max(gap_, gap); }

  std::string_view text_;
  std::vector<NameWord> words_;
  NameWord word_;
  bool open_ = false;
  bool quoted_ = false;
  char32_t first_ = 0, last_ = 0, next_ = 0;
  std::size_t letters_ = 0, large_ = 0;
  bool small_ = false;
  std::size_t aside_ = 0, asides_ = 0;
  Gap gap_ = Gap::kNone;
};

}  // namespace

std::vector<NameWord> name_words(std::string_view text) { return Cutter(text).cut(); }

}  // namespace parley::text
