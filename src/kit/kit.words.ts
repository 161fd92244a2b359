// The words of the page parts: names of provisions, rungs, states of the record, what every form and sheet says.
import type { Words } from './words.ts';

export const KIT_WORDS: Words = {
  'kit.recital': {
    en: 'recital ({number})',
    uk: 'пункт преамбули ({number})',
    sq: 'paragrafi ({number}) i preambulës',
  },
  'kit.annex': { en: 'annex {number}', uk: 'додаток {number}', sq: 'shtojca {number}' },
  'kit.added': { en: 'added', uk: 'додано', sq: 'shtuar' },
  'kit.removed': { en: 'removed', uk: 'вилучено', sq: 'hequr' },
  'kit.closing': { en: 'closing words', uk: 'прикінцеві слова', sq: 'fjalët përmbyllëse' },
  'kit.unit.h': { en: 'h', uk: 'год', sq: 'orë' },
  'kit.unit.min': { en: 'min', uk: 'хв', sq: 'min' },
  'kit.unit.s': { en: 's', uk: 'с', sq: 's' },
  'kit.span': { en: '{h} h {min} min {s} s', uk: '{h} год {min} хв {s} с', sq: '{h} orë {min} min {s} s' },
  'kit.left': { en: '{span} left', uk: 'залишилося {span}', sq: 'mbeten {span}' },
  'kit.copy': { en: 'copy', uk: 'скопіювати', sq: 'kopjoni' },
  'kit.copied': { en: 'copied', uk: 'скопійовано', sq: 'u kopjua' },
  'kit.asks-no-act': { en: '{word}, asks for no act', uk: '{word}, акта не потребує', sq: '{word}, nuk kërkon akt' },
  'kit.choose': { en: 'choose', uk: 'оберіть', sq: 'zgjidhni' },
  'kit.form-wrong': {
    en: '{count, plural, one {One field must be mended.} other {# fields must be mended.}}',
    uk:
      '{count, plural, one {Треба виправити # поле.} few {Треба виправити # поля.} ' +
      'many {Треба виправити # полів.} other {Треба виправити # поля.}}',
    sq: '{count, plural, one {Duhet ndrequr një fushë.} other {Duhen ndrequr # fusha.}}',
  },
  'kit.records-agree': {
    en: 'Both records agree as of {acts}.',
    uk: 'Обидва корпуси актів узгоджені станом на {acts}.',
    sq: 'Të dy korpuset e akteve përputhen deri te {acts}.',
  },
  'kit.records-wait': {
    en: 'The records have not been compared yet. Held here: {acts}.',
    uk: 'Корпуси актів ще не порівняно. Тут зберігається: {acts}.',
    sq: 'Korpuset e akteve nuk janë krahasuar ende. Këtu mbahen: {acts}.',
  },
  'kit.records-differ': {
    en: 'The records differ as of {acts}.',
    uk: 'Корпуси актів розходяться станом на {acts}.',
    sq: 'Korpuset e akteve ndryshojnë deri te {acts}.',
  },
  'kit.first-differing': {
    en: 'First differing row: {register}, {subject}.',
    uk: 'Перший рядок, що відрізняється: {register}, {subject}.',
    sq: 'Rreshti i parë që ndryshon: {register}, {subject}.',
  },
  'kit.no-acts-of': { en: 'no act of {side}', uk: 'жодного акта {side}', sq: 'asnjë akt i {side}' },
  'kit.compared': { en: 'Compared', uk: 'Порівняно', sq: 'Krahasuar më' },
  'kit.initials': { en: 'initials', uk: 'ініціали', sq: 'inicialet' },
  'kit.seal': { en: 'place of seal', uk: 'місце печатки', sq: 'vendi i vulës' },
  'kit.why-date': { en: 'why this date?', uk: 'чому ця дата?', sq: 'pse kjo datë?' },
  'kit.why-no-date': { en: 'why no date?', uk: 'чому немає дати?', sq: 'pse nuk ka datë?' },
  'kit.no-date': { en: 'no date', uk: 'без дати', sq: 'pa datë' },
  'kit.because': { en: 'Raised by {act}.', uk: 'Підстава: {act}.', sq: 'Lind nga {act}.' },
  'kit.rule': { en: 'Rule {rule}.', uk: 'Правило {rule}.', sq: 'Rregulli {rule}.' },
  'kit.counted': { en: '{count} {word}', uk: '{word} ({count})', sq: '{word} ({count})' },
  'kit.by-act': { en: 'by {act}', uk: 'за {act}', sq: 'me {act}' },
  'kit.owner': { en: 'owner', uk: 'орган', sq: 'organi' },
  'kit.proposed': { en: 'proposed', uk: 'пропонується', sq: 'propozohet' },
  'kit.under-way': { en: 'under way', uk: 'триває', sq: 'në zbatim' },
  'kit.acts-recorded': {
    en: '{count, plural, one {# act recorded} other {# acts recorded}}',
    uk:
      '{count, plural, one {записано # акт} few {записано # акти} many {записано # актів} other {записано # акта}}',
    sq: '{count, plural, one {# akt i regjistruar} other {# akte të regjistruara}}',
  },
  'kit.more-acts-recorded': {
    en: 'more than {count, number} acts recorded',
    uk: 'записано понад {count, number} актів',
    sq: 'mbi {count, number} akte të regjistruara',
  },
  'kit.last-act': { en: 'last act', uk: 'останній акт', sq: 'akti i fundit' },
  'kit.due': { en: 'due', uk: 'строк', sq: 'afati' },
  'kit.reported': { en: 'reported', uk: 'повідомлено', sq: 'i raportuar' },
  'kit.more-reports': {
    en: '{count, plural, one {# more} other {# more}}',
    uk: '{count, plural, one {ще #} few {ще #} many {ще #} other {ще #}}',
    sq: '{count, plural, one {edhe # tjetër} other {edhe # të tjera}}',
  },
  'kit.readings': {
    en: '{count, plural, one {one reading} =2 {two readings} =3 {three readings} other {# readings}}',
    uk:
      '{count, plural, =2 {два варіанти тлумачення} =3 {три варіанти тлумачення} one {# варіант тлумачення} ' +
      'few {# варіанти тлумачення} many {# варіантів тлумачення} other {# варіанта тлумачення}}',
    sq: '{count, plural, =2 {dy lexime të mundshme} =3 {tri lexime të mundshme} one {një lexim} other {# lexime}}',
  },
  'kit.nothing-recorded': { en: 'nothing recorded', uk: 'нічого не записано', sq: 'asgjë e regjistruar' },

  'rung.draft': { en: 'draft', uk: 'проєкт', sq: 'projekt' },
  'rung.approved': { en: 'approved', uk: 'погоджено', sq: 'i miratuar' },
  'rung.recorded': { en: 'recorded', uk: 'записано', sq: 'i regjistruar' },
  'rung.witnessed': { en: 'witnessed', uk: 'засвідчено', sq: 'i dëshmuar' },
  'rung.received': { en: 'received', uk: 'отримано', sq: 'i marrë' },
  'rung.acknowledged': { en: 'acknowledged', uk: 'підтверджено', sq: 'i pranuar' },
  'rung.contested': { en: 'contested', uk: 'оспорено', sq: 'i kontestuar' },
  'rung.none': { en: 'not recorded', uk: 'не записано', sq: 'i paregjistruar' },
  'rung.not-reached': { en: 'not reached', uk: 'не досягнуто', sq: 'i paarritur' },

  'completion.no-evidence': { en: 'no evidence', uk: 'немає підтверджень', sq: 'pa prova' },
  'completion.not-started': { en: 'not started', uk: 'не розпочато', sq: 'i pafilluar' },
  'completion.limited': { en: 'limited', uk: 'обмежено', sq: 'i kufizuar' },
  'completion.substantial': { en: 'substantial', uk: 'істотно', sq: 'i konsiderueshëm' },
  'completion.complete': { en: 'complete', uk: 'завершено', sq: 'i përfunduar' },
};
