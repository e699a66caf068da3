#include "linkage/model.hpp"

#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "base/toml.hpp"
#include "linkage/role.hpp"

namespace parley::linkage {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kMillion = 1'000'000;

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string written(const std::array<std::uint32_t, kLevels>& shares) {
  std::string out = "{ ";
  bool first = true;
  for (std::size_t level = 0; level < kLevels; ++level) {
    if (shares[level] == 0) continue;
    out +=
        fmt::format("{}{} = {}", first ? "" : ", ", name(static_cast<Level>(level)), shares[level]);
    first = false;
  }
  return out + " }";
}

tl::unexpected<Error> wrong(const toml::Value& at, std::string_view what) {
  return fail(Fault::kBadInput, fmt::format("line {}: {}", at.line, what));
}

Result<const toml::Value*> get(const toml::Value& table, std::string_view key, toml::Kind kind) {
  const toml::Value* value = table.find(key);
  if (value == nullptr) return wrong(table, fmt::format("{} is missing", key));
  if (value->kind != kind) {
    return wrong(*value, fmt::format("{} is not {}", key, toml::name(kind)));
  }
  return value;
}

Result<std::uint32_t> number(const toml::Value& value, std::int64_t most) {
  if (value.kind != toml::Kind::kInteger || value.integer < 0 || value.integer > most) {
    return wrong(value, fmt::format("not a whole number from 0 to {}", most));
  }
  return static_cast<std::uint32_t>(value.integer);
}

Result<void> only(const toml::Value& table, std::initializer_list<std::string_view> keys) {
  for (const toml::Field& field : table.fields) {
    if (std::find(keys.begin(), keys.end(), field.key) == keys.end()) {
      return wrong(field.value, "there is no such key");
    }
  }
  return {};
}

Result<bool> flag(const toml::Value& table, std::string_view key) {
  const toml::Value* value = table.find(key);
  if (value == nullptr) return false;
  if (value->kind != toml::Kind::kBoolean) return wrong(*value, "neither true nor false");
  return value->boolean;
}

Result<Field> read_field(const toml::Value& table) {
  if (table.kind != toml::Kind::kTable) return wrong(table, "not a table");
  PARLEY_TRY(only(table, {"token", "kind", "own_name", "shared_by_kin", "of_household"}));
  Field out;
  PARLEY_ASSIGN(const toml::Value* token, get(table, "token", toml::Kind::kText));
  out.token = token->text;
  PARLEY_ASSIGN(const toml::Value* kind, get(table, "kind", toml::Kind::kText));
  std::optional<Kind> found;
  for (const Kind one : {Kind::kName, Kind::kDate, Kind::kCode, Kind::kCategory, Kind::kTerm}) {
    if (name(one) == kind->text) found = one;
  }
  if (!found) return wrong(*kind, "there is no such kind of field");
  out.kind = *found;
  PARLEY_ASSIGN(out.own_name, flag(table, "own_name"));
  PARLEY_ASSIGN(out.shared_by_kin, flag(table, "shared_by_kin"));
  PARLEY_ASSIGN(out.of_household, flag(table, "of_household"));
  return out;
}

Result<void> read_shares(const toml::Value& table, std::string_view key,
                         const std::vector<Expected>& levels,
                         std::array<std::uint32_t, kLevels>& out) {
  PARLEY_ASSIGN(const toml::Value* shares, get(table, key, toml::Kind::kTable));
  for (const toml::Field& field : shares->fields) {
    const auto at = std::find_if(levels.begin(), levels.end(),
                                 [&](const Expected& one) { return name(one.level) == field.key; });
    if (at == levels.end()) return wrong(field.value, "the field has no such level");
    PARLEY_ASSIGN(out[static_cast<std::size_t>(at->level)], number(field.value, kMillion));
  }
  return {};
}

Result<void> read_features(const toml::Value& list, Model& out) {
  const std::vector<Feature> features = features_of(out.schema);
  if (features.size() > kMostFeatures) return wrong(list, "too many fields");
  if (list.items.size() != features.size()) {
    return wrong(list, fmt::format("the fields have {} features", features.size()));
  }
  for (std::size_t i = 0; i < features.size(); ++i) {
    const toml::Value& table = list.items[i];
    if (table.kind != toml::Kind::kTable) return wrong(table, "not a table");
    PARLEY_TRY(only(table, {"token", "m", "u"}));
    PARLEY_ASSIGN(const toml::Value* called, get(table, "token", toml::Kind::kText));
    if (called->text != token(out.schema, features[i])) {
      return wrong(*called, "not the next feature of the fields");
    }
    const std::vector<Expected> levels = expected_levels(out.schema, features[i]);
    Fitted::Levels& of = out.fitted.features.emplace_back();
    PARLEY_TRY(read_shares(table, "m", levels, of.m_ppm));
    PARLEY_TRY(read_shares(table, "u", levels, of.u_ppm));
  }
  return {};
}

Result<SameTerms> read_same(const toml::Value& table, const Schema& schema) {
  if (table.kind != toml::Kind::kTable) return wrong(table, "not a table");
  PARLEY_TRY(only(table, {"field", "text", "other"}));
  PARLEY_ASSIGN(const toml::Value* field, get(table, "field", toml::Kind::kText));
  PARLEY_ASSIGN(const toml::Value* text, get(table, "text", toml::Kind::kText));
  PARLEY_ASSIGN(const toml::Value* other, get(table, "other", toml::Kind::kText));
  SameTerms out{0, text->text, other->text};
  while (out.field < schema.size() && schema[out.field].token != field->text) ++out.field;
  if (out.field == schema.size() || schema[out.field].kind != Kind::kTerm) {
    return wrong(*field, "no field of terms has that token");
  }
  return out;
}

}  // namespace

std::string write_model(const Model& model) {
  std::string out = fmt::format(
      "version = {}\nmode = {}\nmatched_ppm = {}\nfound_ppm = {}\nagain_ppm = {}\nothers_ppm = {}\n"
      "iterations = {}\n",
      kVersion, quoted(name(model.mode)), model.fitted.matched_ppm, model.fitted.found_ppm,
      model.fitted.again_ppm, model.fitted.others_ppm, model.fitted.iterations);
  for (const Field& field : model.schema) {
    out += fmt::format("\n[[field]]\ntoken = {}\nkind = {}\n", quoted(field.token),
                       quoted(name(field.kind)));
    if (field.own_name) out += "own_name = true\n";
    if (field.shared_by_kin) out += "shared_by_kin = true\n";
    if (field.of_household) out += "of_household = true\n";
  }
  const std::vector<Feature> features = features_of(model.schema);
  for (std::size_t i = 0; i < features.size() && i < model.fitted.features.size(); ++i) {
    out += fmt::format(
        "\n[[feature]]\ntoken = {}\nm = {}\nu = {}\n", quoted(token(model.schema, features[i])),
        written(model.fitted.features[i].m_ppm), written(model.fitted.features[i].u_ppm));
  }
  for (const SameTerms& one : model.fitted.same_terms) {
    out += fmt::format("\n[[same]]\nfield = {}\ntext = {}\nother = {}\n",
                       quoted(model.schema[one.field].token), quoted(one.text), quoted(one.other));
  }
  out += "\n[columns]\n";
  for (const table::MappedColumn& column : model.columns.columns) {
    out += fmt::format("{} = {}\n", quoted(column.header), quoted(column.field));
  }
  return out;
}

Result<Model> read_model(std::string_view text) {
  PARLEY_ASSIGN(const toml::Value top, toml::parse(text));
  PARLEY_ASSIGN(const toml::Value* version, get(top, "version", toml::Kind::kInteger));
  if (version->integer != kVersion) {
    return fail(Fault::kUnsupported, "the model is of another version of the program");
  }
  PARLEY_TRY(only(top, {"version", "mode", "matched_ppm", "found_ppm", "again_ppm", "others_ppm",
                        "iterations", "field", "feature", "same", "columns"}));
  Model out;
  PARLEY_ASSIGN(const toml::Value* mode, get(top, "mode", toml::Kind::kText));
  std::optional<Mode> found;
  for (const Mode one :
       {Mode::kDedupe, Mode::kOneToOne, Mode::kOneToMany, Mode::kManyToMany, Mode::kWithin}) {
    if (name(one) == mode->text) found = one;
  }
  if (!found) return wrong(*mode, "there is no such mode");
  out.mode = *found;
  PARLEY_ASSIGN(const toml::Value* matched, get(top, "matched_ppm", toml::Kind::kInteger));
  PARLEY_ASSIGN(out.fitted.matched_ppm, number(*matched, 100 * kMillion));
  // Files of before have none of these.
  if (const toml::Value* share = top.find("found_ppm")) {
    PARLEY_ASSIGN(out.fitted.found_ppm, number(*share, 100 * kMillion));
  }
  if (const toml::Value* again = top.find("again_ppm")) {
    PARLEY_ASSIGN(out.fitted.again_ppm, number(*again, kMillion));
  }
  if (const toml::Value* others = top.find("others_ppm")) {
    PARLEY_ASSIGN(out.fitted.others_ppm, number(*others, 100 * kMillion));
  }
  PARLEY_ASSIGN(const toml::Value* iterations, get(top, "iterations", toml::Kind::kInteger));
  PARLEY_ASSIGN(out.fitted.iterations, number(*iterations, kMillion));
  PARLEY_ASSIGN(const toml::Value* fields, get(top, "field", toml::Kind::kArray));
  for (const toml::Value& one : fields->items) {
    PARLEY_ASSIGN(Field field, read_field(one));
    out.schema.push_back(std::move(field));
  }
  PARLEY_ASSIGN(const toml::Value* features, get(top, "feature", toml::Kind::kArray));
  PARLEY_TRY(read_features(*features, out));
  if (const toml::Value* same = top.find("same")) {
    if (same->kind != toml::Kind::kArray) return wrong(*same, "same is not a list");
    for (const toml::Value& one : same->items) {
      PARLEY_ASSIGN(SameTerms terms, read_same(one, out.schema));
      out.fitted.same_terms.push_back(std::move(terms));
    }
  }
  PARLEY_ASSIGN(const toml::Value* columns, get(top, "columns", toml::Kind::kTable));
  for (const toml::Field& field : columns->fields) {
    const bool known =
        field.value.kind == toml::Kind::kText &&
        (field.value.text == "ignore" || role_vocabulary().find(field.value.text).has_value());
    if (!known) return wrong(field.value, "there is no such role");
    out.columns.columns.push_back({field.key, field.value.text, field.value.line});
  }
  return out;
}

}  // namespace parley::linkage
