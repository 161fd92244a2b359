// The words of the text as it stands on a day: its day, what changed it, its languages, its files, two days compared.
import type { Words } from '../../kit/words.ts';

export const STOOD_WORDS: Words = {
  'text.as-on': { en: 'As it stands on', uk: 'Станом на', sq: 'Siç është më' },
  'text.show-day': { en: 'Show', uk: 'Показати', sq: 'Shfaq' },
  'text.unamended': {
    en: 'as signed on {date}, unamended',
    uk: 'як підписано {date}, без змін',
    sq: 'siç u nënshkrua më {date}, pa ndryshime',
  },
  'text.amended': {
    en: '{count, plural, one {# amendment in force} other {# amendments in force}}',
    uk:
      '{count, plural, one {чинна # зміна} few {чинні # зміни} many {чинних змін: #} other ' +
      '{чинних змін: #}}',
    sq: '{count, plural, one {# ndryshim në fuqi} other {# ndryshime në fuqi}}',
  },
  'text.repealed': { en: '(repealed)', uk: '(виключено)', sq: '(shfuqizuar)' },
  'text.changed.replace': {
    en: 'replaced by {act} with effect from {date}',
    uk: 'викладено в новій редакції, {act}, чинність від {date}',
    sq: 'zëvendësuar nga {act} me fuqi nga {date}',
  },
  'text.changed.insert': {
    en: 'inserted by {act} with effect from {date}',
    uk: 'доповнено, {act}, чинність від {date}',
    sq: 'shtuar nga {act} me fuqi nga {date}',
  },
  'text.changed.repeal': {
    en: 'repealed by {act} with effect from {date}',
    uk: 'виключено, {act}, чинність від {date}',
    sq: 'shfuqizuar nga {act} me fuqi nga {date}',
  },
  'text.changed.annex': {
    en: 'annexed by {act} with effect from {date}',
    uk: 'додано як додаток, {act}, чинність від {date}',
    sq: 'shtuar si shtojcë nga {act} me fuqi nga {date}',
  },
  'text.read-earlier': {
    en: 'Its statements and clauses were read in the text as signed, not in these words.',
    uk: 'Твердження й клаузули вичитано в підписаному тексті, а не в цих словах.',
    sq: 'Pohimet dhe klauzolat e tij janë lexuar në tekstin e nënshkruar, jo në këto fjalë.',
  },
  'text.failed.no-such-provision': {
    en: '{act}, instruction {n}: there is no such provision; it changes nothing.',
    uk: '{act}, припис {n}: такого положення немає; нічого не змінює.',
    sq: '{act}, udhëzimi {n}: nuk ka dispozitë të tillë; nuk ndryshon asgjë.',
  },
  'text.failed.repealed-before': {
    en: '{act}, instruction {n}: the provision was repealed before; it changes nothing.',
    uk: '{act}, припис {n}: положення вже виключено; нічого не змінює.',
    sq: '{act}, udhëzimi {n}: dispozita është shfuqizuar më parë; nuk ndryshon asgjë.',
  },
  'text.failed.stands-already': {
    en: '{act}, instruction {n}: a provision of that number stands already; it adds nothing.',
    uk: '{act}, припис {n}: положення з таким номером уже є; нічого не додає.',
    sq: '{act}, udhëzimi {n}: një dispozitë me atë numër ekziston; nuk shton asgjë.',
  },
  'text.failed.no-text': {
    en: '{act}, instruction {n}: it has no words in this language; the earlier ones are shown.',
    uk: '{act}, припис {n}: цією мовою немає тексту; показано попередній.',
    sq: '{act}, udhëzimi {n}: nuk ka fjalë në këtë gjuhë; tregohen të mëparshmet.',
  },

  'text.languages': { en: 'Authentic texts', uk: 'Автентичні тексти', sq: 'Tekstet autentike' },
  'text.languages-note': {
    en:
      'All texts are equally authentic. A text is loaded by the side that holds the original, with its hash; the ' +
      'other side compares it with its own. No translation stands in for one.',
    uk:
      'Усі тексти рівно автентичні. Текст завантажує сторона, яка зберігає оригінал, разом із хешем; інша сторона ' +
      'порівнює його зі своїм. Переклад його не замінює.',
    sq:
      'Të gjitha tekstet janë njëlloj autentike. Tekstin e ngarkon pala që mban origjinalin, me hash-in e tij; pala ' +
      'tjetër e krahason me të vetin. Asnjë përkthim nuk e zëvendëson.',
  },
  'text.column-language': { en: 'Language', uk: 'Мова', sq: 'Gjuha' },
  'text.column-state': { en: 'State', uk: 'Стан', sq: 'Gjendja' },
  'text.column-hash': { en: 'SHA-256', uk: 'SHA-256', sq: 'SHA-256' },
  'text.column-aligned': {
    en: 'Beside the prevailing text',
    uk: 'Поряд із переважним',
    sq: 'Krahas tekstit mbizotërues',
  },
  'text.column-files': { en: 'Files', uk: 'Файли', sq: 'Skedarët' },
  'text.shipped': { en: 'as published', uk: 'як опубліковано', sq: 'siç është botuar' },
  'text.shipped-prevails': {
    en: 'as published; prevails in any discrepancy',
    uk: 'як опубліковано; має переважну силу в разі розходжень',
    sq: 'siç është botuar; mbizotëron në çdo mospërputhje',
  },
  'text.loaded-by': {
    en: 'loaded by {side}, {act}',
    uk: 'завантажила сторона: {side}, {act}',
    sq: 'ngarkuar nga {side}, {act}',
  },
  'text.not-compared': {
    en: 'the other side has not yet compared it with its original',
    uk: 'інша сторона ще не порівняла його зі своїм оригіналом',
    sq: 'pala tjetër nuk e ka krahasuar ende me origjinalin e vet',
  },
  'text.compared.equal': {
    en: '{side} found it equal to its original, {act}',
    uk: '{side}: тотожний оригіналу, {act}',
    sq: '{side} e gjeti të njëjtë me origjinalin e vet, {act}',
  },
  'text.compared.differs': {
    en: '{side} found that it differs from its original, {act}:',
    uk: '{side}: відрізняється від оригіналу, {act}:',
    sq: '{side} gjeti se ndryshon nga origjinali i vet, {act}:',
  },
  'text.corrected': {
    en: '{of} corrected from the beginning, {act}',
    uk: '{of}: виправлено від початку, {act}',
    sq: '{of} u korrigjua që nga fillimi, {act}',
  },
  'text.misplaced': {
    en: '{of}: the words corrected by {act} do not stand there exactly once; the text is shown as loaded',
    uk: '{of}: слова, виправлені {act}, не стоять там рівно один раз; текст показано, як завантажено',
    sq: '{of}: fjalët e korrigjuara nga {act} nuk janë aty saktësisht një herë; teksti tregohet siç u ngarkua',
  },
  'text.beside': {
    en: 'show beside the prevailing text',
    uk: 'показати поряд із переважним текстом',
    sq: 'shfaq krahas tekstit mbizotërues',
  },
  'text.none-beside': {
    en: 'no paragraph of this number in this language',
    uk: 'пункту з таким номером цією мовою немає',
    sq: 'në këtë gjuhë nuk ka paragraf me këtë numër',
  },
  'text.aligned': {
    en: 'every number in its place',
    uk: 'усі номери на своїх місцях',
    sq: 'çdo numër në vendin e vet',
  },
  'text.align.missing': { en: 'missing: {list}', uk: 'бракує: {list}', sq: 'mungojnë: {list}' },
  'text.align.extra': { en: 'extra: {list}', uk: 'зайві: {list}', sq: 'të tepërt: {list}' },
  'text.align.moved': {
    en: 'in another place: {list}',
    uk: 'в іншому місці: {list}',
    sq: 'në vend tjetër: {list}',
  },
  'text.align.sentences': {
    en: 'another number of sentences: {list}',
    uk: 'інша кількість речень: {list}',
    sq: 'numër tjetër fjalish: {list}',
  },
  'text.file.akn.xml': { en: 'Akoma Ntoso', uk: 'Akoma Ntoso', sq: 'Akoma Ntoso' },
  'text.file.html': { en: 'HTML', uk: 'HTML', sq: 'HTML' },
  'text.file.txt': { en: 'plain text', uk: 'звичайний текст', sq: 'tekst i thjeshtë' },

  'compare.title': { en: 'Two days compared', uk: 'Порівняння двох днів', sq: 'Dy ditë të krahasuara' },
  'compare.particulars': {
    en:
      'From {from} to {to}: {count, plural, =0 {nothing differs} one {# provision of {total} differs} other ' +
      '{# provisions of {total} differ}}. Words underlined are added, words struck through are removed.',
    uk:
      'Від {from} до {to}: {count, plural, =0 {нічого не відрізняється} one {відрізняється # положення з {total}} ' +
      'few {відрізняються # положення з {total}} many {відрізняються # положень з {total}} other ' +
      '{відрізняються # положення з {total}}}. Підкреслене додано, закреслене вилучено.',
    sq:
      'Nga {from} deri më {to}: {count, plural, =0 {asgjë nuk ndryshon} one {ndryshon # dispozitë nga {total}} other ' +
      '{ndryshojnë # dispozita nga {total}}}. Fjalët e nënvizuara janë shtuar, të vijëzuarat janë hequr.',
  },
  'compare.from': { en: 'From', uk: 'Від', sq: 'Nga' },
  'compare.to': { en: 'to', uk: 'до', sq: 'deri më' },
  'compare.do': { en: 'Compare', uk: 'Порівняти', sq: 'Krahaso' },
  'compare.same': {
    en: 'The text is the same on both days, letter by letter.',
    uk: 'Текст в обидва дні однаковий, літера в літеру.',
    sq: 'Teksti është i njëjtë në të dyja ditët, shkronjë për shkronjë.',
  },
};
