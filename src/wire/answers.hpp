// The desk's answers as JSON, written once for the command line and the web.
//
// Promises: one object a call, UTF-8, keys in a fixed order, ids in lower-case hex, times as UTC
// "2014-01-13T09:30:00Z", dates as precise as they are known ("2014-01"); names and texts as entered.
// doc/reference/json.md describes every object. Fields may be added, never changed in meaning.
// Does not: hold anything the answer did not hold.
#pragma once

#include <string>

#include "desk/dossier/enter.hpp"
#include "desk/dossier/situation.hpp"
#include "desk/record/init.hpp"
#include "desk/record/log.hpp"
#include "desk/record/verify.hpp"

namespace parley::wire {

std::string to_json(const desk::Founded& answer);
std::string to_json(const desk::Written& answer);
std::string to_json(const desk::Imported& answer);
std::string to_json(const desk::Log& answer);
std::string to_json(const desk::Shown& answer);
std::string to_json(const desk::VerifyAnswer& answer);

std::string status_json(const desk::Situation& answer);
std::string timeline_json(const desk::Situation& answer);

// What the dossier holds of one kind (not corrections), in the order of the record.
std::string list_json(const desk::Situation& answer, dossier::Kind kind);
std::string statement_json(const desk::Situation& answer, const record::EntryId& id);

std::string keys_json(const policy::Registry& registry);
std::string audiences_json(const policy::Registry& registry);

// "2014-01-13T09:30:00Z"
std::string instant(std::int64_t seconds);

}  // namespace parley::wire
