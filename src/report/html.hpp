// A document as one HTML5 file that needs nothing else.
//
// Promises: no script, no outside resource, and a content security policy that would stop both;
// every text escaped; `lang` and `dir` on the document and on every run that names its language;
// `<bdi>` around every isolated run; headings h1..h6 in order; tables with header cells and scope;
// charts as SVG with their caption as accessible name; a style sheet for paper. Fonts are the
// reader's own. Does not: page, number, or print the same on every machine: that is the PDF's part.
#pragma once

#include <string>

#include "base/result.hpp"
#include "document/document.hpp"

namespace parley::report {

// Error (kBadInput): what document::check() refuses.
Result<std::string> to_html(const document::Document& document);

}  // namespace parley::report
