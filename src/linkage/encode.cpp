#include "linkage/encode.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/run/in_order.hpp"
#include "linkage/person_order.hpp"
#include "text/folding.hpp"

namespace parley::linkage {
namespace {

using text::NamePart;

constexpr std::size_t kChunk = 4'096;
constexpr std::size_t kMostWords = 12;  // of a term that are compared; further ones are not

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

// A kunya's name without its "Abu" or "Umm".
std::string_view without_first_word(std::string_view kunya) {
  const std::size_t space = kunya.find(' ');
  return space == std::string_view::npos ? kunya : kunya.substr(space + 1);
}

// Each of some texts folded, by several threads.
template <class Fold>
Texts each_folded(const Texts& texts, int threads, Fold fold) {
  Texts out;
  InOrder<Texts> pieces(threads, [&out](Texts&& piece) {
    for (std::size_t i = 0; i < piece.size(); ++i) out.add(piece[i]);
  });
  for (std::size_t begin = 0; begin < texts.size(); begin += kChunk) {
    const std::size_t end = std::min<std::size_t>(texts.size(), begin + kChunk);
    pieces.add([&texts, fold, begin, end] {
      Texts piece;
      for (std::size_t i = begin; i < end; ++i) piece.add(fold(texts[i]));
      return piece;
    });
  }
  pieces.finish();
  return out;
}

// The words of terms; each is taken apart once.
class Words {
 public:
  explicit Words(std::vector<NamePart>& out) : out_(out) {}

  void of(std::string_view folded, std::vector<std::uint32_t>& words) {
    const std::size_t before = words.size();
    while (!folded.empty()) {
      const std::size_t space = folded.find(' ');
      const std::string_view word = folded.substr(0, space);
      folded.remove_prefix(space == std::string_view::npos ? folded.size() : space + 1);
      if (word.empty()) continue;
      const Range range = parts_of(word);
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (words.size() - before == kMostWords) return;
        words.push_back(parts_[i]);
      }
    }
  }

 private:
  Range parts_of(std::string_view word) {
    const TextNumbers::Number number = words_.of(word);
    if (number.is_new) {
      Range range{static_cast<std::uint32_t>(parts_.size()), 0};
      for (NamePart& part : text::parse_name_part(word, text::NameRole::kUnplaced).parts) {
        const TextNumbers::Number known = written_.of(part.written);
        if (known.is_new) out_.push_back(std::move(part));
        parts_.push_back(known.at);
      }
      range.end = static_cast<std::uint32_t>(parts_.size());
      ranges_.push_back(range);
    }
    return ranges_[number.at];
  }

  std::vector<NamePart>& out_;
  TextNumbers words_, written_;
  std::vector<Range> ranges_;
  std::vector<std::uint32_t> parts_;
};

// What the records of one list have by number, in the numbers of Encoded.
class Encoder {
 public:
  Encoder(Encoded& out, const Schema& schema, int threads, const std::vector<SameTerms>& same)
      : out_(out),
        threads_(threads),
        words_(out.words),
        known_(schema.size()),
        same_(schema.size()),
        term_ids_(schema.size()),
        first_same_(schema.size()),
        stands_(schema.size()) {
    for (const SameTerms& one : same) stands_[one.field].join(one.text, one.other);
    out_.schema = schema;
    out_.features = features_of(schema);
    out_.dictionaries.resize(schema.size());
  }

  Side side(const Records& records, std::vector<std::uint32_t> order) {
    Side side;
    side.order = std::move(order);
    side.names.resize(out_.schema.size());
    side.values.resize(out_.schema.size());
    std::vector<std::uint32_t> parts(records.parts().size(), kNone);
    std::vector<std::uint32_t> kunyas(records.kunyas().size(), kNone);
    // Field by field, names first: a part's number does not depend on what else is there.
    for (std::size_t field = 0; field < out_.schema.size(); ++field) {
      if (out_.schema[field].kind == Kind::kName) {
        add_names(records, field, side.order, parts, kunyas, side.names[field]);
      } else {
        add_values(records, field, side.order, side.values[field]);
      }
    }
    return side;
  }

 private:
  void add_names(const Records& records, std::size_t field, const std::vector<std::uint32_t>& order,
                 std::vector<std::uint32_t>& parts, std::vector<std::uint32_t>& kunyas,
                 NameColumn& column) {
    const NameColumn& given = records.names(field);
    column.first.reserve(order.size() + 1);
    column.names.reserve(given.names.size());
    column.parts.reserve(given.parts.size());
    for (const std::uint32_t at : order) {
      const Range range = given.of(at);
      for (std::uint32_t n = range.begin; n < range.end; ++n) {
        CodedName name = given.names[n];
        name.begin = static_cast<std::uint32_t>(column.parts.size());
        for (std::uint32_t p = given.names[n].begin; p < given.names[n].end; ++p) {
          PartRef ref = given.parts[p];
          const NamePart& part = records.parts()[ref.part];
          if (part.folded.empty()) continue;
          std::uint32_t& number = parts[ref.part];
          if (number == kNone) number = part_number(part);
          ref.part = number;
          column.parts.push_back(ref);
        }
        name.end = static_cast<std::uint32_t>(column.parts.size());
        if (name.kunya != kNone) {
          std::uint32_t& number = kunyas[name.kunya];
          if (number == kNone) number = kunya_number(records.kunyas()[name.kunya]);
          name.kunya = number;
        }
        if (name.begin != name.end || name.kunya != kNone) column.names.push_back(name);
      }
      column.first.push_back(static_cast<std::uint32_t>(column.names.size()));
    }
  }

  std::uint32_t part_number(const NamePart& part) {
    std::string key = part.folded;
    key += '\0';
    key += std::to_string(part.group) + (part.initial ? "." : "") +
           std::to_string(static_cast<int>(part.script));
    const TextNumbers::Number number = part_numbers_.of(key);
    if (number.is_new) out_.parts.push_back(part);
    return number.at;
  }

  std::uint32_t kunya_number(std::string_view kunya) {
    const text::PersonalName name =
        text::parse_name_part(without_first_word(kunya), text::NameRole::kGiven);
    return name.parts.empty() ? kNone : part_number(name.parts[0]);
  }

  // As they are compared; empty: nothing is said.
  Texts folded(const Records& records, std::size_t field) const {
    const Texts& texts = records.values(field).texts;
    switch (out_.schema[field].kind) {
      case Kind::kCode:
        return each_folded(texts, threads_, [](std::string_view t) { return folded_code(t); });
      case Kind::kTerm:
        return each_folded(texts, threads_, [](std::string_view t) { return text::fold_name(t); });
      case Kind::kCategory: return texts;
      default: return {};
    }
  }

  void add_values(const Records& records, std::size_t field,
                  const std::vector<std::uint32_t>& order, ValueColumn& column) {
    const Texts texts = folded(records, field);
    const NumberColumn& given = records.numbers(field);
    constexpr std::uint32_t kUnseen = kNone - 1;
    std::vector<std::uint32_t> ids(records.values(field).size, kUnseen);
    column.first.reserve(order.size() + 1);
    column.items.reserve(given.numbers.size());
    for (const std::uint32_t at : order) {
      const std::size_t before = column.items.size();
      const Range range = given.of(at);
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        std::uint32_t& id = ids[given.numbers[i]];
        if (id == kUnseen) id = value_id(records.values(field), texts, field, given.numbers[i]);
        if (id == kNone) continue;
        const auto same = [id](const ValueColumn::Item& item) { return item.id == id; };
        const auto mine = column.items.begin() + static_cast<std::ptrdiff_t>(before);
        if (std::any_of(mine, column.items.end(), same)) continue;
        column.items.push_back({id, static_cast<std::uint8_t>(i - range.begin)});
        count(column, field, id);
      }
      if (column.items.size() != before) ++column.present;
      column.first.push_back(static_cast<std::uint32_t>(column.items.size()));
    }
  }

  void count(ValueColumn& column, std::size_t field, std::uint32_t id) const {
    const std::uint32_t counted =
        out_.schema[field].kind == Kind::kTerm ? out_.dictionaries[field].terms[id].same : id;
    if (column.people.size() <= counted) column.people.resize(counted + 1);
    ++column.people[counted];
  }

  std::uint32_t value_id(const Values& values, const Texts& texts, std::size_t field,
                         std::uint32_t number) {
    Dictionary& dictionary = out_.dictionaries[field];
    TextNumbers::Number known;
    switch (out_.schema[field].kind) {
      case Kind::kDate: {
        const DateSpan& span = values.dates[number];
        known = known_[field].of(std::to_string(days_from_civil(span.first)) + " " +
                                 std::to_string(days_from_civil(span.last)) +
                                 (span.likely_unknown ? "?" : ""));
        if (known.is_new) dictionary.dates.push_back(coded(span));
        break;
      }
      case Kind::kTerm: return term_id(values, texts, field, number);
      default:
        if (texts[number].empty()) return kNone;
        known = known_[field].of(texts[number]);
        if (known.is_new) dictionary.codes.add(texts[number]);
    }
    if (known.is_new) ++dictionary.size;
    return known.at;
  }

  std::uint32_t term_id(const Values& values, const Texts& texts, std::size_t field,
                        std::uint32_t number) {
    Dictionary& dictionary = out_.dictionaries[field];
    const Term* term = number < values.terms.size() ? &values.terms[number] : nullptr;
    const bool has_ids = term != nullptr && !(term->is.empty() && term->within.empty());
    const std::string_view folded = texts[number];
    if (!has_ids && values.texts[number].empty()) return kNone;
    CodedTerm out;
    const std::size_t ids_before = dictionary.ids.size();
    if (has_ids) {
      out.is = term_ids(field, term->is);
      out.within = term_ids(field, term->within);
    }
    std::string key = written(dictionary, out.is) + "/" + written(dictionary, out.within) + "/";
    key += folded;
    const TextNumbers::Number known = known_[field].of(key);
    if (!known.is_new) {
      dictionary.ids.resize(ids_before);
      return known.at;
    }
    ++dictionary.size;
    dictionary.has_ids = dictionary.has_ids || has_ids;
    out.text = dictionary.texts.size();
    dictionary.texts.add(folded);
    out.words.begin = static_cast<std::uint32_t>(dictionary.words.size());
    words_.of(folded, dictionary.words);
    out.words.end = static_cast<std::uint32_t>(dictionary.words.size());
    if (out.is.empty()) out.stands = stands_[field].of(folded);
    out.same = same_number(field, out, folded);
    dictionary.terms.push_back(out);
    return known.at;
  }

  static std::string written(const Dictionary& dictionary, const Range& ids) {
    std::string out;
    for (std::uint32_t i = ids.begin; i < ids.end; ++i) {
      out += std::to_string(dictionary.ids[i]) + " ";
    }
    return out;
  }

  // Texts that stand for one another have one head.
  struct Stands {
    std::map<std::string, std::uint32_t, std::less<>> numbers;
    std::vector<std::uint32_t> heads;

    std::uint32_t number(const std::string& text) {
      const auto size = static_cast<std::uint32_t>(heads.size());
      const auto [at, is_new] = numbers.try_emplace(text, size);
      if (is_new) heads.push_back(size);
      return at->second;
    }
    std::uint32_t head(std::uint32_t of) {
      while (heads[of] != of) of = heads[of] = heads[heads[of]];
      return of;
    }
    void join(const std::string& text, const std::string& other) {
      const std::uint32_t one = number(text), two = number(other);
      heads[head(two)] = head(one);
    }
    std::uint32_t of(std::string_view text) {
      const auto found = numbers.find(text);
      return found == numbers.end() ? kNone : head(found->second);
    }
  };

  // The number of the first term of the same ids, without ids of the same text.
  std::uint32_t same_number(std::size_t field, const CodedTerm& term, std::string_view folded) {
    std::string key = written(out_.dictionaries[field], term.is);
    if (term.is.empty()) key = "t" + std::string(folded);
    if (term.stands != kNone) key = "s" + std::to_string(term.stands);
    const auto number = static_cast<std::uint32_t>(out_.dictionaries[field].terms.size());
    const TextNumbers::Number known = same_[field].of(key);
    if (known.is_new) first_same_[field].push_back(number);
    return first_same_[field][known.at];
  }

  Range term_ids(std::size_t field, const std::vector<std::string>& ids) {
    std::vector<std::uint32_t>& pool = out_.dictionaries[field].ids;
    const auto before = static_cast<std::uint32_t>(pool.size());
    for (const std::string& id : ids) pool.push_back(term_ids_[field].of(id).at);
    std::sort(pool.begin() + before, pool.end());
    return {before, static_cast<std::uint32_t>(pool.size())};
  }

  Encoded& out_;
  int threads_;
  Words words_;
  TextNumbers part_numbers_;
  std::vector<TextNumbers> known_, same_, term_ids_;
  std::vector<std::vector<std::uint32_t>> first_same_;
  std::vector<Stands> stands_;  // by field and folded text
};

void put_name(const NameColumn& column, std::uint32_t person, std::uint32_t* cells) {
  const Range names = column.of(person);
  *cells = 0;
  if (names.empty()) return;
  const CodedName& name = column.names[names.begin];
  const std::uint32_t parts = name.end - name.begin;
  *cells = PersonRows::kElsewhere;
  if (names.end - names.begin > 1 || name.alias || name.kunya != kNone) return;
  if (parts > PersonRows::kPlainParts) return;
  for (std::uint32_t i = 0; i < parts; ++i) {
    const PartRef& ref = column.parts[name.begin + i];
    if (ref.part >> PersonRows::kRoleShift != 0) return;
    cells[i + 1] = ref.part | static_cast<std::uint32_t>(ref.role) << PersonRows::kRoleShift;
  }
  *cells = parts;
}

PersonRows rows_of(const Schema& schema, const Side& side) {
  PersonRows out;
  const std::vector<std::size_t> first = cells_of(schema);
  out.stride = first.back();
  out.cells.resize(side.size() * out.stride);
  for (std::uint32_t person = 0; person < side.size(); ++person) {
    std::uint32_t* row = out.cells.data() + person * out.stride;
    for (std::size_t field = 0; field < schema.size(); ++field) {
      if (schema[field].kind == Kind::kName) {
        put_name(side.names[field], person, row + first[field]);
        continue;
      }
      const Range range = side.values[field].of(person);
      row[first[field]] = range.empty()                 ? kNone
                          : range.end - range.begin > 1 ? PersonRows::kElsewhere
                                                        : side.values[field].items[range.begin].id;
    }
  }
  return out;
}

void finish(Encoded& out) {
  for (Side* side : {&out.a, &out.b}) side->rows = rows_of(out.schema, *side);
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

std::vector<std::size_t> cells_of(const Schema& schema) {
  std::vector<std::size_t> out = {0};
  for (const Field& field : schema) {
    out.push_back(out.back() + (field.kind == Kind::kName ? 1 + PersonRows::kPlainParts : 1));
  }
  return out;
}

std::uint32_t Dictionary::day(std::int32_t since_1970) const {
  const auto at = std::lower_bound(days.begin(), days.end(), std::pair{since_1970, 0u});
  return at != days.end() && at->first == since_1970 ? at->second : kNone;
}

Encoded encode(const Records& a, const Records& b, int threads,
               const std::vector<SameTerms>& same) {
  Encoded out;
  Ordered in_a = in_order(a), in_b = in_order(b);
  // Which list comes first depends on what they hold, the longer first: a and b may be exchanged.
  out.flipped = a.size() != b.size() ? a.size() < b.size() : in_b.hashes < in_a.hashes;
  Encoder encoder(out, a.schema(), threads, same);
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

Encoded encode(const Records& records, int threads, const std::vector<SameTerms>& same) {
  Encoded out;
  out.one_list = true;
  Encoder encoder(out, records.schema(), threads, same);
  out.a = encoder.side(records, in_order(records).order);
  finish(out);
  return out;
}

}  // namespace parley::linkage
