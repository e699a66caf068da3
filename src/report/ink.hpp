// Shaped lines onto a PDF page, so that the file can be read as well as looked at.
//
// Promises: glyphs are written in logical order (a reader of the file gets Arabic words whole and
// in the order they are read, not in the order they stand on paper), each with the text it stands
// for.
//
// How: Cairo maps one glyph to one text a font. A ligature (lam-alef is one) would get Cairo's
// ActualText, which poppler takes for the end of the paragraph; so a glyph that stands for several
// characters is written as one stand-in from a private plane, and PdfRevision puts the real text in
// its place. A glyph that stands for different texts in one document is drawn from a second copy of
// its font.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "report/owned.hpp"
#include "report/typeset.hpp"

namespace parley::report {

// Stand-in k is the character kFirstStandIn + k; no font of parley has a glyph there.
inline constexpr char32_t kFirstStandIn = 0xF0000;

class Ink {
 public:
  explicit Ink(cairo_t* canvas) : canvas_(canvas) {}

  // Draws line `index` of `shaped`; the line's box has its left top at (x, y), in points from the
  // page's left top.
  void draw(const Shaped& shaped, std::size_t index, double x, double y);

  // The text of each stand-in, by number.
  const std::vector<std::string>& stand_ins() const { return stand_ins_; }

 private:
  struct Copy {
    FontFace face;
    std::map<cairo_scaled_font_t*, ScaledFont> sizes;  // by the font of that size it is a copy of
    std::unordered_map<unsigned long, std::string> texts;
  };
  void draw_run(const PangoGlyphItem* run, const std::string& text, double x, double baseline);
  void put(cairo_scaled_font_t* font, PangoFont* source, unsigned long glyph, std::string text,
           double x, double y);
  static cairo_scaled_font_t* sized(Copy& copy, cairo_scaled_font_t* font);
  void show_pending();
  const std::string& stand_in(const std::string& text);

  cairo_t* canvas_;
  std::map<cairo_font_face_t*, std::vector<Copy>> copies_;
  std::map<std::string, std::string> stand_in_of_;
  std::vector<std::string> stand_ins_;

  cairo_scaled_font_t* pending_font_ = nullptr;  // kept in copies_
  std::vector<cairo_glyph_t> pending_glyphs_;
  std::vector<cairo_text_cluster_t> pending_clusters_;
  std::string pending_text_;
};

}  // namespace parley::report
