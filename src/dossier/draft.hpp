// Drafts: objects as a file names them, with handles where the record holds ids.
//
// Promises: resolve() gives the value to write, and to_draft() the way back, the same draft for the
// same value. What has no handle is named by "entry:" and its id in hex, which resolve() accepts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "dossier/view.hpp"

namespace parley::dossier {

using Draft =
    std::variant<PartyDraft, PlaceDraft, SourceDraft, MeasureDraft, StatementDraft, GradeDraft>;

Kind kind_of(const Draft& draft);
std::string_view key_of(const Draft& draft);  // may be empty
Flaws flaws(const Draft& draft);

// A handle in a draft: of what kind it must be, and the field it stands in.
struct Reference {
  Kind kind;
  std::string_view field;
  std::string handle;
};
std::vector<Reference> references(const Draft& draft);

// The body the draft would have, with ids made of its handles and whatever flaws it has: for
// comparing drafts, never for writing.
cbor::Map contents(const Draft& draft);

// Handles and the ids they stand for.
class Handles {
 public:
  Handles() = default;
  explicit Handles(const Dossier& dossier);

  // `key` may be empty: the object is then known by its id only.
  void add(Kind kind, std::string_view key, const record::EntryId& id);
  // Error (kNotFound): no object of that kind has this handle.
  Result<record::EntryId> find(Kind kind, std::string_view handle) const;

 private:
  std::map<std::pair<Kind, std::string>, record::EntryId> ids_;
  std::map<record::EntryId, Kind> kinds_;
};

// Error (kNotFound): a handle that stands for nothing, with its field; (kBadInput): a flaw.
Result<Party> resolve(const PartyDraft& draft, const Handles& handles);
Result<Place> resolve(const PlaceDraft& draft, const Handles& handles);
Result<Source> resolve(const SourceDraft& draft, const Handles& handles);
Result<Measure> resolve(const MeasureDraft& draft, const Handles& handles);
Result<Statement> resolve(const StatementDraft& draft, const Handles& handles);
Result<Grade> resolve(const GradeDraft& draft, const Handles& handles);
Result<record::Payload> to_payload(const Draft& draft, const Handles& handles);

PartyDraft to_draft(const Party& party, const Dossier& dossier);
PlaceDraft to_draft(const Place& place, const Dossier& dossier);
SourceDraft to_draft(const Source& source, const Dossier& dossier);
MeasureDraft to_draft(const Measure& measure, const Dossier& dossier);
StatementDraft to_draft(const Statement& statement, const Dossier& dossier);
GradeDraft to_draft(const Grade& grade, const Dossier& dossier);

}  // namespace parley::dossier
