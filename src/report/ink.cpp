#include "report/ink.hpp"

#include <cairo-ft.h>
#include <pango/pangofc-font.h>

#include <algorithm>

namespace parley::report {
namespace {

// Copies of one font that Cairo keeps apart; they differ in an option that means nothing on paper.
constexpr int kCopies[] = {FC_RGBA_UNKNOWN, FC_RGBA_RGB, FC_RGBA_BGR, FC_RGBA_VRGB, FC_RGBA_VBGR};

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

std::size_t length_in_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

FontFace copy_of(PangoFont* font, std::size_t number) {
  FontPattern pattern(FcPatternDuplicate(pango_fc_font_get_pattern(PANGO_FC_FONT(font))));
  FcPatternDel(pattern.get(), FC_RGBA);
  FcPatternAddInteger(pattern.get(), FC_RGBA, kCopies[number]);
  return FontFace(cairo_ft_font_face_create_for_pattern(pattern.get()));
}

}  // namespace

void Ink::draw(const Shaped& shaped, std::size_t index, double x, double y) {
  const Shaped::Line& place = shaped.lines[index];
  const PangoLayoutLine* line =
      pango_layout_get_line_readonly(shaped.layout.get(), static_cast<int>(index));
  struct Placed {
    const PangoGlyphItem* run;
    double x;
    double width;
  };
  std::vector<Placed> runs;
  double at = x + place.left;
  for (const GSList* link = line->runs; link; link = link->next) {
    const auto* run = static_cast<const PangoGlyphItem*>(link->data);
    const double width = points(pango_glyph_string_get_width(run->glyphs));
    runs.push_back({run, at, width});
    at += width;
  }
  std::sort(runs.begin(), runs.end(), [](const Placed& a, const Placed& b) {
    return a.run->item->offset < b.run->item->offset;
  });
  cairo_set_source_rgb(canvas_, shaped.grey, shaped.grey, shaped.grey);
  for (const Placed& run : runs) draw_run(run.run, shaped.text, run.x, y + place.baseline);
  if (place.soft && !runs.empty()) {
    // Pango drops the space a line was broken at; the next line's word must not join this one's.
    const Placed& last = runs.back();
    const auto* font = last.run->item->analysis.font;
    const bool leftwards = last.run->item->analysis.level % 2 != 0;
    const unsigned long space =
        pango_fc_font_get_glyph(PANGO_FC_FONT(const_cast<PangoFont*>(font)), ' ');
    if (space != 0) {
      put(pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)), last.run->item->analysis.font,
          space, " ", leftwards ? last.x : last.x + last.width, y + place.baseline);
    }
  }
  show_pending();
}

void Ink::draw_run(const PangoGlyphItem* run, const std::string& text, double x, double baseline) {
  PangoFont* font = run->item->analysis.font;
  cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  std::vector<double> lefts;
  for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
    lefts.push_back(x);
    x += points(run->glyphs->glyphs[i].geometry.width);
  }
  PangoGlyphItemIter cluster;
  auto* item = const_cast<PangoGlyphItem*>(run);
  for (bool more = pango_glyph_item_iter_init_start(&cluster, item, text.c_str()); more;
       more = pango_glyph_item_iter_next_cluster(&cluster)) {
    const int step = cluster.start_glyph <= cluster.end_glyph ? 1 : -1;
    std::string stands_for(text, static_cast<std::size_t>(cluster.start_index),
                           static_cast<std::size_t>(cluster.end_index - cluster.start_index));
    for (int i = cluster.start_glyph; i != cluster.end_glyph; i += step) {
      const PangoGlyphInfo& glyph = run->glyphs->glyphs[i];
      if (glyph.glyph == PANGO_GLYPH_EMPTY) continue;
      const double left = lefts[static_cast<std::size_t>(i)] + points(glyph.geometry.x_offset);
      // The first glyph carries the text, the others an empty one.
      put(scaled, font, glyph.glyph, std::move(stands_for), left,
          baseline + points(glyph.geometry.y_offset));
      stands_for.clear();
    }
  }
}

void Ink::put(cairo_scaled_font_t* font, PangoFont* source, unsigned long glyph, std::string text,
              double x, double y) {
  std::vector<Copy>& copies = copies_[cairo_scaled_font_get_font_face(font)];
  std::size_t number = 0;
  for (; number < std::size(kCopies); ++number) {
    if (number == copies.size()) copies.push_back({copy_of(source, number), {}, {}});
    const auto [known, added] = copies[number].texts.try_emplace(glyph, text);
    if (added || known->second == text) break;
  }
  // Beyond the last copy Cairo's own ActualText has to do.
  Copy& copy = copies[std::min(number, copies.size() - 1)];
  cairo_scaled_font_t* wanted = sized(copy, font);
  if (wanted != pending_font_) {
    show_pending();
    pending_font_ = wanted;
  }
  const std::string& written = length_in_characters(text) == 1 ? text : stand_in(text);
  pending_glyphs_.push_back({glyph, x, y});
  pending_clusters_.push_back({static_cast<int>(written.size()), 1});
  pending_text_ += written;
}

// `font` lives as long as what it was shaped with, which is longer than this.
cairo_scaled_font_t* Ink::sized(Copy& copy, cairo_scaled_font_t* font) {
  ScaledFont& kept = copy.sizes[font];
  if (!kept) {
    cairo_matrix_t size;
    cairo_matrix_t position;
    cairo_scaled_font_get_font_matrix(font, &size);
    cairo_scaled_font_get_ctm(font, &position);
    FontOptions options(cairo_font_options_create());
    cairo_scaled_font_get_font_options(font, options.get());
    kept.reset(cairo_scaled_font_create(copy.face.get(), &size, &position, options.get()));
  }
  return kept.get();
}

void Ink::show_pending() {
  if (!pending_glyphs_.empty()) {
    cairo_set_scaled_font(canvas_, pending_font_);
    cairo_show_text_glyphs(canvas_, pending_text_.data(), static_cast<int>(pending_text_.size()),
                           pending_glyphs_.data(), static_cast<int>(pending_glyphs_.size()),
                           pending_clusters_.data(), static_cast<int>(pending_clusters_.size()),
                           static_cast<cairo_text_cluster_flags_t>(0));
  }
  pending_glyphs_.clear();
  pending_clusters_.clear();
  pending_text_.clear();
}

const std::string& Ink::stand_in(const std::string& text) {
  const auto [known, added] = stand_in_of_.try_emplace(text);
  if (added) {
    char utf8[6];
    const auto number = static_cast<gunichar>(kFirstStandIn + stand_ins_.size());
    known->second.assign(utf8, static_cast<std::size_t>(g_unichar_to_utf8(number, utf8)));
    stand_ins_.push_back(text);
  }
  return known->second;
}

}  // namespace parley::report
