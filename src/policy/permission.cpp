#include "policy/permission.hpp"

namespace parley::policy {
namespace {

// One letter a standing, in the order of kStandings: all, own, other, desk.
struct Row {
  Action action;
  std::string_view desk, focal_point, monitor, interviewer, auditor, reader;
};

constexpr std::array kTable = {
    //               desk    focal   monitor interv. auditor reader
    Row{Action::kRead, "yyyy", "yy--", "yy--", "y---", "yyyy", "yy--"},
    // A monitor or an interviewer writes to the desk without reading what the desk has.
    Row{Action::kState, "yyyy", "yy--", "yy-y", "---y", "----", "----"},
    Row{Action::kDescribe, "yyyy", "----", "----", "----", "----", "----"},
    Row{Action::kGrade, "---y", "----", "----", "----", "----", "----"},
    Row{Action::kCorrect, "yyyy", "yy--", "yy-y", "---y", "----", "----"},
    Row{Action::kErase, "yyyy", "----", "----", "----", "----", "----"},
    Row{Action::kKeys, "yyyy", "----", "----", "----", "----", "----"},
    Row{Action::kAudiences, "yyyy", "----", "----", "----", "----", "----"},
    Row{Action::kCosign, "y---", "y---", "y---", "----", "y---", "----"},
    Row{Action::kReport, "yyyy", "yy--", "yy--", "----", "yyyy", "yy--"},
    // An interviewer hands in only what the interview came to, to the desk.
    Row{Action::kList, "yyyy", "-y--", "----", "---y", "----", "----"},
    Row{Action::kIdentify, "---y", "----", "----", "----", "----", "----"},
    Row{Action::kRelease, "yyyy", "----", "----", "----", "----", "----"},
    Row{Action::kPlan, "yyyy", "----", "----", "----", "----", "----"},
};

std::string_view cells(const Row& row, Role role) {
  switch (role) {
    case Role::kDesk: return row.desk;
    case Role::kFocalPoint: return row.focal_point;
    case Role::kMonitor: return row.monitor;
    case Role::kInterviewer: return row.interviewer;
    case Role::kAuditor: return row.auditor;
    case Role::kReader: return row.reader;
  }
  return "----";
}

}  // namespace

std::string_view name(Action action) {
  switch (action) {
    case Action::kRead: return "read";
    case Action::kState: return "state";
    case Action::kDescribe: return "describe";
    case Action::kGrade: return "grade";
    case Action::kCorrect: return "correct";
    case Action::kErase: return "erase";
    case Action::kKeys: return "keys";
    case Action::kAudiences: return "audiences";
    case Action::kCosign: return "cosign";
    case Action::kReport: return "report";
    case Action::kList: return "list";
    case Action::kIdentify: return "identify";
    case Action::kRelease: return "release";
    case Action::kPlan: return "plan";
  }
  return "unknown";
}

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::kAll: return "all";
    case Standing::kOwn: return "own";
    case Standing::kOther: return "other";
    case Standing::kDesk: return "desk";
  }
  return "unknown";
}

std::string_view in_words(Action action) {
  switch (action) {
    case Action::kRead: return "read";
    case Action::kState: return "write statements";
    case Action::kDescribe: return "enter parties, places, sources or measures";
    case Action::kGrade: return "grade";
    case Action::kCorrect: return "correct or withdraw";
    case Action::kErase: return "order an erasure";
    case Action::kKeys: return "admit or end keys";
    case Action::kAudiences: return "define audiences";
    case Action::kCosign: return "cosign checkpoints";
    case Action::kReport: return "write reports";
    case Action::kList: return "enter lists, answers or remarks";
    case Action::kIdentify: return "say who is the same person";
    case Action::kRelease: return "release what the desk holds";
    case Action::kPlan: return "plan an exchange";
  }
  return "do that";
}

bool permitted(Role role, Action action, Standing standing) {
  for (const Row& row : kTable) {
    if (row.action == action) return cells(row, role)[static_cast<std::size_t>(standing)] == 'y';
  }
  return false;
}

}  // namespace parley::policy
