#include "linkage/model.hpp"

#include <doctest/doctest.h>

namespace parley::linkage {
namespace {

Model model() {
  Model out;
  out.mode = Mode::kManyToMany;
  out.schema = {{"name", Kind::kName, true}, {"an \"odd\\ field", Kind::kTerm}};
  out.fitted.matched_ppm = 1'234'567;
  out.fitted.found_ppm = 1'300'000;
  out.fitted.again_ppm = 1'480;
  out.fitted.iterations = 3;
  out.fitted.others_ppm = 31'000;
  out.fitted.same_terms = {{1, "حلب", "aleppo"}, {1, "a \"b\"", "c"}};
  for (const Feature& feature : features_of(out.schema)) {
    Fitted::Levels& levels = out.fitted.features.emplace_back();
    std::uint32_t share = 7;
    for (const Expected& expected : expected_levels(out.schema, feature)) {
      levels.m_ppm[static_cast<std::size_t>(expected.level)] = share;
      levels.u_ppm[static_cast<std::size_t>(expected.level)] = share * 3;
      share += 11;
    }
  }
  out.columns.columns = {{"q \"1\"", "term", 0}, {"x", "ignore", 0}, {"الاسم", "name", 0}};
  return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("what is written reads back as the same") {
  const auto read = read_model(write_model(model()));
  REQUIRE_MESSAGE(read.has_value(), read.error().text());
  CHECK(*read == model());
}

TEST_CASE("faults are told with their line") {
  const std::string good = write_model(model());
  CHECK(read_model(replaced(good, "version = 1", "version = 2")).error().fault ==
        Fault::kUnsupported);
  for (const auto& [what, by] :
       {std::pair("many-to-many", "some-to-some"), std::pair("1234567", "-1"),
        std::pair("exact = 7", "exact = 1000001"), std::pair("exact = 7", "beside = 7"),
        std::pair("token = \"name.given\"", "token = \"name.father\""),
        std::pair("kind = \"name\"", "kind = \"nome\""), std::pair("= \"ignore\"", "= \"nothing\""),
        std::pair("iterations", "iteration"), std::pair("text = \"حلب\"", "texts = \"حلب\""),
        std::pair("field = \"an \\\"odd\\\\ field\"", "field = \"name\"")}) {
    const auto read = read_model(replaced(good, what, by));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message.starts_with("line "));
  }
  CHECK_FALSE(read_model("").has_value());
  CHECK_FALSE(read_model("version = 1\nmode = [").has_value());
}

}  // namespace parley::linkage
