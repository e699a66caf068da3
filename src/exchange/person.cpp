#include "exchange/person.hpp"

#include <algorithm>
#include <array>

#include "exchange/vocabulary_words.hpp"
#include "text/code_points.hpp"
#include "text/date_reading_contradiction.hpp"
#include "text/digits.hpp"
#include "text/folding.hpp"
#include "text/personal_name.hpp"

namespace parley::exchange {
namespace {

using text::Contradiction;
using text::DaySpan;

// Where a list has no date, two-digit years are of this year at the latest.
constexpr std::int32_t kLatestYear = 2029;

bool is_name(Field field) {
  switch (field) {
    case Field::kName:
    case Field::kGiven:
    case Field::kFamily:
    case Field::kAlias:
    case Field::kNameAtArrest:
    case Field::kNameOther: return true;
    default: return false;
  }
}

bool is_name_part(Field field) {
  return field == Field::kGiven || field == Field::kFather || field == Field::kGrandfather ||
         field == Field::kFamily;
}

bool is_number(Field field) {
  return field == Field::kDocument || field == Field::kServiceNumber ||
         field == Field::kIcrcReference;
}

bool is_date(Field field) {
  return field == Field::kBorn || field == Field::kCaptured || field == Field::kDied;
}

constexpr char32_t kReplacement = 0xFFFD;  // stands for what could not be read

// "????" and U+FFFD: what is left of a name where a program wrote in an encoding without its
// script.
bool is_destroyed(std::string_view cell) {
  std::size_t questions = 0;
  bool replaced = false;
  for (std::size_t at = 0; at < cell.size();) {
    const text::CodePoint point = text::code_point_at(cell, at);
    questions += point.value == U'?';
    replaced = replaced || point.value == kReplacement;
    at += point.size;
  }
  return replaced || questions > 1;
}

// "D-200": one word, with more digits than letters.
bool looks_like_code(std::string_view cell) {
  const std::string text = text::ascii_digits(cell);
  if (text.find(' ') != std::string::npos) return false;
  std::size_t digits = 0, letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::code_point_at(text, at);
    digits += point.value >= U'0' && point.value <= U'9';
    letters += text::script_of(point.value) != text::Script::kNone;
    at += point.size;
  }
  return letters > 0 && digits > 1 && letters <= digits;
}

// Letters of the scripts that parley knows, and of those that it does not.
bool has_letter(std::string_view cell) {
  for (std::size_t at = 0; at < cell.size();) {
    const text::CodePoint point = text::code_point_at(cell, at);
    const bool other = point.value >= 0x0700 && point.value != kReplacement;
    if (other || text::script_of(point.value) != text::Script::kNone) return true;
    at += point.size;
  }
  return false;
}

// "Year of birth or age": the header asks for either.
bool asks_for_age(std::string_view header) {
  const std::string folded = " " + plain_words(header) + " ";
  constexpr std::array<std::string_view, 5> kWords = {"age", "عمر", "السن", "возраст", "вік"};
  return std::any_of(kWords.begin(), kWords.end(), [&folded](std::string_view word) {
    // A word of its own, save for the Arabic article: not within "village".
    const bool latin = word == "age";
    return folded.find((latin ? " " : "") + plain_words(word) + (latin ? " " : "")) !=
           std::string::npos;
  });
}

DaySpan widened(const DaySpan& span, std::int32_t years) {
  Date first = span.first, last = span.last;
  first.year = std::max(1, first.year - years);
  last.year = std::min(9999, last.year + years);
  first.day = std::min(first.day, days_in_month(first.year, first.month));
  last.day = std::min(last.day, days_in_month(last.year, last.month));
  return {first, last};
}

class PersonReader {
 public:
  PersonReader(const Reading& reading, const std::optional<Date>& on) : reading_(reading), on_(on) {
    custom_.order = reading.order;
    custom_.order_known = reading.order_known;
    custom_.calendar = reading.calendar;
    custom_.latest_year = on ? on->year : kLatestYear;
  }

  Result<Person> read(const std::vector<std::string>& cells) {
    const std::size_t count = std::min(cells.size(), reading_.columns.size());
    for (std::size_t i = 0; i < count; ++i) {
      if (reading_.columns[i].field) read_cell(*reading_.columns[i].field, i, cells[i]);
    }
    std::stable_sort(out_.texts.begin(), out_.texts.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    PARLEY_TRY(refuse_nobody());
    find_birth();
    find_contradictions();
    out_.insufficient = is_insufficient();
    std::stable_sort(out_.flaws.begin(), out_.flaws.end(),
                     [](const CellFlaw& a, const CellFlaw& b) { return a.column < b.column; });
    return std::move(out_);
  }

 private:
  void flaw(std::size_t column, std::string reason) {
    out_.flaws.push_back({column, std::move(reason)});
  }

  void read_cell(Field field, std::size_t column, std::string_view cell) {
    const std::string_view text = trimmed(cell);
    if (text.empty()) return;
    const bool of_name = is_name(field) || is_name_part(field);
    if (of_name && is_destroyed(text) && !has_letter(text)) {
      flaw(column, "its letters were lost: save the file again as UTF-8 or XLSX");
      destroyed_ = true;
      return;
    }
    if (field == Field::kConsent) {
      // "No" says nothing elsewhere.
      read_consent(column, text);
    } else if (says_nothing(text) || (is_date(field) && text::says_unknown(text))) {
      return;
    }
    out_.texts.emplace_back(field, text);
    switch (field) {
      case Field::kSex: read_sex(column, text); break;
      case Field::kBorn: read_born(column, text); break;
      case Field::kAge: read_age(column, text); break;
      case Field::kCaptured: read_date(out_.captured, captured_, column, text); break;
      case Field::kDied: read_date(out_.died, died_, column, text); break;
      case Field::kHealth: out_.health_grave = out_.health_grave || says_grave(text); break;
      default: break;
    }
    if (of_name) {
      if (!has_letter(text)) {
        flaw(column, "is to be a name and has no letter");
      } else if (is_name(field)) {
        named_ = true;
      }
      if (is_destroyed(text) && has_letter(text)) {
        flaw(column, "some of its letters were lost: save the file again as UTF-8 or XLSX");
      } else if (field != Field::kAlias && looks_like_code(text)) {
        flaw(column, "looks like a code, not a name");
      }
    }
    numbered_ = numbered_ || is_number(field);
  }

  void read_consent(std::size_t column, std::string_view text) {
    const std::optional<bool> said = yes_or_no(text);
    if (said) {
      out_.consent = *said ? Consent::kForward : Consent::kDoNotForward;
    } else if (!says_nothing(text)) {
      // Who did not clearly say yes did not.
      out_.consent = Consent::kDoNotForward;
      flaw(column, "is neither yes nor no; read as no");
    }
  }

  void read_sex(std::size_t column, std::string_view text) {
    const std::optional<Sex> sex = sex_in(text);
    if (sex) {
      out_.sex = *sex;
    } else {
      flaw(column, "is no word for male or female");
    }
  }

  void read_date(std::optional<text::ReadDate>& out, std::size_t& from, std::size_t column,
                 std::string_view text) {
    Result<text::ReadDate> date = text::read_date(text, custom_);
    if (!date) {
      flaw(column, std::move(date).error().message);
      return;
    }
    if (!out) out = *date, from = column;
  }

  void read_born(std::size_t column, std::string_view text) {
    if (text::read_age_range(text) && asks_for_age(reading_.columns[column].header)) {
      read_age(column, text);
      return;
    }
    read_date(out_.born, born_, column, text);
  }

  void read_age(std::size_t column, std::string_view text) {
    Result<text::ReadAge> age = text::read_age_range(text);
    if (!age) {
      flaw(column, std::move(age).error().message);
      return;
    }
    if (!age_) age_ = *age, age_from_ = column;
  }

  Result<void> refuse_nobody() const {
    if (destroyed_ && !named_) {
      return fail(Fault::kBadInput,
                  "the letters of the name were lost: save the file again as UTF-8 or XLSX");
    }
    if (named_ || numbered_) return {};
    const bool reference = !out_.text(Field::kReference).empty();
    return fail(Fault::kBadInput,
                reference ? "nobody is named: only a reference, no name, document or service number"
                          : "nobody is named: no name, document or service number");
  }

  // Somebody of that age on the day of the list.
  std::optional<DaySpan> span_by_age() const {
    if (!age_ || !on_) return {};
    const std::int32_t most = std::max(age_->years, age_->most);
    const DaySpan span{text::born_by_age(most, *on_).first,
                       text::born_by_age(age_->years, *on_).last};
    return age_->approximate ? widened(span, kAbout) : span;
  }

  void find_birth() {
    if (out_.born) {
      DaySpan span = out_.born->span();
      if (out_.born->likely_unknown) {
        span = {Date{span.first.year, 1, 1}, Date{span.last.year, 12, 31}};
      }
      out_.born_span = out_.born->approximate ? widened(span, kAbout) : span;
    }
    const std::optional<DaySpan> aged = span_by_age();
    if (!out_.born_span) {
      out_.born_span = aged;
    } else if (aged) {
      const DaySpan both{std::max(out_.born_span->first, aged->first),
                         std::min(out_.born_span->last, aged->last)};
      if (both.first <= both.last) out_.born_span = both;
    }
  }

  void find_contradictions() {
    text::LifeDates life;
    if (out_.born) {
      life.birth = out_.born->span();
      if (out_.born->likely_unknown || out_.born->approximate) life.birth = out_.born_span;
    } else {
      life.birth = out_.born_span;
    }
    if (out_.born && age_ && on_) {
      const std::int32_t range = std::max(0, age_->most - age_->years);
      life.age = age_->years + range / 2;
      life.age_slack = 1 + (range + 1) / 2 + (age_->approximate ? kAbout : 0);
    }
    if (out_.captured) life.capture = out_.captured->span();
    if (out_.died) life.death = out_.died->span();
    life.list = on_;
    const std::size_t birth = out_.born ? born_ : age_from_;
    for (const Contradiction one : text::contradictions(life)) {
      switch (one) {
        case Contradiction::kAgeAndBirth: flaw(age_from_, "does not fit the date of birth"); break;
        case Contradiction::kBornAfterCapture: flaw(birth, "is after the date of capture"); break;
        case Contradiction::kBornAfterDeath: flaw(birth, "is after the date of death"); break;
        case Contradiction::kBornAfterList: flaw(birth, "is after the date of the list"); break;
        case Contradiction::kTooOld: flaw(birth, "makes the person older than 120 years"); break;
        case Contradiction::kCapturedAfterDeath:
          flaw(captured_, "is after the date of death");
          break;
        case Contradiction::kCapturedAfterList:
          flaw(captured_, "is after the date of the list");
          break;
        case Contradiction::kDiedAfterList: flaw(died_, "is after the date of the list"); break;
        case Contradiction::kCapturedAfterRelease:
        case Contradiction::kReleasedAfterDeath:
        case Contradiction::kReleasedAfterList: break;  // lists do not say when
      }
    }
  }

  bool is_insufficient() const {
    if (numbered_) return false;
    std::size_t in_columns = 0, in_one = 0;
    for (const auto& [field, text] : out_.texts) {
      if (field == Field::kName || field == Field::kNameOther || field == Field::kNameAtArrest) {
        in_one = std::max(in_one, text::parse_name(text).parts.size());
      }
      in_columns += is_name_part(field);
    }
    return in_one + in_columns < 2;
  }

  static constexpr std::int32_t kAbout = 2;  // years either way

  const Reading& reading_;
  const std::optional<Date>& on_;
  text::DateCustom custom_;
  Person out_;
  std::optional<text::ReadAge> age_;
  bool named_ = false, numbered_ = false, destroyed_ = false;
  // The columns that these were read from.
  std::size_t born_ = 0, age_from_ = 0, captured_ = 0, died_ = 0;
};

}  // namespace

std::string_view Person::text(Field field) const {
  for (const auto& [one, text] : texts) {
    if (one == field) return text;
  }
  return {};
}

std::string Person::shown_name() const {
  return name_shown([this](Field field) { return std::string(text(field)); },
                    {Field::kNameOther, Field::kNameAtArrest, Field::kAlias});
}

std::string name_shown(const TextOf& text, std::initializer_list<Field> instead) {
  if (std::string whole = text(Field::kName); !whole.empty()) return whole;
  std::string parts;
  for (const Field field : {Field::kGiven, Field::kFather, Field::kGrandfather, Field::kFamily}) {
    if (const std::string part = text(field); !part.empty()) {
      parts.append(parts.empty() ? "" : " ").append(part);
    }
  }
  if (!parts.empty()) return parts;
  for (const Field field : instead) {
    if (std::string other = text(field); !other.empty()) return other;
  }
  return {};
}

Result<Person> read_person(const Reading& reading, const std::vector<std::string>& cells,
                           const std::optional<Date>& on) {
  return PersonReader(reading, on).read(cells);
}

}  // namespace parley::exchange
