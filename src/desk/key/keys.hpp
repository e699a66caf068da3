// The keys of a dossier: admitting, replacing, ending.
#pragma once

#include "desk/session.hpp"

namespace parley::desk {

struct AdmitRequest {
  record::PublicKey key;
  policy::Role role = policy::Role::kReader;
  std::string party;  // handle; empty where the role has none
  std::string name;
};

// Error: kUsage (the key is known already, or role and party do not go together), kNotFound (no such
// party), kRefused.
Result<Written> admit_key(Session& session, const AdmitRequest& request);

// Puts a new key in the place of the session's own: same role, same party, same name.
Result<Written> rotate_key(Session& session, const record::PublicKey& successor);

// Ends a key from here on; what it signed before stands. The last desk key cannot be ended.
Result<Written> revoke_key(Session& session, const std::string& digits, const std::string& reason);

}  // namespace parley::desk
