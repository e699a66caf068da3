#include "record/body.hpp"

#include <fmt/core.h>

namespace parley::record {

BodyWriter::BodyWriter(const BodyKind& kind, std::set<std::int64_t> apart)
    : apart_(std::move(apart)) {
  payload_.kind = kind.name;
  payload_.version = kind.newest;
}

void BodyWriter::text(std::int64_t field, std::string_view value) {
  if (!value.empty()) payload_.body.emplace(field, value);
}

void BodyWriter::flag(std::int64_t field, bool value) {
  if (value) payload_.body.emplace(field, true);
}

void BodyWriter::integer(std::int64_t field, std::int64_t value) {
  payload_.body.emplace(field, value);
}

void BodyWriter::date(std::int64_t field, const std::optional<Date>& value) {
  if (value) payload_.body.emplace(field, value->iso());
}

void BodyWriter::id(std::int64_t field, const std::optional<EntryId>& value) {
  if (!value) return;
  payload_.body.emplace(field, value->view());
  refer(field, *value);
}

void BodyWriter::ids(std::int64_t field, const std::vector<EntryId>& values) {
  cbor::Array array;
  for (const EntryId& value : values) {
    array.emplace_back(value.view());
    refer(field, value);
  }
  this->array(field, std::move(array));
}

void BodyWriter::texts(std::int64_t field, const std::vector<std::string>& values) {
  cbor::Array array;
  for (const std::string& value : values) array.emplace_back(value);
  this->array(field, std::move(array));
}

void BodyWriter::array(std::int64_t field, cbor::Array value) {
  if (!value.empty()) payload_.body.emplace(field, std::move(value));
}

void BodyWriter::refer(std::int64_t field, const EntryId& id) {
  if (apart_.contains(field)) return;
  if (referred_.insert(id).second) payload_.refs.push_back(id);
}

BodyReader::BodyReader(const BodyKind& kind, const Payload& payload)
    : kind_(kind), payload_(payload) {
  if (payload.kind != kind.name) {
    error_ = Error{Fault::kBadInput, fmt::format("not a {}", kind.name), {}};
  } else if (payload.version > kind.newest) {
    error_ = Error{
        Fault::kUnsupported,
        fmt::format("a {} of version {}, newer than this program", kind.name, payload.version),
        {}};
  }
}

void BodyReader::fault(std::int64_t field, std::string_view reason) {
  if (!error_) {
    error_ = Error{
        Fault::kBadInput,
        fmt::format("{}, field {} ({}): {}", kind_.name, field,
                    kind_.field_name == nullptr ? std::string_view() : kind_.field_name(field), reason),
        {}};
  }
}

bool BodyReader::is_withheld(std::int64_t field) const {
  return payload_.parts.contains(field) && !payload_.body.contains(field);
}

const cbor::Value* BodyReader::take(std::int64_t field, bool required) {
  seen_.push_back(field);
  const auto found = payload_.body.find(field);
  if (found != payload_.body.end()) return &found->second;
  if (required && !is_withheld(field)) fault(field, "is missing");
  return nullptr;
}

std::string BodyReader::text(std::int64_t field, bool required) {
  const cbor::Value* value = take(field, required);
  if (value == nullptr) return {};
  if (value->text() == nullptr || value->text()->empty()) {
    fault(field, "is not text");
    return {};
  }
  return *value->text();
}

bool BodyReader::flag(std::int64_t field) {
  const cbor::Value* value = take(field);
  if (value == nullptr) return false;
  if (value->boolean() == nullptr || !*value->boolean()) fault(field, "is there and not true");
  return true;
}

std::optional<std::int64_t> BodyReader::integer(std::int64_t field, std::int64_t least,
                                                std::int64_t most) {
  const cbor::Value* value = take(field);
  if (value == nullptr) return {};
  if (value->integer() == nullptr || *value->integer() < least || *value->integer() > most) {
    fault(field, fmt::format("is not an integer from {} to {}", least, most));
    return {};
  }
  return *value->integer();
}

std::optional<Date> BodyReader::date(std::int64_t field) {
  const cbor::Value* value = take(field);
  if (value == nullptr) return {};
  if (value->text() != nullptr) {
    if (const auto date = parse_date(*value->text())) return *date;
  }
  fault(field, "is not a date");
  return {};
}

std::optional<EntryId> id_in(const cbor::Value& value) {
  if (value.bytes() == nullptr) return {};
  const auto id = EntryId::from(*value.bytes());
  if (!id) return {};
  return *id;
}

std::optional<EntryId> BodyReader::id(std::int64_t field, bool required) {
  const cbor::Value* value = take(field, required);
  if (value == nullptr) return {};
  const auto id = id_in(*value);
  if (!id) fault(field, "is not an entry's id");
  return id;
}

std::vector<EntryId> BodyReader::ids(std::int64_t field) {
  std::vector<EntryId> out;
  for (const cbor::Value& item : array(field)) {
    const auto id = id_in(item);
    if (!id) {
      fault(field, "holds what is not an entry's id");
      return {};
    }
    out.push_back(*id);
  }
  if (has_twice(out)) fault(field, "holds an id twice");
  return out;
}

std::vector<std::string> BodyReader::texts(std::int64_t field) {
  std::vector<std::string> out;
  for (const cbor::Value& item : array(field)) {
    if (item.text() == nullptr) {
      fault(field, "holds what is not text");
      return {};
    }
    out.push_back(*item.text());
  }
  return out;
}

const cbor::Array& BodyReader::array(std::int64_t field) {
  static const cbor::Array nothing;
  const cbor::Value* value = take(field);
  if (value == nullptr) return nothing;
  if (value->array() == nullptr || value->array()->empty()) {
    fault(field, "is not an array with something in it");
    return nothing;
  }
  return *value->array();
}

cbor::Map BodyReader::map_from(std::int64_t first) {
  cbor::Map out;
  for (auto it = payload_.body.lower_bound(first); it != payload_.body.end(); ++it) {
    seen_.push_back(it->first);
    out.emplace(it->first - first, it->second);
  }
  return out;
}

bool BodyReader::has_seen(std::int64_t field) const {
  return std::find(seen_.begin(), seen_.end(), field) != seen_.end();
}

Result<void> BodyReader::finish() {
  for (const auto& [field, value] : payload_.body) {
    if (!has_seen(field)) fault(field, "is not a field of this kind");
  }
  for (const auto& [field, part] : payload_.parts) {
    const bool unseen = kind_.parts_from != 0 && field >= kind_.parts_from;
    if (!has_seen(field) && !unseen) fault(field, "is not a field of this kind");
  }
  if (error_) return tl::unexpected<Error>(*error_);
  return {};
}

}  // namespace parley::record
