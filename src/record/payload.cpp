#include "record/payload.hpp"

#include <fmt/core.h>

namespace parley::record {
namespace {

enum Key : std::int64_t {
  kKind = 1,
  kVersion = 2,
  kTime = 3,
  kAuthor = 4,
  kOffice = 5,
  kRefs = 6,
  kParts = 7,
  kBody = 8,
};

Result<PartDigest> decode_part(const cbor::Value& value) {
  const cbor::Array* pair = value.array();
  if (pair == nullptr || pair->size() != 2 || (*pair)[0].bytes() == nullptr ||
      (*pair)[1].bytes() == nullptr) {
    return fail(Fault::kBadInput, "a part is not [audience, digest]");
  }
  PartDigest part;
  PARLEY_ASSIGN(part.audience, AudienceId::from(*(*pair)[0].bytes()));
  const Bytes& digest = *(*pair)[1].bytes();
  if (digest.size() != part.digest.size()) {
    return fail(Fault::kBadInput, "a part's digest is not 32 bytes");
  }
  std::copy(digest.begin(), digest.end(), part.digest.begin());
  return part;
}

Result<void> decode_refs(const cbor::Array& array, std::vector<EntryId>& refs) {
  for (const cbor::Value& item : array) {
    if (item.bytes() == nullptr) return fail(Fault::kBadInput, "a ref is no byte string");
    PARLEY_ASSIGN(const EntryId id, EntryId::from(*item.bytes()));
    refs.push_back(id);
  }
  return {};
}

Result<Payload> from_map(cbor::Map&& map) {
  Payload payload;
  PARLEY_ASSIGN(payload.kind, cbor::text_at(map, kKind));
  PARLEY_ASSIGN(payload.version, cbor::integer_at(map, kVersion));
  PARLEY_TRY(cbor::map_at(map, kBody));
  payload.body = std::move(*map.at(kBody).map());
  if (payload.kind.empty() || payload.version < 1) {
    return fail(Fault::kBadInput, "kind is empty or version below 1");
  }
  std::size_t known = 3;
  if (map.contains(kTime)) {
    PARLEY_ASSIGN(payload.time, cbor::integer_at(map, kTime));
    ++known;
  }
  if (map.contains(kAuthor)) {
    PARLEY_ASSIGN(const Bytes* author, cbor::bytes_at(map, kAuthor));
    PARLEY_ASSIGN(payload.author, KeyId::from(*author));
    ++known;
  }
  if (map.contains(kOffice)) {
    PARLEY_ASSIGN(payload.office, cbor::text_at(map, kOffice));
    if (payload.office.empty()) return fail(Fault::kBadInput, "an empty office is not written");
    ++known;
  }
  if (map.contains(kRefs)) {
    PARLEY_ASSIGN(const cbor::Array* refs, cbor::array_at(map, kRefs));
    if (refs->empty()) return fail(Fault::kBadInput, "an empty list of refs is not written");
    PARLEY_TRY(decode_refs(*refs, payload.refs));
    ++known;
  }
  if (map.contains(kParts)) {
    PARLEY_ASSIGN(const cbor::Map* parts, cbor::map_at(map, kParts));
    if (parts->empty()) return fail(Fault::kBadInput, "an empty map of parts is not written");
    for (const auto& [field, value] : *parts) {
      if (payload.body.contains(field)) {
        return fail(Fault::kBadInput, fmt::format("field {} is both body and part", field));
      }
      PARLEY_ASSIGN(const PartDigest part, decode_part(value));
      payload.parts.emplace(field, part);
    }
    ++known;
  }
  if (map.size() != known) return fail(Fault::kBadInput, "a key that payloads do not have");
  return payload;
}

}  // namespace

Bytes encode(const Payload& payload) {
  cbor::Map map;
  map.emplace(kKind, payload.kind);
  map.emplace(kVersion, payload.version);
  if (payload.time) map.emplace(kTime, *payload.time);
  if (payload.author) map.emplace(kAuthor, payload.author->view());
  if (!payload.office.empty()) map.emplace(kOffice, payload.office);
  if (!payload.refs.empty()) {
    cbor::Array refs;
    refs.reserve(payload.refs.size());
    for (const EntryId& ref : payload.refs) refs.emplace_back(ref.view());
    map.emplace(kRefs, std::move(refs));
  }
  if (!payload.parts.empty()) {
    cbor::Map parts;
    for (const auto& [field, part] : payload.parts) {
      parts.emplace(field,
                    cbor::Array{cbor::Value(part.audience.view()), cbor::Value(ByteView(part.digest))});
    }
    map.emplace(kParts, std::move(parts));
  }
  map.emplace(kBody, payload.body);
  return cbor::encode(cbor::Value(std::move(map)));
}

Result<Payload> decode_payload(ByteView bytes) {
  auto value = cbor::decode(bytes);
  if (!value) return within(std::move(value).error(), "payload");
  if (value->map() == nullptr) return fail(Fault::kBadInput, "payload: not a map");
  auto payload = from_map(std::move(*value->map()));
  if (!payload) return within(std::move(payload).error(), "payload");
  return payload;
}

}  // namespace parley::record
