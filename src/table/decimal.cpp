#include "table/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/core.h>

namespace parley::table {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Up to 15 digits, as they would be written.
bool is_plain_integer(std::string_view text) {
  if (text.starts_with('-') && text != "-0") text.remove_prefix(1);
  return !text.empty() && text.size() <= 15 && (text.front() != '0' || text.size() == 1) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 15 digits and zeros, where the shortest text that reads back would invent further digits.
std::string long_integer(double value) {
  const std::string text = fmt::format("{:.14e}", value);  // "-1.23456789012346e+19"
  std::string digits;
  const std::size_t exponent = text.find('e');
  for (const char c : text.substr(0, exponent)) {
    if (c != '.') digits += c;
  }
  int zeros = 0;
  const char* const end = text.data() + text.size();
  std::from_chars(text.data() + exponent + 2, end, zeros);
  return digits + std::string(static_cast<std::size_t>(zeros - 14), '0');
}

}  // namespace

std::optional<double> decimal_value(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  // from_chars also knows "inf" and "nan".
  if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos)
    return {};
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return {};
  return value;
}

std::optional<std::string> shortest_decimal(std::string_view text) {
  text = trimmed(text);
  if (is_plain_integer(text)) return std::string(text);
  const auto value = decimal_value(text);
  if (!value) return {};
  if (*value == 0) return "0";
  const std::string rounded = fmt::format("{:.15g}", *value);
  const auto shown = decimal_value(rounded);
  if (!shown) return {};
  const double size = std::fabs(*shown);
  if (size >= 1e15 && size < 1e21) return long_integer(*shown);
  std::array<char, 64> out{};
  const auto format =
      size < 1e21 && size >= 1e-9 ? std::chars_format::fixed : std::chars_format::scientific;
  const auto [end, code] = std::to_chars(out.data(), out.data() + out.size(), *shown, format);
  if (code != std::errc()) return rounded;
  return std::string(out.data(), end);
}

}  // namespace parley::table
