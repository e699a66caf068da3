#include "wire/name_answers.hpp"

#include "wire/json.hpp"

namespace parley::wire {
namespace {

using text::MatchKind;

Json thousandths(int value) { return static_cast<double>(value) / 1000; }
Json millionths(std::uint32_t value) { return static_cast<double>(value) / 1'000'000; }

Json script_or_null(text::Script script) {
  return script == text::Script::kNone ? Json() : Json(text::name(script));
}

}  // namespace

std::string to_json(const desk::NamesCompared& answer) {
  Json slots = Json::array();
  for (const text::MatchLine& line : answer.match.lines) {
    const bool kunya = line.kind == MatchKind::kKunya;
    slots.push_back({{"kind", text::name(line.kind)},
                     {"a", or_null(line.a)},
                     {"b", or_null(line.b)},
                     {"slot_a", line.a.empty() || kunya ? Json() : Json(text::name(line.role_a))},
                     {"slot_b", line.b.empty() || kunya ? Json() : Json(text::name(line.role_b))},
                     {"source", text::name(line.ground)},
                     {"moved", line.moved},
                     {"joined", line.joined},
                     {"bits", thousandths(line.millibits)}});
  }
  return print({{"a", answer.a},
                {"b", answer.b},
                {"probability", millionths(answer.match.probability_ppm)},
                {"match", answer.match.match()},
                {"bits", thousandths(answer.match.millibits)},
                {"slots", slots},
                {"reason", desk::reason_of(answer)}});
}

std::string to_json(const desk::NameParsed& answer) {
  Json parts = Json::array();
  for (const text::NamePart& part : answer.name.parts) {
    parts.push_back({{"slot", text::name(part.role)},
                     {"written", part.written},
                     {"folded", part.folded},
                     {"key", part.key},
                     {"script", script_or_null(part.script)},
                     {"initial", part.initial},
                     {"known_as", or_null(desk::group_name(part.group))}});
  }
  return print({{"name", answer.name.written},
                {"script", script_or_null(answer.name.script)},
                {"parts", parts},
                {"kunya", or_null(answer.name.kunya)},
                {"left_out", or_null(answer.left_out)}});
}

std::string to_json_line(const desk::NamesFound::One& one) {
  Json found = Json::array();
  for (const desk::NameFound& name : one.found) found.push_back(name.name);
  const Json json{{"query", one.query}, {"found", found}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parley::wire
