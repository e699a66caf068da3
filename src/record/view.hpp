// What one audience can read of a record, in the order of the record: the input of every engine.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "record/ids.hpp"
#include "record/payload.hpp"

namespace parley::record {

// One opened entry. `payload.body` holds the parts that this audience may read, put back in place
// under their field numbers; withheld ones are only in `payload.parts`.
struct Opened {
  EntryId id;
  std::uint64_t index = 0;  // position in the record, from 0
  KeyId author;
  AudienceId audience;
  Payload payload;
};

struct View {
  DossierId dossier;
  std::uint64_t size = 0;      // entries in the record at this checkpoint
  Digest root{};               // of the tree at this checkpoint
  std::vector<Opened> entries; // readable ones, by index; act closings are left out
  std::uint64_t withheld = 0;  // entries outside the audience
  std::uint64_t erased = 0;    // entries whose payload was erased by order
};

}  // namespace parley::record
