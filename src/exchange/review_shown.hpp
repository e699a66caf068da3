// A pair of rows side by side, for the desk: what each says, how far they agree, and why linkage is
// not sure. Shared by the queue on a terminal and the review sheet.
//
// Promises: cells as received; a date or an age also as it was read. Everything here is for the
// desk alone: it shows aliases, units and places of detention of both sides.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "exchange/review.hpp"
#include "linkage/explain.hpp"

namespace parley::exchange {

struct ReviewField {
  std::string_view label;  // "Name"
  std::string a, b;
};

// What a person reads of one side, beside the fields.
struct ReviewSide {
  std::string list;      // key
  std::string file;      // the version's that brought the row as it stands
  std::int64_t row = 0;  // in that file
  std::string reference;
};

struct OtherCandidate {
  ReviewSide a, b;
  std::int32_t millibits = 0;
  std::uint32_t probability_ppm = 0;
};

struct ShownPair {
  ReviewItem item;
  std::string code;
  std::string shown;                // code of all that is shown of the two by themselves
  ReviewSide a, b;                  // b: nothing for a claim as answered
  std::vector<ReviewField> fields;  // of which either side says something
  std::optional<LinkedPair> linked;
  std::optional<linkage::Explanation> explained;  // by the weights of the linkage
  bool outdated = false;  // it has come to something else since: the lists have changed
  // The explanation and the doubts in words, a line each: filled in by the desk, which has them.
  std::vector<std::string> agreement, doubts;
  std::vector<OtherCandidate> others;
  std::string answered;  // as answered: by whom, and with what reference
};

// The labels of all fields, in the order in which a pair shows them.
constexpr std::size_t kReviewFields = 15;
const std::array<std::string_view, kReviewFields>& review_labels();

// Nothing of a row that is not there.
ReviewSide review_side(const View& view, const record::EntryId& id);

// The items of the queue from `first`, at most `most`. Linkage's weights explain; where the rows
// changed since, nothing does.
Result<std::vector<ShownPair>> show_pairs(const View& view, const Linkage* linkage,
                                          const std::vector<ReviewItem>& queue, std::size_t most,
                                          int threads);

// ShownPair::shown of two rows (of a claim alone) as they stand now, whichever comes first: another
// one than a sheet has says that the officer decided on other words than the record's.
std::string shown_now(const View& view, const record::EntryId& a,
                      const std::optional<record::EntryId>& b);

std::string bits_text(std::int32_t millibits);            // "12.3"
std::string percent_text(std::uint32_t probability_ppm);  // "99.8%"

}  // namespace parley::exchange
