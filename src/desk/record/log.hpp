// The record as a list: one line an entry that the key may read, and what it may not, counted.
#pragma once

#include "desk/session.hpp"

namespace parley::desk {

struct LogLine {
  record::EntryId id;
  std::uint64_t index = 0;
  std::string kind;
  std::optional<std::int64_t> time;
  std::string author;    // the key's name, or its first digits where it has none
  std::string office;
  std::string audience;  // its name, or "" where this key does not know it
};

struct Log {
  std::vector<LogLine> lines;
  std::uint64_t size = 0;      // entries in the record, act closings included
  std::uint64_t withheld = 0;
  std::uint64_t erased = 0;
};

Result<Log> log(const Session& session, const std::optional<std::string>& party = {});

// One entry whole: every field, as it is recorded.
struct Shown {
  record::Opened entry;
  LogLine line;
  std::vector<std::int64_t> withheld_fields;
};
Result<Shown> show(const Session& session, const std::string& digits);

// How an author is called: by the registry, "the record itself", or by digits.
std::string author_name(const policy::Registry& registry, const record::KeyId& author);

}  // namespace parley::desk
