// The exchange on paper: summary, annexes, manifests and receipts, disputes, what is missing.
//
// Promises: a paper for a party is made of what that party may read and of nothing else: its own
// people, and of others' the fields that go with a name or were released for it; reasons, matches
// and unlocks stand in the desk's papers only. Who is no party of the terms but stands under one
// gets the names that it claimed or is said to hold, and no others of that party's. Both sides'
// annexes of one stage name the same people in the same order under the same numbers; beside it
// stands the number of the party's own sheets. The same record and plan give the same papers. Does
// not: render, or write files.
#pragma once

#include <string>
#include <vector>

#include "desk/exchange/plan.hpp"
#include "document/document.hpp"

namespace parley::desk {

struct PapersRequest {
  std::optional<std::string> party;  // handle; absent: the desk's own
  std::vector<document::Language> languages = {document::Language::kEnglish};
  std::string plan;  // the start of its id; empty: the latest
  std::string mark;  // at the head of every page besides whom it is for; may be empty
  // Though some of its people may not be in a plan now: every paper then says so, without a reason.
  bool as_planned = false;
};

struct Paper {
  std::string name;  // "annex-stage-02-ar", without an ending
  document::Document document;
};

struct Papers {
  std::vector<Paper> papers;
  Since since;
};
// Error: kNotFound, no plan or no such party; kRefused, also of a plan some of whose people are no
// longer ready.
Result<Papers> papers(Session& session, const PapersRequest& request);

}  // namespace parley::desk
