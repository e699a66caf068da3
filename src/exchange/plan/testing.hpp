// Problems for tests: everyone is a number.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "exchange/plan/plan.hpp"
#include "exchange/plan/problem.hpp"

namespace parley::exchange::planning::testing {

inline record::EntryId id_of(std::uint64_t number) {
  record::EntryId id;
  std::uint64_t mixed = (number + 1) * 0x9E3779B97F4A7C15ULL;  // so that ids are not in order
  for (std::size_t i = 0; i < 8; ++i) id.bytes[i] = static_cast<std::uint8_t>(mixed >> (8 * i));
  for (std::size_t i = 0; i < 8; ++i)
    id.bytes[8 + i] = static_cast<std::uint8_t>(number >> (8 * i));
  return id;
}

inline Terms terms_between(std::size_t parties) {
  Terms terms;
  for (std::size_t i = 0; i < parties; ++i) terms.parties.push_back("party-" + std::to_string(i));
  terms.ceiling.resize(parties);
  terms.first = {{FirstClass::kWoundedOrSick, Basis::kLaw, "invented"},
                 {FirstClass::kChild, Basis::kAgreement, ""}};
  return terms;
}

inline Corridor corridor(PartyIndex a, PartyIndex b, std::int64_t p = 1, std::int64_t q = 1) {
  Corridor out;
  out.a = a;
  out.b = b;
  out.p = p;
  out.q = q;
  if (p != 1 || q != 1) out.rule = Rule::kRatio;
  return out;
}

inline Corridor all_for_all(PartyIndex a, PartyIndex b) {
  Corridor out = corridor(a, b);
  out.rule = Rule::kAllForAll;
  return out;
}

// Adds `count` persons, and answers the first of them.
inline std::size_t add(Problem& problem, PartyIndex holder, PartyIndex claimant, std::int64_t count,
                       std::optional<FirstClass> first = {}) {
  const std::size_t begin = problem.persons.size();
  for (std::int64_t i = 0; i < count; ++i) {
    Person person;
    person.id = id_of(problem.persons.size());
    person.holder = holder;
    person.claimant = claimant;
    person.first = first;
    person.order = problem.persons.size() / 3;
    problem.persons.push_back(person);
  }
  return begin;
}

// A corridor of any rule between two parties, with or without capacity.
inline Corridor any_corridor(PartyIndex a, PartyIndex b, std::int64_t most_capacity) {
  Corridor out = corridor(a, b);
  switch (*rc::gen::inRange(0, 5)) {
    case 0: out = all_for_all(a, b); break;
    case 1: out = corridor(a, b, 2, 1); break;
    case 2: out = corridor(a, b, 2, 3); break;
    default: break;
  }
  if (*rc::gen::inRange(0, 2) == 0)
    out.capacity = *rc::gen::inRange<std::int64_t>(1, most_capacity);
  return out;
}

struct Sizes {
  std::size_t parties = 2;
  std::size_t persons = 8;
  std::int64_t most_stages = 4;
  std::int64_t most_heads = 5;  // of capacities and ceilings
  bool ceilings = true;
};

inline Problem any_problem(const Sizes& sizes) {
  Problem problem;
  problem.terms = terms_between(sizes.parties);
  Terms& terms = problem.terms;
  for (PartyIndex i = 0; i < sizes.parties; ++i) {
    for (PartyIndex j = i + 1; j < sizes.parties; ++j) {
      if (sizes.parties > 2 && *rc::gen::inRange(0, 4) == 0) continue;
      const bool turned = *rc::gen::arbitrary<bool>();
      terms.corridors.push_back(any_corridor(turned ? j : i, turned ? i : j, sizes.most_heads + 1));
    }
    if (sizes.ceilings && *rc::gen::inRange(0, 3) != 0) {
      terms.ceiling[i] = *rc::gen::inRange<std::int64_t>(0, sizes.most_heads + 1);
    }
  }
  terms.circulation = *rc::gen::arbitrary<bool>();
  terms.most_stages = *rc::gen::inRange<std::int64_t>(1, sizes.most_stages + 1);
  if (*rc::gen::inRange(0, 3) == 0) terms.counting = Counting::kParity;
  const auto persons = *rc::gen::inRange<std::size_t>(0, sizes.persons + 1);
  for (std::size_t i = 0; i < persons; ++i) {
    const auto holder = *rc::gen::inRange<PartyIndex>(0, static_cast<PartyIndex>(sizes.parties));
    const auto step = *rc::gen::inRange<PartyIndex>(1, static_cast<PartyIndex>(sizes.parties));
    const auto claimant = static_cast<PartyIndex>((holder + step) % sizes.parties);
    Person& person = problem.persons[add(problem, holder, claimant, 1)];
    person.order = *rc::gen::inRange<std::uint64_t>(0, 4);
    switch (*rc::gen::inRange(0, 8)) {
      case 0: person.first = FirstClass::kChild; break;
      case 1: person.first = FirstClass::kWoundedOrSick; break;
      case 2: person.first = FirstClass::kElderly; break;  // a class the terms do not name
      default: break;
    }
    switch (*rc::gen::inRange(0, 16)) {
      case 0: person.agreed = false; break;
      case 1: person.refuses = true; break;
      case 2: person.never = true; break;
      case 3:
      case 4: person.must = true; break;
      default: break;
    }
  }
  return problem;
}

}  // namespace parley::exchange::planning::testing
