#include "text/sound_distance.hpp"

#include <algorithm>
#include <array>

namespace parley::text {
namespace {

// Letters and '\0' to 0..63.
constexpr std::size_t slot(char c) { return static_cast<unsigned char>(c) & 0x3F; }

using Costs = std::array<std::array<std::uint8_t, 64>, 64>;

struct Change {
  const char* sounds;  // each pair of letters of it costs `cost`
  std::uint8_t cost;
};

// clang-format off
// Consonants, whatever the scripts: sounds that are spelt for one another.
constexpr Change kConsonants[] = {
    {"hH", 0},   {"hX", 15},  {"HX", 10},  {"hG", 50},  {"hg", 25},  {"Hg", 60},  {"Gg", 10},
    {"GX", 50},  {"gj", 20},  {"Gj", 50},  {"gX", 50},  {"kX", 30},  {"HG", 60},  {"kG", 50},
    {"qk", 0},   {"qg", 20},  {"kg", 40},  {"qG", 30},  {"qX", 40},  {"kH", 60},  {"kC", 30},
    {"sS", 25},  {"sc", 20},  {"sz", 25},  {"sT", 15},  {"sC", 35},  {"sZ", 50},  {"zZ", 25},
    {"zD", 15},  {"zd", 50},  {"zK", 20},  {"zQ", 0},   {"zc", 35},  {"zj", 50},  {"zT", 40},
    {"SC", 15},  {"SZ", 35},  {"Sj", 60},  {"Sc", 50},  {"jZ", 10},  {"jC", 35},  {"jy", 25},
    {"Zy", 60},  {"Zg", 35},  {"Cc", 30},  {"tT", 10},  {"td", 40},  {"tD", 50},  {"TD", 30},
    {"dD", 15},  {"dK", 0},   {"DK", 5},   {"DQ", 5},   {"dQ", 25},  {"KQ", 20},  {"tc", 40},
    {"bp", 30},  {"bv", 30},  {"pf", 30},  {"fv", 10},  {"vw", 10},  {"fw", 45},  {"bf", 60},
    {"mn", 55},  {"lr", 70},  {"XC", 35},  {"HC", 40},  {"hC", 50},  {"Tf", 50},
    // Hebrew letters of two sounds.
    {"Bb", 0},   {"Bv", 0},   {"Bw", 15},  {"Bf", 30},  {"Bp", 35},  {"Fp", 0},   {"Ff", 0},
    {"Fb", 30},  {"Fv", 20},  {"Lk", 0},   {"LX", 0},   {"LH", 15},  {"Lh", 25},  {"Lq", 0},
    {"LC", 20},  {"RS", 0},   {"Rs", 0},   {"RC", 20},  {"Rz", 30},  {"cs", 15},
    // Letters that are a consonant or a vowel.
    {"Ww", 0},   {"Wv", 10},  {"Wu", 0},   {"Wo", 0},   {"Yy", 0},   {"Yi", 0},   {"Ye", 5},
    {"Yj", 25},  {"Iy", 0},   {"Ii", 0},   {"Ie", 5},   {"Ia", 20},  {"IY", 5},   {"IA", 20},
    {"yi", 10},  {"ye", 30},  {"wu", 10},  {"wo", 20},  {"vu", 50},  {"AE", 30},
    // Endings.
    {"Ph", 5},   {"Pa", 0},   {"PN", 0},   {"PM", 0},   {"Pe", 5},   {"Pt", 25},  {"PA", 10},
    {"Po", 40},  {"PH", 40},  {"PI", 40},  {"Na", 5},   {"NA", 0},   {"Ne", 20},  {"Nh", 30},
    {"No", 45},  {"Ni", 70},  {"Nu", 70},  {"NE", 30},  {"Ny", 70},  {"NI", 15},  {"NM", 0},
    {"Ma", 5},   {"MA", 5},   {"MH", 0},   {"Mh", 10},  {"MX", 20},  {"MI", 30},  {"Me", 20},
    {"Mo", 50},  {"Mi", 70},  {"Mu", 70},  {"ME", 30},
};

// A row with vowels against one where only long ones are written.
constexpr Change kOneSide[] = {
    {"Aa", 0},  {"Ae", 12}, {"Ao", 35}, {"Ai", 55}, {"Au", 55}, {"Wa", 60}, {"We", 55}, {"Wi", 55},
    {"Ya", 50}, {"Yo", 60}, {"Yu", 55}, {"Ou", 0},  {"Oo", 0},  {"Oa", 0},  {"Oe", 0},  {"Oi", 0},
    {"Oy", 40}, {"Ea", 0},  {"Eo", 0},  {"Ee", 0},  {"Ei", 5},  {"Eu", 0},  {"Iu", 60}, {"Io", 60},
    {"pb", 3},  // Arabic has no p
};

constexpr Change kFullVowels[] = {
    {"ae", 20}, {"ei", 14}, {"ou", 12}, {"ao", 40}, {"ai", 50},
    {"au", 50}, {"eo", 45}, {"eu", 45}, {"io", 50}, {"iu", 45},
};

constexpr Change kLongVowels[] = {{"AY", 90}, {"AW", 90}, {"YW", 90}, {"OA", 20}, {"OE", 50}};

// Nothing against one of these.
constexpr Change kOmittedBoth[] = {
    {"a", 45}, {"e", 30}, {"i", 38}, {"o", 42}, {"u", 42},
    {"y", 35}, {"w", 55}, {"h", 45}, {"N", 85}, {"M", 85},
};
constexpr Change kOmittedOneSide[] = {
    {"a", 10}, {"e", 8},  {"i", 16}, {"o", 16}, {"u", 16}, {"y", 35}, {"w", 55}, {"h", 55},
    {"N", 75}, {"M", 75}, {"A", 32}, {"W", 50}, {"Y", 45}, {"O", 12}, {"I", 45}, {"P", 75},
    {"E", 8},
};
constexpr Change kOmittedNeither[] = {
    {"A", 45}, {"W", 65}, {"Y", 60}, {"O", 45}, {"I", 70}, {"P", 80}, {"E", 80},
};
// clang-format on

template <std::size_t N>
constexpr void set_pairs(Costs& costs, const Change (&changes)[N]) {
  for (const Change& change : changes) {
    costs[slot(change.sounds[0])][slot(change.sounds[1])] = change.cost;
    costs[slot(change.sounds[1])][slot(change.sounds[0])] = change.cost;
  }
}

template <std::size_t N>
constexpr void set_omitted(Costs& costs, const Change (&changes)[N]) {
  for (const Change& change : changes) {
    costs[0][slot(change.sounds[0])] = change.cost;
    costs[slot(change.sounds[0])][0] = change.cost;
  }
}

constexpr Costs costs_of(Vowels vowels) {
  Costs costs{};
  for (std::size_t a = 0; a < 64; ++a) {
    for (std::size_t b = 0; b < 64; ++b) costs[a][b] = a == b ? 0 : 100;
  }
  set_pairs(costs, kConsonants);
  set_pairs(costs, kFullVowels);
  set_pairs(costs, kLongVowels);
  set_pairs(costs, kOneSide);
  if (vowels == Vowels::kBoth) set_omitted(costs, kOmittedBoth);
  if (vowels == Vowels::kOneSide) set_omitted(costs, kOmittedOneSide);
  if (vowels == Vowels::kNeither) set_omitted(costs, kOmittedNeither);
  return costs;
}

constexpr Costs kCosts[3] = {costs_of(Vowels::kBoth), costs_of(Vowels::kOneSide),
                             costs_of(Vowels::kNeither)};

bool is_abjad(Script script) { return script == Script::kArabic || script == Script::kHebrew; }

int weight_of(char c) {
  switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u': return 35;
    case 'A':
    case 'W':
    case 'Y':
    case 'O':
    case 'I':
    case 'P':
    case 'E':
    case 'N':
    case 'M': return 45;
    case 'y':
    case 'w': return 60;
    default: return 100;
  }
}

}  // namespace

Vowels vowels_between(Script a, Script b) {
  if (is_abjad(a) != is_abjad(b)) return Vowels::kOneSide;
  return is_abjad(a) ? Vowels::kNeither : Vowels::kBoth;
}

int sound_cost(char a, char b, Vowels vowels) {
  return kCosts[static_cast<std::size_t>(vowels)][slot(a)][slot(b)];
}

int sound_distance(std::string_view a, std::string_view b, Vowels vowels, int enough) {
  a = a.substr(0, kMostSounds);
  b = b.substr(0, kMostSounds);
  const auto& costs = kCosts[static_cast<std::size_t>(vowels)];
  // Plain arrays: this is the innermost loop of linkage.
  std::size_t other[kMostSounds];
  int omitted[kMostSounds];
  int row[kMostSounds + 1];
  const std::size_t size = b.size();
  row[0] = 0;
  for (std::size_t j = 0; j < size; ++j) {
    other[j] = slot(b[j]);
    omitted[j] = costs[0][other[j]];
    row[j + 1] = row[j] + omitted[j];
  }
  for (const char sound : a) {
    const std::uint8_t* change = costs[slot(sound)].data();
    const int drop = change[0];
    int diagonal = row[0];
    int left = row[0] + drop;
    int least = left;
    row[0] = left;
    for (std::size_t j = 0; j < size; ++j) {
      const int above = row[j + 1];
      left = std::min({diagonal + change[other[j]], above + drop, left + omitted[j]});
      row[j + 1] = left;
      least = std::min(least, left);
      diagonal = above;
    }
    // Every way to the end leads over this row, and no cost is negative.
    if (least >= enough) return enough;
  }
  return std::min(row[size], enough);
}

int sound_weight(std::string_view sounds) {
  int weight = 0;
  for (const char sound : sounds.substr(0, kMostSounds)) weight += weight_of(sound);
  return weight;
}

}  // namespace parley::text
