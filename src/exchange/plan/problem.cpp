#include "exchange/plan/problem.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace parley::exchange::planning {
namespace {

// Finds the persons that an item of a list names.
class Directory {
 public:
  Directory(const std::vector<Person>& persons, const std::vector<std::string>& references)
      : persons_(persons) {
    for (std::size_t i = 0; i < persons.size(); ++i) {
      if (!references[i].empty()) by_reference_[{persons[i].holder, references[i]}].push_back(i);
      by_id_.emplace_back(persons[i].id.hex(), i);
    }
    std::sort(by_id_.begin(), by_id_.end());
  }

  std::vector<std::size_t> find(const Naming& naming) const {
    if (naming.id.empty()) {
      const auto found = by_reference_.find({naming.party, naming.reference});
      return found == by_reference_.end() ? std::vector<std::size_t>() : found->second;
    }
    std::vector<std::size_t> out;
    auto at = std::lower_bound(by_id_.begin(), by_id_.end(), std::pair(naming.id, std::size_t{0}));
    for (; at != by_id_.end() && at->first.starts_with(naming.id); ++at) {
      if (persons_[at->second].holder == naming.party) out.push_back(at->second);
    }
    return out;
  }

 private:
  const std::vector<Person>& persons_;
  std::map<std::pair<PartyIndex, std::string_view>, std::vector<std::size_t>> by_reference_;
  std::vector<std::pair<std::string, std::size_t>> by_id_;
};

bool names(const Naming& naming, const Absent& one) {
  if (one.holder != naming.party) return false;
  return naming.id.empty() ? one.reference == naming.reference
                           : one.id.hex().starts_with(naming.id);
}

// How many items name somebody absent.
Result<std::size_t> mark(Problem& problem, const Directory& directory,
                         const std::vector<Absent>& absent, std::string_view list,
                         const std::vector<Naming>& namings, bool Person::* flag) {
  std::size_t away = 0;
  for (std::size_t i = 0; i < namings.size(); ++i) {
    const std::vector<std::size_t> found = directory.find(namings[i]);
    // A slip of the pen in such a list must not pass for somebody who is not ready.
    if (found.empty() && std::any_of(absent.begin(), absent.end(), [&](const Absent& one) {
          return names(namings[i], one);
        })) {
      ++away;
      continue;
    }
    if (found.size() != 1) {
      return fail(Fault::kBadInput,
                  fmt::format("terms: {} {}: names {}: {} of {}", list, i + 1,
                              found.empty() ? "nobody here" : "more than one person",
                              namings[i].id.empty() ? namings[i].reference : namings[i].id,
                              problem.terms.parties[namings[i].party]));
    }
    Person& person = problem.persons[found[0]];
    person.*flag = true;
    if (person.must && person.never) {
      return fail(Fault::kBadInput,
                  fmt::format("terms: {} {}: names a person of the other list", list, i + 1));
    }
  }
  return away;
}

}  // namespace

Result<NamedAbsent> mark_named(Problem& problem, const std::vector<std::string>& references,
                               const std::vector<Absent>& absent) {
  const Terms& terms = problem.terms;
  NamedAbsent out;
  if (terms.must_include.empty() && terms.will_not_release.empty()) return out;
  if (references.size() != problem.persons.size()) {
    return fail(Fault::kBadInput, "not one reference a person");
  }
  const Directory directory(problem.persons, references);
  PARLEY_ASSIGN(out.must_include, mark(problem, directory, absent, "must_include",
                                       terms.must_include, &Person::must));
  PARLEY_ASSIGN(out.will_not_release, mark(problem, directory, absent, "will_not_release",
                                           terms.will_not_release, &Person::never));
  return out;
}

Result<void> check_problem(const Problem& problem) {
  PARLEY_TRY(check_terms(problem.terms));
  if (problem.persons.size() > kMostPersons) return fail(Fault::kBadInput, "too many persons");
  const std::size_t parties = problem.terms.parties.size();
  std::vector<record::EntryId> ids;
  ids.reserve(problem.persons.size());
  for (const Person& person : problem.persons) {
    const auto bad = [&](std::string_view reason) {
      return fail(Fault::kBadInput,
                  fmt::format("person {}: {}", person.id.hex().substr(0, 16), reason));
    };
    if (person.holder >= parties || person.claimant >= parties) return bad("a party not there");
    if (person.holder == person.claimant) return bad("held and claimed by one party");
    if (person.must && person.never) return bad("must go and will not be released");
    ids.push_back(person.id);
  }
  std::sort(ids.begin(), ids.end());
  const auto twice = std::adjacent_find(ids.begin(), ids.end());
  if (twice != ids.end()) {
    return fail(Fault::kBadInput,
                fmt::format("person {}: stands twice", twice->hex().substr(0, 16)));
  }
  return {};
}

}  // namespace parley::exchange::planning
