// How fast exchanges are planned and checked. Figures are medians over PARLEY_BENCH_ROUNDS (5), in
// seconds of the processor: everything runs on one thread.
// Everyone is a number; lists and ceilings come from a fixed sequence.
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "exchange/plan/checker.hpp"
#include "exchange/plan/codec.hpp"
#include "exchange/plan/planner.hpp"

namespace {

using namespace parley;
using namespace parley::exchange::planning;

int rounds() {
  const char* text = std::getenv("PARLEY_BENCH_ROUNDS");
  return text == nullptr ? 5 : std::max(1, std::atoi(text));
}

template <class Work>
double median_seconds(const Work& work) {
  std::vector<double> taken;
  for (int i = 0; i < rounds(); ++i) {
    const std::clock_t started = std::clock();
    work();
    taken.push_back(static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC);
  }
  std::sort(taken.begin(), taken.end());
  return taken[taken.size() / 2];
}

class Sequence {
 public:
  std::uint64_t next(std::uint64_t below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33) % below;
  }

 private:
  std::uint64_t state_ = 1;
};

Problem exchange_of(std::size_t parties, std::size_t persons, bool circulation) {
  Sequence sequence;
  Problem problem;
  Terms& terms = problem.terms;
  for (std::size_t i = 0; i < parties; ++i) {
    terms.parties.push_back(fmt::format("party-{}", i));
    for (std::size_t j = i + 1; j < parties; ++j) {
      Corridor corridor;
      corridor.a = static_cast<PartyIndex>(i);
      corridor.b = static_cast<PartyIndex>(j);
      terms.corridors.push_back(corridor);
    }
  }
  terms.ceiling.resize(parties);
  terms.circulation = circulation;
  terms.first = {{FirstClass::kWoundedOrSick, Basis::kLaw, ""}};
  for (std::size_t i = 0; i < persons; ++i) {
    Person person;
    for (std::uint8_t& byte : person.id.bytes) byte = static_cast<std::uint8_t>(sequence.next(256));
    // Low numbers hold more, so that lists are uneven.
    person.holder =
        static_cast<PartyIndex>(std::min(sequence.next(parties), sequence.next(parties)));
    person.claimant =
        static_cast<PartyIndex>((person.holder + 1 + sequence.next(parties - 1)) % parties);
    if (sequence.next(50) == 0) person.first = FirstClass::kWoundedOrSick;
    person.agreed = sequence.next(10) != 0;
    person.refuses = sequence.next(30) == 0;
    person.never = sequence.next(40) == 0;
    person.must = !person.never && sequence.next(60) == 0;
    person.order = sequence.next(1000);
    problem.persons.push_back(person);
  }
  return problem;
}

void measure(std::string_view what, const Problem& problem) {
  Plan plan;
  const double planned = median_seconds([&] { plan = *make_plan(problem); });
  Check check;
  const double checked = median_seconds([&] { check = check_plan(problem, plan); });
  Bytes bytes;
  const double written = median_seconds([&] { bytes = cbor::encode(to_body(plan)); });
  const Figures& figures = plan.figures;
  fmt::print("{}: {} persons, {} parties\n", what, problem.persons.size(),
             problem.terms.parties.size());
  fmt::print("  plan {:.4f} s   check {:.4f} s   write {:.4f} s, {} bytes\n", planned, checked,
             written, bytes.size());
  fmt::print(
      "  freed {} of at most {} (unstaged {}), {} stages of at least {}, worst exposure {} "
      "of at least {}, {} unlocks; checker: {}\n",
      figures.freed, figures.at_most, figures.most_unstaged, plan.stages.size(),
      figures.stages_at_least, figures.worst_exposure, figures.exposure_at_least,
      plan.unlocks.size(),
      !check.holds()      ? check.findings.front()
      : check.most_proved ? "holds, and is the most"
                          : "holds");
}

void measure_all(std::size_t parties, std::size_t persons, bool circulation) {
  const std::string shape = circulation ? "circulation" : "by corridor";
  Problem problem = exchange_of(parties, persons, circulation);
  measure(shape, problem);
  const auto per_party = static_cast<std::int64_t>(persons / parties);
  for (auto& corridor : problem.terms.corridors) {
    corridor.capacity = per_party / static_cast<std::int64_t>(parties) / 4;
  }
  measure(shape + ", capacities", problem);
  for (auto& ceiling : problem.terms.ceiling) ceiling = per_party / 16;
  measure(shape + ", capacities, ceilings", problem);
  problem.terms.most_stages = 8;
  measure(shape + ", capacities, ceilings, 8 stages", problem);
}

// Ceilings so low that stages, not lists, decide.
void measure_low_ceilings(std::size_t persons, std::int64_t p) {
  Problem problem = exchange_of(2, persons, false);
  for (auto& ceiling : problem.terms.ceiling) ceiling = 5;
  if (p != 1) {
    problem.terms.corridors[0].rule = Rule::kRatio;
    problem.terms.corridors[0].p = p;
  }
  measure(fmt::format("{}:1, ceilings of 5", p), problem);
}

}  // namespace

int main() {
  measure_low_ceilings(16'000, 1);
  measure_low_ceilings(16'000, 3);
  measure_all(2, 16'000, false);
  measure_all(2, 100'000, false);
  measure_all(6, 100'000, false);
  measure_all(6, 100'000, true);
}
