// A flow of rows onto pages: where they break, and what stands at their head and foot.
//
// Two passes over the same code: the first counts pages and draws nothing, the second draws.
#pragma once

#include <vector>

#include "document/language.hpp"
#include "report/flow.hpp"
#include "report/ink.hpp"
#include "report/owned.hpp"

namespace parley::report {

struct Paper {
  double width = 595.276;  // A4, in points
  double height = 841.89;
  double side = 60;
  double top = 74;
  double bottom = 70;
};

// Head and foot of a page, shaped by the caller for the page's inner width.
struct Furniture {
  Shaped title;   // start of the head, not on the first page
  Shaped mark;    // end of the head
  Shaped footer;  // start of the foot
};

class Pages {
 public:
  Pages(const std::vector<FlowItem>& items, const Paper& paper, document::Direction direction)
      : items_(items), paper_(paper), mirrored_(direction == document::Direction::kRightToLeft) {}

  int count();

  // Draws all pages. `numbers` holds one shaped "1 / 3" a page.
  void draw(cairo_surface_t* surface, cairo_t* canvas, Ink& ink, const Furniture& furniture,
            const std::vector<Shaped>& numbers);

 private:
  void run();
  void begin_page();
  void end_page();
  void next_page();
  void put(std::size_t index);
  void put_row(const FlowRow& row);
  // Draws the lines of `row` from `done` on that fit above `bottom`; returns whether the row is
  // finished.
  bool put_fragment(const FlowRow& row, std::vector<std::size_t>& done, bool first, bool whole);
  void put_drawing(const FlowDrawing& drawing);
  double height_needed(std::size_t index) const;
  double left_of(double offset, double width) const;
  void tag_begin(const std::string& tag);
  void tag_end(const std::string& tag);
  double bottom() const { return paper_.height - paper_.bottom; }
  double inner_width() const { return paper_.width - 2 * paper_.side; }

  const std::vector<FlowItem>& items_;
  Paper paper_;
  bool mirrored_;

  int page_ = 0;
  double y_ = 0;
  bool fresh_ = true;  // nothing stands on this page yet
  const FlowRow* header_ = nullptr;
  std::vector<int> outline_;  // ids of the open outline entries, by level

  cairo_surface_t* surface_ = nullptr;
  cairo_t* canvas_ = nullptr;  // null while counting
  Ink* ink_ = nullptr;
  const Furniture* furniture_ = nullptr;
  const std::vector<Shaped>* numbers_ = nullptr;
};

}  // namespace parley::report
