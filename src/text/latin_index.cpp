#include "text/latin_index.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace parley::text {
namespace {

constexpr std::size_t kMostLatin = 3;

// For each i: the best score of the Latin letters so far against the first i native letters.
using Column = std::array<std::int32_t, kMostLetters + 1>;

struct Path {
  std::uint32_t node = 0;
  std::array<std::uint8_t, 4> letter{}, mark{};  // the last ones, the newest first; letter 0: end
  std::uint8_t depth = 0;
  std::array<Column, 3> before;  // the columns one, two and three letters before its end
};

struct Step {
  int hope = 0;
  std::uint32_t node = 0, from = 0;
};

}  // namespace

// One native word against the beginnings of Latin ones.
class LatinSearch {
 public:
  LatinSearch(const LatinIndex& index, std::string_view native);

  std::vector<LatinIndex::Found> find(std::size_t most, std::size_t width);

 private:
  struct Edge {
    std::uint32_t latin = 0;  // latin_key()
    std::uint16_t unit = 0;
    std::uint8_t from = 0, to = 0;  // native letters
    int weight = 0;                 // with its native neighbours
  };
  struct Keyed {
    std::uint32_t latin, begin, end;
  };

  void collect();
  std::span<const Edge> with(std::uint32_t key) const;
  // The column of the path's last letter, now that the one after it is known.
  void finish(const Path& path, std::uint8_t after, Column& out) const;
  std::uint8_t latin_end() const { return static_cast<std::uint8_t>(model_.latin_count_ - 1); }

  const LatinIndex& index_;
  const Transliteration& model_;
  Letters native_;
  std::vector<Edge> edges_;
  std::vector<Keyed> keys_;
  Column rest_{};
};

LatinSearch::LatinSearch(const LatinIndex& index, std::string_view native)
    : index_(index), model_(*index.model_), native_(model_.native(native)) {
  collect();
  rest_.fill(kImpossible);
  rest_[native_.size] = 0;
  std::vector<Edge> by_from(edges_);
  std::sort(by_from.begin(), by_from.end(),
            [](const Edge& a, const Edge& b) { return a.from > b.from; });
  for (const Edge& edge : by_from) {
    if (edge.to == edge.from) continue;
    const int most = edge.latin == 0 ? edge.weight : edge.weight - index_.most_of(edge.latin);
    rest_[edge.from] = std::max(rest_[edge.from], most + rest_[edge.to]);
  }
}

void LatinSearch::collect() {
  const std::size_t size = native_.size;
  const std::uint8_t end = model_.end();
  const auto letter = [&](std::size_t i) { return i < size ? native_.letter[i] : end; };
  // Which groups of units fit from where.
  std::vector<std::vector<std::uint8_t>> from(model_.group_count_);
  std::vector<std::uint8_t> length(model_.group_count_, 0);
  const auto put = [&](std::uint8_t first, std::uint8_t second, std::size_t i, std::uint8_t count) {
    const std::size_t group = model_.native_group_[model_.native_key(first, second)];
    if (group == 0) return;
    from[group].push_back(static_cast<std::uint8_t>(i));
    length[group] = count;
  };
  for (std::size_t i = 0; i <= size; ++i) {
    put(end, end, i, 0);
    if (i < size) put(native_.letter[i], end, i, 1);
    if (i + 1 < size) put(native_.letter[i], native_.letter[i + 1], i, 2);
  }
  const std::size_t count = model_.native_count_;
  for (const Transliteration::Place& place : model_.by_latin_) {
    const std::size_t group = model_.group_of_[place.unit];
    for (const std::uint8_t i : from[group]) {
      const auto to = static_cast<std::uint8_t>(i + length[group]);
      const int weight =
          model_.weights_[place.unit] +
          model_.before_native_[place.unit * count + (i == 0 ? end : letter(i - 1U))] +
          model_.after_native_[place.unit * count + letter(to)];
      edges_.push_back({place.latin, place.unit, i, to, weight});
    }
  }
  // by_latin_ is sorted, so edges_ is by its letters.
  for (std::uint32_t i = 0; i < edges_.size(); ++i) {
    if (keys_.empty() || keys_.back().latin != edges_[i].latin) {
      keys_.push_back({edges_[i].latin, i, i});
    }
    keys_.back().end = i + 1;
  }
  for (const Keyed& key : keys_) {
    std::sort(edges_.begin() + key.begin, edges_.begin() + key.end,
              [](const Edge& a, const Edge& b) {
                return a.from != b.from ? a.from < b.from : a.unit < b.unit;
              });
  }
}

std::span<const LatinSearch::Edge> LatinSearch::with(std::uint32_t key) const {
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key,
                                      [](const Keyed& a, std::uint32_t b) { return a.latin < b; });
  if (found == keys_.end() || found->latin != key) return {};
  return std::span(edges_).subspan(found->begin, found->end - found->begin);
}

void LatinSearch::finish(const Path& path, std::uint8_t after, Column& out) const {
  const std::size_t size = native_.size;
  std::fill_n(out.begin(), size + 1, kImpossible);
  if (path.depth == 0) out[0] = 0;
  const std::size_t latin = model_.latin_count_;
  const auto take = [&](std::size_t letters, const Column& before) {
    std::uint32_t key = static_cast<std::uint32_t>(letters);
    for (std::size_t k = letters; k-- > 0;) key = key << 8 | path.letter[k];
    const std::uint8_t left = letters < path.depth ? path.letter[letters] : latin_end();
    for (const Edge& edge : with(key)) {
      if (before[edge.from] <= kImpossible / 2) continue;
      const std::size_t unit = edge.unit;
      int score = before[edge.from] + edge.weight + model_.before_latin_[unit * latin + left] +
                  model_.after_latin_[unit * latin + after];
      for (std::size_t k = 0; k < letters; ++k) {
        score += model_.on_latin_[(unit * kMostLatin + k) * model_.mark_count_ +
                                  path.mark[letters - 1 - k]];
      }
      out[edge.to] = std::max(out[edge.to], score);
    }
  };
  for (std::size_t letters = 1; letters <= std::min<std::size_t>(path.depth, kMostLatin);
       ++letters) {
    take(letters, path.before[letters - 1]);
  }
  take(0, out);  // in place: native letters that no Latin one stands for
}

std::vector<LatinIndex::Found> LatinSearch::find(std::size_t most, std::size_t width) {
  const std::size_t size = native_.size;
  std::vector<LatinIndex::Found> found;
  std::vector<Path> paths(1), further;
  std::vector<Step> steps;
  const auto extended = [&](const Path& path, const LatinIndex::Node& node, const Column& column) {
    Path on;
    for (std::size_t k = 3; k > 0; --k) {
      on.letter[k] = path.letter[k - 1], on.mark[k] = path.mark[k - 1];
    }
    on.letter[0] = node.letter, on.mark[0] = node.mark;
    on.depth = static_cast<std::uint8_t>(path.depth + 1);
    on.before[2] = path.before[1], on.before[1] = path.before[0], on.before[0] = column;
    return on;
  };
  const auto end_here = [&](const Path& path, const LatinIndex::Node& node) {
    if (node.words == 0) return;
    Column column;
    finish(path, latin_end(), column);
    if (column[size] <= kImpossible / 2) return;
    for (std::size_t i = 0; i < node.words; ++i) {
      found.push_back({index_.words_[node.word + i], column[size], node.best});
    }
  };
  end_here(paths[0], index_.nodes_[0]);
  while (!paths.empty()) {
    steps.clear();
    for (std::uint32_t i = 0; i < paths.size(); ++i) {
      const LatinIndex::Node& node = index_.nodes_[paths[i].node];
      for (std::uint32_t child = node.child; child < node.child + node.children; ++child) {
        const LatinIndex::Node& next = index_.nodes_[child];
        Column before, hoped;
        finish(paths[i], next.letter, before);
        finish(extended(paths[i], next, before), 0, hoped);
        int hope = kImpossible;
        for (std::size_t k = 0; k <= size; ++k) hope = std::max(hope, hoped[k] + rest_[k]);
        steps.push_back({hope - next.best, child, i});
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
    further.clear();
    for (const Step& step : steps) {
      const LatinIndex::Node& node = index_.nodes_[step.node];
      Column before;
      finish(paths[step.from], node.letter, before);
      Path on = extended(paths[step.from], node, before);
      on.node = step.node;
      end_here(on, node);
      further.push_back(on);
    }
    paths.swap(further);
  }
  most = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                    [](const LatinIndex::Found& a, const LatinIndex::Found& b) {
                      const int x = a.score - a.best, y = b.score - b.best;
                      return x != y ? x > y : a.word < b.word;
                    });
  found.resize(most);
  return found;
}

LatinIndex::LatinIndex(const Transliteration& model, std::span<const std::string_view> words)
    : model_(&model), nodes_(1), words_(words.size()) {
  for (const Transliteration::Place& place : model.by_latin_) {
    const int weight = model.weights_[place.unit];
    if (most_.empty() || most_.back().first != place.latin) most_.emplace_back(place.latin, weight);
    most_.back().second = std::max(most_.back().second, weight);
  }
  std::vector<Letters> letters;
  letters.reserve(words.size());
  for (const std::string_view word : words) letters.push_back(model.latin(word));
  std::iota(words_.begin(), words_.end(), 0U);
  const auto at = [&](std::uint32_t word, std::size_t i) {
    return std::pair(letters[word].letter[i], letters[word].mark[i]);
  };
  std::sort(words_.begin(), words_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::size_t size = std::min(letters[a].size, letters[b].size);
    for (std::size_t i = 0; i < size; ++i) {
      if (at(a, i) != at(b, i)) return at(a, i) < at(b, i);
    }
    return letters[a].size != letters[b].size ? letters[a].size < letters[b].size : a < b;
  });
  struct Range {
    std::size_t begin, end, depth;
  };
  std::vector<Range> ranges{{0, words_.size(), 0}};
  std::vector<std::uint32_t> parent{0};
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    auto [begin, end, depth] = ranges[i];
    // The best of the beginning: of its parents' by one unit more.
    int best = depth == 0 ? 0 : kImpossible;
    std::size_t above = i;
    for (std::size_t k = 1; k <= std::min(depth, kMostLatin); ++k) {
      above = parent[above];
      std::uint32_t key = static_cast<std::uint32_t>(k);
      for (std::size_t i2 = depth - k; i2 < depth; ++i2) {
        key = key << 8 | letters[words_[begin]].letter[i2];
      }
      best = std::max(best, nodes_[above].best + most_of(key));
    }
    nodes_[i].best = best;
    nodes_[i].word = static_cast<std::uint32_t>(begin);
    while (begin < end && letters[words_[begin]].size == depth) ++begin;
    nodes_[i].words =
        static_cast<std::uint16_t>(std::min<std::size_t>(begin - nodes_[i].word, 65'535));
    nodes_[i].child = static_cast<std::uint32_t>(nodes_.size());
    while (begin < end) {
      const auto letter = at(words_[begin], depth);
      std::size_t next = begin;
      while (next < end && at(words_[next], depth) == letter) ++next;
      ranges.push_back({begin, next, depth + 1});
      parent.push_back(static_cast<std::uint32_t>(i));
      nodes_.push_back({.letter = letter.first, .mark = letter.second});
      ++nodes_[i].children;
      begin = next;
    }
  }
}

int LatinIndex::most_of(std::uint32_t key) const {
  const auto found = std::lower_bound(most_.begin(), most_.end(), key,
                                      [](const auto& a, std::uint32_t b) { return a.first < b; });
  return found == most_.end() || found->first != key ? kImpossible : found->second;
}

std::vector<LatinIndex::Found> LatinIndex::find(std::string_view native, std::size_t most,
                                                std::size_t width) const {
  return LatinSearch(*this, native).find(most, width);
}

}  // namespace parley::text
