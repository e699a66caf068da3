#include "table/xlsx_styles.hpp"

#include <charconv>

#include "table/opc.hpp"

namespace parley::table {
namespace {

// Excel's own limits are 64,000 cell formats and some 250 number formats.
constexpr std::size_t kMostFormats = 100'000;

std::uint32_t number_of(const XmlAttributes& attributes) {
  const std::string_view text = attributes.find("numFmtId").value_or("0");
  std::uint32_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

}  // namespace

Result<void> CellFormats::open(XmlName name, const XmlAttributes& attributes) {
  if (!is_spreadsheet_space(name.space)) return {};
  if (custom_.size() + formats_.size() >= kMostFormats) {
    return fail(Fault::kBadInput, "more cell formats than parley reads");
  }
  if (name.local == "numFmt") {
    custom_[number_of(attributes)] =
        number_format_of_code(attributes.find("formatCode").value_or(""));
  } else if (name.local == "cellXfs") {
    in_cell_formats_ = true;
  } else if (name.local == "xf" && in_cell_formats_) {
    const std::uint32_t id = number_of(attributes);
    const auto custom = custom_.find(id);
    formats_.push_back(custom == custom_.end() ? builtin_number_format(id) : custom->second);
  }
  return {};
}

Result<void> CellFormats::close(XmlName name) {
  if (name.local == "cellXfs") in_cell_formats_ = false;
  return {};
}

}  // namespace parley::table
