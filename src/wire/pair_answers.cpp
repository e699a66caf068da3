#include "wire/pair_answers.hpp"

#include "desk/link/pair_words.hpp"
#include "desk/link/step_words.hpp"

namespace parley::wire {
namespace {

constexpr auto kEnglish = document::Language::kEnglish;

Json one_in(std::uint32_t share_ppm) {
  if (share_ppm == 0) return {};
  return (1'000'000 + share_ppm / 2) / share_ppm;
}

Json step(const linkage::Step& of, std::int32_t so_far) {
  return {{"feature", of.of.token},
          {"level", of.is_kinship() ? Json() : Json(linkage::name(of.level))},
          {"a", or_null(of.written_a)},
          {"b", or_null(of.written_b)},
          {"frequency", or_null(std::string(linkage::frequency(of.share_ppm)))},
          {"one_in", one_in(of.share_ppm)},
          {"bits", bits(of.millibits)},
          {"bits_so_far", bits(so_far)},
          {"words", of.is_kinship() ? desk::pair_word(desk::PairWord::kKinshipMeans, kEnglish)
                                    : desk::words_of(of, kEnglish)}};
}

}  // namespace

Json bits(std::int32_t millibits) { return static_cast<double>(millibits) / 1000; }
Json probability(std::uint32_t ppm) { return static_cast<double>(ppm) / 1'000'000; }

Json tokens(const std::vector<linkage::Doubt>& doubts) {
  Json out = Json::array();
  for (const linkage::Doubt doubt : doubts) out.push_back(linkage::name(doubt));
  return out;
}

Json explanation(const linkage::Explanation& of) {
  Json lines = Json::array(), one_sided = Json::array();
  std::int32_t so_far = of.prior;
  for (const linkage::Step& one : of.steps) {
    so_far += one.millibits;
    lines.push_back(step(one, so_far));
  }
  for (const linkage::OneSided& one : of.one_sided) {
    one_sided.push_back(
        {{"feature", one.of.token}, {"a", or_null(one.written_a)}, {"b", or_null(one.written_b)}});
  }
  const std::uint32_t ppm = of.probability_ppm();
  return {{"prior_bits", bits(of.prior)},      {"lines", std::move(lines)},
          {"one_sided", std::move(one_sided)}, {"bits", bits(of.after())},
          {"probability", probability(ppm)},   {"words", desk::odds_words(ppm, kEnglish)}};
}

}  // namespace parley::wire
