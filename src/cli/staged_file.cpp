#include "cli/staged_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

namespace parley::cli {
namespace {

bool write_all(int file, ByteView bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t done = ::write(file, bytes.data() + at, bytes.size() - at);
    if (done <= 0) return false;
    at += static_cast<std::size_t>(done);
  }
  return fsync(file) == 0;
}

void sync_folder(const std::string& name) {
  std::filesystem::path folder = std::filesystem::path(name).parent_path();
  if (folder.empty()) folder = ".";
  const int open_folder = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (open_folder < 0) return;
  fsync(open_folder);
  ::close(open_folder);
}

}  // namespace

StagedFile::~StagedFile() {
  if (written_) ::unlink(part().c_str());
}

Result<void> StagedFile::write(ByteView bytes) {
  std::error_code ignored;
  const auto target = std::filesystem::status(name_, ignored);
  if (std::filesystem::exists(target) && !std::filesystem::is_regular_file(target)) {
    return fail(Fault::kUsage, name_ + " is there already and is not a file");
  }
  // Anew: what an earlier run left there may be another's, or a link.
  ::unlink(part().c_str());
  const int file = ::open(part().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return fail(Fault::kIo, name_ + " cannot be written");
  written_ = true;
  const bool good = write_all(file, bytes);
  ::close(file);
  if (!good) return fail(Fault::kIo, name_ + " cannot be written");
  sync_folder(name_);
  return {};
}

Result<void> StagedFile::finish() {
  if (!written_) return {};
  written_ = false;
  if (std::rename(part().c_str(), name_.c_str()) != 0) {
    return fail(Fault::kIo, name_ + " cannot be given its name; the file is " + part());
  }
  sync_folder(name_);
  return {};
}

}  // namespace parley::cli
