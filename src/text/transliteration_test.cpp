#include "text/transliteration.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string>
#include <thread>
#include <vector>

#include "text/code_points.hpp"
#include "text/transliteration_index.hpp"

namespace parley::text {
namespace {

constexpr Script kScripts[] = {Script::kArabic, Script::kCyrillic, Script::kHebrew};

struct Table {
  std::vector<Transliteration::Unit> units;
  std::vector<Transliteration::Context> contexts;
};

// The definition, written down: every way to cut the pair.
class Naive {
 public:
  Naive(const Table& table, std::u32string latin, std::u32string native)
      : table_(table), latin_(std::move(latin)), native_(std::move(native)) {
    for (const auto& unit : table_.units) {
      if (unit.latin.empty() || unit.native.empty()) dearest_ = std::min(dearest_, unit.weight);
    }
  }

  int score(std::size_t i = 0, std::size_t j = 0) const {
    int best = i == latin_.size() && j == native_.size() ? 0 : kImpossible;
    const auto take = [&](int weight, std::size_t i2, std::size_t j2) {
      const int rest = score(i2, j2);
      if (rest > kImpossible) best = std::max(best, weight + rest);
    };
    for (std::size_t u = 0; u < table_.units.size(); ++u) {
      const auto& unit = table_.units[u];
      if (latin_.compare(i, unit.latin.size(), unit.latin) != 0 ||
          native_.compare(j, unit.native.size(), unit.native) != 0) {
        continue;
      }
      const std::size_t i2 = i + unit.latin.size(), j2 = j + unit.native.size();
      int weight = unit.weight;
      for (const auto& context : table_.contexts) {
        if (context.unit == u && fits(context, i, j, i2, j2)) weight += context.weight;
      }
      take(weight, i2, j2);
    }
    // A letter that no unit knows.
    if (i < latin_.size() && !known(latin_[i], true)) take(dearest_, i + 1, j);
    if (j < native_.size() && !known(native_[j], false)) take(dearest_, i, j + 1);
    return best;
  }

 private:
  static char32_t at(const std::u32string& word, std::size_t i) {
    return i < word.size() ? word[i] : U'#';  // before the first is far beyond the last
  }
  bool fits(const Transliteration::Context& context, std::size_t i, std::size_t j, std::size_t i2,
            std::size_t j2) const {
    switch (context.where) {
      case '<': return at(latin_, i - 1) == context.letter;
      case '>': return at(latin_, i2) == context.letter;
      case '(': return at(native_, j - 1) == context.letter;
      case ')': return at(native_, j2) == context.letter;
      default: return false;
    }
  }
  bool known(char32_t letter, bool latin) const {
    return std::any_of(table_.units.begin(), table_.units.end(), [&](const auto& unit) {
      return (latin ? unit.latin : unit.native).find(letter) != std::u32string::npos;
    });
  }

  const Table& table_;
  std::u32string latin_, native_;
  int dearest_ = 0;
};

// Draws from a seed.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  int below(int most) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(most));
  }
  char32_t letter(std::u32string_view alphabet) {
    return alphabet[static_cast<std::size_t>(below(static_cast<int>(alphabet.size())))];
  }
  std::u32string word(std::u32string_view alphabet, int most) {
    std::u32string word(static_cast<std::size_t>(below(most + 1)), U' ');
    for (char32_t& each : word) each = letter(alphabet);
    return word;
  }

 private:
  std::uint64_t state_;
};

Table some_table(Chance& chance) {
  Table table;
  std::vector<std::pair<std::u32string, std::u32string>> sides;
  for (int i = chance.below(24); i > 0; --i) {
    sides.emplace_back(chance.word(U"abc", 3), chance.word(U"абв", 2));
  }
  std::sort(sides.begin(), sides.end());
  sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
  std::u32string known = U"#";
  for (const auto& [latin, native] : sides) {
    if (latin.empty() && native.empty()) continue;
    table.units.push_back({latin, native, chance.below(6'000) - 5'000});
    known += latin + native;
  }
  for (std::size_t u = 0; u < table.units.size(); ++u) {
    for (const char where : {'<', '>', '(', ')'}) {
      const bool native = where == '(' || where == ')';
      const char32_t letter = chance.letter(native ? U"абв#" : U"abc#");
      if (known.find(letter) == std::u32string::npos) continue;
      table.contexts.push_back({u, where, letter, chance.below(1'800) - 900});
    }
  }
  return table;
}

int score(const Transliteration& model, std::string_view latin, std::string_view native) {
  return TransliterationQuery(model, latin).score(model.native(native));
}

// Invented words: every three syllables of a few.
std::vector<std::string> invented(const std::vector<std::string>& syllables) {
  std::vector<std::string> words;
  for (const std::string& a : syllables) {
    for (const std::string& b : syllables) {
      for (const std::string& c : syllables) words.push_back(a + b + c);
    }
  }
  return words;
}

}  // namespace

TEST_CASE("the score is the naive one's") {
  CHECK(rc::check("twin", [](std::uint64_t seed) {
    Chance chance(seed);
    const Table table = some_table(chance);
    const Transliteration model(table.units, table.contexts);
    const std::u32string latin = chance.word(U"abcd", 5), native = chance.word(U"абвг", 4);
    const TransliterationQuery query(model, to_utf8(latin));
    const Letters letters = model.native(to_utf8(native));
    const int naive = Naive(table, latin, native).score();
    RC_ASSERT(query.score(letters) == naive);
    // Not worked out, or the same.
    const int least = chance.below(22'000) - 20'000;
    const int cut = query.score(letters, least);
    const bool right = naive >= least ? cut == naive : cut < least;
    RC_ASSERT(right);
  }));
}

TEST_CASE("marks weigh where they stand") {
  const std::vector<Transliteration::Unit> units{
      {U"s", U"с", -100}, {U"sa", U"са", -300}, {U"a", U"а", -100}};
  const std::vector<Transliteration::Context> contexts{{0, '^', U'\u030C', -700},
                                                       {1, '+', U'\u0301', 250}};
  const Transliteration model(units, contexts);
  CHECK(score(model, "sa", "са") == -200);
  CHECK(score(model, "ŠA", "СА") == -300);
  CHECK(score(model, "sá", "са") == -50);
}

TEST_CASE("an index of any width scores as the query does; a wide one finds the best") {
  CHECK(rc::check("index", [](std::uint64_t seed) {
    Chance chance(seed);
    Table table = some_table(chance);
    for (const char32_t letter : std::u32string(U"abc"))
      table.units.push_back({{letter}, {}, -6'000});
    const Transliteration model(table.units, table.contexts);
    std::vector<std::string> words;
    for (int i = chance.below(60); i > 0; --i) words.push_back(to_utf8(chance.word(U"абвг", 5)));
    const std::vector<std::string_view> views(words.begin(), words.end());
    const TransliterationIndex index(model, views);
    const std::string latin = to_utf8(chance.word(U"abcd", 6));
    std::vector<TransliterationIndex::Found> all;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const int own = score(model, latin, words[i]);
      if (own != kImpossible) all.push_back({i, own});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.score != b.score ? a.score > b.score : a.word < b.word;
    });
    RC_ASSERT(index.find(latin, words.size(), 1'000) == all);
    for (const auto& found : index.find(latin, 5, 2)) {
      RC_ASSERT(found.score == score(model, latin, words[found.word]));
    }
  }));
}

TEST_CASE("a table that cannot be read is refused") {
  for (const std::string_view line : {"", "a", "a б", "a б x", "abcd б 1", "a бвг 1", "_ _ 1",
                                      "a б 1 ", "a б 1 !c5", "a б 1 <c"}) {
    CAPTURE(line);
    const bool empty_contexts = line == "a б 1 ";
    CHECK(Transliteration::parse(std::array{line}).has_value() == empty_contexts);
  }
  CHECK(
      Transliteration::parse(std::array<std::string_view, 1>{"a б -12 <c5>d-6(#7^/8"}).has_value());
}

TEST_CASE("the committed tables tell forms apart") {
  struct Case {
    Script script;
    std::string_view latin, right, wrong;
  };
  // Words, not names.
  constexpr Case kCases[] = {
      {Script::kArabic, "kitab", "كتاب", "كلاب"},
      {Script::kArabic, "madrasa", "مدرسة", "مجلس"},
      {Script::kCyrillic, "borshch", "борщ", "борис"},
      {Script::kCyrillic, "samovar", "самовар", "самара"},
      {Script::kHebrew, "shalom", "שלום", "שלומי"},
      {Script::kHebrew, "kibbutz", "קיבוץ", "קיבל"},
  };
  for (const Case& each : kCases) {
    CAPTURE(each.latin);
    const Transliteration& model = Transliteration::of(each.script);
    CHECK(score(model, each.latin, each.right) > score(model, each.latin, each.wrong));
  }
  CHECK(score(Transliteration::of(Script::kLatin), "", "") == 0);
}

TEST_CASE("scores are the same everywhere, and from several threads") {
  const std::vector<std::string> latin = invented({"ba", "sho", "kir", "ët"});
  const std::vector<std::string> native[] = {
      invented({"با", "شو", "كر"}), invented({"ба", "шо", "кир"}), invented({"בא", "שו", "קיר"})};
  const auto digest = [&] {
    std::uint64_t sum = 1469598103934665603U;  // FNV-1a of the scores
    for (std::size_t s = 0; s < 3; ++s) {
      const Transliteration& model = Transliteration::of(kScripts[s]);
      for (const std::string& word : latin) {
        const TransliterationQuery query(model, word);
        for (const std::string& other : native[s]) {
          auto score = static_cast<std::uint32_t>(query.score(model.native(other)));
          for (int i = 0; i < 4; ++i, score >>= 8) sum = (sum ^ (score & 0xFF)) * 1099511628211U;
        }
      }
    }
    return sum;
  };
  std::vector<std::uint64_t> digests(4);
  std::vector<std::thread> threads;
  for (std::uint64_t& each : digests) threads.emplace_back([&] { each = digest(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::uint64_t each : digests)
    CHECK(each == 16450646908408084455U);  // changes with the tables
}

}  // namespace parley::text
