// A payload: what an entry says, and to whom it may be shown.
//
// Encoded as canonical CBOR, a map with these keys (doc/format/record.md):
//   1 kind, 2 schema version, 3 time, 4 author, 5 office, 6 refs, 7 parts, 8 body
// Absent optional fields are absent keys. Kinds and their bodies belong to the folder that owns
// them; this folder keeps kinds it does not know and shows them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/cbor.hpp"
#include "base/hash.hpp"
#include "record/ids.hpp"

namespace parley::record {

// A body field with an audience of its own. The payload holds only its salted digest
//   SHA-256("parley/part/1" || 32-byte salt || canonical CBOR of the value)
// so that the payload can be shown without the field, and the field later, verifiably.
struct PartDigest {
  AudienceId audience;
  Digest digest{};
  bool operator==(const PartDigest&) const = default;
};

struct Payload {
  std::string kind;                  // "statement"
  std::int64_t version = 1;          // of the kind's schema, from 1
  std::optional<std::int64_t> time;  // seconds since 1970-01-01 UTC, the author's clock
  std::optional<KeyId> author;       // absent only in an act's closing payload
  std::string office;                // where the author sat; may be empty
  std::vector<EntryId> refs;         // entries this one speaks of, in the order given
  std::map<std::int64_t, PartDigest> parts;  // by body field
  cbor::Map body;                    // without the fields that are parts

  bool operator==(const Payload&) const = default;
};

Bytes encode(const Payload& payload);
// Error (kBadInput): not canonical, a key missing, of a wrong type, or unknown.
Result<Payload> decode_payload(ByteView bytes);

}  // namespace parley::record
