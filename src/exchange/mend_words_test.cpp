#include "exchange/mend_words.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

#include "exchange/list_columns.hpp"
#include "exchange/person.hpp"

namespace parley::exchange {
namespace {

namespace gen = rc::gen;

Reading reading_of(const std::vector<std::string>& headers) {
  Reading out;
  for (const std::string& header : headers) out.columns.push_back({header, Field::kName});
  return out;
}

// What is said of one cell under such a header.
std::vector<std::string> reasons(Field field, const std::string& header, const std::string& cell) {
  Reading reading;
  reading.columns = {{"Name", Field::kName}, {header, field}};
  const auto person = read_person(reading, {"Anna Berg", cell}, Date{2018, 12, 10});
  std::vector<std::string> out;
  if (!person) return {person.error().message};
  for (const CellFlaw& flaw : person->flaws) out.push_back(flaw.reason);
  return out;
}

bool is_known(std::string_view english) {
  std::set<std::string_view> words;
  for (const SheetLanguage language : kSheetLanguages) words.insert(in_language(english, language));
  return words.size() == kSheetLanguages.size();
}

}  // namespace

TEST_CASE("the language of a list is that of its headers") {
  const auto of = [](const std::vector<std::string>& headers) {
    return language_of(reading_of(headers));
  };
  CHECK(of({"Name", "Date of birth", "Mother's name"}) == SheetLanguage::kEnglish);
  CHECK(of({"الاسم الرباعي", "تاريخ الميلاد"}) == SheetLanguage::kArabic);
  CHECK(of({"Nom", "Prénom", "Date de naissance", "Sexe"}) == SheetLanguage::kFrench);
  CHECK(of({"ФИО", "Дата рождения", "Пол", "Звание"}) == SheetLanguage::kRussian);
  CHECK(of({"ПІБ", "Дата народження", "Стать"}) == SheetLanguage::kUkrainian);
  CHECK(of({"Стать", "Дата народження"}) == SheetLanguage::kUkrainian);
  // In two languages the English is the gloss; one foreign word among English ones decides nothing.
  CHECK(of({"Name / الاسم", "Born / تاريخ الميلاد"}) == SheetLanguage::kArabic);
  CHECK(of({"Name", "Born", "Sex", "الاسم"}) == SheetLanguage::kEnglish);
  CHECK(of({}) == SheetLanguage::kEnglish);
  CHECK(of({"", "1"}) == SheetLanguage::kEnglish);
  // Columns that are no field do not count.
  Reading reading = reading_of({"Name", "Born"});
  for (int i = 0; i < 3; ++i) reading.columns.push_back({"ملاحظات المكتب", {}});
  CHECK(language_of(reading) == SheetLanguage::kEnglish);
}

TEST_CASE("what reading says of cells has words in each language") {
  const std::vector<std::tuple<Field, std::string, std::string>> cells = {
      {Field::kGiven, "Given", "123"},
      {Field::kConsent, "Consent", "perhaps"},
      {Field::kSex, "Sex", "x"},
      {Field::kBorn, "Born", "31.12.2018"},
      {Field::kBorn, "Born", "1801"},
      {Field::kCaptured, "Captured", "2019"},
      {Field::kDied, "Died", "2019"},
      {Field::kBorn, "Born", "31.13.1975"},
      {Field::kBorn, "Born", "30.02.1975"},
      {Field::kBorn, "Born", "12.03"},
      {Field::kBorn, "Born", "2.3.1980 4.5.1981 6.7.1982"},
      {Field::kBorn, "Born", "43512"},
      {Field::kBorn, "Born", "a hut"},
      {Field::kBorn, "Born", "12/1980/03"},
      {Field::kBorn, "Born", "99999999"},
      {Field::kBorn, "Born", std::string(900, '1')},
      {Field::kBorn, "Born", "12 March April 1980"},
      {Field::kAge, "Age", "131"},
      {Field::kAge, "Age", "1980"},
      {Field::kAge, "Age", "40-30"},
      {Field::kAge, "Age", "old"},
      {Field::kAge, "Age", "years"},
  };
  for (const auto& [field, header, cell] : cells) {
    CAPTURE(cell);
    for (const std::string& reason : reasons(field, header, cell)) {
      CAPTURE(reason);
      CHECK(is_known(reason));
    }
  }
  Reading reading;
  reading.columns = {{"Ref", Field::kReference}, {"Sex", Field::kSex}};
  CHECK(is_known(read_person(reading, {"7", "m"}, {}).error().message));
  CHECK(is_known(read_person(reading, {"", "m"}, {}).error().message));
  CHECK(is_known(kWhatToMendHeader));
  CHECK(is_known(kNotToBeTyped));
  CHECK(in_language("of a later program", SheetLanguage::kArabic) == "of a later program");
}

TEST_CASE("whatever stands in a cell for a date or an age") {
  CHECK(rc::check([] {
    const std::vector<std::string> pieces = {
        "1",     "12",   "31",  "1980", "99", "1400", "131", "20011231", "9999999999",
        "/",     ".",    "-",   " ",    "+",  ":",    "25",  "h",        "March",
        "رمضان", "آذار", "мая", "~",    "هـ", "م",    "лет", "years",    "months",
        "about", "c.",   "؟",   "\xff", "(",  ")"};
    std::string cell;
    for (int i = *gen::inRange(1, 9); i > 0; --i) cell += *gen::elementOf(pieces);
    for (const Field field : {Field::kBorn, Field::kAge, Field::kCaptured}) {
      for (const std::string& reason : reasons(field, "h", cell)) {
        RC_ASSERT(is_known(reason));
      }
    }
  }));
}

TEST_CASE("the header of what to mend is no field of a person in any language") {
  for (const SheetLanguage language : kSheetLanguages) {
    CHECK_FALSE(list_vocabulary().match(in_language(kWhatToMendHeader, language)));
  }
}

}  // namespace parley::exchange
