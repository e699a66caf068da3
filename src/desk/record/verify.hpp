// Verification for people: the record's own checks, then policy's on what could be opened.
#pragma once

#include <memory>

#include "desk/session.hpp"
#include "record/verify.hpp"

namespace parley::desk {

struct VerifyRequest {
  // Without it, hashes, tree and signatures are checked, and payloads stay closed.
  const Passphrase* passphrase = nullptr;
  std::optional<std::string> against;
  int threads = 1;
  std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};
};

struct VerifyAnswer {
  record::Verified verified;
  std::vector<policy::Breach> breaches;
  bool opened = false;
  bool broken() const { return verified.broken() || !breaches.empty(); }
};

// A wrong passphrase is an error (kLocked); a broken record is an answer.
Result<VerifyAnswer> verify(std::unique_ptr<record::Store> store, const VerifyRequest& request);

}  // namespace parley::desk
