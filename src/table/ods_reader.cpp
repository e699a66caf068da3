#include "table/ods_reader.hpp"

#include "table/ods_content.hpp"
#include "table/opc.hpp"
#include "table/sheet_builder.hpp"

namespace parley::table {
namespace {

constexpr std::string_view kMimeType = "application/vnd.oasis.opendocument.";

class Manifest final : public XmlHandler {
 public:
  bool encrypted = false;

  Result<void> open(XmlName name, const XmlAttributes&) override {
    encrypted = encrypted || name.local == "encryption-data";
    return {};
  }
  Result<void> close(XmlName) override { return {}; }
  Result<void> text(std::string_view) override { return {}; }
};

std::string mime_type(Archive& archive) {
  if (archive.find("mimetype").empty()) return {};
  return archive.text("mimetype", 256).value_or("");
}

}  // namespace

bool is_opendocument(Archive& archive) { return mime_type(archive).starts_with(kMimeType); }

Result<SheetFile> read_ods(ByteView bytes, const SheetLimits& limits) {
  PARLEY_ASSIGN(auto archive, Archive::open(bytes, limits));
  return read_ods(std::move(archive), limits);
}

Result<SheetFile> read_ods(Archive archive, const SheetLimits& limits) {
  const std::string type = mime_type(archive);
  if (!type.starts_with(std::string(kMimeType) + "spreadsheet")) {
    return fail(Fault::kUnsupported,
                "an OpenDocument file, but not a spreadsheet: save the table as ods, xlsx or csv");
  }
  if (!archive.find("META-INF/manifest.xml").empty()) {
    Manifest manifest;
    PARLEY_TRY(read_part(archive, "META-INF/manifest.xml", manifest));
    if (manifest.encrypted) {
      return fail(Fault::kLocked, "the file is encrypted: save it without a password");
    }
  }
  SheetBuilder builder(limits);
  for (const std::string& name : archive.names()) {
    if (name.starts_with("Basic/") && !name.ends_with('/')) {
      builder.remark(0, 0, "macros, never run");
      break;
    }
  }
  OdsContent content(limits, builder);
  auto read = read_part(archive, "content.xml", content);
  if (!read) return within(std::move(read).error(), "content.xml");
  return std::move(builder).finish("ods");
}

}  // namespace parley::table
