#include "linkage/explain.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "linkage/bits.hpp"
#include "linkage/compare_name.hpp"
#include "linkage/tabular.hpp"

namespace parley::linkage {
namespace {

// Shares of people, in millionths.
constexpr std::uint32_t kCommon = 10'000;
constexpr std::uint32_t kRare = 1'000;

std::string written(const DateSpan& span) {
  if (span.first == span.last) return span.first.iso();
  if (span.first.month == 1 && span.first.day == 1 &&
      span.last == span.first.coarsened(Precision::kYear).last_day()) {
    return span.first.coarsened(Precision::kYear).iso();
  }
  return span.first.iso() + ".." + span.last.iso();
}

bool is_age(const Field& field) { return field.kind == Kind::kDate && field.token == "age"; }

std::string written(const Field& field, const Value& value, Slot slot, std::size_t part) {
  if (const Name* name = std::get_if<Name>(&value)) {
    if (slot == Slot::kKunya) return name->name.kunya;
    return part < name->name.parts.size() ? name->name.parts[part].written : "";
  }
  if (const DateSpan* span = std::get_if<DateSpan>(&value)) {
    return is_age(field) ? age_in(*span) : written(*span);
  }
  if (const std::string* code = std::get_if<std::string>(&value)) return *code;
  const Term& term = std::get<Term>(value);
  return !term.text.empty() || term.is.empty() ? term.text : term.is.front();
}

std::string written(const Schema& schema, const Record& record, const Feature& feature,
                    std::uint8_t value, std::uint8_t part) {
  const std::vector<Value>& values = record.values[feature.field];
  if (value >= values.size()) return "";
  return written(schema[feature.field], values[value], feature.slot, part);
}

Of of(const Schema& schema, const Feature& feature) {
  const Field& field = schema[feature.field];
  return {token(schema, feature), field.token, feature.slot, field.kind};
}

// What steps have shown of one side: a name may stand in several values, whole and in columns.
struct Shown {
  std::uint16_t field = 0;
  std::string text;
  bool operator==(const Shown&) const = default;
};

std::size_t slot_number(Slot slot) {
  return static_cast<std::size_t>(slot) - static_cast<std::size_t>(Slot::kGiven);
}

// The first thing that a record says of a feature and no step has shown.
std::string unheeded(const Schema& schema, const Record& record, const Feature& feature,
                     const std::vector<Shown>& shown) {
  const std::vector<Value>& values = record.values[feature.field];
  if (feature.slot == Slot::kWhole) return written(schema, record, feature, 0, 0);
  for (const Value& value : values) {
    const Name& name = std::get<Name>(value);
    if (feature.slot == Slot::kKunya) {
      if (!name.name.kunya.empty()) return name.name.kunya;
      continue;
    }
    if (name.alias) continue;
    for (std::size_t p = 0; p < std::min(name.name.parts.size(), kMostParts); ++p) {
      if (slot_of(name.name.parts[p].role) != slot_number(feature.slot)) continue;
      const Shown here{feature.field, name.name.parts[p].written};
      if (std::find(shown.begin(), shown.end(), here) == shown.end()) return here.text;
    }
  }
  return "";
}

}  // namespace

std::string_view frequency(std::uint32_t share_ppm) {
  if (share_ppm == 0) return "";
  return share_ppm >= kCommon ? "common" : share_ppm <= kRare ? "rare" : "usual";
}

std::uint32_t Explanation::probability_ppm() const {
  const double odds = exp2_millibits(std::min(after(), 100'000));
  return static_cast<std::uint32_t>(std::lround(odds / (1 + odds) * 1e6));
}

Explanation explain(const Schema& schema, const Compares& compares,
                    const std::vector<Contribution>& said, const Record& a, const Record& b) {
  Explanation out;
  out.prior = compares.prior;
  std::vector<bool> told(compares.features.size(), false);
  std::vector<Shown> shown_a, shown_b;
  for (const Contribution& one : said) {
    Step step;
    step.millibits = one.millibits;
    out.millibits += one.millibits;
    if (one.feature == kKinship) {
      step.of.token = "kinship";
      out.steps.push_back(std::move(step));
      continue;
    }
    const Feature& feature = compares.features[one.feature];
    told[one.feature] = true;
    step.of = of(schema, feature);
    step.level = one.level;
    step.written_a = written(schema, a, feature, one.value_a, one.part_a);
    step.written_b = written(schema, b, feature, one.value_b, one.part_b);
    step.share_ppm = one.share_ppm;
    shown_a.push_back({feature.field, step.written_a});
    shown_b.push_back({feature.field, step.written_b});
    out.steps.push_back(std::move(step));
  }
  for (std::size_t f = 0; f < compares.features.size(); ++f) {
    if (told[f]) continue;
    const Feature& feature = compares.features[f];
    OneSided one{of(schema, feature), unheeded(schema, a, feature, shown_a),
                 unheeded(schema, b, feature, shown_b)};
    if (one.written_a.empty() != one.written_b.empty()) out.one_sided.push_back(std::move(one));
  }
  return out;
}

}  // namespace parley::linkage
