#include "report/flow.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace parley::report {
namespace {

using namespace document;

constexpr double kBody = 10;
constexpr double kSmall = 8.5;
constexpr double kCellGap = 10;  // between the texts of neighbouring columns
constexpr double kHeadingSizes[] = {14.5, 12, 10.5, 10, 10};

class Composer {
 public:
  Composer(const Document& document, Typesetter& typesetter, double width)
      : document_(document), typesetter_(typesetter), width_(width) {}

  Result<std::vector<FlowItem>> run() {
    open("Document");
    PARLEY_TRY(title());
    for (std::size_t i = 0; i < document_.sections.size(); ++i) {
      PARLEY_TRY(place(fmt::format("section {}", i + 1), section(document_.sections[i], 1)));
    }
    close("Document");
    return std::move(items_);
  }

 private:
  static Result<void> place(std::string where, Result<void> result) {
    if (!result) return within(std::move(result).error(), std::move(where));
    return result;
  }

  void open(std::string tag) { items_.emplace_back(FlowOpen{std::move(tag)}); }
  void close(std::string tag) { items_.emplace_back(FlowClose{std::move(tag)}); }
  void space(double height) { items_.emplace_back(FlowSpace{height}); }

  Result<void> piece(FlowCell& cell, const Text& text, const Style& style, double above = 0,
                     Align align = Align::kStart) {
    PARLEY_ASSIGN(Shaped shaped, typesetter_.shape(text, style, cell.width, align));
    cell.pieces.push_back({std::move(shaped), cell.pieces.empty() ? 0 : above});
    return {};
  }

  Result<FlowRow> block(const std::string& tag, const Text& text, const Style& style) {
    FlowRow row;
    row.cells.push_back({tag, 0, width_, {}});
    PARLEY_TRY(piece(row.cells[0], text, style));
    return row;
  }

  Result<void> title() {
    PARLEY_ASSIGN(FlowRow row, place_row("title", block("H1", document_.title, {20, true, 0})));
    row.keep_with_next = true;
    items_.emplace_back(std::move(row));
    if (!document_.subtitle.empty()) {
      PARLEY_ASSIGN(FlowRow under,
                    place_row("subtitle", block("P", document_.subtitle, {12, false, 0.25})));
      under.keep_with_next = true;
      items_.emplace_back(std::move(under));
    }
    if (!document_.facts.empty()) {
      space(8);
      PARLEY_TRY(place("facts", definitions(document_.facts)));
    }
    return {};
  }

  static Result<FlowRow> place_row(std::string where, Result<FlowRow> result) {
    if (!result) return within(std::move(result).error(), std::move(where));
    return result;
  }

  Result<void> section(const Section& section, int depth) {
    open("Sect");
    if (!section.heading.empty()) {
      const double size = kHeadingSizes[depth - 1];
      space(depth == 1 ? 20 : 14);
      // The title is the one H1.
      PARLEY_ASSIGN(FlowRow row, place_row("heading", block(fmt::format("H{}", depth + 1),
                                                            section.heading, {size, true, 0})));
      row.keep_with_next = true;
      row.outline = depth;
      row.outline_text = displayed(section.heading.plain());
      if (depth == 1) {
        row.rule_below = true;
        row.padding = 1.5;
      }
      items_.emplace_back(std::move(row));
      space(depth == 1 ? 6 : 3);
    }
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
      PARLEY_TRY(place(place_of(section.blocks, i),
                       std::visit([this](const auto& b) { return put(b); }, section.blocks[i])));
    }
    for (std::size_t i = 0; i < section.sections.size(); ++i) {
      PARLEY_TRY(
          place(fmt::format("section {}", i + 1), this->section(section.sections[i], depth + 1)));
    }
    close("Sect");
    return {};
  }

  Result<void> put(const Paragraph& paragraph) {
    const Style style = paragraph.small ? Style{kSmall, false, 0.3} : Style{kBody, false, 0};
    PARLEY_ASSIGN(FlowRow row, block("P", paragraph.text, style));
    row.keep_with_next = paragraph.keep_with_next;
    items_.emplace_back(std::move(row));
    space(6);
    return {};
  }

  Result<void> put(const PageBreak&) {
    items_.emplace_back(FlowPageBreak{});
    return {};
  }

  Result<void> put(const List& list) {
    constexpr double kIndent = 18;
    open("L");
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      FlowRow row;
      row.tag = "LI";
      row.padding = 1;
      row.cells.push_back({"Lbl", 4, kIndent - 4, {}});
      row.cells.push_back({"LBody", kIndent, width_ - kIndent, {}});
      const Text label = list.numbered ? Text(fmt::format("{}.", i + 1)) : Text("\u2022");
      PARLEY_TRY(piece(row.cells[0], label, {kBody, false, 0}));
      PARLEY_TRY(place(fmt::format("item {}", i + 1),
                       piece(row.cells[1], list.items[i], {kBody, false, 0})));
      items_.emplace_back(std::move(row));
    }
    close("L");
    space(6);
    return {};
  }

  Result<void> put(const DefinitionList& list) {
    PARLEY_TRY(definitions(list.items));
    space(6);
    return {};
  }

  Result<void> definitions(const std::vector<Definition>& items) {
    const double label = width_ * 0.24;
    open("L");
    for (std::size_t i = 0; i < items.size(); ++i) {
      FlowRow row;
      row.tag = "LI";
      row.padding = 1;
      row.cells.push_back({"Lbl", 0, label - kCellGap, {}});
      row.cells.push_back({"LBody", label, width_ - label, {}});
      PARLEY_TRY(place(fmt::format("label {}", i + 1),
                       piece(row.cells[0], items[i].label, {kBody, false, 0.35})));
      PARLEY_TRY(place(fmt::format("value {}", i + 1),
                       piece(row.cells[1], items[i].value, {kBody, false, 0})));
      items_.emplace_back(std::move(row));
    }
    close("L");
    return {};
  }

  Result<void> put(const Note& note) {
    constexpr double kInset = 12;
    FlowRow row;
    row.padding = 6;
    row.fill = 0.95;
    row.bar = note.kind == Note::Kind::kWarning ? 3 : 1.2;
    row.cells.push_back({"Note", kInset, width_ - 2 * kInset, {}});
    if (!note.heading.empty()) {
      PARLEY_TRY(place("heading", piece(row.cells[0], note.heading, {kBody, true, 0})));
    }
    for (std::size_t i = 0; i < note.paragraphs.size(); ++i) {
      PARLEY_TRY(place(fmt::format("paragraph {}", i + 1),
                       piece(row.cells[0], note.paragraphs[i], {kBody, false, 0}, i == 0 ? 1 : 4)));
    }
    items_.emplace_back(std::move(row));
    space(9);
    return {};
  }

  Result<void> caption(const Text& text) {
    if (text.empty()) return {};
    PARLEY_ASSIGN(FlowRow row, place_row("caption", block("Caption", text, {9.5, true, 0.2})));
    row.keep_with_next = true;
    row.padding = 2;
    items_.emplace_back(std::move(row));
    return {};
  }

  // The width of a column's longest word at its head, with the gap after it.
  Result<double> least_width(const Column& column) {
    constexpr double kAnyWidth = 10000;
    double least = 0;
    const std::string text = column.heading.plain();
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = std::min(text.find(' ', start), text.size());
      if (end > start) {
        PARLEY_ASSIGN(const Shaped shaped, typesetter_.shape(Text(text.substr(start, end - start)),
                                                             {9, true, 0}, kAnyWidth));
        for (const Shaped::Line& line : shaped.lines) least = std::max(least, line.width);
      }
      start = end + 1;
    }
    return least + kCellGap + 1;
  }

  // The columns' shares of the width: by weight, but none too narrow for the words at its head,
  // where there is room for all.
  Result<std::vector<double>> shares(const std::vector<Column>& columns) {
    std::vector<double> least, out(columns.size(), 0);
    double all = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      PARLEY_ASSIGN(const double one, place_width(c, least_width(columns[c])));
      least.push_back(one);
      all += one;
    }
    std::vector<bool> fixed(columns.size(), false);
    for (bool changed = true; changed;) {
      changed = false;
      double room = width_;
      int weights = 0;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (fixed[c]) {
          room -= least[c];
        } else {
          weights += columns[c].weight;
        }
      }
      for (std::size_t c = 0; c < columns.size(); ++c) {
        out[c] = fixed[c] ? least[c] : room * columns[c].weight / weights;
        if (fixed[c] || all > width_ || out[c] >= least[c]) continue;
        fixed[c] = true;
        changed = true;
      }
    }
    return out;
  }

  static Result<double> place_width(std::size_t column, Result<double> result) {
    if (result) return result;
    return within(within(std::move(result).error(), "heading").value(),
                  fmt::format("column {}", column + 1));
  }

  // Cells of equal or weighted width, without their pieces.
  std::vector<FlowCell> grid(const std::vector<int>& weights, const std::string& tag) const {
    int sum = 0;
    for (const int weight : weights) sum += weight;
    std::vector<double> shares;
    for (const int weight : weights) shares.push_back(width_ * weight / sum);
    return grid(shares, tag);
  }

  std::vector<FlowCell> grid(const std::vector<double>& shares, const std::string& tag) const {
    std::vector<FlowCell> cells;
    double at = 0;
    for (const double share : shares) {
      const bool last = cells.size() + 1 == shares.size();
      // Some twenty narrow columns leave no room for gaps.
      const double gap = last ? 0 : std::min(kCellGap, share / 3);
      cells.push_back({tag, at, share - gap, {}});
      at += share;
    }
    return cells;
  }

  Result<void> put(const Table& table) {
    open("Table");
    PARLEY_TRY(caption(table.caption));
    PARLEY_ASSIGN(const std::vector<double> widths, shares(table.columns));
    bool headed = false;
    for (const Column& column : table.columns) {
      headed = headed || !column.heading.empty();
    }
    if (headed) {
      FlowRow row;
      row.tag = "TR";
      row.header = true;
      row.keep_with_next = true;
      row.padding = 3;
      row.rule_above = true;
      row.rule_below = true;
      row.strong_rule = true;
      row.cells = grid(widths, "TH");
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        PARLEY_TRY(place(fmt::format("column {}", c + 1),
                         place("heading", piece(row.cells[c], table.columns[c].heading,
                                                {9, true, 0}, 0, table.columns[c].align))));
      }
      items_.emplace_back(std::move(row));
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const auto& cells = table.rows[r].cells;
      const bool group = cells.size() == 1 && widths.size() > 1;
      FlowRow row;
      row.tag = "TR";
      row.padding = 3;
      row.rule_below = true;
      row.cells = group ? grid(std::vector<int>{1}, "TH") : grid(widths, "TD");
      if (group) {
        row.fill = 0.95;
        row.cells[0].offset = 5;
        row.cells[0].width -= 10;
        row.keep_with_next = r + 1 < table.rows.size();
      }
      for (std::size_t c = 0; c < cells.size(); ++c) {
        if (cells[c].header) row.cells[c].tag = "TH";
        const Style style{9.5, group || cells[c].header, 0};
        PARLEY_TRY(place(fmt::format("row {}", r + 1),
                         place(fmt::format("column {}", c + 1),
                               piece(row.cells[c], cells[c].text, style, 0,
                                     group ? Align::kStart : table.columns[c].align))));
      }
      const bool last = r + 1 == table.rows.size();
      row.keep_with_next = row.keep_with_next || (last ? table.keep_with_next : table.whole);
      items_.emplace_back(std::move(row));
    }
    items_.emplace_back(FlowTableEnd{});
    close("Table");
    space(10);
    return {};
  }

  Result<void> put(const Comparison& comparison) {
    open("Table");
    PARLEY_TRY(caption(comparison.caption));
    const std::vector<int> weights(comparison.sides.size(), 1);
    FlowRow head;
    head.tag = "TR";
    head.header = true;
    head.keep_with_next = true;
    head.padding = 3;
    head.rule_above = true;
    head.strong_rule = true;
    head.fill = 0.95;
    head.cells = grid(weights, "TH");
    FlowRow body;
    body.tag = "TR";
    body.padding = 4;
    body.rule_below = true;
    body.strong_rule = true;
    body.cells = grid(weights, "TD");
    for (std::size_t i = 0; i < comparison.sides.size(); ++i) {
      const Side& side = comparison.sides[i];
      const std::string where = fmt::format("side {}", i + 1);
      // Text keeps off the fill's edge.
      for (FlowRow* row : {&head, &body}) {
        row->cells[i].offset += 6;
        row->cells[i].width -= i + 1 == comparison.sides.size() ? 12 : 6;
      }
      PARLEY_TRY(
          place(where, place("heading", piece(head.cells[i], side.heading, {kBody, true, 0}))));
      for (std::size_t p = 0; p < side.paragraphs.size(); ++p) {
        PARLEY_TRY(
            place(where, place(fmt::format("paragraph {}", p + 1),
                               piece(body.cells[i], side.paragraphs[p], {kBody, false, 0}, 4))));
      }
      if (!side.source.empty()) {
        PARLEY_TRY(place(
            where, place("source", piece(body.cells[i], side.source, {kSmall, false, 0.3}, 5))));
      }
    }
    items_.emplace_back(std::move(head));
    items_.emplace_back(std::move(body));
    items_.emplace_back(FlowTableEnd{});
    close("Table");
    space(10);
    return {};
  }

  Result<void> put(const Chart& chart) {
    constexpr double kLane = 18;
    constexpr double kMark = 3;
    constexpr double kNote = 40;
    const bool mirrored = document_.direction() == Direction::kRightToLeft;
    const double label_width = width_ * 0.28;
    // Labels stand at the starting side, notes at the other; the scale runs from left to right on
    // what is left.
    const double note_width = has_notes(chart) ? kNote : 0;
    const double left = mirrored ? 4 + note_width : label_width;
    const double span = width_ - label_width - note_width - 8;
    const auto x = [&](std::int64_t at) {
      return left + span * static_cast<double>(at - chart.first) /
                        static_cast<double>(chart.last - chart.first);
    };
    PARLEY_TRY(caption(chart.caption));
    FlowDrawing drawing;
    // A lane is as high as its label.
    std::vector<Shaped> labels;
    std::vector<double> tops;
    double lanes = 0;
    for (std::size_t i = 0; i < chart.lanes.size(); ++i) {
      auto shaped = typesetter_.shape(chart.lanes[i].label, {9, false, 0}, label_width - kCellGap);
      if (!shaped) {
        return within(std::move(shaped).error(), fmt::format("lane {}", i + 1));
      }
      tops.push_back(lanes);
      lanes += std::max(kLane, shaped->height + 4);
      labels.push_back(*std::move(shaped));
    }
    tops.push_back(lanes);
    for (std::size_t i = 0; i < chart.ticks.size(); ++i) {
      const Tick& tick = chart.ticks[i];
      drawing.shapes.push_back({x(tick.at) - 0.25, 0, 0.5, lanes, 0.75, false});
      PARLEY_ASSIGN(Shaped shaped, typesetter_.shape(code(tick.label), {7.5, false, 0.3}, 80,
                                                     Align::kCenter));
      // Half a label may not leave the page's inner width.
      const double half = shaped.lines.empty() ? 0 : shaped.lines[0].width / 2;
      const double centre = std::clamp(x(tick.at), half, width_ - half);
      drawing.labels.push_back({std::move(shaped), centre - 40, lanes + 2});
    }
    for (std::size_t i = 0; i < chart.lanes.size(); ++i) {
      const double middle = (tops[i] + tops[i + 1]) / 2;
      const double height = labels[i].height;
      drawing.labels.push_back({std::move(labels[i]), mirrored ? width_ - label_width + kCellGap : 0,
                                middle - height / 2});
      if (!chart.lanes[i].note.empty()) {
        PARLEY_ASSIGN(Shaped note, typesetter_.shape(code(chart.lanes[i].note), {8, false, 0},
                                                     note_width, Align::kEnd));
        const double top = middle - note.height / 2;
        drawing.labels.push_back({std::move(note), mirrored ? 0 : width_ - note_width, top});
      }
      for (const Bar& bar : chart.lanes[i].bars) {
        const double from = x(bar.from);
        const double length = std::max(kMark, x(bar.to) - from);
        drawing.shapes.push_back({bar.from == bar.to ? from - kMark / 2 : from, middle - 4, length, 8,
                                  0.3, bar.open});
      }
    }
    drawing.height = lanes + (chart.ticks.empty() ? 0 : 16);
    open("Figure");
    items_.emplace_back(std::move(drawing));
    close("Figure");
    space(10);
    return {};
  }

  const Document& document_;
  Typesetter& typesetter_;
  double width_;
  std::vector<FlowItem> items_;
};

}  // namespace

Result<std::vector<FlowItem>> flow(const Document& document, Typesetter& typesetter, double width) {
  return Composer(document, typesetter, width).run();
}

}  // namespace parley::report
