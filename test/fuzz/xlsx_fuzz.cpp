// Workbooks: a whole archive, or the parts of one, told apart by how the input begins.
//
// Parts are separated by lines "====": the sheet's inside, shared strings, styles, workbook
// properties, a drawing, comments. They reach the readers without the fuzzer having to write zip.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "table/testing.hpp"
#include "table/xlsx_reader.hpp"

namespace {

using namespace parley;
using namespace parley::table;

constexpr std::string_view kBetween = "\n====\n";

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(kBetween);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + kBetween.size());
  }
  parts.resize(6);
  return parts;
}

Bytes workbook_of(const std::vector<std::string>& parts) {
  testing::Members members = testing::workbook_members({parts[0], parts[1], parts[2], parts[3]});
  members.push_back({"xl/worksheets/_rels/sheet1.xml.rels",
                     testing::relationships_of({{"drawing", "../d.xml"}, {"comments", "/c.xml"}})});
  members.push_back({"xl/d.xml", "<d>" + parts[4] + "</d>"});
  members.push_back(
      {"c.xml", "<c xmlns=\"" + std::string(testing::kMain) + "\">" + parts[5] + "</c>"});
  return testing::zip_of(members, false);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView input(data, size);
  const SheetLimits limits{
      .unpacked = std::size_t{4} << 20, .cell = 4096, .columns = 64, .rows = 1000, .cells = 4000};
  const bool whole = text_of(input).starts_with("PK");
  const Bytes framed = whole ? Bytes() : workbook_of(parts_of(text_of(input)));
  const ByteView bytes = whole ? input : ByteView(framed);
  const auto file = read_xlsx(bytes, limits);
  if (file && !testing::is_sound(*file, limits)) std::abort();
  if (!file && !is_utf8(file.error().text())) std::abort();
  return 0;
}
