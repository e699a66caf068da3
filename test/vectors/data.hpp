// Finding the data that tests read and the project does not hold: PARLEY_DATA, or beside the
// repository. A test that needs what is absent says so and passes.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace parley::vectors {

// The path of a file or folder of the data, or nothing (and a message) where it is absent.
inline std::optional<std::filesystem::path> data(const std::string& name) {
  const char* root = std::getenv("PARLEY_DATA");
  const auto path = std::filesystem::path(root ? root : "../shared/data") / name;
  if (std::filesystem::exists(path)) return path;
  MESSAGE("skipped: ", path.string(), " is absent");
  return std::nullopt;
}

inline nlohmann::json read_json(const std::filesystem::path& path) {
  std::ifstream file(path);
  return nlohmann::json::parse(file);
}

}  // namespace parley::vectors
