#include "dossier/body.hpp"

#include <fmt/core.h>

#include "dossier/correction.hpp"

namespace parley::dossier {

BodyWriter::BodyWriter(Kind kind, std::set<std::int64_t> apart) : apart_(std::move(apart)) {
  payload_.kind = name(kind);
  payload_.version = kNewestVersion;
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

void BodyWriter::id(std::int64_t field, const std::optional<record::EntryId>& value) {
  if (!value) return;
  payload_.body.emplace(field, value->view());
  refer(field, *value);
}

void BodyWriter::ids(std::int64_t field, const std::vector<record::EntryId>& values) {
  cbor::Array array;
  for (const record::EntryId& value : values) {
    array.emplace_back(value.view());
    refer(field, value);
  }
  this->array(field, std::move(array));
}

void BodyWriter::names(std::int64_t field, const Names& value) {
  cbor::Array array;
  for (const auto& [tag, text] : value) {
    array.emplace_back(cbor::Array{cbor::Value(tag), cbor::Value(text)});
  }
  this->array(field, std::move(array));
}

void BodyWriter::array(std::int64_t field, cbor::Array value) {
  if (!value.empty()) payload_.body.emplace(field, std::move(value));
}

void BodyWriter::refer(std::int64_t field, const record::EntryId& id) {
  if (apart_.contains(field)) return;
  if (std::find(payload_.refs.begin(), payload_.refs.end(), id) == payload_.refs.end()) {
    payload_.refs.push_back(id);
  }
}

BodyReader::BodyReader(Kind kind, const record::Payload& payload) : kind_(kind), payload_(payload) {
  if (payload.kind != name(kind)) {
    error_ = Error{Fault::kBadInput, fmt::format("not a {}", name(kind)), {}};
  } else if (payload.version > kNewestVersion) {
    error_ = Error{
        Fault::kUnsupported,
        fmt::format("a {} of version {}, newer than this program", name(kind), payload.version),
        {}};
  }
}

void BodyReader::fault(std::int64_t field, std::string_view reason) {
  if (!error_) {
    error_ = Error{
        Fault::kBadInput,
        fmt::format("{}, field {} ({}): {}", name(kind_), field, field_name(kind_, field), reason),
        {}};
  }
}

bool BodyReader::is_withheld(std::int64_t field) const {
  return payload_.parts.contains(field) && !payload_.body.contains(field);
}

const cbor::Value* BodyReader::take(std::int64_t field, bool required) {
  seen_.insert(field);
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

std::optional<record::EntryId> id_in(const cbor::Value& value) {
  if (value.bytes() == nullptr) return {};
  const auto id = record::EntryId::from(*value.bytes());
  if (!id) return {};
  return *id;
}

std::optional<record::EntryId> BodyReader::id(std::int64_t field) {
  const cbor::Value* value = take(field);
  if (value == nullptr) return {};
  const auto id = id_in(*value);
  if (!id) fault(field, "is not an entry's id");
  return id;
}

std::vector<record::EntryId> BodyReader::ids(std::int64_t field) {
  std::vector<record::EntryId> out;
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

Names BodyReader::names(std::int64_t field) {
  Names names;
  for (const cbor::Value& item : array(field)) {
    const cbor::Array* pair = item.array();
    if (pair == nullptr || pair->size() != 2 || (*pair)[0].text() == nullptr ||
        (*pair)[1].text() == nullptr || !is_language_tag(*(*pair)[0].text()) ||
        (*pair)[1].text()->empty() ||
        (!names.empty() && names.rbegin()->first >= *(*pair)[0].text())) {
      fault(field, "is not names by language in order");
      return {};
    }
    names.emplace(*(*pair)[0].text(), *(*pair)[1].text());
  }
  if (names.empty() && !is_withheld(field)) fault(field, "is missing");
  return names;
}

cbor::Array BodyReader::array(std::int64_t field) {
  const cbor::Value* value = take(field);
  if (value == nullptr) return {};
  if (value->array() == nullptr || value->array()->empty()) {
    fault(field, "is not an array with something in it");
    return {};
  }
  return *value->array();
}

cbor::Map BodyReader::map_from(std::int64_t first) {
  cbor::Map out;
  for (auto it = payload_.body.lower_bound(first); it != payload_.body.end(); ++it) {
    seen_.insert(it->first);
    out.emplace(it->first - first, it->second);
  }
  return out;
}

std::string BodyReader::key(std::int64_t field) {
  std::string key = text(field, kind_ != Kind::kStatement);
  const bool good =
      key.empty() || (kind_ == Kind::kMeasure ? is_measure_handle(key) : is_handle(key));
  if (!good) fault(field, "is not a handle");
  return key;
}

Result<void> BodyReader::finish() {
  for (const auto& [field, value] : payload_.body) {
    if (!seen_.contains(field)) fault(field, "is not a field of this kind");
  }
  for (const auto& [field, part] : payload_.parts) {
    const bool in_new_body = kind_ == Kind::kCorrection && field >= correction_field::kNewBody;
    if (!seen_.contains(field) && !in_new_body) fault(field, "is not a field of this kind");
  }
  if (error_) return tl::unexpected<Error>(*error_);
  return {};
}

}  // namespace parley::dossier
