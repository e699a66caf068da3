// Scores pairs that some program says are one person (scoring.hpp says how), and prints JSON:
//   bench_score --truth FILE [--truth-b FILE] [--pairs FILE] [--groups FILE] [--threshold P]
// A truth has a line a row: who it is, empty where nobody knows. Pairs are lines "a,b,bits", rows
// numbered from 0, those of the second list from 0 too; each pair once. Groups have a line a row,
// those of the second list after the first's: equal lines are one group. P: a probability (.5).
#include <fmt/core.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>

#include "scoring.hpp"

namespace {

using namespace bench;

// Numbers of equal lines are equal.
class Numbers {
 public:
  bool read(const std::string& path, bool empty_is_unknown, std::vector<std::uint32_t>& into) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      if (empty_is_unknown && line.empty()) {
        into.push_back(kUnknown);
      } else {
        into.push_back(numbers_.try_emplace(line, std::uint32_t(numbers_.size())).first->second);
      }
    }
    return in.eof();
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// By falling worth. False where a line is not of the form, or a row is not there.
bool read_pairs(const std::string& path, std::uint32_t rows_of_a, std::uint32_t rows,
                std::vector<Told>& into) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (in.bad() || !in.is_open()) return false;
  const std::uint32_t first_of_b = rows_of_a < rows ? rows_of_a : 0;
  for (const char* at = text.c_str(); *at != '\0';) {
    char* end = nullptr;
    const std::uint64_t a = std::strtoull(at, &end, 10);
    if (end == at || *end != ',') return false;
    const std::uint64_t b = std::strtoull(at = end + 1, &end, 10) + first_of_b;
    if (end == at || *end != ',') return false;
    const double bits = std::strtod(at = end + 1, &end);
    if (end == at || *end != '\n' || a >= rows_of_a || b >= rows || a == b) return false;
    into.push_back({std::uint32_t(a), std::uint32_t(b), bits});
    at = end + 1;
  }
  std::sort(into.begin(), into.end(), [](const Told& x, const Told& y) {
    return std::tuple(-x.bits, x.a, x.b) < std::tuple(-y.bits, y.a, y.b);
  });
  return true;
}

double probability(double bits) { return 1 / (1 + std::exp2(-bits)); }

std::string json(const At& at) {
  const Counts& counts = at.counts;
  return fmt::format(
      R"({{"threshold":{:.9g},"bits":{:.6g},"precision":{:.6f},"recall":{:.6f},"f1":{:.6f},"right":{},"wrong":{},"missed":{}}})",
      probability(at.bits), std::isinf(at.bits) ? 1e9 : at.bits, counts.precision(),
      counts.recall(), counts.f1(), counts.right, counts.linked - counts.right,
      counts.there - counts.right);
}

// The best of some thresholds: a grid, and those that were best for other ways.
template <class Of>
At best_of(const std::vector<double>& thresholds, Of of) {
  At best;
  for (const double bits : thresholds) {
    if (std::isinf(bits)) continue;
    const Counts counts = of(bits);
    if (counts.f1() > best.counts.f1() || best.counts.there == 0) best = {bits, counts};
  }
  return best;
}

std::string scored(const Scoring& scoring, const std::vector<Told>& told, double bits) {
  const auto pair = scoring.of_pairs(told, bits);
  const auto components = scoring.of_components(told, bits);
  std::vector<double> grid = {bits, pair[1].bits, components[1].bits};
  const bool many = told.size() > 300'000;  // each takes seconds
  for (int step = -4; step <= 24; step += many ? 7 : 2) grid.push_back(step);
  const auto groups = [&](double at) { return scoring.of_grouping(told, at); };
  const auto single = [&](double at) { return scoring.of_assignment(told, at); };
  std::string given = fmt::format(R"("pair":{},"components":{},"groups":{})", json(pair[0]),
                                  json(components[0]), json({bits, groups(bits)}));
  std::string tuned = fmt::format(R"("pair":{},"components":{},"groups":{})", json(pair[1]),
                                  json(components[1]), json(best_of(grid, groups)));
  if (scoring.two()) {
    given += R"(,"one_to_one":)" + json({bits, single(bits)});
    tuned += R"(,"one_to_one":)" + json(best_of(grid, single));
  }
  const auto truly =
      std::count_if(told.begin(), told.end(), [&](const Told& each) { return scoring.same(each); });
  return fmt::format(R"("told":{},"told_recall":{:.6f},"ece":{:.6f},"given":{{{}}},"tuned":{{{}}})",
                     told.size(),
                     scoring.there() == 0 ? 0 : double(truly) / double(scoring.there()),
                     scoring.ece(told), given, tuned);
}

int fail(const std::string& what) {
  fmt::print(stderr, "bench_score: {}\n", what);
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  std::map<std::string, std::string> options;
  for (int k = 1; k + 1 < count; k += 2) options[arguments[k]] = arguments[k + 1];
  if (count % 2 == 0 || options["--truth"].empty()) {
    fmt::print(stderr,
               "usage: bench_score --truth FILE [--truth-b FILE] [--pairs FILE] [--groups FILE] "
               "[--threshold P]\n");
    return 2;
  }
  std::vector<std::uint32_t> people;
  Numbers persons, names;
  if (!persons.read(options["--truth"], true, people)) return fail("the truth cannot be read");
  const auto rows_of_a = static_cast<std::uint32_t>(people.size());
  if (!options["--truth-b"].empty() && !persons.read(options["--truth-b"], true, people)) {
    return fail("the second truth cannot be read");
  }
  const auto rows = static_cast<std::uint32_t>(people.size());
  const Scoring scoring(std::move(people), rows_of_a);
  std::string out = fmt::format(R"("rows":{},"true":{})", rows, scoring.there());
  if (!options["--pairs"].empty()) {
    const std::string& text = options["--threshold"];
    const double given = text.empty() ? .5 : std::atof(text.c_str());
    if (std::isnan(given) || given <= 0 || given >= 1)
      return fail("the threshold is no probability");
    std::vector<Told> told;
    if (!read_pairs(options["--pairs"], rows_of_a, rows, told)) return fail("bad pairs");
    out += "," + scored(scoring, told, std::log2(given / (1 - given)));
  }
  if (!options["--groups"].empty()) {
    std::vector<std::uint32_t> groups;
    if (!names.read(options["--groups"], false, groups) || groups.size() != rows) {
      return fail("the groups are not a line a row");
    }
    out += R"(,"own":)" + json({0, scoring.of_groups(groups)});
  }
  fmt::print("{{{}}}\n", out);
  return 0;
}
