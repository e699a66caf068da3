#include "dossier/draft.hpp"

#include <array>

#include <fmt/core.h>

#include "base/hash.hpp"

namespace parley::dossier {
namespace {

constexpr std::string_view kEntryPrefix = "entry:";

// The same object with each way of referring turned into another:
// turn(kind referred to, field, reference).
template <class To, class From, class Turn>
std::optional<To> turned(const std::optional<From>& from, Kind kind, std::string_view field,
                         const Turn& turn) {
  if (!from) return {};
  return turn(kind, field, *from);
}

template <class To, class From, class Turn>
std::vector<To> turned(const std::vector<From>& from, Kind kind, std::string_view field,
                       const Turn& turn) {
  std::vector<To> out;
  for (const From& one : from) out.push_back(turn(kind, field, one));
  return out;
}

template <class To, class From, class Turn>
PartyOf<To> turned(const PartyOf<From>& from, const Turn& turn) {
  return {from.key, from.kind, from.names, turned<To>(from.part_of, Kind::kParty, "part_of", turn)};
}

template <class To, class From, class Turn>
PlaceOf<To> turned(const PlaceOf<From>& from, const Turn& turn) {
  return {from.key,      from.kind,
          from.names,    turned<To>(from.within, Kind::kPlace, "within", turn),
          from.position, from.geonames};
}

template <class To, class From, class Turn>
SourceOf<To> turned(const SourceOf<From>& from, const Turn&) {
  return {from.key, from.kind, from.title, from.publisher, from.date, from.url, from.language};
}

template <class To, class From, class Turn>
MeasureOf<To> turned(const MeasureOf<From>& from, const Turn& turn) {
  return {from.key, from.kind, from.names,
          turned<To>(from.part_of, Kind::kMeasure, "part_of", turn),
          turned<To>(from.place, Kind::kPlace, "place", turn)};
}

template <class To, class From, class Turn>
StatementOf<To> turned(const StatementOf<From>& from, const Turn& turn) {
  StatementOf<To> to;
  to.key = from.key;
  for (const SpeakerOf<From>& speaker : from.speakers) {
    to.speakers.push_back(
        {speaker.name, turned<To>(speaker.party, Kind::kParty, "speakers", turn)});
  }
  to.text = from.text;
  to.quotation = from.quotation;
  to.language = from.language;
  to.measures = turned<To>(from.measures, Kind::kMeasure, "measures", turn);
  to.said = from.said;
  to.said_inferred = from.said_inferred;
  to.reported = from.reported;
  to.source = turned<To>(from.source, Kind::kSource, "source", turn);
  to.place = turned<To>(from.place, Kind::kPlace, "place", turn);
  to.point = from.point;
  to.stance = from.stance;
  to.awaits = from.awaits;
  to.awaits_from = turned<To>(from.awaits_from, Kind::kParty, "awaits_from", turn);
  to.meets = turned<To>(from.meets, Kind::kStatement, "meets", turn);
  to.about = from.about;
  to.about_inferred = from.about_inferred;
  return to;
}

template <class To, class From, class Turn>
GradeOf<To> turned(const GradeOf<From>& from, const Turn& turn) {
  return {turned<To>(from.statement, Kind::kStatement, "statement", turn),
          turned<To>(from.source, Kind::kSource, "source", turn), from.reliability,
          from.credibility, from.note};
}

// T is the object's type over ids.
template <class T, class D>
Result<T> resolved(const D& draft, const Handles& handles) {
  const Flaws found = flaws(draft);
  if (!found.empty()) {
    return fail(Fault::kBadInput, fmt::format("{}: {}", found[0].field, found[0].reason));
  }
  std::optional<Error> error;
  const auto turn = [&](Kind kind, std::string_view field,
                        const std::string& handle) -> record::EntryId {
    auto id = handles.find(kind, handle);
    if (id) return *id;
    if (!error) {
      error = std::move(id).error();
      error->context.emplace_back(field);
    }
    return {};
  };
  T value = turned<record::EntryId>(draft, turn);
  if (error) return tl::unexpected<Error>(*std::move(error));
  return value;
}

template <class D, class T>
D drafted(const T& value, const Dossier& dossier) {
  return turned<std::string>(
      value, [&](Kind kind, std::string_view, const record::EntryId& id) -> std::string {
        std::string key;
        switch (kind) {
          case Kind::kParty:
            if (const auto* kept = dossier.party(id)) key = kept->value().key;
            break;
          case Kind::kPlace:
            if (const auto* kept = dossier.place(id)) key = kept->value().key;
            break;
          case Kind::kSource:
            if (const auto* kept = dossier.source(id)) key = kept->value().key;
            break;
          case Kind::kMeasure:
            if (const auto* kept = dossier.measure(id)) key = kept->value().key;
            break;
          case Kind::kStatement:
            if (const auto* kept = dossier.statement(id)) key = kept->value().key;
            break;
          case Kind::kGrade:
          case Kind::kCorrection: break;
        }
        // A key that leads elsewhere (it stands twice) would not lead back here.
        if (!key.empty() && dossier.find(kind, key) == id) return key;
        return std::string(kEntryPrefix) + id.hex();
      });
}

}  // namespace

Kind kind_of(const Draft& draft) {
  constexpr std::array kKindOf = {Kind::kParty,   Kind::kPlace,     Kind::kSource,
                                  Kind::kMeasure, Kind::kStatement, Kind::kGrade};
  static_assert(kKindOf.size() == std::variant_size_v<Draft>);
  return kKindOf[draft.index()];
}

std::string_view key_of(const Draft& draft) {
  return std::visit(
      [](const auto& one) -> std::string_view {
        if constexpr (requires { one.key; }) return one.key;
        return {};
      },
      draft);
}

Flaws flaws(const Draft& draft) {
  return std::visit([](const auto& one) { return flaws(one); }, draft);
}

std::vector<Reference> references(const Draft& draft) {
  std::vector<Reference> out;
  const auto turn = [&](Kind kind, std::string_view field, const std::string& handle) {
    out.push_back({kind, field, handle});
    return handle;
  };
  std::visit([&](const auto& one) { turned<std::string>(one, turn); }, draft);
  return out;
}

cbor::Map contents(const Draft& draft) {
  const auto turn = [](Kind kind, std::string_view, const std::string& handle) {
    record::EntryId id;
    id.bytes = sha256({bytes_of(name(kind)), bytes_of(":"), bytes_of(handle)});
    return id;
  };
  return std::visit(
      [&](const auto& one) { return to_payload(turned<record::EntryId>(one, turn)).body; }, draft);
}

Handles::Handles(const Dossier& dossier) : ids_(dossier.by_key) {
  for (const auto& [id, slot] : dossier.by_id) kinds_.emplace(id, slot.kind);
}

void Handles::add(Kind kind, std::string_view key, const record::EntryId& id) {
  if (!key.empty()) ids_.insert_or_assign({kind, std::string(key)}, id);
  kinds_.insert_or_assign(id, kind);
}

Result<record::EntryId> Handles::find(Kind kind, std::string_view handle) const {
  const auto found = ids_.find({kind, std::string(handle)});
  if (found != ids_.end()) return found->second;
  if (handle.starts_with(kEntryPrefix)) {
    const auto id = record::EntryId::from_hex_text(handle.substr(kEntryPrefix.size()));
    const auto known = id ? kinds_.find(*id) : kinds_.end();
    if (known != kinds_.end() && known->second == kind) return known->first;
  }
  return fail(Fault::kNotFound, fmt::format("there is no such {}", name(kind)));
}

Result<Party> resolve(const PartyDraft& draft, const Handles& handles) {
  return resolved<Party>(draft, handles);
}
Result<Place> resolve(const PlaceDraft& draft, const Handles& handles) {
  return resolved<Place>(draft, handles);
}
Result<Source> resolve(const SourceDraft& draft, const Handles& handles) {
  return resolved<Source>(draft, handles);
}
Result<Measure> resolve(const MeasureDraft& draft, const Handles& handles) {
  return resolved<Measure>(draft, handles);
}
Result<Statement> resolve(const StatementDraft& draft, const Handles& handles) {
  return resolved<Statement>(draft, handles);
}
Result<Grade> resolve(const GradeDraft& draft, const Handles& handles) {
  return resolved<Grade>(draft, handles);
}

Result<record::Payload> to_payload(const Draft& draft, const Handles& handles) {
  return std::visit(
      [&](const auto& one) -> Result<record::Payload> {
        PARLEY_ASSIGN(const auto value, resolve(one, handles));
        return to_payload(value);
      },
      draft);
}

PartyDraft to_draft(const Party& party, const Dossier& dossier) {
  return drafted<PartyDraft>(party, dossier);
}
PlaceDraft to_draft(const Place& place, const Dossier& dossier) {
  return drafted<PlaceDraft>(place, dossier);
}
SourceDraft to_draft(const Source& source, const Dossier& dossier) {
  return drafted<SourceDraft>(source, dossier);
}
MeasureDraft to_draft(const Measure& measure, const Dossier& dossier) {
  return drafted<MeasureDraft>(measure, dossier);
}
StatementDraft to_draft(const Statement& statement, const Dossier& dossier) {
  return drafted<StatementDraft>(statement, dossier);
}
GradeDraft to_draft(const Grade& grade, const Dossier& dossier) {
  return drafted<GradeDraft>(grade, dossier);
}

}  // namespace parley::dossier
