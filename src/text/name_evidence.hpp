// How far two parts of names speak for being one name, on one scale for all scripts.
//
// Unit: millibits, log2 of how much likelier the two are as one name written twice than as the
// names of two people drawn at random. Between Latin letters and Arabic, Cyrillic or Hebrew ones by
// the learnt model (transliteration.hpp), whose score is first set against the best that any word
// could have; else by sounds, letters and the table of common names. How the two become bits was
// fitted (learn/name_evidence_learn.cpp).
//
// Promises: integers; symmetric; ReadyPart may be read from many threads. Does not: know how common
// a name is: agreeing in "Mohammed" and in a rare name is worth the same here.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/personal_name.hpp"
#include "text/transliteration.hpp"

namespace parley::text {

// What the evidence rests on.
enum class Ground : std::uint8_t {
  kSpelling,  // the same letters
  kKnown,     // the table of common names has both as spellings of one name
  kLearnt,    // the learnt model
  kSounds,    // alike by sound or by letters
  kInitial,   // an initial that fits
  kNone,      // nothing speaks for it
};
std::string_view name(Ground ground);  // "spelling", "known", ...

struct Evidence {
  int millibits = 0;
  Ground ground = Ground::kNone;
};

// A row of sounds, letters and scores of a pair: what the fit knows of it.
struct Signs {
  int gap = 0;     // millibits below the best that any word could have; kLearnt only
  int length = 0;  // letters of the Latin word
  int alike = 0;   // likeness(), 0 to 1000
  int edits = 0;   // letters changed, in thousandths of the longer word
};

// A part made ready to be compared with many.
class ReadyPart {
 public:
  // `scripts`: those of the parts that it will be compared with; others are compared by sound.
  ReadyPart(NamePart part, const std::array<bool, 6>& scripts);

  const NamePart& part() const { return part_; }

 private:
  friend std::optional<Signs> learnt_signs(const ReadyPart&, const ReadyPart&);
  struct Asking {
    Script script = Script::kNone;
    TransliterationQuery query;
  };

  NamePart part_;
  std::vector<Letters> letters_;  // of a native part: as written, and folded where that is other
  std::vector<Asking> asking_;    // of a Latin part
};

// nullopt: not a Latin and a native part that were made ready for each other.
std::optional<Signs> learnt_signs(const ReadyPart& a, const ReadyPart& b);
Signs plain_signs(const NamePart& a, const NamePart& b);

Evidence evidence(const ReadyPart& a, const ReadyPart& b);

// Of a Latin word and a native one with this gap and length; not held within any bounds.
int learnt_evidence(Script native, int gap, int length);

}  // namespace parley::text
