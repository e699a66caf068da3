#include "linkage/records.hpp"

#include <algorithm>

namespace parley::linkage {
namespace {

using text::NamePart;

bool is_of(const Value& value, Kind kind) {
  switch (kind) {
    case Kind::kName: return std::holds_alternative<Name>(value);
    case Kind::kDate: return std::holds_alternative<DateSpan>(value);
    case Kind::kCode:
    case Kind::kCategory: return std::holds_alternative<std::string>(value);
    case Kind::kTerm: return std::holds_alternative<Term>(value);
  }
  return false;
}

bool is_span(const DateSpan& span) {
  return is_date(span.first) && is_date(span.last) && span.first.precision() == Precision::kDay &&
         span.last.precision() == Precision::kDay && span.first <= span.last;
}

Result<void> check(const Field& field, const Value& value) {
  const auto wrong = [&field](const std::string& what) {
    return fail(Fault::kUsage, "field " + field.token + ": " + what);
  };
  if (!is_of(value, field.kind)) return wrong("a value is no " + std::string(name(field.kind)));
  const DateSpan* span = std::get_if<DateSpan>(&value);
  if (span != nullptr && !is_span(*span)) return wrong("a span of dates is none");
  return {};
}

// A byte string that is different for different values.
class Content {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    bytes_ += '\0';
  }
  void add(std::int64_t number) { add(std::to_string(number)); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

std::string content_of(const NamePart& part) {
  Content out;
  out.add(part.folded);
  out.add(part.written);
  out.add(part.key);
  out.add(part.sounds);
  for (const std::uint32_t group : {part.group, part.other_groups[0], part.other_groups[1]}) {
    out.add(group);
  }
  out.add(part.initial ? 1 : 0);
  out.add(static_cast<std::int64_t>(part.script));
  out.add(part.article);
  return out.bytes();
}

std::string content_of(const Value& value) {
  Content out;
  if (const DateSpan* span = std::get_if<DateSpan>(&value)) {
    out.add(days_from_civil(span->first));
    out.add(days_from_civil(span->last));
    out.add(span->likely_unknown ? 1 : 0);
  } else if (const std::string* text = std::get_if<std::string>(&value)) {
    return *text;
  } else if (const Term* term = std::get_if<Term>(&value)) {
    if (term->is.empty() && term->within.empty()) return "t" + term->text;
    out.add("ids");
    out.add(term->text);
    for (const auto* list : {&term->is, &term->within}) {
      out.add(static_cast<std::int64_t>(list->size()));
      for (const std::string& id : *list) out.add(id);
    }
  }
  return out.bytes();
}

}  // namespace

Value Records::value(std::size_t field, std::uint32_t number) const {
  const Values& values = values_[field];
  switch (schema_[field].kind) {
    case Kind::kDate: return values.dates[number];
    case Kind::kTerm:
      if (number < values.terms.size()) return values.terms[number];
      return Term{{}, {}, std::string(values.texts[number])};
    default: return std::string(values.texts[number]);
  }
}

Name Records::name(std::size_t field, const CodedName& coded) const {
  Name out;
  out.alias = coded.alias;
  for (std::uint32_t i = coded.begin; i < coded.end; ++i) {
    const PartRef& ref = names_[field].parts[i];
    NamePart part = parts_[ref.part];
    part.role = ref.role;
    if (!out.name.written.empty()) out.name.written += ' ';
    out.name.written += part.written;
    if (out.name.script == text::Script::kNone) out.name.script = part.script;
    out.name.parts.push_back(std::move(part));
  }
  if (coded.kunya != kNone) {
    out.name.kunya = kunyas_[coded.kunya];
    out.name.kunya_key = kunya_keys_[coded.kunya];
  }
  return out;
}

Record Records::operator[](std::size_t at) const {
  Record out;
  out.index = indices_[at];
  out.values.resize(schema_.size());
  for (std::size_t field = 0; field < schema_.size(); ++field) {
    if (schema_[field].kind == Kind::kName) {
      const Range range = names_[field].of(at);
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        out.values[field].emplace_back(name(field, names_[field].names[i]));
      }
    } else {
      const Range range = numbers_[field].of(at);
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        out.values[field].push_back(value(field, numbers_[field].numbers[i]));
      }
    }
  }
  return out;
}

Result<Records> Records::of(Schema schema, std::vector<Record> records) {
  PARLEY_ASSIGN(RecordsMaker maker, RecordsMaker::of(schema));
  for (std::size_t at = 0; at < records.size(); ++at) {
    const Record& record = records[at];
    const std::string where = "record " + std::to_string(at);
    if (record.values.size() != schema.size()) {
      return within(Error{Fault::kUsage, "has not one list of values for each field", {}}, where);
    }
    maker.person(record.index);
    for (std::size_t field = 0; field < schema.size(); ++field) {
      for (const Value& value : record.values[field]) {
        bool put = false;
        if (const Name* name = std::get_if<Name>(&value);
            name != nullptr && schema[field].kind == Kind::kName) {
          const std::uint32_t piece = maker.piece(name->name);
          put = maker.put_name(field, {&piece, 1}, name->alias);
        } else {
          const auto number = maker.value(field, value);
          if (!number) return within(number.error(), where);
          put = maker.put(field, *number);
        }
        if (!put) {
          return within(Error{Fault::kUsage,
                              "field " + schema[field].token + ": over " +
                                  std::to_string(kMostValues) + " values",
                              {}},
                        where);
        }
      }
    }
  }
  return std::move(maker).take();
}

Result<RecordsMaker> RecordsMaker::of(Schema schema) {
  if (features_of(schema).size() > kMostFeatures) {
    return fail(Fault::kUsage,
                "the schema has over " + std::to_string(kMostFeatures) + " features");
  }
  RecordsMaker out;
  out.value_numbers_.resize(schema.size());
  out.out_.names_.resize(schema.size());
  out.out_.numbers_.resize(schema.size());
  out.out_.values_.resize(schema.size());
  out.out_.schema_ = std::move(schema);
  return out;
}

Result<std::uint32_t> RecordsMaker::value(std::size_t field, const Value& value) {
  PARLEY_TRY(check(out_.schema_[field], value));
  const TextNumbers::Number number = value_numbers_[field].of(content_of(value));
  if (!number.is_new) return number.at;
  Values& values = out_.values_[field];
  ++values.size;
  if (const DateSpan* span = std::get_if<DateSpan>(&value)) {
    values.dates.push_back(*span);
  } else if (const Term* term = std::get_if<Term>(&value)) {
    if (!term->is.empty() || !term->within.empty() || !values.terms.empty()) {
      while (values.terms.size() < values.texts.size()) {
        values.terms.push_back({{}, {}, std::string(values.texts[values.terms.size()])});
      }
      values.terms.push_back(*term);
    }
    values.texts.add(term->text);
  } else {
    values.texts.add(std::get<std::string>(value));
  }
  return number.at;
}

std::uint32_t RecordsMaker::part(const NamePart& part) {
  const TextNumbers::Number number = part_numbers_.of(content_of(part));
  if (number.is_new) {
    out_.parts_.push_back(part);
    out_.parts_.back().role = text::NameRole::kUnplaced;
  }
  return number.at;
}

std::uint32_t RecordsMaker::piece(const text::PersonalName& name) {
  if (name.parts.empty() && name.kunya.empty()) return kNone;
  Piece out;
  out.begin = static_cast<std::uint32_t>(piece_parts_.size());
  const std::size_t most = std::min(name.parts.size(), kMostParts);
  for (std::size_t i = 0; i < most; ++i) {
    piece_parts_.push_back({part(name.parts[i]), name.parts[i].role, 0});
  }
  out.end = static_cast<std::uint32_t>(piece_parts_.size());
  if (!name.kunya.empty()) {
    const TextNumbers::Number number = kunya_numbers_.of(name.kunya);
    out.kunya = number.at;
    if (number.is_new) {
      out_.kunyas_.add(name.kunya);
      out_.kunya_keys_.add(name.kunya_key);
    }
  }
  pieces_.push_back(out);
  return static_cast<std::uint32_t>(pieces_.size() - 1);
}

void RecordsMaker::end_person() {
  for (std::size_t field = 0; field < out_.schema_.size(); ++field) {
    if (out_.schema_[field].kind == Kind::kName) {
      NameColumn& column = out_.names_[field];
      column.first.push_back(static_cast<std::uint32_t>(column.names.size()));
    } else {
      NumberColumn& column = out_.numbers_[field];
      column.first.push_back(static_cast<std::uint32_t>(column.numbers.size()));
    }
  }
}

void RecordsMaker::person(std::uint32_t index) {
  if (!out_.indices_.empty()) end_person();
  out_.indices_.push_back(index);
}

bool RecordsMaker::put(std::size_t field, std::uint32_t number) {
  NumberColumn& column = out_.numbers_[field];
  if (column.numbers.size() - column.first.back() >= kMostValues) return false;
  column.numbers.push_back(number);
  return true;
}

bool RecordsMaker::put_name(std::size_t field, std::span<const std::uint32_t> pieces, bool alias) {
  NameColumn& column = out_.names_[field];
  const std::size_t before = column.names.size() - column.first.back();
  if (before >= kMostValues) return false;
  CodedName name;
  name.begin = static_cast<std::uint32_t>(column.parts.size());
  for (const std::uint32_t number : pieces) {
    if (number == kNone) continue;
    const Piece& piece = pieces_[number];
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      PartRef ref = piece_parts_[i];
      const std::size_t at = column.parts.size() - name.begin;
      if (at == kMostParts) break;
      ref.at = static_cast<std::uint8_t>(at);
      column.parts.push_back(ref);
    }
    if (name.kunya == kNone) name.kunya = piece.kunya;
  }
  name.end = static_cast<std::uint32_t>(column.parts.size());
  name.value = static_cast<std::uint8_t>(before);
  name.alias = alias;
  column.names.push_back(name);
  return true;
}

void RecordsMaker::append(const Records& records, std::uint32_t numbered_on) {
  std::vector<std::uint32_t> parts, kunyas;
  for (const NamePart& one : records.parts_) parts.push_back(part(one));
  for (std::uint32_t i = 0; i < records.kunyas_.size(); ++i) {
    const TextNumbers::Number number = kunya_numbers_.of(records.kunyas_[i]);
    kunyas.push_back(number.at);
    if (!number.is_new) continue;
    out_.kunyas_.add(records.kunyas_[i]);
    out_.kunya_keys_.add(records.kunya_keys_[i]);
  }
  const std::size_t fields = out_.schema_.size();
  std::vector<std::vector<std::uint32_t>> numbers(fields);
  for (std::size_t field = 0; field < fields; ++field) {
    if (out_.schema_[field].kind == Kind::kName) continue;
    for (std::uint32_t i = 0; i < records.values_[field].size; ++i) {
      numbers[field].push_back(*value(field, records.value(field, i)));  // checked when it was made
    }
  }
  for (std::size_t at = 0; at < records.size(); ++at) {
    person(records.indices_[at] + numbered_on);
    for (std::size_t field = 0; field < fields; ++field) {
      if (out_.schema_[field].kind != Kind::kName) {
        const NumberColumn& column = records.numbers_[field];
        const Range range = column.of(at);
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
          put(field, numbers[field][column.numbers[i]]);
        }
        continue;
      }
      const NameColumn& from = records.names_[field];
      NameColumn& to = out_.names_[field];
      const Range range = from.of(at);
      for (std::uint32_t n = range.begin; n < range.end; ++n) {
        CodedName name = from.names[n];
        const auto begin = static_cast<std::uint32_t>(to.parts.size());
        for (std::uint32_t p = name.begin; p < name.end; ++p) {
          to.parts.push_back(from.parts[p]);
          to.parts.back().part = parts[from.parts[p].part];
        }
        name.begin = begin;
        name.end = static_cast<std::uint32_t>(to.parts.size());
        if (name.kunya != kNone) name.kunya = kunyas[name.kunya];
        to.names.push_back(name);
      }
    }
  }
}

Records RecordsMaker::take() && {
  if (!out_.indices_.empty()) end_person();
  return std::move(out_);
}

}  // namespace parley::linkage
