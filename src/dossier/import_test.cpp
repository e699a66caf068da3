#include "dossier/import.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "dossier/testing.hpp"

namespace parley::dossier {
namespace {

std::vector<std::string> texts(const std::vector<BadRow>& bad) {
  std::vector<std::string> out;
  for (const BadRow& row : bad) out.push_back(row.text());
  return out;
}

using Texts = std::vector<std::string>;

TEST_CASE("Montreux reads without a fault, and twice adds nothing") {
  record::View view;
  const auto readings = testing::montreux();
  const Plan plan = plan_import(*fold(view), readings);
  CHECK(texts(plan.bad) == Texts{});
  CHECK(plan.changes.empty());
  CHECK(plan.add.size() == 3 + 9 + 8 + 6 + 1 + 31);
  testing::add(view, plan);
  const auto dossier = fold(view);
  REQUIRE(dossier);
  CHECK(dossier->problems.empty());
  const Plan again = plan_import(*dossier, readings);
  CHECK(again.add.empty());
  CHECK(again.changes.empty());
  CHECK(again.bad.empty());
  CHECK(again.unchanged == plan.add.size());
}

TEST_CASE("property: files and rows may come in any order") {
  const auto readings = testing::montreux();
  CHECK(rc::check([&] {
    std::vector<Row> rows;
    for (const Reading& reading : readings) {
      rows.insert(rows.end(), reading.rows.begin(), reading.rows.end());
    }
    for (std::size_t i = rows.size(); i > 1; --i) {
      std::swap(rows[i - 1], rows[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    record::View view;
    const Plan plan = plan_import(*fold(view), {{rows, {}}});
    RC_ASSERT(plan.bad.empty());
    testing::add(view, plan);
    const auto dossier = fold(view);
    RC_ASSERT(dossier->problems.empty());
    const Plan again = plan_import(*dossier, readings);
    RC_ASSERT(again.add.empty() && again.changes.empty() && again.unchanged == rows.size());
  }));
}

TEST_CASE("every bad row is reported, the good ones stay") {
  const auto reading = read_toml("x.toml", R"(
[[party]]
key = "A"
kind = "tribe"
names = { en = "A", x = "B" }
[[party]]
key = "good"
kind = "party"
names = { en = "Good" }
[[party]]
key = "orphan"
kind = "party"
names = { en = "O" }
part_of = "nobody"
[[party]]
key = "follower"
kind = "party"
names = { en = "F" }
part_of = "orphan"
[[party]]
key = "circle"
kind = "party"
names = { en = "C" }
part_of = "circle"
[[place]]
key = "half"
kind = "city"
names = { en = "H" }
latitude = 36.5
[[statement]]
text = 7
said = "yesterday"
sadi = 2014-01-13
[[statement]]
text = "t"
said = 2014-01-13
meets = ["t2"]
[[statement]]
key = "t2"
text = "t"
said = 2014-01-13
[[rumour]]
)");
  REQUIRE(reading);
  const Plan plan = plan_import(*fold({}), {*reading});
  CHECK(texts(plan.bad) ==
        Texts{"x.toml: line 4: kind: is not one of its values",
              "x.toml: line 10: part_of: there is no such party",
              "x.toml: line 15: part_of: names a row that cannot be used",
              "x.toml: line 20: what it names leads back to it, or to a row of which this is so",
              "x.toml: line 25: latitude: latitude and longitude stand together",
              "x.toml: line 31: text: is an integer, not text",
              "x.toml: line 32: said: not a date: write 2014-01-13, 2014-01 or 2014",
              "x.toml: line 33: a field that is not known here: sadi; known are about, "
              "about_inferred, awaits, awaits_from, key, language, measures, meets, place, point, "
              "quotation, reported, said, said_inferred, source, speakers, stance, text",
              "x.toml: line 34: meets: names a statement that awaits nothing",
              "x.toml: line 42: a table that is not known here: party, place, source, measure, "
              "statement and grade are"});
  REQUIRE(plan.add.size() == 2);
  CHECK(key_of(plan.add[0].draft) == "good");
  CHECK(key_of(plan.add[1].draft) == "t2");
}

TEST_CASE("the same key with other contents needs a correction") {
  record::View view;
  testing::add_toml(view, "[[party]]\nkey = \"a\"\nkind = \"party\"\nnames = { en = \"A\" }\n");
  const auto reading =
      read_toml("y.toml", "[[party]]\nkey = \"a\"\nkind = \"faction\"\nnames = { en = \"B\" }\n");
  const Plan plan = plan_import(*fold(view), {*reading});
  CHECK(plan.add.empty());
  REQUIRE(plan.changes.size() == 1);
  CHECK(plan.changes[0].fields == Texts{"kind", "names"});
  CHECK(plan.changes[0].of == view.entries[0].id);
  CHECK(plan.changes[0].row.line == 1);
}

TEST_CASE("a key that stands twice in the files") {
  const std::string one = "[[party]]\nkey = \"a\"\nkind = \"party\"\nnames = { en = \"A\" }\n";
  const std::string other = "\n[[party]]\nkey = \"a\"\nkind = \"party\"\nnames = { en = \"B\" }\n";
  const Plan plan = plan_import(*fold({}), {*read_toml("1.toml", one), *read_toml("2.toml", one),
                                            *read_toml("3.toml", other)});
  CHECK(plan.add.size() == 1);
  CHECK(plan.unchanged == 1);
  CHECK(texts(plan.bad) == Texts{"3.toml: line 2: key: stands already in 1.toml, line 1"});
}

TEST_CASE("statements from CSV") {
  const auto reading =
      read_csv("s.csv",
               "key;speaker;party;text;measure;said;said_precision;said_inferred;reported;about\r\n"
               "a;\"Kerry; Lavrov\";\"us;\";Two speak;\"m; "
               "n\";2014-01-13;month;yes;2014-02-01;2014-01-22\r\n"
               ";;us;The party speaks;;2014;;;;\r\n"
               ";;;;;;;;;\r\n"
               ";A;\"us;ru\";x;;2014-13-01;;maybe;;\r\n"
               ";;;\"x\ny\";\";\";2014;day;;;\r\n");
  REQUIRE(reading);
  REQUIRE(reading->rows.size() == 2);
  const auto& first = std::get<StatementDraft>(reading->rows[0].draft);
  CHECK(first.speakers ==
        std::vector<SpeakerOf<std::string>>{{"Kerry", "us"}, {"Lavrov", std::nullopt}});
  CHECK(first.measures == Texts{"m", "n"});
  CHECK(first.said == Date{2014, 1, 0});
  CHECK(first.said_inferred);
  CHECK(first.about == Date{2014, 1, 22});
  const auto& second = std::get<StatementDraft>(reading->rows[1].draft);
  CHECK(second.speakers == std::vector<SpeakerOf<std::string>>{{"", "us"}});
  CHECK(texts(reading->bad) ==
        Texts{"s.csv: line 5: party: has not as many parts as there are speakers",
              "s.csv: line 5: said: not a date: write 2014-01-13, 2014-01 or 2014",
              "s.csv: line 5: said_inferred: is not yes or no",
              "s.csv: line 6: measure: has nothing between two semicolons",
              "s.csv: line 6: said_precision: is finer than the date given"});
}

TEST_CASE("the header of a CSV") {
  CHECK(read_csv("s.csv", "").error().text() == "s.csv: has no header");
  CHECK(read_csv("s.csv", "key,said\n").error().text() == "s.csv: has no column text");
  const auto reading = read_csv("s.csv", "text,secret,text\nx,y,z\n");
  REQUIRE(reading);
  CHECK(texts(reading->bad) ==
        Texts{"s.csv: line 1: column 2: its heading is not known here, and it is left out",
              "s.csv: line 1: column 3: its heading stands twice"});
  CHECK(read_file_text("s.xls", "").error().fault == Fault::kUsage);
}

TEST_CASE("what has no handle is named by its entry") {
  record::View view;
  Statement statement;
  statement.text = "first";
  statement.said = Date{2014, 1, 13};
  statement.measures = {
      testing::add(view, to_payload(Measure{"m", MeasureKind::kOther, {{"en", "M"}}, {}, {}}))};
  statement.awaits = "w";
  const auto first = testing::add(view, to_payload(statement));
  statement.awaits.clear();
  statement.text = "second";
  statement.meets = {first};
  testing::add(view, to_payload(statement));
  const auto dossier = fold(view);
  const StatementDraft draft = to_draft(statement, *dossier);
  CHECK(draft.measures == Texts{"m"});
  CHECK(draft.meets == Texts{"entry:" + first.hex()});
  CHECK(*resolve(draft, Handles(*dossier)) == statement);
  CHECK(resolve(draft, Handles()).error().text() == "measures: there is no such measure");
  const Plan plan = plan_import(*dossier, {{{{"f", 1, draft}}, {}}});
  CHECK(plan.unchanged == 1);
  CHECK(plan.add.empty());
}

}  // namespace
}  // namespace parley::dossier
