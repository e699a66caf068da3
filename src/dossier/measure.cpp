#include "dossier/measure.hpp"

#include "dossier/body.hpp"

namespace parley::dossier {
namespace {

template <class Ref>
Flaws flaws_of(const MeasureOf<Ref>& measure) {
  Flaws flaws;
  if (!is_measure_handle(measure.key)) {
    flaws.push_back({"key", "is not 1 to 64 of a-z, 0-9 and -, in parts between /"});
  }
  check_names(measure.names, flaws);
  return flaws;
}

}  // namespace

std::string_view name(MeasureKind kind) {
  switch (kind) {
    case MeasureKind::kExchange: return "exchange";
    case MeasureKind::kCeasefire: return "ceasefire";
    case MeasureKind::kAccess: return "access";
    case MeasureKind::kConference: return "conference";
    case MeasureKind::kOther: return "other";
  }
  return "unknown";
}

std::optional<MeasureKind> measure_kind_named(std::string_view text) {
  for (const MeasureKind kind :
       {MeasureKind::kExchange, MeasureKind::kCeasefire, MeasureKind::kAccess,
        MeasureKind::kConference, MeasureKind::kOther}) {
    if (name(kind) == text) return kind;
  }
  return {};
}

Flaws flaws(const Measure& measure) { return flaws_of(measure); }
Flaws flaws(const MeasureDraft& measure) { return flaws_of(measure); }

record::Payload to_payload(const Measure& measure, const std::set<std::int64_t>& apart) {
  BodyWriter body(Kind::kMeasure, apart);
  body.text(measure_field::kKey, measure.key);
  body.text(measure_field::kKind, name(measure.kind));
  body.names(measure_field::kNames, measure.names);
  body.id(measure_field::kPartOf, measure.part_of);
  body.id(measure_field::kPlace, measure.place);
  return body.finish();
}

Result<Measure> measure_from(const record::Payload& payload) {
  BodyReader body(Kind::kMeasure, payload);
  Measure measure;
  measure.key = body.key(measure_field::kKey);
  measure.kind = body.token(measure_field::kKind, measure_kind_named);
  measure.names = body.names(measure_field::kNames);
  measure.part_of = body.id(measure_field::kPartOf);
  measure.place = body.id(measure_field::kPlace);
  PARLEY_TRY(body.finish());
  return measure;
}

}  // namespace parley::dossier
