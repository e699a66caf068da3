#include "text/personal_name.hpp"

#include <doctest/doctest.h>

namespace parley::text {
namespace {

struct Case {
  const char* written;
  const char* parts;  // role letter and the part as written, apart by "; "
  const char* kunya;
};

std::string parts_of(const PersonalName& name) {
  constexpr const char* kRoles[] = {"g", "f", "a", "s", "?"};  // s: surname, a: ancestor
  std::string out;
  for (const NamePart& part : name.parts) {
    if (!out.empty()) out += "; ";
    out += std::string(kRoles[static_cast<std::size_t>(part.role)]) + " " + part.written;
  }
  return out;
}

void check(const Case& wanted) {
  const PersonalName name = parse_name(wanted.written);
  CHECK(name.written == wanted.written);
  CHECK(parts_of(name) == wanted.parts);
  CHECK(name.kunya == wanted.kunya);
}

}  // namespace

TEST_CASE("Arabic names are given, father, ancestors, family") {
  constexpr Case kCases[] = {
      {"محمد", "g محمد", ""},
      {"محمد عبد الرحمن الحلبي", "g محمد; f عبد الرحمن; s الحلبي", ""},
      {"عبدالله بن سالم بن بريك", "g عبدالله; f سالم; a بريك", ""},
      {"نور الدين محمود زنكي احمد", "g نور الدين; f محمود; a زنكي; s احمد", ""},
      {"الشيخ أحمد علي حسن", "g أحمد; f علي; ? حسن", ""},
      {"محمد خالد أبو زيد", "g محمد; f خالد; s أبو زيد", ""},
      {"Dr. Mohammed Abd al-Rahman al-Halabi", "g Mohammed; f Abd al-Rahman; s al-Halabi", ""},
      {"Al-Halabi, Mohammed Khaled", "s Al-Halabi; g Mohammed; f Khaled", ""},
  };
  for (const Case& wanted : kCases) check(wanted);
}

TEST_CASE("a kunya is no part") {
  constexpr Case kCases[] = {
      {"أبو عمر الشامي", "", "أبو عمر الشامي"},
      {"أبو محمد خالد حسن علي", "g خالد; f حسن; ? علي", "أبو محمد"},
      {"محمد خالد (أبو علي)", "g محمد; ? خالد", "أبو علي"},
      {"محمد أحمد علي الملقب بأبي عمر", "g محمد; f أحمد; ? علي", "أبي عمر"},
      {"Abu Bakr Salem Balfaqih", "g Abu Bakr; f Salem; ? Balfaqih", ""},
      {"أبو بكر", "", "أبو بكر"},
      {"ناصر - أبو حسن", "g ناصر", "أبو حسن"},
  };
  for (const Case& wanted : kCases) check(wanted);
}

TEST_CASE("a patronymic is the father's name wherever it stands") {
  constexpr Case kCases[] = {
      {"Иванов Сергей Петрович", "s Иванов; g Сергей; f Петрович", ""},
      {"Сергей Петрович Иванов", "g Сергей; f Петрович; s Иванов", ""},
      {"Шевченко Сергій", "s Шевченко; g Сергій", ""},
      {"Иванов И.И.", "s Иванов; g И; f И", ""},
      {"Алиев Мамед Гасан оглы", "s Алиев; g Мамед; f Гасан", ""},
      {"Petrenko Ivan Mykolayovych", "s Petrenko; g Ivan; f Mykolayovych", ""},
  };
  for (const Case& wanted : kCases) check(wanted);
}

TEST_CASE("compounds are one part") {
  constexpr Case kCases[] = {
      {"عبد الملك بدر الدين الحوثي", "g عبد الملك; f بدر الدين; s الحوثي", ""},
      {"زين العابدين علي حسين", "g زين العابدين; f علي; ? حسين", ""},
      {"سعد الله ونوس", "g سعد الله; ? ونوس", ""},
      {"عبد ربه منصور هادي", "g عبد ربه; f منصور; ? هادي", ""},
      {"سيف الإسلام الرفاعي", "g سيف الإسلام; s الرفاعي", ""},
      {"عَبْدُ ٱلرَّحْمٰن علي", "g عَبْدُ ٱلرَّحْمٰن; ? علي", ""},
      {"Salah ad-Din Yusuf", "g Salah ad-Din; ? Yusuf", ""},
      {"Mohamed Ould Abdel Aziz", "g Mohamed; f Abdel Aziz", ""},
      {"Nicolas de Staël", "g Nicolas; ? de Staël", ""},
      {"Jean-Pierre van den Berg", "g Jean-Pierre; ? van den Berg", ""},
      {"Абд аль-Рахман аль-Халаби", "g Абд аль-Рахман; s аль-Халаби", ""},
      {"Mohamed-Ali Hassan", "g Mohamed; f Ali; ? Hassan", ""},  // two known names are two
      {"Mohammad-Reza Pahlavan", "g Mohammad-Reza; ? Pahlavan", ""},
      {"محمد آل سعود", "g محمد; s آل سعود", ""},
  };
  for (const Case& wanted : kCases) check(wanted);
}

TEST_CASE("compounds have one folded form however they are written") {
  const auto folded = [](const char* written) {
    const PersonalName name = parse_name_part(written, NameRole::kUnplaced);
    REQUIRE_MESSAGE(name.parts.size() == 1, written);
    return name.parts[0].folded;
  };
  for (const char* written : {"Abd al-Rahman", "Abdul Rahman", "Abdulrahman", "Abdel-Rahman",
                              "Abdurrahman", "Abd ar-Rahman", "AbdelRahman", "ʿAbd al-Raḥmān"}) {
    CHECK_MESSAGE(folded(written) == "abd rahman", written);
  }
  for (const char* written : {"عبد الرحمن", "عبدالرحمن", "عـبدالرحمن", "عبد\u200Cالرحمن"}) {
    CHECK_MESSAGE(folded(written) == "عبد رحمن", written);
  }
  for (const char* written : {"Nureddin", "Nur al-Din", "Nur ad-Din", "Nur-eddine", "Nuruddin"}) {
    CHECK_MESSAGE(folded(written) == "nur din", written);
  }
  CHECK(folded("نورالدين") == folded("نور الدين"));
  CHECK(folded("أبوزيد") == folded("أبو زيد"));
  CHECK(folded("Abuzayd") == folded("Abu Zayd"));
  CHECK(folded("Абдуррахман") == folded("Абд ар-Рахман"));
  CHECK(folded("al-Halabi") == "halabi");
  CHECK(folded("أحمد") == "احمد");
  CHECK(folded("ألفريد") == "الفريد");  // no article
  // None of these is a compound.
  for (const char* written : {"Abdullaev", "Abdi", "Abdali", "Geraldine", "Martin", "Aboud"}) {
    CHECK_MESSAGE(folded(written).find(' ') == std::string::npos, written);
  }
}

TEST_CASE("bin says who is an ancestor") {
  constexpr Case kCases[] = {
      {"محمد بن عبد الله بن أحمد الشامي", "g محمد; f عبد الله; a أحمد; s الشامي", ""},
      {"فاطمة بنت علي", "g فاطمة; f علي", ""},
      {"Salem bin Omar", "g Salem; f Omar", ""},
      {"Ahmad Salem bin Brik", "g Ahmad; f Salem; s Brik", ""},
      {"Ali Ben Ali", "g Ali; f Ali", ""},
      {"משה בן יוסף", "g משה; f יוסף", ""},
      {"Ben David Smith", "g Ben; f David; ? Smith", ""},
  };
  for (const Case& wanted : kCases) check(wanted);
}

TEST_CASE("titles are no part") {
  constexpr Case kCases[] = {
      {"العقيد د. سمير نصر الله", "g سمير; ? نصر الله", ""},
      {"م سامر خليل", "g سامر; ? خليل", ""},
      {"الشهيد محمد", "g محمد", ""},
      {"السيد أحمد", "g السيد; ? أحمد", ""},  // may be a name
      {"Haj Ahmad", "g Ahmad", ""},
      {"Dr Martyr Ahmad Ali", "g Ahmad; ? Ali", ""},
      {"полковник Іванов Іван Іванович", "s Іванов; g Іван; f Іванович", ""},
      {"г-н Петренко Олег", "s Петренко; g Олег", ""},
      {"محمد (المحامي) علي", "g محمد; ? علي", ""},
      {"Sheikh", "s Sheikh", ""},
  };
  for (const Case& wanted : kCases) check(wanted);
}

TEST_CASE("a nickname stands in brackets, in quotes or behind its word") {
  constexpr Case kCases[] = {
      {"أم محمد فاطمة حسن", "g فاطمة; ? حسن", "أم محمد"},
      {"خالد محمد الحمصي أبو عمر", "g خالد; f محمد; s الحمصي", "أبو عمر"},
      {"محمد كنيته ابو احمد", "g محمد", "ابو احمد"},
      {"الكنية الحلبي", "s الحلبي", ""},  // in the Levant the family name
      {"Sheikh Abu Hamza al-Masri", "", "Abu Hamza al-Masri"},
      {"Khaled Hassan a.k.a. Abu Bilal", "g Khaled; ? Hassan", "Abu Bilal"},
      {"Ahmad \"Abu Layla\" Hassan", "g Ahmad; ? Hassan", "Abu Layla"},
      {"احمد علي / ابو جعفر", "g احمد; ? علي", "ابو جعفر"},
      {"Oleksandr Shevchenko «Тигр»", "g Oleksandr; s Shevchenko", "Тигр"},
      {"Петренко Олег, позывной Сокол", "s Петренко; g Олег", "Сокол"},
      {"Zaid Abu Zaid", "g Zaid; s Abu Zaid", ""},
      {"ياسر ابو بكر", "g ياسر; s ابو بكر", ""},
      {"(أبو علي)", "", "أبو علي"},
      {"محمد (أبو علي) [الصقر]", "g محمد", "أبو علي, الصقر"},
  };
  for (const Case& wanted : kCases) check(wanted);
  CHECK(parse_name("أبو عمر الشامي").kunya_key == parse_name("Abu Omar al-Shami").kunya_key);
  CHECK(parse_name("محمد الملقب بأبي عمر").kunya_key == parse_name("Omar").parts[0].key);
}

TEST_CASE("form, capitals and commas say which is the family name") {
  constexpr Case kCases[] = {
      {"HASSAN Mohamed", "s HASSAN; g Mohamed", ""},
      {"Mohamed Ali HASSAN", "g Mohamed; f Ali; s HASSAN", ""},
      {"الحلبي محمد خالد", "s الحلبي; g محمد; f خالد", ""},
      {"المهدي بن علي", "g المهدي; f علي", ""},
      {"Ас-Саади Мухаммад", "s Ас-Саади; g Мухаммад", ""},
      {"Smith, John A.", "s Smith; g John; f A", ""},
      {"محمد,علي,حسن", "g محمد; f علي; ? حسن", ""},
      {"KOVALENKO Kateryna", "s KOVALENKO; g Kateryna", ""},
      {"Рамзан Кадыров", "g Рамзан; s Кадыров", ""},
      {"И. И. Иванов", "g И; f И; s Иванов", ""},
      {"דוד כהן", "g דוד; s כהן", ""},
      {"Роман Аркадьевич Абрамович", "g Роман; f Аркадьевич; s Абрамович", ""},
  };
  for (const Case& wanted : kCases) check(wanted);
  const PersonalName name = parse_name("حداد محمد علي", NameOrder::kFamilyFirst);
  CHECK(parts_of(name) == "s حداد; g محمد; f علي");
}

TEST_CASE("a column of its own gives its role") {
  const auto parts = [](const char* written, NameRole role) {
    return parts_of(parse_name_part(written, role));
  };
  CHECK(parts("أبو زيد", NameRole::kFamily) == "s أبو زيد");
  CHECK(parts("bin Laden", NameRole::kFamily) == "s bin Laden");
  CHECK(parts("محمد أحمد", NameRole::kFather) == "f محمد; a أحمد");
  CHECK(parts("Иван Петрович", NameRole::kGiven) == "g Иван; f Петрович");
  CHECK(parse_name_part("أبو علي", NameRole::kGiven).kunya == "أبو علي");
  CHECK(parts("", NameRole::kGiven).empty());
}

}  // namespace parley::text
