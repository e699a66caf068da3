#include "desk/report/written_date.hpp"

#include <fmt/core.h>

#include <array>
#include <string_view>

namespace parley::desk {
namespace {

using document::Language;
using Months = std::array<std::string_view, 12>;

constexpr Months kEnglish = {"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
constexpr Months kFrench = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                            "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr Months kArabic = {
    "كانون الثاني/يناير", "شباط/فبراير",        "آذار/مارس",           "نيسان/أبريل",
    "أيار/مايو",          "حزيران/يونيه",       "تموز/يوليه",          "آب/أغسطس",
    "أيلول/سبتمبر",       "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"};
constexpr Months kRussian = {"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                             "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Months kRussianGenitive = {"января",   "февраля", "марта",  "апреля",
                                     "мая",      "июня",    "июля",   "августа",
                                     "сентября", "октября", "ноября", "декабря"};
constexpr Months kUkrainian = {"січень", "лютий",   "березень", "квітень", "травень",  "червень",
                               "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"};
constexpr Months kUkrainianGenitive = {"січня",   "лютого", "березня",   "квітня",
                                       "травня",  "червня", "липня",     "серпня",
                                       "вересня", "жовтня", "листопада", "грудня"};

const Months& months(Language language, bool with_day) {
  switch (language) {
    case Language::kFrench: return kFrench;
    case Language::kArabic: return kArabic;
    case Language::kRussian: return with_day ? kRussianGenitive : kRussian;
    case Language::kUkrainian: return with_day ? kUkrainianGenitive : kUkrainian;
    case Language::kEnglish:
    case Language::kHebrew: break;
  }
  return kEnglish;
}

// The abbreviated word for year stays with its number.
std::string_view after_year(Language language) {
  if (language == Language::kRussian) return "\u00A0г.";
  if (language == Language::kUkrainian) return "\u00A0р.";
  return "";
}

}  // namespace

std::string written_date(const Date& date, Language language) {
  const std::string year = fmt::format("{}{}", date.year, after_year(language));
  if (date.precision() == Precision::kYear) return year;
  const bool with_day = date.precision() == Precision::kDay;
  const std::string_view month =
      months(language, with_day)[static_cast<std::size_t>(date.month - 1)];
  if (!with_day) return fmt::format("{} {}", month, year);
  const std::string_view ordinal = language == Language::kFrench && date.day == 1 ? "er" : "";
  return fmt::format("{}{} {} {}", date.day, ordinal, month, year);
}

}  // namespace parley::desk
