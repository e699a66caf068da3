// A failing disk at every write point of an act: the act is whole or absent, never half, and what
// was acknowledged stays. PARLEY_POWER_CUTS: pictures of a power cut at each point (default 12).
#include <doctest/doctest.h>

#include <cstdio>
#include <functional>

#include "faulty_disk.hpp"

namespace parley::record {
namespace {

using namespace sample;

// Something that is done to a record, and how to tell that it has been done.
struct Scenario {
  const char* name;
  std::function<Result<void>(Record&)> run;
  std::function<bool(Record&)> done;
  std::vector<Bytes> destroys;  // bytes that must be nowhere once it is done
};

Result<void> ignore_value(Result<Appended> result) {
  PARLEY_TRY(result);
  return {};
}

std::vector<Draft> long_act() {
  std::vector<Draft> drafts;
  drafts.push_back(draft("short", {{7, audience_of(1), "a part"}, {8, audience_of(2), 8}}));
  drafts.push_back(draft(std::string(6000, 'l')));  // overflows a page
  drafts.push_back(draft("short again"));
  drafts.push_back(draft("with a long part", {{7, audience_of(1), std::string(5000, 'p')}}));
  drafts.push_back(draft("last"));
  return drafts;
}

std::vector<Bytes> secrets_of(Record& record, std::uint64_t index) {
  std::vector<Bytes> out;
  must(record.store().entries(index, index + 1,
                              [&](std::uint64_t, const StoredEntry& entry) -> Result<void> {
                                out.push_back(entry.key);
                                out.push_back(Bytes(entry.text.end() - 100, entry.text.end()));
                                for (const StoredPart& part : entry.parts) {
                                  out.push_back(part.key);
                                  out.push_back(Bytes(part.text.end() - 40, part.text.end()));
                                }
                                return {};
                              }));
  return out;
}

// The record before, in a folder of its own; the file is called a.parley everywhere.
struct Start {
  Scratch scratch;
  std::uint64_t size = 0;
  EntryId first;  // entry 2: short with two parts; entry 3 is long
  EntryId second;
  Start() {
    Record record = must(create(path()));
    const Appended appended = must(append(record, long_act()));
    first = appended.ids[0];
    second = appended.ids[1];
    must(append(record, long_act()));
    size = must(record.store().size());
  }
  std::filesystem::path path() const { return scratch / "a.parley"; }
};

bool has_size(Record& record, std::uint64_t size) { return must(record.store().size()) == size; }

std::vector<Scenario> scenarios(Start& start) {
  Record record = must(open(start.path(), sqlite::Mode::kRead));
  const std::uint64_t size = start.size;
  std::vector<Scenario> out;
  out.push_back({"an act of five entries with parts",
                 [](Record& r) { return ignore_value(append(r, long_act())); },
                 [=](Record& r) { return has_size(r, size + 6); },
                 {}});
  out.push_back({"an act that erases a long payload",
                 [&](Record& r) { return ignore_value(erase(r, start.second, 3)); },
                 [=](Record& r) { return has_size(r, size + 2); }, secrets_of(record, 3)});
  out.push_back({"an act that erases a payload with its parts",
                 [&](Record& r) { return ignore_value(erase(r, start.first, 2)); },
                 [=](Record& r) { return has_size(r, size + 2); }, secrets_of(record, 2)});
  const Bytes slot = must(record.store().meta()).slots[0].wrapped;
  out.push_back({"a passphrase replaced by itself",
                 [](Record& r) { return r.set_passphrase("main", words(), kCheap, randomness()); },
                 [=](Record& r) { return must(r.store().meta()).slots[0].wrapped != slot; },
                 {slot}});
  return out;
}

void copy_start(const Start& start, const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  std::filesystem::copy_file(start.path(), folder / "a.parley");
}

// Nothing of it in any file of the folder.
bool gone(const std::vector<Bytes>& secrets, const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const Bytes bytes = read_bytes(entry.path());
    for (const Bytes& secret : secrets) {
      if (holds(bytes, secret)) return false;
    }
  }
  return true;
}

// No journal, or one that a crash has left empty.
bool no_journal(const std::filesystem::path& folder) {
  const auto journal = folder / "a.parley-journal";
  return !std::filesystem::exists(journal) || std::filesystem::file_size(journal) == 0;
}

int cuts() {
  const char* text = std::getenv("PARLEY_POWER_CUTS");
  return text == nullptr ? repetitions(12) : std::atoi(text);
}

}  // namespace

TEST_CASE("a write point fails, and the program goes on") {
  FaultyDisk& disk = FaultyDisk::instance();
  Start start;
  const Scratch scratch;
  const auto folder = scratch / "live";
  const auto path = folder / "a.parley";
  int total = 0;
  for (const Scenario& scenario : scenarios(start)) {
    int failures = 0;
    for (const DiskFault fault : {DiskFault::kFail, DiskFault::kTorn, DiskFault::kFull}) {
      for (const bool lasting : {false, true}) {
        for (int at = 0;; ++at) {
          CAPTURE(scenario.name);
          CAPTURE(int(fault));
          CAPTURE(lasting);
          CAPTURE(at);
          copy_start(start, folder);
          bool reached = false;
          {
            Record record = must(open(path, sqlite::Mode::kWrite, FaultyDisk::name()));
            disk.arm(folder, at, fault, lasting);
            const auto first = scenario.run(record);
            disk.heal();
            reached = disk.points() > at;
            // The same object goes on, and sees a whole act or none.
            const auto seen = verify(record.store(), {&record.dossier_key(), std::nullopt, 1});
            REQUIRE(seen);
            CHECK_FALSE(seen->broken());
            const bool done = scenario.done(record);
            if (first) CHECK(done);
            if (!reached) CHECK(first.has_value());
            if (!done) {
              CHECK(has_size(record, start.size));
              const auto again = scenario.run(record);
              CHECK_MESSAGE(again.has_value(), again.error().text());
              CHECK(scenario.done(record));
            } else if (!first) {
              // Done, but not wiped: the next write does that.
              CHECK(record.begin_write());
              record.end();
            }
            CHECK(gone(scenario.destroys, folder));
          }
          CHECK(no_journal(folder));
          const auto wrong = wrongs(path);
          CHECK_MESSAGE(wrong.empty(), wrong.front());
          failures += reached;
          if (!reached) break;
        }
      }
    }
    std::printf("%s: %d failed write points survived\n", scenario.name, failures);
    total += failures;
  }
  std::printf("failing disk: %d points in all\n", total);
}

TEST_CASE("the power goes at a write point") {
  FaultyDisk& disk = FaultyDisk::instance();
  Start start;
  const Scratch scratch;
  const auto folder = scratch / "live";
  const auto after = scratch / "after";
  std::mt19937 random(20140113);
  int total = 0;
  for (const Scenario& scenario : scenarios(start)) {
    int pictures = 0;
    int whole = 0;
    for (int at = 0;; ++at) {
      CAPTURE(scenario.name);
      CAPTURE(at);
      copy_start(start, folder);
      bool acknowledged = false;
      disk.heal();
      {
        Record record = must(open(folder / "a.parley", sqlite::Mode::kWrite, FaultyDisk::name()));
        disk.arm(folder, at, DiskFault::kCrash);
        acknowledged = scenario.run(record).has_value();
        const bool reached = disk.points() > at;
        for (int cut = 0; cut < cuts(); ++cut) {
          CAPTURE(cut);
          std::filesystem::remove_all(after);
          std::filesystem::create_directory(after);
          disk.power_cut(after, random);
          const auto path = after / "a.parley";
          // Any opening recovers, a reader's too.
          const auto wrong = wrongs(path);
          CHECK_MESSAGE(wrong.empty(), wrong.front());
          Record recovered = must(open(path));
          const bool done = scenario.done(recovered);
          if (acknowledged) CHECK(done);
          if (!done) CHECK(has_size(recovered, start.size));
          // The next write wipes what a killed erasure left, and the record goes on.
          CHECK(recovered.begin_write());
          recovered.end();
          CHECK(no_journal(after));
          if (done) CHECK(gone(scenario.destroys, after));
          if (!done) {
            const auto again = scenario.run(recovered);
            CHECK_MESSAGE(again.has_value(), again.error().text());
            CHECK(scenario.done(recovered));
            CHECK(gone(scenario.destroys, after));
          }
          ++pictures;
          whole += done;
        }
        if (!reached) {
          CHECK(acknowledged);
          break;
        }
      }
    }
    std::printf("%s: %d power cuts, %d times whole, %d times absent\n", scenario.name, pictures,
                whole, pictures - whole);
    total += pictures;
  }
  std::printf("power cuts: %d in all\n", total);
}

TEST_CASE("a disk that fails while a record is made") {
  FaultyDisk& disk = FaultyDisk::instance();
  const Scratch scratch;
  const auto folder = scratch / "live";
  const auto path = folder / "a.parley";
  int failures = 0;
  for (const DiskFault fault : {DiskFault::kFail, DiskFault::kTorn, DiskFault::kFull}) {
    for (const bool lasting : {false, true}) {
      for (int at = 0;; ++at) {
        CAPTURE(int(fault));
        CAPTURE(lasting);
        CAPTURE(at);
        std::filesystem::remove_all(folder);
        std::filesystem::create_directory(folder);
        disk.arm(folder, at, fault, lasting);
        const bool made = create(path, FaultyDisk::name()).has_value();
        disk.heal();
        failures += !made;
        // Whole, or nothing that stands in the way of making it again.
        auto wrong = wrongs(path);
        if (made) CHECK_MESSAGE(wrong.empty(), wrong.front());
        if (!wrong.empty()) {
          const auto again = create(path);
          CHECK_MESSAGE(again.has_value(), again.error().text());
          wrong = wrongs(path);
          CHECK_MESSAGE(wrong.empty(), wrong.front());
        }
        if (disk.points() <= at) {
          CHECK(made);
          break;
        }
      }
    }
  }
  std::printf("a record made: %d failures survived\n", failures);
}

TEST_CASE("the power goes while a record is made") {
  FaultyDisk& disk = FaultyDisk::instance();
  const Scratch scratch;
  const auto folder = scratch / "live";
  const auto after = scratch / "after";
  std::mt19937 random(13012014);
  int pictures = 0;
  int whole = 0;
  for (int at = 0;; ++at) {
    CAPTURE(at);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    disk.arm(folder, at, DiskFault::kCrash);
    const auto made = create(folder / "a.parley", FaultyDisk::name());
    const bool reached = disk.points() > at;
    for (int cut = 0; cut < cuts(); ++cut) {
      CAPTURE(cut);
      std::filesystem::remove_all(after);
      std::filesystem::create_directory(after);
      disk.power_cut(after, random);
      const auto path = after / "a.parley";
      // The founder tries again, or looks first.
      auto wrong = cut % 2 == 0 ? wrongs(path) : std::vector<std::string>{"not looked at"};
      if (made) {
        wrong = wrongs(path);
        CHECK_MESSAGE(wrong.empty(), wrong.front());
      }
      ++pictures;
      whole += wrong.empty();
      if (wrong.empty()) continue;
      auto again = create(path);
      if (!again && again.error().fault == Fault::kUsage) {
        CHECK(wrongs(path).empty());  // it exists indeed
        ++whole;
        continue;
      }
      CHECK_MESSAGE(again.has_value(), again.error().text());
      CHECK(wrongs(path).empty());
    }
    if (!reached) {
      CHECK(made.has_value());
      break;
    }
  }
  std::printf("a record made: %d power cuts, %d times whole\n", pictures, whole);
}

}  // namespace parley::record
