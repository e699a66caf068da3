#include "table/hxl.hpp"

#include <algorithm>

namespace parley::table {
namespace {

constexpr std::size_t kRows = 25;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Takes words led by a sign: "#adm1", "+name".
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) { skip(); }

  bool done() const { return text_.empty(); }

  // Empty: the next is no such word.
  std::string take(char sign) {
    if (text_.empty() || text_.front() != sign) return {};
    text_.remove_prefix(1);
    skip();
    std::string word;
    for (; !text_.empty(); text_.remove_prefix(1)) {
      char c = text_.front();
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      const bool letter = c >= 'a' && c <= 'z';
      const bool later = (c >= '0' && c <= '9') || c == '_';
      if (!letter && !(later && !word.empty())) break;
      word += c;
    }
    skip();
    return word;
  }

 private:
  void skip() {
    while (!text_.empty() && is_space(text_.front())) text_.remove_prefix(1);
  }

  std::string_view text_;
};

void settle(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool has(const std::vector<std::string>& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

}  // namespace

std::string HxlTag::text() const {
  std::string out = "#" + tag;
  for (const std::string& attribute : attributes) out += "+" + attribute;
  return out;
}

std::optional<HxlPattern> parse_hxl_pattern(std::string_view text) {
  Words words(text);
  HxlPattern out;
  out.needs.tag = words.take('#');
  if (out.needs.tag.empty()) return {};
  while (!words.done()) {
    if (std::string needed = words.take('+'); !needed.empty()) {
      out.needs.attributes.push_back(std::move(needed));
    } else if (std::string forbidden = words.take('-'); !forbidden.empty()) {
      out.forbids.push_back(std::move(forbidden));
    } else {
      return {};
    }
  }
  settle(out.needs.attributes);
  settle(out.forbids);
  return out;
}

std::optional<HxlTag> parse_hxl_tag(std::string_view text) {
  auto pattern = parse_hxl_pattern(text);
  if (!pattern || !pattern->forbids.empty()) return {};
  return std::move(pattern->needs);
}

bool fits(const HxlPattern& pattern, const HxlTag& tag) {
  const auto& needs = pattern.needs.attributes;
  return pattern.needs.tag == tag.tag &&
         std::all_of(needs.begin(), needs.end(),
                     [&](const auto& one) { return has(tag.attributes, one); }) &&
         std::none_of(pattern.forbids.begin(), pattern.forbids.end(),
                      [&](const auto& one) { return has(tag.attributes, one); });
}

std::optional<HxlRow> find_hxl_row(const Sheet& sheet) {
  for (std::size_t i = 0; i < std::min(kRows, sheet.rows.size()); ++i) {
    HxlRow row{i, {}};
    std::size_t cells = 0;
    std::size_t tags = 0;
    for (const Cell& cell : sheet.rows[i].cells) {
      row.tags.push_back(parse_hxl_tag(cell.text));
      cells += cell.text.empty() ? 0 : 1;
      tags += row.tags.back() ? 1 : 0;
    }
    if (tags > 0 && tags * 2 >= cells) return row;
  }
  return {};
}

}  // namespace parley::table
