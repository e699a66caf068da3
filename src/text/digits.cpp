#include "text/digits.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
namespace parley::text {
namespace {

// The zeros of Unicode 15.0; each is followed by its one to nine.
constexpr char32_t kZeros[] = {
    0x0030,  0x0660,  0x06F0,  0x07C0,  0x0966,  0x09E6,  0x0A66,  0x0AE6,  0x0B66,  0x0BE6,
    0x0C66,  0x0CE6,  0x0D66,  0x0DE6,  0x0E50,  0x0ED0,  0x0F20,  0x1040,  0x1090,  0x17E0,
    0x1810,  0x1946,  0x19D0,  0x1A80,  0x1A90,  0x1B50,  0x1BB0,  0x1C40,  0x1C50,  0xA620,
    0xA8D0,  0xA900,  0xA9D0,  0xA9F0,  0xAA50,  0xABF0,  0xFF10,  0x104A0, 0x10D30, 0x11066,
    0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0,
    0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16A60, 0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8,
    0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950, 0x1FBF0,
};
static_assert(std::is_sorted(std::begin(kZeros), std::end(kZeros)));

// The character that begins at `at` and how many bytes it takes; no bytes where none begins there.
struct Decoded {
  char32_t character = 0;
  std::size_t bytes = 0;
};
Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead < 0xC2   ? 0
                            : lead < 0xE0 ? 2
                            : lead < 0xF0 ? 3
                            : lead < 0xF5 ? 4
                                          : 0;
  if (bytes == 0 || text.size() - at < bytes) return {};
  char32_t character = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    character = character << 6 | (byte(at + i) & 0x3FU);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (character < kLeast[bytes]) return {};
  return {character, bytes};
}

}  // namespace

std::optional<int> digit_value(char32_t character) {
  const char32_t* after = std::upper_bound(std::begin(kZeros), std::end(kZeros), character);
  if (after == std::begin(kZeros)) return std::nullopt;
  const char32_t value = character - *(after - 1);
  if (value > 9) return std::nullopt;
  return static_cast<int>(value);
}

std::string ascii_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    const auto value = decoded.bytes == 0 ? std::nullopt : digit_value(decoded.character);
    const std::size_t bytes = std::max<std::size_t>(decoded.bytes, 1);
    if (value) {
      out += static_cast<char>('0' + *value);
    } else {
      out += text.substr(at, bytes);
    }
    at += bytes;
  }
  return out;
}

}  // namespace parley::text
