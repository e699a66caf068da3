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

}  // namespace parley::text
