#include "exchange/list_columns.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "exchange/list_columns_look.hpp"
#include "exchange/vocabulary.hpp"

namespace parley::exchange {
namespace {

table::VocabularyIndex make_index() {
  table::Vocabulary vocabulary;
  for (const FieldWords& words : field_words()) {
    const FieldInfo& field = info(words.field);
    vocabulary.fields.push_back({std::string(field.token),
                                 {words.headers.begin(), words.headers.end()},
                                 {words.hxl.begin(), words.hxl.end()},
                                 field.several});
  }
  const auto serial = serial_headers();
  vocabulary.fields.push_back(
      {std::string(kSerialToken), {serial.begin(), serial.end()}, {}, true});
  // The vocabulary is the program's own and tested: it makes an index.
  return *table::VocabularyIndex::make(vocabulary);
}

bool names_or_numbers(Field field) {
  switch (field) {
    case Field::kName:
    case Field::kGiven:
    case Field::kFamily:
    case Field::kAlias:
    case Field::kNameAtArrest:
    case Field::kNameOther:
    case Field::kDocument:
    case Field::kServiceNumber:
    case Field::kIcrcReference: return true;
    default: return false;
  }
}

Reading reading_of(const table::Columns& columns) {
  Reading reading;
  for (const table::Column& column : columns.columns) {
    reading.columns.push_back(
        {column.header.empty() ? column.hxl : column.header, field_named(column.field)});
  }
  return reading;
}

// "DOB (mm/dd/yyyy)" says the order; none if headers say both.
std::optional<text::DayOrder> order_in_headers(const table::Columns& columns) {
  bool day = false, month = false;
  for (const table::Column& column : columns.columns) {
    std::string header = column.header;
    for (char& c : header) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    std::erase_if(header, [](char c) { return c == ' '; });
    const auto has = [&header](std::string_view text) {
      return header.find(text) != std::string::npos;
    };
    day = day || has("dd/mm") || has("d/m/") || has("dd.mm") || has("dd-mm") || has("jj/mm") ||
          has("дд.мм");
    month = month || has("mm/dd") || has("m/d/") || has("mm-dd");
  }
  if (day == month) return {};
  return day ? text::DayOrder::kDayFirst : text::DayOrder::kMonthFirst;
}

// How the dates of the file are written: said by the mapping, or by headers, or seen.
void find_customs(const table::Sheet& sheet, const table::Mapping& mapping, ListColumns& out) {
  std::vector<std::string> cells;
  std::vector<std::size_t> dates;
  for (std::size_t i = 0; i < out.reading.columns.size(); ++i) {
    const auto field = out.reading.columns[i].field;
    if (field != Field::kBorn && field != Field::kCaptured && field != Field::kDied) continue;
    dates.push_back(i);
    const Look look = look_at(sheet, out.columns.first_data, i, sheet.rows.size());
    cells.insert(cells.end(), look.date_texts.begin(), look.date_texts.end());
    if (look.seem_exchanged()) {
      out.columns.problems.push_back(
          {i + 1,
           "none of its dates lies after the 12th of a month: day and month were perhaps "
           "exchanged where the file was made"});
    }
  }
  const text::OrderGuess guess = text::guess_order(std::span<const std::string>(cells));
  const auto said = mapping.date_order ? mapping.date_order : order_in_headers(out.columns);
  out.reading.order = said ? *said : guess.order;
  out.reading.order_known = said || guess.shown;
  if (guess.conflict) {
    out.columns.problems.push_back(
        {dates.front() + 1,
         "some dates can only have the day first, others only the month: read with the " +
             std::string(out.reading.order == text::DayOrder::kDayFirst ? "day" : "month") +
             " first"});
  }
  out.reading.calendar = mapping.calendar
                             ? mapping.calendar
                             : text::guess_calendar(std::span<const std::string>(cells));
}

}  // namespace

const table::VocabularyIndex& list_vocabulary() {
  static const table::VocabularyIndex kIndex = make_index();
  return kIndex;
}

Result<ListColumns> recognise_list(const table::SheetFile& file, const table::Mapping& mapping,
                                   ListKind kind) {
  ListColumns out;
  PARLEY_ASSIGN(out.sheet, table::choose_sheet(file, list_vocabulary(), mapping));
  const table::Sheet& sheet = file.sheets[out.sheet];
  PARLEY_ASSIGN(out.columns, table::recognise(sheet, list_vocabulary(), mapping));
  look_below(sheet, kind, out.columns);
  out.reading = reading_of(out.columns);
  const bool somebody = std::any_of(
      out.reading.columns.begin(), out.reading.columns.end(),
      [](const Column& column) { return column.field && names_or_numbers(*column.field); });
  if (!somebody) {
    return fail(Fault::kBadInput,
                "no column is known to hold a name, a document or a service number: say with a "
                "mapping which does");
  }
  find_customs(sheet, mapping, out);
  std::stable_sort(out.columns.problems.begin(), out.columns.problems.end(),
                   [](const auto& a, const auto& b) { return a.column < b.column; });
  return out;
}

}  // namespace parley::exchange
