// Lists as the engine works on them: people in an order of their own, values as small numbers.
//
// Promises: people are ordered by a hash of what they say, and values numbered as people in that
// order have them, so nothing depends on the order of the input; a distinct value, name part or
// word of a term has one number, shared by both lists. The same at any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "linkage/records.hpp"

namespace parley::linkage {

// Another field of one list.
struct ValueColumn {
  struct Item {
    std::uint32_t id = 0;    // in the field's dictionary
    std::uint8_t value = 0;  // which of the field's values
  };
  std::vector<std::uint32_t> first{0};
  std::vector<Item> items;
  std::vector<std::uint32_t> people;  // by id (of terms by CodedTerm::same): how many have it
  std::uint32_t present = 0;          // people who have the field

  Range of(std::uint32_t person) const { return {first[person], first[person + 1]}; }
};

// What most people say, each in one place, so that a comparison reads one line of memory.
struct PersonRows {
  // A cell of a field that is no name: the id, kNone (absent) or kElsewhere (several values: in the
  // column). Of a name: how many parts, and the first kPlainParts; kElsewhere where that is not all
  // (several names, an alias, a kunya, more parts).
  static constexpr std::uint32_t kElsewhere = kNone - 1;
  static constexpr std::uint32_t kPlainParts = 3;
  static constexpr std::uint32_t kRoleShift = 29;  // a part's number below, its role above

  std::size_t stride = 0;
  std::vector<std::uint32_t> cells;
  const std::uint32_t* of(std::uint32_t person) const { return cells.data() + person * stride; }
};

struct Side {
  std::vector<std::uint32_t> order;  // person -> position in the Records
  PersonRows rows;
  std::vector<NameColumn> names;    // by field; empty for others
  std::vector<ValueColumn> values;  // by field; empty for names

  std::uint32_t size() const { return static_cast<std::uint32_t>(order.size()); }
};

// Where the cells of each field begin in a row of PersonRows; at the end, how many there are.
std::vector<std::size_t> cells_of(const Schema& schema);

// A date compiled for comparison; days since 1970.
struct CodedDate {
  std::int32_t first = 0, last = 0;
  std::int32_t year = 0, month = 0, day = 0;  // of a single day; month 0 where it is none
  std::int32_t middle_year = 0;
};

struct CodedTerm {
  Range is, within;              // in Dictionary::ids, each sorted
  Range words;                   // in Dictionary::words
  std::uint32_t text = 0;        // in Dictionary::texts, folded
  std::uint32_t same = 0;        // the same number: the same ids, or without ids the same text
  std::uint32_t stands = kNone;  // the same number: texts that stand for one another
};

// The distinct values of one field, of both lists.
struct Dictionary {
  std::vector<CodedDate> dates;
  Texts codes;  // codes, folded; categories
  std::vector<CodedTerm> terms;
  Texts texts;
  std::vector<std::uint32_t> ids, words;  // words: in Encoded::words
  std::uint32_t size = 0;
  bool has_ids = false;  // of a term; else terms of one text have one number
  std::vector<std::pair<std::int32_t, std::uint32_t>> days;  // single days and their ids, sorted

  // The id of a single day, or kNone.
  std::uint32_t day(std::int32_t since_1970) const;
};

struct Encoded {
  Schema schema;
  std::vector<Feature> features;
  std::vector<text::NamePart> parts;     // distinct, of both lists; kunyas too, without "Abu"
  std::vector<text::NamePart> words;     // distinct, of terms
  std::vector<Dictionary> dictionaries;  // by field
  Side a, b;                             // b is empty if one_list
  bool one_list = false;                 // then `a` stands for both
  bool flipped = false;                  // `a` is the caller's second list

  const Side& other() const { return one_list ? a : b; }
};

// Two texts of a field of terms that stand for one another, folded (fold_name()).
struct SameTerms {
  std::uint16_t field = 0;
  std::string text, other;

  bool operator==(const SameTerms&) const = default;
};

Encoded encode(const Records& a, const Records& b, int threads = 1,
               const std::vector<SameTerms>& same = {});
Encoded encode(const Records& records, int threads = 1, const std::vector<SameTerms>& same = {});

}  // namespace parley::linkage
