#include "text/normal.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "base/bytes.hpp"

namespace parley::text {

Result<std::string> nfc(std::string_view text) {
  if (!is_utf8(text)) return fail(Fault::kBadInput, "not UTF-8");
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(code);
  if (U_FAILURE(code)) return fail(Fault::kIo, "the Unicode library's data is missing");
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())),
                            sink, nullptr, code);
  if (U_FAILURE(code)) return fail(Fault::kBadInput, "it cannot be normalised");
  return out;
}

}  // namespace parley::text
