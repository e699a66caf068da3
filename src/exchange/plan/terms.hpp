// The terms of an exchange, as the sides agreed them: who exchanges with whom by what rule, who
// goes outside parity, how many stages, how far each side may be ahead.
//
// Read from a TOML file a desk officer can write :
//
//   version = 1
//   parties = ["north", "south"]
//   circulation = false           # true: parity per party over all one-for-one corridors
//
//   [[corridor]]
//   between = ["north", "south"]
//   rule = "one-for-one"          # "ratio 3:1": north gives 3 for each 1 of south; "all-for-all"
//   capacity = 120                # most heads each way in one stage; absent: no limit
//
//   [[first]]                     # outside parity, in this order, from stage 1 on
//   class = "wounded-or-sick"     # child, woman-pregnant-or-infant, civilian, elderly, other
//   basis = "agreement"           # law, policy
//   note = "Annex II, paragraph 3"
//
//   [stages]
//   most = 6                      # absent: kMostStages
//   exposure_counts = "everyone"  # or "parity": the first classes do not count
//
//   [[ceiling]]                   # most heads that a party may be ahead
//   party = "north"
//   heads = 200
//
//   [[must_include]]              # likewise [[will_not_release]]: by the holder's own reference,
//   or party = "north"               # by the start of the entry's id (8 hexadecimal digits at
//   least) reference = "N-0017"          # id = "3fa9c1d2"
//
// Promises: what it does not know it refuses; every fault of the file with its line, not only the
// first; to_toml() gives one text a value, which reads back to the same value.
// Does not: decide anyone's status, or what a class means. Groups, if-then pairs, values and
// categories are not there yet; a file that uses them is refused, not half obeyed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace parley::exchange::planning {

constexpr std::int64_t kTermsVersion = 1;
constexpr std::size_t kMostParties = 64;
constexpr std::int64_t kMostStages = 366;
constexpr std::int64_t kMostHeads = 100'000'000;  // of a ceiling, a capacity
constexpr std::int64_t kMostRatio = 1000;         // of p and q

// Index into Terms::parties.
using PartyIndex = std::uint32_t;

enum class Rule : std::uint8_t { kOneForOne, kRatio, kAllForAll };
enum class FirstClass : std::uint8_t {
  kWoundedOrSick,
  kChild,
  kWomanPregnantOrInfant,  // pregnant women, mothers of infants
  kCivilian,
  kElderly,
  kOther,
};
enum class Basis : std::uint8_t { kLaw, kAgreement, kPolicy };
enum class Counting : std::uint8_t { kEveryone, kParity };

std::string_view name(Rule rule);
std::string_view name(FirstClass first);
std::string_view name(Basis basis);
std::string_view name(Counting counting);
std::optional<FirstClass> first_class_named(std::string_view name);
std::optional<Basis> basis_named(std::string_view name);
std::optional<Counting> counting_named(std::string_view name);

// The way between two parties; at most one a pair.
struct Corridor {
  PartyIndex a = 0;
  PartyIndex b = 0;
  Rule rule = Rule::kOneForOne;
  std::int64_t p = 1;  // a gives p for each q that b gives; in lowest terms
  std::int64_t q = 1;
  std::optional<std::int64_t> capacity;  // heads each way in one stage

  bool operator==(const Corridor&) const = default;
};

struct FirstGroup {
  FirstClass first = FirstClass::kWoundedOrSick;
  Basis basis = Basis::kAgreement;
  std::string note;  // may be empty

  bool operator==(const FirstGroup&) const = default;
};

// One person of a list of the terms: one of `reference` and `id` is not empty.
struct Naming {
  PartyIndex party = 0;   // who holds the person
  std::string reference;  // the holder's own
  std::string id;         // lower-case hexadecimal digits, the start of the entry's id
  bool operator==(const Naming&) const = default;
};

struct Terms {
  std::vector<std::string> parties;  // handles, each once
  bool circulation = false;
  std::vector<Corridor> corridors;
  std::vector<FirstGroup> first;                     // each class once
  std::int64_t most_stages = kMostStages;            // 1 to kMostStages
  Counting counting = Counting::kEveryone;           // which heads count as exposure
  std::vector<std::optional<std::int64_t>> ceiling;  // by party; as many as parties
  std::vector<Naming> must_include;
  std::vector<Naming> will_not_release;

  bool operator==(const Terms&) const = default;
};

// `file` is only named in errors. Error (kBadInput, or kUnsupported for a later version): each
// fault, "terms.toml, line 7: rule: is not one of its values".
Result<Terms> read_terms(std::string_view file, std::string_view text);

// Precondition: flaws(terms) is empty.
std::string to_toml(const Terms& terms);

// What a value of Terms may not be, whoever made it.
struct Flaw {
  std::string_view section;  // "corridor"; empty: the whole
  std::size_t index = 0;     // within the section; of ceilings, the party
  std::string_view field;    // may be empty
  std::string_view reason;
};
std::vector<Flaw> flaws(const Terms& terms);

// Error (kBadInput): the first of flaws(), if any.
Result<void> check_terms(const Terms& terms);

}  // namespace parley::exchange::planning
