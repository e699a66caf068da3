#include "desk/report/labels.hpp"

#include <algorithm>

#include "desk/report/plural.hpp"
#include "desk/report/word_table.hpp"

namespace parley::desk {
namespace {

using document::Language;

// In the order of kReportLanguages.
using Cells = std::array<std::string_view, kReportLanguages.size()>;

struct LabelRow {
  Label label;
  Cells cells;
};

constexpr LabelRow kLabels[] = {
    {Label::kColon, {": ", ": ", "\u00A0: ", ": ", ": "}},
    {Label::kComma, {", ", "، ", ", ", ", ", ", "}},
    {Label::kQuoteOpen, {"“", "«", "«\u00A0", "«", "«"}},
    {Label::kQuoteClose, {"”", "»", "\u00A0»", "»", "»"}},

    {Label::kDossier, {"Dossier", "الملف", "Dossier", "Досье", "Досьє"}},
    {Label::kStatusAndTimeline,
     {"Status and timeline as of {0}", "الوضع الراهن والتسلسل الزمني حتى {0}",
      "État de la situation et chronologie au {0}",
      "Положение дел и хронология по состоянию на {0}", "Стан справ і хронологія станом на {0}"}},
    {Label::kAsOf, {"As of", "حتى تاريخ", "Situation au", "По состоянию на", "Станом на"}},
    {Label::kFor, {"For", "موجَّه إلى", "Destinataire", "Адресат", "Адресат"}},
    {Label::kDesk,
     {"the mediator’s desk", "مكتب الوسيط", "bureau du médiateur", "аппарат посредника",
      "апарат посередника"}},
    {Label::kRecord, {"Record", "السجل", "Registre", "Реестр", "Реєстр"}},
    // Not "point de contrôle", "نقطة تفتيش": those are control posts on a road.
    {Label::kCheckpoint,
     {"Checkpoint", "نقطة التحقق", "Point de vérification", "Контрольная точка реестра",
      "Контрольна точка реєстру"}},
    {Label::kRootHash,
     {"root hash", "بصمة الجذر", "empreinte racine", "корневой хеш", "кореневий хеш"}},
    {Label::kConsidered,
     {"Considered", "المأخوذ في الحسبان", "Pris en compte", "Учтено", "Враховано"}},
    {Label::kKnownLater,
     {"Known only later, left out", "عُرفت لاحقاً ولم تُدرج", "Connues plus tard, non incluses",
      "Стали известны позднее, не включены", "Стали відомі пізніше, не включено"}},
    {Label::kWithheld, {"Withheld", "محجوب", "Non communiqué", "Не раскрыто", "Не розкрито"}},
    {Label::kErased,
     {"Erased by order", "محذوف بموجب أمر", "Effacé sur ordre", "Стёрто по распоряжению",
      "Стерто за розпорядженням"}},
    {Label::kNotFullyUsable,
     {"Not fully usable", "غير قابل للاستعمال كاملاً", "Non exploitable en entier",
      "Использовано не полностью", "Використано не повністю"}},
    {Label::kOfNewerProgram,
     {"Of a newer program", "من برنامج أحدث", "D’un programme plus récent",
      "Из более новой программы", "З новішої програми"}},
    {Label::kNone, {"none", "لا شيء", "rien", "нет", "немає"}},

    {Label::kWhereThingsStand,
     {"Where things stand", "الوضع الراهن", "État de la situation", "Положение дел", "Стан справ"}},
    {Label::kWhereThingsStandIntro,
     {"What each measure waits for, according to the statements on record.",
      "ما ينتظره كل تدبير، بحسب التصريحات المسجلة.",
      "Ce que chaque mesure attend, d’après les déclarations consignées.",
      "Чего ожидает каждая мера согласно внесённым заявлениям.",
      "На що очікує кожен захід згідно з внесеними заявами."}},
    {Label::kMeasure, {"Measure", "التدبير", "Mesure", "Мера", "Захід"}},
    {Label::kAwaited, {"Awaited", "المنتظر", "Attendu", "Ожидается", "Очікується"}},
    {Label::kFrom, {"From", "من", "De la part de", "От кого", "Від кого"}},
    {Label::kOnWhoseWord,
     {"On whose word", "استناداً إلى قول", "Selon", "С чьих слов", "З чиїх слів"}},
    {Label::kSince, {"Since", "منذ", "Depuis", "С какого времени", "Відколи"}},
    {Label::kState, {"State", "الحالة", "État", "Состояние", "Стан"}},
    {Label::kStillAwaited,
     {"awaited", "ما زال منتظراً", "encore attendu", "ещё ожидается", "ще очікується"}},
    {Label::kReportedDone,
     {"reported done", "أُفيد بأنه تم", "signalé comme fait", "сообщается, что выполнено",
      "повідомлено, що виконано"}},
    {Label::kNothingAwaited,
     {"Nothing is recorded as awaited.", "لم يُسجَّل شيء بوصفه منتظراً.",
      "Rien n’est consigné comme attendu.", "Не зафиксировано ничего ожидаемого.",
      "Не зафіксовано нічого очікуваного."}},
    {Label::kNothingAwaitedFor,
     {"Nothing is recorded as awaited for", "تدابير لم يُسجَّل لها شيء منتظر",
      "Rien n’est consigné comme attendu pour", "Ничего ожидаемого не зафиксировано по мерам",
      "Нічого очікуваного не зафіксовано за заходами"}},
    {Label::kNoMeasures,
     {"No measure is recorded.", "لم يُسجَّل أي تدبير.", "Aucune mesure n’est consignée.",
      "Мер не зафиксировано.", "Заходів не зафіксовано."}},

    {Label::kOpenPoints,
     {"Open points", "المسائل العالقة", "Points en suspens", "Нерешённые вопросы",
      "Невирішені питання"}},
    {Label::kOpenPointsNote,
     {"On these points the statements differ. Each stands as it was entered, beside the others; "
      "none is preferred.",
      "تتباين التصريحات بشأن هذه المسائل. ويرد كل تصريح كما أُدخل إلى جانب غيره، دون ترجيح أي منها.",
      "Sur ces points, les déclarations divergent. Chacune figure telle qu’elle a été saisie, à "
      "côté "
      "des autres\u00A0; aucune n’est privilégiée.",
      "По этим вопросам заявления расходятся. Каждое приводится в том виде, в каком оно внесено, "
      "рядом с другими; ни одному не отдаётся предпочтения.",
      "Із цих питань заяви розходяться. Кожну наведено так, як її внесено, поруч з іншими; жодній "
      "не надано переваги."}},
    {Label::kNoContradiction,
     {"On no point do the positions on record differ.", "لا تتباين المواقف المسجلة في أي مسألة.",
      "Les positions consignées ne divergent sur aucun point.",
      "Зафиксированные позиции не расходятся ни по одному вопросу.",
      "Зафіксовані позиції не розходяться з жодного питання."}},
    {Label::kChangesOfPosition,
     {"Changes of position", "تغيّر المواقف", "Changements de position", "Изменения позиций",
      "Зміни позицій"}},
    {Label::kEarlier, {"Earlier", "سابقاً", "Auparavant", "Ранее", "Раніше"}},
    {Label::kLater, {"Later", "لاحقاً", "Ensuite", "Позднее", "Пізніше"}},
    {Label::kOrderUnknown,
     {"the dates do not tell which came first", "لا تبيّن التواريخ أيهما جاء أولاً",
      "les dates ne disent pas laquelle a précédé l’autre",
      "по датам не установить, что было раньше", "за датами не встановити, що було раніше"}},
    {Label::kOnePosition,
     {"Points with one position on record", "مسائل سُجّل بشأنها موقف واحد",
      "Points sur lesquels une seule position est consignée",
      "Вопросы, по которым зафиксирована одна позиция",
      "Питання, з яких зафіксовано одну позицію"}},
    {Label::kPoint, {"Point", "المسألة", "Point", "Вопрос", "Питання"}},
    {Label::kPosition, {"Position", "الموقف", "Position", "Позиция", "Позиція"}},
    {Label::kHeldBy, {"Held by", "صاحب الموقف", "Exprimée par", "Кем выражена", "Ким висловлено"}},

    {Label::kLastSaid,
     {"What each party last said", "آخر ما قاله كل طرف", "Dernières déclarations de chaque partie",
      "Последние заявления каждой стороны", "Останні заяви кожної сторони"}},
    {Label::kNoStatementFrom,
     {"Parties with no statement on record", "أطراف لا تصريح لها في السجل",
      "Parties sans déclaration au registre", "Стороны, чьих заявлений в реестре нет",
      "Сторони, чиїх заяв у реєстрі немає"}},

    {Label::kTimeline, {"Timeline", "التسلسل الزمني", "Chronologie", "Хронология", "Хронологія"}},
    {Label::kNoStatements,
     {"No statement is recorded.", "لم يُسجَّل أي تصريح.", "Aucune déclaration n’est consignée.",
      "Заявлений не зафиксировано.", "Заяв не зафіксовано."}},
    {Label::kDate, {"Date", "التاريخ", "Date", "Дата", "Дата"}},
    {Label::kWho, {"Who", "القائل", "Qui", "Кто", "Хто"}},
    {Label::kWhat, {"What", "ما قيل", "Propos", "Что сказано", "Що сказано"}},
    {Label::kAbout, {"About", "الموضوع", "Objet", "О чём", "Про що"}},
    {Label::kSource, {"Source", "المصدر", "Source", "Источник", "Джерело"}},
    {Label::kEntry, {"Entry", "القيد", "Entrée", "Запись", "Запис"}},
    {Label::kEntryNumber, {"entry {0}", "القيد {0}", "entrée {0}", "запись {0}", "запис {0}"}},
    {Label::kGrade, {"Grade", "التقييم", "Cotation", "Оценка", "Оцінка"}},
    {Label::kInferred, {"inferred", "مستنتج", "déduite", "выведена", "виведено"}},
    {Label::kInferredMeans,
     {"the date is the desk’s inference; the source does not give it.",
      "التاريخ استنتاج من مكتب الوسيط ولا يرد في المصدر.",
      "la date est une déduction du bureau du médiateur\u00A0; la source ne la donne pas.",
      "дата выведена аппаратом посредника; в источнике её нет.",
      "дату вивів апарат посередника; у джерелі її немає."}},
    {Label::kDateOfReport,
     {"reported", "تاريخ الإبلاغ", "rapportée", "дата сообщения", "дата повідомлення"}},
    {Label::kDateOfReportMeans,
     {"the date is that of the report; when it was said is not recorded.",
      "التاريخ هو تاريخ الإبلاغ؛ أما تاريخ القول فغير مسجل.",
      "la date est celle du compte rendu\u00A0; celle des propos n’est pas consignée.",
      "указана дата сообщения; когда это было сказано, не зафиксировано.",
      "зазначено дату повідомлення; коли це було сказано, не зафіксовано."}},
    {Label::kAnnounced, {"announced", "معلن عنه", "annoncé", "объявлено", "оголошено"}},
    {Label::kAnnouncedMeans,
     {"the day that the statement speaks of; whether it came about is not said.",
      "اليوم الذي يتحدث عنه التصريح؛ ولا يُفهم من ذلك أنه تحقق.",
      "le jour dont parle la déclaration\u00A0; rien n’indique que l’événement a eu lieu.",
      "день, о котором говорится в заявлении; состоялось ли событие, не указано.",
      "день, про який ідеться в заяві; чи відбулася подія, не зазначено."}},
    {Label::kCorrected, {"corrected", "مصحَّح", "corrigée", "исправлено", "виправлено"}},
    {Label::kCorrectedMeans,
     {"the statement was corrected after it was first entered; the record holds both.",
      "صُحِّح التصريح بعد إدخاله أول مرة؛ والسجل يحتفظ بالصيغتين.",
      "la déclaration a été corrigée après sa première saisie ; le registre conserve les deux "
      "versions.",
      "заявление исправлено после первого внесения; в реестре сохранены обе редакции.",
      "заяву виправлено після першого внесення; у реєстрі збережено обидві редакції."}},
    {Label::kNoDate, {"no date", "بلا تاريخ", "sans date", "без даты", "без дати"}},
    {Label::kAllMeasures,
     {"all measures", "جميع التدابير", "toutes les mesures", "все меры", "усі заходи"}},
    {Label::kChartCaption,
     {"Statements by measure, from {0} to {1}", "التصريحات بحسب التدبير من {0} إلى {1}",
      "Déclarations par mesure, du {0} au {1}", "Заявления по мерам с {0} по {1}",
      "Заяви за заходами з {0} по {1}"}},
    {Label::kChartOpen,
     {"Outlined: days announced. A long bar: known to the month or year only.",
      "المستطيل المفرّغ: أيام معلن عنها. المستطيل الطويل: التاريخ معروف بالشهر أو السنة فقط.",
      "En contour\u00A0: jours annoncés. Barre longue\u00A0: date connue au mois ou à l’année "
      "près.",
      "Контуром: объявленные дни. Длинная полоса: дата известна лишь с точностью до месяца или "
      "года.",
      "Контуром: оголошені дні. Довга смуга: дату відомо лише з точністю до місяця або року."}},

    {Label::kSources, {"Sources", "المصادر", "Sources", "Источники", "Джерела"}},
    {Label::kSourceNumber,
     {"source {0}", "المصدر {0}", "source {0}", "источник {0}", "джерело {0}"}},
    {Label::kOneSource,
     {"Every statement is from one source", "جميع التصريحات مأخوذة من مصدر واحد",
      "Toutes les déclarations proviennent d’une seule source",
      "Все заявления взяты из одного источника", "Усі заяви взято з одного джерела"}},
    {Label::kNumber, {"No.", "الرقم", "Nº", "№", "№"}},
    {Label::kTitle, {"Title", "العنوان", "Titre", "Название", "Назва"}},
    {Label::kPublisher, {"Publisher", "الناشر", "Publié par", "Издатель", "Видавець"}},
    {Label::kKindOfSource, {"Kind", "النوع", "Type", "Вид", "Вид"}},
    {Label::kStatements, {"Statements", "التصريحات", "Déclarations", "Заявления", "Заяви"}},
    {Label::kGradeMeans,
     {"the desk’s grade in the Admiralty code: reliability of the source A to F, credibility of "
      "the "
      "statement 1 to 6. For the desk only.",
      "تقييم مكتب الوسيط وفق رموز الأميرالية: موثوقية المصدر من A إلى F ومصداقية التصريح من 1 إلى "
      "6. "
      "لاستعمال المكتب وحده.",
      "cotation du bureau selon le code de l’Amirauté\u00A0: fiabilité de la source de A à F, "
      "crédibilité de la déclaration de 1 à 6. Réservé au bureau.",
      "оценка аппарата посредника по коду Адмиралтейства: надёжность источника от A до F, "
      "достоверность заявления от 1 до 6. Только для аппарата.",
      "оцінка апарату посередника за кодом Адміралтейства: надійність джерела від A до F, "
      "достовірність заяви від 1 до 6. Лише для апарату."}},

    {Label::kNotShown,
     {"not shown to this recipient", "محجوب عن الجهة الموجَّه إليها",
      "non communiqué à ce destinataire", "этому адресату не раскрывается",
      "цьому адресатові не розкривається"}},
    {Label::kNotNamed, {"not named", "غير مسمّى", "non nommé", "не назван", "не названо"}},
    {Label::kNotSaid, {"not said", "غير مذكور", "non précisé", "не указано", "не зазначено"}},

    {Label::kAboutDocument,
     {"About this document", "عن هذه الوثيقة", "À propos de ce document", "Об этом документе",
      "Про цей документ"}},
    {Label::kAboutEntered,
     {"Statements stand as the mediator’s desk entered them, in the language of entry; only the "
      "words "
      "of parley itself are translated. A statement is evidence of what was said, not of what is "
      "so.",
      "ترد التصريحات كما أدخلها مكتب الوسيط وبلغة إدخالها؛ ولا يُترجَم سوى ألفاظ برنامج parley نفسه. "
      "والتصريح دليل على ما قيل، لا على صحة ما قيل.",
      "Les déclarations figurent telles que le bureau du médiateur les a saisies, dans la langue "
      "de "
      "saisie\u00A0; seuls les mots propres à parley sont traduits. Une déclaration atteste ce qui "
      "a "
      "été dit, non ce qui est.",
      "Заявления приводятся в том виде и на том языке, в каких их внёс аппарат посредника; "
      "переведены "
      "только слова самой программы parley. Заявление свидетельствует о том, что было сказано, а "
      "не "
      "о том, что это так.",
      "Заяви наведено в тому вигляді й тією мовою, якими їх вніс апарат посередника; перекладено "
      "лише "
      "слова самої програми parley. Заява свідчить про те, що було сказано, а не про те, що це "
      "так."}},
    {Label::kAboutNoSide,
     {"parley takes no side: statements that contradict stand side by side, none preferred. "
      "Nothing "
      "here decides anyone’s legal status, or says whether a commitment has been kept.",
      "لا ينحاز parley إلى أي طرف: فالتصريحات المتعارضة ترد جنباً إلى جنب دون ترجيح. وليس في هذه "
      "الوثيقة ما يحدد الوضع القانوني لأي شخص أو يقرر ما إذا كان أي التزام قد نُفِّذ.",
      "parley ne prend pas parti\u00A0: les déclarations qui se contredisent figurent côte à côte, "
      "sans "
      "préférence. Rien ici ne décide du statut juridique de quiconque ni ne dit si un engagement "
      "a "
      "été tenu.",
      "parley не принимает ничью сторону: противоречащие друг другу заявления стоят рядом, ни "
      "одному "
      "не отдаётся предпочтения. Ничто здесь не определяет чей-либо правовой статус и не говорит о "
      "том, выполнено ли обязательство.",
      "parley не стає на чийсь бік: заяви, що суперечать одна одній, стоять поруч, жодній не "
      "надано "
      "переваги. Ніщо тут не визначає чийогось правового статусу й не говорить про те, чи виконано "
      "зобов’язання."}},
    {Label::kAboutWithheld,
     {"This document is made only of what its recipient may read. What is withheld or erased could "
      "change the picture.",
      "أُعدّت هذه الوثيقة مما يحق للجهة الموجَّهة إليها الاطلاع عليه فقط. وقد يغيّر المحجوب أو المحذوف "
      "الصورة.",
      "Ce document n’est fait que de ce que son destinataire peut lire. Ce qui n’est pas "
      "communiqué ou "
      "a été effacé pourrait modifier le tableau.",
      "Документ составлен только из того, что вправе читать его адресат. Нераскрытое или стёртое "
      "могло бы изменить картину.",
      "Документ складено лише з того, що має право читати його адресат. Нерозкрите або стерте "
      "могло б "
      "змінити картину."}},
    {Label::kAboutNumbers,
     {"The number of an entry is its place in the record, the same for every recipient.",
      "رقم القيد هو موضعه في السجل، وهو واحد لجميع الجهات.",
      "Le numéro d’une entrée est sa place dans le registre, la même pour tous les destinataires.",
      "Номер записи — её место в реестре, одно и то же для всех адресатов.",
      "Номер запису — його місце в реєстрі, однакове для всіх адресатів."}},
    {Label::kAboutVerify,
     {"Whoever holds the record, or the part handed to them, can check that nothing was rewritten, "
      "against a checkpoint kept outside it (NOTE):",
      "يمكن لكل من لديه السجل، أو الجزء المسلَّم إليه منه، أن يتحقق من أنه لم تُعَد كتابة شيء فيه، "
      "بمقارنته بنقطة تحقق محفوظة خارجه (NOTE):",
      "Quiconque détient le registre, ou la partie qui lui en a été remise, peut vérifier que rien "
      "n’a "
      "été réécrit, à l’aide d’un point de vérification conservé ailleurs (NOTE)\u00A0:",
      "Каждый, у кого есть реестр или переданная ему часть, может проверить, что в нём ничего не "
      "переписано, по контрольной точке, хранящейся отдельно (NOTE):",
      "Кожен, хто має реєстр або передану йому частину, може перевірити, що в ньому нічого не "
      "переписано, за контрольною точкою, яка зберігається окремо (NOTE):"}},
    {Label::kAboutEngines,
     {"Computed with", "حُسبت النتائج باستخدام", "Calculé avec", "Рассчитано с помощью",
      "Обчислено за допомогою"}},

    {Label::kExchange,
     {"Exchange of detained persons", "تبادل الأشخاص المحتجزين", "Échange de personnes détenues",
      "Обмен задержанными лицами", "Обмін затриманими особами"}},
    {Label::kCeasefire,
     {"Ceasefire", "وقف إطلاق النار", "Cessez-le-feu", "Прекращение огня", "Припинення вогню"}},
    {Label::kAccess,
     {"Humanitarian access", "وصول المساعدات الإنسانية", "Accès humanitaire", "Гуманитарный доступ",
      "Гуманітарний доступ"}},
    {Label::kConference, {"Conference", "المؤتمر", "Conférence", "Конференция", "Конференція"}},
    {Label::kOtherMeasure,
     {"Other measure", "تدبير آخر", "Autre mesure", "Иная мера", "Інший захід"}},
    {Label::kNewsReport,
     {"news report", "خبر صحفي", "article de presse", "сообщение СМИ", "повідомлення ЗМІ"}},
    {Label::kPressRelease,
     {"press release", "بيان صحفي", "communiqué de presse", "пресс-релиз", "пресреліз"}},
    {Label::kMeeting, {"meeting", "اجتماع", "réunion", "встреча", "зустріч"}},
    {Label::kDocument, {"document", "وثيقة", "document", "документ", "документ"}},
    {Label::kInterview, {"interview", "مقابلة", "entretien", "беседа", "бесіда"}},
    {Label::kOtherSource,
     {"other source", "مصدر آخر", "autre source", "иной источник", "інше джерело"}},
};
static_assert(std::size(kLabels) == kLabelCount);

constexpr bool in_order() {
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    if (static_cast<std::size_t>(kLabels[i].label) != i) return false;
  }
  return true;
}
static_assert(in_order());

// By form: zero, one, two, few, many, other. Empty where the language has no such form.
using Forms = std::array<std::string_view, kPluralForms.size()>;
struct CountedRow {
  Counted what;
  std::array<Forms, kReportLanguages.size()> forms;
};

constexpr CountedRow kCounted[] = {
    {Counted::kEntries,
     {Forms{"", "{0} entry", "", "", "", "{0} entries"},
      Forms{"لا قيود", "قيد واحد", "قيدان", "{0} قيود", "{0} قيداً", "{0} قيد"},
      Forms{"", "{0} entrée", "", "", "{0} d’entrées", "{0} entrées"},
      Forms{"", "{0} запись", "", "{0} записи", "{0} записей", ""},
      Forms{"", "{0} запис", "", "{0} записи", "{0} записів", ""}}},
    {Counted::kWithheldEntries,
     {Forms{"", "{0} entry that the recipient may not read", "", "", "",
            "{0} entries that the recipient may not read"},
      Forms{"لا قيود", "قيد واحد لا يحق للجهة الموجَّه إليها الاطلاع عليه",
            "قيدان لا يحق للجهة الموجَّه إليها الاطلاع عليهما",
            "{0} قيود لا يحق للجهة الموجَّه إليها الاطلاع عليها",
            "{0} قيداً لا يحق للجهة الموجَّه إليها الاطلاع عليها",
            "{0} قيد لا يحق للجهة الموجَّه إليها الاطلاع عليها"},
      Forms{"", "{0} entrée que le destinataire ne peut pas lire", "", "",
            "{0} d’entrées que le destinataire ne peut pas lire",
            "{0} entrées que le destinataire ne peut pas lire"},
      Forms{"", "{0} запись, недоступная адресату", "", "{0} записи, недоступные адресату",
            "{0} записей, недоступных адресату", ""},
      Forms{"", "{0} запис, недоступний адресатові", "", "{0} записи, недоступні адресатові",
            "{0} записів, недоступних адресатові", ""}}},
    {Counted::kStatements,
     {Forms{"", "{0} statement", "", "", "", "{0} statements"},
      Forms{"لا تصريحات", "تصريح واحد", "تصريحان", "{0} تصريحات", "{0} تصريحاً", "{0} تصريح"},
      Forms{"", "{0} déclaration", "", "", "{0} de déclarations", "{0} déclarations"},
      Forms{"", "{0} заявление", "", "{0} заявления", "{0} заявлений", ""},
      Forms{"", "{0} заява", "", "{0} заяви", "{0} заяв", ""}}},
};
static_assert(std::size(kCounted) == kCountedCount);

std::size_t column(Language language) {
  const auto found = std::find(kReportLanguages.begin(), kReportLanguages.end(), language);
  return found == kReportLanguages.end()
             ? 0
             : static_cast<std::size_t>(found - kReportLanguages.begin());
}

}  // namespace

bool is_report_language(Language language) {
  return std::find(kReportLanguages.begin(), kReportLanguages.end(), language) !=
         kReportLanguages.end();
}

std::string_view label(Label label, Language language) {
  return kLabels[static_cast<std::size_t>(label)].cells[column(language)];
}

std::string label(Label label, Language language, std::initializer_list<std::string_view> values) {
  return filled(desk::label(label, language), values);
}

Label label_of(dossier::MeasureKind kind) {
  switch (kind) {
    case dossier::MeasureKind::kExchange: return Label::kExchange;
    case dossier::MeasureKind::kCeasefire: return Label::kCeasefire;
    case dossier::MeasureKind::kAccess: return Label::kAccess;
    case dossier::MeasureKind::kConference: return Label::kConference;
    case dossier::MeasureKind::kOther: break;
  }
  return Label::kOtherMeasure;
}

Label label_of(dossier::SourceKind kind) {
  switch (kind) {
    case dossier::SourceKind::kNewsReport: return Label::kNewsReport;
    case dossier::SourceKind::kPressRelease: return Label::kPressRelease;
    case dossier::SourceKind::kMeeting: return Label::kMeeting;
    case dossier::SourceKind::kDocument: return Label::kDocument;
    case dossier::SourceKind::kInterview: return Label::kInterview;
    case dossier::SourceKind::kOther: break;
  }
  return Label::kOtherSource;
}

std::string counted(Counted what, Language language, std::uint64_t number) {
  const auto form = static_cast<std::size_t>(plural_form(language, number));
  return filled(kCounted[static_cast<std::size_t>(what)].forms[column(language)][form],
                {std::to_string(number)});
}

}  // namespace parley::desk
