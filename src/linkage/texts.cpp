#include "linkage/texts.hpp"

#include <algorithm>

namespace parley::linkage {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr std::uint64_t kHigh = 0xa0761d6478bd642fu, kLow = 0xe7037ed1a0b428dbu;

// Both halves of the product. Source: Wang Yi's wyhash, whose multipliers these are.
std::uint64_t mixed(std::uint64_t x, std::uint64_t y) {
  const Wide product = Wide{x} * y;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// At most eight bytes, the first the least.
std::uint64_t word_of(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t i = text.size(); i-- > 0;) out = out << 8 | static_cast<unsigned char>(text[i]);
  return out;
}

std::uint32_t place_of(std::string_view text) {
  std::uint64_t hash = kHigh ^ text.size();
  for (; text.size() > 8; text.remove_prefix(8)) {
    hash = mixed(hash ^ word_of(text.substr(0, 8)), kLow);
  }
  return static_cast<std::uint32_t>(mixed(hash ^ word_of(text), kLow) >> 32);
}

// Twice as many places, each number by its hash.
template <class Slot>
void spread(std::vector<Slot>& slots) {
  std::vector<Slot> before(std::max<std::size_t>(slots.size() * 2, 64));
  before.swap(slots);
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : before) {
    if (slot.number == Slot{}.number) continue;
    std::size_t at = slot.hash & mask;
    while (slots[at].number != Slot{}.number) at = (at + 1) & mask;
    slots[at] = slot;
  }
}

}  // namespace

void Hash::add(std::uint64_t number) {
  high = mixed(high ^ number ^ kHigh, 0x8ebc6af09c88c6e3u ^ high);
  low = mixed(low ^ number ^ kLow, 0x589965cc75374cc3u ^ low);
}

void Hash::add(const Hash& other) {
  add(other.high);
  add(other.low);
}

void Hash::add(std::string_view text) {
  const std::uint64_t size = text.size();
  for (; text.size() > 8; text.remove_prefix(8)) add(word_of(text.substr(0, 8)));
  add(word_of(text));
  add(size);
}

Hash hash_of(std::string_view text) {
  Hash out;
  out.add(text);
  return out;
}

void TextNumbers::grow() { spread(slots_); }
void ViewNumbers::grow() { spread(slots_); }

std::uint32_t ViewNumbers::of(std::string_view text) {
  if (views_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = place_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.number == Slot{}.number) {
      slot = {hash, static_cast<std::uint32_t>(views_.size())};
      views_.push_back(text);
      return slot.number;
    }
    if (slot.hash == hash && views_[slot.number] == text) return slot.number;
  }
}

TextNumbers::Number TextNumbers::of(std::string_view text) {
  if (texts_.size() * std::size_t{2} >= slots_.size()) grow();
  const std::uint32_t short_hash = place_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = short_hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.number == kFree) {
      slot = {short_hash, texts_.size()};
      texts_.add(text);
      return {slot.number, true};
    }
    if (slot.hash == short_hash && texts_[slot.number] == text) return {slot.number, false};
  }
}

}  // namespace parley::linkage
