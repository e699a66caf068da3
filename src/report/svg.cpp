#include "report/svg.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "document/document.hpp"
#include "report/escape.hpp"
#include "report/svg_lines.hpp"

namespace parley::report {
namespace {

using namespace document;

// In px.
constexpr int kWidth = 960, kMargin = 28, kLabels = 430, kNotes = 64, kGap = 16;
constexpr int kLeading = 19, kLaneSpace = 14, kBar = 13;

struct Type {
  int size;  // px
  bool bold;
  std::string_view fill;
};
constexpr Type kMarkType{13, true, "#444"}, kTitleType{21, true, "#111"},
    kBodyType{15, false, "#111"}, kSmallType{13, false, "#444"}, kLabelType{14, false, "#222"},
    kTickType{12, false, "#555"};

constexpr std::string_view kFamilies =
    "'Noto Sans', 'Noto Naskh Arabic', 'Segoe UI', 'DejaVu Sans', sans-serif";

// Neither of these is a character of XML.
std::string xml(std::string_view text) {
  std::string out = displayed(text);
  for (const std::string_view bad : {"\uFFFE", "\uFFFF"}) {
    for (std::size_t at = out.find(bad); at != std::string::npos; at = out.find(bad, at)) {
      out.replace(at, bad.size(), "\uFFFD");
    }
  }
  return escaped(out);
}

// The isolating characters of a run: renderers of SVG obey these more widely than properties.
std::string isolated(const Run& run, const std::string& shown) {
  if (!run.isolated()) return shown;
  const bool left = run.face == Face::kCode ||
                    (run.language && direction(*run.language) == Direction::kLeftToRight);
  const bool right = run.face != Face::kCode && run.language && !left;
  return (left ? "\u2066" : right ? "\u2067" : "\u2068") + shown + "\u2069";
}

class Drawing {
 public:
  explicit Drawing(const Figure& figure)
      : figure_(figure), mirrored_(direction(figure.language) == Direction::kRightToLeft) {}

  std::string run() {
    y_ = kMargin;
    if (!figure_.mark.empty()) paragraph(figure_.mark, kMarkType);
    paragraph(figure_.title, kTitleType);
    for (const Text& text : figure_.above) paragraph(text, kBodyType);
    y_ += 8;
    chart();
    for (const Text& text : figure_.below) paragraph(text, kSmallType);
    const int height = y_ + kMargin - 8;
    return fmt::format(
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
               "viewBox=\"0 0 {0} {1}\" role=\"img\" aria-labelledby=\"title desc\" "
               "xml:lang=\"{2}\" direction=\"{3}\">\n",
               kWidth, height, tag(figure_.language), mirrored_ ? "rtl" : "ltr") +
           fmt::format("<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n",
                       xml(one_line(figure_.title)), xml(description())) +
           fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#fff\"/>\n", kWidth, height) +
           fmt::format("<g font-family=\"{}\">\n", kFamilies) + out_ + "</g>\n</svg>\n";
  }

 private:
  static std::string one_line(const Text& text) {
    std::string out = text.plain();
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }

  std::string description() const {
    std::string out;
    const auto add = [&out](const std::string& more) {
      if (!more.empty()) out += (out.empty() ? "" : "\n") + more;
    };
    for (const Text& text : figure_.above) add(one_line(text));
    add(one_line(figure_.chart.caption));
    for (const Lane& lane : figure_.chart.lanes) {
      add(one_line(lane.label) + (lane.note.empty() ? "" : ": " + lane.note));
    }
    return out;
  }

  // From the side where lines start.
  int from_start(int offset) const {
    return mirrored_ ? kWidth - kMargin - offset : kMargin + offset;
  }

  void line(const Text& text, const Type& type, int x, int baseline, std::string_view anchor) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}{}>", x, baseline,
                        type.size, type.fill, type.bold ? " font-weight=\"bold\"" : "", anchor);
    for (const Run& run : text.runs) {
      const bool bold = run.face == Face::kBold;
      const std::string shown = isolated(run, xml(run.text));
      out_ += bold ? "<tspan font-weight=\"bold\">" + shown + "</tspan>" : shown;
    }
    out_ += "</text>\n";
  }

  void paragraph(const Text& text, const Type& type) {
    const int leading = type.size * 7 / 5;
    for (const Text& one : lines(text, type, kWidth - 2 * kMargin)) {
      y_ += leading;
      line(one, type, from_start(0), y_ - type.size / 3, "");
    }
    y_ += 6;
  }

  static std::vector<Text> lines(const Text& text, const Type& type, int width) {
    Text set = text;
    for (Run& run : set.runs) {
      if (type.bold && run.face == Face::kPlain) run.face = Face::kBold;
    }
    return lines_of(set, width * 1000 / type.size);
  }

  int x_of(std::int64_t at) const {
    const Chart& chart = figure_.chart;
    const int left = kMargin + (mirrored_ ? kNotes + kGap : kLabels + kGap);
    const int span = kWidth - 2 * kMargin - kLabels - kNotes - 2 * kGap;
    return left + static_cast<int>(span * (at - chart.first) / (chart.last - chart.first));
  }

  void rectangle(int x, int y, int width, int height, std::string_view paint) {
    out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>\n", x, y, width,
                        height, paint);
  }

  void chart() {
    const Chart& chart = figure_.chart;
    if (!chart.caption.empty()) paragraph(chart.caption, kSmallType);
    std::vector<std::vector<Text>> labels;
    int height = 0;
    for (const Lane& lane : chart.lanes) {
      labels.push_back(lines(lane.label, kLabelType, kLabels));
      height += lane_height(labels.back());
    }
    for (const Tick& tick : chart.ticks) {
      rectangle(x_of(tick.at), y_, 1, height, "fill=\"#ccc\"");
    }
    for (std::size_t i = 0; i < chart.lanes.size(); ++i) {
      const int here = lane_height(labels[i]);
      lane(chart.lanes[i], labels[i], here);
      y_ += here;
      rectangle(kMargin, y_ - 1, kWidth - 2 * kMargin, 1, "fill=\"#e4e4e4\"");
    }
    for (const Tick& tick : chart.ticks) {
      line(code(tick.label), kTickType, x_of(tick.at), y_ + 16, " text-anchor=\"middle\"");
    }
    y_ += chart.ticks.empty() ? 8 : 28;
  }

  static int lane_height(const std::vector<Text>& label) {
    return static_cast<int>(label.size()) * kLeading + kLaneSpace;
  }

  void lane(const Lane& lane, const std::vector<Text>& label, int height) {
    int baseline = y_ + kLaneSpace / 2 + kLeading - 5;
    for (const Text& one : label) {
      line(one, kLabelType, from_start(0), baseline, "");
      baseline += kLeading;
    }
    const int middle = y_ + height / 2;
    for (const Bar& bar : lane.bars) {
      const int from = x_of(bar.from);
      const int length = std::max(3, x_of(bar.to) - from);
      rectangle(
          from, middle - kBar / 2, length, kBar,
          bar.open ? "fill=\"#fff\" stroke=\"#9a3412\" stroke-width=\"1.5\"" : "fill=\"#1f4e79\"");
    }
    if (lane.note.empty()) return;
    const int x = from_start(kWidth - 2 * kMargin);
    line(code(lane.note), kLabelType, x, middle + kLabelType.size / 3, " text-anchor=\"end\"");
  }

  const Figure& figure_;
  bool mirrored_;
  int y_ = 0;
  std::string out_;
};

}  // namespace

Result<std::string> to_svg(const Figure& figure) {
  PARLEY_TRY(check(figure));
  return Drawing(figure).run();
}

}  // namespace parley::report
