#include "text/encoding.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/core.h>

#include "text/code_page.hpp"
#include "text/encoding_guess.hpp"

namespace parley::text {
namespace {

constexpr std::array<std::pair<Encoding, std::string_view>, 6> kNames = {{
    {Encoding::kUtf8, "utf-8"},
    {Encoding::kUtf16Le, "utf-16le"},
    {Encoding::kUtf16Be, "utf-16be"},
    {Encoding::kWindows1256, "windows-1256"},
    {Encoding::kWindows1251, "windows-1251"},
    {Encoding::kWindows1252, "windows-1252"},
}};

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// `at`: from 0, of the file. `before`: the text up to there, for the line. CR, LF and CRLF end one.
tl::unexpected<Error> fault_at(std::size_t at, std::string_view before, std::string_view what) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == '\n' || (before[i] == '\r' && before.substr(i + 1, 1) != "\n")) ++line;
  }
  return fail(Fault::kBadInput, fmt::format("byte {}, line {}: {}", at + 1, line, what));
}

// How many bytes of a well-formed UTF-8 character `bytes` begins with; 0: none.
std::size_t character_length(std::string_view bytes) {
  const auto lead = static_cast<std::uint8_t>(bytes.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return is_utf8(bytes.substr(0, length)) && bytes.size() >= length ? length : 0;
}

struct Utf8Look {
  std::size_t first_bad = std::string_view::npos;
  std::size_t bad = 0;
  std::size_t longer = 0;  // characters of more than one byte
};

Utf8Look look_as_utf8(std::string_view text) {
  Utf8Look look;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<std::uint8_t>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = character_length(text.substr(i));
    if (length == 0) {
      if (look.bad++ == 0) look.first_bad = i;
      ++i;
      continue;
    }
    ++look.longer;
    i += length;
  }
  return look;
}

Result<std::string> from_utf8(ByteView bytes, std::size_t skip) {
  const std::string_view text = text_of(bytes).substr(skip);
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) {
    return fault_at(skip + nul, text.substr(0, nul), "a NUL character");
  }
  if (is_utf8(text)) return std::string(text);
  const std::size_t bad = look_as_utf8(text).first_bad;
  return fault_at(skip + bad, text.substr(0, bad), "not UTF-8");
}

Result<std::string> from_utf16(ByteView bytes, std::size_t skip, bool big) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const unsigned a = bytes[i];
    const unsigned b = bytes[i + 1];
    return static_cast<char32_t>(big ? a << 8 | b : b << 8 | a);
  };
  std::size_t i = skip;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c == 0) return fault_at(i, out, "a NUL character");
    if (c >= 0xD800 && c < 0xE000) {
      const bool pair = c < 0xDC00 && i + 3 < bytes.size() && (unit(i + 2) & 0xFC00) == 0xDC00;
      if (!pair) return fault_at(i, out, "half a character of UTF-16");
      c = 0x10000 + ((c & 0x3FF) << 10) + (unit(i + 2) & 0x3FF);
      i += 2;
    }
    append_utf8(out, c);
  }
  if (i != bytes.size()) return fault_at(i, out, "half a character of UTF-16");
  return out;
}

Result<std::string> from_code_page(ByteView bytes, Encoding encoding) {
  const CodePage& page = *code_page(encoding);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint8_t byte = bytes[i];
    if (byte == 0) return fault_at(i, out, "a NUL character");
    if (byte < 0x80) {
      out += static_cast<char>(byte);
      continue;
    }
    const char16_t c = page[byte - 0x80];
    if (c == 0) return fault_at(i, out, fmt::format("not a character of {}", name(encoding)));
    append_utf8(out, c);
  }
  return out;
}

struct Mark {
  Encoding encoding;
  std::size_t length;
};

std::optional<Mark> byte_order_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) return Mark{Encoding::kUtf8, 3};
  if (text.starts_with("\xFF\xFE")) return Mark{Encoding::kUtf16Le, 2};
  if (text.starts_with("\xFE\xFF")) return Mark{Encoding::kUtf16Be, 2};
  return {};
}

// UTF-16 without a mark: the high bytes of its characters are those of Latin, Cyrillic, Hebrew and
// Arabic (0x00 to 0x08, 0xFB to 0xFF), some of them NUL. No other text has such bytes in four of
// five even, or odd, places.
std::optional<Encoding> unmarked_utf16(ByteView bytes) {
  const std::size_t units = bytes.size() / 2;
  if (units == 0 || bytes.size() % 2 != 0) return {};
  std::array<std::size_t, 2> nuls{};
  std::array<std::size_t, 2> high{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    nuls[i % 2] += bytes[i] == 0 ? 1 : 0;
    high[i % 2] += bytes[i] <= 0x08 || bytes[i] >= 0xFB ? 1 : 0;
  }
  const auto is_high = [&](std::size_t side) {
    return nuls[side] > 0 && high[side] * 5 >= units * 4;
  };
  if (is_high(1) && nuls[1] > nuls[0]) return Encoding::kUtf16Le;
  if (is_high(0) && nuls[0] > nuls[1]) return Encoding::kUtf16Be;
  return {};
}

Result<Decoded> decode_as(ByteView bytes, Encoding encoding, std::size_t skip, Sureness sureness) {
  Result<std::string> text = encoding == Encoding::kUtf8 ? from_utf8(bytes, skip)
                             : encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be
                                 ? from_utf16(bytes, skip, encoding == Encoding::kUtf16Be)
                                 : from_code_page(bytes, encoding);
  if (!text) return tl::unexpected<Error>(std::move(text).error());
  return Decoded{std::move(*text), encoding, sureness};
}

}  // namespace

std::string_view name(Encoding encoding) {
  for (const auto& [one, text] : kNames) {
    if (one == encoding) return text;
  }
  return "unknown";
}

std::optional<Encoding> encoding_named(std::string_view name) {
  std::string plain;  // "Windows-1256" and "cp1256" as "1256", "UTF-16-LE" as "utf16le"
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const std::string_view prefix : {"windows", "cp"}) {
    if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  }
  if (plain == "utf8") return Encoding::kUtf8;
  if (plain == "utf16le") return Encoding::kUtf16Le;
  if (plain == "utf16be") return Encoding::kUtf16Be;
  if (plain == "1256") return Encoding::kWindows1256;
  if (plain == "1251") return Encoding::kWindows1251;
  if (plain == "1252") return Encoding::kWindows1252;
  return {};
}

std::string_view name(Sureness sureness) {
  switch (sureness) {
    case Sureness::kGiven: return "given";
    case Sureness::kCertain: return "certain";
    case Sureness::kLikely: return "likely";
    case Sureness::kGuess: return "a guess";
  }
  return "unknown";
}

Result<Decoded> decode(ByteView bytes, std::optional<Encoding> given) {
  const std::string_view text = text_of(bytes);
  using namespace std::string_view_literals;
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) {
    return fail(Fault::kUnsupported, "the file is UTF-32: save it as UTF-8");
  }
  if (const auto mark = byte_order_mark(text)) {
    if (given && *given != mark->encoding) {
      return fail(Fault::kBadInput, fmt::format("the file begins with the mark of {}, not {}",
                                                name(mark->encoding), name(*given)));
    }
    return decode_as(bytes, mark->encoding, mark->length,
                     given ? Sureness::kGiven : Sureness::kCertain);
  }
  if (given) return decode_as(bytes, *given, 0, Sureness::kGiven);
  if (const auto utf16 = unmarked_utf16(bytes)) {
    return decode_as(bytes, *utf16, 0, Sureness::kLikely);
  }
  const Utf8Look look = look_as_utf8(text);
  // A few bad bytes among many good characters are damage, not another encoding.
  if (look.bad == 0 || look.longer / 2 >= look.bad) {
    return decode_as(bytes, Encoding::kUtf8, 0, Sureness::kCertain);
  }
  const EncodingGuess guess = guess_code_page(bytes);
  return decode_as(bytes, guess.encoding, 0, guess.sureness);
}

}  // namespace parley::text
