#include "record/sequence.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace parley::record {

Sequence::Sequence(Verified& out, const Meta& meta, const SymmetricKey* key,
                   std::vector<StoredAct> acts, std::optional<Checkpoint> against)
    : out_(out),
      key_(key),
      acts_(std::move(acts)),
      against_(std::move(against)) {
  out_.view.dossier = meta.dossier;
  if (against_ && against_->size == 0) compare_outside();
}

void Sequence::take(Checked&& entry) {
  const std::uint64_t index = tree_.size();
  tree_.append(entry.id.bytes);
  pending_.push_back(entry.id);
  prefixes_.emplace_back(prefix(entry.id), index);
  if (entry.missing) missing_.push_back({index, entry.id});
  for (const std::int64_t field : entry.parts) present_parts_.push_back({index, entry.id, field});
  const bool closes = next_ < acts_.size() && acts_[next_].size == tree_.size();
  if (closes) {
    close(entry);
  } else if (entry.header_good) {
    authors_.push_back(entry.author);
    if (entry.opened && entry.opened->payload.kind == kActKind) {
      broken(fmt::format("entry {}", index), "closes an act, but the act's signature is missing");
    }
  }
  if (against_ && against_->size == tree_.size()) compare_outside();
  if (entry.opened) open(std::move(entry));
}

void Sequence::finish() {
  out_.size = tree_.size();
  out_.root = tree_.root();
  out_.acts = acts_.size();
  out_.view.size = out_.size;
  out_.view.root = out_.root;
  if (out_.size == 0)
    broken("the record", "it has no entries; a dossier has its founding act at least");
  find_repeated();
  if (!pending_.empty()) {
    broken(fmt::format("entry {}", tree_.size() - pending_.size()),
           fmt::format("{} entries at the end belong to no act", pending_.size()));
  }
  for (; next_ < acts_.size(); ++next_) {
    broken(fmt::format("the act at size {}", acts_[next_].size),
           acts_[next_].size > tree_.size() ? "its entries are missing"
                                            : "it does not end where entries begin");
  }
  if (against_ && against_->size > tree_.size()) {
    broken("the end of the record",
           fmt::format("the checkpoint from outside covers {} entries, the record has {}: its "
                       "tail is lost",
                       against_->size, tree_.size()));
  }
  judge_missing();
}

void Sequence::broken(std::string place, std::string text) {
  out_.findings.push_back({Verdict::kBroken, std::move(place), std::move(text)});
}

void Sequence::close(const Checked& closing) {
  const StoredAct& act = acts_[next_];
  const std::string place = fmt::format("the act at size {}", act.size);
  if (act.frontier != tree_.frontier()) {
    broken(place, "the tree kept for appending is not that of its entries");
  }
  signed_.push_back({place, {}, closing.id, act.signature, act.checkpoint, act.size, tree_.root()});
  if (closing.header_good) {
    signed_.back().author = PublicKey{closing.author.bytes};
    const bool alike = std::all_of(authors_.begin(), authors_.end(),
                                   [&](const KeyId& author) { return author == closing.author; });
    if (!alike) broken(place, "its entries have different authors");
  }
  pending_.pop_back();
  if (closing.opened) {
    check_closing(place, *closing.opened);
  } else if (closing.missing) {
    broken(place, "its closing list is missing");
  }
  pending_.clear();
  authors_.clear();
  size_before_ = tree_.size();
  root_before_ = tree_.root();
  ++next_;
}

void Sequence::check_closing(const std::string& place, const Opened& closing) {
  const Payload& payload = closing.payload;
  if (payload.kind != kActKind) {
    broken(place, "its last entry does not close an act");
  } else if (payload.version > kActVersion) {
    out_.findings.push_back({Verdict::kUnchecked, place, "closed by a newer program"});
  } else if (payload.refs != pending_) {
    broken(place, "the entries are not those its author signed for");
  } else if (payload != closing_payload(pending_, size_before_, root_before_)) {
    broken(place, "its author put it on another tree than this one");
  } else if (closing.audience != kEveryone) {
    broken(place, "its closing list is not for everyone");
  }
}

std::uint64_t Sequence::prefix(const EntryId& id) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i) out = out << 8 | id.bytes[i];
  return out;
}

void Sequence::find_repeated() {
  std::sort(prefixes_.begin(), prefixes_.end());
  for (std::size_t i = 1; i < prefixes_.size(); ++i) {
    if (prefixes_[i].first == prefixes_[i - 1].first) {
      broken(fmt::format("entry {}", prefixes_[i].second),
             fmt::format("it is entry {} again", prefixes_[i - 1].second));
    }
  }
}

void Sequence::compare_outside() {
  if (against_->root != tree_.root()) {
    broken(fmt::format("the first {} entries", against_->size),
           "they are not those that the checkpoint from outside covers: history was rewritten");
  }
}

void Sequence::open(Checked&& entry) {
  ++out_.opened;
  Opened& opened = *entry.opened;
  if (opened.payload.kind != kActKind && !opened.payload.author) {
    broken(fmt::format("entry {}", opened.index), "its payload names no author");
  }
  if (opened.payload.kind == kErasureKind) take_order(opened);
  for (const auto& [field, part] : opened.payload.parts) {
    if (std::find(entry.parts.begin(), entry.parts.end(), field) == entry.parts.end()) {
      missing_parts_.push_back({opened.index, opened.id, field});
    }
  }
  if (opened.payload.kind != kActKind) out_.view.entries.push_back(std::move(opened));
}

void Sequence::take_order(const Opened& order) {
  if (order.payload.version > kErasureVersion) {
    newer_orders_ = true;
    out_.findings.push_back({Verdict::kUnchecked, fmt::format("entry {}", order.index),
                             "an erasure order of a newer program"});
    return;
  }
  const cbor::Value* fields = cbor::find(order.payload.body, kErasureFields);
  if (fields == nullptr) {
    ordered_.insert(order.payload.refs.begin(), order.payload.refs.end());
    return;
  }
  const cbor::Array* numbers = fields->array();
  if (numbers == nullptr ||
      std::any_of(numbers->begin(), numbers->end(),
                  [](const cbor::Value& number) { return number.integer() == nullptr; })) {
    broken(fmt::format("entry {}", order.index),
           "an erasure order that does not say what to erase");
    return;
  }
  for (const EntryId& ref : order.payload.refs) {
    for (const cbor::Value& number : *numbers) ordered_parts_.insert({ref, *number.integer()});
  }
}

void Sequence::missing_without_order(std::string place, std::string text) {
  out_.findings.push_back(
      {newer_orders_ ? Verdict::kUnchecked : Verdict::kBroken, std::move(place), std::move(text)});
}

void Sequence::judge_missing() {
  if (key_ == nullptr) {
    if (!missing_.empty()) {
      out_.findings.push_back({Verdict::kUnchecked, fmt::format("{} payloads", missing_.size()),
                               "missing; the erasure orders cannot be read without the "
                               "passphrase"});
    }
    return;
  }
  for (const Missing& missing : missing_) {
    if (ordered_.contains(missing.id)) {
      ++out_.erased;
    } else {
      missing_without_order(fmt::format("entry {}", missing.index),
                            "its payload is missing, and no erasure order names it");
    }
  }
  out_.view.erased = out_.erased;
  for (const Part& part : missing_parts_) {
    if (!ordered(part)) {
      missing_without_order(fmt::format("entry {}, field {}", part.index, part.field),
                            "the field is missing, and no erasure order names it");
    }
  }
  for (const Part& part : present_parts_) {
    if (ordered(part)) {
      broken(fmt::format("entry {}, field {}", part.index, part.field),
             "the field is here although an erasure order destroyed it");
    }
  }
  for (const Opened& entry : out_.view.entries) {
    if (ordered_.contains(entry.id)) {
      broken(fmt::format("entry {}", entry.index),
             "its payload is here although an erasure order destroyed it");
    }
  }
}

bool Sequence::ordered(const Part& part) const {
  return ordered_.contains(part.id) || ordered_parts_.contains({part.id, part.field});
}

}  // namespace parley::record
