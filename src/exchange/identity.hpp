// Who is the same person: what people decided, and what was released of a person.
//
// A decision is about a pair of rows, of any two lists or of one; or about a claim alone, where the
// holder's answer names the person and no row of its lists is meant. A single "different" keeps two
// apart, however many keys say "same": it lasts until the key that said so says otherwise, and no
// other key can lift it. Nobody enters a plan before two keys have confirmed and while any says
// "different".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "exchange/field.hpp"
#include "record/body.hpp"
#include "record/view.hpp"

namespace parley::exchange {

enum class Verdict : std::uint8_t { kSame, kDifferent, kLater };
std::string_view name(Verdict verdict);
std::optional<Verdict> verdict_named(std::string_view text);

struct Identity {
  record::EntryId a;                // the claim, where one of the two is
  std::optional<record::EntryId> b;  // absent: the claim as answered
  Verdict verdict = Verdict::kLater;
  std::string reason;

  bool operator==(const Identity&) const = default;
};

// A field of a person that may leave the desk for a party, though it would not by itself.
struct FieldRelease {
  record::EntryId person;
  std::vector<std::string> fields;  // tokens
  record::EntryId to;
  std::string reason;

  bool operator==(const FieldRelease&) const = default;
};

constexpr std::string_view kIdentityKind = "identity";
constexpr std::string_view kReleaseKind = "release";

record::Payload to_payload(const Identity& identity);
record::Payload to_payload(const FieldRelease& release);
Result<Identity> identity_from(const record::Payload& payload);
Result<FieldRelease> release_from(const record::Payload& payload);

// What stands of all decisions.
class Identities {
 public:
  static Identities fold(const record::View& view);

  // The latest word of each key on that pair (order of the two does not matter).
  struct Standing {
    std::set<record::KeyId> same, different, later;
  };
  const Standing* of(const record::EntryId& a, const std::optional<record::EntryId>& b) const;

  // Two keys say same, and none says different.
  bool confirmed(const record::EntryId& a, const std::optional<record::EntryId>& b) const;
  bool decided_different(const record::EntryId& a, const record::EntryId& b) const;
  // Everyone decided the same as `a` by at least one key and none against, with how many keys.
  std::vector<std::pair<record::EntryId, std::size_t>> same_as(const record::EntryId& a) const;

  // Everyone with whom anything has been decided of `a`, in the order of their ids.
  const std::set<record::EntryId>& beside(const record::EntryId& a) const;

  bool released(const record::EntryId& person, Field field, const record::EntryId& to) const;
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  using Pair = std::pair<record::EntryId, record::EntryId>;  // ordered; twice the same: alone
  std::map<Pair, Standing> pairs_;
  std::map<record::EntryId, std::set<record::EntryId>> beside_;
  std::map<std::pair<record::EntryId, record::EntryId>, std::set<Field>> released_;
  std::vector<std::string> problems_;
};

}  // namespace parley::exchange
