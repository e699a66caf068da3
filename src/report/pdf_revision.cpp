#include "report/pdf_revision.hpp"

#include <fmt/core.h>
#include <glib.h>
#include <zlib.h>

#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "report/ink.hpp"

namespace parley::report {
namespace {

using Number = unsigned;

tl::unexpected<Error> unknown(std::string_view what) {
  return fail(Fault::kIo, fmt::format("the PDF library wrote a file without {}", what));
}

// The number that follows `key`, e.g. "/Root 12 0 R".
std::optional<Number> number_after(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t from = text.find_first_not_of(" \n", at + key.size());
  if (from == std::string_view::npos) return std::nullopt;
  Number number = 0;
  const auto [stop, code] = std::from_chars(text.data() + from, text.data() + text.size(), number);
  if (code != std::errc()) return std::nullopt;
  return number;
}

// Offsets of the objects in use, from the one cross-reference table.
std::map<Number, std::size_t> offsets(std::string_view file, std::size_t table) {
  std::map<Number, std::size_t> out;
  std::size_t at = file.find('\n', table);
  if (at == std::string_view::npos) return out;
  at = file.find('\n', at + 1);
  for (Number id = 0; at != std::string_view::npos && at + 21 <= file.size(); ++id, at += 20) {
    const std::string_view entry = file.substr(at + 1, 20);
    if (entry[10] != ' ' || (entry[17] != 'n' && entry[17] != 'f')) break;
    std::size_t offset = 0;
    std::from_chars(entry.data(), entry.data() + 10, offset);
    if (entry[17] == 'n' && offset < file.size()) out.emplace(id, offset);
  }
  return out;
}

std::string inflated(std::string_view packed) {
  std::string out;
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return out;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  char buffer[4096];
  int code = Z_OK;
  while (code == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof buffer;
    code = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer, sizeof buffer - stream.avail_out);
  }
  inflateEnd(&stream);
  return code == Z_STREAM_END ? out : std::string();
}

std::string hex_of_utf16(std::string_view text) {
  std::string out;
  glong length = 0;
  gunichar2* units =
      g_utf8_to_utf16(text.data(), static_cast<glong>(text.size()), nullptr, &length, nullptr);
  for (glong i = 0; i < length; ++i) out += fmt::format("{:04x}", units[i]);
  g_free(units);
  return out;
}

// `map` with the text of each stand-in; none where it has no stand-in.
std::optional<std::string> resolved(std::string map, const std::vector<std::string>& stand_ins) {
  bool changed = false;
  for (std::size_t at = map.find("<db"); at != std::string::npos; at = map.find("<db", at + 1)) {
    if (at + 10 > map.size() || map[at + 9] != '>') continue;
    unsigned pair = 0;
    if (std::from_chars(map.data() + at + 1, map.data() + at + 9, pair, 16).ec != std::errc())
      continue;
    const char32_t character =
        0x10000 + (((pair >> 16) - 0xD800) << 10) + ((pair & 0xFFFF) - 0xDC00);
    if (character < kFirstStandIn || character - kFirstStandIn >= stand_ins.size()) continue;
    map.replace(at + 1, 8, hex_of_utf16(stand_ins[character - kFirstStandIn]));
    changed = true;
  }
  return changed ? std::optional(std::move(map)) : std::nullopt;
}

}  // namespace

Result<Bytes> revise(Bytes pdf, document::Language language,
                     const std::vector<std::string>& stand_ins) {
  const std::string_view file = text_of(pdf);
  const std::size_t mark = file.rfind("startxref");
  const auto table =
      number_after(file.substr(mark == std::string_view::npos ? file.size() : mark), "startxref");
  if (!table || *table >= file.size()) return unknown("a cross-reference table");
  const std::string_view trailer = file.substr(*table);
  const auto root = number_after(trailer, "/Root");
  const auto info = number_after(trailer, "/Info");
  const auto size = number_after(trailer, "/Size");
  const auto objects = offsets(file, *table);
  if (!root || !info || !size || !objects.contains(*root)) return unknown("a catalog");
  // An object ends before the next one: a search in it must not go on through the whole file.
  std::set<std::size_t> starts{*table};
  for (const auto& [id, offset] : objects) starts.insert(offset);
  const auto from_to = [&](std::size_t offset) {
    const auto next = starts.upper_bound(offset);
    return file.substr(offset, next == starts.end() ? std::string_view::npos : *next - offset);
  };
  const auto object = [&](Number id) {
    const auto known = objects.find(id);
    return known == objects.end() ? std::string_view() : from_to(known->second);
  };

  std::map<Number, std::string> renewed;
  std::string catalog(object(*root).substr(0, object(*root).find("endobj")));
  const std::size_t close = catalog.rfind(">>");
  if (close == std::string::npos) return unknown("a catalog");
  const bool leftwards = document::direction(language) == document::Direction::kRightToLeft;
  catalog.insert(close, fmt::format("   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true"
                                    " /Direction /{} >>\n",
                                    document::tag(language), leftwards ? "R2L" : "L2R"));
  renewed[*root] = catalog + "endobj\n";

  for (const auto& [id, offset] : objects) {
    const std::string_view whole = from_to(offset);
    const std::string_view head = whole.substr(0, whole.find("stream"));
    const auto map_id = number_after(head, "/ToUnicode");
    if (!map_id) continue;
    const std::string_view map = object(*map_id);
    const std::size_t from = map.find("stream\n");
    const auto length_id = number_after(map, "/Length");
    if (from == std::string_view::npos || !length_id) return unknown("a text map of its fonts");
    const auto length = number_after(object(*length_id), "obj");
    if (!length) return unknown("a text map of its fonts");
    const std::string plain = inflated(map.substr(from + 7, *length));
    if (plain.empty()) return unknown("a readable text map of its fonts");
    if (const auto text = resolved(plain, stand_ins)) {
      renewed[*map_id] = fmt::format("{} 0 obj\n<< /Length {} >>\nstream\n{}endstream\nendobj\n",
                                     *map_id, text->size(), *text);
    }
  }

  std::string update;
  std::string entries;
  for (const auto& [id, body] : renewed) {
    entries += fmt::format("{} 1\n{:010} 00000 n \n", id, pdf.size() + update.size());
    update += body;
  }
  const std::size_t start = pdf.size() + update.size();
  update += fmt::format(
      "xref\n{}trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev "
      "{}\n>>\nstartxref\n{}\n"
      "%%EOF\n",
      entries, *size, *root, *info, *table, start);
  append(pdf, bytes_of(update));
  return pdf;
}

}  // namespace parley::report
