#include "desk/exchange/summary_paper.hpp"

#include <algorithm>
#include <set>

namespace parley::desk {
namespace {

using document::as_entered;
using document::Cell;
using document::Document;
using document::Paragraph;
using document::Section;
using document::Table;
using document::Text;
using exchange::ClaimState;
using exchange::planning::Leg;
using exchange::planning::PartyIndex;
using exchange::planning::Stage;
using record::EntryId;
using Word = PaperWord;

void add_stages(const PaperPage& page, Document& document) {
  const auto& figures = page.plan().figures;
  Section& section = document.add(page.word(Word::kStages));
  Table table;
  table.columns.push_back({page.word(Word::kStages), 3});
  std::vector<PartyIndex> parties;
  for (PartyIndex i = 0; i < page.plan().parties.size(); ++i) parties.push_back(i);
  for (const PartyIndex i : parties) {
    table.columns.push_back({Text(page.word(Word::kHandedOverBy, {page.party(i)})), 4});
  }
  table.columns.push_back({page.word(Word::kOutsideParity), 3});
  for (const PartyIndex i : parties) {
    table.columns.push_back({Text(page.word(Word::kExposureOf, {page.party(i)})), 4});
  }
  for (std::size_t s = 0; s < page.plan().stages.size(); ++s) {
    const Stage& stage = page.plan().stages[s];
    std::vector<std::size_t> given(parties.size(), 0);
    std::size_t first = 0;
    for (const Leg& leg : stage.legs) {
      given[leg.from] += leg.first.size() + leg.others.size();
      first += leg.first.size();
    }
    document::Row row;
    row.cells.emplace_back(Text(page.word(Word::kStage, {std::to_string(s + 1)})), true);
    for (const std::size_t count : given) row.cells.emplace_back(std::to_string(count));
    row.cells.emplace_back(std::to_string(first));
    for (const std::int64_t heads : stage.exposure) row.cells.emplace_back(std::to_string(heads));
    table.rows.push_back(std::move(row));
  }
  section.add(std::move(table));
  const bool parity_alone = page.desk().terms.counting == exchange::planning::Counting::kParity;
  section.add(
      Paragraph{page.word(parity_alone ? Word::kExposureMeansParity : Word::kExposureMeans), true});
  document.facts.push_back({page.word(Word::kPeople), std::to_string(figures.freed)});
  document.facts.push_back({page.word(Word::kOutsideParity), std::to_string(figures.freed_first)});
  document.facts.push_back({page.word(Word::kStages), std::to_string(page.plan().stages.size())});
  document.facts.push_back(
      {page.word(Word::kWorstExposure), std::to_string(figures.worst_exposure)});
}

void add_first_classes(const PaperPage& page, Document& document) {
  if (page.desk().terms.first.empty()) return;
  Section& section = document.add(page.word(Word::kFirstClasses));
  Table table;
  table.columns = {{page.word(Word::kClassOfPeople), 4}, {page.word(Word::kBasis), 2}, {"", 4}};
  for (const auto& group : page.desk().terms.first) {
    table.rows.push_back({{Cell(std::string(words_of(group.first, page.language()))),
                           Cell(std::string(words_of(group.basis, page.language()))),
                           Cell(Text(as_entered(group.note)))}});
  }
  section.add(std::move(table));
}

std::string unlock(const PaperPage& page, const exchange::planning::Unlock& unlock) {
  using exchange::planning::Change;
  const std::string amount = std::to_string(unlock.amount);
  const std::string more = std::to_string(unlock.more);
  switch (unlock.change) {
    case Change::kPersons:
      return page.word(Word::kUnlockPersons,
                       {amount, page.party(unlock.from), page.party(unlock.to), more});
    case Change::kStages: return page.word(Word::kUnlockStages, {amount, more});
    case Change::kCeiling:
      return page.word(Word::kUnlockCeiling, {amount, page.party(unlock.from), more});
    case Change::kCapacity:
      return page.word(Word::kUnlockCapacity,
                       {amount, page.party(unlock.from), page.party(unlock.to), more});
  }
  return {};
}

void add_reasons(const PaperPage& page, Document& document) {
  Section& section = document.add(page.word(Word::kWhyNot));
  section.add(Paragraph{page.word(Word::kWhyNotMeans), true});
  Table table;
  table.columns = {{page.word(Word::kReason), 6},
                   {page.word(Word::kCount), 2, document::Align::kEnd}};
  const auto line = [&](std::string_view reason, std::size_t count) {
    if (count == 0) return;
    table.rows.push_back({{Cell(std::string(reason)), Cell(std::to_string(count))}});
  };
  for (std::size_t i = 0; i < exchange::kBarCount; ++i) {
    const auto bar = static_cast<exchange::Bar>(i);
    line(words_of(bar, page.language()),
         static_cast<std::size_t>(
             std::count_if(page.desk().eligible.barred.begin(), page.desk().eligible.barred.end(),
                           [bar](const exchange::Barred& one) { return one.bar == bar; })));
  }
  for (int i = 0; i <= static_cast<int>(exchange::planning::Reason::kCeiling); ++i) {
    const auto reason = static_cast<exchange::planning::Reason>(i);
    line(words_of(reason, page.language()),
         static_cast<std::size_t>(
             std::count_if(page.plan().omissions.begin(), page.plan().omissions.end(),
                           [reason](const auto& one) { return one.reason == reason; })));
  }
  if (table.rows.empty()) {
    section.add(Paragraph{page.word(Word::kNobody)});
  } else {
    section.add(std::move(table));
  }
  section.add(Paragraph{page.word(page.desk().most_proved ? Word::kProved : Word::kNotProved)});
  if (page.plan().unlocks.empty()) return;
  Section& unlocks = document.add(page.word(Word::kUnlocks));
  document::List list;
  for (const auto& one : page.plan().unlocks) list.items.emplace_back(unlock(page, one));
  unlocks.add(std::move(list));
}

}  // namespace

Document summary(const PaperPage& page) {
  Document out = page.start(page.word(Word::kSummary));
  add_stages(page, out);
  add_first_classes(page, out);
  if (!page.desk().party) {
    add_reasons(page, out);
  } else {
    std::set<EntryId> going;
    for (const Stage& stage : page.plan().stages) {
      for (const Leg& leg : stage.legs) {
        going.insert(leg.first.begin(), leg.first.end());
        going.insert(leg.others.begin(), leg.others.end());
      }
    }
    const std::string own = page.desk().view.handle_of(*page.desk().party);
    const auto& claims = page.desk().claims;
    const auto left = std::count_if(claims.begin(), claims.end(), [&](const ClaimLine& line) {
      return line.claimant == own && line.state == ClaimState::kAgreed &&
             line.status == exchange::AnswerStatus::kHeld && !going.contains(line.id);
    });
    Section& section = out.add(page.word(Word::kNotInThisPlan));
    section.add(Paragraph{page.word(Word::kNotInThisPlanMeans, {std::to_string(left)})});
  }
  out.sections.back().add(Paragraph{page.word(Word::kWithoutPrejudice), true});
  return out;
}

}  // namespace parley::desk
