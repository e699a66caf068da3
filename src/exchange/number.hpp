// The numbers under which people stand in what leaves the desk.
//
// Promises: random to whoever lacks the dossier's key, and different for each recipient, so that two
// sides cannot compare them and none tells a row's place in a list; the same for one person and one
// recipient for ever; a slip of one character, or two neighbours exchanged, is noticed.
// How: HMAC-SHA-512-256 of person and recipient under a key derived for this use alone; eight
// characters and one to check (checked_code.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"
#include "base/secret.hpp"
#include "record/ids.hpp"

namespace parley::exchange {

using NumberKey = SecretBytes<32>;

// "K7Q2-M9XR-4". Neither I, L, O, U nor Z.
class Numbers {
 public:
  // The numbers of these people, in the order of the record, for one recipient. In the one case in
  // 6,000 exchanges of 16,000 names that two would be equal, the later gets another.
  Numbers(const NumberKey& key, const record::EntryId& recipient,
          const std::vector<record::EntryId>& people);

  const std::string& of(const record::EntryId& person) const { return numbers_.at(person); }
  std::optional<record::EntryId> person(std::string_view number) const;

 private:
  std::unordered_map<record::EntryId, std::string, IdHash> numbers_;  // never iterated
  std::unordered_map<std::string, record::EntryId> people_;           // never iterated
};

// As a person may type it (checked_code.hpp). Empty: no such number.
std::optional<std::string> read_number(std::string_view typed);

}  // namespace parley::exchange
