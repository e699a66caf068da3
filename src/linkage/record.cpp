#include "linkage/record.hpp"

#include <array>

#include "text/code_points.hpp"
#include "text/digits.hpp"
#include "text/folding.hpp"

namespace parley::linkage {
namespace {

constexpr std::array kNameSlots = {Slot::kGiven,  Slot::kFather,  Slot::kGrandfather,
                                   Slot::kFamily, Slot::kFurther, Slot::kKunya};

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
