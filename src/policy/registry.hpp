// Who is who in a dossier: the keys admitted to it and the audiences defined in it.
//
// Promises: a pure function of the view, in the order of the record: an entry is judged by what the
// entries before it say, and one that was not permitted admits, ends and defines nothing. So who
// holds the passphrase, but no key with leave to do it, gives nobody a role.
// An audience never inherits: a coalition's does not hold its members', nor the other way round.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "policy/kinds.hpp"
#include "policy/permission.hpp"
#include "policy/role.hpp"
#include "record/view.hpp"

namespace parley::policy {

// The names of the two audiences every dossier has.
constexpr std::string_view kAllName = "all";
constexpr std::string_view kDeskName = "desk";

class Registry {
 public:
  // From everything the desk can read. Entries that breaches() reports are without effect here.
  static Registry fold(const record::View& view);

  const Founding& founding() const { return founding_; }
  const std::vector<AdmittedKey>& keys() const { return keys_; }
  const std::vector<Audience>& audiences() const { return audiences_; }

  // The key if it is admitted and not ended at the end of the view.
  const AdmittedKey* active(const record::KeyId& id) const;
  const AdmittedKey* key(const record::KeyId& id) const;
  const Audience* audience(const record::AudienceId& id) const;
  const Audience* audience_named(std::string_view name) const;
  // The audience of exactly these parties, if one is defined.
  const Audience* audience_of(const std::set<std::string>& parties) const;

  Standing standing(const AdmittedKey& key, const record::AudienceId& id) const;
  bool may_read(const AdmittedKey& key, const record::AudienceId& id) const;
  // Whether the key may correct an entry of that kind and audience that another key wrote: the desk
  // any; who may list for a party the rows of that party's lists, whoever entered them.
  bool may_correct_anothers(const AdmittedKey& key, std::string_view kind,
                            const record::AudienceId& id) const;
  // Whether somebody of that party may read it.
  bool party_may_read(std::string_view party, const record::AudienceId& id) const;

 private:
  friend class Walk;

  Founding founding_;
  std::vector<AdmittedKey> keys_;
  std::vector<Audience> audiences_;
};

// What an entry of that kind is, as an action; nullopt for kinds this program does not know (a
// newer program's), which are not judged.
std::optional<Action> action_of_kind(std::string_view kind);

// Acts that the table did not permit when they were written: the record holds, but somebody went
// round the program. One line each, by entry.
struct Breach {
  std::uint64_t index = 0;
  std::string text;
};
std::vector<Breach> breaches(const record::View& view);

}  // namespace parley::policy
