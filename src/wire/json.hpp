// How this folder writes JSON: for its own files only.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace parley::wire {

using Json = nlohmann::ordered_json;

// Text in a record is UTF-8 already; a file's name in a report may not be.
inline std::string print(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

inline Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
inline Json or_null(const std::optional<Date>& date) { return date ? Json(date->iso()) : Json(); }

}  // namespace parley::wire
