#include "text/name_roles.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/common_names.hpp"

namespace parley::text {
namespace {

using Elements = std::span<const NameElement>;
using Roles = std::vector<NameRole>;

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::array<std::string_view, N>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

// A row of given name, father, grandfathers over [first, end).
void place_ancestors(Elements elements, Roles& roles, std::size_t first, std::size_t end) {
  std::size_t place = 0;
  for (std::size_t i = first; i < end; ++i, ++place) {
    if (i == first && elements[i].son_of) place = 1;
    roles[i] = place == 0   ? NameRole::kGiven
               : place == 1 ? NameRole::kFather
                            : NameRole::kGrandfather;
  }
}

std::optional<NameKind> kind_of(const NameElement& element) {
  const CommonName* name = find_common_name(element.folded);
  if (name == nullptr) return std::nullopt;
  return name->kind;
}

bool slavic_family(const NameElement& element) {
  constexpr auto kCyrillic = std::to_array<std::string_view>(
      {"енко", "ченко", "ський", "цький", "ский", "цкий", "ська", "цька", "ская", "цкая",
       "ов",   "ев",    "єв",    "їв",    "ова",  "ева",  "єва",  "ин",   "ина",  "ін",
       "іна",  "їн",    "чук",   "щук",   "нюк",  "люк",  "дюк",  "рук",  "ук",   "юк",
       "ак",   "як",    "ко",    "ых",    "их",   "ець",  "ой"});
  constexpr auto kLatin = std::to_array<std::string_view>(
      {"enko",  "skyi", "skyy", "skiy", "skij", "sky", "skii", "ski", "skaya", "ska",
       "ov",    "ev",   "yev",  "iev",  "ova",  "eva", "yeva", "off", "eff",   "chuk",
       "schuk", "niuk", "nyuk", "liuk", "iuk",  "yuk", "ets",  "yak"});
  if (kind_of(element) == NameKind::kFamily) return true;
  if (kind_of(element) == NameKind::kSlavicGiven) return false;
  const std::string& text = element.folded;
  if (element.script == Script::kCyrillic) return text.size() > 8 && ends_with_any(text, kCyrillic);
  return element.script == Script::kLatin && text.size() > 4 && ends_with_any(text, kLatin);
}

bool arabic_form(const NameElement& element) {
  return element.article || element.abu || element.son_of || element.script == Script::kArabic;
}

bool arabic_given(const NameElement& element) { return kind_of(element) == NameKind::kArabicGiven; }

// Which element is the patronymic; none: elements.size().
std::size_t patronymic_of(Elements elements) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].patronymic || is_patronymic(elements[i].folded)) found.push_back(i);
  }
  if (found.empty()) return elements.size();
  // "Given Patronymic Surname" where the surname looks like one.
  if (found.size() == 2 && found[0] == 1 && found[1] == 2) return 1;
  return found.back();
}

Roles by_patronymic(Elements elements, std::size_t at) {
  const std::size_t count = elements.size();
  Roles roles(count, NameRole::kUnplaced);
  roles[at] = NameRole::kFather;
  if (at == 0) {
    if (count > 1) place_ancestors(elements, roles, 1, 2);
    return roles;
  }
  roles[at - 1] = NameRole::kGiven;
  for (std::size_t i = 0; i + 1 < at; ++i) roles[i] = NameRole::kFamily;
  for (std::size_t i = at + 1; i < count; ++i) roles[i] = NameRole::kFamily;
  // "Anna Maria Petrovna Ivanova": what stands before is a given name too.
  if (at + 1 < count) {
    for (std::size_t i = 0; i < at; ++i) roles[i] = NameRole::kGiven;
  }
  return roles;
}

// Initials tell the family name: "Иванов И. П.", "И. П. Иванов".
bool by_initials(Elements elements, Roles& roles) {
  const std::size_t count = elements.size();
  const auto initial = [](const NameElement& element) { return element.initial; };
  const auto initials = std::count_if(elements.begin(), elements.end(), initial);
  if (static_cast<std::size_t>(initials) + 1 != count || initials < 1) return false;
  if (initials > 1 && !elements[0].initial) {
    roles[0] = NameRole::kFamily;
    place_ancestors(elements, roles, 1, count);
    return true;
  }
  if (elements[count - 1].initial) return false;
  place_ancestors(elements, roles, 0, count - 1);
  roles[count - 1] = NameRole::kFamily;
  return true;
}

// A family name by its Slavic form, at the front or last; false if the form says nothing.
bool by_slavic_form(Elements elements, Roles& roles) {
  const std::size_t count = elements.size();
  if (count < 2 || count > 3) return false;
  const bool front = slavic_family(elements[0]) && !slavic_family(elements[1]);
  const bool back = slavic_family(elements[count - 1]) && !slavic_family(elements[0]);
  if (front == back) return false;
  roles[front ? 0 : count - 1] = NameRole::kFamily;
  place_ancestors(elements, roles, front ? 1 : 0, front ? count : count - 1);
  return true;
}

// Not "al-Hadi", a given name.
bool is_nisba_family(const NameElement& element) {
  const CommonName* name = find_common_name(element.folded);
  return element.nisba && (name == nullptr || name->family);
}

// "HASSAN Mohamed", "Mohamed HASSAN": the family name in capitals; false if not so written.
bool by_capitals(Elements elements, Roles& roles) {
  const std::size_t count = elements.size();
  const auto upper = [](const NameElement& element) { return element.upper; };
  const auto capitals =
      static_cast<std::size_t>(std::count_if(elements.begin(), elements.end(), upper));
  if (capitals == 0 || capitals == count) return false;
  const bool front = std::all_of(elements.begin(),
                                 elements.begin() + static_cast<std::ptrdiff_t>(capitals), upper);
  const bool back =
      std::all_of(elements.end() - static_cast<std::ptrdiff_t>(capitals), elements.end(), upper);
  if (!front && !back) return false;
  const std::size_t first = front ? 0 : count - capitals;
  std::fill_n(roles.begin() + static_cast<std::ptrdiff_t>(first), capitals, NameRole::kFamily);
  place_ancestors(elements, roles, front ? capitals : 0, front ? count : first);
  return true;
}

bool family_form(const NameElement& element) {
  return element.article || element.abu || kind_of(element) == NameKind::kFamily;
}

// Given name, father, grandfathers, family name.
void by_arabic_custom(Elements elements, Roles& roles) {
  const std::size_t count = elements.size();
  place_ancestors(elements, roles, 0, count);
  const NameElement& last = elements[count - 1];
  NameRole& role = roles[count - 1];
  if (count == 1) {
    if (last.nisba || kind_of(last) == NameKind::kFamily)
      role = NameRole::kFamily;
    else if (last.article || last.abu)
      role = NameRole::kUnplaced;
    return;
  }
  if (last.son_of && !last.nisba) {
    // "Ahmad Salem bin Brik": bin begins a family name, or it would stand before Salem as well.
    if (count >= 3 && !elements[count - 2].son_of) role = NameRole::kFamily;
    return;
  }
  role = count >= 4 || family_form(last) ? NameRole::kFamily : NameRole::kUnplaced;
}

}  // namespace

bool is_patronymic(std::string_view folded) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"ович",   "евич", "йович", "ьович", "овна",   "евна",  "івна",  "ївна",
       "инична", "ична", "ovich", "ovych", "ovitch", "evich", "evych", "evitch",
       "ovna",   "evna", "ivna",  "yivna", "ichna",  "ychna"});
  constexpr auto kWhole = std::to_array<std::string_view>(
      {"ильич",     "кузьмич", "лукич",  "фомич",   "никитич",  "саввич",  "ілліч",
       "ильинична", "ілліч",   "лукіч",  "кузьмич", "хомич",    "ilyich",  "ilich",
       "illich",    "kuzmich", "lukich", "fomich",  "nikitich", "kuzmych", "lukych"});
  if (std::find(kWhole.begin(), kWhole.end(), folded) != kWhole.end()) return true;
  const std::size_t least = !folded.empty() && (folded[0] & 0x80) != 0 ? 12 : 7;
  return folded.size() >= least && ends_with_any(folded, kEndings);
}

Roles name_roles(Elements elements, std::size_t family, NameOrder order) {
  const std::size_t count = elements.size();
  Roles roles(count, NameRole::kUnplaced);
  if (count == 0) return roles;
  if (family > 0 && family < count) {
    std::fill_n(roles.begin(), family, NameRole::kFamily);
    place_ancestors(elements, roles, family, count);
    return roles;
  }
  if (const std::size_t at = patronymic_of(elements); at < count)
    return by_patronymic(elements, at);
  if (by_initials(elements, roles) || by_capitals(elements, roles)) return roles;
  const bool arabic = std::any_of(elements.begin(), elements.end(), arabic_form);
  if (!arabic && by_slavic_form(elements, roles)) return roles;
  const bool nisba_first = is_nisba_family(elements[0]);  // "al-Halabi Ahmad"
  if ((order == NameOrder::kFamilyFirst || nisba_first) && count > 1) {
    roles[0] = NameRole::kFamily;
    place_ancestors(elements, roles, 1, count);
    return roles;
  }
  by_arabic_custom(elements, roles);
  const Script script = elements[count - 1].script;
  const bool european = script == Script::kHebrew ||
                        (script == Script::kCyrillic && !arabic_given(elements[count - 1]));
  if (european && !arabic && count > 1 && roles[count - 1] == NameRole::kUnplaced) {
    roles[count - 1] = NameRole::kFamily;
  }
  return roles;
}

}  // namespace parley::text
