// Writing and reading the bodies of this folder's kinds: record/body.hpp with names by language
// and handles.
#pragma once

#include "dossier/names.hpp"
#include "record/body.hpp"

namespace parley::dossier {

using record::has_twice;
using record::id_in;

class BodyWriter : public record::BodyWriter {
 public:
  BodyWriter(Kind kind, std::set<std::int64_t> apart);

  void names(std::int64_t field, const Names& value);
};

class BodyReader : public record::BodyReader {
 public:
  BodyReader(Kind kind, const record::Payload& payload);

  Names names(std::int64_t field);
  // A handle; a measure's may have several parts. Required but for statements.
  std::string key(std::int64_t field);

 private:
  Kind kind_;
};

}  // namespace parley::dossier
