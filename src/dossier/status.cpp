#include "dossier/status.hpp"

#include <algorithm>
#include <map>

#include "dossier/timeline.hpp"

namespace parley::dossier {
namespace {

using Statements = std::vector<const Kept<Statement>*>;

bool withholds(const Kept<Statement>& kept, std::int64_t field) {
  const auto& withheld = kept.versions.back().withheld;
  return std::find(withheld.begin(), withheld.end(), field) != withheld.end();
}

std::optional<Date> date_of(const Statement& statement) {
  return statement.said ? statement.said : statement.reported;
}

Word word_of(const Kept<Statement>& kept) {
  Word word;
  word.speakers = kept.value().speakers;
  word.withheld = withholds(kept, statement_field::kSpeakers);
  if (word.speakers.empty() && !word.withheld) word.source = kept.value().source;
  return word;
}

std::vector<Holder> holders_of(const Kept<Statement>& kept) {
  const Word word = word_of(kept);
  std::vector<Holder> holders;
  for (const Speaker& speaker : word.speakers) holders.push_back({speaker, {}, {}});
  if (holders.empty() && word.source) holders.push_back({{}, word.source, {}});
  if (holders.empty()) holders.push_back({{}, {}, kept.id});
  return holders;
}

std::map<record::EntryId, Waiting> waits_in(const Statements& statements) {
  std::map<record::EntryId, Waiting> waits;
  for (const auto* kept : statements) {
    const Statement& statement = kept->value();
    if (statement.awaits.empty()) continue;
    Waiting waiting;
    waiting.statement = kept->id;
    waiting.what = statement.awaits;
    waiting.from = statement.awaits_from;
    waiting.word = word_of(*kept);
    waiting.since = date_of(statement);
    waiting.since_inferred = statement.said_inferred;
    waits.emplace(kept->id, std::move(waiting));
  }
  for (const auto* kept : statements) {
    for (const record::EntryId& id : kept->value().meets) {
      const auto waiting = waits.find(id);
      if (waiting == waits.end()) continue;
      waiting->second.met.push_back({kept->id, word_of(*kept), date_of(kept->value())});
    }
  }
  return waits;
}

std::vector<MeasureStatus> measures_of(const Dossier& dossier, const Statements& statements,
                                       const std::map<record::EntryId, Waiting>& waits) {
  std::vector<MeasureStatus> out;
  std::map<record::EntryId, std::size_t> place;
  for (const Branch& branch : measure_tree(dossier)) {
    if (dossier.measure(branch.id)->withdrawn()) continue;
    place.emplace(branch.id, out.size());
    out.push_back({branch.id, branch.depth, {}, {}});
  }
  for (const auto* kept : statements) {
    const auto waiting = waits.find(kept->id);
    for (const record::EntryId& id : kept->value().measures) {
      const auto found = place.find(id);
      if (found == place.end()) continue;
      MeasureStatus& measure = out[found->second];
      measure.statements.push_back(kept->id);
      if (waiting != waits.end()) measure.waits.push_back(waiting->second);
    }
  }
  return out;
}

std::vector<PartyStatus> parties_of(const Dossier& dossier, const Statements& statements,
                                    const std::map<record::EntryId, Waiting>& waits,
                                    std::size_t latest) {
  std::vector<PartyStatus> out;
  std::map<record::EntryId, std::size_t> place;
  for (const Branch& branch : party_tree(dossier)) {
    if (dossier.party(branch.id)->withdrawn()) continue;
    place.emplace(branch.id, out.size());
    out.push_back({branch.id, branch.depth, {}, {}});
  }
  for (auto kept = statements.rbegin(); kept != statements.rend(); ++kept) {
    for (const Speaker& speaker : (*kept)->value().speakers) {
      const auto found = speaker.party ? place.find(*speaker.party) : place.end();
      if (found == place.end()) continue;
      auto& said = out[found->second].latest;
      // Two speakers of one party say one statement.
      const bool has = !said.empty() && said.back() == (*kept)->id;
      if (said.size() < latest && !has) said.push_back((*kept)->id);
    }
  }
  for (const auto* kept : statements) {
    const auto waiting = waits.find(kept->id);
    if (waiting == waits.end() || !waiting->second.from || !waiting->second.met.empty()) continue;
    const auto found = place.find(*waiting->second.from);
    if (found != place.end()) out[found->second].owes.push_back(waiting->second);
  }
  return out;
}

bool is_surely_before(const std::optional<Date>& a, const std::optional<Date>& b) {
  return a && b && a->last_day() < b->first_day();
}

std::vector<Point> points_of(const Dossier& dossier, const Statements& statements) {
  std::vector<Point> points;
  std::map<std::string, std::size_t> place;
  for (const auto* kept : statements) {
    const Statement& statement = kept->value();
    if (statement.point.empty() || statement.stance.empty()) continue;
    const auto [found, fresh] = place.try_emplace(statement.point, points.size());
    if (fresh) points.push_back({statement.point, {}, false, {}});
    Point& point = points[found->second];
    for (Holder& holder : holders_of(*kept)) {
      const auto stand = std::find_if(point.stands.begin(), point.stands.end(),
                                      [&](const Stand& one) { return one.holder == holder; });
      if (stand != point.stands.end()) {
        if (stand->stance != statement.stance) {
          const Statement& before = dossier.statement(stand->statement)->value();
          point.shifts.push_back({holder, stand->statement, kept->id,
                                  is_surely_before(date_of(before), date_of(statement))});
        }
        point.stands.erase(stand);
      }
      point.stands.push_back({std::move(holder), statement.stance, kept->id});
    }
  }
  for (Point& point : points) {
    point.contradicted = std::any_of(
        point.stands.begin(), point.stands.end(),
        [&](const Stand& stand) { return stand.stance != point.stands.front().stance; });
  }
  return points;
}

}  // namespace

Status status(const Dossier& dossier, const Date& as_of, const StatusOptions& options) {
  const Statements statements = in_order(dossier, as_of);
  const auto waits = waits_in(statements);
  Status out;
  out.as_of = as_of;
  for (const auto* kept : statements) out.considered.push_back(kept->id);
  const auto standing = std::count_if(dossier.statements.begin(), dossier.statements.end(),
                                      [](const auto& kept) { return !kept.withdrawn(); });
  out.later = static_cast<std::uint64_t>(standing) - statements.size();
  out.measures = measures_of(dossier, statements, waits);
  out.parties = parties_of(dossier, statements, waits, options.latest_per_party);
  out.points = points_of(dossier, statements);
  return out;
}

}  // namespace parley::dossier
