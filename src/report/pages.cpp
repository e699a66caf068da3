#include "report/pages.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

namespace parley::report {
namespace {

double height_of(const FlowCell& cell) {
  double height = 0;
  for (const Piece& piece : cell.pieces) height += piece.above + piece.shaped.height;
  return height;
}

double height_of(const FlowRow& row) {
  double height = 0;
  for (const FlowCell& cell : row.cells) height = std::max(height, height_of(cell));
  return height + 2 * row.padding;
}

std::size_t lines_of(const FlowCell& cell) {
  std::size_t lines = 0;
  for (const Piece& piece : cell.pieces) lines += piece.shaped.lines.size();
  return lines;
}

// Which text and line of a cell its `number`th line is.
std::pair<const Piece*, std::size_t> line_at(const FlowCell& cell, std::size_t number) {
  for (const Piece& piece : cell.pieces) {
    if (number < piece.shaped.lines.size()) return {&piece, number};
    number -= piece.shaped.lines.size();
  }
  return {nullptr, 0};
}

}  // namespace

int Pages::count() {
  run();
  return page_;
}

void Pages::draw(cairo_surface_t* surface, cairo_t* canvas, Ink& ink, const Furniture& furniture,
                 const std::vector<Shaped>& numbers) {
  surface_ = surface;
  canvas_ = canvas;
  ink_ = &ink;
  furniture_ = &furniture;
  numbers_ = &numbers;
  run();
}

void Pages::run() {
  page_ = 0;
  header_ = nullptr;
  outline_.clear();
  begin_page();
  for (std::size_t i = 0; i < items_.size(); ++i) put(i);
  end_page();
}

void Pages::begin_page() {
  ++page_;
  y_ = paper_.top;
  fresh_ = true;
}

void Pages::end_page() {
  if (!canvas_) return;
  const auto rule = [&](double y) {
    cairo_set_source_rgb(canvas_, 0.6, 0.6, 0.6);
    cairo_rectangle(canvas_, paper_.side, y, inner_width(), 0.5);
    cairo_fill(canvas_);
  };
  const auto text = [&](const Shaped& shaped, double y) {
    if (!shaped.lines.empty()) ink_->draw(shaped, 0, paper_.side, y);
  };
  const double head = paper_.top - 34;
  const double foot = paper_.height - paper_.bottom + 24;
  if (page_ > 1) text(furniture_->title, head);
  text(furniture_->mark, head);
  if (page_ > 1 || !furniture_->mark.text.empty()) rule(paper_.top - 18);
  rule(foot - 4);
  text(furniture_->footer, foot);
  text((*numbers_)[static_cast<std::size_t>(page_ - 1)], foot);
  cairo_show_page(canvas_);
}

void Pages::next_page() {
  end_page();
  begin_page();
  // A header that leaves no room for its rows is not repeated.
  if (header_ && height_of(*header_) <= (bottom() - paper_.top) / 3) {
    put_row(*header_);
    fresh_ = true;  // what follows must go forward
  }
}

double Pages::left_of(double offset, double width) const {
  return paper_.side + (mirrored_ ? inner_width() - offset - width : offset);
}

void Pages::tag_begin(const std::string& tag) {
  if (canvas_ && !tag.empty()) cairo_tag_begin(canvas_, tag.c_str(), nullptr);
}

void Pages::tag_end(const std::string& tag) {
  if (canvas_ && !tag.empty()) cairo_tag_end(canvas_, tag.c_str());
}

// From here to the end of what must not be parted from it: headings with the first lines below
// them.
double Pages::height_needed(std::size_t index) const {
  const double page = bottom() - paper_.top;
  double height = 0;
  for (; index < items_.size(); ++index) {
    if (const auto* space = std::get_if<FlowSpace>(&items_[index])) {
      height += space->height;
    } else if (const auto* drawing = std::get_if<FlowDrawing>(&items_[index])) {
      height += drawing->height;
      break;
    } else if (const auto* row = std::get_if<FlowRow>(&items_[index])) {
      const double whole = height_of(*row);
      if (row->keep_with_next) {
        height += whole;
        continue;
      }
      // A paragraph gives two lines at least, or three where that is all of it; a row stays whole
      // while that costs less than a third of a page.
      double least = whole;
      if (row->tag.empty() && row->cells.size() == 1) {
        const auto& cell = row->cells[0];
        if (lines_of(cell) > 3) least = row->padding + 2 * cell.pieces[0].shaped.lines[0].height;
      } else if (whole > page / 3) {
        least = row->padding + 36;
      }
      height += least;
      break;
    } else if (std::holds_alternative<FlowPageBreak>(items_[index])) {
      break;
    }
  }
  return std::min(height, page);
}

void Pages::put(std::size_t index) {
  const FlowItem& item = items_[index];
  if (const auto* open = std::get_if<FlowOpen>(&item)) {
    tag_begin(open->tag);
  } else if (const auto* close = std::get_if<FlowClose>(&item)) {
    tag_end(close->tag);
  } else if (const auto* space = std::get_if<FlowSpace>(&item)) {
    if (!fresh_) y_ += space->height;
  } else if (std::holds_alternative<FlowPageBreak>(item)) {
    if (!fresh_) next_page();
  } else if (std::holds_alternative<FlowTableEnd>(item)) {
    header_ = nullptr;
  } else if (const auto* drawing = std::get_if<FlowDrawing>(&item)) {
    if (!fresh_ && y_ + drawing->height > bottom()) next_page();
    put_drawing(*drawing);
  } else if (const auto* row = std::get_if<FlowRow>(&item)) {
    if (!fresh_ && y_ + height_needed(index) > bottom()) next_page();
    put_row(*row);
    if (row->header) header_ = row;
  }
}

void Pages::put_row(const FlowRow& row) {
  if (canvas_ && row.outline > 0) {
    const auto level = static_cast<std::size_t>(row.outline);
    outline_.resize(std::min(outline_.size(), level - 1));
    const int parent = outline_.empty() ? CAIRO_PDF_OUTLINE_ROOT : outline_.back();
    const std::string target = fmt::format("page={} pos=[{} {}]", page_,
                                           static_cast<int>(paper_.side), static_cast<int>(y_));
    const int id = cairo_pdf_surface_add_outline(surface_, parent, row.outline_text.c_str(),
                                                 target.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    while (outline_.size() < level) outline_.push_back(id);
  }
  std::vector<std::size_t> done(row.cells.size(), 0);
  const bool whole = y_ + height_of(row) <= bottom();
  // A paragraph over two pages is one paragraph of two parts.
  const bool parts = !whole && row.tag.empty() && row.cells.size() == 1;
  if (parts) tag_begin(row.cells[0].tag);
  bool first = true;
  while (!put_fragment(row, done, first, whole)) {
    first = false;
    next_page();
  }
  if (parts) tag_end(row.cells[0].tag);
}

bool Pages::put_fragment(const FlowRow& row, std::vector<std::size_t>& done, bool first,
                         bool whole) {
  const bool part = !whole && row.tag.empty() && row.cells.size() == 1;
  const double top = y_;
  const double limit = bottom() - row.padding;

  // How far each cell gets.
  std::vector<std::size_t> until = done;
  double content = 0;
  bool finished = true;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const std::size_t count = lines_of(row.cells[c]);
    double height = 0;
    while (until[c] < count) {
      const auto [piece, line] = line_at(row.cells[c], until[c]);
      const double above = line == 0 && until[c] > done[c] ? piece->above : 0;
      const double more = above + piece->shaped.lines[line].height;
      // A page's first line is put down even where nothing fits, so that every page has an end.
      const bool must = fresh_ && until[c] == done[c];
      if (!whole && !must && top + row.padding + height + more > limit) break;
      height += more;
      ++until[c];
    }
    content = std::max(content, height);
    finished = finished && until[c] == count;
  }
  const bool nothing = until == done;
  if (nothing && !finished) return false;  // not one line fits here

  const double height = content + 2 * row.padding;
  if (canvas_) {
    const double left = left_of(row.indent, inner_width() - row.indent);
    const double width = inner_width() - row.indent;
    if (row.fill < 1) {
      cairo_set_source_rgb(canvas_, row.fill, row.fill, row.fill);
      cairo_rectangle(canvas_, left, top, width, height);
      cairo_fill(canvas_);
    }
    if (row.bar > 0) {
      cairo_set_source_rgb(canvas_, 0.25, 0.25, 0.25);
      cairo_rectangle(canvas_, mirrored_ ? left + width - row.bar : left, top, row.bar, height);
      cairo_fill(canvas_);
    }
    const double grey = row.strong_rule ? 0.25 : 0.75;
    const double weight = row.strong_rule ? 0.8 : 0.5;
    cairo_set_source_rgb(canvas_, grey, grey, grey);
    if (row.rule_above && first) {
      cairo_rectangle(canvas_, left, top, width, weight);
      cairo_fill(canvas_);
    }
    if (row.rule_below && finished) {
      cairo_rectangle(canvas_, left, top + height - weight, width, weight);
      cairo_fill(canvas_);
    }
    tag_begin(row.tag);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const FlowCell& cell = row.cells[c];
      const bool several = cell.pieces.size() > 1;
      const std::string& tag = part ? (several ? std::string() : std::string("Span")) : cell.tag;
      tag_begin(tag);
      const double x = left_of(cell.offset, cell.width);
      double y = top + row.padding;
      const Piece* open = nullptr;
      for (std::size_t n = done[c]; n < until[c]; ++n) {
        const auto [piece, line] = line_at(cell, n);
        if (line == 0 && n > done[c]) y += piece->above;
        if (several && piece != open) {
          if (open) tag_end("P");
          tag_begin("P");
          open = piece;
        }
        ink_->draw(piece->shaped, line, x, y);
        y += piece->shaped.lines[line].height;
      }
      if (open) tag_end("P");
      tag_end(tag);
    }
    tag_end(row.tag);
  }
  done = until;
  y_ = top + height;
  fresh_ = false;
  return finished;
}

void Pages::put_drawing(const FlowDrawing& drawing) {
  if (canvas_) {
    for (const FlowShape& shape : drawing.shapes) {
      cairo_set_source_rgb(canvas_, shape.grey, shape.grey, shape.grey);
      const double x = paper_.side + shape.x;
      const double y = y_ + shape.y;
      if (shape.outline) {
        cairo_set_line_width(canvas_, 0.8);
        cairo_rectangle(canvas_, x + 0.4, y + 0.4, shape.width - 0.8, shape.height - 0.8);
        cairo_stroke(canvas_);
      } else {
        cairo_rectangle(canvas_, x, y, shape.width, shape.height);
        cairo_fill(canvas_);
      }
    }
    for (const auto& label : drawing.labels) {
      double top = y_ + label.y;
      for (std::size_t i = 0; i < label.shaped.lines.size(); ++i) {
        ink_->draw(label.shaped, i, paper_.side + label.x, top);
        top += label.shaped.lines[i].height;
      }
    }
  }
  y_ += drawing.height;
  fresh_ = false;
}

}  // namespace parley::report
