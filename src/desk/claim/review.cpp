#include "desk/claim/review.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "desk/claim/claim_entry.hpp"
#include "desk/link/pair_words.hpp"
#include "exchange/review_sheet.hpp"

namespace parley::desk {
namespace {

struct Queue {
  exchange::View view;
  exchange::Linkages linkages;
  std::vector<exchange::ReviewItem> items;
  std::uint64_t size = 0;
  exchange::ReviewOrder order = exchange::ReviewOrder::kTeaching;

  // What may be shown of it: in the blind order, nothing.
  const exchange::Linkage* shown() const {
    return order == exchange::ReviewOrder::kBlind ? nullptr : linkage();
  }
  const exchange::Linkage* linkage() const {
    return linkages.latest() == nullptr ? nullptr : &linkages.latest()->value;
  }
};

Result<Queue> open_queue(Session& session, exchange::ReviewOrder order) {
  PARLEY_TRY(desk_audience(session, policy::Action::kIdentify, "claim review"));
  Queue out;
  const record::View& readable = session.own();
  PARLEY_ASSIGN(out.view, exchange::fold(readable));
  out.linkages = exchange::fold_linkages(readable);
  out.size = readable.size;
  out.order = order;
  out.items = exchange::review_queue(out.view, out.linkage(), session.self().id, order);
  return out;
}

// The first of the queue, with linkage's reasons in words.
Result<std::vector<exchange::ShownPair>> shown(const Queue& queue, std::size_t most, int threads) {
  constexpr auto kEnglish = document::Language::kEnglish;
  PARLEY_ASSIGN(auto out,
                exchange::show_pairs(queue.view, queue.shown(), queue.items, most, threads));
  for (exchange::ShownPair& pair : out) {
    if (pair.outdated) pair.agreement = {"the lists have changed since: link again"};
    if (pair.explained) {
      for (const ToldStep& step : tell(explained(pair), kEnglish).steps) {
        pair.agreement.push_back(line_of(step, kEnglish));
      }
    }
    if (!pair.linked) continue;
    for (const linkage::Doubt doubt : pair.linked->doubts) {
      pair.doubts.emplace_back(words_of(doubt, kEnglish));
    }
  }
  return out;
}

}  // namespace

document::Text called(const exchange::ReviewSide& side) {
  document::Text out(document::code(fmt::format("{}:{}", side.list, side.row)));
  if (side.reference.empty()) return out;
  out += document::Text(" (");
  out += document::as_entered(side.reference);
  out += document::Text(")");
  return out;
}

ExplainedPair explained(const exchange::ShownPair& pair) {
  ExplainedPair out{pair.code, called(pair.a), called(pair.b), *pair.explained, {}};
  if (pair.linked) {
    out.standing =
        PairStanding{pair.linked->probability_ppm, pair.linked->standing, pair.linked->doubts};
  }
  return out;
}

Result<ReviewAnswer> review_queue(Session& session, std::size_t most, exchange::ReviewOrder order) {
  PARLEY_ASSIGN(const Queue queue, open_queue(session, order));
  ReviewAnswer out;
  out.order = order;
  out.waiting = queue.items.size();
  out.put_off = static_cast<std::size_t>(
      std::count_if(queue.items.begin(), queue.items.end(),
                    [](const exchange::ReviewItem& item) { return item.put_off; }));
  out.linked = queue.linkage() != nullptr;
  PARLEY_ASSIGN(out.pairs, shown(queue, most, session.setting().threads));
  return out;
}

Result<ReviewSheet> review_sheet(Session& session, const std::string& officer, std::size_t most,
                                 exchange::ReviewOrder order) {
  PARLEY_ASSIGN(const Queue queue, open_queue(session, order));
  if (queue.items.empty()) return fail(Fault::kNotFound, "nothing waits for your decision");
  PARLEY_ASSIGN(const auto pairs, shown(queue, most, session.setting().threads));
  ReviewSheet out;
  out.pairs = pairs.size();
  const table::XlsxBook book = exchange::review_sheet(
      pairs, session.registry().founding().title, officer.empty() ? session.self().name : officer,
      queue.size, order == exchange::ReviewOrder::kBlind);
  PARLEY_ASSIGN(out.file, table::write_xlsx(book));
  return out;
}

}  // namespace parley::desk
