// The lists there are, and the people on one of them, as a key may read them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/list/access.hpp"
#include "exchange/person.hpp"

namespace parley::desk {

struct ListSummary {
  struct Version {
    record::EntryId id;
    std::optional<std::int64_t> time;
    std::optional<Date> date;
    std::string file;
    std::string format;
    std::int64_t rows = 0;
    std::size_t dropped = 0;
    bool consent = true;
    std::string holder;  // handle
  };

  std::string key;
  exchange::ListKind kind = exchange::ListKind::kSought;
  std::string by;  // handle
  std::vector<Version> versions;
  std::size_t people = 0;  // that stand
  std::size_t dropped = 0;
  std::size_t unread = 0;  // rows that nobody could be read from and that stand
};

struct ListsAnswer {
  std::vector<ListSummary> lists;
  std::vector<std::string> problems;
  std::uint64_t withheld = 0;
};

Result<ListsAnswer> list_lists(const Session& session);

// A bad cell, by its header.
struct ShownFlaw {
  std::size_t column = 0;  // from 1
  std::string header;
  std::string reason;
};

// The date as read, in ISO, or the age as written; "" of neither.
std::string birth_of(const exchange::Person& person);

struct ShownPerson {
  record::EntryId id;
  std::int64_t row = 0;
  std::string file;
  std::string name;  // to show
  std::string reference;
  std::string birth;  // birth_of()
  std::string sex;    // "male", "female" or ""
  bool insufficient = false;
  std::vector<ShownFlaw> flaws;
};

struct ShownUnread {
  record::EntryId id;
  std::int64_t row = 0;
  std::string file;
  std::string reason;
};

struct ShownList {
  ListSummary summary;
  std::vector<exchange::Column> columns;  // of the latest version
  std::vector<ShownPerson> people;        // that stand, in the order of the record
  std::vector<ShownUnread> unread;
  std::vector<std::string> problems;
};

// Error (kNotFound): no such list that this key may read.
Result<ShownList> show_list(const Session& session, const std::string& key);

}  // namespace parley::desk
