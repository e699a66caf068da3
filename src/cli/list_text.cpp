#include "cli/list_text.hpp"

#include <fmt/core.h>

#include "cli/text.hpp"
#include "desk/link/pair_words.hpp"

namespace parley::cli {
namespace {

constexpr std::size_t kShown = 20;  // of each sort; --json has them all

// Lines, the first of them, and how many more there are.
class Lines {
 public:
  explicit Lines(std::string what) : what_(std::move(what)) {}
  void add(const std::string& line) {
    if (++count_ <= kShown) text_ += line + "\n";
  }
  std::string text() const {
    if (count_ <= kShown) return text_;
    return text_ + fmt::format("... and {} more {}; --json has them all\n", count_ - kShown, what_);
  }

 private:
  std::string what_, text_;
  std::size_t count_ = 0;
};

std::string counted(std::uint64_t count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string earlier(const desk::EarlierRow& row) {
  return fmt::format("row {} of {}", row.row, harmless(row.file));
}

std::string fields_text(const std::vector<exchange::Field>& fields) {
  std::string out;
  for (const exchange::Field field : fields) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", name(field));
  }
  return out.empty() ? "said again under other terms" : out;
}

std::string place(const exchange::ListFile& file, std::size_t at, const std::string& name) {
  return fmt::format("row {} of {}", file.rows[at].number, harmless(name));
}

std::string flaws_text(const desk::ImportedList& answer) {
  Lines lines("bad cells");
  const exchange::ListFile& file = answer.file;
  for (std::size_t i = 0; i < file.rows.size(); ++i) {
    if (answer.is_mended(i)) continue;
    for (const exchange::CellFlaw& flaw : file.rows[i].flaws) {
      const exchange::Column& column = file.reading().columns[flaw.column];
      lines.add(fmt::format(
          "{}, column {}: {}", place(file, i, answer.name),
          column.header.empty() ? std::to_string(flaw.column + 1) : harmless(column.header),
          flaw.reason));
    }
  }
  return lines.text();
}

std::string unread_text(const desk::ImportedList& answer) {
  Lines lines("unread rows");
  for (std::size_t i = 0; i < answer.file.rows.size(); ++i) {
    const exchange::FileRow& row = answer.file.rows[i];
    if (row.is_person() || answer.is_mended(i)) continue;
    lines.add(fmt::format("not read: {}: {}", place(answer.file, i, answer.name), row.unread));
  }
  return lines.text();
}

std::string differences_text(const desk::ImportedList& answer) {
  const exchange::ListDiff& diff = answer.diff;
  Lines added("added rows"), changed("changed rows"), dropped("dropped rows");
  const bool first = diff.unchanged + diff.changed.size() + diff.dropped.size() == 0;
  for (const std::size_t at : diff.added) {
    if (!first) added.add("added: " + place(answer.file, at, answer.name));
  }
  for (std::size_t i = 0; i < diff.changed.size(); ++i) {
    const auto& change = diff.changed[i];
    const std::string now = place(answer.file, change.file_row, answer.name);
    const std::string before = earlier(answer.changed[i]);
    changed.add(fmt::format("{}: {}{}: {}", change.returned ? "returned" : "changed", now,
                            now == before ? std::string() : " (" + before + ")",
                            change.returned ? "had been dropped" : fields_text(change.fields)));
  }
  for (const desk::EarlierRow& row : answer.dropped) dropped.add("dropped: " + earlier(row));
  return added.text() + changed.text() + dropped.text();
}

std::string doubts_text(const desk::ImportedList& answer) {
  Lines perhaps("such rows"), alike("such rows");
  for (std::size_t i = 0; i < answer.perhaps.size(); ++i) {
    perhaps.add(fmt::format("possibly the same person: {}, added, and {}, dropped",
                            place(answer.file, answer.diff.perhaps[i].file_row, answer.name),
                            earlier(answer.perhaps[i])));
  }
  for (const auto& group : answer.diff.alike) {
    std::string rows;
    for (const std::size_t at : group.file_rows) {
      rows += fmt::format("{}{}", rows.empty() ? "" : ", ", answer.file.rows[at].number);
    }
    alike.add(fmt::format(
        "possibly one person: rows {} of {}: {}", rows, harmless(answer.name),
        group.by == exchange::AlikeBy::kAllCells ? "the same cells" : "the same document number"));
  }
  return perhaps.text() + alike.text();
}

std::string remarks_text(const exchange::ListFile& file) {
  Lines lines("remarks");
  for (const table::Remark& remark : file.remarks) {
    std::string where;
    if (remark.row != 0) where += fmt::format("row {}", remark.row);
    if (remark.column != 0) where += fmt::format(", column {}", remark.column);
    lines.add(fmt::format("remark: {}{}{}", where, where.empty() ? "" : ": ", remark.text));
  }
  return lines.text();
}

std::string counts_text(const desk::ImportedList& answer) {
  const exchange::ListDiff& diff = answer.diff;
  std::size_t returned = 0, insufficient = 0;
  for (const auto& change : diff.changed) returned += change.returned;
  for (const exchange::FileRow& row : answer.file.rows) insufficient += row.insufficient;
  std::string out =
      fmt::format("{}: {} added, {} changed, {} dropped, {} unchanged",
                  counted(answer.file.people(), "person", "people"), diff.added.size(),
                  diff.changed.size() - returned, diff.dropped.size(), diff.unchanged);
  const auto more = [&out](std::uint64_t count, std::string_view what) {
    if (count != 0) out += fmt::format(", {} {}", count, what);
  };
  more(returned, "returned");
  const std::uint64_t unread = diff.unread.size() + diff.unread_unchanged;
  more(unread, unread == 1 ? "row not read" : "rows not read");
  more(insufficient, "insufficiently identified");
  more(answer.file.blank, "empty but for a number");
  more(answer.file.headers, "headers within");
  return out + "\n";
}

std::string versions_text(const desk::ListSummary& list) {
  std::string out;
  for (const auto& version : list.versions) {
    out += fmt::format(
        "  {}  {} from {} ({}){}{}{}\n",
        version.date ? version.date->iso() : std::string("no date"),
        counted(static_cast<std::uint64_t>(version.rows), "row", "rows"), harmless(version.file),
        version.format,
        version.dropped == 0 ? std::string() : fmt::format(", {} dropped", version.dropped),
        version.holder.empty() ? "" : ", held by " + version.holder,
        version.consent ? "" : ", without consent to forward");
  }
  return out;
}

std::string summary_text(const desk::ListSummary& list) {
  std::string out =
      fmt::format("{}: people {} by {}: {}", list.key, name(list.kind), list.by, list.people);
  if (list.dropped != 0) out += fmt::format(", {} dropped", list.dropped);
  if (list.unread != 0) out += ", " + counted(list.unread, "row not read", "rows not read");
  return out + "\n" + versions_text(list);
}

std::string problems_text(const std::vector<std::string>& problems) {
  std::string out;
  for (const std::string& problem : problems) out += "problem: " + problem + "\n";
  return out;
}

std::string person_text(const desk::ShownPerson& person) {
  std::string out = fmt::format("{}  {}", person.id.hex().substr(0, 12), harmless(person.name));
  for (const std::string& more : {person.reference, person.birth, person.sex}) {
    if (!more.empty()) out += "  " + harmless(more);
  }
  if (person.insufficient) out += "  (insufficiently identified)";
  return out + fmt::format("  [row {} of {}]\n", person.row, harmless(person.file));
}

}  // namespace

std::string columns_text(const exchange::ListFile& file) {
  const table::Columns& columns = file.columns.columns;
  std::string out = fmt::format("columns, by row {}:\n", columns.header_row);
  for (const table::Column& column : columns.columns) {
    const bool counts = column.field == exchange::kSerialToken;
    const std::string field = column.field.empty() ? "not read"
                              : counts             ? "only counts"
                                                   : column.field;
    out += fmt::format("{:>4}  {:<17} {:<8}  {}\n", column.number, field,
                       column.field.empty() ? "" : name(column.how),
                       harmless(column.header.empty() ? column.hxl : column.header));
  }
  for (const table::ColumnProblem& problem : columns.problems) {
    out += fmt::format("column {}: {}\n", problem.column, problem.text);
  }
  return out;
}

std::string imported_list_text(const desk::ImportedList& answer) {
  std::string out =
      fmt::format("{}: people {} by {}, from {} ({}), of {}{}{}{}\n", answer.key, name(answer.kind),
                  answer.by, harmless(answer.name), answer.file.format, answer.date.iso(),
                  answer.date_assumed ? " (today; --date says otherwise)" : "",
                  answer.holder.empty() ? "" : ", held by " + answer.holder,
                  answer.consent ? "" : ", without consent to forward");
  out += columns_text(answer.file) + remarks_text(answer.file) + flaws_text(answer) +
         unread_text(answer) + differences_text(answer) + doubts_text(answer) +
         problems_text(answer.problems) + counts_text(answer);
  if (answer.diff.is_empty()) out += "unchanged: nothing was written\n";
  return out;
}

std::string mended_text(const desk::MendAnswer& answer) {
  std::string out;
  for (const auto& row : answer.mended) {
    if (!row.reason.empty())
      out += fmt::format("row {}: still: {}\n", row.number, harmless(row.reason));
  }
  for (const auto& row : answer.added) {
    if (!row.reason.empty())
      out += fmt::format("row {}: still: {}\n", row.number, harmless(row.reason));
  }
  for (const auto& row : answer.still_unread) {
    out += fmt::format("not read: row {}: {}\n", row.number, row.reason);
  }
  for (const auto& [number, reason] : answer.problems) {
    out += fmt::format("row {}: {}\n", number, reason);
  }
  for (const std::string& header : answer.missing) {
    out +=
        fmt::format("the column {} is not there: its cells stay as they are\n", harmless(header));
  }
  return out + fmt::format("{} mended, {} read now, {} unchanged\n", answer.mended.size(),
                           answer.added.size(), answer.unchanged);
}

std::string lists_text(const desk::ListsAnswer& answer) {
  std::string out;
  for (const desk::ListSummary& list : answer.lists) out += summary_text(list);
  return out + problems_text(answer.problems);
}

std::string people_found_text(const desk::PeopleFound& answer) {
  constexpr auto kEnglish = document::Language::kEnglish;
  std::string out;
  for (const desk::FoundPerson& one : answer.found) {
    out += fmt::format("{}:{}", one.list, one.row);
    if (!one.reference.empty()) out += fmt::format(" ({})", harmless(one.reference));
    out += "  " + harmless(one.name);
    if (one.field != exchange::Field::kName) out += fmt::format(" ({})", name(one.field));
    if (!one.birth.empty()) out += ", born " + harmless(one.birth);
    out += fmt::format("\n    {}, by the names alone\n",
                       desk::probability_words(one.probability_ppm, kEnglish));
  }
  return out + fmt::format("{} found, of {} people\n", answer.found.size(), answer.people);
}

std::string shown_list_text(const desk::ShownList& answer, bool people) {
  std::string out = summary_text(answer.summary);
  Lines flaws("bad cells"), unread("unread rows");
  for (const desk::ShownPerson& person : answer.people) {
    if (people) out += person_text(person);
    for (const desk::ShownFlaw& flaw : person.flaws) {
      flaws.add(fmt::format("row {} of {}, column {}: {}", person.row, harmless(person.file),
                            harmless(flaw.header), flaw.reason));
    }
  }
  for (const desk::ShownUnread& row : answer.unread) {
    unread.add(fmt::format("not read: row {} of {}: {}", row.row, harmless(row.file), row.reason));
  }
  return out + flaws.text() + unread.text() + problems_text(answer.problems);
}

}  // namespace parley::cli
