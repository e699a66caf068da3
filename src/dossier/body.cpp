#include "dossier/body.hpp"

#include "dossier/correction.hpp"

namespace parley::dossier {
namespace {

template <Kind kind>
std::string_view field_of(std::int64_t field) {
  return field_name(kind, field);
}

template <Kind kind>
record::BodyKind shape() {
  return {name(kind), kNewestVersion, &field_of<kind>,
          kind == Kind::kCorrection ? std::int64_t{correction_field::kNewBody} : 0};
}

record::BodyKind shape_of(Kind kind) {
  switch (kind) {
    case Kind::kParty: return shape<Kind::kParty>();
    case Kind::kPlace: return shape<Kind::kPlace>();
    case Kind::kSource: return shape<Kind::kSource>();
    case Kind::kMeasure: return shape<Kind::kMeasure>();
    case Kind::kStatement: return shape<Kind::kStatement>();
    case Kind::kGrade: return shape<Kind::kGrade>();
    case Kind::kCorrection: return shape<Kind::kCorrection>();
  }
  return {};
}

}  // namespace

BodyWriter::BodyWriter(Kind kind, std::set<std::int64_t> apart)
    : record::BodyWriter(shape_of(kind), std::move(apart)) {}

void BodyWriter::names(std::int64_t field, const Names& value) {
  cbor::Array array;
  for (const auto& [tag, text] : value) {
    array.emplace_back(cbor::Array{cbor::Value(tag), cbor::Value(text)});
  }
  this->array(field, std::move(array));
}

BodyReader::BodyReader(Kind kind, const record::Payload& payload)
    : record::BodyReader(shape_of(kind), payload), kind_(kind) {}

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

std::string BodyReader::key(std::int64_t field) {
  std::string key = text(field, kind_ != Kind::kStatement);
  const bool good =
      key.empty() || (kind_ == Kind::kMeasure ? is_measure_handle(key) : is_handle(key));
  if (!good) fault(field, "is not a handle");
  return key;
}

}  // namespace parley::dossier
