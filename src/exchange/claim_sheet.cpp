#include "exchange/claim_sheet.hpp"
#include "exchange/vocabulary_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace parley::exchange {
namespace {

using record::EntryId;
using table::XlsxColumn;
using table::XlsxKind;

// The cells of a field as received; where several columns have it, all of them.
std::string cells_of(const View& view, const Row& row, Field field) {
  const Reading& reading = view.lists.reading(row);
  std::string out;
  for (std::size_t i = 0; i < reading.columns.size() && i < row.cells.size(); ++i) {
    if (reading.columns[i].field != field) continue;
    const std::string cell(trimmed(row.cells[i]));
    if (cell.empty()) continue;
    if (!out.empty()) {
      if (!info(field).several) break;
      out += "; ";
    }
    out += cell;
  }
  return out;
}

bool may_show(const View& view, const Row& row, Field field, RoundKind kind, const EntryId& to) {
  // To find its own row again, a party reads the number that it gave.
  if (field == Field::kReference)
    return !goes_to_holder(kind) && view.lists.lists[row.list].by == to;
  return view.identities.released(row.id, field, to);
}

double width_of(Field field) {
  switch (field) {
    case Field::kName:
    case Field::kNameOther: return 30;
    case Field::kSex:
    case Field::kAge: return 8;
    case Field::kBorn:
    case Field::kCaptured: return 14;
    default: return 18;
  }
}

// Builds one sheet: first its columns, then its rows.
class Sheet {
 public:
  Sheet(const View& view, const Numbers& numbers, const ClaimSheetRequest& request)
      : view_(view), numbers_(numbers), request_(request), language_(request.language) {}

  ClaimSheet make() {
    find_fields();
    ClaimSheet out;
    out.fields = fields_;
    table::XlsxSheet sheet = table::form_sheet(text(SheetText::kName), titles(), columns(), rows());
    sheet.right_to_left = right_to_left(language_);
    sheet.frozen_columns = 1;
    // Protection would keep LibreOffice from sorting and from deleting rows.
    sheet.guard = table::XlsxGuard::kRefuseTyping;
    sheet.refusal = text(SheetText::kLocked);
    sheet.footer = text(SheetText::kPage);
    out.book.title = text(SheetText::kName);
    out.book.sheets.push_back(std::move(sheet));
    return out;
  }

 private:
  std::string text(SheetText what) const { return std::string(word(what, language_)); }
  std::string header(SheetColumn column) const { return std::string(word(column, language_)); }
  bool to_holder() const { return goes_to_holder(request_.kind); }

  const Row& row_of(const EntryId& claim) const { return *view_.lists.row(claim); }

  void find_fields() {
    std::set<Field> found;
    for (const EntryId& claim : request_.claims) {
      const Row& row = row_of(claim);
      for (const Column& column : view_.lists.reading(row).columns) {
        if (!column.field || found.contains(*column.field)) continue;
        if (!shown_in_sheet(view_, row, *column.field, request_.kind, request_.to).empty()) {
          found.insert(*column.field);
        }
      }
    }
    fields_.assign(found.begin(), found.end());
  }

  SheetColumn answer_column() const {
    switch (request_.kind) {
      case RoundKind::kAnswers: return SheetColumn::kAnswer;
      case RoundKind::kRemarks: return SheetColumn::kRemark;
      case RoundKind::kFinalReplies: return SheetColumn::kFinalReply;
      case RoundKind::kLastRemarks: return SheetColumn::kLastRemark;
    }
    return SheetColumn::kAnswer;
  }

  // Whose names: parties by name. Who a family is stays with the desk.
  std::string claimants() const {
    std::vector<std::string> names;
    bool families = false;
    std::set<EntryId> seen;
    for (const EntryId& claim : request_.claims) {
      const EntryId& by = view_.lists.lists[row_of(claim).list].by;
      if (!seen.insert(by).second) continue;
      const auto* party = view_.dossier.party(by);
      const bool family = party != nullptr && by != request_.to &&
                          (party->value().kind == dossier::PartyKind::kFamily ||
                           party->value().kind == dossier::PartyKind::kAssociation);
      families = families || family;
      if (!family) names.push_back(view_.name_of(by, tag(language_)));
    }
    std::sort(names.begin(), names.end());
    if (families) names.push_back(text(SheetText::kFamilies));
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (i > 0) out += text(SheetText::kAnd);
      out += names[i];
    }
    return out;
  }

  std::vector<std::string> titles() const {
    const auto title = static_cast<SheetText>(static_cast<std::size_t>(SheetText::kTitleAnswers) +
                                              static_cast<std::size_t>(request_.kind));
    std::vector<std::string> out;
    out.push_back(
        word(title, language_, {claimants(), view_.name_of(request_.to, tag(language_))}));
    if (request_.reminder) out.push_back(text(SheetText::kReminder));
    if (!request_.deadline.empty()) {
      out.push_back(word(SheetText::kDeadline, language_, {request_.deadline}));
    }
    out.push_back(word(to_holder() ? SheetText::kHowToAnswer : SheetText::kHowToRemark, language_,
                       {header(answer_column())}));
    out.push_back(word(SheetText::kLeaveNumbers, language_,
                       {header(SheetColumn::kNumber), header(SheetColumn::kRound)}));
    if (to_holder()) out.push_back(text(SheetText::kAboutDeaths));
    out.push_back(text(SheetText::kWithoutPrejudice));
    return out;
  }

  XlsxColumn locked(SheetColumn column, double width) const {
    XlsxColumn out;
    out.header = header(column);
    out.width = width;
    return out;
  }
  XlsxColumn free(SheetColumn column, double width, XlsxKind kind = XlsxKind::kText) const {
    XlsxColumn out = locked(column, width);
    out.locked = false;
    out.kind = kind;
    return out;
  }

  std::vector<XlsxColumn> columns() const {
    std::vector<XlsxColumn> out = {locked(SheetColumn::kNumber, 13),
                                   locked(SheetColumn::kRound, 8)};
    for (const Field field : fields_) {
      XlsxColumn column;
      column.header = word(field, language_);
      column.width = width_of(field);
      out.push_back(std::move(column));
    }
    XlsxColumn answer = free(answer_column(), 26);
    switch (request_.kind) {
      case RoundKind::kAnswers: break;
      case RoundKind::kRemarks:
        out.push_back(locked(SheetColumn::kTheirAnswer, 26));
        out.push_back(locked(SheetColumn::kTheirDate, 14));
        break;
      case RoundKind::kFinalReplies:
        out.push_back(locked(SheetColumn::kYourAnswer, 26));
        out.push_back(locked(SheetColumn::kYourDate, 14));
        break;
      case RoundKind::kLastRemarks:
        out.push_back(locked(SheetColumn::kTheirFinalReply, 26));
        out.push_back(locked(SheetColumn::kTheirDate, 14));
        break;
    }
    if (to_holder()) {
      for (const AnswerStatus status : kAnswerStatuses) {
        answer.choices.emplace_back(word(status, language_));
      }
    } else {
      for (const Stance stance : {Stance::kAccepted, Stance::kContested}) {
        answer.choices.emplace_back(word(stance, language_));
      }
    }
    out.push_back(std::move(answer));
    if (to_holder()) {
      out.push_back(free(SheetColumn::kDate, 14, XlsxKind::kDate));
      out.push_back(free(SheetColumn::kOther, 20));
      out.push_back(free(SheetColumn::kCause, 16));
      out.push_back(free(SheetColumn::kBurialPlace, 16));
    }
    out.push_back(free(SheetColumn::kNote, 24));
    if (to_holder()) out.push_back(free(SheetColumn::kReference, 16));
    return out;
  }

  std::vector<std::vector<std::string>> rows() const {
    std::vector<std::vector<std::string>> out;
    out.reserve(request_.claims.size());
    for (const EntryId& claim : request_.claims) out.push_back(row(claim));
    // By number, which is the first cell and stands once.
    std::sort(out.begin(), out.end());
    return out;
  }

  std::vector<std::string> row(const EntryId& id) const {
    const Row& of_list = row_of(id);
    std::vector<std::string> out = {numbers_.of(id), std::to_string(request_.round)};
    for (const Field field : fields_) {
      out.push_back(shown_in_sheet(view_, of_list, field, request_.kind, request_.to));
    }
    if (request_.kind == RoundKind::kAnswers) return out;
    const Claim* claim = view_.claims.claim(id);
    const Answer* answer =
        claim != nullptr && claim->answer ? &view_.claims.answers[*claim->answer] : nullptr;
    out.emplace_back(answer == nullptr ? std::string_view() : word(answer->status, language_));
    out.push_back(answer != nullptr && answer->date ? answer->date->iso() : std::string());
    if (request_.kind != RoundKind::kFinalReplies || answer == nullptr) return out;
    // The holder's own reference stands where it would be typed again.
    out.resize(out.size() + 6);
    out.push_back(answer->by == request_.to ? answer->reference : std::string());
    return out;
  }

  const View& view_;
  const Numbers& numbers_;
  const ClaimSheetRequest& request_;
  SheetLanguage language_;
  std::vector<Field> fields_;
};

}  // namespace

std::string shown_in_sheet(const View& view, const Row& row, Field field, RoundKind kind,
                           const EntryId& to) {
  if (!may_show(view, row, field, kind, to)) return {};
  return cells_of(view, row, field);
}

ClaimSheet claim_sheet(const View& view, const Numbers& numbers, const ClaimSheetRequest& request) {
  return Sheet(view, numbers, request).make();
}

}  // namespace parley::exchange
