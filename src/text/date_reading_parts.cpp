#include "text/date_reading_parts.hpp"

#include <algorithm>
#include <utility>

namespace parley::text {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x2028 || c == 0x2029 || c == 0x0085;
}
bool is_letter(char32_t c) {
  const bool arabic = (c >= 0x0620 && c < 0x0660) || (c > 0x0670 && c <= 0x06D3);
  return (c >= 'a' && c <= 'z') || (c >= 0x00C0 && c <= 0x02AF) || (c >= 0x0400 && c <= 0x052F) ||
         (c >= 0x05D0 && c <= 0x05EA) || arabic;
}
bool is_blank(char32_t c) { return c == 'x' || c == 0x0445 || c == '_' || c == '*'; }
bool is_date_mark(char32_t c) { return c == '/' || c == '-' || c == '.'; }
bool is_decoration(char32_t c) {
  return std::u32string_view(U"()[]{}\"«»;!|").find(c) != std::u32string_view::npos ||
         c == 0x061B || (c >= 0x201A && c <= 0x201F);
}
bool is_mark(char32_t c) {
  return is_date_mark(c) || std::u32string_view(U",:~+?").find(c) != std::u32string_view::npos ||
         c == 0x00B1;
}

// A question mark that stands in for a part, "??/03/1980", is a blank; else it is doubt.
void settle_question_marks(Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is('?')) continue;
    const bool after =
        i > 0 && tokens[i - 1].kind == Kind::kMark && is_date_mark(tokens[i - 1].mark);
    const bool before = i + 1 < tokens.size() && tokens[i + 1].kind == Kind::kMark &&
                        is_date_mark(tokens[i + 1].mark);
    if (before || after) tokens[i].kind = Kind::kBlank;
  }
}

// Removes "12:30", "00:00:00.000", with what follows of it: "PM", "Z", "+03:00", "GMT+3".
Result<void> remove_time(Tokens& tokens) {
  const auto number = [&](std::size_t i) { return i < tokens.size() && tokens[i].is_number(9); };
  const auto mark = [&](std::size_t i, char32_t c) { return i < tokens.size() && tokens[i].is(c); };
  std::size_t begin = 0;
  while (begin < tokens.size() &&
         !(tokens[begin].is_number(2) && mark(begin + 1, ':') && number(begin + 2))) {
    ++begin;
  }
  if (begin == tokens.size()) return {};
  if (tokens[begin].value > 24 || tokens[begin + 2].value > 59) {
    return fail(Fault::kBadInput, "there is no such time of day");
  }
  std::size_t end = begin + 3;
  if (mark(end, ':') && number(end + 1)) end += 2;
  if ((mark(end, '.') || mark(end, ',')) && number(end + 1) && !tokens[end + 1].spaced) end += 2;
  for (bool more = true; more && end < tokens.size();) {
    const FoundWord found = find_word(tokens, end, date_words());
    more = false;
    if (found.word != nullptr && found.word->kind == DateWordKind::kClock) {
      end += found.tokens;
      more = true;
    } else if ((mark(end, '+') || mark(end, '-')) && number(end + 1)) {
      end += mark(end + 2, ':') && number(end + 3) ? 4 : 2;
    }
  }
  tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
               tokens.begin() + static_cast<std::ptrdiff_t>(end));
  return {};
}

Result<void> take_word(DateParts& parts, const DateWord& word) {
  switch (word.kind) {
    case DateWordKind::kMonth: {
      for (const DateItem& item : parts.items) {
        if (item.kind != DateItem::Kind::kMonth) continue;
        if (item.value != word.value || parts.month_calendar != word.calendar) {
          return fail(Fault::kBadInput, "two different months are named");
        }
        return {};  // "آذار (مارس)"
      }
      parts.items.push_back({DateItem::Kind::kMonth, word.value, 0});
      parts.month_calendar = word.calendar;
      return {};
    }
    case DateWordKind::kCalendar:
      if (parts.marker && parts.marker != word.calendar) {
        // "هـ ش" may be written apart; the solar calendar is the more exact word.
        const bool both =
            parts.marker != Calendar::kGregorian && word.calendar != Calendar::kGregorian;
        if (!both) return fail(Fault::kBadInput, "two different calendars are named");
        parts.marker = Calendar::kPersian;
        return {};
      }
      parts.marker = word.calendar;
      return {};
    case DateWordKind::kBorn: parts.born = true; return {};
    case DateWordKind::kApproximate: parts.approximate = true; return {};
    default: return {};
  }
}

}  // namespace

Result<Tokens> date_tokens(std::string_view written) {
  if (written.size() > kLongestDate) return fail(Fault::kBadInput, "it is too long for a date");
  PARLEY_ASSIGN(const std::u32string text, fold_date_text(written));
  Tokens tokens;
  bool spaced = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text[at];
    if (is_space(c) || is_decoration(c)) {
      spaced = true;
      ++at;
      continue;
    }
    DateToken token;
    token.spaced = std::exchange(spaced, false);
    const std::size_t begin = at;
    if (is_digit(c)) {
      token.kind = Kind::kNumber;
      while (at < text.size() && is_digit(text[at])) {
        if (++token.digits > 9) return fail(Fault::kBadInput, "a number is too long for a date");
        token.value = token.value * 10 + static_cast<std::int32_t>(text[at++] - '0');
      }
    } else if (is_letter(c) || is_blank(c)) {
      while (at < text.size() && (is_letter(text[at]) || is_blank(text[at]))) ++at;
      token.text = text.substr(begin, at - begin);
      const bool blank = std::all_of(token.text.begin(), token.text.end(), is_blank);
      token.kind = blank ? Kind::kBlank : Kind::kWord;
    } else if (is_mark(c)) {
      token.mark = c;
      while (at < text.size() && text[at] == c) ++at;
    } else {
      return fail(Fault::kBadInput, "a character that no date has");
    }
    tokens.push_back(std::move(token));
  }
  settle_question_marks(tokens);
  return tokens;
}

FoundWord find_word(const Tokens& tokens, std::size_t at, const DateWords& words) {
  constexpr std::size_t kMostWords = 4;
  std::u32string key;
  FoundWord found;
  std::size_t taken = 0;
  for (std::size_t i = at; i < tokens.size() && taken < kMostWords; ++i) {
    if (tokens[i].is('.') || tokens[i].is('-')) continue;
    if (tokens[i].kind != Kind::kWord) break;
    key += tokens[i].text;
    ++taken;
    if (const DateWord* word = words.find(key)) found = {word, i - at + 1};
  }
  if (found.word == nullptr && at + 1 < tokens.size() && tokens[at + 1].is_number(1)) {  // "ت1"
    const auto digit = static_cast<char32_t>('0' + tokens[at + 1].value);
    if (const DateWord* word = words.find(tokens[at].text + digit)) found = {word, 2};
  }
  return found;
}

Result<std::vector<DateParts>> date_parts(std::string_view written) {
  PARLEY_ASSIGN(Tokens tokens, date_tokens(written));
  PARLEY_TRY(remove_time(tokens));
  std::vector<DateParts> all(1);
  for (std::size_t at = 0; at < tokens.size();) {
    const DateToken& token = tokens[at];
    DateParts& parts = all.back();
    std::size_t taken = 1;
    if (token.kind == Kind::kNumber) {
      parts.items.push_back({DateItem::Kind::kNumber, token.value, token.digits});
    } else if (token.kind == Kind::kBlank) {
      parts.items.push_back({DateItem::Kind::kBlank, 0, 0});
    } else if (token.kind == Kind::kWord) {
      const FoundWord found = find_word(tokens, at, date_words());
      if (found.word == nullptr) return fail(Fault::kBadInput, "a word that belongs to no date");
      taken = found.tokens;
      if (found.word->kind == DateWordKind::kAlso) {
        if (all.size() == 2) return fail(Fault::kBadInput, "more than two dates");
        all.emplace_back();
      } else {
        PARLEY_TRY(take_word(parts, *found.word));
      }
    } else if (token.is('?') || token.is('~') || token.is(0x00B1)) {
      parts.approximate = true;
    } else if (token.is('+') || token.is(':')) {
      // A label's colon says nothing; a sign does.
      if (token.is('+')) return fail(Fault::kBadInput, "a sign that no date has");
    }
    at += taken;
  }
  return all;
}

}  // namespace parley::text
