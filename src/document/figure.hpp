// A chart that stands by itself, with what is to be said above and below it.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "document/chart.hpp"
#include "document/language.hpp"
#include "document/text.hpp"

namespace parley::document {

struct Figure {
  Language language = Language::kEnglish;
  Text title{};
  Text mark{};                // for whom this is; may be empty
  std::vector<Text> above{};  // paragraphs
  Chart chart{};              // its lanes' labels may have several lines
  std::vector<Text> below{};  // paragraphs, small
};

// As check(Document), for what renders a figure.
Result<void> check(const Figure& figure);

}  // namespace parley::document
