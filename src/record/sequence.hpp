// The record read in order: acts, their closings and trees, and what is missing or should be.
//
// Takes each entry, already checked alone, in the order of the record; collects findings, the view,
// and the signatures that remain to be checked. A part of verify(); see verify.hpp for what it
// means.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/act.hpp"
#include "record/checkpoint.hpp"
#include "record/tree.hpp"
#include "record/verify.hpp"

namespace parley::record {

// What can be said of an entry alone.
struct Checked {
  EntryId id;
  KeyId author;
  bool header_good = false;
  bool missing = false;  // the payload is not there
  std::optional<Opened> opened;
  std::vector<std::int64_t> parts;  // present
};

class Sequence {
 public:
  Sequence(Verified& out, const Meta& meta, const SymmetricKey* key, std::vector<StoredAct> acts,
           std::optional<Checkpoint> against);
  void take(Checked&& entry);

  // Signature checks cost most; they are collected and done by threads afterwards.
  struct Signed {
    std::string place;
    std::optional<PublicKey> author;  // absent where the closing header cannot be read
    EntryId closing;
    Signature signature;
    std::string checkpoint;
    std::uint64_t size;
    Digest root;
  };
  const std::vector<Signed>& signed_acts() const { return signed_; }

  void finish();

 private:
  void broken(std::string place, std::string text);
  void close(const Checked& closing);
  void check_closing(const std::string& place, const Opened& closing);
  static std::uint64_t prefix(const EntryId& id);

  // Salts are random: an entry that occurs twice was put there twice.
  void find_repeated();
  void compare_outside();
  void open(Checked&& entry);
  void take_order(const Opened& order);

  // An order that cannot be read here may have named it.
  void missing_without_order(std::string place, std::string text);
  void judge_missing();

  struct Missing {
    std::uint64_t index;
    EntryId id;
  };
  struct Part {
    std::uint64_t index;
    EntryId id;
    std::int64_t field;
  };
  bool ordered(const Part& part) const;

  Verified& out_;
  const SymmetricKey* key_;
  std::vector<StoredAct> acts_;
  std::optional<Checkpoint> against_;
  std::size_t next_ = 0;
  CompactTree tree_;
  std::vector<EntryId> pending_;
  std::vector<KeyId> authors_;
  std::vector<Signed> signed_;
  std::vector<Missing> missing_;
  std::vector<Part> missing_parts_;
  std::vector<Part> present_parts_;
  std::uint64_t size_before_ = 0;  // of the tree when the act in hand began
  Digest root_before_ = empty_root();
  std::vector<std::pair<std::uint64_t, std::uint64_t>> prefixes_;  // of ids, with positions
  bool newer_orders_ = false;
  std::set<EntryId> ordered_;
  std::set<std::pair<EntryId, std::int64_t>> ordered_parts_;
};

}  // namespace parley::record
