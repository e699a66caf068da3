#include "linkage/weigh.hpp"

#include <algorithm>
#include <map>

#include "linkage/bits.hpp"

namespace parley::linkage {
namespace {

// Guesses on the careful side of how many people have, in a list, a close relative (raids take
// brothers together): 1 in 12; somebody else of all the same names, beyond what chance makes
// (cousins are named after one grandfather): 1 in 64. In bits.
constexpr std::int32_t kKinBits = 3'600;
constexpr std::int32_t kNamesakeBits = 6'000;
// Brothers do not have one given name and cousins seldom, 1 in 32: agreeing in a common one speaks
// against kin more than against strangers.
constexpr std::int32_t kGivenAgainstKin = 5'000;
// Cousins have other fathers: given and father's name agree of kin where a brother's row has the
// other's name, 1 in 256.
constexpr std::int32_t kBothAgainstKin = 8'000;
constexpr double kMillion = 1e6;
constexpr std::int32_t kLeastOfKunya = -1'000;

struct Order {
  Level better, worse;
};
constexpr Order kOrders[] = {
    {Level::kExact, Level::kNear},       {Level::kExact, Level::kAcross},
    {Level::kNear, Level::kAlike},       {Level::kAcross, Level::kAlike},
    {Level::kAlike, Level::kWeak},       {Level::kExact, Level::kInitial},
    {Level::kExact, Level::kMoved},      {Level::kExact, Level::kSwapped},
    {Level::kExact, Level::kOneDigit},   {Level::kExact, Level::kFewDays},
    {Level::kExact, Level::kOtherDay},   {Level::kExact, Level::kOtherYear},
    {Level::kExact, Level::kSameYear},   {Level::kSameYear, Level::kOneYear},
    {Level::kOneYear, Level::kTwoYears}, {Level::kTwoYears, Level::kFiveYears},
    {Level::kExact, Level::kWithin},     {Level::kWithin, Level::kBeside},
};

std::vector<Expected> of_name_slot(Slot slot) {
  if (slot == Slot::kKunya) {
    return {{Level::kExact, 500'000},    {Level::kNear, 60'000}, {Level::kAcross, 160'000},
            {Level::kAlike, 70'000},     {Level::kWeak, 20'000}, {Level::kInitial, 2'000},
            {Level::kDifferent, 188'000}};
  }
  const bool given = slot == Slot::kGiven;
  return {{Level::kExact, 520'000},  {Level::kNear, 80'000},
          {Level::kAcross, 170'000}, {Level::kAlike, 100'000},
          {Level::kWeak, 45'000},    {Level::kInitial, 5'000},
          {Level::kMoved, 40'000},   {Level::kDifferent, given ? 20'000u : 40'000u}};
}

std::vector<Expected> of_kind(Kind kind) {
  switch (kind) {
    case Kind::kDate:
      return {
          {Level::kExact, 530'000},    {Level::kSwapped, 40'000},   {Level::kOneDigit, 20'000},
          {Level::kSameYear, 150'000}, {Level::kOverlap, 20'000},   {Level::kFewDays, 20'000},
          {Level::kOtherDay, 30'000},  {Level::kOtherYear, 20'000}, {Level::kOneYear, 80'000},
          {Level::kTwoYears, 40'000},  {Level::kFiveYears, 30'000}, {Level::kDifferent, 20'000}};
    case Kind::kCode:
      return {{Level::kExact, 780'000},
              {Level::kNear, 60'000},
              {Level::kAlike, 30'000},
              {Level::kWeak, 20'000},
              {Level::kDifferent, 110'000}};
    case Kind::kCategory: return {{Level::kExact, 985'000}, {Level::kDifferent, 15'000}};
    case Kind::kTerm:
      return {{Level::kExact, 650'000},  {Level::kNear, 80'000},   {Level::kAlike, 50'000},
              {Level::kWithin, 100'000}, {Level::kBeside, 40'000}, {Level::kDifferent, 80'000}};
    case Kind::kName: break;
  }
  return {};
}

bool agrees(Level level) { return level != Level::kAbsent && level <= Level::kAlike; }

}  // namespace

Free free_of(const Encoded& lists, std::uint32_t matched_ppm) {
  const double a = std::max(lists.a.size(), 1u), b = std::max(lists.b.size(), 1u);
  const double matched = std::min(matched_ppm / kMillion, 1 - 1 / (std::min(a, b) + 2));
  return {1 - matched * std::min(a, b) / a, 1 - matched * std::min(a, b) / b};
}

std::int32_t prior_of(const Encoded& lists, std::uint32_t matched_ppm) {
  const std::uint64_t a = std::max(lists.a.size(), 1u), b = std::max(lists.b.size(), 1u);
  const std::uint64_t matched = std::max(matched_ppm, 1u);
  if (lists.one_list) {
    return log2_millibits(matched, 1'000'000 * std::max<std::uint64_t>(a - 1, 1));
  }
  const Free free = free_of(lists, matched_ppm);
  const auto either =
      std::max<std::uint64_t>(static_cast<std::uint64_t>(free.a * free.b * 1e12), 1);
  return log2_millibits(matched, 1'000'000 * std::max(a, b)) -
         log2_millibits(either, 1'000'000'000'000);
}

std::vector<Expected> expected_levels(const Schema& schema, const Feature& feature) {
  return feature.slot == Slot::kWhole ? of_kind(schema[feature.field].kind)
                                      : of_name_slot(feature.slot);
}

Weights::Weights(const Encoded& lists, const Fitted& fitted)
    : features_(lists.features.size()),
      table_(lists.features.size()),
      prior_(prior_of(lists, fitted.matched_ppm)) {
  std::map<std::uint8_t, std::vector<std::size_t>> by_group;
  for (std::size_t f = 0; f < features_; ++f) {
    const Feature& feature = lists.features[f];
    const Field& field = lists.schema[feature.field];
    const bool ancestor = feature.slot == Slot::kFather || feature.slot == Slot::kGrandfather ||
                          feature.slot == Slot::kFamily || feature.slot == Slot::kFurther;
    shared_by_kin_[f] = field.shared_by_kin || (field.own_name && ancestor);
    of_own_names_[f] = field.own_name && feature.slot != Slot::kKunya;
    own_date_[f] = field.kind == Kind::kDate && !field.shared_by_kin;
    own_code_[f] = field.kind == Kind::kCode && !field.shared_by_kin && !field.of_household;
    if (field.group != 0) by_group[field.group].push_back(f);
    if (field.own_name && feature.slot == Slot::kGiven) {
      given_ = std::min(given_, f);
      father_ = std::min(father_, f + 1);
    }

    auto& table = table_[f];
    const Fitted::Levels& levels = fitted.features[f];
    for (std::size_t level = 0; level < kLevels; ++level) {
      if (levels.m_ppm[level] == 0 || levels.u_ppm[level] == 0) continue;
      table[level] = log2_millibits(levels.m_ppm[level], levels.u_ppm[level]);
    }
    for (const Order& order : kOrders) {
      auto& worse = table[static_cast<std::size_t>(order.worse)];
      worse = std::min(worse, table[static_cast<std::size_t>(order.better)]);
    }
    auto& different = table[static_cast<std::size_t>(Level::kDifferent)];
    different = std::min(different, 0);
    if (feature.slot == Slot::kKunya) different = std::max(different, kLeastOfKunya);
  }
  const std::int32_t people = log2_millibits(std::max(lists.a.size(), 2u));  // of the longer list
  kin_cap_ = people + kKinBits;
  namesake_cap_ = people + kNamesakeBits;
  if (fitted.others_ppm != 0) {
    others_cap_ = people - log2_millibits(fitted.others_ppm, 1'000'000);
  }
  for (auto& [number, group] : by_group) groups_.push_back(std::move(group));
}

void Weights::count_groups_half(Each& each) const {
  for (const std::vector<std::size_t>& group : groups_) {
    std::size_t most = group.front();  // of equal ones, the first counts in full
    for (const std::size_t f : group) most = each[f] > each[most] ? f : most;
    for (const std::size_t f : group) {
      if (f != most && each[f] > 0) each[f] /= 2;
    }
  }
}

std::int32_t Weights::kinship(const Compared& compared, Each& each) const {
  each.fill(0);
  for (std::size_t f = 0; f < features_; ++f) {
    if (compared.level[f] == Level::kAbsent) continue;
    each[f] = of(f, compared.level[f]) + compared.rarity[f];
  }
  count_groups_half(each);
  std::int32_t by_kin = 0, by_names = 0;
  for (std::size_t f = 0; f < features_; ++f) {
    by_kin += shared_by_kin_[f] ? each[f] : 0;
    by_names += of_own_names_[f] ? each[f] : 0;
  }
  std::int32_t kin_cap = kin_cap_;
  if (given_ < features_ && agrees(compared.level[given_])) {
    const bool father = agrees(compared.level[father_]);
    kin_cap += std::max(0, (father ? kBothAgainstKin : kGivenAgainstKin) - each[given_]);
  }
  return std::min({0, kin_cap - by_kin, namesake_cap_ - by_names});
}

std::int32_t Weights::weigh(const Compared& compared, Each& each) const {
  const std::int32_t kin = kinship(compared, each);
  return kin + std::min(0, others_cap_ - (besides_identity(each) + kin));
}

std::int32_t Weights::besides_identity(const Each& each) const {
  std::int32_t out = 0;
  for (std::size_t f = 0; f < features_; ++f) {
    out += f == given_ || own_date_[f] || own_code_[f] ? 0 : each[f];
  }
  return out;
}

std::int32_t Weights::besides_identity(const Compared& compared) const {
  Each each;
  const std::int32_t kin = kinship(compared, each);
  return besides_identity(each) + kin;
}

bool Weights::surely_others(const Compared& compared) const {
  if (given_ == kMostFeatures || compared.level[given_] != Level::kDifferent) return false;
  bool differs = false;
  for (std::size_t f = 0; f < features_; ++f) {
    if (own_code_[f] && agrees(compared.level[f])) return false;
    if (!own_date_[f] || compared.level[f] == Level::kAbsent) continue;
    if (compared.level[f] < Level::kOneYear && compared.level[f] != Level::kOtherDay) return false;
    differs = true;
  }
  return differs;
}

std::int32_t Weights::total(const Compared& compared) const {
  Each each;
  std::int32_t sum = weigh(compared, each);
  for (std::size_t f = 0; f < features_; ++f) sum += each[f];
  return sum;
}

std::vector<Contribution> Weights::contributions(const Compared& compared,
                                                 const Witnesses& witnesses) const {
  Each each;
  const std::int32_t kinship = weigh(compared, each);
  std::vector<Contribution> out;
  for (std::size_t f = 0; f < features_; ++f) {
    if (compared.level[f] == Level::kAbsent) continue;
    const Witness& witness = witnesses[f];
    Contribution said{static_cast<std::uint16_t>(f),
                      compared.level[f],
                      each[f],
                      0,
                      witness.value_a,
                      witness.value_b,
                      witness.part_a,
                      witness.part_b};
    if (witness.rarity > 0) {
      const double share = exp2_millibits(-witness.rarity);
      said.share_ppm = std::max(1u, static_cast<std::uint32_t>(share * 1e6 + 0.5));
    }
    out.push_back(said);
  }
  if (kinship != 0) out.push_back({kKinship, Level::kAbsent, kinship, 0, 0, 0, 0, 0});
  return out;
}

}  // namespace parley::linkage
