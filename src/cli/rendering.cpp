#include "cli/rendering.hpp"

#include <fmt/core.h>

#include <cstdint>

#include "report/html.hpp"
#include "report/pdf.hpp"
#include "report/xlsx.hpp"

namespace parley::cli {

Result<Rendered> rendered(const document::Document& document, std::string_view form,
                          const report::Fonts& fonts) {
  Rendered out;
  if (form == "html") {
    PARLEY_ASSIGN(out.bytes, report::to_html(document));
  } else if (form == "pdf") {
    PARLEY_ASSIGN(const Bytes bytes, report::to_pdf(document, fonts, &out.spelled));
    out.bytes = text_of(bytes);
  } else if (form == "xlsx") {
    PARLEY_ASSIGN(const Bytes bytes, report::to_xlsx(document));
    out.bytes = text_of(bytes);
  } else {
    return fail(Fault::kUsage, "a document is written as html, pdf or xlsx");
  }
  return out;
}

std::string spelled_text(const std::set<char32_t>& spelled) {
  constexpr std::size_t kShown = 6;
  if (spelled.empty()) return {};
  std::string out = "no font has ";
  std::size_t count = 0;
  for (const char32_t one : spelled) {
    if (count == kShown) break;
    out += fmt::format("{}U+{:04X}", count++ == 0 ? "" : ", ", static_cast<std::uint32_t>(one));
  }
  if (spelled.size() > kShown) out += fmt::format(" and {} more", spelled.size() - kShown);
  return out + (spelled.size() == 1 ? ": it stands as its code" : ": they stand as their codes");
}

bool is_form(std::string_view form) { return form == "html" || form == "pdf" || form == "xlsx"; }

Result<std::string> form_of(const std::string& output) {
  const std::string form = output.substr(output.rfind('.') + 1);
  if (form != output && is_form(form)) return form;
  return fail(Fault::kUsage, "-o names a file that ends in .html, .pdf or .xlsx");
}

}  // namespace parley::cli
