// For tests and fuzz targets: archives made of texts.
#pragma once

#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <zip.h>

#include "base/bytes.hpp"
#include "table/sheet.hpp"

namespace parley::table::testing {

// What sheet.hpp promises of whatever a reader gives.
inline bool is_sound(const SheetFile& file, const SheetLimits& limits) {
  std::size_t cells = 0;
  std::size_t bytes = 0;
  for (const Sheet& sheet : file.sheets) {
    std::uint64_t last = 0;
    for (const SheetRow& row : sheet.rows) {
      if (row.number <= last || row.cells.empty() || row.cells.back().text.empty()) return false;
      last = row.number;
      cells += row.cells.size();
      if (row.cells.size() > limits.columns) return false;
      for (const Cell& cell : row.cells) {
        bytes += cell.text.size();
        if (!is_utf8(cell.text) || cell.text.size() > limits.cell) return false;
        if (cell.text.find('\0') != std::string::npos) return false;
      }
    }
  }
  for (const Remark& remark : file.remarks) {
    if (remark.text.empty() || !is_utf8(remark.text)) return false;
  }
  return cells <= limits.cells && bytes <= limits.text;
}

// Every member of an archive, by name; empty if it is none, or a member cannot be read.
inline std::map<std::string, std::string> unzip(const Bytes& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  const std::unique_ptr<zip_t, void (*)(zip_t*)> file(
      zip_open_from_source(source, ZIP_RDONLY, &error), zip_discard);
  if (file == nullptr) return {};
  std::map<std::string, std::string> out;
  for (zip_int64_t i = 0; i < zip_get_num_entries(file.get(), 0); ++i) {
    const auto at = static_cast<zip_uint64_t>(i);
    zip_stat_t stat;
    if (zip_stat_index(file.get(), at, 0, &stat) != 0) return {};
    std::string text(stat.size, '\0');
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> member(
        zip_fopen_index(file.get(), at, 0), zip_fclose);
    if (member == nullptr || zip_fread(member.get(), text.data(), text.size()) !=
                                 static_cast<zip_int64_t>(stat.size)) {
      return {};
    }
    out[stat.name] = text;
  }
  return out;
}

using Members = std::vector<std::pair<std::string, std::string>>;

// A zip archive of the members, in their order; `packed`: deflated, else stored. Empty if libzip
// refuses them (a name that stands twice).
inline Bytes zip_of(const Members& members, bool packed = true) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* zip = out == nullptr ? nullptr : zip_open_from_source(out, ZIP_TRUNCATE, &error);
  if (zip == nullptr) return {};
  zip_source_keep(out);
  for (const auto& [name, text] : members) {
    zip_source_t* source = zip_source_buffer(zip, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      continue;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(zip, at, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 1);
    zip_file_set_mtime(zip, at, 0, 0);
  }
  if (zip_close(zip) != 0) {
    zip_discard(zip);
    zip_source_free(out);
    return {};
  }
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_source_stat(out, &stat);
  Bytes bytes(stat.size);
  zip_source_open(out);
  const zip_int64_t length = zip_source_read(out, bytes.data(), bytes.size());
  zip_source_close(out);
  zip_source_free(out);
  bytes.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
  return bytes;
}

constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline std::string relationships_of(
    const std::vector<std::pair<std::string, std::string>>& type_and_target) {
  std::string out =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  int id = 0;
  for (const auto& [type, target] : type_and_target) {
    out += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + std::string(kRelation) +
           "/" + type + "\" Target=\"" + target + "\"/>";
  }
  return out + "</Relationships>";
}

// A workbook of one sheet, from what stands inside its parts' root elements.
struct WorkbookText {
  std::string sheet;    // "<sheetData>...</sheetData>"
  std::string strings;  // "<si>...</si>..."
  std::string styles;   // "<numFmts>...</numFmts><cellXfs>...</cellXfs>"
  std::string properties = "<workbookPr/>";
};

inline Members workbook_members(const WorkbookText& text) {
  const auto root = [](std::string_view name, std::string_view inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + std::string(name) + " xmlns=\"" +
           std::string(kMain) + "\" xmlns:r=\"" + std::string(kRelation) + "\">" +
           std::string(inside) + "</" + std::string(name) + ">";
  };
  return {
      {"_rels/.rels", relationships_of({{"officeDocument", "xl/workbook.xml"}})},
      {"xl/workbook.xml",
       root("workbook", text.properties +
                            "<sheets><sheet name=\"List\" sheetId=\"1\" r:id=\"rId1\"/></sheets>")},
      {"xl/_rels/workbook.xml.rels", relationships_of({{"worksheet", "worksheets/sheet1.xml"},
                                                       {"sharedStrings", "sharedStrings.xml"},
                                                       {"styles", "styles.xml"}})},
      {"xl/worksheets/sheet1.xml", root("worksheet", text.sheet)},
      {"xl/sharedStrings.xml", root("sst", text.strings)},
      {"xl/styles.xml", root("styleSheet", text.styles)},
  };
}

// An OpenDocument spreadsheet, from what stands inside office:spreadsheet and automatic-styles.
inline Members ods_members(std::string_view body, std::string_view styles = "") {
  std::string content = "<office:document-content";
  for (const char* const space : {"office", "table", "text", "style"}) {
    content += " xmlns:" + std::string(space) +
               "=\"urn:oasis:names:tc:opendocument:xmlns:" + std::string(space) + ":1.0\"";
  }
  content += " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\"";
  content += " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";
  content +=
      " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
  content += "><office:automatic-styles>" + std::string(styles) +
             "</office:automatic-styles><office:body><office:spreadsheet>" + std::string(body) +
             "</office:spreadsheet></office:body></office:document-content>";
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}};
}

}  // namespace parley::table::testing
