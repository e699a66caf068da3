#include "desk/report/dossier_document.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <variant>

#include "base/hash.hpp"
#include "desk/report/labels.hpp"
#include "dossier/import.hpp"
#include "report/html.hpp"
#include "report/pdf.hpp"

namespace parley::desk {
namespace {

using document::Document;
using document::Language;

constexpr std::string_view kValley = R"(
[[source]]
key = "radio"
kind = "news-report"
title = "Evening bulletin"
publisher = "Valley Radio"
date = 2020-03-02
language = "en"

[[source]]
key = "letter"
kind = "document"
title = "رسالة إلى الوسيط"
date = "2020-02"
language = "ar"

[[party]]
key = "north"
kind = "party"
names = { en = "Northern council", ar = "مجلس الشمال", fr = "Conseil du Nord", ru = "Северный совет" }

[[party]]
key = "south"
kind = "party"
names = { en = "Southern council" }

[[party]]
key = "herders"
kind = "faction"
names = { en = "Herders" }

[[measure]]
key = "ceasefire"
kind = "ceasefire"
names = { en = "Ceasefire in the valley", ar = "وقف إطلاق النار في الوادي" }

[[measure]]
key = "exchange"
kind = "exchange"
names = { en = "Exchange of detained persons" }

[[measure]]
key = "other"
kind = "other"
names = { en = "Water" }

[[statement]]
key = "list"
speakers = [{ name = "A. Speaker", party = "north" }]
text = "The south is to send its list."
quotation = "within a week"
measures = ["exchange"]
awaits = "the south's list"
awaits_from = "south"
said = 2020-02-20
said_inferred = true
reported = 2020-03-02
source = "radio"
language = "en"

[[statement]]
key = "sent"
text = "أُرسلت القائمة <1>."
measures = ["exchange", "ceasefire", "other"]
meets = ["list"]
reported = 2020-03-01
source = "letter"
language = "ar"

[[statement]]
key = "yes"
speakers = [{ party = "north" }, { party = "south", name = "B. Speaker" }]
text = "Both accept the line."
measures = ["ceasefire"]
point = "The line"
stance = "accepted"
about = 2020-03-10
about_inferred = true
said = 2020-03-02
source = "radio"
language = "en"

[[statement]]
key = "no"
speakers = [{ party = "south", name = "B. Speaker" }]
text = "The south does not accept the line."
measures = ["ceasefire"]
point = "The line"
stance = "refused"
said = 2020-03-03
source = "radio"
language = "en"

[[statement]]
key = "after"
speakers = [{ party = "south" }]
text = "Said too late."
said = 2020-05-01
language = "en"

[[grade]]
statement = "no"
reliability = "B"
credibility = 2
)";

dossier::Dossier valley() {
  const auto reading = dossier::read_toml("valley.toml", kValley);
  REQUIRE(reading);
  REQUIRE(reading->bad.empty());
  const dossier::Plan plan = dossier::plan_import({}, {*reading});
  REQUIRE(plan.bad.empty());
  dossier::Handles handles;
  record::View view;
  for (const dossier::Row& row : plan.add) {
    const auto payload = dossier::to_payload(row.draft, handles);
    REQUIRE(payload);
    record::EntryId id;
    id.bytes = sha256(record::encode(*payload));
    if (!dossier::key_of(row.draft).empty()) {
      handles.add(dossier::kind_of(row.draft), dossier::key_of(row.draft), id);
    }
    view.entries.push_back({id, view.size++, {}, {}, *payload});
  }
  const auto folded = dossier::fold(view);
  REQUIRE(folded);
  return *folded;
}

const Date kDay{2020, 3, 5};

Document document_of(const dossier::Dossier& dossier, const DossierReport& report) {
  return dossier_document(dossier, dossier::status(dossier, kDay), dossier::timeline(dossier, kDay),
                          report);
}

DossierReport report_in(Language language) {
  DossierReport report;
  report.language = language;
  report.title = "The valley";
  report.origin = "parley/test";
  report.grades = true;
  return report;
}

std::string html_in(const DossierReport& report) {
  const auto html = report::to_html(document_of(valley(), report));
  REQUIRE(html);
  return *html;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every language renders, the same bytes twice") {
  const auto fonts = report::Fonts::load();
  REQUIRE(fonts);
  const dossier::Dossier dossier = valley();
  for (const Language language : kReportLanguages) {
    INFO(document::tag(language));
    DossierReport report = report_in(language);
    report.withheld = 7;
    report.erased = 2;
    const Document first = document_of(dossier, report);
    CHECK(document::check(first));
    const auto pdf = report::to_pdf(first, *fonts);
    const std::string error = pdf ? "" : pdf.error().text();
    INFO(error);
    REQUIRE(pdf);
    CHECK(*pdf == report::to_pdf(document_of(dossier, report), *fonts));
    const auto html = report::to_html(first);
    REQUIRE(html);
    CHECK(*html == report::to_html(document_of(dossier, report)));
    CHECK_FALSE(has(*html, "{0}"));
  }
}

TEST_CASE("the document is of its day, and of no clock") {
  const Document document = document_of(valley(), report_in(Language::kFrench));
  CHECK(document.date == "2020-03-05");
  CHECK(document.subtitle.plain() == "État de la situation et chronologie au 5 mars 2020");
  const std::string html = html_in(report_in(Language::kEnglish));
  CHECK_FALSE(has(html, "Said too late"));
  CHECK(has(html, "Known only later"));
}

TEST_CASE("what is awaited says from whom, on whose word, and whether it is reported done") {
  const std::string html = html_in(report_in(Language::kEnglish));
  CHECK(has(html, "the south&#39;s list"));
  CHECK(has(html, "20 February 2020<br>(inferred)"));
  CHECK(has(html, "reported done"));
  CHECK(has(html, "Nothing is recorded as awaited for"));
  CHECK(has(html, "Parties with no statement on record"));
}

TEST_CASE("contradictions stand side by side") {
  const Document document = document_of(valley(), report_in(Language::kEnglish));
  const document::Section& open = document.sections.at(1);
  const document::Comparison* found = nullptr;
  for (const document::Block& block : open.blocks) {
    if (const auto* comparison = std::get_if<document::Comparison>(&block)) found = comparison;
  }
  REQUIRE(found);
  CHECK(found->caption.plain() == "The line");
  REQUIRE(found->sides.size() == 2);
  CHECK(found->sides[0].heading.plain() == "Northern council");
  CHECK(found->sides[0].paragraphs.at(0).plain() == "accepted");
  CHECK(found->sides[1].heading.plain() == "B. Speaker (Southern council)");
  CHECK(found->sides[1].paragraphs.at(0).plain() == "refused");
  // The southern speaker held the other position the day before.
  REQUIRE(open.sections.size() == 1);
  CHECK(open.sections[0].heading.plain() == "Changes of position");
}

TEST_CASE("what was entered stands in its own language and direction") {
  const std::string html = html_in(report_in(Language::kEnglish));
  CHECK(has(html, "<bdi class=\"whole\" lang=\"ar\" dir=\"rtl\">أُرسلت القائمة &lt;1&gt;.</bdi>"));
  const std::string arabic = html_in(report_in(Language::kArabic));
  CHECK(has(arabic, "<html lang=\"ar\" dir=\"rtl\">"));
  CHECK(has(arabic, "مجلس الشمال"));
  CHECK(has(arabic, "5 آذار/مارس 2020"));
  // No Arabic name: the English one, in its own direction, with the kind in Arabic.
  CHECK(
      has(arabic,
          "lang=\"en\" dir=\"ltr\">Exchange of detained persons</bdi> (تبادل الأشخاص المحتجزين)"));
}

TEST_CASE("grades stay with the desk") {
  DossierReport report = report_in(Language::kEnglish);
  CHECK(has(html_in(report), ">B2<"));
  CHECK(has(html_in(report), "Admiralty"));
  report.party = "north";
  CHECK_FALSE(has(html_in(report), "B2"));
  CHECK_FALSE(has(html_in(report), "Admiralty"));
  CHECK(has(html_in(report), "For: <bdi lang=\"en\" dir=\"ltr\">Northern council</bdi>"));
  report = report_in(Language::kEnglish);
  report.grades = false;
  CHECK_FALSE(has(html_in(report), "B2"));
}

TEST_CASE("a recipient is told how much is withheld") {
  DossierReport report = report_in(Language::kRussian);
  report.party = "south";
  report.withheld = 21;
  CHECK(has(html_in(report), "21 запись, недоступная адресату"));
  report.withheld = 0;
  CHECK_FALSE(has(html_in(report), "недоступн"));
}

TEST_CASE("an empty dossier is a document too") {
  const auto fonts = report::Fonts::load();
  REQUIRE(fonts);
  const dossier::Dossier nothing;
  for (const Language language : kReportLanguages) {
    DossierReport report;
    report.language = language;
    const Document document = document_of(nothing, report);
    CHECK(document::check(document));
    CHECK(report::to_pdf(document, *fonts));
  }
}

TEST_CASE("a corrected statement is marked, and keeps its quotation in one run") {
  dossier::Dossier dossier = valley();
  for (auto& kept : dossier.statements) {
    if (kept.value().key == "list") kept.versions.push_back(kept.versions.back());
  }
  const auto html = report::to_html(document_of(dossier, report_in(Language::kArabic)));
  REQUIRE(html);
  CHECK(has(*html, "(مصحَّح)"));
  // Quotation marks are those of the language quoted.
  CHECK(has(*html, "dir=\"ltr\">The south is to send its list.<br>“within a week”</bdi>"));
}

TEST_CASE("many sides stand in rows of two or three") {
  for (const std::size_t sides : {2, 3, 4, 5, 7, 10}) {
    dossier::Dossier dossier = valley();
    dossier::Status status = dossier::status(dossier, kDay);
    dossier::Point& point = status.points.at(0);
    point.shifts.clear();
    // As many statements as there are sides, each with its own.
    const dossier::Kept<dossier::Statement> pattern = dossier.statements.front();
    point.stands.clear();
    for (std::size_t i = 0; i < sides; ++i) {
      dossier::Kept<dossier::Statement> kept = pattern;
      kept.id = {};
      kept.id.bytes[0] = static_cast<std::uint8_t>(i + 1);
      kept.versions.back().value.stance = std::to_string(i);
      dossier.by_id[kept.id] = {dossier::Kind::kStatement, dossier.statements.size()};
      dossier.statements.push_back(kept);
      point.stands.push_back({{{}, {}, kept.id}, std::to_string(i), kept.id});
    }
    const Document document = dossier_document(dossier, status, dossier::timeline(dossier, kDay),
                                               report_in(Language::kRussian));
    CHECK(document::check(document));
    std::size_t seen = 0;
    for (const document::Block& block : document.sections.at(1).blocks) {
      const auto* comparison = std::get_if<document::Comparison>(&block);
      if (!comparison) continue;
      CHECK(comparison->sides.size() >= 2);
      CHECK(comparison->sides.size() <= 3);
      seen += comparison->sides.size();
    }
    CHECK(seen == sides);
  }
}

TEST_CASE("what this recipient may not read is said, not left blank") {
  dossier::Dossier dossier = valley();
  for (auto& kept : dossier.statements) {
    dossier::Statement& value = kept.versions.back().value;
    if (value.key != "no") continue;
    kept.versions.back().withheld = {dossier::statement_field::kSpeakers,
                                     dossier::statement_field::kText};
    value.speakers.clear();
    value.text.clear();
  }
  DossierReport report = report_in(Language::kEnglish);
  report.party = "north";
  const auto html = report::to_html(document_of(dossier, report));
  REQUIRE(html);
  CHECK(has(*html, "<td>(not shown to this recipient)</td><td>(not shown to this recipient)</td>"));
}

}  // namespace parley::desk
