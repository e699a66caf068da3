// What linkage found, as an entry: kind "linkage" (doc/format/exchange.md), for the desk alone.
//
// It names the checkpoint it was made at, the engine, its bounds and what was fitted to the lists,
// so that it can be made again to the bit. It proposes; what people decide are "identity" entries.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "linkage/link.hpp"
#include "record/body.hpp"
#include "record/view.hpp"

namespace parley::exchange {

constexpr std::string_view kLinkageKind = "linkage";

enum class PairKind : std::uint8_t {
  kClaim,      // a row of a sought list, and one of a held list
  kDuplicate,  // two rows of one list, or of two lists of one kind and side
};
std::string_view name(PairKind kind);  // "claim"
std::optional<PairKind> pair_kind_named(std::string_view text);

struct LinkedPair {
  record::EntryId a, b;
  std::int32_t millibits = 0;
  std::uint32_t probability_ppm = 0;
  linkage::Standing standing = linkage::Standing::kQueued;
  std::vector<linkage::Doubt> doubts;  // in the order of the enumeration, each once
  std::uint32_t teaches = 0;           // linkage::Pair::teaches

  bool operator==(const LinkedPair&) const = default;
};

struct LinkedSet {
  PairKind kind = PairKind::kClaim;
  std::string a, b;  // keys of the lists; equal: within one list
  std::uint32_t people_a = 0, people_b = 0;
  linkage::Fitted fitted;
  std::vector<LinkedPair> pairs;  // by a's row, then the better first

  bool operator==(const LinkedSet&) const = default;
};

// linkage::Options, as far as they change what is found. Duplicates are looked for among fewer
// candidates and queued from a higher probability: nobody waits to be freed by one.
struct MatchBounds {
  std::uint32_t sure_ppm = 990'000;
  std::int32_t margin = 6'000;
  std::int32_t support = 2'000;
  std::int32_t contradiction = -3'500;
  std::uint32_t queue_ppm = 5'000;
  std::uint32_t alone_ppm = 500'000;
  std::uint32_t per_person = 5;
  std::uint32_t candidates = 64;
  std::uint32_t most_per_key = 20'000;
  std::uint32_t duplicate_queue_ppm = 20'000;
  std::uint32_t duplicate_candidates = 20;
  // Against a list four times as short or shorter, the longer one's people have fewer candidates,
  // in proportion, but at least so many.
  std::uint32_t fewest_candidates = 16;

  bool operator==(const MatchBounds&) const = default;
};

struct Linkage {
  std::uint64_t size = 0;  // of the record that it was made from
  Digest root{};
  std::int64_t engine = 0;  // kMatchEngine
  MatchBounds bounds;
  std::vector<LinkedSet> sets;

  // The same but for the checkpoint.
  bool finds_the_same(const Linkage& other) const;
  bool operator==(const Linkage&) const = default;
};

record::Payload to_payload(const Linkage& linkage);
Result<Linkage> linkage_from(const record::Payload& payload);

// A pair of a linkage.
struct PairAt {
  std::size_t set = 0, pair = 0;
};

struct Linkages {
  struct Kept {
    record::EntryId id;
    std::uint64_t index = 0;
    Linkage value;
  };
  std::vector<Kept> all;  // in the order of the record
  std::vector<std::string> problems;

  const Kept* latest() const { return all.empty() ? nullptr : &all.back(); }
};
Linkages fold_linkages(const record::View& view);

}  // namespace parley::exchange
