#include "wire/answers.hpp"

#include <fmt/core.h>

#include "wire/json.hpp"

namespace parley::wire {
namespace {

using dossier::Dossier;
using record::EntryId;

// An object by its handle where it has one, else by its id.
template <class T>
std::string handle(const dossier::Kept<T>* kept, const EntryId& id) {
  if (kept != nullptr && !kept->value().key.empty()) return kept->value().key;
  return "entry:" + id.hex();
}

Json party(const Dossier& dossier, const std::optional<EntryId>& id) {
  return id ? Json(handle(dossier.party(*id), *id)) : Json();
}
Json place(const Dossier& dossier, const std::optional<EntryId>& id) {
  return id ? Json(handle(dossier.place(*id), *id)) : Json();
}
Json source(const Dossier& dossier, const std::optional<EntryId>& id) {
  return id ? Json(handle(dossier.source(*id), *id)) : Json();
}
Json measure(const Dossier& dossier, const std::optional<EntryId>& id) {
  return id ? Json(handle(dossier.measure(*id), *id)) : Json();
}

Json speaker(const Dossier& dossier, const dossier::Speaker& speaker) {
  return {{"name", or_null(speaker.name)}, {"party", party(dossier, speaker.party)}};
}

Json word(const Dossier& dossier, const dossier::Word& word) {
  Json speakers = Json::array();
  for (const auto& one : word.speakers) speakers.push_back(speaker(dossier, one));
  return {{"speakers", speakers},
          {"source", source(dossier, word.source)},
          {"withheld", word.withheld}};
}

Json names(const dossier::Names& names) {
  Json out = Json::object();
  for (const auto& [language, name] : names) out[language] = name;
  return out;
}

template <class T>
Json versions(const dossier::Kept<T>& kept) {
  Json out = Json::array();
  for (const auto& version : kept.versions) {
    Json one = {{"entry", version.entry.hex()},
                {"index", version.index},
                {"author", version.author.hex()}};
    if (version.time) one["time"] = instant(*version.time);
    if (!version.reason.empty()) one["reason"] = version.reason;
    if (version.withdrawn) one["withdrawn"] = true;
    if (!version.withheld.empty()) one["withheld_fields"] = version.withheld;
    out.push_back(std::move(one));
  }
  return out;
}

Json body(const Dossier& dossier, const dossier::Party& value) {
  return {{"key", value.key},
          {"kind", name(value.kind)},
          {"names", names(value.names)},
          {"part_of", party(dossier, value.part_of)}};
}
Json body(const Dossier& dossier, const dossier::Place& value) {
  Json out = {{"key", value.key},
              {"kind", name(value.kind)},
              {"names", names(value.names)},
              {"within", place(dossier, value.within)}};
  if (value.position) {
    out["latitude"] = dossier::degrees_text(value.position->latitude);
    out["longitude"] = dossier::degrees_text(value.position->longitude);
  }
  if (value.geonames) out["geonames"] = *value.geonames;
  return out;
}
Json body(const Dossier&, const dossier::Source& value) {
  return {{"key", value.key},
          {"kind", name(value.kind)},
          {"title", value.title},
          {"publisher", or_null(value.publisher)},
          {"date", or_null(value.date)},
          {"url", or_null(value.url)}};
}
Json body(const Dossier& dossier, const dossier::Measure& value) {
  return {{"key", value.key},
          {"kind", name(value.kind)},
          {"names", names(value.names)},
          {"part_of", measure(dossier, value.part_of)},
          {"place", place(dossier, value.place)}};
}
Json body(const Dossier& dossier, const dossier::Statement& value) {
  Json speakers = Json::array();
  for (const auto& one : value.speakers) speakers.push_back(speaker(dossier, one));
  Json measures = Json::array();
  for (const EntryId& id : value.measures) measures.push_back(measure(dossier, id));
  Json meets = Json::array();
  for (const EntryId& id : value.meets) meets.push_back(handle(dossier.statement(id), id));
  return {{"key", or_null(value.key)},
          {"speakers", speakers},
          {"text", value.text},
          {"quotation", or_null(value.quotation)},
          {"language", or_null(value.language)},
          {"measures", measures},
          {"said", or_null(value.said)},
          {"said_inferred", value.said_inferred},
          {"reported", or_null(value.reported)},
          {"source", source(dossier, value.source)},
          {"place", place(dossier, value.place)},
          {"point", or_null(value.point)},
          {"stance", or_null(value.stance)},
          {"awaits", or_null(value.awaits)},
          {"awaits_from", party(dossier, value.awaits_from)},
          {"meets", meets},
          {"about", or_null(value.about)},
          {"about_inferred", value.about_inferred}};
}
Json body(const Dossier& dossier, const dossier::Grade& value) {
  Json out = {{"code", code(value)}};
  if (value.statement) out["statement"] = handle(dossier.statement(*value.statement), *value.statement);
  if (value.source) out["source"] = handle(dossier.source(*value.source), *value.source);
  out["note"] = or_null(value.note);
  return out;
}

template <class T>
Json object(const Dossier& dossier, const dossier::Kept<T>& kept) {
  Json out = {{"id", kept.id.hex()}};
  out.update(body(dossier, kept.value()));
  out["withdrawn"] = kept.withdrawn();
  out["versions"] = versions(kept);
  return out;
}

template <class T>
Json objects(const Dossier& dossier, const std::vector<dossier::Kept<T>>& kept) {
  Json out = Json::array();
  for (const auto& one : kept) out.push_back(object(dossier, one));
  return out;
}

// What every answer about a situation opens with: what it was made from.
Json opening(const desk::Situation& answer) {
  Json out = {{"title", answer.title},
              {"origin", answer.origin},
              {"checkpoint", {{"size", answer.dossier.size}, {"root", to_base64(answer.dossier.root)}}},
              {"as_of", answer.status.as_of.iso()},
              {"for", answer.party ? Json(*answer.party) : Json()},
              {"withheld", answer.withheld},
              {"erased", answer.erased}};
  Json problems = Json::array();
  for (const auto& problem : answer.dossier.problems) {
    problems.push_back({{"kind", name(problem.kind)},
                        {"entry", problem.entry.hex()},
                        {"text", problem.text}});
  }
  out["problems"] = std::move(problems);
  return out;
}

Json waiting(const Dossier& dossier, const dossier::Waiting& waiting) {
  Json met = Json::array();
  for (const auto& meeting : waiting.met) {
    met.push_back({{"statement", meeting.statement.hex()},
                   {"word", word(dossier, meeting.word)},
                   {"on", or_null(meeting.on)}});
  }
  return {{"what", waiting.what},
          {"from", party(dossier, waiting.from)},
          {"word", word(dossier, waiting.word)},
          {"since", or_null(waiting.since)},
          {"since_inferred", waiting.since_inferred},
          {"statement", waiting.statement.hex()},
          {"met", met}};
}

Json holder(const Dossier& dossier, const dossier::Holder& holder) {
  if (holder.speaker) return {{"speaker", speaker(dossier, *holder.speaker)}};
  if (holder.source) return {{"source", source(dossier, holder.source)}};
  return {{"statement", holder.statement ? Json(holder.statement->hex()) : Json()}};
}

Json ids(const std::vector<EntryId>& ids) {
  Json out = Json::array();
  for (const EntryId& id : ids) out.push_back(id.hex());
  return out;
}

Json engines() {
  return {{"status", dossier::kStatusVersion}, {"timeline", dossier::kTimelineVersion}};
}

Json line(const desk::LogLine& line) {
  return {{"index", line.index},
          {"id", line.id.hex()},
          {"kind", line.kind},
          {"time", line.time ? Json(instant(*line.time)) : Json()},
          {"author", line.author},
          {"office", or_null(line.office)},
          {"audience", or_null(line.audience)}};
}

Json plain(const cbor::Value& value) {
  struct Visitor {
    Json operator()(std::nullptr_t) const { return nullptr; }
    Json operator()(bool b) const { return b; }
    Json operator()(std::int64_t i) const { return i; }
    Json operator()(const Bytes& bytes) const { return "h:" + to_hex(bytes); }
    Json operator()(const std::string& text) const { return text; }
    Json operator()(const cbor::Array& array) const {
      Json out = Json::array();
      for (const cbor::Value& item : array) out.push_back(plain(item));
      return out;
    }
    Json operator()(const cbor::Map& map) const {
      Json out = Json::object();
      for (const auto& [key, item] : map) out[std::to_string(key)] = plain(item);
      return out;
    }
  };
  return std::visit(Visitor{}, value.data());
}

}  // namespace

std::string instant(std::int64_t seconds) {
  const Date day = day_of_seconds(seconds);
  const std::int64_t rest = seconds - days_from_civil(day) * 86400;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", day.iso(), rest / 3600, rest / 60 % 60, rest % 60);
}

std::string to_json(const desk::Founded& answer) {
  return print({{"dossier", answer.dossier.hex()},
                {"verifier_key", answer.verifier_key},
                {"size", answer.size},
                {"checkpoint", answer.checkpoint}});
}

std::string to_json(const desk::Written& answer) {
  return print({{"ids", ids(answer.ids)}, {"size", answer.size}});
}

std::string to_json(const desk::Imported& answer) {
  Json bad = Json::array();
  for (const auto& row : answer.bad) {
    bad.push_back({{"file", row.file}, {"line", row.line}, {"field", or_null(row.field)},
                   {"reason", row.reason}});
  }
  Json changes = Json::array();
  for (const auto& change : answer.changes) {
    changes.push_back({{"file", change.row.file}, {"line", change.row.line},
                       {"entry", change.of.hex()}, {"fields", change.fields}});
  }
  return print({{"added", answer.added},
                {"corrected", answer.corrected},
                {"unchanged", answer.unchanged},
                {"changed", changes},
                {"bad", bad},
                {"size", answer.size}});
}

std::string to_json(const desk::Log& answer) {
  Json lines = Json::array();
  for (const auto& one : answer.lines) lines.push_back(line(one));
  return print({{"size", answer.size},
                {"withheld", answer.withheld},
                {"erased", answer.erased},
                {"entries", lines}});
}

std::string to_json(const desk::Shown& answer) {
  Json out = line(answer.line);
  out["version"] = answer.entry.payload.version;
  out["author_key"] = answer.entry.author.hex();
  out["refs"] = ids(answer.entry.payload.refs);
  out["body"] = plain(cbor::Value(answer.entry.payload.body));
  out["withheld_fields"] = answer.withheld_fields;
  return print(out);
}

std::string to_json(const desk::VerifyAnswer& answer) {
  Json findings = Json::array();
  for (const auto& finding : answer.verified.findings) {
    findings.push_back({{"verdict", finding.verdict == record::Verdict::kBroken ? "broken" : "unchecked"},
                        {"place", finding.place},
                        {"text", finding.text}});
  }
  for (const auto& breach : answer.breaches) {
    findings.push_back({{"verdict", "broken"},
                        {"place", fmt::format("entry {}", breach.index)},
                        {"text", breach.text}});
  }
  return print({{"holds", !answer.broken()},
                {"size", answer.verified.size},
                {"acts", answer.verified.acts},
                {"root", to_base64(answer.verified.root)},
                {"payloads_opened", answer.verified.opened},
                {"payloads_erased", answer.verified.erased},
                {"with_passphrase", answer.opened},
                {"findings", findings}});
}

std::string status_json(const desk::Situation& answer) {
  const Dossier& dossier = answer.dossier;
  const dossier::Status& status = answer.status;
  Json out = opening(answer);
  out["engines"] = engines();
  out["considered"] = status.considered.size();
  out["later"] = status.later;
  Json measures = Json::array();
  for (const auto& one : status.measures) {
    Json waits = Json::array();
    for (const auto& wait : one.waits) waits.push_back(waiting(dossier, wait));
    measures.push_back({{"measure", measure(dossier, one.measure)},
                        {"depth", one.depth},
                        {"waits", waits},
                        {"statements", ids(one.statements)}});
  }
  out["measures"] = std::move(measures);
  Json parties = Json::array();
  for (const auto& one : status.parties) {
    Json owes = Json::array();
    for (const auto& wait : one.owes) owes.push_back(waiting(dossier, wait));
    parties.push_back({{"party", party(dossier, one.party)},
                       {"depth", one.depth},
                       {"latest", ids(one.latest)},
                       {"owes", owes}});
  }
  out["parties"] = std::move(parties);
  Json points = Json::array();
  for (const auto& point : status.points) {
    Json stands = Json::array();
    for (const auto& stand : point.stands) {
      stands.push_back({{"holder", holder(dossier, stand.holder)},
                        {"stance", stand.stance},
                        {"statement", stand.statement.hex()}});
    }
    Json shifts = Json::array();
    for (const auto& shift : point.shifts) {
      shifts.push_back({{"holder", holder(dossier, shift.holder)},
                        {"before", shift.before.hex()},
                        {"after", shift.after.hex()},
                        {"order_known", shift.order_known}});
    }
    points.push_back({{"point", point.point},
                      {"contradicted", point.contradicted},
                      {"stands", stands},
                      {"shifts", shifts}});
  }
  out["points"] = std::move(points);
  return print(out);
}

std::string timeline_json(const desk::Situation& answer) {
  const Dossier& dossier = answer.dossier;
  Json events = Json::array();
  for (const auto& event : answer.timeline) {
    const auto* kept = dossier.statement(event.statement);
    if (kept == nullptr) continue;
    events.push_back({{"event", event.kind == dossier::EventKind::kSaid ? "said" : "announced"},
                      {"date", or_null(event.date)},
                      {"date_is_report", event.date_is_report},
                      {"inferred", event.inferred},
                      {"reported", or_null(event.reported)},
                      {"statement", object(dossier, *kept)}});
  }
  Json out = opening(answer);
  out["engines"] = engines();
  out["events"] = std::move(events);
  return print(out);
}

std::string list_json(const desk::Situation& answer, dossier::Kind kind) {
  const Dossier& dossier = answer.dossier;
  const auto all = [&]() -> Json {
    switch (kind) {
      case dossier::Kind::kParty: return objects(dossier, dossier.parties);
      case dossier::Kind::kPlace: return objects(dossier, dossier.places);
      case dossier::Kind::kSource: return objects(dossier, dossier.sources);
      case dossier::Kind::kMeasure: return objects(dossier, dossier.measures);
      case dossier::Kind::kStatement: return objects(dossier, dossier.statements);
      case dossier::Kind::kGrade: return objects(dossier, dossier.grades);
      case dossier::Kind::kCorrection: break;
    }
    return Json::array();
  };
  return print({{"kind", name(kind)}, {"withheld", answer.withheld}, {"objects", all()}});
}

std::string statement_json(const desk::Situation& answer, const EntryId& id) {
  const auto* kept = answer.dossier.statement(id);
  return kept == nullptr ? print(nullptr) : print(object(answer.dossier, *kept));
}

std::string keys_json(const policy::Registry& registry) {
  Json keys = Json::array();
  for (const auto& key : registry.keys()) {
    Json one = {{"key", key.id.hex()},
                {"name", key.name},
                {"role", name(key.role)},
                {"party", or_null(key.party)},
                {"active", !key.until},
                {"from", key.from}};
    if (key.until) {
      one["until"] = *key.until;
      one["reason"] = or_null(key.reason);
    }
    if (key.successor) one["successor"] = key.successor->hex();
    keys.push_back(std::move(one));
  }
  return print({{"keys", keys}});
}

std::string audiences_json(const policy::Registry& registry) {
  Json audiences = Json::array();
  for (const auto& audience : registry.audiences()) {
    audiences.push_back({{"name", audience.name},
                         {"all", audience.all},
                         {"parties", audience.parties},
                         {"id", audience.id.hex()}});
  }
  return print({{"audiences", audiences}});
}

}  // namespace parley::wire
