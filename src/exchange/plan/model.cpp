#include "exchange/plan/model.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace parley::exchange::planning {

std::int64_t Model::room(const Lane& lane, std::int64_t stages) const {
  return lane.capacity >= kNoLimit ? kNoLimit : lane.capacity * stages;
}

bool Model::has_ceilings() const {
  return std::any_of(ceiling.begin(), ceiling.end(),
                     [](std::int64_t heads) { return heads < kNoLimit; });
}

bool Model::is_uncoupled() const {
  std::vector<int> corridors_at(parties, 0);
  std::int64_t one_for_one = 0;
  for (const Corridor& corridor : corridors) {
    ++corridors_at[corridor.a];
    ++corridors_at[corridor.b];
    if (corridor.rule == Rule::kOneForOne) ++one_for_one;
  }
  if (circulation && one_for_one > 1) return false;
  for (PartyIndex i = 0; i < parties; ++i) {
    if (has_ceiling(i) && corridors_at[i] > 1) return false;
  }
  return true;
}

std::int64_t Heads::total_first() const {
  return std::accumulate(first.begin(), first.end(), std::int64_t{0});
}

std::int64_t Heads::total() const {
  return std::accumulate(others.begin(), others.end(), total_first());
}

std::int64_t Heads::musts(const Model& model) const {
  std::int64_t met = 0;
  for (std::size_t l = 0; l < others.size(); ++l) met += std::min(others[l], model.lanes[l].must);
  return met;
}

std::optional<std::size_t> first_rank(const Terms& terms, const Person& person) {
  if (!person.first) return {};
  for (std::size_t i = 0; i < terms.first.size(); ++i) {
    if (terms.first[i].first == *person.first) return i;
  }
  return {};
}

LaneFinder::LaneFinder(const Terms& terms)
    : parties_(terms.parties.size()), by_pair_(parties_ * parties_) {
  for (std::size_t c = 0; c < terms.corridors.size(); ++c) {
    const Corridor& corridor = terms.corridors[c];
    by_pair_[corridor.a * parties_ + corridor.b] = 2 * c;
    by_pair_[corridor.b * parties_ + corridor.a] = 2 * c + 1;
  }
}

std::optional<std::size_t> LaneFinder::lane(const Person& person) const {
  return by_pair_[person.holder * parties_ + person.claimant];
}

Queues queues_of(const Problem& problem, const LaneFinder& lanes) {
  const std::size_t count = 2 * problem.terms.corridors.size();
  Queues queues{std::vector<std::vector<std::size_t>>(count),
                std::vector<std::vector<std::size_t>>(count)};
  for (std::size_t i = 0; i < problem.persons.size(); ++i) {
    const Person& person = problem.persons[i];
    const auto lane = lanes.lane(person);
    if (!lane || !person.agreed || person.refuses || person.never) continue;
    (first_rank(problem.terms, person) ? queues.first : queues.others)[*lane].push_back(i);
  }
  const auto goes_before = [&](std::size_t x, std::size_t y) {
    const Person& a = problem.persons[x];
    const Person& b = problem.persons[y];
    const auto rank_a = first_rank(problem.terms, a);
    const auto rank_b = first_rank(problem.terms, b);
    return std::tie(rank_a, b.must, a.order, a.id) < std::tie(rank_b, a.must, b.order, b.id);
  };
  for (auto* side : {&queues.first, &queues.others}) {
    for (auto& queue : *side) std::sort(queue.begin(), queue.end(), goes_before);
  }
  return queues;
}

Model model_of(const Problem& problem, const Queues& queues) {
  const Terms& terms = problem.terms;
  Model model;
  model.parties = terms.parties.size();
  model.circulation = terms.circulation;
  model.counting = terms.counting;
  model.most_stages = terms.most_stages;
  model.corridors = terms.corridors;
  for (const auto& heads : terms.ceiling) model.ceiling.push_back(heads.value_or(kNoLimit));
  for (std::size_t l = 0; l < 2 * terms.corridors.size(); ++l) {
    const Corridor& corridor = terms.corridors[l / 2];
    Lane lane;
    lane.from = l % 2 == 0 ? corridor.a : corridor.b;
    lane.to = l % 2 == 0 ? corridor.b : corridor.a;
    lane.first = static_cast<std::int64_t>(queues.first[l].size());
    lane.others = static_cast<std::int64_t>(queues.others[l].size());
    lane.must = std::count_if(queues.others[l].begin(), queues.others[l].end(),
                              [&](std::size_t i) { return problem.persons[i].must; });
    lane.capacity = corridor.capacity.value_or(kNoLimit);
    model.lanes.push_back(lane);
  }
  return model;
}

}  // namespace parley::exchange::planning
