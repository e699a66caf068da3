#include "solve/flow.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <limits>
#include <optional>

namespace parley::solve {
namespace {

// The least cost over all flows, by trying each: the twin.
std::optional<std::int64_t> least_by_trying(const Network& network) {
  std::optional<std::int64_t> best;
  std::vector<std::int64_t> balance = network.supply;
  balance.resize(network.nodes, 0);
  const auto go = [&](const auto& self, std::size_t i, std::int64_t cost) -> void {
    if (i == network.arcs.size()) {
      for (const std::int64_t left : balance) {
        if (left != 0) return;
      }
      if (!best || cost < *best) best = cost;
      return;
    }
    const Arc& arc = network.arcs[i];
    for (std::int64_t units = arc.lower; units <= arc.upper; ++units) {
      balance[arc.from] -= units;
      balance[arc.to] += units;
      self(self, i + 1, cost + units * arc.cost);
      balance[arc.from] += units;
      balance[arc.to] -= units;
    }
  };
  go(go, 0, 0);
  return best;
}

Network any_network() {
  Network network;
  network.nodes = *rc::gen::inRange<std::uint32_t>(2, 5);
  const auto arcs = *rc::gen::inRange(0, 7);
  for (int i = 0; i < arcs; ++i) {
    Arc arc;
    arc.from = *rc::gen::inRange<std::uint32_t>(0, network.nodes);
    arc.to = (arc.from + *rc::gen::inRange<std::uint32_t>(1, network.nodes)) % network.nodes;
    arc.lower = *rc::gen::element<std::int64_t>(0, 0, 0, 1);
    arc.upper = arc.lower + *rc::gen::inRange<std::int64_t>(0, 4);
    arc.cost = *rc::gen::inRange<std::int64_t>(-4, 5);
    network.arcs.push_back(arc);
  }
  if (*rc::gen::arbitrary<bool>()) {
    network.supply.assign(network.nodes, 0);
    const auto moved = *rc::gen::inRange<std::int64_t>(0, 4);
    network.supply[0] += moved;
    network.supply[1] -= moved;
  }
  return network;
}

void check_is_proved(const Network& network, const Flow& flow) {
  std::vector<std::int64_t> balance = network.supply;
  balance.resize(network.nodes, 0);
  std::int64_t cost = 0;
  for (std::size_t i = 0; i < network.arcs.size(); ++i) {
    const Arc& arc = network.arcs[i];
    const std::int64_t units = flow.units[i];
    RC_ASSERT(units >= arc.lower);
    RC_ASSERT(units <= arc.upper);
    const std::int64_t reduced = arc.cost + flow.potential[arc.from] - flow.potential[arc.to];
    if (reduced > 0) RC_ASSERT(units == arc.lower);
    if (reduced < 0) RC_ASSERT(units == arc.upper);
    balance[arc.from] -= units;
    balance[arc.to] += units;
    cost += units * arc.cost;
  }
  for (const std::int64_t left : balance) RC_ASSERT(left == 0);
  RC_ASSERT(cost == flow.cost);
}

TEST_CASE("a flow is least, and its potentials prove it") {
  CHECK(rc::check("against trying every flow", [] {
    const Network network = any_network();
    const auto expected = least_by_trying(network);
    const auto flow = least_cost_flow(network);
    RC_ASSERT(flow.has_value() == expected.has_value());
    if (!flow) {
      RC_ASSERT(flow.error().fault == Fault::kNotFound);
      return;
    }
    RC_ASSERT(flow->cost == *expected);
    check_is_proved(network, *flow);
    const auto again = least_cost_flow(network);
    RC_ASSERT(again->units == flow->units);
    RC_ASSERT(again->potential == flow->potential);
  }));
}

TEST_CASE("nothing gives nothing") {
  CHECK(least_cost_flow({})->cost == 0);
  CHECK(least_cost_flow({.nodes = 3, .arcs = {}, .supply = {}})->potential.size() == 3);
}

TEST_CASE("what is malformed or too large is refused") {
  const auto fault = [](const Network& network) {
    const auto flow = least_cost_flow(network);
    return flow ? Fault::kIo : flow.error().fault;
  };
  CHECK(fault({.nodes = 2, .arcs = {{0, 2, 0, 1, 0}}, .supply = {}}) == Fault::kBadInput);
  CHECK(fault({.nodes = 2, .arcs = {{1, 1, 0, 1, 0}}, .supply = {}}) == Fault::kBadInput);
  CHECK(fault({.nodes = 2, .arcs = {{0, 1, 2, 1, 0}}, .supply = {}}) == Fault::kBadInput);
  CHECK(fault({.nodes = 2, .arcs = {{0, 1, 0, kMostUnits + 1, 0}}, .supply = {}}) ==
        Fault::kBadInput);
  CHECK(fault({.nodes = 2, .arcs = {{0, 1, 0, 1, kMostCost + 1}}, .supply = {}}) ==
        Fault::kBadInput);
  CHECK(fault({.nodes = 2, .arcs = {{0, 1, 0, kMostUnits, kMostCost}}, .supply = {}}) ==
        Fault::kBadInput);
  CHECK(fault({.nodes = 2, .arcs = {}, .supply = {1}}) == Fault::kBadInput);
  CHECK(fault({.nodes = 2, .arcs = {}, .supply = {1, 0}}) == Fault::kBadInput);
  CHECK(fault({.nodes = 2, .arcs = {}, .supply = {1, -1}}) == Fault::kNotFound);
}

}  // namespace
}  // namespace parley::solve
