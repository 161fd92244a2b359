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
  'record.cards': { en: 'Keys of the nodes', uk: 'Ключі вузлів', sq: 'Çelësat e nyjave' },
  'record.cards-why': {
    en: 'Twelve words stand for all keys of a node. Compare them with the note verbale of the other side.',
    uk: 'Дванадцять слів позначають усі ключі вузла. Порівняйте їх із вербальною нотою іншої сторони.',
    sq: 'Dymbëdhjetë fjalë qëndrojnë për të gjithë çelësat e një nyjeje. Krahasojini me notën verbale të palës tjetër.',
  },
  'record.card-words': { en: 'fingerprint', uk: 'відбиток', sq: 'gjurma' },
  'record.card-keys': { en: 'written keys', uk: 'записані ключі', sq: 'çelësat e shkruar' },
  'record.card-note': {
    en: 'The note that tells our fingerprint',
    uk: 'Нота, що повідомляє наш відбиток',
    sq: 'Nota që njofton gjurmën tonë',
  },
  'record.line': { en: 'Line', uk: 'Лінія', sq: 'Linja' },
  'record.line-state': { en: 'state', uk: 'стан', sq: 'gjendja' },
  'record.line-last': { en: 'last exchange', uk: 'останній обмін', sq: 'shkëmbimi i fundit' },
  'record.line-error': { en: 'last error', uk: 'остання помилка', sq: 'gabimi i fundit' },
  'record.line-behind': { en: 'backlog', uk: 'черга', sq: 'radha' },
  'record.closed': { en: 'closed epoch', uk: 'закрита епоха', sq: 'epokë e mbyllur' },
  'record.line-flooded': { en: 'limit exceeded', uk: 'перевищено межу', sq: 'kufiri u tejkalua' },
  'record.line-waiting': { en: 'waiting since', uk: 'чекає з', sq: 'në pritje që nga' },
  'record.inspection': { en: 'Inspection', uk: 'Перевірка збереженого', sq: 'Kontrolli i të ruajturave' },
  'record.inspection-why': {
    en:
      'What is kept here is hashed again, round after round, and held against what was signed. What is damaged is ' +
      'fetched from the other node.',
    uk:
      'Хеші збереженого тут обчислюють знову й знову та звіряють із підписаним. Пошкоджене відновлюють з іншого ' +
      'вузла.',
    sq:
      'Ajo që ruhet këtu rillogaritet vazhdimisht dhe krahasohet me atë që u nënshkrua. Çfarë është dëmtuar merret ' +
      'nga nyja tjetër.',
  },
  'record.inspection-none': {
    en: 'no damage known',
    uk: 'пошкоджень не виявлено',
    sq: 'nuk njihet asnjë dëmtim',
  },
  'record.inspection-open': {
    en: '{count, plural, one {# damage not healed} other {# damages not healed}}',
    uk:
      '{count, plural, one {# пошкодження не усунено} few {# пошкодження не усунено} many {# пошкоджень не усунено} ' +
      'other {# пошкодження не усунено}}',
    sq: '{count, plural, one {# dëmtim i pandrequr} other {# dëmtime të pandrequra}}',
  },
  'record.inspection-round': { en: 'last whole round', uk: 'останній повний обхід', sq: 'xhiroja e fundit e plotë' },
  'record.inspection-healed': { en: 'healed so far', uk: 'усунено досі', sq: 'të ndrequra deri tani' },
  'record.column-damaged': { en: 'What is damaged', uk: 'Що пошкоджено', sq: 'Çfarë është dëmtuar' },
  'record.column-place': { en: 'Where', uk: 'Де', sq: 'Ku' },
  'damage.entry': { en: 'entry', uk: 'запис', sq: 'zëri' },
  'damage.leaf': { en: 'hash of an entry', uk: 'хеш запису', sq: 'hashi i një zëri' },
  'damage.columns': { en: 'what is read from an entry', uk: 'прочитане із запису', sq: 'çfarë lexohet nga një zë' },
  'damage.part': { en: 'part of an act', uk: 'частина акта', sq: 'pjesë e një akti' },
  'damage.tile': { en: 'hashes of the tree', uk: 'хеші дерева', sq: 'hashet e pemës' },
  'damage.head': { en: 'head of the log', uk: 'вершина журналу', sq: 'kreu i ditarit' },
  'damage.root': {
    en: 'entries below a signed size',
    uk: 'записи до підписаного розміру',
    sq: 'zërat nën një madhësi të nënshkruar',
  },
  'damage.checkpoint': { en: 'checkpoint', uk: 'контрольна точка', sq: 'pika e kontrollit' },
  'damage.cosignature': { en: 'cosignature', uk: 'співпідпис', sq: 'bashkënënshkrimi' },
  'damage.row': { en: 'row of a register', uk: 'рядок реєстру', sq: 'rresht i një regjistri' },
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
  'record.column-algorithm': { en: 'Algorithm', uk: 'Алгоритм', sq: 'Algoritmi' },
  'record.column-size': { en: 'Size', uk: 'Розмір', sq: 'Madhësia' },
  'record.column-time': { en: 'When, {city}', uk: 'Коли, {city}', sq: 'Kur, {city}' },
  'record.role-witness': { en: 'witness', uk: 'свідок', sq: 'dëshmitar' },
  'record.role-mirror': { en: 'mirror', uk: 'дзеркальна копія', sq: 'pasqyrë' },
  'record.role-third': { en: 'third-party witness', uk: 'сторонній свідок', sq: 'dëshmitar i tretë' },
  'record.witnesses': { en: 'Third-party witnesses', uk: 'Сторонні свідки', sq: 'Dëshmitarë të tretë' },
  'record.witnesses-why': {
    en: 'Of neither side. Each is asked to cosign what this node signs.',
    uk: 'Не належать жодній стороні. Кожного просять співпідписати те, що підписує цей вузол.',
    sq: 'Të asnjë pale. Secilit i kërkohet të bashkënënshkruajë çfarë nënshkruan kjo nyje.',
  },
  'record.witness-well': { en: 'answers', uk: 'відповідає', sq: 'përgjigjet' },
  'record.witness-failing': { en: 'fails, is tried again', uk: 'збій, повторюємо', sq: 'dështon, riprovohet' },
  'record.witness-open': {
    en: 'does not answer; tried now and then',
    uk: 'не відповідає; пробуємо зрідка',
    sq: 'nuk përgjigjet; provohet herë pas here',
  },
  'record.witness-never': { en: 'not asked yet', uk: 'ще не запитано', sq: 'ende i papyetur' },
  'record.noted': { en: 'Order of both logs', uk: 'Порядок обох журналів', sq: 'Renditja e të dy ditarëve' },
  'record.noted-why': {
    en: 'Entries that are no acts: one log notes how far the other stood, signed by both sides.',
    uk: 'Записи, що не є актами: один журнал фіксує, докуди дійшов інший, за підписами обох сторін.',
    sq: 'Zëra që nuk janë akte: një ditar shënon deri ku kishte arritur tjetri, me nënshkrimet e të dyja palëve.',
  },
  'record.noted-checkpoint': {
    en: 'checkpoint of {of} {size, number} noted',
    uk: 'зафіксовано контрольну точку {of} {size, number}',
    sq: 'u shënua pika e kontrollit {of} {size, number}',
  },
  'record.none-noted': {
    en: 'Neither log has noted the other yet.',
    uk: 'Жоден журнал ще не зафіксував іншого.',
    sq: 'Ende asnjë ditar nuk e ka shënuar tjetrin.',
  },
  'record.column-entry': { en: 'Entry', uk: 'Запис', sq: 'Zëri' },
  'record.column-notes': { en: 'Notes', uk: 'Що фіксує', sq: 'Çfarë shënon' },
  'record.contested': { en: 'Contested', uk: 'Оспорено', sq: 'Të kontestuara' },
  'record.contested-why': {
    en: 'Acts of either side that the other side’s node does not accept, with the reason. They stay in the log.',
    uk: 'Акти однієї сторони, яких не приймає вузол іншої, із причиною. Вони лишаються в журналі.',
    sq: 'Akte të njërës palë që nyja e palës tjetër nuk i pranon, me arsyen. Ato mbeten në ditar.',
  },
  'record.evidence': { en: 'Contradictions', uk: 'Суперечності', sq: 'Kundërthënie' },
  'record.evidence-why': {
    en: 'Signed states of one log that cannot both be true. Both are kept, byte for byte.',
    uk: 'Підписані стани одного журналу, які не можуть обидва бути правдою. Обидва збережено байт у байт.',
    sq: 'Gjendje të nënshkruara të një ditari që nuk mund të jenë të vërteta të dyja. Të dyja ruhen.',
  },
  'record.evidence-fork': { en: 'two logs', uk: 'два журнали', sq: 'dy ditarë' },
  'record.evidence-rollback': { en: 'taken back', uk: 'відкочено', sq: 'kthyer mbrapsht' },
  'record.evidence-unproven': {
    en: 'not shown to follow',
    uk: 'наступність не доведено',
    sq: 'vijimësia nuk u provua',
  },
  'record.evidence-closed': {
    en: 'signed for a log that was closed',
    uk: 'підписано для закритого журналу',
    sq: 'nënshkruar për një ditar të mbyllur',
  },
  'record.evidence-held': { en: 'held', uk: 'збережений стан', sq: 'gjendja e mbajtur' },
  'record.evidence-given': { en: 'given', uk: 'наданий стан', sq: 'gjendja e dhënë' },
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
};
