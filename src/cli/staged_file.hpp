// A file that belongs to an act: written before the act, named after it.
//
// Promises: what write() took is on the disk, mode 0600, under NAME.part, before it returns;
// finish() gives it its name. If the program ends between, the file lies there as NAME.part: the
// record tells that it went out, and nothing is lost. If the act fails, the part goes.
#pragma once

#include <string>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace parley::cli {

class StagedFile {
 public:
  explicit StagedFile(std::string name) : name_(std::move(name)) {}
  ~StagedFile();
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;

  const std::string& name() const { return name_; }

  // Error (kUsage): NAME is there and is not a file; (kIo).
  Result<void> write(ByteView bytes);
  // Does nothing where nothing was written. Error (kIo): the part then stays.
  Result<void> finish();

 private:
  std::string part() const { return name_ + ".part"; }

  std::string name_;
  bool written_ = false;
};

}  // namespace parley::cli
