#include "table/xlsx_reader.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "table/opc.hpp"
#include "table/sheet_builder.hpp"
#include "table/xlsx_cell.hpp"
#include "table/xlsx_drawing.hpp"
#include "table/xlsx_sheet.hpp"

namespace parley::table {
namespace {

constexpr std::size_t kMostSheets = 255;

struct SheetEntry {
  std::string name;
  std::string id;  // of its relationship
  bool hidden = false;
};

class WorkbookPart final : public XmlHandler {
 public:
  std::vector<SheetEntry> sheets;
  DateSystem dates = DateSystem::k1900;
  bool is_workbook = false;

  Result<void> open(XmlName name, const XmlAttributes& attributes) override {
    if (!is_spreadsheet_space(name.space)) return {};
    if (name.local == "workbook") {
      is_workbook = true;
    } else if (name.local == "workbookPr") {
      const auto old = attributes.find("date1904");
      if (old == "1" || old == "true") dates = DateSystem::k1904;
    } else if (name.local == "sheet") {
      if (sheets.size() == kMostSheets) {
        return fail(Fault::kBadInput, fmt::format("more than {} sheets", kMostSheets));
      }
      const auto state = attributes.find("state").value_or("visible");
      sheets.push_back({std::string(attributes.find("name").value_or("")),
                        std::string(relationship_id(attributes).value_or("")), state != "visible"});
    }
    return {};
  }
  Result<void> close(XmlName) override { return {}; }
  Result<void> text(std::string_view) override { return {}; }
};

class Reader {
 public:
  Reader(Archive archive, const SheetLimits& limits)
      : archive_(std::move(archive)), limits_(limits), workbook_(limits), builder_(limits) {}

  Result<SheetFile> read() {
    PARLEY_ASSIGN(const std::string main, main_part());
    WorkbookPart part;
    PARLEY_TRY(at(main, read_part(archive_, main, part)));
    if (!part.is_workbook) {
      return fail(Fault::kUnsupported,
                  "an office file, but not a workbook: save it as xlsx or csv");
    }
    workbook_.dates = part.dates;
    PARLEY_ASSIGN(const auto related, relationships(archive_, main));
    PARLEY_TRY(read_shared_parts(related));
    remark_on_workbook(related);
    for (const SheetEntry& entry : part.sheets) PARLEY_TRY(read_sheet(entry, related));
    return std::move(builder_).finish("xlsx");
  }

 private:
  // Errors say which part they are in; a part's name is chosen by the file, so only plain ones.
  static Result<void> at(std::string_view part, Result<void> result) {
    if (result) return result;
    return within(std::move(result).error(), Archive::printable(part));
  }

  Result<std::string> main_part() {
    PARLEY_ASSIGN(const auto related, relationships(archive_, ""));
    std::string part = "xl/workbook.xml";
    for (const Relationship& one : related) {
      if (one.type == "officeDocument" && !one.external) part = one.target;
    }
    if (part.ends_with(".bin")) {
      return fail(Fault::kUnsupported, "a binary workbook (.xlsb): save it as xlsx or csv");
    }
    if (archive_.find(part).empty()) {
      return fail(Fault::kUnsupported,
                  "an archive that holds no workbook: send the xlsx or csv file itself");
    }
    return part;
  }

  Result<void> read_shared_parts(const std::vector<Relationship>& related) {
    bool strings = false;
    bool styles = false;
    for (const Relationship& one : related) {
      if (one.external) continue;
      if (one.type == "sharedStrings" && !std::exchange(strings, true)) {
        PARLEY_TRY(at(one.target, read_part(archive_, one.target, workbook_.strings)));
      } else if (one.type == "styles" && !std::exchange(styles, true)) {
        PARLEY_TRY(at(one.target, read_part(archive_, one.target, workbook_.formats)));
      }
    }
    return {};
  }

  void remark_on_workbook(const std::vector<Relationship>& related) {
    for (const Relationship& one : related) {
      if (one.type == "vbaProject") builder_.remark(0, 0, "macros, never run");
      if (one.type == "externalLink") builder_.remark(0, 0, "a link to another file, not followed");
      if (one.type == "connections") builder_.remark(0, 0, "a data connection, not followed");
      if (one.type == "rdRichValue") builder_.remark(0, 0, "pictures or data in cells, not kept");
    }
  }

  Result<void> read_sheet(const SheetEntry& entry, const std::vector<Relationship>& related) {
    const auto found = std::find_if(related.begin(), related.end(),
                                    [&](const Relationship& one) { return one.id == entry.id; });
    builder_.begin_sheet(entry.name);
    builder_.sheet().hidden = entry.hidden;
    if (entry.hidden) builder_.remark(0, 0, "a hidden sheet");
    if (found == related.end() || found->external || found->target.empty()) {
      return builder_.fault(0, 0, "the workbook names a sheet that it does not hold");
    }
    if (found->type != "worksheet") {
      builder_.remark(0, 0, "a sheet of charts or macros, not read");
      return {};
    }
    WorksheetPart sheet(workbook_, limits_, builder_);
    PARLEY_TRY(at(found->target, read_part(archive_, found->target, sheet)));
    sheet.finish();
    return read_beside(found->target);
  }

  // Drawings and comments of a sheet.
  Result<void> read_beside(const std::string& part) {
    PARLEY_ASSIGN(const auto related, relationships(archive_, part));
    for (const Relationship& one : related) {
      if (one.external || archive_.find(one.target).empty()) continue;
      if (one.type == "drawing") {
        XlsxDrawing drawing(builder_);
        PARLEY_TRY(at(one.target, read_part(archive_, one.target, drawing)));
      } else if (one.type == "comments") {
        XlsxComments comments(builder_);
        PARLEY_TRY(at(one.target, read_part(archive_, one.target, comments)));
      } else if (one.type == "queryTable") {
        builder_.remark(0, 0, "a data connection, not followed");
      }
    }
    return {};
  }

  Archive archive_;
  const SheetLimits& limits_;
  Workbook workbook_;
  SheetBuilder builder_;
};

}  // namespace

Result<SheetFile> read_xlsx(ByteView bytes, const SheetLimits& limits) {
  PARLEY_ASSIGN(auto archive, Archive::open(bytes, limits));
  return read_xlsx(std::move(archive), limits);
}

Result<SheetFile> read_xlsx(Archive archive, const SheetLimits& limits) {
  return Reader(std::move(archive), limits).read();
}

}  // namespace parley::table
