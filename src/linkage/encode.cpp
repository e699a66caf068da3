#include "linkage/encode.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include <fmt/core.h>

#include "text/folding.hpp"

namespace parley::linkage {
namespace {

using text::NamePart;

// A byte string that is different for different contents.
class Content {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    bytes_ += '\0';
  }
  void add(std::int64_t number) { add(std::to_string(number)); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

void put(Content& out, const Name& value) {
  out.add(value.alias ? 1 : 0);
  out.add(value.name.kunya);
  for (const NamePart& part : value.name.parts) {
    out.add(static_cast<std::int64_t>(part.role));
    out.add(part.folded);
    out.add(part.written);
  }
}

void put(Content& out, const DateSpan& value) {
  out.add(value.first.iso());
  out.add(value.last.iso());
  out.add(value.likely_unknown ? 1 : 0);
}

void put(Content& out, const std::string& value) { out.add(value); }

// The text first: ids are opaque, perhaps random, and must not decide the order of people.
void put(Content& out, const Term& value) {
  out.add(value.text);
  for (const auto* list : {&value.is, &value.within}) {
    for (const std::string& id : *list) out.add(id);
    out.add("");
  }
}

std::string content(const Record& record) {
  Content out;
  for (const std::vector<Value>& values : record.values) {
    out.add(static_cast<std::int64_t>(values.size()));
    for (const Value& value : values) std::visit([&out](const auto& v) { put(out, v); }, value);
  }
  return out.take();
}

struct Ordered {
  std::vector<std::uint32_t> order;
  std::vector<std::string> contents;  // in that order
};

Ordered in_order(const Records& records) {
  std::vector<std::string> contents;
  contents.reserve(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) contents.push_back(content(records[i]));
  Ordered out;
  out.order.resize(records.size());
  std::iota(out.order.begin(), out.order.end(), 0u);
  std::sort(out.order.begin(), out.order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const int order = contents[x].compare(contents[y]);
    return order != 0 ? order < 0 : records[x].index < records[y].index;
  });
  for (const std::uint32_t at : out.order) out.contents.push_back(std::move(contents[at]));
  return out;
}

CodedDate coded(const DateSpan& span) {
  CodedDate out;
  DateSpan meant = span;
  if (span.likely_unknown)
    meant = {Date{span.first.year, 1, 1}, Date{span.last.year, 12, 31}, true};
  out.first = static_cast<std::int32_t>(days_from_civil(meant.first));
  out.last = static_cast<std::int32_t>(days_from_civil(meant.last));
  if (meant.first == meant.last) {
    out.year = meant.first.year;
    out.month = meant.first.month;
    out.day = meant.first.day;
  }
  out.middle_year = civil_from_days(out.first + (out.last - out.first) / 2).year;
  return out;
}

constexpr std::size_t kMostWords = 12;  // of a term that are compared; further ones are not

std::vector<NamePart> words_of(std::string_view folded) {
  std::vector<NamePart> out;
  while (!folded.empty()) {
    const std::size_t space = folded.find(' ');
    const std::string_view word = folded.substr(0, space);
    folded.remove_prefix(space == std::string_view::npos ? folded.size() : space + 1);
    if (word.empty()) continue;
    for (NamePart& part : text::parse_name_part(word, text::NameRole::kUnplaced).parts) {
      if (out.size() == kMostWords) return out;
      out.push_back(std::move(part));
    }
  }
  return out;
}

// A kunya's name without its "Abu" or "Umm".
std::string_view without_first_word(std::string_view kunya) {
  const std::size_t space = kunya.find(' ');
  return space == std::string_view::npos ? kunya : kunya.substr(space + 1);
}

class Encoder {
 public:
  Encoder(Encoded& out, const Schema& schema, const std::vector<SameTerms>& same)
      : out_(out),
        known_(schema.size()),
        same_(schema.size()),
        term_ids_(schema.size()),
        stands_(schema.size()) {
    for (const SameTerms& one : same) join(stands_[one.field], one.text, one.other);
    out_.schema = schema;
    out_.features = features_of(schema);
    out_.dictionaries.resize(schema.size());
  }

  Side side(const Records& records, std::vector<std::uint32_t> order) {
    Side side;
    side.order = std::move(order);
    side.names.resize(out_.schema.size());
    side.values.resize(out_.schema.size());
    for (const std::uint32_t at : side.order) {
      for (std::size_t field = 0; field < out_.schema.size(); ++field) {
        const std::vector<Value>& values = records[at].values[field];
        if (out_.schema[field].kind == Kind::kName) {
          add_names(side.names[field], values);
        } else {
          add_values(side.values[field], field, values);
        }
      }
    }
    return side;
  }

 private:
  void add_names(NameColumn& column, const std::vector<Value>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Name& value = std::get<Name>(values[i]);
      CodedName name;
      name.begin = static_cast<std::uint32_t>(column.parts.size());
      const std::size_t most = std::min(value.name.parts.size(), kMostParts);
      for (std::size_t p = 0; p < most; ++p) {
        const NamePart& part = value.name.parts[p];
        if (part.folded.empty()) continue;
        column.parts.push_back({part_id(part), part.role, static_cast<std::uint8_t>(p)});
      }
      name.end = static_cast<std::uint32_t>(column.parts.size());
      name.kunya = kunya_id(value.name.kunya);
      name.value = static_cast<std::uint8_t>(i);
      name.alias = value.alias;
      if (name.begin != name.end || name.kunya != kNone) column.names.push_back(name);
    }
    column.first.push_back(static_cast<std::uint32_t>(column.names.size()));
  }

  std::uint32_t part_id(const NamePart& part) {
    std::string key = part.folded;
    key += '\0';
    key += std::to_string(part.group) + (part.initial ? "." : "") +
           std::to_string(static_cast<int>(part.script));
    const auto [at, is_new] =
        part_ids_.try_emplace(std::move(key), static_cast<std::uint32_t>(out_.parts.size()));
    if (is_new) out_.parts.push_back(part);
    return at->second;
  }

  std::uint32_t kunya_id(const std::string& kunya) {
    if (kunya.empty()) return kNone;
    const text::PersonalName name =
        text::parse_name_part(without_first_word(kunya), text::NameRole::kGiven);
    return name.parts.empty() ? kNone : part_id(name.parts[0]);
  }

  void add_values(ValueColumn& column, std::size_t field, const std::vector<Value>& values) {
    const std::size_t before = column.items.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::uint32_t id = value_id(field, values[i]);
      if (id == kNone) continue;
      const auto same = [id](const ValueColumn::Item& item) { return item.id == id; };
      const auto mine = column.items.begin() + static_cast<std::ptrdiff_t>(before);
      if (std::any_of(mine, column.items.end(), same)) continue;
      column.items.push_back({id, static_cast<std::uint8_t>(i)});
      const std::uint32_t counted =
          out_.schema[field].kind == Kind::kTerm ? out_.dictionaries[field].terms[id].same : id;
      if (column.people.size() <= counted) column.people.resize(counted + 1);
      ++column.people[counted];
    }
    if (column.items.size() != before) ++column.present;
    column.first.push_back(static_cast<std::uint32_t>(column.items.size()));
  }

  std::uint32_t value_id(std::size_t field, const Value& value) {
    Dictionary& dictionary = out_.dictionaries[field];
    std::string code;
    Content key;
    if (out_.schema[field].kind == Kind::kCode) {
      code = folded_code(std::get<std::string>(value));
      if (code.empty()) return kNone;
      key.add(code);
    } else if (out_.schema[field].kind == Kind::kCategory) {
      code = std::get<std::string>(value);
      if (code.empty()) return kNone;
      key.add(code);
    } else {
      const Term* term = std::get_if<Term>(&value);
      if (term != nullptr && term->is.empty() && term->text.empty()) return kNone;
      std::visit([&key](const auto& v) { put(key, v); }, value);
    }
    const auto [at, is_new] = known_[field].try_emplace(key.take(), dictionary.size);
    if (is_new) {
      ++dictionary.size;
      switch (out_.schema[field].kind) {
        case Kind::kDate: dictionary.dates.push_back(coded(std::get<DateSpan>(value))); break;
        case Kind::kTerm: add_term(field, std::get<Term>(value)); break;
        default: dictionary.codes.push_back(std::move(code));
      }
    }
    return at->second;
  }

  using Stands = std::map<std::string, std::uint32_t, std::less<>>;

  // Both texts get one number, and so do all that had either's.
  static void join(Stands& stands, const std::string& text, const std::string& other) {
    const auto size = static_cast<std::uint32_t>(stands.size());
    const std::uint32_t kept = stands.try_emplace(text, size).first->second;
    const auto [at, is_new] = stands.try_emplace(other, kept);
    if (is_new || at->second == kept) return;
    const std::uint32_t gone = at->second;
    for (auto& [word, number] : stands) number = number == gone ? kept : number;
  }

  std::vector<std::uint32_t> term_ids(std::size_t field, const std::vector<std::string>& ids) {
    std::vector<std::uint32_t> out;
    auto& known = term_ids_[field];
    for (const std::string& id : ids) {
      out.push_back(known.try_emplace(id, static_cast<std::uint32_t>(known.size())).first->second);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  void add_term(std::size_t field, const Term& term) {
    std::vector<CodedTerm>& terms = out_.dictionaries[field].terms;
    CodedTerm out;
    out.is = term_ids(field, term.is);
    out.within = term_ids(field, term.within);
    out.folded = text::fold_name(term.text);
    out.words = words_of(out.folded);
    if (out.is.empty()) {
      const auto stands = stands_[field].find(out.folded);
      if (stands != stands_[field].end()) out.stands = stands->second;
    }
    Content key;
    for (const std::uint32_t id : out.is) key.add(id);
    if (out.is.empty()) {
      key.add(out.stands == kNone ? " " + out.folded : fmt::format("={}", out.stands));
    }
    const auto number = static_cast<std::uint32_t>(terms.size());
    out.same = same_[field].try_emplace(key.take(), number).first->second;
    terms.push_back(std::move(out));
  }

  Encoded& out_;
  // Looked up only, never walked.
  std::unordered_map<std::string, std::uint32_t> part_ids_;
  std::vector<std::unordered_map<std::string, std::uint32_t>> known_, same_, term_ids_;
  std::vector<Stands> stands_;  // by field and folded text
};

void finish(Encoded& out) {
  for (std::size_t field = 0; field < out.schema.size(); ++field) {
    Dictionary& dictionary = out.dictionaries[field];
    for (std::uint32_t id = 0; id < dictionary.dates.size(); ++id) {
      const CodedDate& date = dictionary.dates[id];
      if (date.month != 0) dictionary.days.emplace_back(date.first, id);
    }
    std::sort(dictionary.days.begin(), dictionary.days.end());
    for (Side* side : {&out.a, &out.b}) {
      if (side->values.empty()) continue;
      side->values[field].people.resize(out.dictionaries[field].size);
    }
  }
}

}  // namespace

std::uint32_t Dictionary::day(std::int32_t since_1970) const {
  const auto at = std::lower_bound(days.begin(), days.end(), std::pair{since_1970, 0u});
  return at != days.end() && at->first == since_1970 ? at->second : kNone;
}

Encoded encode(const Records& a, const Records& b, const std::vector<SameTerms>& same) {
  Encoded out;
  Ordered in_a = in_order(a), in_b = in_order(b);
  // Which list comes first depends on what they hold, the longer first: a and b may be exchanged.
  out.flipped = a.size() != b.size() ? a.size() < b.size() : in_b.contents < in_a.contents;
  in_a.contents.clear();
  in_b.contents.clear();
  Encoder encoder(out, a.schema(), same);
  if (out.flipped) {
    out.a = encoder.side(b, std::move(in_b.order));
    out.b = encoder.side(a, std::move(in_a.order));
  } else {
    out.a = encoder.side(a, std::move(in_a.order));
    out.b = encoder.side(b, std::move(in_b.order));
  }
  finish(out);
  return out;
}

Encoded encode(const Records& records, const std::vector<SameTerms>& same) {
  Encoded out;
  out.one_list = true;
  Encoder encoder(out, records.schema(), same);
  out.a = encoder.side(records, in_order(records).order);
  finish(out);
  return out;
}

}  // namespace parley::linkage
