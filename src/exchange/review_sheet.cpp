#include "exchange/review_sheet.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "exchange/pair_code.hpp"
#include "exchange/vocabulary_words.hpp"

namespace parley::exchange {
namespace {

using table::XlsxColumn;

constexpr std::string_view kPair = "Pair";
constexpr std::string_view kVerdict = "Verdict";
constexpr std::string_view kReason = "Reason";
constexpr std::string_view kMatch = "match";
constexpr std::size_t kHeaderWithin = 30;  // rows
constexpr std::string_view kDeskOnly = "FOR THE DESK ONLY: NEVER TO LEAVE IT";

double width_of(std::string_view label) {
  if (label == "Name") return 34;
  if (label == "Sex") return 6;
  return label == "Born" || label == "Captured" ? 24 : 20;
}

std::vector<XlsxColumn> columns_of(bool blind) {
  const auto locked = [](std::string header, double width) {
    XlsxColumn column;
    column.header = std::move(header);
    column.width = width;
    return column;
  };
  std::vector<XlsxColumn> out = {locked(std::string(kPair), 20),
                                 locked("Kind", 11),
                                 locked("List A", 20),
                                 locked("List B", 20),
                                 locked("File A", 20),
                                 locked("File B", 20),
                                 locked("Row A", 8),
                                 locked("Row B", 8),
                                 locked("Reference A", 14),
                                 locked("Reference B", 14)};
  for (const std::string_view label : review_labels()) {
    for (const char side : {'A', 'B'}) {
      out.push_back(locked(fmt::format("{} {}", label, side), width_of(label)));
    }
  }
  if (blind) {
    out.push_back(locked("Answered", 40));
  } else {
    out.push_back(locked("Bits", 8));
    out.push_back(locked("Probability", 11));
    out.push_back(locked("Agreement", 60));
    out.push_back(locked("Not sure because", 30));
    out.push_back(locked("Other candidates", 40));
  }
  XlsxColumn verdict = locked(std::string(kVerdict), 12);
  verdict.locked = false;
  verdict.choices = {std::string(kMatch), std::string(name(Verdict::kDifferent)),
                     std::string(name(Verdict::kLater))};
  verdict.hint = "One person, two people, or not now. One decision a row.";
  out.push_back(std::move(verdict));
  XlsxColumn reason = locked(std::string(kReason), 40);
  reason.locked = false;
  out.push_back(std::move(reason));
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "\n") + line;
  return out;
}

std::string others_of(const ShownPair& pair) {
  std::vector<std::string> lines;
  for (const OtherCandidate& other : pair.others) {
    lines.push_back(fmt::format("{}:{} with {}:{}, {} bits, {}", other.a.list, other.a.row,
                                other.b.list, other.b.row, bits_text(other.millibits),
                                percent_text(other.probability_ppm)));
  }
  return joined(lines);
}

std::vector<std::string> cells_of(const ShownPair& pair, bool blind) {
  const auto row = [](const ReviewSide& side) {
    return side.list.empty() ? std::string() : fmt::format("{}", side.row);
  };
  std::vector<std::string> out = {text_of(SheetCode{pair.code, pair.shown}),
                                  std::string(name(pair.item.kind)),
                                  pair.a.list,
                                  pair.b.list,
                                  pair.a.file,
                                  pair.b.file,
                                  row(pair.a),
                                  row(pair.b),
                                  pair.a.reference,
                                  pair.b.reference};
  for (const std::string_view label : review_labels()) {
    const auto field = std::find_if(pair.fields.begin(), pair.fields.end(),
                                    [label](const ReviewField& one) { return one.label == label; });
    const bool said = field != pair.fields.end();
    out.push_back(said ? field->a : std::string());
    out.push_back(said ? field->b : std::string());
  }
  if (blind) {
    out.push_back(pair.answered);
    return out;
  }
  out.push_back(pair.linked ? bits_text(pair.linked->millibits) : std::string());
  out.push_back(pair.linked ? percent_text(pair.linked->probability_ppm) : std::string());
  out.push_back(pair.answered.empty() ? joined(pair.agreement) : pair.answered);
  out.push_back(joined(pair.doubts));
  out.push_back(others_of(pair));
  return out;
}

std::optional<Verdict> verdict_in(std::string_view cell) {
  const std::string word = plain_words(cell);
  if (word == kMatch) return Verdict::kSame;
  return verdict_named(word);
}

// Where the columns are in one sheet.
struct Layout {
  const table::Sheet* sheet = nullptr;
  std::size_t header = 0;  // in Sheet::rows
  std::size_t pair = 0, verdict = 0;
  std::optional<std::size_t> reason;
};

std::optional<Layout> layout_of(const table::Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.rows.size() && i < kHeaderWithin; ++i) {
    std::map<std::string, std::size_t> at;
    const std::vector<table::Cell>& cells = sheet.rows[i].cells;
    for (std::size_t c = 0; c < cells.size(); ++c) at.emplace(plain_words(cells[c].text), c);
    const auto pair = at.find(plain_words(kPair)), verdict = at.find(plain_words(kVerdict));
    if (pair == at.end() || verdict == at.end()) continue;
    Layout out{&sheet, i, pair->second, verdict->second, {}};
    if (const auto reason = at.find(plain_words(kReason)); reason != at.end()) {
      out.reason = reason->second;
    }
    return out;
  }
  return {};
}

std::string_view cell_of(const table::SheetRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column].text) : std::string_view();
}

// Of a pair that stands twice with different verdicts none is taken.
void leave_out_contradictions(ReviewSheetAnswers& answers) {
  std::map<std::string, std::vector<const SheetVerdict*>> by_code;
  for (const SheetVerdict& one : answers.verdicts) by_code[one.code].push_back(&one);
  std::set<std::uint64_t> dropped;
  for (const auto& [code, all] : by_code) {
    const bool agree = std::all_of(all.begin(), all.end(), [&](const SheetVerdict* one) {
      return one->verdict == all[0]->verdict;
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool repeated =
          std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const SheetVerdict* one) { return one->shown == all[i]->shown; });
      if (!agree || repeated) dropped.insert(all[i]->row);
      if (!agree) {
        answers.remarks.push_back({all[i]->row,
                                   "the pair stands twice with different verdicts: "
                                   "none is taken"});
      }
    }
  }
  std::erase_if(answers.verdicts,
                [&](const SheetVerdict& one) { return dropped.contains(one.row); });
}

}  // namespace

table::XlsxBook review_sheet(const std::vector<ShownPair>& pairs, std::string_view dossier,
                             std::string_view officer, std::uint64_t checkpoint, bool blind) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(pairs.size());
  for (const ShownPair& pair : pairs) rows.push_back(cells_of(pair, blind));
  const std::vector<std::string> titles = {
      fmt::format("{}. Who is the same person: {}", kDeskOnly, dossier),
      fmt::format(
          "For {}. {} pairs, as of checkpoint {}. Choose a verdict for each pair by itself: "
          "match (one person), different (two people), later. Leave it blank to decide "
          "nothing. Two officers decide on every pair, each without the other's verdicts.",
          officer, pairs.size(), checkpoint)};
  table::XlsxSheet sheet = table::form_sheet("Desk only", titles, columns_of(blind), rows);
  sheet.frozen_columns = 1;
  sheet.guard = table::XlsxGuard::kRefuseTyping;
  sheet.refusal = "Only verdict and reason are to be filled in.";
  sheet.footer = std::string(kDeskOnly);
  table::XlsxBook book;
  book.title = std::string(kDeskOnly);
  book.sheets.push_back(std::move(sheet));
  return book;
}

Result<ReviewSheetAnswers> read_review_sheet(const table::SheetFile& file) {
  std::optional<Layout> layout;
  for (const table::Sheet& sheet : file.sheets) {
    if (!layout) layout = layout_of(sheet);
  }
  if (!layout) {
    return fail(Fault::kBadInput,
                "no sheet has the columns Pair and Verdict: this is no review sheet");
  }
  ReviewSheetAnswers out;
  for (std::size_t i = layout->header + 1; i < layout->sheet->rows.size(); ++i) {
    const table::SheetRow& row = layout->sheet->rows[i];
    const std::string_view pair = cell_of(row, layout->pair);
    const std::string_view said = cell_of(row, layout->verdict);
    if (trimmed(pair).empty() && trimmed(said).empty()) continue;
    if (trimmed(said).empty()) {
      ++out.blank;
      continue;
    }
    const auto code = read_sheet_code(pair);
    const auto verdict = verdict_in(said);
    if (!code) out.remarks.push_back({row.number, "the code of the pair is damaged"});
    if (!verdict)
      out.remarks.push_back({row.number, "the verdict is none of match, different, later"});
    if (!code || !verdict) continue;
    std::string reason(layout->reason ? trimmed(cell_of(row, *layout->reason))
                                      : std::string_view());
    out.verdicts.push_back({row.number, code->pair, code->shown, *verdict, std::move(reason)});
  }
  leave_out_contradictions(out);
  std::stable_sort(out.remarks.begin(), out.remarks.end(),
                   [](const SheetRemark& x, const SheetRemark& y) { return x.row < y.row; });
  return out;
}

}  // namespace parley::exchange
