#include "text/date_reading_table.hpp"

#include <iterator>

namespace parley::text {
namespace {

using enum DateWordKind;

constexpr DateWord gregorian(std::int32_t month) { return {kMonth, Calendar::kGregorian, month}; }
constexpr DateWord hijri(std::int32_t month) { return {kMonth, Calendar::kHijri, month}; }
constexpr DateWord persian(std::int32_t month) { return {kMonth, Calendar::kPersian, month}; }
constexpr DateWord any(DateWordKind kind, std::int32_t value = 0) {
  return {kind, Calendar::kGregorian, value};
}

}  // namespace

// clang-format off
const DateTableRow kDateTable[] = {
    // Arabic: Levantine and Iraqi, Egyptian, Maghreb.
    {"كانون الثاني|كانون ثاني|كانون التاني|ك2|يناير|ينائر|جانفي", gregorian(1)},
    {"شباط|فبراير|فبرائر|فيفري", gregorian(2)},
    {"آذار|أذار|مارس", gregorian(3)},
    {"نيسان|أبريل|إبريل|أفريل", gregorian(4)},
    {"أيار|آيار|مايس|مايو|ماي", gregorian(5)},
    {"حزيران|يونيو|يونية|يونيه|جوان", gregorian(6)},
    {"تموز|يوليو|يولية|يوليه|جويلية|يوليوز", gregorian(7)},
    {"آب|أب|أغسطس|اغسطوس|أوت|غشت", gregorian(8)},
    {"أيلول|ايلول|سبتمبر|سيبتمبر|شتنبر", gregorian(9)},
    {"تشرين الأول|تشرين أول|ت1|أكتوبر|اكتوبر", gregorian(10)},
    {"تشرين الثاني|تشرين ثاني|تشرين التاني|ت2|نوفمبر|نونبر", gregorian(11)},
    {"كانون الأول|كانون أول|ك1|ديسمبر|دجنبر", gregorian(12)},
    // English.
    {"January|Jan", gregorian(1)}, {"February|Febuary|Feb", gregorian(2)}, {"March|Mar", gregorian(3)},
    {"April|Apr", gregorian(4)}, {"May", gregorian(5)}, {"June|Jun", gregorian(6)},
    {"July|Jul", gregorian(7)}, {"August|Aug", gregorian(8)},
    {"September|Sept|Sep", gregorian(9)}, {"October|Oct", gregorian(10)},
    {"November|Nov", gregorian(11)}, {"December|Dec", gregorian(12)},
    // French.
    {"janvier|janv", gregorian(1)}, {"février|févr|fév", gregorian(2)}, {"mars", gregorian(3)},
    {"avril|avr", gregorian(4)}, {"mai", gregorian(5)}, {"juin", gregorian(6)},
    {"juillet|juil", gregorian(7)}, {"août", gregorian(8)}, {"septembre", gregorian(9)},
    {"octobre", gregorian(10)}, {"novembre", gregorian(11)}, {"décembre|déc", gregorian(12)},
    // Russian.
    {"январь|января|янв", gregorian(1)}, {"февраль|февраля|февр|фев", gregorian(2)},
    {"март|марта|мар", gregorian(3)}, {"апрель|апреля|апр", gregorian(4)},
    {"май|мая", gregorian(5)}, {"июнь|июня|июн", gregorian(6)},
    {"июль|июля|июл", gregorian(7)}, {"август|августа|авг", gregorian(8)},
    {"сентябрь|сентября|сент|сен", gregorian(9)}, {"октябрь|октября|окт", gregorian(10)},
    {"ноябрь|ноября|нояб|ноя", gregorian(11)}, {"декабрь|декабря|дек", gregorian(12)},
    // Ukrainian.
    {"січень|січня|січ", gregorian(1)}, {"лютий|лютого|лют", gregorian(2)},
    {"березень|березня|берез|бер", gregorian(3)}, {"квітень|квітня|квіт|кві", gregorian(4)},
    {"травень|травня|трав|тра", gregorian(5)}, {"червень|червня|черв|чер", gregorian(6)},
    {"липень|липня|лип", gregorian(7)}, {"серпень|серпня|серп|сер", gregorian(8)},
    {"вересень|вересня|верес|вер", gregorian(9)}, {"жовтень|жовтня|жовт|жов", gregorian(10)},
    {"листопад|листопада|лист|лис", gregorian(11)}, {"грудень|грудня|груд|гру", gregorian(12)},
    // Hebrew.
    {"ינואר|בינואר", gregorian(1)}, {"פברואר|בפברואר", gregorian(2)}, {"מרץ|מרס|במרץ", gregorian(3)},
    {"אפריל|באפריל", gregorian(4)}, {"מאי|במאי", gregorian(5)}, {"יוני|ביוני", gregorian(6)},
    {"יולי|ביולי", gregorian(7)}, {"אוגוסט|באוגוסט", gregorian(8)},
    {"ספטמבר|בספטמבר", gregorian(9)}, {"אוקטובר|באוקטובר", gregorian(10)},
    {"נובמבר|בנובמבר", gregorian(11)}, {"דצמבר|בדצמבר", gregorian(12)},
    // Persian names of the Gregorian months.
    {"ژانویه", gregorian(1)}, {"فوریه", gregorian(2)}, {"آوریل", gregorian(4)}, {"مه", gregorian(5)},
    {"ژوئن", gregorian(6)}, {"ژوئیه|جولای", gregorian(7)}, {"اوت|آگوست", gregorian(8)},
    {"سپتامبر", gregorian(9)}, {"اکتبر", gregorian(10)}, {"نوامبر", gregorian(11)},
    {"دسامبر", gregorian(12)},
    // Hijri.
    {"محرم|المحرم|محرم الحرام|Muharram|Moharram", hijri(1)},
    {"صفر|صفر الخير|Safar", hijri(2)},
    {"ربيع الأول|ربيع أول|Rabi al-Awwal|Rabi ul-Awwal|Rabi al-Awal|Rabi Awwal|Rabi I|Rabi 1", hijri(3)},
    {"ربيع الثاني|ربيع ثاني|ربيع الآخر|Rabi al-Thani|Rabi ath-Thani|Rabi al-Akhir|Rabi ul-Akhir|Rabi Thani|Rabi II|Rabi 2", hijri(4)},
    {"جمادى الأولى|جمادى الأول|جمادي أول|Jumada al-Ula|Jumada al-Awwal|Jumada l-Ula|Jumada al-Oula|Jumada I|Jumada 1", hijri(5)},
    {"جمادى الآخرة|جمادى الثانية|جمادى الثاني|جمادى الآخر|جمادي ثاني|Jumada al-Akhira|Jumada al-Akhirah|Jumada al-Thani|Jumada al-Thaniya|Jumada al-Thaniyah|Jumada ath-Thaniya|Jumada II|Jumada 2", hijri(6)},
    {"رجب|رجب المرجب|Rajab", hijri(7)},
    {"شعبان|شعبان المعظم|Shaban|Shaaban", hijri(8)},
    {"رمضان|رمضان المبارك|Ramadan|Ramadhan|Ramazan", hijri(9)},
    {"شوال|شوال المكرم|Shawwal|Shawal", hijri(10)},
    {"ذو القعدة|ذي القعدة|ذو قعدة|ذي قعدة|ذیقعده|Dhul Qidah|Dhu al-Qidah|Dhul Qadah|Dhu al-Qadah|Dhu al-Qada|Dhul Qada|Dhu l-Qada|Dhu l-Qadah|Zul Qada|Zul Qadah|Dhi al-Qada|Thul Qada", hijri(11)},
    {"ذو الحجة|ذي الحجة|ذو حجة|ذي حجة|ذیحجه|Dhu al-Hijjah|Dhu al-Hijja|Dhul Hijjah|Dhul Hijja|Dhu l-Hijja|Dhu l-Hijjah|Zul Hijja|Zul Hijjah|Dhi al-Hijja|Thul Hijja", hijri(12)},
    // Persian, and the names used in Afghanistan.
    {"فروردین|حمل|Farvardin", persian(1)}, {"اردیبهشت|ثور|Ordibehesht", persian(2)},
    {"خرداد|جوزا|Khordad", persian(3)}, {"تیر|سرطان|Tir", persian(4)},
    {"مرداد|امرداد|اسد|Mordad", persian(5)}, {"شهریور|سنبله|Shahrivar", persian(6)},
    {"مهر|میزان|Mehr", persian(7)}, {"آبان|عقرب|Aban", persian(8)},
    {"آذر|قوس|Azar", persian(9)}, {"دی|جدی|Dey", persian(10)},
    {"بهمن|دلو|Bahman", persian(11)}, {"اسفند|حوت|Esfand", persian(12)},

    {"م|ميلادي|ميلادية|للميلاد|AD|CE|н.э|н.э.", {kCalendar, Calendar::kGregorian, 0}},
    {"هـ|هجري|هجرية|للهجرة|هـ ق|ق|قمري|هجري قمري|AH|H|Hijri|hégire|хиджры", {kCalendar, Calendar::kHijri, 0}},
    {"هـ ش|ش|شمسي|خورشيدي|هجري شمسي|هجري خورشيدي|جلالي|AP|SH|Shamsi", {kCalendar, Calendar::kPersian, 0}},

    {"year|in|on|of|the|date|dated|st|nd|rd|th|month|day", any(kFiller)},
    {"سنة|عام|لسنة|لعام|في|من|شهر|يوم|بتاريخ|تاريخ|سال|روز|ماه|مورخ", any(kFiller)},
    {"le|en|an|année|de|du|er|mois|jour|date de", any(kFiller)},
    {"год|года|году|г|в|дата|число", any(kFiller)},
    {"рік|року|році|р|у|дата дня", any(kFiller)},
    {"שנת|בשנת", any(kFiller)},
    {"Monday|Mon|Tuesday|Tue|Tues|Wednesday|Wed|Thursday|Thu|Thurs|Friday|Fri|Saturday|Sat|Sunday|Sun", any(kFiller)},
    {"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche", any(kFiller)},
    {"الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد", any(kFiller)},
    {"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье", any(kFiller)},
    {"понеділок|вівторок|середа|четвер|пʼятниця|субота|неділя", any(kFiller)},

    {"born|born in|birth|date of birth|DOB|YOB|year of birth|b", any(kBorn)},
    {"مواليد|مواليد عام|مواليد سنة|من مواليد|تولد|ولد|ولدت|ولد في|ولد عام|ولد سنة|تاريخ الميلاد|سنة الميلاد|تاريخ الولادة|متولد", any(kBorn)},
    {"né|née|né en|née en|né le|née le|naissance|date de naissance", any(kBorn)},
    {"г.р|года рождения|год рождения|рожд|рождения|дата рождения|родился|родилась", any(kBorn)},
    {"р.н|року народження|рік народження|народження|дата народження|народився|народилася", any(kBorn)},

    {"about|around|circa|ca|c|approx|approximately|approximate|estimated|est|probably", any(kApproximate)},
    {"حوالي|تقريبا|نحو|قرابة|بحدود|حدود|تقديرا|تقديري|حدودا", any(kApproximate)},
    {"environ|vers|env", any(kApproximate)},
    {"около|примерно|приблизительно|ок|прибл", any(kApproximate)},
    {"близько|приблизно|орієнтовно|бл", any(kApproximate)},

    {"الموافق|الموافق لـ|موافق|الموافقة|corresponding to|برابر با|مطابق با|مصادف با", any(kAlso)},

    {"t|z|am|a.m|pm|p.m|utc|gmt|ص|صباحا|مساء", any(kClock)},
};

const DateTableRow kAgeTable[] = {
    {"year|years|yr|yrs|y|yo|y o|years old|year old", any(kYears)},
    {"سنة|سنه|سنوات|سنين|عام|عاما|عامًا|أعوام|س|سال|ساله", any(kYears)},
    {"an|ans|année|années", any(kYears)},
    {"год|года|лет|г|л|годик", any(kYears)},
    {"рік|роки|років|року|р", any(kYears)},
    {"שנה|שנים", any(kYears)},
    {"سنتان|سنتين|عامان|عامين", any(kYears, 2)},
    {"month|months|mo|mos|mth|mths", any(kMonths)},
    {"شهر|شهرا|أشهر|شهور|ماه|ماهه", any(kMonths)},
    {"mois|месяц|месяца|месяцев|мес|місяць|місяці|місяців|міс|חודש|חודשים", any(kMonths)},
    {"شهران|شهرين", any(kMonths, 2)},
    {"week|weeks|wk|wks|أسبوع|أسبوعا|أسابيع|semaine|semaines|неделя|недели|недель|тиждень|тижні|тижнів|هفته", any(kWeeks)},
    {"day|days|يوم|يوما|أيام|jour|jours|день|дня|дней|дні|днів|روز|روزه", any(kDays)},
    {"أسبوعان|أسبوعين", any(kWeeks, 2)}, {"يومان|يومين", any(kDays, 2)},
    {"age|aged|old|and|of", any(kFiller)},
    {"عمره|عمرها|العمر|عمر|يبلغ|و|بعمر|من العمر", any(kFiller)},
    {"âge|âgé|âgée|de|et", any(kFiller)},
    {"возраст|полных|и|вік|повних|і|גיל|בן|בת", any(kFiller)},
    {"about|around|circa|ca|c|approx|approximately|approximate|estimated|est|probably", any(kApproximate)},
    {"حوالي|تقريبا|نحو|قرابة|بحدود|حدود|تقديرا|تقديري|حدودا", any(kApproximate)},
    {"environ|vers|env|около|примерно|приблизительно|ок|прибл|близько|приблизно|орієнтовно|бл", any(kApproximate)},
};

const DateTableRow kUnknownTable[] = {
    {"unknown|unk|not known|n/a|na|none|nil|no data|missing|not available|not stated", any(kFiller)},
    {"غير معروف|غير معلوم|غير محدد|غير متوفر|مجهول|لا يوجد|لا شيء|لايعرف|لا يعرف|بدون|نامعلوم|نامشخص|ندارد", any(kFiller)},
    {"inconnu|inconnue|non connu|néant|s/d|n/d|aucun|aucune", any(kFiller)},
    {"неизвестно|неизв|н/д|нет данных|нет|не известно|не установлено|не установлена", any(kFiller)},
    {"невідомо|немає даних|немає|не відомо|не встановлено", any(kFiller)},
    {"לא ידוע|אין", any(kFiller)},
};
// clang-format on

const std::size_t kDateTableSize = std::size(kDateTable);
const std::size_t kAgeTableSize = std::size(kAgeTable);
const std::size_t kUnknownTableSize = std::size(kUnknownTable);

}  // namespace parley::text
