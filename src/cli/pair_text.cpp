#include "cli/pair_text.hpp"

#include <algorithm>
#include <cstdlib>

#include "cli/text.hpp"
#include "cli/width.hpp"
#include "desk/link/pair_words.hpp"

namespace parley::cli {
namespace {

using desk::pair_word;
using desk::PairWord;
using document::Language;

constexpr std::int32_t kMark = 1'000;  // millibits
constexpr std::size_t kBar = 12, kNumber = 7;
const std::string kIndent(2 + 2 * kNumber + 3 + kBar + 1, ' ');

std::string right(const std::string& text, std::size_t width) {
  const std::size_t here = width_of(text);
  return std::string(here < width ? width - here : 0, ' ') + text;
}

std::string bar(std::int32_t millibits) {
  const auto marks = static_cast<std::size_t>((std::abs(millibits) + kMark / 2) / kMark);
  if (marks == 0) return "";
  const char mark = millibits < 0 ? '-' : '+';
  return marks > kBar ? std::string(kBar - 1, mark) + ">" : std::string(marks, mark);
}

std::string both(const std::string& a, const std::string& b) {
  const auto shown = [](const std::string& text) { return text.empty() ? "-" : harmless(text); };
  return a == b ? shown(a) : shown(a) + " | " + shown(b);
}

std::string step_text(const desk::ToldStep& step, Language language) {
  std::string what = harmless(step.what);
  if (!step.a.empty() || !step.b.empty()) {
    what = pair_word(PairWord::kColon, language, {what, both(step.a, step.b)});
  }
  std::string out = "  " + right(desk::signed_bits(step.change, language), kNumber) +
                    right(desk::signed_bits(step.so_far, language), kNumber) + "   " +
                    padded(bar(step.change), kBar) + " " + what + "\n";
  for (const std::string& line : {step.how, step.rare}) {
    if (!line.empty()) out += kIndent + line + "\n";
  }
  return out;
}

}  // namespace

std::string told_text(const desk::ToldPair& told, Language language) {
  std::string out;
  for (const desk::ToldStep& step : told.steps) out += step_text(step, language);
  if (!told.one_sided.empty()) {
    out += kIndent + std::string(pair_word(PairWord::kOneSided, language)) + "\n";
  }
  for (const desk::ToldStep& step : told.one_sided) {
    out += kIndent + "  " +
           pair_word(PairWord::kColon, language, {harmless(step.what), both(step.a, step.b)}) +
           "\n";
  }
  for (const std::string& sentence : told.result) out += "  " + sentence + "\n";
  return out;
}

std::string explained_text(const desk::ExplainedPair& pair, Language language) {
  const std::string code = pair.code.empty() ? "" : pair.code + "  ";
  return code + harmless(pair.a.plain()) + " | " + harmless(pair.b.plain()) + "\n" +
         told_text(desk::tell(pair, language), language) + "  " +
         std::string(pair_word(PairWord::kScale, language)) + "\n  " +
         std::string(pair_word(PairWord::kPeopleDecide, language)) + "\n";
}

}  // namespace parley::cli
