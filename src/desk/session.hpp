// A session: one person, with one key, at one dossier. Every use case takes one.
//
// Promises: what all() holds has been read under the lock that a write will use; own() is what
// this key may see; a refused attempt is recorded by the record itself before the refusal returns.
// Does not: prompt, print, or choose where keys and dossiers lie; front doors do.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dossier/view.hpp"
#include "policy/registry.hpp"
#include "record/record.hpp"

namespace parley::desk {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now() const = 0;  // seconds since 1970-01-01 UTC
};

class SystemClock final : public Clock {
 public:
  std::int64_t now() const override;
};

// The author's own, recorded beside the record's numbering.
struct Setting {
  const Clock& clock;
  Random& random;
  std::string office;    // where the author sits; may be empty
  bool dry_run = false;  // do everything but write
  int threads = 1;       // to read with; the answers are the same at any number
};

enum class Access { kRead, kWrite };

class Session {
 public:
  // Opens the record and takes the lock that `access` needs. Error (kRefused): the key is not
  // admitted here, or has been ended.
  static Result<Session> open(record::Record record, record::SecretKey key, Access access,
                              Setting setting);

  record::Record& record() { return record_; }
  const record::SecretKey& key() const { return key_; }
  const policy::AdmittedKey& self() const { return self_; }
  const policy::Registry& registry() const { return registry_; }
  const Setting& setting() const { return setting_; }

  // Everything, for what the program itself must know. Never shown.
  const record::View& all() const { return all_; }
  // What this key may read.
  const record::View& own() const;
  // A copy of it; with a party, only of what that party may read too. Error (kNotFound): no such
  // party.
  Result<record::View> readable(const std::optional<std::string>& party) const;
  // The same as own(), given away: own() and all() are empty from then on.
  record::View take_own();

  // Error (kRefused), recorded: the table does not permit it. `what` names the command.
  Result<void> authorize(policy::Action action, policy::Standing standing, const std::string& what);
  Result<void> authorize(policy::Action action, const record::AudienceId& audience,
                         const std::string& what);

  // For what the table permits and another rule does not. Always an error (kRefused), recorded.
  Result<void> refuse(policy::Action action, const record::AudienceId& audience,
                      const std::string& what, std::string why);

  // By name: "all", "desk", a defined name, or party handles joined by '+'. A set of parties that has
  // no audience yet gets one, written into the same act by write().
  // Error (kNotFound): no such audience or party.
  Result<policy::Audience> audience(const std::string& name);

  // Starts an act; drafts get time, office and author from the session.
  record::ActBuilder act() const { return record_.act(key_, setting_.random); }
  record::Payload stamped(record::Payload payload) const;
  // Adds to the act the audiences that audience() had to make. Call before the entries that use them.
  Result<void> add_new_audiences(record::ActBuilder& act);
  // Appends the act, unless the session is a dry run (then nothing is written and size is 0).
  Result<record::Appended> write(record::ActBuilder& act,
                                 std::vector<record::Erasure> erasures = {});

 private:
  Session(record::Record record, record::SecretKey key, Setting setting)
      : record_(std::move(record)), key_(std::move(key)), setting_(std::move(setting)) {}
  Result<void> read();
  Result<void> record_refusal(const policy::Refusal& refusal);

  record::Record record_;
  record::SecretKey key_;
  Setting setting_;
  policy::AdmittedKey self_;
  policy::Registry registry_;
  record::View all_;
  mutable std::optional<record::View> own_;  // once asked for, where it is less than all_
  std::vector<policy::Audience> new_audiences_;
};

// What a use case wrote.
struct Written {
  std::vector<record::EntryId> ids;
  std::uint64_t size = 0;  // of the record afterwards; 0 for a dry run
};

// The entry whose id begins with these hex digits (6 at least), among those in the view; or the first
// entry of the statement of that handle. Error: kNotFound, kUsage (more than one).
Result<const record::Opened*> find_entry(const record::View& view, const std::string& wanted);

}  // namespace parley::desk
