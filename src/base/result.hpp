// Result<T>: a value, or an Error that says what failed, why, and where.
//
// Promises: an Error's text never holds a person's data beyond file, row and column; callers add
// context from the inside out ("row 7 of held.xlsx", then "importing held.xlsx").
// Does not: throw. Exceptions are for bugs and out-of-memory only.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace parley {

// What kind of failure; front doors map it to an exit code.
enum class Fault {
  kUsage,        // the request itself is malformed
  kBadInput,     // a file or value given by a person is wrong
  kNotFound,     // what was named does not exist
  kRefused,      // policy forbids it
  kBusy,         // somebody else holds the record
  kLocked,       // the passphrase or key does not open it
  kIo,           // the machine failed: disk, file, memory map
  kBroken,       // the record does not verify
  kUnsupported,  // written by a newer program, or not readable here
  kCancelled,    // the person stopped it
};

std::string_view name(Fault fault);

struct Error {
  Fault fault = Fault::kIo;
  std::string message;
  std::vector<std::string> context;  // innermost first

  // "importing held.csv: row 7: column born: not a date"
  std::string text() const;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Fault fault, std::string message) {
  return tl::unexpected<Error>(Error{fault, std::move(message), {}});
}

// The same error, one step further out.
inline tl::unexpected<Error> within(Error error, std::string context) {
  error.context.push_back(std::move(context));
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace parley

#define PARLEY_CONCAT_INNER(a, b) a##b
#define PARLEY_CONCAT(a, b) PARLEY_CONCAT_INNER(a, b)

// Returns the error of a Result<void>, if it is one.
#define PARLEY_TRY(expression)                                               \
  do {                                                                       \
    auto&& parley_try = (expression);                                        \
    if (!parley_try) {                                                       \
      return tl::unexpected<::parley::Error>(std::move(parley_try).error()); \
    }                                                                        \
  } while (false)

// Declares `variable` from a Result, or returns its error.
#define PARLEY_ASSIGN(variable, expression) \
  PARLEY_ASSIGN_INNER(PARLEY_CONCAT(parley_result_, __LINE__), variable, expression)
#define PARLEY_ASSIGN_INNER(result, variable, expression)               \
  auto result = (expression);                                           \
  if (!result) {                                                        \
    return tl::unexpected<::parley::Error>(std::move(result).error());  \
  }                                                                     \
  variable = *std::move(result)
