#include "desk/link/pair_words.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstdlib>

#include "linkage/bits.hpp"

namespace parley::desk {
namespace {

using document::Language;
using linkage::Doubt;
using linkage::Standing;

constexpr WordEntry<PairWord> kWords[] = {
    {PairWord::kTitle,
     {"May these two rows be one person?", "هل يمكن أن يكون هذان السطران لشخص واحد؟",
      "Ces deux lignes peuvent-elles désigner une même personne ?",
      "Могут ли эти две записи быть одним лицом?", "Чи можуть ці два записи бути однією особою?"}},
    {PairWord::kPair, {"{0} and {1}", "{0} و{1}", "{0} et {1}", "{0} и {1}", "{0} і {1}"}},
    {PairWord::kRow, {"row {0}", "السطر {0}", "ligne {0}", "строка {0}", "рядок {0}"}},
    {PairWord::kOutset,
     {"At the outset", "قبل أي مقارنة", "Au départ", "До сравнения", "До порівняння"}},
    {PairWord::kOutsetMeans,
     {"of pairs of rows without another candidate, about 1 in {0} is one person",
      "من أزواج السطور التي لا مرشّح آخر لها، نحو زوج واحد من كل {0} يعود لشخص واحد",
      "parmi les paires de lignes sans autre candidat, environ 1 sur {0} désigne une même "
      "personne",
      "из пар записей без другого кандидата примерно 1 из {0} — одно лицо",
      "з пар записів без іншого кандидата приблизно 1 з {0} — одна особа"}},
    {PairWord::kOutsetHalf,
     {"of pairs of rows without another candidate, more than half are one person",
      "من أزواج السطور التي لا مرشّح آخر لها، أكثر من النصف يعود لشخص واحد",
      "parmi les paires de lignes sans autre candidat, plus de la moitié désignent une même "
      "personne",
      "из пар записей без другого кандидата более половины — одно лицо",
      "з пар записів без іншого кандидата понад половина — одна особа"}},
    {PairWord::kKinship,
     {"Relatives, namesakes, neighbours", "الأقارب والمتشابهون في الأسماء والجيران",
      "Parents, homonymes, voisins", "Родственники, тёзки, соседи", "Родичі, тезки, сусіди"}},
    {PairWord::kKinshipMeans,
     {"relatives, namesakes or people of one house or place would agree in as much; what goes "
      "beyond that is not counted",
      "الأقارب أو المتشابهون في الأسماء أو أهل البيت أو المكان الواحد يتفقون في مثل ذلك؛ وما زاد "
      "لا يُحتسب",
      "des parents, des homonymes ou des gens d’un même foyer ou lieu concorderaient autant ; le "
      "surplus ne compte pas",
      "у родственников, тёзок и людей одного дома или места совпало бы столько же; остальное не "
      "учитывается",
      "у родичів, тезок і людей одного дому чи місця збіглося б стільки ж; решта не враховується"}},
    {PairWord::kEnd, {"Together", "المجموع", "Ensemble", "Всё вместе", "Усе разом"}},
    {PairWord::kByChance,
     {"by chance, about 1 in {0} people listed agrees so",
      "مصادفةً يتفق هكذا نحو شخص واحد من كل {0} من المدرجين",
      "par hasard, environ 1 personne listée sur {0} concorderait ainsi",
      "случайно так совпало бы примерно у 1 из {0} лиц в списках",
      "випадково так збіглося б приблизно в 1 з {0} осіб у списках"}},
    {PairWord::kOneIn, {"1 in {0}", "1 من {0}", "1 sur {0}", "1 из {0}", "1 з {0}"}},
    {PairWord::kByChanceHalf,
     {"by chance, more than half of the people listed agree so",
      "مصادفةً يتفق هكذا أكثر من نصف المدرجين",
      "par hasard, plus de la moitié des personnes listées concorderaient ainsi",
      "случайно так совпало бы более чем у половины лиц в списках",
      "випадково так збіглося б більш ніж у половини осіб у списках"}},
    {PairWord::kFor,
     {"The odds are about {0} to 1 that they are one person ({1})",
      "الاحتمال نحو {0} إلى 1 أنهما شخص واحد ({1})",
      "Il y a environ {0} chances contre 1 que ce soit une même personne ({1})",
      "Шансы примерно {0} к 1, что это одно лицо ({1})",
      "Шанси приблизно {0} до 1, що це одна особа ({1})"}},
    {PairWord::kAgainst,
     {"The odds are about {0} to 1 that they are two people ({1})",
      "الاحتمال نحو {0} إلى 1 أنهما شخصان ({1})",
      "Il y a environ {0} chances contre 1 que ce soient deux personnes ({1})",
      "Шансы примерно {0} к 1, что это два разных лица ({1})",
      "Шанси приблизно {0} до 1, що це дві різні особи ({1})"}},
    {PairWord::kEven,
     {"It is about as likely that they are one person as that they are two ({1})",
      "يكاد يتساوى احتمال أنهما شخص واحد واحتمال أنهما شخصان ({1})",
      "Il est à peu près aussi probable que ce soit une personne que deux ({1})",
      "Примерно равновероятно, что это одно лицо или два ({1})",
      "Приблизно однаково ймовірно, що це одна особа чи дві ({1})"}},
    {PairWord::kOverFor,
     {"The odds are over {0} to 1 that they are one person ({1})",
      "الاحتمال يتجاوز {0} إلى 1 أنهما شخص واحد ({1})",
      "Il y a plus de {0} chances contre 1 que ce soit une même personne ({1})",
      "Шансы более {0} к 1, что это одно лицо ({1})",
      "Шанси понад {0} до 1, що це одна особа ({1})"}},
    {PairWord::kOverAgainst,
     {"The odds are over {0} to 1 that they are two people ({1})",
      "الاحتمال يتجاوز {0} إلى 1 أنهما شخصان ({1})",
      "Il y a plus de {0} chances contre 1 que ce soient deux personnes ({1})",
      "Шансы более {0} к 1, что это два разных лица ({1})",
      "Шанси понад {0} до 1, що це дві різні особи ({1})"}},
    {PairWord::kShare,
     {"about {0} in 100", "نحو {0} من 100", "environ {0} sur 100", "около {0} из 100",
      "близько {0} зі 100"}},
    {PairWord::kOverShare,
     {"over 99.9 in 100", "أكثر من 99.9 من 100", "plus de 99,9 sur 100", "более 99,9 из 100",
      "понад 99,9 зі 100"}},
    {PairWord::kUnderShare,
     {"under 1 in 1,000", "أقل من 1 من 1,000", "moins de 1 sur 1 000", "менее 1 из 1 000",
      "менше ніж 1 з 1 000"}},
    {PairWord::kNoRivals,
     {"{0}, were there no other candidates.", "{0}، لو لم يكن هناك مرشحون آخرون.",
      "{0}, s’il n’y avait pas d’autres candidats.", "{0}, если бы не было других кандидатов.",
      "{0}, якби не було інших кандидатів."}},
    {PairWord::kWithRivals,
     {"With the other candidates for either row: {0}.", "ومع المرشحين الآخرين لأي من السطرين: {0}.",
      "Compte tenu des autres candidats pour l’une ou l’autre ligne : {0}.",
      "С учётом других кандидатов для любой из записей: {0}.",
      "З урахуванням інших кандидатів для будь-якого із записів: {0}."}},
    {PairWord::kProposal,
     {"parley’s proposal: {0}.", "اقتراح parley: {0}.", "Proposition de parley : {0}.",
      "Предложение parley: {0}.", "Пропозиція parley: {0}."}},
    {PairWord::kNotSure,
     {"Not sure: {0}.", "غير مؤكد: {0}.", "Pas sûr : {0}.", "Не наверняка: {0}.",
      "Не напевно: {0}."}},
    {PairWord::kOneSided,
     {"Only one of the two says it: this tells nothing", "مذكور في أحدهما فقط: لا يدل على شيء",
      "Un seul des deux le dit : cela n’indique rien",
      "Указано только в одной записи: это ни о чём не говорит",
      "Зазначено лише в одному записі: це ні про що не свідчить"}},
    {PairWord::kScale,
     {"How to read the numbers: each counts how often the odds double. +1 doubles them, +10 makes "
      "them about a thousand times as high; −1 halves them.",
      "كيف تُقرأ الأرقام: كل رقم يبيّن كم مرة تتضاعف النسبة. "
      "‎+1 "
      "يضاعفها، "
      "و‎+10 "
      "يجعلها "
      "نحو "
      "ألف "
      "ضعف؛ و‎−1 "
      "ينقصها إلى النصف.",
      "Lecture des nombres : chacun dit combien de fois les chances doublent. +1 les double, +10 "
      "les "
      "multiplie par mille environ ; −1 les divise par deux.",
      "Как читать числа: каждое показывает, сколько раз удваиваются шансы. +1 удваивает их, +10 "
      "увеличивает примерно в тысячу раз; −1 уменьшает вдвое.",
      "Як читати числа: кожне показує, скільки разів подвоюються шанси. +1 подвоює їх, +10 "
      "збільшує приблизно в тисячу разів; −1 зменшує вдвічі."}},
    {PairWord::kPeopleDecide,
     {"This is reckoned from the lists alone and decides nothing: people decide.",
      "هذا محسوب من القوائم وحدها ولا يحسم شيئاً: القرار للناس.",
      "Ceci est calculé d’après les seules listes et ne décide rien : ce sont des personnes qui "
      "décident.",
      "Это рассчитано только по спискам и ничего не решает: решают люди.",
      "Це розраховано лише за списками й нічого не вирішує: вирішують люди."}},
    {PairWord::kDeskOnly,
     {"For the desk only: never to leave it", "للمكتب فقط: لا يخرج منه أبداً",
      "Réservé au bureau : ne doit jamais en sortir", "Только для бюро: не выносить",
      "Лише для бюро: не виносити"}},
    {PairWord::kCompared,
     {"Compared", "موضع المقارنة", "Comparé", "Что сравнивается", "Що порівнюється"}},
    {PairWord::kFirst,
     {"The first says", "يذكر الأول", "Le premier dit", "В первой записи", "У першому записі"}},
    {PairWord::kSecond,
     {"The second says", "يذكر الثاني", "Le second dit", "Во второй записи", "У другому записі"}},
    {PairWord::kAgreement,
     {"How far they agree", "مدى الاتفاق", "Concordance", "Насколько совпадает",
      "Наскільки збігається"}},
    {PairWord::kChance, {"By chance", "مصادفةً", "Par hasard", "Случайно", "Випадково"}},
    {PairWord::kChanceMeans,
     {"By chance: how many of the people listed would agree so anyway.",
      "مصادفةً: كم من المدرجين يتفق هكذا على أي حال.",
      "Par hasard : combien de personnes listées concorderaient ainsi de toute façon.",
      "Случайно: у скольких лиц в списках это совпало бы и так.",
      "Випадково: у скількох осіб у списках це збіглося б і так."}},
    {PairWord::kLinkage,
     {"Linkage {0}", "المطابقة {0}", "Rapprochement {0}", "Сопоставление {0}", "Зіставлення {0}"}},
    {PairWord::kBits, {"Doublings", "مرات التضاعف", "Doublements", "Удвоения", "Подвоєння"}},
    {PairWord::kChart,
     {"How the odds move: to the right, towards one person; to the left, towards two",
      "كيف تتحرك الاحتمالات: يميناً نحو شخص واحد، ويساراً نحو شخصين",
      "Comment les chances évoluent : vers la droite, une même personne ; vers la gauche, deux",
      "Как меняются шансы: вправо — к одному лицу, влево — к двум",
      "Як змінюються шанси: праворуч — до однієї особи, ліворуч — до двох"}},
    {PairWord::kColon, {"{0}: {1}", "{0}: {1}", "{0} : {1}", "{0}: {1}", "{0}: {1}"}},
    {PairWord::kSemicolon, {"{0}; {1}", "{0}؛ {1}", "{0} ; {1}", "{0}; {1}", "{0}; {1}"}},
};
static_assert(std::size(kWords) == kPairWordCount);

constexpr WordEntry<Standing> kStandings[] = {
    {Standing::kSure, {"sure", "مؤكد", "sûr", "наверняка", "напевно"}},
    {Standing::kQueued,
     {"to be looked at by people", "للنظر فيه من قِبل أشخاص", "à examiner par des personnes",
      "на рассмотрение людьми", "на розгляд людьми"}},
    {Standing::kUnlikely, {"unlikely", "غير مرجح", "peu probable", "маловероятно", "малоймовірно"}},
};

constexpr WordEntry<Doubt> kDoubts[] = {
    {Doubt::kImprobable,
     {"all that is compared leaves too much doubt", "ما تمت مقارنته يترك مجالاً واسعاً للشك",
      "l’ensemble des comparaisons laisse trop de doute",
      "всё сравниваемое оставляет слишком много сомнений",
      "усе порівнюване залишає забагато сумнівів"}},
    {Doubt::kRival,
     {"another candidate is close", "هناك مرشح آخر قريب", "un autre candidat est proche",
      "есть другой близкий кандидат", "є інший близький кандидат"}},
    {Doubt::kOnlyNames,
     {"little but the names agrees", "لا يكاد يتفق غير الأسماء",
      "presque rien d’autre que les noms ne concorde", "кроме имён, почти ничего не совпадает",
      "окрім імен, майже нічого не збігається"}},
    {Doubt::kContradiction,
     {"something speaks strongly against it", "هناك ما يناقض ذلك بقوة",
      "un élément s’y oppose fortement", "нечто сильно говорит против",
      "дещо сильно свідчить проти"}},
    {Doubt::kUnassigned,
     {"in the best pairing of all rows, one of them goes with another row",
      "في أفضل توزيع للسطور كلها يقترن أحدهما بسطر آخر",
      "dans le meilleur appariement d’ensemble, l’une va avec une autre ligne",
      "при наилучшем общем распределении одна из записей соединяется с другой",
      "за найкращого загального розподілу один із записів поєднується з іншим"}},
    {Doubt::kOnlyAlias,
     {"only an alias or a kunya agrees", "لا يتفق سوى لقب أو كنية",
      "seul un surnom ou une kunya concorde", "совпадает лишь прозвище или кунья",
      "збігається лише прізвисько або кунья"}},
};

bool has_comma(Language language) {
  return language == Language::kFrench || language == Language::kRussian ||
         language == Language::kUkrainian;
}

std::string with_tenth(std::uint64_t tenths, Language language) {
  return fmt::format("{}{}{}", tenths / 10, has_comma(language) ? "," : ".", tenths % 10);
}

// Two digits say all that can be known of odds.
std::uint64_t two_digits(double value) {
  if (value < 10) return static_cast<std::uint64_t>(std::llround(value));
  double unit = 1;
  while (value / unit >= 100) unit *= 10;
  return static_cast<std::uint64_t>(std::llround(value / unit) * static_cast<long long>(unit));
}

}  // namespace

std::string_view pair_word(PairWord word, Language language) {
  return find_word(kWords, word, language);
}

std::string pair_word(PairWord word, Language language,
                      std::initializer_list<std::string_view> values) {
  return filled(pair_word(word, language), values);
}

std::string_view words_of(Standing standing, Language language) {
  return find_word(kStandings, standing, language);
}

std::string_view words_of(Doubt doubt, Language language) {
  return find_word(kDoubts, doubt, language);
}

std::string grouped(std::uint64_t number, Language language) {
  std::string digits = std::to_string(number);
  const std::string_view between = has_comma(language) ? "\u00A0" : ",";
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, between);
  }
  return digits;
}

std::string signed_bits(std::int32_t millibits, Language language) {
  const auto tenths = static_cast<std::uint64_t>((std::abs(millibits) + 50) / 100);
  const std::string_view sign = tenths == 0 ? "" : millibits < 0 ? "−" : "+";
  return std::string(sign) + with_tenth(tenths, language);
}

std::string probability_words(std::uint32_t ppm, Language language) {
  constexpr std::uint32_t kNearlyAll = 999'000, kHardlyAny = 1'000;
  if (ppm > kNearlyAll) return std::string(pair_word(PairWord::kOverShare, language));
  if (ppm < kHardlyAny) return std::string(pair_word(PairWord::kUnderShare, language));
  return pair_word(PairWord::kShare, language, {with_tenth((ppm + 500) / 1000, language)});
}

std::string odds_words(std::uint32_t ppm, Language language) {
  constexpr double kMost = 10'000, kEven = 1.25;
  const std::string share = probability_words(ppm, language);
  const bool one = ppm >= 500'000;
  const double likely = one ? ppm : 1e6 - ppm;
  const double odds = likely / std::max(1e6 - likely, 1.0);
  if (odds < kEven) return pair_word(PairWord::kEven, language, {"", share});
  if (odds > kMost) {
    return pair_word(one ? PairWord::kOverFor : PairWord::kOverAgainst, language,
                     {grouped(static_cast<std::uint64_t>(kMost), language), share});
  }
  const std::string number =
      odds < 10 ? with_tenth(static_cast<std::uint64_t>(std::llround(odds * 10)), language)
                : grouped(two_digits(odds), language);
  return pair_word(one ? PairWord::kFor : PairWord::kAgainst, language, {number, share});
}

std::string rarity_words(std::uint32_t share_ppm, Language language) {
  if (share_ppm == 0) return {};
  if (share_ppm > 500'000) return std::string(pair_word(PairWord::kByChanceHalf, language));
  return pair_word(PairWord::kByChance, language, {grouped(two_digits(1e6 / share_ppm), language)});
}

std::string one_in_words(std::uint32_t share_ppm, Language language) {
  if (share_ppm == 0) return {};
  return pair_word(PairWord::kOneIn, language, {grouped(two_digits(1e6 / share_ppm), language)});
}

std::string outset_words(std::int32_t prior, Language language) {
  if (prior > 0) return std::string(pair_word(PairWord::kOutsetHalf, language));
  const double pairs = 1 + linkage::exp2_millibits(std::min(-prior, 60'000));
  return pair_word(PairWord::kOutsetMeans, language, {grouped(two_digits(pairs), language)});
}

}  // namespace parley::desk
