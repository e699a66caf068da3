#include "linkage/record.hpp"

#include <array>

#include "text/code_points.hpp"
#include "text/digits.hpp"
#include "text/folding.hpp"

namespace parley::linkage {
namespace {

constexpr std::array kNameSlots = {Slot::kGiven,  Slot::kFather,  Slot::kGrandfather,
                                   Slot::kFamily, Slot::kFurther, Slot::kKunya};

bool is_of(const Value& value, Kind kind) {
  switch (kind) {
    case Kind::kName: return std::holds_alternative<Name>(value);
    case Kind::kDate: return std::holds_alternative<DateSpan>(value);
    case Kind::kCode:
    case Kind::kCategory: return std::holds_alternative<std::string>(value);
    case Kind::kTerm: return std::holds_alternative<Term>(value);
  }
  return false;
}

bool is_span(const DateSpan& span) {
  return is_date(span.first) && is_date(span.last) && span.first.precision() == Precision::kDay &&
         span.last.precision() == Precision::kDay && span.first <= span.last;
}

Result<void> check(const Field& field, const std::vector<Value>& values) {
  const auto wrong = [&field](const std::string& what) {
    return fail(Fault::kUsage, "field " + field.token + ": " + what);
  };
  if (values.size() > kMostValues) {
    return wrong("over " + std::to_string(kMostValues) + " values");
  }
  for (const Value& value : values) {
    if (!is_of(value, field.kind)) return wrong("a value is no " + std::string(name(field.kind)));
    const DateSpan* span = std::get_if<DateSpan>(&value);
    if (span != nullptr && !is_span(*span)) return wrong("a span of dates is none");
  }
  return {};
}

}  // namespace

std::string_view name(Kind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"name", "date", "code", "category", "term"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(Slot slot) {
  constexpr std::array<std::string_view, 7> kNames = {"",       "given",   "father", "grandfather",
                                                      "family", "further", "kunya"};
  return kNames[static_cast<std::size_t>(slot)];
}

Result<Records> Records::of(Schema schema, std::vector<Record> records) {
  if (features_of(schema).size() > kMostFeatures) {
    return fail(Fault::kUsage,
                "the schema has over " + std::to_string(kMostFeatures) + " features");
  }
  for (std::size_t at = 0; at < records.size(); ++at) {
    const Record& record = records[at];
    const std::string where = "record " + std::to_string(at);
    if (record.values.size() != schema.size()) {
      return within(Error{Fault::kUsage, "has not one list of values for each field", {}}, where);
    }
    for (std::size_t field = 0; field < schema.size(); ++field) {
      const Result<void> good = check(schema[field], record.values[field]);
      if (!good) return within(good.error(), where);
    }
  }
  Records out;
  out.schema_ = std::move(schema);
  out.records_ = std::move(records);
  return out;
}

text::PersonalName assembled(std::span<const text::PersonalName> pieces) {
  text::PersonalName out;
  for (const text::PersonalName& piece : pieces) {
    if (!piece.written.empty()) {
      if (!out.written.empty()) out.written += ' ';
      out.written += piece.written;
    }
    if (out.script == text::Script::kNone) out.script = piece.script;
    out.parts.insert(out.parts.end(), piece.parts.begin(), piece.parts.end());
    if (out.kunya.empty()) {
      out.kunya = piece.kunya;
      out.kunya_key = piece.kunya_key;
    }
  }
  return out;
}

DateSpan span_of(const Date& date) { return {date.first_day(), date.last_day(), false}; }

std::string folded_code(std::string_view written) {
  std::string out;
  for (const char32_t c : text::code_points(text::fold_name(text::ascii_digits(written)))) {
    const bool digit = c >= U'0' && c <= U'9';
    if (digit || text::script_of(c) != text::Script::kNone) text::append_utf8(out, c);
  }
  return out;
}

std::vector<Feature> features_of(const Schema& schema) {
  std::vector<Feature> out;
  for (std::size_t field = 0; field < schema.size(); ++field) {
    const auto at = static_cast<std::uint16_t>(field);
    if (schema[field].kind != Kind::kName) {
      out.push_back({at, Slot::kWhole});
      continue;
    }
    for (const Slot slot : kNameSlots) out.push_back({at, slot});
  }
  return out;
}

std::string token(const Schema& schema, const Feature& feature) {
  std::string out = schema[feature.field].token;
  if (feature.slot != Slot::kWhole) out += "." + std::string(name(feature.slot));
  return out;
}

}  // namespace parley::linkage
