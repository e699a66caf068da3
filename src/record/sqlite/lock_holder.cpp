#include "record/sqlite/lock_holder.hpp"

#include <fmt/core.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <fstream>
#include <optional>
#include <sstream>

namespace parley::record::sqlite {
namespace {

// From /proc/PID/status: the folder itself belongs to root where a process keeps its memory shut.
std::string describe(long pid) {
  std::ifstream status(fmt::format("/proc/{}/status", pid));
  std::string command;
  std::optional<uid_t> owner;
  for (std::string line; std::getline(status, line);) {
    std::istringstream words(line);
    std::string label;
    words >> label;
    if (label == "Name:") words >> command;
    uid_t id = 0;
    if (label == "Uid:" && words >> id) owner = id;
  }
  if (command.empty() || !owner) return fmt::format("process {}", pid);
  const passwd* user = getpwuid(*owner);
  const std::string name = user != nullptr ? user->pw_name : std::to_string(*owner);
  return fmt::format("{} (process {}, user {})", command, pid, name);
}

}  // namespace

std::string lock_holder(const std::filesystem::path& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return "another process";
  // Lines like "1: POSIX  ADVISORY  WRITE 4711 fe:00:1234 1073741824 1073742335". The inode alone
  // is compared: device numbers differ between stat and the kernel on some file systems.
  const std::string inode = fmt::format(":{}", info.st_ino);
  std::ifstream locks("/proc/locks");
  std::string line;
  while (std::getline(locks, line)) {
    std::istringstream words(line);
    std::string number, kind, advisory, access, place;
    long pid = 0;
    words >> number >> kind;
    if (kind == "->") continue;  // a waiter
    words >> advisory >> access >> pid >> place;
    if (access == "WRITE" && place.ends_with(inode) && pid > 0 && pid != getpid()) {
      return describe(pid);
    }
  }
  return "another process";
}

}  // namespace parley::record::sqlite
