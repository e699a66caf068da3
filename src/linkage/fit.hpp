// The parameters that are learnt from the lists at hand.
//
// u from random pairs, and where a field's values are counted (the same code, day, term, category)
// from the counts. m by expectation and maximisation over the candidates, with u held fixed. What
// keeps it from running away (the usual fate on candidates that were chosen because they agree):
// - u is that of any two people, not of the candidates (less the true pairs among them, as far as
//   they are believed in, which matters in short lists);
// - between lists each person has at most one partner, so all its candidates share one unit of
//   belief with "none of them";
// - m is drawn to what is usual (weigh.cpp) as if kBelief pairs had shown it, and a feature is
// never
//   held to differ in over a third of true pairs (terms may: they come translated);
// - a fixed number of rounds, fewer if nothing changes.
// What people decided counts beside: an answer's difference from what was believed of the pair, for
// all the open pairs that it stands for (the uncertainty of all over that of the pairs asked, drawn
// to 0 as if kUnasked more had been asked). So the pairs that were asked, which are the doubtful
// ones, do not pass for all, and answers that were expected change nothing.
// Promises: the same on every machine and at any thread count. Does not: need labels.
#pragma once

#include "linkage/block.hpp"
#include "linkage/decided.hpp"
#include "linkage/weigh.hpp"

namespace parley::linkage {

Fitted fit(const Encoded& lists, const Vocabulary& vocabulary, const Rarity& rarity,
           const Blocker& blocker, const Verdicts& verdicts = {});

}  // namespace parley::linkage
