#include "exchange/list_diff_linkage.hpp"

#include "exchange/person.hpp"
#include "linkage/link.hpp"

namespace parley::exchange {
namespace {

using linkage::Kind;
using linkage::Value;

// In the order of values_of().
linkage::Schema schema() {
  return {{"name", Kind::kName, true, false, 0},
          {"mother", Kind::kName, false, true, 0},
          {"sex", Kind::kCategory, false, false, 0},
          {"birth", Kind::kDate, false, false, 0},
          {"birth-place", Kind::kTerm, false, true, 1},
          {"origin", Kind::kTerm, false, true, 1},
          {"document", Kind::kCode, false, false, 0},
          {"service-number", Kind::kCode, false, false, 0},
          {"unit", Kind::kTerm, false, false, 0},
          {"captured", Kind::kDate, false, false, 0},
          {"capture-place", Kind::kTerm, false, false, 0},
          {"reference", Kind::kCode, false, false, 0}};
}

void add_names(const Person& person, std::vector<Value>& out) {
  std::vector<text::PersonalName> pieces;
  const auto add = [&](Field field, text::NameRole role) {
    if (const auto text = person.text(field); !text.empty()) {
      pieces.push_back(text::parse_name_part(text, role));
    }
  };
  if (const auto whole = person.text(Field::kName); !whole.empty()) {
    out.emplace_back(linkage::Name{text::parse_name(whole), false});
  } else {
    add(Field::kGiven, text::NameRole::kGiven);
    add(Field::kFather, text::NameRole::kFather);
    add(Field::kGrandfather, text::NameRole::kGrandfather);
    add(Field::kFamily, text::NameRole::kFamily);
    if (!pieces.empty()) out.emplace_back(linkage::Name{linkage::assembled(pieces), false});
  }
  for (const auto& [field, text] : person.texts) {
    const bool alias = field == Field::kAlias || field == Field::kNameAtArrest;
    if (!alias && field != Field::kNameOther) continue;
    if (out.size() == linkage::kMostValues) return;
    out.emplace_back(linkage::Name{text::parse_name(text), alias});
  }
}

void add_texts(const Person& person, Field field, bool term, std::vector<Value>& out) {
  for (const auto& [one, text] : person.texts) {
    if (one != field || out.size() == linkage::kMostValues) continue;
    if (term) {
      out.emplace_back(linkage::Term{{}, {}, text});
    } else {
      out.emplace_back(text);
    }
  }
}

linkage::Record record_of(const Person& person, std::size_t index) {
  linkage::Record out;
  out.index = static_cast<std::uint32_t>(index);
  out.values.resize(schema().size());
  std::size_t at = 0;
  add_names(person, out.values[at++]);
  if (const auto mother = person.text(Field::kMother); !mother.empty()) {
    out.values[at].emplace_back(linkage::Name{text::parse_name(mother), false});
  }
  ++at;
  if (person.sex != Sex::kUnknown) {
    out.values[at].emplace_back(std::string(person.sex == Sex::kMale ? "m" : "f"));
  }
  ++at;
  if (person.born_span) {
    const bool unknown = person.born && person.born->likely_unknown;
    out.values[at].emplace_back(
        linkage::DateSpan{person.born_span->first, person.born_span->last, unknown});
  }
  ++at;
  add_texts(person, Field::kBirthPlace, true, out.values[at++]);
  add_texts(person, Field::kOrigin, true, out.values[at++]);
  add_texts(person, Field::kDocument, false, out.values[at++]);
  add_texts(person, Field::kServiceNumber, false, out.values[at++]);
  add_texts(person, Field::kUnit, true, out.values[at++]);
  if (person.captured) {
    const text::DaySpan span = person.captured->span();
    out.values[at].emplace_back(linkage::DateSpan{span.first, span.last, false});
  }
  ++at;
  add_texts(person, Field::kCapturePlace, true, out.values[at++]);
  add_texts(person, Field::kReference, false, out.values[at++]);
  return out;
}

std::vector<linkage::Record> records_of(const std::vector<LinkedRow>& rows) {
  std::vector<linkage::Record> out;
  for (const LinkedRow& row : rows) {
    const Result<Person> person = read_person(*row.reading, *row.cells, *row.on);
    if (person) out.push_back(record_of(*person, row.index));
  }
  return out;
}

}  // namespace

Linked link_rows(const std::vector<LinkedRow>& before, const std::vector<LinkedRow>& after,
                 int threads) {
  Linked out;
  if (before.empty() || after.empty()) return out;
  const auto olds = linkage::Records::of(schema(), records_of(before));
  const auto news = linkage::Records::of(schema(), records_of(after));
  if (!olds || !news) return out;
  linkage::Options options;
  options.threads = threads;
  options.per_person = 1;
  // One party writes a person much the same from one version to the next: few candidates will do.
  options.block.candidates = 12;
  const auto links = linkage::link(*olds, *news, options);
  if (!links) return out;
  for (const linkage::Pair& pair : links->pairs) {
    if (pair.standing == linkage::Standing::kSure) {
      out.sure.emplace_back(pair.a, pair.b);
    } else if (pair.standing == linkage::Standing::kQueued && pair.assigned) {
      out.queued.emplace_back(pair.a, pair.b);
    }
  }
  return out;
}

}  // namespace parley::exchange
