// Words of the page of the life of the Agreement: its clocks with their rules and inputs, notes, text.
import type { Words } from '../../kit/words.ts';

export const LIFE_WORDS: Words = {
  'life.name': { en: 'Life', uk: 'Дія Угоди', sq: 'Jeta e Marrëveshjes' },
  'life.title': { en: 'Life of the Agreement', uk: 'Дія Угоди в часі', sq: 'Jeta e Marrëveshjes' },
  'life.particulars': {
    en:
      'Every date the text depends on, with the rule that makes it, what went in, and every way it can be read. ' +
      'Where an input is missing there is no date.',
    uk:
      'Кожна дата, від якої залежить текст, з правилом її обчислення, вихідними даними та всіма варіантами ' +
      'тлумачення. Де бракує даних, там немає дати.',
    sq:
      'Çdo datë nga e cila varet teksti, me rregullin që e përcakton, të dhënat hyrëse dhe çdo lexim të mundshëm. ' +
      'Ku mungon një e dhënë, nuk ka datë.',
  },
  'life.why-state': { en: 'why “{state}”?', uk: 'чому «{state}»?', sq: 'pse «{state}»?' },
  'life.rail.contents': { en: 'On this page', uk: 'На цій сторінці', sq: 'Në këtë faqe' },
  'life.rail.clocks': { en: 'Clocks', uk: 'Відліки строків', sq: 'Llogaritja e afateve' },
  'life.rail.and': { en: 'And', uk: 'Також', sq: 'Si edhe' },
  'life.rail.calendars': { en: 'Calendars', uk: 'Календарі', sq: 'Kalendarët' },
  'life.rail.tz': { en: 'tz database {tz}', uk: 'база часових поясів tz {tz}', sq: 'baza tz {tz}' },

  'life.clock.entry': { en: 'Entry into effect', uk: 'Набуття чинності', sq: 'Hyrja në efekt' },
  'life.clock.lapse': { en: 'Lapse', uk: 'Сплив строку', sq: 'Mbarimi i afatit' },
  'life.clock.extension': { en: 'Extension', uk: 'Продовження строку дії', sq: 'Zgjatja e afatit' },

  'life.clock.extended': { en: 'Extended term', uk: 'Продовжений строк', sq: 'Afati i zgjatur' },
  'life.clock.termination': { en: 'Termination', uk: 'Припинення дії', sq: 'Përfundimi' },

  'life.no-date': {
    en: 'no date: waits for {what}',
    uk: 'дати немає: очікується {what}',
    sq: 'nuk ka datë: pritet {what}',
  },
  'life.await.nothing-given': {
    en: 'two notifications and their receipts',
    uk: 'два повідомлення та підтвердження їх отримання',
    sq: 'dy njoftimet dhe vërtetimet e marrjes së tyre',
  },
  'life.await.notification': {
    en: 'the notification by {of}',
    uk: 'повідомлення {of}',
    sq: 'njoftimi i {of}',
  },
  'life.await.receipt': {
    en: 'the receipt of {of}',
    uk: 'підтвердження отримання від {of}',
    sq: 'vërtetimi i marrjes prej {of}',
  },
  'life.await.entry': { en: 'entry into effect', uk: 'набуття чинності', sq: 'hyrja në efekt' },
  'life.await.lapse': { en: 'the date of lapse', uk: 'дата спливу строку', sq: 'data e mbarimit të afatit' },
  'life.stands.entry': { en: 'in effect since {date}', uk: 'чинна від {date}', sq: 'në efekt që nga {date}' },
  'life.stands.entry-ahead': {
    en: 'enters into effect on {date}',
    uk: 'набуває чинності {date}',
    sq: 'hyn në efekt më {date}',
  },
  'life.stands.lapse': {
    en: 'last day {date}, to 24:00 at each seat',
    uk: 'останній день – {date}, до 24:00 у кожній столиці',
    sq: 'dita e fundit {date}, deri në 24:00 në çdo seli',
  },
  'life.stands.extension': {
    en: 'both notices received by {date}, to 24:00 at each seat',
    uk: 'обидва повідомлення мають бути отримані до {date} включно, до 24:00 у кожній столиці',
    sq: 'të dy njoftimet të marra deri më {date}, deri në 24:00 në çdo seli',
  },

  'life.stands.extended': {
    en: 'extended: last day {date}, to 24:00 at each seat',
    uk: 'строк продовжено: останній день – {date}, до 24:00 у кожній столиці',
    sq: 'i zgjatur: dita e fundit {date}, deri në 24:00 në çdo seli',
  },
  'life.stands.termination': {
    en: 'pending: takes effect at the end of {date}',
    uk: 'очікує: набирає чинності наприкінці дня {date}',
    sq: 'në pritje: hyn në fuqi në fund të ditës {date}',
  },

  'life.row.rule': { en: 'Rule', uk: 'Правило', sq: 'Rregulli' },
  'life.row.inputs': { en: 'Inputs', uk: 'Вихідні дані', sq: 'Të dhënat hyrëse' },
  'life.row.readings': { en: 'Readings', uk: 'Тлумачення', sq: 'Leximet' },
  'life.row.remarks': { en: 'Also', uk: 'Також', sq: 'Gjithashtu' },
  'life.row.confirmed': { en: 'Confirmed', uk: 'Підтверджено', sq: 'Konfirmuar' },
  'life.rule.entry': {
    en:
      '{rule}: the civil date, at the recipient’s seat, on which the second notification in order of receipt is ' +
      'received. Both sides confirm it by act.',
    uk:
      '{rule}: календарна дата за місцеперебуванням отримувача, коли отримано повідомлення, друге за порядком ' +
      'отримання. Обидві сторони підтверджують її актом.',
    sq:
      '{rule}: data kalendarike, në selinë e marrësit, në të cilën merret njoftimi i dytë sipas radhës së marrjes. ' +
      'Të dyja palët e konfirmojnë me akt.',
  },
  'life.rule.lapse': {
    en:
      '{rule}: the last day is the same date {count, plural, one {# year} other {# years}} on, to 24:00 at each ' +
      'seat. Not moved for a weekend.',
    uk:
      '{rule}: останній день – та сама дата через {count, plural, one {# рік} few {# роки} many {# років} other ' +
      '{# року}}, до 24:00 у кожній столиці. Через вихідні не переноситься.',
    sq:
      '{rule}: dita e fundit është e njëjta datë pas {count, plural, one {# viti} other {# vjetësh}}, deri në 24:00 ' +
      'në çdo seli. Nuk zhvendoset për fundjavë.',
  },
  'life.rule.extension': {
    en:
      '{rule}: one joint decision, both notices received on or before the lapse minus {count, plural, one {# month} ' +
      'other {# months}}. The new length must be stated.',
    uk:
      '{rule}: одне спільне рішення, обидва повідомлення отримано не пізніше ніж за {count, plural, one {# місяць} ' +
      'few {# місяці} many {# місяців} other {# місяця}} до спливу строку. Слід указати нову тривалість.',
    sq:
      '{rule}: një vendim i përbashkët, të dy njoftimet të marra jo më vonë se {count, plural, one {# muaj} other ' +
      '{# muaj}} para mbarimit të afatit. Kohëzgjatja e re duhet të thuhet.',
  },
  'life.rule.extended': {
    en: '{rule}: the last day and the length that the joint decision states, in one sum, to 24:00 at each seat.',
    uk: '{rule}: останній день і тривалість, указана спільним рішенням, однією сумою, до 24:00 у кожній столиці.',
    sq:
      '{rule}: dita e fundit dhe kohëzgjatja që thotë vendimi i përbashkët, në një shumë, deri në 24:00 në çdo seli.',
  },
  'life.rule.termination': {
    en:
      '{rule}: {count, plural, one {# month} other {# months}} from the receipt of the notice at the recipient’s ' +
      'seat, to the end of the day; a month’s end rounds down. Revocable until then (VCLT 68).',
    uk:
      '{rule}: {count, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}} від отримання ' +
      'повідомлення за місцеперебуванням отримувача, до кінця дня; кінець місяця округлюється вниз. До того його ' +
      'можна відкликати (ВКПМД, стаття 68).',
    sq:
      '{rule}: {count, plural, one {# muaj} other {# muaj}} nga marrja e njoftimit në selinë e marrësit, deri në ' +
      'fund të ditës; fundi i muajit rrumbullakoset poshtë. Deri atëherë mund të tërhiqet (KVDT, neni 68).',
  },
  'life.readings.entry': {
    en:
      'second in order of receipt, operative; or second in order of sending. No date is computed from a missing ' +
      'input.',
    uk:
      'друге за порядком отримання – застосовне; або друге за порядком надсилання. Без вихідних даних дата не ' +
      'обчислюється.',
    sq:
      'i dyti sipas radhës së marrjes, i zbatueshëm; ose i dyti sipas radhës së dërgimit. Pa të dhëna nuk ' +
      'llogaritet datë.',
  },
  'life.readings.lapse': {
    en: 'the same date, operative; or the day before. The starting day is not written.',
    uk: 'та сама дата – застосовна; або попередній день. День початку в тексті не названо.',
    sq: 'e njëjta datë, e zbatueshme; ose dita përpara. Dita e fillimit nuk është shkruar.',
  },
  'life.readings.extension': {
    en:
      'at a month’s end two dates can follow. The earlier is operative. Length and number of extensions: the text is ' +
      'silent.',
    uk:
      'наприкінці місяця можливі дві дати. Застосовна – раніша. Про тривалість і кількість продовжень текст мовчить.',
    sq:
      'në fund të muajit mund të dalin dy data. E zbatueshme është më e hershmja. Për kohëzgjatjen dhe numrin e ' +
      'zgjatjeve teksti hesht.',
  },
  'life.readings.extended': {
    en: 'at a month’s end two dates can follow. The earlier is operative.',
    uk: 'наприкінці місяця можливі дві дати. Застосовна – раніша.',
    sq: 'në fund të muajit mund të dalin dy data. E zbatueshme është më e hershmja.',
  },
  'life.readings.termination': {
    en: 'it runs from receipt, not from the giving of the notice. At a month’s end the earlier date is operative.',
    uk: 'строк іде від отримання, а не від надання повідомлення. Наприкінці місяця застосовна раніша дата.',
    sq: 'afati ecën nga marrja, jo nga dhënia e njoftimit. Në fund të muajit zbatohet data më e hershme.',
  },
  'life.no-convention': {
    en: 'No convention of the sides adopted.',
    uk: 'Сторони не домовилися про інше.',
    sq: 'Palët nuk kanë miratuar ndonjë marrëveshje tjetër leximi.',
  },
  'life.reading.column': { en: 'Reading', uk: 'Тлумачення', sq: 'Leximi' },
  'life.reading.date': { en: 'Date', uk: 'Дата', sq: 'Data' },
  'life.reading.seats': { en: 'At', uk: 'Де', sq: 'Ku' },
  'life.reading.operative': { en: 'operative', uk: 'застосовне', sq: 'i zbatueshëm' },
  'life.reading.differ': {
    en: 'The readings come to different dates.',
    uk: 'Тлумачення дають різні дати.',
    sq: 'Leximet japin data të ndryshme.',
  },
  'life.reading.same': {
    en: 'Every reading comes to the same date.',
    uk: 'Усі тлумачення дають ту саму дату.',
    sq: 'Të gjitha leximet japin të njëjtën datë.',
  },
  'life.tz': {
    en: 'Computed with the time zone database {tz}.',
    uk: 'Обчислено за базою часових поясів tz {tz}.',
    sq: 'Llogaritur me bazën e zonave kohore tz {tz}.',
  },
  'life.rests-on': { en: 'It rests on {acts}.', uk: 'Підстава: {acts}.', sq: 'Mbështetet në {acts}.' },
  'life.sum.lapse': {
    en: '{date}, and {count, plural, one {# year} other {# years}} on.',
    uk: '{date} плюс {count, plural, one {# рік} few {# роки} many {# років} other {# року}}',
    sq: '{date} plus {count, plural, one {# vit} other {# vjet}}.',
  },
  'life.sum.extension': {
    en: '{date}, less {count, plural, one {# month} other {# months}}.',
    uk: '{date} мінус {count, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}',
    sq: '{date} minus {count, plural, one {# muaj} other {# muaj}}.',
  },
  'life.sum.extended': {
    en:
      '{date}, and {years, plural, one {# year} other {# years}}, {months, plural, one {# month} other {# months}} on.',
    uk:
      '{date} плюс {years, plural, one {# рік} few {# роки} many {# років} other {# року}} і {months, plural, one ' +
      '{# місяць} few {# місяці} many {# місяців} other {# місяця}}',
    sq:
      '{date} plus {years, plural, one {# vit} other {# vjet}} e {months, plural, one {# muaj} other {# muaj}}.',
  },
  'life.sum.termination': {
    en: '{date}, and {count, plural, one {# month} other {# months}} on.',
    uk: '{date} плюс {count, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}',
    sq: '{date} plus {count, plural, one {# muaj} other {# muaj}}.',
  },

  'life.input.notification': { en: 'notification by {of}', uk: 'повідомлення {of}', sq: 'njoftimi i {of}' },
  'life.input.receipt': {
    en: 'receipt acknowledged by {of}',
    uk: 'підтвердження отримання від {of}',
    sq: 'marrja e konfirmuar prej {of}',
  },
  'life.input.entry': { en: 'entry into effect', uk: 'набуття чинності', sq: 'hyrja në efekt' },
  'life.input.lapse': { en: 'last day of the term', uk: 'останній день строку', sq: 'dita e fundit e afatit' },
  'life.input.years': { en: 'years', uk: 'років', sq: 'vite' },
  'life.input.months': { en: 'months', uk: 'місяців', sq: 'muaj' },
  'life.none': { en: 'none recorded', uk: 'не записано', sq: 'asnjë e regjistruar' },
  'life.reported-note': {
    en: 'Ratification is not notification. What is reported moves no clock.',
    uk: 'Ратифікація не є повідомленням. Повідомлене у відкритих джерелах не запускає жодного відліку.',
    sq: 'Ratifikimi nuk është njoftim. Ajo që raportohet nuk vë në lëvizje asnjë afat.',
  },
  'life.source': { en: 'Source: {source}.', uk: 'Джерело: {source}.', sq: 'Burimi: {source}.' },
  'life.confirmed.none': { en: 'not yet', uk: 'ще ні', sq: 'ende jo' },
  'life.confirmed.both': {
    en: 'Both sides confirm the same date.',
    uk: 'Обидві сторони підтверджують ту саму дату.',
    sq: 'Të dyja palët konfirmojnë të njëjtën datë.',
  },
  'life.confirmed.outstanding': {
    en: 'Outstanding: {sides}.',
    uk: 'Ще немає підтвердження: {sides}.',
    sq: 'Mungon konfirmimi: {sides}.',
  },
  'life.confirmed.differ': {
    en: 'The sides confirm different dates. Each may confirm again.',
    uk: 'Сторони підтверджують різні дати. Кожна може підтвердити ще раз.',
    sq: 'Palët konfirmojnë data të ndryshme. Secila mund të konfirmojë përsëri.',
  },
  'life.confirmed.waits': {
    en: 'Both sides confirm once both receipts are given.',
    uk: 'Обидві сторони підтверджують після отримання обох повідомлень.',
    sq: 'Të dyja palët konfirmojnë pasi të jenë dhënë të dy vërtetimet e marrjes.',
  },
};
