// How many pairs of words a second the distances of texts take, one thread. Every word of a file
// is compared with every other; without a file, invented family names.
//   bench_distance [FILE]     FILE: a word a line
#include <fmt/core.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "people_world.hpp"
#include "text/edit_distance.hpp"
#include "text/sound_distance.hpp"
#include "text/sounds.hpp"

namespace {

template <class Distance>
void report(const char* what, const std::vector<std::string>& words, Distance distance) {
  const std::clock_t started = std::clock();
  std::size_t sum = 0;
  for (const std::string& a : words) {
    for (const std::string& b : words) sum += static_cast<std::size_t>(distance(a, b));
  }
  const double seconds = static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC;
  const auto pairs = static_cast<double>(words.size() * words.size());
  fmt::print("{}: {:.1f} M pairs/s (check {})\n", what, pairs / seconds / 1e6, sum % 1000);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> words;
  if (count > 1) {
    std::ifstream in(arguments[1]);
    for (std::string line; std::getline(in, line);) words.push_back(line);
  } else {
    const bench::World world(1);
    for (std::uint32_t rank = 0; rank < 2'000; ++rank) {
      words.push_back(world.family(rank));
      for (char& letter : words.back()) letter = static_cast<char>(letter | 0x20);
    }
  }
  if (words.empty()) return 1;
  report("edit distance (optimal string alignment)", words, parley::text::edit_distance);
  using parley::text::Script;
  std::vector<std::string> sounds;
  for (const std::string& word : words) {
    sounds.push_back(parley::text::sounds_of(word, Script::kLatin));
  }
  report("distance of sounds", sounds, [](const std::string& a, const std::string& b) {
    return parley::text::sound_distance(a, b, parley::text::Vowels::kBoth);
  });
  return 0;
}
