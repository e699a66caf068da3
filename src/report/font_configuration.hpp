// What Fonts holds; for the renderer's own files only.
#pragma once

#include "report/fonts.hpp"
#include "report/owned.hpp"

namespace parley::report {

struct Fonts::Configuration {
  FontConfig config;
};

// Families in order of preference, by the script of a stretch of text.
inline constexpr const char* kFamilies =
    "Noto Sans,Noto Naskh Arabic,Noto Sans Hebrew,Noto Sans Math,Noto Sans Symbols2";
inline constexpr const char* kArabicFamilies =
    "Noto Naskh Arabic,Noto Sans,Noto Sans Math,Noto Sans Symbols2";
inline constexpr const char* kHebrewFamilies =
    "Noto Sans Hebrew,Noto Sans,Noto Sans Math,Noto Sans Symbols2";
inline constexpr const char* kCodeFamilies =
    "Noto Sans Mono,Noto Sans,Noto Naskh Arabic,Noto Sans Hebrew,Noto Sans Math,Noto Sans Symbols2";

}  // namespace parley::report
