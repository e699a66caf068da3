// Roles: what a key is for.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parley::policy {

enum class Role : std::uint8_t {
  kDesk,         // the mediator's support desk: runs the dossier
  kFocalPoint,   // speaks for one party
  kMonitor,      // reports from the field, to the desk or to all
  kInterviewer,  // hands results of private interviews to the desk; reads nothing of others'
  kAuditor,      // accepted by all: reads everything, writes nothing, may cosign
  kReader,       // reads what one party may read
};

inline constexpr std::array kRoles = {Role::kDesk,        Role::kFocalPoint, Role::kMonitor,
                                      Role::kInterviewer, Role::kAuditor,    Role::kReader};

std::string_view name(Role role);  // "focal-point"
std::optional<Role> role_named(std::string_view name);

// Whether a key of this role must belong to a party, and whether it may.
constexpr bool needs_party(Role role) { return role == Role::kFocalPoint || role == Role::kReader; }
constexpr bool may_have_party(Role role) { return role != Role::kDesk && role != Role::kAuditor; }

}  // namespace parley::policy
