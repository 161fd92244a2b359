// Words of the strip of life: how the Agreement stands, its points in time, and why it stands so.
import type { Words } from '../../kit/words.ts';

export const STRIP_WORDS: Words = {
  'life.signed-not-in-effect': {
    en: 'Signed, not in effect',
    uk: 'Підписана, не набула чинності',
    sq: 'E nënshkruar, jo në efekt',
  },
  'life.entry-ahead': {
    en: 'Signed, about to enter into effect',
    uk: 'Підписана, невдовзі набуде чинності',
    sq: 'E nënshkruar, në prag të hyrjes në efekt',
  },
  'life.in-effect-unconfirmed': {
    en: 'In effect, to be confirmed by both sides',
    uk: 'Чинна, дату мають підтвердити обидві сторони',
    sq: 'Në efekt, për t’u konfirmuar nga të dyja palët',
  },
  'life.in-effect-dates-differ': {
    en: 'In effect, the sides have confirmed different dates',
    uk: 'Чинна, сторони підтвердили різні дати',
    sq: 'Në efekt, palët kanë konfirmuar data të ndryshme',
  },
  'life.in-effect': { en: 'In effect', uk: 'Чинна', sq: 'Në efekt' },
  'life.termination-pending': {
    en: 'In effect, termination pending',
    uk: 'Чинна, очікується припинення',
    sq: 'Në efekt, përfundimi në pritje',
  },
  'life.terminated': { en: 'Terminated', uk: 'Дію припинено', sq: 'E përfunduar' },
  'life.lapsed': { en: 'Lapsed', uk: 'Строк дії сплив', sq: 'I ka mbaruar afati' },

  'life.point.signed': { en: 'Signed', uk: 'Підписана', sq: 'E nënshkruar' },
  'life.point.today': { en: 'Today', uk: 'Сьогодні', sq: 'Sot' },
  'life.point.first': { en: 'First notification', uk: 'Перше повідомлення', sq: 'Njoftimi i parë' },
  'life.point.second': { en: 'Second notification', uk: 'Друге повідомлення', sq: 'Njoftimi i dytë' },
  'life.point.entry': { en: 'In effect', uk: 'Набуття чинності', sq: 'Hyrja në efekt' },
  'life.point.termination': { en: 'Termination', uk: 'Припинення дії', sq: 'Përfundimi' },
  'life.point.lapse': { en: 'Lapse', uk: 'Сплив строку', sq: 'Mbarimi i afatit' },
  'life.days-on': {
    en: '{days, plural, one {# day on} other {# days on}}',
    uk:
      '{days, plural, one {# день від підписання} few {# дні від підписання} many {# днів від підписання} ' +
      'other {# дня від підписання}}',
    sq: '{days, plural, one {# ditë nga nënshkrimi} other {# ditë nga nënshkrimi}}',
  },
  'life.none-recorded': { en: 'none recorded', uk: 'не записано', sq: 'asnjë e regjistruar' },
  'life.point-given': {
    en: '{side}; receipt not acknowledged',
    uk: '{side}; отримання не підтверджено',
    sq: '{side}; marrja e pakonfirmuar',
  },
  'life.point-received': {
    en: '{side}; received, {city}',
    uk: '{side}; отримано, {city}',
    sq: '{side}; marrë, {city}',
  },
  'life.point-of-second': {
    en: 'receipt of the second',
    uk: 'отримання другого',
    sq: 'marrja e të dytit',
  },
  'life.point-confirmed-both': {
    en: 'confirmed by both',
    uk: 'підтверджено обома сторонами',
    sq: 'konfirmuar nga të dyja palët',
  },
  'life.point-computed': {
    en: 'computed, to be confirmed',
    uk: 'обчислено, слід підтвердити',
    sq: 'e llogaritur, për t’u konfirmuar',
  },
  'life.point-differ': {
    en: 'computed; the sides confirm different dates',
    uk: 'обчислено; сторони підтверджують різні дати',
    sq: 'e llogaritur; palët konfirmojnë data të ndryshme',
  },
  'life.years-on': {
    en: '{years, plural, one {# year on} other {# years on}}',
    uk: '{years, plural, one {через # рік} few {через # роки} many {через # років} other {через # року}}',
    sq: '{years, plural, one {pas # viti} other {pas # vjetësh}}',
  },
  'life.last-day': { en: 'last day, to 24:00', uk: 'останній день, до 24:00', sq: 'dita e fundit, deri në 24:00' },

  'life.why.rule': {
    en: 'It enters into effect on the day the second notification is received ({provision}).',
    uk: 'Вона набуває чинності в день отримання другого повідомлення ({provision}).',
    sq: 'Ajo hyn në efekt ditën kur merret njoftimi i dytë ({provision}).',
  },
  'life.why.none': {
    en: 'Notification by {of}: none recorded.',
    uk: 'Повідомлення {of}: не записано.',
    sq: 'Njoftimi i {of}: asnjë i regjistruar.',
  },
  'life.why.given': {
    en: 'Notification by {of}: sent on {date}; its receipt is not acknowledged.',
    uk: 'Повідомлення {of}: надіслано {date}; отримання не підтверджено.',
    sq: 'Njoftimi i {of}: dërguar më {date}; marrja e tij nuk është konfirmuar.',
  },
  'life.why.received': {
    en: 'Notification by {of}: received on {date}, {city}.',
    uk: 'Повідомлення {of}: отримано {date}, {city}.',
    sq: 'Njoftimi i {of}: marrë më {date}, {city}.',
  },
  'life.why.reported': {
    en: 'Reported ({grade}), {date}: {says}. Source: {source}.',
    uk: 'Повідомлено у відкритих джерелах ({grade}), {date}: {says}. Джерело: {source}.',
    sq: 'Raportuar nga burime publike ({grade}), {date}: {says}. Burimi: {source}.',
  },
  'life.why.not-notified': {
    en: 'What is reported moves nothing: a ratification is not a notification.',
    uk: 'Повідомлене у джерелах нічого не змінює: ратифікація не є повідомленням між Учасниками.',
    sq: 'Ajo që raportohet nuk ndryshon asgjë: ratifikimi nuk është njoftim.',
  },
  'life.why.entry': {
    en: 'The second in order of receipt makes the date: {date} (rule {rule}).',
    uk: 'Дату визначає друге за порядком отримання: {date} (правило {rule}).',
    sq: 'Datën e përcakton i dyti sipas radhës së marrjes: {date} (rregulli {rule}).',
  },
  'life.why.confirmed': {
    en: 'Confirmed by {of}: {date}.',
    uk: 'Підтвердження {of}: {date}',
    sq: 'Konfirmimi i {of}: {date}.',
  },
  'life.why.unconfirmed': {
    en: 'Not yet confirmed by {of}.',
    uk: 'Підтвердження {of}: ще немає.',
    sq: 'Konfirmimi i {of}: ende mungon.',
  },
  'life.why.extended': {
    en: 'Both sides have decided to extend it: the last day is {date} (rule {rule}).',
    uk: 'Обидві сторони вирішили продовжити строк: останній день – {date} (правило {rule}).',
    sq: 'Të dyja palët kanë vendosur ta zgjatin: dita e fundit është {date} (rregulli {rule}).',
  },
  'life.why.termination': {
    en: 'A notice of termination is received: it takes effect at the end of {date} (rule {rule}).',
    uk: 'Повідомлення про припинення отримано: воно набирає чинності наприкінці {date} (правило {rule}).',
    sq: 'Një njoftim përfundimi është marrë: hyn në fuqi në fund të {date} (rregulli {rule}).',
  },
  'life.why.lapsed': {
    en: 'Its last day was {date} (rule {rule}).',
    uk: 'Останній день строку дії: {date} (правило {rule}).',
    sq: 'Dita e fundit e afatit ishte {date} (rregulli {rule}).',
  },
};
