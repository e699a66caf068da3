// How often the form of a Latin word is found among the words of another script, how fast pairs are
// scored, and what the index of names loses. Reads PARLEY_DATA (default ../shared/data), names/:
// the parts that nothing was learnt from. Processor time of one thread.
// usage: bench_names [arabic|russian|hebrew|index]...     by default all
//   PARLEY_BENCH_NAMES    names in the index, default 1000000
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/learn/token_pairs.hpp"
#include "text/name_index.hpp"
#include "text/normal.hpp"
#include "text/transliteration.hpp"

namespace {

using namespace parley::text;

struct Set {
  const char* file;
  Script script;
  double first_goal, tenth_goal;
};
constexpr Set kSets[] = {{"arabic", Script::kArabic, .90, .95},
                         {"russian", Script::kCyrillic, .92, .96},
                         {"hebrew", Script::kHebrew, .90, .97}};

using Pair = TokenPair;

std::vector<Pair> read(const std::filesystem::path& path) {
  std::vector<Pair> pairs = read_token_pairs(path);
  for (Pair& pair : pairs) pair.native = nfc(pair.native).value_or(pair.native);
  return pairs;
}

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

double seconds_since(std::clock_t started) {
  return static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC;
}

// Every Latin word asks, all forms of the part stand to choose from; a tie is lost.
void rank(const Set& set, const std::vector<Pair>& pairs) {
  const Transliteration& model = Transliteration::of(set.script);
  std::map<std::string_view, Letters> forms;
  for (const Pair& pair : pairs) forms.try_emplace(pair.native, model.native(pair.native));
  std::vector<Letters> all;
  std::vector<std::string_view> words;
  for (const auto& [word, letters] : forms) words.push_back(word), all.push_back(letters);

  std::clock_t started = std::clock();
  std::size_t first = 0, tenth = 0;
  for (const Pair& pair : pairs) {
    const TransliterationQuery query(model, pair.latin);
    const int own = query.score(forms.at(pair.native));
    std::size_t place = 0;  // its own form is among all
    for (const Letters& letters : all) place += query.score(letters, own) >= own;
    first += place == 1, tenth += place <= 10;
  }
  const double cut = static_cast<double>(pairs.size() * all.size()) / seconds_since(started);

  started = std::clock();
  std::int64_t sum = 0;
  const std::size_t asked = std::min<std::size_t>(pairs.size(), 200);
  for (std::size_t q = 0; q < asked; ++q) {
    const TransliterationQuery query(model, pairs[q].latin);
    for (const Letters& letters : all) sum += query.score(letters);
  }
  const double plain = static_cast<double>(asked * all.size()) / seconds_since(started);

  const TransliterationIndex index(model, words);
  std::size_t kept = 0;
  started = std::clock();
  for (const Pair& pair : pairs) {
    const auto found = index.find(pair.latin, 100);
    kept += std::any_of(found.begin(), found.end(),
                        [&](const auto& each) { return words[each.word] == pair.native; });
  }
  fmt::print(
      "{}: {} words among {} forms: recall@1 {:.4f} (goal {:.2f}), @10 {:.4f} (goal {:.2f})\n"
      "  {:.2f} M pairs/s, {:.2f} M with a least score (check {}); index: form among 100 {:.4f}, "
      "{:.2f} ms a word\n",
      set.file, pairs.size(), all.size(), share(first, pairs.size()), set.first_goal,
      share(tenth, pairs.size()), set.tenth_goal, plain / 1e6, cut / 1e6, sum % 1000,
      share(kept, pairs.size()), 1000 * seconds_since(started) / static_cast<double>(pairs.size()));
  std::fflush(stdout);
}

// Names of two or three words of one script, drawn from both parts; names from the second part's
// pairs ask for themselves in Latin letters.
void search(const std::vector<std::vector<Pair>>& learnt,
            const std::vector<std::vector<Pair>>& asked) {
  const char* text = std::getenv("PARLEY_BENCH_NAMES");
  const auto count =
      static_cast<std::size_t>(std::max(1, text == nullptr ? 1'000'000 : std::atoi(text)));
  std::uint64_t state = 1;
  const auto draw = [&](std::size_t below) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33) % below;
  };
  struct Asked {
    std::string latin;
    std::uint32_t name;
  };
  std::vector<std::string> names;
  std::vector<Asked> asks;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t s = i % learnt.size();
    const bool asks_itself = i < 3'000;
    Asked ask{{}, static_cast<std::uint32_t>(i)};
    std::string name;
    for (std::size_t k = 2 + draw(2); k > 0; --k) {
      const std::size_t at = draw(learnt[s].size() + asked[s].size());
      const Pair& pair = asks_itself             ? asked[s][at % asked[s].size()]
                         : at < learnt[s].size() ? learnt[s][at]
                                                 : asked[s][at - learnt[s].size()];
      name += (name.empty() ? "" : " ") + pair.native;
      ask.latin += (ask.latin.empty() ? "" : " ") + pair.latin;
    }
    names.push_back(std::move(name));
    if (asks_itself) asks.push_back(std::move(ask));
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::clock_t started = std::clock();
  const NameIndex index(views);
  fmt::print("index of {} names, {} different words: built in {:.1f} s\n", count, index.words(),
             seconds_since(started));
  for (const std::size_t width : {64U, 128U, 256U}) {
    started = std::clock();
    std::size_t first = 0, tenth = 0, hundredth = 0;
    for (const Asked& ask : asks) {
      const auto found = index.find(ask.latin, 40, width);
      const auto at =
          std::find_if(found.begin(), found.end(),
                       [&](const auto& each) { return names[each.name] == names[ask.name]; }) -
          found.begin();
      const auto among = [&](std::ptrdiff_t most) {
        return at < most && at < static_cast<std::ptrdiff_t>(found.size());
      };
      first += among(1), tenth += among(10), hundredth += among(40);
    }
    fmt::print(
        "  width {}: name first {:.4f}, among 10 {:.4f}, among 40 {:.4f}; {:.2f} ms a name\n",
        width, share(first, asks.size()), share(tenth, asks.size()), share(hundredth, asks.size()),
        1000 * seconds_since(started) / static_cast<double>(asks.size()));
    std::fflush(stdout);
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string_view> parts(arguments + 1, arguments + count);
  const auto wanted = [&](std::string_view part) {
    return parts.empty() || std::find(parts.begin(), parts.end(), part) != parts.end();
  };
  const char* data = std::getenv("PARLEY_DATA");
  const std::filesystem::path folder =
      std::filesystem::path(data != nullptr ? data : "../shared/data") / "names";
  if (!std::filesystem::exists(folder / "wd_arabic_16")) {
    fmt::print("skipped: {} holds no names\n", folder.string());
    return 0;
  }
  std::vector<std::vector<Pair>> learnt, asked;
  for (const Set& set : kSets) {
    learnt.push_back(read(folder / fmt::format("wd_{}_64", set.file)));
    asked.push_back(read(folder / fmt::format("wd_{}_16", set.file)));
  }
  for (std::size_t s = 0; s < std::size(kSets); ++s) {
    if (wanted(kSets[s].file)) rank(kSets[s], asked[s]);
  }
  if (wanted("index")) search(learnt, asked);
  return 0;
}
