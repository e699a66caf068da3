// A document as a flow of shaped boxes, not yet on pages.
//
// Everything that is printed is a row: a paragraph is a row of one cell, a list item a row of two.
// The pager (pages.hpp) knows rows only. Offsets run from the side where lines start, so that a
// right-to-left document needs no layout of its own.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "report/typeset.hpp"

namespace parley::report {

struct Piece {
  Shaped shaped;
  double above = 0;  // space before it, not at the head of its cell
};

struct FlowCell {
  std::string tag;  // of the structure: "TD"; one line of text is one element
  double offset = 0;
  double width = 0;
  std::vector<Piece> pieces;
};

struct FlowRow {
  std::string tag;  // "TR"; empty: its cells stand for themselves
  std::vector<FlowCell> cells;
  double padding = 0;  // above and below, inside rules and fill
  bool rule_above = false;
  bool rule_below = false;
  bool strong_rule = false;
  double fill = 1;    // grey behind it; 1 is paper
  double bar = 0;     // width of a bar at the starting side
  double indent = 0;  // of rule, fill and bar
  bool keep_with_next = false;
  bool header = false;  // first row of a table, repeated
  // Set on a heading: it enters the outline at this level.
  int outline = 0;
  std::string outline_text;
};

struct FlowSpace {
  double height = 0;  // not at the head of a page
};
struct FlowOpen {
  std::string tag;
};
struct FlowClose {
  std::string tag;
};
struct FlowTableEnd {};  // stop repeating the header row
struct FlowPageBreak {};

// Shapes of a chart, in points from its left top; never split.
struct FlowShape {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double grey = 0;
  bool outline = false;
};
struct FlowDrawing {
  double height = 0;
  std::vector<FlowShape> shapes;
  struct Label {
    Shaped shaped;
    double x = 0;
    double y = 0;
  };
  std::vector<Label> labels;
};

using FlowItem =
    std::variant<FlowRow, FlowSpace, FlowOpen, FlowClose, FlowTableEnd, FlowPageBreak, FlowDrawing>;

// Error (kBadInput): a missing glyph, with its place.
Result<std::vector<FlowItem>> flow(const document::Document& document, Typesetter& typesetter,
                                   double width);

}  // namespace parley::report
