// Every byte of a record changed in turn: the change is found and its place is named.
//
// PARLEY_FLIP_STRIDE: verify in full only at every so many bytes (default 5; 1 for all). At every
// byte, whatever the stride, the file's own check must name the page.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <random>

#include "record/sqlite/sample_record.hpp"

namespace parley::record {
namespace {

using namespace sample;

// One byte of a file set and, when this goes, set back.
class Flip {
 public:
  Flip(int file, std::size_t at, std::uint8_t was, std::uint8_t now)
      : file_(file), at_(static_cast<off_t>(at)), was_(was) {
    REQUIRE(pwrite(file_, &now, 1, at_) == 1);
  }
  ~Flip() { CHECK(pwrite(file_, &was_, 1, at_) == 1); }
  Flip(const Flip&) = delete;
  Flip& operator=(const Flip&) = delete;

 private:
  int file_;
  off_t at_;
  std::uint8_t was_;
};

std::string page_of(std::size_t at) {
  const std::size_t page = at / sqlite::kPageSize;
  return "page " + std::to_string(page + 1) + " (bytes " +
         std::to_string(page * sqlite::kPageSize) + " to " +
         std::to_string((page + 1) * sqlite::kPageSize - 1) + ")";
}

bool names(const std::vector<std::string>& lines, const std::string& place) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    return line.find(place) != std::string::npos;
  });
}

// What verifying says, as a person at the command line gets it: refused as broken, or findings.
std::vector<std::string> full_verify(const std::filesystem::path& path) {
  auto record = open(path, sqlite::Mode::kRead);
  if (!record) {
    CHECK(record.error().fault == Fault::kBroken);
    return must(sqlite::damaged_pages(path));
  }
  const Verified verified =
      must(verify(record->store(), {&record->dossier_key(), std::nullopt, 1}));
  CHECK(verified.broken());
  std::vector<std::string> out;
  for (const Finding& finding : verified.findings) out.push_back(finding.place);
  return out;
}

std::vector<std::string> verify_outside(const std::filesystem::path& path) {
  auto store = sqlite::open(path, {sqlite::Mode::kRead});
  if (!store) {
    CHECK(store.error().fault == Fault::kBroken);
    return must(sqlite::damaged_pages(path));
  }
  std::vector<std::string> out;
  for (const Finding& finding : must(verify(**store, {})).findings) {
    if (finding.verdict == Verdict::kBroken) out.push_back(finding.place);
  }
  return out;
}

}  // namespace

TEST_CASE("every byte of a record of 50 entries") {
  const char* text = std::getenv("PARLEY_FLIP_STRIDE");
  const std::size_t stride = text == nullptr ? 5 : std::strtoul(text, nullptr, 10);
  REQUIRE(stride > 0);
  const Scratch scratch;
  const auto path = scratch / "fifty.parley";
  must(create_fifty(path));
  CHECK(wrongs(path).empty());
  const Bytes good = read_bytes(path);
  const int file = ::open(path.c_str(), O_RDWR);
  REQUIRE(file >= 0);

  std::mt19937 random(1);
  std::size_t found = 0;
  std::size_t verified = 0;
  std::size_t found_in_full = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::vector<std::uint8_t> changes{static_cast<std::uint8_t>(1 + random() % 255)};
    if (at < 200) changes = {1, 2, 4, 8, 16, 32, 64, 128, changes[0]};
    bool all_named = true;
    for (const std::uint8_t change : changes) {
      const Flip flip(file, at, good[at], static_cast<std::uint8_t>(good[at] ^ change));
      const bool named = names(must(sqlite::damaged_pages(path)), page_of(at));
      CHECK_MESSAGE(named, "byte " << at << " xor " << int{change});
      all_named = all_named && named;
      if (at >= 200 && at % stride != 0) continue;
      const bool named_in_full = names(full_verify(path), page_of(at));
      CHECK_MESSAGE(named_in_full, "byte " << at << " xor " << int{change});
      ++verified;
      found_in_full += named_in_full;
    }
    found += all_named;
  }
  close(file);
  CHECK(wrongs(path).empty());
  std::printf(
      "flipped: %zu of %zu bytes found by the file's check; %zu of %zu by full verification\n",
      found, good.size(), found_in_full, verified);
}

TEST_CASE("random bytes of a large record") {
  const int flips = repetitions(10'000);
  const std::uint64_t entries = flips == 10'000 ? 20'000 : 1'000;
  const Scratch scratch;
  const auto path = scratch / "large.parley";
  {
    Record record = must(create(path));
    while (must(record.store().size()) < entries) {
      std::vector<Draft> drafts;
      for (int i = 0; i < 999; ++i)
        drafts.push_back(draft("an invented sentence of no consequence"));
      must(append(record, std::move(drafts)));
    }
  }
  CHECK(wrongs(path, {}, 2).empty());
  const Bytes good = read_bytes(path);
  const int file = ::open(path.c_str(), O_RDWR);
  REQUIRE(file >= 0);
  std::mt19937_64 random(2);
  int found = 0;
  int verified = 0;
  for (int i = 0; i < flips; ++i) {
    const std::size_t at = random() % good.size();
    const auto change = static_cast<std::uint8_t>(1 + random() % 255);
    const Flip flip(file, at, good[at], static_cast<std::uint8_t>(good[at] ^ change));
    // The file's own check reads all pages; here the one that changed stands for them.
    const std::size_t start = at / sqlite::kPageSize * sqlite::kPageSize;
    Bytes page(sqlite::kPageSize);
    REQUIRE(pread(file, page.data(), page.size(), static_cast<off_t>(start)) == sqlite::kPageSize);
    const auto one = scratch / "page";
    write_bytes(one, page);
    const auto damage = must(sqlite::damaged_pages(one));
    const bool named = !damage.empty() && damage[0].starts_with("page 1 (");
    CHECK_MESSAGE(named, "byte " << at);
    found += named;
    if (i % std::max(1, flips / 40) != 0) continue;
    CHECK(names(must(sqlite::damaged_pages(path)), page_of(at)));
    CHECK(names(full_verify(path), page_of(at)));
    CHECK(names(verify_outside(path), page_of(at)));
    ++verified;
  }
  close(file);
  std::printf(
      "random bytes of %zu: %d of %d found; %d of them also by full verification, with and "
      "without the passphrase\n",
      good.size(), found, flips, verified);
}

TEST_CASE("a file that is cut off anywhere") {
  const Scratch scratch;
  const auto path = scratch / "fifty.parley";
  must(create_fifty(path));
  const Bytes good = read_bytes(path);
  for (std::size_t size = 0; size < good.size(); size += size % 4096 == 0 ? 1 : 4095) {
    write_bytes(path, ByteView(good).first(size));
    const auto record = open(path, sqlite::Mode::kRead);
    if (record) CHECK_FALSE(wrongs(path).empty());
    if (!record) CHECK(record.error().fault == Fault::kBroken);
    CHECK_FALSE(must(sqlite::damaged_pages(path)).empty());
  }
}

}  // namespace parley::record
