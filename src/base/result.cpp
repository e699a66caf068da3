#include "base/result.hpp"

namespace parley {

std::string_view name(Fault fault) {
  switch (fault) {
    case Fault::kUsage: return "usage";
    case Fault::kBadInput: return "bad input";
    case Fault::kNotFound: return "not found";
    case Fault::kRefused: return "refused";
    case Fault::kBusy: return "busy";
    case Fault::kLocked: return "locked";
    case Fault::kIo: return "input/output";
    case Fault::kBroken: return "broken";
    case Fault::kUnsupported: return "unsupported";
    case Fault::kCancelled: return "cancelled";
  }
  return "unknown";
}

std::string Error::text() const {
  std::string out;
  for (auto it = context.rbegin(); it != context.rend(); ++it) {
    out += *it;
    out += ": ";
  }
  out += message;
  return out;
}

}  // namespace parley
