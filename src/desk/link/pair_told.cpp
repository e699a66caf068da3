#include "desk/link/pair_told.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

#include "desk/link/pair_words.hpp"
#include "desk/link/step_words.hpp"
#include "text/code_points.hpp"

namespace parley::desk {
namespace {

using document::Language;
using document::Text;

constexpr std::size_t kLongest = 120;  // characters
// Two probabilities that a reader would tell apart.
constexpr std::uint32_t kNoDifference = 5'000;  // ppm

std::string cut(const std::string& text) {
  std::u32string points = text::code_points(text);
  if (points.size() <= kLongest) return text;
  points.resize(kLongest);
  return text::to_utf8(points) + "…";
}

ToldStep named(const linkage::Of& of, Language language) {
  ToldStep out;
  out.what = words_of(of, language);
  out.entered = out.what.empty();
  if (out.entered) out.what = cut(of.token);
  return out;
}

std::vector<std::string> result_of(const ExplainedPair& pair, Language language) {
  std::vector<std::string> out;
  const std::uint32_t alone = pair.explanation.probability_ppm();
  out.push_back(pair_word(PairWord::kNoRivals, language, {odds_words(alone, language)}));
  if (!pair.standing) return out;
  const std::uint32_t among = pair.standing->probability_ppm;
  if (std::max(alone, among) - std::min(alone, among) > kNoDifference) {
    out.push_back(pair_word(PairWord::kWithRivals, language, {probability_words(among, language)}));
  }
  out.push_back(
      pair_word(PairWord::kProposal, language, {words_of(pair.standing->standing, language)}));
  for (const linkage::Doubt doubt : pair.standing->doubts) {
    out.push_back(pair_word(PairWord::kNotSure, language, {words_of(doubt, language)}));
  }
  return out;
}

Text header_of(const ToldStep& step, document::Face face = document::Face::kPlain) {
  if (step.entered) return document::as_entered(step.what, face);
  return document::Run{step.what, face, {}, false};
}

Text entered(const std::string& text) {
  return text.empty() ? Text() : Text(document::as_entered(text));
}

document::Table table_of(const ToldPair& told, const ExplainedPair& pair, Language language) {
  using document::Align;
  const auto word = [language](PairWord one) { return std::string(pair_word(one, language)); };
  document::Table out;
  out.columns = {{word(PairWord::kCompared), 18},
                 {pair.a, 18},
                 {pair.b, 18},
                 {word(PairWord::kAgreement), 26},
                 {word(PairWord::kChance), 11},
                 {word(PairWord::kBits), 9, Align::kEnd}};
  const auto add = [&](const ToldStep& step, Text end) {
    document::Row row;
    row.cells = {document::Cell(header_of(step), true),
                 entered(step.a),
                 entered(step.b),
                 step.how,
                 step.one_in,
                 document::Cell(std::move(end))};
    out.rows.push_back(std::move(row));
  };
  for (const ToldStep& step : told.steps) {
    add(step, document::code(signed_bits(step.change, language)));
  }
  ToldStep end;
  end.what = word(PairWord::kEnd);
  add(end, document::code(signed_bits(told.steps.back().so_far, language)));
  if (!told.one_sided.empty()) {
    out.rows.push_back({{document::Cell(word(PairWord::kOneSided))}});
    for (const ToldStep& step : told.one_sided) add(step, {});
  }
  return out;
}

// Odds of 10, 100, ... to 1 for and against, so many that they do not crowd.
std::vector<document::Tick> odds_between(std::int32_t least, std::int32_t most, Language language) {
  constexpr std::int32_t kTenfold = 3'322, kTicks = 5, kFurthest = 6;
  const std::int32_t every = (most - least) / kTenfold / kTicks + 1;
  std::vector<document::Tick> out;
  for (std::int32_t tens = -kFurthest; tens <= kFurthest; ++tens) {
    if (tens % every != 0 || tens * kTenfold < least || tens * kTenfold > most) continue;
    std::uint64_t number = 1;
    for (std::int32_t i = 0; i < std::abs(tens); ++i) number *= 10;
    const std::string said = grouped(number, language);
    out.push_back({tens * kTenfold, tens < 0 ? "1:" + said : said + ":1"});
  }
  return out;
}

document::Chart chart_of(const ToldPair& told, Language language, bool with_all) {
  document::Chart out;
  out.caption = std::string(pair_word(PairWord::kChart, language));
  std::int32_t least = 0, most = 0;
  for (const ToldStep& step : told.steps) {
    least = std::min(least, step.so_far);
    most = std::max(most, step.so_far);
    Text label = header_of(step, with_all ? document::Face::kBold : document::Face::kPlain);
    if (with_all) {
      if (!step.a.empty() || !step.b.empty()) {
        label += Text("\n");
        label += entered(step.a.empty() ? "—" : step.a);
        if (step.a != step.b) {
          label += Text("  |  ");
          label += entered(step.b.empty() ? "—" : step.b);
        }
      }
      if (!step.how.empty()) label += Text("\n" + step.how);
      if (!step.rare.empty()) label += Text("\n" + step.rare);
    }
    const std::int32_t before = step.so_far - step.change;
    out.lanes.push_back(
        {std::move(label),
         {{std::min(before, step.so_far), std::max(before, step.so_far), step.change < 0}},
         signed_bits(step.change, language)});
  }
  const std::int32_t end = told.steps.back().so_far;
  const std::string all(pair_word(PairWord::kEnd, language));
  out.lanes.push_back({with_all ? Text(document::bold(all)) : Text(all),
                       {{std::min(0, end), std::max(0, end), end < 0}},
                       signed_bits(end, language)});
  constexpr std::int32_t kRoom = 1'500;
  out.first = least - kRoom;
  out.last = most + kRoom;
  out.ticks = odds_between(static_cast<std::int32_t>(out.first),
                           static_cast<std::int32_t>(out.last), language);
  return out;
}

Text title_of(const ExplainedPair& pair) {
  Text out;
  if (!pair.code.empty()) {
    out += document::code(pair.code);
    out += Text("  ");
  }
  out += pair.a;
  out += Text("  |  ");
  out += pair.b;
  return out;
}

Text footer_of(const PairPaper& paper, Language language) {
  if (paper.linkage.empty()) return {};
  return pair_word(PairWord::kLinkage, language, {paper.linkage});
}

}  // namespace

ExplainedPair explained(const TablesAnswer& answer) {
  const RowsExplained& rows = *answer.explained;
  const auto called = [&answer](std::size_t file, std::uint64_t row) {
    return Text(document::code(fmt::format("{}:{}", cut(answer.files[file].name), row)));
  };
  return {
      {}, called(0, rows.row_a), called(answer.files.size() - 1, rows.row_b), rows.explanation, {}};
}

ToldPair tell(const ExplainedPair& pair, Language language) {
  ToldPair out;
  const linkage::Explanation& said = pair.explanation;
  std::int32_t so_far = said.prior;
  ToldStep first;
  first.what = pair_word(PairWord::kOutset, language);
  first.how = outset_words(said.prior, language);
  first.change = first.so_far = said.prior;
  out.steps.push_back(std::move(first));
  for (const linkage::Step& step : said.steps) {
    ToldStep told = named(step.of, language);
    told.a = cut(step.written_a);
    told.b = cut(step.written_b);
    told.how =
        step.is_kinship() ? pair_word(PairWord::kKinshipMeans, language) : words_of(step, language);
    told.rare = rarity_words(step.share_ppm, language);
    told.one_in = one_in_words(step.share_ppm, language);
    told.change = step.millibits;
    told.so_far = so_far += step.millibits;
    out.steps.push_back(std::move(told));
  }
  for (const linkage::OneSided& one : said.one_sided) {
    ToldStep told = named(one.of, language);
    told.a = cut(one.written_a);
    told.b = cut(one.written_b);
    out.one_sided.push_back(std::move(told));
  }
  out.result = result_of(pair, language);
  return out;
}

std::string line_of(const ToldStep& step, Language language) {
  std::string said = step.how;
  if (!step.a.empty() || !step.b.empty()) {
    said += " (" + step.a + (step.a == step.b ? "" : " / " + step.b) + ")";
  }
  if (!step.rare.empty()) said = pair_word(PairWord::kSemicolon, language, {said, step.rare});
  said = pair_word(PairWord::kSemicolon, language, {said, signed_bits(step.change, language)});
  return pair_word(PairWord::kColon, language, {step.what, said});
}

document::Document pair_document(const std::vector<ExplainedPair>& pairs, Language language,
                                 const PairPaper& paper) {
  const auto word = [language](PairWord one) { return std::string(pair_word(one, language)); };
  document::Document out;
  out.language = language;
  out.title = word(PairWord::kTitle);
  if (paper.desk_only) out.mark = word(PairWord::kDeskOnly);
  out.footer = footer_of(paper, language);
  document::Section* section = &out.add({});
  section->add(document::Paragraph{word(PairWord::kScale)});
  section->add(document::Paragraph{word(PairWord::kChanceMeans)});
  section->add(document::Paragraph{word(PairWord::kPeopleDecide)});
  for (const ExplainedPair& pair : pairs) {
    const ToldPair told = tell(pair, language);
    section = &out.add(title_of(pair));
    for (const std::string& sentence : told.result) {
      section->add(document::Paragraph{sentence, false, true});
    }
    section->add(table_of(told, pair, language));
    section->add(chart_of(told, language, false));
  }
  return out;
}

document::Figure pair_figure(const ExplainedPair& pair, Language language, const PairPaper& paper) {
  const auto word = [language](PairWord one) { return std::string(pair_word(one, language)); };
  const ToldPair told = tell(pair, language);
  document::Figure out;
  out.language = language;
  out.title = word(PairWord::kTitle);
  if (paper.desk_only) out.mark = word(PairWord::kDeskOnly);
  out.above.push_back(title_of(pair));
  for (const std::string& sentence : told.result) out.above.emplace_back(sentence);
  out.chart = chart_of(told, language, true);
  if (!told.one_sided.empty()) {
    Text silent(word(PairWord::kOneSided) + "\n");
    for (std::size_t i = 0; i < told.one_sided.size(); ++i) {
      const ToldStep& step = told.one_sided[i];
      if (i > 0) silent += Text("\n");
      silent += header_of(step, document::Face::kBold);
      silent += Text("  ");
      silent += entered(step.a.empty() ? "—" : step.a);
      silent += Text("  |  ");
      silent += entered(step.b.empty() ? "—" : step.b);
    }
    out.below.push_back(std::move(silent));
  }
  out.below.emplace_back(word(PairWord::kScale));
  out.below.emplace_back(word(PairWord::kPeopleDecide));
  if (!paper.linkage.empty()) out.below.push_back(footer_of(paper, language));
  return out;
}

}  // namespace parley::desk
