// How a report names what stands in a dossier: parties, speakers, measures, sources, dates,
// statements.
//
// Promises: what was entered stands in isolated runs, with its language where that is known;
// parley's own words beside it are in the report's language, in brackets where they could be taken
// for what was entered. What may not be read here is said to be so, never left blank. Does not: lay
// out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/report/labels.hpp"
#include "document/text.hpp"
#include "dossier/status.hpp"
#include "dossier/view.hpp"

namespace parley::desk {

class Wording {
 public:
  // The dossier must outlive it.
  Wording(const dossier::Dossier& dossier, document::Language language)
      : dossier_(dossier), language_(language) {}

  std::string word(Label label) const { return std::string(desk::label(label, language_)); }
  std::string aside(Label label) const { return "(" + word(label) + ")"; }
  document::Text labelled(Label label, document::Text value) const;       // "For: the desk"
  document::Text joined(const std::vector<document::Text>& parts) const;  // by commas

  // Text in the language a BCP 47 tag names; where the tag says a script of its own, or nothing
  // known, the direction is that of the first letter.
  document::Run entered(std::string_view text, std::string_view tag,
                        document::Face face = document::Face::kPlain) const;
  document::Text named(const dossier::Names& names) const;

  document::Text party(const record::EntryId& id) const;
  document::Text measure(const record::EntryId& id) const;
  document::Text source(const record::EntryId& id) const;  // "RT (news report)"
  // Each on a line. Under a party's heading (`under`), its speakers are named without it.
  document::Text speakers(const std::vector<dossier::Speaker>& speakers,
                          const std::optional<record::EntryId>& under = {}) const;
  // Whose word a statement is: its speakers', else its source's.
  document::Text who(const dossier::Kept<dossier::Statement>& statement) const;
  document::Text word(const dossier::Word& word) const;
  document::Text holder(const dossier::Holder& holder) const;

  // Our words, then theirs in the quotation marks of their language: one run where all may be read.
  document::Text text_of(const dossier::Kept<dossier::Statement>& statement) const;
  document::Text stance_of(const dossier::Kept<dossier::Statement>& statement,
                           document::Face face = document::Face::kPlain) const;

  std::string date(const std::optional<Date>& date) const;
  // Said, else reported, with its marks in brackets.
  document::Text date_of(const dossier::Kept<dossier::Statement>& statement) const;
  std::string entry(std::uint64_t index) const;  // "entry 31"

  document::Language language() const { return language_; }

 private:
  document::Text speaker(const dossier::Speaker& speaker,
                         const std::optional<record::EntryId>& under = {}) const;

  const dossier::Dossier& dossier_;
  document::Language language_;
};

// True if the field of the newest version may not be read here.
bool is_withheld(const dossier::Kept<dossier::Statement>& statement, std::int64_t field);

}  // namespace parley::desk
