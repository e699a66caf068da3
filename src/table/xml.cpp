#include "table/xml.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <expat.h>
#include <fmt/core.h>

namespace parley::table {
namespace {

constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

// Which namespaces prefixes stand for. Done here because expat writes the URI out again for each
// name, which takes longer than all else it does.
class Spaces {
 public:
  // "xmlns" or "xmlns:p" on an element at `depth`.
  void bind(std::string_view prefix, std::string_view uri, std::size_t depth) {
    const std::size_t outer = find(prefix);
    bound_.push_back({std::string(prefix), std::make_unique<std::string>(uri), outer, depth});
    set(prefix, bound_.size());
  }
  // The element at `depth` is closed.
  void leave(std::size_t depth) {
    while (!bound_.empty() && bound_.back().depth == depth) {
      set(bound_.back().prefix, bound_.back().outer);
      bound_.pop_back();
    }
  }
  // Nothing: the prefix is not bound.
  std::optional<std::string_view> uri(std::string_view prefix) const {
    if (const std::size_t at = find(prefix); at != 0) return *bound_[at - 1].uri;
    if (prefix.empty()) return std::string_view();
    if (prefix == "xml") return kXmlSpace;
    return {};
  }

 private:
  struct Bound {
    std::string prefix;
    std::unique_ptr<std::string> uri;  // handed out: must not move
    std::size_t outer;                 // place of what it hides, from 1
    std::size_t depth;
  };

  std::size_t find(std::string_view prefix) const {
    if (prefix.empty()) return default_;
    const auto at = current_.find(prefix);
    return at == current_.end() ? 0 : at->second;
  }

  void set(std::string_view prefix, std::size_t place) {
    if (prefix.empty()) {
      default_ = place;
    } else {
      current_.insert_or_assign(std::string(prefix), place);
    }
  }

  std::vector<Bound> bound_;
  std::size_t default_ = 0;  // of no prefix, the one asked for most
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> current_;
};

}  // namespace

struct XmlReader::State {
  XmlHandler& handler;
  XmlLimits limits;
  XML_Parser parser;
  std::size_t depth = 0;
  std::size_t elements = 0;
  std::int64_t fed = 0;
  std::optional<Error> error;  // what stopped the parser
  Spaces spaces;
  std::vector<XmlAttribute> attributes;  // of the tag under way

  State(XmlHandler& h, const XmlLimits& l)
      : handler(h), limits(l), parser(XML_ParserCreate(nullptr)) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, on_open, on_close);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { XML_ParserFree(parser); }

  void stop(Error why) {
    if (!error) error = std::move(why);
    XML_StopParser(parser, XML_FALSE);
  }
  void stop(std::string_view why) { stop(fault(why)); }
  void take(Result<void> result) {
    if (!result) stop(std::move(result).error());
  }

  Error fault(std::string_view why) const {
    return {Fault::kBadInput,
            fmt::format("line {} of the XML: {}", XML_GetCurrentLineNumber(parser), why),
            {}};
  }

  void bind_spaces(const char** pairs) {
    for (const char** pair = pairs; *pair != nullptr; pair += 2) {
      if (std::strncmp(pair[0], "xmlns", 5) != 0) continue;
      if (pair[0][5] == '\0') spaces.bind("", pair[1], depth);
      if (pair[0][5] == ':') spaces.bind(pair[0] + 6, pair[1], depth);
    }
  }

  // False: stopped.
  bool resolve_attributes(const char** pairs) {
    attributes.clear();
    for (const char** pair = pairs; *pair != nullptr; pair += 2) {
      const std::string_view name(pair[0]);
      if (name == "xmlns" || name.starts_with("xmlns:")) continue;
      // Without a prefix, an attribute is in no namespace.
      if (name.find(':') == std::string_view::npos) {
        attributes.push_back({{{}, name}, pair[1]});
        continue;
      }
      const auto resolved = resolve(name);
      if (!resolved) return false;
      attributes.push_back({*resolved, pair[1]});
    }
    return true;
  }

  // Nothing: stopped.
  std::optional<XmlName> resolve(std::string_view name) {
    const std::size_t colon = name.find(':');
    const std::string_view prefix =
        colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    const auto uri = spaces.uri(prefix);
    if (!uri) {
      stop("a prefix that stands for no namespace");
      return {};
    }
    return XmlName{*uri, colon == std::string_view::npos ? name : name.substr(colon + 1)};
  }

  static State& of(void* user) { return *static_cast<State*>(user); }

  // After a stop, expat may still report the end of an empty tag: nothing is handed on then.
  static void XMLCALL on_open(void* user, const char* name, const char** pairs) {
    State& self = of(user);
    if (self.error) return;
    if (++self.depth > self.limits.depth) {
      return self.stop(fmt::format("more than {} elements one in the other", self.limits.depth));
    }
    const int count = XML_GetSpecifiedAttributeCount(self.parser) / 2;
    if (static_cast<std::size_t>(count) > self.limits.attributes) {
      return self.stop(fmt::format("more than {} attributes", self.limits.attributes));
    }
    if (++self.elements > self.limits.elements) {
      return self.stop("more elements than parley reads");
    }
    self.bind_spaces(pairs);
    if (!self.resolve_attributes(pairs)) return;
    const auto resolved = self.resolve(name);
    if (resolved) self.take(self.handler.open(*resolved, XmlAttributes(self.attributes)));
  }
  static void XMLCALL on_close(void* user, const char* name) {
    State& self = of(user);
    if (self.error) return;
    const auto resolved = self.resolve(name);
    if (resolved) self.take(self.handler.close(*resolved));
    self.spaces.leave(self.depth);
    --self.depth;
  }
  static void XMLCALL on_text(void* user, const char* text, int length) {
    State& self = of(user);
    if (self.error) return;
    self.take(self.handler.text({text, static_cast<std::size_t>(length)}));
  }
  static void XMLCALL on_doctype(void* user, const char*, const char*, const char*, int) {
    of(user).stop("a document type, which parley does not read");
  }
};

XmlReader::XmlReader(XmlHandler& handler, const XmlLimits& limits)
    : state_(std::make_unique<State>(handler, limits)) {}
XmlReader::XmlReader(XmlReader&&) noexcept = default;
XmlReader::~XmlReader() = default;

Result<void> XmlReader::feed(ByteView piece) {
  // expat looks at an unfinished tag again with each piece: pieces are small and tags bounded.
  constexpr std::size_t kPiece = std::size_t{64} << 10;
  for (std::size_t at = 0; at < piece.size(); at += kPiece) {
    PARLEY_TRY(parse(piece.subspan(at, std::min(kPiece, piece.size() - at)), false));
    const std::int64_t done = XML_GetCurrentByteIndex(state_->parser);
    if (state_->fed - std::max<std::int64_t>(done, 0) >
        static_cast<std::int64_t>(state_->limits.token)) {
      return tl::unexpected<Error>(state_->fault(
          fmt::format("a tag or comment of more than {} bytes", state_->limits.token)));
    }
  }
  return {};
}

std::size_t XmlReader::elements() const { return state_->elements; }

Result<void> XmlReader::finish() { return parse({}, true); }

Result<void> XmlReader::parse(ByteView piece, bool last) {
  State& state = *state_;
  state.fed += static_cast<std::int64_t>(piece.size());
  const XML_Status status = XML_Parse(state.parser, reinterpret_cast<const char*>(piece.data()),
                                      static_cast<int>(piece.size()), last ? 1 : 0);
  if (state.error) return tl::unexpected<Error>(*state.error);
  if (status == XML_STATUS_OK) return {};
  const XML_Error code = XML_GetErrorCode(state.parser);
  if (code == XML_ERROR_NO_MEMORY) {
    return tl::unexpected<Error>(state.fault("more than parley gives memory for"));
  }
  return tl::unexpected<Error>(state.fault(fmt::format("not XML ({})", XML_ErrorString(code))));
}

Result<void> read_xml(ByteView bytes, XmlHandler& handler, const XmlLimits& limits) {
  XmlReader reader(handler, limits);
  PARLEY_TRY(reader.feed(bytes));
  return reader.finish();
}

}  // namespace parley::table
