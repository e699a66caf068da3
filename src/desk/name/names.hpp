// Names on their own, without a dossier: compared, found in a file, taken apart.
//
// Promises: functions of what is given; the same at any number of threads; no name is kept. Errors
// name a file and a line or which of two names, never what it says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "text/name_match.hpp"
#include "text/personal_name.hpp"

namespace parley::desk {

constexpr std::size_t kLongestName = 4096;  // bytes

struct NamesCompared {
  std::string a, b;
  text::NameMatch match;
};
// Error (kBadInput): not UTF-8, without a letter, or longer than kLongestName.
Result<NamesCompared> compare_names(const std::string& a, const std::string& b);

// Why, in a sentence or two of plain English.
std::string reason_of(const NamesCompared& compared);

struct NameParsed {
  text::PersonalName name;
  std::string left_out;  // titles, bin and its like: what stands in no part and no kunya
};
Result<NameParsed> parse_one_name(const std::string& written);
// The spelling of the table of common names that stands for a part's group; "" of 0.
std::string group_name(std::uint32_t group);

struct NameFile {
  std::string name, bytes;
};
struct FindRequest {
  std::string query;  // or, where it is empty:
  NameFile queries;
  NameFile names;
  std::size_t most = 10;
  int threads = 1;
};
struct NameFound {
  std::string name;
  std::uint32_t probability_ppm = 0;
};
struct NamesFound {
  struct One {
    std::string query;
    std::vector<NameFound> found;  // the best first
  };
  std::vector<One> asked;                             // as asked, blank ones too
  std::size_t names = 0, repeated = 0, too_long = 0;  // of the file of names
};
// A line is a name as it stands, in any encoding that lists are in; of equal lines one.
Result<NamesFound> find_names(const FindRequest& request);

}  // namespace parley::desk
