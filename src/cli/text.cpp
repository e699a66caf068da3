#include "cli/text.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include "wire/answers.hpp"

namespace parley::cli {
namespace {

using dossier::Dossier;
using record::EntryId;

// "1 statement", "2 statements"
std::string count(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string digits(const EntryId& id) { return id.hex().substr(0, 12); }

template <class T>
std::string name_of(const dossier::Kept<T>* kept, const std::optional<EntryId>& id) {
  if (kept == nullptr) return id ? "[withheld " + digits(*id) + "]" : std::string{};
  const std::string_view name = dossier::name_in(kept->value().names, "en");
  return harmless(name.empty() ? std::string_view(kept->value().key) : name);
}

std::string party_name(const Dossier& dossier, const std::optional<EntryId>& id) {
  return id ? name_of(dossier.party(*id), id) : std::string{};
}

std::string source_name(const Dossier& dossier, const EntryId& id) {
  const auto* kept = dossier.source(id);
  if (kept == nullptr) return "[withheld source]";
  const dossier::Source& source = kept->value();
  return harmless(source.publisher.empty() ? source.title : source.publisher);
}

std::string speaker_text(const Dossier& dossier, const dossier::Speaker& speaker) {
  const std::string party = party_name(dossier, speaker.party);
  if (speaker.name.empty()) return party;
  return party.empty() ? harmless(speaker.name)
                       : fmt::format("{} ({})", harmless(speaker.name), party);
}

std::string speakers_text(const Dossier& dossier, const std::vector<dossier::Speaker>& speakers) {
  std::string out;
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    if (i > 0) out += i + 1 == speakers.size() ? " and " : ", ";
    out += speaker_text(dossier, speakers[i]);
  }
  return out;
}

std::string word_text(const Dossier& dossier, const dossier::Word& word) {
  if (word.withheld) return "[withheld]";
  if (!word.speakers.empty()) return speakers_text(dossier, word.speakers);
  return word.source ? "the report (" + source_name(dossier, *word.source) + ")" : "nobody named";
}

std::string date_text(const std::optional<Date>& date, bool inferred = false) {
  if (!date) return "undated";
  return date->iso() + (inferred ? "*" : "");
}

std::string holder_text(const Dossier& dossier, const dossier::Holder& holder) {
  if (holder.speaker) return speaker_text(dossier, *holder.speaker);
  if (holder.source) return "the report (" + source_name(dossier, *holder.source) + ")";
  return "[withheld]";
}

std::string who(const Dossier& dossier, const dossier::Statement& statement) {
  if (!statement.speakers.empty()) return speakers_text(dossier, statement.speakers);
  return statement.source ? "the report (" + source_name(dossier, *statement.source) + ")"
                          : "nobody named";
}

// "" where the desk entered it: else who did, since a statement is only as good as its writer.
std::string entered_by(const desk::Situation& situation,
                       const dossier::Kept<dossier::Statement>& kept) {
  const auto other = situation.others.find(kept.versions.back().author);
  return other == situation.others.end() ? "" : " (entered by " + harmless(other->second) + ")";
}

std::string opening(const desk::Situation& situation) {
  std::string out = fmt::format("{}\nas of {}, for {}; checkpoint {}", harmless(situation.title),
                                situation.status.as_of.iso(),
                                situation.party ? *situation.party : "the desk",
                                situation.dossier.size);
  if (situation.withheld > 0) out += fmt::format(", {} entries withheld", situation.withheld);
  if (situation.erased > 0) out += fmt::format(", {} erased", situation.erased);
  return out + "\n";
}

std::string problems(const desk::Situation& situation) {
  std::string out;
  for (const auto& problem : situation.dossier.problems) {
    out += fmt::format("note: entry {} ({}): {}: {}\n", problem.index, digits(problem.entry),
                       name(problem.kind), problem.text);
  }
  return out;
}

std::string waiting_text(const Dossier& dossier, const dossier::Waiting& waiting,
                         const std::string& indent) {
  std::string out = fmt::format("{}waits for: {}\n", indent, harmless(waiting.what));
  if (waiting.from) out += fmt::format("{}  from {}\n", indent, party_name(dossier, waiting.from));
  out += fmt::format("{}  on the word of {}, {} [{}]\n", indent, word_text(dossier, waiting.word),
                     date_text(waiting.since, waiting.since_inferred), digits(waiting.statement));
  for (const auto& meeting : waiting.met) {
    out += fmt::format("{}  happened, says {}, {} [{}]\n", indent,
                       word_text(dossier, meeting.word), date_text(meeting.on),
                       digits(meeting.statement));
  }
  return out;
}

template <class T>
std::string tree_lines(const Dossier& dossier, const std::vector<dossier::Branch>& tree,
                       const dossier::Kept<T>* (Dossier::*find)(const EntryId&) const) {
  std::string out;
  for (const dossier::Branch& branch : tree) {
    const auto* kept = (dossier.*find)(branch.id);
    if (kept == nullptr) continue;
    const T& value = kept->value();
    std::string names;
    for (const auto& [language, text] : value.names) {
      names += fmt::format("{}{}: {}", names.empty() ? "" : "; ", language, harmless(text));
    }
    out += fmt::format("{:{}}{}  ({}){}  {}\n", "", branch.depth * 2, value.key, name(value.kind),
                       kept->withdrawn() ? " [withdrawn]" : "", names);
  }
  return out;
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // C1 controls, U+0080 to U+009F, are two bytes in UTF-8: C2, then 80 to 9F.
    const bool c1 = byte == 0xC2 && i + 1 < text.size() &&
                    static_cast<unsigned char>(text[i + 1]) < 0xA0;
    const std::string_view three = text.substr(i, 3);
    const bool direction =
        (three >= "\u202A" && three <= "\u202E") || (three >= "\u2066" && three <= "\u2069");
    const bool separator = three == "\u2028" || three == "\u2029";
    if (c1) {
      out += ' ';
      ++i;
    } else if (direction || separator) {
      if (separator) out += ' ';
      i += 2;
    } else {
      out += byte < 0x20 || byte == 0x7F ? ' ' : text[i];
    }
  }
  return out;
}

std::string status_text(const desk::Situation& situation) {
  const Dossier& dossier = situation.dossier;
  std::string out = opening(situation);
  out += count(situation.status.considered.size(), "statement") + " considered";
  if (situation.status.later > 0) out += fmt::format(", {} known only later", situation.status.later);
  out += "\n\nMeasures\n";
  for (const auto& one : situation.status.measures) {
    const auto* kept = dossier.measure(one.measure);
    if (kept == nullptr) continue;
    const std::string indent(static_cast<std::size_t>(one.depth) * 2 + 2, ' ');
    out += fmt::format("{}{}  [{}]  {}\n", indent, name_of(kept, one.measure),
                       kept->value().key, count(one.statements.size(), "statement"));
    for (const auto& waiting : one.waits) out += waiting_text(dossier, waiting, indent + "  ");
  }
  std::string contradicted, shifts;
  for (const auto& point : situation.status.points) {
    if (point.contradicted) {
      contradicted += fmt::format("  {}\n", harmless(point.point));
      for (const auto& stand : point.stands) {
        const auto* kept = dossier.statement(stand.statement);
        const auto date = kept == nullptr ? std::nullopt : kept->value().said;
        contradicted += fmt::format("    {}: {}, {} [{}]\n", holder_text(dossier, stand.holder),
                                    harmless(stand.stance), date_text(date),
                                    digits(stand.statement));
      }
    }
    for (const auto& shift : point.shifts) {
      shifts += fmt::format("  {}: {} [{} -> {}]{}\n", harmless(point.point),
                            holder_text(dossier, shift.holder), digits(shift.before),
                            digits(shift.after), shift.order_known ? "" : " (order not known)");
    }
  }
  if (!contradicted.empty()) out += "\nStatements that contradict, side by side\n" + contradicted;
  if (!shifts.empty()) out += "\nChanges of position\n" + shifts;
  out += "\nParties\n";
  for (const auto& one : situation.status.parties) {
    const auto* kept = dossier.party(one.party);
    if (kept == nullptr) continue;
    const std::string indent(static_cast<std::size_t>(one.depth) * 2 + 2, ' ');
    out += fmt::format("{}{}  [{}]", indent, name_of(kept, one.party), kept->value().key);
    if (!one.owes.empty()) out += fmt::format("  awaited from it: {}", one.owes.size());
    out += "\n";
    for (const EntryId& id : one.latest) {
      const auto* statement = dossier.statement(id);
      if (statement == nullptr) continue;
      out += fmt::format("{}  {}  {} [{}]\n", indent,
                         date_text(statement->value().said, statement->value().said_inferred),
                         harmless(statement->value().text) + entered_by(situation, *statement), digits(id));
    }
  }
  return out + problems(situation);
}

std::string timeline_text(const desk::Situation& situation) {
  const Dossier& dossier = situation.dossier;
  std::string out = opening(situation) + "\n";
  bool inferred = false;
  for (const auto& event : situation.timeline) {
    const auto* kept = dossier.statement(event.statement);
    if (kept == nullptr) continue;
    inferred = inferred || event.inferred;
    const bool announced = event.kind == dossier::EventKind::kAnnounced;
    out += fmt::format("{:<11} {}{}: {} [{}]\n", date_text(event.date, event.inferred),
                       announced ? "(announced) " : "", who(dossier, kept->value()),
                       harmless(kept->value().text) + entered_by(situation, *kept), digits(event.statement));
    if (!kept->value().quotation.empty() && !announced) {
      out += fmt::format("{:<11} \"{}\"\n", "", harmless(kept->value().quotation));
    }
  }
  if (inferred) out += "\n* the desk's inference\n";
  return out + problems(situation);
}

std::string list_text(const desk::Situation& situation, dossier::Kind kind) {
  const Dossier& dossier = situation.dossier;
  std::string out;
  switch (kind) {
    case dossier::Kind::kParty:
      return tree_lines<dossier::Party>(dossier, party_tree(dossier), &Dossier::party);
    case dossier::Kind::kPlace:
      return tree_lines<dossier::Place>(dossier, place_tree(dossier), &Dossier::place);
    case dossier::Kind::kMeasure:
      return tree_lines<dossier::Measure>(dossier, measure_tree(dossier), &Dossier::measure);
    case dossier::Kind::kSource:
      for (const auto& kept : dossier.sources) {
        out += fmt::format("{}  ({}){}  {}, {}\n", kept.value().key, name(kept.value().kind),
                           kept.withdrawn() ? " [withdrawn]" : "", harmless(kept.value().title),
                           date_text(kept.value().date));
      }
      return out;
    case dossier::Kind::kStatement:
      for (const auto& kept : dossier.statements) {
        out += fmt::format("{}  {:<11} {}: {}{}\n", digits(kept.id),
                           date_text(kept.value().said, kept.value().said_inferred),
                           who(dossier, kept.value()),
                           harmless(kept.value().text) + entered_by(situation, kept),
                           kept.withdrawn() ? " [withdrawn]" : "");
      }
      return out;
    case dossier::Kind::kGrade:
      for (const auto& kept : dossier.grades) {
        const auto of = kept.value().statement ? kept.value().statement : kept.value().source;
        out += fmt::format("{}  {}  of {}  {}\n", digits(kept.id), code(kept.value()),
                           of ? digits(*of) : "", harmless(kept.value().note));
      }
      return out;
    case dossier::Kind::kCorrection: break;
  }
  return out;
}

std::string statement_text(const desk::Situation& situation, const EntryId& id) {
  const Dossier& dossier = situation.dossier;
  const auto* kept = dossier.statement(id);
  if (kept == nullptr) return {};
  const dossier::Statement& value = kept->value();
  std::string out;
  const auto line = [&out](std::string_view label, const std::string& text) {
    if (!text.empty()) out += fmt::format("{:<12} {}\n", label, text);
  };
  line("entry", kept->id.hex());
  line("key", value.key);
  line("who", who(dossier, value));
  const auto other = situation.others.find(kept->versions.back().author);
  if (other != situation.others.end()) line("entered by", harmless(other->second));
  line("text", harmless(value.text));
  if (!value.quotation.empty()) line("quotation", "\"" + harmless(value.quotation) + "\"");
  for (const EntryId& measure : value.measures) {
    line("measure", name_of(dossier.measure(measure), measure));
  }
  if (value.said) line("said", date_text(value.said) + (value.said_inferred ? " (inferred)" : ""));
  if (value.reported) line("reported", date_text(value.reported));
  if (value.source) line("source", source_name(dossier, *value.source));
  if (value.place) line("place", name_of(dossier.place(*value.place), value.place));
  if (!value.point.empty()) line("point", harmless(value.point) + ": " + harmless(value.stance));
  if (!value.awaits.empty()) {
    const std::string from = party_name(dossier, value.awaits_from);
    line("awaits", harmless(value.awaits) + (from.empty() ? "" : ", from " + from));
  }
  for (const EntryId& met : value.meets) line("meets", digits(met));
  if (value.about) line("about", date_text(value.about) + (value.about_inferred ? " (inferred)" : ""));
  for (const auto& grade : dossier.grades) {
    if (grade.value().statement == id) line("grade", code(grade.value()));
  }
  for (const auto& version : kept->versions) {
    if (version.entry == kept->id && kept->versions.size() == 1) continue;
    line("version", fmt::format("{}{}{}", digits(version.entry),
                                version.withdrawn ? " withdrawn" : "",
                                version.reason.empty() ? "" : ": " + harmless(version.reason)));
  }
  if (!kept->versions.back().withheld.empty()) {
    line("withheld", fmt::format("fields {}", fmt::join(kept->versions.back().withheld, ", ")));
  }
  return out;
}

std::string written_text(const desk::Written& written, bool json) {
  if (json) return wire::to_json(written) + "\n";
  if (written.size == 0) return "nothing was written (dry run)\n";
  std::string out;
  for (const EntryId& id : written.ids) out += id.hex() + "\n";
  return out;
}

std::string imported_text(const desk::Imported& imported) {
  std::string out;
  for (const auto& row : imported.bad) out += "not entered: " + harmless(row.text()) + "\n";
  for (const auto& change : imported.changes) {
    out += fmt::format("changed, not written: {}: line {}: {}\n", harmless(change.row.file),
                       change.row.line, fmt::join(change.fields, ", "));
  }
  return out + fmt::format("{} added, {} corrected, {} unchanged, {} changed and not written, {} bad\n",
                           imported.added, imported.corrected, imported.unchanged,
                           imported.changes.size(), imported.bad.size());
}

std::string log_text(const desk::Log& log) {
  std::string out;
  for (const desk::LogLine& one : log.lines) {
    out += fmt::format("{:>6}  {}  {:<20}  {:<11} {:<10} {}{}\n", one.index, digits(one.id),
                       one.time ? wire::instant(*one.time) : "", harmless(one.kind),
                       one.audience.empty() ? "-" : harmless(one.audience), harmless(one.author),
                       one.office.empty() ? "" : ", " + harmless(one.office));
  }
  out += fmt::format("{} entries", log.size);
  if (log.withheld > 0) out += fmt::format(", {} withheld from you", log.withheld);
  if (log.erased > 0) out += fmt::format(", {} erased by order", log.erased);
  return out + "\n";
}

std::string shown_text(const desk::Shown& shown) { return wire::to_json(shown) + "\n"; }

std::string verify_text(const desk::VerifyAnswer& answer) {
  std::string out;
  for (const auto& finding : answer.verified.findings) {
    out += fmt::format("{}: {}{}{}\n",
                       finding.verdict == record::Verdict::kBroken ? "BROKEN" : "not checked",
                       finding.place, finding.text.empty() ? "" : ": ", finding.text);
  }
  for (const auto& breach : answer.breaches) {
    out += fmt::format("BROKEN: entry {}: {}\n", breach.index, breach.text);
  }
  if (answer.broken()) return out + "the record does NOT hold\n";
  out += fmt::format("the record holds: {} entries in {} act{}, root {}\n", answer.verified.size,
                     answer.verified.acts, answer.verified.acts == 1 ? "" : "s",
                     to_base64(answer.verified.root));
  if (answer.opened) {
    out += fmt::format("{} payloads checked against their commitments", answer.verified.opened);
    if (answer.verified.erased > 0) out += fmt::format(", {} erased by order", answer.verified.erased);
    out += "\n";
  } else {
    out += "payloads were not opened: headers, signatures and tree alone are checked\n";
  }
  return out;
}

std::string keys_text(const policy::Registry& registry) {
  std::string out;
  for (const auto& key : registry.keys()) {
    out += fmt::format("{}  {:<12} {:<20} {}{}\n", key.id.hex().substr(0, 16), name(key.role),
                       key.party.empty() ? "-" : harmless(key.party), harmless(key.name),
                       !key.until ? ""
                                  : " [ended" + (key.reason.empty() ? "" : ": " + harmless(key.reason)) + "]");
  }
  return out;
}

std::string audiences_text(const policy::Registry& registry) {
  std::string out;
  for (const auto& audience : registry.audiences()) {
    const std::string parties = audience.all ? "every party" : audience.parties.empty()
                                    ? "the desk alone"
                                    : fmt::format("{}", fmt::join(audience.parties, ", "));
    out += fmt::format("{:<20} {}\n", harmless(audience.name), harmless(parties));
  }
  return out;
}

}  // namespace parley::cli
