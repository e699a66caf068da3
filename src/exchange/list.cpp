#include "exchange/list.hpp"

#include "dossier/kinds.hpp"

namespace parley::exchange {
namespace {

using record::BodyKind;
using record::BodyReader;
using record::BodyWriter;

enum VersionField : std::int64_t {
  kKey = 1,
  kKind = 2,
  kBy = 3,
  kHolder = 4,
  kDate = 5,
  kFile = 6,
  kFormat = 7,
  kColumns = 8,
  kMonthFirst = 9,
  kOrderKnown = 10,
  kCalendar = 11,
  kReader = 12,
  kNoConsent = 13,
  kDropped = 14,
  kRows = 15,
};

enum RowField : std::int64_t { kVersion = 1, kRow = 2, kCells = 3, kReason = 4 };

std::string_view version_field_name(std::int64_t field) {
  constexpr std::array<std::string_view, 16> kNames = {
      "",       "key",        "kind",    "by",          "holder",      "date",
      "file",   "format",     "columns", "month_first", "order_known", "calendar",
      "reader", "no_consent", "dropped", "rows"};
  return field > 0 && field < std::ssize(kNames) ? kNames[static_cast<std::size_t>(field)]
                                                 : std::string_view();
}

std::string_view row_field_name(std::int64_t field) {
  constexpr std::array<std::string_view, 5> kNames = {"", "version", "row", "cells", "reason"};
  return field > 0 && field < std::ssize(kNames) ? kNames[static_cast<std::size_t>(field)]
                                                 : std::string_view();
}

constexpr BodyKind kVersionBody{kListVersionKind, 1, version_field_name, 0};
constexpr BodyKind kRowBody{kListRowKind, 1, row_field_name, 0};
constexpr BodyKind kUnreadBody{kListUnreadKind, 1, row_field_name, 0};

cbor::Array columns_value(const std::vector<Column>& columns) {
  cbor::Array out;
  for (const Column& column : columns) {
    cbor::Array pair{cbor::Value(column.header)};
    if (column.field) pair.emplace_back(name(*column.field));
    out.emplace_back(std::move(pair));
  }
  return out;
}

std::optional<Column> column_from(const cbor::Value& value) {
  const cbor::Array* pair = value.array();
  if (pair == nullptr || pair->empty() || pair->size() > 2 || (*pair)[0].text() == nullptr) {
    return {};
  }
  Column column{*(*pair)[0].text(), {}};
  if (pair->size() == 2) {
    if ((*pair)[1].text() == nullptr) return {};
    column.field = field_named(*(*pair)[1].text());
    if (!column.field) return {};
  }
  return column;
}

std::vector<Column> columns_from(BodyReader& body) {
  std::vector<Column> out;
  for (const cbor::Value& item : body.array(kColumns)) {
    std::optional<Column> column = column_from(item);
    if (!column) {
      body.fault(kColumns, "holds what is not a header, alone or with a field");
      return {};
    }
    out.push_back(*std::move(column));
  }
  if (out.empty() && !body.is_withheld(kColumns)) body.fault(kColumns, "is missing");
  return out;
}

std::string_view name(text::Calendar calendar) {
  switch (calendar) {
    case text::Calendar::kGregorian: return "gregorian";
    case text::Calendar::kHijri: return "hijri";
    case text::Calendar::kPersian: return "persian";
  }
  return "unknown";
}

std::optional<text::Calendar> calendar_from(BodyReader& body) {
  const std::string token = body.text(kCalendar);
  if (token.empty()) return {};
  for (const text::Calendar one :
       {text::Calendar::kGregorian, text::Calendar::kHijri, text::Calendar::kPersian}) {
    if (name(one) == token) return one;
  }
  body.fault(kCalendar, "is not one of its values");
  return {};
}

// Trailing empty ones are not written: a row is the same whatever its program pads it with.
std::vector<std::string> without_tail(std::vector<std::string> cells) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  return cells;
}

template <class RowKind>
void write_row(BodyWriter& body, const RowKind& row) {
  body.id(kVersion, row.version);
  body.integer(kRow, row.row);
  body.texts(kCells, without_tail(row.cells));
}

template <class RowKind>
void read_row(BodyReader& body, RowKind& row) {
  row.version = body.id(kVersion, true).value_or(record::EntryId{});
  const auto number = body.integer(kRow, 1, INT64_MAX);
  if (!number && !body.is_withheld(kRow)) body.fault(kRow, "is missing");
  row.row = number.value_or(0);
  row.cells = body.texts(kCells);
  if (!row.cells.empty() && row.cells.back().empty()) body.fault(kCells, "ends with an empty cell");
}

}  // namespace

std::string_view name(ListKind kind) {
  switch (kind) {
    case ListKind::kHeld: return "held";
    case ListKind::kSought: return "sought";
  }
  return "unknown";
}

std::optional<ListKind> list_kind_named(std::string_view text) {
  for (const ListKind kind : {ListKind::kHeld, ListKind::kSought}) {
    if (name(kind) == text) return kind;
  }
  return {};
}

record::Payload to_payload(const ListVersion& version) {
  BodyWriter body(kVersionBody);
  body.text(kKey, version.key);
  body.text(kKind, name(version.kind));
  body.id(kBy, version.by);
  body.id(kHolder, version.holder);
  body.date(kDate, version.date);
  body.text(kFile, version.file);
  body.text(kFormat, version.format);
  body.array(kColumns, columns_value(version.reading.columns));
  body.flag(kMonthFirst, version.reading.order == text::DayOrder::kMonthFirst);
  body.flag(kOrderKnown, version.reading.order_known);
  if (version.reading.calendar) body.text(kCalendar, name(*version.reading.calendar));
  body.integer(kReader, version.reading.reader);
  body.flag(kNoConsent, !version.consent);
  body.ids(kDropped, version.dropped);
  body.integer(kRows, version.rows);
  return body.finish();
}

record::Payload to_payload(const ListRow& row) {
  BodyWriter body(kRowBody);
  write_row(body, row);
  return body.finish();
}

record::Payload to_payload(const ListUnread& row) {
  BodyWriter body(kUnreadBody);
  write_row(body, row);
  body.text(kReason, row.reason);
  return body.finish();
}

Result<ListVersion> list_version_from(const record::Payload& payload) {
  BodyReader body(kVersionBody, payload);
  ListVersion version;
  version.key = body.text(kKey, true);
  if (!version.key.empty() && !dossier::is_handle(version.key)) {
    body.fault(kKey, "is not a handle");
  }
  version.kind = body.token(kKind, list_kind_named);
  version.by = body.id(kBy, true).value_or(record::EntryId{});
  version.holder = body.id(kHolder);
  version.date = body.date(kDate);
  version.file = body.text(kFile, true);
  if (version.file.find('/') != std::string::npos) body.fault(kFile, "names a folder");
  version.format = body.text(kFormat, true);
  version.reading.columns = columns_from(body);
  const bool month_first = body.flag(kMonthFirst);
  version.reading.order = month_first ? text::DayOrder::kMonthFirst : text::DayOrder::kDayFirst;
  version.reading.order_known = body.flag(kOrderKnown);
  version.reading.calendar = calendar_from(body);
  const auto reader = body.integer(kReader, 1, INT64_MAX);
  if (!reader && !body.is_withheld(kReader)) body.fault(kReader, "is missing");
  version.reading.reader = reader.value_or(1);
  version.consent = !body.flag(kNoConsent);
  version.dropped = body.ids(kDropped);
  const auto rows = body.integer(kRows, 0, INT64_MAX);
  if (!rows && !body.is_withheld(kRows)) body.fault(kRows, "is missing");
  version.rows = rows.value_or(0);
  PARLEY_TRY(body.finish());
  return version;
}

Result<ListRow> list_row_from(const record::Payload& payload) {
  BodyReader body(kRowBody, payload);
  ListRow row;
  read_row(body, row);
  PARLEY_TRY(body.finish());
  return row;
}

Result<ListUnread> list_unread_from(const record::Payload& payload) {
  BodyReader body(kUnreadBody, payload);
  ListUnread row;
  read_row(body, row);
  row.reason = body.text(kReason, true);
  PARLEY_TRY(body.finish());
  return row;
}

}  // namespace parley::exchange
