#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "base/toml.hpp"
#include "dossier/import.hpp"

namespace parley::dossier {
namespace {

// Reads the fields of one [[table]] and collects everything wrong with it.
class TableReader {
 public:
  TableReader(std::string_view file, const toml::Value& table, std::vector<BadRow>& bad)
      : file_(file), table_(table), bad_(bad), bad_before_(bad.size()) {}

  std::string text(std::string_view field) {
    const toml::Value* value = take(field, toml::Kind::kText);
    return value == nullptr ? std::string() : value->text;
  }

  std::optional<std::string> handle(std::string_view field) {
    const toml::Value* value = take(field, toml::Kind::kText);
    if (value == nullptr) return {};
    return value->text;
  }

  std::vector<std::string> handles(std::string_view field) {
    std::vector<std::string> out;
    const toml::Value* value = take(field, toml::Kind::kArray);
    if (value == nullptr) return out;
    for (const toml::Value& item : value->items) {
      if (is(item, field, toml::Kind::kText)) out.push_back(item.text);
    }
    return out;
  }

  bool flag(std::string_view field) {
    const toml::Value* value = take(field, toml::Kind::kBoolean);
    return value != nullptr && value->boolean;
  }

  std::optional<std::int64_t> integer(std::string_view field) {
    const toml::Value* value = take(field, toml::Kind::kInteger);
    if (value == nullptr) return {};
    return value->integer;
  }

  // A TOML date, or text that is one: "2014-01".
  std::optional<Date> date(std::string_view field) {
    const toml::Value* value = find(field);
    if (value == nullptr) return {};
    if (value->kind == toml::Kind::kDate) return value->date;
    if (!is(*value, field, toml::Kind::kText)) return {};
    const auto date = parse_date(value->text);
    if (!date) {
      fault(value->line, field, date.error().message);
      return {};
    }
    return *date;
  }

  // A decimal number, an integer, or text that is one.
  std::optional<std::int32_t> degrees(std::string_view field) {
    const toml::Value* value = find(field);
    if (value == nullptr) return {};
    std::string text = value->text;
    if (value->kind == toml::Kind::kInteger) {
      text = std::to_string(value->integer);
    } else if (value->kind != toml::Kind::kDecimal && !is(*value, field, toml::Kind::kText)) {
      return {};
    }
    const auto degrees = parse_degrees(text);
    if (!degrees) {
      fault(value->line, field, degrees.error().message);
      return {};
    }
    return *degrees;
  }

  Names names(std::string_view field) {
    Names names;
    const toml::Value* value = take(field, toml::Kind::kTable);
    if (value == nullptr) return names;
    for (const auto& [tag, name] : value->fields) {
      if (is(name, field, toml::Kind::kText)) names.emplace(tag, name.text);
    }
    return names;
  }

  std::vector<SpeakerOf<std::string>> speakers(std::string_view field) {
    std::vector<SpeakerOf<std::string>> out;
    const toml::Value* value = take(field, toml::Kind::kArray);
    if (value == nullptr) return out;
    for (const toml::Value& item : value->items) {
      if (!is(item, field, toml::Kind::kTable)) continue;
      TableReader reader(file_, item, bad_);
      out.push_back({reader.text("name"), reader.handle("party")});
      reader.finish();
    }
    return out;
  }

  template <class Enum>
  Enum token(std::string_view field, std::optional<Enum> (*named)(std::string_view)) {
    const toml::Value* value = take(field, toml::Kind::kText);
    if (value == nullptr) {
      if (find(field) == nullptr) fault(table_.line, field, "is missing");
      return Enum{};
    }
    const auto found = named(value->text);
    if (!found) fault(value->line, field, "is not one of its values");
    return found.value_or(Enum{});
  }

  void fault(std::uint64_t line, std::string_view field, std::string reason) {
    bad_.push_back({std::string(file_), line, std::string(field), std::move(reason)});
  }

  // True if the table can be used.
  bool finish() {
    for (const auto& [field, value] : table_.fields) {
      if (!seen_.contains(field)) fault(value.line, "", toml::unknown_field(field, seen_));
    }
    return bad_.size() == bad_before_;
  }

 private:
  const toml::Value* find(std::string_view field) {
    seen_.emplace(field);
    return table_.find(field);
  }

  bool is(const toml::Value& value, std::string_view field, toml::Kind kind) {
    if (value.kind == kind) return true;
    fault(value.line, field,
          fmt::format("is {}, not {}", toml::name(value.kind), toml::name(kind)));
    return false;
  }

  const toml::Value* take(std::string_view field, toml::Kind kind) {
    const toml::Value* value = find(field);
    return value != nullptr && is(*value, field, kind) ? value : nullptr;
  }

  std::string_view file_;
  const toml::Value& table_;
  std::vector<BadRow>& bad_;
  std::size_t bad_before_;
  std::set<std::string, std::less<>> seen_;
};

Draft read_party(TableReader& table) {
  PartyDraft party;
  party.key = table.text("key");
  party.kind = table.token("kind", party_kind_named);
  party.names = table.names("names");
  party.part_of = table.handle("part_of");
  return party;
}

Draft read_place(TableReader& table) {
  PlaceDraft place;
  place.key = table.text("key");
  place.kind = table.token("kind", place_kind_named);
  place.names = table.names("names");
  place.within = table.handle("within");
  const auto latitude = table.degrees("latitude");
  const auto longitude = table.degrees("longitude");
  if (latitude && longitude) place.position = Position{*latitude, *longitude};
  place.geonames = table.integer("geonames");
  return place;
}

Draft read_source(TableReader& table) {
  SourceDraft source;
  source.key = table.text("key");
  source.kind = table.token("kind", source_kind_named);
  source.title = table.text("title");
  source.publisher = table.text("publisher");
  source.date = table.date("date");
  source.url = table.text("url");
  source.language = table.text("language");
  return source;
}

Draft read_measure(TableReader& table) {
  MeasureDraft measure;
  measure.key = table.text("key");
  measure.kind = table.token("kind", measure_kind_named);
  measure.names = table.names("names");
  measure.part_of = table.handle("part_of");
  measure.place = table.handle("place");
  return measure;
}

Draft read_statement(TableReader& table) {
  StatementDraft statement;
  statement.key = table.text("key");
  statement.speakers = table.speakers("speakers");
  statement.text = table.text("text");
  statement.quotation = table.text("quotation");
  statement.language = table.text("language");
  statement.measures = table.handles("measures");
  statement.said = table.date("said");
  statement.said_inferred = table.flag("said_inferred");
  statement.reported = table.date("reported");
  statement.source = table.handle("source");
  statement.place = table.handle("place");
  statement.point = table.text("point");
  statement.stance = table.text("stance");
  statement.awaits = table.text("awaits");
  statement.awaits_from = table.handle("awaits_from");
  statement.meets = table.handles("meets");
  statement.about = table.date("about");
  statement.about_inferred = table.flag("about_inferred");
  return statement;
}

Draft read_grade(TableReader& table) {
  GradeDraft grade;
  grade.statement = table.handle("statement");
  grade.source = table.handle("source");
  const std::string reliability = table.text("reliability");
  // What is longer than a letter becomes one that flaws() refuses.
  if (!reliability.empty()) grade.reliability = reliability.size() == 1 ? reliability[0] : '?';
  grade.credibility = table.integer("credibility");
  grade.note = table.text("note");
  return grade;
}

using TableKind = std::pair<std::string_view, Draft (*)(TableReader&)>;
constexpr std::array kTables = {
    TableKind{"party", read_party},         TableKind{"place", read_place},
    TableKind{"source", read_source},       TableKind{"measure", read_measure},
    TableKind{"statement", read_statement}, TableKind{"grade", read_grade},
};

void read_tables(std::string_view file, const toml::Value& list, Draft (*read)(TableReader&),
                 Reading& reading) {
  for (const toml::Value& table : list.items) {
    if (table.kind != toml::Kind::kTable) {
      reading.bad.push_back({std::string(file), table.line, "", "not a table"});
      continue;
    }
    TableReader reader(file, table, reading.bad);
    // A half of a position would be lost in the draft.
    if ((table.find("latitude") == nullptr) != (table.find("longitude") == nullptr)) {
      reader.fault(table.line, "latitude", "latitude and longitude stand together");
    }
    Draft draft = read(reader);
    if (reader.finish()) reading.rows.push_back({std::string(file), table.line, std::move(draft)});
  }
}

// By line, whatever the kind; several on one line as they were read.
void put_in_file_order(std::vector<Row>& rows) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  for (std::size_t i = 0; i < rows.size(); ++i) order.emplace_back(rows[i].line, i);
  std::sort(order.begin(), order.end());
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const auto& [line, i] : order) sorted.push_back(std::move(rows[i]));
  rows = std::move(sorted);
}

}  // namespace

Result<Reading> read_toml(std::string_view file, std::string_view text) {
  auto top = toml::parse(text);
  if (!top) return within(std::move(top).error(), std::string(file));
  Reading reading;
  for (const auto& [name, value] : top->fields) {
    const auto* const table = std::find_if(
        kTables.begin(), kTables.end(), [&](const TableKind& kind) { return kind.first == name; });
    if (table == kTables.end()) {
      reading.bad.push_back({std::string(file), value.line, "",
                             "a table that is not known here: party, place, source, measure, "
                             "statement and grade are"});
    } else if (value.kind != toml::Kind::kArray) {
      reading.bad.push_back({std::string(file), value.line, name,
                             fmt::format("write it in double brackets: [[{}]]", name)});
    } else {
      read_tables(file, value, table->second, reading);
    }
  }
  put_in_file_order(reading.rows);
  return reading;
}

}  // namespace parley::dossier
