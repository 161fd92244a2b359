// Words of the page of the record.
import type { Words } from '../../kit/words.ts';

export const RECORD_WORDS: Words = {
  'record.title': { en: 'Record', uk: 'Корпус актів', sq: 'Korpusi i akteve' },
  'record.particulars': {
    en: 'Everything both sides have said, in two logs. Each node holds its own and a verified copy of the other.',
    uk: 'Усе, що сказали обидві сторони, у двох журналах. Кожен вузол має власний журнал і перевірену копію іншого.',
    sq:
      'Gjithçka që kanë thënë të dyja palët, në dy ditarë. Çdo nyje mban të vetin dhe një kopje të verifikuar të ' +
      'tjetrit.',
  },
  'record.contents': { en: 'On this page', uk: 'На цій сторінці', sq: 'Në këtë faqe' },
  'record.concordance': { en: 'Concordance', uk: 'Узгодженість записів', sq: 'Përputhja e regjistrimeve' },
  'record.concordance-why': {
    en: 'Each node folds both logs into registers and compares digests with the other.',
    uk: 'Кожен вузол зводить обидва журнали в реєстри й порівнює їхні хеші з іншим.',
    sq: 'Çdo nyje i palos të dy ditarët në regjistra dhe krahason përmbledhjet me tjetrën.',
  },
  'record.line': { en: 'Line', uk: 'Лінія', sq: 'Linja' },
  'record.line-state': { en: 'state', uk: 'стан', sq: 'gjendja' },
  'record.line-last': { en: 'last exchange', uk: 'останній обмін', sq: 'shkëmbimi i fundit' },
  'record.line-error': { en: 'last error', uk: 'остання помилка', sq: 'gabimi i fundit' },
  'record.line-behind': { en: 'backlog', uk: 'черга', sq: 'radha' },
  'record.never': { en: 'never', uk: 'ніколи', sq: 'kurrë' },
  'record.log-of': { en: 'Log: {side}', uk: 'Журнал: {side}', sq: 'Ditari: {side}' },
  'record.own': { en: 'This node writes it.', uk: 'Його веде цей вузол.', sq: 'E mban kjo nyje.' },
  'record.held': {
    en: 'A verified copy; the other node writes it.',
    uk: 'Перевірена копія; його веде інший вузол.',
    sq: 'Kopje e verifikuar; e mban nyja tjetër.',
  },
  'record.origin': { en: 'origin', uk: 'походження', sq: 'origjina' },
  'record.size': { en: 'size', uk: 'розмір', sq: 'madhësia' },
  'record.entries': {
    en: '{count, plural, one {# entry} other {# entries}}',
    uk: '{count, plural, one {# запис} few {# записи} many {# записів} other {# запису}}',
    sq: '{count, plural, one {# zë} other {# zëra}}',
  },
  'record.root': { en: 'root', uk: 'корінь', sq: 'rrënja' },
  'record.signed-at': { en: 'signed', uk: 'підписано', sq: 'nënshkruar' },
  'record.not-signed': { en: 'no checkpoint yet', uk: 'контрольної точки ще немає', sq: 'ende pa pikë kontrolli' },
  'record.checkpoint': {
    en: 'Checkpoint with all signatures held',
    uk: 'Контрольна точка з усіма наявними підписами',
    sq: 'Pika e kontrollit me të gjitha nënshkrimet që mbahen',
  },
  'record.no-checkpoint': {
    en: 'The log is empty: there is no checkpoint to show.',
    uk: 'Журнал порожній: контрольної точки немає.',
    sq: 'Ditari është bosh: nuk ka pikë kontrolli për të treguar.',
  },
  'record.cosignatures': { en: 'Cosignatures', uk: 'Співпідписи', sq: 'Bashkënënshkrimet' },
  'record.no-cosignatures': {
    en: 'No cosignature is held yet.',
    uk: 'Співпідписів ще немає.',
    sq: 'Ende nuk mbahet asnjë bashkënënshkrim.',
  },
  'record.column-as': { en: 'As', uk: 'Роль', sq: 'Si' },
  'record.column-key': { en: 'Key', uk: 'Ключ', sq: 'Çelësi' },
  'record.column-size': { en: 'Size', uk: 'Розмір', sq: 'Madhësia' },
  'record.column-time': { en: 'When, {city}', uk: 'Коли, {city}', sq: 'Kur, {city}' },
  'record.role-witness': { en: 'witness', uk: 'свідок', sq: 'dëshmitar' },
  'record.role-mirror': { en: 'mirror', uk: 'дзеркальна копія', sq: 'pasqyrë' },
  'record.contested': { en: 'Contested', uk: 'Оспорено', sq: 'Të kontestuara' },
  'record.contested-why': {
    en: 'Acts of the other side that this node does not accept, with the reason. They stay in the log.',
    uk: 'Акти іншої сторони, яких цей вузол не приймає, із причиною. Вони лишаються в журналі.',
    sq: 'Akte të palës tjetër që kjo nyje nuk i pranon, me arsyen. Ato mbeten në ditar.',
  },
  'record.column-reason': { en: 'Reason', uk: 'Причина', sq: 'Arsyeja' },
  'record.none-contested': {
    en: 'No act is contested here.',
    uk: 'Жодного акта тут не оспорено.',
    sq: 'Këtu nuk kontestohet asnjë akt.',
  },
  'record.acts': { en: 'Acts', uk: 'Акти', sq: 'Aktet' },
  'record.acts-why': {
    en: 'Of both logs, as this node recorded them, newest first.',
    uk: 'З обох журналів, як їх записав цей вузол, новіші спершу.',
    sq: 'Nga të dy ditarët, siç i regjistroi kjo nyje, më të rejat në fillim.',
  },
  'record.none-acts': {
    en: 'Neither side has said anything yet.',
    uk: 'Жодна сторона ще нічого не сказала.',
    sq: 'Ende asnjë palë nuk ka thënë gjë.',
  },
  'record.none-before': {
    en: 'No act stands before these.',
    uk: 'До цих актів нічого немає.',
    sq: 'Para këtyre nuk ka akte.',
  },
  'record.before': { en: 'Earlier acts', uk: 'Попередні акти', sq: 'Akte më të hershme' },
  'record.newest': { en: 'Newest acts', uk: 'Найновіші акти', sq: 'Aktet më të reja' },
};
