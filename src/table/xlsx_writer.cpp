#include "table/xlsx_writer.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "table/xlsx_writer_file.hpp"

namespace parley::table {
namespace {

constexpr std::size_t kMostRows = LXW_ROW_MAX;
constexpr std::size_t kMostColumns = LXW_COL_MAX;
constexpr std::size_t kMostMessage = 255;
constexpr std::size_t kMostFooter = 200;
constexpr double kSize = 11;  // points, of most text

tl::unexpected<Error> bad(std::string what) { return fail(Fault::kBadInput, std::move(what)); }

Result<void> at(const std::string& place, Result<void> result) {
  if (!result) return within(std::move(result).error(), place);
  return {};
}

lxw_row_t row_of(std::size_t n) { return static_cast<lxw_row_t>(n); }
lxw_col_t column_of(std::size_t n) { return static_cast<lxw_col_t>(n); }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
  }));
}

bool spans(XlsxLook look) { return look != XlsxLook::kBody && look != XlsxLook::kHeader; }

// How many lines a text takes, as far as can be said without its font: generously, since what does
// not fit is not seen on paper.
double wrapped_lines(std::string_view text, double width) {
  const double letters = std::max(1.0, width * 0.85);
  double count = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto length = static_cast<double>(characters(text.substr(begin, end - begin)));
    count += std::max(1.0, std::ceil(length / letters));
    begin = end + 1;
  }
  return count;
}

// A list that cannot stand in the rule itself (the format has 255 characters and commas for that,
// libxlsxwriter 1.1.4 no more bytes than that, whatever it says) stands in a column of a hidden sheet.
bool needs_sheet(const std::vector<std::string>& choices) {
  std::size_t length = choices.size();
  for (const std::string& choice : choices) {
    length += choice.size();
    if (choice.empty() || choice.find_first_of(",\"\n\r_") != std::string::npos) return true;
    if (choice.front() == '=' || choice.front() == ' ' || choice.back() == ' ') return true;
  }
  return length > kMostMessage;
}

class ListSheet {
 public:
  // Says which lists the book needs, before its sheets are written.
  explicit ListSheet(const XlsxBook& book) {
    std::set<std::string> names;
    for (const XlsxSheet& sheet : book.sheets) {
      names.insert(sheet.name);
      for (const XlsxColumn& column : sheet.columns) {
        if (!column.choices.empty() && needs_sheet(column.choices)) add(column.choices);
      }
    }
    name_ = "lists";
    for (int i = 2; names.contains(name_); ++i) name_ = fmt::format("lists {}", i);
  }

  // "='lists'!$A$1:$A$40", or nothing if the list can stand in the rule.
  std::string range(const std::vector<std::string>& choices) const {
    const auto found = std::find(lists_.begin(), lists_.end(), choices);
    if (found == lists_.end()) return {};
    char first[LXW_MAX_CELL_NAME_LENGTH] = {};
    char last[LXW_MAX_CELL_NAME_LENGTH] = {};
    const auto column = column_of(static_cast<std::size_t>(found - lists_.begin()));
    lxw_rowcol_to_cell_abs(first, 0, column, 1, 1);
    lxw_rowcol_to_cell_abs(last, row_of(choices.size() - 1), column, 1, 1);
    return fmt::format("='{}'!{}:{}", name_, first, last);
  }

  Result<void> write(XlsxFile& file) const {
    if (lists_.empty()) return {};
    PARLEY_ASSIGN(lxw_worksheet* const sheet, file.add(name_));
    worksheet_hide(sheet);
    lxw_format* const format =
        file.format({XlsxLook::kText, XlsxKind::kText, true, XlsxReading::kContext});
    for (std::size_t column = 0; column < lists_.size(); ++column) {
      for (std::size_t row = 0; row < lists_[column].size(); ++row) {
        PARLEY_ASSIGN(const std::string text, xlsx_text(lists_[column][row]));
        worksheet_write_string(sheet, row_of(row), column_of(column), text.c_str(), format);
      }
    }
    return {};
  }

 private:
  void add(const std::vector<std::string>& choices) {
    if (std::find(lists_.begin(), lists_.end(), choices) == lists_.end()) lists_.push_back(choices);
  }

  std::string name_;
  std::vector<std::vector<std::string>> lists_;
};

class SheetWriter {
 public:
  SheetWriter(XlsxFile& file, const XlsxSheet& sheet, const ListSheet& lists)
      : file_(file), sheet_(sheet), lists_(lists) {}

  Result<void> write() {
    PARLEY_TRY(check());
    PARLEY_ASSIGN(out_, file_.add(sheet_.name));
    if (sheet_.right_to_left) worksheet_right_to_left(out_);
    if (sheet_.hidden) worksheet_hide(out_);
    PARLEY_TRY(set_columns());
    for (std::size_t i = 0; i < sheet_.lines.size(); ++i) {
      PARLEY_TRY(at(fmt::format("line {}", i + 1), write_line(i)));
    }
    PARLEY_TRY(set_rules());
    set_view();
    return set_page();
  }

 private:
  Result<void> check() {
    if (sheet_.columns.empty()) return bad("a sheet without columns");
    if (sheet_.columns.size() > kMostColumns) return bad("more columns than the format has");
    if (sheet_.lines.size() > kMostRows) return bad("more lines than the format has");
    if (characters(sheet_.refusal) > kMostMessage) return bad("a refusal above 255 characters");
    if (characters(sheet_.footer) > kMostFooter) return bad("a footer above 200 characters");
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      const XlsxColumn& column = sheet_.columns[i];
      const bool good = characters(column.hint) <= kMostMessage && column.width >= 0 &&
                        column.width <= 255 && column.choices.size() <= kMostRows;
      if (!good) return at(fmt::format("column {}", i + 1), bad("its hint, width or choices"));
    }
    const auto header =
        std::find_if(sheet_.lines.begin(), sheet_.lines.end(),
                     [](const XlsxLine& line) { return line.look == XlsxLook::kHeader; });
    has_header_ = header != sheet_.lines.end();
    header_ = static_cast<std::size_t>(header - sheet_.lines.begin());
    return {};
  }

  Result<void> set_columns() {
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      const XlsxColumn& column = sheet_.columns[i];
      lxw_row_col_options options{};
      options.hidden = column.hidden ? 1 : 0;
      worksheet_set_column_opt(out_, column_of(i), column_of(i), column.width, nullptr, &options);
      if (!column.hidden) width_ += column.width;
    }
    // Ids and service numbers are text on purpose.
    worksheet_ignore_errors(out_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    return {};
  }

  Result<void> write_line(std::size_t row) {
    const XlsxLine& line = sheet_.lines[row];
    if (spans(line.look)) return write_span(row, line);
    if (line.cells.size() > sheet_.columns.size()) return bad("more cells than columns");
    double lines = 1;
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      const XlsxColumn& column = sheet_.columns[i];
      const std::string text = i < line.cells.size() ? line.cells[i] : "";
      if (!column.hidden) lines = std::max(lines, wrapped_lines(text, column.width));
      XlsxStyle style{line.look, XlsxKind::kText, true, own_reading()};
      if (line.look == XlsxLook::kBody) {
        style = {line.look, column.kind, column.locked, reading_of(text)};
      }
      PARLEY_TRY(
          at(fmt::format("column {}", i + 1), write_cell(row, i, text, file_.format(style))));
    }
    if (lines > 1) set_height(row, lines, kSize);
    return {};
  }

  // Programs do not fit the height of merged cells, nor LibreOffice that of any row it is not asked
  // for, so heights are reckoned.
  void set_height(std::size_t row, double lines, double size) {
    constexpr double kPointsPerLine = 1.4;
    constexpr double kHighest = 409;
    worksheet_set_row(out_, row_of(row), std::min(kHighest, lines * size * kPointsPerLine),
                      nullptr);
  }

  Result<void> write_cell(std::size_t row, std::size_t column, const std::string& text,
                          lxw_format* format) {
    PARLEY_ASSIGN(const std::string cell, xlsx_text(text));
    const lxw_error error =
        cell.empty()
            ? worksheet_write_blank(out_, row_of(row), column_of(column), format)
            : worksheet_write_string(out_, row_of(row), column_of(column), cell.c_str(), format);
    if (error != LXW_NO_ERROR) return fail(Fault::kIo, "the library did not take a cell");
    return {};
  }

  // Merged over all columns.
  Result<void> write_span(std::size_t row, const XlsxLine& line) {
    if (line.cells.size() > 1) return bad("more than one text over the width of the sheet");
    const std::string text = line.cells.empty() ? "" : line.cells.front();
    lxw_format* const format = file_.format({line.look, XlsxKind::kText, true, own_reading()});
    const double size = line.look == XlsxLook::kTitle ? 14 : kSize;
    set_height(row, wrapped_lines(text, width_ * kSize / size), size);
    const std::size_t last = sheet_.columns.size() - 1;
    if (last > 0 && !text.empty()) {
      PARLEY_ASSIGN(const std::string cell, xlsx_text(text));
      const lxw_error error = worksheet_merge_range(out_, row_of(row), 0, row_of(row),
                                                    column_of(last), cell.c_str(), format);
      if (error != LXW_NO_ERROR) return fail(Fault::kIo, "the library did not take a cell");
      return {};
    }
    return write_cell(row, 0, text, format);
  }

  // Drop-down lists, hints, and the refusal of typing, each for the lines under the header.
  Result<void> set_rules() {
    if (!has_header_ || header_ + 1 >= sheet_.lines.size()) return {};
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      const XlsxColumn& column = sheet_.columns[i];
      const bool refuse = column.locked && sheet_.guard == XlsxGuard::kRefuseTyping;
      if (!refuse && column.choices.empty() && column.hint.empty()) continue;
      PARLEY_TRY(at(fmt::format("column {}", i + 1), set_rule(i, column, refuse)));
    }
    return {};
  }

  Result<void> set_rule(std::size_t at_column, const XlsxColumn& column, bool refuse) {
    lxw_data_validation rule{};
    std::string hint = column.hint;
    std::string refusal = sheet_.refusal;
    std::string range = lists_.range(column.choices);
    std::vector<std::string> choices = column.choices;
    std::vector<char*> list;
    rule.validate = LXW_VALIDATION_TYPE_ANY;
    rule.ignore_blank = LXW_VALIDATION_ON;
    rule.show_input = hint.empty() ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
    rule.show_error = LXW_VALIDATION_ON;
    if (!hint.empty()) rule.input_message = hint.data();
    if (refuse && !refusal.empty()) rule.error_message = refusal.data();
    if (refuse) {
      constexpr double kLongerThanAnyCell = 100'000;
      rule.validate = LXW_VALIDATION_TYPE_LENGTH;
      rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN;
      rule.value_number = kLongerThanAnyCell;
      rule.ignore_blank = LXW_VALIDATION_OFF;
    } else if (!range.empty()) {
      // libxlsxwriter 1.1.4 leaks the formula of a list, not of a custom rule: made as one, and
      // turned into a list below.
      rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
      rule.value_formula = range.data();
    } else if (!choices.empty()) {
      for (std::string& choice : choices) list.push_back(choice.data());
      list.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = list.data();
    }
    const lxw_error error = worksheet_data_validation_range(
        out_, row_of(header_ + 1), column_of(at_column), row_of(sheet_.lines.size() - 1),
        column_of(at_column), &rule);
    if (error != LXW_NO_ERROR) return fail(Fault::kIo, "the library did not take a rule");
    if (rule.validate == LXW_VALIDATION_TYPE_CUSTOM_FORMULA) {
      lxw_data_val_obj* kept = STAILQ_FIRST(out_->data_validations);
      while (STAILQ_NEXT(kept, list_pointers) != nullptr) kept = STAILQ_NEXT(kept, list_pointers);
      kept->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    }
    return {};
  }

  XlsxReading own_reading() const {
    return sheet_.right_to_left ? XlsxReading::kRightToLeft : XlsxReading::kLeftToRight;
  }

  void set_view() {
    if (sheet_.table && has_header_) {
      worksheet_freeze_panes(out_, row_of(header_ + 1), column_of(sheet_.frozen_columns));
      worksheet_autofilter(out_, row_of(header_), 0, row_of(sheet_.lines.size() - 1),
                           column_of(sheet_.columns.size() - 1));
    }
    if (sheet_.guard == XlsxGuard::kSheet) {
      lxw_protection allowed{};
      allowed.format_columns = allowed.format_rows = 1;
      allowed.delete_rows = allowed.sort = allowed.autofilter = 1;
      worksheet_protect(out_, nullptr, &allowed);
    }
  }

  Result<void> set_page() {
    constexpr std::uint8_t kA4 = 9;
    worksheet_set_landscape(out_);
    worksheet_set_paper(out_, kA4);
    worksheet_fit_to_pages(out_, 1, 0);
    if (sheet_.table && has_header_) {
      worksheet_repeat_rows(out_, row_of(header_), row_of(header_));
    }
    std::string footer = "&L";
    for (const char c : sheet_.footer) footer += c == '&' ? "&&" : std::string(1, c);
    footer += "&R&P / &N";
    if (worksheet_set_footer(out_, footer.c_str()) != LXW_NO_ERROR) return bad("its footer");
    return {};
  }

  XlsxFile& file_;
  const XlsxSheet& sheet_;
  const ListSheet& lists_;
  lxw_worksheet* out_ = nullptr;
  double width_ = 0;  // of the columns in view
  std::size_t header_ = 0;
  bool has_header_ = false;
};

}  // namespace

XlsxSheet form_sheet(std::string name, const std::vector<std::string>& titles,
                     std::vector<XlsxColumn> columns,
                     const std::vector<std::vector<std::string>>& rows, std::size_t spare) {
  XlsxSheet sheet;
  sheet.name = std::move(name);
  for (const std::string& title : titles) {
    sheet.lines.push_back({sheet.lines.empty() ? XlsxLook::kTitle : XlsxLook::kText, {title}});
  }
  XlsxLine header{XlsxLook::kHeader, {}};
  for (const XlsxColumn& column : columns) header.cells.push_back(column.header);
  sheet.lines.push_back(std::move(header));
  for (const auto& row : rows) sheet.lines.push_back({XlsxLook::kBody, row});
  sheet.lines.resize(sheet.lines.size() + spare);
  sheet.columns = std::move(columns);
  return sheet;
}

Result<Bytes> write_xlsx(const XlsxBook& book) {
  if (book.sheets.empty() || book.sheets.front().hidden) return bad("no first sheet to be seen");
  if (book.created <= 0) return bad("a time of making before 1970");
  PARLEY_ASSIGN(const std::string title, xlsx_text(book.title));
  constexpr std::size_t kLongestProperty = 255;
  if (characters(title) > kLongestProperty) return bad("a title above 255 characters");
  PARLEY_ASSIGN(XlsxFile file, XlsxFile::open(title, book.created));
  const ListSheet lists(book);
  for (std::size_t i = 0; i < book.sheets.size(); ++i) {
    PARLEY_TRY(
        at(fmt::format("sheet {}", i + 1), SheetWriter(file, book.sheets[i], lists).write()));
  }
  PARLEY_TRY(lists.write(file));
  return file.finish();
}

std::string sheet_name(std::string_view text) {
  constexpr std::size_t kLongest = 31;
  std::string out;
  std::size_t units = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<std::uint8_t>(text[end]) & 0xC0) == 0x80) ++end;
    units += end - begin == 4 ? 2 : 1;
    if (units > kLongest) break;
    const std::string_view one = text.substr(begin, end - begin);
    const bool refused =
        one.size() == 1 && (std::string_view("[]:*?/\\").find(one[0]) != std::string_view::npos ||
                            static_cast<std::uint8_t>(one[0]) < ' ');
    out += refused ? " " : std::string(one);
    begin = end;
  }
  constexpr std::string_view kNotAtEnds = " '";
  while (!out.empty() && kNotAtEnds.find(out.back()) != std::string_view::npos) out.pop_back();
  out.erase(0, std::min(out.find_first_not_of(kNotAtEnds), out.size()));
  return out.empty() ? "1" : out;
}

}  // namespace parley::table
