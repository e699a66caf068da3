// A seeded world of invented people: who there is, before anybody wrote them down.
//
// Promises: person n of a seed is always the same, made from n alone, so that nothing is kept: a
// second record of somebody is made from that somebody anew. Names follow Zipf's law, towns have
// populations, postcodes belong to towns, streets to postcodes; households share an address and
// mostly a family name; there are twins, sons named as their fathers, and strangers with the same
// name and town. No standard distribution, no floating point: the same bytes everywhere.
// Does not: know of errors (people_errors.hpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "people_words.hpp"

namespace bench {

// Mixes all bits of its input.
constexpr std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}
constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  return mixed(a ^ mixed(b ^ mixed(c)));
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ += 0x9e3779b97f4a7c15u;
    return static_cast<std::uint32_t>(((mixed(state_) >> 32) * bound) >> 32);
  }
  bool chance(std::uint32_t of_1000) { return below(1000) < of_1000; }
  template <class All>
  const auto& one_of(const All& all) {
    return all[below(static_cast<std::uint32_t>(all.size()))];
  }

 private:
  std::uint64_t state_;
};

// Ranks drawn by weight.
class Weights {
 public:
  explicit Weights(const std::vector<std::uint32_t>& weights) {
    std::uint32_t sum = 0;
    for (const std::uint32_t weight : weights) until_.push_back(sum += weight);
  }
  // The weight of rank r is 1 / (r + flat): Zipf's law with a flatter head.
  static Weights zipf(std::uint32_t ranks, std::uint32_t flat) {
    std::vector<std::uint32_t> weights;
    for (std::uint32_t r = 0; r < ranks; ++r) weights.push_back((1U << 28) / (r + flat));
    return Weights(weights);
  }
  std::uint32_t draw(Dice& dice) const {
    const std::uint32_t at = dice.below(until_.back());
    return static_cast<std::uint32_t>(std::upper_bound(until_.begin(), until_.end(), at) -
                                      until_.begin());
  }
  std::uint32_t share(std::uint32_t rank, std::uint32_t of) const {
    const std::uint64_t weight = until_[rank] - (rank == 0 ? 0 : until_[rank - 1]);
    return static_cast<std::uint32_t>(weight * of / until_.back());
  }

 private:
  std::vector<std::uint32_t> until_;
};

// A one-to-one order of 0..n-1, kept nowhere: Feistel's network, walked until it falls within.
class Shuffled {
 public:
  Shuffled(std::uint64_t seed, std::uint64_t n) : seed_(seed), n_(n) {
    while ((1ULL << (2 * half_)) < n) ++half_;
  }
  std::uint64_t operator()(std::uint64_t i) const {
    const std::uint64_t mask = (1ULL << half_) - 1;
    do {
      std::uint64_t left = i >> half_, right = i & mask;
      for (std::uint64_t round = 0; round < 4; ++round) {
        const std::uint64_t next = left ^ (mixed(seed_, round, right) & mask);
        left = right, right = next;
      }
      i = left << half_ | right;
    } while (i >= n_);
    return i;
  }

 private:
  std::uint64_t seed_, n_;
  std::uint32_t half_ = 1;
};

struct Address {
  std::string number, street, flat;
  Way way;
  std::uint32_t town = 0, postcode = 0;
};

struct Person {
  bool woman = false;
  std::uint32_t given = 0, middle = 0;   // ranks; middle 0: none, else rank + 1
  std::uint32_t family = 0, second = 0;  // the same: a double name
  std::uint32_t year = 0, month = 0, day = 0;
  Address address;
  std::string phone;  // digits
};

constexpr std::uint32_t kToday = 2020;
constexpr std::uint32_t kFamilyRanks = 60'000, kGivenRanks = 1'800, kTowns = 400;

class World {
 public:
  // A list holds one in `of` of the population: so often does somebody of a home find another
  // there.
  explicit World(std::uint64_t seed, std::uint64_t of = 10) : seed_(seed), of_(of) {
    for (std::uint32_t r = 0; r < kFamilyRanks; ++r) families_.push_back(made_family(r));
    for (std::uint32_t r = 0; r < kGivenRanks; ++r) {
      women_.push_back(made_given(r, kWomen, kWomanEnds));
      men_.push_back(made_given(r, kMen, kManEnds));
    }
    std::uint32_t first = 0;
    for (std::uint32_t t = 0; t < kTowns; ++t) {
      towns_.push_back(made_town(t));
      first_postcode_.push_back(first);
      first += postcodes_of(t);
    }
  }

  const std::string& family(std::uint32_t rank) const { return families_[rank]; }
  const std::string& town(std::uint32_t town) const { return towns_[town]; }
  // All forms, the usual one first, apart by a blank.
  const std::string& given(bool woman, std::uint32_t rank) const {
    return (woman ? women_ : men_)[rank];
  }
  std::uint32_t any_family(Dice& dice) const { return family_weights_.draw(dice); }
  std::uint32_t any_given(Dice& dice) const { return given_weights_.draw(dice); }

  Address any_address(Dice& dice, std::uint32_t town) const {
    Address address;
    address.town = town;
    const std::uint32_t code = first_postcode_[town] + dice.below(postcodes_of(town));
    address.postcode = 10'000 + 13 * code;
    Dice street(mixed(seed_, 's', code * 64 + dice.below(40)));
    address.street = street.chance(250) ? families_[street.below(4'000)] : street.one_of(kStreets);
    address.way = kWays[std::min(street.below(7), street.below(7))];
    address.number = std::to_string(1 + std::min(dice.below(180), dice.below(180)));
    if (dice.chance(120)) address.number += static_cast<char>('a' + dice.below(3));
    if (dice.chance(150)) address.flat = "Flat " + std::to_string(1 + dice.below(24));
    return address;
  }
  Address any_address(Dice& dice) const { return any_address(dice, town_weights_.draw(dice)); }

  std::string any_phone(Dice& dice, std::uint32_t town) const {
    std::string phone = dice.chance(550) ? "07" + std::to_string(100 + dice.below(900))
                                         : "0" + std::to_string(201 + town);
    while (phone.size() < 11) phone += static_cast<char>('0' + dice.below(10));
    return phone;
  }

  // The person of that number among those in the list.
  Person person(std::uint64_t number) const;

 private:
  Person citizen(std::uint64_t number) const;
  struct Home {
    std::uint32_t size = 1, family = 0, father = 0, head_age = 0, birthday = 0;
    Address address;
    std::string phone;
  };
  std::string made_family(std::uint32_t rank) const {
    if (rank < kFamilies.size()) return std::string(kFamilies[rank]);
    Dice dice(mixed(seed_, 'f', rank));
    std::string name(dice.one_of(kOpenings));
    for (std::uint32_t more = 1 + dice.below(2); more > 0; --more) name += dice.one_of(kMiddles);
    return name += dice.one_of(kFamilyEnds);
  }
  template <class Known, class Ends>
  std::string made_given(std::uint32_t rank, const Known& known, const Ends& ends) const {
    if (rank < known.size()) return std::string(known[rank]);
    Dice dice(mixed(seed_, ends.size(), rank));
    std::string name(dice.one_of(kOpenings));
    if (dice.chance(600)) name += dice.one_of(kMiddles);
    return name += dice.one_of(ends);
  }
  std::string made_town(std::uint32_t town) const {
    Dice dice(mixed(seed_, 't', town));
    std::string name = dice.chance(80) ? "New " : "";
    name += dice.one_of(kOpenings);
    if (dice.chance(500)) name += dice.one_of(kMiddles);
    return name += dice.one_of(kTownEnds);
  }
  std::uint32_t postcodes_of(std::uint32_t town) const {
    return 1 + town_weights_.share(town, 5'000);
  }
  Home home(Dice& dice) const;

  std::uint64_t seed_, of_;
  std::vector<std::string> families_, women_, men_, towns_;
  std::vector<std::uint32_t> first_postcode_;
  Weights family_weights_ = Weights::zipf(kFamilyRanks, 10);
  Weights given_weights_ = Weights::zipf(kGivenRanks, 8);
  Weights town_weights_ = Weights::zipf(kTowns, 3);
  // Grown people by five years of age from 20; what a census of an ageing country shows.
  Weights ages_{{58, 63, 66, 68, 67, 70, 74, 71, 63, 56, 47, 35, 26, 14, 6, 2}};
};

inline World::Home World::home(Dice& dice) const {
  static const Weights kSizes{{28, 32, 17, 15, 8}};
  Home home;
  home.size = 1 + kSizes.draw(dice);
  home.family = any_family(dice);
  home.father = any_given(dice);
  home.head_age = 20 + 5 * ages_.draw(dice) + dice.below(5);
  home.birthday = dice.below(1U << 30);
  home.address = any_address(dice);
  home.phone = any_phone(dice, home.address.town);
  return home;
}

// Twelve people at a time live in some households.
inline Person World::citizen(std::uint64_t number) const {
  constexpr std::uint64_t kTogether = 12;
  Dice homes(mixed(seed_, 'h', number / kTogether));
  auto member = static_cast<std::uint32_t>(number % kTogether);
  Home home = this->home(homes);
  while (member >= home.size) {
    member -= home.size;
    home = this->home(homes);
  }
  Dice dice(mixed(seed_, 'p', number));
  const bool child = member > 1 || (member == 1 && dice.chance(150));
  Person person;
  person.woman = member == 0             ? dice.chance(400)
                 : member == 1 && !child ? dice.chance(900)
                                         : dice.chance(500);
  person.given = member == 0 && !person.woman ? home.father : any_given(dice);
  if (child && !person.woman && dice.chance(60)) person.given = home.father;  // a junior
  person.middle = dice.chance(120) ? 1 + any_given(dice) : 0;
  person.family = member == 0 || dice.chance(child ? 930 : 780) ? home.family : any_family(dice);
  person.second = dice.chance(25) ? 1 + any_family(dice) : 0;
  std::uint32_t age = home.head_age;
  if (member == 1 && !child) age = std::max(18U, age + dice.below(9) - 5);
  if (child) age = age > 42 ? age - 20 - dice.below(22) : dice.below(std::max(1U, age - 18));
  person.year = kToday - age;
  Dice birthday(member > 2 && dice.chance(25) ? mixed(home.birthday) : mixed(seed_, 'b', number));
  if (member > 1 && child && dice.chance(20)) {  // twins: the third of a home and those after it
    birthday = Dice(home.birthday);
    person.year = kToday - (home.head_age > 42 ? home.head_age - 30 : home.head_age / 4);
  }
  person.month = 1 + birthday.below(12);
  person.day = 1 + birthday.below(28);
  if (dice.chance(70)) person.day = 29 + dice.below(person.month == 2 ? 1 : 2);
  if (person.month == 2 && person.day == 29 && person.year % 4 != 0) person.day = 28;
  if (dice.chance(12)) person.month = 1, person.day = 1;  // the day was not known
  person.address = std::move(home.address);
  person.phone = dice.chance(300) ? home.phone : any_phone(dice, person.address.town);
  return person;
}

inline Person World::person(std::uint64_t number) const {
  const auto listed = [&](std::uint64_t at) {
    return citizen(at * of_ + mixed(seed_, 'l', at) % of_);
  };
  Person person = listed(number);
  Dice dice(mixed(seed_, 'n', number));
  if ((number & 32) == 0 || !dice.chance(8)) return person;
  // A stranger of the same name and town.
  const Person other = listed(number & ~std::uint64_t{32});
  person.woman = other.woman, person.given = other.given, person.family = other.family;
  if (person.address.town != other.address.town) {
    person.address = any_address(dice, other.address.town);
  }
  return person;
}

}  // namespace bench
