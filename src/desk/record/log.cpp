#include "desk/record/log.hpp"

namespace parley::desk {
namespace {

LogLine line_of(const Session& session, const record::Opened& entry) {
  LogLine line;
  line.id = entry.id;
  line.index = entry.index;
  line.kind = entry.payload.kind;
  line.time = entry.payload.time;
  line.author = author_name(session.registry(), entry.author);
  line.office = entry.payload.office;
  if (const auto* audience = session.registry().audience(entry.audience)) {
    line.audience = audience->name;
  }
  return line;
}

}  // namespace

std::string author_name(const policy::Registry& registry, const record::KeyId& author) {
  if (author.bytes == registry.founding().log.bytes) return "the record itself";
  const policy::AdmittedKey* key = registry.key(author);
  return key != nullptr ? key->name : author.hex().substr(0, 16);
}

Result<Log> log(const Session& session, const std::optional<std::string>& party) {
  PARLEY_ASSIGN(const record::View view, session.readable(party));
  Log out;
  out.size = view.size;
  out.withheld = view.withheld;
  out.erased = view.erased;
  for (const record::Opened& entry : view.entries) out.lines.push_back(line_of(session, entry));
  return out;
}

Result<Shown> show(const Session& session, const std::string& digits) {
  const record::View& view = session.own();
  PARLEY_ASSIGN(const record::Opened* entry, find_entry(view, digits));
  Shown out{*entry, line_of(session, *entry), {}};
  for (const auto& [field, part] : entry->payload.parts) {
    if (!entry->payload.body.contains(field)) out.withheld_fields.push_back(field);
  }
  return out;
}

}  // namespace parley::desk
