// Bytes that must not linger: wiped when they go, moved and never copied.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace parley {

void wipe(std::span<std::uint8_t> bytes);

template <std::size_t N>
class SecretBytes {
 public:
  SecretBytes() = default;
  ~SecretBytes() { wipe(bytes_); }
  SecretBytes(SecretBytes&& other) noexcept : bytes_(other.bytes_) { wipe(other.bytes_); }
  SecretBytes& operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
      bytes_ = other.bytes_;
      wipe(other.bytes_);
    }
    return *this;
  }
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;

  std::span<std::uint8_t, N> span() { return bytes_; }
  std::span<const std::uint8_t, N> span() const { return bytes_; }
  std::uint8_t* data() { return bytes_.data(); }
  const std::uint8_t* data() const { return bytes_.data(); }
  static constexpr std::size_t size() { return N; }

 private:
  std::array<std::uint8_t, N> bytes_{};
};

// A passphrase as typed: UTF-8, without the line's end.
class Passphrase {
 public:
  explicit Passphrase(std::string text) : text_(std::move(text)) {}
  ~Passphrase() { clear(); }
  // Copying into a fresh string: a moved-from small string would keep its bytes.
  Passphrase(Passphrase&& other) noexcept : text_(other.text_) { other.clear(); }
  Passphrase& operator=(Passphrase&& other) noexcept {
    if (this != &other) {
      clear();
      text_ = other.text_;
      other.clear();
    }
    return *this;
  }
  Passphrase(const Passphrase&) = delete;
  Passphrase& operator=(const Passphrase&) = delete;

  const std::string& text() const { return text_; }

 private:
  void clear();
  std::string text_;
};

}  // namespace parley
