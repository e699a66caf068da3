// Writes invented people as CSV, with the truth, to measure linkage at size:
//   bench_people --seed N --rows M --out FILE [--of K]
// Columns: row, given_name, family_name, birth_date, sex, street, city, postcode, phone and
// cluster, which is equal for rows of one person. A fifth of the rows are further records of
// somebody, a quarter of those of somebody who has one already, four at most. The order tells
// nothing. The same seed and rows, the same bytes; memory does not grow with the rows. FILE "-":
// standard output.
#include <fmt/core.h>

#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "people_errors.hpp"

namespace {

using namespace bench;

struct Options {
  std::uint64_t seed = 1, rows = 0, of = 10;
  std::string out;
};

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Options> read(int count, char** arguments) {
  Options options;
  for (int k = 1; k + 1 < count; k += 2) {
    const std::string_view name = arguments[k];
    const std::optional<std::uint64_t> value = number(arguments[k + 1]);
    if (name == "--out") {
      options.out = arguments[k + 1];
    } else if (name == "--seed" && value) {
      options.seed = *value;
    } else if (name == "--rows" && value && *value <= 1'000'000'000) {
      options.rows = *value;
    } else if (name == "--of" && value && *value >= 1 && *value <= 1'000) {
      options.of = *value;
    } else {
      return std::nullopt;
    }
  }
  if (count % 2 == 0 || options.rows == 0 || options.out.empty()) return std::nullopt;
  return options;
}

// Which person a row is of, and whether it is a further record.
class Plan {
 public:
  Plan(std::uint64_t seed, std::uint64_t rows)
      : again_(rows / 5),
        people_(rows - again_),
        once_(again_ * 3 / 4),
        twice_(again_ * 19 / 20),
        places_(mixed(seed, 'r', 1), rows),
        repeated_(mixed(seed, 'r', 2), people_) {}

  struct At {
    std::uint64_t person = 0;
    bool again = false;
  };
  At of(std::uint64_t row) const {
    const std::uint64_t place = places_(row);
    if (place < people_) return {place, false};
    const std::uint64_t k = place - people_;
    return {repeated_(k < once_ ? k : k < twice_ ? k - once_ : k - twice_), true};
  }

 private:
  std::uint64_t again_, people_, once_, twice_;
  Shuffled places_, repeated_;
};

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdout) std::fclose(file);
  }
};

void append(std::string& line, const std::string& cell) {
  const bool quoted = cell.find_first_of(",\"\n") != std::string::npos;
  if (quoted) line += '"';
  for (const char letter : cell) {
    if (letter == '"') line += '"';
    line += letter;
  }
  if (quoted) line += '"';
}

bool write(const Options& options, std::FILE* out) {
  const World world(options.seed, options.of);
  const Plan plan(options.seed, options.rows);
  std::string lines =
      "row,given_name,family_name,birth_date,sex,street,city,postcode,phone,cluster\n";
  for (std::uint64_t i = 0; i < options.rows; ++i) {
    const Plan::At at = plan.of(i);
    Clerk clerk(world, mixed(options.seed, 'w', i));
    Row row = clerk.row(world.person(at.person), at.again);
    lines += std::to_string(i + 1);
    for (const std::string* cell : row.all()) {
      lines += ',';
      append(lines, *cell);
    }
    lines += ",p";
    lines += std::to_string(at.person);
    lines += '\n';
    if (lines.size() < (1U << 20) && i + 1 < options.rows) continue;
    if (std::fwrite(lines.data(), 1, lines.size(), out) != lines.size()) return false;
    lines.clear();
  }
  return std::fflush(out) == 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::optional<Options> options = read(count, arguments);
  if (!options) {
    fmt::print(stderr, "usage: bench_people --seed N --rows M --out FILE [--of K]\n");
    return 2;
  }
  const std::unique_ptr<std::FILE, Close> out(
      options->out == "-" ? stdout : std::fopen(options->out.c_str(), "wb"));
  if (out == nullptr || !write(*options, out.get())) {
    fmt::print(stderr, "cannot write {}\n", options->out);
    return 1;
  }
  return 0;
}
