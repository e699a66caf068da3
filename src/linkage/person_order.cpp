#include "linkage/person_order.hpp"

#include <algorithm>
#include <tuple>

namespace parley::linkage {
namespace {

Hash hash_of(const text::NamePart& part) {
  Hash out;
  out.add(part.folded);
  out.add(part.written);
  return out;
}

Hash hash_of(const DateSpan& span) {
  Hash out;
  out.add(static_cast<std::uint64_t>(days_from_civil(span.first)));
  out.add(static_cast<std::uint64_t>(days_from_civil(span.last)));
  out.add(span.likely_unknown ? 1u : 0u);
  return out;
}

Hash hash_of_ids(const Term& term) {
  Hash out;
  for (const auto* list : {&term.is, &term.within}) {
    out.add(list->size());
    for (const std::string& id : *list) out.add(std::string_view(id));
  }
  return out;
}

std::vector<Hash> hashes_of(const Texts& texts) {
  std::vector<Hash> out;
  out.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) out.push_back(linkage::hash_of(texts[i]));
  return out;
}

// Adds one field of every person to the people's hashes.
void add_names(const Records& records, std::size_t field, std::vector<Hash>& people) {
  std::vector<Hash> parts;
  parts.reserve(records.parts().size());
  for (const text::NamePart& part : records.parts()) parts.push_back(hash_of(part));
  const std::vector<Hash> kunyas = hashes_of(records.kunyas());
  const NameColumn& column = records.names(field);
  for (std::size_t person = 0; person < people.size(); ++person) {
    Hash& hash = people[person];
    const Range range = column.of(person);
    if (range.empty()) continue;  // a field that nobody has changes nothing
    hash.add(std::uint64_t{field} << 8 | (range.end - range.begin));
    for (std::uint32_t n = range.begin; n < range.end; ++n) {
      const CodedName& name = column.names[n];
      hash.add(std::uint64_t{name.end - name.begin} << 1 | (name.alias ? 1u : 0u));
      for (std::uint32_t p = name.begin; p < name.end; ++p) {
        hash.add(static_cast<std::uint64_t>(column.parts[p].role));
        hash.add(parts[column.parts[p].part]);
      }
      hash.add(name.kunya == kNone ? Hash{} : kunyas[name.kunya]);
    }
  }
}

void add_values(const Records& records, std::size_t field, std::vector<Hash>& people,
                std::vector<Hash>& by_ids) {
  const Values& values = records.values(field);
  std::vector<Hash> hashes, ids;
  if (records.schema()[field].kind == Kind::kDate) {
    for (const DateSpan& span : values.dates) hashes.push_back(hash_of(span));
  } else {
    hashes = hashes_of(values.texts);
  }
  for (const Term& term : values.terms) ids.push_back(hash_of_ids(term));
  if (!ids.empty()) by_ids.resize(people.size());
  const NumberColumn& column = records.numbers(field);
  for (std::size_t person = 0; person < people.size(); ++person) {
    const Range range = column.of(person);
    if (range.empty()) continue;
    people[person].add(std::uint64_t{field} << 8 | (range.end - range.begin));
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      people[person].add(hashes[column.numbers[i]]);
      if (!ids.empty()) by_ids[person].add(ids[column.numbers[i]]);
    }
  }
}

struct Placed {
  Hash hash;
  std::uint32_t at = 0;
};

}  // namespace

Ordered in_order(const Records& records) {
  std::vector<Hash> people(records.size()), by_ids;
  for (std::size_t field = 0; field < records.schema().size(); ++field) {
    if (records.schema()[field].kind == Kind::kName) {
      add_names(records, field, people);
    } else {
      add_values(records, field, people, by_ids);
    }
  }
  std::vector<Placed> placed;
  placed.reserve(records.size());
  for (std::uint32_t at = 0; at < records.size(); ++at) placed.push_back({people[at], at});
  const auto ids = [&by_ids](std::uint32_t at) { return by_ids.empty() ? Hash{} : by_ids[at]; };
  std::sort(placed.begin(), placed.end(), [&](const Placed& x, const Placed& y) {
    if (x.hash != y.hash) return x.hash < y.hash;
    return std::tuple(ids(x.at), records.index(x.at)) < std::tuple(ids(y.at), records.index(y.at));
  });
  Ordered out;
  out.order.reserve(placed.size());
  out.hashes.reserve(placed.size());
  for (const Placed& one : placed) {
    out.order.push_back(one.at);
    out.hashes.push_back(one.hash);
  }
  return out;
}

}  // namespace parley::linkage
