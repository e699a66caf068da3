#include "desk/record/erase.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "record/verify.hpp"

namespace parley::desk {
namespace {

bool holds_the_record_together(std::string_view kind) {
  return kind == policy::kDossierKind || kind == policy::kKeyKind || kind == policy::kKeyEndKind ||
         kind == policy::kAudienceKind || kind == policy::kRefusalKind ||
         kind == record::kErasureKind;
}

Result<void> check(const record::Opened& entry, const EraseRequest& request) {
  const std::string id = entry.id.hex().substr(0, 12);
  if (holds_the_record_together(entry.payload.kind)) {
    return fail(Fault::kRefused, fmt::format("entry {} is of kind {}, without which the record "
                                             "cannot be verified",
                                             id, entry.payload.kind));
  }
  for (const std::int64_t field : request.fields) {
    if (!entry.payload.parts.contains(field)) {
      return fail(Fault::kUsage, fmt::format("field {} of entry {} has no audience of its own; "
                                             "only the whole payload can be erased",
                                             field, id));
    }
  }
  return {};
}

}  // namespace

Result<Written> erase(Session& session, const EraseRequest& request) {
  if (request.reason.empty()) {
    return fail(Fault::kUsage, "an erasure needs a reason, one that names nobody");
  }
  const record::View& view = session.own();
  record::Payload order;
  order.kind = record::kErasureKind;
  order.body.emplace(record::kErasureReason, request.reason);
  if (!request.fields.empty()) {
    cbor::Array fields;
    for (const std::int64_t field : request.fields) fields.emplace_back(field);
    order.body.emplace(record::kErasureFields, std::move(fields));
  }
  std::vector<record::Erasure> erasures;
  for (const std::string& digits : request.entries) {
    PARLEY_ASSIGN(const record::Opened* entry, find_entry(view, digits));
    PARLEY_TRY(session.authorize(policy::Action::kErase, entry->audience, "record erase"));
    PARLEY_TRY(check(*entry, request));
    if (std::find(order.refs.begin(), order.refs.end(), entry->id) != order.refs.end()) continue;
    order.refs.push_back(entry->id);
    if (request.fields.empty()) erasures.push_back({entry->index, {}});
    for (const std::int64_t field : request.fields) erasures.push_back({entry->index, field});
  }
  if (order.refs.empty()) return fail(Fault::kUsage, "no entry is named");
  const policy::Audience* all = session.registry().audience_named(policy::kAllName);
  if (all == nullptr) return fail(Fault::kBroken, "the dossier has no audience 'all'");
  record::ActBuilder act = session.act();
  PARLEY_TRY(act.add({all->id, session.stamped(std::move(order)), {}}));
  PARLEY_ASSIGN(record::Appended appended, session.write(act, std::move(erasures)));
  return Written{std::move(appended.ids), appended.size};
}

}  // namespace parley::desk
