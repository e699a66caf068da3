#include "table/xlsx_strings.hpp"

#include <charconv>

#include <fmt/core.h>

#include "table/opc.hpp"

namespace parley::table {
namespace {

// The character of an escape "_xHHHH_" at the beginning of `text`; 0: none that can be decoded.
std::uint32_t escaped(std::string_view text) {
  if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return 0;
  std::uint32_t point = 0;
  const auto [end, code] = std::from_chars(text.data() + 2, text.data() + 6, point, 16);
  if (code != std::errc() || end != text.data() + 6) return 0;
  return point >= 0xD800 && point < 0xE000 ? 0 : point;
}

void append_point(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

}  // namespace

std::string decode_xstring(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = text.find("_x");
    out += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const std::uint32_t point = escaped(text);
    if (point == 0) {
      out += '_';
      text.remove_prefix(1);
    } else {
      append_point(out, point);
      text.remove_prefix(7);
    }
  }
  return out;
}

void RichText::clear() {
  text_.clear();
  in_text_ = false;
  phonetic_ = 0;
}

void RichText::open(std::string_view local) {
  if (local == "t") in_text_ = true;
  if (local == "rPh") ++phonetic_;
}

void RichText::close(std::string_view local) {
  if (local == "t") in_text_ = false;
  if (local == "rPh") --phonetic_;
}

std::string RichText::take() {
  std::string out =
      text_.find("_x") == std::string::npos ? std::move(text_) : decode_xstring(text_);
  clear();
  return out;
}

std::string_view SharedStrings::operator[](std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(all_).substr(begin, ends_[index] - begin);
}

Result<void> SharedStrings::open(XmlName name, const XmlAttributes&) {
  if (!is_spreadsheet_space(name.space)) return {};
  if (name.local == "si") {
    in_string_ = true;
    rich_.clear();
  } else if (in_string_) {
    rich_.open(name.local);
  }
  return {};
}

Result<void> SharedStrings::close(XmlName name) {
  if (!in_string_ || !is_spreadsheet_space(name.space)) return {};
  if (name.local != "si") {
    rich_.close(name.local);
    return {};
  }
  in_string_ = false;
  if (ends_.size() == limits_.cells) {
    return fail(Fault::kBadInput, fmt::format("more than {} strings", limits_.cells));
  }
  all_ += rich_.take();
  ends_.push_back(static_cast<std::uint32_t>(all_.size()));
  return {};
}

Result<void> SharedStrings::text(std::string_view piece) {
  if (!in_string_) return {};
  if (all_.size() + rich_.raw().size() + piece.size() > limits_.text) {
    return fail(Fault::kBadInput, fmt::format("more than {} bytes of text in cells", limits_.text));
  }
  rich_.text(piece);
  return {};
}

}  // namespace parley::table
