#include "report/typeset.hpp"

#include <fmt/core.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "report/font_configuration.hpp"

namespace parley::report {
namespace {

using document::Align;
using document::Direction;
using document::Face;
using document::Language;
using document::Run;
using document::Text;

// Naskh letters are small on their body beside Noto Sans.
constexpr double kArabicScale = 1.16;

constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kRightToLeftIsolate = "\u2067";
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";

// The script a font is chosen by; characters of no script of their own take their neighbours'.
enum class Script { kNone, kLatin, kCyrillic, kArabic, kHebrew, kOther };

Script script_of(gunichar c) {
  if (c >= '0' && c <= '9') return Script::kLatin;
  switch (g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED: return Script::kNone;
    case G_UNICODE_SCRIPT_LATIN: return Script::kLatin;
    case G_UNICODE_SCRIPT_CYRILLIC: return Script::kCyrillic;
    case G_UNICODE_SCRIPT_ARABIC: return Script::kArabic;
    case G_UNICODE_SCRIPT_HEBREW: return Script::kHebrew;
    default: return Script::kOther;
  }
}

Script script_of(Language language) {
  switch (language) {
    case Language::kEnglish:
    case Language::kFrench: return Script::kLatin;
    case Language::kArabic: return Script::kArabic;
    case Language::kRussian:
    case Language::kUkrainian: return Script::kCyrillic;
    case Language::kHebrew: return Script::kHebrew;
  }
  return Script::kLatin;
}

// Of the first letter.
Direction strong_direction(std::string_view text, Direction otherwise) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isalpha(c)) continue;
    const Script script = script_of(c);
    return script == Script::kArabic || script == Script::kHebrew ? Direction::kRightToLeft
                                                                  : Direction::kLeftToRight;
  }
  return otherwise;
}

Direction run_direction(const Run& run, Direction otherwise) {
  if (run.face == Face::kCode) return Direction::kLeftToRight;
  if (run.language) return document::direction(*run.language);
  return strong_direction(run.text, otherwise);
}

// A language of that script: the nearest one named, else the script's most likely here.
Language language_for(Script script, Language nearest) {
  if (script_of(nearest) == script) return nearest;
  switch (script) {
    case Script::kCyrillic: return Language::kRussian;
    case Script::kArabic: return Language::kArabic;
    case Script::kHebrew: return Language::kHebrew;
    default: return Language::kEnglish;
  }
}

struct Stretch {
  std::size_t from = 0;
  std::size_t to = 0;
  Script script = Script::kNone;
};

// `text` cut by script. Between two letters of one script all is of that script; elsewhere what has
// no script is of `base`.
std::vector<Stretch> stretches(std::string_view text, Script base) {
  std::vector<Stretch> out;
  const auto put = [&out](std::size_t from, std::size_t to, Script script) {
    if (from == to) return;
    if (!out.empty() && out.back().script == script) {
      out.back().to = to;
    } else {
      out.push_back({from, to, script});
    }
  };
  std::size_t neutral = 0;  // where the pending characters without a script begin
  Script last = Script::kNone;
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  for (const char* at = begin; at < end;) {
    const char* const next = g_utf8_next_char(at);
    const Script script = script_of(g_utf8_get_char(at));
    const auto from = static_cast<std::size_t>(at - begin);
    if (script != Script::kNone) {
      put(neutral, from, script == last ? script : base);
      put(from, static_cast<std::size_t>(next - begin), script);
      neutral = static_cast<std::size_t>(next - begin);
      last = script;
    }
    at = next;
  }
  put(neutral, text.size(), base);
  return out;
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

const char* families(Script script, Face face) {
  if (face == Face::kCode) return kCodeFamilies;
  if (script == Script::kArabic) return kArabicFamilies;
  return script == Script::kHebrew ? kHebrewFamilies : kFamilies;
}

std::set<char32_t> missing_glyphs(PangoLayout* layout) {
  std::set<char32_t> out;
  const int lines = pango_layout_get_line_count(layout);
  for (int i = 0; i < lines; ++i) {
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, i);
    for (const GSList* at = line->runs; at; at = at->next) {
      const auto* item = static_cast<const PangoGlyphItem*>(at->data);
      for (int g = 0; g < item->glyphs->num_glyphs; ++g) {
        const PangoGlyph glyph = item->glyphs->glyphs[g].glyph;
        if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
          out.insert(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        }
      }
    }
  }
  return out;
}

// `text` with those characters as their codes; several on end share a pair of brackets.
Text with_codes(Text text, const std::set<char32_t>& missing) {
  for (Run& run : text.runs) {
    std::string out;
    bool open = false;
    const char* const end = run.text.data() + run.text.size();
    for (const char* at = run.text.data(); at < end;) {
      const char* const next = g_utf8_next_char(at);
      const char32_t c = g_utf8_get_char(at);
      if (missing.contains(c)) {
        out += fmt::format("{}U+{:04X}", open ? " " : "[", static_cast<std::uint32_t>(c));
        open = true;
      } else {
        if (open) out += ']';
        open = false;
        out.append(at, next);
      }
      at = next;
    }
    if (open) out += ']';
    run.text = std::move(out);
  }
  return text;
}

// All that shaping depends on.
std::string key_of(const Text& text, const Style& style, double width, Align align) {
  std::string out = fmt::format("{} {} {} {} {}", style.size, style.bold, style.grey, width,
                                static_cast<int>(align));
  for (const Run& run : text.runs) {
    out += fmt::format("|{} {} {} {}:", static_cast<int>(run.face),
                       run.language ? static_cast<int>(*run.language) : -1, run.foreign,
                       run.text.size());
    out += run.text;
  }
  return out;
}

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

}  // namespace

Typesetter::Typesetter(const Fonts& fonts, Language language)
    : language_(language), map_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), fonts.configuration().config.get());
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_.get()), 72);
  FontOptions options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_subpixel_order(options.get(), CAIRO_SUBPIXEL_ORDER_DEFAULT);
  const auto context = [&](PangoDirection direction) {
    Context made(pango_font_map_create_context(map_.get()));
    pango_cairo_context_set_font_options(made.get(), options.get());
    pango_context_set_base_dir(made.get(), direction);
    pango_context_set_round_glyph_positions(made.get(), FALSE);
    pango_context_set_language(made.get(),
                               pango_language_from_string(std::string(tag(language)).c_str()));
    return made;
  };
  left_to_right_ = context(PANGO_DIRECTION_LTR);
  right_to_left_ = context(PANGO_DIRECTION_RTL);
}

Result<Shaped> Typesetter::shape(const Text& text, const Style& style, double width, Align align) {
  const std::string key = key_of(text, style, width, align);
  const auto known = kept_.find(key);
  if (known != kept_.end()) return known->second;
  Shaped out = set(text, style, width, align);
  std::set<char32_t> missing = missing_glyphs(out.layout.get());
  if (!missing.empty()) {
    spelled_.insert(missing.begin(), missing.end());
    out = set(with_codes(text, missing), style, width, align);
    missing = missing_glyphs(out.layout.get());
  }
  if (!missing.empty()) {
    return fail(Fault::kBadInput, fmt::format("no font of parley has a glyph for U+{:04X}",
                                              static_cast<std::uint32_t>(*missing.begin())));
  }
  return kept_.emplace(key, std::move(out)).first->second;
}

Shaped Typesetter::set(const Text& text, const Style& style, double width, Align align) {
  const Direction outer = document::direction(language_);
  const bool single = text.runs.size() == 1 && text.runs[0].isolated();
  const Direction inner = single ? run_direction(text.runs[0], outer) : outer;

  Shaped out;
  out.grey = style.grey;
  AttributeList attributes(pango_attr_list_new());
  bool tall = document::direction(language_) == Direction::kRightToLeft;
  for (const Run& run : text.runs) {
    std::string_view open;
    if (run.isolated() && !single) {
      if (run.face == Face::kCode) {
        open = kLeftToRightIsolate;
      } else if (run.language) {
        open = document::direction(*run.language) == Direction::kRightToLeft ? kRightToLeftIsolate
                                                                             : kLeftToRightIsolate;
      } else {
        open = kFirstStrongIsolate;
      }
    }
    // An isolate ends with its paragraph, so each line of a run has its own.
    std::string shown(open);
    for (const char c : document::displayed(run.text)) {
      if (c == '\n') shown += kPopIsolate.substr(0, open.size());
      shown += c;
      if (c == '\n') shown += open;
    }
    shown += kPopIsolate.substr(0, open.size());

    const std::size_t begin = out.text.size();
    out.text += shown;
    const Language language = run.language.value_or(language_);
    Script base = run.face == Face::kCode ? Script::kLatin : script_of(language);
    if (run.face != Face::kCode && run.foreign && !run.language) {
      // Entered in a language nobody named: the first letter says which.
      for (const char* at = shown.data(); *at; at = g_utf8_next_char(at)) {
        const Script script = script_of(g_utf8_get_char(at));
        if (script != Script::kNone) {
          base = script;
          break;
        }
      }
    }
    for (const Stretch& stretch : stretches(shown, base)) {
      const std::size_t from = begin + stretch.from;
      const std::size_t to = begin + stretch.to;
      const std::string name(tag(language_for(stretch.script, language)));
      add(attributes.get(), pango_attr_language_new(pango_language_from_string(name.c_str())), from,
          to);
      add(attributes.get(), pango_attr_family_new(families(stretch.script, run.face)), from, to);
      const bool italics = stretch.script != Script::kArabic && stretch.script != Script::kHebrew;
      if (run.face == Face::kEmphasis) {
        // Scripts without italics stress by weight.
        add(attributes.get(),
            italics ? pango_attr_style_new(PANGO_STYLE_ITALIC)
                    : pango_attr_weight_new(PANGO_WEIGHT_BOLD),
            from, to);
      }
      if (stretch.script == Script::kArabic) {
        tall = true;
        add(attributes.get(), pango_attr_scale_new(kArabicScale), from, to);
      } else if (run.face == Face::kCode) {
        add(attributes.get(), pango_attr_scale_new(0.92), from, to);
      }
    }
    if (run.face == Face::kBold || style.bold) {
      add(attributes.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, out.text.size());
    }
  }

  // A hyphen that nobody wrote would alter a name.
  add(attributes.get(), pango_attr_insert_hyphens_new(FALSE), 0, out.text.size());

  PangoContext* context =
      inner == Direction::kRightToLeft ? right_to_left_.get() : left_to_right_.get();
  out.layout = Layout(pango_layout_new(context), g_object_unref);
  PangoLayout* layout = out.layout.get();
  FontDescription font(pango_font_description_from_string(kFamilies));
  pango_font_description_set_size(font.get(),
                                  static_cast<gint>(std::lround(style.size * PANGO_SCALE)));
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, static_cast<int>(std::floor(width * PANGO_SCALE)));
  pango_layout_set_attributes(layout, attributes.get());
  pango_layout_set_text(layout, out.text.data(), static_cast<int>(out.text.size()));
  const double leading = style.size * (tall ? 1.72 : 1.42);
  // Physical side: a text of the other direction keeps to the document's side while it fits a line.
  const int count = pango_layout_get_line_count(layout);
  const Direction start = count > 1 ? inner : outer;
  const bool end = align == Align::kEnd;
  const bool right = (start == Direction::kRightToLeft) != end;
  LayoutIterator iterator(pango_layout_get_iter(layout));
  for (int i = 0; i < count; ++i) {
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout, i);
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    const double room = width - points(extents.width);
    Shaped::Line measured;
    measured.width = points(extents.width);
    measured.height = leading;
    measured.baseline = leading * (tall ? 0.68 : 0.74);
    measured.left = align == Align::kCenter ? room / 2 : right ? room : 0;
    const auto stop = static_cast<std::size_t>(line->start_index + line->length);
    measured.soft =
        i + 1 < count && stop > 0 && stop <= out.text.size() && out.text[stop - 1] == ' ';
    out.lines.push_back(measured);
  }
  out.height = count * leading;
  return out;
}

}  // namespace parley::report
