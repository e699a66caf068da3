#include "solve/flow.hpp"

#include <fmt/core.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdlib>

namespace parley::solve {
namespace {

Result<void> check(const Network& network) {
  const auto malformed = [](std::string message) {
    return fail(Fault::kBadInput, "network: " + std::move(message));
  };
  if (!network.supply.empty() && network.supply.size() != network.nodes) {
    return malformed("not one supply a node");
  }
  constexpr std::size_t kMost = std::size_t{1} << 30;  // LEMON counts in int
  if (network.nodes > kMost || network.arcs.size() > kMost) return malformed("too large");
  constexpr std::int64_t kMostSum = std::int64_t{1} << 62;
  std::int64_t cost = 0;
  std::int64_t units = 0;
  for (std::size_t i = 0; i < network.arcs.size(); ++i) {
    const Arc& arc = network.arcs[i];
    if (arc.from >= network.nodes || arc.to >= network.nodes || arc.from == arc.to) {
      return malformed(fmt::format("arc {} does not join two of its nodes", i));
    }
    if (arc.lower < 0 || arc.lower > arc.upper || arc.upper > kMostUnits) {
      return malformed(fmt::format("arc {} has bounds that cannot be", i));
    }
    if (arc.cost < -kMostCost || arc.cost > kMostCost) {
      return malformed(fmt::format("arc {} has a cost beyond the bounds", i));
    }
    // Neither product nor sum of units overflows: each is within 2^62 before it is added.
    const std::int64_t most = arc.upper * std::abs(arc.cost);
    if (most >= kMostSum - cost || arc.upper >= kMostSum - units) {
      return malformed("sums beyond the bounds");
    }
    cost += most;
    units += arc.upper;
  }
  std::int64_t sum = 0;
  for (const std::int64_t supply : network.supply) {
    if (supply < -kMostUnits || supply > kMostUnits) return malformed("a supply beyond the bounds");
    sum += supply;
  }
  if (sum != 0) return malformed("the supplies do not cancel");
  return {};
}

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

}  // namespace

Result<Flow> least_cost_flow(const Network& network) {
  PARLEY_TRY(check(network));
  Flow flow;
  flow.units.assign(network.arcs.size(), 0);
  flow.potential.assign(network.nodes, 0);
  if (network.nodes == 0) return flow;

  Graph graph;
  graph.reserveNode(static_cast<int>(network.nodes));
  graph.reserveArc(static_cast<int>(network.arcs.size()));
  for (std::uint32_t i = 0; i < network.nodes; ++i) graph.addNode();
  const auto node = [](std::uint32_t i) { return Graph::nodeFromId(static_cast<int>(i)); };
  Graph::ArcMap<std::int64_t> lower(graph), upper(graph), cost(graph);
  Graph::NodeMap<std::int64_t> supply(graph, 0);
  for (const Arc& arc : network.arcs) {
    const Graph::Arc added = graph.addArc(node(arc.from), node(arc.to));
    lower[added] = arc.lower;
    upper[added] = arc.upper;
    cost[added] = arc.cost;
  }
  for (std::uint32_t i = 0; i < network.supply.size(); ++i) supply[node(i)] = network.supply[i];

  Simplex simplex(graph);
  simplex.lowerMap(lower).upperMap(upper).costMap(cost).supplyMap(supply);
  if (simplex.run() != Simplex::OPTIMAL) return fail(Fault::kNotFound, "no flow meets the bounds");
  for (std::size_t i = 0; i < network.arcs.size(); ++i) {
    flow.units[i] = simplex.flow(Graph::arcFromId(static_cast<int>(i)));
    flow.cost += flow.units[i] * network.arcs[i].cost;
  }
  for (std::uint32_t i = 0; i < network.nodes; ++i) flow.potential[i] = simplex.potential(node(i));
  return flow;
}

}  // namespace parley::solve
