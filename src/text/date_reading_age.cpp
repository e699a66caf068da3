#include <algorithm>

#include "text/date_reading.hpp"
#include "text/date_reading_parts.hpp"

namespace parley::text {
namespace {

using Kind = DateToken::Kind;
using Tokens = std::vector<DateToken>;

constexpr std::int32_t kOldest = 130;

tl::unexpected<Error> bad(const char* why) { return fail(Fault::kBadInput, why); }

class AgeReader {
 public:
  explicit AgeReader(const Tokens& tokens) : tokens_(tokens) {}

  Result<ReadAge> read() {
    while (at_ < tokens_.size()) PARLEY_TRY(step());
    if (!bare_ && !units_) return bad("there is no age in it");
    if (bare_ && units_) return bad("a number without its unit");
    const std::int32_t extra = (months_ + days_ / 30) / 12;
    ReadAge age;
    age.years = (bare_ ? *bare_ : years_) + extra;
    age.most = most_ ? *most_ : age.years;
    age.approximate = approximate_;
    if (age.most < age.years) return bad("a range that ends before it begins");
    if (age.most > kOldest) return bad("above 130 years: perhaps a year of birth");
    return age;
  }

 private:
  bool mark(std::size_t i, char32_t c) const { return i < tokens_.size() && tokens_[i].is(c); }
  bool number(std::size_t i) const { return i < tokens_.size() && tokens_[i].is_number(4); }

  Result<void> step() {
    const DateToken& token = tokens_[at_];
    if (token.kind == Kind::kNumber) return take_number();
    if (token.kind == Kind::kWord) {
      const FoundWord found = find_word(tokens_, at_, age_words());
      if (found.word == nullptr) return bad("a word that belongs to no age");
      at_ += found.tokens;
      return take_word(*found.word);
    }
    if (token.is('~') || token.is('?') || token.is('+') || token.is(0x00B1)) {
      approximate_ = true;
    } else if (!token.is('.') && !token.is(',') && !token.is(':')) {
      return bad("a sign that no age has");
    }
    ++at_;
    return {};
  }

  // "34", "34.5" (34), "30-35".
  Result<void> take_number() {
    if (pending_ || bare_) return bad("more numbers than an age has");
    if (!number(at_)) return bad("above 130 years");
    pending_ = tokens_[at_++].value;
    if ((mark(at_, '.') || mark(at_, ',')) && at_ + 1 < tokens_.size() &&
        tokens_[at_ + 1].is_number(9) && !tokens_[at_ + 1].spaced) {
      at_ += 2;
    }
    if (mark(at_, '-') && number(at_ + 1)) {
      if (most_ || units_) return bad("more numbers than an age has");
      most_ = tokens_[at_ + 1].value;
      at_ += 2;
    }
    const FoundWord next = at_ < tokens_.size() && tokens_[at_].kind == Kind::kWord
                               ? find_word(tokens_, at_, age_words())
                               : FoundWord{};
    const bool unit = next.word != nullptr && next.word->kind >= DateWordKind::kYears;
    if (!unit) bare_ = std::exchange(pending_, std::nullopt);
    return {};
  }

  Result<void> take_word(const DateWord& word) {
    if (word.kind == DateWordKind::kFiller) return {};
    if (word.kind == DateWordKind::kApproximate) {
      approximate_ = true;
      return {};
    }
    if (word.value == 0 && !pending_) {  // "سنة 34"
      if (word.kind == DateWordKind::kYears && !units_) return {};
      return bad("a unit without its number");
    }
    if (most_ && word.kind != DateWordKind::kYears) return bad("a range of parts of a year");
    const std::int32_t value = word.value != 0 ? word.value : *pending_;
    pending_.reset();
    units_ = true;
    switch (word.kind) {
      case DateWordKind::kYears: years_ += value; break;
      case DateWordKind::kMonths: months_ += value; break;
      case DateWordKind::kWeeks: days_ += 7 * value; break;
      default: days_ += value; break;
    }
    return {};
  }

  const Tokens& tokens_;
  std::size_t at_ = 0;
  std::optional<std::int32_t> pending_;  // a number whose unit comes next
  std::optional<std::int32_t> bare_;     // a number without unit: years
  std::optional<std::int32_t> most_;
  std::int32_t years_ = 0, months_ = 0, days_ = 0;
  bool units_ = false;
  bool approximate_ = false;
};

// The same day of another year; 29 February becomes the 28th where there is none.
Date years_before(const Date& day, std::int32_t years) {
  Date out = day;
  out.year -= years;
  if (out.year < 1) return {1, 1, 1};
  out.day = std::min(out.day, days_in_month(out.year, out.month));
  return out;
}

}  // namespace

Result<ReadAge> read_age_range(std::string_view written) {
  PARLEY_ASSIGN(const Tokens tokens, date_tokens(written));
  return AgeReader(tokens).read();
}

Result<std::int32_t> read_age(std::string_view written) {
  PARLEY_ASSIGN(const ReadAge age, read_age_range(written));
  if (age.most != age.years) return bad("a range of ages");
  return age.years;
}

BirthSpan born_by_age(std::int32_t age, const Date& on) {
  const Date before = years_before(on.first_day(), age + 1);
  return {civil_from_days(days_from_civil(before) + 1), years_before(on.last_day(), age)};
}

}  // namespace parley::text
