#include "table/csv.hpp"

#include <array>
#include <utility>

#include <fmt/core.h>

#include "base/bytes.hpp"

namespace parley::table {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array kSeparators = {',', ';', '\t'};

char detect_separator(std::string_view text) {
  std::array<std::size_t, kSeparators.size()> count{};
  bool quoted = false;
  bool any = false;  // cells in this line
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) {
      if (any) break;
      continue;
    }
    any = true;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) {
      if (!quoted && c == kSeparators[i]) ++count[i];
    }
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < kSeparators.size(); ++i) {
    if (count[i] > count[best]) best = i;
  }
  return kSeparators[best];
}

class Reader {
 public:
  Reader(std::string_view text, char separator, const CsvLimits& limits)
      : text_(text), separator_(separator), limits_(limits) {}

  Result<std::vector<CsvRow>> rows() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      if (line_end()) continue;  // an empty line
      row_ = rows.size() + 1;
      CsvRow row;
      row.line = line_;
      PARLEY_TRY(read_row(row));
      if (!rows.empty() && row.cells.size() != rows.front().cells.size()) {
        return fail(Fault::kBadInput,
                    fmt::format("line {}, row {}: {} columns, where the first row has {}", row.line,
                                row_, row.cells.size(), rows.front().cells.size()));
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  tl::unexpected<Error> fault(std::string_view what) const {
    return fail(Fault::kBadInput,
                fmt::format("line {}, row {}, column {}: {}", line_, row_, column_, what));
  }

  // Consumes CRLF or LF.
  bool line_end() {
    if (text_.substr(at_, 2) == "\r\n") {
      at_ += 2;
    } else if (at_ < text_.size() && text_[at_] == '\n') {
      at_ += 1;
    } else {
      return false;
    }
    ++line_;
    return true;
  }

  Result<void> read_row(CsvRow& row) {
    for (column_ = 1;; ++column_) {
      if (column_ > limits_.columns) {
        return fault(fmt::format("more than {} columns", limits_.columns));
      }
      std::string cell;
      PARLEY_TRY(at_ < text_.size() && text_[at_] == '"' ? read_quoted(cell) : read_bare(cell));
      if (!is_utf8(cell)) return fault("not UTF-8");
      row.cells.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      if (at_ == text_.size() || line_end()) return {};
      return fault(text_[at_] == '\r' ? "a carriage return without a line feed"
                                      : "text after the closing quote");
    }
  }

  Result<void> take(std::string& cell, std::string_view piece) const {
    if (piece.size() > limits_.cell - cell.size()) {
      return fault(fmt::format("a cell of more than {} bytes", limits_.cell));
    }
    if (piece.find('\0') != std::string_view::npos) return fault("a NUL character");
    cell += piece;
    return {};
  }

  Result<void> read_bare(std::string& cell) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
           text_[at_] != '\r') {
      if (text_[at_] == '"') return fault("a quote inside a cell that is not quoted");
      ++at_;
    }
    return take(cell, text_.substr(begin, at_ - begin));
  }

  Result<void> read_quoted(std::string& cell) {
    const std::uint64_t opened = line_;
    ++at_;
    for (;;) {
      const std::size_t close = text_.find('"', at_);
      if (close == std::string_view::npos) {
        line_ = opened;
        return fault("a quoted cell is not closed");
      }
      const std::string_view piece = text_.substr(at_, close - at_);
      PARLEY_TRY(take(cell, piece));
      for (const char c : piece) line_ += c == '\n' ? 1 : 0;
      at_ = close + 1;
      if (at_ == text_.size() || text_[at_] != '"') return {};
      PARLEY_TRY(take(cell, "\""));
      ++at_;
    }
  }

  std::string_view text_;
  char separator_;
  const CsvLimits& limits_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::size_t row_ = 1;
  std::size_t column_ = 1;
};

bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

void write_cell(std::string& out, std::string_view cell, bool lone, const CsvStyle& style) {
  const bool guarded = style.guard && is_formula(cell);
  // A lone empty cell would be an empty line; a byte-order mark would be taken for the file's.
  const bool quoted = (lone && cell.empty()) || cell.starts_with(kByteOrderMark) ||
                      cell.find_first_of("\"\r\n,;\t") != std::string_view::npos;
  if (quoted) out += '"';
  if (guarded) out += '\'';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

}  // namespace

Result<Csv> read_csv(std::string_view text, std::optional<char> separator,
                     const CsvLimits& limits) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return fail(Fault::kBadInput, "the file is UTF-16: save it as UTF-8");
  }
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Csv csv;
  csv.separator = separator.value_or(detect_separator(text));
  PARLEY_ASSIGN(csv.rows, Reader(text, csv.separator, limits).rows());
  return csv;
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows, const CsvStyle& style) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) out += style.separator;
      write_cell(out, row[i], row.size() == 1, style);
    }
    if (!row.empty()) out += "\r\n";
  }
  return out;
}

}  // namespace parley::table
