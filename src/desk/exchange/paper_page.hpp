// What every paper of an exchange is made from, and what all of them share: the head, the words,
// the signatures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/claim/status.hpp"
#include "desk/exchange/paper_people.hpp"
#include "desk/exchange/paper_words.hpp"
#include "document/document.hpp"
#include "exchange/eligible.hpp"
#include "exchange/planned.hpp"

namespace parley::desk {

// Everything the papers of one recipient are made from. What is referred to must outlive them.
struct PaperDesk {
  const exchange::View& view;
  const exchange::Plans::KeptPlan& plan;
  const exchange::planning::Terms& terms;
  std::optional<record::EntryId> party;    // absent: the desk
  const exchange::Numbers& own_numbers;    // those of the party's sheets
  const exchange::Numbers& stage_numbers;  // the same for everybody
  const std::vector<ClaimLine>& claims;    // as the recipient may know them
  const exchange::Eligible& eligible;      // when the plan was made; reasons are the desk's alone
  bool most_proved = false;
  std::string mark;
  bool overtaken = false;  // some of its people are no longer ready
};

class PaperPage {
 public:
  PaperPage(const PaperDesk& desk, document::Language language)
      : desk_(desk), language_(language), people_(desk.view, desk.party, desk.eligible.held_row) {}

  const PaperDesk& desk() const { return desk_; }
  const exchange::planning::Plan& plan() const { return desk_.plan.value.plan; }
  const PaperPeople& people() const { return people_; }
  document::Language language() const { return language_; }

  std::string word(PaperWord word) const { return std::string(paper_word(word, language_)); }
  std::string word(PaperWord one, std::initializer_list<std::string_view> values) const {
    return paper_word(one, language_, values);
  }
  std::string party(exchange::planning::PartyIndex index) const;
  std::string name(const record::EntryId& party) const;

  // Of a leg's people those that the recipient may know of: a party of the terms all of whom it
  // hands over or receives; who only stands under one, whom it claimed or is said to hold itself.
  std::vector<record::EntryId> known(const exchange::planning::Leg& leg,
                                     const std::vector<record::EntryId>& people) const;
  // Whether the recipient may know of anybody there.
  bool concerns(const exchange::planning::Leg& leg) const;
  bool concerns(std::size_t stage) const;

  // An empty document with title, facts, mark and footer.
  document::Document start(std::string title) const;
  // A section with room for each of these parties and the intermediary to sign.
  void sign(document::Document& document, const std::vector<std::string>& parties) const;

 private:
  bool may_know(const exchange::planning::Leg& leg, const record::EntryId& person) const;

  const PaperDesk& desk_;
  document::Language language_;
  PaperPeople people_;
};

}  // namespace parley::desk
