// An entry's public header: what everyone who holds any part of a record may see.
//
// Canonical CBOR array [1, dossier id, author key id, audience id, commitment]. It tells nothing
// but who wrote, for which opaque audience, and that something was written; it holds no kind, no
// reference, no time and no position. Its RFC 6962 leaf hash is the entry's id.
#pragma once

#include <cstdint>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "record/ids.hpp"

namespace parley::record {

constexpr std::int64_t kHeaderVersion = 1;

struct Header {
  DossierId dossier;
  KeyId author;
  AudienceId audience;
  Digest commitment{};

  bool operator==(const Header&) const = default;
};

using Salt = std::array<std::uint8_t, 32>;

// SHA-256("parley/payload/1" || salt || payload bytes).
Digest commit(const Salt& salt, ByteView payload);
// SHA-256("parley/part/1" || salt || canonical CBOR of the value): for a field with an audience of
// its own.
Digest commit_part(const Salt& salt, ByteView value);

Bytes encode(const Header& header);
// Error: kUnsupported for a later header version, else kBadInput.
Result<Header> decode_header(ByteView bytes);
EntryId entry_id(ByteView header);

}  // namespace parley::record
