// A document on A4 paper, as a tagged PDF.
//
// Promises: the same document and fonts give the same bytes, whatever the locale, the thread and
// the day: the only date inside is the document's own. Header rows are repeated where a table
// breaks; a heading is never left alone at the foot of a page; a right-to-left document is
// mirrored. The structure tags read in logical order (`pdfinfo -struct-text`). The header of each
// page bears the document's title and mark, its foot the document's footer and "1 / 3"; neither is
// part of the structure. A row that is split over two pages is two rows in the structure. Does not:
// hyphenate, justify, embed files, sign.
#pragma once

#include <set>

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "document/document.hpp"
#include "report/fonts.hpp"

namespace parley::report {

// `spelled`, if given, gets the characters that no font has: each stands as its code, "[U+1F9FF]".
// Errors (kBadInput): what document::check() refuses. (kIo): the PDF library failed.
Result<Bytes> to_pdf(const document::Document& document, const Fonts& fonts,
                     std::set<char32_t>* spelled = nullptr);

}  // namespace parley::report
