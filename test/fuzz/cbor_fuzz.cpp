// Canonical CBOR: what decodes must encode to the same bytes.
#include <cstdlib>

#include "base/cbor.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley;
  const auto value = cbor::decode({data, size});
  if (!value) return 0;
  const Bytes again = cbor::encode(*value);
  if (again.size() != size || !std::equal(again.begin(), again.end(), data)) std::abort();
  return 0;
}
