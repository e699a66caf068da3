// Parts of an Open Packaging file (XLSX) and how they refer to one another.
//
// Promises: targets as names in the archive, whether written absolute or relative to the part;
// targets outside the file are kept as such and never opened. Both sets of namespaces, transitional
// (schemas.openxmlformats.org) and strict (purl.oclc.org). Does not: read content types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "table/archive.hpp"
#include "table/xml.hpp"

namespace parley::table {

struct Relationship {
  std::string id;
  std::string type;    // the last part of its type's URI: "worksheet", "sharedStrings"
  std::string target;  // a member's name; empty if external
  bool external = false;
};

// The relationships of a part, or with "" of the package; none if it has no file of them.
Result<std::vector<Relationship>> relationships(Archive& archive, std::string_view part);

// The target of a reference in `part`: "../drawings/d1.xml" in "xl/worksheets/s1.xml" is
// "xl/drawings/d1.xml". Empty if it leaves the archive.
std::string resolve_target(std::string_view part, std::string_view target);

// Streams a member of the archive through a handler. Errors name the member.
Result<void> read_part(Archive& archive, std::string_view part, XmlHandler& handler);

bool is_spreadsheet_space(std::string_view space);   // SpreadsheetML
bool is_relationship_space(std::string_view space);  // of "r:id"
std::optional<std::string_view> relationship_id(const XmlAttributes& attributes);

}  // namespace parley::table
