#include "dossier/place.hpp"

#include <fmt/core.h>

#include "dossier/body.hpp"

namespace parley::dossier {
namespace {

constexpr std::int32_t kDegree = 100'000;
constexpr std::int32_t kMostLatitude = 90 * kDegree;
constexpr std::int32_t kMostLongitude = 180 * kDegree;

template <class Ref>
Flaws flaws_of(const PlaceOf<Ref>& place) {
  Flaws flaws;
  check_key(place.key, flaws);
  check_names(place.names, flaws);
  if (place.position) {
    if (place.position->latitude < -kMostLatitude || place.position->latitude > kMostLatitude) {
      flaws.push_back({"latitude", "is not from -90 to 90"});
    }
    if (place.position->longitude < -kMostLongitude || place.position->longitude > kMostLongitude) {
      flaws.push_back({"longitude", "is not from -180 to 180"});
    }
  }
  if (place.geonames && *place.geonames < 1) flaws.push_back({"geonames", "is not from 1"});
  return flaws;
}

}  // namespace

std::string_view name(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kCity: return "city";
    case PlaceKind::kTown: return "town";
    case PlaceKind::kVillage: return "village";
    case PlaceKind::kSuburb: return "suburb";
    case PlaceKind::kRegion: return "region";
    case PlaceKind::kCountry: return "country";
    case PlaceKind::kOther: return "other";
  }
  return "unknown";
}

std::optional<PlaceKind> place_kind_named(std::string_view text) {
  for (const PlaceKind kind :
       {PlaceKind::kCity, PlaceKind::kTown, PlaceKind::kVillage, PlaceKind::kSuburb,
        PlaceKind::kRegion, PlaceKind::kCountry, PlaceKind::kOther}) {
    if (name(kind) == text) return kind;
  }
  return {};
}

Result<std::int32_t> parse_degrees(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals =
      point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
  std::int32_t value = 0;
  bool good = !whole.empty() && whole.size() <= 3 && !decimals.empty() && decimals.size() <= 5;
  for (const std::string_view digits : {whole, decimals}) {
    for (const char c : digits) good = good && c >= '0' && c <= '9';
  }
  if (!good) {
    return fail(Fault::kBadInput, "not degrees: write 36.20124, with at most five decimals");
  }
  for (const char c : whole) value = value * 10 + (c - '0');
  for (std::size_t i = 0; i < 5; ++i) {
    value = value * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  }
  return negative ? -value : value;
}

std::string degrees_text(std::int32_t value) {
  const std::int64_t size = value < 0 ? -std::int64_t{value} : value;
  return fmt::format("{}{}.{:05}", value < 0 ? "-" : "", size / kDegree, size % kDegree);
}

Flaws flaws(const Place& place) { return flaws_of(place); }
Flaws flaws(const PlaceDraft& place) { return flaws_of(place); }

record::Payload to_payload(const Place& place, const std::set<std::int64_t>& apart) {
  BodyWriter body(Kind::kPlace, apart);
  body.text(place_field::kKey, place.key);
  body.text(place_field::kKind, name(place.kind));
  body.names(place_field::kNames, place.names);
  body.id(place_field::kWithin, place.within);
  if (place.position) {
    body.integer(place_field::kLatitude, place.position->latitude);
    body.integer(place_field::kLongitude, place.position->longitude);
  }
  if (place.geonames) body.integer(place_field::kGeonames, *place.geonames);
  return body.finish();
}

Result<Place> place_from(const record::Payload& payload) {
  BodyReader body(Kind::kPlace, payload);
  Place place;
  place.key = body.key(place_field::kKey);
  place.kind = body.token(place_field::kKind, place_kind_named);
  place.names = body.names(place_field::kNames);
  place.within = body.id(place_field::kWithin);
  const auto latitude = body.integer(place_field::kLatitude, -kMostLatitude, kMostLatitude);
  const auto longitude = body.integer(place_field::kLongitude, -kMostLongitude, kMostLongitude);
  if (latitude && longitude) {
    place.position =
        Position{static_cast<std::int32_t>(*latitude), static_cast<std::int32_t>(*longitude)};
  } else if (latitude && !body.is_withheld(place_field::kLongitude)) {
    body.fault(place_field::kLongitude, "is missing beside the latitude");
  } else if (longitude && !body.is_withheld(place_field::kLatitude)) {
    body.fault(place_field::kLatitude, "is missing beside the longitude");
  }
  place.geonames = body.integer(place_field::kGeonames, 1, INT64_MAX);
  PARLEY_TRY(body.finish());
  return place;
}

}  // namespace parley::dossier
