#include "dossier/view.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/core.h>

namespace parley::dossier {
namespace {

// One entry of this folder's kinds, decoded.
template <class T>
using Reader = Result<T> (*)(const record::Payload&);

class Folder {
 public:
  explicit Folder(const record::View& view) : view_(view) {
    out_.id = view.dossier;
    out_.size = view.size;
    out_.root = view.root;
  }

  Result<Dossier> run() {
    std::optional<std::uint64_t> last;
    for (const record::Opened& entry : view_.entries) {
      if (entry.index >= view_.size || (last && entry.index <= *last)) {
        return fail(Fault::kBroken, fmt::format("entry {} is out of order", entry.index));
      }
      last = entry.index;
      read(entry);
    }
    for (const record::Opened* entry : corrections_) correct(*entry);
    name_all();
    check_all();
    cut_circles();
    std::sort(out_.problems.begin(), out_.problems.end(), [](const Problem& a, const Problem& b) {
      return std::tie(a.index, a.kind, a.text) < std::tie(b.index, b.kind, b.text);
    });
    return std::move(out_);
  }

 private:
  void problem(ProblemKind kind, const record::EntryId& entry, std::uint64_t index,
               std::string text) {
    out_.problems.push_back({kind, entry, index, std::move(text)});
  }

  void unreadable(const record::Opened& entry, const Error& error) {
    const bool newer = error.fault == Fault::kUnsupported;
    out_.newer += newer ? 1 : 0;
    problem(newer ? ProblemKind::kNewer : ProblemKind::kUnreadable, entry.id, entry.index,
            error.text());
  }

  template <class T>
  static Version<T> version_of(const record::Opened& entry, const record::Payload& payload, T value,
                               std::int64_t first_field) {
    Version<T> version;
    version.entry = entry.id;
    version.index = entry.index;
    version.author = entry.author;
    version.time = entry.payload.time;
    version.value = std::move(value);
    for (const auto& [field, part] : payload.parts) {
      if (field >= first_field && !payload.body.contains(field)) {
        version.withheld.push_back(field - first_field);
      }
    }
    return version;
  }

  template <class T>
  void add(const record::Opened& entry, Kind kind, Reader<T> from, std::vector<Kept<T>>& all) {
    Result<T> value = from(entry.payload);
    if (!value) {
      unreadable(entry, value.error());
      return;
    }
    out_.by_id.insert_or_assign(entry.id, Dossier::Slot{kind, all.size()});
    all.push_back({entry.id, {version_of(entry, entry.payload, *std::move(value), 0)}});
  }

  void add_other(const record::Opened& entry) {
    ++out_.others;
    others_.insert(entry.id);
  }

  void read(const record::Opened& entry) {
    const std::optional<Kind> kind = kind_named(entry.payload.kind);
    if (!kind) {
      add_other(entry);
      return;
    }
    switch (*kind) {
      case Kind::kParty: add(entry, *kind, party_from, out_.parties); break;
      case Kind::kPlace: add(entry, *kind, place_from, out_.places); break;
      case Kind::kSource: add(entry, *kind, source_from, out_.sources); break;
      case Kind::kMeasure: add(entry, *kind, measure_from, out_.measures); break;
      case Kind::kStatement: add(entry, *kind, statement_from, out_.statements); break;
      case Kind::kGrade: add(entry, *kind, grade_from, out_.grades); break;
      case Kind::kCorrection: corrections_.push_back(&entry);
    }
  }

  template <class T>
  void apply(const record::Opened& entry, const Correction& correction, Reader<T> from,
             Kept<T>& kept) {
    Version<T> version;
    if (correction.withdrawn) {
      version = version_of(entry, entry.payload, kept.value(), correction_field::kNewBody);
      version.withheld = kept.versions.back().withheld;
      version.withdrawn = true;
    } else {
      Result<T> value = from(correction.replacement);
      if (!value) {
        unreadable(entry, value.error());
        return;
      }
      version = version_of(entry, entry.payload, *std::move(value), correction_field::kNewBody);
    }
    version.reason = correction.reason;
    kept.versions.push_back(std::move(version));
  }

  void correct(const record::Opened& entry) {
    const Result<Correction> correction = correction_from(entry.payload);
    if (!correction) {
      unreadable(entry, correction.error());
      return;
    }
    const auto earlier = corrected_.find(correction->of);
    const record::EntryId of = earlier == corrected_.end() ? correction->of : earlier->second;
    const bool ours = correction->withdrawn ? !others_.contains(of)
                                            : kind_named(correction->replacement.kind).has_value();
    if (!ours) {
      add_other(entry);
      return;
    }
    const auto found = out_.by_id.find(of);
    if (found == out_.by_id.end()) {
      problem(ProblemKind::kDangling, entry.id, entry.index,
              "corrects an entry that is not in this view");
      return;
    }
    const auto [kind, at] = found->second;
    if (!correction->withdrawn && correction->replacement.kind != name(kind)) {
      problem(ProblemKind::kWrongKind, entry.id, entry.index,
              fmt::format("corrects a {} as if it were of another kind", name(kind)));
      return;
    }
    corrected_.emplace(entry.id, of);
    switch (kind) {
      case Kind::kParty: apply(entry, *correction, party_from, out_.parties[at]); break;
      case Kind::kPlace: apply(entry, *correction, place_from, out_.places[at]); break;
      case Kind::kSource: apply(entry, *correction, source_from, out_.sources[at]); break;
      case Kind::kMeasure: apply(entry, *correction, measure_from, out_.measures[at]); break;
      case Kind::kStatement: apply(entry, *correction, statement_from, out_.statements[at]); break;
      case Kind::kGrade: apply(entry, *correction, grade_from, out_.grades[at]); break;
      case Kind::kCorrection: return;
    }
  }

  template <class T>
  void name_objects(Kind kind, const std::vector<Kept<T>>& all) {
    // What stands comes before what was withdrawn, so that a withdrawn object's key is free again.
    for (const bool withdrawn : {false, true}) {
      for (const Kept<T>& kept : all) {
        if (kept.withdrawn() != withdrawn || kept.value().key.empty()) continue;
        const bool fresh = out_.by_key.try_emplace({kind, kept.value().key}, kept.id).second;
        if (!fresh && !withdrawn) {
          problem(ProblemKind::kKeyTwice, kept.id, kept.index(),
                  fmt::format("the key of this {} belongs to an earlier one", name(kind)));
        }
      }
    }
  }

  void name_all() {
    name_objects(Kind::kParty, out_.parties);
    name_objects(Kind::kPlace, out_.places);
    name_objects(Kind::kSource, out_.sources);
    name_objects(Kind::kMeasure, out_.measures);
    name_objects(Kind::kStatement, out_.statements);
  }

  // Reports a reference that leads nowhere; says whether it can be followed.
  template <class T>
  bool check(const Kept<T>& kept, std::string_view field, const record::EntryId& id, Kind wanted) {
    const auto found = out_.by_id.find(id);
    const Version<T>& version = kept.versions.back();
    if (found == out_.by_id.end()) {
      problem(ProblemKind::kDangling, version.entry, version.index,
              fmt::format("{}: names an entry that is not in this view", field));
      return false;
    }
    if (found->second.kind != wanted) {
      problem(
          ProblemKind::kWrongKind, version.entry, version.index,
          fmt::format("{}: names a {}, not a {}", field, name(found->second.kind), name(wanted)));
      return false;
    }
    return true;
  }

  template <class T>
  void check_parent(const Kept<T>& kept, std::string_view field,
                    const std::optional<record::EntryId>& parent, Kind kind) {
    if (parent && check(kept, field, *parent, kind)) out_.parents.emplace(kept.id, *parent);
  }

  // The refs in a payload serve whoever does not know its kind: they must be those of its body.
  template <class T>
  void check_refs(const Kept<T>& kept) {
    for (const Version<T>& version : kept.versions) {
      const record::Payload& payload = entry_at(version.index).payload;
      const bool corrects = payload.kind == name(Kind::kCorrection);
      const std::int64_t first = corrects ? std::int64_t{correction_field::kNewBody} : 0;
      std::set<std::int64_t> apart;
      for (const auto& [field, part] : payload.parts) apart.insert(field - first);
      std::vector<record::EntryId> refs;
      if (!version.withdrawn) refs = to_payload(version.value, apart).refs;
      if (corrects) {
        const auto of = correction_from(payload);
        if (!of) continue;
        std::erase(refs, of->of);
        refs.insert(refs.begin(), of->of);
      }
      if (refs != payload.refs) {
        problem(ProblemKind::kRefs, version.entry, version.index,
                "its refs are not those that its body names");
      }
    }
  }

  const record::Opened& entry_at(std::uint64_t index) const {
    return *std::lower_bound(
        view_.entries.begin(), view_.entries.end(), index,
        [](const record::Opened& entry, std::uint64_t i) { return entry.index < i; });
  }

  void check_statement(const Kept<Statement>& kept) {
    const Statement& value = kept.value();
    for (const Speaker& speaker : value.speakers) {
      if (speaker.party) check(kept, "speakers", *speaker.party, Kind::kParty);
    }
    for (const auto& id : value.measures) check(kept, "measures", id, Kind::kMeasure);
    if (value.source) check(kept, "source", *value.source, Kind::kSource);
    if (value.place) check(kept, "place", *value.place, Kind::kPlace);
    if (value.awaits_from) check(kept, "awaits_from", *value.awaits_from, Kind::kParty);
    for (const auto& id : value.meets) check(kept, "meets", id, Kind::kStatement);
  }

  void check_all() {
    for (const auto& kept : out_.parties) {
      check_refs(kept);
      check_parent(kept, "part_of", kept.value().part_of, Kind::kParty);
    }
    for (const auto& kept : out_.places) {
      check_refs(kept);
      check_parent(kept, "within", kept.value().within, Kind::kPlace);
    }
    for (const auto& kept : out_.sources) check_refs(kept);
    for (const auto& kept : out_.measures) {
      check_refs(kept);
      check_parent(kept, "part_of", kept.value().part_of, Kind::kMeasure);
      if (kept.value().place) check(kept, "place", *kept.value().place, Kind::kPlace);
    }
    for (const auto& kept : out_.statements) {
      check_refs(kept);
      check_statement(kept);
    }
    for (const auto& kept : out_.grades) {
      check_refs(kept);
      if (kept.value().statement) {
        check(kept, "statement", *kept.value().statement, Kind::kStatement);
      }
      if (kept.value().source) check(kept, "source", *kept.value().source, Kind::kSource);
    }
  }

  std::uint64_t index_of(const record::EntryId& id) const {
    const auto [kind, at] = out_.by_id.at(id);
    switch (kind) {
      case Kind::kParty: return out_.parties[at].index();
      case Kind::kPlace: return out_.places[at].index();
      default: return out_.measures[at].index();
    }
  }

  // Each circle of parents loses the parent of its latest member.
  void cut_circles() {
    std::map<record::EntryId, record::EntryId> walk_of;  // node: the walk that saw it first
    std::vector<record::EntryId> cut;
    for (const auto& [start, parent] : out_.parents) {
      record::EntryId at = start;
      while (walk_of.try_emplace(at, start).second) {
        const auto next = out_.parents.find(at);
        if (next == out_.parents.end()) break;
        at = next->second;
      }
      // Back at a node of this same walk that still has a parent: a circle.
      const auto seen = out_.parents.find(at);
      if (walk_of.at(at) != start || seen == out_.parents.end()) continue;
      record::EntryId latest = at;
      for (record::EntryId one = seen->second; one != at; one = out_.parents.at(one)) {
        if (index_of(one) > index_of(latest)) latest = one;
      }
      cut.push_back(latest);
    }
    for (const record::EntryId& id : cut) {
      out_.parents.erase(id);
      problem(ProblemKind::kCircle, id, index_of(id),
              "its parents lead back to itself: its own is ignored");
    }
  }

  const record::View& view_;
  Dossier out_;
  std::vector<const record::Opened*> corrections_;
  std::set<record::EntryId> others_;  // entries of other folders' kinds, and their corrections
  std::map<record::EntryId, record::EntryId> corrected_;  // correction: the object's first entry
};

template <class T>
std::vector<Branch> tree_of(const Dossier& dossier, const std::vector<Kept<T>>& all) {
  std::map<record::EntryId, std::vector<record::EntryId>> children;
  std::vector<Branch> open;  // a stack: the last is next
  for (auto kept = all.rbegin(); kept != all.rend(); ++kept) {
    const auto parent = dossier.parents.find(kept->id);
    if (parent == dossier.parents.end()) {
      open.push_back({kept->id, 0});
    } else {
      children[parent->second].push_back(kept->id);
    }
  }
  std::vector<Branch> out;
  while (!open.empty()) {
    const Branch branch = open.back();
    open.pop_back();
    out.push_back(branch);
    const auto below = children.find(branch.id);
    if (below == children.end()) continue;
    for (const record::EntryId& child : below->second) open.push_back({child, branch.depth + 1});
  }
  return out;
}

template <class T>
const Kept<T>* object(const Dossier& dossier, const std::vector<Kept<T>>& all, Kind kind,
                      const record::EntryId& id) {
  const auto found = dossier.by_id.find(id);
  if (found == dossier.by_id.end() || found->second.kind != kind) return nullptr;
  return &all[found->second.at];
}

}  // namespace

std::string_view name(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::kUnreadable: return "unreadable";
    case ProblemKind::kNewer: return "newer";
    case ProblemKind::kDangling: return "dangling";
    case ProblemKind::kWrongKind: return "wrong kind";
    case ProblemKind::kCircle: return "circle";
    case ProblemKind::kKeyTwice: return "key twice";
    case ProblemKind::kRefs: return "refs";
  }
  return "unknown";
}

const Kept<Party>* Dossier::party(const record::EntryId& entry) const {
  return object(*this, parties, Kind::kParty, entry);
}
const Kept<Place>* Dossier::place(const record::EntryId& entry) const {
  return object(*this, places, Kind::kPlace, entry);
}
const Kept<Source>* Dossier::source(const record::EntryId& entry) const {
  return object(*this, sources, Kind::kSource, entry);
}
const Kept<Measure>* Dossier::measure(const record::EntryId& entry) const {
  return object(*this, measures, Kind::kMeasure, entry);
}
const Kept<Statement>* Dossier::statement(const record::EntryId& entry) const {
  return object(*this, statements, Kind::kStatement, entry);
}
const Kept<Grade>* Dossier::grade(const record::EntryId& entry) const {
  return object(*this, grades, Kind::kGrade, entry);
}

std::optional<record::EntryId> Dossier::find(Kind kind, std::string_view key) const {
  const auto found = by_key.find({kind, std::string(key)});
  if (found == by_key.end()) return {};
  return found->second;
}

bool Dossier::is_within(const record::EntryId& entry, const record::EntryId& ancestor) const {
  record::EntryId at = entry;
  while (at != ancestor) {
    const auto parent = parents.find(at);
    if (parent == parents.end()) return false;
    at = parent->second;
  }
  return true;
}

Result<Dossier> fold(const record::View& view) { return Folder(view).run(); }

std::vector<Branch> party_tree(const Dossier& dossier) { return tree_of(dossier, dossier.parties); }
std::vector<Branch> place_tree(const Dossier& dossier) { return tree_of(dossier, dossier.places); }
std::vector<Branch> measure_tree(const Dossier& dossier) {
  return tree_of(dossier, dossier.measures);
}

}  // namespace parley::dossier
