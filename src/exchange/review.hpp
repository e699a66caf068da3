// What waits for a person's decision on who is who: the queue of one key.
//
// Promises: a pure function of the view, the latest linkage and the key. A pair stays until two
// keys confirmed it or one said that they are different people; it does not show what other keys
// said. What this key put off comes last, whatever the order. Sure pairs need two keys like all
// others. Does not: decide.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "exchange/linked.hpp"
#include "exchange/view.hpp"

namespace parley::exchange {

enum class ReviewKind : std::uint8_t {
  kClaim,
  kDuplicate,
  kAsAnswered,  // a claim answered "held", of whom no held list has a likely row
  kByHand,      // not found by linkage: somebody said that they are one person
};
std::string_view name(ReviewKind kind);  // "as-answered"

struct ReviewItem {
  ReviewKind kind = ReviewKind::kClaim;
  record::EntryId a;
  std::optional<record::EntryId> b;  // absent: as answered
  std::optional<PairAt> at;          // in the linkage
  bool put_off = false;              // this key said "later"
};

enum class ReviewOrder : std::uint8_t {
  // What somebody said by hand; then by what an answer teaches (linkage/teach.hpp), of equal ones
  // those nearest to even odds; then claims as answered; then sure
  // pairs, the least probable first.
  kTeaching,
  // By probability, sure or not; claims as answered after them.
  kProbable,
  // By the pairs' codes, which know nothing of what linkage found: the order tells nothing, nor
  // does which pairs are the first so many. Nor is it told which ones linkage has not found.
  kBlind,
};
std::string_view name(ReviewOrder order);                              // "teaching"
std::optional<ReviewOrder> review_order_named(std::string_view text);  // never kBlind

std::vector<ReviewItem> review_queue(const View& view, const Linkage* linkage,
                                     const record::KeyId& key,
                                     ReviewOrder order = ReviewOrder::kTeaching);

// The pairs of a linkage by their rows. The linkage is borrowed.
class Candidates {
 public:
  explicit Candidates(const Linkage& linkage);
  // Pairs that have a row in common with this one, the best first, at most `most`.
  std::vector<PairAt> beside(const ReviewItem& item, std::size_t most) const;

 private:
  const Linkage& linkage_;
  std::unordered_map<record::EntryId, std::vector<PairAt>, IdHash> of_;  // never iterated
};

// Error (kRefused): nobody can decide that, and why: a row that stands on no list any more; a claim
// alone that is not answered "held".
Result<void> may_decide(const View& view, const Identity& identity);

// The pairs that codes stand for: all that any linkage has found, all that people decided on, and
// claims alone.
class CodedPairs {
 public:
  CodedPairs(const View& view, const Linkages& linkages);
  // Error (kNotFound): no such pair; (kUsage): two pairs have that code.
  Result<std::pair<record::EntryId, std::optional<record::EntryId>>> of(
      const std::string& code) const;

 private:
  using Pair = std::pair<record::EntryId, std::optional<record::EntryId>>;
  void add(const record::EntryId& a, const std::optional<record::EntryId>& b);
  std::unordered_map<std::string, std::vector<Pair>> pairs_;  // never iterated
};

// How many pairs of claims (and claims as answered) have been confirmed by so many keys, or decided
// otherwise; the latest linkage's pairs and all decided ones.
struct Confirmations {
  std::size_t by_none = 0, by_one = 0, by_two = 0;  // two or more, and nobody against
  std::size_t different = 0;                        // somebody says so
  std::size_t put_off = 0;                          // of by_none: somebody said "later"
};
struct ConfirmationCounts {
  Confirmations claims, as_answered, duplicates;
};
ConfirmationCounts count_confirmations(const View& view, const Linkage* linkage);

}  // namespace parley::exchange
