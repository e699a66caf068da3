#include "text/name_index.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/folding.hpp"
#include "text/name_tokens.hpp"

namespace parley::text {
namespace {

constexpr std::array kScripts{Script::kArabic, Script::kCyrillic, Script::kHebrew};

constexpr std::size_t kWords = 48, kWordsBeside = 20;  // that a word may be, of each script
constexpr int kHardWord = 9'000;  // no word is nearer to what it might be: the search is wider
constexpr std::size_t kWider = 4;
constexpr std::size_t kBeside = 60;  // of 256: what a word needs that stands beside others
constexpr int kLeastWorth = -6'000;  // of a word, to propose names
constexpr int kSameWord = 13'000;
constexpr int kKnownWord = 5'000;           // at least, of a spelling of the same name in the table
constexpr std::size_t kProposed = 2'000;    // names; the last word may add more,
constexpr std::size_t kMostOfWord = 5'000;  // this many of each word asked for
constexpr std::size_t kCompared = 40;       // names compared whole

std::array<bool, 6> all_scripts() {
  std::array<bool, 6> out;
  out.fill(true);
  return out;
}

ReadyPart ready(std::string_view word, const std::array<bool, 6>& scripts) {
  const PersonalName name = parse_name_part(word, NameRole::kUnplaced);
  if (name.parts.size() == 1) return {name.parts[0], scripts};
  NamePart part;  // "Abu", "bin"
  part.written = word;
  part.folded = fold_name(word);
  part.script = script_of(word);
  return {part, scripts};
}

std::uint64_t spread(std::int64_t value) {
  return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
}

bool better(const NameIndex::Found& a, const NameIndex::Found& b) {
  if (a.worth != b.worth) return a.worth > b.worth;
  return a.fine != b.fine ? a.fine > b.fine : a.name < b.name;
}

}  // namespace

NameIndex::NameIndex(std::span<const std::string_view> names, const std::array<bool, 6>& asked)
    : written_(names.begin(), names.end()), words_first_{0} {
  struct Mention {
    std::string word;
    std::uint32_t name = 0;
  };
  std::vector<Mention> mentions;
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    NameTokens tokens = name_tokens(names[name]);
    single_.push_back(tokens.single);
    for (std::string& word : tokens.words) mentions.push_back({std::move(word), name});
  }
  std::vector<std::uint32_t> order(mentions.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = mentions[a].word.compare(mentions[b].word);
    return compared != 0 ? compared < 0 : a < b;
  });
  std::vector<std::uint32_t> word_of(mentions.size());
  for (const std::uint32_t i : order) {
    if (words_.empty() || words_.back() != mentions[i].word) {
      words_.push_back(mentions[i].word);
      names_first_.push_back(static_cast<std::uint32_t>(names_of_.size()));
    }
    names_of_.push_back(mentions[i].name);
    word_of[i] = static_cast<std::uint32_t>(words_.size() - 1);
  }
  names_first_.push_back(static_cast<std::uint32_t>(names_of_.size()));
  words_first_.resize(names.size() + 1);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    words_of_.push_back(word_of[i]);
    words_first_[mentions[i].name + 1] = static_cast<std::uint32_t>(i + 1);
  }
  for (std::size_t i = 1; i < words_first_.size(); ++i) {
    words_first_[i] = std::max(words_first_[i], words_first_[i - 1]);
  }
  index_words(asked);
}

void NameIndex::index_words(const std::array<bool, 6>& asked) {
  std::array<std::vector<std::string_view>, 3> natives;
  std::vector<std::string_view> latin;
  std::vector<SpellingIndex::Word> spellings;
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    const Script script = script_of(words_[word]);
    scripts_[static_cast<std::size_t>(script)] = true;
    const ReadyPart part = ready(words_[word], {});
    spellings.push_back(
        {part.part().key.empty() ? part.part().folded : part.part().key, part.part().group});
    if (script == Script::kLatin) {
      latin.push_back(words_[word]);
      latin_words_.push_back(word);
    }
    for (std::size_t s = 0; s < kScripts.size(); ++s) {
      if (script != kScripts[s]) continue;
      natives[s].push_back(words_[word]);
      natives_[s].words.push_back(word);
    }
  }
  spellings_ = std::make_unique<SpellingIndex>(std::move(spellings));
  for (std::size_t s = 0; s < kScripts.size(); ++s) {
    const Transliteration& model = Transliteration::of(kScripts[s]);
    if (asked[static_cast<std::size_t>(Script::kLatin)] && !natives[s].empty()) {
      natives_[s].index = std::make_unique<TransliterationIndex>(model, natives[s]);
    }
    if (asked[static_cast<std::size_t>(kScripts[s])] && !latin.empty()) {
      natives_[s].latin = std::make_unique<LatinIndex>(model, latin);
    }
  }
}

// The words of the list that may be the one asked for, each with its evidence.
NameIndex::Asked NameIndex::alike(std::string_view word, std::size_t width, bool single) const {
  Asked out;
  const std::size_t most = single ? kWords : kWordsBeside;
  const ReadyPart asked = ready(word, all_scripts());
  const Script script = script_of(word);
  if (script == Script::kLatin) {
    for (std::size_t s = 0; s < kScripts.size(); ++s) {
      if (natives_[s].index == nullptr) continue;
      const TransliterationQuery query(Transliteration::of(kScripts[s]), word);
      auto all = natives_[s].index->find(word, most, width);
      if (single && (all.empty() || all[0].score < query.rest()[0] - kHardWord)) {
        all = natives_[s].index->find(word, most, kWider * width);
      }
      for (const auto& found : all) {
        const int bits = learnt_evidence(kScripts[s], found.score - query.rest()[0],
                                         static_cast<int>(query.size()));
        out.push_back({natives_[s].words[found.word], bits});
      }
    }
  }
  for (std::size_t s = 0; s < kScripts.size(); ++s) {
    if (script != kScripts[s] || natives_[s].latin == nullptr) continue;
    const Transliteration& model = Transliteration::of(script);
    const Letters letters = model.native(word);
    for (const auto& found : natives_[s].latin->find(word, kWords, width)) {
      const std::uint32_t other = latin_words_[found.word];
      const TransliterationQuery query(model, words_[other]);
      const int gap = query.score(letters) - query.rest()[0];
      out.push_back({other, learnt_evidence(script, gap, static_cast<int>(query.size()))});
    }
  }
  const NamePart& part = asked.part();
  for (const std::uint32_t other :
       spellings_->find(part.key.empty() ? part.folded : part.key, part.group, kWords)) {
    const Script other_script = script_of(words_[other]);
    const ReadyPart beside = ready(words_[other], {});
    const bool learnt = (script == Script::kLatin) != (other_script == Script::kLatin);
    const bool known = part.group != 0 && part.group == beside.part().group;
    if (learnt && !known) continue;
    // Among the spellings of one name the learnt model puts the likeliest first.
    out.push_back({other, learnt ? kKnownWord : evidence(asked, beside).millibits});
  }
  // The word itself, which may be one of many with its key.
  const auto same = std::lower_bound(words_.begin(), words_.end(), word);
  if (same != words_.end() && *same == word) {
    out.push_back({static_cast<std::uint32_t>(same - words_.begin()), kSameWord});
  }
  std::sort(out.begin(), out.end(), [](const Alike& a, const Alike& b) {
    return a.word != b.word ? a.word < b.word : a.millibits > b.millibits;
  });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const Alike& a, const Alike& b) { return a.word == b.word; }),
            out.end());
  return out;
}

// Names that have a word alike to one asked for, the rarest words first.
std::vector<std::uint32_t> NameIndex::proposed(const std::vector<Asked>& asked) const {
  std::vector<std::pair<std::size_t, std::size_t>> rarest;  // names, word asked for
  for (std::size_t i = 0; i < asked.size(); ++i) {
    std::size_t names = 0;
    for (const Alike& one : asked[i]) {
      if (one.millibits > kLeastWorth) names += names_of(one.word).size();
    }
    if (names > 0) rarest.emplace_back(names, i);
  }
  std::sort(rarest.begin(), rarest.end());
  std::vector<std::uint32_t> out;
  for (const auto& [names, i] : rarest) {
    if (out.size() >= kProposed) break;
    Asked best = asked[i];
    std::sort(best.begin(), best.end(), [](const Alike& a, const Alike& b) {
      return a.millibits != b.millibits ? a.millibits > b.millibits : a.word < b.word;
    });
    std::size_t taken = 0;
    for (const Alike& one : best) {
      if (one.millibits <= kLeastWorth) break;
      const auto all = names_of(one.word);
      const std::size_t some = std::min(all.size(), kMostOfWord - taken);
      out.insert(out.end(), all.begin(), all.begin() + static_cast<std::ptrdiff_t>(some));
      taken += some;
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// By the sum, over the words asked for, of the best of the name's words, which tells at most how
// rare it is in the list.
std::vector<NameIndex::Found> NameIndex::judged(const std::vector<Asked>& asked,
                                                std::size_t most) const {
  std::vector<Found> out;
  const int all = static_cast<int>(std::bit_width(written_.size()));
  for (const std::uint32_t name : proposed(asked)) {
    int worth = 0;
    std::int64_t sum = 0;
    for (const Asked& one : asked) {
      int best = 0, plain = 0;
      for (const std::uint32_t word : words_of(name)) {
        const auto found =
            std::lower_bound(one.begin(), one.end(), word,
                             [](const Alike& a, std::uint32_t w) { return a.word < w; });
        if (found == one.end() || found->word != word) continue;
        const int rare =
            1'000 * (all + 2 - static_cast<int>(std::bit_width(names_of(word).size())));
        plain = std::max(plain, found->millibits);
        best = std::max(best, std::min(found->millibits - kLeastWorth, rare - kLeastWorth));
      }
      worth += best, sum += plain;
    }
    worth -= 200 * static_cast<int>(words_of(name).size());
    out.push_back({name, worth, spread(sum)});
  }
  most = std::min(most, out.size());
  std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(most), out.end(),
                    better);
  out.resize(most);
  return out;
}

std::vector<NameIndex::Found> NameIndex::find(std::string_view name, std::size_t most,
                                              std::size_t width) const {
  const NameTokens tokens = name_tokens(name);
  std::vector<Asked> asked;
  for (const std::string& word : tokens.words) {
    asked.push_back(alike(word, tokens.single ? width : width * kBeside / 256, tokens.single));
  }
  std::vector<Found> out;
  if (tokens.single) {
    for (const Alike& one : asked[0]) {
      for (const std::uint32_t found : names_of(one.word)) {
        if (single_[found] && words_of(found)[0] == one.word) {
          out.push_back({found, alone_worth(one.millibits), 0});
        }
      }
    }
  }
  std::vector<std::uint32_t> alone;
  for (const Found& one : out) alone.push_back(one.name);
  std::sort(alone.begin(), alone.end());
  const PersonalName parsed = parse_name(name);
  const ReadyName ready(parsed, scripts_);
  for (const Found& one : judged(asked, std::max(most, kCompared))) {
    if (std::binary_search(alone.begin(), alone.end(), one.name)) continue;
    const PersonalName other = parse_name(written_[one.name]);
    const NameMatch match = match_names(ready, ReadyName(other, scripts_of(parsed)));
    out.push_back({one.name, match.millibits, one.fine});
  }
  most = std::min(most, out.size());
  std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(most), out.end(),
                    better);
  out.resize(most);
  return out;
}

}  // namespace parley::text
