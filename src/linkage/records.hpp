// The lists that are linked, as columns: each distinct value of a field stands once.
//
// Promises: any field may be absent, and any may hold several values (two documents, a legal name
// and an alias); a Records is checked once, when it is made, and says the same whichever way it was
// made. of() is the thin way in; RecordsMaker takes a value once and numbers from then on, for long
// lists. Of a name given back, `written` is its parts' (what no part holds is not kept).
// Does not: know what the fields mean beyond their kind, or read text (the caller has parsed it).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linkage/record.hpp"
#include "linkage/texts.hpp"

namespace parley::linkage {

constexpr std::uint32_t kNone = 0xffffffff;

struct Range {
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin == end; }
};

struct PartRef {
  std::uint32_t part = 0;
  text::NameRole role = text::NameRole::kUnplaced;
  std::uint8_t at = 0;  // in PersonalName::parts
};

struct CodedName {
  std::uint32_t begin = 0, end = 0;  // in NameColumn::parts
  std::uint32_t kunya = kNone;
  std::uint8_t value = 0;  // which of the field's values
  bool alias = false;
};

// The names of one field, person by person.
struct NameColumn {
  std::vector<std::uint32_t> first{0};  // names of person i: first[i] to first[i + 1]
  std::vector<CodedName> names;
  std::vector<PartRef> parts;

  Range of(std::size_t person) const { return {first[person], first[person + 1]}; }
};

// The values of another field, person by person, by number.
struct NumberColumn {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint32_t> numbers;

  Range of(std::size_t person) const { return {first[person], first[person + 1]}; }
};

// Distinct values of one field; of its kind's only.
struct Values {
  std::vector<DateSpan> dates;
  Texts texts;              // codes and categories, as given; the texts of terms
  std::vector<Term> terms;  // ids of those that have any; else `texts` alone says all
  std::uint32_t size = 0;
};

class Records {
 public:
  Records() = default;  // nobody
  // Error (kUsage): a value of another kind than its field's, a span that ends before it begins,
  // a schema that yields over kMostFeatures features, more values than kMostValues in one field.
  static Result<Records> of(Schema schema, std::vector<Record> records);

  const Schema& schema() const { return schema_; }
  std::size_t size() const { return indices_.size(); }
  std::uint32_t index(std::size_t at) const { return indices_[at]; }
  Record operator[](std::size_t at) const;

  // What encode() reads. Parts have no role; kunyas are by number, with their keys.
  const std::vector<text::NamePart>& parts() const { return parts_; }
  const Texts& kunyas() const { return kunyas_; }
  const NameColumn& names(std::size_t field) const { return names_[field]; }
  const NumberColumn& numbers(std::size_t field) const { return numbers_[field]; }
  const Values& values(std::size_t field) const { return values_[field]; }

 private:
  friend class RecordsMaker;
  Value value(std::size_t field, std::uint32_t number) const;
  Name name(std::size_t field, const CodedName& coded) const;

  Schema schema_;
  std::vector<std::uint32_t> indices_;
  std::vector<text::NamePart> parts_;
  Texts kunyas_, kunya_keys_;
  std::vector<NameColumn> names_;      // by field; empty for others
  std::vector<NumberColumn> numbers_;  // by field; empty for names
  std::vector<Values> values_;
};

// Values are numbered first, each once; then people are put together from numbers.
class RecordsMaker {
 public:
  // Error (kUsage): too many features.
  static Result<RecordsMaker> of(Schema schema);

  // A value that is no name; for equal ones the same number. Error (kUsage): as Records::of().
  Result<std::uint32_t> value(std::size_t field, const Value& value);
  // A name, or a piece of one; kNone: it has no part and no kunya.
  std::uint32_t piece(const text::PersonalName& name);

  void person(std::uint32_t index);
  // Of the person begun last; in the order of the values. A value beyond kMostValues is dropped,
  // and false returned.
  bool put(std::size_t field, std::uint32_t number);
  // The name that the pieces make together, as assembled().
  bool put_name(std::size_t field, std::span<const std::uint32_t> pieces, bool alias);

  // All of `records`, of the same schema, their indices numbered on.
  void append(const Records& records, std::uint32_t numbered_on);

  Records take() &&;

 private:
  RecordsMaker() = default;
  struct Piece {
    std::uint32_t begin = 0, end = 0, kunya = kNone;
  };
  std::uint32_t part(const text::NamePart& part);
  void end_person();

  Records out_;
  TextNumbers part_numbers_, kunya_numbers_;
  std::vector<TextNumbers> value_numbers_;
  std::vector<PartRef> piece_parts_;
  std::vector<Piece> pieces_;
  std::vector<bool> has_ids_;
};

}  // namespace parley::linkage
