// A figure as one SVG file that needs nothing else.
//
// Promises: no script, no link, no outside resource; every text escaped; a title and a description
// that say all that is drawn, for who cannot see it; text as text, to be searched and copied, in
// the language's direction, each isolated run isolated. Bars run from left to right whatever the
// language. Integers only: the same bytes on every machine. Does not: measure the reader's fonts:
// lines are broken by estimate, with room to spare.
#pragma once

#include <string>

#include "base/result.hpp"
#include "document/figure.hpp"

namespace parley::report {

// Error (kBadInput): what document::check() refuses.
Result<std::string> to_svg(const document::Figure& figure);

}  // namespace parley::report
