#include "desk/link/pair_words.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>
#include <string>

#include "desk/link/step_words.hpp"

namespace parley::desk {
namespace {

using document::Language;
using linkage::Kind;
using linkage::Level;
using linkage::Slot;

std::set<char> placeholders(std::string_view text) {
  std::set<char> out;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') out.insert(text[i + 1]);
  }
  return out;
}

TEST_CASE("every word of an explanation stands in every language, with the same placeholders") {
  for (std::size_t i = 0; i < kPairWordCount; ++i) {
    const auto word = static_cast<PairWord>(i);
    CAPTURE(i);
    for (const Language language : kReportLanguages) {
      const std::string_view text = pair_word(word, language);
      CHECK(text != "?");
      CHECK_FALSE(text.empty());
      CHECK(placeholders(text) == placeholders(pair_word(word, Language::kEnglish)));
    }
    const std::string english(pair_word(word, Language::kEnglish));
    for (const char* quoted : {"captive", "prisoner", "ruled", "match"}) {
      CHECK(english.find(quoted) == std::string::npos);
    }
  }
}

TEST_CASE("every level of every kind, every standing and doubt has words in every language") {
  for (const Language language : kReportLanguages) {
    for (std::size_t level = 0; level < linkage::kLevels; ++level) {
      for (const Kind kind :
           {Kind::kName, Kind::kDate, Kind::kCode, Kind::kCategory, Kind::kTerm}) {
        linkage::Step step;
        step.of = {"x", "x", kind == Kind::kName ? Slot::kGiven : Slot::kWhole, kind};
        step.level = static_cast<Level>(level);
        CHECK(words_of(step, language) != "?");
        step.written_a = "a";
        CHECK(words_of(step, language) != "?");
      }
    }
    for (const auto one :
         {linkage::Standing::kSure, linkage::Standing::kQueued, linkage::Standing::kUnlikely}) {
      CHECK(words_of(one, language) != "?");
    }
    for (int i = 0; i <= static_cast<int>(linkage::Doubt::kOnlyAlias); ++i) {
      CHECK(words_of(static_cast<linkage::Doubt>(i), language) != "?");
    }
    for (const Slot slot : {Slot::kGiven, Slot::kFather, Slot::kGrandfather, Slot::kFamily,
                            Slot::kFurther, Slot::kKunya}) {
      CHECK_FALSE(words_of(linkage::Of{"name.x", "name", slot, Kind::kName}, language).empty());
    }
  }
}

TEST_CASE("a field that has a role of its own has a word; a column of another header has its own") {
  for (const char* token : {"birth",       "death",          "sex",
                            "birth-place", "residence",      "address",
                            "street",      "city",           "region",
                            "place",       "country",        "nationality",
                            "occupation",  "rank",           "unit",
                            "postcode",    "street-number",  "phone",
                            "email",       "email.domain",   "document",
                            "origin",      "service-number", "force",
                            "captured",    "capture-place",  "icrc-reference",
                            "reference"}) {
    CAPTURE(token);
    const linkage::Of of{token, token, Slot::kWhole, Kind::kTerm};
    for (const Language language : kReportLanguages) {
      CHECK_FALSE(words_of(of, language).empty());
    }
  }
  CHECK(
      words_of(linkage::Of{"shoe size", "shoe size", Slot::kWhole, Kind::kCode}, Language::kEnglish)
          .empty());
}

TEST_CASE("what differs little is not called the same") {
  linkage::Step step;
  step.of = {"name.given", "name", Slot::kGiven, Kind::kName};
  step.level = Level::kExact;
  step.written_a = step.written_b = "Karim";
  CHECK(words_of(step, Language::kEnglish) == "the same");
  step.written_b = "كريم";
  CHECK(words_of(step, Language::kEnglish) == "the same name in another spelling");
  step.of = {"document", "document", Slot::kWhole, Kind::kCode};
  step.level = Level::kNear;
  CHECK(words_of(step, Language::kEnglish) == "one character differs");
  step.of = {"birth", "birth", Slot::kWhole, Kind::kDate};
  step.level = Level::kSwapped;
  CHECK(words_of(step, Language::kEnglish) == "day and month swapped");
}

TEST_CASE("no probability is said to be none or all") {
  CHECK(probability_words(0, Language::kEnglish) == "under 1 in 1,000");
  CHECK(probability_words(1'000'000, Language::kEnglish) == "over 99.9 in 100");
  CHECK(probability_words(999'000, Language::kEnglish) == "about 99.9 in 100");
  CHECK(probability_words(5'000, Language::kRussian) == "около 0,5 из 100");
  CHECK(rc::check("no probability is said to be none or all", [] {
    const auto ppm = *rc::gen::inRange<std::uint32_t>(0, 1'000'001);
    for (const Language language : kReportLanguages) {
      for (const std::string& text :
           {probability_words(ppm, language), odds_words(ppm, language)}) {
        RC_ASSERT(text.find("100.0") == std::string::npos);
        RC_ASSERT(text.find("100,0") == std::string::npos);
        RC_ASSERT(text.find(" 0.0") == std::string::npos);
        RC_ASSERT(text.find("{") == std::string::npos);
      }
    }
  }));
}

TEST_CASE("odds in words") {
  CHECK(odds_words(997'000, Language::kEnglish) ==
        "The odds are about 330 to 1 that they are one person (about 99.7 in 100)");
  CHECK(odds_words(250'000, Language::kEnglish) ==
        "The odds are about 3.0 to 1 that they are two people (about 25.0 in 100)");
  CHECK(odds_words(500'000, Language::kEnglish) ==
        "It is about as likely that they are one person as that they are two (about 50.0 in 100)");
  CHECK(odds_words(1'000'000, Language::kEnglish) ==
        "The odds are over 10,000 to 1 that they are one person (over 99.9 in 100)");
  CHECK(odds_words(0, Language::kEnglish) ==
        "The odds are over 10,000 to 1 that they are two people (under 1 in 1,000)");
}

TEST_CASE("numbers as each language has them") {
  CHECK(grouped(1'234'567, Language::kEnglish) == "1,234,567");
  CHECK(grouped(1'000, Language::kFrench) == "1\u00A0000");
  CHECK(grouped(999, Language::kRussian) == "999");
  CHECK(signed_bits(3'249, Language::kEnglish) == "+3.2");
  CHECK(signed_bits(-4'960, Language::kUkrainian) == "−5,0");
  CHECK(signed_bits(20, Language::kEnglish) == "0.0");
  CHECK(signed_bits(-49, Language::kEnglish) == "0.0");
  CHECK(rarity_words(294, Language::kEnglish) ==
        "by chance, about 1 in 3,400 people listed agrees so");
  CHECK(rarity_words(0, Language::kEnglish).empty());
  CHECK(rarity_words(800'000, Language::kEnglish) ==
        "by chance, more than half of the people listed agree so");
  CHECK(outset_words(-10'000, Language::kEnglish) ==
        "of pairs of rows without another candidate, about 1 in 1,000 is one person");
}

}  // namespace
}  // namespace parley::desk
