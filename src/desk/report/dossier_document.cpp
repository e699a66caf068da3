#include "desk/report/dossier_document.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/bytes.hpp"
#include "desk/report/labels.hpp"
#include "desk/report/wording.hpp"
#include "desk/report/written_date.hpp"

namespace parley::desk {
namespace {

using namespace document;
using dossier::Event;
using dossier::EventKind;
using dossier::Kept;
using dossier::MeasureStatus;
using dossier::PartyStatus;
using dossier::Point;
using dossier::Shift;
using dossier::Stand;
using dossier::Statement;
using dossier::Waiting;
using record::EntryId;

constexpr std::size_t kWidestComparison = 3;  // sides on one row of A4
constexpr std::size_t kMostLanes = 12;

// A column and its cells, so that a column without content can be left out.
struct TableDraft {
  std::vector<Column> columns;
  std::vector<Row> rows;

  Table finish() {
    for (std::size_t c = columns.size(); c-- > 0;) {
      const bool empty = std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
        return row.cells.size() != columns.size() || row.cells[c].text.empty();
      });
      if (!empty || columns.size() == 1) continue;
      for (Row& row : rows) {
        if (row.cells.size() == columns.size()) {
          row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(c));
        }
      }
      columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(c));
    }
    return {{}, std::move(columns), std::move(rows)};
  }
};

class Composer {
 public:
  Composer(const dossier::Dossier& dossier, const dossier::Status& status,
           const std::vector<Event>& timeline, const DossierReport& report, Language language)
      : dossier_(dossier),
        status_(status),
        timeline_(timeline),
        report_(report),
        language_(language),
        wording_(dossier, language),
        grades_(report.grades && report.party.empty()) {
    number_sources();
  }

  Document run() {
    Document out;
    out.language = language_;
    out.date = status_.as_of.iso();
    out.title = report_.title.empty() ? Text(word(Label::kDossier)) : as_entered(report_.title);
    out.subtitle = desk::label(Label::kStatusAndTimeline, language_, {date(status_.as_of)});
    out.mark = wording_.labelled(Label::kFor, recipient());
    out.footer = wording_.labelled(Label::kCheckpoint,
                                   checkpoint(to_base64(dossier_.root).substr(0, 12) + "…"));
    out.facts = facts();
    where_things_stand(out.add(word(Label::kWhereThingsStand)));
    open_points(out.add(word(Label::kOpenPoints)));
    last_said(out.add(word(Label::kLastSaid)));
    timeline(out.add(word(Label::kTimeline)));
    if (!sources_.empty()) sources(out.add(word(Label::kSources)));
    about(out.add(word(Label::kAboutDocument)));
    return out;
  }

 private:
  std::string word(Label label) const { return wording_.word(label); }
  std::string date(const Date& date) const { return written_date(date, language_); }
  Column column(Label label, int weight) const { return {word(label), weight, Align::kStart}; }
  const Kept<Statement>& statement(const EntryId& id) const { return *dossier_.statement(id); }

  // The sources of what is shown, numbered as the dossier has them.
  void number_sources() {
    std::set<EntryId> used;
    for (const EntryId& id : status_.considered) {
      const Kept<Statement>* kept = dossier_.statement(id);
      if (kept && kept->value().source) used.insert(*kept->value().source);
    }
    for (const auto& source : dossier_.sources) {
      if (used.contains(source.id)) sources_.push_back(&source);
    }
    one_source_ = sources_.size() == 1 &&
                  std::all_of(status_.considered.begin(), status_.considered.end(),
                              [&](const EntryId& id) { return statement(id).value().source; });
  }

  std::string source_number(const std::optional<EntryId>& id) const {
    for (std::size_t i = 0; id && i < sources_.size(); ++i) {
      if (sources_[i]->id == *id) return std::to_string(i + 1);
    }
    return {};
  }

  Text recipient() const {
    if (report_.party.empty()) return word(Label::kDesk);
    const auto id = dossier_.find(dossier::Kind::kParty, report_.party);
    return id ? wording_.party(*id) : Text(code(report_.party));
  }

  Text checkpoint(std::string root) const {
    Text out(desk::counted(Counted::kEntries, language_, dossier_.size) + word(Label::kComma) +
             word(Label::kRootHash) + " ");
    out += code(std::move(root));
    return out;
  }

  std::string count_or_none(Counted what, std::uint64_t number) const {
    return number == 0 ? word(Label::kNone) : desk::counted(what, language_, number);
  }

  std::vector<Definition> facts() const {
    std::vector<Definition> out;
    const auto add = [&](Label label, Text value) {
      out.push_back({word(label), std::move(value)});
    };
    add(Label::kAsOf, date(status_.as_of));
    add(Label::kFor, recipient());
    add(Label::kConsidered, count_or_none(Counted::kStatements, status_.considered.size()));
    if (status_.later > 0) {
      add(Label::kKnownLater, counted(Counted::kStatements, language_, status_.later));
    }
    add(Label::kWithheld, count_or_none(Counted::kWithheldEntries, report_.withheld));
    if (report_.erased > 0)
      add(Label::kErased, counted(Counted::kEntries, language_, report_.erased));
    if (dossier_.newer > 0) {
      add(Label::kOfNewerProgram, counted(Counted::kEntries, language_, dossier_.newer));
    }
    std::set<EntryId> troubled;
    for (const dossier::Problem& problem : dossier_.problems) {
      if (problem.kind != dossier::ProblemKind::kNewer) troubled.insert(problem.entry);
    }
    if (!troubled.empty()) {
      add(Label::kNotFullyUsable, counted(Counted::kEntries, language_, troubled.size()));
    }
    if (!report_.origin.empty()) add(Label::kRecord, code(report_.origin));
    add(Label::kCheckpoint, checkpoint("\n" + to_base64(dossier_.root)));
    return out;
  }

  // Where things stand.

  Text state(const Waiting& waiting) const {
    if (waiting.met.empty()) return word(Label::kStillAwaited);
    Text out(word(Label::kReportedDone));
    for (const dossier::Meeting& met : waiting.met) {
      out += "\n";
      out += wording_.word(met.word);
      out += word(Label::kComma) + wording_.date(met.on) + word(Label::kComma) +
             wording_.entry(statement(met.statement).index());
    }
    return out;
  }

  Row waiting_row(const Waiting& waiting) const {
    const Kept<Statement>& kept = statement(waiting.statement);
    std::string since = wording_.date(waiting.since);
    if (waiting.since_inferred) since += "\n" + wording_.aside(Label::kInferred);
    return {{wording_.entered(waiting.what, kept.value().language),
             waiting.from ? wording_.party(*waiting.from) : Text(wording_.aside(Label::kNotSaid)),
             wording_.word(waiting.word), since, state(waiting), std::to_string(kept.index())}};
  }

  Text measure_heading(const EntryId& id) const {
    const auto* kept = dossier_.measure(id);
    Text out(wording_.measure(id));
    // A name in another language than the report's still says what kind of measure it is.
    if (kept && !kept->value().names.contains(std::string(tag(language_)))) {
      out += " (" + word(label_of(kept->value().kind)) + ")";
    }
    return out;
  }

  void where_things_stand(Section& section) const {
    if (status_.measures.empty()) {
      section.add(Paragraph{word(Label::kNoMeasures)});
      return;
    }
    TableDraft table;
    table.columns = {column(Label::kAwaited, 21),     column(Label::kFrom, 18),
                     column(Label::kOnWhoseWord, 19), column(Label::kSince, 14),
                     column(Label::kState, 19),       column(Label::kEntry, 9)};
    std::vector<Text> idle;
    for (const MeasureStatus& measure : status_.measures) {
      if (measure.waits.empty()) {
        idle.push_back(wording_.measure(measure.measure));
        continue;
      }
      table.rows.push_back({{measure_heading(measure.measure)}});
      for (const Waiting& waiting : measure.waits) table.rows.push_back(waiting_row(waiting));
    }
    if (table.rows.empty()) {
      section.add(Paragraph{word(Label::kNothingAwaited)});
      return;
    }
    section.add(Paragraph{word(Label::kWhereThingsStandIntro), true});
    section.add(table.finish());
    if (!idle.empty()) {
      section.add(
          Paragraph{wording_.labelled(Label::kNothingAwaitedFor, wording_.joined(idle)), true});
    }
  }

  // Open points.

  // The holders of one statement on a point are one side.
  struct Position {
    EntryId statement;
    std::vector<Text> holders;
  };
  std::vector<Position> positions(const Point& point) const {
    std::vector<Position> out;
    for (const Stand& stand : point.stands) {
      auto same = std::find_if(out.begin(), out.end(), [&](const Position& position) {
        return position.statement == stand.statement;
      });
      if (same == out.end()) same = out.insert(same, {stand.statement, {}});
      same->holders.push_back(wording_.holder(stand.holder));
    }
    return out;
  }

  static Text each_on_a_line(const std::vector<Text>& parts) {
    Text out;
    for (const Text& part : parts) {
      if (!out.runs.empty()) out += "\n";
      out += part;
    }
    return out;
  }

  Text origin_of(const Kept<Statement>& kept) const {
    Text out = wording_.date_of(kept);
    const std::string number = source_number(kept.value().source);
    if (!number.empty() && !one_source_) {
      out += word(Label::kComma) + desk::label(Label::kSourceNumber, language_, {number});
    }
    out += word(Label::kComma) + wording_.entry(kept.index());
    return out;
  }

  Side side(const Position& position) const {
    const Kept<Statement>& kept = statement(position.statement);
    Side out;
    out.heading = each_on_a_line(position.holders);
    out.paragraphs.push_back(wording_.stance_of(kept, Face::kBold));
    out.paragraphs.push_back(wording_.text_of(kept));
    out.source = origin_of(kept);
    return out;
  }

  // Sides in rows of two or three, never one alone.
  void compare(Section& section, const Point& point) const {
    const std::vector<Position> sides = positions(point);
    const std::size_t rows = (sides.size() + kWidestComparison - 1) / kWidestComparison;
    std::size_t at = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      Comparison comparison;
      if (row == 0) comparison.caption = as_entered(point.point);
      const std::size_t left = sides.size() - at;
      const std::size_t take = (left + (rows - row) - 1) / (rows - row);
      for (std::size_t i = 0; i < take; ++i) comparison.sides.push_back(side(sides[at++]));
      section.add(std::move(comparison));
    }
  }

  Row one_position_row(const Point& point) const {
    std::vector<Text> holders;
    std::string entries;
    for (const Position& position : positions(point)) {
      holders.insert(holders.end(), position.holders.begin(), position.holders.end());
      if (!entries.empty()) entries += word(Label::kComma);
      entries += std::to_string(statement(position.statement).index());
    }
    const Kept<Statement>& first = statement(point.stands.front().statement);
    return {{as_entered(point.point), wording_.stance_of(first), each_on_a_line(holders), entries}};
  }

  Row shift_row(const Shift& shift) const {
    const auto stand = [&](const EntryId& id) {
      Text out = wording_.stance_of(statement(id));
      out += "\n";
      out += origin_of(statement(id));
      return out;
    };
    Text after = stand(shift.after);
    if (!shift.order_known) after += "\n" + wording_.aside(Label::kOrderUnknown);
    return {{wording_.holder(shift.holder), stand(shift.before), after}};
  }

  void open_points(Section& section) const {
    TableDraft single;
    single.columns = {column(Label::kPoint, 34), column(Label::kPosition, 25),
                      column(Label::kHeldBy, 31), column(Label::kEntry, 10)};
    TableDraft shifts;
    shifts.columns = {column(Label::kWho, 28), column(Label::kEarlier, 36),
                      column(Label::kLater, 36)};
    bool contradicted = false;
    for (const Point& point : status_.points) {
      if (point.contradicted) {
        contradicted = true;
        compare(section, point);
      } else if (!point.stands.empty()) {
        single.rows.push_back(one_position_row(point));
      }
      if (!point.shifts.empty()) shifts.rows.push_back({{as_entered(point.point)}});
      for (const Shift& shift : point.shifts) shifts.rows.push_back(shift_row(shift));
    }
    // Below: a heading keeps with what follows it, and that should be the first comparison.
    section.add(contradicted ? Paragraph{word(Label::kOpenPointsNote), true}
                             : Paragraph{word(Label::kNoContradiction)});
    if (!shifts.rows.empty()) section.add(word(Label::kChangesOfPosition)).add(shifts.finish());
    if (!single.rows.empty()) section.add(word(Label::kOnePosition)).add(single.finish());
  }

  // What each party last said.

  void last_said(Section& section) const {
    TableDraft table;
    table.columns = {column(Label::kDate, 16), column(Label::kWho, 23), column(Label::kWhat, 52),
                     column(Label::kEntry, 9)};
    std::vector<Text> silent;
    for (const PartyStatus& party : status_.parties) {
      if (party.latest.empty()) {
        silent.push_back(wording_.party(party.party));
        continue;
      }
      table.rows.push_back({{wording_.party(party.party)}});
      for (const EntryId& id : party.latest) {
        const Kept<Statement>& kept = statement(id);
        Text who = wording_.speakers(kept.value().speakers, party.party);
        if (who.empty()) who = "–";  // the party itself
        table.rows.push_back(
            {{wording_.date_of(kept), who, wording_.text_of(kept), std::to_string(kept.index())}});
      }
    }
    if (!table.rows.empty()) section.add(table.finish());
    if (!silent.empty()) {
      section.add(
          Paragraph{wording_.labelled(Label::kNoStatementFrom, wording_.joined(silent)), true});
    }
  }

  // Timeline.

  Text about_measures(const Statement& statement) const {
    const std::vector<EntryId>& about = statement.measures;
    const bool all = about.size() > 1 &&
                     std::all_of(status_.measures.begin(), status_.measures.end(),
                                 [&](const MeasureStatus& measure) {
                                   return measure.depth > 0 || is_among(about, measure.measure);
                                 });
    if (all) return word(Label::kAllMeasures);
    std::vector<Text> parts;
    for (const EntryId& id : about) parts.push_back(wording_.measure(id));
    return wording_.joined(parts);
  }

  static bool is_among(const std::vector<EntryId>& ids, const EntryId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  std::string grade_codes(const EntryId& id) const {
    std::string out;
    if (!grades_) return out;
    for (const auto& grade : dossier_.grades) {
      if (grade.withdrawn()) continue;
      if (grade.value().statement != id && grade.value().source != id) continue;
      if (!out.empty()) out += word(Label::kComma);
      out += dossier::code(grade.value());
    }
    return out;
  }

  Text event_date(const Event& event, std::set<Label>& marks) const {
    std::string out = wording_.date(event.date);
    const auto mark = [&](Label label) {
      marks.insert(label);
      out += "\n" + wording_.aside(label);
    };
    if (event.kind == EventKind::kAnnounced) mark(Label::kAnnounced);
    if (event.date_is_report) mark(Label::kDateOfReport);
    if (event.inferred) mark(Label::kInferred);
    if (statement(event.statement).versions.size() > 1) mark(Label::kCorrected);
    return out;
  }

  std::string source_and_entry(const Kept<Statement>& kept) const {
    if (one_source_) return std::to_string(kept.index());
    const std::string number = source_number(kept.value().source);
    const std::string source =
        number.empty() ? "" : desk::label(Label::kSourceNumber, language_, {number}) + "\n";
    return source + wording_.entry(kept.index());
  }

  // A statement that speaks of its own day needs one line.
  bool repeats(const Event& event) const {
    const Statement& value = statement(event.statement).value();
    return event.kind == EventKind::kAnnounced && event.date == value.said;
  }

  void timeline(Section& section) const {
    if (timeline_.empty()) {
      section.add(Paragraph{word(Label::kNoStatements)});
      return;
    }
    chart(section);
    TableDraft table;
    table.columns = {
        column(Label::kDate, 16),  column(Label::kWho, 20),
        column(Label::kWhat, 33),  column(Label::kAbout, 19),
        column(Label::kGrade, 10), column(one_source_ ? Label::kEntry : Label::kSource, 12)};
    std::set<Label> marks;
    bool graded = false;
    for (const Event& event : timeline_) {
      if (repeats(event)) continue;
      const Kept<Statement>& kept = statement(event.statement);
      const std::string grade = grade_codes(kept.id);
      graded = graded || !grade.empty();
      table.rows.push_back({{event_date(event, marks), wording_.who(kept), wording_.text_of(kept),
                             about_measures(kept.value()), grade, source_and_entry(kept)}});
    }
    section.add(table.finish());
    if (one_source_) {
      section.add(Paragraph{
          wording_.labelled(Label::kOneSource, wording_.source(sources_.front()->id)), true});
    }
    if (graded) marks.insert(Label::kGrade);
    explain(section, marks);
  }

  void explain(Section& section, const std::set<Label>& marks) const {
    constexpr std::pair<Label, Label> kMeanings[] = {
        {Label::kInferred, Label::kInferredMeans},
        {Label::kDateOfReport, Label::kDateOfReportMeans},
        {Label::kAnnounced, Label::kAnnouncedMeans},
        {Label::kCorrected, Label::kCorrectedMeans},
        {Label::kGrade, Label::kGradeMeans},
    };
    for (const auto& [mark, meaning] : kMeanings) {
      if (!marks.contains(mark)) continue;
      Text line(bold(word(mark)));
      line += word(Label::kColon) + word(meaning);
      section.add(Paragraph{std::move(line), true});
    }
  }

  std::vector<Bar> bars(const EntryId& measure) const {
    std::vector<Bar> out;
    for (const Event& event : timeline_) {
      if (!event.date || repeats(event)) continue;
      if (!is_among(statement(event.statement).value().measures, measure)) continue;
      const std::int64_t from = days_from_civil(event.date->first_day());
      const std::int64_t to = days_from_civil(event.date->last_day());
      out.push_back({from, to, from != to || event.kind == EventKind::kAnnounced});
    }
    // Long outlines first, so that marks within them are drawn over them; each once.
    const auto order = [](const Bar& bar) {
      return std::tuple(bar.from - bar.to, bar.from, !bar.open);
    };
    std::sort(out.begin(), out.end(),
              [&](const Bar& a, const Bar& b) { return order(a) < order(b); });
    out.erase(std::unique(out.begin(), out.end(),
                          [&](const Bar& a, const Bar& b) { return order(a) == order(b); }),
              out.end());
    return out;
  }

  // Worth drawing only where statements spread over several days.
  void chart(Section& section) const {
    Chart chart;
    std::set<std::int64_t> days;
    for (const MeasureStatus& measure : status_.measures) {
      std::vector<Bar> lane = bars(measure.measure);
      if (lane.empty()) continue;
      for (const Bar& bar : lane) days.insert({bar.from, bar.to});
      chart.lanes.push_back({wording_.measure(measure.measure), std::move(lane)});
    }
    if (days.size() < 3 || chart.lanes.size() > kMostLanes) return;
    chart.first = *days.begin();
    chart.last = *days.rbegin();
    const std::int64_t as_of = days_from_civil(status_.as_of);
    const std::int64_t apart = (chart.last - chart.first) / 5;
    const auto tick = [&](std::int64_t at) {
      chart.ticks.push_back({at, civil_from_days(at).iso()});
    };
    tick(chart.first);
    if (as_of - chart.first > apart && chart.last - as_of > apart) tick(as_of);
    tick(chart.last);
    chart.caption =
        desk::label(Label::kChartCaption, language_,
                    {date(civil_from_days(chart.first)), date(civil_from_days(chart.last))});
    section.add(std::move(chart));
    section.add(Paragraph{word(Label::kChartOpen), true});
  }

  // Sources.

  void sources(Section& section) const {
    TableDraft table;
    table.columns = {column(Label::kNumber, 8),     column(Label::kTitle, 36),
                     column(Label::kPublisher, 16), column(Label::kKindOfSource, 14),
                     column(Label::kDate, 15),      column(Label::kGrade, 10),
                     column(Label::kStatements, 15)};
    bool graded = false;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const std::string grade = grade_codes(sources_[i]->id);
      graded = graded || !grade.empty();
      const dossier::Source& source = sources_[i]->value();
      Text title(wording_.entered(source.title, source.language));
      if (!source.url.empty()) {
        title += "\n";
        title += code(source.url);
      }
      const auto statements = std::count_if(
          status_.considered.begin(), status_.considered.end(),
          [&](const EntryId& id) { return statement(id).value().source == sources_[i]->id; });
      table.rows.push_back(
          {{std::to_string(i + 1), title, as_entered(source.publisher), word(label_of(source.kind)),
            source.date ? date(*source.date) : "", grade, std::to_string(statements)}});
    }
    section.add(table.finish());
    if (graded) explain(section, {Label::kGrade});
  }

  void about(Section& section) const {
    Note note;
    note.paragraphs = {word(Label::kAboutEntered), word(Label::kAboutNoSide)};
    if (report_.withheld + report_.erased > 0)
      note.paragraphs.push_back(word(Label::kAboutWithheld));
    Text check(word(Label::kAboutNumbers) + " " + word(Label::kAboutVerify) + "\n");
    check += code("parley verify --against NOTE");
    note.paragraphs.push_back(std::move(check));
    note.paragraphs.push_back(wording_.labelled(
        Label::kAboutEngines, code(fmt::format("status/{} timeline/{}", dossier::kStatusVersion,
                                               dossier::kTimelineVersion))));
    section.add(std::move(note));
  }

  const dossier::Dossier& dossier_;
  const dossier::Status& status_;
  const std::vector<Event>& timeline_;
  const DossierReport& report_;
  Language language_;
  Wording wording_;
  bool grades_;
  std::vector<const Kept<dossier::Source>*> sources_;
  bool one_source_ = false;  // every statement's
};

}  // namespace

Document dossier_document(const dossier::Dossier& dossier, const dossier::Status& status,
                          const std::vector<Event>& timeline, const DossierReport& report) {
  const Language language =
      is_report_language(report.language) ? report.language : Language::kEnglish;
  return Composer(dossier, status, timeline, report, language).run();
}

}  // namespace parley::desk
