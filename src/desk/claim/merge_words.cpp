#include "desk/claim/merge_words.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace parley::desk {
namespace {

using exchange::Answer;
using exchange::AnswerStatus;
using exchange::Remark;
using exchange::RoundKind;
using exchange::SheetColumn;

const std::string& cell(const exchange::ReturnedRow& row, SheetColumn column) {
  static const std::string kNone;
  const auto found = row.cells.find(column);
  return found == row.cells.end() ? kNone : found->second;
}

// The column that says what the row says, and what stands there; by content where a header was
// lost.
std::pair<SheetColumn, std::string> said(const exchange::ReturnedRow& row, RoundKind kind) {
  const bool answers = exchange::goes_to_holder(kind);
  const std::array columns = answers ? std::array{SheetColumn::kAnswer, SheetColumn::kFinalReply}
                                     : std::array{SheetColumn::kRemark, SheetColumn::kLastRemark};
  for (const SheetColumn column : columns) {
    if (!cell(row, column).empty()) return {column, cell(row, column)};
  }
  if (!answers && !cell(row, SheetColumn::kAnswer).empty()) {
    return {SheetColumn::kAnswer, cell(row, SheetColumn::kAnswer)};
  }
  return {columns[0], {}};
}

RowWords flawed(std::optional<SheetColumn> column, std::string reason) {
  RowWords out;
  out.flaw = WordFlaw{column, std::move(reason)};
  return out;
}

bool says_nothing(const exchange::ReturnedRow& row, const std::string& earlier_reference) {
  for (const SheetColumn column : {SheetColumn::kDate, SheetColumn::kOther, SheetColumn::kCause,
                                   SheetColumn::kBurialPlace, SheetColumn::kNote}) {
    if (!cell(row, column).empty()) return false;
  }
  const std::string& reference = cell(row, SheetColumn::kReference);
  return reference.empty() || reference == earlier_reference;
}

void read_day(const std::string& written, const text::OrderGuess& order, std::int32_t year,
              Answer& answer, RowWords& out) {
  if (written.empty() || text::says_unknown(written)) return;
  text::DateCustom custom;
  custom.order = order.order;
  custom.order_known = order.shown;
  custom.latest_year = year;
  const auto read = text::read_date(written, custom);
  if (!read) {
    out.flaw = WordFlaw{SheetColumn::kDate, read.error().message};
    return;
  }
  answer.date = read->date;
  if (read->order_assumed) {
    out.notes.push_back({SheetColumn::kDate, "day and month could be the other way round"});
  } else if (read->calendar_assumed || read->century_assumed || read->approximate || read->last) {
    out.notes.push_back({SheetColumn::kDate, "the date could be read in more than one way"});
  }
}

RowWords answer_of(const exchange::View& view, const exchange::ReturnedRow& row, Answer answer,
                   AnswerStatus status, const text::OrderGuess& order, std::int32_t year) {
  RowWords out;
  answer.status = status;
  read_day(cell(row, SheetColumn::kDate), order, year, answer, out);
  if (out.flaw) return out;
  const std::string& other = cell(row, SheetColumn::kOther);
  if (!other.empty()) {
    answer.other = view.party_called(other);
    answer.other_name = other;
  }
  answer.cause = cell(row, SheetColumn::kCause);
  answer.burial_place = cell(row, SheetColumn::kBurialPlace);
  answer.note = cell(row, SheetColumn::kNote);
  answer.reference = cell(row, SheetColumn::kReference);
  out.words = std::move(answer);
  return out;
}

// Without what programs change by themselves: white space, the form of a character, a mark before a
// text that would look like a formula.
std::string comparable(std::string_view text) {
  const auto normal = text::nfc(text);
  std::string out;
  for (const char c : normal ? std::string_view(*normal) : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  while (out.ends_with(' ')) out.pop_back();
  if (out.starts_with('\'')) out.erase(0, 1);
  return out;
}

bool is_name(exchange::Field field) {
  using exchange::Field;
  return field == Field::kName || field == Field::kGiven || field == Field::kFather ||
         field == Field::kGrandfather || field == Field::kFamily;
}

void add_name(std::string& out, std::string_view cell) {
  const std::string name = comparable(cell);
  if (!name.empty() && !out.empty()) out += '\n';
  out += name;
}

}  // namespace

RowWords words_of(const exchange::View& view, const exchange::ReturnedRow& row, RoundKind kind,
                  const record::EntryId& by, const record::EntryId& claim,
                  const text::OrderGuess& order, std::int32_t year,
                  const std::string& earlier_reference) {
  const auto [column, text] = said(row, kind);
  if (text.empty()) {
    if (says_nothing(row, earlier_reference)) return {};
    return flawed(column, "is empty, and other columns of the row are not");
  }
  if (exchange::goes_to_holder(kind)) {
    const auto status = exchange::read_answer(text);
    if (!status) return flawed(column, "is none of the answers in the list");
    Answer answer;
    answer.claim = claim;
    answer.by = by;
    answer.final_reply = kind == RoundKind::kFinalReplies;
    return answer_of(view, row, std::move(answer), *status, order, year);
  }
  const auto stance = exchange::read_stance(text);
  if (!stance) return flawed(column, "is none of the remarks in the list");
  RowWords out;
  Remark remark;
  remark.claim = claim;
  remark.by = by;
  remark.stance = *stance;
  remark.note = cell(row, SheetColumn::kNote);
  remark.last = kind == RoundKind::kLastRemarks;
  out.words = std::move(remark);
  return out;
}

std::optional<WordFlaw> other_word(const exchange::View& view, const exchange::ReturnedRow& row,
                                   const exchange::Claim& claim) {
  if (!claim.answer) return {};
  for (const SheetColumn column : {SheetColumn::kTheirAnswer, SheetColumn::kTheirFinalReply}) {
    const std::string& shown = cell(row, column);
    if (shown.empty() ||
        exchange::read_answer(shown) == view.claims.answers[*claim.answer].status) {
      continue;
    }
    return WordFlaw{column, "is not what was put: on what the remark is made is not sure"};
  }
  return {};
}

std::vector<exchange::Field> changed_fields(const exchange::View& view,
                                            const exchange::ReturnedRow& row, RoundKind kind,
                                            const record::EntryId& to,
                                            const exchange::Row& of_list) {
  std::vector<exchange::Field> out;
  for (const auto& [field, cell] : row.fields) {
    const std::string shown = exchange::shown_in_sheet(view, of_list, field, kind, to);
    if (shown != cell && comparable(shown) != comparable(cell)) out.push_back(field);
  }
  return out;
}

std::vector<exchange::Field> name_columns(const exchange::ReturnedRow& row) {
  std::vector<exchange::Field> out;
  for (const auto& [field, cell] : row.fields) {
    if (is_name(field)) out.push_back(field);
  }
  return out;
}

std::string names_in(const exchange::ReturnedRow& row) {
  std::string out;
  for (const auto& [field, cell] : row.fields) {
    if (is_name(field)) add_name(out, cell);
  }
  return out;
}

std::string names_in(const exchange::View& view, const std::vector<exchange::Field>& columns,
                     exchange::RoundKind kind, const record::EntryId& to,
                     const exchange::Row& of_list) {
  std::string out;
  for (const exchange::Field field : columns) {
    add_name(out, exchange::shown_in_sheet(view, of_list, field, kind, to));
  }
  return out;
}

}  // namespace parley::desk
