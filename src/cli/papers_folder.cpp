#include "cli/papers_folder.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <regex>

namespace parley::cli {

namespace fs = std::filesystem;

bool named_as_paper(const std::string& name) {
  static const std::regex kPaper(
      "(summary|disputes|missing|(annex|manifest)-stage-[0-9]{2,})-(en|ar|fr|ru|uk)"
      "[.](html|pdf|xlsx)");
  return std::regex_match(name, kPaper);
}

PapersFolder::~PapersFolder() {
  files_.clear();
  std::error_code ignored;
  if (made_) fs::remove(folder_, ignored);  // only if it is empty
}

Result<void> PapersFolder::open(bool replace) {
  std::error_code code;
  made_ = fs::create_directories(folder_, code);
  if (code) return fail(Fault::kIo, "the folder cannot be made: " + folder_);
  for (fs::directory_iterator at(folder_, code), end; !code && at != end; at.increment(code)) {
    if (named_as_paper(at->path().filename().string())) {
      old_.push_back(at->path().filename().string());
    }
  }
  if (code) return fail(Fault::kIo, "the folder cannot be read: " + folder_);
  if (old_.empty() || replace) return {};
  return fail(Fault::kUsage,
              fmt::format("{} holds papers already: give a new or an empty folder, or --replace, "
                          "which takes away the {} papers in it",
                          folder_, old_.size()));
}

Result<void> PapersFolder::finish() {
  made_ = false;
  for (StagedFile& file : files_) PARLEY_TRY(file.finish());
  for (const std::string& name : old_) {
    const bool written = std::any_of(files_.begin(), files_.end(), [&](const StagedFile& file) {
      return file.name() == path(name);
    });
    std::error_code code;
    if (!written) fs::remove(path(name), code);
    if (code) return fail(Fault::kIo, path(name) + " cannot be taken away");
  }
  return {};
}

}  // namespace parley::cli
