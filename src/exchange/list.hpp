// Lists of people: the kinds of entry they are kept as, and their bytes (doc/format/exchange.md).
//
// A list is what one party gave of one sort: whom it holds, or whom it seeks. It grows by versions:
// "list-version" says what a file brought and how its columns were read; each new person is one
// "list-row", which keeps the cells as received; a changed row is a correction of the first; a row
// that a version no longer has is named in it as dropped. A row that cannot be a person is kept as
// "list-unread". Nothing derived is kept: dates, sex, places are read again from the cells by the
// conventions that the version names.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/field.hpp"
#include "record/body.hpp"
#include "text/date_reading.hpp"

namespace parley::exchange {

enum class ListKind : std::uint8_t { kHeld, kSought };

std::string_view name(ListKind kind);  // "held"
std::optional<ListKind> list_kind_named(std::string_view text);

constexpr std::string_view kListVersionKind = "list-version";
constexpr std::string_view kListRowKind = "list-row";
constexpr std::string_view kListUnreadKind = "list-unread";

// A column of a file: its header as received, and what it was taken for.
struct Column {
  std::string header;
  std::optional<Field> field;  // absent: kept, not read

  bool operator==(const Column&) const = default;
};

// How the cells of a version are to be read.
struct Reading {
  std::vector<Column> columns;
  text::DayOrder order = text::DayOrder::kDayFirst;
  bool order_known = false;  // said by somebody, or shown by the cells
  std::optional<text::Calendar> calendar;  // of dates that do not say; absent: Gregorian or Hijri
  std::int64_t reader = 1;  // version of the reading rules

  bool operator==(const Reading&) const = default;
};

struct ListVersion {
  std::string key;              // of the list: a handle, "ansar-allah-sought"
  ListKind kind = ListKind::kSought;
  record::EntryId by;           // party whose list it is
  std::optional<record::EntryId> holder;  // sought: who is asked where a row names nobody
  std::optional<Date> date;     // of the list: the day that ages are counted from
  std::string file;             // its name alone, no folders
  std::string format;           // as read: "csv (windows-1256, ';')"
  Reading reading;
  bool consent = true;          // names may be forwarded where a row says nothing
  std::vector<record::EntryId> dropped;  // rows of earlier versions that this one has no more
  std::int64_t rows = 0;        // people in the file

  bool operator==(const ListVersion&) const = default;
};

struct ListRow {
  record::EntryId version;
  std::int64_t row = 0;  // in the file, as its own program numbers it
  std::vector<std::string> cells;  // by column of the version; trailing empty ones left out

  bool operator==(const ListRow&) const = default;
};

struct ListUnread {
  record::EntryId version;
  std::int64_t row = 0;
  std::vector<std::string> cells;
  std::string reason;

  bool operator==(const ListUnread&) const = default;
};

record::Payload to_payload(const ListVersion& version);
record::Payload to_payload(const ListRow& row);
record::Payload to_payload(const ListUnread& row);
Result<ListVersion> list_version_from(const record::Payload& payload);
Result<ListRow> list_row_from(const record::Payload& payload);
Result<ListUnread> list_unread_from(const record::Payload& payload);

}  // namespace parley::exchange
