#include "desk/link/step_words.hpp"

#include <optional>

#include "desk/link/pair_words.hpp"
#include "exchange/claim_sheet_texts.hpp"

namespace parley::desk {
namespace {

using document::Language;
using exchange::Field;
using linkage::Kind;
using linkage::Level;
using linkage::Slot;

enum class How : std::uint8_t {
  kSame,
  kSameWritten,
  kKnownSpelling,
  kSpeltNear,
  kAcross,
  kLikelyName,
  kResembles,
  kInitial,
  kMoved,
  kOneCharacter,
  kFewCharacters,
  kHalf,
  kNearWords,
  kAlikeWords,
  kSwapped,
  kFarAsBothSay,
  kCompatible,
  kOverlap,
  kOneDigit,
  kFewDays,
  kOtherDay,
  kOtherYear,
  kOneYear,
  kTwoYears,
  kFiveYears,
  kWithin,
  kBeside,
  kDifferent,
  kOnlyOne,
};

constexpr WordEntry<How> kHow[] = {
    {How::kSame, {"the same", "متطابق", "identique", "совпадает", "збігається"}},
    {How::kSameWritten,
     {"the same, written differently", "متطابق وإن اختلفت الكتابة", "identique, écrit autrement",
      "совпадает, записано иначе", "збігається, записано інакше"}},
    {How::kKnownSpelling,
     {"the same name in another spelling", "الاسم نفسه بكتابة أخرى", "le même nom, autre graphie",
      "то же имя в другом написании", "те саме ім’я в іншому написанні"}},
    {How::kSpeltNear,
     {"spelt a little differently", "اختلاف يسير في الكتابة", "graphie légèrement différente",
      "написание немного отличается", "написання трохи відрізняється"}},
    {How::kAcross,
     {"spelt as that name would be in the other script", "كتابة توافق الاسم في أبجدية أخرى",
      "graphie qui correspond, dans une autre écriture",
      "написание соответствует имени в другой письменности",
      "написання відповідає імені в іншій писемності"}},
    {How::kLikelyName,
     {"likely the same name, spelt differently", "الأرجح أنه الاسم نفسه بكتابة مختلفة",
      "probablement le même nom, graphie différente", "вероятно, то же имя в ином написании",
      "імовірно, те саме ім’я в іншому написанні"}},
    {How::kResembles,
     {"resembles it, and may well be another", "يشبهه، وقد يكون غيره",
      "ressemble, mais peut être un autre", "похоже, но вполне может быть другим",
      "схоже, але цілком може бути іншим"}},
    {How::kInitial,
     {"an initial that fits", "حرف أول يوافق الاسم", "une initiale qui convient",
      "подходящий инициал", "відповідний ініціал"}},
    {How::kMoved,
     {"the same name in another place", "الاسم نفسه في موضع آخر", "le même nom à une autre place",
      "то же имя на другом месте", "те саме ім’я на іншому місці"}},
    {How::kOneCharacter,
     {"one character differs", "اختلاف في رمز واحد", "un caractère diffère", "отличается один знак",
      "відрізняється один знак"}},
    {How::kFewCharacters,
     {"a few characters differ", "اختلاف في رموز قليلة", "quelques caractères diffèrent",
      "отличаются несколько знаков", "відрізняються кілька знаків"}},
    {How::kHalf,
     {"up to half of the characters differ", "اختلاف قد يبلغ نصف الرموز",
      "jusqu’à la moitié des caractères diffèrent", "отличается до половины знаков",
      "відрізняється до половини знаків"}},
    {How::kNearWords,
     {"nearly the same words", "الكلمات نفسها تقريباً", "presque les mêmes mots",
      "почти те же слова", "майже ті самі слова"}},
    {How::kAlikeWords,
     {"similar words", "كلمات متشابهة", "mots semblables", "похожие слова", "схожі слова"}},
    {How::kSwapped,
     {"day and month swapped", "اليوم والشهر متبادلان", "jour et mois inversés",
      "день и месяц переставлены", "день і місяць переставлено"}},
    {How::kFarAsBothSay,
     {"the same, as far as both say", "متطابق بقدر ما يذكره الطرفان",
      "identique, dans la mesure de ce que disent les deux",
      "совпадает, насколько указано в обеих записях",
      "збігається, наскільки зазначено в обох записах"}},
    {How::kCompatible,
     {"compatible: one says only the year, an age or 1 January",
      "متوافق: يذكر أحدهما السنة أو العمر أو أول كانون الثاني/يناير فقط",
      "compatible : l’un ne donne que l’année, l’âge ou le 1er janvier",
      "совместимо: в одной записи только год, возраст или 1 января",
      "сумісно: в одному записі лише рік, вік або 1 січня"}},
    {How::kOverlap,
     {"compatible: one covers more than a year", "متوافق: يشمل أحدهما أكثر من سنة",
      "compatible : l’un couvre plus d’une année", "совместимо: одна запись охватывает более года",
      "сумісно: один запис охоплює понад рік"}},
    {How::kOneDigit,
     {"one digit differs", "اختلاف في رقم واحد", "un chiffre diffère", "отличается одна цифра",
      "відрізняється одна цифра"}},
    {How::kFewDays,
     {"at most a week apart", "الفرق أسبوع على الأكثر", "au plus une semaine d’écart",
      "разница не более недели", "різниця не більше тижня"}},
    {How::kOtherDay,
     {"another day of the same year", "يوم آخر من السنة نفسها", "un autre jour de la même année",
      "другой день того же года", "інший день того самого року"}},
    {How::kOtherYear,
     {"the same day and month of another year", "اليوم والشهر نفسهما من سنة أخرى",
      "le même jour et le même mois d’une autre année", "те же день и месяц другого года",
      "ті самі день і місяць іншого року"}},
    {How::kOneYear,
     {"at most a year apart", "الفرق سنة على الأكثر", "au plus un an d’écart",
      "разница не более года", "різниця не більше року"}},
    {How::kTwoYears,
     {"at most two years apart", "الفرق سنتان على الأكثر", "au plus deux ans d’écart",
      "разница не более двух лет", "різниця не більше двох років"}},
    {How::kFiveYears,
     {"at most five years apart", "الفرق خمس سنوات على الأكثر", "au plus cinq ans d’écart",
      "разница не более пяти лет", "різниця не більше п’яти років"}},
    {How::kWithin,
     {"one contains the other", "أحدهما يشمل الآخر", "l’un contient l’autre",
      "одно включает другое", "одне охоплює інше"}},
    {How::kBeside,
     {"both belong to one larger place or body", "كلاهما ضمن مكان أو كيان أكبر واحد",
      "les deux relèvent d’un même ensemble", "оба входят в одно более крупное целое",
      "обидва належать до одного більшого цілого"}},
    {How::kDifferent, {"different", "مختلف", "différent", "различается", "відрізняється"}},
    {How::kOnlyOne,
     {"only one of the two says it", "مذكور في أحدهما فقط", "un seul des deux le dit",
      "указано только в одной записи", "зазначено лише в одному записі"}},
};

How how_of_name(const linkage::Step& step) {
  switch (step.level) {
    case Level::kExact: return step.written_a == step.written_b ? How::kSame : How::kKnownSpelling;
    case Level::kNear: return How::kSpeltNear;
    case Level::kAcross: return How::kAcross;
    case Level::kAlike: return How::kLikelyName;
    case Level::kWeak: return How::kResembles;
    case Level::kInitial: return How::kInitial;
    case Level::kMoved: return How::kMoved;
    case Level::kAbsent: return How::kOnlyOne;
    default: return How::kDifferent;
  }
}

How how_of_value(const linkage::Step& step) {
  const bool code = step.of.kind == Kind::kCode;
  const bool equal = step.written_a == step.written_b;
  switch (step.level) {
    case Level::kExact: return equal ? How::kSame : How::kSameWritten;
    case Level::kNear: return code ? How::kOneCharacter : How::kNearWords;
    case Level::kAlike: return code ? How::kFewCharacters : How::kAlikeWords;
    case Level::kWeak: return code ? How::kHalf : How::kResembles;
    case Level::kSwapped: return How::kSwapped;
    case Level::kSameYear: return equal ? How::kFarAsBothSay : How::kCompatible;
    case Level::kOverlap: return equal ? How::kFarAsBothSay : How::kOverlap;
    case Level::kOneDigit: return How::kOneDigit;
    case Level::kFewDays: return How::kFewDays;
    case Level::kOtherDay: return How::kOtherDay;
    case Level::kOtherYear: return How::kOtherYear;
    case Level::kOneYear: return How::kOneYear;
    case Level::kTwoYears: return How::kTwoYears;
    case Level::kFiveYears: return How::kFiveYears;
    case Level::kWithin: return How::kWithin;
    case Level::kBeside: return How::kBeside;
    case Level::kAbsent: return How::kOnlyOne;
    default: return How::kDifferent;
  }
}

// A field that the lists of an exchange have too is called as there.
struct AsOnLists {
  std::string_view token;
  Field field;
};
constexpr AsOnLists kAsOnLists[] = {
    {"mother", Field::kMother},
    {"sex", Field::kSex},
    {"birth", Field::kBorn},
    {"birth-place", Field::kBirthPlace},
    {"origin", Field::kOrigin},
    {"nationality", Field::kNationality},
    {"document", Field::kDocument},
    {"service-number", Field::kServiceNumber},
    {"force", Field::kForce},
    {"unit", Field::kUnit},
    {"rank", Field::kRank},
    {"captured", Field::kCaptured},
    {"capture-place", Field::kCapturePlace},
    {"icrc-reference", Field::kIcrcReference},
    {"reference", Field::kReference},
};

constexpr WordEntry<std::string_view> kFields[] = {
    {"age", {"Age", "العمر", "Âge", "Возраст", "Вік"}},
    {"death", {"Date of death", "تاريخ الوفاة", "Date de décès", "Дата смерти", "Дата смерті"}},
    {"residence", {"Residence", "مكان السكن", "Résidence", "Место жительства", "Місце проживання"}},
    {"address", {"Address", "العنوان", "Adresse", "Адрес", "Адреса"}},
    {"street", {"Street", "الشارع", "Rue", "Улица", "Вулиця"}},
    {"street-number", {"House number", "رقم المنزل", "Numéro", "Номер дома", "Номер будинку"}},
    {"city", {"City", "المدينة", "Ville", "Город", "Місто"}},
    {"region", {"Region", "المنطقة", "Région", "Регион", "Регіон"}},
    {"place", {"Place", "المكان", "Lieu", "Место", "Місце"}},
    {"country", {"Country", "البلد", "Pays", "Страна", "Країна"}},
    {"occupation", {"Occupation", "المهنة", "Profession", "Профессия", "Професія"}},
    {"postcode",
     {"Postcode", "الرمز البريدي", "Code postal", "Почтовый индекс", "Поштовий індекс"}},
    {"phone", {"Telephone", "الهاتف", "Téléphone", "Телефон", "Телефон"}},
    {"email",
     {"E-mail, before the @", "البريد الإلكتروني، ما قبل @", "Courriel, avant le @",
      "Эл. почта, до @", "Ел. пошта, до @"}},
    {"email.domain",
     {"E-mail, after the @", "البريد الإلكتروني، ما بعد @", "Courriel, après le @",
      "Эл. почта, после @", "Ел. пошта, після @"}},
};

constexpr WordEntry<Slot> kSlots[] = {
    {Slot::kGiven, {"Given name", "الاسم الأول", "Prénom", "Имя", "Ім’я"}},
    {Slot::kFather,
     {"Father’s name", "اسم الأب", "Nom du père", "Имя отца или отчество",
      "Ім’я батька або по батькові"}},
    {Slot::kGrandfather,
     {"Grandfather’s name", "اسم الجد", "Nom du grand-père", "Имя деда", "Ім’я діда"}},
    {Slot::kFamily, {"Family name", "اسم العائلة", "Nom de famille", "Фамилия", "Прізвище"}},
    {Slot::kFurther,
     {"Other parts of the name", "أجزاء أخرى من الاسم", "Autres parties du nom",
      "Другие части имени", "Інші частини імені"}},
    {Slot::kKunya, {"Kunya", "الكنية", "Kunya", "Кунья", "Кунья"}},
};

// Empty: no word is known.
std::string_view word_of_field(std::string_view token, Language language) {
  for (const AsOnLists& one : kAsOnLists) {
    if (one.token == token) return cell_in(exchange::field_headers(one.field), language);
  }
  const std::string_view found = find_word(kFields, token, language);
  return found == "?" ? std::string_view() : found;
}

}  // namespace

std::string_view words_of(const linkage::Step& step, Language language) {
  const bool name = step.of.slot != Slot::kWhole;
  return find_word(kHow, name ? how_of_name(step) : how_of_value(step), language);
}

std::string words_of(const linkage::Of& of, Language language) {
  if (of.field.empty()) return std::string(pair_word(PairWord::kKinship, language));
  if (of.slot == Slot::kWhole) return std::string(word_of_field(of.field, language));
  const std::string_view slot = find_word(kSlots, of.slot, language);
  if (of.field == "name") return std::string(slot);
  const std::string_view field = word_of_field(of.field, language);
  if (field.empty()) return {};
  return std::string(field) + " – " + std::string(slot);
}

}  // namespace parley::desk
