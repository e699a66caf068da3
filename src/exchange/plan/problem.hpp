// What is to be planned: the terms, and everyone who might travel.
//
// Promises: plain data; indices are those of Terms::parties.
// Does not: know names, lists or claims. Whoever calls makes persons of agreed claims, one a human
// being: that two rows are the same person is decided before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exchange/plan/terms.hpp"
#include "record/ids.hpp"

namespace parley::exchange::planning {

constexpr std::size_t kMostPersons = 10'000'000;

struct Person {
  record::EntryId id;
  PartyIndex holder = 0;
  PartyIndex claimant = 0;          // to whom the person goes
  std::optional<FirstClass> first;  // outside parity where the terms name the class
  bool agreed = true;               // both sides signed the name
  bool refuses = false;             // known not to want to travel
  bool must = false;                // must_include
  bool never = false;               // will_not_release
  std::uint64_t order = 0;  // among equals the lower goes first, then the lower id: the published
                            // rule, or a lottery, is the caller's
};

struct Problem {
  Terms terms;
  std::vector<Person> persons;
};

// Somebody whom a list of the terms may name, and who is no person of the problem: not agreed yet,
// reported dead, or on the holder's list only.
struct Absent {
  record::EntryId id;
  PartyIndex holder = 0;
  std::string reference;  // the holder's own; empty where unknown
};

// Items of the lists that name somebody absent.
struct NamedAbsent {
  std::size_t must_include = 0;
  std::size_t will_not_release = 0;
};

// Sets `must` and `never` from the lists of the terms. `references` are the holders' own, one a
// person, empty where unknown. Error (kBadInput): an item that names nobody, present or absent, or
// more than one person, or a person on both lists.
Result<NamedAbsent> mark_named(Problem& problem, const std::vector<std::string>& references,
                               const std::vector<Absent>& absent = {});

// Error (kBadInput): terms that check_terms() refuses; an id twice; a party that is not there or
// both holds and claims; must and never at once.
Result<void> check_problem(const Problem& problem);

}  // namespace parley::exchange::planning
