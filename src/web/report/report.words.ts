// The words of a report and of the page where one is asked for.
import type { Words } from '../../kit/words.ts';

export const REPORT_WORDS: Words = {
  'report.name': { en: 'Reports', uk: 'Звіти', sq: 'Raportet' },
  'report.title-report': {
    en: 'Implementation report, {from} to {to}',
    uk: 'Звіт про виконання, {from} – {to}',
    sq: 'Raport zbatimi, {from} – {to}',
  },
  'report.title-brief': {
    en: 'Brief for the dialogue, {from} to {to}',
    uk: 'Довідка до діалогу, {from} – {to}',
    sq: 'Përmbledhje për dialogun, {from} – {to}',
  },
  'report.particulars': {
    en: 'Made by the node of {side} on {date} from {acts}.',
    uk: 'Складено вузлом: {side}, {date}, за записами {acts}.',
    sq: 'Përpiluar nga nyja: {side}, më {date}, nga {acts}.',
  },
  'report.foot': {
    en: 'Made from the record as of {acts}',
    uk: 'Складено за записами станом на {acts}',
    sq: 'Përpiluar nga regjistri deri te {acts}',
  },
  'report.how': {
    en:
      'Each sentence rests on the acts named after it, which both sides hold and anyone can check. What is ' +
      'only reported is marked so, with its source. Counts are counts; no share of a treaty kept is given.',
    uk:
      'Кожне речення спирається на названі після нього акти, які зберігають обидві Сторони і може перевірити ' +
      'кожен. Лише повідомлене позначено, із джерелом. Кількість є кількістю; частки виконаного договору не ' +
      'наведено.',
    sq:
      'Çdo fjali mbështetet në aktet e përmendura pas saj, që i mbajnë të dy palët dhe mund t’i kontrollojë ' +
      'kushdo. Çfarë vetëm raportohet shënohet kështu, me burimin. Numërimet janë numërime; nuk jepet pjesë e ' +
      'traktatit të zbatuar.',
  },
  'report.exercise': {
    en:
      'EXERCISE: people and acts in this report are invented. The text of the Agreement and what is reported ' +
      'are real.',
    uk: 'EXERCISE: людей та акти в цьому звіті вигадано. Текст Угоди й повідомлене – справжні.',
    sq:
      'EXERCISE: njerëzit dhe aktet në këtë raport janë të trilluar. Teksti i Marrëveshjes dhe çfarë ' +
      'raportohet janë të vërteta.',
  },
  'report.cut': {
    en: 'The record has more acts than were read for this report: take a shorter period.',
    uk: 'Записів більше, ніж прочитано для цього звіту: оберіть коротший період.',
    sq: 'Regjistri ka më shumë akte se sa u lexuan për këtë raport: merrni një periudhë më të shkurtër.',
  },
  'report.acts': { en: 'What was said', uk: 'Що було сказано', sq: 'Çfarë u tha' },
  'report.acts-lead': {
    en: '{count, plural, one {# act was} other {# acts were}} recorded in this period.',
    uk:
      'За цей період записано {count, plural, one {# акт} few {# акти} many {# актів} other {# акта}}.',
    sq: 'Në këtë periudhë {count, plural, one {u regjistrua # akt} other {u regjistruan # akte}}.',
  },
  'report.acts-cut': {
    en: '{count} acts were recorded in this period; the last {last} are told here.',
    uk: 'За цей період записано актів: {count}; тут названо останні {last}.',
    sq: 'Në këtë periudhë u regjistruan {count} akte; këtu tregohen {last} të fundit.',
  },
  'report.acts-empty': {
    en: 'Nothing was said in this period.',
    uk: 'За цей період нічого не сказано.',
    sq: 'Në këtë periudhë nuk u tha asgjë.',
  },
  'report.acts-figure': {
    en: 'Acts by time and side',
    uk: 'Акти за часом і Стороною',
    sq: 'Aktet sipas kohës dhe palës',
  },
  'report.span': { en: 'Time', uk: 'Час', sq: 'Koha' },
  'report.act': {
    en: '{date}: {title}, No.\u00a0{number}',
    uk: '{date}: {title}, №\u00a0{number}',
    sq: '{date}: {title}, Nr.\u00a0{number}',
  },
  'report.act-contested': {
    en: '{date}: {title}, No.\u00a0{number}; the other side has not accepted it',
    uk: '{date}: {title}, №\u00a0{number}; інша Сторона його не прийняла',
    sq: '{date}: {title}, Nr.\u00a0{number}; pala tjetër nuk e ka pranuar',
  },
  'report.receipts': { en: 'Receipts', uk: 'Підтвердження отримання', sq: 'Konfirmimet e marrjes' },
  'report.receipts-lead': {
    en: 'Notes of this period from whose receipt law follows.',
    uk: 'Ноти цього періоду, з отримання яких випливають правові наслідки.',
    sq: 'Notat e kësaj periudhe nga marrja e të cilave rrjedhin pasoja juridike.',
  },
  'report.receipts-empty': {
    en: 'No such note was sent in this period.',
    uk: 'За цей період таких нот не надсилали.',
    sq: 'Në këtë periudhë nuk u dërgua notë e tillë.',
  },
  'report.notes': { en: 'Notes', uk: 'Ноти', sq: 'Notat' },
  'report.acknowledged': { en: 'acknowledged', uk: 'отримання підтверджено', sq: 'të konfirmuara' },
  'report.unacknowledged': { en: 'not acknowledged', uk: 'не підтверджено', sq: 'të pakonfirmuara' },
  'report.receipt': {
    en: 'The receipt of note {number} of {side}, of {date}, is acknowledged',
    uk: 'Отримання ноти {number} ({side}, {date}) підтверджено',
    sq: 'Marrja e notës {number} ({side}, {date}) është konfirmuar',
  },
  'report.no-receipt': {
    en:
      'The receipt of note {number} of {side}, of {date}, is not acknowledged; that is not to say it was not ' +
      'received',
    uk: 'Отримання ноти {number} ({side}, {date}) не підтверджено; це не означає, що її не отримано',
    sq: 'Marrja e notës {number} ({side}, {date}) nuk është konfirmuar; kjo nuk do të thotë se nuk u mor',
  },
  'report.duties': { en: 'What is asked', uk: 'Що належить зробити', sq: 'Çfarë kërkohet' },
  'report.duties-lead': {
    en: 'Of either side, as of {date}.',
    uk: 'Кожній Стороні, станом на {date}.',
    sq: 'Nga secila palë, gjendja më {date}.',
  },
  'report.duties-empty': { en: 'Nothing is asked.', uk: 'Нічого не належить.', sq: 'Nuk kërkohet asgjë.' },
  'report.duty': {
    en: '{side}, {provision}: {what}; the text sets no date',
    uk: '{side}, {provision}: {what}; текст дати не встановлює',
    sq: '{side}, {provision}: {what}; teksti nuk cakton datë',
  },
  'report.duty-due': {
    en: '{side}, {provision}: {what}, by {date}',
    uk: '{side}, {provision}: {what}, до {date}',
    sq: '{side}, {provision}: {what}, deri më {date}',
  },
  'report.reported': { en: 'What is only reported', uk: 'Лише повідомлене', sq: 'Çfarë vetëm raportohet' },
  'report.reported-lead': {
    en: 'From the public record, with its source and how sure it is. No body has said it here.',
    uk: 'З відкритих джерел, із зазначенням джерела та певності. Жоден орган цього тут не казав.',
    sq: 'Nga burimet publike, me burimin dhe sigurinë. Asnjë organ nuk e ka thënë këtu.',
  },
  'report.reported-says': {
    en: 'Reported, {date} ({provisions}): {says}',
    uk: 'Повідомлено, {date} ({provisions}): {says}',
    sq: 'E raportuar, {date} ({provisions}): {says}',
  },
  'report.reported-empty': {
    en: 'The public record has nothing of this period.',
    uk: 'У відкритих джерелах за цей період нічого немає.',
    sq: 'Burimet publike nuk kanë asgjë nga kjo periudhë.',
  },
  'report.source': { en: 'source: {source}', uk: 'джерело: {source}', sq: 'burimi: {source}' },
  'report.cited': { en: 'Acts named here', uk: 'Названі тут акти', sq: 'Aktet e përmendura këtu' },
  'report.cited-lead': {
    en: 'By its id an act is found in either record, and its proof with it.',
    uk: 'За ідентифікатором акт можна знайти в записах кожної Сторони разом із його доказом.',
    sq: 'Me identifikuesin e tij akti gjendet në secilin regjistër, bashkë me provën.',
  },
  'report.cited-act': { en: 'Act', uk: 'Акт', sq: 'Akti' },
  'report.cited-number': { en: 'Number', uk: 'Номер', sq: 'Numri' },
  'report.cited-id': { en: 'Id', uk: 'Ідентифікатор', sq: 'Identifikuesi' },

  'report.page': { en: 'Reports', uk: 'Звіти', sq: 'Raportet' },
  'report.ask': { en: 'Ask for a report', uk: 'Скласти звіт', sq: 'Kërkoni një raport' },
  'report.ask-form': { en: 'Show', uk: 'Показати', sq: 'Trego' },
  'report.form-report': { en: 'the implementation report', uk: 'звіт про виконання', sq: 'raportin e zbatimit' },
  'report.form-brief': { en: 'the brief for the dialogue', uk: 'довідку до діалогу', sq: 'përmbledhjen për dialogun' },
  'report.ask-from': { en: 'from', uk: 'від', sq: 'nga' },
  'report.ask-to': { en: 'to', uk: 'до', sq: 'deri më' },
  'report.ask-send': { en: 'Make it', uk: 'Скласти', sq: 'Përpiloje' },
  'report.take': { en: 'Take it as', uk: 'Завантажити як', sq: 'Merreni si' },
  'report.chapters': { en: 'Chapters', uk: 'Розділи', sq: 'Kapitujt' },
};
