#include "linkage/column_look.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "linkage/date_cell.hpp"
#include "linkage/texts.hpp"
#include "text/digits.hpp"
#include "text/personal_name.hpp"

namespace parley::linkage {
namespace {

constexpr std::size_t kSample = 2'000;

std::optional<long> whole_number(std::string_view text) {
  long out = 0;
  const char* const end = text.data() + text.size();
  const auto [at, code] = std::from_chars(text.data(), end, out);
  if (code != std::errc() || at != end) return {};
  return out;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

int words_in(std::string_view text) {
  int out = 0;
  bool within = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space && !within) ++out;
    within = !space;
  }
  return out;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find(' ') == std::string_view::npos &&
         text.find('@', at + 1) == std::string_view::npos;
}

bool is_known_name(std::string_view text) {
  const text::PersonalName name = text::parse_name(text);
  const auto known = std::count_if(name.parts.begin(), name.parts.end(),
                                   [](const text::NamePart& part) { return part.group != 0; });
  return known > 0 && static_cast<std::size_t>(known) * 2 >= name.parts.size();
}

struct Tally {
  std::size_t cells = 0, dates = 0, years = 0, any_dates = 0, ages = 0, emails = 0, digits_only = 0,
              with_digit = 0, known_names = 0, words = 0, characters = 0;

  void add(std::string_view cell) {
    const std::string text = text::ascii_digits(cell);
    ++cells;
    const bool digit = has_digit(text);
    const bool only = digit && text.find_first_not_of("0123456789+-/.() ") == std::string::npos;
    const auto number = whole_number(text);
    const bool date = digit && text.size() < 40 && date_in(text).has_value();
    with_digit += digit ? 1 : 0;
    digits_only += only ? 1 : 0;
    any_dates += date ? 1 : 0;
    dates += date && (!number || is_compact_date(text)) ? 1 : 0;
    years += number && *number >= 1000 && *number <= 2100 ? 1 : 0;
    ages += digit && text.size() < 20 && text::read_age_range(text) ? 1 : 0;
    emails += is_email(text) ? 1 : 0;
    known_names += !digit && text.size() < 200 && is_known_name(cell) ? 1 : 0;
    words += static_cast<std::size_t>(words_in(text));
    characters += text.size();
  }
  int of_1000(std::size_t count) const {
    return cells == 0 ? 0 : static_cast<int>(count * 1000 / cells);
  }
};

bool counts_up(const Cells& cells) {
  std::optional<long> before;
  for (const std::string_view cell : cells) {
    const auto number = whole_number(trimmed(cell));
    if (!number || (before && *number != *before + 1)) return false;
    before = number;
  }
  return cells.size() > 1;
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = cell.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return cell.substr(first, cell.find_last_not_of(kSpace) - first + 1);
}

std::string_view said(std::string_view cell) {
  cell = trimmed(cell);
  return cell.size() < 40 && text::says_unknown(cell) ? std::string_view{} : cell;
}

ColumnLook look_at(const std::vector<Cells>& files) {
  ColumnLook out;
  Cells filled;
  ViewNumbers different;
  out.unique = true;
  out.counts_up = true;
  for (const Cells& cells : files) {
    ViewNumbers of_file;
    std::vector<std::string_view> says;  // of each distinct cell
    std::size_t here = 0;
    for (const std::string_view cell : cells) {
      const std::string_view text = trimmed(cell);
      if (text.empty()) continue;
      // A number of a row may be 0, which elsewhere says nothing.
      const std::uint32_t number = of_file.of(text);
      if (number == says.size()) {
        says.push_back(said(text));
        if (!says.back().empty()) different.of(says.back());
      }
      if (says[number].empty()) continue;
      ++here;
      filled.push_back(text);
    }
    out.unique = out.unique && says.size() == cells.size();
    out.rows += cells.size();
    out.filled += here;
    out.counts_up = out.counts_up && counts_up(cells);
  }
  out.different = different.views().size();
  Tally tally;
  const std::size_t taken = std::min(kSample, filled.size());
  for (std::size_t i = 0; i < taken; ++i) tally.add(filled[i * filled.size() / taken]);
  out.dates = tally.of_1000(tally.dates);
  out.years = tally.of_1000(tally.years);
  out.any_dates = tally.of_1000(tally.any_dates);
  out.ages = tally.of_1000(tally.ages);
  out.emails = tally.of_1000(tally.emails);
  out.digits_only = tally.of_1000(tally.digits_only);
  out.with_digit = tally.of_1000(tally.with_digit);
  out.known_names = tally.of_1000(tally.known_names);
  out.words_x100 = tally.cells == 0 ? 0 : static_cast<int>(tally.words * 100 / tally.cells);
  out.characters = tally.cells == 0 ? 0 : static_cast<int>(tally.characters / tally.cells);
  return out;
}

}  // namespace parley::linkage
