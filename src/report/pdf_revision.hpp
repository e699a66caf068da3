// A second revision of a PDF file that Cairo wrote: what Cairo 1.16 has no call for.
//
// Promises: appends to the file (PDF 32000-1, 7.5.6, an incremental update) and leaves the bytes
// before it as they were. Adds the document's language and reading direction to the catalog, and
// replaces the stand-ins of Ink by their text in the fonts' ToUnicode maps. Deterministic. Does
// not: read PDF files in general, only what Cairo writes.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "document/language.hpp"

namespace parley::report {

// Error (kIo): the file is not as Cairo 1.16 to 1.18 lays it out.
Result<Bytes> revise(Bytes pdf, document::Language language,
                     const std::vector<std::string>& stand_ins);

}  // namespace parley::report
