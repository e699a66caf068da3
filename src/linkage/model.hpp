// What a linkage learnt, as a file that can be read, kept and applied to other lists.
//
// A TOML file; shares are in millionths, so that applying it gives the same to the last bit:
//   version = 1
//   mode = "dedupe"                   # see lists.hpp; what matched_ppm means depends on it
//   matched_ppm = 412000
//   found_ppm = 431000                # the same, of all pairs; absent: matched_ppm
//   again_ppm = 1200                  # between lists: a further partner; absent: 0
//   others_ppm = 31000                # others of a household or neighbourhood; absent: not known
//   iterations = 12
//   [[field]]
//   token = "birth"
//   kind = "date"
//   [[feature]]
//   token = "birth"
//   m = { exact = 812000, ... }       # of the pairs that are one person
//   u = { exact = 41, ... }           # of any two people
//   [[same]]                          # words of the lists that stand for one another
//   field = "place"
//   text = "حلب"
//   other = "aleppo"
//   [columns]
//   "dob" = "birth"                   # as in a file of columns
//
// Promises: strict reading, each fault with its line; what is written reads back as the same.
// Does not: hold anything of any row, but for words of [[same]], which five people or more share.
#pragma once

#include <string>
#include <string_view>

#include "linkage/lists.hpp"
#include "table/mapping.hpp"

namespace parley::linkage {

struct Model {
  Mode mode = Mode::kDedupe;
  Schema schema;
  Fitted fitted;
  table::Mapping columns;

  bool operator==(const Model&) const = default;
};

std::string write_model(const Model& model);
// Error (kBadInput): the first fault with its line; (kUnsupported): a later version.
Result<Model> read_model(std::string_view text);

}  // namespace parley::linkage
