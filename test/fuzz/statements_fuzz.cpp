// Reads a file of statements as TOML and as CSV, plans its import, writes what the plan adds into a
// view, and folds it: reading the same file again must then add nothing.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "dossier/import.hpp"

namespace {

using namespace parley;

void check(std::string_view file, std::string_view text) {
  const auto reading = dossier::read_file_text(file, text);
  if (!reading) return;
  record::View view;
  const auto empty = dossier::fold(view);
  if (!empty) std::abort();
  const dossier::Plan plan = dossier::plan_import(*empty, {*reading});
  dossier::Handles handles;
  for (const dossier::Row& row : plan.add) {
    const auto payload = dossier::to_payload(row.draft, handles);
    if (!payload) std::abort();
    record::Opened entry;
    entry.index = view.size++;
    const auto bytes = record::encode(*payload);
    entry.id.bytes = sha256({bytes_of(std::to_string(entry.index)), bytes});
    const auto decoded = record::decode_payload(bytes);
    if (!decoded) std::abort();
    entry.payload = *decoded;
    handles.add(dossier::kind_of(row.draft), dossier::key_of(row.draft), entry.id);
    view.entries.push_back(std::move(entry));
  }
  const auto dossier = dossier::fold(view);
  if (!dossier || !dossier->problems.empty()) std::abort();
  const dossier::Plan again = dossier::plan_import(*dossier, {*reading});
  if (!again.add.empty() || !again.changes.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check("fuzz.toml", text);
  check("fuzz.csv", text);
  return 0;
}
