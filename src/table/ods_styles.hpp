// What the styles of an OpenDocument sheet say that matters here: which sheets are hidden or run
// from right to left, and how much of a date a cell shows.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "table/number_format.hpp"
#include "table/xml.hpp"

namespace parley::table {

class OdsStyles {
 public:
  struct TableStyle {
    bool hidden = false;
    bool right_to_left = false;
  };

  // A tag inside office:automatic-styles or office:styles. Error: more styles than anybody has.
  Result<void> open(XmlName name, const XmlAttributes& attributes);
  void close(XmlName name);

  TableStyle table(std::string_view style) const;
  // kDay where the style says nothing of it.
  NumberFormat::Shown date(std::string_view cell_style) const;

 private:
  struct DateStyle {
    bool year = false;
    bool month = false;
    bool day = false;
  };

  std::map<std::string, TableStyle, std::less<>> tables_;
  std::map<std::string, std::string, std::less<>> data_styles_;  // of cell styles
  std::map<std::string, DateStyle, std::less<>> dates_;
  std::string table_style_;  // under way
  std::string date_style_;   // under way
};

bool is_ods_space(std::string_view space, std::string_view what);  // "table", "text", "office"...

}  // namespace parley::table
