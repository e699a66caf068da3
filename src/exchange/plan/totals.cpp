#include "exchange/plan/totals.hpp"

#include <algorithm>
#include <stdexcept>

#include "exchange/plan/plan.hpp"
#include "solve/flow.hpp"

namespace parley::exchange::planning {
namespace {

// The one-for-one corridors: the lanes as arcs, those who must go on an arc of their own. Under
// circulation all meet in one node a party; otherwise each corridor has two nodes of its own.
void add_one_for_one(const Model& model, const std::vector<std::int64_t>& available,
                     Totals& totals) {
  solve::Network network;
  network.nodes = static_cast<std::uint32_t>(totals.potential.size());
  std::vector<std::size_t> lane_of;
  for (std::size_t l = 0; l < model.lanes.size(); ++l) {
    if (model.corridors[l / 2].rule != Rule::kOneForOne) continue;
    const Lane& lane = model.lanes[l];
    solve::Arc arc;
    arc.from = model.circulation ? lane.from : static_cast<std::uint32_t>(l);
    arc.to = model.circulation ? lane.to : static_cast<std::uint32_t>(l ^ 1U);
    const std::int64_t musts = std::min(lane.must, available[l]);
    arc.upper = musts;
    arc.cost = -1 - kMustWeight;
    network.arcs.push_back(arc);
    arc.upper = available[l] - musts;
    arc.cost = -1;
    network.arcs.push_back(arc);
    lane_of.insert(lane_of.end(), 2, l);
  }
  // Zero everywhere is a circulation, and kMostPersons keeps the sums within bounds.
  const auto flow = solve::least_cost_flow(network);
  if (!flow) throw std::logic_error("exchange: " + flow.error().text());
  for (std::size_t i = 0; i < lane_of.size(); ++i) totals.others[lane_of[i]] += flow->units[i];
  totals.potential = flow->potential;
  if (model.circulation) return;
  // Only the difference between the two sides of a corridor counts, and beyond the largest weight
  // it changes nothing.
  for (std::size_t l = 0; l < model.lanes.size(); l += 2) {
    const bool used = model.corridors[l / 2].rule == Rule::kOneForOne;
    const std::int64_t difference = totals.potential[l] - totals.potential[l + 1];
    totals.potential[l] = used ? std::clamp(difference, -1 - kMustWeight, 1 + kMustWeight) : 0;
    totals.potential[l + 1] = 0;
  }
}

}  // namespace

Totals most_by_rule(const Model& model, const std::vector<std::int64_t>& available) {
  Totals totals;
  totals.others.assign(model.lanes.size(), 0);
  totals.potential.assign(model.circulation ? model.parties : model.lanes.size(), 0);
  add_one_for_one(model, available, totals);
  for (std::size_t c = 0; c < model.corridors.size(); ++c) {
    const Corridor& corridor = model.corridors[c];
    if (corridor.rule == Rule::kAllForAll) {
      totals.others[2 * c] = available[2 * c];
      totals.others[2 * c + 1] = available[2 * c + 1];
    } else if (corridor.rule == Rule::kRatio) {
      const std::int64_t blocks =
          std::min(available[2 * c] / corridor.p, available[2 * c + 1] / corridor.q);
      totals.others[2 * c] = blocks * corridor.p;
      totals.others[2 * c + 1] = blocks * corridor.q;
    }
  }
  return totals;
}

Heads heads_within(const Model& model, std::int64_t stages) {
  Heads heads;
  for (const Lane& lane : model.lanes) {
    const std::int64_t room = model.room(lane, stages);
    heads.first.push_back(std::min(lane.first, room));
    heads.others.push_back(std::min(lane.others, room - heads.first.back()));
  }
  return heads;
}

}  // namespace parley::exchange::planning
