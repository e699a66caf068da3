// Unicode normalisation form C, by ICU. Stable for assigned characters whatever ICU's version
// (Unicode's stability policy). Entries are never normalised; this is for what people type again.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace parley::text {

// Error (kBadInput): not UTF-8.
Result<std::string> nfc(std::string_view text);

}  // namespace parley::text
