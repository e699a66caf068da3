// A folder of papers: written whole, never beside an older plan's.
//
// Promises: finish() leaves the papers that were added and no others; until then nothing but files
// NAME.part is in the folder that was not there. If finish() is not reached, those go, and so does
// the folder if it was made. Does not: touch a file that is not named as a paper is.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "cli/staged_file.hpp"

namespace parley::cli {

class PapersFolder {
 public:
  explicit PapersFolder(std::string folder) : folder_(std::move(folder)) {}
  ~PapersFolder();
  PapersFolder(const PapersFolder&) = delete;
  PapersFolder& operator=(const PapersFolder&) = delete;

  // Makes the folder if it is not there. Error (kUsage): it holds papers, and they are not to be
  // replaced; (kIo).
  Result<void> open(bool replace);
  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  // A file of that name, to be written by anybody before finish(). Not for several threads.
  StagedFile& add(const std::string& name) { return files_.emplace_back(path(name)); }
  Result<void> finish();

 private:
  std::string folder_;
  bool made_ = false;
  std::vector<std::string> old_;  // names of papers found
  std::deque<StagedFile> files_;
};

// "annex-stage-02-ar.pdf"
bool named_as_paper(const std::string& name);

}  // namespace parley::cli
