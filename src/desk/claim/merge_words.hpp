// What one returned row says, as the step of a claim that it is.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "exchange/claim_sheet.hpp"
#include "exchange/claim_sheet_reader.hpp"

namespace parley::desk {

// About a cell of a row: which column, and what.
struct WordFlaw {
  std::optional<exchange::SheetColumn> column;
  std::string reason;
};

// monostate: left open.
using Words = std::variant<std::monostate, exchange::Answer, exchange::Remark>;

struct RowWords {
  Words words;
  std::optional<WordFlaw> flaw;  // then there are no words
  std::vector<WordFlaw> notes;
};

// As a row of that kind of round, by that party, on that claim. `earlier_reference`: what stood in
// the column of the reference when the sheet went out. `year`: two-digit years are not after it.
RowWords words_of(const exchange::View& view, const exchange::ReturnedRow& row,
                  exchange::RoundKind kind, const record::EntryId& by, const record::EntryId& claim,
                  const text::OrderGuess& order, std::int32_t year,
                  const std::string& earlier_reference);

// What a row of remarks shows as the other side's word, where that is not what the claim holds: on
// what the remark is made is not sure. Precondition: no step has been taken since the sheet went
// out.
std::optional<WordFlaw> other_word(const exchange::View& view, const exchange::ReturnedRow& row,
                                   const exchange::Claim& claim);

// The fields of the list that the row has and that differ from what the sheet showed, as headers
// are known; white space and the form of the characters aside.
std::vector<exchange::Field> changed_fields(const exchange::View& view,
                                            const exchange::ReturnedRow& row,
                                            exchange::RoundKind kind, const record::EntryId& to,
                                            const exchange::Row& of_list);

// The columns of names that the row has, in its order.
std::vector<exchange::Field> name_columns(const exchange::ReturnedRow& row);

// What stands in those columns, as one text, but for what changed_fields() does not count: of the
// row as it came, and of a row of a list as its sheet shows it. "" where all are empty.
std::string names_in(const exchange::ReturnedRow& row);
std::string names_in(const exchange::View& view, const std::vector<exchange::Field>& columns,
                     exchange::RoundKind kind, const record::EntryId& to,
                     const exchange::Row& of_list);

}  // namespace parley::desk
