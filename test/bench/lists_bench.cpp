// How fast lists are linked, and how well. Processor time of one thread; figures are medians.
//   PARLEY_BENCH_ROUNDS    default 3
#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <map>

#include "linkage/invented_people.hpp"
#include "linkage/link.hpp"

namespace {

using namespace parley;
using namespace parley::linkage;

struct Size {
  std::size_t sought, held;
  double goal;  // seconds
};

Links linked(const Records& a, const Records& b, double& seconds) {
  const std::clock_t started = std::clock();
  Result<Links> links = link(a, b);
  seconds = static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC;
  if (links) return *std::move(links);
  fmt::print(stderr, "{}\n", links.error().text());
  std::exit(1);
}

void report(const invented::Lists& lists, const Links& links) {
  std::map<std::uint32_t, std::size_t> rows;
  for (const std::uint32_t who : lists.sought_is) ++rows[who];
  std::size_t all = 0, right = 0, found = 0;
  for (const std::uint32_t who : lists.held_is) {
    const auto of = rows.find(who);
    if (of != rows.end()) all += of->second;
  }
  for (const Pair& pair : links.pairs) {
    if (lists.sought_is[pair.a] != lists.held_is[pair.b]) continue;
    ++found;
    if (pair.standing == Standing::kSure) ++right;
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  fmt::print(
      "  true pairs {}; sure {}, precision {:.4f}, recall {:.4f}; sure and queued recall "
      "{:.4f}, queue {}; candidates {}\n",
      all, links.sure, share(right, links.sure), share(right, all), share(found, all), links.queued,
      links.blocks.candidates);
}

}  // namespace

int main() {
  const char* text = std::getenv("PARLEY_BENCH_ROUNDS");
  const int rounds = std::max(1, text == nullptr ? 3 : std::atoi(text));
  for (const Size& size : {Size{8'576, 7'000, 2.0}, Size{28'000, 28'000, 8.0}}) {
    const invented::Lists lists = invented::lists(1, size.sought, size.held);
    const Result<Records> a = Records::of(invented::schema(), lists.sought);
    const Result<Records> b = Records::of(invented::schema(), lists.held);
    if (!a || !b) return 1;
    std::vector<double> times(static_cast<std::size_t>(rounds));
    Links links;
    for (double& time : times) links = linked(*a, *b, time);
    std::sort(times.begin(), times.end());
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("link {} x {}: {:.2f} s of one core (goal {:.1f}); peak {} MB with the lists\n",
               a->size(), b->size(), times[times.size() / 2], size.goal, usage.ru_maxrss / 1024);
    report(lists, links);
  }
  return 0;
}
