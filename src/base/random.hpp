// Randomness, passed in: engines and the record never reach for it themselves.
#pragma once

#include <cstdint>
#include <span>

#include "base/secret.hpp"

namespace parley {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;

  template <class IdType>
  IdType id() {
    IdType id;
    fill(id.bytes);
    return id;
  }
};

// The system's generator (getrandom, by libsodium): the only one for salts and keys. Draws a block at
// a time, gives each byte out once, and wipes it. Not for use by several threads, nor after a fork.
class SystemRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> out) override;

 private:
  static constexpr std::size_t kBlock = 4096;
  SecretBytes<kBlock> block_;
  std::size_t used_ = kBlock;
};

}  // namespace parley
