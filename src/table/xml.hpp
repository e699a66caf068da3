// XML parts of other people's files, read as a stream.
//
// Promises: namespaces resolved; bounded depth, attributes and length of one tag, comment or
// instruction; no document type at all, so no entities but the five of XML and numbered characters,
// and nothing outside the file is opened. Text is UTF-8 without NUL. Errors name the line.
// Does not: validate, keep comments or instructions, or know encodings beside UTF-8, UTF-16,
// ISO-8859-1 and ASCII.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace parley::table {

struct XmlName {
  std::string_view space;  // the namespace's URI; empty: none
  std::string_view local;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
};

// The attributes of one tag, valid while it is handled.
class XmlAttributes {
 public:
  explicit XmlAttributes(std::span<const XmlAttribute> all) : all_(all) {}

  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

  // Of an attribute without a namespace.
  std::optional<std::string_view> find(std::string_view local) const { return find({}, local); }
  // Of one in the namespace.
  std::optional<std::string_view> find(std::string_view space, std::string_view local) const {
    for (const XmlAttribute& one : all_) {
      if (one.name.local == local && one.name.space == space) return one.value;
    }
    return {};
  }

 private:
  std::span<const XmlAttribute> all_;
};

// What is made of a part. An error ends the reading.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  virtual Result<void> open(XmlName name, const XmlAttributes& attributes) = 0;
  virtual Result<void> close(XmlName name) = 0;
  // A piece of the text between two tags; one text may come in several.
  virtual Result<void> text(std::string_view piece) = 0;
};

struct XmlLimits {
  std::size_t depth = 128;
  std::size_t attributes = 256;  // of one tag, with its namespaces
  std::size_t elements = 6'000'000;
  std::size_t token = std::size_t{1} << 20;  // bytes of one tag, comment or instruction
};

class XmlReader {
 public:
  // `handler` must outlive the reader.
  explicit XmlReader(XmlHandler& handler, const XmlLimits& limits = {});
  XmlReader(XmlReader&&) noexcept;
  ~XmlReader();

  // Error (kBadInput): not XML, a document type, a limit; or the handler's.
  Result<void> feed(ByteView piece);
  Result<void> finish();

  // How many were opened so far.
  std::size_t elements() const;

 private:
  struct State;
  Result<void> parse(ByteView piece, bool last);

  std::unique_ptr<State> state_;
};

// The whole of a text.
Result<void> read_xml(ByteView bytes, XmlHandler& handler, const XmlLimits& limits = {});

}  // namespace parley::table
