// A correction: from here on, read this in place of what an earlier entry says. The earlier entry
// stays. A withdrawal is a correction without a new body.
//
// The new body's field n is the correction's field kNewBody + n, so that fields of a corrected
// entry can have an audience of their own as before. Any folder's kinds can be corrected this way.
#pragma once

#include <set>
#include <string>

#include "dossier/kinds.hpp"
#include "record/payload.hpp"

namespace parley::dossier {

struct Correction {
  record::EntryId of;  // the first entry of the object, never an earlier correction
  std::string reason;
  bool withdrawn = false;
  // What replaces it: kind, version, refs, parts and body as in an entry of its own. The kind is
  // that of the corrected entry. Empty where withdrawn.
  record::Payload replacement;

  bool operator==(const Correction&) const = default;
};

namespace correction_field {
enum : std::int64_t {
  kOf = 1,
  kReason = 2,
  kWithdrawn = 3,
  kKind = 4,
  kVersion = 5,
  kNewBody = 100
};
}

// Flaws: no reason, a replacement with a withdrawal, or neither.
Flaws flaws(const Correction& correction);

// Precondition: flaws() is empty. Field n of the new body that is to have an audience of its own
// was apart when the replacement was made, and is field kNewBody + n here.
record::Payload to_payload(const Correction& correction);
Result<Correction> correction_from(const record::Payload& payload);

}  // namespace parley::dossier
