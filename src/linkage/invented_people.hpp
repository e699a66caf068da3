// Two lists of invented people for tests and benchmarks: one in Arabic script, one romanised, with
// the errors that real lists have, and the truth. For tests only.
//
// Promises: the same lists for the same seed and scale. Its names and spellings are its own: it
// shares no table or rule with the engine.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "linkage/records.hpp"

namespace parley::linkage::invented {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    const std::uint64_t high = state_ >> 33;
    return static_cast<std::uint32_t>(high % bound);
  }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
  // Smaller numbers oftener: about one in `bound`'s logarithm is the first.
  std::uint32_t skewed(std::uint32_t bound) { return below(below(below(bound) + 1) + 1); }
  template <std::size_t N>
  const char* one_of(const std::array<const char*, N>& all) {
    return all[below(N)];
  }

 private:
  std::uint64_t state_;
};

// Arabic, then romanisations in use.
using Spellings = std::array<const char*, 5>;
inline constexpr std::array<Spellings, 60> kMen = {{
    {"محمد", "Mohammed", "Muhammad", "Mohamad", "Mohamed"},
    {"أحمد", "Ahmed", "Ahmad", "Ahmad", "Ahmet"},
    {"علي", "Ali", "Ali", "Aly", "Ali"},
    {"حسين", "Hussein", "Hussain", "Husayn", "Housein"},
    {"حسن", "Hassan", "Hasan", "Hassan", "Hasan"},
    {"عبد الله", "Abdullah", "Abdallah", "Abdulla", "Abd Allah"},
    {"صالح", "Saleh", "Salih", "Salah", "Saleh"},
    {"يحيى", "Yahya", "Yahia", "Yehia", "Yahya"},
    {"إبراهيم", "Ibrahim", "Ebrahim", "Ibraheem", "Brahim"},
    {"خالد", "Khaled", "Khalid", "Khaled", "Halid"},
    {"عبد الرحمن", "Abdulrahman", "Abd al-Rahman", "Abdel Rahman", "Abdelrahman"},
    {"يوسف", "Yousef", "Yusuf", "Youssef", "Yousif"},
    {"عمر", "Omar", "Umar", "Omer", "Omar"},
    {"ناصر", "Nasser", "Nasir", "Naser", "Nassir"},
    {"سعيد", "Saeed", "Said", "Sa'id", "Saied"},
    {"محمود", "Mahmoud", "Mahmud", "Mahmood", "Mahmoud"},
    {"مصطفى", "Mustafa", "Mostafa", "Moustapha", "Mustapha"},
    {"جمال", "Jamal", "Gamal", "Jamal", "Djamal"},
    {"فيصل", "Faisal", "Faysal", "Feisal", "Faisal"},
    {"طارق", "Tariq", "Tarek", "Tareq", "Tarik"},
    {"زيد", "Zaid", "Zayd", "Zeid", "Zaid"},
    {"حمزة", "Hamza", "Hamzah", "Hamza", "Hamsa"},
    {"بسام", "Bassam", "Basam", "Bassam", "Bessam"},
    {"وليد", "Walid", "Waleed", "Oualid", "Walid"},
    {"رشيد", "Rashid", "Rasheed", "Rachid", "Rashed"},
    {"سالم", "Salem", "Salim", "Salem", "Salim"},
    {"عادل", "Adel", "Adil", "Adel", "Adel"},
    {"نبيل", "Nabil", "Nabeel", "Nabil", "Nebil"},
    {"منصور", "Mansour", "Mansur", "Mansoor", "Mansour"},
    {"عبد الكريم", "Abdulkarim", "Abd al-Karim", "Abdelkarim", "Abdul Kareem"},
    {"قاسم", "Qasim", "Kassem", "Qassem", "Gasem"},
    {"هشام", "Hisham", "Hesham", "Hicham", "Hisham"},
    {"أمين", "Amin", "Ameen", "Amine", "Amin"},
    {"ماجد", "Majed", "Majid", "Maged", "Majed"},
    {"فؤاد", "Fouad", "Fuad", "Foad", "Fuad"},
    {"عبد العزيز", "Abdulaziz", "Abd al-Aziz", "Abdelaziz", "Abdul Aziz"},
    {"حامد", "Hamed", "Hamid", "Hamed", "Hamed"},
    {"كمال", "Kamal", "Kemal", "Kamal", "Kamel"},
    {"نجيب", "Najib", "Najeeb", "Naguib", "Nadjib"},
    {"سليمان", "Sulaiman", "Suleiman", "Soliman", "Sulayman"},
    {"داود", "Dawud", "Daoud", "Dawood", "Daud"},
    {"عثمان", "Othman", "Uthman", "Osman", "Othman"},
    {"بلال", "Bilal", "Belal", "Bilal", "Bellal"},
    {"غالب", "Ghaleb", "Ghalib", "Galeb", "Ghaleb"},
    {"شكري", "Shukri", "Shoukry", "Choukri", "Shukry"},
    {"مراد", "Murad", "Mourad", "Morad", "Murad"},
    {"هاني", "Hani", "Hany", "Hani", "Haani"},
    {"ثابت", "Thabet", "Thabit", "Sabet", "Thabet"},
    {"جابر", "Jaber", "Jabir", "Gaber", "Jaber"},
    {"عارف", "Aref", "Arif", "Aref", "Areef"},
    {"ضياء", "Diaa", "Dia", "Dhiya", "Ziya"},
    {"صادق", "Sadiq", "Sadeq", "Sadek", "Saddiq"},
    {"عقيل", "Aqil", "Akil", "Aqeel", "Oqail"},
    {"حيدر", "Haidar", "Haydar", "Haider", "Hayder"},
    {"رضوان", "Radwan", "Ridwan", "Redwan", "Radhwan"},
    {"فارس", "Fares", "Faris", "Fares", "Farees"},
    {"مهدي", "Mahdi", "Mehdi", "Mahdy", "Mahdi"},
    {"عز الدين", "Izz al-Din", "Ezzeddine", "Azzedine", "Izzedin"},
    {"سيف", "Saif", "Sayf", "Seif", "Saif"},
    {"نعمان", "Numan", "Noman", "Nu'man", "Nouman"},
}};
inline constexpr std::array<Spellings, 16> kWomen = {{
    {"فاطمة", "Fatima", "Fatimah", "Fatma", "Fatemeh"},
    {"عائشة", "Aisha", "Aicha", "Ayesha", "Aysha"},
    {"خديجة", "Khadija", "Khadijah", "Khadeeja", "Hadija"},
    {"مريم", "Maryam", "Mariam", "Meryem", "Miriam"},
    {"زينب", "Zainab", "Zaynab", "Zeinab", "Zaineb"},
    {"سعاد", "Suad", "Souad", "Soad", "Suaad"},
    {"أمينة", "Amina", "Aminah", "Ameena", "Amine"},
    {"نورة", "Noura", "Nura", "Nora", "Nourah"},
    {"هدى", "Huda", "Hoda", "Houda", "Huda"},
    {"سميرة", "Samira", "Sameera", "Samirah", "Samira"},
    {"رقية", "Ruqayya", "Rokaya", "Ruqaya", "Roqia"},
    {"حليمة", "Halima", "Haleema", "Halimah", "Halima"},
    {"لطيفة", "Latifa", "Lateefa", "Latifah", "Latifa"},
    {"جميلة", "Jamila", "Jameela", "Gamila", "Djamila"},
    {"صفية", "Safiya", "Safia", "Safiyyah", "Safya"},
    {"بشرى", "Bushra", "Boushra", "Bochra", "Bushra"},
}};
inline constexpr std::array<const char*, 24> kPlaces = {
    "sanaa",  "taiz",   "hodeidah", "ibb",    "dhamar", "saada", "amran",  "hajjah",
    "marib",  "jawf",   "bayda",    "aden",   "lahij",  "abyan", "shabwa", "mukalla",
    "mahwit", "raymah", "dhale",    "seiyun", "zabid",  "mokha", "haradh", "yarim"};

// A family name made of three sounds, as both scripts write it: "al-Jarahi".
struct Family {
  std::string arabic;
  std::array<std::string, 3> latin;
};

inline Family family(std::uint32_t number) {
  static constexpr std::array<std::array<const char*, 3>, 20> kSounds = {{
      {"ب", "b", "b"}, {"ت", "t", "t"}, {"ج", "j", "g"}, {"ح", "h", "h"},  {"خ", "kh", "kh"},
      {"د", "d", "d"}, {"ر", "r", "r"}, {"ز", "z", "z"}, {"س", "s", "ss"}, {"ش", "sh", "ch"},
      {"ص", "s", "s"}, {"ط", "t", "t"}, {"ع", "", "'"},  {"غ", "gh", "g"}, {"ف", "f", "f"},
      {"ق", "q", "k"}, {"ك", "k", "k"}, {"م", "m", "m"}, {"ن", "n", "n"},  {"ه", "h", "h"},
  }};
  Dice dice(number + 1000);
  const auto& x = kSounds[dice.below(20)];
  const auto& y = kSounds[dice.below(20)];
  const auto& z = kSounds[dice.below(20)];
  const std::uint32_t form = dice.below(3);
  Family out;
  const std::array<const char*, 3> middle = {"ا", "و", ""};
  out.arabic = std::string("ال") + x[0] + y[0] + middle[form] + z[0] + "ي";
  const std::array<std::array<const char*, 3>, 3> vowels = {
      {{"a", "a", "a"}, {"u", "ou", "oo"}, {"i", "e", ""}}};
  const std::array<const char*, 3> articles = {"al-", "Al ", "El-"};
  for (std::size_t i = 0; i < 3; ++i) {
    std::string word = std::string(x[i == 0 ? 1 : 2]) + (i == 2 ? "e" : "a") + y[i == 0 ? 1 : 2] +
                       vowels[form][i] + z[i == 0 ? 1 : 2] + (i == 2 ? "y" : "i");
    if (word.front() >= 'a') word.front() = static_cast<char>(word.front() - 'a' + 'A');
    out.latin[i] = articles[i] + word;
  }
  return out;
}

struct Person {
  std::uint32_t given = 0, father = 0, grandfather = 0, family = 0, mother = 0;
  bool woman = false;
  Date birth;
  std::uint32_t home = 0, capture_place = 0;
  Date capture;
  std::uint32_t document = 0;
};

inline Date some_day(Dice& dice, std::int32_t from, std::uint32_t years) {
  const std::int32_t year = from + static_cast<std::int32_t>(dice.below(years));
  const auto month = static_cast<std::int32_t>(dice.below(12)) + 1;
  return {year, month, static_cast<std::int32_t>(dice.below(28)) + 1};
}

inline Person person(Dice& dice) {
  Person out;
  out.woman = dice.chance(1);
  out.given = dice.skewed(static_cast<std::uint32_t>(out.woman ? kWomen.size() : kMen.size()));
  out.father = dice.skewed(kMen.size());
  out.grandfather = dice.skewed(kMen.size());
  out.family = dice.skewed(3000);
  out.mother = dice.skewed(kWomen.size());
  out.birth = some_day(dice, 1955, 46);
  out.home = dice.skewed(kPlaces.size());
  out.capture_place = dice.skewed(kPlaces.size());
  out.capture = some_day(dice, 2014, 5);
  out.document = 1'000'000 + dice.below(9'000'000);
  return out;
}

// People of whom some are brothers of the one before, some namesakes of an earlier one.
inline std::vector<Person> people(Dice& dice, std::size_t count) {
  std::vector<Person> out;
  while (out.size() < count) {
    Person next = person(dice);
    if (!out.empty() && dice.chance(6)) {
      const Person& brother = out.back();
      next.father = brother.father;
      next.grandfather = brother.grandfather;
      next.family = brother.family;
      next.mother = brother.mother;
      next.home = brother.home;
    } else if (!out.empty() && dice.chance(2)) {
      const Person& namesake = out[dice.below(static_cast<std::uint32_t>(out.size()))];
      next.given = namesake.given;
      next.woman = namesake.woman;
      next.father = namesake.father;
      next.family = namesake.family;
      if (dice.chance(40)) next.birth.year = namesake.birth.year;
    }
    out.push_back(next);
  }
  return out;
}

struct Errors {
  std::uint32_t variant = 40, no_father = 15, no_grandfather = 40, birth = 25, swapped = 5;
  std::uint32_t duplicate = 3;
};

enum class Script : std::uint8_t { kArabic, kLatin };

// One letter left out, doubled or exchanged, at a place after the first.
inline std::string slip(Dice& dice, const std::string& word, Script script) {
  const std::size_t step = script == Script::kArabic ? 2 : 1;
  const std::size_t letters = word.size() / step;
  if (letters < 4 || word.find(' ') != std::string::npos) return word;
  const std::size_t at = (1 + dice.below(static_cast<std::uint32_t>(letters - 2))) * step;
  const std::string letter = word.substr(at, step);
  switch (dice.below(3)) {
    case 0: return word.substr(0, at) + word.substr(at + step);
    case 1: return word.substr(0, at) + letter + word.substr(at);
    default:
      return word.substr(0, at) + word.substr(at + step, step) + letter +
             word.substr(at + 2 * step);
  }
}

inline Schema schema() {
  return {{"name", Kind::kName, true, false, 0},      {"mother", Kind::kName, false, true, 0},
          {"sex", Kind::kCategory, false, false, 0},  {"birth", Kind::kDate, false, false, 0},
          {"origin", Kind::kTerm, false, true, 1},    {"document", Kind::kCode, false, false, 0},
          {"captured", Kind::kDate, false, false, 2}, {"place", Kind::kTerm, false, false, 2}};
}

class Writer {
 public:
  Writer(Dice& dice, const Errors& errors, Script script)
      : dice_(dice), errors_(errors), script_(script) {}

  Record row(const Person& who, std::uint32_t index) {
    Record out;
    out.index = index;
    out.values.resize(8);
    out.values[0].push_back(Name{whole_name(who), false});
    if (dice_.chance(35)) {
      const std::string mother = spelt(kWomen[who.mother]);
      out.values[1].push_back(Name{text::parse_name_part(mother, text::NameRole::kGiven), false});
    }
    if (dice_.chance(90)) out.values[2].push_back(std::string(who.woman ? "f" : "m"));
    if (const auto born = birth(who.birth)) out.values[3].push_back(*born);
    if (dice_.chance(70)) out.values[4].push_back(Term{{kPlaces[who.home]}, {"country"}, ""});
    if (dice_.chance(15)) out.values[5].push_back(std::to_string(who.document));
    if (dice_.chance(55)) out.values[6].push_back(capture(who.capture));
    if (dice_.chance(60)) {
      const std::uint32_t place =
          dice_.chance(90) ? who.capture_place : dice_.below(kPlaces.size());
      out.values[7].push_back(Term{{kPlaces[place]}, {"country"}, ""});
    }
    return out;
  }

 private:
  std::string spelt(const Spellings& spellings) {
    return script_ == Script::kArabic ? spellings[0] : spellings[1 + dice_.skewed(4)];
  }

  text::PersonalName whole_name(const Person& who) {
    std::vector<std::string> words = {spelt(who.woman ? kWomen[who.given] : kMen[who.given])};
    std::vector<text::NameRole> roles = {text::NameRole::kGiven};
    const auto add = [&](std::string word, text::NameRole role) {
      words.push_back(std::move(word));
      roles.push_back(role);
    };
    if (!dice_.chance(errors_.no_father)) add(spelt(kMen[who.father]), text::NameRole::kFather);
    if (!dice_.chance(errors_.no_grandfather)) {
      add(spelt(kMen[who.grandfather]), text::NameRole::kGrandfather);
    }
    const Family of = family(who.family);
    add(script_ == Script::kArabic ? of.arabic : of.latin[dice_.skewed(3)],
        text::NameRole::kFamily);
    if (dice_.chance(errors_.variant)) {
      std::string& word = words[dice_.below(static_cast<std::uint32_t>(words.size()))];
      word = slip(dice_, word, script_);
    }
    // The Arabic list has whole names in one cell, the romanised one columns.
    std::vector<text::PersonalName> pieces;
    std::string whole;
    for (std::size_t i = 0; i < words.size(); ++i) {
      pieces.push_back(text::parse_name_part(words[i], roles[i]));
      whole += (i == 0 ? "" : " ") + words[i];
    }
    return script_ == Script::kArabic ? text::parse_name(whole) : assembled(pieces);
  }

  std::optional<DateSpan> birth(Date date) {
    if (dice_.chance(errors_.birth)) {
      const std::uint32_t how = dice_.below(4);
      if (how == 0) return {};
      if (how == 1) date.year += dice_.chance(50) ? 1 : -1;
      if (how == 2) date.year += dice_.chance(50) ? 2 : -2;
      if (how == 3) date.year = (date.year + 2) / 5 * 5;
      date = date.coarsened(Precision::kYear);
    } else if (dice_.chance(errors_.swapped) && date.day <= 12) {
      std::swap(date.day, date.month);
    } else if (dice_.chance(30)) {
      date = date.coarsened(Precision::kYear);
    }
    DateSpan out = span_of(date);
    if (date.precision() == Precision::kYear && dice_.chance(20)) {
      out = {Date{date.year, 1, 1}, Date{date.year, 1, 1}, true};
    }
    return out;
  }

  DateSpan capture(Date date) {
    if (dice_.chance(25)) {
      date = civil_from_days(days_from_civil(date) + dice_.below(21) - 10);
    } else if (dice_.chance(15)) {
      date = date.coarsened(Precision::kMonth);
    }
    return span_of(date);
  }

  Dice& dice_;
  Errors errors_;
  Script script_;
};

struct Lists {
  std::vector<Record> sought, held;
  // By index, which invented person a row is.
  std::vector<std::uint32_t> sought_is, held_is;
};

// `share` percent of the sought stand in the held list, which has strangers of its own.
inline Lists lists(std::uint64_t seed, std::size_t sought, std::size_t held,
                   std::uint32_t share = 60, const Errors& errors = {}) {
  Dice dice(seed);
  const std::vector<Person> all = people(dice, sought + held);
  Lists out;
  Writer arabic(dice, errors, Script::kArabic), latin(dice, errors, Script::kLatin);
  const auto add = [&](Writer& writer, std::vector<Record>& to, std::vector<std::uint32_t>& is,
                       std::size_t who) {
    do {
      to.push_back(writer.row(all[who], static_cast<std::uint32_t>(to.size())));
      is.push_back(static_cast<std::uint32_t>(who));
    } while (dice.chance(errors.duplicate));
  };
  // Brothers and namesakes stand beside each other in `all`: both lists draw from all of it.
  std::size_t strangers = sought;
  for (std::size_t who = 0; who < sought; ++who) {
    add(arabic, out.sought, out.sought_is, who);
    if (out.held.size() >= held) continue;
    if (dice.chance(share)) {
      add(latin, out.held, out.held_is, who);
    } else if (dice.chance(80)) {
      add(latin, out.held, out.held_is, strangers++);
    }
  }
  return out;
}

}  // namespace parley::linkage::invented
