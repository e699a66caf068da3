#include "desk/exchange/stage_papers.hpp"

#include <algorithm>

namespace parley::desk {
namespace {

using document::as_entered;
using document::Cell;
using document::Document;
using document::Paragraph;
using document::Section;
using document::Table;
using document::Text;
using exchange::Field;
using exchange::Row;
using exchange::planning::Leg;
using exchange::planning::PartyIndex;
using record::EntryId;
using Word = PaperWord;

Table people_table(const PaperPage& page, bool with_checks) {
  Table table;
  table.columns = {{page.word(Word::kNumber), with_checks ? 6 : 5}};
  if (with_checks) {
    table.columns.push_back({page.word(Word::kName), 7});
    table.columns.push_back({page.word(Word::kBorn), 5});
    for (const Word one :
         {Word::kPresent, Word::kInterviewed, Word::kFit, Word::kBoarded, Word::kReceived}) {
      table.columns.push_back({page.word(one), 4, document::Align::kCenter});
    }
    return table;
  }
  if (page.desk().party) {
    table.columns.push_back({page.word(Word::kYourNumber), 5});
    table.columns.push_back({page.word(Word::kYourReference), 4});
  }
  table.columns.push_back({page.word(Word::kName), 7});
  table.columns.push_back({page.word(Word::kMother), 4});
  table.columns.push_back({page.word(Word::kBorn), 5});
  table.columns.push_back({page.word(Word::kOrigin), 3});
  return table;
}

void add_people(const PaperPage& page, Table& table, std::vector<EntryId> people,
                bool with_checks) {
  // By number, which is random: the order tells nothing of lists or of who was taken when.
  std::sort(people.begin(), people.end(), [&page](const EntryId& a, const EntryId& b) {
    return page.desk().stage_numbers.of(a) < page.desk().stage_numbers.of(b);
  });
  for (const EntryId& id : people) {
    const Row& row = page.people().row_of(id);
    document::Row out;
    out.cells.emplace_back(document::code(page.desk().stage_numbers.of(id)));
    if (with_checks) {
      out.cells.emplace_back(Text(as_entered(page.people().name(row))), true);
      out.cells.emplace_back(Text(as_entered(page.people().born(row, page.language()))));
      for (int i = 0; i < 5; ++i) out.cells.emplace_back("☐");
    } else {
      if (page.desk().party) {
        out.cells.emplace_back(document::code(page.desk().own_numbers.of(id)));
        out.cells.emplace_back(Text(as_entered(page.people().reference(row))));
      }
      out.cells.emplace_back(Text(as_entered(page.people().name(row))), true);
      out.cells.emplace_back(Text(as_entered(page.people().text(row, Field::kMother))));
      out.cells.emplace_back(Text(as_entered(page.people().born(row, page.language()))));
      out.cells.emplace_back(Text(as_entered(page.people().from(row))));
    }
    table.rows.push_back(std::move(out));
  }
}

void add_group(const PaperPage& page, Table& table, Word heading,
               const std::vector<EntryId>& people, bool with_checks) {
  if (people.empty()) return;
  table.rows.push_back({{Cell(
      Text(document::bold(page.word(heading) + " (" + std::to_string(people.size()) + ")")))}});
  add_people(page, table, people, with_checks);
}

}  // namespace

Document annex(const PaperPage& page, std::size_t at) {
  Document out = page.start(page.word(Word::kAnnex, {std::to_string(at + 1)}));
  std::vector<std::string> parties;
  for (const Leg& leg : page.plan().stages[at].legs) {
    if (!page.concerns(leg)) continue;
    Section& section =
        out.add(page.word(Word::kHandsOver, {page.party(leg.from), page.party(leg.to)}));
    Table table = people_table(page, false);
    add_group(page, table, Word::kOutsideParity, page.known(leg, leg.first), false);
    add_group(page, table, Word::kByRule, page.known(leg, leg.others), false);
    table.keep_with_next = true;
    section.add(std::move(table));
    for (const PartyIndex one : {leg.from, leg.to}) {
      if (std::find(parties.begin(), parties.end(), page.party(one)) == parties.end()) {
        parties.push_back(page.party(one));
      }
    }
  }
  out.sections.back().add(Paragraph{page.word(Word::kWithoutPrejudice), true, true});
  page.sign(out, parties);
  return out;
}

Document manifest(const PaperPage& page, std::size_t at) {
  Document out = page.start(page.word(Word::kManifest, {std::to_string(at + 1)}));
  bool first = true;
  for (const Leg& leg : page.plan().stages[at].legs) {
    if (!page.concerns(leg)) continue;
    if (!first) out.sections.back().add(document::PageBreak{});
    first = false;
    Section& section =
        out.add(page.word(Word::kHandsOver, {page.party(leg.from), page.party(leg.to)}));
    Table table = people_table(page, true);
    std::vector<EntryId> all = leg.first;
    all.insert(all.end(), leg.others.begin(), leg.others.end());
    add_people(page, table, page.known(leg, all), true);
    table.keep_with_next = true;
    section.add(std::move(table));
    Section& receipt = out.add(page.word(Word::kReceipt));
    receipt.add(Paragraph{page.word(Word::kReceiptText, {page.party(leg.from), page.party(leg.to)}),
                          false, true});
    receipt.add(Paragraph{page.word(Word::kWithoutPrejudice), true, true});
    page.sign(out, {page.party(leg.from), page.party(leg.to)});
  }
  return out;
}

}  // namespace parley::desk
