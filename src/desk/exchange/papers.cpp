#include "desk/exchange/papers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "desk/exchange/paper_people.hpp"
#include "desk/exchange/paper_words.hpp"
#include "desk/report/labels.hpp"
#include "exchange/plan/checker.hpp"

namespace parley::desk {
namespace {

using document::as_entered;
using document::Cell;
using document::Column;
using document::Document;
using document::Language;
using document::Paragraph;
using document::Section;
using document::Table;
using document::Text;
using exchange::Claim;
using exchange::ClaimState;
using exchange::Field;
using exchange::Row;
using exchange::planning::Leg;
using exchange::planning::PartyIndex;
using exchange::planning::Stage;
using record::EntryId;
using Word = PaperWord;

// Everything the papers of one recipient are made from.
struct Desk {
  const exchange::View& view;
  const exchange::Plans::KeptPlan& plan;
  const exchange::planning::Terms& terms;
  std::optional<EntryId> party;
  const exchange::Numbers& own_numbers;    // those of the party's sheets
  const exchange::Numbers& stage_numbers;  // the same for everybody
  const exchange::Eligible* eligible;      // for the desk alone
  bool most_proved = false;
  std::string mark;
};

class Writer {
 public:
  Writer(const Desk& desk, Language language)
      : desk_(desk), language_(language), people_(desk.view, desk.party) {}

  Document summary() const;
  Document annex(std::size_t stage) const;
  Document manifest(std::size_t stage) const;
  Document disputes() const;
  Document missing() const;

  // Whether anybody of that stage is the recipient's concern.
  bool concerns(std::size_t stage) const {
    const auto& legs = plan().stages[stage].legs;
    return std::any_of(legs.begin(), legs.end(), [this](const Leg& leg) { return concerns(leg); });
  }

 private:
  const exchange::planning::Plan& plan() const { return desk_.plan.value.plan; }
  std::string word(Word word) const { return std::string(paper_word(word, language_)); }
  std::string word(Word one, std::initializer_list<std::string_view> values) const {
    return paper_word(one, language_, values);
  }
  std::string party(PartyIndex index) const {
    const auto id = desk_.view.dossier.find(dossier::Kind::kParty, plan().parties[index]);
    return id ? name(*id) : plan().parties[index];
  }
  std::string name(const EntryId& party) const {
    return desk_.view.name_of(party, document::tag(language_));
  }
  bool concerns(const Leg& leg) const { return is_recipient(leg.from) || is_recipient(leg.to); }
  bool is_recipient(PartyIndex index) const {
    if (!desk_.party) return true;
    const auto own = exchange::party_in_terms(desk_.view, desk_.terms, *desk_.party);
    return own == index;
  }

  Document page(std::string title) const;
  void sign(Document& document, const std::vector<std::string>& parties) const;
  Table people_table(bool with_checks) const;
  void add_people(Table& table, std::vector<EntryId> people, bool with_checks) const;
  void add_group(Table& table, Word heading, const std::vector<EntryId>& people,
                 bool with_checks) const;
  void add_stages(Document& document) const;
  void add_first_classes(Document& document) const;
  void add_reasons(Document& document) const;
  std::string unlock(const exchange::planning::Unlock& unlock) const;
  std::vector<const Claim*> claims_of_recipient() const;
  std::string state_of(const Claim& claim) const;
  std::string answer_of(const Claim& claim) const;

  const Desk& desk_;
  Language language_;
  PaperPeople people_;
};

Document Writer::page(std::string title) const {
  Document out;
  out.language = language_;
  out.title = std::move(title);
  out.date = desk_.plan.value.on.iso();
  const std::string whom = desk_.party ? name(*desk_.party)
                                       : std::string(label(Label::kDesk, language_));
  Text mark(word(Word::kForParty) + std::string(label(Label::kColon, language_)));
  mark += as_entered(whom);
  if (!desk_.mark.empty()) mark += " · " + desk_.mark;
  out.mark = mark;
  out.footer = Text(word(Word::kPlan) + " ");
  out.footer += document::code(desk_.plan.id.hex().substr(0, 12));
  out.facts.push_back({word(Word::kForParty), as_entered(whom)});
  out.facts.push_back({word(Word::kPlan), document::code(desk_.plan.id.hex().substr(0, 16))});
  out.facts.push_back({word(Word::kMadeFor), desk_.plan.value.on.iso()});
  if (!desk_.party) {
    out.facts.push_back({word(Word::kCheckpointAt), std::to_string(desk_.plan.value.size)});
  }
  return out;
}

void Writer::sign(Document& document, const std::vector<std::string>& parties) const {
  Section& section = document.add(word(Word::kSignatures));
  Table table;
  table.columns = {{word(Word::kFor), 3},
                   {word(Word::kSignatory), 4},
                   {word(Word::kSignature), 4},
                   {word(Word::kDateAndPlace), 3}};
  std::vector<std::string> rows = parties;
  rows.push_back(word(Word::kIntermediary));
  for (const std::string& one : rows) {
    // Room to write in: a line break in every cell.
    table.rows.push_back({{Cell(Text(as_entered(one)), true), Cell("\n\n"), Cell("\n\n"),
                           Cell("\n\n")}});
  }
  section.add(std::move(table));
}

Table Writer::people_table(bool with_checks) const {
  Table table;
  table.columns = {{word(Word::kNumber), with_checks ? 6 : 5}};
  if (with_checks) {
    table.columns.push_back({word(Word::kName), 7});
    table.columns.push_back({word(Word::kBorn), 5});
    for (const Word one : {Word::kPresent, Word::kInterviewed, Word::kFit, Word::kBoarded,
                           Word::kReceived}) {
      table.columns.push_back({word(one), 4, document::Align::kCenter});
    }
    return table;
  }
  if (desk_.party) {
    table.columns.push_back({word(Word::kYourNumber), 5});
    table.columns.push_back({word(Word::kYourReference), 4});
  }
  table.columns.push_back({word(Word::kName), 7});
  table.columns.push_back({word(Word::kMother), 4});
  table.columns.push_back({word(Word::kBorn), 5});
  table.columns.push_back({word(Word::kOrigin), 3});
  return table;
}

void Writer::add_people(Table& table, std::vector<EntryId> people, bool with_checks) const {
  // By number, which is random: the order tells nothing of lists or of who was taken when.
  std::sort(people.begin(), people.end(), [this](const EntryId& a, const EntryId& b) {
    return desk_.stage_numbers.of(a) < desk_.stage_numbers.of(b);
  });
  for (const EntryId& id : people) {
    const Row& row = people_.row_of(id);
    document::Row out;
    out.cells.emplace_back(document::code(desk_.stage_numbers.of(id)));
    if (with_checks) {
      out.cells.emplace_back(Text(as_entered(people_.name(row))), true);
      out.cells.emplace_back(Text(as_entered(people_.born(row))));
      for (int i = 0; i < 5; ++i) out.cells.emplace_back("☐");
    } else {
      if (desk_.party) {
        out.cells.emplace_back(document::code(desk_.own_numbers.of(id)));
        out.cells.emplace_back(Text(as_entered(people_.reference(row))));
      }
      out.cells.emplace_back(Text(as_entered(people_.name(row))), true);
      out.cells.emplace_back(Text(as_entered(people_.text(row, Field::kMother))));
      out.cells.emplace_back(Text(as_entered(people_.born(row))));
      out.cells.emplace_back(Text(as_entered(people_.text(row, Field::kOrigin))));
    }
    table.rows.push_back(std::move(out));
  }
}

void Writer::add_group(Table& table, Word heading, const std::vector<EntryId>& people,
                       bool with_checks) const {
  if (people.empty()) return;
  table.rows.push_back(
      {{Cell(Text(document::bold(word(heading) + " (" + std::to_string(people.size()) + ")")))}});
  add_people(table, people, with_checks);
}

void Writer::add_stages(Document& document) const {
  const auto& figures = plan().figures;
  Section& section = document.add(word(Word::kStages));
  Table table;
  table.columns.push_back({word(Word::kStages), 3});
  std::vector<PartyIndex> parties;
  for (PartyIndex i = 0; i < plan().parties.size(); ++i) parties.push_back(i);
  for (const PartyIndex i : parties) {
    table.columns.push_back({Text(word(Word::kHandedOverBy, {party(i)})), 4});
  }
  table.columns.push_back({word(Word::kOutsideParity), 3});
  for (const PartyIndex i : parties) {
    table.columns.push_back({Text(word(Word::kExposureOf, {party(i)})), 4});
  }
  for (std::size_t s = 0; s < plan().stages.size(); ++s) {
    const Stage& stage = plan().stages[s];
    std::vector<std::size_t> given(parties.size(), 0);
    std::size_t first = 0;
    for (const Leg& leg : stage.legs) {
      given[leg.from] += leg.first.size() + leg.others.size();
      first += leg.first.size();
    }
    document::Row row;
    row.cells.emplace_back(Text(word(Word::kStage, {std::to_string(s + 1)})), true);
    for (const std::size_t count : given) row.cells.emplace_back(std::to_string(count));
    row.cells.emplace_back(std::to_string(first));
    for (const std::int64_t heads : stage.exposure) row.cells.emplace_back(std::to_string(heads));
    table.rows.push_back(std::move(row));
  }
  section.add(std::move(table));
  section.add(Paragraph{word(Word::kExposureMeans), true});
  document.facts.push_back({word(Word::kPeople), std::to_string(figures.freed)});
  document.facts.push_back({word(Word::kOutsideParity), std::to_string(figures.freed_first)});
  document.facts.push_back({word(Word::kStages), std::to_string(plan().stages.size())});
  document.facts.push_back({word(Word::kWorstExposure), std::to_string(figures.worst_exposure)});
}

void Writer::add_first_classes(Document& document) const {
  if (desk_.terms.first.empty()) return;
  Section& section = document.add(word(Word::kFirstClasses));
  Table table;
  table.columns = {{word(Word::kClassOfPeople), 4}, {word(Word::kBasis), 2}, {"", 4}};
  for (const auto& group : desk_.terms.first) {
    table.rows.push_back({{Cell(std::string(words_of(group.first, language_))),
                           Cell(std::string(words_of(group.basis, language_))),
                           Cell(Text(as_entered(group.note)))}});
  }
  section.add(std::move(table));
}

std::string Writer::unlock(const exchange::planning::Unlock& unlock) const {
  using exchange::planning::Change;
  const std::string amount = std::to_string(unlock.amount);
  const std::string more = std::to_string(unlock.more);
  switch (unlock.change) {
    case Change::kPersons:
      return word(Word::kUnlockPersons, {amount, party(unlock.from), party(unlock.to), more});
    case Change::kStages: return word(Word::kUnlockStages, {amount, more});
    case Change::kCeiling: return word(Word::kUnlockCeiling, {amount, party(unlock.from), more});
    case Change::kCapacity:
      return word(Word::kUnlockCapacity, {amount, party(unlock.from), party(unlock.to), more});
  }
  return {};
}

void Writer::add_reasons(Document& document) const {
  Section& section = document.add(word(Word::kWhyNot));
  section.add(Paragraph{word(Word::kWhyNotMeans), true});
  Table table;
  table.columns = {{word(Word::kReason), 6}, {word(Word::kCount), 2, document::Align::kEnd}};
  const auto line = [&](std::string_view reason, std::size_t count) {
    if (count == 0) return;
    table.rows.push_back({{Cell(std::string(reason)), Cell(std::to_string(count))}});
  };
  for (std::size_t i = 0; i < exchange::kBarCount; ++i) {
    const auto bar = static_cast<exchange::Bar>(i);
    line(words_of(bar, language_),
         static_cast<std::size_t>(std::count_if(
             desk_.eligible->barred.begin(), desk_.eligible->barred.end(),
             [bar](const exchange::Barred& one) { return one.bar == bar; })));
  }
  for (int i = 0; i <= static_cast<int>(exchange::planning::Reason::kCeiling); ++i) {
    const auto reason = static_cast<exchange::planning::Reason>(i);
    line(words_of(reason, language_),
         static_cast<std::size_t>(
             std::count_if(plan().omissions.begin(), plan().omissions.end(),
                           [reason](const auto& one) { return one.reason == reason; })));
  }
  if (table.rows.empty()) {
    section.add(Paragraph{word(Word::kNobody)});
  } else {
    section.add(std::move(table));
  }
  section.add(Paragraph{word(desk_.most_proved ? Word::kProved : Word::kNotProved)});
  if (plan().unlocks.empty()) return;
  Section& unlocks = document.add(word(Word::kUnlocks));
  document::List list;
  for (const auto& one : plan().unlocks) list.items.emplace_back(unlock(one));
  unlocks.add(std::move(list));
}

Document Writer::summary() const {
  Document out = page(word(Word::kSummary));
  add_stages(out);
  add_first_classes(out);
  if (!desk_.party) {
    add_reasons(out);
  } else {
    std::set<EntryId> going;
    for (const Stage& stage : plan().stages) {
      for (const Leg& leg : stage.legs) {
        going.insert(leg.first.begin(), leg.first.end());
        going.insert(leg.others.begin(), leg.others.end());
      }
    }
    const auto claims = claims_of_recipient();
    const auto left = std::count_if(claims.begin(), claims.end(), [&](const Claim* claim) {
      return claim->claimant == *desk_.party && claim->state == ClaimState::kAgreed &&
             claim->status == exchange::AnswerStatus::kHeld && !going.contains(claim->id);
    });
    Section& section = out.add(word(Word::kNotInThisStage));
    section.add(Paragraph{word(Word::kNotInThisStageMeans, {std::to_string(left)})});
  }
  out.sections.back().add(Paragraph{word(Word::kWithoutPrejudice), true});
  return out;
}

Document Writer::annex(std::size_t at) const {
  Document out = page(word(Word::kAnnex, {std::to_string(at + 1)}));
  std::vector<std::string> parties;
  for (const Leg& leg : plan().stages[at].legs) {
    if (!concerns(leg)) continue;
    Section& section = out.add(word(Word::kHandsOver, {party(leg.from), party(leg.to)}));
    Table table = people_table(false);
    add_group(table, Word::kOutsideParity, leg.first, false);
    add_group(table, Word::kByRule, leg.others, false);
    section.add(std::move(table));
    for (const PartyIndex one : {leg.from, leg.to}) {
      if (std::find(parties.begin(), parties.end(), party(one)) == parties.end()) {
        parties.push_back(party(one));
      }
    }
  }
  out.sections.back().add(Paragraph{word(Word::kWithoutPrejudice), true});
  sign(out, parties);
  return out;
}

Document Writer::manifest(std::size_t at) const {
  Document out = page(word(Word::kManifest, {std::to_string(at + 1)}));
  bool first = true;
  for (const Leg& leg : plan().stages[at].legs) {
    if (!concerns(leg)) continue;
    Section& section = out.add(word(Word::kHandsOver, {party(leg.from), party(leg.to)}));
    if (!first) section.add(document::PageBreak{});
    first = false;
    Table table = people_table(true);
    std::vector<EntryId> all = leg.first;
    all.insert(all.end(), leg.others.begin(), leg.others.end());
    add_people(table, all, true);
    section.add(std::move(table));
    Section& receipt = out.add(word(Word::kReceipt));
    receipt.add(Paragraph{word(Word::kReceiptText, {party(leg.from), party(leg.to)})});
    receipt.add(Paragraph{word(Word::kWithoutPrejudice), true});
    sign(out, {party(leg.from), party(leg.to)});
  }
  return out;
}

// Claims that the recipient made or was asked about; all for the desk.
std::vector<const Claim*> Writer::claims_of_recipient() const {
  std::vector<const Claim*> out;
  for (const Claim& claim : desk_.view.claims.claims) {
    if (claim.state == ClaimState::kWithdrawn) continue;
    const bool made = !desk_.party || claim.claimant == *desk_.party;
    // What has not been put to a party does not concern it yet.
    const bool asked = desk_.party && claim.holder == *desk_.party &&
                       claim.state != ClaimState::kSubmitted &&
                       desk_.view.may_forward(desk_.view.lists.rows[claim.row]);
    if (made || asked) out.push_back(&claim);
  }
  return out;
}

std::string Writer::answer_of(const Claim& claim) const {
  const bool claimant = desk_.party && claim.claimant == *desk_.party;
  if (!claim.answer) return word(Word::kAnswerAwaited);
  // A death is not told before the family knows.
  if (claimant && claim.embargoed()) return word(Word::kAnswerAwaited);
  return std::string(
      words_of(claim.status.value_or(desk_.view.claims.answers[*claim.answer].status), language_));
}

std::string Writer::state_of(const Claim& claim) const {
  const bool claimant = desk_.party && claim.claimant == *desk_.party;
  if (claimant && claim.embargoed()) return word(Word::kAnswerAwaited);
  switch (claim.state) {
    case ClaimState::kSubmitted: return word(Word::kNotPutYet);
    case ClaimState::kPut: return word(Word::kAnswerAwaited);
    case ClaimState::kAnswered: return word(Word::kRemarkAwaited);
    case ClaimState::kContested: return word(Word::kFinalReplyAwaited);
    case ClaimState::kReplied: return word(Word::kRemarkAwaited);
    case ClaimState::kDisputed: return word(Word::kCommittee);
    case ClaimState::kWhereaboutsUnknown: return word(Word::kWhereaboutsUnknown);
    case ClaimState::kAgreed:
    case ClaimState::kWithdrawn: return word(Word::kAcceptedWord);
  }
  return {};
}

Document Writer::disputes() const {
  Document out = page(word(Word::kDisputes));
  Section& section = out.add(word(Word::kDisputes));
  section.add(Paragraph{word(Word::kDisputesIntro), true});
  Table table;
  table.columns = {{word(Word::kNumber), 4},      {word(Word::kName), 6},
                   {word(Word::kClaimant), 3},    {word(Word::kClaimantSays), 3},
                   {word(Word::kHolder), 3},      {word(Word::kHolderSays), 4}};
  std::vector<document::Row> rows;
  for (const Claim* claim : claims_of_recipient()) {
    if (claim->state != ClaimState::kDisputed) continue;
    const Row& row = desk_.view.lists.rows[claim->row];
    document::Row line;
    const auto& numbers = desk_.party ? desk_.own_numbers : desk_.stage_numbers;
    line.cells.emplace_back(document::code(numbers.of(claim->id)));
    line.cells.emplace_back(Text(as_entered(people_.name(row))), true);
    line.cells.emplace_back(Text(as_entered(name(claim->claimant))));
    line.cells.emplace_back(word(Word::kContestedWord));
    line.cells.emplace_back(Text(as_entered(claim->holder ? name(*claim->holder) : "")));
    line.cells.emplace_back(answer_of(*claim));
    rows.push_back(std::move(line));
  }
  std::sort(rows.begin(), rows.end(), [](const document::Row& a, const document::Row& b) {
    return a.cells[0].text.plain() < b.cells[0].text.plain();
  });
  if (rows.empty()) {
    section.add(Paragraph{word(Word::kNoDisputes)});
  } else {
    table.rows = std::move(rows);
    section.add(std::move(table));
  }
  section.add(Paragraph{word(Word::kWithoutPrejudice), true});
  return out;
}

Document Writer::missing() const {
  Document out = page(word(Word::kMissing));
  Section& section = out.add(word(Word::kMissing));
  section.add(Paragraph{word(Word::kMissingIntro), true});
  Table counts;
  counts.columns = {{word(Word::kClaimant), 4},
                    {word(Word::kHolder), 4},
                    {word(Word::kState), 5},
                    {word(Word::kCount), 2, document::Align::kEnd}};
  std::map<std::array<std::string, 3>, std::size_t> seen;
  for (const Claim* claim : claims_of_recipient()) {
    if (claim->state == ClaimState::kAgreed && !(desk_.party && claim->embargoed())) continue;
    ++seen[{name(claim->claimant), claim->holder ? name(*claim->holder) : "—",
            state_of(*claim)}];
  }
  for (const auto& [key, count] : seen) {
    counts.rows.push_back({{Cell(Text(as_entered(key[0]))), Cell(Text(as_entered(key[1]))),
                            Cell(key[2]), Cell(std::to_string(count))}});
  }
  if (counts.rows.empty()) {
    section.add(Paragraph{word(Word::kNothingMissing)});
  } else {
    section.add(std::move(counts));
  }
  return out;
}

// The numbers of a stage are the same for everybody: those of the plan itself as recipient.
std::vector<Paper> write_all(const Desk& desk, const std::vector<Language>& languages) {
  std::vector<Paper> out;
  for (const Language language : languages) {
    const Writer writer(desk, language);
    const std::string tag(document::tag(language));
    out.push_back({"summary-" + tag, writer.summary()});
    for (std::size_t s = 0; s < desk.plan.value.plan.stages.size(); ++s) {
      if (!writer.concerns(s)) continue;
      out.push_back({fmt::format("annex-stage-{:02}-{}", s + 1, tag), writer.annex(s)});
      out.push_back({fmt::format("manifest-stage-{:02}-{}", s + 1, tag), writer.manifest(s)});
    }
    out.push_back({"disputes-" + tag, writer.disputes()});
    out.push_back({"missing-" + tag, writer.missing()});
  }
  return out;
}

// Who could enter when the plan was made.
Result<exchange::Eligible> eligible_then(record::View readable,
                                         const exchange::planning::Terms& terms,
                                         const exchange::Planned& planned) {
  PARLEY_ASSIGN(const exchange::View then,
                exchange::fold(view_at(std::move(readable), planned.size)));
  return exchange::eligible(then, terms, planned.on);
}

}  // namespace

Result<std::vector<Paper>> papers(Session& session, const PapersRequest& request) {
  PARLEY_ASSIGN(const policy::Audience audience,
                session.audience(std::string(policy::kDeskName)));
  PARLEY_TRY(session.authorize(policy::Action::kReport, audience.id, "exchange papers"));
  record::View readable = session.take_readable();
  PARLEY_ASSIGN(const exchange::View view, exchange::fold(readable));
  const exchange::Plans plans = exchange::fold_plans(readable);
  PARLEY_ASSIGN(const exchange::Plans::KeptPlan* plan, find_plan(plans, request.plan));
  const exchange::Plans::KeptTerms* terms = plans.terms_of(plan->value);
  if (terms == nullptr) return fail(Fault::kNotFound, "the plan's terms may not be read here");

  std::optional<EntryId> party;
  if (request.party) {
    PARLEY_ASSIGN(party, party_of(view, *request.party, "--for"));
  }
  PARLEY_ASSIGN(const exchange::Eligible eligible,
                eligible_then(std::move(readable), terms->value, plan->value));
  const auto check = exchange::planning::check_plan(eligible.problem, plan->value.plan);
  if (!check.holds()) {
    return fail(Fault::kBroken, "the plan does not pass its check: " + check.findings.front());
  }
  const exchange::Numbers own =
      party ? numbers_for(session, view, *party) : numbers_for(session, view, plan->id);
  const exchange::Numbers of_stage = numbers_for(session, view, plan->id);
  const Desk desk{view,     *plan,    terms->value, party,       own,
                  of_stage, &eligible, check.most_proved, request.mark};
  return write_all(desk, request.languages);
}

}  // namespace parley::desk
