#include "desk/session.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <map>
#include <utility>

namespace parley::desk {

std::int64_t SystemClock::now() const { return std::time(nullptr); }

Result<Session> Session::open(record::Record record, record::SecretKey key, Access access,
                              Setting setting) {
  Session session(std::move(record), std::move(key), std::move(setting));
  PARLEY_TRY(access == Access::kWrite ? session.record_.begin_write()
                                      : session.record_.store().begin_read());
  auto read = session.read();
  if (access == Access::kRead || !read) session.record_.end();
  PARLEY_TRY(read);
  return session;
}

Result<void> Session::read() {
  PARLEY_ASSIGN(all_, record_.view(setting_.threads));
  registry_ = policy::Registry::fold(all_);
  const record::KeyId id = record::key_id(key_.public_key());
  const policy::AdmittedKey* self = registry_.active(id);
  if (self == nullptr) {
    const bool ended = registry_.key(id) != nullptr;
    PARLEY_TRY(record_refusal({policy::Action::kRead, policy::Standing::kAll, id, "open"}));
    return fail(Fault::kRefused, ended ? "this key has been ended in this dossier"
                                       : "this key is not admitted to this dossier");
  }
  self_ = *self;
  return {};
}

namespace {

// Whether restrict() would leave it as it is.
bool may_read_all(const record::View& view,
                  const std::function<bool(const record::AudienceId&)>& may_read) {
  std::map<record::AudienceId, bool> known;
  const auto may = [&](const record::AudienceId& audience) {
    const auto [it, added] = known.try_emplace(audience);
    if (added) it->second = may_read(audience);
    return it->second;
  };
  return std::all_of(view.entries.begin(), view.entries.end(), [&](const record::Opened& entry) {
    return may(entry.audience) &&
           std::all_of(entry.payload.parts.begin(), entry.payload.parts.end(),
                       [&](const auto& part) { return may(part.second.audience); });
  });
}

}  // namespace

const record::View& Session::own() const {
  if (own_) return *own_;
  const auto may_read = [this](const record::AudienceId& audience) {
    return registry_.may_read(self_, audience);
  };
  if (may_read_all(all_, may_read)) return all_;
  return own_.emplace(restrict(all_, may_read));
}

Result<record::View> Session::readable(const std::optional<std::string>& party) const {
  if (!party) return own();
  // Of a party that one may not read of, the answer is as if it were not there.
  if (*party != self_.party) {
    PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(own()));
    if (!dossier.find(dossier::Kind::kParty, *party)) {
      return fail(Fault::kNotFound, fmt::format("there is no party '{}'", *party));
    }
  }
  return restrict(own(), [&](const record::AudienceId& audience) {
    return registry_.party_may_read(*party, audience);
  });
}

record::View Session::take_own() {
  const record::View& kept = own();
  record::View out = std::move(&kept == &all_ ? all_ : *own_);
  all_ = {};
  own_.reset();
  return out;
}

Result<void> Session::record_refusal(const policy::Refusal& refusal) {
  if (setting_.dry_run) return {};
  record_.end();
  const policy::Audience* desk = registry_.audience_named(policy::kDeskName);
  if (desk == nullptr) return {};
  auto begun = record_.begin_write();
  // A copy that cannot be written to still refuses.
  if (!begun) return begun.error().fault == Fault::kIo ? Result<void>{} : begun;
  record::ActBuilder act = record_.act_by_log(setting_.random);
  record::Payload payload = policy::to_payload(refusal);
  payload.time = setting_.clock.now();
  PARLEY_TRY(act.add({desk->id, std::move(payload), {}}));
  auto appended = record_.append(act);
  if (!appended && appended.error().fault != Fault::kIo) {
    return tl::unexpected<Error>(std::move(appended).error());
  }
  return {};
}

Result<void> Session::authorize(policy::Action action, policy::Standing standing,
                                const std::string& what) {
  if (policy::permitted(self_.role, action, standing)) return {};
  PARLEY_TRY(record_refusal({action, standing, self_.id, what}));
  return fail(Fault::kRefused,
              fmt::format("a key of role {} may not {} (audience: {}); the attempt is recorded",
                          name(self_.role), in_words(action), name(standing)));
}

Result<void> Session::authorize(policy::Action action, const record::AudienceId& audience,
                                const std::string& what) {
  const auto fresh = std::find_if(new_audiences_.begin(), new_audiences_.end(),
                                  [&](const policy::Audience& a) { return a.id == audience; });
  if (fresh == new_audiences_.end()) {
    return authorize(action, registry_.standing(self_, audience), what);
  }
  // Making an audience is the desk's to do, except for one's own party alone.
  const bool member = fresh->parties.contains(self_.party);
  PARLEY_TRY(authorize(action, member ? policy::Standing::kOwn : policy::Standing::kOther, what));
  if (member && fresh->parties.size() == 1) return {};
  return authorize(policy::Action::kAudiences, policy::Standing::kAll, what);
}

Result<void> Session::refuse(policy::Action action, const record::AudienceId& audience,
                             const std::string& what, std::string why) {
  PARLEY_TRY(record_refusal({action, registry_.standing(self_, audience), self_.id, what}));
  return fail(Fault::kRefused, std::move(why) + "; the attempt is recorded");
}

Result<policy::Audience> Session::audience(const std::string& wanted) {
  const policy::Audience* known = registry_.audience_named(wanted);
  const bool founding = wanted == policy::kAllName || wanted == policy::kDeskName;
  if (known != nullptr && founding) return *known;
  PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(all_));
  // A set of other parties that is named like a party must not stand in for it.
  if (known != nullptr && !dossier.find(dossier::Kind::kParty, wanted)) return *known;
  policy::Audience fresh;
  std::size_t start = 0;
  while (start <= wanted.size()) {
    const std::size_t end = std::min(wanted.find('+', start), wanted.size());
    const std::string party = wanted.substr(start, end - start);
    if (!dossier.find(dossier::Kind::kParty, party)) {
      return fail(Fault::kNotFound,
                  fmt::format("'{}' is neither an audience nor a party; audiences are 'all', "
                              "'desk', those defined, and parties joined by '+'",
                              party));
    }
    fresh.parties.insert(party);
    start = end + 1;
  }
  if (const policy::Audience* same = registry_.audience_of(fresh.parties)) return *same;
  for (const policy::Audience& made : new_audiences_) {
    if (made.parties == fresh.parties) return made;
  }
  for (const std::string& party : fresh.parties) {
    fresh.name += (fresh.name.empty() ? "" : "+") + party;
  }
  fresh.id = setting_.random.id<record::AudienceId>();
  new_audiences_.push_back(fresh);
  return fresh;
}

record::Payload Session::stamped(record::Payload payload) const {
  payload.time = setting_.clock.now();
  payload.office = setting_.office;
  return payload;
}

Result<void> Session::add_new_audiences(record::ActBuilder& act) {
  const policy::Audience* desk = registry_.audience_named(policy::kDeskName);
  for (const policy::Audience& audience : new_audiences_) {
    PARLEY_TRY(act.add({desk == nullptr ? record::AudienceId{} : desk->id,
                        stamped(policy::to_payload(audience)), {}}));
  }
  new_audiences_.clear();
  return {};
}

Result<record::Appended> Session::write(record::ActBuilder& act,
                                        std::vector<record::Erasure> erasures) {
  if (setting_.dry_run || act.size() == 0) {
    record_.end();
    return record::Appended{};
  }
  return record_.append(act, std::move(erasures));
}

Result<const record::Opened*> find_entry(const record::View& view, const std::string& wanted) {
  PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(view));
  const auto statement = dossier.find(dossier::Kind::kStatement, wanted);
  const bool hex = wanted.size() >= 6 && wanted.size() <= 64 &&
                   wanted.find_first_not_of("0123456789abcdef") == std::string::npos;
  // A handle may look like digits: then it must not stand in for the entry that has them.
  const record::Opened* found = nullptr;
  for (const record::Opened& entry : view.entries) {
    const bool by_digits = hex && entry.id.hex().starts_with(wanted);
    if (by_digits && wanted.size() == entry.id.hex().size()) return &entry;
    if (!by_digits && (!statement || entry.id != *statement)) continue;
    if (found != nullptr) {
      return fail(Fault::kUsage, "more than one entry is called " + wanted +
                                     " or begins so; give more digits of its id");
    }
    found = &entry;
  }
  if (found != nullptr) return found;
  if (!hex) {
    return fail(Fault::kUsage, "an entry is named by 6 to 64 digits of its id in hex, or a "
                               "statement by its handle; '" + wanted + "' is neither");
  }
  return fail(Fault::kNotFound, "no entry that you may read begins with " + wanted);
}

}  // namespace parley::desk
