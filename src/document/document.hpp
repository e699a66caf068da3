// A document: sections of blocks, in one language, with one direction of writing.
//
// Promises: knows no instrument, no clock and no output format; two equal documents render to equal
// bytes. check() says whether the renderers can take it, and where they cannot.
// Does not: hold pictures, links, footnotes or scripts.
//
//   Document d{.language = Language::kEnglish, .title = "Status of the dossier"};
//   Section& s = d.add("Measures");
//   s.add(Paragraph{"Four measures are open."});
//   s.add(Table{.columns = {{"Measure", 2}, {"Waits for", 3}}, .rows = {{{"exchange", "lists"}}}});
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "document/chart.hpp"
#include "document/language.hpp"
#include "document/table.hpp"
#include "document/text.hpp"

namespace parley::document {

struct Paragraph {
  Text text{};
  bool small = false;           // a source line, an explanation under a table
  bool keep_with_next = false;  // where the output has pages
};

struct List {
  std::vector<Text> items{};
  bool numbered = false;
};

// Labels with their values: "Checkpoint: 1204".
struct Definition {
  Text label{};
  Text value{};
};
struct DefinitionList {
  std::vector<Definition> items{};
};

// Set apart from the text around it.
struct Note {
  enum class Kind { kRemark, kWarning };
  Kind kind = Kind::kRemark;
  Text heading{};  // may be empty
  std::vector<Text> paragraphs{};
};

// What two or more sources say, side by side, each with its own word; never merged.
struct Side {
  Text heading{};
  std::vector<Text> paragraphs{};
  Text source{};  // small, below; may be empty
};
struct Comparison {
  Text caption{};  // may be empty
  std::vector<Side> sides{};
};

// The next block starts a page, where the output has pages.
struct PageBreak {};

using Block =
    std::variant<Paragraph, List, DefinitionList, Table, Note, Comparison, Chart, PageBreak>;

struct Section {
  Text heading{};
  std::vector<Block> blocks{};
  std::vector<Section> sections{};  // after the blocks; five levels in all

  // References stay good until the next add() of the same kind.
  Section& add(Text subheading) {
    sections.push_back({std::move(subheading), {}, {}});
    return sections.back();
  }
  void add(Block block) { blocks.push_back(std::move(block)); }
};

struct Document {
  Language language = Language::kEnglish;
  Text title{};
  Text subtitle{};     // may be empty
  std::string date{};  // of the content, "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM:SSZ", or empty
  Text mark{};         // at the head of every page: for whom this is; may be empty
  Text footer{};       // at the foot of every page: the checkpoint it was made from; may be empty
  std::vector<Definition> facts{};  // beneath the title: as of, for, checkpoint
  std::vector<Section> sections{};

  Section& add(Text heading) {
    sections.push_back({std::move(heading), {}, {}});
    return sections.back();
  }
  Direction direction() const { return document::direction(language); }
};

constexpr int kMaxSectionDepth = 5;

// Errors (kBadInput), each with the place as context ("section 2: table 1: row 7: column 3"): text
// that is not UTF-8, no title, a malformed date, a row of the wrong length, a weight out of range,
// fewer than two sides, sections too deep, a chart whose bars leave its scale. The text itself is
// never quoted.
Result<void> check(const Document& document);

// How errors name a block: "table 2", the second table of its section.
std::string place_of(const std::vector<Block>& blocks, std::size_t index);

}  // namespace parley::document
