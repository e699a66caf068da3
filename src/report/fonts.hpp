// The fonts of printed documents: a fixed list of files, through a fontconfig configuration of our
// own.
//
// Promises: the system's and the user's font configuration is never read for choosing a font, so a
// document looks the same wherever the packages of the same version are installed. A file that is
// missing is an error that names the Debian package to install. Once loaded, Fonts may be used by
// several threads at once.
// Families: Noto Sans (Latin, Cyrillic, Greek), Noto Naskh Arabic, Noto Sans Hebrew, Noto Sans Mono
// (ids), Noto Sans Math and Noto Sans Symbols2 (arrows, signs). Packages: fonts-noto-core,
// fonts-noto-mono.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"

namespace parley::report {

inline constexpr const char* kFontDirectory = "/usr/share/fonts/truetype/noto";

class Fonts {
 public:
  // Errors: kNotFound (a file is missing), kIo (fontconfig cannot read it).
  static Result<Fonts> load(const std::string& directory = kFontDirectory);

  Fonts(Fonts&&) noexcept;
  Fonts& operator=(Fonts&&) noexcept;
  ~Fonts();

  struct Configuration;  // for the renderer
  const Configuration& configuration() const { return *configuration_; }

 private:
  Fonts();
  std::unique_ptr<Configuration> configuration_;
};

}  // namespace parley::report
