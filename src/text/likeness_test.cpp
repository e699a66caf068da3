#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "text/common_names.hpp"
#include "text/personal_name.hpp"

namespace parley::text {
namespace {

// What linkage may take as a threshold.
constexpr int kThreshold = 750;

NamePart part(const std::string& written) {
  const PersonalName name = parse_name_part(written, NameRole::kUnplaced);
  REQUIRE_MESSAGE(name.parts.size() == 1, written);
  return name.parts[0];
}

// As if the table of common names did not hold it.
NamePart untabled(const std::string& written) {
  NamePart bare = part(written);
  bare.group = 0;
  bare.other_groups = {};
  return bare;
}

struct Pair {
  const char* a;
  const char* b;
};

std::string named(const Pair& pair) { return std::string(pair.a) + " and " + pair.b; }

constexpr Pair kSame[] = {
    {"Mohamed", "Muhammad"},
    {"Mhd.", "محمد"},
    {"Hussein", "Hussain"},
    {"Housein", "حسين"},
    {"Yousef", "Yusuf"},
    {"Youssef", "يوسف"},
    {"Юсуф", "Yousif"},
    {"Khaled", "Khalid"},
    {"Халед", "خالد"},
    {"Abd el-Kader", "Abdulqadir"},
    {"عبد القادر", "عبدالقادر"},
    {"Abd al-Rahman", "عبدالرحمن"},
    {"Nour Eddine", "نور الدين"},
    {"Сергей", "Serhii"},
    {"Олександр", "Александр"},
    {"Дмитрий", "Дмитро"},
    {"Николай", "Микола"},
    {"Иванов", "Ivanoff"},
    {"Шевченко", "Chevtchenko"},
    {"al-Halabi", "الحلبي"},
    {"Alhalabi", "الحلبي"},
    {"el-Masry", "المصري"},
    {"יוסף", "Yosef"},
    {"Gamal", "جمال"},
    {"Ghassan", "غسان"},
};

constexpr Pair kDifferent[] = {
    {"Hassan", "Hussein"}, {"حسن", "حسين"},        {"Hassan", "حسين"}, {"Hussein", "حسن"},
    {"Ahmad", "Hamid"},    {"Ahmad", "حامد"},      {"Omar", "Amr"},    {"Omar", "عمرو"},
    {"عمر", "عمرو"},       {"Samir", "Samira"},    {"Samir", "سميرة"}, {"Samira", "سمير"},
    {"Ali", "Alaa"},       {"Ali", "علاء"},        {"Karim", "Akram"}, {"Karim", "أكرم"},
    {"Mahmoud", "محمد"},   {"Jamil", "جمال"},      {"Said", "سعد"},    {"Zaid", "زياد"},
    {"Walid", "Khalid"},   {"Yasser", "Nasser"},   {"Иван", "Игорь"},  {"Марина", "Ирина"},
    {"Иванов", "Иванова"}, {"Petrenko", "Petrov"}, {"Majd", "Majid"},  {"سالم", "سليمان"},
    {"صالح", "صلاح"},      {"Nabil", "نبيلة"},
};

// Not in the table: the sounds alone have to say it.
constexpr Pair kSameBySound[] = {
    {"Shuqair", "شقير"},         {"Choukeir", "شقير"},
    {"Qabbani", "Kabbani"},      {"Qabbani", "قباني"},
    {"Tlass", "طلاس"},           {"Dhahir", "ظاهر"},
    {"Zaher", "ظاهر"},           {"Jundi", "Joundi"},
    {"Jundi", "جندي"},           {"Ghadban", "غضبان"},
    {"Khudair", "خضير"},         {"Sawalha", "صوالحة"},
    {"Sharabi", "شرعبي"},        {"Shar'abi", "شرعبي"},
    {"Qubati", "قباطي"},         {"Wadi'i", "وادعي"},
    {"Щербань", "Shcherban"},    {"Щербань", "Chtcherban"},
    {"Жадан", "Zhadan"},         {"Гнатюк", "Hnatiuk"},
    {"Гнатюк", "Gnatyuk"},       {"Цыбуля", "Tsybulia"},
    {"Григорчук", "Grigorchuk"}, {"Зеленский", "Zelenskyi"},
    {"Зеленський", "Зеленский"}, {"Lysychansky", "Лисичанський"},
    {"Rabinovitz", "רבינוביץ"},  {"Ashkenazi", "אשכנזי"},
    {"Qaddour", "قدور"},         {"Kaddur", "قدور"},
    {"Mansouri", "منصوري"},      {"Alqubati", "القباطي"},
};

constexpr Pair kDifferentBySound[] = {
    {"Shuqair", "شاكر"},    {"Tlass", "تلالي"},  {"Жадан", "Жуков"},  {"Гнатюк", "Игнатов"},
    {"Qabbani", "قاضي"},    {"Jundi", "جنيدي"},  {"Sawalha", "صالح"}, {"Ghadban", "غزالي"},
    {"Mansouri", "منصورة"}, {"Sakkal", "Sakka"},
};

}  // namespace

TEST_CASE("spellings of one name are alike") {
  for (const Pair& pair : kSame) {
    CHECK_MESSAGE(likeness(part(pair.a), part(pair.b)) >= 940, named(pair));
  }
}

TEST_CASE("names that the table knows as different stay well below") {
  for (const Pair& pair : kDifferent) {
    CHECK_MESSAGE(likeness(part(pair.a), part(pair.b)) <= 650, named(pair));
  }
}

TEST_CASE("sounds separate without the table") {
  for (const Pair& pair : kSameBySound) {
    CHECK_MESSAGE(likeness(untabled(pair.a), untabled(pair.b)) >= kThreshold, named(pair));
  }
  for (const Pair& pair : kDifferentBySound) {
    CHECK_MESSAGE(likeness(untabled(pair.a), untabled(pair.b)) < kThreshold, named(pair));
  }
}

TEST_CASE("a spelling of two names may be either") {
  CHECK(likeness(part("Salem"), part("سالم")) >= 940);
  CHECK(likeness(part("Salem"), part("سليم")) >= 940);
  CHECK(likeness(part("سالم"), part("سليم")) <= 650);
}

TEST_CASE("an initial neither proves nor contradicts") {
  const NamePart initial = parse_name("М. Петренко").parts[0];
  REQUIRE(initial.initial);
  CHECK(likeness(initial, part("Mykola")) == 600);
  CHECK(likeness(initial, part("محمد")) == 600);
  CHECK(likeness(initial, part("Oleh")) == 100);
}

TEST_CASE("likeness is symmetric and within its range") {
  const std::vector<std::string> names = {
      "Mohamed", "محمد",     "Alhalabi", "الحلبي",      "ألفارو",  "Сергій",
      "Щербак",  "כהן",      "צ'רנוב",   "Nour Eddine", "عبدالله", "M.",
      "Գրիգոր",  "Abu Zayd", "عَلِيّ",      "Şahin",       "Rahman",  "Elqasim"};
  for (const std::string& a : names) {
    const NamePart left = parse_name_part(a, NameRole::kUnplaced).parts.at(0);
    CHECK(likeness(left, left) == 1000);
    for (const std::string& b : names) {
      const NamePart right = parse_name_part(b, NameRole::kUnplaced).parts.at(0);
      CHECK(likeness(left, right) == likeness(right, left));
    }
  }
  CHECK(rc::check("any two parts", [](const std::string& a, const std::string& b) {
    for (const NamePart& left : parse_name(a).parts) {
      for (const NamePart& right : parse_name(b).parts) {
        const int alike = likeness(left, right);
        RC_ASSERT(alike >= 0 && alike <= 1000);
        RC_ASSERT(alike == likeness(right, left));
      }
    }
  }));
}

TEST_CASE("parts without sounds or letters are equal or not") {
  CHECK(likeness(part("Գրիգոր"), part("Գրիգոր")) == 1000);
  CHECK(likeness(part("Գրիգոր"), part("Ашот")) == 0);
  CHECK(likeness(NamePart{}, NamePart{}) == 0);
}

}  // namespace parley::text
