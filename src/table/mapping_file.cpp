// Mappings as TOML.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

#include <fmt/core.h>

#include "base/toml.hpp"
#include "table/mapping.hpp"

namespace parley::table {
namespace {

constexpr std::array<std::pair<std::string_view, text::DayOrder>, 2> kOrders = {{
    {"day-first", text::DayOrder::kDayFirst},
    {"month-first", text::DayOrder::kMonthFirst},
}};
constexpr std::array<std::pair<std::string_view, text::Calendar>, 3> kCalendars = {{
    {"gregorian", text::Calendar::kGregorian},
    {"hijri", text::Calendar::kHijri},
    {"persian", text::Calendar::kPersian},
}};

tl::unexpected<Error> fault(const toml::Value& value, std::string_view what) {
  return fail(Fault::kBadInput, fmt::format("line {}: {}", value.line, what));
}

Result<void> need(const toml::Value& value, std::string_view key, toml::Kind kind) {
  if (value.kind == kind) return {};
  return fault(value, fmt::format("{} is {}, not {}", key, name(value.kind), name(kind)));
}

template <class Table, class Value>
Result<void> read_word(const toml::Value& value, std::string_view key, const Table& words,
                       std::optional<Value>& out) {
  PARLEY_TRY(need(value, key, toml::Kind::kText));
  std::string all;
  for (const auto& [word, meaning] : words) {
    if (value.text == word) {
      out = meaning;
      return {};
    }
    all += fmt::format("{}\"{}\"", all.empty() ? "" : " or ", word);
  }
  return fault(value, fmt::format("{} is {}", key, all));
}

template <class Table, class Value>
std::string_view word_of(const Table& words, Value value) {
  for (const auto& [word, meaning] : words) {
    if (meaning == value) return word;
  }
  return {};
}

bool may_separate(std::string_view text) {
  return text.size() == 1 && static_cast<unsigned char>(text[0]) < 127 &&
         (text[0] >= ' ' || text[0] == '\t') && text[0] != '"';
}

Result<void> read_columns(const toml::Value& table, const VocabularyIndex& vocabulary,
                          Mapping& out) {
  PARLEY_TRY(need(table, "columns", toml::Kind::kTable));
  for (const auto& [header, value] : table.fields) {
    PARLEY_TRY(need(value, "a column's field", toml::Kind::kText));
    if (value.text != "ignore" && !vocabulary.find(value.text)) {
      std::set<std::string, std::less<>> known = {"ignore"};
      for (std::size_t i = 0; i < vocabulary.size(); ++i) known.insert(vocabulary.field(i).token);
      return fault(value, toml::unknown_field(value.text, known));
    }
    if (header.empty()) return fault(value, "an empty header");
    out.columns.push_back({header, value.text, value.line});
  }
  return {};
}

Result<void> read_option(std::string_view key, const toml::Value& value,
                         const VocabularyIndex& vocabulary, Mapping& out) {
  if (key == "version") {
    PARLEY_TRY(need(value, key, toml::Kind::kInteger));
    if (value.integer != 1) return fault(value, "a version that this program does not know");
  } else if (key == "sheet") {
    PARLEY_TRY(need(value, key, toml::Kind::kText));
    out.sheet = value.text;
  } else if (key == "header_row") {
    PARLEY_TRY(need(value, key, toml::Kind::kInteger));
    if (value.integer < 1) return fault(value, "header_row counts from 1");
    out.header_row = static_cast<std::uint64_t>(value.integer);
  } else if (key == "date_order") {
    return read_word(value, key, kOrders, out.date_order);
  } else if (key == "calendar") {
    return read_word(value, key, kCalendars, out.calendar);
  } else if (key == "encoding") {
    PARLEY_TRY(need(value, key, toml::Kind::kText));
    out.encoding = text::encoding_named(value.text);
    if (!out.encoding) return fault(value, "an encoding that is not known here");
  } else if (key == "separator") {
    PARLEY_TRY(need(value, key, toml::Kind::kText));
    if (!may_separate(value.text)) return fault(value, "separator is one character");
    out.separator = value.text[0];
  } else if (key == "columns") {
    return read_columns(value, vocabulary, out);
  } else {
    return fault(value, "a key that is not known here");
  }
  return {};
}

// As a basic string of TOML.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

Result<Mapping> read_mapping(std::string_view toml, const VocabularyIndex& vocabulary) {
  PARLEY_ASSIGN(const toml::Value top, toml::parse(toml));
  Mapping out;
  // The fault on the first line is the one told, not that of the first key.
  std::vector<const toml::Field*> fields;
  for (const toml::Field& field : top.fields) fields.push_back(&field);
  std::sort(fields.begin(), fields.end(), [](const auto* a, const auto* b) {
    return std::tie(a->value.line, a->key) < std::tie(b->value.line, b->key);
  });
  if (top.find("version") == nullptr) {
    return fail(Fault::kBadInput, "line 1: a mapping begins with version = 1");
  }
  for (const toml::Field* field : fields) {
    PARLEY_TRY(read_option(field->key, field->value, vocabulary, out));
  }
  return out;
}

std::string write_mapping(const Mapping& mapping) {
  std::string out = "version = 1\n";
  const auto line = [&](std::string_view key, std::string_view value) {
    out += fmt::format("{} = {}\n", key, value);
  };
  if (!mapping.sheet.empty()) line("sheet", quoted(mapping.sheet));
  if (mapping.header_row != 0) line("header_row", std::to_string(mapping.header_row));
  if (mapping.date_order) line("date_order", quoted(word_of(kOrders, *mapping.date_order)));
  if (mapping.calendar) line("calendar", quoted(word_of(kCalendars, *mapping.calendar)));
  if (mapping.encoding) line("encoding", quoted(name(*mapping.encoding)));
  if (mapping.separator) line("separator", quoted(std::string_view(&*mapping.separator, 1)));
  if (mapping.columns.empty()) return out;
  out += "\n[columns]\n";
  auto columns = mapping.columns;
  std::sort(columns.begin(), columns.end(), [](const auto& a, const auto& b) {
    return std::tie(a.header, a.field) < std::tie(b.header, b.field);
  });
  for (const MappedColumn& column : columns) line(quoted(column.header), quoted(column.field));
  return out;
}

}  // namespace parley::table
