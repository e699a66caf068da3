// Text within HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace parley::report {

// For an element's text or a quoted attribute. `text`: as document::displayed() gives it.
std::string escaped(std::string_view text);

}  // namespace parley::report
