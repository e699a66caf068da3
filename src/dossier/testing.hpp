// For this folder's tests: a view made of payloads, without a record.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "base/hash.hpp"
#include "dossier/import.hpp"

namespace parley::dossier::testing {

inline record::EntryId id_of(std::string_view text) {
  record::EntryId id;
  id.bytes = sha256(bytes_of(text));
  return id;
}

inline record::EntryId add(record::View& view, record::Payload payload) {
  record::Opened entry;
  entry.index = view.size++;
  entry.id.bytes = sha256({bytes_of(std::to_string(entry.index)), record::encode(payload)});
  entry.payload = std::move(payload);
  view.entries.push_back(entry);
  return entry.id;
}

// Writes what a plan adds. Precondition: it can be written.
inline void add(record::View& view, const Plan& plan) {
  Handles handles(*fold(view));
  for (const Row& row : plan.add) {
    handles.add(kind_of(row.draft), key_of(row.draft), add(view, *to_payload(row.draft, handles)));
  }
}

// Reads a TOML text into a view. Precondition: it has no bad rows.
inline void add_toml(record::View& view, std::string_view text) {
  add(view, plan_import(*fold(view), {*read_toml("test.toml", text)}));
}

// A file of the source tree; tests run in its top folder.
inline std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<Reading> montreux() {
  std::vector<Reading> readings;
  for (const std::string name : {"dossier.toml", "statements.toml", "what-followed.csv"}) {
    readings.push_back(*read_file_text(name, file("examples/montreux-2014/" + name)));
  }
  return readings;
}

inline record::View montreux_view() {
  record::View view;
  add(view, plan_import(*fold(view), montreux()));
  return view;
}

}  // namespace parley::dossier::testing
