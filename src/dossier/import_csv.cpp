#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "dossier/import.hpp"
#include "table/csv.hpp"

namespace parley::dossier {
namespace {

constexpr std::array<std::string_view, 20> kColumns = {
    "key",      "speaker",     "party", "text",           "quotation",
    "language", "measure",     "said",  "said_precision", "said_inferred",
    "reported", "source",      "place", "point",          "stance",
    "awaits",   "awaits_from", "meets", "about",          "about_inferred"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// The pieces between semicolons; none of an empty cell. An empty piece keeps its place.
std::vector<std::string> pieces(std::string_view cell) {
  std::vector<std::string> out;
  if (trimmed(cell).empty()) return out;
  for (;;) {
    const std::size_t end = cell.find(';');
    out.emplace_back(trimmed(cell.substr(0, end)));
    if (end == std::string_view::npos) return out;
    cell.remove_prefix(end + 1);
  }
}

class RowReader {
 public:
  RowReader(std::string_view file, const std::map<std::string, std::size_t, std::less<>>& columns,
            const table::CsvRow& row, std::vector<BadRow>& bad)
      : file_(file), columns_(columns), row_(row), bad_(bad), bad_before_(bad.size()) {}

  std::string text(std::string_view column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? std::string()
                                   : std::string(trimmed(row_.cells[found->second]));
  }

  std::optional<std::string> handle(std::string_view column) const {
    std::string value = text(column);
    if (value.empty()) return {};
    return value;
  }

  std::vector<std::string> handles(std::string_view column) {
    std::vector<std::string> out = pieces(text(column));
    if (std::find(out.begin(), out.end(), std::string()) != out.end()) {
      fault(column, "has nothing between two semicolons");
    }
    return out;
  }

  bool flag(std::string_view column) {
    const std::string value = text(column);
    if (value == "yes" || value == "true" || value == "TRUE" || value == "1") return true;
    if (!value.empty() && value != "no" && value != "false" && value != "FALSE" && value != "0") {
      fault(column, "is not yes or no");
    }
    return false;
  }

  std::optional<Date> date(std::string_view column) {
    const std::string value = text(column);
    if (value.empty()) return {};
    const auto date = parse_date(value);
    if (!date) {
      fault(column, date.error().message);
      return {};
    }
    return *date;
  }

  std::optional<Date> date(std::string_view column, std::string_view precision_column) {
    const auto date = this->date(column);
    const std::string precision = text(precision_column);
    if (precision.empty()) return date;
    for (const Precision one : {Precision::kDay, Precision::kMonth, Precision::kYear}) {
      if (name(one) != precision) continue;
      if (date && one < date->precision()) {
        fault(precision_column, "is finer than the date given");
        return {};
      }
      return date ? std::optional(date->coarsened(one)) : date;
    }
    fault(precision_column, "is not day, month or year");
    return {};
  }

  // As many parties as speakers, an empty piece where one has none; parties alone speak themselves.
  std::vector<SpeakerOf<std::string>> speakers() {
    const std::vector<std::string> names = pieces(text("speaker"));
    const std::vector<std::string> parties = pieces(text("party"));
    std::vector<SpeakerOf<std::string>> out;
    if (!names.empty() && !parties.empty() && names.size() != parties.size()) {
      fault("party", "has not as many parts as there are speakers");
      return out;
    }
    for (std::size_t i = 0; i < std::max(names.size(), parties.size()); ++i) {
      SpeakerOf<std::string> speaker;
      if (i < names.size()) speaker.name = names[i];
      if (i < parties.size() && !parties[i].empty()) speaker.party = parties[i];
      out.push_back(std::move(speaker));
    }
    return out;
  }

  void fault(std::string_view column, std::string reason) {
    bad_.push_back({std::string(file_), row_.line, std::string(column), std::move(reason)});
  }

  bool is_good() const { return bad_.size() == bad_before_; }

 private:
  std::string_view file_;
  const std::map<std::string, std::size_t, std::less<>>& columns_;
  const table::CsvRow& row_;
  std::vector<BadRow>& bad_;
  std::size_t bad_before_;
};

StatementDraft read_statement(RowReader& row) {
  StatementDraft statement;
  statement.key = row.text("key");
  statement.speakers = row.speakers();
  statement.text = row.text("text");
  statement.quotation = row.text("quotation");
  statement.language = row.text("language");
  statement.measures = row.handles("measure");
  statement.said = row.date("said", "said_precision");
  statement.said_inferred = row.flag("said_inferred");
  statement.reported = row.date("reported");
  statement.source = row.handle("source");
  statement.place = row.handle("place");
  statement.point = row.text("point");
  statement.stance = row.text("stance");
  statement.awaits = row.text("awaits");
  statement.awaits_from = row.handle("awaits_from");
  statement.meets = row.handles("meets");
  statement.about = row.date("about");
  statement.about_inferred = row.flag("about_inferred");
  return statement;
}

}  // namespace

Result<Reading> read_csv(std::string_view file, std::string_view text) {
  auto csv = table::read_csv(text);
  if (!csv) return within(std::move(csv).error(), std::string(file));
  if (csv->rows.empty()) return within({Fault::kBadInput, "has no header", {}}, std::string(file));
  Reading reading;
  std::map<std::string, std::size_t, std::less<>> columns;
  const table::CsvRow& header = csv->rows[0];
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string_view column = trimmed(header.cells[i]);
    const std::string where = fmt::format("column {}", i + 1);
    if (std::find(kColumns.begin(), kColumns.end(), column) == kColumns.end()) {
      reading.bad.push_back({std::string(file), header.line, where,
                             "its heading is not known here, and it is left out"});
    } else if (!columns.emplace(column, i).second) {
      reading.bad.push_back({std::string(file), header.line, where, "its heading stands twice"});
    }
  }
  if (!columns.contains("text")) {
    return within({Fault::kBadInput, "has no column text", {}}, std::string(file));
  }
  for (std::size_t i = 1; i < csv->rows.size(); ++i) {
    const table::CsvRow& row = csv->rows[i];
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const std::string& cell) { return trimmed(cell).empty(); });
    if (blank) continue;
    RowReader reader(file, columns, row, reading.bad);
    StatementDraft statement = read_statement(reader);
    if (reader.is_good()) reading.rows.push_back({std::string(file), row.line, statement});
  }
  return reading;
}

}  // namespace parley::dossier
