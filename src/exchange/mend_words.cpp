#include "exchange/mend_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>

#include "exchange/claim_sheet_texts.hpp"
#include "exchange/vocabulary_words.hpp"
#include "text/code_points.hpp"
#include "text/folding.hpp"

namespace parley::exchange {
namespace {

constexpr InLanguages kTexts[] = {
    {kWhatToMendHeader, "ما يجب تصحيحه", "à corriger", "что исправить", "що виправити"},
    {kNotToBeTyped, "تبيّن هذه الخانة أي صف هو أو ما الخطأ فيه. صحّحوا الخانات الأخرى.",
     "Cette cellule indique de quelle ligne il s’agit ou ce qui n’y va pas. Corrigez les autres.",
     "Эта ячейка показывает, какая это строка или что в ней неверно. Исправляйте другие.",
     "Ця клітинка показує, який це рядок або що в ньому неправильно. Виправляйте інші."},
    // Of a row and of its cells.
    {"nobody is named: no name, document or service number",
     "لا يُعرف صاحب الصف: لا اسم ولا وثيقة ولا رقم عسكري",
     "personne n’est désigné : ni nom, ni pièce d’identité, ni matricule",
     "никто не назван: нет ни имени, ни документа, ни личного номера",
     "нікого не названо: немає ні імені, ні документа, ні особистого номера"},
    {"nobody is named: only a reference, no name, document or service number",
     "لا يُعرف صاحب الصف: رقم في القائمة فقط، ولا اسم ولا وثيقة ولا رقم عسكري",
     "personne n’est désigné : une référence seule, ni nom, ni pièce d’identité, ni matricule",
     "никто не назван: только номер в списке, нет ни имени, ни документа, ни личного номера",
     "нікого не названо: лише номер у списку, немає ні імені, ні документа, ні особистого номера"},
    {"is to be a name and has no letter", "يُفترض أن يكون اسماً وليس فيه أي حرف",
     "devrait être un nom et n’a aucune lettre", "должно быть имя, но нет ни одной буквы",
     "має бути ім’я, але немає жодної літери"},
    {"the letters of the name were lost: save the file again as UTF-8 or XLSX",
     "ضاعت حروف الاسم: احفظوا الملف من جديد بترميز UTF-8 أو بصيغة XLSX",
     "les lettres du nom sont perdues : enregistrez de nouveau le fichier en UTF-8 ou en XLSX",
     "буквы имени утрачены: сохраните файл заново в UTF-8 или XLSX",
     "літери імені втрачено: збережіть файл знову в UTF-8 або XLSX"},
    {"its letters were lost: save the file again as UTF-8 or XLSX",
     "ضاعت حروفه: احفظوا الملف من جديد بترميز UTF-8 أو بصيغة XLSX",
     "ses lettres sont perdues : enregistrez de nouveau le fichier en UTF-8 ou en XLSX",
     "буквы утрачены: сохраните файл заново в UTF-8 или XLSX",
     "літери втрачено: збережіть файл знову в UTF-8 або XLSX"},
    {"some of its letters were lost: save the file again as UTF-8 or XLSX",
     "ضاع بعض حروفه: احفظوا الملف من جديد بترميز UTF-8 أو بصيغة XLSX",
     "des lettres sont perdues : enregistrez de nouveau le fichier en UTF-8 ou en XLSX",
     "часть букв утрачена: сохраните файл заново в UTF-8 или XLSX",
     "частину літер втрачено: збережіть файл знову в UTF-8 або XLSX"},
    {"looks like a code, not a name", "يبدو رمزاً لا اسماً", "ressemble à un code, non à un nom",
     "похоже на код, а не на имя", "схоже на код, а не на ім’я"},
    {"no party of this dossier is called so: nobody is asked",
     "لا يحمل أي طرف في هذا الملف هذا الاسم: لا يُسأل أحد",
     "aucune partie de ce dossier ne porte ce nom : personne n’est interrogé",
     "ни одна сторона в этом деле так не называется: никто не запрошен",
     "жодна сторона у цій справі так не називається: нікого не запитано"},
    {"is the list's own party, which seeks nobody from itself",
     "هو الطرف صاحب القائمة نفسه، وهو لا يطلب أحداً من نفسه",
     "est la partie même de la liste, qui ne recherche personne auprès d’elle-même",
     "это сама сторона списка, которая не ищет никого у себя",
     "це сама сторона списку, яка не шукає нікого в себе"},
    {"is neither yes nor no; read as no", "ليس «نعم» ولا «لا»؛ قُرئ على أنه «لا»",
     "ni oui ni non ; lu comme non", "ни «да», ни «нет»; прочитано как «нет»",
     "ні «так», ні «ні»; прочитано як «ні»"},
    {"is no word for male or female", "ليس كلمة تدل على ذكر أو أنثى", "n’indique ni homme ni femme",
     "это не обозначение мужского или женского пола",
     "це не позначення чоловічої чи жіночої статі"},
    {"does not fit the date of birth", "لا يوافق تاريخ الميلاد",
     "ne correspond pas à la date de naissance", "не соответствует дате рождения",
     "не відповідає даті народження"},
    {"is after the date of capture", "بعد تاريخ القبض", "tombe après la date de capture",
     "позже даты задержания", "пізніше дати затримання"},
    {"is after the date of death", "بعد تاريخ الوفاة", "tombe après la date du décès",
     "позже даты смерти", "пізніше дати смерті"},
    {"is after the date of the list", "بعد تاريخ القائمة", "tombe après la date de la liste",
     "позже даты списка", "пізніше дати списку"},
    {"makes the person older than 120 years", "يعني أن عمر الشخص يزيد على 120 سنة",
     "donne à la personne plus de 120 ans", "получается, что человеку больше 120 лет",
     "виходить, що людині понад 120 років"},
    // Of a date.
    {"there is no date in it", "لا تاريخ فيه", "il n’y a pas de date", "даты нет", "дати немає"},
    {"no year is given", "لم تُذكر السنة", "l’année n’est pas indiquée", "год не указан",
     "рік не зазначено"},
    {"more than one year", "ذُكرت أكثر من سنة واحدة", "plus d’une année est indiquée",
     "указан не один год", "зазначено не один рік"},
    {"the year is out of range", "السنة خارج النطاق المقبول", "l’année est hors limites",
     "год вне допустимых пределов", "рік поза допустимими межами"},
    {"the year stands between day and month", "السنة مكتوبة بين اليوم والشهر",
     "l’année est entre le jour et le mois", "год стоит между днём и месяцем",
     "рік стоїть між днем і місяцем"},
    {"two years that are no span", "سنتان لا تصلحان بدايةً ونهايةً لمدة",
     "deux années qui ne forment pas une période", "два года, которые не образуют промежутка",
     "два роки, які не утворюють проміжку"},
    {"there is no such month", "لا يوجد شهر كهذا", "ce mois n’existe pas", "такого месяца нет",
     "такого місяця немає"},
    {"the month has no such day", "لا يوجد يوم كهذا في الشهر", "ce mois n’a pas ce jour",
     "в этом месяце нет такого дня", "у цьому місяці немає такого дня"},
    {"there is no such time of day", "لا توجد ساعة كهذه", "cette heure n’existe pas",
     "такого времени суток нет", "такого часу доби немає"},
    {"two different months are named", "ذُكر شهران مختلفان", "deux mois différents sont indiqués",
     "названы два разных месяца", "названо два різні місяці"},
    {"two different calendars are named", "ذُكر تقويمان مختلفان",
     "deux calendriers différents sont indiqués", "названы два разных календаря",
     "названо два різні календарі"},
    {"the month is of another calendar than the one named", "الشهر من تقويم غير التقويم المذكور",
     "le mois est d’un autre calendrier que celui qui est indiqué",
     "месяц не из того календаря, который указан", "місяць не з того календаря, який зазначено"},
    {"a Gregorian month with a year of another calendar", "شهر ميلادي مع سنة من تقويم آخر",
     "un mois grégorien avec une année d’un autre calendrier",
     "григорианский месяц с годом другого календаря",
     "григоріанський місяць із роком іншого календаря"},
    {"the dates in two calendars do not agree", "التاريخان بالتقويمين غير متطابقين",
     "les dates dans les deux calendriers ne concordent pas",
     "даты по двум календарям не совпадают", "дати за двома календарями не збігаються"},
    {"more than two dates", "أكثر من تاريخين", "plus de deux dates", "больше двух дат",
     "понад дві дати"},
    {"too many numbers", "الأعداد أكثر من اللازم", "trop de nombres", "слишком много чисел",
     "забагато чисел"},
    {"more numbers than a date has", "الأعداد أكثر مما يرد في تاريخ",
     "plus de nombres que n’en a une date", "чисел больше, чем бывает в дате",
     "чисел більше, ніж буває в даті"},
    {"eight digits that are no date", "ثمانية أرقام ليست تاريخاً",
     "huit chiffres qui ne sont pas une date", "восемь цифр, которые не образуют даты",
     "вісім цифр, які не утворюють дати"},
    {"a number alone: perhaps a spreadsheet's count of days",
     "عدد وحده: لعله عدد الأيام كما يحسبه برنامج الجداول",
     "un nombre seul : peut-être le compte de jours d’un tableur",
     "одно число: возможно, счёт дней в электронной таблице",
     "лише одне число: можливо, лічба днів в електронній таблиці"},
    {"a number that is no part of a date", "عدد ليس جزءاً من تاريخ",
     "un nombre qui ne fait pas partie d’une date", "число, которое не является частью даты",
     "число, яке не є частиною дати"},
    {"a number is too long for a date", "عدد أطول من أن يكون في تاريخ",
     "un nombre est trop long pour une date", "число слишком длинное для даты",
     "число задовге для дати"},
    {"it is too long for a date", "أطول من أن يكون تاريخاً", "trop long pour une date",
     "слишком длинно для даты", "задовго для дати"},
    {"a word that belongs to no date", "كلمة لا ترد في تاريخ",
     "un mot qui ne figure dans aucune date", "слово, которого не бывает в дате",
     "слово, якого не буває в даті"},
    {"a sign that no date has", "علامة لا ترد في تاريخ", "un signe qui ne figure dans aucune date",
     "знак, которого не бывает в дате", "знак, якого не буває в даті"},
    {"a character that no date has", "رمز لا يرد في تاريخ",
     "un caractère qui ne figure dans aucune date", "символ, которого не бывает в дате",
     "символ, якого не буває в даті"},
    {"not UTF-8", "الترميز ليس UTF-8", "n’est pas en UTF-8", "кодировка не UTF-8",
     "кодування не UTF-8"},
    {"it cannot be normalised", "تعذّر توحيد كتابته", "ne peut pas être normalisé",
     "не удаётся привести к единому виду", "не вдається звести до єдиного вигляду"},
    // Of an age.
    {"there is no age in it", "لا عمر فيه", "il n’y a pas d’âge", "возраста нет", "віку немає"},
    {"above 130 years", "أكثر من 130 سنة", "plus de 130 ans", "больше 130 лет", "понад 130 років"},
    {"above 130 years: perhaps a year of birth", "أكثر من 130 سنة: لعلها سنة الميلاد",
     "plus de 130 ans : peut-être une année de naissance",
     "больше 130 лет: возможно, это год рождения", "понад 130 років: можливо, це рік народження"},
    {"a range that ends before it begins", "مدى نهايته قبل بدايته",
     "un intervalle qui finit avant de commencer",
     "промежуток, который кончается раньше, чем начинается",
     "проміжок, який закінчується раніше, ніж починається"},
    {"a range of parts of a year", "مدى من أجزاء السنة", "un intervalle en parties d’année",
     "промежуток в долях года", "проміжок у частках року"},
    {"a number without its unit", "عدد بلا وحدة قياس", "un nombre sans unité",
     "число без единицы измерения", "число без одиниці виміру"},
    {"a unit without its number", "وحدة قياس بلا عدد", "une unité sans nombre",
     "единица измерения без числа", "одиниця виміру без числа"},
    {"more numbers than an age has", "الأعداد أكثر مما يرد في عمر",
     "plus de nombres que n’en a un âge", "чисел больше, чем бывает в указании возраста",
     "чисел більше, ніж буває в зазначенні віку"},
    {"a word that belongs to no age", "كلمة لا ترد في عمر", "un mot qui n’indique pas un âge",
     "слово, которого не бывает в указании возраста", "слово, якого не буває в зазначенні віку"},
    {"a sign that no age has", "علامة لا ترد في عمر", "un signe qui n’indique pas un âge",
     "знак, которого не бывает в указании возраста", "знак, якого не буває в зазначенні віку"},
};

// Folded words that head French columns and no English ones.
constexpr std::array<std::string_view, 15> kFrench = {
    "nom",  "noms", "prenom", "prenoms", "naissance", "sexe",   "pere", "mere",
    "lieu", "ne",   "nee",    "detenu",  "detention", "surnom", "mort"};
// Folded words of Ukrainian columns that have none of its own letters.
constexpr std::array<std::string_view, 6> kUkrainian = {"народження", "стать",     "звання",
                                                        "затримання", "утримання", "батька"};

bool has_word(std::string_view header, std::span<const std::string_view> words) {
  const std::string folded = " " + plain_words(header) + " ";
  return std::any_of(words.begin(), words.end(), [&folded](std::string_view word) {
    return folded.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

struct Letters {
  bool arabic = false, cyrillic = false, ukrainian = false, latin = false, accented = false;
};

Letters letters_of(std::string_view header) {
  Letters out;
  for (std::size_t at = 0; at < header.size();) {
    const text::CodePoint point = text::code_point_at(header, at);
    at += point.size;
    switch (text::script_of(point.value)) {
      case text::Script::kArabic: out.arabic = true; break;
      case text::Script::kCyrillic: {
        out.cyrillic = true;
        constexpr std::u32string_view kOwn = U"іїєґІЇЄҐ";
        out.ukrainian = out.ukrainian || kOwn.find(point.value) != std::u32string_view::npos;
        break;
      }
      case text::Script::kLatin:
        out.latin = true;
        out.accented = out.accented || point.value > 0x7F;
        break;
      default: break;
    }
  }
  return out;
}

}  // namespace

SheetLanguage language_of(const Reading& reading) {
  std::map<SheetLanguage, int> votes;
  bool ukrainian = false;
  int cyrillic = 0;
  for (const Column& column : reading.columns) {
    if (!column.field) continue;
    const Letters letters = letters_of(column.header);
    ukrainian = ukrainian || letters.ukrainian || has_word(column.header, kUkrainian);
    cyrillic += letters.cyrillic;
    votes[SheetLanguage::kArabic] += letters.arabic;
    const bool french = letters.latin && (letters.accented || has_word(column.header, kFrench));
    votes[SheetLanguage::kFrench] += french;
    votes[SheetLanguage::kEnglish] += letters.latin && !french;
  }
  // One letter that Russian does not have tells of all the list.
  votes[ukrainian ? SheetLanguage::kUkrainian : SheetLanguage::kRussian] = cyrillic;
  SheetLanguage out = SheetLanguage::kEnglish;
  int most = 0;
  for (const auto& [language, count] : votes) {
    // English is everybody's second language: beside as many headers of another it is the gloss.
    const bool more = count > most || (count == most && out == SheetLanguage::kEnglish);
    if (count > 0 && more) out = language, most = count;
  }
  return out;
}

std::string_view in_language(std::string_view english, SheetLanguage language) {
  for (const InLanguages& text : kTexts) {
    if (text[0] == english) return text[static_cast<std::size_t>(language)];
  }
  return english;
}

}  // namespace parley::exchange
