// The identifiers of the record.
#pragma once

#include "base/id.hpp"

namespace parley::record {

using DossierId = Id<struct DossierTag, 16>;    // random, one a dossier
using KeyId = Id<struct KeyTag, 32>;            // the Ed25519 public key itself
using AudienceId = Id<struct AudienceTag, 16>;  // random, opaque
using EntryId = Id<struct EntryTag, 32>;        // RFC 6962 leaf hash of the entry's header

}  // namespace parley::record
