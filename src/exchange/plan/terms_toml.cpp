// Reading terms: from a tree of TOML to Terms, with the line of everything that is wrong.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "base/toml.hpp"
#include "exchange/plan/terms.hpp"

namespace parley::exchange::planning {
namespace {

using Faults = std::vector<std::pair<std::uint32_t, std::string>>;  // by line

// Reads the fields of one table and collects what is wrong with it.
class Fields {
 public:
  Fields(const toml::Value& table, Faults& faults)
      : table_(table), faults_(faults), before_(faults.size()) {}

  const toml::Value* take(std::string_view field, toml::Kind kind, bool required) {
    seen_.emplace(field);
    const toml::Value* value = table_.find(field);
    if (value == nullptr) {
      if (required) fault(table_.line, field, "is missing");
      return nullptr;
    }
    if (value->kind == kind) return value;
    fault(value->line, field,
          fmt::format("is {}, not {}", toml::name(value->kind), toml::name(kind)));
    return nullptr;
  }

  std::string text(std::string_view field, bool required) {
    const toml::Value* value = take(field, toml::Kind::kText, required);
    return value == nullptr ? std::string() : value->text;
  }

  std::optional<std::int64_t> integer(std::string_view field, bool required) {
    const toml::Value* value = take(field, toml::Kind::kInteger, required);
    if (value == nullptr) return {};
    return value->integer;
  }

  template <class Enum>
  Enum token(std::string_view field, std::optional<Enum> (*named)(std::string_view)) {
    const toml::Value* value = take(field, toml::Kind::kText, true);
    if (value == nullptr) return Enum{};
    const auto found = named(value->text);
    if (!found) fault(value->line, field, "is not one of its values");
    return found.value_or(Enum{});
  }

  PartyIndex party(const Terms& terms, std::string_view field, const toml::Value* value) {
    if (value == nullptr) return 0;
    const auto found = std::find(terms.parties.begin(), terms.parties.end(), value->text);
    if (value->kind != toml::Kind::kText || found == terms.parties.end()) {
      fault(value->line, field, "is not one of the parties");
      return 0;
    }
    return static_cast<PartyIndex>(found - terms.parties.begin());
  }

  void fault(std::uint32_t line, std::string_view field, std::string_view reason) {
    faults_.emplace_back(
        line, field.empty() ? std::string(reason) : fmt::format("{}: {}", field, reason));
  }

  std::uint32_t line(std::string_view field) const {
    const toml::Value* value = field.empty() ? nullptr : table_.find(field);
    return value == nullptr ? table_.line : value->line;
  }

  // True if the table can be used.
  bool finish() {
    for (const auto& [field, value] : table_.fields) {
      if (!seen_.contains(field)) fault(value.line, "", toml::unknown_field(field, seen_));
    }
    return faults_.size() == before_;
  }

 private:
  const toml::Value& table_;
  Faults& faults_;
  std::size_t before_;
  std::set<std::string, std::less<>> seen_;
};

// "3:1", digits only.
std::optional<std::pair<std::int64_t, std::int64_t>> ratio_in(std::string_view text) {
  std::int64_t p = 0;
  std::int64_t q = 0;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, p);
  if (first.ec != std::errc{} || first.ptr == end || *first.ptr != ':') return {};
  const auto second = std::from_chars(first.ptr + 1, end, q);
  if (second.ec != std::errc{} || second.ptr != end) return {};
  return std::pair(p, q);
}

class Reader {
 public:
  Reader(const toml::Value& top, Faults& faults) : top_(top), faults_(faults) {}

  Terms run() {
    Fields fields(top_, faults_);
    read_top(fields);
    each(fields, "corridor", [&](Fields& table) { return read_corridor(table); });
    each(fields, "first", [&](Fields& table) {
      FirstGroup group;
      group.first = table.token("class", first_class_named);
      group.basis = table.token("basis", basis_named);
      group.note = table.text("note", false);
      if (!table.finish()) return false;
      terms_.first.push_back(std::move(group));
      return true;
    });
    read_stages(fields);
    each(fields, "ceiling", [&](Fields& table) { return read_ceiling(table); });
    each(fields, "must_include",
         [&](Fields& table) { return read_naming(table, terms_.must_include); });
    each(fields, "will_not_release",
         [&](Fields& table) { return read_naming(table, terms_.will_not_release); });
    fields.finish();
    locate_flaws();
    return std::move(terms_);
  }

 private:
  void read_top(Fields& fields) {
    fields.take("version", toml::Kind::kInteger, true);
    if (const toml::Value* list = fields.take("parties", toml::Kind::kArray, true)) {
      for (const toml::Value& item : list->items) {
        if (item.kind == toml::Kind::kText) {
          terms_.parties.push_back(item.text);
        } else {
          fields.fault(item.line, "parties", "one is not text");
        }
      }
    }
    terms_.ceiling.resize(terms_.parties.size());
    const toml::Value* circulation = fields.take("circulation", toml::Kind::kBoolean, false);
    terms_.circulation = circulation != nullptr && circulation->boolean;
    lines_[{"", 0}] = &top_;
  }

  // `read` answers whether it has kept the item.
  template <class Read>
  void each(Fields& fields, std::string_view section, const Read& read) {
    const toml::Value* list = fields.take(section, toml::Kind::kArray, false);
    if (list == nullptr) return;
    std::size_t kept = 0;
    for (const toml::Value& item : list->items) {
      if (item.kind != toml::Kind::kTable) {
        fields.fault(item.line, section, "is not a table");
        continue;
      }
      Fields table(item, faults_);
      if (!read(table)) continue;
      const std::size_t index = section == "ceiling" ? last_ceiling_ : kept++;
      lines_[{section, index}] = &item;
    }
  }

  bool read_corridor(Fields& table) {
    Corridor corridor;
    if (const toml::Value* pair = table.take("between", toml::Kind::kArray, true)) {
      if (pair->items.size() == 2) {
        corridor.a = table.party(terms_, "between", &pair->items[0]);
        corridor.b = table.party(terms_, "between", &pair->items[1]);
      } else {
        table.fault(pair->line, "between", "is not two of the parties");
      }
    }
    if (const toml::Value* value = table.take("rule", toml::Kind::kText, true)) {
      read_rule(table, *value, corridor);
    }
    corridor.capacity = table.integer("capacity", false);
    if (!table.finish()) return false;
    terms_.corridors.push_back(corridor);
    return true;
  }

  static void read_rule(Fields& table, const toml::Value& value, Corridor& corridor) {
    const std::string_view text = value.text;
    if (text == name(Rule::kOneForOne)) return;
    if (text == name(Rule::kAllForAll)) {
      corridor.rule = Rule::kAllForAll;
      return;
    }
    constexpr std::string_view kRatio = "ratio ";
    const auto ratio =
        text.starts_with(kRatio) ? ratio_in(text.substr(kRatio.size())) : std::nullopt;
    if (!ratio) {
      table.fault(value.line, "rule", "is not one-for-one, all-for-all or a ratio like 3:1");
      return;
    }
    corridor.rule = Rule::kRatio;
    corridor.p = ratio->first;
    corridor.q = ratio->second;
  }

  void read_stages(Fields& fields) {
    const toml::Value* stages = fields.take("stages", toml::Kind::kTable, false);
    if (stages == nullptr) return;
    Fields table(*stages, faults_);
    terms_.most_stages = table.integer("most", false).value_or(kMostStages);
    if (stages->find("exposure_counts") != nullptr) {
      terms_.counting = table.token("exposure_counts", counting_named);
    } else {
      table.take("exposure_counts", toml::Kind::kText, false);
    }
    table.finish();
    lines_[{"stages", 0}] = stages;
  }

  bool read_ceiling(Fields& table) {
    const auto* party = table.take("party", toml::Kind::kText, true);
    const PartyIndex index = table.party(terms_, "party", party);
    const auto heads = table.integer("heads", true);
    if (!table.finish()) return false;
    if (terms_.ceiling[index]) {
      table.fault(party->line, "party", "has a ceiling already");
      return false;
    }
    terms_.ceiling[index] = heads;
    last_ceiling_ = index;
    return true;
  }

  bool read_naming(Fields& table, std::vector<Naming>& list) {
    Naming naming;
    naming.party = table.party(terms_, "party", table.take("party", toml::Kind::kText, true));
    naming.reference = table.text("reference", false);
    naming.id = table.text("id", false);
    if (!table.finish()) return false;
    list.push_back(std::move(naming));
    return true;
  }

  void locate_flaws() {
    for (const Flaw& flaw : flaws(terms_)) {
      const auto found = lines_.find({flaw.section, flaw.index});
      const toml::Value& table = found == lines_.end() ? top_ : *found->second;
      Fields fields(table, faults_);
      fields.fault(fields.line(flaw.field), flaw.field, flaw.reason);
    }
  }

  const toml::Value& top_;
  Faults& faults_;
  Terms terms_;
  std::size_t last_ceiling_ = 0;
  std::map<std::pair<std::string_view, std::size_t>, const toml::Value*> lines_;
};

}  // namespace

Result<Terms> read_terms(std::string_view file, std::string_view text) {
  const auto top = toml::parse(text);
  if (!top) return within(top.error(), std::string(file));
  const toml::Value* version = top->find("version");
  if (version != nullptr && version->kind == toml::Kind::kInteger &&
      version->integer != kTermsVersion) {
    const bool later = version->integer > kTermsVersion;
    return fail(later ? Fault::kUnsupported : Fault::kBadInput,
                fmt::format("{}, line {}: version: {}", file, version->line,
                            later ? "is later than this program knows" : "is not 1"));
  }
  Faults faults;
  Terms terms = Reader(*top, faults).run();
  if (faults.empty()) return terms;
  std::stable_sort(faults.begin(), faults.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string message;
  for (const auto& [line, reason] : faults) {
    if (!message.empty()) message += "; ";
    message += fmt::format("{}, line {}: {}", file, line, reason);
  }
  return fail(Fault::kBadInput, std::move(message));
}

}  // namespace parley::exchange::planning
