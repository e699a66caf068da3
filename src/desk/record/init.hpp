// Founds a dossier: its title, its two standing audiences, its first key, in one act.
#pragma once

#include <memory>
#include <string>

#include "desk/session.hpp"

namespace parley::desk {

struct InitRequest {
  std::string title;
  std::string key_name;  // of the founder, as the record will know it
  record::Kdf cost;
};

struct Founded {
  record::DossierId dossier;
  std::string verifier_key;  // of the record's log: to be handed out
  std::uint64_t size = 0;
  std::string checkpoint;
};

// The founder's key gets the role desk. Error (kUsage): no title.
Result<Founded> init(std::unique_ptr<record::Store> store, const Passphrase& passphrase,
                     const record::SecretKey& founder, const Setting& setting,
                     const InitRequest& request);

}  // namespace parley::desk
