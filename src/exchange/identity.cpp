#include "exchange/identity.hpp"

#include <fmt/core.h>

#include <array>

namespace parley::exchange {
namespace {

using record::BodyKind;
using record::BodyReader;
using record::BodyWriter;
using record::EntryId;
using record::Payload;

constexpr BodyKind kIdentityBody{kIdentityKind};
constexpr BodyKind kReleaseBody{kReleaseKind};

constexpr std::array<std::pair<Verdict, std::string_view>, 3> kVerdicts = {{
    {Verdict::kSame, "same"},
    {Verdict::kDifferent, "different"},
    {Verdict::kLater, "later"},
}};

std::pair<EntryId, EntryId> in_order(const EntryId& a, const EntryId& b) {
  return a < b ? std::pair(a, b) : std::pair(b, a);
}

}  // namespace

std::string_view name(Verdict verdict) {
  return kVerdicts[static_cast<std::size_t>(verdict)].second;
}

std::optional<Verdict> verdict_named(std::string_view text) {
  for (const auto& [verdict, word] : kVerdicts) {
    if (word == text) return verdict;
  }
  return {};
}

Payload to_payload(const Identity& identity) {
  BodyWriter body(kIdentityBody);
  body.id(1, identity.a);
  body.id(2, identity.b);
  body.text(3, name(identity.verdict));
  body.text(4, identity.reason);
  return body.finish();
}

Result<Identity> identity_from(const Payload& payload) {
  BodyReader body(kIdentityBody, payload);
  Identity identity;
  identity.a = body.id(1, true).value_or(EntryId{});
  identity.b = body.id(2);
  if (identity.b == identity.a) body.fault(2, "is the same row as field 1");
  identity.verdict = body.token(3, verdict_named);
  identity.reason = body.text(4);
  PARLEY_TRY(body.finish());
  return identity;
}

Payload to_payload(const FieldRelease& release) {
  BodyWriter body(kReleaseBody);
  body.id(1, release.person);
  body.texts(2, release.fields);
  body.id(3, release.to);
  body.text(4, release.reason);
  return body.finish();
}

Result<FieldRelease> release_from(const Payload& payload) {
  BodyReader body(kReleaseBody, payload);
  FieldRelease release;
  release.person = body.id(1, true).value_or(EntryId{});
  release.fields = body.texts(2);
  if (release.fields.empty()) body.fault(2, "is missing");
  release.to = body.id(3, true).value_or(EntryId{});
  release.reason = body.text(4, true);
  PARLEY_TRY(body.finish());
  return release;
}

Identities Identities::fold(const record::View& view) {
  Identities out;
  for (const record::Opened& entry : view.entries) {
    if (entry.payload.kind == kIdentityKind) {
      const auto identity = identity_from(entry.payload);
      if (!identity) {
        out.problems_.push_back(fmt::format("entry {}: {}", entry.index, identity.error().text()));
        continue;
      }
      const EntryId& b = identity->b.value_or(identity->a);
      Standing& standing = out.pairs_[in_order(identity->a, b)];
      for (auto* keys : {&standing.same, &standing.different, &standing.later}) {
        keys->erase(entry.author);
      }
      switch (identity->verdict) {
        case Verdict::kSame: standing.same.insert(entry.author); break;
        case Verdict::kDifferent: standing.different.insert(entry.author); break;
        case Verdict::kLater: standing.later.insert(entry.author); break;
      }
      if (identity->b) {
        out.beside_[identity->a].insert(b);
        out.beside_[b].insert(identity->a);
      }
    } else if (entry.payload.kind == kReleaseKind) {
      const auto release = release_from(entry.payload);
      if (!release) {
        out.problems_.push_back(fmt::format("entry {}: {}", entry.index, release.error().text()));
        continue;
      }
      for (const std::string& token : release->fields) {
        if (const auto field = field_named(token)) {
          out.released_[{release->person, release->to}].insert(*field);
        }
      }
    }
  }
  return out;
}

const Identities::Standing* Identities::of(const EntryId& a,
                                           const std::optional<EntryId>& b) const {
  const auto found = pairs_.find(in_order(a, b.value_or(a)));
  return found == pairs_.end() ? nullptr : &found->second;
}

bool Identities::confirmed(const EntryId& a, const std::optional<EntryId>& b) const {
  const Standing* standing = of(a, b);
  return standing != nullptr && standing->same.size() >= 2 && standing->different.empty();
}

bool Identities::decided_different(const EntryId& a, const EntryId& b) const {
  const Standing* standing = of(a, b);
  return standing != nullptr && !standing->different.empty();
}

std::vector<std::pair<EntryId, std::size_t>> Identities::same_as(const EntryId& a) const {
  std::vector<std::pair<EntryId, std::size_t>> out;
  const auto found = beside_.find(a);
  if (found == beside_.end()) return out;
  for (const EntryId& b : found->second) {
    const Standing* standing = of(a, b);
    if (standing != nullptr && !standing->same.empty() && standing->different.empty()) {
      out.emplace_back(b, standing->same.size());
    }
  }
  return out;
}

const std::set<EntryId>& Identities::beside(const EntryId& a) const {
  static const std::set<EntryId> kNobody;
  const auto found = beside_.find(a);
  return found == beside_.end() ? kNobody : found->second;
}

bool Identities::released(const EntryId& person, Field field, const EntryId& to) const {
  if (info(field).release == Release::kForward) return true;
  if (info(field).release == Release::kNever) return false;
  const auto found = released_.find({person, to});
  return found != released_.end() && found->second.contains(field);
}

}  // namespace parley::exchange
