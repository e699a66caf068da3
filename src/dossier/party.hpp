// A party: whoever can bind itself, or be named as a speaker.
//
// Parties form a tree (coalition, party, faction; third States); an audience never inherits along
// it.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "dossier/names.hpp"
#include "record/payload.hpp"

namespace parley::dossier {

enum class PartyKind : std::uint8_t {
  kCoalition,
  kParty,
  kFaction,
  kThirdState,
  kOrganisation,
  kFamily,       // submits names of its own
  kAssociation,  // of families, of former detained persons
};

std::string_view name(PartyKind kind);  // "third-state"
std::optional<PartyKind> party_kind_named(std::string_view text);

template <class Ref>
struct PartyOf {
  std::string key;
  PartyKind kind = PartyKind::kParty;
  Names names;
  std::optional<Ref> part_of;  // a party

  bool operator==(const PartyOf&) const = default;
};
using Party = PartyOf<record::EntryId>;
using PartyDraft = PartyOf<std::string>;

namespace party_field {
enum : std::int64_t { kKey = 1, kKind, kNames, kPartOf };
}

Flaws flaws(const Party& party);
Flaws flaws(const PartyDraft& party);

// Kind, version, refs and body. `apart`: body fields that will have an audience of their own; what
// they name is left out of the refs. Precondition: flaws() is empty.
record::Payload to_payload(const Party& party, const std::set<std::int64_t>& apart = {});
// A field that is a withheld part is left at its default. Error (kBadInput): not a party;
// (kUnsupported): of a newer version.
Result<Party> party_from(const record::Payload& payload);

}  // namespace parley::dossier
