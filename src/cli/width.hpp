// How wide a text is on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::cli {

// Columns: marks that stand on other letters take none.
std::size_t width_of(std::string_view text);
// With spaces after it, up to that width.
std::string padded(std::string text, std::size_t width);

}  // namespace parley::cli
