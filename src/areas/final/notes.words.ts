// Words of the page of life below its clocks: the date that is tried, notes and receipts, amendments and text.
import type { Words } from '../../kit/words.ts';

export const NOTES_WORDS: Words = {
  'life.try': { en: 'Try a date', uk: 'Випробувати дату', sq: 'Provoni një datë' },
  'life.try.note': {
    en: 'A question, not an act. Nothing typed here is recorded.',
    uk: 'Це запитання, а не акт. Нічого з уведеного тут не записується.',
    sq: 'Një pyetje, jo një akt. Asgjë e shkruar këtu nuk regjistrohet.',
  },
  'life.try.label': {
    en: 'If the second notification were received on',
    uk: 'Якби друге повідомлення було отримано',
    sq: 'Nëse njoftimi i dytë do të merrej më',
  },
  'life.try.help': {
    en: 'year-month-day, for example {example}',
    uk: 'рік-місяць-день, наприклад {example}',
    sq: 'viti-muaji-dita, për shembull {example}',
  },
  'life.try.show': { en: 'Show the readings', uk: 'Показати варіанти тлумачення', sq: 'Shfaq leximet' },
  'life.try.no-day': { en: 'There is no {day}.', uk: 'Немає такого дня: {day}', sq: 'Nuk ka datë {day}.' },
  'life.try.no-day-mend': {
    en: 'Write a day that exists, for example {near}.',
    uk: 'Напишіть день, який існує, наприклад {near}',
    sq: 'Shkruani një ditë që ekziston, për shembull {near}.',
  },
  'life.try.no-month': { en: 'There is no month {month}.', uk: 'Немає місяця {month}.', sq: 'Nuk ka muaj {month}.' },
  'life.try.no-month-mend': {
    en: 'Write a month from 01 to 12.',
    uk: 'Напишіть місяць від 01 до 12.',
    sq: 'Shkruani një muaj nga 01 deri në 12.',
  },
  'life.try.unreadable': {
    en: 'This cannot be read as a date.',
    uk: 'Це неможливо прочитати як дату.',
    sq: 'Kjo nuk lexohet si datë.',
  },
  'life.try.unreadable-mend': {
    en: 'Write year-month-day, for example {example}.',
    uk: 'Напишіть рік-місяць-день, наприклад {example}.',
    sq: 'Shkruani viti-muaji-dita, për shembull {example}.',
  },
  'life.try.too-far': {
    en: 'The term would end after the year 9999.',
    uk: 'Строк сплив би після 9999 року.',
    sq: 'Afati do të mbaronte pas vitit 9999.',
  },
  'life.try.too-far-mend': {
    en: 'Write an earlier year.',
    uk: 'Напишіть раніший рік.',
    sq: 'Shkruani një vit më të hershëm.',
  },
  'life.try.caption': {
    en: 'If received on {weekday}, {date}, in the recipient’s capital. A worked example, no state of the Agreement.',
    uk: 'Якби отримано: {weekday}, {date}, у столиці отримувача. Приклад обчислення, а не стан Угоди.',
    sq: 'Nëse merret {weekday}, {date}, në kryeqytetin e marrësit. Shembull llogaritjeje, jo gjendje e Marrëveshjes.',
  },
  'life.try.clock': { en: 'Clock', uk: 'Строк', sq: 'Afati' },
  'life.try.operative': { en: 'Operative', uk: 'Застосовна дата', sq: 'Data e zbatueshme' },
  'life.try.other': { en: 'Other reading', uk: 'Інше тлумачення', sq: 'Leximi tjetër' },
  'life.try.why': { en: 'Why', uk: 'Чому', sq: 'Pse' },
  'life.try.entry': {
    en: 'In effect, {provision}',
    uk: 'Набуття чинності, {provision}',
    sq: 'Hyrja në efekt, {provision}',
  },
  'life.try.lapse': { en: 'Last day, {provision}', uk: 'Останній день, {provision}', sq: 'Dita e fundit, {provision}' },
  'life.try.extension': {
    en: 'Latest notice of extension, {provision}',
    uk: 'Крайнє повідомлення про продовження, {provision}',
    sq: 'Njoftimi i fundit për zgjatje, {provision}',
  },
  'life.try.one': { en: 'one reading', uk: 'одне тлумачення', sq: 'një lexim' },
  'life.try.two': { en: '{one}; or {other}', uk: '{one}; або {other}', sq: '{one}; ose {other}' },

  'life.notes': {
    en: 'Notes and receipts',
    uk: 'Ноти та підтвердження отримання',
    sq: 'Notat dhe vërtetimet e marrjes',
  },
  'life.notes.note': {
    en: 'A note has three dates: on the note, dispatched, received. Law follows the third.',
    uk: 'Нота має три дати: на ноті, надсилання, отримання. Право пов’язане з третьою.',
    sq: 'Një notë ka tri data: në notë, e dërgimit, e marrjes. E drejta ndjek të tretën.',
  },
  'life.notes.column-note': { en: 'Note', uk: 'Нота', sq: 'Nota' },
  'life.notes.column-way': { en: 'From, to', uk: 'Від, до', sq: 'Nga, për' },
  'life.notes.column-what': { en: 'What', uk: 'Що', sq: 'Çfarë' },
  'life.notes.column-on': { en: 'On the note', uk: 'На ноті', sq: 'Në notë' },
  'life.notes.column-dispatched': { en: 'Dispatched, {city}', uk: 'Надіслано, {city}', sq: 'Dërguar, {city}' },
  'life.notes.column-received': { en: 'Received', uk: 'Отримано', sq: 'Marrë' },
  'life.notes.column-receipt': { en: 'Receipt', uk: 'Підтвердження', sq: 'Vërtetimi' },
  'life.notes.way': { en: '{from} to {to}', uk: '{from} до {to}', sq: '{from} për {to}' },
  'life.notes.what': { en: '{what}, {provisions}', uk: '{what}, {provisions}', sq: '{what}, {provisions}' },
  'life.notes.none': { en: 'none', uk: 'немає', sq: 'asnjë' },
  'life.notes.given': { en: 'given', uk: 'надано', sq: 'dhënë' },
  'life.notes.outstanding': { en: 'outstanding', uk: 'ще немає', sq: 'mungon' },
  'life.notes.contested': { en: 'contested', uk: 'оспорено', sq: 'e kontestuar' },
  'life.notes.acknowledge': { en: 'acknowledge', uk: 'підтвердити', sq: 'konfirmoni' },
  'life.notes.acknowledge-what': {
    en: 'acknowledge receipt of {number}',
    uk: 'підтвердити отримання {number}',
    sq: 'konfirmoni marrjen e {number}',
  },
  'life.notes.empty': {
    en: 'No note is recorded.',
    uk: 'Жодної ноти не записано.',
    sq: 'Nuk është regjistruar asnjë notë.',
  },
  'life.note.notification': {
    en: 'notification of completed procedures',
    uk: 'повідомлення про завершення процедур',
    sq: 'njoftim për përfundimin e procedurave',
  },
  'life.note.designation': { en: 'designation of a body', uk: 'визначення органу', sq: 'caktim i një organi' },
  'life.note.extension': { en: 'extension proposed', uk: 'пропозиція продовження', sq: 'propozim zgjatjeje' },
  'life.note.acceptance': { en: 'extension accepted', uk: 'прийняття продовження', sq: 'pranim i zgjatjes' },
  'life.note.termination': { en: 'notice of termination', uk: 'повідомлення про припинення', sq: 'njoftim përfundimi' },
  'life.note.withdrawal': {
    en: 'withdrawal of a notice',
    uk: 'відкликання повідомлення',
    sq: 'tërheqje e njoftimit',
  },
  'life.note.end': {
    en: 'end of the mandate of a body',
    uk: 'припинення повноважень органу',
    sq: 'fund i mandatit të një organi',
  },

  'life.text': { en: 'Amendments and text', uk: 'Зміни й текст', sq: 'Ndryshimet dhe teksti' },
  'life.text.note': {
    en: '{provisions}: how the text can be changed.',
    uk: '{provisions}: як текст може бути змінено.',
    sq: '{provisions}: si mund të ndryshohet teksti.',
  },
  'life.text.amendments': { en: 'Amendments', uk: 'Зміни', sq: 'Ndryshimet' },
  'life.text.counted': {
    en: 'proposed: {all}, agreed: {agreed}, in force: {inForce}',
    uk: 'запропоновано: {all}, узгоджено: {agreed}, чинні: {inForce}',
    sq: 'propozuar: {all}, dakordësuar: {agreed}, në fuqi: {inForce}',
  },
  'life.text.in-force': {
    en: 'with {count, plural, one {# amendment} other {# amendments}} in force',
    uk:
      '{count, plural, one {з # чинною зміною} few {з # чинними змінами} many {з # чинними змінами} other ' +
      '{з # чинними змінами}}',
    sq: 'me {count, plural, one {# ndryshim} other {# ndryshime}} në fuqi',
  },
  'life.text.consolidated': { en: 'Consolidated', uk: 'Консолідований', sq: 'I konsoliduar' },
  'life.text.as-signed': { en: 'as signed, {date}', uk: 'як підписано, {date}', sq: 'siç u nënshkrua, {date}' },
  'life.text.loaded-prevails': {
    en: 'loaded; prevails in the event of any discrepancy',
    uk: 'завантажено; має переважну силу в разі розходження',
    sq: 'i ngarkuar; mbizotëron në rast mospërputhjeje',
  },
  'life.text.loaded': { en: 'loaded', uk: 'завантажено', sq: 'i ngarkuar' },
  'life.text.not-loaded': {
    en: 'authentic text not loaded. The side that holds the original loads it with its hash',
    uk: 'автентичний текст не завантажено. Сторона, яка зберігає оригінал, завантажує його разом із хешем',
    sq: 'teksti autentik nuk është ngarkuar. Pala që mban origjinalin e ngarkon bashkë me hash-in e tij',
  },
  'life.text.language-en': { en: 'English', uk: 'Англійський', sq: 'Anglisht' },
  'life.text.language-uk': { en: 'Ukrainian', uk: 'Український', sq: 'Ukrainisht' },
  'life.text.language-sq': { en: 'Albanian', uk: 'Албанський', sq: 'Shqip' },
  'life.text.title': { en: 'Title', uk: 'Назва', sq: 'Titulli' },
  'life.text.titles': {
    en: '{count, plural, one {one is in use} =2 {two are in use} other {# are in use}}',
    uk:
      '{count, plural, =2 {уживаються дві} one {уживається #} few {уживаються #} many {уживаються #} other ' +
      '{уживаються #}}',
    sq: '{count, plural, one {përdoret një} =2 {përdoren dy} other {përdoren #}}',
  },
  'life.text.registration': { en: 'Registration', uk: 'Реєстрація', sq: 'Regjistrimi' },
  'life.text.registration-unknown': {
    en: 'under Article 102 of the Charter: unknown',
    uk: 'за статтею 102 Статуту ООН: невідомо',
    sq: 'sipas nenit 102 të Kartës së OKB-së: e panjohur',
  },
};
