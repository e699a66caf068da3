#include "text/name_match.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/edit_distance.hpp"
#include "text/name_evidence_table.hpp"
#include "text/name_match_table.hpp"
#include "text/sounds.hpp"

namespace parley::text {
namespace {

using Parts = std::vector<const ReadyPart*>;
constexpr std::size_t kNobody = ~std::size_t{0};
// Of equally good pairings, that of parts of one place.
constexpr int kSamePlace = 300;
// A name of the table is common: agreeing in it tells at most this.
constexpr int kMostOfCommon = 7'000;
// A joined part has to be worth so much more than either of its halves.
constexpr int kJoinGain = 2'000;
constexpr int kSameRelative = 2'000;  // two fathers' names are set side by side rather
constexpr int kSurelyOther = -3'000;
constexpr int kKunyaAlike = 750;
constexpr int kMostOdds = 20'000;

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

NamePart join(const NamePart& a, const NamePart& b) {
  NamePart out;
  out.role = a.role;
  out.written = a.written + " " + b.written;
  out.folded = without_spaces(a.folded + b.folded);
  out.script = a.script;
  out.sounds = sounds_of(out.folded, out.script);
  out.key = name_key(out.folded, out.script);
  return out;
}

struct Cell {
  Evidence evidence;
  int worth = 0;
};

// A side as it is paired: its parts, two of which may have become one.
struct Side {
  Parts parts;
  std::size_t joined_at = kNobody;
};

Side side_of(const ReadyName& name) {
  Side side;
  for (const ReadyPart& part : name.parts) side.parts.push_back(&part);
  return side;
}

// The halves of one part of the other name become one part, where that explains it better.
void join_halves(Side& side, const ReadyName& name, const Side& other) {
  for (std::size_t i = 0; i < name.joined.size(); ++i) {
    const ReadyPart& whole = name.joined[i];
    for (const ReadyPart* one : other.parts) {
      const NamePart &x = whole.part(), &y = one->part();
      if (x.script == y.script) {
        const std::string one_word = without_spaces(y.folded);
        const std::size_t longer = std::max(x.folded.size(), one_word.size());
        if (edit_distance(x.folded, one_word) > longer / 5) continue;
      } else if (name.parts.size() == other.parts.size()) {
        continue;
      }
      const int halves = std::max(evidence(name.parts[i], *one).millibits,
                                  evidence(name.parts[i + 1], *one).millibits);
      if (evidence(whole, *one).millibits < std::max(halves + kJoinGain, 0)) continue;
      side.parts[i] = &whole;
      side.parts.erase(side.parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      side.joined_at = i;
      return;
    }
  }
}

bool definite(NameRole role) { return role != NameRole::kUnplaced; }

using Table = std::array<std::array<Cell, kMostMatched>, kMostMatched>;
using Partners = std::array<std::size_t, kMostMatched>;

// The pairing of the greatest worth, part by part of `a`, over the sets of `b`'s parts taken.
Partners best_pairing(std::size_t n, std::size_t m, const Table& table) {
  const std::size_t sets = std::size_t{1} << m;
  std::vector<int> rest((n + 1) * sets, 0);
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t taken = 0; taken < sets; ++taken) {
      int best = rest[(i + 1) * sets + taken];
      for (std::size_t j = 0; j < m; ++j) {
        if ((taken >> j & 1) != 0 || table[i][j].worth <= 0) continue;
        best = std::max(best,
                        table[i][j].worth + rest[(i + 1) * sets + (taken | std::size_t{1} << j)]);
      }
      rest[i * sets + taken] = best;
    }
  }
  Partners out;
  out.fill(kNobody);
  std::size_t taken = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) {
      const std::size_t with = taken | std::size_t{1} << j;
      if (with == taken || table[i][j].worth <= 0) continue;
      if (table[i][j].worth + rest[(i + 1) * sets + with] != rest[i * sets + taken]) continue;
      out[i] = j;
      taken = with;
      break;
    }
  }
  return out;
}

int& at(MatchSigns& signs, MatchSign sign) { return signs[static_cast<std::size_t>(sign)]; }

MatchLine line_of(MatchKind kind, const ReadyPart* a, const ReadyPart* b) {
  MatchLine line;
  line.kind = kind;
  if (a != nullptr) line.a = a->part().written, line.role_a = a->part().role;
  if (b != nullptr) line.b = b->part().written, line.role_b = b->part().role;
  return line;
}

// Parts without a partner: those that are most alike side by side, of one place first.
void leave(const Side& x, const Side& y, const Table& table, std::vector<std::size_t> a,
           std::vector<std::size_t> b, Matched& out) {
  while (!a.empty() && !b.empty()) {
    std::size_t best_i = 0, best_j = 0;
    int best = std::numeric_limits<int>::min();
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j) {
        const NameRole role = x.parts[a[i]]->part().role;
        const bool same = definite(role) && role == y.parts[b[j]]->part().role;
        const int worth = table[a[i]][b[j]].evidence.millibits + (same ? kSameRelative : 0);
        if (worth > best) best = worth, best_i = i, best_j = j;
      }
    }
    const int bits = table[a[best_i]][b[best_j]].evidence.millibits;
    MatchLine line = line_of(MatchKind::kDiffers, x.parts[a[best_i]], y.parts[b[best_j]]);
    line.millibits = bits;
    out.lines.push_back(std::move(line));
    at(out.signs, MatchSign::kContradiction) += bits;
    at(out.signs, MatchSign::kWeakest) = std::min(at(out.signs, MatchSign::kWeakest), bits);
    at(out.signs, MatchSign::kDiffers) += bits <= kSurelyOther;
    a.erase(a.begin() + static_cast<std::ptrdiff_t>(best_i));
    b.erase(b.begin() + static_cast<std::ptrdiff_t>(best_j));
  }
  for (const std::size_t i : a) {
    out.lines.push_back(line_of(MatchKind::kOnlyOne, x.parts[i], nullptr));
  }
  for (const std::size_t j : b) {
    out.lines.push_back(line_of(MatchKind::kOnlyOne, nullptr, y.parts[j]));
  }
  at(out.signs, MatchSign::kLeftOut) = static_cast<int>(a.size() + b.size());
}

void compare_kunya(const ReadyName& a, const ReadyName& b, Matched& out) {
  if (a.kunya_key.empty() || b.kunya_key.empty()) return;
  const std::size_t longer = std::max(a.kunya_key.size(), b.kunya_key.size());
  const int alike =
      1000 - static_cast<int>(1000 * edit_distance(a.kunya_key, b.kunya_key) / longer);
  const bool same = alike >= kKunyaAlike;
  ++at(out.signs, same ? MatchSign::kKunyaSame : MatchSign::kKunyaOther);
  MatchLine line;
  line.kind = MatchKind::kKunya;
  line.a = a.kunya, line.b = b.kunya;
  line.ground = same ? Ground::kSounds : Ground::kNone;
  out.lines.push_back(std::move(line));
}

// 2^(millibits / 1000), by products that IEEE 754 rounds exactly.
double power(int millibits) {
  constexpr std::array kPowers{1.0006933874625807, 1.0013872557113346, 1.0027764359010778,
                               1.0055605803984684, 1.0111520808510407, 1.0224285306090146,
                               1.0453601002086226, 1.0927777391002155, 1.1941631870769264,
                               1.4260257173562988};
  const int part = ((millibits % 1000) + 1000) % 1000;
  double out = 1;
  for (std::size_t bit = 0; bit < kPowers.size(); ++bit) {
    if ((part >> bit & 1) != 0) out *= kPowers[bit];
  }
  return std::ldexp(out, (millibits - part) / 1000);
}

}  // namespace

std::string_view name(MatchKind kind) {
  switch (kind) {
    case MatchKind::kPaired: return "paired";
    case MatchKind::kDiffers: return "differs";
    case MatchKind::kOnlyOne: return "left-out";
    case MatchKind::kKunya: return "kunya";
  }
  return "";
}

std::array<bool, 6> scripts_of(const PersonalName& name) {
  std::array<bool, 6> out{};
  for (const NamePart& part : name.parts) out[static_cast<std::size_t>(part.script)] = true;
  return out;
}

ReadyName::ReadyName(const PersonalName& name, const std::array<bool, 6>& scripts)
    : kunya(name.kunya), kunya_key(name.kunya_key) {
  const std::size_t count = std::min(name.parts.size(), kMostMatched);
  for (std::size_t i = 0; i < count; ++i) parts.emplace_back(name.parts[i], scripts);
  for (std::size_t i = 0; i + 1 < count; ++i) {
    joined.emplace_back(join(name.parts[i], name.parts[i + 1]), scripts);
  }
}

Matched matched(const ReadyName& a, const ReadyName& b) {
  Matched out;
  Side x = side_of(a), y = side_of(b);
  join_halves(x, a, y);
  if (x.joined_at == kNobody) join_halves(y, b, x);
  const std::size_t n = x.parts.size(), m = y.parts.size();
  Table table;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) {
      Cell& cell = table[i][j];
      cell.evidence = evidence(*x.parts[i], *y.parts[j]);
      const bool same_place = x.parts[i]->part().role == y.parts[j]->part().role;
      cell.worth = cell.evidence.millibits <= 0
                       ? 0
                       : cell.evidence.millibits + (same_place ? kSamePlace : 0);
    }
  }
  const Partners partners = best_pairing(n, m, table);
  at(out.signs, MatchSign::kEven) = 1;
  at(out.signs, MatchSign::kAlone) = std::min(n, m) == 1 && std::max(n, m) > 1 ? 1 : 0;
  int weakest = kMostOfCommon;
  bool given_as_father = false, father_as_given = false;
  std::array<bool, kMostMatched> taken{};
  std::vector<std::size_t> left_a, left_b;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t j = partners[i];
    if (j == kNobody) {
      left_a.push_back(i);
      continue;
    }
    taken[j] = true;
    const Cell& cell = table[i][j];
    const NamePart &one = x.parts[i]->part(), &other = y.parts[j]->part();
    const bool common = one.group != 0 || other.group != 0;
    const int bits = std::min(cell.evidence.millibits, common ? kMostOfCommon : kMostEvidence);
    MatchLine line = line_of(MatchKind::kPaired, x.parts[i], y.parts[j]);
    line.ground = cell.evidence.ground;
    line.joined = i == x.joined_at || j == y.joined_at;
    line.moved = definite(one.role) && definite(other.role) && one.role != other.role;
    line.millibits = bits;
    out.lines.push_back(std::move(line));
    at(out.signs, MatchSign::kAgreement) += bits;
    given_as_father |= one.role == NameRole::kGiven && other.role == NameRole::kFather;
    father_as_given |= one.role == NameRole::kFather && other.role == NameRole::kGiven;
    at(out.signs, MatchSign::kInitials) += cell.evidence.ground == Ground::kInitial;
    if (cell.evidence.ground != Ground::kInitial) weakest = std::min(weakest, bits);
  }
  at(out.signs, MatchSign::kMoved) = given_as_father && father_as_given;
  int& agreement = at(out.signs, MatchSign::kAgreement);
  agreement = std::min(agreement, kMostAgreement);
  at(out.signs, MatchSign::kWeakest) = weakest;
  for (std::size_t j = 0; j < m; ++j) {
    if (!taken[j]) left_b.push_back(j);
  }
  leave(x, y, table, left_a, left_b, out);
  compare_kunya(a, b, out);
  return out;
}

NameMatch match_names(const ReadyName& a, const ReadyName& b) {
  Matched found = matched(a, b);
  NameMatch out;
  out.lines = std::move(found.lines);
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < kMatchSigns; ++i) {
    const bool millibits = in_millibits(static_cast<MatchSign>(i));
    sum += std::int64_t{kMatchWeights[i]} * found.signs[i] / (millibits ? 1000 : 1);
  }
  out.millibits = static_cast<int>(std::clamp<std::int64_t>(sum, -kMostOdds, kMostOdds));
  out.probability_ppm = probability_ppm(out.millibits);
  return out;
}

std::uint32_t probability_ppm(int millibits) {
  const double odds = power(std::clamp(millibits, -kMostOdds, kMostOdds));
  return static_cast<std::uint32_t>(1e6 * (odds / (1 + odds)) + .5);
}

int alone_worth(int millibits) {
  const auto weight = [](MatchSign sign) {
    return std::int64_t{kMatchWeights[static_cast<std::size_t>(sign)]};
  };
  const std::int64_t each = weight(MatchSign::kAgreement) + weight(MatchSign::kWeakest);
  return static_cast<int>(weight(MatchSign::kEven) + each * millibits / 1000);
}

NameMatch match_names(std::string_view a, std::string_view b) {
  const PersonalName x = parse_name(a), y = parse_name(b);
  return match_names(ReadyName(x, scripts_of(y)), ReadyName(y, scripts_of(x)));
}

}  // namespace parley::text
