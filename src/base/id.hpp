// Strong identifiers: an Id<Tag, N> is N bytes that only compares with its own kind.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <string>
#include <string_view>

#include "base/bytes.hpp"

namespace parley {

template <class Tag, std::size_t N>
struct Id {
  static constexpr std::size_t kSize = N;
  std::array<std::uint8_t, N> bytes{};

  auto operator<=>(const Id&) const = default;
  std::string hex() const { return to_hex(bytes); }
  ByteView view() const { return bytes; }
  bool is_zero() const { return *this == Id{}; }

  // Error: not exactly N bytes.
  static Result<Id> from(ByteView view) {
    if (view.size() != N) {
      return fail(Fault::kBadInput, "an identifier of " + std::to_string(N) + " bytes has " +
                                        std::to_string(view.size()));
    }
    Id id;
    std::copy(view.begin(), view.end(), id.bytes.begin());
    return id;
  }
  static Result<Id> from_hex_text(std::string_view text) {
    PARLEY_ASSIGN(const Bytes raw, from_hex(text));
    return from(raw);
  }
};

// For unordered containers whose order never reaches a result; ids are uniform already.
struct IdHash {
  template <class Tag, std::size_t N>
  std::size_t operator()(const Id<Tag, N>& id) const {
    std::size_t h;
    std::memcpy(&h, id.bytes.data(), sizeof h);
    return h;
  }
};

}  // namespace parley
