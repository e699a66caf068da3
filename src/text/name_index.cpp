#include "text/name_index.hpp"

#include <algorithm>

#include "text/code_points.hpp"
#include "text/folding.hpp"

namespace parley::text {
namespace {

constexpr std::array kScripts{Script::kArabic, Script::kCyrillic, Script::kHebrew};

template <class Take>
void for_words(std::string_view name, Take take) {
  while (!name.empty()) {
    const std::size_t space = std::min(name.find(' '), name.size());
    if (space > 0) take(name.substr(0, space));
    name.remove_prefix(std::min(space + 1, name.size()));
  }
}

struct Mention {
  std::string_view word;
  std::uint32_t name;
  friend auto operator<=>(const Mention&, const Mention&) = default;
};

}  // namespace

NameIndex::NameIndex(std::span<const std::string_view> names) {
  std::array<std::vector<Mention>, 3> mentions;
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    for_words(names[name], [&](std::string_view word) {
      const auto* script = std::find(kScripts.begin(), kScripts.end(), script_of(word));
      if (script == kScripts.end()) return;
      mentions[static_cast<std::size_t>(script - kScripts.begin())].push_back({word, name});
    });
  }
  for (std::size_t s = 0; s < kScripts.size(); ++s) {
    std::sort(mentions[s].begin(), mentions[s].end());
    mentions[s].erase(std::unique(mentions[s].begin(), mentions[s].end()), mentions[s].end());
    parts_[s].first = static_cast<std::uint32_t>(names_of_.size());
    std::vector<std::string_view> words;
    for (const Mention& mention : mentions[s]) {
      if (words.empty() || words.back() != mention.word) {
        words.push_back(mention.word);
        names_of_.push_back(static_cast<std::uint32_t>(names_.size()));
      }
      names_.push_back(mention.name);
    }
    parts_[s].index =
        std::make_unique<TransliterationIndex>(Transliteration::of(kScripts[s]), words);
  }
  names_of_.push_back(static_cast<std::uint32_t>(names_.size()));
}

std::vector<NameIndex::Found> NameIndex::find(std::string_view latin, std::size_t most,
                                              std::size_t width) const {
  std::vector<Found> all, of_word;
  const auto by_name = [](const Found& a, const Found& b) {
    return a.name != b.name ? a.name < b.name : a.worth > b.worth;
  };
  for_words(latin, [&](std::string_view word) {
    of_word.clear();
    const int least = kLeast * static_cast<int>(code_points(word).size());
    for (const Part& part : parts_) {
      for (const auto& found : part.index->find(word, kWordsFound, width)) {
        if (found.score <= least) break;
        const std::size_t number = part.first + found.word;
        for (std::uint32_t i = names_of_[number]; i < names_of_[number + 1]; ++i) {
          of_word.push_back({names_[i], found.score - least});
        }
      }
    }
    // The best word of each name.
    std::sort(of_word.begin(), of_word.end(), by_name);
    const auto end = std::unique(of_word.begin(), of_word.end(),
                                 [](const Found& a, const Found& b) { return a.name == b.name; });
    all.insert(all.end(), of_word.begin(), end);
  });
  std::sort(all.begin(), all.end(), by_name);
  std::size_t count = 0;
  for (const Found& found : all) {
    if (count > 0 && all[count - 1].name == found.name) {
      all[count - 1].worth += found.worth;
    } else {
      all[count++] = found;
    }
  }
  all.resize(count);
  most = std::min(most, count);
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most), all.end(),
                    [](const Found& a, const Found& b) {
                      return a.worth != b.worth ? a.worth > b.worth : a.name < b.name;
                    });
  all.resize(most);
  return all;
}

}  // namespace parley::text
