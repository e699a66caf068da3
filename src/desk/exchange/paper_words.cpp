#include "desk/exchange/paper_words.hpp"

#include <algorithm>

#include "desk/report/labels.hpp"
#include "exchange/claim_sheet_texts.hpp"

namespace parley::desk {
namespace {

using document::Language;
using exchange::AnswerStatus;
using exchange::Bar;
using exchange::planning::Basis;
using exchange::planning::FirstClass;
using exchange::planning::Reason;

// In the order of kReportLanguages: en, ar, fr, ru, uk.
using Cells = std::array<std::string_view, kReportLanguages.size()>;

template <class Enum>
struct Entry {
  Enum of;
  Cells cells;
};

constexpr Entry<PaperWord> kWords[] = {
    {PaperWord::kSummary,
     {"Exchange of detained persons: summary", "تبادل الأشخاص المحتجزين: ملخص",
      "Échange de personnes détenues : récapitulatif", "Обмен задержанными лицами: сводка",
      "Обмін затриманими особами: зведення"}},
    {PaperWord::kAnnex,
     {"Annex to stage {0}: persons to be handed over", "ملحق المرحلة {0}: الأشخاص المقرر تسليمهم",
      "Annexe à l’étape {0} : personnes à remettre", "Приложение к этапу {0}: передаваемые лица",
      "Додаток до етапу {0}: особи, яких передають"}},
    {PaperWord::kManifest,
     {"Stage {0}: boarding manifest and receipt", "المرحلة {0}: كشف الركاب وإيصال الاستلام",
      "Étape {0} : liste d’embarquement et reçu", "Этап {0}: посадочная ведомость и расписка",
      "Етап {0}: посадкова відомість і розписка"}},
    {PaperWord::kDisputes,
     {"Names in dispute", "الأسماء محل الخلاف", "Noms contestés", "Спорные имена",
      "Спірні імена"}},
    {PaperWord::kMissing,
     {"What is missing", "ما ينقص", "Ce qui manque", "Чего недостаёт", "Чого бракує"}},
    {PaperWord::kWithoutPrejudice,
     {"This paper is without prejudice to the legal status of any person named in it.",
      "لا تمس هذه الوثيقة بالوضع القانوني لأي شخص يرد اسمه فيها.",
      "Le présent document ne préjuge pas du statut juridique des personnes qui y sont nommées.",
      "Настоящий документ не предрешает правового статуса поименованных в нём лиц.",
      "Цей документ не визначає правового статусу названих у ньому осіб."}},

    {PaperWord::kPlan, {"Plan", "الخطة", "Plan", "План", "План"}},
    {PaperWord::kForParty, {"For", "موجَّه إلى", "Destinataire", "Адресат", "Адресат"}},
    {PaperWord::kMadeFor,
     {"Day of the plan", "يوم الخطة", "Jour du plan", "День плана", "День плану"}},
    {PaperWord::kCheckpointAt,
     {"Record, number of entries", "السجل، عدد القيود", "Registre, nombre d’écritures",
      "Реестр, число записей", "Реєстр, кількість записів"}},
    {PaperWord::kAsPlanned,
     {"As planned on the day below. Not everything in it still stands; it is to be planned again.",
      "كما وُضعت الخطة في اليوم المذكور أدناه. لم يعد كل ما فيها قائماً، ويلزم وضع خطة جديدة.",
      "Tel que prévu au jour indiqué ci-dessous. Tout n’y est plus valable ; le plan est à refaire.",
      "По плану на указанный ниже день. Не всё в нём остаётся в силе; план подлежит пересмотру.",
      "За планом на вказаний нижче день. Не все в ньому лишається чинним; план слід скласти знову."}},
    {PaperWord::kTerms, {"Terms", "الشروط", "Conditions", "Условия", "Умови"}},
    {PaperWord::kPeople, {"Persons", "الأشخاص", "Personnes", "Лица", "Особи"}},
    {PaperWord::kStages, {"Stages", "المراحل", "Étapes", "Этапы", "Етапи"}},
    {PaperWord::kStage, {"Stage {0}", "المرحلة {0}", "Étape {0}", "Этап {0}", "Етап {0}"}},
    {PaperWord::kOutsideParity,
     {"Outside parity", "خارج التكافؤ", "Hors parité", "Вне паритета", "Поза паритетом"}},
    {PaperWord::kByRule,
     {"By the rule of the corridor", "وفق قاعدة الممر", "Selon la règle du couloir",
      "По правилу коридора", "За правилом коридору"}},
    {PaperWord::kHandsOver,
     {"{0} hands over to {1}", "{0}: تسليم إلى {1}", "{0} remet à {1}", "{0} передаёт: {1}",
      "{0} передає: {1}"}},
    {PaperWord::kHandedOverBy,
     {"Handed over by {0}", "الجهة المسلِّمة: {0}", "Remises par {0}", "Передаёт: {0}",
      "Передає: {0}"}},
    {PaperWord::kExposureOf,
     {"Exposure of {0}", "انكشاف: {0}", "Exposition : {0}", "Опережение: {0}",
      "Випередження: {0}"}},
    {PaperWord::kExposureMeans,
     {"Exposure: persons handed over in this and earlier stages, less those received in earlier "
      "stages.",
      "الانكشاف: عدد من سُلّموا في هذه المرحلة وما قبلها مطروحاً منه عدد من استُلموا في المراحل السابقة.",
      "Exposition : personnes remises à cette étape et aux précédentes, moins celles reçues aux "
      "étapes précédentes.",
      "Опережение: число переданных на этом и предыдущих этапах за вычетом полученных на "
      "предыдущих этапах.",
      "Випередження: кількість переданих на цьому й попередніх етапах мінус отримані на "
      "попередніх етапах."}},
    {PaperWord::kExposureMeansParity,
     {"Exposure: persons handed over by the rule of the corridor in this and earlier stages, less "
      "those received by it in earlier stages. Persons outside parity are not counted.",
      "الانكشاف: عدد من سُلّموا وفق قاعدة الممر في هذه المرحلة وما قبلها مطروحاً منه عدد من استُلموا وفقها "
      "في المراحل السابقة. لا يُحسب من هم خارج التكافؤ.",
      "Exposition : personnes remises selon la règle du couloir à cette étape et aux précédentes, "
      "moins celles reçues selon elle aux étapes précédentes. Les personnes hors parité ne sont pas "
      "comptées.",
      "Опережение: число переданных по правилу коридора на этом и предыдущих этапах за вычетом "
      "полученных по нему на предыдущих этапах. Лица вне паритета не учитываются.",
      "Випередження: кількість переданих за правилом коридору на цьому й попередніх етапах мінус "
      "отримані за ним на попередніх етапах. Осіб поза паритетом не враховано."}},
    {PaperWord::kWorstExposure,
     {"Greatest exposure", "أكبر انكشاف", "Exposition la plus forte", "Наибольшее опережение",
      "Найбільше випередження"}},
    {PaperWord::kBasis, {"Basis", "السند", "Fondement", "Основание", "Підстава"}},
    {PaperWord::kClassOfPeople, {"Class", "الفئة", "Catégorie", "Категория", "Категорія"}},
    {PaperWord::kFirstClasses,
     {"Who travels first, outside parity", "من يسافر أولاً خارج التكافؤ",
      "Qui part en premier, hors parité", "Кто следует первым, вне паритета",
      "Хто вирушає першим, поза паритетом"}},
    {PaperWord::kNobody, {"Nobody.", "لا أحد.", "Personne.", "Никого.", "Нікого."}},
    {PaperWord::kNotInThisPlan,
     {"Agreed, and not in this plan", "متفق عليهم وليسوا في هذه الخطة",
      "Convenus, hors de ce plan", "Согласованы, но не вошли в план",
      "Погоджені, але не ввійшли до плану"}},
    {PaperWord::kNotInThisPlanMeans,
     {"Names that you sought, agreed as held, that are not in this plan: {0}.",
      "أسماء طالبتم بها واتُّفق على أنها محتجزة ولا ترد في هذه الخطة: {0}.",
      "Noms que vous recherchez, convenus comme détenus, ne figurant pas dans ce plan : {0}.",
      "Разыскиваемые вами имена, согласованные как содержащиеся, не вошедшие в этот план: {0}.",
      "Розшукувані вами імена, погоджені як утримувані, що не ввійшли до цього плану: {0}."}},

    {PaperWord::kNumber, {"No.", "الرقم", "N°", "№", "№"}},
    {PaperWord::kYourNumber,
     {"Your sheet’s no.", "الرقم في كشفكم", "N° dans votre feuille", "№ в вашем листе",
      "№ у вашому аркуші"}},
    {PaperWord::kYourReference,
     {"Your reference", "رقمكم المرجعي", "Votre référence", "Ваш номер", "Ваш номер"}},
    {PaperWord::kName, {"Name", "الاسم", "Nom", "Имя", "Ім’я"}},
    {PaperWord::kMother, {"Mother", "الأم", "Mère", "Мать", "Мати"}},
    {PaperWord::kBorn, {"Born", "تاريخ الميلاد", "Naissance", "Рождение", "Народження"}},
    {PaperWord::kAbout, {"about {0}", "نحو {0}", "vers {0}", "около {0}", "близько {0}"}},
    {PaperWord::kAged,
     {"aged {0} on {1}", "العمر {0} في {1}", "{0} ans au {1}", "возраст {0} на {1}",
      "вік {0} на {1}"}},
    {PaperWord::kOrigin, {"From", "الأصل", "Origine", "Откуда", "Звідки"}},
    {PaperWord::kClaimant,
     {"Sought by", "الجهة المطالبة", "Recherché par", "Разыскивает", "Розшукує"}},
    {PaperWord::kHolder,
     {"Asked of", "الجهة المسؤولة", "Demandé à", "Запрошено у", "Запитано в"}},
    {PaperWord::kClaimantSays,
     {"The claimant says", "تقول الجهة المطالبة", "Le demandeur dit", "Заявитель сообщает",
      "Заявник повідомляє"}},
    {PaperWord::kHolderSays,
     {"The party asked says", "تقول الجهة المسؤولة", "La partie interrogée dit",
      "Запрошенная сторона сообщает", "Запитана сторона повідомляє"}},
    {PaperWord::kState, {"State", "الحالة", "État", "Состояние", "Стан"}},
    {PaperWord::kReason, {"Reason", "السبب", "Motif", "Причина", "Причина"}},
    {PaperWord::kCount, {"Number", "العدد", "Nombre", "Число", "Кількість"}},

    {PaperWord::kPresent,
     {"Present", "حاضر", "Présent", "На месте", "На місці"}},
    {PaperWord::kInterviewed,
     {"Interviewed", "أُجريت المقابلة", "Entretien", "Беседа", "Бесіда"}},
    {PaperWord::kFit,
     {"Fit to travel", "لائق للسفر", "Apte au voyage", "Может ехать", "Може їхати"}},
    {PaperWord::kBoarded, {"Boarded", "صعد", "Embarqué", "Посадка", "Посадка"}},
    {PaperWord::kReceived, {"Received", "استُلم", "Reçu", "Принят", "Прийнято"}},
    {PaperWord::kReceipt,
     {"Receipt", "إيصال الاستلام", "Reçu de remise", "Расписка", "Розписка"}},
    {PaperWord::kReceiptText,
     {"The persons marked above as received were handed over by {0} and received by {1}.",
      "سلّم الطرفُ {0} الأشخاصَ المؤشر أعلاه باستلامهم، واستلمهم الطرفُ {1}.",
      "Les personnes marquées ci-dessus comme reçues ont été remises par {0} et reçues par {1}.",
      "Лица, отмеченные выше как принятые, переданы стороной {0} и приняты стороной {1}.",
      "Особи, позначені вище як прийняті, передані стороною {0} і прийняті стороною {1}."}},
    {PaperWord::kSignatures,
     {"Signatures", "التوقيعات", "Signatures", "Подписи", "Підписи"}},
    {PaperWord::kFor, {"For", "عن", "Pour", "За", "За"}},
    {PaperWord::kSignatory,
     {"Name and office", "الاسم والصفة", "Nom et qualité", "Имя и должность",
      "Ім’я та посада"}},
    {PaperWord::kSignature, {"Signature", "التوقيع", "Signature", "Подпись", "Підпис"}},
    {PaperWord::kDateAndPlace,
     {"Date and place", "التاريخ والمكان", "Date et lieu", "Дата и место", "Дата й місце"}},
    {PaperWord::kIntermediary,
     {"The intermediary", "الوسيط", "L’intermédiaire", "Посредник", "Посередник"}},
    {PaperWord::kCommittee,
     {"before the committee", "أمام اللجنة", "devant le comité", "на рассмотрении комитета",
      "на розгляді комітету"}},

    {PaperWord::kDisputesIntro,
     {"What each side says, side by side; neither is preferred.",
      "ما يقوله كل طرف جنباً إلى جنب دون ترجيح.",
      "Ce que dit chaque partie, côte à côte, sans préférence.",
      "Что говорит каждая сторона, рядом и без предпочтения.",
      "Що говорить кожна сторона, поруч і без переваги."}},
    {PaperWord::kNoDisputes,
     {"No name is in dispute.", "لا يوجد اسم محل خلاف.", "Aucun nom n’est contesté.",
      "Спорных имён нет.", "Спірних імен немає."}},
    {PaperWord::kMissingIntro,
     {"Names that wait for somebody’s word. None of them is closed by waiting.",
      "أسماء تنتظر رداً من جهة ما. لا يُغلق أي منها بمرور الوقت.",
      "Noms en attente de la parole de quelqu’un. L’attente n’en clôt aucun.",
      "Имена, по которым ожидается чьё-либо слово. Ожидание ни одно из них не закрывает.",
      "Імена, щодо яких очікують чийогось слова. Очікування жодного з них не закриває."}},
    {PaperWord::kNothingMissing,
     {"Nothing is missing.", "لا ينقص شيء.", "Rien ne manque.", "Всё получено.",
      "Усе отримано."}},
    {PaperWord::kWhereaboutsUnknown,
     {"whereabouts unknown", "المصير مجهول", "sort inconnu", "местонахождение неизвестно",
      "місцеперебування невідоме"}},
    {PaperWord::kAnswerAwaited,
     {"answer awaited", "في انتظار الإفادة", "réponse attendue", "ожидается ответ",
      "очікується відповідь"}},
    {PaperWord::kRemarkAwaited,
     {"remark awaited", "في انتظار الملاحظة", "remarque attendue", "ожидается замечание",
      "очікується зауваження"}},
    {PaperWord::kFinalReplyAwaited,
     {"final reply awaited", "في انتظار الرد النهائي", "réponse finale attendue",
      "ожидается окончательный ответ", "очікується остаточна відповідь"}},
    {PaperWord::kNotPutYet,
     {"not yet put", "لم يُعرض بعد", "pas encore soumis", "ещё не передано",
      "ще не передано"}},
    {PaperWord::kContestedWord,
     {"contested", "معترَض عليه", "contesté", "оспорено", "оскаржено"}},
    {PaperWord::kMaintainsHeldBy,
     {"maintains that the person is held by {0}", "تتمسك بأن الشخص محتجز لدى {0}",
      "maintient que la personne est détenue par {0}", "настаивает: лицо удерживает {0}",
      "наполягає: особу утримує {0}"}},
    {PaperWord::kSettled,
     {"Settled by the committee", "ما بتّت فيه اللجنة", "Réglés par le comité",
      "Решено комитетом", "Вирішено комітетом"}},
    {PaperWord::kSettledAs, {"Settled as", "قرار اللجنة", "Réglé comme", "Решение", "Рішення"}},
    {PaperWord::kSettledMeans,
     {"What was in dispute, and how the committee settled it. Neither side’s word is changed by it.",
      "ما كان محل خلاف وكيف بتّت فيه اللجنة. لا يغيّر ذلك ما قاله أي طرف.",
      "Ce qui était contesté, et comment le comité l’a réglé. La parole d’aucune partie n’en est "
      "changée.",
      "Что было спорным и как это решил комитет. Слово каждой стороны остаётся прежним.",
      "Що було спірним і як це вирішив комітет. Слово кожної сторони лишається незмінним."}},
    {PaperWord::kAcceptedWord, {"accepted", "مقبول", "accepté", "принято", "прийнято"}},
    {PaperWord::kWhyNot,
     {"Why the others are not in it", "لماذا لا يرد الآخرون فيها",
      "Pourquoi les autres n’y figurent pas", "Почему остальные не вошли",
      "Чому решта не ввійшли"}},
    {PaperWord::kWhyNotMeans,
     {"For the desk alone.", "لمكتب الوسيط وحده.", "Réservé au bureau du médiateur.",
      "Только для аппарата посредника.", "Лише для апарату посередника."}},
    {PaperWord::kUnlocks,
     {"The smallest changes that would free more", "أصغر التغييرات التي تتيح الإفراج عن المزيد",
      "Les plus petits changements qui libéreraient davantage",
      "Наименьшие изменения, которые позволят освободить больше",
      "Найменші зміни, які дали б змогу звільнити більше"}},
    {PaperWord::kUnlockPersons,
     {"{0} more agreed persons held by {1} and sought by {2}: {3} more would go",
      "إضافة {0} من المتفق عليهم لدى {1} ضمن مطالبة {2}: يزيد عدد المسافرين بمقدار {3}",
      "{0} personnes convenues de plus, détenues par {1} et recherchées par {2} : {3} de plus "
      "partiraient",
      "ещё {0} согласованных лиц (держит {1}, разыскивает {2}): поедут ещё {3}",
      "ще {0} погоджених осіб (утримує {1}, розшукує {2}): поїдуть ще {3}"}},
    {PaperWord::kUnlockStages,
     {"{0} more stages: {1} more would go",
      "زيادة عدد المراحل بمقدار {0}: يزيد عدد المسافرين بمقدار {1}",
      "{0} étapes de plus : {1} de plus partiraient", "ещё этапов: {0}; поедут ещё {1}",
      "ще етапів: {0}; поїдуть ще {1}"}},
    {PaperWord::kUnlockCeiling,
     {"A ceiling higher by {0} for {1}: {2} more would go",
      "رفع السقف بمقدار {0} للطرف {1}: يزيد عدد المسافرين بمقدار {2}",
      "Un plafond relevé de {0} pour {1} : {2} de plus partiraient",
      "Потолок выше на {0} для {1}: поедут ещё {2}",
      "Стеля вища на {0} для {1}: поїдуть ще {2}"}},
    {PaperWord::kUnlockCapacity,
     {"{0} more places each way between {1} and {2}: {3} more would go",
      "زيادة المقاعد بمقدار {0} في كل اتجاه بين {1} و{2}: يزيد عدد المسافرين بمقدار {3}",
      "{0} places de plus dans chaque sens entre {1} et {2} : {3} de plus partiraient",
      "ещё {0} мест в каждую сторону между {1} и {2}: поедут ещё {3}",
      "ще {0} місць у кожен бік між {1} і {2}: поїдуть ще {3}"}},
    {PaperWord::kProved,
     {"No plan under these terms frees more: proved.",
      "لا توجد خطة بهذه الشروط تتيح الإفراج عن عدد أكبر: ثابت بالبرهان.",
      "Aucun plan sous ces conditions ne libère davantage : prouvé.",
      "Ни один план на этих условиях не освобождает больше: доказано.",
      "Жоден план на цих умовах не звільняє більше: доведено."}},
    {PaperWord::kNotProved,
     {"That no plan frees more is not proved.", "لم يثبت أنه لا توجد خطة تتيح المزيد.",
      "Il n’est pas prouvé qu’aucun plan ne libère davantage.",
      "Не доказано, что ни один план не освобождает больше.",
      "Не доведено, що жоден план не звільняє більше."}},
};
static_assert(std::size(kWords) == kPaperWordCount);

constexpr Entry<FirstClass> kClasses[] = {
    {FirstClass::kWoundedOrSick,
     {"wounded or sick", "الجرحى والمرضى", "blessés ou malades", "раненые и больные",
      "поранені та хворі"}},
    {FirstClass::kChild, {"children", "الأطفال", "enfants", "дети", "діти"}},
    {FirstClass::kWomanPregnantOrInfant,
     {"pregnant women and mothers of infants", "الحوامل وأمهات الرضّع",
      "femmes enceintes et mères de nourrissons", "беременные и матери младенцев",
      "вагітні та матері немовлят"}},
    {FirstClass::kCivilian, {"civilians", "المدنيون", "civils", "гражданские лица", "цивільні"}},
    {FirstClass::kElderly,
     {"elderly persons", "كبار السن", "personnes âgées", "пожилые люди", "люди похилого віку"}},
    {FirstClass::kOther,
     {"others whom the terms name", "آخرون تحددهم الشروط", "autres désignés par les conditions",
      "другие по условиям", "інші за умовами"}},
};

constexpr Entry<Basis> kBases[] = {
    {Basis::kLaw, {"law", "القانون", "droit", "право", "право"}},
    {Basis::kAgreement, {"agreement", "الاتفاق", "accord", "соглашение", "угода"}},
    {Basis::kPolicy, {"policy", "السياسة المتبعة", "politique", "политика", "політика"}},
};

constexpr Entry<Bar> kBarWords[] = {
    {Bar::kNotAgreed,
     {"not agreed by both sides", "غير متفق عليه", "pas convenu", "не согласовано",
      "не погоджено"}},
    {Bar::kNotHeld,
     {"agreed, but not as held", "متفق عليه لكن ليس كمحتجز", "convenu, mais pas comme détenu",
      "согласовано, но не как содержащийся", "погоджено, але не як утримуваний"}},
    {Bar::kDead,
     {"reported dead", "أُبلغ عن وفاته", "signalé décédé", "сообщено о смерти",
      "повідомлено про смерть"}},
    {Bar::kAtLiberty, {"at liberty", "طليق", "en liberté", "на свободе", "на волі"}},
    {Bar::kDoesNotTravel,
     {"does not travel", "لا يسافر", "ne part pas", "не едет", "не їде"}},
    {Bar::kNotConfirmed,
     {"identity not confirmed by two keys", "لم تؤكد الهوية بمفتاحين",
      "identité non confirmée par deux clés", "личность не подтверждена двумя ключами",
      "особу не підтверджено двома ключами"}},
    {Bar::kSamePerson,
     {"the same person as an earlier claim", "الشخص نفسه في مطالبة سابقة",
      "même personne qu’une demande antérieure", "то же лицо, что в более раннем запросе",
      "та сама особа, що в ранішому запиті"}},
    {Bar::kNoParty,
     {"no party of the terms", "لا طرف في الشروط", "aucune partie des conditions",
      "нет стороны в условиях", "немає сторони в умовах"}},
    {Bar::kDifferentPerson,
     {"a key says: another person", "مفتاح يقول: شخص آخر", "une clé dit : une autre personne",
      "по слову одного ключа — другое лицо", "за словом одного ключа — інша особа"}},
    {Bar::kWithdrawn,
     {"claim withdrawn", "سُحبت المطالبة", "demande retirée", "запрос отозван",
      "запит відкликано"}},
};
static_assert(std::size(kBarWords) == exchange::kBarCount);

constexpr Entry<Reason> kReasons[] = {
    {Reason::kNotAgreed,
     {"not agreed", "غير متفق عليه", "pas convenu", "не согласовано", "не погоджено"}},
    {Reason::kRefuses, {"does not travel", "لا يسافر", "ne part pas", "не едет", "не їде"}},
    {Reason::kWillNotRelease,
     {"the holder will not release", "لن يُفرج عنه", "ne sera pas libéré",
      "сторона не освобождает", "сторона не звільняє"}},
    {Reason::kNoCorridor,
     {"no corridor in the terms", "لا ممر في الشروط", "pas de couloir dans les conditions",
      "нет коридора в условиях", "немає коридору в умовах"}},
    {Reason::kParity,
     {"the other side’s list is shorter", "قائمة الطرف الآخر أقصر",
      "la liste de l’autre partie est plus courte", "список другой стороны короче",
      "список іншої сторони коротший"}},
    {Reason::kCapacity,
     {"the corridor carries no more", "لا يتسع الممر لأكثر", "le couloir n’a plus de place",
      "коридор не вмещает больше", "коридор не вміщує більше"}},
    {Reason::kCeiling,
     {"a side would be further ahead than agreed", "يتجاوز أحد الطرفين السقف المتفق عليه",
      "une partie dépasserait le plafond convenu", "сторона превысит согласованный потолок",
      "сторона перевищить погоджену стелю"}},
};

std::string_view find_in(const Cells& cells, Language language) {
  const auto at = std::find(kReportLanguages.begin(), kReportLanguages.end(), language);
  return cells[at == kReportLanguages.end() ? 0
                                            : static_cast<std::size_t>(at - kReportLanguages.begin())];
}

template <class Enum, std::size_t N>
std::string_view find(const Entry<Enum> (&table)[N], Enum wanted, Language language) {
  for (const Entry<Enum>& entry : table) {
    if (entry.of == wanted) return find_in(entry.cells, language);
  }
  return "?";
}

}  // namespace

std::string_view paper_word(PaperWord word, Language language) {
  return find(kWords, word, language);
}

std::string paper_word(PaperWord word, Language language,
                       std::initializer_list<std::string_view> values) {
  std::string out;
  const std::string_view text = paper_word(word, language);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}') {
      out += values.begin()[text[i + 1] - '0'];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string_view words_of(AnswerStatus status, Language language) {
  // Those of the sheets: a party reads one word for one thing.
  return find_in(exchange::status_words(status), language);
}
std::string_view words_of(FirstClass first, Language language) {
  return find(kClasses, first, language);
}
std::string_view words_of(Basis basis, Language language) { return find(kBases, basis, language); }
std::string_view words_of(Bar bar, Language language) { return find(kBarWords, bar, language); }
std::string_view words_of(Reason reason, Language language) {
  return find(kReasons, reason, language);
}

}  // namespace parley::desk
