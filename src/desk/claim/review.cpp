#include "desk/claim/review.hpp"

#include <algorithm>

#include "desk/claim/claim_entry.hpp"
#include "exchange/review_sheet.hpp"

namespace parley::desk {
namespace {

struct Queue {
  exchange::View view;
  exchange::Linkages linkages;
  std::vector<exchange::ReviewItem> items;
  std::uint64_t size = 0;

  const exchange::Linkage* linkage() const {
    return linkages.latest() == nullptr ? nullptr : &linkages.latest()->value;
  }
};

Result<Queue> open_queue(Session& session) {
  PARLEY_TRY(desk_audience(session, policy::Action::kIdentify, "claim review"));
  Queue out;
  const record::View& readable = session.own();
  PARLEY_ASSIGN(out.view, exchange::fold(readable));
  out.linkages = exchange::fold_linkages(readable);
  out.size = readable.size;
  out.items = exchange::review_queue(out.view, out.linkage(), session.self().id);
  return out;
}

}  // namespace

Result<ReviewAnswer> review_queue(Session& session, std::size_t most) {
  PARLEY_ASSIGN(const Queue queue, open_queue(session));
  ReviewAnswer out;
  out.waiting = queue.items.size();
  out.put_off = static_cast<std::size_t>(
      std::count_if(queue.items.begin(), queue.items.end(),
                    [](const exchange::ReviewItem& item) { return item.put_off; }));
  out.linked = queue.linkage() != nullptr;
  PARLEY_ASSIGN(out.pairs, exchange::show_pairs(queue.view, queue.linkage(), queue.items, most,
                                                session.setting().threads));
  return out;
}

Result<ReviewSheet> review_sheet(Session& session, const std::string& officer, std::size_t most) {
  PARLEY_ASSIGN(const Queue queue, open_queue(session));
  if (queue.items.empty()) return fail(Fault::kNotFound, "nothing waits for your decision");
  PARLEY_ASSIGN(const auto pairs, exchange::show_pairs(queue.view, queue.linkage(), queue.items,
                                                       most, session.setting().threads));
  ReviewSheet out;
  out.pairs = pairs.size();
  const table::XlsxBook book =
      exchange::review_sheet(pairs, session.registry().founding().title,
                             officer.empty() ? session.self().name : officer, queue.size);
  PARLEY_ASSIGN(out.file, table::write_xlsx(book));
  return out;
}

}  // namespace parley::desk
