#include "linkage/correspondence.hpp"

#include <algorithm>
#include <map>

namespace parley::linkage {
namespace {

struct Counted {
  Meeting values;
  std::uint64_t together = 0;
};

std::vector<Counted> counted(std::vector<Meeting>& meetings) {
  std::sort(meetings.begin(), meetings.end());
  std::vector<Counted> out;
  for (const Meeting& one : meetings) {
    if (out.empty() || out.back().values != one) out.push_back({one, 0});
    ++out.back().together;
  }
  return out;
}

struct Best {
  std::uint64_t together = 0;
  std::uint32_t other = 0;
};

// The partner met most often; of equal ones the least number.
void better(Best& best, std::uint64_t together, std::uint32_t other) {
  if (together > best.together) best = {together, other};
}

bool beyond_chance(std::uint64_t together, std::uint64_t of_a, std::uint64_t of_b,
                   std::uint64_t all) {
  const double expected = static_cast<double>(of_a) * static_cast<double>(of_b);
  const double seen = static_cast<double>(together) * static_cast<double>(all);
  const double beyond = seen - expected;
  constexpr double kSquared = kLeastDeviations * kLeastDeviations;
  return beyond > 0 && beyond * beyond >= kSquared * expected * static_cast<double>(all);
}

}  // namespace

std::vector<Meeting> correspondences(std::vector<Meeting> meetings) {
  const std::uint64_t all = meetings.size();
  const std::vector<Counted> pairs = counted(meetings);
  std::map<std::uint32_t, std::uint64_t> of_a, of_b;
  std::map<std::uint32_t, Best> best_of_a, best_of_b;
  for (const auto& [values, together] : pairs) {
    of_a[values.first] += together;
    of_b[values.second] += together;
    better(best_of_a[values.first], together, values.second);
    better(best_of_b[values.second], together, values.first);
  }
  std::vector<Meeting> out;
  for (const auto& [values, together] : pairs) {
    const auto& [a, b] = values;
    if (together < kLeastTogether) continue;
    const bool mostly_b = together * 2 >= of_a[a] && best_of_a[a].other == b;
    const bool mostly_a = together * 2 >= of_b[b] && best_of_b[b].other == a;
    if (!mostly_a && !mostly_b) continue;
    if (!beyond_chance(together, of_a[a], of_b[b], all)) continue;
    out.push_back(values);
  }
  return out;
}

}  // namespace parley::linkage
