#include "exchange/list_columns.hpp"

#include <doctest/doctest.h>

#include "exchange/list_testing.hpp"

namespace parley::exchange {
namespace {

// The tokens of the columns, "-" where there is none.
std::vector<std::string> fields_of(std::string_view csv, ListKind kind = ListKind::kSought,
                                   const table::Mapping& mapping = {}) {
  const auto file = table::read_sheets("a.csv", bytes_of(csv));
  REQUIRE(file);
  const auto columns = recognise_list(*file, mapping, kind);
  REQUIRE(columns);
  std::vector<std::string> out;
  for (const Column& column : columns->reading.columns) {
    out.emplace_back(column.field ? name(*column.field) : "-");
  }
  return out;
}

Reading reading_of(std::string_view csv, const table::Mapping& mapping = {}) {
  return recognise_list(*table::read_sheets("a.csv", bytes_of(csv)), mapping, ListKind::kSought)
      ->reading;
}

using Tokens = std::vector<std::string>;

}  // namespace

TEST_CASE("list columns: the vocabulary makes an index") {
  table::Vocabulary one;
  CHECK(list_vocabulary().size() == kFieldCount + 1);
  for (const FieldInfo& field : fields()) CHECK(list_vocabulary().find(field.token));
}

TEST_CASE("list columns: five languages") {
  CHECK(fields_of("م,الاسم رباعي,رقم الهوية,الجنس,العمر,تاريخ الميلاد\n1,سامر علي حسن "
                  "الحداد,9,ذكر,30,1988\n") ==
        Tokens{"-", "name", "document", "sex", "age", "born"});
  CHECK(fields_of("id,name_ar_raw,name_en,age,dob,sex\n9,سامر علي,Samer Ali,30,1988,M\n") ==
        Tokens{"reference", "name", "name-other", "age", "born", "sex"});
  CHECK(fields_of("N°;Nom;Prénom;Né(e) le;Lieu de naissance;Remarques\n1;Berg;Anna;1980;Aix;x\n") ==
        Tokens{"-", "family", "given", "born", "birth-place", "note"});
  CHECK(fields_of("№ п/п;ФИО;Дата рождения;Личный номер;В/Ч\n1;Иванов Иван;1980;7;8\n") ==
        Tokens{"-", "name", "born", "service-number", "unit"});
  CHECK(fields_of("№;Прізвище;Ім'я;По батькові;Дата народження\n1;Коваль;Іван;Петрович;1980\n") ==
        Tokens{"-", "family", "given", "father", "born"});
  CHECK(fields_of("Father's name;Given name;SURNAME;DOB (dd/mm/yyyy)\nKarl;Anna;Berg;1.2.1980\n") ==
        Tokens{"father", "given", "family", "born"});
}

TEST_CASE("list columns: HXL tags go before headers") {
  CHECK(fields_of("A,B,C\n#meta+id,#affected+name,#date+birth\n1,Anna Berg,1980\n") ==
        Tokens{"reference", "name", "born"});
}

TEST_CASE("list columns: what stands below decides where the header does not say") {
  CHECK(fields_of("الاسم,اسم الأب,الكنية\nسامر,علي,الحداد\nعبد الله,حسن,الخطيب\n") ==
        Tokens{"given", "father", "family"});
  CHECK(fields_of("الاسم,الكنية\nسامر علي حسن,أبو عمر\nماهر حسن علي,أبو خالد\n") ==
        Tokens{"name", "alias"});
  CHECK(fields_of("Name,Father\nAnna Berg,Karl\nBoris Weiss,Otto\n") == Tokens{"name", "father"});
  CHECK(fields_of("No.,Name\nGH-1,Anna Berg\nGH-2,Boris Weiss\n") == Tokens{"reference", "name"});
  CHECK(fields_of("No.,Name\n1,Anna Berg\n2,Boris Weiss\n") == Tokens{"-", "name"});
  CHECK(fields_of("Name,Name 2nd\nAnna Berg,آنا برغ\n").size() == 2);
  CHECK(fields_of("name_en,age\nAnna Berg,30\n") == Tokens{"name", "age"});
  CHECK(fields_of("الاسم,الجهة\nسامر علي,x\n", ListKind::kHeld) == Tokens{"name", "force"});
  CHECK(fields_of("الاسم,الجهة\nسامر علي,x\n", ListKind::kSought) ==
        Tokens{"name", "alleged-holder"});
}

TEST_CASE("list columns: a mapping's word stands") {
  table::Mapping mapping;
  mapping.columns = {{"الكنية", "alias", 1}, {"الاسم", "name", 2}};
  CHECK(fields_of("الاسم,اسم الأب,الكنية\nسامر,علي,الحداد\n", ListKind::kSought, mapping) ==
        Tokens{"name", "father", "alias"});
}

TEST_CASE("list columns: nobody is named") {
  const auto file = table::read_sheets("a.csv", bytes_of("Sex,Age\nM,30\n"));
  const auto columns = recognise_list(*file, {}, ListKind::kHeld);
  REQUIRE_FALSE(columns);
  CHECK(columns.error().fault == Fault::kBadInput);
}

TEST_CASE("list columns: how dates are written") {
  using text::DayOrder;
  CHECK(reading_of("Name,Born\nA B,03/04/1980\n").order == DayOrder::kDayFirst);
  CHECK_FALSE(reading_of("Name,Born\nA B,03/04/1980\n").order_known);
  CHECK(reading_of("Name,Born\nA B,03/14/1980\n").order == DayOrder::kMonthFirst);
  CHECK(reading_of("Name,Born\nA B,03/14/1980\n").order_known);
  CHECK(reading_of("Name,Born (mm/dd/yyyy)\nA B,03/04/1980\n").order == DayOrder::kMonthFirst);
  table::Mapping mapping;
  mapping.date_order = DayOrder::kDayFirst;
  CHECK(reading_of("Name,Born (mm/dd/yyyy)\nA B,03/04/1980\n", mapping).order ==
        DayOrder::kDayFirst);
}

}  // namespace parley::exchange
