#include "exchange/plan/codec.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace parley::exchange::planning {
namespace {

using record::EntryId;

constexpr std::int64_t Figures::* kFigures[] = {
    &Figures::eligible,         &Figures::eligible_first,    &Figures::freed,
    &Figures::freed_first,      &Figures::must_left_out,     &Figures::most_unstaged,
    &Figures::most_by_capacity, &Figures::at_most,           &Figures::stages_at_least,
    &Figures::worst_exposure,   &Figures::exposure_at_least,
};
constexpr std::array kReasons = {
    Reason::kNotAgreed, Reason::kRefuses,  Reason::kWillNotRelease, Reason::kNoCorridor,
    Reason::kParity,    Reason::kCapacity, Reason::kCeiling,
};
constexpr std::array kChanges = {Change::kPersons, Change::kStages, Change::kCeiling,
                                 Change::kCapacity};

// Keys within a leg and a stage.
enum : std::int64_t { kFrom = 1, kTo, kFirst, kOthers };
enum : std::int64_t { kLegs = 1, kExposure };

cbor::Value ids(const std::vector<EntryId>& list) {
  cbor::Array array;
  for (const EntryId& id : list) array.emplace_back(id.view());
  return array;
}

cbor::Value numbers(const std::vector<std::int64_t>& list) {
  cbor::Array array;
  for (const std::int64_t number : list) array.emplace_back(number);
  return array;
}

cbor::Value written(const Leg& leg) {
  cbor::Map map;
  map.emplace(kFrom, std::int64_t{leg.from});
  map.emplace(kTo, std::int64_t{leg.to});
  if (!leg.first.empty()) map.emplace(kFirst, ids(leg.first));
  if (!leg.others.empty()) map.emplace(kOthers, ids(leg.others));
  return map;
}

cbor::Value written(const Stage& stage) {
  cbor::Array legs;
  for (const Leg& leg : stage.legs) legs.push_back(written(leg));
  cbor::Map map;
  map.emplace(kLegs, std::move(legs));
  map.emplace(kExposure, numbers(stage.exposure));
  return map;
}

// Reads a body; keeps the first fault.
class Reader {
 public:
  explicit Reader(const cbor::Map& body) : body_(body) {}

  Result<Plan> run() {
    only(body_, plan_field::kEngine, plan_field::kUnlocks);
    plan_.engine = integer(at(body_, plan_field::kEngine));
    if (plan_.engine < 1) fault("the engine");
    read_parties();
    for (const cbor::Value& stage : array(at(body_, plan_field::kStages))) read_stage(stage);
    read_figures();
    read_certificate();
    read_omissions();
    read_unlocks();
    if (!fault_.empty())
      return fail(Fault::kBadInput, fmt::format("plan: {} is malformed", fault_));
    return std::move(plan_);
  }

 private:
  void fault(std::string_view what) {
    if (fault_.empty()) fault_ = what;
  }

  const cbor::Value& at(const cbor::Map& map, std::int64_t field) {
    const auto found = map.find(field);
    if (found != map.end()) return found->second;
    fault(fmt::format("field {}, missing,", field));
    return null_;
  }

  void only(const cbor::Map& map, std::int64_t least, std::int64_t most) {
    for (const auto& [field, value] : map) {
      if (field < least || field > most) fault(fmt::format("field {}, unknown here,", field));
    }
  }

  std::int64_t integer(const cbor::Value& value) {
    if (value.integer() != nullptr) return *value.integer();
    fault("an integer");
    return 0;
  }

  // No sum of a checker's may overflow.
  std::int64_t count(const cbor::Value& value) {
    const std::int64_t heads = integer(value);
    if (heads < 0 || heads > kMostCount) fault("a count");
    return heads;
  }

  PartyIndex party(const cbor::Value& value) {
    const std::int64_t index = integer(value);
    if (index >= 0 && index < static_cast<std::int64_t>(plan_.parties.size())) {
      return static_cast<PartyIndex>(index);
    }
    fault("a party");
    return 0;
  }

  const cbor::Array& array(const cbor::Value& value) {
    if (value.array() != nullptr) return *value.array();
    fault("an array");
    return none_;
  }

  const cbor::Map& map(const cbor::Value& value) {
    if (value.map() != nullptr) return *value.map();
    fault("a map");
    return nothing_;
  }

  EntryId id(const cbor::Value& value) {
    if (value.bytes() != nullptr) {
      if (const auto id = EntryId::from(*value.bytes())) return *id;
    }
    fault("an id");
    return {};
  }

  // Absent where empty.
  std::vector<EntryId> ids_at(const cbor::Map& leg, std::int64_t field) {
    std::vector<EntryId> out;
    const auto found = leg.find(field);
    if (found == leg.end()) return out;
    for (const cbor::Value& value : array(found->second)) out.push_back(id(value));
    if (out.empty()) fault("an empty list");
    return out;
  }

  // Absent, or an array with something in it.
  const cbor::Array& list_at(std::int64_t field) {
    const auto found = body_.find(field);
    if (found == body_.end()) return none_;
    const cbor::Array& list = array(found->second);
    if (list.empty()) fault("an empty list");
    return list;
  }

  void read_parties() {
    for (const cbor::Value& value : array(at(body_, plan_field::kParties))) {
      if (value.text() == nullptr || value.text()->empty()) fault("a party");
      plan_.parties.push_back(value.text() == nullptr ? std::string() : *value.text());
    }
    if (plan_.parties.size() > kMostParties) fault("the number of parties");
  }

  void read_stage(const cbor::Value& value) {
    Stage stage;
    const cbor::Map& fields = map(value);
    only(fields, kLegs, kExposure);
    for (const cbor::Value& leg : array(at(fields, kLegs))) stage.legs.push_back(leg_in(leg));
    const bool in_order = std::is_sorted(
        stage.legs.begin(), stage.legs.end(),
        [](const Leg& a, const Leg& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    if (!in_order) fault("the order of legs");
    for (const cbor::Value& heads : array(at(fields, kExposure))) {
      const std::int64_t ahead = integer(heads);
      if (ahead < -kMostCount || ahead > kMostCount) fault("an exposure");
      stage.exposure.push_back(ahead);
    }
    if (stage.exposure.size() != plan_.parties.size()) fault("exposure");
    plan_.stages.push_back(std::move(stage));
  }

  Leg leg_in(const cbor::Value& value) {
    const cbor::Map& fields = map(value);
    only(fields, kFrom, kOthers);
    Leg leg;
    leg.from = party(at(fields, kFrom));
    leg.to = party(at(fields, kTo));
    leg.first = ids_at(fields, kFirst);
    leg.others = ids_at(fields, kOthers);
    return leg;
  }

  void read_figures() {
    const cbor::Array& list = array(at(body_, plan_field::kFigures));
    if (list.size() != std::size(kFigures)) {
      fault("the figures");
      return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) plan_.figures.*kFigures[i] = count(list[i]);
  }

  void read_certificate() {
    const cbor::Array& both = array(at(body_, plan_field::kCertificate));
    if (both.size() != 2) {
      fault("the certificate");
      return;
    }
    for (std::size_t i = 0; i < 2; ++i) {
      auto& side = i == 0 ? plan_.certificate.unstaged : plan_.certificate.by_capacity;
      for (const cbor::Value& value : array(both[i])) {
        const std::int64_t potential = integer(value);
        if (potential < -kMostPotential || potential > kMostPotential) fault("a potential");
        side.push_back(potential);
      }
    }
  }

  void read_omissions() {
    for (const cbor::Value& value : list_at(plan_field::kOmissions)) {
      const cbor::Array& pair = array(value);
      if (pair.size() != 2 || pair[1].text() == nullptr) {
        fault("an omission");
        return;
      }
      const auto* const reason =
          std::find_if(kReasons.begin(), kReasons.end(),
                       [&](Reason candidate) { return name(candidate) == *pair[1].text(); });
      if (reason == kReasons.end()) {
        fault("a reason");
        return;
      }
      Omission omission{id(pair[0]), *reason};
      if (!plan_.omissions.empty() && plan_.omissions.back().id >= omission.id) {
        fault("the order of omissions");
      }
      plan_.omissions.push_back(omission);
    }
  }

  void read_unlocks() {
    for (const cbor::Value& value : list_at(plan_field::kUnlocks)) {
      const cbor::Array& row = array(value);
      if (row.size() != 5 || row[0].text() == nullptr) {
        fault("an unlock");
        return;
      }
      const auto* const change =
          std::find_if(kChanges.begin(), kChanges.end(),
                       [&](Change candidate) { return name(candidate) == *row[0].text(); });
      if (change == kChanges.end()) {
        fault("a change");
        return;
      }
      plan_.unlocks.push_back(
          {*change, party(row[1]), party(row[2]), count(row[3]), count(row[4])});
    }
  }

  static constexpr std::int64_t kMostCount = 1'000'000'000'000;
  static constexpr std::int64_t kMostPotential = 1'000'000'000'000;

  const cbor::Map& body_;
  Plan plan_;
  std::string fault_;
  const cbor::Value null_;
  const cbor::Array none_;
  const cbor::Map nothing_;
};

}  // namespace

cbor::Map to_body(const Plan& plan) {
  cbor::Map body;
  body.emplace(plan_field::kEngine, plan.engine);
  cbor::Array parties;
  for (const std::string& party : plan.parties) parties.emplace_back(party);
  body.emplace(plan_field::kParties, std::move(parties));
  cbor::Array stages;
  for (const Stage& stage : plan.stages) stages.push_back(written(stage));
  body.emplace(plan_field::kStages, std::move(stages));
  cbor::Array figures;
  for (const auto figure : kFigures) figures.emplace_back(plan.figures.*figure);
  body.emplace(plan_field::kFigures, std::move(figures));
  body.emplace(plan_field::kCertificate, cbor::Array{numbers(plan.certificate.unstaged),
                                                     numbers(plan.certificate.by_capacity)});
  if (!plan.omissions.empty()) {
    cbor::Array omissions;
    for (const Omission& omission : plan.omissions) {
      omissions.push_back(cbor::Array{omission.id.view(), name(omission.reason)});
    }
    body.emplace(plan_field::kOmissions, std::move(omissions));
  }
  if (!plan.unlocks.empty()) {
    cbor::Array unlocks;
    for (const Unlock& unlock : plan.unlocks) {
      unlocks.push_back(cbor::Array{name(unlock.change), std::int64_t{unlock.from},
                                    std::int64_t{unlock.to}, unlock.amount, unlock.more});
    }
    body.emplace(plan_field::kUnlocks, std::move(unlocks));
  }
  return body;
}

Result<Plan> plan_from(const cbor::Map& body) { return Reader(body).run(); }

}  // namespace parley::exchange::planning
