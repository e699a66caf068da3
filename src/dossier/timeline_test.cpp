#include "dossier/timeline.hpp"

#include <doctest/doctest.h>

#include "dossier/testing.hpp"

namespace parley::dossier {
namespace {

TEST_CASE("events in order of date, report, record") {
  record::View view;
  const auto say = [&](std::string text, std::optional<Date> said, std::optional<Date> reported,
                       std::optional<Date> about = {}) {
    Statement statement;
    statement.text = std::move(text);
    statement.said = said;
    statement.reported = reported;
    statement.about = about;
    testing::add(view, to_payload(statement));
  };
  const Date d12{2014, 1, 12};
  const Date d13{2014, 1, 13};
  const Date d14{2014, 1, 14};
  say("a", d13, d14);
  say("b", d13, d13);
  say("c", {}, d12, d14);
  say("d", Date{2014, 1, 0}, d14);
  say("e", d13, d13);
  const auto dossier = fold(view);
  REQUIRE(dossier);
  std::string order;
  for (const Event& event : timeline(*dossier)) {
    order += event.kind == EventKind::kAnnounced ? "+" : "";
    order += dossier->statement(event.statement)->value().text;
    CHECK(event.date_is_report == (event.index == 2 && event.kind == EventKind::kSaid));
  }
  CHECK(order == "dcbea+c");
  order.clear();
  for (const Event& event : timeline(*dossier, d13)) {
    order += dossier->statement(event.statement)->value().text;
  }
  CHECK(order == "cbec");  // what was reported later is not known; what is announced is kept
}

TEST_CASE("Montreux announces two days") {
  const auto dossier = fold(testing::montreux_view());
  std::vector<std::string> announced;
  for (const Event& event : timeline(*dossier, Date{2014, 1, 13})) {
    if (event.kind != EventKind::kAnnounced) continue;
    announced.push_back(event.date->iso() + (event.inferred ? "*" : ""));
  }
  CHECK(announced == std::vector<std::string>{"2014-01", "2014-01-16*"});
}

}  // namespace
}  // namespace parley::dossier
