// What a party wrote into its sheets comes back: answers, remarks, replies.
//
// A row is found by its number, and by its round it is known what was asked. Each answer is judged
// as a step of its claim; what is refused, damaged, doubled or missing is told by row and column,
// never by what a cell holds. A row that bears the name of another number is not taken: one of the
// two is wrong. The same file a second time changes nothing.
#pragma once

#include <string>
#include <vector>

#include "desk/session.hpp"

namespace parley::desk {

struct MergeRequest {
  std::string party;  // who wrote it; a handle or a name
  std::string file;   // its name, for messages
  std::string bytes;  // XLSX, ODS or separated text
};

// Something about one cell, or one row.
struct MergeFinding {
  std::string sheet;  // its name; empty in a file without
  std::uint64_t row = 0;
  std::string column;  // its header as it came; empty: the row
  std::string number;  // where it is known
  std::string reason;
};

struct Merged {
  std::string party;
  std::size_t rows = 0;
  std::size_t answers = 0;
  std::size_t remarks = 0;
  std::size_t final_replies = 0;
  std::size_t last_remarks = 0;
  std::size_t unchanged = 0;          // in the record already
  std::size_t open = 0;               // left without an answer
  std::size_t repeated = 0;           // the same row once more
  std::size_t unknown_numbers = 0;    // rows with a number that has not gone to the party
  std::vector<MergeFinding> refused;  // not taken: somebody has to look; as the file has them
  std::vector<MergeFinding> notes;    // taken, and worth a look
  std::vector<std::string> missing;  // numbers that went out, still await a word, and are not in it
  std::vector<record::EntryId> ids;
  std::uint64_t size = 0;

  std::size_t taken() const { return answers + remarks + final_replies + last_remarks; }
  bool needs_a_person() const { return !refused.empty() || !notes.empty() || !missing.empty(); }
};

// Error (kBadInput): no such sheet; and those of table::read_sheets().
Result<Merged> merge_sheet(Session& session, const MergeRequest& request);

}  // namespace parley::desk
