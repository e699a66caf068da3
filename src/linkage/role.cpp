#include "linkage/role.hpp"

#include <array>
#include <cstdlib>

namespace parley::linkage {
namespace {

struct Words {
  std::string_view token;
  Role role;
  bool several;
  bool generic;
  std::vector<std::string> headers;
};

// clang-format off
const std::vector<Words>& words() {
  static const std::vector<Words> all = {
    {"name", Role::kName, true, false,
     {"name", "full name", "fullname", "complete name", "whole name", "person", "names", "first and surname",
      "name and surname", "first and last name", "surname and name", "first name and last name", "name ar",
      "name en", "name ru", "name fr", "name uk", "arabic name", "english name", "legal name", "name latin", "person name",
      "الاسم", "اسم", "الاسم الكامل", "الاسم الرباعي", "الاسم الثلاثي", "الاسم رباعي", "الاسم ثلاثي",
      "الاسم واللقب", "الاسم والكنية", "اسم الشخص", "الاسم بالعربي", "الاسم بالإنجليزية",
      "nom complet", "nom", "nom et prénom", "nom prénom", "prénom et nom", "prénom nom", "noms",
      "фио", "ф и о", "фамилия имя отчество", "фамилия и имя", "фамилия имя", "имя и фамилия", "полное имя",
      "піб", "п і б", "прізвище ім'я по батькові", "прізвище ім'я", "повне ім'я", "прізвище та ім'я",
      "שם מלא", "שם", "שם פרטי ומשפחה", "vollständiger name", "nombre completo", "nombre y apellidos"}},
    {"given", Role::kGiven, true, false,
     {"given", "given name", "given names", "first name", "first names", "firstname", "forename", "forenames",
      "first", "fname", "christian name",
      "الاسم الأول", "الاسم الشخصي", "اسم أول", "prénom", "prénoms", "имя", "имена", "ім'я", "імена",
      "שם פרטי", "vorname", "vornamen", "nombre", "nombres", "primer nombre"}},
    {"father", Role::kFather, true, false,
     {"father", "father name", "father's name", "name of father", "patronymic", "middle name", "second name",
      "middlename", "mname",
      "اسم الأب", "الأب", "اسم الوالد", "الوالد", "الاسم الثاني", "père", "nom du père", "prénom du père",
      "отчество", "имя отца", "отец", "по батькові", "ім'я батька", "батько", "שם האב", "שם אב", "vatersname"}},
    {"grandfather", Role::kGrandfather, true, false,
     {"grandfather", "grandfather name", "grandfather's name", "name of grandfather", "third name",
      "اسم الجد", "الجد", "الاسم الثالث", "grand père", "nom du grand père", "имя деда", "дед", "ім'я діда",
      "дід", "שם הסב"}},
    {"family", Role::kFamily, true, false,
     {"family", "family name", "surname", "last name", "lastname", "lname", "sname", "nisba", "fourth name",
      "اللقب", "لقب", "العائلة", "اسم العائلة", "النسبة", "الشهرة", "الاسم الأخير", "الاسم الرابع", "العشيرة",
      "nom de famille", "patronyme", "фамилия", "прізвище", "שם משפחה", "nachname", "familienname",
      "apellido", "apellidos"}},
    {"alias", Role::kAlias, true, false,
     {"alias", "aliases", "aka", "a k a", "also known as", "nickname", "nom de guerre", "kunya", "call sign",
      "callsign", "pseudonym", "الكنية", "كنية", "الاسم الحركي", "اسم مستعار", "pseudonyme", "surnom",
      "позывной", "кличка", "псевдоним", "прозвище", "позивний", "прізвисько", "псевдонім", "כינוי"}},
    {"mother", Role::kOtherName, true, false,
     {"mother", "mother name", "mother's name", "name of mother", "mother full name", "mother's maiden name",
      "اسم الأم", "الأم", "الوالدة", "اسم الوالدة", "mère", "nom de la mère", "мать", "имя матери",
      "фио матери", "мати", "ім'я матері", "שם האם", "שם אם", "nombre de la madre"}},
    {"birth", Role::kDate, true, false,
     {"birth", "born", "born on", "dob", "d o b", "date of birth", "birth date", "birthdate", "birthday",
      "year of birth", "birth year", "yob",
      "تاريخ الميلاد", "تاريخ الولادة", "الميلاد", "المواليد", "سنة الميلاد", "تولد", "التولد", "مواليد",
      "date de naissance", "né le", "née le", "naissance", "année de naissance", "ddn",
      "дата рождения", "год рождения", "родился", "д р", "дата народження", "рік народження",
      "תאריך לידה", "שנת לידה", "geburtsdatum", "geboren", "geburtsjahr", "fecha de nacimiento"}},
    {"death", Role::kDate, true, false,
     {"death", "died", "date of death", "death date", "dod", "killed", "killed on", "date killed", "date of killing",
      "martyred on", "date of martyrdom", "تاريخ الوفاة", "تاريخ الاستشهاد", "تاريخ المقتل", "تاريخ القتل",
      "date de décès", "дата смерти", "дата гибели", "погиб", "дата смерті", "дата загибелі", "загинув",
      "תאריך פטירה", "fecha de muerte"}},
    {"age", Role::kAge, true, false,
     {"age", "aged", "age years", "العمر", "عمر", "السن", "âge", "возраст", "вік", "גיל", "alter", "edad"}},
    {"sex", Role::kSex, true, false,
     {"sex", "gender", "m f", "male female", "الجنس", "جنس", "النوع", "sexe", "genre", "пол", "стать", "מין",
      "geschlecht", "sexo"}},
    {"birth-place", Role::kTerm, true, false,
     {"birth place", "birthplace", "place of birth", "pob", "born in", "مكان الولادة", "مكان الميلاد",
      "محل الولادة", "lieu de naissance", "место рождения", "місце народження", "מקום לידה", "geburtsort",
      "lugar de nacimiento"}},
    {"residence", Role::kTerm, true, false,
     {"residence", "place of residence", "home", "السكن", "مكان السكن", "مكان الإقامة", "الإقامة",
      "lieu de résidence", "résidence", "domicile", "место жительства", "місце проживання", "wohnort"}},
    {"address", Role::kTerm, true, false,
     {"address", "address line", "full address", "العنوان", "عنوان", "adresse", "адрес", "адреса", "כתובת",
      "dirección", "anschrift"}},
    {"street", Role::kTerm, true, false,
     {"street", "street name", "road", "الشارع", "شارع", "rue", "улица", "вулиця", "רחוב", "straße", "calle"}},
    {"city", Role::kTerm, true, false,
     {"city", "town", "village", "suburb", "locality", "المدينة", "مدينة", "البلدة", "القرية", "ville", "commune",
      "localité", "город", "село", "населенный пункт", "місто", "населений пункт", "עיר", "יישוב", "ort",
      "stadt", "ciudad", "municipio"}},
    {"region", Role::kTerm, true, false,
     {"region", "state", "province", "county", "governorate", "district", "oblast", "المحافظة", "محافظة",
      "المنطقة", "القضاء", "الناحية", "région", "département", "gouvernorat", "область", "край", "регион",
      "район", "регіон", "מחוז", "bundesland", "provincia", "departamento"}},
    {"place", Role::kTerm, true, false,
     {"place", "location", "origin", "المكان", "مكان", "الموقع", "الأصل", "lieu", "место", "місце", "מקום",
      "lugar"}},
    {"country", Role::kTerm, true, false,
     {"country", "البلد", "الدولة", "pays", "страна", "країна", "ארץ", "מדינה", "land", "país"}},
    {"nationality", Role::kTerm, true, false,
     {"nationality", "citizenship", "الجنسية", "جنسية", "nationalité", "национальность", "гражданство",
      "громадянство", "אזרחות", "staatsangehörigkeit", "nacionalidad"}},
    {"occupation", Role::kTerm, true, false,
     {"occupation", "profession", "job", "job title", "work", "المهنة", "مهنة", "العمل", "الوظيفة", "métier",
      "профессия", "род занятий", "должность", "професія", "посада", "מקצוע", "beruf", "ocupación", "profesión"}},
    {"rank", Role::kTerm, true, false,
     {"rank", "military rank", "الرتبة", "رتبة", "grade", "звание", "воинское звание", "звання", "דרגה"}},
    {"unit", Role::kTerm, true, false,
     {"unit", "military unit", "brigade", "الوحدة", "اللواء", "الكتيبة", "unité", "часть", "воинская часть",
      "подразделение", "підрозділ", "військова частина", "יחידה"}},
    {"postcode", Role::kCode, true, false,
     {"postcode", "post code", "postal code", "zip", "zip code", "zipcode", "الرمز البريدي", "code postal",
      "индекс", "почтовый индекс", "поштовий індекс", "מיקוד", "plz", "postleitzahl", "código postal"}},
    {"street-number", Role::kNumber, true, false,
     {"street number", "house number", "house no", "building number", "رقم المنزل", "رقم البناء", "numéro de rue",
      "номер дома", "номер будинку", "hausnummer"}},
    {"phone", Role::kCode, true, false,
     {"phone", "phone number", "telephone", "tel", "mobile", "mobile number", "cell", "cell phone", "الهاتف",
      "هاتف", "رقم الهاتف", "الجوال", "موبايل", "téléphone", "tél", "portable", "телефон", "номер телефона",
      "номер телефону", "טלפון", "telefon", "teléfono", "móvil"}},
    {"email", Role::kEmail, true, false,
     {"email", "e mail", "mail", "email address", "البريد الإلكتروني", "بريد إلكتروني", "الإيميل", "courriel",
      "adresse e mail", "электронная почта", "почта", "електронна пошта", "пошта", "דוא״ל", "correo", "correo electrónico"}},
    {"document", Role::kCode, true, false,
     {"national id", "national number", "id number", "identity number", "id card", "identity card", "passport",
      "passport number", "passport no", "ssn", "soc sec", "soc sec id", "social security number", "nhs number",
      "document", "document number", "tax number", "nin", "service number",
      "الرقم الوطني", "رقم الهوية", "رقم وطني", "رقم الجواز", "جواز السفر", "الهوية", "رقم البطاقة",
      "numéro national", "carte d'identité", "passeport", "numéro de passeport", "numéro de sécurité sociale",
      "паспорт", "номер паспорта", "инн", "снилс", "личный номер", "документ", "іпн", "рнокпп",
      "особистий номер", "תעודת זהות", "דרכון", "ausweisnummer", "reisepass", "dni", "pasaporte", "cédula"}},
    {"id", Role::kRowId, true, false,
     {"id", "unique id", "uid", "uuid", "guid", "rec id", "record id", "row id", "row", "row number", "line",
      "index", "serial", "serial number", "serial no", "no", "nr", "n", "num", "key", "record number",
      "reference", "ref", "case id", "case number", "file number",
      "م", "ت", "الرقم", "رقم", "تسلسل", "الرقم التسلسلي", "مسلسل", "المعرف", "رقم السجل",
      "n°", "numéro", "identifiant", "référence",
      "№", "№ п п", "п п", "номер", "ид", "код записи", "порядковый номер", "ідентифікатор", "№ з п", "з п",
      "מספר", "מזהה", "nummer", "lfd nr", "número"}},
    {"answer", Role::kAnswer, true, false,
     {"cluster", "cluster id", "truth", "ground truth", "true id", "true cluster", "entity id", "entity",
      "person id", "label", "match id", "duplicate of", "группа дублей"}},
    {"note", Role::kText, true, false,
     {"note", "notes", "remark", "remarks", "comment", "comments", "description", "ملاحظات", "ملاحظة", "الملاحظات",
      "remarque", "remarques", "commentaire", "observations", "примечание", "примечания", "комментарий",
      "примітка", "примітки", "הערות", "הערה", "bemerkung", "bemerkungen", "observaciones"}},
    {"term", Role::kTerm, true, true, {}},
    {"category", Role::kCategory, true, true, {}},
    {"code", Role::kCode, true, true, {}},
    {"number", Role::kNumber, true, true, {}},
    {"date", Role::kDate, true, true, {"date", "تاريخ", "التاريخ", "дата", "תאריך", "datum", "fecha"}},
    {"text", Role::kText, true, true, {}},
  };
  return all;
}
// clang-format on

const Words* find(std::string_view token) {
  for (const Words& one : words()) {
    if (one.token == token) return &one;
  }
  return nullptr;
}

}  // namespace

std::string_view name(Role role) {
  constexpr std::array<std::string_view, 24> kNames = {
      "name",   "given",  "father", "grandfather", "family",   "alias",   "other-name", "date",
      "age",    "sex",    "term",   "category",    "code",     "email",   "number",     "text",
      "row-id", "answer", "truth",  "empty",       "constant", "repeats", "only-here",  "ignored"};
  return kNames[static_cast<std::size_t>(role)];
}

bool is_own_name(Role role) { return role <= Role::kAlias; }
bool is_compared(Role role) { return role <= Role::kNumber; }

const table::VocabularyIndex& role_vocabulary() {
  static const table::VocabularyIndex index = [] {
    table::Vocabulary out;
    for (const Words& one : words()) {
      out.fields.push_back({std::string(one.token), one.headers, {}, one.several});
    }
    auto made = table::VocabularyIndex::make(out);
    if (!made) std::abort();  // the words above contradict each other: role_test says where
    return *std::move(made);
  }();
  return index;
}

Role role_of(std::string_view token) {
  const Words* one = find(token);
  return one == nullptr ? Role::kIgnored : one->role;
}

bool is_generic(std::string_view token) {
  const Words* one = find(token);
  return one == nullptr || one->generic;
}

}  // namespace parley::linkage
