// PFIF: whatever is read is sound.
#include <cstdint>
#include <cstdlib>

#include "table/pfif.hpp"
#include "table/testing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley;
  using namespace parley::table;
  const SheetLimits limits{.cell = 4096, .columns = 64, .rows = 1000, .cells = 4000};
  const auto file = read_pfif({data, size}, limits);
  if (file && !testing::is_sound(*file, limits)) std::abort();
  if (!file && !is_utf8(file.error().text())) std::abort();
  return 0;
}
