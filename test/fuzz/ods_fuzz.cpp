// OpenDocument sheets: a whole archive, or what stands inside office:spreadsheet, a line "====",
// and the automatic styles.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "table/ods_reader.hpp"
#include "table/testing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley;
  using namespace parley::table;
  const ByteView input(data, size);
  const SheetLimits limits{
      .unpacked = std::size_t{4} << 20, .cell = 4096, .columns = 64, .rows = 1000, .cells = 4000};
  const std::string_view text = text_of(input);
  const bool whole = text.starts_with("PK");
  Bytes framed;
  if (!whole) {
    const std::size_t between = text.find("\n====\n");
    const std::string_view styles =
        between == std::string_view::npos ? std::string_view() : text.substr(between + 6);
    framed = testing::zip_of(testing::ods_members(text.substr(0, between), styles), false);
  }
  const auto file = read_ods(whole ? input : ByteView(framed), limits);
  if (file && !testing::is_sound(*file, limits)) std::abort();
  if (!file && !is_utf8(file.error().text())) std::abort();
  return 0;
}
