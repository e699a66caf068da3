#include "dossier/import.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <tuple>

#include <fmt/core.h>

namespace parley::dossier {
namespace {

using Name = std::pair<Kind, std::string>;

class Planner {
 public:
  Planner(const Dossier& dossier, const std::vector<Reading>& readings) : dossier_(dossier) {
    for (const Reading& reading : readings) {
      plan_.bad.insert(plan_.bad.end(), reading.bad.begin(), reading.bad.end());
      for (const Row& row : reading.rows) take(row);
    }
  }

  Plan run() {
    index_recorded();
    for (std::size_t i = 0; i < rows_.size(); ++i) compare(i);
    check_references();
    put_in_order();
    std::sort(plan_.bad.begin(), plan_.bad.end());
    return std::move(plan_);
  }

 private:
  enum class State { kNew, kDone, kBad };  // kDone: recorded already, or a change

  void bad(const Row& row, std::string_view field, std::string reason) {
    plan_.bad.push_back({row.file, row.line, std::string(field), std::move(reason)});
  }

  // Keeps a row without flaws, the first of each key.
  void take(const Row& row) {
    const Flaws found = flaws(row.draft);
    for (const Flaw& flaw : found) bad(row, flaw.field, flaw.reason);
    if (!found.empty()) return;
    const Kind kind = kind_of(row.draft);
    const std::string key(key_of(row.draft));
    if (!key.empty()) {
      const auto [other, fresh] = by_key_.try_emplace({kind, key}, rows_.size());
      if (!fresh) {
        const Row& first = rows_[other->second];
        if (contents(first.draft) == contents(row.draft)) {
          ++plan_.unchanged;
        } else {
          bad(row, "key", fmt::format("stands already in {}, line {}", first.file, first.line));
        }
        return;
      }
    } else if (!keyless_.emplace(kind, cbor::encode(contents(row.draft))).second) {
      ++plan_.unchanged;
      return;
    }
    rows_.push_back(row);
    states_.push_back(State::kNew);
  }

  void index_recorded() {
    for (const auto& kept : dossier_.statements) {
      if (kept.value().key.empty()) remember(to_draft(kept.value(), dossier_));
    }
    for (const auto& kept : dossier_.grades) remember(to_draft(kept.value(), dossier_));
  }

  void remember(const Draft& draft) {
    recorded_.emplace(kind_of(draft), cbor::encode(contents(draft)));
  }

  // Compares a keyed row with what the dossier has under its key.
  template <class T>
  void compare_with(std::size_t i, const Kept<T>& kept) {
    const auto recorded = contents(to_draft(kept.value(), dossier_));
    const auto drafted = contents(rows_[i].draft);
    const auto& withheld = kept.versions.back().withheld;
    std::vector<std::string> fields;
    for (std::int64_t field = 1; !field_name(kind_of(rows_[i].draft), field).empty(); ++field) {
      if (std::find(withheld.begin(), withheld.end(), field) != withheld.end()) continue;
      const cbor::Value* before = cbor::find(recorded, field);
      const cbor::Value* after = cbor::find(drafted, field);
      const bool same = before != nullptr && after != nullptr ? *before == *after : before == after;
      if (!same) fields.emplace_back(field_name(kind_of(rows_[i].draft), field));
    }
    states_[i] = State::kDone;
    if (fields.empty()) {
      ++plan_.unchanged;
    } else {
      plan_.changes.push_back({rows_[i], kept.id, std::move(fields)});
    }
  }

  void compare(std::size_t i) {
    const Draft& draft = rows_[i].draft;
    const Kind kind = kind_of(draft);
    if (key_of(draft).empty()) {
      if (recorded_.contains({kind, cbor::encode(contents(draft))})) {
        states_[i] = State::kDone;
        ++plan_.unchanged;
      }
      return;
    }
    const auto id = dossier_.find(kind, key_of(draft));
    if (!id) return;
    const std::size_t at = dossier_.by_id.at(*id).at;
    switch (kind) {
      case Kind::kParty: compare_with(i, dossier_.parties[at]); break;
      case Kind::kPlace: compare_with(i, dossier_.places[at]); break;
      case Kind::kSource: compare_with(i, dossier_.sources[at]); break;
      case Kind::kMeasure: compare_with(i, dossier_.measures[at]); break;
      case Kind::kStatement: compare_with(i, dossier_.statements[at]); break;
      case Kind::kGrade:
      case Kind::kCorrection: return;
    }
  }

  // Says which rows wait for which, and refuses those that name nothing, or a refused one.
  void check_references() {
    const Handles handles(dossier_);
    followers_.resize(rows_.size());
    waits_for_.resize(rows_.size());
    std::queue<std::size_t> refused;
    const auto refuse = [&](std::size_t i) {
      if (states_[i] != State::kNew) return;
      states_[i] = State::kBad;
      refused.push(i);
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (states_[i] != State::kNew) continue;
      for (const Reference& reference : references(rows_[i].draft)) {
        const auto target = by_key_.find({reference.kind, reference.handle});
        if (target != by_key_.end() && states_[target->second] != State::kDone) {
          followers_[target->second].push_back({i, reference.field});
          ++waits_for_[i];
        } else if (!handles.find(reference.kind, reference.handle)) {
          bad(rows_[i], reference.field, fmt::format("there is no such {}", name(reference.kind)));
          refuse(i);
          continue;
        }
        if (reference.field == "meets" && !awaits(reference.handle, handles)) {
          bad(rows_[i], reference.field, "names a statement that awaits nothing");
          refuse(i);
        }
      }
    }
    for (; !refused.empty(); refused.pop()) {
      for (const auto& [follower, field] : followers_[refused.front()]) {
        if (states_[follower] != State::kNew) continue;
        bad(rows_[follower], field, "names a row that cannot be used");
        refuse(follower);
      }
    }
  }

  bool awaits(const std::string& handle, const Handles& handles) const {
    const auto target = by_key_.find({Kind::kStatement, handle});
    if (target != by_key_.end()) {
      return !std::get<StatementDraft>(rows_[target->second].draft).awaits.empty();
    }
    const auto id = handles.find(Kind::kStatement, handle);
    const auto* kept = id ? dossier_.statement(*id) : nullptr;
    return kept != nullptr && !kept->value().awaits.empty();
  }

  // The earliest row whose references are all there, again and again; what is left goes in circles.
  void put_in_order() {
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (states_[i] == State::kNew && waits_for_[i] == 0) ready.push(i);
    }
    while (!ready.empty()) {
      const std::size_t i = ready.top();
      ready.pop();
      states_[i] = State::kDone;
      plan_.add.push_back(rows_[i]);
      for (const auto& [follower, field] : followers_[i]) {
        if (--waits_for_[follower] == 0 && states_[follower] == State::kNew) ready.push(follower);
      }
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (states_[i] != State::kNew) continue;
      bad(rows_[i], "", "what it names leads back to it, or to a row of which this is so");
    }
  }

  struct Follower {
    std::size_t row;
    std::string_view field;
  };

  const Dossier& dossier_;
  Plan plan_;
  std::vector<Row> rows_;
  std::vector<State> states_;
  std::map<Name, std::size_t> by_key_;            // of rows_
  std::set<std::pair<Kind, Bytes>> keyless_;      // contents of rows_ without a key
  std::set<std::pair<Kind, Bytes>> recorded_;     // contents the dossier has without a key
  std::vector<std::vector<Follower>> followers_;  // rows that name a row
  std::vector<std::size_t> waits_for_;            // how many new rows a row names
};

}  // namespace

std::string BadRow::text() const {
  return field.empty() ? fmt::format("{}: line {}: {}", file, line, reason)
                       : fmt::format("{}: line {}: {}: {}", file, line, field, reason);
}

Result<Reading> read_file_text(std::string_view file, std::string_view text) {
  if (file.ends_with(".toml")) return read_toml(file, text);
  if (file.ends_with(".csv")) return read_csv(file, text);
  return fail(Fault::kUsage, fmt::format("{}: its name ends neither in .toml nor in .csv", file));
}

Plan plan_import(const Dossier& dossier, const std::vector<Reading>& readings) {
  return Planner(dossier, readings).run();
}

}  // namespace parley::dossier
