// Tables for people who have no program of ours: XLSX files, by libxlsxwriter.
//
// Promises: the same book gives the same bytes, on any day and thread. Every cell is a text cell:
// no formula, no link, no number or date guessed, whatever a text begins with; leading zeros stay.
// Text and date columns bear a number format ("@", "yyyy-mm-dd"), so that a program keeps what is
// typed: text stays text when it is edited, a date typed in an answer column becomes a date cell.
// Titles and headers run as the sheet does, every other text as its first letter does, so that an
// id reads the same in a right-to-left sheet.
// The file names no person and no program's user. Nothing is left on disk: the file is made in
// memory, the library's own scratch files are unlinked as soon as they are open, in a directory of
// mode 0700 under /dev/shm, or else $TMPDIR or /tmp.
// Does not: read files (xlsx_reader.hpp), style freely, make ids. A text that begins with = + - @
// is harmless here, but not in the CSV file that somebody may save from it (see csv.hpp, `guard`).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace parley::table {

enum class XlsxKind : std::uint8_t { kText, kDate, kNumber };

struct XlsxColumn {
  std::string header{};
  double width = 16;  // in characters, up to 255
  XlsxKind kind = XlsxKind::kText;
  bool locked = true;  // else it is for answers: tinted, and free to be typed in
  bool hidden = false;
  std::vector<std::string> choices{};  // a drop-down list; nothing else may be typed
  std::string hint{};                  // shown beside a cell that is selected; up to 255 characters
};

enum class XlsxLook : std::uint8_t {
  // One cell a column.
  kBody,
  kHeader,
  // One text over the width of the sheet, wrapped.
  kTitle,
  kHeading,
  kText,
  kSmall,
  kGroup,  // within a table
};

struct XlsxLine {
  XlsxLook look = XlsxLook::kBody;
  std::vector<std::string> cells{};  // missing ones at the end are empty
};

// How locked columns are kept from being changed by mistake; never against intent.
//
//                      kSheet: protection, no password      kRefuseTyping: a validation rule that
//                                                           no text fulfils
//   Excel              typing refused; filter, widths and   typing refused, pasting not; all else
//                      heights work; it sorts and deletes   works
//                      rows only where no cell is locked
//   LibreOffice        typing refused; sorting and deleting  the same
//                      rows refused, even where allowed
// So a sheet that must survive sorting and deleted rows uses kRefuseTyping, and ids that show
// damage.
enum class XlsxGuard : std::uint8_t { kNone, kSheet, kRefuseTyping };

struct XlsxSheet {
  std::string name{};  // up to 31 characters, none of [ ] : * ? / \, see sheet_name()
  bool right_to_left = false;
  bool hidden = false;
  std::vector<XlsxColumn> columns{};
  std::vector<XlsxLine> lines{};
  // The first header line stays in view, stands on every printed page and has filter buttons, which
  // reach to the last line.
  bool table = true;
  std::uint32_t frozen_columns = 0;
  XlsxGuard guard = XlsxGuard::kNone;
  std::string
      refusal{};         // what a refused entry is told, up to 255 characters; empty: the program's
  std::string footer{};  // at the foot of each printed page, up to 200 characters
};

// A sheet to fill in: titles, the columns' headers, the rows, `spare` empty rows.
XlsxSheet form_sheet(std::string name, const std::vector<std::string>& titles,
                     std::vector<XlsxColumn> columns,
                     const std::vector<std::vector<std::string>>& rows, std::size_t spare = 0);

struct XlsxBook {
  std::string title{};  // of the file's properties
  // Said in the file's properties, seconds since 1970; after 1970-01-01. Default: 1980-01-01.
  std::int64_t created = 315'532'800;
  std::vector<XlsxSheet> sheets{};  // at least one that is not hidden, first
};

// Errors (kBadInput), with the place as context ("sheet 2: line 7: column 3"): what the format
// cannot hold (a text that is not UTF-8 or holds a NUL, or is above 32,767 characters, a sheet's
// name, too many rows), never the text itself. (kIo): the library or the machine failed.
Result<Bytes> write_xlsx(const XlsxBook& book);

// A name that a sheet may have, made from any text; the caller keeps them different.
std::string sheet_name(std::string_view text);

}  // namespace parley::table
