#include "linkage/explain.hpp"

#include <algorithm>
#include <cstdlib>

namespace parley::linkage {
namespace {

// Shares of people, in millionths.
constexpr std::uint32_t kCommon = 10'000;
constexpr std::uint32_t kRare = 1'000;

std::string written(const DateSpan& span) {
  if (span.first == span.last) return span.first.iso();
  if (span.first.month == 1 && span.first.day == 1 &&
      span.last == span.first.coarsened(Precision::kYear).last_day()) {
    return span.first.coarsened(Precision::kYear).iso();
  }
  return span.first.iso() + ".." + span.last.iso();
}

std::string written(const Value& value, Slot slot, std::uint8_t part) {
  if (const Name* name = std::get_if<Name>(&value)) {
    if (slot == Slot::kKunya) return name->name.kunya;
    return part < name->name.parts.size() ? name->name.parts[part].written : "";
  }
  if (const DateSpan* span = std::get_if<DateSpan>(&value)) return written(*span);
  if (const std::string* code = std::get_if<std::string>(&value)) return *code;
  const Term& term = std::get<Term>(value);
  return !term.text.empty() || term.is.empty() ? term.text : term.is.front();
}

std::string written(const Record& record, const Feature& feature, std::uint8_t value,
                    std::uint8_t part) {
  const std::vector<Value>& values = record.values[feature.field];
  return value < values.size() ? written(values[value], feature.slot, part) : "";
}

std::string frequency(std::uint32_t share_ppm) {
  if (share_ppm == 0) return "";
  return share_ppm >= kCommon ? "common" : share_ppm <= kRare ? "rare" : "usual";
}

std::string bits(std::int32_t millibits) {
  const std::int32_t tenths = (std::abs(millibits) + 50) / 100;
  const char* sign = tenths == 0 ? "" : millibits < 0 ? "-" : "+";
  return sign + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " bits";
}

std::string words_of_doubt(const std::string& doubt) {
  if (doubt == "improbable") return "not probable enough";
  if (doubt == "rival") return "another candidate is close";
  if (doubt == "only-names") return "little but the names agrees";
  if (doubt == "contradiction") return "something speaks strongly against it";
  if (doubt == "unassigned") return "the best pairing of all is another";
  return "only an alias or a kunya agrees";
}

}  // namespace

Explanation explain(const Links& links, const Pair& pair, const Record& a, const Record& b) {
  Explanation out;
  for (const Contribution& said : pair.contributions) {
    Line line;
    line.millibits = said.millibits;
    if (said.feature == kKinship) {
      line.feature = "kinship";
      out.lines.push_back(std::move(line));
      continue;
    }
    const Feature& feature = links.features[said.feature];
    line.feature = token(links.schema, feature);
    line.level = name(said.level);
    line.written_a = written(a, feature, said.value_a, said.part_a);
    line.written_b = written(b, feature, said.value_b, said.part_b);
    line.frequency = frequency(said.share_ppm);
    out.lines.push_back(std::move(line));
  }
  out.millibits = pair.millibits;
  out.probability_ppm = pair.probability_ppm;
  out.standing = name(pair.standing);
  for (const Doubt doubt : pair.doubts) out.doubts.emplace_back(name(doubt));
  return out;
}

std::string english(const Line& line) {
  if (line.feature == "kinship") {
    return "relatives or namesakes would agree in as much: " + bits(line.millibits);
  }
  std::string out = line.feature + ": " + line.level;
  if (line.written_a == line.written_b) {
    if (!line.written_a.empty()) out += " (" + line.written_a + ")";
  } else {
    out += " (" + line.written_a + " / " + line.written_b + ")";
  }
  if (!line.frequency.empty()) out += ", " + line.frequency;
  return out + ", " + bits(line.millibits);
}

std::string english(const Explanation& explanation) {
  std::string out;
  for (const Line& line : explanation.lines) out += english(line) + "\n";
  const std::uint32_t tenths = (explanation.probability_ppm + 500) / 1000;
  out += "together " + bits(explanation.millibits) + ", probability " +
         std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
         "%: " + explanation.standing + "\n";
  for (const std::string& doubt : explanation.doubts) {
    out += "not sure: " + words_of_doubt(doubt) + "\n";
  }
  return out;
}

}  // namespace parley::linkage
