#include "report/xlsx.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "base/date.hpp"
#include "table/xlsx_writer.hpp"

namespace parley::report {
namespace {

using document::Block;
using document::Document;
using document::Section;
using document::Text;
using table::XlsxLine;
using table::XlsxLook;
using table::XlsxSheet;

constexpr double kSheetWidth = 120;  // characters
constexpr double kLeastWidth = 8;
constexpr std::size_t kMostFooter = 200;

std::string flat(const Text& text) {
  std::string out;
  for (const document::Run& run : text.runs) {
    const bool isolate = run.isolated() && text.runs.size() > 1;
    if (isolate) out += "\u2068";
    out += document::displayed(run.text);
    if (isolate) out += "\u2069";
  }
  return out;
}

// The first `most` characters, and an ellipsis if there are more.
std::string shortened(const std::string& text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins && ++count > most) return text.substr(0, at) + "…";
  }
  return text;
}

void tables_of(const Section& section, std::vector<const document::Table*>& out) {
  for (const Block& block : section.blocks) {
    if (const auto* table = std::get_if<document::Table>(&block)) out.push_back(table);
  }
  for (const Section& below : section.sections) tables_of(below, out);
}

// Writes blocks as the lines of one sheet.
class Lines {
 public:
  // `labelled`: a definition has a cell for its label and one for its value.
  Lines(XlsxSheet& sheet, bool labelled) : sheet_(sheet), labelled_(labelled) {}

  void add(XlsxLook look, std::string text) {
    if (!text.empty()) sheet_.lines.push_back({look, {std::move(text)}});
  }
  void add(const document::Definition& it) {
    if (labelled_) {
      sheet_.lines.push_back({XlsxLook::kBody, {flat(it.label), flat(it.value)}});
    } else {
      add(XlsxLook::kText, fmt::format("{}: {}", flat(it.label), flat(it.value)));
    }
  }
  void add(const Section& section) {
    add(XlsxLook::kHeading, flat(section.heading));
    for (const Block& block : section.blocks) {
      std::visit([this](const auto& it) { put(it); }, block);
    }
    for (const Section& below : section.sections) add(below);
  }

 private:
  void put(const document::Paragraph& it) {
    add(it.small ? XlsxLook::kSmall : XlsxLook::kText, flat(it.text));
  }
  void put(const document::List& it) {
    for (std::size_t i = 0; i < it.items.size(); ++i) {
      const std::string mark = it.numbered ? fmt::format("{}.", i + 1) : "•";
      add(XlsxLook::kText, mark + " " + flat(it.items[i]));
    }
  }
  void put(const document::DefinitionList& it) {
    for (const document::Definition& one : it.items) add(one);
  }
  void put(const document::Table& it) {
    add(XlsxLook::kHeading, flat(it.caption));
    XlsxLine header{XlsxLook::kHeader, {}};
    for (const document::Column& column : it.columns) header.cells.push_back(flat(column.heading));
    sheet_.lines.push_back(std::move(header));
    for (const document::Row& row : it.rows) {
      const bool group = row.cells.size() == 1 && it.columns.size() > 1;
      XlsxLine line{group ? XlsxLook::kGroup : XlsxLook::kBody, {}};
      for (const document::Cell& cell : row.cells) line.cells.push_back(flat(cell.text));
      sheet_.lines.push_back(std::move(line));
    }
  }
  void put(const document::Note& it) {
    add(XlsxLook::kHeading, flat(it.heading));
    for (const Text& paragraph : it.paragraphs) add(XlsxLook::kText, flat(paragraph));
  }
  void put(const document::Comparison& it) {
    add(XlsxLook::kHeading, flat(it.caption));
    for (const document::Side& side : it.sides) {
      add(XlsxLook::kHeading, flat(side.heading));
      for (const Text& paragraph : side.paragraphs) add(XlsxLook::kText, flat(paragraph));
      add(XlsxLook::kSmall, flat(side.source));
    }
  }
  void put(const document::Chart& it) { add(XlsxLook::kText, flat(it.caption)); }
  void put(const document::PageBreak& /*it*/) {}

  XlsxSheet& sheet_;
  bool labelled_;
};

class Book {
 public:
  explicit Book(const Document& document) : document_(document) {}

  table::XlsxBook make() {
    table::XlsxBook book;
    book.title = shortened(flat(document_.title), kMostFooter);
    const auto day = parse_date(std::string_view(document_.date).substr(0, 10));
    if (day && day->year > 1970) book.created = days_from_civil(*day) * 86'400;
    std::vector<XlsxSheet> with_tables;
    book.sheets.push_back(new_sheet(document_.title));
    XlsxSheet& first = book.sheets.front();
    first.columns = {{.width = 30}, {.width = 90}};
    first.table = false;
    Lines lines(first, true);
    lines.add(XlsxLook::kTitle, flat(document_.title));
    lines.add(XlsxLook::kHeading, flat(document_.subtitle));
    for (const document::Definition& fact : document_.facts) lines.add(fact);
    for (const Section& section : document_.sections) {
      std::vector<const document::Table*> tables;
      tables_of(section, tables);
      if (tables.empty()) {
        lines.add(section);
        continue;
      }
      with_tables.push_back(section_sheet(section, tables));
      lines.add(XlsxLook::kText, "» " + pointer(flat(section.heading), with_tables.back().name));
    }
    lines.add(XlsxLook::kSmall, flat(document_.footer));
    for (XlsxSheet& sheet : with_tables) book.sheets.push_back(std::move(sheet));
    return book;
  }

 private:
  XlsxSheet new_sheet(const Text& heading) {
    XlsxSheet sheet;
    sheet.name = own_name(table::sheet_name(flat(heading)));
    sheet.right_to_left = document_.direction() == document::Direction::kRightToLeft;
    sheet.footer = shortened(flat(document_.footer), kMostFooter - 1);
    Lines(sheet, false).add(XlsxLook::kSmall, flat(document_.mark));
    return sheet;
  }

  XlsxSheet section_sheet(const Section& section,
                          const std::vector<const document::Table*>& tables) {
    XlsxSheet sheet = new_sheet(section.heading);
    // The widest table lends its widths.
    const document::Table& widest = **std::max_element(
        tables.begin(), tables.end(),
        [](const auto* a, const auto* b) { return a->columns.size() < b->columns.size(); });
    int weights = 0;
    for (const document::Column& column : widest.columns) weights += column.weight;
    for (const document::Column& column : widest.columns) {
      table::XlsxColumn out;
      out.width = std::max(kLeastWidth, kSheetWidth * column.weight / std::max(weights, 1));
      sheet.columns.push_back(std::move(out));
    }
    sheet.table = tables.size() == 1;
    Lines(sheet, false).add(section);
    return sheet;
  }

  // The heading in full, where a sheet's name is cut off; the name too where it is not the
  // heading's own beginning.
  static std::string pointer(const std::string& heading, const std::string& name) {
    if (heading.empty()) return name;
    return table::sheet_name(heading) == name ? heading : fmt::format("{} ({})", heading, name);
  }

  // Different from all before it, in upper and lower case too.
  std::string own_name(const std::string& wanted) {
    std::string name = wanted;
    for (int i = 2;; ++i) {
      std::string lower = name;
      for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if (names_.insert(lower).second) return name;
      const std::string number = fmt::format(" {}", i);
      name = wanted;
      while (table::sheet_name(name + number) != name + number) {
        do {
          name.pop_back();
        } while (!is_utf8(name));
      }
      name += number;
    }
  }

  const Document& document_;
  std::set<std::string> names_;
};

}  // namespace

Result<Bytes> to_xlsx(const Document& document) {
  PARLEY_TRY(document::check(document));
  return table::write_xlsx(Book(document).make());
}

}  // namespace parley::report
