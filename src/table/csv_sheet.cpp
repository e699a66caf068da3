#include "table/csv_sheet.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "table/csv_separator.hpp"
#include "table/sheet_builder.hpp"

namespace parley::table {
namespace {

// True if the first line end outside quotes is a lone CR.
bool lines_end_in_cr(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '\n') return false;
    if (text[i] == '\r') return text.substr(i + 1, 1) != "\n";
  }
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, std::optional<char> separator, const SheetLimits& limits,
         SheetBuilder& builder)
      : text_(text), limits_(limits), builder_(builder), cr_ends_(lines_end_in_cr(text)) {
    take_sep_line();
    // What a person gave goes before what the file says of itself.
    if (separator) separator_ = *separator;
    if (separator_ == 0) separator_ = detect_separator_of_lines(text_.substr(at_));
  }

  char separator() const { return separator_; }

  Result<void> read() {
    while (at_ < text_.size()) {
      if (line_end()) continue;  // an empty line
      PARLEY_TRY(read_row());
    }
    remark_widths();
    return {};
  }

 private:
  // "sep=;", as Excel writes and obeys it.
  void take_sep_line() {
    if (!text_.starts_with("sep=") || text_.size() < 5) return;
    const char named = text_[4];
    if (named == '"' || named == '\r' || named == '\n' || static_cast<unsigned char>(named) > 126) {
      return;
    }
    at_ = 5;
    if (at_ == text_.size() || line_end()) {
      separator_ = named;
    } else {
      at_ = 0;
    }
  }

  tl::unexpected<Error> fault(std::uint64_t line, std::string_view what) const {
    return fail(Fault::kBadInput, fmt::format("line {}, column {}: {}", line, column_, what));
  }

  bool at_line_end() const {
    return text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n" || (cr_ends_ && text_[at_] == '\r');
  }

  bool line_end() {
    if (at_ == text_.size() || !at_line_end()) return false;
    at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
    ++line_;
    return true;
  }

  Result<void> read_row() {
    const std::uint64_t row_line = line_;
    PARLEY_TRY(builder_.begin_row(row_line));
    for (column_ = 1;; ++column_) {
      if (column_ > limits_.columns) {
        return fault(line_, fmt::format("more than {} columns", limits_.columns));
      }
      Cell cell;
      const bool quoted = at_ < text_.size() && text_[at_] == '"';
      if (quoted) PARLEY_TRY(read_quoted(cell.text));
      PARLEY_TRY(read_bare(cell.text, quoted));
      PARLEY_TRY(builder_.put(column_, std::move(cell)));
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      line_end();
      break;
    }
    PARLEY_TRY(builder_.end_row());
    ++rows_of_width_[column_];
    if (builder_.row_width() > 0) {
      widths_.push_back({row_line, column_, builder_.row_width()});
    }
    return {};
  }

  // Up to a separator or a line end. After a closing quote, what still stands there is text.
  Result<void> read_bare(std::string& cell, bool after_quote) {
    const std::size_t begin = at_;
    bool quote = false;
    bool carriage = false;
    while (at_ < text_.size() && text_[at_] != separator_ && !at_line_end()) {
      quote = quote || text_[at_] == '"';
      carriage = carriage || text_[at_] == '\r';
      ++at_;
    }
    if (at_ == begin) return {};
    if (after_quote) {
      builder_.remark(line_, column_, "text after a closing quote, kept as text");
    } else if (quote) {
      builder_.remark(line_, column_, "a quote inside a cell that is not quoted, kept as text");
    }
    if (carriage) builder_.remark(line_, column_, "a carriage return inside a cell");
    return take(cell, text_.substr(begin, at_ - begin), line_);
  }

  Result<void> take(std::string& cell, std::string_view piece, std::uint64_t line) const {
    if (piece.size() > limits_.cell - cell.size()) {
      return fault(line, fmt::format("a cell of more than {} bytes", limits_.cell));
    }
    cell += piece;
    return {};
  }

  Result<void> read_quoted(std::string& cell) {
    const std::uint64_t opened = line_;
    ++at_;
    for (;;) {
      const std::size_t close = text_.find('"', at_);
      if (close == std::string_view::npos) return fault(opened, "a quoted cell is not closed");
      const std::string_view piece = text_.substr(at_, close - at_);
      if (piece.size() > limits_.cell - cell.size()) {
        return fault(opened, fmt::format("a quoted cell of more than {} bytes; is it closed?",
                                         limits_.cell));
      }
      cell += piece;
      count_lines(piece);
      at_ = close + 1;
      if (at_ == text_.size() || text_[at_] != '"') return {};
      PARLEY_TRY(take(cell, "\"", opened));
      ++at_;
    }
  }

  void count_lines(std::string_view piece) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      if (piece[i] == '\n' || (cr_ends_ && piece[i] == '\r' && piece.substr(i + 1, 1) != "\n")) {
        ++line_;
      }
    }
  }

  // The table is as wide as most rows are; the widest such where equal.
  void remark_widths() {
    std::size_t width = 0;
    std::size_t rows = 0;
    for (const auto& [one, count] : rows_of_width_) {
      if (count >= rows) width = one, rows = count;
    }
    bool begun = false;  // lines above the table are shorter, as they should be
    for (const Width& row : widths_) {
      begun = begun || row.cells == width;
      if (row.used > width) {
        builder_.remark(row.line, 0, "more cells than most rows have");
      } else if (begun && row.cells < width) {
        builder_.remark(row.line, 0, "fewer cells than most rows have");
      }
    }
  }

  struct Width {
    std::uint64_t line;
    std::size_t cells;
    std::size_t used;  // up to the last that is not empty
  };

  std::string_view text_;
  const SheetLimits& limits_;
  SheetBuilder& builder_;
  bool cr_ends_;
  char separator_ = 0;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::size_t column_ = 1;
  std::vector<Width> widths_;
  std::map<std::size_t, std::size_t> rows_of_width_;
};

bool may_separate(char c) { return c > 0 && c != '"' && c != '\r' && c != '\n'; }

}  // namespace

Result<SheetFile> read_csv_sheet(ByteView bytes, const CsvCustom& custom,
                                 const SheetLimits& limits) {
  if (custom.separator && !may_separate(*custom.separator)) {
    return fail(Fault::kUsage, "this character cannot separate cells");
  }
  const auto too_long = [&] {
    return fail(Fault::kBadInput, fmt::format("a text of more than {} bytes", limits.text));
  };
  if (bytes.size() > limits.text) return too_long();
  PARLEY_ASSIGN(const text::Decoded decoded, text::decode(bytes, custom.encoding));
  if (decoded.text.size() > limits.text) return too_long();
  SheetBuilder builder(limits);
  builder.begin_sheet("");
  if (decoded.sureness == text::Sureness::kLikely || decoded.sureness == text::Sureness::kGuess) {
    builder.remark(0, 0,
                   fmt::format("read as {}: {}, by what the letters look like",
                               name(decoded.encoding), name(decoded.sureness)));
  }
  Reader reader(decoded.text, custom.separator, limits, builder);
  PARLEY_TRY(reader.read());
  const std::string separator =
      reader.separator() == '\t' ? "tab" : fmt::format("'{}'", reader.separator());
  return std::move(builder).finish(fmt::format("csv ({}, {})", name(decoded.encoding), separator));
}

}  // namespace parley::table
