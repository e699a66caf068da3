#include "desk/link/pair_told.hpp"

#include <doctest/doctest.h>

#include <string>

#include "desk/report/labels.hpp"
#include "report/html.hpp"
#include "report/svg.hpp"

namespace parley::desk {
namespace {

using document::Language;
using linkage::Kind;
using linkage::Level;
using linkage::Slot;

ExplainedPair pair_of(const std::string& name) {
  ExplainedPair out;
  out.code = "K7Q2M-9XR4T";
  out.a = document::code("sought:2");
  out.b = document::as_entered(name);
  out.explanation.prior = -10'000;
  out.explanation.steps = {
      {{"name.given", "name", Slot::kGiven, Kind::kName},
       Level::kAlike,
       "كريم",
       name,
       2'000,
       6'500},
      {{"birth", "birth", Slot::kWhole, Kind::kDate},
       Level::kSwapped,
       "1980-03-05",
       "1980-05-03",
       0,
       3'000},
      {{"shoe " + name, "shoe " + name, Slot::kWhole, Kind::kCode},
       Level::kDifferent,
       "42",
       name,
       0,
       -1'000},
      {{"kinship", "", Slot::kWhole, Kind::kName}, Level::kAbsent, "", "", 0, -500}};
  out.explanation.one_sided = {{{"name.father", "name", Slot::kFather, Kind::kName}, name, ""}};
  for (const linkage::Step& step : out.explanation.steps) {
    out.explanation.millibits += step.millibits;
  }
  out.standing = PairStanding{
      120'000, linkage::Standing::kQueued, {linkage::Doubt::kImprobable, linkage::Doubt::kRival}};
  return out;
}

}  // namespace

TEST_CASE("a walk begins at the outset and ends at what the steps add up to") {
  const ExplainedPair pair = pair_of("Karim");
  for (const Language language : kReportLanguages) {
    const ToldPair told = tell(pair, language);
    REQUIRE(told.steps.size() == pair.explanation.steps.size() + 1);
    std::int32_t so_far = 0;
    for (const ToldStep& step : told.steps) {
      so_far += step.change;
      CHECK(step.so_far == so_far);
      CHECK_FALSE(step.what.empty());
      CHECK_FALSE(step.how.empty());
    }
    CHECK(so_far == pair.explanation.after());
    CHECK(told.one_sided.size() == 1);
    CHECK(told.steps[3].entered);
    CHECK_FALSE(told.steps[2].entered);
    // Alone, with the rivals, the proposal, two doubts.
    CHECK(told.result.size() == 5);
  }
  CHECK(line_of(tell(pair, Language::kEnglish).steps[2], Language::kEnglish) ==
        "Date of birth: day and month swapped (1980-03-05 / 1980-05-03); +3.0");
}

TEST_CASE("rivals that change nothing are not spoken of") {
  ExplainedPair pair = pair_of("Karim");
  pair.standing->probability_ppm = pair.explanation.probability_ppm();
  CHECK(tell(pair, Language::kEnglish).result.size() == 4);
  pair.standing.reset();
  CHECK(tell(pair, Language::kEnglish).result.size() == 1);
}

TEST_CASE("a very long text is cut where it is shown") {
  const ToldPair told = tell(pair_of(std::string(5'000, 'x')), Language::kEnglish);
  CHECK(told.steps[1].b.size() < 200);
  CHECK(told.steps[3].what.size() < 200);
}

TEST_CASE("papers and figures take whatever was entered, in every language") {
  for (const std::string name : {"<b>&\"'", "\u202Eمحمود\u2069", "a\nb\x01", "Karim"}) {
    for (const Language language : kReportLanguages) {
      const ExplainedPair pair = pair_of(name);
      const auto html = report::to_html(pair_document({pair, pair}, language, {true, "94d7"}));
      REQUIRE(html);
      CHECK(html->find("<b>") == std::string::npos);
      CHECK(html->find("\u202E") == std::string::npos);
      CHECK(html->find("94d7") != std::string::npos);
      CHECK(report::to_svg(pair_figure(pair, language, {})));
    }
  }
}

}  // namespace parley::desk
