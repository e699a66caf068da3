#include "table/xml.hpp"

#include <algorithm>
#include <string>

#include <expat.h>
#include <fmt/core.h>

namespace parley::table {
namespace {

// Stands between namespace and local name in expat's names; no URI may hold it.
constexpr char kBetween = '\n';

XmlName split(const char* raw) {
  const std::string_view name(raw);
  const std::size_t at = name.rfind(kBetween);
  if (at == std::string_view::npos) return {{}, name};
  return {name.substr(0, at), name.substr(at + 1)};
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view local) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local == *pair) return pair[1];
  }
  return {};
}

std::optional<std::string_view> XmlAttributes::find(std::string_view space,
                                                    std::string_view local) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    const XmlName name = split(*pair);
    if (name.local == local && name.space == space) return pair[1];
  }
  return {};
}

struct XmlReader::State {
  XmlHandler& handler;
  XmlLimits limits;
  XML_Parser parser;
  std::size_t depth = 0;
  std::int64_t fed = 0;
  std::optional<Error> error;  // what stopped the parser

  State(XmlHandler& h, const XmlLimits& l)
      : handler(h), limits(l), parser(XML_ParserCreateNS(nullptr, kBetween)) {
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

  static State& of(void* user) { return *static_cast<State*>(user); }

  // After a stop, expat may still report the end of an empty tag: nothing is handed on then.
  static void XMLCALL on_open(void* user, const char* name, const char** attributes) {
    State& self = of(user);
    if (self.error) return;
    if (++self.depth > self.limits.depth) {
      return self.stop(fmt::format("more than {} elements one in the other", self.limits.depth));
    }
    const int count = XML_GetSpecifiedAttributeCount(self.parser) / 2;
    if (static_cast<std::size_t>(count) > self.limits.attributes) {
      return self.stop(fmt::format("more than {} attributes", self.limits.attributes));
    }
    self.take(self.handler.open(split(name), XmlAttributes(attributes)));
  }
  static void XMLCALL on_close(void* user, const char* name) {
    State& self = of(user);
    if (self.error) return;
    --self.depth;
    self.take(self.handler.close(split(name)));
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
