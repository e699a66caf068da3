#include "desk/claim/merge.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "desk/claim/merge_words.hpp"
#include "desk/exchange/open.hpp"
#include "table/read_sheets.hpp"
#include "text/digits.hpp"

namespace parley::desk {
namespace {

using exchange::Claim;
using exchange::ReturnedRow;
using exchange::RoundKind;
using exchange::SentRound;
using exchange::SheetColumn;
using record::EntryId;

constexpr std::string_view kCommand = "claim merge";

std::optional<std::size_t> small_number(const std::string& text) {
  std::string digits = text::ascii_digits(text);
  if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
  std::size_t value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (code != std::errc{} || end != digits.data() + digits.size()) return {};
  return value;
}

bool same_but_for_place(const ReturnedRow& a, const ReturnedRow& b) { return a.cells == b.cells; }

// Merges one file into one act.
class Merge {
 public:
  Merge(Session& session, const exchange::View& view, const EntryId& party)
      : session_(session),
        view_(view),
        party_(party),
        numbers_(numbers_for(session, view, party)),
        year_(day_of_seconds(session.setting().clock.now()).year) {
    for (const SentRound& sent : view.claims.rounds) {
      if (sent.round.to != party) continue;
      for (const EntryId& claim : sent.round.claims) rounds_of_[claim].push_back(rounds_.size());
      rounds_.push_back(&sent);
    }
    for (const exchange::Answer& answer : view.claims.answers) {
      if (answer.by == party) answers_[answer.claim].push_back(&answer);
    }
    for (const exchange::Remark& remark : view.claims.remarks) {
      if (remark.by == party) remarks_[remark.claim].push_back(&remark);
    }
  }

  // The payloads to write, in the order of the file.
  std::vector<record::Payload> run(const exchange::ReturnedSheets& sheets, Merged& out) {
    sheets_ = &sheets;
    out_ = &out;
    out.rows = sheets.rows.size();
    for (const auto& [claim, rows] : by_claim()) {
      if (const ReturnedRow* row = the_one_row(rows)) take(claim, *row);
    }
    in_file_order(out.refused);
    in_file_order(out.notes);
    find_missing();
    return std::move(payloads_);
  }

 private:
  using Rows = std::vector<const ReturnedRow*>;

  void in_file_order(std::vector<MergeFinding>& findings) const {
    const auto place = [this](const MergeFinding& finding) {
      const auto& names = sheets_->names;
      return std::pair(std::find(names.begin(), names.end(), finding.sheet), finding.row);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const auto& a, const auto& b) { return place(a) < place(b); });
  }

  // The rows of each claim, in the order in which claims first stand in the file.
  std::vector<std::pair<EntryId, Rows>> by_claim() {
    std::vector<std::pair<EntryId, Rows>> out;
    std::unordered_map<EntryId, std::size_t, IdHash> at;
    for (const ReturnedRow& row : sheets_->rows) {
      const auto number = exchange::read_returned_number(row.number);
      if (!number) {
        refuse(row, SheetColumn::kNumber,
               row.number.empty() ? "there is no number: whose row it is is not known"
                                  : "the number is damaged");
        continue;
      }
      const auto person = numbers_.person(*number);
      if (!person || !rounds_of_.contains(*person)) {
        refuse(row, SheetColumn::kNumber, "no such number has gone to this party");
        ++out_->unknown_numbers;
        continue;
      }
      const auto [found, fresh] = at.emplace(*person, out.size());
      if (fresh) out.emplace_back(*person, Rows{});
      out[found->second].second.push_back(&row);
    }
    return out;
  }

  const ReturnedRow* the_one_row(const Rows& rows) {
    for (const ReturnedRow* row : rows) {
      if (same_but_for_place(*row, *rows[0])) continue;
      for (const ReturnedRow* one : rows) {
        refuse(*one, SheetColumn::kNumber,
               "the number stands in another row too, with other words");
      }
      present_.insert(*numbers_.person(*exchange::read_returned_number(rows[0]->number)));
      return nullptr;
    }
    out_->repeated += rows.size() - 1;
    return rows[0];
  }

  // The round that the row says it is of, else the latest with that name in it.
  std::size_t round_of(const EntryId& claim, const ReturnedRow& row) const {
    const std::vector<std::size_t>& of_claim = rounds_of_.at(claim);
    const auto cell = row.cells.find(SheetColumn::kRound);
    const auto ordinal = cell == row.cells.end() ? std::nullopt : small_number(cell->second);
    if (ordinal && std::find(of_claim.begin(), of_claim.end(), *ordinal - 1) != of_claim.end()) {
      return *ordinal - 1;
    }
    return of_claim.back();
  }

  void take(const EntryId& id, const ReturnedRow& row) {
    present_.insert(id);
    const std::size_t at = round_of(id, row);
    seen_.insert(at);
    const SentRound& sent = *rounds_[at];
    const exchange::Row& of_list = *view_.lists.row(id);
    const auto changed = changed_fields(view_, row, sent.round.kind, party_, of_list);
    if (!changed.empty() && is_named_as_another(id, sent.round.kind, row)) {
      out_->refused.push_back(finding(row, std::string(word(changed[0], language_of(sent))),
                                      "the name of another number stands beside this one: whose "
                                      "row it is is not sure"));
      return;
    }
    for (const exchange::Field field : changed) {
      note(row, std::string(word(field, language_of(sent))),
           "is not as it stands on the list; the list stays as it is");
    }
    const RowWords words =
        words_of(view_, row, sent.round.kind, party_, id, sheets_->order, year_, reference(id));
    if (words.flaw) {
      refuse(row, words.flaw->column, words.flaw->reason);
      return;
    }
    for (const WordFlaw& flaw : words.notes) note(row, header(flaw.column), flaw.reason);
    if (const auto* answer = std::get_if<exchange::Answer>(&words.words)) {
      step(row, sent, *answer, answers_);
    } else if (const auto* remark = std::get_if<exchange::Remark>(&words.words)) {
      step(row, sent, *remark, remarks_);
    } else {
      ++out_->open;
    }
  }

  // Whether the row's name is what a sheet of the party's shows beside another number and not
  // beside this one: rows that slipped or were sorted a column at a time, or a name put in
  // another's place.
  bool is_named_as_another(const EntryId& id, RoundKind kind, const ReturnedRow& row) {
    const std::string name = names_in(row);
    if (name.empty()) return false;
    const std::vector<exchange::Field> columns = name_columns(row);
    const auto [known, fresh] = named_.try_emplace({kind, columns});
    if (fresh) {
      for (const SentRound* sent : rounds_) {
        for (const EntryId& claim : sent->round.claims) {
          known->second[names_in(view_, columns, kind, party_, *view_.lists.row(claim))].insert(
              claim);
        }
      }
    }
    const auto found = known->second.find(name);
    return found != known->second.end() && !found->second.contains(id);
  }

  template <class Word, class Said>
  void step(const ReturnedRow& row, const SentRound& sent, const Word& word, const Said& said) {
    const Claim& claim = *view_.claims.claim(word.claim);
    if (claim.steps > 0 && claim.step_at > sent.index) {
      const auto before = said.find(word.claim);
      const bool there =
          before != said.end() && std::any_of(before->second.begin(), before->second.end(),
                                              [&](const Word* one) { return *one == word; });
      if (there) {
        ++out_->unchanged;
      } else {
        refuse(row, {}, "a later step has been taken on this name; what the record says stands");
      }
      return;
    }
    if constexpr (std::is_same_v<Word, exchange::Remark>) {
      if (const auto flaw = other_word(view_, row, claim)) {
        refuse(row, flaw->column, flaw->reason);
        return;
      }
    }
    if (const auto allowed = may(claim, word); !allowed) {
      refuse(row, {}, told(allowed.error()));
      return;
    }
    count(word);
    payloads_.push_back(to_payload(word));
  }

  // What a claim awaits tells what the other side has said: that is for the desk.
  std::string told(const Error& error) const {
    if (session_.self().role == policy::Role::kDesk) return error.message;
    return "nothing is awaited from this party on this name now";
  }

  void count(const exchange::Answer& answer) {
    ++(answer.final_reply ? out_->final_replies : out_->answers);
  }
  void count(const exchange::Remark& remark) {
    ++(remark.last ? out_->last_remarks : out_->remarks);
  }

  std::string reference(const EntryId& claim) const {
    const auto found = answers_.find(claim);
    return found == answers_.end() ? std::string() : found->second.back()->reference;
  }

  // Names of the rounds that the file is of, which are not in it and on which a word is still
  // awaited.
  void find_missing() {
    std::set<std::string> missing;
    for (const std::size_t at : seen_) {
      const SentRound& sent = *rounds_[at];
      for (const EntryId& id : sent.round.claims) {
        const Claim* claim = view_.claims.claim(id);
        if (claim == nullptr || present_.contains(id)) continue;
        if (claim->steps > 0 && claim->step_at > sent.index) continue;
        if (awaited(*claim, sent.round.kind)) missing.insert(numbers_.of(id));
      }
    }
    out_->missing.assign(missing.begin(), missing.end());
  }

  bool awaited(const Claim& claim, RoundKind kind) const {
    const std::optional<EntryId> asked =
        exchange::goes_to_holder(kind) ? claim.holder : std::optional(claim.claimant);
    if (asked != party_) return false;
    switch (kind) {
      case RoundKind::kAnswers: return claim.state == exchange::ClaimState::kPut;
      case RoundKind::kRemarks: return claim.state == exchange::ClaimState::kAnswered;
      case RoundKind::kFinalReplies: return claim.state == exchange::ClaimState::kContested;
      case RoundKind::kLastRemarks: return claim.state == exchange::ClaimState::kReplied;
    }
    return false;
  }

  static exchange::SheetLanguage language_of(const SentRound& sent) {
    return exchange::sheet_language_named(sent.round.language)
        .value_or(exchange::SheetLanguage::kEnglish);
  }

  std::string header(const std::optional<SheetColumn>& column) const {
    if (!column) return {};
    const auto found = sheets_->headers.find(*column);
    return found == sheets_->headers.end()
               ? std::string(word(*column, exchange::SheetLanguage::kEnglish))
               : found->second;
  }

  MergeFinding finding(const ReturnedRow& row, std::string column, std::string reason) const {
    return {sheets_->names[row.sheet], row.row, std::move(column),
            exchange::read_returned_number(row.number).value_or(""), std::move(reason)};
  }
  void refuse(const ReturnedRow& row, const std::optional<SheetColumn>& column,
              std::string reason) {
    out_->refused.push_back(finding(row, header(column), std::move(reason)));
  }
  void note(const ReturnedRow& row, std::string column, std::string reason) {
    out_->notes.push_back(finding(row, std::move(column), std::move(reason)));
  }

  Session& session_;
  const exchange::View& view_;
  EntryId party_;
  exchange::Numbers numbers_;
  std::int32_t year_;
  std::vector<const SentRound*> rounds_;                                     // to the party
  std::unordered_map<EntryId, std::vector<std::size_t>, IdHash> rounds_of_;  // never iterated
  std::unordered_map<EntryId, std::vector<const exchange::Answer*>, IdHash> answers_;  // its own
  std::unordered_map<EntryId, std::vector<const exchange::Remark*>, IdHash> remarks_;
  const exchange::ReturnedSheets* sheets_ = nullptr;
  Merged* out_ = nullptr;
  // By kind of round and columns: who is shown under a name.
  std::map<std::pair<RoundKind, std::vector<exchange::Field>>,
           std::map<std::string, std::set<EntryId>>>
      named_;
  std::set<std::size_t> seen_;  // rounds that rows of the file are of
  std::set<EntryId> present_;   // claims that stand in it
  std::vector<record::Payload> payloads_;
};

}  // namespace

Result<Merged> merge_sheet(Session& session, const MergeRequest& request) {
  // The steps of a claim are judged by all that is known of it; what is told of it is not.
  PARLEY_ASSIGN(const exchange::View view, open_whole_exchange(session));
  PARLEY_ASSIGN(const EntryId party, party_of(view, request.party, "--by"));
  Merged out;
  out.party = view.handle_of(party);
  PARLEY_ASSIGN(const policy::Audience audience, session.audience(out.party));
  PARLEY_TRY(session.authorize(policy::Action::kList, audience.id, std::string(kCommand)));
  PARLEY_ASSIGN(const table::SheetFile file,
                table::read_sheets(request.file, bytes_of(request.bytes)));
  auto sheets = exchange::read_claim_sheets(file);
  if (!sheets) return within(std::move(sheets).error(), request.file);
  std::vector<record::Payload> payloads = Merge(session, view, party).run(*sheets, out);
  if (payloads.empty()) {
    session.record().end();
    return out;
  }
  record::ActBuilder act = session.act();
  PARLEY_TRY(session.add_new_audiences(act));
  for (record::Payload& payload : payloads) {
    PARLEY_ASSIGN(const EntryId id,
                  act.add({audience.id, session.stamped(std::move(payload)), {}}));
    out.ids.push_back(id);
  }
  PARLEY_ASSIGN(const record::Appended appended, session.write(act));
  out.size = appended.size;
  return out;
}

}  // namespace parley::desk
