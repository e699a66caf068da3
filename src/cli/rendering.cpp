#include "cli/rendering.hpp"

#include "report/html.hpp"
#include "report/pdf.hpp"
#include "report/xlsx.hpp"

namespace parley::cli {

Result<std::string> rendered(const document::Document& document, std::string_view form,
                             const report::Fonts& fonts) {
  if (form == "html") return report::to_html(document);
  if (form == "pdf") {
    PARLEY_ASSIGN(const Bytes bytes, report::to_pdf(document, fonts));
    return std::string(text_of(bytes));
  }
  if (form == "xlsx") {
    PARLEY_ASSIGN(const Bytes bytes, report::to_xlsx(document));
    return std::string(text_of(bytes));
  }
  return fail(Fault::kUsage, "a document is written as html, pdf or xlsx");
}

bool is_form(std::string_view form) {
  return form == "html" || form == "pdf" || form == "xlsx";
}

Result<std::string> form_of(const std::string& output) {
  const std::string form = output.substr(output.rfind('.') + 1);
  if (form != output && is_form(form)) return form;
  return fail(Fault::kUsage, "-o names a file that ends in .html, .pdf or .xlsx");
}

}  // namespace parley::cli
