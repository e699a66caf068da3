#include "text/transliteration_index.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace parley::text {
namespace {

using Column = TransliterationQuery::Column;

constexpr int kNeighbours = 4'000;  // what letters beside may add to a hope

// A beginning on its way: its last column but for what stands after its last letter.
struct Path {
  std::uint32_t node = 0;
  std::array<std::uint8_t, 3> last{};
  Column two, one;  // the columns two and one letters before its end
};

struct Step {
  int hope = 0;
  std::uint32_t node = 0, from = 0;  // from: the path
};

}  // namespace

TransliterationIndex::TransliterationIndex(const Transliteration& model,
                                           std::span<const std::string_view> words)
    : model_(&model), nodes_(1), words_(words.size()) {
  std::vector<Letters> letters;
  letters.reserve(words.size());
  for (const std::string_view word : words) letters.push_back(model.native(word));
  std::iota(words_.begin(), words_.end(), 0U);
  const auto row = [&](std::uint32_t word) {
    return std::span(letters[word].letter).first(letters[word].size);
  };
  std::sort(words_.begin(), words_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto x = row(a), y = row(b);
    if (const auto order =
            std::lexicographical_compare_three_way(x.begin(), x.end(), y.begin(), y.end());
        order != 0) {
      return order < 0;
    }
    return a < b;
  });

  // Breadth first, so that children stand together: each node with its part of words_ and depth.
  struct Range {
    std::size_t begin, end, depth;
  };
  std::vector<Range> ranges{{0, words_.size(), 0}};
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    auto [begin, end, depth] = ranges[i];
    nodes_[i].word = static_cast<std::uint32_t>(begin);
    while (begin < end && row(words_[begin]).size() == depth) ++begin;
    nodes_[i].words =
        static_cast<std::uint16_t>(std::min<std::size_t>(begin - nodes_[i].word, 65'535));
    nodes_[i].child = static_cast<std::uint32_t>(nodes_.size());
    while (begin < end) {
      const std::uint8_t letter = row(words_[begin])[depth];
      std::size_t next = begin;
      while (next < end && row(words_[next])[depth] == letter) ++next;
      ranges.push_back({begin, next, depth + 1});
      nodes_.push_back({.letter = letter});
      ++nodes_[i].children;
      begin = next;
    }
  }
}

std::vector<TransliterationIndex::Found> TransliterationIndex::find(std::string_view latin,
                                                                    std::size_t most,
                                                                    std::size_t width) const {
  const TransliterationQuery query(*model_, latin);
  const Column& rest = query.rest();
  const std::uint8_t end = model_->end();
  const std::size_t size = query.size();
  std::vector<Found> found;
  const auto ends_here = [&](const Node& node, int score) {
    if (score < kImpossible / 2) return;
    for (std::size_t i = 0; i < node.words; ++i) found.push_back({words_[node.word + i], score});
  };

  Column column;
  query.start(end, column);
  ends_here(nodes_[0], column[size]);
  std::vector<Path> paths(1), further;
  paths[0].last = {end, end, end};
  std::vector<Step> steps;
  // What cannot come among the best any more, as far as can be told: neighbours may add a little.
  std::vector<int> best;  // scores found, the least of the `most` best in front
  int least = std::numeric_limits<int>::min();
  const auto remember = [&](const Node& node, int score) {
    for (std::size_t i = 0; i < node.words && most > 0; ++i) {
      if (best.size() == most) {
        if (score <= best.front()) return;
        std::pop_heap(best.begin(), best.end(), std::greater<>());
        best.pop_back();
      }
      best.push_back(score);
      std::push_heap(best.begin(), best.end(), std::greater<>());
    }
    if (best.size() == most) least = std::max(least, best.front() - kNeighbours);
  };
  // The column of a path's last letter, now that the one after it is known.
  const auto finish = [&](const Path& path, std::uint8_t after, Column& out) {
    if (path.node == 0) {
      query.start(after, out);
    } else {
      query.next(path.two, path.one, path.last, after, out);
    }
  };
  while (!paths.empty()) {
    steps.clear();
    for (std::uint32_t i = 0; i < paths.size(); ++i) {
      const Path& path = paths[i];
      const Node& node = nodes_[path.node];
      for (std::uint32_t child = node.child; child < node.child + node.children; ++child) {
        const std::uint8_t letter = nodes_[child].letter;
        Column before, hoped;
        finish(path, letter, before);
        query.next(path.one, before, {letter, path.last[0], path.last[1]}, 0, hoped);
        int hope = kImpossible;
        for (std::size_t k = 0; k <= size; ++k) hope = std::max(hope, hoped[k] + rest[k]);
        if (hope >= least) steps.push_back({hope, child, i});
      }
    }
    const auto better = [](const Step& a, const Step& b) {
      return a.hope != b.hope ? a.hope > b.hope : a.node < b.node;
    };
    if (steps.size() > width) {
      std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(width),
                       steps.end(), better);
      steps.resize(width);
    }
    further.resize(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const Path& path = paths[steps[i].from];
      Path& on = further[i];
      const Node& node = nodes_[steps[i].node];
      on.node = steps[i].node;
      on.last = {node.letter, path.last[0], path.last[1]};
      std::copy_n(path.one.begin(), size + 1, on.two.begin());
      finish(path, node.letter, on.one);
      if (node.words > 0) {
        finish(on, end, column);
        ends_here(node, column[size]);
        if (column[size] > kImpossible / 2) remember(node, column[size]);
      }
    }
    paths.swap(further);
  }
  const auto by_score = [](const Found& a, const Found& b) {
    return a.score != b.score ? a.score > b.score : a.word < b.word;
  };
  most = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                    by_score);
  found.resize(most);
  return found;
}

}  // namespace parley::text
