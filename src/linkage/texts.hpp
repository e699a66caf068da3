// Many short texts, one after the other in one piece of memory, and numbers for distinct ones.
//
// Promises: numbers in the order in which texts were first given; hashes are the same on every
// machine. What a Texts gave out holds until the next text is added. Does not: forget.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::linkage {

// Two hashes of one text that do not depend on each other.
struct Hash {
  std::uint64_t high = 0, low = 0;
  void add(std::string_view text);
  void add(std::uint64_t number);
  void add(const Hash& other);
  auto operator<=>(const Hash&) const = default;
};
Hash hash_of(std::string_view text);

class Texts {
 public:
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  std::string_view operator[](std::size_t at) const {
    const std::uint64_t begin = at == 0 ? 0 : ends_[at - 1];
    return {bytes_.data() + begin, static_cast<std::size_t>(ends_[at] - begin)};
  }
  void add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
  }

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

// A number for each distinct text.
class TextNumbers {
 public:
  struct Number {
    std::uint32_t at = 0;
    bool is_new = false;
  };
  Number of(std::string_view text);
  std::uint32_t size() const { return texts_.size(); }
  const Texts& texts() const { return texts_; }
  Texts take() && { return std::move(texts_); }

 private:
  struct Slot {
    std::uint32_t hash = 0, number = kFree;
  };
  static constexpr std::uint32_t kFree = 0xffffffff;
  void grow();

  Texts texts_;
  std::vector<Slot> slots_;
};

// A number for each distinct text, of texts that somebody else keeps.
class ViewNumbers {
 public:
  std::uint32_t of(std::string_view text);
  const std::vector<std::string_view>& views() const { return views_; }

 private:
  struct Slot {
    std::uint32_t hash = 0, number = 0xffffffff;
  };
  void grow();

  std::vector<std::string_view> views_;
  std::vector<Slot> slots_;
};

}  // namespace parley::linkage
