#include "report/html.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "report/escape.hpp"

namespace parley::report {
namespace {

using namespace document;

// Alignment of `.whole`: a text of the other direction keeps to the column's side while it fits a
// line, and turns to its own when it wraps: shrink to fit, then start of its own direction.
constexpr std::string_view kStyle = R"(
:root { color-scheme: light; }
body { margin: 0 auto; padding: 2.5rem 2rem; max-width: 46rem; color: #111; background: #fff;
  font: 1rem/1.5 "Noto Sans", "Noto Naskh Arabic", "Segoe UI", "DejaVu Sans", sans-serif; }
:lang(ar) { font-family: "Noto Naskh Arabic", "Noto Sans", "Geeza Pro", "Segoe UI", sans-serif; }
html:lang(ar) body { line-height: 1.75; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 1.6em 0 .4em; break-after: avoid; }
h1 { font-size: 1.9rem; margin: 0; }
h2 { font-size: 1.35rem; border-bottom: 1px solid #bbb; padding-bottom: .15em; }
h3 { font-size: 1.12rem; }
h4, h5, h6 { font-size: 1rem; }
p { margin: .5em 0; orphans: 2; widows: 2; }
.subtitle { font-size: 1.12rem; color: #444; margin: .1em 0 1em; }
.mark { font-size: .85rem; font-weight: bold; color: #444; text-align: end; border-bottom: 1px solid #999;
  padding-bottom: .4em; margin-bottom: 1.6em; }
footer { font-size: .85rem; color: #444; border-top: 1px solid #999; margin-top: 2.5em; padding-top: .4em; }
.small { font-size: .85rem; color: #444; }
.whole { display: inline-block; text-align: start; }
em:lang(ar), em:lang(he) { font-style: normal; font-weight: bold; }
code, code:lang(ar) { font: .92em "Noto Sans Mono", "DejaVu Sans Mono", monospace; }
dl { display: grid; grid-template-columns: minmax(7rem, 24%) 1fr; gap: .15em 1em; margin: .7em 0; }
dt { color: #555; }
dd { margin: 0; }
ul, ol { margin: .5em 0; padding-inline-start: 1.5em; }
table { border-collapse: collapse; width: 100%; margin: .8em 0 1.3em; table-layout: fixed; font-size: .95rem; }
caption { text-align: start; font-weight: bold; color: #333; padding: .2em 0; }
th, td { text-align: start; vertical-align: top; padding: .3em 0; padding-inline-end: .8em;
  overflow-wrap: anywhere; border-bottom: 1px solid #ccc; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { border-top: 1.5px solid #444; border-bottom: 1.5px solid #444; font-size: .9rem; }
tr.group th { background: #f2f2f2; padding-inline-start: .5em; }
.end { text-align: end; }
.center { text-align: center; }
.sides th { background: #f2f2f2; border-bottom: 0; }
.sides th, .sides td { padding-inline: .6em; }
.sides td { border-bottom: 1.5px solid #444; }
.note { background: #f2f2f2; border-inline-start: 2px solid #444; padding: .5em 1em; margin: .9em 0; }
.note.warning { border-inline-start-width: 5px; }
.note p { margin: .2em 0; }
figure { margin: .8em 0 1.3em; }
figcaption { font-weight: bold; color: #333; }
.chart { display: grid; grid-template-columns: 28% 1fr; font-size: .9rem; }
.chart.noted { grid-template-columns: 28% 1fr 3.5rem; }
.chart .note-end { text-align: end; direction: ltr; line-height: 1.6em; }
.chart svg { width: 100%; height: 1.6em; display: block; }
.chart .label { line-height: 1.6em; padding-inline-end: .8em; overflow-wrap: anywhere; }
.ticks { position: relative; height: 1.6em; font-size: .8rem; color: #444; direction: ltr; }
.ticks span { position: absolute; transform: translateX(-50%); white-space: nowrap; }
.ticks span:last-child { transform: translateX(-100%); }
.ticks span:first-child { transform: none; }
.break { break-before: page; }
@media print {
  @page { size: A4; margin: 22mm 20mm; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  thead { display: table-header-group; }
  tr, .note, figure { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
)";

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  std::string run() {
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n",
        tag(document_.language), direction_of(document_.language));
    if (!document_.date.empty()) {
      out_ += fmt::format("<meta name=\"date\" content=\"{}\">\n", escaped(document_.date));
    }
    std::string title = displayed(document_.title.plain());
    std::replace(title.begin(), title.end(), '\n', ' ');
    out_ += fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n", escaped(title),
                        kStyle);
    if (!document_.mark.empty()) element("div", "mark", document_.mark);
    out_ += "<main>\n";
    element("h1", "", document_.title);
    if (!document_.subtitle.empty()) element("p", "subtitle", document_.subtitle);
    if (!document_.facts.empty()) put(DefinitionList{document_.facts});
    for (const Section& section : document_.sections) put(section, 2);
    out_ += "</main>\n";
    if (!document_.footer.empty()) element("footer", "", document_.footer);
    out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  static std::string_view direction_of(Language language) {
    return direction(language) == Direction::kRightToLeft ? "rtl" : "ltr";
  }

  void put(const Run& run, bool whole) {
    std::string_view face;
    switch (run.face) {
      case Face::kPlain: break;
      case Face::kBold: face = "strong"; break;
      case Face::kEmphasis: face = "em"; break;
      case Face::kCode: face = "code"; break;
    }
    if (run.isolated()) {
      out_ += "<bdi";
      if (whole) out_ += " class=\"whole\"";
      if (run.language) out_ += fmt::format(" lang=\"{}\"", tag(*run.language));
      if (run.face == Face::kCode) {
        out_ += " dir=\"ltr\"";
      } else if (run.language) {
        out_ += fmt::format(" dir=\"{}\"", direction_of(*run.language));
      } else {
        out_ += " lang=\"\" dir=\"auto\"";
      }
      out_ += '>';
    }
    if (!face.empty()) out_ += fmt::format("<{}>", face);
    const std::string shown = escaped(displayed(run.text));
    for (const char c : shown) {
      if (c == '\n') {
        out_ += "<br>";
      } else {
        out_ += c;
      }
    }
    if (!face.empty()) out_ += fmt::format("</{}>", face);
    if (run.isolated()) out_ += "</bdi>";
  }

  void put(const Text& text) {
    const bool whole = text.runs.size() == 1 && text.runs[0].isolated();
    for (const Run& run : text.runs) put(run, whole);
  }

  // Classes and tags are this file's own words; only texts come from outside.
  void element(std::string_view name, std::string_view css, const Text& text) {
    open(name, css);
    put(text);
    out_ += fmt::format("</{}>\n", name);
  }

  void open(std::string_view name, std::string_view css) {
    const std::string_view breaks = break_ ? (css.empty() ? "break" : " break") : "";
    break_ = false;
    if (css.empty() && breaks.empty()) {
      out_ += fmt::format("<{}>", name);
    } else {
      out_ += fmt::format("<{} class=\"{}{}\">", name, css, breaks);
    }
  }

  void put(const Section& section, int level) {
    open("section", "");
    out_ += '\n';
    if (!section.heading.empty()) element(fmt::format("h{}", level), "", section.heading);
    for (const Block& block : section.blocks) {
      std::visit([this](const auto& b) { put(b); }, block);
    }
    for (const Section& inner : section.sections) put(inner, level + 1);
    out_ += "</section>\n";
  }

  void put(const Paragraph& paragraph) {
    element("p", paragraph.small ? "small" : "", paragraph.text);
  }

  void put(const PageBreak&) { break_ = true; }

  void put(const List& list) {
    const std::string_view name = list.numbered ? "ol" : "ul";
    open(name, "");
    out_ += '\n';
    for (const Text& item : list.items) element("li", "", item);
    out_ += fmt::format("</{}>\n", name);
  }

  void put(const DefinitionList& list) {
    open("dl", "");
    out_ += '\n';
    for (const Definition& item : list.items) {
      element("dt", "", item.label);
      element("dd", "", item.value);
    }
    out_ += "</dl>\n";
  }

  void put(const Note& note) {
    open("aside", note.kind == Note::Kind::kWarning ? "note warning" : "note");
    out_ += '\n';
    if (!note.heading.empty()) {
      out_ += "<p><strong>";
      put(note.heading);
      out_ += "</strong></p>\n";
    }
    for (const Text& paragraph : note.paragraphs) element("p", "", paragraph);
    out_ += "</aside>\n";
  }

  void cell(std::string_view name, std::string_view attributes, Align align, const Text& text) {
    out_ += fmt::format("<{}{}", name, attributes);
    if (align == Align::kEnd) out_ += " class=\"end\"";
    if (align == Align::kCenter) out_ += " class=\"center\"";
    out_ += '>';
    put(text);
    out_ += fmt::format("</{}>", name);
  }

  void columns(const std::vector<int>& weights) {
    int sum = 0;
    for (const int weight : weights) sum += weight;
    out_ += "<colgroup>";
    for (const int weight : weights) {
      // Hundredths of a per cent, in integers: the same text on every machine.
      const int share = weight * 10000 / sum;
      out_ += fmt::format("<col style=\"width:{}.{:02}%\">", share / 100, share % 100);
    }
    out_ += "</colgroup>\n";
  }

  void put(const Table& table) {
    open("table", "");
    out_ += '\n';
    if (!table.caption.empty()) element("caption", "", table.caption);
    std::vector<int> weights;
    bool headed = false;
    for (const Column& column : table.columns) {
      weights.push_back(column.weight);
      headed = headed || !column.heading.empty();
    }
    columns(weights);
    if (headed) {
      out_ += "<thead><tr>";
      for (const Column& column : table.columns) {
        cell("th", " scope=\"col\"", column.align, column.heading);
      }
      out_ += "</tr></thead>\n";
    }
    out_ += "<tbody>\n";
    for (const Row& row : table.rows) {
      if (row.cells.size() == 1 && table.columns.size() > 1) {
        out_ += "<tr class=\"group\">";
        cell("th", fmt::format(" scope=\"rowgroup\" colspan=\"{}\"", table.columns.size()),
             Align::kStart, row.cells[0].text);
      } else {
        out_ += "<tr>";
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
          const bool header = row.cells[c].header;
          cell(header ? "th" : "td", header ? " scope=\"row\"" : "", table.columns[c].align,
               row.cells[c].text);
        }
      }
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n";
  }

  void put(const Comparison& comparison) {
    open("table", "sides");
    out_ += '\n';
    if (!comparison.caption.empty()) element("caption", "", comparison.caption);
    columns(std::vector<int>(comparison.sides.size(), 1));
    out_ += "<thead><tr>";
    for (const Side& side : comparison.sides) {
      cell("th", " scope=\"col\"", Align::kStart, side.heading);
    }
    out_ += "</tr></thead>\n<tbody><tr>\n";
    for (const Side& side : comparison.sides) {
      out_ += "<td>\n";
      for (const Text& paragraph : side.paragraphs) element("p", "", paragraph);
      if (!side.source.empty()) element("p", "small", side.source);
      out_ += "</td>\n";
    }
    out_ += "</tr></tbody>\n</table>\n";
  }

  void put(const Chart& chart) {
    open("figure", "");
    if (!chart.caption.empty()) element("figcaption", "", chart.caption);
    // Thousandths of the scale, in integers.
    const auto at = [&](std::int64_t position) {
      return (position - chart.first) * 1000 / (chart.last - chart.first);
    };
    const bool noted = has_notes(chart);
    out_ += noted ? "<div class=\"chart noted\">\n" : "<div class=\"chart\">\n";
    for (const Lane& lane : chart.lanes) {
      element("div", "label", lane.label);
      out_ +=
          "<svg viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" role=\"img\" "
          "aria-hidden=\"true\">";
      for (const Tick& tick : chart.ticks) {
        out_ += fmt::format("<rect x=\"{}\" y=\"0\" width=\"1\" height=\"20\" fill=\"#ccc\"/>",
                            std::min<std::int64_t>(at(tick.at), 999));
      }
      for (const Bar& bar : lane.bars) {
        const std::int64_t length = std::max<std::int64_t>(6, at(bar.to) - at(bar.from));
        const std::int64_t from = std::min(at(bar.from), 1000 - length);
        out_ += fmt::format(
            "<rect x=\"{}\" y=\"5\" width=\"{}\" height=\"10\" {}/>", from, length,
            bar.open ? "fill=\"#fff\" stroke=\"#444\" vector-effect=\"non-scaling-stroke\""
                     : "fill=\"#444\"");
      }
      out_ += "</svg>\n";
      if (noted) element("div", "note-end", Text(lane.note));
    }
    if (!chart.ticks.empty()) {
      out_ += "<div></div><div class=\"ticks\">";
      for (const Tick& tick : chart.ticks) {
        const std::int64_t share = at(tick.at);
        out_ += fmt::format("<span style=\"left:{}.{}%\">{}</span>", share / 10, share % 10,
                            escaped(displayed(tick.label)));
      }
      out_ += noted ? "</div><div></div>\n" : "</div>\n";
    }
    out_ += "</div></figure>\n";
  }

  const Document& document_;
  std::string out_;
  bool break_ = false;
};

}  // namespace

Result<std::string> to_html(const Document& document) {
  PARLEY_TRY(check(document));
  return Writer(document).run();
}

}  // namespace parley::report
