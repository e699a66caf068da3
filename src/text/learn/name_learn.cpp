// Learns what the parts of names and whole names tell, and writes ../name_evidence_table.hpp and
// ../name_match_table.hpp: logistic regressions by Newton's method, in doubles, rounded.
//
// Parts: pairs of one name (a Latin word and its form; Latin words with the same form; slips of a
// typist; forms of one Latin word in two scripts) against words drawn at random. Whole names: one
// invented person's name written twice (other spellings, slips, order, initials, titles, parts left
// out) against two people's names that share something.
// usage: name_learn FOLDER TEXT_FOLDER parts|names     FOLDER holds wd_*_64; parts first, then
// build again, then names
#include <fmt/core.h>

#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "text/code_points.hpp"
#include "text/learn/token_pairs.hpp"
#include "text/name_evidence.hpp"
#include "text/name_evidence_table.hpp"
#include "text/name_match.hpp"
#include "text/normal.hpp"

namespace {

using namespace parley::text;

using Pair = TokenPair;
constexpr std::array kFiles{"arabic", "russian", "hebrew"};
constexpr std::array kScripts{Script::kArabic, Script::kCyrillic, Script::kHebrew};

class Chance {
 public:
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }
  bool in(int hundredths) { return below(100) < static_cast<std::size_t>(hundredths); }

 private:
  std::uint64_t state_ = 1;
};

std::vector<Pair> read(const std::string& path) {
  std::vector<Pair> pairs = read_token_pairs(path);
  for (Pair& pair : pairs) pair.native = nfc(pair.native).value_or(pair.native);
  return pairs;
}

struct Example {
  std::vector<double> signs;
  bool same = false;
  double weight = 1;
};

// Weights in bits, by Newton's method with a little ridge.
std::vector<double> fit(const std::vector<Example>& examples) {
  const std::size_t n = examples.at(0).signs.size();
  std::vector<double> w(n, 0);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::vector<double>> h(n, std::vector<double>(n + 1, 0));
    for (std::size_t i = 0; i < n; ++i) h[i][i] = 1e-3, h[i][n] = -1e-3 * w[i];
    for (const Example& one : examples) {
      double z = 0;
      for (std::size_t i = 0; i < n; ++i) z += w[i] * one.signs[i];
      const double p = 1 / (1 + std::exp(-z)), v = one.weight * std::max(p * (1 - p), 1e-9);
      for (std::size_t i = 0; i < n; ++i) {
        h[i][n] += one.weight * ((one.same ? 1 : 0) - p) * one.signs[i];
        for (std::size_t j = 0; j < n; ++j) h[i][j] += v * one.signs[i] * one.signs[j];
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < n; ++k) {
        if (k == i) continue;
        const double by = h[k][i] / h[i][i];
        for (std::size_t j = i; j <= n; ++j) h[k][j] -= by * h[i][j];
      }
    }
    for (std::size_t i = 0; i < n; ++i) w[i] += std::clamp(h[i][n] / h[i][i], -2.0, 2.0);
  }
  for (double& one : w) one /= std::log(2.0);
  return w;
}

// One or two letters changed, left out, doubled or swapped.
std::string slip(const std::string& word, Chance& chance) {
  std::u32string out = code_points(word);
  if (out.size() < 3) return word;
  const std::size_t at = 1 + chance.below(out.size() - 1);
  switch (chance.below(4)) {
    case 0: out.erase(at, 1); break;
    case 1: out.insert(at, 1, out[at]); break;
    case 2: std::swap(out[at], out[at - 1]); break;
    default: out[at] = out[chance.below(out.size())];
  }
  return to_utf8(out);
}

NamePart part(const std::string& word) {
  const PersonalName name = parse_name_part(word, NameRole::kUnplaced);
  return name.parts.empty() ? NamePart{} : name.parts[0];
}

std::vector<double> learnt(const Signs& signs) {
  return {1, signs.gap / 1000.0, static_cast<double>(std::min(signs.length, 10))};
}
std::vector<double> plain(const Signs& signs, bool one_script) {
  if (!one_script) return {1, signs.alike / 1000.0};
  return {1, signs.alike / 1000.0, signs.edits / 1000.0,
          static_cast<double>(std::min(signs.length, 8))};
}

std::string line(const char* name, const std::vector<double>& w) {
  std::string out = fmt::format("inline constexpr EvidenceLine {}{{", name);
  for (std::size_t i = 0; i < 4; ++i) {
    out += fmt::format("{}{}", i == 0 ? "" : ", ", i < w.size() ? std::lround(w[i] * 1000) : 0L);
  }
  return out + "};\n";
}

class Learner {
 public:
  explicit Learner(const std::string& folder) {
    for (std::size_t s = 0; s < 3; ++s) {
      pairs_[s] = read(folder + "/wd_" + kFiles[s] + "_64");
      for (const Pair& pair : pairs_[s]) {
        latin_of_[pair.native].push_back(pair.latin);
        natives_of_[pair.latin].push_back(pair.native);
      }
    }
  }

  std::string evidence_lines() {
    std::string out;
    constexpr std::array kNames{"kArabicEvidence", "kCyrillicEvidence", "kHebrewEvidence"};
    for (std::size_t s = 0; s < 3; ++s) out += line(kNames[s], fit(across(s)));
    out += line("kSameScriptEvidence", fit(within()));
    return out + line("kTwoScriptsEvidence", fit(between_natives()));
  }

  std::vector<double> match_weights();

 private:
  struct Person {
    std::size_t script = 0;
    const Pair* kunya = nullptr;
    std::vector<const Pair*> parts;  // given, father, grandfather, family; nullptr: none
  };

  const Pair& any(std::size_t s) { return pairs_[s][chance_.below(pairs_[s].size())]; }
  std::vector<Example> across(std::size_t s);
  std::vector<Example> within();
  std::vector<Example> between_natives();
  std::string spelling(const Pair& pair, bool latin);
  std::string written(const Person& person);
  const Pair& near(std::size_t s, const Pair& pair);
  Person somebody();
  Person another(const Person& person);

  std::array<std::vector<Pair>, 3> pairs_;
  std::map<std::string, std::vector<std::string>> latin_of_, natives_of_;
  Chance chance_;
};

constexpr int kBare = 6, kSameOfBare = 12;  // hundredths
constexpr int kNear = 50, kAmong = 150;
constexpr int kAsked = 1'200, kDrawn = 300;

std::vector<Example> Learner::across(std::size_t s) {
  std::vector<Example> out;
  std::array<bool, 6> scripts{};
  scripts[static_cast<std::size_t>(kScripts[s])] = true;
  std::vector<ReadyPart> natives;
  for (int i = 0; i < kDrawn; ++i) natives.emplace_back(part(any(s).native), scripts);
  for (int i = 0; i < kAsked; ++i) {
    const Pair& pair = any(s);
    const ReadyPart latin(part(pair.latin), scripts), own(part(pair.native), scripts);
    if (const auto signs = learnt_signs(latin, own)) out.push_back({learnt(*signs), true, 1});
    for (const ReadyPart& other : natives) {
      if (other.part().folded == own.part().folded) continue;
      if (const auto signs = learnt_signs(latin, other)) {
        out.push_back({learnt(*signs), false, 1.0 / kDrawn});
      }
    }
  }
  return out;
}

std::vector<Example> Learner::within() {
  std::vector<Example> out;
  for (int i = 0; i < 2 * kAsked; ++i) {
    const std::size_t s = chance_.below(3);
    const Pair& pair = any(s);
    const bool latin = chance_.in(75);
    const NamePart own = part(latin ? pair.latin : pair.native);
    const auto& spellings = latin_of_[pair.native];
    std::string again = spellings[chance_.below(spellings.size())];
    if (!latin) again = pair.native;
    if (again == own.written || chance_.in(30)) again = slip(again, chance_);
    out.push_back({plain(plain_signs(own, part(again)), true), true, 1});
    for (int k = 0; k < kDrawn; ++k) {
      const Pair& other = any(s);
      const NamePart beside = part(latin ? other.latin : other.native);
      if (other.native == pair.native || beside.folded == own.folded) continue;
      out.push_back({plain(plain_signs(own, beside), true), false, 1.0 / kDrawn});
    }
  }
  return out;
}

std::vector<Example> Learner::between_natives() {
  std::vector<Example> out;
  std::vector<NamePart> drawn;
  for (int i = 0; i < kDrawn; ++i) drawn.push_back(part(any(chance_.below(3)).native));
  int asked = 0;
  for (const auto& [latin, natives] : natives_of_) {
    if (natives.size() < 2 || !chance_.in(20)) continue;
    if (++asked > kAsked) break;
    const NamePart own = part(natives[0]);
    out.push_back({plain(plain_signs(own, part(natives[1])), false), true, 1});
    for (const NamePart& beside : drawn) {
      if (beside.script == own.script) continue;
      out.push_back({plain(plain_signs(own, beside), false), false, 1.5 / kDrawn});
    }
  }
  return out;
}

std::string Learner::spelling(const Pair& pair, bool latin) {
  if (!latin) return pair.native;
  const auto& all = latin_of_[pair.native];
  return chance_.in(50) ? pair.latin : all[chance_.below(all.size())];
}

Learner::Person Learner::somebody() {
  Person out;
  out.script = chance_.below(3);
  constexpr std::array kHas{100, 50, 20, 95};
  for (const int hundredths : kHas) {
    out.parts.push_back(chance_.in(hundredths) ? &any(out.script) : nullptr);
  }
  if (out.script == 0 && chance_.in(25)) out.kunya = &any(out.script);
  return out;
}

// The most alike of some words: the names of a people resemble one another more than chance has it.
const Pair& Learner::near(std::size_t s, const Pair& pair) {
  const NamePart own = part(pair.latin);
  const Pair* best = &any(s);
  int most = -1;
  for (int i = 0; i < kAmong; ++i) {
    const Pair& other = any(s);
    if (other.native == pair.native) continue;
    const int alike = likeness(own, part(other.latin));
    if (alike > most) most = alike, best = &other;
  }
  return *best;
}

// Somebody else, who has some of the names.
Learner::Person Learner::another(const Person& person) {
  Person out = person;
  if (out.kunya != nullptr && chance_.in(80)) out.kunya = &any(out.script);
  if (out.parts[1] != nullptr && chance_.in(8)) {  // a son named after his grandfather
    std::swap(out.parts[0], out.parts[1]);
    return out;
  }
  const bool stranger = chance_.in(15), one_other = chance_.in(60);
  std::vector<std::size_t> there;
  for (std::size_t i = 0; i < out.parts.size(); ++i) {
    if (out.parts[i] != nullptr) there.push_back(i);
  }
  const std::size_t least = there[chance_.below(there.size())];
  for (const std::size_t i : there) {
    if (i == least || stranger || (!one_other && chance_.in(50))) {
      out.parts[i] = &(chance_.in(kNear) ? near(out.script, *out.parts[i]) : any(out.script));
    }
  }
  return out;
}

std::string Learner::written(const Person& person) {
  const bool latin = chance_.in(70);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < person.parts.size(); ++i) {
    const bool middle = i == 1 || i == 2;
    if (person.parts[i] == nullptr || chance_.in(middle ? 35 : 4)) continue;
    std::string word = spelling(*person.parts[i], latin);
    if (chance_.in(8)) word = slip(word, chance_);
    if (latin && i < 2 && chance_.in(6)) word = to_utf8(code_points(word).substr(0, 1)) + ".";
    words.push_back(word);
  }
  if (words.empty()) words.push_back(spelling(*person.parts[0], latin));
  const bool family_first = words.size() > 1 && chance_.in(20);
  std::string out = latin && chance_.in(4) ? "Dr. " : "";
  if (person.kunya != nullptr && !family_first && chance_.in(60)) {
    out = (latin ? "Abu " : "أبو ") + spelling(*person.kunya, latin) + " ";
  }
  if (family_first) out = words.back() + (chance_.in(50) ? ", " : " "), words.pop_back();
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += (i == 0 ? "" : chance_.in(3) ? "" : chance_.in(3) ? "-" : " ") + words[i];
  }
  return out;
}

std::vector<double> Learner::match_weights() {
  std::vector<Example> examples;
  for (int i = 0; i < 24'000; ++i) {
    const Person person = somebody();
    // A single name stands for many people: it came up for another of them more often than not.
    const bool bare = chance_.in(kBare), same = chance_.in(bare ? kSameOfBare : 50);
    Person other = same ? person : another(person);
    if (bare) other.parts[0] = person.parts[0];
    const std::string a = bare ? spelling(*person.parts[0], true) : written(person);
    const std::string b = written(other);
    const PersonalName x = parse_name(a), y = parse_name(b);
    if (x.parts.empty() || y.parts.empty()) continue;
    const Matched found = matched(ReadyName(x, scripts_of(y)), ReadyName(y, scripts_of(x)));
    bool differs = false;
    for (const MatchLine& one : found.lines) differs = differs || one.millibits < kMostEvidence;
    if (!same && !differs) continue;  // nothing of what tells them apart is written
    Example one;
    one.same = same;
    for (std::size_t k = 0; k < kMatchSigns; ++k) {
      one.signs.push_back(found.signs[k] / (in_millibits(static_cast<MatchSign>(k)) ? 1e3 : 1));
    }
    examples.push_back(std::move(one));
  }
  return fit(examples);
}

// Replaces what stands between `from` and the next `to`.
bool put(const std::string& path, const std::string& from, const std::string& to,
         const std::string& with) {
  std::ifstream in(path);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  const std::size_t begin = text.find(from), end = text.find(to, begin);
  if (end == std::string::npos) return false;
  text.replace(begin, end - begin, with);
  std::ofstream(path) << text;
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  Learner learner(arguments[1]);
  const std::string folder = arguments[2], what = arguments[3];
  if (what == "parts") {
    return put(folder + "/name_evidence_table.hpp", "inline constexpr EvidenceLine kArabic",
               "\n}  // namespace", learner.evidence_lines())
               ? 0
               : 1;
  }
  std::string weights = "inline constexpr std::array<int, 11> kMatchWeights{\n    ";
  for (const double one : learner.match_weights()) {
    weights += fmt::format("{}{}", weights.ends_with("    ") ? "" : ", ", std::lround(one * 1000));
  }
  return put(folder + "/name_match_table.hpp", "inline constexpr std::array", "\n}  // namespace",
             weights + "};\n")
             ? 0
             : 1;
}
