#include "table/ods_styles.hpp"

namespace parley::table {
namespace {

constexpr std::size_t kMostStyles = 100'000;

std::string space(std::string_view what) {
  return "urn:oasis:names:tc:opendocument:xmlns:" + std::string(what) + ":1.0";
}
const std::string kStyle = space("style");
const std::string kTable = space("table");
const std::string kNumber = space("datastyle");

}  // namespace

bool is_ods_space(std::string_view uri, std::string_view what) {
  constexpr std::string_view kBegin = "urn:oasis:names:tc:opendocument:xmlns:";
  constexpr std::string_view kEnd = ":1.0";
  return uri.size() == kBegin.size() + what.size() + kEnd.size() && uri.starts_with(kBegin) &&
         uri.ends_with(kEnd) && uri.substr(kBegin.size(), what.size()) == what;
}

Result<void> OdsStyles::open(XmlName name, const XmlAttributes& attributes) {
  const auto style_name = attributes.find(kStyle, "name");
  if (tables_.size() + data_styles_.size() + dates_.size() > kMostStyles) {
    return fail(Fault::kBadInput, "more styles than parley reads");
  }
  if (name.space == kStyle && name.local == "style" && style_name) {
    const auto family = attributes.find(kStyle, "family");
    if (family == "table") table_style_ = *style_name;
    const auto data = attributes.find(kStyle, "data-style-name");
    if (family == "table-cell" && data) data_styles_.emplace(*style_name, *data);
  } else if (name.space == kStyle && name.local == "table-properties" && !table_style_.empty()) {
    TableStyle& style = tables_[table_style_];
    style.hidden = attributes.find(kTable, "display") == "false";
    const auto mode = attributes.find(kStyle, "writing-mode").value_or("");
    style.right_to_left = mode == "rl-tb" || mode == "rl";
  } else if (name.space == kNumber && name.local == "date-style" && style_name) {
    date_style_ = *style_name;
    dates_.try_emplace(date_style_);
  } else if (name.space == kNumber && !date_style_.empty()) {
    DateStyle& date = dates_[date_style_];
    if (name.local == "year") date.year = true;
    if (name.local == "month") date.month = true;
    if (name.local == "day" || name.local == "day-of-week") date.day = true;
  }
  return {};
}

void OdsStyles::close(XmlName name) {
  if (name.space == kStyle && name.local == "style") table_style_.clear();
  if (name.space == kNumber && name.local == "date-style") date_style_.clear();
}

OdsStyles::TableStyle OdsStyles::table(std::string_view style) const {
  const auto at = tables_.find(style);
  return at == tables_.end() ? TableStyle() : at->second;
}

NumberFormat::Shown OdsStyles::date(std::string_view cell_style) const {
  using Shown = NumberFormat::Shown;
  const auto data = data_styles_.find(cell_style);
  if (data == data_styles_.end()) return Shown::kDay;
  const auto date = dates_.find(data->second);
  if (date == dates_.end() || date->second.day || !date->second.year) return Shown::kDay;
  return date->second.month ? Shown::kMonth : Shown::kYear;
}

}  // namespace parley::table
