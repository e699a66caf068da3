// The cells of a list of people sought that name a holder, compared with the parties of the
// dossier.
//
// Promises: a cell is a party's handle, or its name in any language, case, marks and punctuation
// aside; never a guess. What is said of a cell repeats nothing of it. Does not: know which rows
// stand.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dossier/view.hpp"
#include "exchange/list_import.hpp"
#include "exchange/lists.hpp"

namespace parley::exchange {

// By handle and by each name, as plain_words().
std::map<std::string, record::EntryId> names_of_parties(const dossier::Dossier& dossier);

class HolderCells {
 public:
  // `by`: whose list it is.
  HolderCells(const dossier::Dossier& dossier, const record::EntryId& by);

  // Adds, by column, the cells that name no party, or the list's own.
  void add_flaws(const Reading& reading, const std::vector<std::string>& cells,
                 std::vector<CellFlaw>& flaws) const;
  // To each person of the file.
  void add_flaws(ListFile& file) const;

 private:
  std::map<std::string, record::EntryId> names_;
  record::EntryId by_;
};

}  // namespace parley::exchange
