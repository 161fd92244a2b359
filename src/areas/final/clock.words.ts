// Words of the clocks: every reading a rule can come to, and what is said beside the readings.
import type { Words } from '../../kit/words.ts';

export const CLOCKS_WORDS: Words = {
  'clock.entry.second-received': {
    en: 'receipt of the second notification in order of receipt, at the recipient’s seat',
    uk: 'отримання повідомлення, другого за порядком отримання, за місцеперебуванням отримувача',
    sq: 'marrja e njoftimit të dytë sipas radhës së marrjes, në selinë e marrësit',
  },
  'clock.entry.second-received-tied': {
    en: 'both were received at one instant: the date of the other receipt',
    uk: 'обидва отримано в одну мить: дата другого з отримань',
    sq: 'të dy u morën në një çast: data e marrjes tjetër',
  },
  'clock.entry.second-sent': {
    en: 'receipt of the second notification in order of sending',
    uk: 'отримання повідомлення, другого за порядком надсилання',
    sq: 'marrja e njoftimit të dytë sipas radhës së dërgimit',
  },
  'clock.entry.second-sent-tied': {
    en: 'both were sent at one instant: receipt of the other one',
    uk: 'обидва надіслано в одну мить: отримання другого з них',
    sq: 'të dy u dërguan në një çast: marrja e tjetrit',
  },
  'clock.term.same-date': {
    en: 'the same date at the end of the term',
    uk: 'та сама дата в кінці строку',
    sq: 'e njëjta datë në fund të afatit',
  },
  'clock.term.earlier': {
    en: 'the last year has no 29 February: the 28th',
    uk: 'в останньому році немає 29 лютого: 28 лютого',
    sq: 'viti i fundit nuk ka 29 shkurt: më 28',
  },
  'clock.term.later': {
    en: 'the last year has no 29 February: 1 March',
    uk: 'в останньому році немає 29 лютого: 1 березня',
    sq: 'viti i fundit nuk ka 29 shkurt: më 1 mars',
  },
  'clock.term.day-before': {
    en: 'the day before that: the first day counts as a day of the term',
    uk: 'попередній день: перший день зараховується до строку',
    sq: 'dita përpara saj: dita e parë llogaritet në afat',
  },
  'clock.extension.same-day': {
    en: 'the same day of the month, counted back',
    uk: 'той самий день місяця, відлічений назад',
    sq: 'e njëjta ditë e muajit, e numëruar prapa',
  },
  'clock.extension.earlier': {
    en: 'that month has no such day: its last day',
    uk: 'у тому місяці немає такого дня: його останній день',
    sq: 'ai muaj nuk e ka atë ditë: dita e tij e fundit',
  },
  'clock.extension.later': {
    en: 'that month has no such day: the first day of the next',
    uk: 'у тому місяці немає такого дня: перший день наступного',
    sq: 'ai muaj nuk e ka atë ditë: dita e parë e muajit tjetër',
  },
  'clock.extended.same-date': {
    en: 'the same day of the month, the length stated further on',
    uk: 'той самий день місяця через указану тривалість',
    sq: 'e njëjta ditë e muajit, pas kohëzgjatjes së thënë',
  },
  'clock.extended.earlier': {
    en: 'the month reached has no such day: its last day, the end of the extended term',
    uk: 'у місяці, на який припадає кінець продовженого строку, немає такого дня: його останній день',
    sq: 'muaji ku bie fundi i afatit të zgjatur nuk e ka atë ditë: dita e tij e fundit',
  },
  'clock.extended.later': {
    en: 'the month reached has no such day: the first of the next, the end of the extended term',
    uk: 'у місяці, на який припадає кінець продовженого строку, немає такого дня: перший день наступного',
    sq: 'muaji ku bie fundi i afatit të zgjatur nuk e ka atë ditë: dita e parë e muajit tjetër',
  },
  'clock.renewal.same-date': {
    en: 'the same date at the end of the renewal, counted from the first term',
    uk: 'та сама дата наприкінці поновлення, відлічена від першого строку',
    sq: 'e njëjta datë në fund të ripërtëritjes, e numëruar nga afati i parë',
  },
  'clock.renewal.earlier': {
    en: 'the year of that renewal has no 29 February: the 28th',
    uk: 'у році того поновлення немає 29 лютого: 28 лютого',
    sq: 'viti i asaj ripërtëritjeje nuk ka 29 shkurt: më 28',
  },
  'clock.renewal.later': {
    en: 'the year of that renewal has no 29 February: 1 March',
    uk: 'у році того поновлення немає 29 лютого: 1 березня',
    sq: 'viti i asaj ripërtëritjeje nuk ka 29 shkurt: më 1 mars',
  },
  'clock.termination.same-day': {
    en: 'the same day of the month, counted forward',
    uk: 'той самий день місяця, відлічений уперед',
    sq: 'e njëjta ditë e muajit, e numëruar përpara',
  },
  'clock.termination.earlier': {
    en: 'the month reached has no such day: its last day',
    uk: 'у місяці, на який припадає строк, немає такого дня: його останній день',
    sq: 'muaji ku bie afati nuk e ka atë ditë: dita e tij e fundit',
  },
  'clock.termination.later': {
    en: 'the month reached has no such day: the first day of the next',
    uk: 'у місяці, на який припадає строк, немає такого дня: перший день наступного',
    sq: 'muaji ku bie afati nuk e ka atë ditë: dita e parë e muajit tjetër',
  },
  'clock.consultation.from-dispatch': {
    en: 'elapsed hours from dispatch of the request',
    uk: 'години, що фактично минули від надсилання запиту',
    sq: 'orë të kaluara faktikisht nga dërgimi i kërkesës',
  },
  'clock.consultation.from-receipt': {
    en: 'elapsed hours from receipt of the request',
    uk: 'години, що фактично минули від отримання запиту',
    sq: 'orë të kaluara faktikisht nga marrja e kërkesës',
  },
  'clock.remark.date-at-other-seat': {
    en: 'At that instant the date in {city} was {date}.',
    uk: '{city}: у ту саму мить дата була {date}',
    sq: '{city}: në atë çast data ishte {date}.',
  },
  'clock.remark.received-together': {
    en:
      'Both receipts bear one instant: neither notification is the second in order of receipt. The earlier date ' +
      'holds.',
    uk: 'Обидва отримання мають одну мить: жодне повідомлення не є другим за порядком отримання. Діє раніша дата.',
    sq:
      'Të dyja marrjet kanë të njëjtin çast: asnjë njoftim nuk është i dyti sipas radhës së marrjes. Vlen data ' +
      'më e hershme.',
  },
  'clock.remark.leap-day': {
    en: 'The term began on a 29 February and ends in a year without one.',
    uk: 'Строк почався 29 лютого й закінчується в році без такого дня.',
    sq: 'Afati nisi më 29 shkurt dhe mbaron në një vit pa këtë ditë.',
  },
  'clock.remark.working-target': {
    en: 'Working target: {date}, a working day at every seat as far as days off are known.',
    uk: 'Робочий орієнтир – робочий день в усіх столицях, наскільки відомі вихідні: {date}',
    sq: 'Synimi i punës: {date}, ditë pune në çdo seli, për aq sa njihen ditët e pushimit.',
  },
  'clock.remark.weekends-only': {
    en: '{city}: not every day off of that year is known; weekends and the days fixed by today’s law were left out.',
    uk: '{city}: не всі вихідні того року відомі; виключено суботи, неділі та дні, визначені нинішнім законом.',
    sq:
      '{city}: jo të gjitha ditët e pushimit të atij viti njihen; janë lënë jashtë fundjavat dhe ditët e caktuara me ' +
      'ligjin e sotëm.',
  },
  'clock.remark.date-recomputed': {
    en: 'Recomputed now, a receipt bears the date {date} in {city}. The date recorded holds.',
    uk: '{city}: за нинішнім перерахунком дата одного з отримань – {date}. Діє записана дата.',
    sq: '{city}: e rillogaritur tani, një marrje ka datën {date}. Vlen data e regjistruar.',
  },
};
