// The command line's front door: the only place that makes stores and reads the system's clock.
#include <fmt/core.h>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cstdio>
#include <new>

#include "cli/environment.hpp"
#include "cli/parser.hpp"
#include "cli/text.hpp"
#include "desk/claim/link.hpp"
#include "desk/dossier/situation.hpp"
#include "desk/exchange/plan.hpp"
#include "record/entry.hpp"
#include "record/sqlite/sqlite_store.hpp"

namespace {

using namespace parley;

Result<std::unique_ptr<record::Store>> open_store(const std::filesystem::path& path,
                                                  cli::StoreMode mode,
                                                  std::chrono::milliseconds patience) {
  record::sqlite::Options options;
  options.patience = patience;
  switch (mode) {
    case cli::StoreMode::kRead: options.mode = record::sqlite::Mode::kRead; break;
    case cli::StoreMode::kReadDamaged:
      options.mode = record::sqlite::Mode::kRead;
      options.ignore_checksums = true;
      break;
    case cli::StoreMode::kWrite: options.mode = record::sqlite::Mode::kWrite; break;
    case cli::StoreMode::kCreate: options.mode = record::sqlite::Mode::kCreate; break;
  }
  return record::sqlite::open(path, options);
}

int exit_code(Fault fault) {
  if (fault == Fault::kUsage) return cli::kUsage;
  if (fault == Fault::kBroken) return cli::kBroken;
  return cli::kFailed;
}

std::string version() {
  return fmt::format("parley {}\nfile format {}, header version {}\nengines: status {}, timeline {}, match {}, plan {}",
                     PARLEY_VERSION, record::sqlite::kFormatVersion, record::kHeaderVersion,
                     dossier::kStatusVersion, dossier::kTimelineVersion, desk::kMatchEngine,
                     desk::kPlanEngine);
}

int run(int argc, char** argv) {
  const cli::Parsed parsed = cli::parse(argc, argv, version());
  fmt::print("{}", parsed.out);
  fmt::print(stderr, "{}", parsed.err);
  if (parsed.command == nullptr) return parsed.exit_code;
  desk::SystemClock clock;
  SystemRandom random;
  cli::Environment environment(open_store, record::sqlite::damaged_pages, clock, random);
  const Result<int> result = parsed.command->run(environment, parsed.arguments);
  if (std::fflush(stdout) != 0) {
    fmt::print(stderr, "parley: the output cannot be written\n");
    return cli::kFailed;
  }
  if (result) return *result;
  // A message may name a file, and a file may be named to command the terminal.
  fmt::print(stderr, "parley: {}\n", cli::harmless(result.error().text()));
  return exit_code(result.error().fault);
}

// What this program holds in memory or writes is for its user alone.
void keep_to_ourselves() {
  umask(077);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace

int main(int argc, char** argv) {
  keep_to_ourselves();
  if (sodium_init() < 0) {
    std::fputs("parley: the cryptographic library does not start\n", stderr);
    return 1;
  }
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("parley: not enough memory\n", stderr);
    return 1;
  }
}
