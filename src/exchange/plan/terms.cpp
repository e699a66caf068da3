#include "exchange/plan/terms.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <utility>

#include "base/bytes.hpp"

namespace parley::exchange::planning {
namespace {

constexpr std::array<std::string_view, 6> kFirstClasses = {
    "wounded-or-sick", "child", "woman-pregnant-or-infant", "civilian", "elderly", "other"};
constexpr std::array<std::string_view, 3> kBases = {"law", "agreement", "policy"};
constexpr std::array<std::string_view, 2> kCountings = {"everyone", "parity"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return {};
  return static_cast<Enum>(found - names.begin());
}

bool is_line(std::string_view text) {
  return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
         });
}

bool is_id_start(std::string_view id) {
  return id.size() >= 8 && id.size() <= 64 &&
         id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class Search {
 public:
  explicit Search(const Terms& terms) : terms_(terms) {}

  std::vector<Flaw> run() {
    parties();
    corridors();
    first();
    if (terms_.most_stages < 1 || terms_.most_stages > kMostStages) {
      add("stages", 0, "most", "is not from 1 to 366");
    }
    ceilings();
    namings("must_include", terms_.must_include);
    namings("will_not_release", terms_.will_not_release);
    return std::move(found_);
  }

 private:
  void add(std::string_view section, std::size_t index, std::string_view field,
           std::string_view reason) {
    found_.push_back({section, index, field, reason});
  }

  bool is_party(PartyIndex party) const { return party < terms_.parties.size(); }

  void parties() {
    if (terms_.parties.size() < 2) add("", 0, "parties", "are fewer than two");
    if (terms_.parties.size() > kMostParties) add("", 0, "parties", "are too many");
    std::set<std::string_view> seen;
    for (const std::string& party : terms_.parties) {
      if (party.empty() || !is_line(party)) add("", 0, "parties", "one is not a handle");
      if (!seen.insert(party).second) add("", 0, "parties", "one stands twice");
    }
  }

  void corridors() {
    std::set<std::pair<PartyIndex, PartyIndex>> pairs;
    for (std::size_t i = 0; i < terms_.corridors.size(); ++i) {
      const Corridor& corridor = terms_.corridors[i];
      if (!is_party(corridor.a) || !is_party(corridor.b) || corridor.a == corridor.b) {
        add("corridor", i, "between", "is not two of the parties");
      } else if (!pairs.insert(std::minmax(corridor.a, corridor.b)).second) {
        add("corridor", i, "between", "has a corridor already");
      }
      if (corridor.rule != Rule::kRatio) {
        if (corridor.p != 1 || corridor.q != 1) add("corridor", i, "rule", "has a ratio beside it");
      } else if (corridor.p < 1 || corridor.p > kMostRatio || corridor.q < 1 ||
                 corridor.q > kMostRatio) {
        add("corridor", i, "rule", "has a number that is not from 1 to 1000");
      } else if (std::gcd(corridor.p, corridor.q) != 1) {
        add("corridor", i, "rule", "is not in lowest terms");
      } else if (corridor.p == corridor.q) {
        add("corridor", i, "rule", "is one-for-one: say so");
      }
      if (corridor.capacity && (*corridor.capacity < 1 || *corridor.capacity > kMostHeads)) {
        add("corridor", i, "capacity", "is not from 1 to 100000000");
      }
    }
  }

  void first() {
    std::set<FirstClass> seen;
    for (std::size_t i = 0; i < terms_.first.size(); ++i) {
      if (!seen.insert(terms_.first[i].first).second) add("first", i, "class", "stands twice");
      if (!is_line(terms_.first[i].note)) add("first", i, "note", "is not one line of text");
    }
  }

  void ceilings() {
    if (terms_.ceiling.size() != terms_.parties.size()) {
      add("", 0, "ceiling", "there is not one place a party");
      return;
    }
    for (std::size_t i = 0; i < terms_.ceiling.size(); ++i) {
      const auto& heads = terms_.ceiling[i];
      if (heads && (*heads < 0 || *heads > kMostHeads)) {
        add("ceiling", i, "heads", "is not from 0 to 100000000");
      }
    }
  }

  void namings(std::string_view section, const std::vector<Naming>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!is_party(list[i].party)) add(section, i, "party", "is not one of the parties");
      if (list[i].reference.empty() == list[i].id.empty()) {
        add(section, i, "", "needs a reference or an id, and not both");
      } else if (list[i].id.empty() && !is_line(list[i].reference)) {
        add(section, i, "reference", "is not one line of text");
      } else if (!list[i].id.empty() && !is_id_start(list[i].id)) {
        add(section, i, "id", "is not 8 to 64 lower-case hexadecimal digits");
      }
    }
  }

  const Terms& terms_;
  std::vector<Flaw> found_;
};

// A basic string of TOML. Precondition: is_line(text).
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string_view name(Rule rule) {
  switch (rule) {
    case Rule::kOneForOne: return "one-for-one";
    case Rule::kRatio: return "ratio";
    case Rule::kAllForAll: return "all-for-all";
  }
  return "unknown";
}

std::string_view name(FirstClass first) { return kFirstClasses[static_cast<std::size_t>(first)]; }
std::string_view name(Basis basis) { return kBases[static_cast<std::size_t>(basis)]; }
std::string_view name(Counting counting) { return kCountings[static_cast<std::size_t>(counting)]; }

std::optional<FirstClass> first_class_named(std::string_view name) {
  return named<FirstClass>(kFirstClasses, name);
}
std::optional<Basis> basis_named(std::string_view name) { return named<Basis>(kBases, name); }
std::optional<Counting> counting_named(std::string_view name) {
  return named<Counting>(kCountings, name);
}

std::vector<Flaw> flaws(const Terms& terms) { return Search(terms).run(); }

Result<void> check_terms(const Terms& terms) {
  const std::vector<Flaw> found = flaws(terms);
  if (found.empty()) return {};
  const Flaw& flaw = found.front();
  std::string where;
  if (!flaw.section.empty()) where = fmt::format("{} {}: ", flaw.section, flaw.index + 1);
  if (!flaw.field.empty()) where += fmt::format("{}: ", flaw.field);
  return fail(Fault::kBadInput, fmt::format("terms: {}{}", where, flaw.reason));
}

std::string to_toml(const Terms& terms) {
  std::string out = fmt::format("version = {}\nparties = [", kTermsVersion);
  const auto handle = [&](PartyIndex party) { return quoted(terms.parties[party]); };
  for (PartyIndex i = 0; i < terms.parties.size(); ++i) {
    out += (i == 0 ? "" : ", ") + handle(i);
  }
  out += "]\n";
  if (terms.circulation) out += "circulation = true\n";
  for (const Corridor& corridor : terms.corridors) {
    std::string rule(name(corridor.rule));
    if (corridor.rule == Rule::kRatio) rule += fmt::format(" {}:{}", corridor.p, corridor.q);
    out += fmt::format("\n[[corridor]]\nbetween = [{}, {}]\nrule = \"{}\"\n", handle(corridor.a),
                       handle(corridor.b), rule);
    if (corridor.capacity) out += fmt::format("capacity = {}\n", *corridor.capacity);
  }
  for (const FirstGroup& group : terms.first) {
    out += fmt::format("\n[[first]]\nclass = \"{}\"\nbasis = \"{}\"\n", name(group.first),
                       name(group.basis));
    if (!group.note.empty()) out += fmt::format("note = {}\n", quoted(group.note));
  }
  out += fmt::format("\n[stages]\nmost = {}\nexposure_counts = \"{}\"\n", terms.most_stages,
                     name(terms.counting));
  for (PartyIndex i = 0; i < terms.ceiling.size(); ++i) {
    if (!terms.ceiling[i]) continue;
    out += fmt::format("\n[[ceiling]]\nparty = {}\nheads = {}\n", handle(i), *terms.ceiling[i]);
  }
  const auto list = [&](std::string_view section, const std::vector<Naming>& items) {
    for (const Naming& item : items) {
      out += fmt::format("\n[[{}]]\nparty = {}\n", section, handle(item.party));
      out += item.id.empty() ? fmt::format("reference = {}\n", quoted(item.reference))
                             : fmt::format("id = \"{}\"\n", item.id);
    }
  };
  list("must_include", terms.must_include);
  list("will_not_release", terms.will_not_release);
  return out;
}

}  // namespace parley::exchange::planning
