#include "text/name_lexicon.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace parley::text {
namespace {

using Words = std::span<const std::string_view>;

bool in(Words words, std::string_view word) {
  if (word.empty()) return false;
  // Most words differ in their length or last byte.
  return std::any_of(words.begin(), words.end(), [&](std::string_view entry) {
    return entry.size() == word.size() && entry.back() == word.back() && entry == word;
  });
}

constexpr std::string_view kTitles[] = {
    // Latin: English, French, Romanised Arabic, Turkish, Ukrainian
    "dr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mme",
    "mlle",
    "sir",
    "prof",
    "professor",
    "doctor",
    "eng",
    "engineer",
    "maitre",
    "colonel",
    "col",
    "general",
    "gen",
    "brigadier",
    "brig",
    "major",
    "maj",
    "captain",
    "capt",
    "cpt",
    "lieutenant",
    "lieut",
    "lt",
    "sergeant",
    "sgt",
    "corporal",
    "cpl",
    "private",
    "pvt",
    "soldier",
    "officer",
    "comrade",
    "martyr",
    "shahid",
    "shaheed",
    "sheikh",
    "shaykh",
    "shaikh",
    "sheik",
    "cheikh",
    "haj",
    "hajj",
    "hajji",
    "haji",
    "hadj",
    "hadji",
    "hag",
    "hajja",
    "hajjah",
    "ustaz",
    "ustadh",
    "ustad",
    "mullah",
    "mulla",
    "mawlawi",
    "maulvi",
    "hujjat",
    "ayatollah",
    "ayatullah",
    "hojatoleslam",
    "bey",
    "effendi",
    "pan",
    "pani",
    "jr",
    "sr",
    "junior",
    "senior",
    "phd",
    "brother",
    "late",
    "civilian",
    "detainee",
    "prisoner",
    // Arabic, Persian
    "الشيخ",
    "شيخ",
    "الحاج",
    "حاج",
    "الحاجه",
    "حاجه",
    "الدكتور",
    "دكتور",
    "الدكتوره",
    "دكتوره",
    "الاستاذ",
    "استاذ",
    "الاستاذه",
    "المهندس",
    "مهندس",
    "المهندسه",
    "المحامي",
    "الشهيد",
    "شهيد",
    "الشهيده",
    "المرحوم",
    "المرحومه",
    "المغفور",
    "العميد",
    "عميد",
    "العقيد",
    "عقيد",
    "المقدم",
    "مقدم",
    "الرائد",
    "النقيب",
    "نقيب",
    "الملازم",
    "ملازم",
    "اللواء",
    "لواء",
    "الفريق",
    "المساعد",
    "مساعد",
    "الرقيب",
    "رقيب",
    "العريف",
    "عريف",
    "الجندي",
    "جندي",
    "المجند",
    "مجند",
    "العسكري",
    "الاسير",
    "اسير",
    "الاسيره",
    "المعتقل",
    "معتقل",
    "المعتقله",
    "المفقود",
    "مفقود",
    "المختطف",
    "المدعو",
    "المجاهد",
    "الاخ",
    "الاخت",
    "الطفل",
    "الطفله",
    "السيد",
    "السيده",
    "الانسه",
    "القاضي",
    "العلامه",
    "الامير",
    "اقاي",
    "خانم",
    "مله",
    "ملا",
    "ايت",
    "حجه",
    "اللوا",
    "لوا",
    "الرايد",
    // Cyrillic
    "г",
    "гн",
    "господин",
    "госпожа",
    "пан",
    "пані",
    "товарищ",
    "тов",
    "товариш",
    "доктор",
    "др",
    "генерал",
    "полковник",
    "полк",
    "подполковник",
    "підполковник",
    "майор",
    "капитан",
    "капітан",
    "лейтенант",
    "лейт",
    "сержант",
    "рядовой",
    "рядовий",
    "солдат",
    "старшина",
    "прапорщик",
    "прапорщик",
    "ефрейтор",
    "шейх",
    "хаджи",
    "хадж",
    "гражданин",
    "громадянин",
    "матрос",
    "ст",
    "мл",
    // Hebrew
    "מר",
    "גב",
    "דר",
    "פרופ",
    "הרב",
    "רב",
    "רבי",
    "שיכ",
    "סמל",
    "סרנ",
    "טוראי",
};

constexpr std::string_view kTitlesWithDot[] = {"د", "م", "ا", "ش", "ح"};

constexpr std::string_view kSonOf[] = {"bin",  "ibn",   "ben",  "bint", "binti", "ould", "wuld",
                                       "wald", "walad", "weld", "b",    "بن",    "ابن",  "بنت",
                                       "ابنه", "ولد",   "бин",  "ибн",  "бен",   "ібн",  "бін",
                                       "бинт", "בנ",    "בת",   "אבנ"};
constexpr std::string_view kSonOfBehind[] = {"оглы", "огли", "оглу", "кызы",  "кизи", "гызы",
                                             "улы",  "уулу", "oglu", "oghlu", "ogly", "ogli",
                                             "qizi", "kizi", "kyzy", "gizi",  "اوغلو"};
constexpr std::string_view kBen[] = {"ben", "bin", "בנ", "בת", "бен"};

constexpr std::string_view kAbu[] = {
    "abu", "abou", "abo", "aboo", "abi", "aba", "ebu", "umm", "um",  "oum", "oumm", "om",  "omm",
    "em",  "im",   "emm", "ابو",  "ابي", "ابا", "ام",  "абу", "аба", "умм", "ум",   "אבו", "אומ"};

constexpr std::string_view kArticles[] = {"al", "el",  "ul",  "il", "ال", "аль",
                                          "ал", "эль", "ель", "ль", "אל", "l"};
constexpr std::string_view kAssimilated[] = {
    "an", "en", "un", "ad", "ed", "ud",  "id",  "ar",  "er",  "ur",  "as",  "es",  "us", "at",
    "et", "ut", "az", "ez", "uz", "ash", "esh", "ush", "ach", "ech", "ath", "adh", "ан", "ад",
    "ар", "ас", "ат", "аз", "аш", "эш",  "эс",  "эн",  "эд",  "эр",  "ун",  "уд",  "ур", "ус"};

constexpr std::string_view kAbd[] = {
    "abd",   "abed",   "abid",   "abdal",  "abdel", "abdul",  "abdil", "abdol", "abdoul", "abdool",
    "abdur", "abder",  "abdar",  "abdus",  "abdes", "abdas",  "abdun", "abden", "abdan",  "abdou",
    "abdu",  "abdush", "abdesh", "abdech", "abdud", "abdut",  "abduz", "abdez", "عبد",    "عبدال",
    "абд",   "абдул",  "абдель", "абдель", "абдал", "абдаль", "абдур", "абдер", "абдар",  "абдус",
    "абдус", "абдес",  "абдун",  "абдан",  "עבד",   "עבדאל",  "עבדול"};
constexpr std::string_view kAbdAlone[] = {"abd",   "abed", "abid", "abdu",
                                          "abdou", "عبد",  "абд",  "עבד"};

constexpr std::string_view kAfterAbd[] = {
    "allah",  "alla",   "ullah",  "rabbo",   "rabbu",  "rabboh",  "rabbuh", "rabouh",
    "raboh",  "ali",    "rahman", "rahmane", "rahim",  "kader",   "qader",  "qadir",
    "kadir",  "karim",  "kareem", "aziz",    "hamid",  "hameed",  "majid",  "malik",
    "malek",  "latif",  "salam",  "nasser",  "nasir",  "razzaq",  "razaq",  "wahab",
    "wahhab", "hadi",   "hakim",  "halim",   "jabbar", "jalil",   "khaliq", "khalek",
    "qawi",   "samad",  "sattar", "wahid",   "ghani",  "ghafour", "basit",  "manaf",
    "mawla",  "mohsen", "الله",   "ربه",     "ربو",    "علي",     "مناف",   "يزيد",
    "مسلم",   "عون",    "خير",    "شمس",     "раббо",  "раббу",   "алла",   "аллах",
};

constexpr std::string_view kSecondHalves[] = {
    "din",   "deen",   "dine",      "dean",   "dein",   "allah",   "alla",    "ullah",
    "ollah", "islam",  "eslam",     "abidin", "abedin", "abideen", "abidine", "abideen",
    "dawla", "dowleh", "dawlah",    "huda",   "houda",  "hoda",    "haq",     "haqq",
    "haqqe", "hak",    "hassanein", "دين",    "الله",   "اسلام",   "عابدين",  "دوله",
    "هدي",   "حق",     "رحمن",      "زهرا",   "زهراء",  "ملوك",    "дин",     "алла",
    "аллах", "ислам",  "абидин",    "абедин", "דינ",    "אללה",
};
constexpr std::string_view kAllah[] = {"allah", "alla",  "ullah", "ollah", "الله",
                                       "لله",   "аллах", "алла",  "улла",  "אללה"};
constexpr std::string_view kDin[] = {
    "aldin", "eldin",  "uldin",  "aldeen", "eldeen", "uldeen", "addin", "addine", "addeen",
    "eddin", "eddine", "eddeen", "uddin",  "uddine", "uddeen", "udin",  "edin",   "edine",
    "adin",  "oddin",  "odin",   "aldine", "eldine", "iddin",  "ddin",  "ddine",  "эддин",
    "аддин", "уддин",  "эльдин", "альдин", "ульдин", "ад-дин", "элдин"};

constexpr std::string_view kFirstHalves[] = {"ذو",  "ذي",  "dhu", "dhul",
                                             "zul", "zol", "thu", "zoul"};

constexpr std::string_view kParticles[] = {
    "van", "von", "der",   "den", "de",  "di",  "da",  "du", "del", "della", "dos",
    "das", "do",  "la",    "le",  "ter", "ten", "zu",  "af", "av",  "mac",   "mc",
    "st",  "san", "santa", "фон", "ван", "де",  "дер", "ди", "ла",  "דה",    "ון"};

struct MarkerWords {
  std::string_view words[3];
  bool needs_abu;
};
constexpr MarkerWords kMarkers[] = {
    {{"المكني", "ب", ""}, false},      {{"المكني", "", ""}, false},
    {{"مكني", "", ""}, false},         {{"المكنيه", "", ""}, false},
    {{"يكني", "", ""}, false},         {{"كنيته", "", ""}, false},
    {{"كنيتها", "", ""}, false},       {{"كنيه", "", ""}, true},
    {{"الكنيه", "", ""}, true},        {{"الملقب", "ب", ""}, false},
    {{"الملقب", "", ""}, false},       {{"الملقبه", "", ""}, false},
    {{"ملقب", "", ""}, false},         {{"لقبه", "", ""}, false},
    {{"يلقب", "ب", ""}, false},        {{"يلقب", "", ""}, false},
    {{"الشهير", "ب", ""}, false},      {{"الشهير", "", ""}, false},
    {{"الشهيره", "", ""}, false},      {{"المعروف", "ب", ""}, false},
    {{"المعروف", "", ""}, false},      {{"المعروفه", "", ""}, false},
    {{"اسمه", "الحركي", ""}, false},   {{"الاسم", "الحركي", ""}, false},
    {{"اسم", "حركي", ""}, false},      {{"معروف", "به", ""}, false},
    {{"also", "known", "as"}, false},  {{"better", "known", "as"}, false},
    {{"known", "as", ""}, false},      {{"called", "", ""}, false},
    {{"a", "k", "a"}, false},          {{"aka", "", ""}, false},
    {{"alias", "", ""}, false},        {{"nickname", "", ""}, false},
    {{"nicknamed", "", ""}, false},    {{"nom", "de", "guerre"}, false},
    {{"kunya", "", ""}, false},        {{"kuniya", "", ""}, false},
    {{"konya", "", ""}, false},        {{"dit", "", ""}, false},
    {{"surnomme", "", ""}, false},     {{"alyas", "", ""}, false},
    {{"callsign", "", ""}, false},     {{"call", "sign", ""}, false},
    {{"по", "прозвищу", ""}, false},   {{"прозвище", "", ""}, false},
    {{"позывной", "", ""}, false},     {{"он", "же", ""}, false},
    {{"известный", "как", ""}, false}, {{"по", "кличке", ""}, false},
    {{"кличка", "", ""}, false},       {{"позивний", "", ""}, false},
    {{"псевдо", "", ""}, false},       {{"на", "прізвисько", ""}, false},
    {{"він", "же", ""}, false},        {{"відомий", "як", ""}, false},
    {{"прізвисько", "", ""}, false},   {{"מכונה", "", ""}, false},
    {{"המכונה", "", ""}, false},       {{"הידוע", "בשמ", ""}, false},
};

}  // namespace

bool is_title(std::string_view folded) { return in(kTitles, folded); }
bool is_title_with_dot(std::string_view folded) { return in(kTitlesWithDot, folded); }
bool is_son_of(std::string_view folded) { return in(kSonOf, folded); }
bool is_son_of_behind(std::string_view folded) { return in(kSonOfBehind, folded); }
bool is_ben(std::string_view folded) { return in(kBen, folded); }
bool is_abu(std::string_view folded) { return in(kAbu, folded); }
bool is_article(std::string_view folded) { return in(kArticles, folded); }
bool is_house(std::string_view folded) { return folded == "ال"; }

bool is_assimilated_article(std::string_view folded, std::string_view next) {
  if (!in(kAssimilated, folded)) return false;
  if (next.starts_with(folded.substr(1))) return true;  // "ash Shami", "an Nasr"
  if (folded[0] != 'a' && folded[0] != 'e' && folded[0] != 'u' && folded[0] != 'i') {
    return next.starts_with(folded.substr(2));  // Cyrillic: two bytes a letter
  }
  return folded.ends_with("ch") && next.starts_with("sh");
}

bool is_abd(std::string_view folded) { return in(kAbd, folded); }
bool is_abd_with_article(std::string_view folded) {
  return in(kAbd, folded) && !in(kAbdAlone, folded);
}
bool follows_abd(std::string_view folded) { return in(kAfterAbd, folded); }
bool is_second_half(std::string_view folded) { return in(kSecondHalves, folded); }
bool is_allah(std::string_view folded) { return in(kAllah, folded); }
bool is_din(std::string_view folded) { return in(kDin, folded); }
bool is_first_half(std::string_view folded) { return in(kFirstHalves, folded); }
bool is_particle(std::string_view folded) { return in(kParticles, folded); }

Marker nickname_marker(std::string_view first, std::string_view second, std::string_view third) {
  for (const MarkerWords& marker : kMarkers) {
    if (marker.words[0] != first) continue;
    if (marker.words[1].empty()) return {1, marker.needs_abu};
    if (marker.words[1] != second) continue;
    if (marker.words[2].empty()) return {2, marker.needs_abu};
    if (marker.words[2] == third) return {3, marker.needs_abu};
  }
  return {};
}

}  // namespace parley::text
