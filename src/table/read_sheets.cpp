#include "table/read_sheets.hpp"

#include <string>

#include <fmt/core.h>

#include "table/archive.hpp"
#include "table/file_kind.hpp"
#include "table/ods_reader.hpp"
#include "table/pfif.hpp"
#include "table/xlsx_reader.hpp"

namespace parley::table {
namespace {

Result<SheetFile> read_archive(ByteView bytes, const SheetLimits& limits) {
  PARLEY_ASSIGN(auto archive, Archive::open(bytes, limits));
  if (is_opendocument(archive)) return read_ods(std::move(archive), limits);
  if (!archive.find("Index/Document.iwa").empty() || !archive.find("Index.zip").empty()) {
    return fail(Fault::kUnsupported, "a Numbers document: export it as xlsx or csv");
  }
  return read_xlsx(std::move(archive), limits);
}

Result<SheetFile> read_bytes(ByteView bytes, const SheetLimits& limits, const CsvCustom& text) {
  if (bytes.empty()) return fail(Fault::kBadInput, "the file is empty");
  if (bytes.size() > limits.file) {
    return fail(Fault::kBadInput, fmt::format("a file of more than {} bytes", limits.file));
  }
  PARLEY_ASSIGN(const FileKind kind, file_kind(bytes));
  switch (kind) {
    case FileKind::kZip: return read_archive(bytes, limits);
    case FileKind::kXml: return read_pfif(bytes, limits);
    case FileKind::kText: break;
  }
  return read_csv_sheet(bytes, text, limits);
}

}  // namespace

Result<SheetFile> read_sheets(std::string_view name, ByteView bytes, const SheetLimits& limits,
                              const CsvCustom& text) {
  auto file = read_bytes(bytes, limits, text);
  if (!file) return within(std::move(file).error(), std::string(name));
  return file;
}

}  // namespace parley::table
