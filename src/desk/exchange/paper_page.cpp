#include "desk/exchange/paper_page.hpp"

#include <algorithm>
#include <iterator>

#include "desk/report/labels.hpp"

namespace parley::desk {

using document::as_entered;
using document::Cell;
using document::Document;
using document::Section;
using document::Table;
using document::Text;
using exchange::planning::Leg;
using exchange::planning::PartyIndex;
using record::EntryId;
using Word = PaperWord;

std::string PaperPage::party(PartyIndex index) const {
  const auto id = desk_.view.dossier.find(dossier::Kind::kParty, plan().parties[index]);
  return id ? name(*id) : plan().parties[index];
}

std::string PaperPage::name(const EntryId& party) const {
  return desk_.view.name_of(party, document::tag(language_));
}

bool PaperPage::may_know(const Leg& leg, const EntryId& person) const {
  if (!desk_.party) return true;
  const std::string handle = desk_.view.handle_of(*desk_.party);
  const auto& parties = plan().parties;
  if (std::find(parties.begin(), parties.end(), handle) != parties.end()) {
    return parties[leg.from] == handle || parties[leg.to] == handle;
  }
  const exchange::Claim* claim = desk_.view.claims.claim(person);
  return claim != nullptr && (claim->claimant == *desk_.party || claim->holder == *desk_.party);
}

std::vector<EntryId> PaperPage::known(const Leg& leg, const std::vector<EntryId>& people) const {
  std::vector<EntryId> out;
  std::copy_if(people.begin(), people.end(), std::back_inserter(out),
               [&](const EntryId& person) { return may_know(leg, person); });
  return out;
}

bool PaperPage::concerns(const Leg& leg) const {
  return !known(leg, leg.first).empty() || !known(leg, leg.others).empty();
}

bool PaperPage::concerns(std::size_t stage) const {
  const auto& legs = plan().stages[stage].legs;
  return std::any_of(legs.begin(), legs.end(), [this](const Leg& leg) { return concerns(leg); });
}

Document PaperPage::start(std::string title) const {
  Document out;
  out.language = language_;
  out.title = std::move(title);
  out.date = desk_.plan.value.on.iso();
  const std::string whom =
      desk_.party ? name(*desk_.party) : std::string(label(Label::kDesk, language_));
  Text mark(word(Word::kForParty) + std::string(label(Label::kColon, language_)));
  mark += as_entered(whom);
  if (!desk_.mark.empty()) mark += " · " + desk_.mark;
  out.mark = mark;
  out.footer = Text(word(Word::kPlan) + " ");
  out.footer += document::code(desk_.plan.id.hex().substr(0, 12));
  out.facts.push_back({word(Word::kForParty), as_entered(whom)});
  out.facts.push_back({word(Word::kPlan), document::code(desk_.plan.id.hex().substr(0, 16))});
  out.facts.push_back({word(Word::kMadeFor), desk_.plan.value.on.iso()});
  if (desk_.overtaken) out.subtitle = word(Word::kAsPlanned);
  out.facts.push_back(
      {word(Word::kTerms), document::code(desk_.plan.value.terms.hex().substr(0, 16))});
  out.facts.push_back({word(Word::kCheckpointAt), std::to_string(desk_.plan.value.size)});
  return out;
}

void PaperPage::sign(Document& document, const std::vector<std::string>& parties) const {
  Section& section = document.add(word(Word::kSignatures));
  Table table;
  table.whole = true;
  table.columns = {{word(Word::kFor), 3},
                   {word(Word::kSignatory), 4},
                   {word(Word::kSignature), 4},
                   {word(Word::kDateAndPlace), 3}};
  std::vector<std::string> rows = parties;
  rows.push_back(word(Word::kIntermediary));
  for (const std::string& one : rows) {
    // Room to write in: a line break in every cell.
    table.rows.push_back(
        {{Cell(Text(as_entered(one)), true), Cell("\n\n"), Cell("\n\n"), Cell("\n\n")}});
  }
  section.add(std::move(table));
}

}  // namespace parley::desk
