// Audiences: named sets of parties. The desk and auditors read all of them.
#pragma once

#include "desk/session.hpp"

namespace parley::desk {

// `name` is any free handle; `parties` are handles. Error: kUsage, kNotFound, kRefused.
Result<Written> define_audience(Session& session, const std::string& name,
                                const std::set<std::string>& parties);

}  // namespace parley::desk
