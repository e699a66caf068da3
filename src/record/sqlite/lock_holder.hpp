// Who holds a file: for the message of the process that waited in vain.
#pragma once

#include <filesystem>
#include <string>

namespace parley::record::sqlite {

// "parley (process 4711, user anna)", from /proc/locks; "another process" where that cannot be
// told (another machine, another container).
std::string lock_holder(const std::filesystem::path& path);

}  // namespace parley::record::sqlite
