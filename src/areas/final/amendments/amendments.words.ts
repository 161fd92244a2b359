// The words of amendments: their acts, forms, duties, the page that lists them and shows one with its redline.
import type { Words } from '../../../kit/words.ts';

export const AMENDMENTS_WORDS: Words = {
  'amend.kind.proposed': {
    en: '{side} proposes an amendment',
    uk: '{side} пропонує зміни',
    sq: '{side} propozon një ndryshim',
  },
  'amend.kind.countered': {
    en: '{side} answers with a text of its own',
    uk: '{side} відповідає зустрічною пропозицією',
    sq: '{side} përgjigjet me një kundërpropozim',
  },
  'amend.kind.agreed': {
    en: '{side} accepts the text of an amendment',
    uk: '{side} приймає текст змін',
    sq: '{side} pranon tekstin e një ndryshimi',
  },
  'amend.kind.withdrawn': {
    en: '{side} withdraws its text of an amendment',
    uk: '{side} відкликає свій текст змін',
    sq: '{side} tërheq tekstin e vet të një ndryshimi',
  },
  'amend.kind.effected': {
    en: '{side} states the day of effect of an amendment',
    uk: '{side} визначає день набуття чинності змінами',
    sq: '{side} përcakton ditën e hyrjes në fuqi të një ndryshimi',
  },
  'amend.do.propose': { en: 'Propose an amendment', uk: 'Запропонувати зміни', sq: 'Propozoni një ndryshim' },
  'amend.do.counter': {
    en: 'Answer with a text of your own',
    uk: 'Відповісти зустрічною пропозицією',
    sq: 'Përgjigjuni me kundërpropozim',
  },
  'amend.do.agree': { en: 'Accept this text', uk: 'Прийняти цей текст', sq: 'Pranoni këtë tekst' },
  'amend.do.withdraw': { en: 'Withdraw this text', uk: 'Відкликати цей текст', sq: 'Tërhiqni këtë tekst' },
  'amend.do.effect': {
    en: 'State the day of effect',
    uk: 'Визначити день набуття чинності',
    sq: 'Përcaktoni ditën e hyrjes në fuqi',
  },
  'amend.duty.answer': {
    en: 'answer the amendment proposed: accept it or put forward a text of your own',
    uk: 'відповісти на запропоновані зміни: прийняти або подати власний текст',
    sq: 'përgjigjuni ndryshimit të propozuar: pranojeni ose jepni tekstin tuaj',
  },
  'amend.duty.effect': {
    en: 'state the day of effect, which the other side has stated',
    uk: 'визначити день набуття чинності, який інша сторона вже визначила',
    sq: 'përcaktoni ditën e hyrjes në fuqi, të cilën pala tjetër e ka përcaktuar',
  },

  'amend.field.title': { en: 'What the amendment is called', uk: 'Назва змін', sq: 'Emri i ndryshimit' },
  'amend.field.from': { en: 'Day of effect', uk: 'День набуття чинності', sq: 'Dita e hyrjes në fuqi' },
  'amend.help.from': {
    en: 'Leave it empty where a later act of both sides is to state the day.',
    uk: 'Залиште порожнім, якщо день визначить пізніший акт обох сторін.',
    sq: 'Lëreni bosh nëse ditën do ta përcaktojë një akt i mëvonshëm i të dyja palëve.',
  },
  'amend.field.order': { en: 'Order on that day', uk: 'Черговість того дня', sq: 'Radha atë ditë' },
  'amend.help.order': {
    en: 'Which amendment goes first where several take effect on one day: 1 before 2.',
    uk: 'Які зміни йдуть першими, якщо кілька набувають чинності одного дня: 1 перед 2.',
    sq: 'Cili ndryshim vjen i pari kur disa hyjnë në fuqi në një ditë: 1 para 2.',
  },
  'amend.field.op-1': { en: 'Instruction 1', uk: 'Припис 1', sq: 'Udhëzimi 1' },
  'amend.field.op-2': { en: 'Instruction 2', uk: 'Припис 2', sq: 'Udhëzimi 2' },
  'amend.field.op-3': { en: 'Instruction 3', uk: 'Припис 3', sq: 'Udhëzimi 3' },
  'amend.field.op-4': { en: 'Instruction 4', uk: 'Припис 4', sq: 'Udhëzimi 4' },
  'amend.op.none': { en: 'none', uk: 'немає', sq: 'asnjë' },
  'amend.op.replace': {
    en: 'replace a paragraph',
    uk: 'викласти пункт у новій редакції',
    sq: 'zëvendësoni një paragraf',
  },
  'amend.op.insert': { en: 'insert a paragraph', uk: 'доповнити пунктом', sq: 'shtoni një paragraf' },
  'amend.op.repeal': { en: 'repeal a paragraph', uk: 'виключити пункт', sq: 'shfuqizoni një paragraf' },
  'amend.op.annex': { en: 'add an annex', uk: 'додати додаток', sq: 'shtoni një shtojcë' },
  'amend.field.id': { en: 'Which', uk: 'Який', sq: 'Cili' },
  'amend.help.id': {
    en: 'The number, as 71 or (3). What is new gets its own, as 69a or annex-1, and keeps it.',
    uk: 'Номер, наприклад 71 або (3). Нове дістає власний, наприклад 69a або annex-1, і зберігає його.',
    sq: 'Numri, si 71 ose (3). I riu merr të vetin, si 69a ose annex-1, dhe e mban.',
  },
  'amend.field.after': { en: 'After which', uk: 'Після якого', sq: 'Pas cilit' },
  'amend.help.after': {
    en: 'Only for what is inserted: the paragraph it follows.',
    uk: 'Лише для нового пункту: після якого він іде.',
    sq: 'Vetëm për paragrafin e ri: pas cilit vjen.',
  },
  'amend.field.words-en': {
    en: 'New words in English',
    uk: 'Новий текст англійською',
    sq: 'Teksti i ri në anglisht',
  },
  'amend.field.words-uk': {
    en: 'New words in Ukrainian',
    uk: 'Новий текст українською',
    sq: 'Teksti i ri në ukrainisht',
  },
  'amend.field.words-sq': { en: 'New words in Albanian', uk: 'Новий текст албанською', sq: 'Teksti i ri në shqip' },
  'amend.help.words': {
    en: 'The whole paragraph as it is to stand, in one line. Of an annex the first line is its heading.',
    uk: 'Увесь пункт у новій редакції одним рядком. Перший рядок додатка – його заголовок.',
    sq: 'I gjithë paragrafi siç do të jetë, në një rresht. Rreshti i parë i shtojcës është titulli i saj.',
  },
  'amend.field.when': { en: 'Takes effect', uk: 'Набуває чинності', sq: 'Hyn në fuqi' },
  'amend.when.stated': { en: 'on the day stated above', uk: 'у визначений вище день', sq: 'ditën e shënuar më sipër' },
  'amend.when.later': {
    en: 'on a day that a later act states',
    uk: 'у день, який визначить пізніший акт',
    sq: 'ditën që do ta përcaktojë një akt i mëvonshëm',
  },
  'amend.field.reason': { en: 'Reason', uk: 'Причина', sq: 'Arsyeja' },
  'amend.field.instructions': { en: 'Instructions', uk: 'Приписи', sq: 'Udhëzimet' },
  'amend.help.instructions': {
    en: 'Those whose day is open. The others wait.',
    uk: 'Ті, день яких не визначено. Решта чекає.',
    sq: 'Ato me ditë të papërcaktuar. Të tjerat presin.',
  },
  'amend.field.date': { en: 'Day of effect', uk: 'День набуття чинності', sq: 'Dita e hyrjes në fuqi' },
  'amend.help.date': {
    en: 'They take effect once both sides have stated the same day.',
    uk: 'Вони набувають чинності, коли обидві сторони визначили той самий день.',
    sq: 'Hyjnë në fuqi kur të dyja palët të kenë përcaktuar të njëjtën ditë.',
  },

  'amend.tell.title': { en: 'Amendment', uk: 'Зміни', sq: 'Ndryshimi' },
  'amend.tell.order': { en: 'Order on its day', uk: 'Черговість у свій день', sq: 'Radha në ditën e vet' },
  'amend.tell.instruction': { en: 'Instruction', uk: 'Припис', sq: 'Udhëzimi' },
  'amend.tell.amendment': { en: 'Amendment begun with', uk: 'Зміни, розпочаті актом', sq: 'Ndryshimi i nisur me' },
  'amend.tell.head': { en: 'Text', uk: 'Текст', sq: 'Teksti' },
  'amend.tell.reason': { en: 'Reason', uk: 'Причина', sq: 'Arsyeja' },
  'amend.tell.instructions': { en: 'Instructions', uk: 'Приписи', sq: 'Udhëzimet' },
  'amend.tell.date': { en: 'Day of effect', uk: 'День набуття чинності', sq: 'Dita e hyrjes në fuqi' },
  'amend.does.replace': { en: 'replace {of}', uk: 'викласти в новій редакції: {of}', sq: 'zëvendësohet {of}' },
  'amend.does.insert': {
    en: 'insert {of} after {after}',
    uk: 'доповнити: {of} після {after}',
    sq: 'shtohet {of} pas {after}',
  },
  'amend.does.repeal': { en: 'repeal {of}', uk: 'виключити: {of}', sq: 'shfuqizohet {of}' },
  'amend.does.annex': { en: 'add {of}', uk: 'додати: {of}', sq: 'shtohet {of}' },
  'amend.day': { en: 'with effect from {date}', uk: 'набуває чинності {date}', sq: 'me fuqi nga {date}' },
  'amend.day-open': {
    en: 'day of effect still to be stated by both',
    uk: 'день набуття чинності ще визначать обидві сторони',
    sq: 'dita e hyrjes në fuqi ende për t’u përcaktuar nga të dyja palët',
  },
  'amend.day-stated': {
    en: 'stated by {side}: {date}',
    uk: 'визначено ({side}): {date}',
    sq: 'përcaktuar nga {side}: {date}',
  },

  'amend.name': { en: 'Amendments', uk: 'Зміни', sq: 'Ndryshimet' },
  'amend.title': { en: 'Amendments to the text', uk: 'Зміни до тексту', sq: 'Ndryshimet e tekstit' },
  'amend.particulars': {
    en:
      'Under {provision} the text is changed by what both sides have agreed in writing: a proposal, and the ' +
      'acceptance of exactly that text by the other side. Neither changes it alone.',
    uk:
      'За {provision} текст змінюють лише письмово узгодженим: пропозицією та прийняттям саме цього тексту іншою ' +
      'стороною. Жодна сторона не змінює його сама.',
    sq:
      'Sipas {provision} teksti ndryshohet me atë që të dyja palët kanë dakordësuar me shkrim: një propozim dhe ' +
      'pranimi i pikërisht atij teksti nga pala tjetër. Asnjëra nuk e ndryshon vetëm.',
  },
  'amend.all': { en: 'All amendments', uk: 'Усі зміни', sq: 'Të gjitha ndryshimet' },
  'amend.none': {
    en: 'No amendment has been proposed. The text stands as signed.',
    uk: 'Жодних змін не запропоновано. Текст діє, як підписаний.',
    sq: 'Asnjë ndryshim nuk është propozuar. Teksti është siç u nënshkrua.',
  },
  'amend.unknown': {
    en: 'There is no such amendment here. These are all there are.',
    uk: 'Таких змін тут немає. Ось усі наявні.',
    sq: 'Këtu nuk ka ndryshim të tillë. Këto janë të gjitha.',
  },
  'amend.column-title': { en: 'Amendment', uk: 'Зміни', sq: 'Ndryshimi' },
  'amend.column-touches': { en: 'Touches', uk: 'Стосується', sq: 'Prek' },
  'amend.column-day': { en: 'With effect from', uk: 'Чинність від', sq: 'Me fuqi nga' },
  'amend.column-text': { en: 'Last text', uk: 'Останній текст', sq: 'Teksti i fundit' },
  'amend.column-state': { en: 'State', uk: 'Стан', sq: 'Gjendja' },
  'amend.stage.open': { en: 'proposed', uk: 'запропоновано', sq: 'propozuar' },
  'amend.stage.agreed': { en: 'agreed', uk: 'узгоджено', sq: 'dakordësuar' },
  'amend.stage.withdrawn': { en: 'withdrawn', uk: 'відкликано', sq: 'tërhequr' },
  'amend.text-open': {
    en: 'Text last put forward',
    uk: 'Останній поданий текст',
    sq: 'Teksti i paraqitur i fundit',
  },
  'amend.text-agreed': { en: 'Text agreed', uk: 'Узгоджений текст', sq: 'Teksti i dakordësuar' },
  'amend.text-earlier': { en: 'Earlier text', uk: 'Попередній текст', sq: 'Teksti i mëparshëm' },
  'amend.text-note': {
    en: 'Words underlined are added, words struck through are removed.',
    uk: 'Підкреслене додано, закреслене вилучено.',
    sq: 'Fjalët e nënvizuara janë shtuar, të vijëzuarat janë hequr.',
  },
  'amend.against-text': {
    en: 'against the text as it stands before it',
    uk: 'порівняно з текстом, чинним до цього',
    sq: 'krahasuar me tekstin e mëparshëm në fuqi',
  },
  'amend.against-answered': {
    en: 'against the text it answers',
    uk: 'порівняно з текстом, на який це відповідь',
    sq: 'krahasuar me tekstin të cilit i përgjigjet',
  },
  'amend.not-compared': {
    en: 'the authentic text in this language is not loaded; there is nothing to compare with',
    uk: 'автентичний текст цією мовою не завантажено; порівняти немає з чим',
    sq: 'teksti autentik në këtë gjuhë nuk është ngarkuar; nuk ka me çfarë të krahasohet',
  },
  'amend.history': { en: 'History', uk: 'Історія', sq: 'Historia' },
  'amend.step.proposed': { en: 'proposed', uk: 'запропоновано', sq: 'propozuar' },
  'amend.step.countered': { en: 'answered with a text', uk: 'зустрічна пропозиція', sq: 'kundërpropozim' },
  'amend.step.agreed': { en: 'accepted', uk: 'прийнято', sq: 'pranuar' },
  'amend.step.withdrawn': { en: 'withdrawn', uk: 'відкликано', sq: 'tërhequr' },
  'amend.step.effected': { en: 'day of effect stated', uk: 'визначено день чинності', sq: 'dita e fuqisë u përcaktua' },
  'amend.column-step': { en: 'What', uk: 'Що', sq: 'Çfarë' },
  'amend.column-on': { en: 'When', uk: 'Коли', sq: 'Kur' },
  'amend.column-act': { en: 'Act', uk: 'Акт', sq: 'Akti' },
  'amend.see-text': {
    en: 'The text on that day',
    uk: 'Текст на той день',
    sq: 'Teksti në atë ditë',
  },
  'amend.see-compared': {
    en: 'compared with the text as signed',
    uk: 'порівняно з підписаним текстом',
    sq: 'krahasuar me tekstin e nënshkruar',
  },
  'amend.what-next': { en: 'What can be said now', uk: 'Що можна сказати зараз', sq: 'Çfarë mund të thuhet tani' },
};
