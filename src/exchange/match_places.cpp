#include "exchange/match_places.hpp"

#include <algorithm>
#include <array>

#include "text/folding.hpp"

namespace parley::exchange {
namespace {

using record::EntryId;

constexpr int kSameName = 850;  // of text::likeness()

// Folded: what a cell may put before or after a place's own name.
constexpr std::array<std::string_view, 30> kSorts = {
    "governorate", "province", "district", "city",   "town",   "village", "region",  "area",
    "gouvernorat", "ville",    "محافظه",   "محافظة", "مديريه", "مديرية",  "مدينه",   "مدينة",
    "قريه",        "قرية",     "منطقه",    "منطقة",  "عزله",   "عزلة",    "область", "район",
    "місто",       "город",    "село",     "г",      "м",      "с"};
constexpr std::array<std::string_view, 16> kArticles = {"al",  "el", "ul",  "ad", "ar", "as",
                                                        "ash", "at", "ath", "az", "an", "il",
                                                        "de",  "la", "le",  "of"};
constexpr std::string_view kArabicArticle = "ال";

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_mark(char c) {
  return (c >= 0 && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c > 0);
}

// Words of letters and digits; apostrophes within a word are left out.
std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> out(1);
  for (const char c : folded) {
    if (c == '\'' || c == '`') continue;
    if (!is_mark(c)) {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

// Where a cell names a place and what it lies in.
std::vector<std::string_view> parts_of(std::string_view cell) {
  constexpr std::array<std::string_view, 11> kBetween = {",", "،", ";", "؛", "/",  "\n",
                                                         "(", ")", "|", "–", " - "};
  std::vector<std::string_view> out;
  std::size_t start = 0, at = 0;
  while (at < cell.size()) {
    std::size_t length = 0;
    for (const std::string_view mark : kBetween) {
      if (cell.substr(at, mark.size()) == mark) length = mark.size();
    }
    if (length == 0) {
      ++at;
      continue;
    }
    if (at > start) out.push_back(cell.substr(start, at - start));
    at += length;
    start = at;
  }
  if (cell.size() > start) out.push_back(cell.substr(start));
  return out;
}

text::NamePart as_part(const std::string& spelling) {
  const text::PersonalName name = text::parse_name_part(spelling, text::NameRole::kUnplaced);
  return name.parts.size() == 1 ? name.parts[0] : text::NamePart{};
}

void add_once(std::vector<EntryId>& out, const EntryId& place) {
  if (std::find(out.begin(), out.end(), place) == out.end()) out.push_back(place);
}

}  // namespace

std::string place_spelling(std::string_view name) {
  const std::vector<std::string> words = words_of(text::fold_name(name));
  std::string out;
  for (const std::string& word : words) {
    if (is_one_of(kSorts, word)) continue;
    if (words.size() > 1 && is_one_of(kArticles, word)) continue;
    const bool article =
        word.starts_with(kArabicArticle) && word.size() > 2 * kArabicArticle.size();
    out += article ? word.substr(kArabicArticle.size()) : word;
  }
  return out;
}

MatchPlaces::MatchPlaces(const dossier::Dossier& dossier) : dossier_(dossier) {
  for (const auto& place : dossier.places) {
    if (place.withdrawn()) continue;
    std::vector<std::string_view> names = {place.value().key};
    for (const auto& [language, name] : place.value().names) names.push_back(name);
    for (const std::string_view name : names) {
      const std::string spelling = place_spelling(name);
      if (spelling.empty()) continue;
      add_once(by_spelling_[spelling], place.id);
      text::NamePart part = as_part(spelling);
      if (!part.key.empty()) by_sound_[part.key].push_back({std::move(part), place.id});
    }
  }
}

std::vector<EntryId> MatchPlaces::known(std::string_view part) const {
  const std::string spelling = place_spelling(part);
  if (spelling.empty()) return {};
  if (const auto found = by_spelling_.find(spelling); found != by_spelling_.end()) {
    return found->second;
  }
  const text::NamePart name = as_part(spelling);
  std::vector<EntryId> out;
  const auto found = by_sound_.find(name.key);
  if (found == by_sound_.end()) return out;
  for (const Named& one : found->second) {
    if (text::likeness(name, one.name) >= kSameName) add_once(out, one.place);
  }
  return out;
}

// A country contains everybody: it tells nothing.
std::vector<std::string> MatchPlaces::around(const EntryId& place) const {
  std::vector<std::string> out;
  for (auto at = dossier_.parents.find(place); at != dossier_.parents.end();
       at = dossier_.parents.find(at->second)) {
    const auto* kept = dossier_.place(at->second);
    if (kept != nullptr && kept->value().kind == dossier::PlaceKind::kCountry) continue;
    out.push_back(at->second.hex());
  }
  return out;
}

linkage::Term MatchPlaces::term(std::string_view cell) const {
  std::vector<EntryId> found = known(cell);
  if (found.empty()) {
    for (const std::string_view part : parts_of(cell)) {
      for (const EntryId& place : known(part)) add_once(found, place);
    }
  }
  linkage::Term out;
  out.text = cell;
  for (const EntryId& place : found) {
    const bool contains = std::any_of(found.begin(), found.end(), [&](const EntryId& other) {
      return other != place && dossier_.is_within(other, place);
    });
    if (contains) continue;
    out.is.push_back(place.hex());
    for (std::string& id : around(place)) out.within.push_back(std::move(id));
  }
  return out;
}

}  // namespace parley::exchange
