#include "base/toml.hpp"

#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "base/bytes.hpp"

// toml++ stands in this file only, without exceptions and compiled here rather than linked, so that
// the sanitizers and the fuzzer see into it.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace parley::toml {
namespace {

// Finds the text of a number again, which toml++ keeps only as a double: it counts columns in
// code points.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (true) {
      const std::size_t end = text.find('\n');
      lines_.push_back(text.substr(0, end));
      if (end == std::string_view::npos) break;
      text.remove_prefix(end + 1);
    }
  }

  std::string_view number_at(std::uint32_t line, std::uint32_t column) const {
    if (line < 1 || line > lines_.size()) return {};
    std::string_view rest = lines_[line - 1];
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < rest.size(); ++i) {
      do {
        ++at;
      } while (at < rest.size() && (static_cast<unsigned char>(rest[at]) & 0xC0) == 0x80);
    }
    rest.remove_prefix(at);
    return rest.substr(0, rest.find_first_not_of("+-0123456789.eE_infa"));
  }

 private:
  std::vector<std::string_view> lines_;
};

Date date_of(const ::toml::date& date) { return {date.year, date.month, date.day}; }

Value converted(const ::toml::node& node, const Lines& lines) {
  Value value;
  value.line = node.source().begin.line;
  switch (node.type()) {
    case ::toml::node_type::table: {
      value.kind = Kind::kTable;
      for (const auto& [key, field] : *node.as_table()) {
        value.fields.emplace_back(std::string(key.str()), converted(field, lines));
      }
      std::sort(value.fields.begin(), value.fields.end(),
                [](const auto& a, const auto& b) { return a.first < b.first; });
      break;
    }
    case ::toml::node_type::array:
      value.kind = Kind::kArray;
      for (const auto& item : *node.as_array()) value.items.push_back(converted(item, lines));
      break;
    case ::toml::node_type::string:
      value.kind = Kind::kText;
      value.text = node.as_string()->get();
      break;
    case ::toml::node_type::integer:
      value.kind = Kind::kInteger;
      value.integer = node.as_integer()->get();
      break;
    case ::toml::node_type::floating_point:
      value.kind = Kind::kDecimal;
      value.text = lines.number_at(node.source().begin.line, node.source().begin.column);
      break;
    case ::toml::node_type::boolean:
      value.kind = Kind::kBoolean;
      value.boolean = node.as_boolean()->get();
      break;
    case ::toml::node_type::date:
      value.date = date_of(node.as_date()->get());
      value.kind = is_date(value.date) ? Kind::kDate : Kind::kOther;  // TOML has a year 0
      break;
    default: value.kind = Kind::kOther; break;
  }
  return value;
}

}  // namespace

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::kTable: return "a table";
    case Kind::kArray: return "an array";
    case Kind::kText: return "text";
    case Kind::kInteger: return "an integer";
    case Kind::kDecimal: return "a decimal number";
    case Kind::kBoolean: return "true or false";
    case Kind::kDate: return "a date";
    case Kind::kOther: return "a time";
  }
  return "unknown";
}

const Value* Value::find(std::string_view key) const {
  const auto at = std::lower_bound(fields.begin(), fields.end(), key,
                                   [](const auto& field, std::string_view k) { return field.first < k; });
  return at != fields.end() && at->first == key ? &at->second : nullptr;
}

Result<Value> parse(std::string_view text) {
  if (!is_utf8(text)) return fail(Fault::kBadInput, "not UTF-8");
  const ::toml::parse_result result = ::toml::parse(text);
  if (!result) {
    // toml++'s description may quote the file, whose contents no error text repeats.
    const auto& at = result.error().source().begin;
    return fail(Fault::kBadInput, fmt::format("line {}, column {}: not TOML", at.line, at.column));
  }
  return converted(result.table(), Lines(text));
}

}  // namespace parley::toml
