// A person as one row of a list describes one: the cells, and what can be read from them.
//
// Promises: a pure function of the cells and the list's reading conventions; what cannot be read is a
// flaw with its column and reason, and the person stands without it.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/field.hpp"
#include "exchange/list.hpp"
#include "text/date_reading.hpp"

namespace parley::exchange {

enum class Sex : std::uint8_t { kUnknown, kMale, kFemale };
enum class Consent : std::uint8_t { kUnsaid, kForward, kDoNotForward };

// A cell that could not be read, or that another contradicts.
struct CellFlaw {
  std::size_t column = 0;  // from 0, in the reading
  std::string reason;      // never the cell's text
};

struct Person {
  std::vector<std::pair<Field, std::string>> texts;  // not empty, trimmed; by field, then column
  Sex sex = Sex::kUnknown;
  std::optional<text::ReadDate> born;
  std::optional<text::BirthSpan> born_span;  // from date or age; the narrower where both agree
  std::optional<text::ReadDate> captured;
  std::optional<text::ReadDate> died;
  Consent consent = Consent::kUnsaid;
  bool health_grave = false;  // the health cell has a word for wounded or sick
  bool insufficient = false;  // known only by a kunya, an alias or a single name
  std::vector<CellFlaw> flaws;

  std::string_view text(Field field) const;  // the first; "" where none
  // For who may read the whole list: else another spelling, the name at arrest, the alias.
  std::string shown_name() const;
};

// How a name is written where one line has to do: the whole name, else its parts in order, else the
// first of `instead`. `text`: what the reader may see of a field, "" where nothing.
using TextOf = std::function<std::string(Field)>;
std::string name_shown(const TextOf& text, std::initializer_list<Field> instead);

// `on`: the day that ages are counted from, where known.
// Error (kBadInput): nothing in the row names or numbers a person; the reason, for the unread rows.
Result<Person> read_person(const Reading& reading, const std::vector<std::string>& cells,
                           const std::optional<Date>& on);

}  // namespace parley::exchange
