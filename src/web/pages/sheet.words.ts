// Words of signed sheets: printing one, and entering one that was received.
import type { Words } from '../../kit/words.ts';

export const SHEET_WORDS: Words = {
  'sheet.title': {
    en: 'Signed sheet of {act}',
    uk: 'Підписаний аркуш акта {act}',
    sq: 'Fleta e nënshkruar e aktit {act}',
  },
  'sheet.particulars': {
    en: 'No. {number}. A signed act to be carried by hand, mail or telephone picture where the line is cut.',
    uk: '№ {number}. Підписаний акт, який передають із рук у руки, поштою або знімком, коли лінію перервано.',
    sq: 'Nr. {number}. Akt i nënshkruar që çohet dorazi, me postë ose me fotografi kur linja ndërpritet.',
  },
  'sheet.as-file': { en: 'Keep it as a file', uk: 'Зберегти як файл', sq: 'Ruajeni si skedar' },
  'sheet.text': { en: 'The sheet as text', uk: 'Аркуш як текст', sq: 'Fleta si tekst' },
  'sheet.text-note': {
    en: 'Exactly these bytes. Whoever has the keys can verify it with any program that reads signed notes.',
    uk: 'Саме ці байти. Хто має ключі, може перевірити будь-якою програмою, що читає підписані ноти.',
    sq: 'Pikërisht këto bajte. Kush ka çelësat mund ta verifikojë me çdo program që lexon nota të nënshkruara.',
  },
  'sheet.codes': { en: 'The sheet as codes', uk: 'Аркуш як коди', sq: 'Fleta si kode' },
  'sheet.codes-note': {
    en: 'The same text in pieces. Scan them all, in any order, and paste what they say.',
    uk: 'Той самий текст частинами. Відскануйте всі, у будь-якому порядку, і вставте прочитане.',
    sq: 'I njëjti tekst në copa. Skanojini të gjitha, në çfarëdo radhe, dhe ngjitni çfarë thonë.',
  },
  'sheet.code': {
    en: 'Code {number} of {count}, {act}',
    uk: 'Код {number} з {count}, {act}',
    sq: 'Kodi {number} nga {count}, {act}',
  },
  'sheet.too-large': {
    en: 'Too large for codes: carry it as a file.',
    uk: 'Завеликий для кодів: передайте як файл.',
    sq: 'Tepër i madh për kode: çojeni si skedar.',
  },
  'sheet.enter': { en: 'Enter a sheet received', uk: 'Внести отриманий аркуш', sq: 'Shënoni një fletë të marrë' },
  'sheet.enter-why': {
    en:
      'A signed act of the other side that came on paper or as a file. It is verified here, and stands in no ' +
      'register until the line brings it.',
    uk:
      'Підписаний акт іншої сторони, що надійшов на папері або файлом. Його перевіряють тут, і він не входить до ' +
      'жодного реєстру, доки його не принесе лінія.',
    sq:
      'Një akt i nënshkruar i palës tjetër që erdhi në letër ose si skedar. Verifikohet këtu dhe nuk qëndron në ' +
      'asnjë regjistër derisa ta sjellë linja.',
  },
  'sheet.refused': { en: 'The sheet was not taken in.', uk: 'Аркуш не прийнято.', sq: 'Fleta nuk u pranua.' },
  'sheet.paste': {
    en: 'Text of the sheet, or what the codes say',
    uk: 'Текст аркуша або прочитане з кодів',
    sq: 'Teksti i fletës, ose çfarë thonë kodet',
  },
  'sheet.paste-help': {
    en: 'Paste it whole. Lines must stay as they are.',
    uk: 'Вставте повністю. Рядки мають залишитися незмінними.',
    sq: 'Ngjiteni të plotë. Rreshtat duhet të mbeten siç janë.',
  },
  'sheet.file': { en: 'Or the file', uk: 'Або файл', sq: 'Ose skedari' },
  'sheet.verify': { en: 'Verify and keep it', uk: 'Перевірити й зберегти', sq: 'Verifikojeni dhe ruajeni' },
  'sheet.carried': {
    en: 'Come by sheet, not by the line yet',
    uk: 'Надійшло аркушем, ще не лінією',
    sq: 'Ardhur me fletë, ende jo nga linja',
  },
  'sheet.carried-note': {
    en:
      'Verified: signed by a key that stood admitted here. When the line brings the same act, it leaves this list ' +
      'and nothing is doubled.',
    uk:
      'Перевірено: підписано ключем, допущеним тут. Коли лінія принесе той самий акт, він зникне з цього списку й ' +
      'нічого не подвоїться.',
    sq:
      'Verifikuar: nënshkruar me një çelës të pranuar këtu. Kur linja ta sjellë të njëjtin akt, ai del nga kjo ' +
      'listë dhe asgjë nuk dyfishohet.',
  },
  'sheet.none': {
    en: 'No sheet waits for the line.',
    uk: 'Жоден аркуш не чекає на лінію.',
    sq: 'Asnjë fletë nuk pret linjën.',
  },
  'sheet.number': { en: 'Number', uk: 'Номер', sq: 'Numri' },
  'sheet.said-at': { en: 'Said at', uk: 'Сказано', sq: 'Thënë më' },
};
