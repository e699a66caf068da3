#include "exchange/list_diff_keys.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "exchange/vocabulary_words.hpp"
#include "linkage/record.hpp"
#include "text/date_reading.hpp"
#include "text/digits.hpp"
#include "text/personal_name.hpp"

namespace parley::exchange {
namespace {

bool is_date(Field field) {
  return field == Field::kBorn || field == Field::kCaptured || field == Field::kDied;
}

std::string one_spaced(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space = true;
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

std::string date_key(const Reading& reading, std::string_view text) {
  text::DateCustom custom;
  custom.order = reading.order;
  custom.order_known = reading.order_known;
  custom.calendar = reading.calendar;
  // Which century a short year is of does not matter here, if it is always the same.
  custom.latest_year = 2029;
  const Result<text::ReadDate> date = text::read_date(text, custom);
  if (!date) return {};
  const text::DaySpan span = date->span();
  return fmt::format("{}{}..{}", date->approximate ? "~" : "", span.first.iso(), span.last.iso());
}

std::string age_key(std::string_view text) {
  const Result<text::ReadAge> age = text::read_age_range(text);
  if (!age) return {};
  return fmt::format("{}{}-{}", age->approximate ? "~" : "", age->years,
                     std::max(age->years, age->most));
}

std::string compared(const Reading& reading, Field field, std::string_view text) {
  std::string key;
  if (is_date(field)) key = date_key(reading, text);
  if (field == Field::kAge) key = age_key(text);
  if (field == Field::kSex) {
    const std::optional<Sex> sex = sex_in(text);
    if (sex) key = *sex == Sex::kMale ? "m" : "f";
  }
  return key.empty() ? one_spaced(text::ascii_digits(text)) : key;
}

bool is_code(Field field) {
  return field == Field::kDocument || field == Field::kIcrcReference ||
         field == Field::kServiceNumber || field == Field::kReference;
}

bool is_name_part(Field field) {
  return field == Field::kName || field == Field::kGiven || field == Field::kFather ||
         field == Field::kGrandfather || field == Field::kFamily;
}

std::string text_of(const FieldTexts& texts, Field field) {
  for (const auto& [one, text] : texts) {
    if (one == field) return text;
  }
  return {};
}

}  // namespace

std::string raw_key(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) {
    const std::string_view text = trimmed(cell);
    if (!text.empty()) out.append(text).push_back('\x1F');
  }
  return out;
}

RowKeys keys_of(const Reading& reading, const std::vector<std::string>& cells) {
  RowKeys out;
  const std::size_t count = std::min(cells.size(), reading.columns.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (!reading.columns[i].field) continue;
    const Field field = *reading.columns[i].field;
    const std::string_view text = trimmed(cells[i]);
    const bool says = field == Field::kConsent ? !text.empty() : !says_nothing(text);
    if (says) out.texts.emplace_back(field, compared(reading, field, text));
  }
  std::stable_sort(out.texts.begin(), out.texts.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [field, text] : out.texts) {
    out.contents += fmt::format("{}\x1F{}\x1E", static_cast<int>(field), text);
    if (is_code(field)) {
      std::string code = linkage::folded_code(text);
      if (!code.empty()) out.codes.emplace_back(field, std::move(code));
    }
    if (is_name_part(field)) {
      const std::string words = plain_words(text);
      out.name += (out.name.empty() || words.empty() ? "" : " ") + words;
    }
  }
  out.birth = text_of(out.texts, Field::kBorn);
  if (out.birth.empty()) out.birth = text_of(out.texts, Field::kAge);
  out.raw = raw_key(cells);
  return out;
}

std::vector<Field> differing(const FieldTexts& a, const FieldTexts& b) {
  std::vector<Field> out;
  for (const FieldInfo& field : fields()) {
    const auto of = [&field](const FieldTexts& texts) {
      std::vector<std::string_view> all;
      for (const auto& [one, text] : texts) {
        if (one == field.field) all.emplace_back(text);
      }
      return all;
    };
    if (of(a) != of(b)) out.push_back(field.field);
  }
  return out;
}

bool names_agree(const RowKeys& a, const RowKeys& b) {
  if (a.name == b.name) return !a.name.empty();
  constexpr int kLike = 780;  // of a thousand
  const auto parts = [](const RowKeys& keys) { return text::parse_name(keys.name).parts; };
  std::vector<text::NamePart> shorter = parts(a), longer = parts(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (shorter.empty()) return false;
  std::size_t found = 0;
  for (const text::NamePart& part : shorter) {
    found += std::any_of(longer.begin(), longer.end(), [&part](const text::NamePart& other) {
      return text::likeness(part, other) >= kLike;
    });
  }
  return found * 2 > shorter.size() || (found == shorter.size());
}

Support support(const RowKeys& a, const RowKeys& b) {
  static const std::set<Field> kTelling = {
      Field::kBorn,   Field::kAge,      Field::kMother,        Field::kBirthPlace,
      Field::kOrigin, Field::kDocument, Field::kServiceNumber, Field::kIcrcReference,
      Field::kUnit,   Field::kCaptured, Field::kCapturePlace,  Field::kAlias,
      Field::kContact};
  static const std::set<Field> kExcluding = {Field::kBorn, Field::kMother, Field::kDocument,
                                             Field::kServiceNumber, Field::kIcrcReference};
  Support out;
  for (const Field field : kTelling) {
    const std::string one = text_of(a.texts, field), other = text_of(b.texts, field);
    if (one.empty() || other.empty()) continue;
    const bool equal = one == other || plain_words(one) == plain_words(other);
    if (equal) {
      ++out.agree;
    } else if (kExcluding.contains(field)) {
      ++out.against;
    }
  }
  return out;
}

}  // namespace parley::exchange
