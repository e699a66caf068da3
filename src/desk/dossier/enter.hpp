// Entering what the dossier is made of: parties, places, sources, measures, statements, grades;
// one by one, or from files.
#pragma once

#include <functional>
#include <map>

#include "desk/session.hpp"
#include "dossier/import.hpp"

namespace parley::desk {

// Who may read what is entered. Grades are the desk's always.
struct Audiences {
  std::string of_entry = "all";
  // Fields with an audience of their own, by number.
  std::map<std::int64_t, std::string> of_fields;
};

// Error (kBadInput): flaws of the draft, each named; (kUsage): its key is taken.
Result<Written> enter(Session& session, const dossier::Draft& draft, const Audiences& audiences);

// A later entry that stands in the place of an earlier one: a new body, or a withdrawal. Nothing of
// the earlier one goes. One corrects one's own; the desk anything.
struct CorrectRequest {
  std::string entry;  // digits of the id of the object's first entry, or a statement's handle
  // What to make of the object as it stands; empty: it is withdrawn.
  std::function<Result<dossier::Draft>(dossier::Draft now)> edit;
  std::string reason;
};
Result<Written> correct(Session& session, const CorrectRequest& request);

struct ImportRequest {
  struct File {
    std::string name;
    std::string text;
  };
  std::vector<File> files;
  std::string audience = "all";
  bool with_changes = false;  // write changed rows as corrections, not only report them
  std::string reason;         // of such corrections
};

struct Imported {
  std::uint64_t added = 0;
  std::uint64_t corrected = 0;
  std::uint64_t unchanged = 0;
  std::vector<dossier::Change> changes;  // reported, not written
  std::vector<dossier::BadRow> bad;
  std::uint64_t size = 0;
};

// Good rows go in, in one act; bad ones are reported. A second time adds nothing.
Result<Imported> import_files(Session& session, const ImportRequest& request);

}  // namespace parley::desk
