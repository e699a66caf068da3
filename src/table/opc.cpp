#include "table/opc.hpp"

#include <algorithm>

namespace parley::table {
namespace {

constexpr std::size_t kMostRelationships = 20'000;

constexpr std::string_view kPackageSpace =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kRelationSpaces[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships"};

class Relationships final : public XmlHandler {
 public:
  explicit Relationships(std::string_view part) : part_(part) {}

  std::vector<Relationship> found;

  Result<void> open(XmlName name, const XmlAttributes& attributes) override {
    if (name.local != "Relationship" || name.space != kPackageSpace) return {};
    if (found.size() == kMostRelationships) {
      return fail(Fault::kBadInput, "more relationships than parley reads");
    }
    Relationship one;
    one.id = attributes.find("Id").value_or("");
    const std::string_view type = attributes.find("Type").value_or("");
    one.type = type.substr(type.rfind('/') + 1);
    one.external = attributes.find("TargetMode").value_or("") == "External";
    if (!one.external) one.target = resolve_target(part_, attributes.find("Target").value_or(""));
    found.push_back(std::move(one));
    return {};
  }
  Result<void> close(XmlName) override { return {}; }
  Result<void> text(std::string_view) override { return {}; }

 private:
  std::string_view part_;
};

std::string_view folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

}  // namespace

std::string resolve_target(std::string_view part, std::string_view target) {
  std::string whole = target.starts_with('/') ? std::string() : std::string(folder_of(part));
  whole += target;
  std::vector<std::string_view> steps;
  const std::string_view path = whole;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view step = path.substr(begin, end - begin);
    if (step == "..") {
      if (steps.empty()) return {};
      steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    begin = end + 1;
  }
  std::string out;
  for (const std::string_view step : steps) {
    if (!out.empty()) out += '/';
    out += step;
  }
  return out;
}

Result<std::vector<Relationship>> relationships(Archive& archive, std::string_view part) {
  const std::string_view folder = folder_of(part);
  const std::string name =
      std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  if (archive.find(name).empty()) return std::vector<Relationship>();
  Relationships handler(part);
  PARLEY_TRY(read_part(archive, name, handler));
  return std::move(handler.found);
}

Result<void> read_part(Archive& archive, std::string_view part, XmlHandler& handler) {
  // One limit for all parts together.
  XmlLimits limits;
  limits.elements -= std::min(limits.elements, archive.elements_read);
  XmlReader reader(handler, limits);
  auto read = archive.read(part, [&](ByteView piece) { return reader.feed(piece); });
  archive.elements_read += reader.elements();
  PARLEY_TRY(read);
  return reader.finish();
}

bool is_spreadsheet_space(std::string_view space) {
  return space == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
         space == "http://purl.oclc.org/ooxml/spreadsheetml/main";
}

bool is_relationship_space(std::string_view space) {
  return space == kRelationSpaces[0] || space == kRelationSpaces[1];
}

std::optional<std::string_view> relationship_id(const XmlAttributes& attributes) {
  for (const std::string_view space : kRelationSpaces) {
    if (const auto id = attributes.find(space, "id")) return id;
  }
  return {};
}

}  // namespace parley::table
