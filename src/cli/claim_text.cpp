#include "cli/claim_text.hpp"

#include <fmt/core.h>

#include "cli/text.hpp"

namespace parley::cli {
namespace {

constexpr std::size_t kShown = 20;

constexpr std::string_view kOwnEntriesAlone =
    "as this party's own entries tell; what the others say comes in the sheets\n";

std::string place(const desk::MergeFinding& finding, const std::string& file) {
  std::string out = fmt::format("row {} of {}", finding.row, harmless(file));
  if (!finding.sheet.empty()) out += fmt::format(", sheet {}", harmless(finding.sheet));
  if (!finding.column.empty()) out += fmt::format(", column {}", harmless(finding.column));
  if (!finding.number.empty()) out += fmt::format(" ({})", finding.number);
  return out;
}

std::string findings_text(const std::vector<desk::MergeFinding>& findings, std::string_view what,
                          const std::string& file) {
  std::string out;
  for (std::size_t i = 0; i < findings.size() && i < kShown; ++i) {
    out += fmt::format("{}: {}: {}\n", what, place(findings[i], file), findings[i].reason);
  }
  if (findings.size() > kShown) {
    out += fmt::format("{}: {} more; --json prints all\n", what, findings.size() - kShown);
  }
  return out;
}

std::string counted(std::size_t count, std::string_view one, std::string_view more) {
  return fmt::format("{} {}", count, count == 1 ? one : more);
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : harmless(text); }

void field(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out += fmt::format("{:<12} {}\n", name, harmless(value));
}
std::string state_text(const desk::ClaimLine& line) {
  std::string out(name(line.state));
  if (line.status) out += fmt::format(", {}", name(*line.status));
  if (line.date) out += fmt::format(" {}", line.date->iso());
  if (line.settled) out += ", settled by the committee";
  if (line.embargoed) out += ", under embargo: the family has not been told";
  for (const std::string& one : line.befell) out += ", " + one;
  if (!line.may_forward) out += ", without consent to forward";
  if (line.deadline) out += fmt::format(", by {}", line.deadline->iso());
  if (line.overdue) out += ", overdue";
  return out;
}

std::string called(const desk::ClaimLine& line) {
  return line.number.empty() ? line.id.hex().substr(0, 12) : line.number;
}

std::string parties(const desk::ClaimLine& line) {
  return fmt::format("{} of {}", or_dash(line.claimant), or_dash(line.holder));
}

std::string whose(const desk::ClaimLine& line) {
  return line.list.empty() ? "asked" : fmt::format("{}:{}", line.list, line.row);
}

}  // namespace

std::string round_text(const desk::RoundAnswer& answer, const std::string& file) {
  const std::size_t count = answer.round.claims.size();
  std::string out =
      fmt::format("{} {} for {}{}: {}\n", count, count == 1 ? "name" : "names", answer.party,
                  answer.round.reminder ? ", a reminder" : "", harmless(file));
  if (answer.deadline_past) {
    out += fmt::format("the deadline is past: {}\n", answer.round.deadline->iso());
  }
  const auto left = [&out](std::size_t number, std::string_view what) {
    if (number > 0) out += fmt::format("stays here: {} {}\n", number, what);
  };
  left(answer.left_out.without_consent, "without consent to forward");
  left(answer.left_out.embargoed, "a death that the family has not been told of");
  left(answer.left_out.sent, "out already and not back");
  return out;
}

std::string merged_text(const desk::Merged& answer, const std::string& file) {
  std::string out;
  if (answer.rows > 0 && answer.unknown_numbers == answer.rows) {
    out +=
        fmt::format("none of the numbers is of {}'s sheets: another party's file?\n", answer.party);
  }
  out += findings_text(answer.refused, "not taken", file);
  out += findings_text(answer.notes, "look at", file);
  for (std::size_t i = 0; i < answer.missing.size() && i < kShown; ++i) {
    out += fmt::format("missing: {}: went out, and is not in the file\n", answer.missing[i]);
  }
  if (answer.missing.size() > kShown) {
    out += fmt::format("missing: {} more; --json prints all\n", answer.missing.size() - kShown);
  }
  out += fmt::format(
      "{}: {} answers, {} remarks, {} final replies, {} last remarks taken; {} unchanged, {} open, "
      "{} "
      "not taken, {} missing\n",
      counted(answer.rows, "row", "rows"), answer.answers, answer.remarks, answer.final_replies,
      answer.last_remarks, answer.unchanged, answer.open, answer.refused.size(),
      answer.missing.size());
  return out;
}

std::string claims_text(const desk::ClaimsList& answer) {
  std::string out;
  for (const desk::ClaimLine& line : answer.claims) {
    const std::string who = answer.party ? whose(line) : whose(line) + "  " + parties(line);
    out += fmt::format("{}  {}  {}  {}\n", called(line), who, or_dash(line.name), state_text(line));
  }
  if (answer.own_entries_alone) out += kOwnEntriesAlone;
  return out;
}

std::string claim_text(const desk::ClaimStory& answer) {
  const desk::ClaimLine& line = answer.line;
  std::string out;
  field(out, "claim", line.number.empty() ? line.id.hex() : line.number);
  field(out, "name", line.name);
  if (!line.list.empty()) field(out, "list", whose(line));
  field(out, "claimant", line.claimant);
  field(out, "holder", line.holder);
  field(out, "state", state_text(line));
  field(out, "awaits", std::string(awaits(line.state)));
  for (const auto& one : answer.rounds) {
    field(out, "round",
          fmt::format("{} to {}{}{}", name(one.kind), one.to, one.reminder ? ", a reminder" : "",
                      one.deadline ? ", by " + one.deadline->iso() : ""));
  }
  for (const auto& one : answer.answers) {
    field(
        out, one.answer.final_reply ? "final reply" : "answer",
        fmt::format("{}: {}{}", one.by.empty() ? "the party asked" : one.by,
                    name(one.answer.status), one.answer.date ? " " + one.answer.date->iso() : ""));
    field(out, "  other", one.answer.other_name);
    field(out, "  cause", one.answer.cause);
    field(out, "  burial", one.answer.burial_place);
    field(out, "  note", one.answer.note);
    field(out, "  reference", one.answer.reference);
  }
  for (const auto& one : answer.remarks) {
    field(out, one.remark.last ? "last remark" : "remark",
          fmt::format("{}: {}", one.by, name(one.remark.stance)));
    field(out, "  note", one.remark.note);
  }
  for (const auto& one : answer.settlements) {
    field(out, "settlement", fmt::format("committee: {}", name(one.status)));
    field(out, "  note", one.note);
  }
  for (const auto& one : answer.events) {
    field(out, "event",
          fmt::format("{}: {}{}", one.by, name(one.event.kind),
                      one.event.date ? " " + one.event.date->iso() : ""));
    field(out, "  source", one.event.source);
    field(out, "  note", one.event.note);
  }
  if (answer.own_entries_alone) out += kOwnEntriesAlone;
  return out;
}

std::string claims_status_text(const desk::ClaimsStatus& answer) {
  std::string out;
  for (const auto& pair : answer.pairs) {
    out += fmt::format("{} of {}: {}\n", or_dash(pair.claimant), or_dash(pair.holder),
                       counted(pair.claims, "claim", "claims"));
    for (const exchange::ClaimState state : exchange::kClaimStates) {
      const std::size_t count = pair.by_state[static_cast<std::size_t>(state)];
      if (count > 0) out += fmt::format("  {:<22} {}\n", name(state), count);
    }
    const auto besides = [&out](std::string_view what, std::size_t count) {
      if (count > 0) out += fmt::format("  {:<22} {}\n", what, count);
    };
    if (pair.holder.empty() && !answer.party) {
      out +=
          "  nobody is asked: no holder is named, or none that is a party here; mend the cells "
          "(`parley list corrections`), or import with --holder\n";
    }
    besides("(overdue)", pair.overdue);
    besides("(reminded)", pair.reminded);
    besides("(under embargo)", pair.embargoed);
    besides("(without consent)", pair.without_consent);
  }
  for (const auto& one : answer.awaited) {
    const std::string_view what =
        one.embargoed ? "the family being told of a death (then `parley claim family-told`)"
                      : awaits(one.state);
    out += fmt::format("awaited of {}: {} on {}", one.of, what,
                       counted(one.claims, "claim", "claims"));
    if (one.earliest) out += fmt::format(", first by {}", one.earliest->iso());
    if (one.overdue > 0) out += fmt::format(", {} overdue on {}", one.overdue, answer.on.iso());
    out += '\n';
  }
  if (!answer.party) {
    if (answer.remains > 0)
      out += fmt::format("remains: {}\n", counted(answer.remains, "case", "cases"));
    for (const std::string& problem : answer.problems) {
      out += fmt::format("problem: {}\n", harmless(problem));
    }
  }
  if (answer.own_entries_alone) out += kOwnEntriesAlone;
  return out;
}

std::string remains_text(const std::vector<desk::RemainsLine>& answer) {
  std::string out;
  for (const auto& one : answer) {
    out += fmt::format("{:<20} {}  {}  {}  {}\n", one.value.key, one.by, or_dash(one.value.place),
                       one.value.found ? one.value.found->iso() : "-",
                       counted(one.value.claims.size(), "claim", "claims"));
  }
  return out;
}

}  // namespace parley::cli
