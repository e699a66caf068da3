// Learns the units of transliteration.hpp from pairs of words, and writes their table.
//
// usage: transliteration_learn PAIRS SCRIPT OUT.cpp [--hold N] [--misses FILE]
//   PAIRS      lines "latin TAB n a t i v e TAB ..."
//   --hold N   does not learn from each Nth line, and prints how these are found among each other
//
// First expectation maximisation over all ways to cut the pairs; a unit weighs log p(unit) - log
// p(its native letters). Then the weights, and those of what stands beside, are moved (AdaGrad) so
// that each Latin word's form leads its rivals, which are the best other words by the first
// weights. Only contexts that the second step gave some weight are kept. The same bytes on every
// machine with IEEE doubles: + - * / sqrt alone, one thread, sorted containers.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "text/code_points.hpp"
#include "text/learn/token_pairs.hpp"
#include "text/transliteration.hpp"
#include "text/transliteration_index.hpp"
#include "text/transliteration_letters.hpp"

namespace {

using namespace parley::text;

constexpr std::size_t kMostLatin = 3, kMostNative = 2;
constexpr int kRounds = 8;                // of expectation maximisation
constexpr double kLeastCount = 2;         // of a unit
constexpr std::size_t kLeastLetters = 4;  // of a letter
constexpr int kEpochs = 3;
constexpr double kRate = .15, kUnitRate = .05, kDecay = .1;
constexpr std::size_t kRivals = 24, kRivalWidth = 96;
constexpr double kLeastPart = 3e-4;  // of a form among its rivals
constexpr double kNone = -1e30;
constexpr double kMillibits = 1000 / 0.69314718055994530942;
constexpr int kLeastContext = 40;  // millibits

// Of their own, because libraries differ in the last bit.
double log_of(double x) {
  int power = 0;
  double y = std::frexp(x, &power);
  if (y < 0.70710678118654752440) y *= 2, --power;
  const double z = (y - 1) / (y + 1), square = z * z;
  double sum = 0;
  for (int k = 31; k >= 1; k -= 2) sum = sum * square + 1.0 / k;
  return 2 * z * sum + power * 0.69314718055994530942;
}

double exp_of(double x) {
  if (x < -700) return 0;
  const double power = std::floor(x / 0.69314718055994530942 + .5);
  const double rest = x - power * 0.69314718055994530942;
  double sum = 1;
  for (int k = 16; k >= 1; --k) sum = 1 + sum * rest / k;
  return std::ldexp(sum, static_cast<int>(power));
}

struct Word {
  std::vector<std::uint8_t> letter, mark;
};

struct Pair : TokenPair {
  bool held = false;
};

std::vector<Pair> read(const char* path, std::uint64_t hold) {
  std::vector<Pair> pairs;
  for (TokenPair& pair : read_token_pairs(path)) {
    const bool held = hold != 0 && pairs.size() % hold == hold - 1;
    pairs.push_back({std::move(pair), held});
  }
  return pairs;
}

// Letters by their number, counted from 1; 0: too rare, or no letter.
class Alphabet {
 public:
  void count(char32_t letter) { ++counts_[letter]; }
  void close(bool marks) {
    for (const auto& [letter, count] : counts_) {
      const bool fit = marks ? (letter >= 0x300 && letter < 0x370) || letter == '/'
                             : letter >= 0xA0 || (letter >= 'a' && letter <= 'z') || letter == '\'';
      if (count >= kLeastLetters && fit && letter != kReplacement && letters_.size() < 250) {
        numbers_[letter] = static_cast<std::uint8_t>(letters_.size());
        letters_.push_back(letter);
      }
    }
  }
  std::uint8_t number(char32_t letter) const {
    const auto found = numbers_.find(letter);
    return found == numbers_.end() ? std::uint8_t{0} : found->second;
  }
  char32_t letter(std::size_t number) const { return number < size() ? letters_[number] : U'#'; }
  std::size_t size() const { return letters_.size(); }

 private:
  std::map<char32_t, std::size_t> counts_;
  std::map<char32_t, std::uint8_t> numbers_;
  std::vector<char32_t> letters_{0};
};

struct Shape {
  std::size_t latin, native;
};
constexpr Shape kShapes[] = {{1, 0}, {0, 1}, {1, 1}, {2, 1}, {3, 1}, {1, 2}, {2, 2}, {3, 2}};

std::uint64_t key_of(const std::uint8_t* latin, const std::uint8_t* native, const Shape& shape) {
  std::uint64_t key = 1;
  for (std::size_t i = 0; i < shape.latin; ++i) key = key << 8 | latin[i];
  key = key << 8 | 0xff;
  for (std::size_t i = 0; i < shape.native; ++i) key = key << 8 | native[i];
  return key;
}

// From keys to numbers, 0: none.
class Numbers {
 public:
  explicit Numbers(std::size_t room) : slots_(room) {}  // a power of two
  std::uint32_t* find_or_add(std::uint64_t key) {
    std::size_t at = place(key);
    slots_[at].first = key;
    return &slots_[at].second;
  }
  std::uint32_t find(std::uint64_t key) const { return slots_[place(key)].second; }

 private:
  std::size_t place(std::uint64_t key) const {
    std::size_t at = (key * 0x9E3779B97F4A7C15U >> 20) & (slots_.size() - 1);
    while (slots_[at].first != key && slots_[at].first != 0) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_;
};

struct Counted {
  std::uint64_t key = 0;
  std::u32string latin, native;
  double count = 0;
};

class Learner {
 public:
  explicit Learner(std::vector<Pair> pairs) : pairs_(std::move(pairs)) {}

  Transliteration learn() {
    prepare();
    maximise();
    const Transliteration first = model(false);
    find_rivals(first);
    for (int epoch = 0; epoch < kEpochs; ++epoch) discriminate(epoch);
    return model(true);
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (std::size_t u = 0; u < units_.size(); ++u) {
      const auto side = [](const std::u32string& letters) {
        return letters.empty() ? "_" : to_utf8(letters);
      };
      std::string line = fmt::format("{} {} {}", side(units_[u].latin), side(units_[u].native),
                                     rounded(weight_[u]));
      bool spaced = false;
      for (const auto& context : contexts(u)) {
        if (!spaced) line += ' ';
        spaced = true;
        line += context.where;
        append_utf8(line, context.letter);
        line += std::to_string(context.weight);
      }
      out.push_back(std::move(line));
    }
    return out;
  }

 private:
  struct Edge {
    std::uint32_t from, to, unit;
    double score;
    std::uint32_t beside[4 + kMostLatin];  // numbers of weights; 0: none
  };

  static int rounded(double nats) { return static_cast<int>(std::lround(nats * kMillibits)); }

  Word latin_word(const std::string& text) const {
    Word word;
    for (const MarkedLetter& letter : latin_letters(text)) {
      if (word.letter.size() == kMostLetters) break;
      word.letter.push_back(latin_.number(letter.letter));
      word.mark.push_back(marks_.number(letter.mark));
    }
    return word;
  }

  void prepare() {
    for (const Pair& pair : pairs_) {
      if (pair.held) continue;
      for (const MarkedLetter& letter : latin_letters(pair.latin)) {
        latin_.count(letter.letter);
        if (letter.mark != 0) marks_.count(letter.mark);
      }
      for (const char32_t letter : native_letters(pair.native)) native_.count(letter);
    }
    latin_.close(false), native_.close(false), marks_.close(true);
    std::map<std::u32string, std::uint32_t> numbers;
    for (const Pair& pair : pairs_) {
      if (pair.held) continue;
      const std::u32string native = native_letters(pair.native);
      const auto [at, fresh] = numbers.try_emplace(native, natives_.size());
      if (fresh) {
        Word word;
        for (const char32_t letter : native) {
          if (word.letter.size() < kMostLetters) word.letter.push_back(native_.number(letter));
        }
        natives_.push_back(std::move(word));
        native_texts_.push_back(pair.native);
      }
      latins_.push_back(latin_word(pair.latin));
      latin_texts_.push_back(pair.latin);
      form_.push_back(at->second);
    }
    fmt::print("{} pairs, {} forms; {} and {} letters, {} marks\n", latins_.size(), natives_.size(),
               latin_.size() - 1, native_.size() - 1, marks_.size() - 1);
  }

  void maximise() {
    Numbers numbers(std::size_t{1} << 22);
    std::vector<Counted> all(1);
    std::vector<double> share(1), count;
    struct Cut {
      std::size_t from, to;
      std::uint32_t unit;
      double share;
    };
    std::vector<Cut> cuts;
    for (int round = 0; round < kRounds; ++round) {
      count.assign(all.size(), 0);
      for (std::size_t p = 0; p < latins_.size(); ++p) {
        const auto &latin = latins_[p].letter, &native = natives_[form_[p]].letter;
        const std::size_t width = native.size() + 1;
        std::vector<double> ahead((latin.size() + 1) * width), back(ahead.size());
        ahead.front() = back.back() = 1;
        cuts.clear();
        for (std::size_t i = 0; i <= latin.size(); ++i) {
          for (std::size_t j = 0; j <= native.size(); ++j) {
            for (const Shape& shape : kShapes) {
              if (i + shape.latin > latin.size() || j + shape.native > native.size()) continue;
              const std::uint64_t key = key_of(latin.data() + i, native.data() + j, shape);
              double part = 0;
              std::uint32_t unit = 0;
              if (round == 0) {
                std::uint32_t* known = numbers.find_or_add(key);
                if (*known == 0) {
                  *known = static_cast<std::uint32_t>(all.size());
                  all.push_back({.key = key,
                                 .latin = letters(latin, i, shape.latin, latin_),
                                 .native = letters(native, j, shape.native, native_)});
                  count.push_back(0);
                }
                unit = *known;
                part = first_share(shape);
              } else {
                unit = numbers.find(key);
                part = share[unit];
              }
              if (part <= 0) continue;
              cuts.push_back(
                  {i * width + j, (i + shape.latin) * width + j + shape.native, unit, part});
            }
          }
        }
        for (const Cut& cut : cuts) ahead[cut.to] += ahead[cut.from] * cut.share;
        const double total = ahead.back();
        if (total < 1e-280) continue;
        for (std::size_t c = cuts.size(); c-- > 0;) {
          back[cuts[c].from] += back[cuts[c].to] * cuts[c].share;
        }
        for (const Cut& cut : cuts) {
          const double part = ahead[cut.from] * cut.share * back[cut.to] / total;
          if (part > 1e-4) count[cut.unit] += part;
        }
      }
      double sum = 0;
      for (const double each : count) sum += each;
      share.assign(all.size(), 0);
      for (std::size_t u = 1; u < all.size(); ++u) {
        all[u].count = count[u];
        share[u] = count[u] > .05 ? count[u] / sum : 0;
      }
    }
    choose(all);
  }

  static double first_share(const Shape& shape) {
    if (shape.latin == 0 || shape.native == 0) return .0005;
    const std::size_t longest = std::max(shape.latin, shape.native);
    return longest == 1 ? .01 : longest == 2 ? .00005 : .0000005;
  }

  static std::u32string letters(const std::vector<std::uint8_t>& word, std::size_t at,
                                std::size_t size, const Alphabet& alphabet) {
    std::u32string out;
    for (std::size_t i = at; i < at + size; ++i) {
      out.push_back(word[i] == 0 ? U'?' : alphabet.letter(word[i]));
    }
    return out;
  }

  // The units that occur, and each letter against nothing; their first weights.
  void choose(const std::vector<Counted>& all) {
    double sum = 0;
    std::map<std::u32string, double> of_native;
    std::map<std::pair<std::u32string, std::u32string>, Counted> kept;
    for (std::size_t u = 1; u < all.size(); ++u) {
      sum += all[u].count;
      of_native[all[u].native] += all[u].count;
      const bool known = (all[u].latin + all[u].native).find(U'?') == std::u32string::npos;
      if (all[u].count >= kLeastCount && known) kept[{all[u].latin, all[u].native}] = all[u];
    }
    const auto add_alone = [&](std::uint8_t number, bool latin) {
      Counted unit;
      const Shape shape{latin ? 1U : 0U, latin ? 0U : 1U};
      unit.key = key_of(&number, &number, shape);
      (latin ? unit.latin : unit.native) = (latin ? latin_ : native_).letter(number);
      unit.count = .5;
      kept.try_emplace({unit.latin, unit.native}, unit);
    };
    for (std::size_t i = 1; i < latin_.size(); ++i) add_alone(static_cast<std::uint8_t>(i), true);
    for (std::size_t i = 1; i < native_.size(); ++i) add_alone(static_cast<std::uint8_t>(i), false);
    numbers_ = Numbers(std::size_t{1} << 18);
    for (const auto& [sides, unit] : kept) {
      units_.push_back(unit);
      *numbers_.find_or_add(unit.key) = static_cast<std::uint32_t>(units_.size());
      const double native = unit.native.empty() ? sum : of_native[unit.native] + 1;
      weight_.push_back(log_of(unit.count / native));
    }
    stride_ = 2 * (latin_.size() + 1) + 2 * (native_.size() + 1) + kMostLatin * marks_.size();
    beside_.assign(units_.size() * stride_ + 1, 0);
    moved_.assign(units_.size(), 0), beside_moved_.assign(beside_.size(), 0);
    fmt::print("{} units\n", units_.size());
  }

  std::vector<Transliteration::Context> contexts(std::size_t unit) const {
    std::vector<Transliteration::Context> out;
    std::size_t at = unit * stride_ + 1;
    const auto row = [&](char where, std::size_t size, const Alphabet& alphabet) {
      for (std::size_t i = 0; i < size; ++i, ++at) {
        const int weight = rounded(beside_[at]);
        if (i == 0 || std::abs(weight) < kLeastContext) continue;
        out.push_back({unit, where, alphabet.letter(i), weight});
      }
    };
    row('<', latin_.size() + 1, latin_), row('>', latin_.size() + 1, latin_);
    row('(', native_.size() + 1, native_), row(')', native_.size() + 1, native_);
    for (const char place : {'^', '+', '~'}) row(place, marks_.size(), marks_);
    return out;
  }

  Transliteration model(bool with_contexts) const {
    std::vector<Transliteration::Unit> units;
    std::vector<Transliteration::Context> all;
    for (std::size_t u = 0; u < units_.size(); ++u) {
      units.push_back({units_[u].latin, units_[u].native, rounded(weight_[u])});
      if (!with_contexts) continue;
      for (const auto& context : contexts(u)) all.push_back(context);
    }
    return {units, all};
  }

  void find_rivals(const Transliteration& first) {
    const std::vector<std::string_view> texts(native_texts_.begin(), native_texts_.end());
    const TransliterationIndex index(first, texts);
    for (std::size_t p = 0; p < latins_.size(); ++p) {
      std::vector<std::uint32_t> rivals;
      for (const auto& found : index.find(latin_texts_[p], kRivals, kRivalWidth)) {
        if (found.word != form_[p]) rivals.push_back(found.word);
      }
      rivals_.push_back(std::move(rivals));
    }
    fmt::print("rivals found\n");
    std::fflush(stdout);
  }

  // All edges of a pair, in an order in which every way runs forward.
  void find_edges(const Word& latin, const Word& native) {
    edges_.clear();
    const auto &l = latin.letter, &n = native.letter;
    const std::size_t width = n.size() + 1, ls = latin_.size() + 1, ns = native_.size() + 1;
    const auto end = [](std::size_t size) { return static_cast<std::uint32_t>(size - 1); };
    for (std::size_t i = 0; i <= l.size(); ++i) {
      for (std::size_t j = 0; j <= n.size(); ++j) {
        for (const Shape& shape : kShapes) {
          const std::size_t i2 = i + shape.latin, j2 = j + shape.native;
          if (i2 > l.size() || j2 > n.size()) continue;
          const std::uint32_t unit = numbers_.find(key_of(l.data() + i, n.data() + j, shape));
          if (unit == 0) continue;
          Edge edge{static_cast<std::uint32_t>(i * width + j),
                    static_cast<std::uint32_t>(i2 * width + j2),
                    unit - 1,
                    weight_[unit - 1],
                    {}};
          auto base = static_cast<std::uint32_t>(edge.unit * stride_ + 1);
          const auto beside = [&](std::size_t k, std::uint32_t letter, std::size_t size) {
            edge.beside[k] = letter == 0 ? 0 : base + letter;
            base += static_cast<std::uint32_t>(size);
            edge.score += beside_[edge.beside[k]];
          };
          beside(0, i > 0 ? l[i - 1] : end(ls), ls);
          beside(1, i2 < l.size() ? l[i2] : end(ls), ls);
          beside(2, j > 0 ? n[j - 1] : end(ns), ns);
          beside(3, j2 < n.size() ? n[j2] : end(ns), ns);
          for (std::size_t k = 0; k < kMostLatin; ++k) {
            beside(4 + k, i + k < i2 ? latin.mark[i + k] : 0, marks_.size());
          }
          edges_.push_back(edge);
        }
      }
    }
  }

  // The best way's score and, appended, its edges.
  double best_way(const Word& latin, const Word& native, std::vector<Edge>& way) {
    find_edges(latin, native);
    const std::size_t nodes = (latin.letter.size() + 1) * (native.letter.size() + 1);
    best_.assign(nodes, kNone), through_.assign(nodes, 0);
    best_[0] = 0;
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
      const double score = best_[edges_[e].from] + edges_[e].score;
      if (score > best_[edges_[e].to]) best_[edges_[e].to] = score, through_[edges_[e].to] = e;
    }
    if (best_.back() < kNone / 2) return kNone;
    for (std::size_t at = nodes - 1; at > 0; at = edges_[through_[at]].from) {
      way.push_back(edges_[through_[at]]);
    }
    return best_.back();
  }

  void discriminate(int epoch) {
    std::vector<std::size_t> order(latins_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (std::size_t i = order.size(); i-- > 1;) std::swap(order[i], order[random() % (i + 1)]);
    const double slower = 1 - .7 * epoch / kEpochs;
    double loss = 0;
    std::vector<double> scores, parts;
    std::vector<std::vector<Edge>> ways(kRivals + 1);
    for (const std::size_t p : order) {
      scores.clear();
      std::size_t count = 0;
      const auto take = [&](std::uint32_t native) {
        ways[count].clear();
        const double score = best_way(latins_[p], natives_[native], ways[count]);
        if (score < kNone / 2) return;
        scores.push_back(score);
        ++count;
      };
      take(form_[p]);
      if (count == 0) continue;
      for (const std::uint32_t rival : rivals_[p]) take(rival);
      const double most = *std::max_element(scores.begin(), scores.end());
      double sum = 0;
      parts.clear();
      for (const double score : scores) parts.push_back(exp_of(score - most)), sum += parts.back();
      for (double& part : parts) part /= sum;
      loss -= log_of(std::max(parts[0], 1e-9));
      // Either there is nothing to learn, or the form is another name.
      if (parts[0] > .995 || parts[0] < kLeastPart) continue;
      for (std::size_t k = 0; k < count; ++k) {
        const double pull = (k == 0 ? 1 : 0) - parts[k];
        if (std::abs(pull) < .005) continue;
        for (const Edge& edge : ways[k]) {
          move(weight_[edge.unit], moved_[edge.unit], pull, kUnitRate * slower);
          for (const std::uint32_t at : edge.beside) {
            if (at == 0) continue;
            move(beside_[at], beside_moved_[at], pull - kDecay * beside_[at], kRate * slower);
          }
        }
      }
    }
    fmt::print("epoch {}: loss {:.4f}\n", epoch + 1, loss / static_cast<double>(order.size()));
    std::fflush(stdout);
  }

  static void move(double& weight, double& moved, double pull, double rate) {
    moved += pull * pull;
    weight += rate * pull / std::sqrt(moved + .1);
  }

  std::size_t random() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33);
  }

  std::vector<Pair> pairs_;
  Alphabet latin_, native_, marks_;
  std::vector<Word> latins_, natives_;
  std::vector<std::string> latin_texts_, native_texts_;
  std::vector<std::uint32_t> form_;  // of a Latin word, its place in natives_
  std::vector<std::vector<std::uint32_t>> rivals_;
  Numbers numbers_{1};
  std::vector<Counted> units_;
  std::vector<double> weight_, moved_, beside_, beside_moved_;  // nats; beside_[0] stays 0
  std::size_t stride_ = 0;
  std::vector<Edge> edges_;
  std::vector<double> best_;
  std::vector<std::uint32_t> through_;
  std::uint64_t state_ = 1;
};

// How the held pairs' forms are found among all held forms.
void report(const Transliteration& model, const std::vector<Pair>& pairs, const char* misses) {
  std::map<std::u32string, std::string> forms;
  std::vector<const Pair*> held;
  for (const Pair& pair : pairs) {
    if (!pair.held) continue;
    held.push_back(&pair);
    forms.try_emplace(native_letters(pair.native), pair.native);
  }
  std::vector<std::string_view> texts;
  std::vector<Letters> letters;
  for (const auto& [key, text] : forms) {
    texts.push_back(text);
    letters.push_back(model.native(text));
  }
  std::ofstream out;
  if (misses != nullptr) out.open(misses);
  const TransliterationIndex index(model, texts);
  std::size_t first = 0, tenth = 0, lost = 0, asked = 0;
  for (std::size_t q = 0; q < held.size(); q += 1 + held.size() / 4'000, ++asked) {
    const TransliterationQuery query(model, held[q]->latin);
    const std::u32string form = native_letters(held[q]->native);
    const int own = query.score(model.native(held[q]->native));
    std::size_t rank = 0;  // its own form is counted below
    for (const Letters& each : letters) rank += query.score(each, own) >= own;
    first += rank == 1, tenth += rank <= 10;
    const auto found = index.find(held[q]->latin, 100);
    lost += std::none_of(found.begin(), found.end(), [&](const auto& each) {
      return native_letters(texts[each.word]) == form;
    });
    if (rank > 1 && out.is_open()) {
      out << held[q]->latin << '\t' << held[q]->native << '\t' << rank << '\t' << own;
      for (std::size_t k = 0; k < 3 && k < found.size(); ++k) {
        out << '\t' << texts[found[k].word] << ' ' << found[k].score;
      }
      out << '\n';
    }
  }
  const auto share = [&](std::size_t part) {
    return static_cast<double>(part) / static_cast<double>(asked);
  };
  fmt::print(
      "held: {} of {} asked among {} forms: recall@1 {:.4f} @10 {:.4f}; of index @100 {:.4f}\n",
      asked, held.size(), texts.size(), share(first), share(tenth), 1 - share(lost));
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.size() < 3) {
    fmt::print(stderr,
               "usage: transliteration_learn PAIRS SCRIPT OUT.cpp [--hold N] [--misses FILE]\n");
    return 2;
  }
  const auto option = [&](const char* name) -> const char* {
    const auto found = std::find(words.begin() + 3, words.end(), name);
    return found == words.end() || found + 1 == words.end() ? nullptr : (found + 1)->c_str();
  };
  const char* hold = option("--hold");
  std::vector<Pair> pairs =
      read(words[0].c_str(), hold == nullptr ? 0 : std::strtoull(hold, nullptr, 10));
  if (pairs.empty()) {
    fmt::print(stderr, "transliteration_learn: no pairs to learn from\n");
    return 1;
  }
  Learner learner(pairs);
  const Transliteration model = learner.learn();
  std::ofstream out(words[2]);
  out << "// Written by learn/transliteration_learn.cpp; learn/remake.sh writes it again.\n"
         "#include \"text/transliteration_table.hpp\"\n\n// clang-format off\n"
         "namespace parley::text {\nnamespace {\n\nconstexpr std::string_view kUnits[] = {\n";
  for (const std::string& line : learner.lines()) out << '"' << line << "\",\n";
  out << "};\n\n}  // namespace\n\nstd::span<const std::string_view> " << words[1]
      << "_transliteration() { return kUnits; }\n\n}  // namespace parley::text\n";
  if (hold != nullptr) report(model, pairs, option("--misses"));
  return out.good() ? 0 : 1;
}
