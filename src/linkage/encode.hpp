// Lists as the engine works on them: people in an order of their own, values as small numbers.
//
// Promises: people are ordered by what they say, so nothing depends on the order of the input; a
// distinct value or name part has one number, shared by both lists, and is compared once.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "linkage/record.hpp"

namespace parley::linkage {

constexpr std::uint32_t kNone = 0xffffffff;

struct PartRef {
  std::uint32_t part = 0;  // in Encoded::parts
  text::NameRole role = text::NameRole::kUnplaced;
  std::uint8_t at = 0;  // in PersonalName::parts
};

struct CodedName {
  std::uint32_t begin = 0, end = 0;  // in NameColumn::parts
  std::uint32_t kunya = kNone;       // a part
  std::uint8_t value = 0;            // which of the field's values
  bool alias = false;
};

struct Range {
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin == end; }
};

// One name field of one list.
struct NameColumn {
  std::vector<std::uint32_t> first{0};  // names of person i: first[i] to first[i + 1]
  std::vector<CodedName> names;
  std::vector<PartRef> parts;

  Range of(std::uint32_t person) const { return {first[person], first[person + 1]}; }
};

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

struct Side {
  std::vector<std::uint32_t> order;  // person -> position in the Records
  std::vector<NameColumn> names;     // by field; empty for others
  std::vector<ValueColumn> values;   // by field; empty for names

  std::uint32_t size() const { return static_cast<std::uint32_t>(order.size()); }
};

// A date compiled for comparison; days since 1970.
struct CodedDate {
  std::int32_t first = 0, last = 0;
  std::int32_t year = 0, month = 0, day = 0;  // of a single day; month 0 where it is none
  std::int32_t middle_year = 0;
};

struct CodedTerm {
  std::vector<std::uint32_t> is, within;  // ids by number, sorted
  std::string folded;
  std::vector<text::NamePart> words;
  std::uint32_t same = 0;        // the same number: the same ids, or without ids the same text
  std::uint32_t stands = kNone;  // the same number: texts that stand for one another
};

// The distinct values of one field, of both lists.
struct Dictionary {
  std::vector<CodedDate> dates;
  std::vector<std::string> codes;  // codes and categories
  std::vector<CodedTerm> terms;
  std::uint32_t size = 0;
  std::vector<std::pair<std::int32_t, std::uint32_t>> days;  // single days and their ids, sorted

  // The id of a single day, or kNone.
  std::uint32_t day(std::int32_t since_1970) const;
};

struct Encoded {
  Schema schema;
  std::vector<Feature> features;
  std::vector<text::NamePart> parts;     // distinct, of both lists; kunyas too, without "Abu"
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

Encoded encode(const Records& a, const Records& b, const std::vector<SameTerms>& same = {});
Encoded encode(const Records& records, const std::vector<SameTerms>& same = {});

}  // namespace parley::linkage
