#include "desk/link/table_files.hpp"

#include <fmt/core.h>

#include "table/csv.hpp"

namespace parley::desk {
namespace {

using Cells = std::vector<std::vector<std::string>>;

struct Place {
  std::size_t file = 0;  // from 0
  std::uint32_t index = 0;
};

// Of a row that may be numbered on after the first list's.
Place place_of(std::uint32_t index, const std::vector<TableRows>& rows) {
  const auto first = static_cast<std::uint32_t>(rows[0].numbers.size());
  return index < first || rows.size() == 1 ? Place{0, index} : Place{1, index - first};
}

void add(std::vector<std::string>& cells, const Place& place, const std::vector<TableRows>& rows) {
  const TableRows& of = rows[place.file];
  cells.push_back(std::to_string(place.file + 1));
  cells.push_back(std::to_string(of.numbers[place.index]));
  cells.push_back(of.ids.empty() ? "" : of.ids[place.index]);
}

std::string written(const Cells& cells) {
  table::CsvStyle style;
  style.guard = true;
  return table::write_csv(cells, style);
}

}  // namespace

std::string pairs_file(const linkage::LinkedLists& linked, const std::vector<TableRows>& rows) {
  const bool between =
      linked.mode != linkage::Mode::kDedupe && linked.mode != linkage::Mode::kWithin;
  Cells out = {{"file_a", "row_a", "id_a", "file_b", "row_b", "id_b", "probability", "bits"}};
  for (const linkage::LinkedRows& pair : linked.pairs) {
    std::vector<std::string> cells;
    add(cells, place_of(pair.a, rows), rows);
    add(cells, between ? Place{1, pair.b} : place_of(pair.b, rows), rows);
    cells.push_back(fmt::format("{}.{:06}", pair.probability_ppm / 1'000'000,
                                pair.probability_ppm % 1'000'000));
    cells.push_back(fmt::format("{:.3f}", static_cast<double>(pair.millibits) / 1000));
    out.push_back(std::move(cells));
  }
  return written(out);
}

std::string clusters_file(const linkage::LinkedLists& linked, const std::vector<TableRows>& rows) {
  const auto first = static_cast<std::uint32_t>(rows[0].numbers.size());
  const std::size_t all = first + (rows.size() == 2 ? rows[1].numbers.size() : 0);
  // The first row of a group stands for it; groups are numbered as they come.
  constexpr std::uint32_t kNone = 0xffffffff;
  std::vector<std::uint32_t> group_of(all, kNone);
  for (std::uint32_t group = 0; group < linked.groups.size(); ++group) {
    for (const std::uint32_t row : linked.groups[group].a) group_of[row] = group;
    for (const std::uint32_t row : linked.groups[group].b) group_of[first + row] = group;
  }
  std::vector<std::uint32_t> number_of(linked.groups.size(), kNone);
  std::uint32_t next = 1;
  Cells out = {{"cluster", "file", "row", "id"}};
  for (std::uint32_t row = 0; row < all; ++row) {
    std::uint32_t number = 0;
    if (group_of[row] == kNone) {
      number = next++;
    } else {
      std::uint32_t& known = number_of[group_of[row]];
      if (known == kNone) known = next++;
      number = known;
    }
    std::vector<std::string> cells = {std::to_string(number)};
    add(cells, place_of(row, rows), rows);
    out.push_back(std::move(cells));
  }
  return written(out);
}

}  // namespace parley::desk
