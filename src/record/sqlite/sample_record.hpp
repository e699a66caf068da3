// Small records for tests: cheap passphrases, invented content, scratch folders that go away.
#pragma once

#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "record/cosignature.hpp"
#include "record/note.hpp"
#include "record/record.hpp"
#include "record/sqlite/sqlite_store.hpp"
#include "record/verify.hpp"

namespace parley::record::sample {

// In memory where there is such a folder: no test here pulls the plug for real.
class Scratch {
 public:
  Scratch()
      : Scratch(std::filesystem::exists("/dev/shm") ? "/dev/shm"
                                                    : std::filesystem::temp_directory_path()) {}
  explicit Scratch(const std::filesystem::path& under) {
    std::string name = (under / "parley-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    folder_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

// How often a test's own loop runs: `usual`, or fewer where PARLEY_TEST_COUNT says so.
inline int repetitions(int usual) {
  const char* count = std::getenv("PARLEY_TEST_COUNT");
  return count == nullptr ? usual : std::min(usual, std::max(1, std::atoi(count)));
}

inline Bytes read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::vector<char> chars(std::istreambuf_iterator<char>(file), {});
  return Bytes(chars.begin(), chars.end());
}

inline void write_bytes(const std::filesystem::path& path, ByteView bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

inline bool holds(ByteView haystack, ByteView needle) {
  return text_of(haystack).find(text_of(needle)) != std::string_view::npos;
}

// The value; a test that gets an error instead ends, saying which.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

inline constexpr Kdf kCheap{1, 8, {}};
inline Passphrase words() { return Passphrase("an invented passphrase"); }
inline SecretKey key_of(std::uint8_t fill) { return *SecretKey::from_seed(Bytes(32, fill)); }
inline const SecretKey& author() {
  static const SecretKey key = key_of(1);
  return key;
}
inline SystemRandom& randomness() {
  static SystemRandom random;
  return random;
}
inline AudienceId audience_of(std::uint8_t fill) {
  AudienceId id;
  id.bytes.fill(fill);
  return id;
}

inline Draft draft(std::string text, std::vector<PartDraft> parts = {}) {
  Draft out;
  out.audience = audience_of(0xA1);
  out.payload.kind = "sample";
  out.payload.time = 1'390'000'000;
  out.payload.office = "desk";
  out.payload.body.emplace(1, std::move(text));
  out.parts = std::move(parts);
  return out;
}

inline Result<Record> create(const std::filesystem::path& path, const std::string& vfs = {}) {
  sqlite::Options options;
  options.mode = sqlite::Mode::kCreate;
  options.base_vfs = vfs;
  PARLEY_ASSIGN(auto store, sqlite::open(path, options));
  return Record::create(std::move(store), words(), kCheap, author(), randomness(),
                        [](const PublicKey&, ActBuilder& act) -> Result<void> {
                          PARLEY_TRY(act.add(draft("the founding entry")));
                          return {};
                        });
}

inline Result<Record> open(const std::filesystem::path& path,
                           sqlite::Mode mode = sqlite::Mode::kWrite, const std::string& vfs = {}) {
  sqlite::Options options;
  options.mode = mode;
  options.base_vfs = vfs;
  PARLEY_ASSIGN(auto store, sqlite::open(path, options));
  return Record::open(std::move(store), words());
}

inline Result<Appended> append(Record& record, std::vector<Draft> drafts,
                               std::vector<Erasure> erasures = {}) {
  PARLEY_TRY(record.begin_write());
  ActBuilder act = record.act(author(), randomness());
  for (Draft& d : drafts) {
    auto added = act.add(std::move(d));
    if (!added) {
      record.end();
      return tl::unexpected<Error>(std::move(added).error());
    }
  }
  return record.append(act, std::move(erasures));
}

// An act that destroys the payload at `index`, or only those fields of it.
inline Result<Appended> erase(Record& record, const EntryId& id, std::uint64_t index,
                              const std::vector<std::int64_t>& fields = {}) {
  Draft order;
  order.audience = audience_of(0xA1);
  order.payload.kind = kErasureKind;
  order.payload.refs = {id};
  order.payload.body.emplace(kErasureReason, "asked for by the person it speaks of");
  std::vector<Erasure> erasures;
  if (fields.empty()) erasures.push_back({index, {}});
  cbor::Array numbers;
  for (const std::int64_t field : fields) {
    erasures.push_back({index, field});
    numbers.emplace_back(field);
  }
  if (!fields.empty()) order.payload.body.emplace(kErasureFields, std::move(numbers));
  std::vector<Draft> drafts;
  drafts.push_back(std::move(order));
  return append(record, std::move(drafts), std::move(erasures));
}

// 50 entries in seven acts: parts, one erased payload, one erased part, one cosignature.
inline Result<Record> create_fifty(const std::filesystem::path& path) {
  PARLEY_ASSIGN(Record record, create(path));  // entries 0 and 1
  EntryId first;
  for (int a = 0; a < 4; ++a) {  // 2 to 41
    std::vector<Draft> drafts;
    for (int i = 0; i < 9; ++i) {
      std::vector<PartDraft> parts;
      if (i % 3 == 0)
        parts.push_back({7, audience_of(0xB2), "whereabouts of nobody " + std::to_string(i)});
      if (i % 3 == 0) parts.push_back({8, audience_of(0xB3), i});
      drafts.push_back(draft("an invented sentence, number " + std::to_string(a * 9 + i), parts));
    }
    PARLEY_ASSIGN(const Appended appended, append(record, std::move(drafts)));
    if (a == 0) first = appended.ids[0];
  }
  PARLEY_TRY(erase(record, first, 2));                    // 42, 43
  PARLEY_ASSIGN(const Appended last, append(record, [] {  // 44 to 47
                  std::vector<Draft> drafts;
                  for (int i = 0; i < 3; ++i)
                    drafts.push_back(draft("a late sentence", {{7, audience_of(1), i}}));
                  return drafts;
                }()));
  PARLEY_TRY(erase(record, last.ids[1], 45, {7}));  // 48, 49
  PARLEY_ASSIGN(const std::string checkpoint, record.checkpoint());
  PARLEY_ASSIGN(const Note note, parse_note(checkpoint));
  PARLEY_ASSIGN(
      const NoteSignature line,
      cosign(note.text, cosigner(key_id(key_of(9).public_key())).name, key_of(9), 1'390'000'100));
  const std::string formatted = format_note({note.text, {line}});
  std::string text = formatted.substr(note.text.size() + 1);
  text.pop_back();
  PARLEY_TRY(record.store().add_cosignature(50, text));
  return record;
}

// All that is wrong with a file, "place: text" each: what opening it says, or verifying it with
// its passphrase. Empty where it is whole.
inline std::vector<std::string> wrongs(const std::filesystem::path& path,
                                       std::optional<std::string> against = {}, int threads = 1) {
  auto record = open(path, sqlite::Mode::kRead);
  if (!record) return {std::string(name(record.error().fault)) + ": " + record.error().text()};
  const auto verified =
      verify(record->store(), {&record->dossier_key(), std::move(against), threads});
  if (!verified)
    return {std::string(name(verified.error().fault)) + ": " + verified.error().text()};
  std::vector<std::string> out;
  for (const Finding& finding : verified->findings) {
    if (finding.verdict == Verdict::kBroken) out.push_back(finding.place + ": " + finding.text);
  }
  return out;
}

}  // namespace parley::record::sample
