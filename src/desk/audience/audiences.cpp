#include "desk/audience/audiences.hpp"

#include <fmt/core.h>

namespace parley::desk {

Result<Written> define_audience(Session& session, const std::string& name,
                                const std::set<std::string>& parties) {
  PARLEY_TRY(session.authorize(policy::Action::kAudiences, policy::Standing::kAll, "audience add"));
  if (!dossier::is_handle(name)) {
    return fail(Fault::kUsage, "an audience's name is made of a-z, 0-9 and '-'");
  }
  if (session.registry().audience_named(name) != nullptr) {
    return fail(Fault::kUsage, fmt::format("there is an audience '{}' already", name));
  }
  if (parties.empty()) return fail(Fault::kUsage, "an audience has one party at least");
  PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(session.all()));
  if (dossier.find(dossier::Kind::kParty, name)) {
    return fail(Fault::kUsage,
                fmt::format("'{}' is a party; an audience has a name of its own", name));
  }
  for (const std::string& party : parties) {
    if (!dossier.find(dossier::Kind::kParty, party)) {
      return fail(Fault::kNotFound, fmt::format("there is no party '{}'", party));
    }
  }
  const policy::Audience* desk = session.registry().audience_named(policy::kDeskName);
  if (desk == nullptr) return fail(Fault::kBroken, "the dossier has no audience 'desk'");
  const policy::Audience audience{session.setting().random.id<record::AudienceId>(), name, false,
                                  parties};
  record::ActBuilder act = session.act();
  PARLEY_TRY(act.add({desk->id, session.stamped(policy::to_payload(audience)), {}}));
  PARLEY_ASSIGN(record::Appended appended, session.write(act));
  return Written{std::move(appended.ids), appended.size};
}

}  // namespace parley::desk
