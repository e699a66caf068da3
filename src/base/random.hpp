// Randomness, passed in: engines and the record never reach for it themselves.
#pragma once

#include <cstdint>
#include <span>

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

// The system's generator (getrandom, by libsodium): the only one for salts and keys.
class SystemRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace parley
