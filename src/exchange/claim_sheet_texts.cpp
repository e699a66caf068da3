#include "exchange/claim_sheet_texts.hpp"

namespace parley::exchange {
namespace {

// Every table is in the order of its enumeration: a test counts, and reads each word back.

constexpr std::array<InLanguages, kSheetColumnCount> kColumns = {{
    {"No.", "الرقم", "N°", "№", "№ з/п"},
    {"Round", "الجولة", "Tour", "Раунд", "Тур"},
    {"Their answer", "إفادة الطرف الآخر", "Réponse de l’autre partie", "Ответ другой стороны",
     "Відповідь іншої сторони"},
    {"Their final reply", "الرد النهائي للطرف الآخر", "Réplique finale de l’autre partie",
     "Окончательный ответ другой стороны", "Остаточна відповідь іншої сторони"},
    {"Date of that answer’s event", "تاريخ الواقعة المذكورة في الإفادة",
     "Date du fait mentionné dans la réponse", "Дата события, указанного в ответе",
     "Дата події, зазначеної у відповіді"},
    {"Your earlier answer", "إفادتكم السابقة", "Votre réponse précédente", "Ваш предыдущий ответ",
     "Ваша попередня відповідь"},
    {"Date you gave", "التاريخ الذي ذكرتموه", "Date que vous avez donnée", "Указанная вами дата",
     "Зазначена вами дата"},
    {"Answer", "الإفادة", "Réponse", "Ответ", "Відповідь"},
    {"Remark", "الملاحظة", "Observation", "Замечание", "Зауваження"},
    {"Final reply", "الرد النهائي", "Réplique finale", "Окончательный ответ",
     "Остаточна відповідь"},
    {"Last remark", "الملاحظة الأخيرة", "Dernière observation", "Последнее замечание",
     "Останнє зауваження"},
    {"Date", "التاريخ", "Date de l’événement", "Дата", "Дата події"},
    {"To whom or held by whom", "الجهة المنقول إليها أو المحتجِزة", "À qui ou par qui",
     "Кому передан(а) или кем удерживается", "Кому передано або ким утримується"},
    {"Cause of death", "سبب الوفاة", "Cause du décès", "Причина смерти", "Причина смерті"},
    {"Place of burial", "مكان الدفن", "Lieu d’inhumation", "Место захоронения", "Місце поховання"},
    {"Note", "ملحوظة", "Note", "Примечание", "Примітка"},
    {"Your reference", "مرجعكم", "Votre référence", "Ваш номер дела", "Ваш номер справи"},
}};

constexpr std::array<InLanguages, kFieldCount> kFields = {{
    {"Reference on the list", "الرقم في القائمة", "Référence sur la liste", "Номер в списке",
     "Номер у списку"},
    {"ICRC reference", "رقم اللجنة الدولية للصليب الأحمر", "Référence du CICR", "Номер МККК",
     "Номер МКЧХ"},
    {"Name", "الاسم الكامل", "Nom complet", "ФИО", "ПІБ"},
    {"Given name", "الاسم", "Prénom", "Имя", "Ім’я"},
    {"Father’s name", "اسم الأب", "Nom du père", "Имя отца или отчество",
     "Ім’я батька або по батькові"},
    {"Grandfather’s name", "اسم الجد", "Nom du grand-père", "Имя деда", "Ім’я діда"},
    {"Family name", "اللقب أو الكنية العائلية", "Nom de famille", "Фамилия", "Прізвище"},
    {"Mother’s name", "اسم الأم", "Nom de la mère", "Имя матери", "Ім’я матері"},
    {"Other names in use", "الكنية أو الاسم الحركي", "Surnom ou nom de guerre",
     "Прозвище или позывной", "Прізвисько або позивний"},
    {"Name given at arrest", "الاسم المعطى عند التوقيف", "Nom donné lors de l’arrestation",
     "Имя, названное при задержании", "Ім’я, назване під час затримання"},
    {"Name, another spelling", "الاسم بكتابة أخرى", "Nom, autre graphie", "ФИО, другое написание",
     "ПІБ, інше написання"},
    {"Sex", "الجنس", "Sexe", "Пол", "Стать"},
    {"Date of birth", "تاريخ الميلاد", "Date de naissance", "Дата рождения", "Дата народження"},
    {"Age", "العمر", "Âge", "Возраст", "Вік"},
    {"Place of birth", "مكان الميلاد", "Lieu de naissance", "Место рождения", "Місце народження"},
    {"Origin", "الأصل", "Origine", "Происхождение", "Походження"},
    {"Nationality", "الجنسية", "Nationalité", "Гражданство", "Громадянство"},
    {"Identity papers", "وثائق الهوية", "Pièces d’identité", "Документы", "Документи"},
    {"Force", "القوة", "Force", "Вооружённое формирование", "Збройне формування"},
    {"Unit", "الوحدة", "Unité", "Подразделение", "Підрозділ"},
    {"Rank", "الرتبة", "Grade", "Звание", "Звання"},
    {"Service number", "الرقم العسكري", "Matricule", "Личный номер", "Особистий номер"},
    {"Captured or last seen on", "تاريخ القبض أو آخر مشاهدة",
     "Date de capture ou de dernière apparition",
     "Дата задержания или когда видели в последний раз",
     "Дата затримання або коли бачили востаннє"},
    {"Place of capture or last sighting", "مكان القبض أو آخر مشاهدة",
     "Lieu de capture ou de dernière apparition", "Место задержания или где видели в последний раз",
     "Місце затримання або де бачили востаннє"},
    {"Source of the sighting", "مصدر المعلومة", "Source de l’information", "Источник сведений",
     "Джерело відомостей"},
    {"Alleged holder", "الجهة المحتجِزة المفترضة", "Détenteur présumé", "Предполагаемый держатель",
     "Імовірний утримувач"},
    {"Place of detention", "مكان الاحتجاز", "Lieu de détention", "Место содержания",
     "Місце утримання"},
    {"Companions", "المرافقون", "Compagnons", "Вместе с кем", "Разом із ким"},
    {"Health", "الحالة الصحية", "État de santé", "Состояние здоровья", "Стан здоров’я"},
    {"Family contact", "جهة الاتصال من العائلة", "Contact de la famille", "Контакт семьи",
     "Контакт родини"},
    {"Word used for the person", "الصفة المستعملة", "Qualité employée", "Употребляемое обозначение",
     "Уживане позначення"},
    {"Consent to forward", "الموافقة على الإحالة", "Accord de transmission", "Согласие на передачу",
     "Згода на передання"},
    {"Died on, as listed", "تاريخ الوفاة في القائمة", "Décès selon la liste",
     "Дата смерти по списку", "Дата смерті за списком"},
    {"Burial, as listed", "الدفن حسب القائمة", "Inhumation selon la liste", "Захоронение по списку",
     "Поховання за списком"},
    {"Note on the list", "ملاحظة القائمة", "Note de la liste", "Примечание списка",
     "Примітка списку"},
}};

// Neither "by us" nor "by them": the same word stands in both sides' sheets.
constexpr std::array<InLanguages, kAnswerStatuses.size()> kStatuses = {{
    {"Held", "محتجز", "Détention confirmée", "Удерживается", "Утримується"},
    {"Held, withheld from exchange", "محتجز ومستثنى من التبادل",
     "Détention confirmée, hors échange", "Удерживается, к обмену не предлагается",
     "Утримується, до обміну не пропонується"},
    {"Held by another", "محتجز لدى جهة أخرى", "Détention par un tiers",
     "Удерживается другой стороной", "Утримується іншою стороною"},
    {"Not held", "غير محتجز", "Aucune détention", "Не удерживается", "Не утримується"},
    {"Not known", "غير معروف", "Personne inconnue", "Сведений нет", "Відомостей немає"},
    {"Died", "متوفى", "Décès", "Смерть", "Смерть"},
    {"Released", "أُفرج عنه", "Libération", "Освобождение", "Звільнення"},
    {"Released unilaterally", "أُفرج عنه من جانب واحد", "Libération unilatérale",
     "Освобождение в одностороннем порядке", "Звільнення в односторонньому порядку"},
    {"Escaped", "فرّ من الاحتجاز", "Évasion", "Побег", "Втеча"},
    {"Transferred to another", "نُقل إلى جهة أخرى", "Transfert à un tiers",
     "Передача другой стороне", "Передання іншій стороні"},
    {"Duplicate of another name", "اسم مكرر", "Doublon", "Повтор другого имени",
     "Повтор іншого імені"},
    {"Not enough to identify the person", "بيانات غير كافية لتحديد الهوية",
     "Identification insuffisante", "Недостаточно данных для установления личности",
     "Недостатньо даних для встановлення особи"},
}};

constexpr std::array<InLanguages, 2> kStances = {{
    {"Accepted", "مقبول", "Acceptation", "Принято", "Прийнято"},
    {"Contested", "معترَض عليه", "Contestation", "Оспаривается", "Оскаржується"},
}};

constexpr std::array<InLanguages, kSheetTextCount> kTexts = {{
    {"Names", "الأسماء", "Noms", "Имена", "Імена"},
    {"Names of persons sought by {0}, for the answer of {1}",
     "أسماء أشخاص ترد في مطالبة {0}، معروضة على {1} للإفادة عنهم",
     "Personnes recherchées par {0}, soumises à la réponse de {1}",
     "Имена лиц, разыскиваемых стороной: {0}. Для ответа: {1}",
     "Імена осіб, яких розшукує сторона: {0}. Для відповіді: {1}"},
    {"Answers on the names sought by {0}, for the remarks of {1}",
     "الإفادات عن الأسماء الواردة في مطالبة {0}، معروضة على {1} لإبداء الملاحظات",
     "Réponses sur les noms recherchés par {0}, soumises aux observations de {1}",
     "Ответы по именам, разыскиваемым стороной: {0}. Для замечаний: {1}",
     "Відповіді щодо імен, яких розшукує сторона: {0}. Для зауважень: {1}"},
    {"Contested answers on the names sought by {0}, for the final reply of {1}",
     "الإفادات المعترَض عليها بشأن الأسماء الواردة في مطالبة {0}، معروضة على {1} للرد النهائي",
     "Réponses contestées sur les noms recherchés par {0}, soumises à la réplique finale de {1}",
     "Оспариваемые ответы по именам, разыскиваемым стороной: {0}. Для окончательного ответа: {1}",
     "Оскаржувані відповіді щодо імен, яких розшукує сторона: {0}. Для остаточної відповіді: {1}"},
    {"Final replies on the names sought by {0}, for the last remarks of {1}",
     "الردود النهائية بشأن الأسماء الواردة في مطالبة {0}، معروضة على {1} لإبداء الملاحظات الأخيرة",
     "Répliques finales sur les noms recherchés par {0}, soumises aux dernières observations de "
     "{1}",
     "Окончательные ответы по именам, разыскиваемым стороной: {0}. Для последних замечаний: {1}",
     "Остаточні відповіді щодо імен, яких розшукує сторона: {0}. Для останніх зауважень: {1}"},
    {"Reminder: these names are still awaited.", "تذكير: ما زال الرد على هذه الأسماء منتظراً.",
     "Rappel : ces noms sont toujours en attente.", "Напоминание: по этим именам ответа ещё нет.",
     "Нагадування: щодо цих імен відповіді ще немає."},
    {"To be returned by: {0}", "آخر موعد للإعادة: {0}", "À retourner au plus tard le : {0}",
     "Вернуть не позднее: {0}", "Повернути не пізніше: {0}"},
    {"In the column “{0}”, choose one answer from the list for each name, and fill in the other "
     "tinted columns where they apply. A name may be left open. Rows may be sorted.",
     "في العمود «{0}» اختاروا من القائمة إفادة واحدة لكل اسم، واملأوا الأعمدة الملوّنة الأخرى عند "
     "الاقتضاء. يجوز ترك اسم دون إفادة، ويجوز ترتيب الصفوف.",
     "Dans la colonne « {0} », choisissez une réponse dans la liste pour chaque nom et remplissez "
     "les "
     "autres colonnes teintées s’il y a lieu. Un nom peut rester ouvert. Les lignes peuvent être "
     "triées.",
     "В столбце «{0}» выберите для каждого имени один ответ из списка и заполните, где нужно, "
     "остальные закрашенные столбцы. Имя можно оставить без ответа. Строки можно сортировать.",
     "У стовпці «{0}» виберіть для кожного імені одну відповідь зі списку та заповніть, де "
     "потрібно, "
     "решту зафарбованих стовпців. Ім’я можна залишити без відповіді. Рядки можна сортувати."},
    {"In the column “{0}”, accept or contest the answer on each name, and say why in the note if "
     "you "
     "wish. A name may be left open. Rows may be sorted.",
     "في العمود «{0}» اقبلوا الإفادة عن كل اسم أو اعترضوا عليها، ويمكن ذكر السبب في الملحوظة. يجوز "
     "ترك اسم دون ملاحظة، ويجوز ترتيب الصفوف.",
     "Dans la colonne « {0} », acceptez ou contestez la réponse sur chaque nom ; la note peut dire "
     "pourquoi. Un nom peut rester ouvert. Les lignes peuvent être triées.",
     "В столбце «{0}» примите или оспорьте ответ по каждому имени; причину можно указать в "
     "примечании. Имя можно оставить без замечания. Строки можно сортировать.",
     "У стовпці «{0}» прийміть або оскаржте відповідь щодо кожного імені; причину можна зазначити "
     "в "
     "примітці. Ім’я можна залишити без зауваження. Рядки можна сортувати."},
    {"A death is not passed on to the other side before the family has been told.",
     "لا تُبلَّغ الوفاة إلى الطرف الآخر قبل إخطار العائلة.",
     "Un décès n’est pas communiqué à l’autre partie avant que la famille ait été informée.",
     "О смерти не сообщается другой стороне, пока не извещена семья.",
     "Про смерть не повідомляють іншу сторону, доки не сповіщено родину."},
    {"Leave the columns “{0}” and “{1}” as they are: by them each row is found again.",
     "يُرجى عدم تغيير العمودين «{0}» و«{1}»: فبهما يُعثر على كل صف عند الإعادة.",
     "Ne modifiez pas les colonnes « {0} » et « {1} » : elles servent à retrouver chaque ligne.",
     "Не изменяйте столбцы «{0}» и «{1}»: по ним находят каждую строку.",
     "Не змінюйте стовпців «{0}» і «{1}»: за ними знаходять кожен рядок."},
    {"Without prejudice to the status of any person named here.",
     "دون المساس بالوضع القانوني لأي شخص مذكور هنا.",
     "Sans préjudice du statut de toute personne nommée ici.",
     "Без ущерба для статуса любого из названных здесь лиц.",
     "Без шкоди для статусу будь-якої з названих тут осіб."},
    {"families and their associations", "عائلات وجمعياتها", "des familles et leurs associations",
     "семьи и их объединения", "родини та їхні об’єднання"},
    {" and ", " و", " et ", " и ", " та "},
    {"This cell stays as it is. Answers go in the tinted columns.",
     "تبقى هذه الخانة كما هي. تُكتب الإفادات في الأعمدة الملوّنة.",
     "Cette cellule reste telle quelle. Les réponses vont dans les colonnes teintées.",
     "Эта ячейка остаётся как есть. Ответы пишутся в закрашенных столбцах.",
     "Ця клітинка лишається як є. Відповіді пишуть у зафарбованих стовпцях."},
    {"Without prejudice to status", "دون المساس بالوضع القانوني", "Sans préjudice du statut",
     "Без ущерба для статуса", "Без шкоди для статусу"},
}};

}  // namespace

const InLanguages& column_words(SheetColumn column) {
  return kColumns[static_cast<std::size_t>(column)];
}
const InLanguages& field_headers(Field field) { return kFields[static_cast<std::size_t>(field)]; }
const InLanguages& status_words(AnswerStatus status) {
  return kStatuses[static_cast<std::size_t>(status)];
}
const InLanguages& stance_words(Stance stance) {
  return kStances[static_cast<std::size_t>(stance)];
}
const InLanguages& text_words(SheetText text) { return kTexts[static_cast<std::size_t>(text)]; }

}  // namespace parley::exchange
