// Headers, payloads, parts and what opens them: hostile bytes are refused or mean one thing.
//
// The first byte chooses: a header, a payload, or an entry sealed with a known key whose payload
// and part are the input, as somebody who holds the passphrase could write them.
#include <cstdlib>

#include <sodium.h>

#include "record/act.hpp"
#include "record/record.hpp"

namespace {

using namespace parley;
using namespace parley::record;

class Counter final : public Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = ++count_;
  }

 private:
  std::uint8_t count_ = 0;
};

void same(const Bytes& again, ByteView input) {
  if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
}

void sealed(ByteView input) {
  Counter random;
  SymmetricKey key;
  random.fill(key.span());
  const std::size_t half = input.size() / 2;
  Salt salt{};
  StoredEntry entry;
  entry.header = encode(Header{{}, {}, kEveryone, commit(salt, input.first(half))});
  const EntryId id = entry_id(entry.header);
  Sealed payload = seal(key, id.view(), salt, input.first(half), random);
  entry.key = std::move(payload.key);
  entry.text = std::move(payload.text);
  Sealed part = seal(key, part_context(id, 1), salt, input.subspan(half), random);
  entry.parts.push_back({1, std::move(part.key), std::move(part.text)});
  (void)open_entry(key, 0, entry);
  // The same bytes as they might stand in a damaged file.
  StoredEntry raw{entry.header, entry.key, Bytes(input.begin(), input.end()), {}};
  if (const auto opened = open_entry(key, 0, raw); opened && *opened) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || sodium_init() < 0) return 0;
  const ByteView input(data + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      if (const auto header = decode_header(input)) same(encode(*header), input);
      break;
    case 1:
      if (const auto payload = decode_payload(input)) same(encode(*payload), input);
      break;
    default: sealed(input);
  }
  return 0;
}
