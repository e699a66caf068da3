#include "dossier/party.hpp"

#include "dossier/body.hpp"

namespace parley::dossier {
namespace {

template <class Ref>
Flaws flaws_of(const PartyOf<Ref>& party) {
  Flaws flaws;
  check_key(party.key, flaws);
  check_names(party.names, flaws);
  return flaws;
}

}  // namespace

std::string_view name(PartyKind kind) {
  switch (kind) {
    case PartyKind::kCoalition: return "coalition";
    case PartyKind::kParty: return "party";
    case PartyKind::kFaction: return "faction";
    case PartyKind::kThirdState: return "third-state";
    case PartyKind::kOrganisation: return "organisation";
    case PartyKind::kFamily: return "family";
    case PartyKind::kAssociation: return "association";
  }
  return "unknown";
}

std::optional<PartyKind> party_kind_named(std::string_view text) {
  for (const PartyKind kind : {PartyKind::kCoalition, PartyKind::kParty, PartyKind::kFaction,
                               PartyKind::kThirdState, PartyKind::kOrganisation,
                               PartyKind::kFamily, PartyKind::kAssociation}) {
    if (name(kind) == text) return kind;
  }
  return {};
}

Flaws flaws(const Party& party) { return flaws_of(party); }
Flaws flaws(const PartyDraft& party) { return flaws_of(party); }

record::Payload to_payload(const Party& party, const std::set<std::int64_t>& apart) {
  BodyWriter body(Kind::kParty, apart);
  body.text(party_field::kKey, party.key);
  body.text(party_field::kKind, name(party.kind));
  body.names(party_field::kNames, party.names);
  body.id(party_field::kPartOf, party.part_of);
  return body.finish();
}

Result<Party> party_from(const record::Payload& payload) {
  BodyReader body(Kind::kParty, payload);
  Party party;
  party.key = body.key(party_field::kKey);
  party.kind = body.token(party_field::kKind, party_kind_named);
  party.names = body.names(party_field::kNames);
  party.part_of = body.id(party_field::kPartOf);
  PARLEY_TRY(body.finish());
  return party;
}

}  // namespace parley::dossier
