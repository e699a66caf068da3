#include "desk/dossier/enter.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace parley::desk {
namespace {

using dossier::Draft;
using dossier::Handles;

policy::Action action_of(dossier::Kind kind) {
  switch (kind) {
    case dossier::Kind::kStatement: return policy::Action::kState;
    case dossier::Kind::kGrade: return policy::Action::kGrade;
    case dossier::Kind::kCorrection: return policy::Action::kCorrect;
    default: return policy::Action::kDescribe;
  }
}

std::string command_of(dossier::Kind kind) { return fmt::format("{} add", name(kind)); }

Result<void> refuse_flaws(const Draft& draft) {
  const dossier::Flaws flaws = dossier::flaws(draft);
  if (flaws.empty()) return {};
  std::string text;
  for (const dossier::Flaw& flaw : flaws) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", flaw.field, flaw.reason);
  }
  return fail(Fault::kBadInput, text);
}

// Authorizes, then adds the draft to the act; fields of another audience become parts.
Result<record::EntryId> add(Session& session, record::ActBuilder& act, record::Payload payload,
                            const policy::Audience& audience,
                            const std::map<std::int64_t, policy::Audience>& of_fields) {
  record::Draft out{audience.id, session.stamped(std::move(payload)), {}};
  for (const auto& [field, own] : of_fields) {
    const auto value = out.payload.body.find(field);
    if (value == out.payload.body.end()) {
      return fail(Fault::kUsage, fmt::format("field {} is not there to have an audience", field));
    }
    out.parts.push_back({field, own.id, value->second});
    out.payload.body.erase(field);
  }
  return act.add(std::move(out));
}

Result<policy::Audience> audience_for(Session& session, const Draft& draft,
                                      const std::string& wanted) {
  const bool desk_only = dossier::desk_only(dossier::kind_of(draft));
  return session.audience(desk_only ? std::string(policy::kDeskName) : wanted);
}

// The payload without the refs that only withheld fields name: they would tell what is withheld.
Result<record::Payload> payload_of(const Draft& draft, const Handles& handles,
                                   const std::set<std::int64_t>& apart) {
  return std::visit(
      [&](const auto& value) -> Result<record::Payload> {
        PARLEY_ASSIGN(const auto resolved, dossier::resolve(value, handles));
        return dossier::to_payload(resolved, apart);
      },
      draft);
}

// A focal point states what its own party says; what others say is for them, or the desk, to state.
Result<void> refuse_others_words(Session& session, const Draft& draft,
                                 const record::AudienceId& audience) {
  const auto* statement = std::get_if<dossier::StatementDraft>(&draft);
  if (statement == nullptr || session.self().role != policy::Role::kFocalPoint) return {};
  const bool own = !statement->speakers.empty() &&
                   std::all_of(statement->speakers.begin(), statement->speakers.end(),
                               [&](const auto& speaker) {
                                 return speaker.party == session.self().party;
                               });
  if (own) return {};
  return session.refuse(policy::Action::kState, audience, "statement add",
                        fmt::format("a focal point's statement has speakers of its own party, '{}', "
                                    "and no others; what another said can stand in the text",
                                    session.self().party));
}

// By its handle a party is an audience too: no other set of readers may be named so.
Result<void> refuse_name_of_audience(const Session& session, const Draft& draft) {
  if (dossier::kind_of(draft) != dossier::Kind::kParty) return {};
  const std::string key{dossier::key_of(draft)};
  const policy::Audience* known = session.registry().audience_named(key);
  if (known == nullptr || known->parties == std::set<std::string>{key}) return {};
  return fail(Fault::kUsage, fmt::format("there is an audience '{}' already", key));
}

Result<void> refuse_others_entries(Session& session, const record::Opened& entry) {
  if (entry.author == session.self().id ||
      session.registry().may_correct_anothers(session.self(), entry.payload.kind, entry.audience)) {
    return {};
  }
  return session.refuse(policy::Action::kCorrect, entry.audience, "correct",
                        "only its author or the desk corrects an entry");
}

// A correction has one audience, the entry's: it would show all its readers what was withheld.
Result<void> refuse_parts(const record::Opened& entry) {
  if (entry.payload.parts.empty()) return {};
  return fail(Fault::kUsage, "an entry with fields of an audience of their own is withdrawn "
                             "and entered anew");
}

struct Correcting {
  record::EntryId of;
  record::AudienceId audience;
  std::optional<record::Payload> value;
  std::string reason;
};

Result<void> add_correction(Session& session, record::ActBuilder& act, Correcting correcting) {
  dossier::Correction correction;
  correction.of = correcting.of;
  correction.reason = std::move(correcting.reason);
  correction.withdrawn = !correcting.value;
  if (correcting.value) correction.replacement = *std::move(correcting.value);
  const dossier::Flaws flaws = dossier::flaws(correction);
  if (!flaws.empty()) {
    return fail(Fault::kUsage, fmt::format("{}: {}", flaws[0].field, flaws[0].reason));
  }
  PARLEY_TRY(act.add(
      {correcting.audience, session.stamped(dossier::to_payload(correction)), {}}));
  return {};
}

// An object as it stands, as a draft.
Result<Draft> draft_of(const dossier::Dossier& dossier, dossier::Kind kind,
                       const record::EntryId& id) {
  const auto found = [&](const auto* kept) -> Result<Draft> {
    if (kept == nullptr) return fail(Fault::kNotFound, "the entry cannot be read as an object");
    return Draft(dossier::to_draft(kept->value(), dossier));
  };
  switch (kind) {
    case dossier::Kind::kParty: return found(dossier.party(id));
    case dossier::Kind::kPlace: return found(dossier.place(id));
    case dossier::Kind::kSource: return found(dossier.source(id));
    case dossier::Kind::kMeasure: return found(dossier.measure(id));
    case dossier::Kind::kStatement: return found(dossier.statement(id));
    case dossier::Kind::kGrade: return found(dossier.grade(id));
    case dossier::Kind::kCorrection: break;
  }
  return fail(Fault::kUsage, "a correction is not corrected; correct its object again");
}

const record::Opened* entry_of(const record::View& view, const record::EntryId& id) {
  for (const record::Opened& entry : view.entries) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

}  // namespace

Result<Written> enter(Session& session, const Draft& draft, const Audiences& audiences) {
  const dossier::Kind kind = dossier::kind_of(draft);
  PARLEY_TRY(refuse_flaws(draft));
  PARLEY_ASSIGN(const policy::Audience audience, audience_for(session, draft, audiences.of_entry));
  PARLEY_TRY(session.authorize(action_of(kind), audience.id, command_of(kind)));
  PARLEY_TRY(refuse_name_of_audience(session, draft));
  PARLEY_TRY(refuse_others_words(session, draft, audience.id));
  std::map<std::int64_t, policy::Audience> of_fields;
  std::set<std::int64_t> apart;
  for (const auto& [field, wanted] : audiences.of_fields) {
    PARLEY_ASSIGN(policy::Audience own, session.audience(wanted));
    PARLEY_TRY(session.authorize(action_of(kind), own.id, command_of(kind)));
    of_fields.emplace(field, std::move(own));
    apart.insert(field);
  }
  const record::View& view = session.own();
  PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(view));
  const std::string key{dossier::key_of(draft)};
  if (!key.empty() && dossier.find(kind, key)) {
    return fail(Fault::kUsage, fmt::format("there is a {} '{}' already", name(kind), key));
  }
  PARLEY_ASSIGN(record::Payload payload, payload_of(draft, Handles(dossier), apart));
  record::ActBuilder act = session.act();
  PARLEY_TRY(session.add_new_audiences(act));
  PARLEY_ASSIGN(const record::EntryId id, add(session, act, std::move(payload), audience, of_fields));
  PARLEY_ASSIGN(const record::Appended appended, session.write(act));
  return Written{{id}, appended.size};
}

Result<Written> correct(Session& session, const CorrectRequest& request) {
  const record::View& view = session.own();
  PARLEY_ASSIGN(const record::Opened* entry, find_entry(view, request.entry));
  const auto kind = dossier::kind_named(entry->payload.kind);
  if (!kind || *kind == dossier::Kind::kCorrection) {
    return fail(Fault::kUsage, fmt::format("an entry of kind {} cannot be corrected",
                                           entry->payload.kind));
  }
  PARLEY_TRY(session.authorize(policy::Action::kCorrect, entry->audience, "correct"));
  PARLEY_TRY(refuse_others_entries(session, *entry));
  Correcting correcting{entry->id, entry->audience, {}, request.reason};
  if (request.edit) {
    PARLEY_TRY(refuse_parts(*entry));
    PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(view));
    PARLEY_ASSIGN(Draft now, draft_of(dossier, *kind, entry->id));
    PARLEY_ASSIGN(const Draft value, request.edit(std::move(now)));
    if (dossier::kind_of(value) != *kind) {
      return fail(Fault::kUsage, fmt::format("the entry is a {}", name(*kind)));
    }
    PARLEY_TRY(refuse_flaws(value));
    const std::string key{dossier::key_of(value)};
    if (const auto other = dossier.find(*kind, key); other && *other != entry->id) {
      return fail(Fault::kUsage, fmt::format("there is a {} '{}' already", name(*kind), key));
    }
    PARLEY_TRY(refuse_others_words(session, value, entry->audience));
    PARLEY_ASSIGN(correcting.value, payload_of(value, Handles(dossier), {}));
  }
  record::ActBuilder act = session.act();
  PARLEY_TRY(add_correction(session, act, std::move(correcting)));
  PARLEY_ASSIGN(record::Appended appended, session.write(act));
  return Written{std::move(appended.ids), appended.size};
}

Result<Imported> import_files(Session& session, const ImportRequest& request) {
  std::vector<dossier::Reading> readings;
  for (const ImportRequest::File& file : request.files) {
    PARLEY_ASSIGN(dossier::Reading reading, dossier::read_file_text(file.name, file.text));
    readings.push_back(std::move(reading));
  }
  const record::View& view = session.own();
  PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(view));
  dossier::Plan plan = dossier::plan_import(dossier, readings);
  Imported out;
  out.unchanged = plan.unchanged;
  out.bad = std::move(plan.bad);

  // Every kind in the files is asked for once, before anything is written.
  std::map<dossier::Kind, policy::Audience> audiences;
  const auto admit = [&](const Draft& draft) -> Result<void> {
    const dossier::Kind kind = dossier::kind_of(draft);
    if (audiences.contains(kind)) return {};
    PARLEY_ASSIGN(policy::Audience audience, audience_for(session, draft, request.audience));
    PARLEY_TRY(session.authorize(action_of(kind), audience.id, "import"));
    audiences.emplace(kind, std::move(audience));
    return {};
  };
  for (const dossier::Row& row : plan.add) {
    PARLEY_TRY(admit(row.draft));
    const record::AudienceId& audience = audiences.at(dossier::kind_of(row.draft)).id;
    auto allowed = refuse_name_of_audience(session, row.draft);
    if (allowed) allowed = refuse_others_words(session, row.draft, audience);
    if (!allowed) {
      return within(std::move(allowed).error(), fmt::format("{}: line {}", row.file, row.line));
    }
  }

  Handles handles(dossier);
  record::ActBuilder act = session.act();
  PARLEY_TRY(session.add_new_audiences(act));
  for (const dossier::Row& row : plan.add) {
    const dossier::Kind kind = dossier::kind_of(row.draft);
    auto payload = dossier::to_payload(row.draft, handles);
    if (!payload) {
      return within(std::move(payload).error(), fmt::format("{}: line {}", row.file, row.line));
    }
    PARLEY_ASSIGN(const record::EntryId id,
                  add(session, act, *std::move(payload), audiences.at(kind), {}));
    handles.add(kind, dossier::key_of(row.draft), id);
    ++out.added;
  }
  for (dossier::Change& change : plan.changes) {
    const record::Opened* entry = entry_of(view, change.of);
    if (!request.with_changes || entry == nullptr) {
      out.changes.push_back(std::move(change));
      continue;
    }
    PARLEY_TRY(session.authorize(policy::Action::kCorrect, entry->audience, "import"));
    PARLEY_TRY(refuse_others_entries(session, *entry));
    const std::string place = fmt::format("{}: line {}", change.row.file, change.row.line);
    auto allowed = refuse_parts(*entry);
    if (allowed) allowed = refuse_others_words(session, change.row.draft, entry->audience);
    if (!allowed) return within(std::move(allowed).error(), place);
    PARLEY_ASSIGN(record::Payload payload, dossier::to_payload(change.row.draft, handles));
    PARLEY_TRY(add_correction(session, act,
                              {change.of, entry->audience, std::move(payload), request.reason}));
    ++out.corrected;
  }
  PARLEY_ASSIGN(const record::Appended appended, session.write(act));
  out.size = appended.size;
  return out;
}

}  // namespace parley::desk
