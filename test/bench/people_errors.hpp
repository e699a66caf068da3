// What happens to a person's data before it stands in a list.
//
// Promises: a row made from a person and a number of mistakes: slips of keys and of reading
// machines, short forms and other spellings of names, names swapped or changed, a day for a month,
// a year off by one, a move, a wrong digit, what is missing (more where a row is careless
// altogether), capitals and blanks.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "people_world.hpp"

namespace bench {

struct Row {
  std::string given, family, birth, sex, street, city, postcode, phone;

  std::array<std::string*, 8> all() {
    return {&given, &family, &birth, &sex, &street, &city, &postcode, &phone};
  }
};

inline std::string digits(std::uint32_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

class Clerk {
 public:
  Clerk(const World& world, std::uint64_t seed) : world_(world), dice_(seed) {}

  // `again`: a later record of the person, with one to four mistakes; the first may have one too.
  Row row(Person person, bool again) {
    std::uint32_t mistakes = again ? 1 + kMistakes.draw(dice_) : dice_.chance(120);
    if (again) live_on(person);
    Row row = written(person);
    for (; mistakes > 0; --mistakes) mistake(person, row);
    present(row);
    leave_out(row);
    return row;
  }

 private:
  // What changes in life from one record to the next.
  void live_on(Person& person) {
    if (dice_.chance(110)) person.address = world_.any_address(dice_);
    if (dice_.chance(40)) person.address = world_.any_address(dice_, person.address.town);
    if (dice_.chance(120)) person.phone = world_.any_phone(dice_, person.address.town);
    if (dice_.chance(person.woman && person.year < kToday - 20 ? 80 : 8)) {
      person.family = world_.any_family(dice_), person.second = 0;
    }
  }

  std::string usual(bool woman, std::uint32_t rank) const {
    const std::string& forms = world_.given(woman, rank);
    return forms.substr(0, forms.find(' '));
  }

  Row written(const Person& person) {
    Row row;
    row.given = usual(person.woman, person.given);
    if (person.middle > 0 && dice_.chance(500)) {
      row.given += " " + usual(person.woman, person.middle - 1);
    }
    row.family = world_.family(person.family);
    if (person.second > 0 && dice_.chance(650)) {
      row.family += (dice_.chance(700) ? "-" : " ") + world_.family(person.second - 1);
    }
    row.birth = date(person.year, person.month, person.day);
    row.sex = person.woman ? "f" : "m";
    const Address& home = person.address;
    const std::string_view way = dice_.chance(180) ? home.way.brief : home.way.whole;
    row.street = home.number + " " + home.street + " ";
    row.street += way;
    if (!home.flat.empty() && dice_.chance(700)) row.street += " " + home.flat;
    row.city = world_.town(home.town);
    row.postcode = std::to_string(home.postcode);
    row.phone = person.phone;
    return row;
  }

  static std::string date(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
    return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2);
  }

  void mistake(const Person& person, Row& row) {
    switch (kKinds.draw(dice_)) {
      case 0: slip(row.given); break;
      case 1: slip(row.family); break;
      case 2: slip(row.street); break;
      case 3: slip(row.city); break;
      case 4: other_form(person, row.given); break;
      case 5: other_spelling(row.family); break;
      case 6: std::swap(row.given, row.family); break;
      case 7:
        if (person.day <= 12) row.birth = date(person.year, person.day, person.month);
        break;
      case 8:
        row.birth = date(person.year + 1 - 2 * dice_.below(2), person.month, person.day);
        break;
      case 9: wrong_digit(row.birth, 2 + dice_.below(2)); break;
      case 10: wrong_digit(row.birth, 8 + dice_.below(2)); break;
      case 11: wrong_digit(row.phone, dice_.below(11)); break;
      case 12: wrong_digit(row.postcode, dice_.below(5)); break;
      case 13: row.given.resize(1 + row.given.size() / 90); break;  // an initial
      case 14: row.sex = row.sex == "f" ? "m" : "f"; break;
      default: row.birth = date(person.year, 1, 1); break;
    }
  }

  void other_form(const Person& person, std::string& given) {
    const std::string& forms = world_.given(person.woman, person.given);
    std::vector<std::string_view> all;
    for (std::size_t from = forms.find(' '); from != std::string::npos;) {
      const std::size_t next = forms.find(' ', from + 1);
      all.push_back(std::string_view(forms).substr(from + 1, next - from - 1));
      from = next;
    }
    if (all.empty()) {
      other_spelling(given);
    } else {
      given = dice_.one_of(all);
    }
  }

  void other_spelling(std::string& name) {
    const auto first = dice_.below(static_cast<std::uint32_t>(kSpellings.size()));
    for (std::size_t k = 0; k < kSpellings.size(); ++k) {
      auto [from, to] = kSpellings[(first + k) % kSpellings.size()];
      if (dice_.chance(500)) std::swap(from, to);
      const std::size_t at = name.find(from, 1);
      if (at == std::string::npos) continue;
      name.replace(at, from.size(), to);
      return;
    }
  }

  // One slip; short words are spared.
  void slip(std::string& text) {
    if (text.size() < 3) return;
    if (dice_.chance(150)) {
      misread(text);
      return;
    }
    const std::uint32_t at = dice_.below(static_cast<std::uint32_t>(text.size()));
    const std::uint32_t next =
        std::min<std::uint32_t>(at + 1, static_cast<std::uint32_t>(text.size()) - 1);
    switch (dice_.below(5)) {
      case 0: text.erase(at, 1); break;
      case 1: text.insert(at, 1, beside(text[at])); break;
      case 2: text.insert(at, 1, text[at]); break;
      case 3: text[at] = beside(text[at]); break;
      default: std::swap(text[at], text[next]); break;
    }
  }

  // A key beside this one.
  char beside(char letter) {
    static constexpr std::string_view kKeys = "qwertyuiop asdfghjkl zxcvbnm 1234567890";
    const std::size_t at = kKeys.find(static_cast<char>(letter | 0x20));
    if (letter == ' ' || at == std::string_view::npos) return 'e';
    const std::size_t to =
        at == 0 || (dice_.chance(500) && at + 1 < kKeys.size()) ? at + 1 : at - 1;
    return kKeys[to] == ' ' ? 'a' : kKeys[to];
  }

  void misread(std::string& text) {
    static constexpr auto kLooks = std::to_array<Spelling>({{"rn", "m"},
                                                            {"m", "rn"},
                                                            {"cl", "d"},
                                                            {"d", "cl"},
                                                            {"l", "1"},
                                                            {"o", "0"},
                                                            {"e", "c"},
                                                            {"i", "l"},
                                                            {"u", "v"},
                                                            {"h", "b"},
                                                            {"S", "5"},
                                                            {"B", "8"}});
    const auto first = dice_.below(static_cast<std::uint32_t>(kLooks.size()));
    for (std::size_t k = 0; k < kLooks.size(); ++k) {
      const Spelling& look = kLooks[(first + k) % kLooks.size()];
      const std::size_t at = text.find(look.one);
      if (at == std::string::npos) continue;
      text.replace(at, look.one.size(), look.other);
      return;
    }
  }

  void wrong_digit(std::string& text, std::uint32_t at) {
    if (at >= text.size() || text[at] == '-') return;
    text[at] = static_cast<char>('0' + (text[at] - '0' + 1 + dice_.below(9)) % 10);
  }

  // Capitals, blanks, how a phone number is set.
  void present(Row& row) {
    const std::uint32_t kind = dice_.below(100);
    for (std::string* text : {&row.given, &row.family, &row.street, &row.city}) {
      for (char& letter : *text) {
        if (kind < 10 && letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
        if (kind >= 96 && letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
      }
      if (dice_.chance(8)) *text += ' ';
      if (dice_.chance(8)) text->insert(0, 1, ' ');
    }
    const std::uint32_t set = dice_.below(10);
    if (row.phone.size() == 11 && set < 3) row.phone.insert(5, 1, set == 0 ? '-' : ' ');
  }

  // Of a hundred rows sixty are careful, thirty usual, ten careless.
  void leave_out(Row& row) {
    constexpr std::array<std::uint32_t, 8> kMissing = {50, 50, 100, 70, 120, 60, 100, 150};
    const std::uint32_t kind = dice_.below(10);
    const std::uint32_t often = kind < 6 ? 4 : kind < 9 ? 10 : 46;  // tenths
    const auto all = row.all();
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (dice_.chance(kMissing[k] * often / 10)) all[k]->clear();
    }
  }

  static inline const Weights kMistakes{{40, 30, 20, 10}};
  // As the cases of mistake().
  static inline const Weights kKinds{{14, 14, 9, 5, 13, 7, 5, 6, 5, 4, 4, 8, 5, 4, 2, 2}};

  const World& world_;
  Dice dice_;
};

}  // namespace bench
