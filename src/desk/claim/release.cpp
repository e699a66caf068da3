#include "desk/claim/release.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "desk/claim/claim_entry.hpp"

namespace parley::desk {
namespace {

Result<void> check_field(const exchange::View& view, const exchange::FieldRelease& release,
                         const std::string& token) {
  const auto field = exchange::field_named(token);
  if (!field) {
    return fail(Fault::kUsage,
                fmt::format("there is no field '{}'; see doc/format/exchange.md", token));
  }
  switch (info(*field).release) {
    case exchange::Release::kForward:
      return fail(Fault::kUsage,
                  fmt::format("{} goes with every name, and needs no release", token));
    case exchange::Release::kNever:
      return fail(Fault::kUsage,
                  fmt::format("{} is the list's own business and never leaves", token));
    case exchange::Release::kOnNamedDecision: break;
  }
  if (view.identities.released(release.person, *field, release.to)) {
    return fail(Fault::kUsage, fmt::format("{} has been released to that party already", token));
  }
  return {};
}

}  // namespace

Result<Written> release_fields(Session& session, const ReleaseRequest& request) {
  PARLEY_ASSIGN(const policy::Audience desk,
                desk_audience(session, policy::Action::kRelease, "claim release"));
  if (request.reason.empty()) return fail(Fault::kUsage, "--reason says why");
  PARLEY_ASSIGN(const exchange::View view, open_exchange(session));
  PARLEY_ASSIGN(const exchange::Row* row, find_row(session, view, request.person));
  exchange::FieldRelease release;
  release.person = row->id;
  PARLEY_ASSIGN(release.to, party_of(view, request.party, "--for"));
  if (view.lists.lists[row->list].by == release.to) {
    return fail(Fault::kUsage, "that party gave the field itself");
  }
  for (const std::string& token : request.fields) {
    PARLEY_TRY(check_field(view, release, token));
    if (std::find(release.fields.begin(), release.fields.end(), token) == release.fields.end()) {
      release.fields.push_back(token);
    }
  }
  release.reason = request.reason;
  return write_entry(session, desk, to_payload(release));
}

}  // namespace parley::desk
