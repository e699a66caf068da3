// Why two rows may be one person, told in one language: what the terminal, the documents and the
// figure say in common.
//
// Promises: the same words in each. What was entered is shown as received, but cut where it is very
// long. Does not: lay out, or decide who may read it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/link/tables.hpp"
#include "document/document.hpp"
#include "document/figure.hpp"
#include "linkage/explain.hpp"

namespace parley::desk {

// What linkage found of the pair among all others.
struct PairStanding {
  std::uint32_t probability_ppm = 0;  // with the rivals
  linkage::Standing standing = linkage::Standing::kQueued;
  std::vector<linkage::Doubt> doubts;
};

struct ExplainedPair {
  std::string code;     // of the pair; may be empty
  document::Text a, b;  // how the rows are called
  linkage::Explanation explanation;
  std::optional<PairStanding> standing;
};

struct ToldStep {
  std::string what;
  bool entered = false;  // `what` is a column's own header
  std::string a, b;
  std::string how;           // in words; may be empty
  std::string rare, one_in;  // how rare it is, as a sentence and in short; may be empty
  std::int32_t change = 0;   // millibits
  std::int32_t so_far = 0;   // from the odds before anything is compared, this step included
};

struct ToldPair {
  std::vector<ToldStep> steps;      // the first: before anything is compared
  std::vector<ToldStep> one_sided;  // that tell nothing
  std::vector<std::string> result;  // sentences
};

// The two rows that were asked for. Precondition: there is an explanation.
ExplainedPair explained(const TablesAnswer& answer);

ToldPair tell(const ExplainedPair& pair, document::Language language);
// "Born: one digit differs (1980 / 1981); +1.2".
std::string line_of(const ToldStep& step, document::Language language);

// What a paper says of itself.
struct PairPaper {
  bool desk_only = false;  // marked as such
  std::string linkage;     // the entry whose weights were used; empty: none
};

// All pairs, each with a table and a waterfall.
document::Document pair_document(const std::vector<ExplainedPair>& pairs,
                                 document::Language language, const PairPaper& paper);
document::Figure pair_figure(const ExplainedPair& pair, document::Language language,
                             const PairPaper& paper);

}  // namespace parley::desk
