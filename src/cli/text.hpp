// Answers as plain text for a terminal.
//
// Promises: what people entered is printed as entered, without control characters that a terminal
// would obey; no colour, no width of its own.
#pragma once

#include <string>

#include "desk/dossier/enter.hpp"
#include "desk/dossier/situation.hpp"
#include "desk/record/log.hpp"
#include "desk/record/verify.hpp"

namespace parley::cli {

// Without control characters (newlines become spaces) and direction controls, so that a text can
// neither steer the terminal nor turn round what stands beside it.
std::string harmless(std::string_view text);

std::string status_text(const desk::Situation& situation);
std::string timeline_text(const desk::Situation& situation);
std::string list_text(const desk::Situation& situation, dossier::Kind kind);
std::string statement_text(const desk::Situation& situation, const record::EntryId& id);
// The new entries' ids, a line each.
std::string written_text(const desk::Written& written, bool json);
std::string imported_text(const desk::Imported& imported);
std::string log_text(const desk::Log& log);
std::string shown_text(const desk::Shown& shown);
std::string verify_text(const desk::VerifyAnswer& answer);
std::string keys_text(const policy::Registry& registry);
std::string audiences_text(const policy::Registry& registry);

}  // namespace parley::cli
