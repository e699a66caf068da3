#include "desk/claim/decide.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "desk/claim/claim_entry.hpp"
#include "table/read_sheets.hpp"

namespace parley::desk {
namespace {

using exchange::Identity;
using exchange::Verdict;
using record::EntryId;

constexpr const char* kCommand = "claim decide";

bool said_before(const exchange::View& view, const Identity& identity, const record::KeyId& key) {
  const auto* standing = view.identities.of(identity.a, identity.b);
  if (standing == nullptr) return false;
  switch (identity.verdict) {
    case Verdict::kSame: return standing->same.contains(key);
    case Verdict::kDifferent: return standing->different.contains(key);
    case Verdict::kLater: return standing->later.contains(key);
  }
  return false;
}

// A claim's row comes first.
Identity in_order(const exchange::View& view, Identity identity) {
  if (identity.b && view.claims.claim(identity.a) == nullptr &&
      view.claims.claim(*identity.b) != nullptr) {
    std::swap(identity.a, *identity.b);
  }
  return identity;
}

Result<Decided> write(Session& session, const policy::Audience& desk, const Identity& identity) {
  PARLEY_ASSIGN(const Written written, write_entry(session, desk, to_payload(identity)));
  Decided out;
  if (!session.setting().dry_run) out.ids = written.ids;
  out.size = written.size;
  return out;
}

// Reads the verdicts of one sheet into an act.
class Merge {
 public:
  Merge(Session& session, const exchange::View& view, const exchange::Linkages& linkages)
      : session_(session), view_(view), pairs_(view, linkages) {}

  std::vector<Identity> run(const exchange::ReviewSheetAnswers& answers, ReviewMerged& out) {
    out.blank = answers.blank;
    out.refused = answers.remarks;
    std::vector<Identity> decided;
    for (const exchange::SheetVerdict& verdict : answers.verdicts) {
      const auto pair = pairs_.of(verdict.code);
      if (!pair) {
        out.refused.push_back({verdict.row, pair.error().message});
        continue;
      }
      const Identity identity =
          in_order(view_, Identity{pair->first, pair->second, verdict.verdict, verdict.reason});
      if (const auto allowed = may_decide(view_, identity); !allowed) {
        out.refused.push_back({verdict.row, allowed.error().message});
      } else if (said_before(view_, identity, session_.self().id)) {
        ++out.unchanged;
      } else if (shown_now(view_, identity.a, identity.b) != verdict.shown) {
        out.refused.push_back({verdict.row, "changed since the sheet was written: look again"});
      } else {
        count(verdict.verdict, out);
        decided.push_back(identity);
      }
    }
    std::stable_sort(out.refused.begin(), out.refused.end(),
                     [](const auto& x, const auto& y) { return x.row < y.row; });
    return decided;
  }

 private:
  static void count(Verdict verdict, ReviewMerged& out) {
    switch (verdict) {
      case Verdict::kSame: ++out.same; return;
      case Verdict::kDifferent: ++out.different; return;
      case Verdict::kLater: ++out.later; return;
    }
  }

  Session& session_;
  const exchange::View& view_;
  exchange::CodedPairs pairs_;
};

}  // namespace

Result<Decided> decide(Session& session, const DecideRequest& request) {
  PARLEY_ASSIGN(const policy::Audience desk,
                desk_audience(session, policy::Action::kIdentify, kCommand));
  if (request.people.empty() || request.people.size() > 2) {
    return fail(Fault::kUsage, "one person or two are decided on");
  }
  const record::View& readable = session.own();
  PARLEY_ASSIGN(const exchange::View view, exchange::fold(readable));
  PARLEY_ASSIGN(const exchange::Row* a, row_called(session, view, request.people[0]));
  Identity identity{a->id, {}, request.verdict, request.reason};
  if (request.people.size() == 2) {
    PARLEY_ASSIGN(const exchange::Row* b, row_called(session, view, request.people[1]));
    if (b->id == a->id) return fail(Fault::kUsage, "both are the same row");
    identity.b = b->id;
  }
  identity = in_order(view, identity);
  PARLEY_TRY(may_decide(view, identity));
  if (said_before(view, identity, session.self().id)) {
    session.record().end();
    return Decided{{}, true, readable.size};
  }
  return write(session, desk, identity);
}

Result<Decided> decide_shown(Session& session, const Identity& identity) {
  PARLEY_ASSIGN(const policy::Audience desk,
                desk_audience(session, policy::Action::kIdentify, kCommand));
  if (!session.setting().dry_run) {
    session.record().end();
    PARLEY_TRY(session.record().begin_write());
  }
  return write(session, desk, identity);
}

Result<ReviewMerged> merge_review(Session& session, const MergeReviewRequest& request) {
  PARLEY_ASSIGN(const policy::Audience desk,
                desk_audience(session, policy::Action::kIdentify, "claim review"));
  PARLEY_ASSIGN(const table::SheetFile file,
                table::read_sheets(request.file, bytes_of(request.bytes)));
  auto answers = exchange::read_review_sheet(file);
  if (!answers) return within(std::move(answers).error(), request.file);
  const record::View& readable = session.own();
  PARLEY_ASSIGN(const exchange::View view, exchange::fold(readable));
  ReviewMerged out;
  out.file = request.file;
  out.size = readable.size;
  const std::vector<Identity> decided =
      Merge(session, view, exchange::fold_linkages(readable)).run(*answers, out);
  if (decided.empty()) {
    session.record().end();
    return out;
  }
  record::ActBuilder act = session.act();
  PARLEY_TRY(session.add_new_audiences(act));
  for (const Identity& identity : decided) {
    PARLEY_ASSIGN(const EntryId id, act.add({desk.id, session.stamped(to_payload(identity)), {}}));
    out.ids.push_back(id);
  }
  PARLEY_ASSIGN(const record::Appended appended, session.write(act));
  if (session.setting().dry_run) out.ids.clear();
  out.size = appended.size;
  return out;
}

}  // namespace parley::desk
