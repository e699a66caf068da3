// The kinds of entry this folder owns, and what they have in common.
//
// A dossier object is named twice: by the id of its first entry, which is what other entries hold,
// and by a handle, a short key for people and files. Handles are resolved when an entry is written,
// so that a change of handle breaks nothing. Each kind is one struct over its way of referring:
// PartyOf<record::EntryId> is what the record holds, PartyOf<std::string> what a file says.
// The bytes are described in doc/format/dossier.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::dossier {

enum class Kind : std::uint8_t {
  kParty,
  kPlace,
  kSource,
  kMeasure,
  kStatement,
  kGrade,
  kCorrection
};

inline constexpr std::array kKinds = {Kind::kParty,     Kind::kPlace,     Kind::kSource,
                                      Kind::kMeasure,   Kind::kStatement, Kind::kGrade,
                                      Kind::kCorrection};

std::string_view name(Kind kind);  // as in a payload: "party"
std::optional<Kind> kind_named(std::string_view text);

// A body field as files name it ("part_of"), or "" if the kind has none of that number. A
// correction's new body has the names of the kind it corrects.
std::string_view field_name(Kind kind, std::int64_t field);

// The newest schema version this program reads and writes; it reads every one from 1.
constexpr std::int64_t kNewestVersion = 1;

// True for kinds that stay with the desk unless somebody decides otherwise.
constexpr bool desk_only(Kind kind) { return kind == Kind::kGrade; }

// What keeps a value from being written: a field, as files name it, and the reason.
struct Flaw {
  std::string field;
  std::string reason;

  bool operator==(const Flaw&) const = default;
};
using Flaws = std::vector<Flaw>;

// A handle: 1 to 64 of a-z, 0-9 and '-', not beginning or ending with '-'. Those of measures may
// have several such parts with '/' between them.
bool is_handle(std::string_view text);
bool is_measure_handle(std::string_view text);

}  // namespace parley::dossier
