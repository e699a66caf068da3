#include "document/document.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "base/bytes.hpp"
#include "document/figure.hpp"

namespace parley::document {
namespace {

Result<void> check(const Text& text) {
  for (const Run& run : text.runs) {
    if (!is_utf8(run.text)) return fail(Fault::kBadInput, "text is not UTF-8");
  }
  return {};
}

Result<void> at(std::string place, Result<void> result) {
  if (!result) return within(std::move(result).error(), std::move(place));
  return result;
}

Result<void> check(const std::vector<Text>& texts, std::string_view noun) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    PARLEY_TRY(at(fmt::format("{} {}", noun, i + 1), check(texts[i])));
  }
  return {};
}

Result<void> check(const std::vector<Definition>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    PARLEY_TRY(at(fmt::format("label {}", i + 1), check(items[i].label)));
    PARLEY_TRY(at(fmt::format("value {}", i + 1), check(items[i].value)));
  }
  return {};
}

Result<void> check(const Paragraph& paragraph) { return check(paragraph.text); }
Result<void> check(const List& list) { return check(list.items, "item"); }
Result<void> check(const DefinitionList& list) { return check(list.items); }
Result<void> check(const PageBreak&) { return {}; }

Result<void> check(const Note& note) {
  PARLEY_TRY(at("heading", check(note.heading)));
  return check(note.paragraphs, "paragraph");
}

Result<void> check(const Comparison& comparison) {
  PARLEY_TRY(at("caption", check(comparison.caption)));
  if (comparison.sides.size() < 2) {
    return fail(Fault::kBadInput, "a comparison needs two sides or more");
  }
  for (std::size_t i = 0; i < comparison.sides.size(); ++i) {
    const Side& side = comparison.sides[i];
    const std::string place = fmt::format("side {}", i + 1);
    PARLEY_TRY(at(place, at("heading", check(side.heading))));
    PARLEY_TRY(at(place, check(side.paragraphs, "paragraph")));
    PARLEY_TRY(at(place, at("source", check(side.source))));
  }
  return {};
}

Result<void> check(const Table& table) {
  PARLEY_TRY(at("caption", check(table.caption)));
  if (table.columns.empty()) return fail(Fault::kBadInput, "a table needs a column");
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string place = fmt::format("column {}", i + 1);
    PARLEY_TRY(at(place, check(table.columns[i].heading)));
    if (table.columns[i].weight < 1 || table.columns[i].weight > 100) {
      return at(place, fail(Fault::kBadInput, "weight is not within 1..100"));
    }
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& cells = table.rows[r].cells;
    const std::string place = fmt::format("row {}", r + 1);
    if (cells.size() != table.columns.size() && cells.size() != 1) {
      return at(place, fail(Fault::kBadInput, fmt::format("{} cells for {} columns", cells.size(),
                                                          table.columns.size())));
    }
    for (std::size_t c = 0; c < cells.size(); ++c) {
      PARLEY_TRY(at(place, at(fmt::format("column {}", c + 1), check(cells[c].text))));
    }
  }
  return {};
}

Result<void> check(const Chart& chart) {
  // A scale within 32 bits keeps the drawing's arithmetic exact.
  constexpr std::int64_t kLimit = std::int64_t{1} << 31;
  PARLEY_TRY(at("caption", check(chart.caption)));
  if (chart.first >= chart.last || chart.first < -kLimit || chart.last > kLimit) {
    return fail(Fault::kBadInput, "a chart's scale is empty or too long");
  }
  const auto outside = [&](std::int64_t at) { return at < chart.first || at > chart.last; };
  for (std::size_t i = 0; i < chart.ticks.size(); ++i) {
    const std::string place = fmt::format("tick {}", i + 1);
    PARLEY_TRY(at(place, check(Text(chart.ticks[i].label))));
    if (outside(chart.ticks[i].at)) return at(place, fail(Fault::kBadInput, "outside the scale"));
  }
  for (std::size_t i = 0; i < chart.lanes.size(); ++i) {
    const std::string place = fmt::format("lane {}", i + 1);
    PARLEY_TRY(at(place, check(chart.lanes[i].label)));
    PARLEY_TRY(at(place, check(Text(chart.lanes[i].note))));
    for (const Bar& bar : chart.lanes[i].bars) {
      if (outside(bar.from) || outside(bar.to) || bar.from > bar.to) {
        return at(place, fail(Fault::kBadInput, "a bar is reversed or outside the scale"));
      }
    }
  }
  return {};
}

Result<void> check(const Section& section, int depth) {
  if (depth > kMaxSectionDepth) {
    return fail(Fault::kBadInput,
                fmt::format("sections are nested more than {} deep", kMaxSectionDepth));
  }
  PARLEY_TRY(at("heading", check(section.heading)));
  for (std::size_t i = 0; i < section.blocks.size(); ++i) {
    PARLEY_TRY(at(place_of(section.blocks, i),
                  std::visit([](const auto& block) { return check(block); }, section.blocks[i])));
  }
  for (std::size_t i = 0; i < section.sections.size(); ++i) {
    PARLEY_TRY(at(fmt::format("section {}", i + 1), check(section.sections[i], depth + 1)));
  }
  return {};
}

bool is_date(std::string_view text) {
  std::string_view shape = "dddd-dd-ddTdd:dd:ddZ";
  if (text.size() == 10) shape = shape.substr(0, 10);
  if (text.size() != shape.size()) return false;
  const auto number = [&](std::size_t from) {
    return (text[from] - '0') * 10 + text[from + 1] - '0';
  };
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) return false;
  }
  if (number(5) < 1 || number(5) > 12 || number(8) < 1 || number(8) > 31) return false;
  return text.size() == 10 || (number(11) < 24 && number(14) < 60 && number(17) < 61);
}

}  // namespace

std::string place_of(const std::vector<Block>& blocks, std::size_t index) {
  static constexpr std::string_view kNouns[] = {
      "paragraph", "list", "definition list", "table", "note", "comparison", "chart", "page break"};
  static_assert(std::size(kNouns) == std::variant_size_v<Block>);
  const std::size_t kind = blocks[index].index();
  const auto number =
      std::count_if(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                    [&](const Block& block) { return block.index() == kind; });
  return fmt::format("{} {}", kNouns[kind], number);
}

Result<void> check(const Document& document) {
  if (document.title.empty()) return fail(Fault::kBadInput, "a document needs a title");
  PARLEY_TRY(at("title", check(document.title)));
  PARLEY_TRY(at("subtitle", check(document.subtitle)));
  PARLEY_TRY(at("mark", check(document.mark)));
  PARLEY_TRY(at("footer", check(document.footer)));
  PARLEY_TRY(at("facts", check(document.facts)));
  if (!document.date.empty() && !is_date(document.date)) {
    return at("date", fail(Fault::kBadInput, "neither YYYY-MM-DD nor YYYY-MM-DDTHH:MM:SSZ"));
  }
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    PARLEY_TRY(at(fmt::format("section {}", i + 1), check(document.sections[i], 1)));
  }
  return {};
}

Result<void> check(const Figure& figure) {
  Document document;
  document.title = figure.title;
  document.mark = figure.mark;
  Section& section = document.add({});
  for (const Text& text : figure.above) section.add(Paragraph{text});
  section.add(figure.chart);
  for (const Text& text : figure.below) section.add(Paragraph{text, true});
  return check(document);
}

}  // namespace parley::document
