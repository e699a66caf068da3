#include "report/fonts.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <string_view>
#include <utility>

#include "report/font_configuration.hpp"

namespace parley::report {
namespace {

struct File {
  std::string_view name;
  std::string_view package;
};

constexpr File kFiles[] = {
    {"NotoSans-Regular.ttf", "fonts-noto-core"},
    {"NotoSans-Bold.ttf", "fonts-noto-core"},
    {"NotoSans-Italic.ttf", "fonts-noto-core"},
    {"NotoSans-BoldItalic.ttf", "fonts-noto-core"},
    {"NotoNaskhArabic-Regular.ttf", "fonts-noto-core"},
    {"NotoNaskhArabic-Bold.ttf", "fonts-noto-core"},
    {"NotoSansHebrew-Regular.ttf", "fonts-noto-core"},
    {"NotoSansHebrew-Bold.ttf", "fonts-noto-core"},
    {"NotoSansMath-Regular.ttf", "fonts-noto-core"},
    {"NotoSansSymbols2-Regular.ttf", "fonts-noto-core"},
    {"NotoSansMono-Regular.ttf", "fonts-noto-mono"},
    {"NotoSansMono-Bold.ttf", "fonts-noto-mono"},
};

}  // namespace

Fonts::Fonts() : configuration_(std::make_unique<Configuration>()) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

Result<Fonts> Fonts::load(const std::string& directory) {
  Fonts fonts;
  FontConfig config(FcConfigCreate());
  if (!config) return fail(Fault::kIo, "fontconfig gives no configuration");
  for (const File& file : kFiles) {
    const std::string path = fmt::format("{}/{}", directory, file.name);
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code)) {
      return fail(Fault::kNotFound, fmt::format("the font {} is missing: install the package {}",
                                                path, file.package));
    }
    if (!FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(path.c_str()))) {
      return fail(Fault::kIo, fmt::format("the font {} cannot be read: reinstall the package {}",
                                          path, file.package));
    }
  }
  fonts.configuration_->config = std::move(config);
  return fonts;
}

}  // namespace parley::report
