#include "wire/table_answers.hpp"

#include <cmath>

#include "wire/json.hpp"
#include "wire/pair_answers.hpp"

namespace parley::wire {
namespace {

// Six digits after the point say all there is to say of a share.
Json share(double value) { return std::round(value * 1e6) / 1e6; }
Json thousandths(double value) { return std::round(value * 1e3) / 1e3; }

Json agreement(const linkage::Agreement& of) {
  return {{"precision", share(of.precision())},
          {"recall", share(of.recall())},
          {"f1", share(of.f1())},
          {"right", of.right},
          {"wrong", of.linked - of.right},
          {"missed", of.there - of.right}};
}

Json file(const desk::TableRead& of) {
  Json columns = Json::array();
  for (const linkage::ColumnRole& one : of.roles.columns) {
    columns.push_back({{"column", one.column},
                       {"header", or_null(one.header)},
                       {"role", name(one.role)},
                       {"field", or_null(one.field)},
                       {"ground", name(one.ground)}});
  }
  Json bad = Json::array();
  for (const linkage::BadCell& cell : of.bad) {
    bad.push_back({{"row", cell.row}, {"column", cell.column}, {"text", cell.text}});
  }
  return {{"file", of.name},
          {"rows", of.rows},
          {"header_row", of.roles.header_row},
          {"columns", columns},
          {"bad_cells", of.bad_cells},
          {"bad", bad},
          {"remarks", of.remarks},
          {"without_truth", of.without_truth}};
}

Json explained(const desk::RowsExplained& of) {
  Json out = {{"row_a", of.row_a}, {"row_b", of.row_b}};
  out.update(explanation(of.explanation));
  return out;
}

}  // namespace

std::string to_json(const desk::TablesAnswer& answer, const Took& took) {
  Json out;
  if (answer.measured) {
    const desk::TablesMeasured& of = *answer.measured;
    out["pair"] = agreement(of.pair);
    out["cluster"] = agreement(of.cluster);
    out["blocking_recall"] = share(of.blocking_recall);
    out["ece"] = share(of.ece);
    out["brier"] = share(of.brier);
    out["candidates"] = of.candidates;
  }
  out["seconds"] = thousandths(took.seconds);
  out["cpu_seconds"] = thousandths(took.cpu_seconds);
  out["peak_mb"] = thousandths(took.peak_mb);
  out["mode"] = name(answer.mode);
  out["mode_from_data"] = answer.mode_seen;
  out["linked"] = answer.linked;
  out["clusters"] = answer.groups;
  out["comparisons"] = answer.comparisons;
  Json files = Json::array();
  for (const desk::TableRead& one : answer.files) files.push_back(file(one));
  out["files"] = files;
  if (answer.explained) out["explained"] = explained(*answer.explained);
  return print(out);
}

}  // namespace parley::wire
