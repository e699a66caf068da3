#include "wire/review_answers.hpp"

#include "wire/json.hpp"
#include "wire/pair_answers.hpp"

namespace parley::wire {
namespace {

Json ids(const std::vector<record::EntryId>& all) {
  Json out = Json::array();
  for (const record::EntryId& id : all) out.push_back(id.hex());
  return out;
}

Json row(const desk::PairRow& row) {
  return {{"list", row.list},
          {"row", row.row},
          {"file", or_null(row.file)},
          {"reference", or_null(row.reference)},
          {"id", row.id.hex()}};
}

Json side(const exchange::ReviewSide& side) {
  if (side.list.empty()) return {};
  return {{"list", side.list},
          {"row", side.row},
          {"file", or_null(side.file)},
          {"reference", or_null(side.reference)}};
}

Json set(const exchange::LinkedSet& set) {
  std::size_t sure = 0;
  for (const exchange::LinkedPair& pair : set.pairs) {
    if (pair.standing == linkage::Standing::kSure) ++sure;
  }
  return {{"kind", name(set.kind)},
          {"a", set.a},
          {"b", set.b},
          {"people_a", set.people_a},
          {"people_b", set.people_b},
          {"sure", sure},
          {"queued", set.pairs.size() - sure}};
}

Json counts(const exchange::Confirmations& counts) {
  return {{"by_none", counts.by_none},
          {"by_one", counts.by_one},
          {"by_two", counts.by_two},
          {"different", counts.different},
          {"put_off", counts.put_off}};
}

Json shown(const exchange::ShownPair& pair) {
  Json fields = Json::array();
  for (const exchange::ReviewField& field : pair.fields) {
    fields.push_back({{"field", field.label}, {"a", or_null(field.a)}, {"b", or_null(field.b)}});
  }
  Json others = Json::array();
  for (const exchange::OtherCandidate& other : pair.others) {
    others.push_back({{"a", side(other.a)},
                      {"b", side(other.b)},
                      {"bits", bits(other.millibits)},
                      {"probability", probability(other.probability_ppm)}});
  }
  Json out = {{"pair", pair.code},
              {"kind", name(pair.item.kind)},
              {"a", side(pair.a)},
              {"b", side(pair.b)},
              {"put_off", pair.item.put_off},
              {"standing", pair.linked ? Json(linkage::name(pair.linked->standing)) : Json()},
              {"bits", pair.linked ? bits(pair.linked->millibits) : Json()},
              {"probability", pair.linked ? probability(pair.linked->probability_ppm) : Json()}};
  out["why_not_sure"] = pair.linked ? tokens(pair.linked->doubts) : Json::array();
  out["fields"] = std::move(fields);
  out["agreement"] = pair.agreement;
  out["explained"] = pair.explained ? explanation(*pair.explained) : Json();
  out["answered"] = or_null(pair.answered);
  out["others"] = std::move(others);
  return out;
}

}  // namespace

std::string to_json(const desk::LinkAnswer& answer) {
  Json sets = Json::array();
  std::size_t sure = 0, queued = 0;
  for (const exchange::LinkedSet& one : answer.linkage.sets) {
    sets.push_back(set(one));
    if (one.kind != exchange::PairKind::kClaim) continue;
    sure += sets.back()["sure"].get<std::size_t>();
    queued += sets.back()["queued"].get<std::size_t>();
  }
  return print({{"id", answer.id.is_zero() ? Json() : Json(answer.id.hex())},
                {"unchanged", answer.unchanged},
                {"made_at_size", answer.linkage.size},
                {"engine", answer.linkage.engine},
                {"sure", sure},
                {"queued", queued},
                {"sets", std::move(sets)},
                {"problems", answer.problems},
                {"size", answer.size}});
}

std::string to_json(const desk::LinkCheck& answer) {
  return print(
      {{"id", answer.id.hex()}, {"pairs", name(answer.pairs)}, {"weights", name(answer.weights)}});
}

std::string to_json(const desk::PairsAnswer& answer) {
  Json pairs = Json::array();
  for (const desk::PairLine& line : answer.pairs) {
    pairs.push_back({{"a", row(line.a)},
                     {"b", row(line.b)},
                     {"bits", bits(line.pair.millibits)},
                     {"probability", probability(line.pair.probability_ppm)},
                     {"standing", linkage::name(line.pair.standing)},
                     {"why_not_sure", tokens(line.pair.doubts)},
                     {"kind", name(line.kind)}});
  }
  return print({{"linkage", answer.linkage.hex()}, {"pairs", std::move(pairs)}});
}

std::string to_json(const exchange::ConfirmationCounts& answer) {
  return print({{"claims", counts(answer.claims)},
                {"as_answered", counts(answer.as_answered)},
                {"duplicates", counts(answer.duplicates)}});
}

std::string to_json(const desk::PairsExplained& answer) {
  Json pairs = Json::array();
  for (const desk::PairExplained& one : answer.pairs) {
    const std::optional<desk::PairStanding>& standing = one.explained.standing;
    pairs.push_back({{"pair", one.explained.code},
                     {"kind", name(one.kind)},
                     {"a", row(one.a)},
                     {"b", row(one.b)},
                     {"standing", standing ? Json(linkage::name(standing->standing)) : Json()},
                     {"probability", standing ? probability(standing->probability_ppm) : Json()},
                     {"why_not_sure", standing ? tokens(standing->doubts) : Json::array()},
                     {"explained", explanation(one.explained.explanation)}});
  }
  return print({{"linkage", answer.linkage.hex()}, {"pairs", std::move(pairs)}});
}

std::string to_json(const desk::ReviewAnswer& answer) {
  Json pairs = Json::array();
  for (const exchange::ShownPair& pair : answer.pairs) pairs.push_back(shown(pair));
  return print({{"linked", answer.linked},
                {"waiting", answer.waiting},
                {"put_off", answer.put_off},
                {"order", name(answer.order)},
                {"pairs", std::move(pairs)}});
}

std::string to_json(const desk::Decided& answer) {
  return print({{"ids", ids(answer.ids)}, {"unchanged", answer.unchanged}, {"size", answer.size}});
}

std::string to_json(const desk::ReviewMerged& answer) {
  Json refused = Json::array();
  for (const exchange::SheetRemark& remark : answer.refused) {
    refused.push_back({{"row", remark.row}, {"reason", remark.text}});
  }
  return print({{"file", answer.file},
                {"same", answer.same},
                {"different", answer.different},
                {"later", answer.later},
                {"unchanged", answer.unchanged},
                {"blank", answer.blank},
                {"refused", std::move(refused)},
                {"ids", ids(answer.ids)},
                {"size", answer.size}});
}

}  // namespace parley::wire
