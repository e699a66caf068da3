#include "record/entry.hpp"

#include <fmt/core.h>

#include "base/cbor.hpp"
#include "record/tree.hpp"

namespace parley::record {

Digest commit(const Salt& salt, ByteView payload) {
  return sha256({bytes_of("parley/payload/1"), salt, payload});
}

Digest commit_part(const Salt& salt, ByteView value) {
  return sha256({bytes_of("parley/part/1"), salt, value});
}

// Every length in a header is fixed, so its CBOR is written and read in place: this is done for
// every entry. What stands before each field, and how long the whole is:
namespace {

constexpr std::uint8_t kBeforeDossier[] = {0x85, kHeaderVersion, 0x50};  // five items; 16 bytes
constexpr std::uint8_t kBeforeAuthor[] = {0x58, 32};
constexpr std::uint8_t kBeforeAudience[] = {0x50};
constexpr std::uint8_t kBeforeCommitment[] = {0x58, 32};
constexpr std::size_t kHeaderSize = 3 + 16 + 2 + 32 + 1 + 16 + 2 + 32;

// Takes what must stand next, and the field behind it.
template <std::size_t N>
bool take(ByteView& rest, ByteView before, std::array<std::uint8_t, N>& field) {
  if (!std::equal(before.begin(), before.end(), rest.begin())) return false;
  std::copy_n(rest.begin() + static_cast<std::ptrdiff_t>(before.size()), N, field.begin());
  rest = rest.subspan(before.size() + N);
  return true;
}

// Why bytes are no header of this version.
Error what_else(ByteView bytes) {
  const auto value = cbor::decode(bytes);
  if (!value) return within(value.error(), "header").value();
  const cbor::Array* array = value->array();
  if (array == nullptr || array->empty() || (*array)[0].integer() == nullptr) {
    return {Fault::kBadInput, "header: not an array that opens with a version", {}};
  }
  const std::int64_t version = *(*array)[0].integer();
  if (version > kHeaderVersion) {
    return {Fault::kUnsupported,
            fmt::format("header: version {} is newer than this program", version),
            {}};
  }
  return {Fault::kBadInput, "header: not [1, dossier, author, audience, commitment]", {}};
}

}  // namespace

Bytes encode(const Header& header) {
  Bytes out;
  out.reserve(kHeaderSize);
  append(out, kBeforeDossier);
  append(out, header.dossier.view());
  append(out, kBeforeAuthor);
  append(out, header.author.view());
  append(out, kBeforeAudience);
  append(out, header.audience.view());
  append(out, kBeforeCommitment);
  append(out, header.commitment);
  return out;
}

Result<Header> decode_header(ByteView bytes) {
  Header header;
  ByteView rest = bytes;
  if (bytes.size() == kHeaderSize && take(rest, kBeforeDossier, header.dossier.bytes) &&
      take(rest, kBeforeAuthor, header.author.bytes) &&
      take(rest, kBeforeAudience, header.audience.bytes) &&
      take(rest, kBeforeCommitment, header.commitment)) {
    return header;
  }
  return tl::unexpected<Error>(what_else(bytes));
}

EntryId entry_id(ByteView header) { return EntryId{leaf_hash(header)}; }

}  // namespace parley::record
