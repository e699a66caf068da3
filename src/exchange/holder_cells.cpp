#include "exchange/holder_cells.hpp"

#include <algorithm>

#include "exchange/vocabulary_words.hpp"

namespace parley::exchange {

std::map<std::string, record::EntryId> names_of_parties(const dossier::Dossier& dossier) {
  std::map<std::string, record::EntryId> out;
  for (const auto& party : dossier.parties) {
    if (party.withdrawn()) continue;
    out.emplace(plain_words(party.value().key), party.id);
    for (const auto& [tag, name] : party.value().names) out.emplace(plain_words(name), party.id);
  }
  return out;
}

HolderCells::HolderCells(const dossier::Dossier& dossier, const record::EntryId& by)
    : names_(names_of_parties(dossier)), by_(by) {}

void HolderCells::add_flaws(const Reading& reading, const std::vector<std::string>& cells,
                            std::vector<CellFlaw>& flaws) const {
  const std::size_t count = std::min(cells.size(), reading.columns.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (reading.columns[i].field != Field::kAllegedHolder || says_nothing(cells[i])) continue;
    const auto found = names_.find(plain_words(cells[i]));
    if (found == names_.end()) {
      flaws.push_back({i, "no party of this dossier is called so: nobody is asked"});
    } else if (found->second == by_) {
      flaws.push_back({i, "is the list's own party, which seeks nobody from itself"});
    }
  }
  std::stable_sort(flaws.begin(), flaws.end(),
                   [](const CellFlaw& a, const CellFlaw& b) { return a.column < b.column; });
}

void HolderCells::add_flaws(ListFile& file) const {
  for (FileRow& row : file.rows) {
    if (row.is_person()) add_flaws(file.reading(), row.cells, row.flaws);
  }
}

}  // namespace parley::exchange
