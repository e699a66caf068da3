#include "desk/exchange/claim_papers.hpp"

#include <algorithm>
#include <array>
#include <map>

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
using Word = PaperWord;

std::string state_of(const PaperPage& page, ClaimState state) {
  switch (state) {
    case ClaimState::kSubmitted: return page.word(Word::kNotPutYet);
    case ClaimState::kPut: return page.word(Word::kAnswerAwaited);
    case ClaimState::kAnswered:
    case ClaimState::kReplied: return page.word(Word::kRemarkAwaited);
    case ClaimState::kContested: return page.word(Word::kFinalReplyAwaited);
    case ClaimState::kDisputed: return page.word(Word::kCommittee);
    case ClaimState::kWhereaboutsUnknown: return page.word(Word::kWhereaboutsUnknown);
    case ClaimState::kAgreed:
    case ClaimState::kWithdrawn: break;
  }
  return page.word(Word::kAcceptedWord);
}

bool is_open(const ClaimLine& line) {
  return line.state != ClaimState::kAgreed && line.state != ClaimState::kWithdrawn;
}

// A party by its handle; where the recipient may not know it, a dash.
std::string party_of(const PaperPage& page, const std::string& handle) {
  const auto id = page.desk().view.dossier.find(dossier::Kind::kParty, handle);
  return id ? page.name(*id) : "—";
}

// What the claimant says where it contests the answer.
std::string maintained(const PaperPage& page, const ClaimLine& line) {
  using exchange::AnswerStatus;
  const bool said_held =
      line.status == AnswerStatus::kHeld || line.status == AnswerStatus::kHeldWithheld;
  const auto id = page.desk().view.dossier.find(dossier::Kind::kParty, line.holder);
  if (said_held || !id) return page.word(Word::kContestedWord);
  return page.word(Word::kMaintainsHeldBy, {page.name(*id)});
}

std::string number_of(const PaperPage& page, const ClaimLine& line) {
  return line.number.empty() ? page.desk().stage_numbers.of(line.id) : line.number;
}

// By number, which is random: the order tells nothing of the lists.
void sort_by_number(Table& table) {
  std::sort(table.rows.begin(), table.rows.end(),
            [](const document::Row& a, const document::Row& b) {
              return a.cells[0].text.plain() < b.cells[0].text.plain();
            });
}

document::Row settled(const PaperPage& page, const ClaimLine& line) {
  document::Row row;
  row.cells.emplace_back(document::code(number_of(page, line)));
  row.cells.emplace_back(Text(as_entered(line.name)), true);
  row.cells.emplace_back(Text(as_entered(party_of(page, line.claimant))));
  row.cells.emplace_back(Text(as_entered(party_of(page, line.holder))));
  row.cells.emplace_back(line.status ? std::string(words_of(*line.status, page.language()))
                                     : std::string("—"));
  return row;
}

document::Row dispute(const PaperPage& page, const ClaimLine& line) {
  document::Row row;
  row.cells.emplace_back(document::code(number_of(page, line)));
  row.cells.emplace_back(Text(as_entered(line.name)), true);
  row.cells.emplace_back(Text(as_entered(party_of(page, line.claimant))));
  row.cells.emplace_back(maintained(page, line));
  row.cells.emplace_back(Text(as_entered(party_of(page, line.holder))));
  row.cells.emplace_back(line.status ? std::string(words_of(*line.status, page.language()))
                                     : std::string("—"));
  return row;
}

}  // namespace

Document disputes(const PaperPage& page) {
  Document out = page.start(page.word(Word::kDisputes));
  Section& section = out.add(page.word(Word::kDisputes));
  section.add(Paragraph{page.word(Word::kDisputesIntro), true});
  Table table;
  table.columns = {{page.word(Word::kNumber), 5},   {page.word(Word::kName), 6},
                   {page.word(Word::kClaimant), 4}, {page.word(Word::kClaimantSays), 5},
                   {page.word(Word::kHolder), 4},   {page.word(Word::kHolderSays), 4}};
  for (const ClaimLine& line : page.desk().claims) {
    if (line.state == ClaimState::kDisputed) table.rows.push_back(dispute(page, line));
  }
  sort_by_number(table);
  if (table.rows.empty()) {
    section.add(Paragraph{page.word(Word::kNoDisputes)});
  } else {
    section.add(std::move(table));
  }
  Table ended;
  ended.columns = {{page.word(Word::kNumber), 5},
                   {page.word(Word::kName), 6},
                   {page.word(Word::kClaimant), 4},
                   {page.word(Word::kHolder), 4},
                   {page.word(Word::kSettledAs), 4}};
  for (const ClaimLine& line : page.desk().claims) {
    if (line.settled) ended.rows.push_back(settled(page, line));
  }
  sort_by_number(ended);
  if (!ended.rows.empty()) {
    Section& by_committee = out.add(page.word(Word::kSettled));
    by_committee.add(Paragraph{page.word(Word::kSettledMeans), true});
    by_committee.add(std::move(ended));
  }
  out.sections.back().add(Paragraph{page.word(Word::kWithoutPrejudice), true});
  return out;
}

Document missing(const PaperPage& page) {
  Document out = page.start(page.word(Word::kMissing));
  Section& section = out.add(page.word(Word::kMissing));
  section.add(Paragraph{page.word(Word::kMissingIntro), true});
  std::map<std::array<std::string, 3>, std::size_t> seen;
  for (const ClaimLine& line : page.desk().claims) {
    if (!is_open(line)) continue;
    ++seen[{party_of(page, line.claimant), party_of(page, line.holder),
            state_of(page, line.state)}];
  }
  if (seen.empty()) {
    section.add(Paragraph{page.word(Word::kNothingMissing)});
    return out;
  }
  Table counts;
  counts.columns = {{page.word(Word::kClaimant), 4},
                    {page.word(Word::kHolder), 4},
                    {page.word(Word::kState), 5},
                    {page.word(Word::kCount), 2, document::Align::kEnd}};
  for (const auto& [key, count] : seen) {
    counts.rows.push_back({{Cell(Text(as_entered(key[0]))), Cell(Text(as_entered(key[1]))),
                            Cell(key[2]), Cell(std::to_string(count))}});
  }
  section.add(std::move(counts));
  return out;
}

}  // namespace parley::desk
