#include "text/common_names.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "text/common_names_table.hpp"
#include "text/name_elements.hpp"
#include "text/name_words.hpp"

namespace parley::text {
namespace {

class Table {
 public:
  Table() {
    firsts_.reserve(kCommonNamesSize);
    keys_.reserve(kCommonNamesSize);
    for (std::size_t i = 0; i < kCommonNamesSize; ++i) add(i);
  }

  const CommonName* find(std::string_view folded) const {
    const auto found = names_.find(folded);
    return found == names_.end() ? nullptr : &found->second;
  }
  std::string_view first(std::uint32_t group) const { return firsts_.at(group - 1); }

 private:
  void add(std::size_t line) {
    const auto group = static_cast<std::uint32_t>(line + 1);
    const CommonNameLine& row = kCommonNames[line];
    std::string_view rest = row.spellings;
    for (bool first = true; !rest.empty(); first = false) {
      const std::string_view spelling = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), spelling.size() + 1));
      const std::vector<NameWord> words = name_words(spelling);
      const std::vector<NameElement> elements = name_elements(words, nullptr);
      if (elements.size() != 1) continue;  // a test says that there is none
      const NameElement& element = elements.front();
      if (first) {
        firsts_.emplace_back(spelling);
        keys_.push_back(name_key(element.folded, element.script));
      }
      enter(element.folded, group, static_cast<NameKind>(row.kind));
    }
  }

  void enter(const std::string& folded, std::uint32_t group, NameKind kind) {
    CommonName& name = names_[folded];
    if (name.group == group || name.others[0] == group || name.others[1] == group) return;
    name.family |= kind == NameKind::kFamily;
    if (name.group == 0) {
      name = {group, {}, kind, name.family, keys_.back()};
    } else {
      name.others[name.others[0] == 0 ? 0 : 1] = group;
    }
  }

  std::map<std::string, CommonName, std::less<>> names_;
  std::vector<std::string> firsts_;
  std::vector<std::string> keys_;
};

const Table& table() {
  static const Table kTable;
  return kTable;
}

}  // namespace

const CommonName* find_common_name(std::string_view folded) { return table().find(folded); }
std::uint32_t common_name_count() { return static_cast<std::uint32_t>(kCommonNamesSize); }
std::string_view common_name(std::uint32_t group) { return table().first(group); }

}  // namespace parley::text
