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

Bytes encode(const Header& header) {
  // Written by hand: every length is fixed, and this is done for every entry.
  static constexpr std::uint8_t kArrayOfFive = 0x85;
  Bytes out;
  out.reserve(104);
  out.push_back(kArrayOfFive);
  out.push_back(static_cast<std::uint8_t>(kHeaderVersion));
  const auto field = [&out](ByteView bytes) {
    if (bytes.size() >= 24) out.push_back(0x58);
    out.push_back(static_cast<std::uint8_t>(bytes.size() >= 24 ? bytes.size() : 0x40 | bytes.size()));
    append(out, bytes);
  };
  field(header.dossier.view());
  field(header.author.view());
  field(header.audience.view());
  field(header.commitment);
  return out;
}

Result<Header> decode_header(ByteView bytes) {
  auto value = cbor::decode(bytes);
  if (!value) return within(std::move(value).error(), "header");
  const cbor::Array* array = value->array();
  if (array == nullptr || array->empty() || (*array)[0].integer() == nullptr) {
    return fail(Fault::kBadInput, "header: not an array that opens with a version");
  }
  const std::int64_t version = *(*array)[0].integer();
  if (version > kHeaderVersion) {
    return fail(Fault::kUnsupported, fmt::format("header: version {} is newer than this program",
                                                 version));
  }
  if (version != kHeaderVersion || array->size() != 5) {
    return fail(Fault::kBadInput, "header: not [1, dossier, author, audience, commitment]");
  }
  for (std::size_t i = 1; i < 5; ++i) {
    if ((*array)[i].bytes() == nullptr) {
      return fail(Fault::kBadInput, fmt::format("header: item {} is no byte string", i));
    }
  }
  Header header;
  PARLEY_ASSIGN(header.dossier, DossierId::from(*(*array)[1].bytes()));
  PARLEY_ASSIGN(header.author, KeyId::from(*(*array)[2].bytes()));
  PARLEY_ASSIGN(header.audience, AudienceId::from(*(*array)[3].bytes()));
  const Bytes& commitment = *(*array)[4].bytes();
  if (commitment.size() != header.commitment.size()) {
    return fail(Fault::kBadInput, "header: the commitment is not 32 bytes");
  }
  std::copy(commitment.begin(), commitment.end(), header.commitment.begin());
  return header;
}

EntryId entry_id(ByteView header) { return EntryId{leaf_hash(header)}; }

}  // namespace parley::record
