#include "exchange/linked.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace parley::exchange {
namespace {

using linkage::Doubt;
using linkage::Fitted;
using linkage::Standing;
using record::BodyKind;
using record::BodyReader;
using record::BodyWriter;
using record::EntryId;
using record::Payload;

constexpr BodyKind kLinkageBody{kLinkageKind};
constexpr std::int64_t kMostNumber = INT64_MAX;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::size_t kDoubts = 6;
constexpr std::size_t kBounds = 12;

constexpr std::array<std::pair<PairKind, std::string_view>, 2> kKinds = {{
    {PairKind::kClaim, "claim"},
    {PairKind::kDuplicate, "duplicate"},
}};

std::int64_t bits_of(const std::vector<Doubt>& doubts) {
  std::int64_t out = 0;
  for (const Doubt doubt : doubts) out |= std::int64_t{1} << static_cast<unsigned>(doubt);
  return out;
}

std::vector<Doubt> doubts_in(std::int64_t bits) {
  std::vector<Doubt> out;
  for (std::size_t i = 0; i < kDoubts; ++i) {
    if ((bits >> i & 1) != 0) out.push_back(static_cast<Doubt>(i));
  }
  return out;
}

// People are named once; pairs say which of them they are.
class People {
 public:
  std::int64_t number(const EntryId& id) {
    const auto [at, fresh] = numbers_.emplace(id, static_cast<std::int64_t>(ids_.size()));
    if (fresh) ids_.push_back(id);
    return at->second;
  }
  const std::vector<EntryId>& ids() const { return ids_; }

 private:
  std::unordered_map<EntryId, std::int64_t, IdHash> numbers_;  // never iterated
  std::vector<EntryId> ids_;
};

cbor::Array written(const MatchBounds& bounds) {
  return {std::int64_t{bounds.sure_ppm},
          std::int64_t{bounds.margin},
          std::int64_t{bounds.support},
          std::int64_t{bounds.contradiction},
          std::int64_t{bounds.queue_ppm},
          std::int64_t{bounds.alone_ppm},
          std::int64_t{bounds.per_person},
          std::int64_t{bounds.candidates},
          std::int64_t{bounds.most_per_key},
          std::int64_t{bounds.duplicate_queue_ppm},
          std::int64_t{bounds.duplicate_candidates},
          std::int64_t{bounds.fewest_candidates}};
}

cbor::Array written(const Fitted& fitted) {
  cbor::Array features;
  for (const Fitted::Levels& levels : fitted.features) {
    cbor::Array m, u;
    for (const std::uint32_t ppm : levels.m_ppm) m.emplace_back(std::int64_t{ppm});
    for (const std::uint32_t ppm : levels.u_ppm) u.emplace_back(std::int64_t{ppm});
    features.emplace_back(cbor::Array{std::move(m), std::move(u)});
  }
  return {std::int64_t{fitted.matched_ppm},
          std::int64_t{fitted.iterations},
          std::move(features),
          std::int64_t{fitted.found_ppm},
          std::int64_t{fitted.again_ppm},
          std::int64_t{fitted.others_ppm}};
}

cbor::Array written(const LinkedSet& set, People& people) {
  cbor::Array pairs;
  for (const LinkedPair& pair : set.pairs) {
    cbor::Array one{people.number(pair.a),        people.number(pair.b),
                    std::int64_t{pair.millibits}, std::int64_t{pair.probability_ppm},
                    name(pair.standing),          bits_of(pair.doubts)};
    if (pair.teaches != 0) one.emplace_back(std::int64_t{pair.teaches});
    pairs.emplace_back(std::move(one));
  }
  return {name(set.kind),
          set.a,
          set.b,
          std::int64_t{set.people_a},
          std::int64_t{set.people_b},
          written(set.fitted),
          std::move(pairs)};
}

// Reads nested arrays, and remembers whether all was as the writer writes.
class Strict {
 public:
  bool good() const { return good_; }
  void refuse() { good_ = false; }

  const cbor::Array& array(const cbor::Value& value, std::optional<std::size_t> size = {}) {
    static const cbor::Array kNone;
    const cbor::Array* found = value.array();
    if (found == nullptr || (size && found->size() != *size)) {
      good_ = false;
      return kNone;
    }
    return *found;
  }
  template <class Integer>
  Integer integer(const cbor::Value& value, std::int64_t least, std::int64_t most) {
    const std::int64_t* found = value.integer();
    if (found == nullptr || *found < least || *found > most) {
      good_ = false;
      return {};
    }
    return static_cast<Integer>(*found);
  }
  std::string text(const cbor::Value& value) {
    const std::string* found = value.text();
    if (found == nullptr || found->empty()) good_ = false;
    return found == nullptr ? "" : *found;
  }

 private:
  bool good_ = true;
};

MatchBounds bounds_in(Strict& read, const cbor::Array& from) {
  MatchBounds out;
  if (from.size() != kBounds) {
    read.refuse();
    return out;
  }
  constexpr std::int64_t kMost = INT32_MAX;
  const auto number = [&](std::size_t at) {
    return read.integer<std::uint32_t>(from[at], 0, UINT32_MAX);
  };
  const auto millibits = [&](std::size_t at) {
    return read.integer<std::int32_t>(from[at], -kMost, kMost);
  };
  out.sure_ppm = number(0);
  out.margin = millibits(1);
  out.support = millibits(2);
  out.contradiction = millibits(3);
  out.queue_ppm = number(4);
  out.alone_ppm = number(5);
  out.per_person = number(6);
  out.candidates = number(7);
  out.most_per_key = number(8);
  out.duplicate_queue_ppm = number(9);
  out.duplicate_candidates = number(10);
  out.fewest_candidates = number(11);
  return out;
}

Fitted fitted_in(Strict& read, const cbor::Value& value) {
  Fitted out;
  const cbor::Array& from = read.array(value, 6);
  if (from.empty()) return out;
  out.matched_ppm = read.integer<std::uint32_t>(from[0], 0, UINT32_MAX);
  out.iterations = read.integer<std::uint32_t>(from[1], 0, UINT32_MAX);
  out.found_ppm = read.integer<std::uint32_t>(from[3], 0, UINT32_MAX);
  out.again_ppm = read.integer<std::uint32_t>(from[4], 0, kMillion);
  out.others_ppm = read.integer<std::uint32_t>(from[5], 0, UINT32_MAX);
  for (const cbor::Value& one : read.array(from[2])) {
    Fitted::Levels levels;
    const cbor::Array& both = read.array(one, 2);
    if (both.empty()) return out;
    for (const auto& [at, ppm] : {std::pair(0, &levels.m_ppm), std::pair(1, &levels.u_ppm)}) {
      const cbor::Array& numbers = read.array(both[static_cast<std::size_t>(at)], ppm->size());
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        (*ppm)[i] = read.integer<std::uint32_t>(numbers[i], 0, kMillion);
      }
    }
    out.features.push_back(levels);
  }
  return out;
}

std::optional<Standing> standing_named(std::string_view text) {
  for (const Standing standing : {Standing::kSure, Standing::kQueued}) {
    if (linkage::name(standing) == text) return standing;
  }
  return {};
}

LinkedPair pair_in(Strict& read, const cbor::Value& value, const std::vector<EntryId>& people) {
  LinkedPair out;
  const cbor::Array& from = read.array(value);
  if ((from.size() != 6 && from.size() != 7) || people.empty()) {
    read.refuse();
    return out;
  }
  const auto last = static_cast<std::int64_t>(people.size()) - 1;
  out.a = people[read.integer<std::size_t>(from[0], 0, last)];
  out.b = people[read.integer<std::size_t>(from[1], 0, last)];
  if (out.a == out.b) read.refuse();
  out.millibits = read.integer<std::int32_t>(from[2], INT32_MIN, INT32_MAX);
  out.probability_ppm = read.integer<std::uint32_t>(from[3], 0, kMillion);
  const auto standing = standing_named(read.text(from[4]));
  out.doubts = doubts_in(read.integer<std::int64_t>(from[5], 0, (1 << kDoubts) - 1));
  if (!standing || (*standing == Standing::kSure) != out.doubts.empty()) read.refuse();
  out.standing = standing.value_or(Standing::kQueued);
  if (from.size() == 7) out.teaches = read.integer<std::uint32_t>(from[6], 0, kMillion);
  return out;
}

LinkedSet set_in(Strict& read, const cbor::Value& value, const std::vector<EntryId>& people) {
  LinkedSet out;
  const cbor::Array& from = read.array(value, 7);
  if (from.empty()) return out;
  const auto kind = pair_kind_named(read.text(from[0]));
  if (!kind) read.refuse();
  out.kind = kind.value_or(PairKind::kClaim);
  out.a = read.text(from[1]);
  out.b = read.text(from[2]);
  out.people_a = read.integer<std::uint32_t>(from[3], 0, UINT32_MAX);
  out.people_b = read.integer<std::uint32_t>(from[4], 0, UINT32_MAX);
  out.fitted = fitted_in(read, from[5]);
  for (const cbor::Value& one : read.array(from[6])) {
    if (!read.good()) break;
    out.pairs.push_back(pair_in(read, one, people));
  }
  return out;
}

}  // namespace

std::string_view name(PairKind kind) { return kKinds[static_cast<std::size_t>(kind)].second; }

std::optional<PairKind> pair_kind_named(std::string_view text) {
  for (const auto& [kind, word] : kKinds) {
    if (word == text) return kind;
  }
  return {};
}

bool Linkage::finds_the_same(const Linkage& other) const {
  return engine == other.engine && bounds == other.bounds && sets == other.sets;
}

// The people are no refs: they would be as many bytes again, and field 5 has them.
Payload to_payload(const Linkage& linkage) {
  People people;
  cbor::Array sets;
  for (const LinkedSet& set : linkage.sets) sets.emplace_back(written(set, people));
  cbor::Array ids;
  for (const EntryId& id : people.ids()) ids.emplace_back(id.view());
  BodyWriter body(kLinkageBody);
  body.integer(1, static_cast<std::int64_t>(linkage.size));
  body.array(2, {cbor::Value(ByteView(linkage.root))});
  body.integer(3, linkage.engine);
  body.array(4, written(linkage.bounds));
  body.array(5, std::move(ids));
  body.array(6, std::move(sets));
  return body.finish();
}

Result<Linkage> linkage_from(const Payload& payload) {
  BodyReader body(kLinkageBody, payload);
  Linkage out;
  Strict read;
  const auto size = body.integer(1, 1, kMostNumber);
  if (!size) body.fault(1, "is missing");
  out.size = static_cast<std::uint64_t>(size.value_or(0));
  const cbor::Array root = body.array(2);
  if (root.size() != 1 || root[0].bytes() == nullptr ||
      root[0].bytes()->size() != out.root.size()) {
    body.fault(2, "is not one digest");
  } else {
    std::copy(root[0].bytes()->begin(), root[0].bytes()->end(), out.root.begin());
  }
  const auto engine = body.integer(3, 1, kMostNumber);
  if (!engine) body.fault(3, "is missing");
  out.engine = engine.value_or(0);
  out.bounds = bounds_in(read, body.array(4));
  std::vector<EntryId> people;
  for (const cbor::Value& value : body.array(5)) {
    const auto id = record::id_in(value);
    if (!id) body.fault(5, "has what is no id");
    people.push_back(id.value_or(EntryId{}));
  }
  for (const cbor::Value& value : body.array(6)) out.sets.push_back(set_in(read, value, people));
  if (!read.good()) body.fault(6, "or the bounds are not as they are written");
  PARLEY_TRY(body.finish());
  if (to_payload(out).body != payload.body) {
    return fail(Fault::kBadInput, "linkage, field 5: people in another order than the pairs");
  }
  return out;
}

Linkages fold_linkages(const record::View& view) {
  Linkages out;
  for (const record::Opened& entry : view.entries) {
    if (entry.payload.kind != kLinkageKind) continue;
    auto linkage = linkage_from(entry.payload);
    if (linkage) {
      out.all.push_back({entry.id, entry.index, *std::move(linkage)});
    } else {
      out.problems.push_back(fmt::format("entry {}: {}", entry.index, linkage.error().text()));
    }
  }
  return out;
}

}  // namespace parley::exchange
