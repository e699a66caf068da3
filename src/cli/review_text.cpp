#include "cli/review_text.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "cli/pair_text.hpp"
#include "cli/text.hpp"
#include "cli/width.hpp"

namespace parley::cli {
namespace {

using exchange::bits_text;
using exchange::percent_text;
using exchange::ShownPair;

constexpr std::size_t kRemarks = 20;

std::string called(const exchange::ReviewSide& side) {
  if (side.list.empty()) return "no row";
  std::string out = fmt::format("{}:{}", side.list, side.row);
  if (!side.reference.empty()) out += fmt::format(" ({})", harmless(side.reference));
  return out;
}

std::string called(const desk::PairRow& row) { return fmt::format("{}:{}", row.list, row.row); }

std::string problems_text(const std::vector<std::string>& problems) {
  std::string out;
  for (std::size_t i = 0; i < problems.size() && i < kRemarks; ++i) {
    out += fmt::format("problem: {}\n", harmless(problems[i]));
  }
  if (problems.size() > kRemarks) {
    out += fmt::format("problem: and {} more\n", problems.size() - kRemarks);
  }
  return out;
}

std::string line(std::string_view what, const exchange::Confirmations& counts) {
  return fmt::format("{:<20} {:>7} {:>7} {:>7} {:>10} {:>8}\n", what, counts.by_none, counts.by_one,
                     counts.by_two, counts.different, counts.put_off);
}

}  // namespace

std::string link_text(const desk::LinkAnswer& answer) {
  std::string out;
  if (!answer.id.is_zero()) {
    out += fmt::format("linkage {}{}\n", answer.id.hex(),
                       answer.unchanged ? " (unchanged, not written again)" : "");
  }
  for (const exchange::LinkedSet& set : answer.linkage.sets) {
    const auto sure = static_cast<std::size_t>(
        std::count_if(set.pairs.begin(), set.pairs.end(), [](const exchange::LinkedPair& pair) {
          return pair.standing == linkage::Standing::kSure;
        }));
    const std::string lists = set.a == set.b ? fmt::format("within {} ({})", set.a, set.people_a)
                                             : fmt::format("{} ({}) and {} ({})", set.a,
                                                           set.people_a, set.b, set.people_b);
    out += fmt::format("{}: {}: sure {}, queued {}\n", name(set.kind), lists, sure,
                       set.pairs.size() - sure);
  }
  return out + problems_text(answer.problems);
}

std::string link_check_text(const desk::LinkCheck& answer) {
  return fmt::format("linkage {}\nmade again by its own weights: {}\nfitted anew: {}\n",
                     answer.id.hex(), name(answer.pairs), name(answer.weights));
}

std::string pairs_text(const desk::PairsAnswer& answer) {
  std::string out;
  for (const desk::PairLine& pair : answer.pairs) {
    out += fmt::format("{} {} {} {} {} bits {}", called(pair.a), called(pair.b), name(pair.kind),
                       linkage::name(pair.pair.standing), bits_text(pair.pair.millibits),
                       percent_text(pair.pair.probability_ppm));
    for (std::size_t i = 0; i < pair.pair.doubts.size(); ++i) {
      out += fmt::format("{} {}", i == 0 ? ":" : ",", linkage::name(pair.pair.doubts[i]));
    }
    out += "\n";
  }
  return out;
}

std::string pairs_explained_text(const desk::PairsExplained& answer, document::Language language) {
  std::string out;
  for (const desk::PairExplained& one : answer.pairs) {
    out += (out.empty() ? "" : "\n") + explained_text(one.explained, language);
  }
  return out;
}

std::string confirmed_text(const exchange::ConfirmationCounts& answer) {
  return fmt::format("{:<20} {:>7} {:>7} {:>7} {:>10} {:>8}\n", "confirmed by", "nobody", "one key",
                     "two", "different", "put off") +
         line("claims", answer.claims) + line("claims as answered", answer.as_answered) +
         line("duplicates", answer.duplicates);
}

std::string shown_pair_text(const ShownPair& pair) {
  constexpr std::size_t kWidest = 44;
  std::string out = fmt::format("{}  {}", pair.code, name(pair.item.kind));
  if (pair.linked) {
    out += fmt::format(", {}, {}", linkage::name(pair.linked->standing),
                       percent_text(pair.linked->probability_ppm));
  }
  out += pair.item.put_off ? ", put off\n" : "\n";
  std::size_t labels = 0, width = width_of(called(pair.a));
  for (const exchange::ReviewField& field : pair.fields) {
    labels = std::max(labels, field.label.size());
    width = std::max(width, std::min(width_of(harmless(field.a)), kWidest));
  }
  const auto row = [&](std::string_view label, const std::string& a, const std::string& b) {
    out += fmt::format("  {}  {}  {}\n", padded(std::string(label), labels), padded(a, width), b);
  };
  row("", called(pair.a), pair.item.b ? called(pair.b) : "");
  for (const exchange::ReviewField& field : pair.fields) {
    row(field.label, field.a.empty() ? "-" : harmless(field.a),
        !pair.item.b      ? ""
        : field.b.empty() ? "-"
                          : harmless(field.b));
  }
  if (!pair.answered.empty()) out += "  " + harmless(pair.answered) + "\n";
  if (pair.explained) {
    constexpr auto kEnglish = document::Language::kEnglish;
    out += told_text(desk::tell(desk::explained(pair), kEnglish), kEnglish);
  } else {
    for (const std::string& one : pair.agreement) out += "  " + one + "\n";
  }
  for (const exchange::OtherCandidate& other : pair.others) {
    out += fmt::format("  also: {} and {}, {} bits, {}\n", called(other.a), called(other.b),
                       bits_text(other.millibits), percent_text(other.probability_ppm));
  }
  return out;
}

std::string review_text(const desk::ReviewAnswer& answer) {
  std::string out;
  for (const ShownPair& pair : answer.pairs) out += shown_pair_text(pair) + "\n";
  out += fmt::format("{} wait for your decision, of them put off {}; shown {}\n", answer.waiting,
                     answer.put_off, answer.pairs.size());
  if (!answer.linked) out += "nothing has been linked yet: parley claim link\n";
  return out;
}

std::string decided_text(const desk::Decided& answer) {
  if (answer.unchanged) return "you have said so before; nothing was written\n";
  std::string out;
  for (const record::EntryId& id : answer.ids) out += id.hex() + "\n";
  return out;
}

std::string review_merged_text(const desk::ReviewMerged& answer) {
  std::string out = fmt::format(
      "same person {}, different people {}, later {}; said before {}, left blank {}, refused {}\n",
      answer.same, answer.different, answer.later, answer.unchanged, answer.blank,
      answer.refused.size());
  for (std::size_t i = 0; i < answer.refused.size() && i < kRemarks; ++i) {
    out += fmt::format("refused: row {} of {}: {}\n", answer.refused[i].row, harmless(answer.file),
                       answer.refused[i].text);
  }
  if (answer.refused.size() > kRemarks) {
    out += fmt::format("refused: {} more; --json prints all\n", answer.refused.size() - kRemarks);
  }
  return out;
}

}  // namespace parley::cli
