#include "report/pdf.hpp"

#include <fmt/core.h>

#include "report/flow.hpp"
#include "report/ink.hpp"
#include "report/pages.hpp"
#include "report/pdf_revision.hpp"
#include "report/typeset.hpp"

namespace parley::report {
namespace {

using document::Align;
using document::Text;

cairo_status_t write(void* out, const unsigned char* bytes, unsigned length) {
  append(*static_cast<Bytes*>(out), ByteView(bytes, length));
  return CAIRO_STATUS_SUCCESS;
}

void set(cairo_surface_t* surface, cairo_pdf_metadata_t key, const std::string& value) {
  cairo_pdf_surface_set_metadata(surface, key, value.c_str());
}

}  // namespace

Result<Bytes> to_pdf(const document::Document& document, const Fonts& fonts,
                     std::set<char32_t>* spelled) {
  PARLEY_TRY(check(document));
  const Paper paper;
  const double width = paper.width - 2 * paper.side;
  Typesetter typesetter(fonts, document.language);
  PARLEY_ASSIGN(const std::vector<FlowItem> items, flow(document, typesetter, width));
  Pages pages(items, paper, document.direction());
  const int count = pages.count();

  const auto shaped = [&](const Text& text, bool bold, Align align, std::string place,
                          double share) -> Result<Shaped> {
    auto result = typesetter.shape(text, {8, bold, 0.3}, width * share, align);
    if (!result) return within(std::move(result).error(), std::move(place));
    return result;
  };
  Furniture furniture;
  PARLEY_ASSIGN(furniture.title, shaped(document.title, false, Align::kStart, "title", 1));
  PARLEY_ASSIGN(furniture.mark, shaped(document.mark, true, Align::kEnd, "mark", 1));
  PARLEY_ASSIGN(furniture.footer, shaped(document.footer, false, Align::kStart, "footer", 1));
  std::vector<Shaped> numbers;
  for (int page = 1; page <= count; ++page) {
    PARLEY_ASSIGN(Shaped number, shaped(fmt::format("{} / {}", page, count), false, Align::kEnd,
                                        "page number", 1));
    numbers.push_back(std::move(number));
  }
  if (spelled != nullptr) *spelled = typesetter.spelled();

  Bytes out;
  Surface surface(cairo_pdf_surface_create_for_stream(write, &out, paper.width, paper.height));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  set(surface.get(), CAIRO_PDF_METADATA_TITLE, document::displayed(document.title.plain()));
  set(surface.get(), CAIRO_PDF_METADATA_CREATOR, "parley");
  // Without a date Cairo would take the clock's.
  const std::string date = document.date.empty() ? "1970-01-01" : document.date;
  const std::string moment = date.size() == 10 ? date + "T00:00:00Z" : date;
  set(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, moment);
  set(surface.get(), CAIRO_PDF_METADATA_MOD_DATE, moment);
  Canvas canvas(cairo_create(surface.get()));
  Ink ink(canvas.get());
  pages.draw(surface.get(), canvas.get(), ink, furniture, numbers);
  const cairo_status_t drawn = cairo_status(canvas.get());
  cairo_surface_finish(surface.get());
  const cairo_status_t finished = cairo_surface_status(surface.get());
  if (drawn != CAIRO_STATUS_SUCCESS || finished != CAIRO_STATUS_SUCCESS) {
    const cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : finished;
    return fail(Fault::kIo, fmt::format("writing the PDF: {}", cairo_status_to_string(status)));
  }
  return revise(std::move(out), document.language, ink.stand_ins());
}

}  // namespace parley::report
