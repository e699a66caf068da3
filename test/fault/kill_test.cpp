// kill -9 at random moments: no acknowledged act is lost, no half act is visible.
// PARLEY_KILLS: how many (default 200; the measured figure is for 1000).
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <random>
#include <thread>

#include "record/sqlite/sample_record.hpp"

namespace parley::record {
namespace {

using namespace sample;

constexpr int kKillsPerRecord = 20;

// The child: makes the record if there is none, then appends, and tells of each act that append()
// has returned for. One act in five erases something. Ends when it is killed.
[[noreturn]] void append_for_ever(const std::filesystem::path& path, int acknowledged,
                                  std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto tell = [acknowledged](std::uint64_t size) {
    if (write(acknowledged, &size, sizeof size) != sizeof size) _exit(2);
  };
  auto record = open(path);
  if (!record) {
    record = create(path);
    if (!record) _exit(3);
    tell(2);
  }
  EntryId last;
  std::uint64_t last_index = 0;
  for (;;) {
    Result<Appended> appended = fail(Fault::kIo, "not yet");
    if (last_index != 0 && random() % 5 == 0) {
      appended = erase(*record, last, last_index);
      last_index = 0;
    } else {
      std::vector<Draft> drafts;
      const auto count = 1 + random() % 40;
      for (std::uint32_t i = 0; i < count; ++i) {
        drafts.push_back(draft(std::string(random() % 300, 'x'), {{7, audience_of(1), 1}}));
      }
      appended = append(*record, std::move(drafts));
      if (appended) {
        last = appended->ids[0];
        last_index = appended->size - 1 - count;
      }
    }
    if (!appended) _exit(4);
    tell(appended->size);
  }
}

}  // namespace

TEST_CASE("killed at random moments") {
  const char* text = std::getenv("PARLEY_KILLS");
  const int kills = text == nullptr ? repetitions(200) : std::atoi(text);
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  std::mt19937 random(static_cast<std::uint32_t>(kills));
  std::uint64_t known = 0;  // acknowledged
  std::uint64_t acts = 0;
  std::uint64_t beyond = 0;
  std::uint64_t interrupted = 0;
  for (int kill_number = 0; kill_number < kills; ++kill_number) {
    CAPTURE(kill_number);
    if (kill_number % kKillsPerRecord == 0) {
      std::filesystem::remove(path);
      std::filesystem::remove(path.string() + "-journal");
      known = 0;
    }
    int pipe_ends[2];
    REQUIRE(pipe(pipe_ends) == 0);
    const auto seed = static_cast<std::uint32_t>(random());
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      close(pipe_ends[0]);
      append_for_ever(path, pipe_ends[1], seed);
    }
    close(pipe_ends[1]);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));  // else it ended by itself, with an error
    std::uint64_t size = 0;
    while (read(pipe_ends[0], &size, sizeof size) == sizeof size) {
      known = size;
      ++acts;
    }
    close(pipe_ends[0]);
    interrupted += std::filesystem::exists(path.string() + "-journal");

    const auto wrong = wrongs(path);
    if (known == 0 && !wrong.empty()) continue;  // killed before there was a record
    CHECK_MESSAGE(wrong.empty(), wrong.front());
    Record record = must(open(path));
    size = must(record.store().size());
    CHECK(size >= known);
    // At most the one act that was under way.
    CHECK(size <= known + 41);
    const auto last = must(record.store().last_act());
    CHECK(last->size == size);
    beyond += size > known;
    known = size;
    // The record goes on, and nothing lies about.
    CHECK(record.begin_write());
    record.end();
    const auto journal = path.string() + "-journal";
    CHECK((!std::filesystem::exists(journal) || std::filesystem::file_size(journal) == 0));
  }
  std::printf(
      "killed %d times: %llu acts acknowledged, none lost; %llu times within an act, %llu "
      "times between commit and acknowledgement\n",
      kills, static_cast<unsigned long long>(acts), static_cast<unsigned long long>(interrupted),
      static_cast<unsigned long long>(beyond));
}

}  // namespace parley::record
