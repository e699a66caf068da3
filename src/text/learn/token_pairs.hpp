// The files of single words in two scripts that are learnt from and measured on: a word in Latin
// letters, the word in its own, which is written with a space between letters, and a count.
//
// Lines "latin TAB n a t i v e TAB count"; others are passed over. A file that is not there holds
// none. For learning, tests and benchmarks; the program reads no such file.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace parley::text {

struct TokenPair {
  std::string latin, native;  // as written
};

inline std::vector<TokenPair> read_token_pairs(const std::filesystem::path& path) {
  std::vector<TokenPair> pairs;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    std::string native = line.substr(first + 1, second - first - 1);
    std::erase(native, ' ');
    pairs.push_back({line.substr(0, first), std::move(native)});
  }
  return pairs;
}

}  // namespace parley::text
