#include "policy/role.hpp"

namespace parley::policy {

std::string_view name(Role role) {
  switch (role) {
    case Role::kDesk: return "desk";
    case Role::kFocalPoint: return "focal-point";
    case Role::kMonitor: return "monitor";
    case Role::kInterviewer: return "interviewer";
    case Role::kAuditor: return "auditor";
    case Role::kReader: return "reader";
  }
  return "unknown";
}

std::optional<Role> role_named(std::string_view text) {
  for (const Role role : kRoles) {
    if (name(role) == text) return role;
  }
  return std::nullopt;
}

}  // namespace parley::policy
