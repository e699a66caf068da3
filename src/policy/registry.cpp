#include "policy/registry.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "record/verify.hpp"

namespace parley::policy {

using record::KeyId;
using record::Opened;

const AdmittedKey* Registry::key(const KeyId& id) const {
  const auto it = std::find_if(keys_.begin(), keys_.end(),
                               [&id](const AdmittedKey& key) { return key.id == id; });
  return it == keys_.end() ? nullptr : &*it;
}

const AdmittedKey* Registry::active(const KeyId& id) const {
  const AdmittedKey* found = key(id);
  return found != nullptr && !found->until ? found : nullptr;
}

const Audience* Registry::audience(const record::AudienceId& id) const {
  const auto it = std::find_if(audiences_.begin(), audiences_.end(),
                               [&id](const Audience& audience) { return audience.id == id; });
  return it == audiences_.end() ? nullptr : &*it;
}

const Audience* Registry::audience_named(std::string_view name) const {
  const auto it = std::find_if(audiences_.begin(), audiences_.end(),
                               [&name](const Audience& audience) { return audience.name == name; });
  return it == audiences_.end() ? nullptr : &*it;
}

const Audience* Registry::audience_of(const std::set<std::string>& parties) const {
  const auto it = std::find_if(audiences_.begin(), audiences_.end(), [&](const Audience& audience) {
    return !audience.all && audience.parties == parties;
  });
  return it == audiences_.end() ? nullptr : &*it;
}

Standing Registry::standing(const AdmittedKey& key, const record::AudienceId& id) const {
  const Audience* found = audience(id);
  if (found == nullptr) return Standing::kDesk;  // unknown: nobody's but the desk's
  if (found->all) return Standing::kAll;
  if (found->parties.empty()) return Standing::kDesk;
  return found->parties.contains(key.party) ? Standing::kOwn : Standing::kOther;
}

bool Registry::may_read(const AdmittedKey& key, const record::AudienceId& id) const {
  return permitted(key.role, Action::kRead, standing(key, id));
}

bool Registry::may_correct_anothers(const AdmittedKey& key, std::string_view kind,
                                    const record::AudienceId& id) const {
  if (key.role == Role::kDesk) return true;
  if (kind != "list-row" && kind != "list-unread") return false;
  const Audience* found = audience(id);
  return found != nullptr && !found->all && found->parties == std::set<std::string>{key.party} &&
         permitted(key.role, Action::kList, Standing::kOwn);
}

bool Registry::party_may_read(std::string_view party, const record::AudienceId& id) const {
  const Audience* found = audience(id);
  return found != nullptr && (found->all || found->parties.contains(std::string(party)));
}

std::optional<Action> action_of_kind(std::string_view kind) {
  static const std::map<std::string_view, Action> kKinds = {
      {kKeyKind, Action::kKeys},           {kKeyEndKind, Action::kKeys},
      {kAudienceKind, Action::kAudiences}, {record::kErasureKind, Action::kErase},
      {"party", Action::kDescribe},        {"place", Action::kDescribe},
      {"source", Action::kDescribe},       {"measure", Action::kDescribe},
      {"statement", Action::kState},       {"grade", Action::kGrade},
      {"correction", Action::kCorrect},    {"list-version", Action::kList},
      {"list-row", Action::kList},         {"list-unread", Action::kList},
      {"answer", Action::kList},           {"remark", Action::kList},
      {"event", Action::kList},            {"remains", Action::kList},
      {"linkage", Action::kIdentify},      {"identity", Action::kIdentify},
      {"round", Action::kRelease},         {"release", Action::kRelease},
      {"family-told", Action::kRelease},   {"plan", Action::kPlan},
      {"terms", Action::kPlan},            {"settlement", Action::kPlan},
  };
  const auto it = kKinds.find(kind);
  if (it == kKinds.end()) return std::nullopt;
  return it->second;
}

// Goes through the entries once, in order: judges each by the registry as it is by then, and lets
// those that were permitted change it.
class Walk {
 public:
  explicit Walk(const record::View& view) : view_(view) {
    for (std::size_t i = 0; i < view.entries.size(); ++i) {
      const Opened& entry = view.entries[i];
      next_ = i + 1 < view.entries.size() ? &view.entries[i + 1] : nullptr;
      if (i == 0 && entry.index == 0 && entry.payload.kind == kDossierKind) founder_ = entry.author;
      auto breach = judge(entry);
      if (!breach) breach = apply(entry);
      if (breach) breaches_.push_back({entry.index, *std::move(breach)});
    }
  }

  Registry&& registry() && { return std::move(registry_); }
  std::vector<Breach>&& breaches() && { return std::move(breaches_); }

 private:
  using Text = std::optional<std::string>;

  // The founding act of a dossier has four entries and admits its founder by one of them.
  bool is_founding(const Opened& entry) const {
    constexpr std::uint64_t kFoundingEntries = 4;
    return founder_ && entry.index < kFoundingEntries && entry.author == *founder_ &&
           registry_.key(*founder_) == nullptr;
  }

  Text judge(const Opened& entry) const {
    if (entry.payload.kind == kRefusalKind) {
      if (entry.author.bytes == registry_.founding().log.bytes) return {};
      return "a refusal that the record itself did not write";
    }
    if (is_founding(entry)) return {};
    const AdmittedKey* author = registry_.key(entry.author);
    if (author == nullptr) return "written by a key that was not admitted";
    if (author->until) return "written by a key that had been ended";
    const auto action = action_of_kind(entry.payload.kind);
    if (!action) return {};
    if (*action == Action::kKeys || *action == Action::kAudiences) {
      if (permitted(author->role, *action, Standing::kAll) || rotates_itself(entry, *author) ||
          defines_itself(entry, *author)) {
        return {};
      }
      return fmt::format("{} by a key of role {}: not permitted", name(*action),
                         name(author->role));
    }
    if (auto text = judge_audience(*author, *action, entry.audience, "")) return text;
    for (const auto& [field, part] : entry.payload.parts) {
      if (auto text =
              judge_audience(*author, *action, part.audience, fmt::format("field {}: ", field))) {
        return text;
      }
    }
    if (*action == Action::kCorrect && !may_correct(entry, *author)) {
      return fmt::format("a correction of another's entry by a key of role {}", name(author->role));
    }
    return {};
  }

  Text judge_audience(const AdmittedKey& author, Action action, const record::AudienceId& audience,
                      std::string_view where) const {
    const Standing standing = registry_.standing(author, audience);
    if (permitted(author.role, action, standing)) return {};
    return fmt::format("{}{} by a key of role {} for the audience {}: not permitted", where,
                       name(action), name(author.role), name(standing));
  }

  // Whether the key wrote nothing but its own replacement: the same role, the same party. The fresh
  // key is admitted by the entry right before the old one's end.
  bool rotates_itself(const Opened& entry, const AdmittedKey& author) const {
    const Opened* last = entry.payload.kind == kKeyEndKind ? &entry : next_;
    if (last == nullptr || last->author != author.id) return false;
    const auto end = end_from(last->payload);
    if (!end || end->id != author.id || !end->successor) return false;
    const auto alike = [&author](const AdmittedKey& fresh) {
      return fresh.role == author.role && fresh.party == author.party;
    };
    if (entry.payload.kind == kKeyEndKind) {
      const AdmittedKey* fresh = registry_.active(*end->successor);
      return fresh != nullptr && fresh->id != author.id && alike(*fresh);
    }
    const auto fresh = key_from(entry.payload);
    return fresh && fresh->id == *end->successor && alike(*fresh);
  }

  // A party may name itself: the audience of its own members alone.
  static bool defines_itself(const Opened& entry, const AdmittedKey& author) {
    if (author.party.empty()) return false;
    const auto audience = audience_from(entry.payload);
    return audience && audience->parties == std::set<std::string>{author.party};
  }

  // What is erased, or was never there, has no author to compare with.
  bool may_correct(const Opened& entry, const AdmittedKey& author) const {
    if (author.role == Role::kDesk) return true;
    constexpr std::int64_t kOf = 1;
    const cbor::Value* of = cbor::find(entry.payload.body, kOf);
    if (of == nullptr || of->bytes() == nullptr) return true;
    if (by_id_.empty()) {
      for (const Opened& one : view_.entries) by_id_.emplace(ByteView(one.id.bytes), &one);
    }
    const auto found = by_id_.find(ByteView(*of->bytes()));
    if (found == by_id_.end() || found->second->author == entry.author) return true;
    const Opened& corrected = *found->second;
    return entry.audience == corrected.audience &&
           registry_.may_correct_anothers(author, corrected.payload.kind, corrected.audience);
  }

  // Lets an entry of this folder's kinds take effect. What a newer program wrote has none here.
  Text apply(const Opened& entry) {
    const std::string& kind = entry.payload.kind;
    if (kind == kDossierKind) {
      if (entry.index != 0) return "a founding entry that is not the first";
      return take(founding_from(entry.payload), kind, [&](Founding&& founding) -> Text {
        registry_.founding_ = std::move(founding);
        return {};
      });
    }
    if (kind == kKeyKind) {
      return take(key_from(entry.payload), kind, [&](AdmittedKey&& key) -> Text {
        if (registry_.key(key.id) != nullptr) return "admits a key that was admitted before";
        key.from = entry.index;
        registry_.keys_.push_back(std::move(key));
        return {};
      });
    }
    if (kind == kKeyEndKind) {
      return take(end_from(entry.payload), kind, [&](KeyEnd&& end) -> Text {
        for (AdmittedKey& key : registry_.keys_) {
          if (key.id != end.id || key.until) continue;
          key.until = entry.index;
          key.reason = std::move(end.reason);
          key.successor = end.successor;
          return {};
        }
        return "ends a key that is not in use";
      });
    }
    if (kind == kAudienceKind) {
      return take(audience_from(entry.payload), kind, [&](Audience&& audience) -> Text {
        if (registry_.audience(audience.id) != nullptr) {
          return "defines an audience that was defined before";
        }
        registry_.audiences_.push_back(std::move(audience));
        return {};
      });
    }
    if (kind == kRefusalKind) {
      return take(refusal_from(entry.payload), kind, [](Refusal&&) -> Text { return {}; });
    }
    return {};
  }

  template <class T, class Use>
  static Text take(Result<T> value, std::string_view kind, Use use) {
    if (value) return use(*std::move(value));
    if (value.error().fault == Fault::kUnsupported) return {};
    return fmt::format("a malformed entry of kind {}", kind);
  }

  struct ByBytes {
    bool operator()(ByteView a, ByteView b) const {
      return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    }
  };

  const record::View& view_;
  const Opened* next_ = nullptr;
  std::optional<KeyId> founder_;
  Registry registry_;
  std::vector<Breach> breaches_;
  mutable std::map<ByteView, const Opened*, ByBytes> by_id_;  // once it is asked for
};

Registry Registry::fold(const record::View& view) { return Walk(view).registry(); }

std::vector<Breach> breaches(const record::View& view) { return Walk(view).breaches(); }

}  // namespace parley::policy
