// Owners for what Pango, Cairo, GLib and fontconfig hand out.
#pragma once

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <memory>

namespace parley::report {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* it) const {
    release(it);
  }
};

template <class T>
using Shared = std::unique_ptr<T, Release<g_object_unref>>;

using FontMap = Shared<PangoFontMap>;
using Context = Shared<PangoContext>;
using Layout = std::shared_ptr<PangoLayout>;  // released by g_object_unref
using AttributeList = std::unique_ptr<PangoAttrList, Release<pango_attr_list_unref>>;
using FontDescription = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;
using LayoutIterator = std::unique_ptr<PangoLayoutIter, Release<pango_layout_iter_free>>;
using FontConfig = std::unique_ptr<FcConfig, Release<FcConfigDestroy>>;
using FontPattern = std::unique_ptr<FcPattern, Release<FcPatternDestroy>>;
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>>;
using FontFace = std::unique_ptr<cairo_font_face_t, Release<cairo_font_face_destroy>>;
using ScaledFont = std::unique_ptr<cairo_scaled_font_t, Release<cairo_scaled_font_destroy>>;

}  // namespace parley::report
