// A measure: what the parties are asked to do. Measures form a tree (ceasefire/aleppo under
// ceasefire).
#pragma once

#include <optional>
#include <set>
#include <string>

#include "dossier/names.hpp"
#include "record/payload.hpp"

namespace parley::dossier {

enum class MeasureKind : std::uint8_t { kExchange, kCeasefire, kAccess, kConference, kOther };

std::string_view name(MeasureKind kind);
std::optional<MeasureKind> measure_kind_named(std::string_view text);

template <class Ref>
struct MeasureOf {
  std::string key;  // may have parts: "ceasefire/aleppo"
  MeasureKind kind = MeasureKind::kOther;
  Names names;
  std::optional<Ref> part_of;  // a measure
  std::optional<Ref> place;    // a place

  bool operator==(const MeasureOf&) const = default;
};
using Measure = MeasureOf<record::EntryId>;
using MeasureDraft = MeasureOf<std::string>;

namespace measure_field {
enum : std::int64_t { kKey = 1, kKind, kNames, kPartOf, kPlace };
}

// As for parties.
Flaws flaws(const Measure& measure);
Flaws flaws(const MeasureDraft& measure);
record::Payload to_payload(const Measure& measure, const std::set<std::int64_t>& apart = {});
Result<Measure> measure_from(const record::Payload& payload);

}  // namespace parley::dossier
