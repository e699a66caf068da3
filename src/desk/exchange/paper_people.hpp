// How a person stands in a paper for one recipient: only by what that recipient may read.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "desk/exchange/open.hpp"
#include "document/text.hpp"

namespace parley::desk {

class PaperPeople {
 public:
  // `party` absent: the desk, which reads everything. The view must outlive it.
  // `held_row`: of claims, the row of the holder's list that the plan took them to be.
  PaperPeople(const exchange::View& view, std::optional<record::EntryId> party,
              const std::map<record::EntryId, record::EntryId>& held_row)
      : view_(view), party_(party), held_row_(held_row) {}

  // Whether the recipient may read that field of that row.
  bool may_read(const exchange::Row& row, exchange::Field field) const;
  // The cell as received, or "" where it is empty or may not be read.
  std::string text(const exchange::Row& row, exchange::Field field) const;
  // The whole name, else its parts in order, else another spelling, else an alias that may be read.
  std::string name(const exchange::Row& row) const;
  // The date of birth as read, as precise as it is, and "about" where it was written so; else the
  // age as written, and of what day.
  std::string born(const exchange::Row& row, document::Language language) const;
  // Origin, else place of birth, whichever may be read.
  std::string from(const exchange::Row& row) const;
  // The recipient's own reference: of its own claim, or as its own answer gave it, or of the row of
  // its own list.
  std::string reference(const exchange::Row& row) const;

  const exchange::Row& row_of(const record::EntryId& claim) const {
    return *view_.lists.row(claim);
  }

 private:
  bool is_own(const exchange::Row& row) const;

  const exchange::View& view_;
  std::optional<record::EntryId> party_;
  const std::map<record::EntryId, record::EntryId>& held_row_;
};

}  // namespace parley::desk
