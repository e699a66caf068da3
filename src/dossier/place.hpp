// A place of the dossier's own table.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "dossier/names.hpp"
#include "record/payload.hpp"

namespace parley::dossier {

enum class PlaceKind : std::uint8_t { kCity, kTown, kVillage, kSuburb, kRegion, kCountry, kOther };

std::string_view name(PlaceKind kind);
std::optional<PlaceKind> place_kind_named(std::string_view text);

// WGS 84, in 1e-5 degrees (about a metre); north and east positive.
struct Position {
  std::int32_t latitude = 0;   // -90'00000 to 90'00000
  std::int32_t longitude = 0;  // -180'00000 to 180'00000

  bool operator==(const Position&) const = default;
};

// "36.20124" to 3620124. Error (kBadInput): not a decimal number, or more than five decimals.
Result<std::int32_t> parse_degrees(std::string_view text);
std::string degrees_text(std::int32_t value);  // "36.20124", always five decimals

template <class Ref>
struct PlaceOf {
  std::string key;
  PlaceKind kind = PlaceKind::kCity;
  Names names;
  std::optional<Ref> within;  // a place
  std::optional<Position> position;
  std::optional<std::int64_t> geonames;  // geonames.org id

  bool operator==(const PlaceOf&) const = default;
};
using Place = PlaceOf<record::EntryId>;
using PlaceDraft = PlaceOf<std::string>;

namespace place_field {
enum : std::int64_t { kKey = 1, kKind, kNames, kWithin, kLatitude, kLongitude, kGeonames };
}

// As for parties.
Flaws flaws(const Place& place);
Flaws flaws(const PlaceDraft& place);
record::Payload to_payload(const Place& place, const std::set<std::int64_t>& apart = {});
Result<Place> place_from(const record::Payload& payload);

}  // namespace parley::dossier
