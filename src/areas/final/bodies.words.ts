// Words of the page of bodies: treaty offices, designations and mandates, keys, owners that are only proposed.
import type { Words } from '../../kit/words.ts';

export const BODIES_WORDS: Words = {
  'bodies.name': { en: 'Bodies', uk: 'Органи', sq: 'Organet' },
  'bodies.title': { en: 'Bodies and their keys', uk: 'Органи та їхні ключі', sq: 'Organet dhe çelësat e tyre' },
  'bodies.particulars': {
    en: 'Who may speak for each side, under which paragraphs, by which act, and with which keys.',
    uk: 'Хто може говорити від імені кожної сторони, за якими пунктами, на підставі якого акта та якими ключами.',
    sq: 'Kush mund të flasë për secilën palë, për cilët paragrafë, me cilin akt dhe me cilët çelësa.',
  },
  'bodies.rail': { en: 'On this page', uk: 'На цій сторінці', sq: 'Në këtë faqe' },
  'bodies.reading': {
    en: 'What mandates rest on',
    uk: 'На чому ґрунтуються повноваження',
    sq: 'Ku mbështeten mandatet',
  },
  'bodies.to-confirm': {
    en: 'a reading, to be confirmed by the sides',
    uk: 'тлумачення, яке мають підтвердити сторони',
    sq: 'lexim, për t’u konfirmuar nga palët',
  },
  'bodies.confirmed': {
    en: 'a reading that both sides have confirmed',
    uk: 'тлумачення, яке підтвердили обидві сторони',
    sq: 'lexim që e kanë konfirmuar të dyja palët',
  },
  'bodies.reading-words': {
    en:
      'Servanda lets a designated body speak under the paragraphs it is designated for. The text speaks of ' +
      'bodies for ' +
      'developing and implementing bilateral agreements. It leaves open:',
    uk:
      'Servanda дозволяє визначеному органові говорити за пунктами, для яких його визначено. Текст згадує органи для ' +
      'розроблення та виконання двосторонніх угод. Він залишає відкритим:',
    sq:
      'Servanda lejon që një organ i caktuar të flasë për paragrafët për të cilët është caktuar. Teksti ' +
      'flet për organe ' +
      'që hartojnë dhe zbatojnë marrëveshje dypalëshe. Ai e lë të hapur:',
  },
  'bodies.office': { en: 'Treaty office', uk: 'Відомство, що веде Угоду', sq: 'Zyra e traktateve' },
  'bodies.by-function': {
    en:
      'It speaks by virtue of its functions and needs no designation: Vienna Convention on the Law of Treaties, ' +
      'article 7(2)(a).',
    uk:
      'Говорить у силу своїх функцій і не потребує визначення: Віденська конвенція про право міжнародних договорів, ' +
      'стаття 7(2)(a).',
    sq:
      'Flet në bazë të funksioneve të veta dhe nuk ka nevojë për caktim: Konventa e Vjenës për të Drejtën e ' +
      'Traktateve, neni 7(2)(a).',
  },
  'bodies.of': { en: 'Bodies of {of}', uk: 'Органи {of}', sq: 'Organet e {of}' },
  'bodies.none-designated': {
    en: 'No body is designated. A designation by the treaty office stands here with its paragraphs.',
    uk: 'Жодного органу не визначено. Тут стоятиме визначення органу з пунктами, для яких його визначено.',
    sq: 'Nuk është caktuar asnjë organ. Këtu do të qëndrojë caktimi bashkë me paragrafët e tij.',
  },
  'bodies.column-body': { en: 'Body', uk: 'Орган', sq: 'Organi' },
  'bodies.column-provisions': { en: 'Paragraphs', uk: 'Пункти', sq: 'Paragrafët' },
  'bodies.column-from': { en: 'From', uk: 'Від дня', sq: 'Nga data' },
  'bodies.column-act': { en: 'By act', uk: 'Акт', sq: 'Me aktin' },
  'bodies.column-state': { en: 'Mandate', uk: 'Повноваження', sq: 'Mandati' },
  'bodies.stands': { en: 'stands', uk: 'чинні', sq: 'në fuqi' },
  'bodies.ahead': { en: 'begins {date}', uk: 'починаються {date}', sq: 'fillon më {date}' },
  'bodies.ended': { en: 'ended by {act}', uk: 'припинено актом {act}', sq: 'përfunduar me {act}' },
  'bodies.kinds': { en: 'only {kinds}', uk: 'лише {kinds}', sq: 'vetëm {kinds}' },
  'bodies.change': { en: 'change', uk: 'змінити', sq: 'ndryshoni' },
  'bodies.change-what': {
    en: 'change the mandate of {body}',
    uk: 'змінити повноваження: {body}',
    sq: 'ndryshoni mandatin: {body}',
  },
  'bodies.end': { en: 'end', uk: 'припинити', sq: 'jepini fund' },
  'bodies.end-what': {
    en: 'end the mandate of {body}',
    uk: 'припинити повноваження: {body}',
    sq: 'jepini fund mandatit: {body}',
  },

  'bodies.keys-caption': {
    en: 'Keys of {of}',
    uk: 'Ключі {of}',
    sq: 'Çelësat e {of}',
  },
  'bodies.no-keys': {
    en: 'No key of this side is recorded here yet.',
    uk: 'Жодного ключа цієї сторони тут ще не записано.',
    sq: 'Këtu nuk është regjistruar ende asnjë çelës i kësaj pale.',
  },
  'bodies.column-key': { en: 'Key', uk: 'Ключ', sq: 'Çelësi' },
  'bodies.column-holder': { en: 'Held by', uk: 'Тримач', sq: 'Mbajtësi' },
  'bodies.column-use': { en: 'Signs', uk: 'Підписує', sq: 'Nënshkruan' },
  'bodies.column-admitted': { en: 'Admitted', uk: 'Допущено', sq: 'Pranuar' },
  'bodies.column-key-state': { en: 'State', uk: 'Стан', sq: 'Gjendja' },
  'bodies.key-stands': { en: 'in use', uk: 'використовується', sq: 'në përdorim' },
  'bodies.key-overlaps': { en: 'still accepted', uk: 'ще приймається', sq: 'ende pranohet' },
  'bodies.key-revoked': { en: 'revoked by {act}', uk: 'анульовано актом {act}', sq: 'revokuar me {act}' },
  'bodies.written': { en: 'written form', uk: 'записана форма', sq: 'forma e shkruar' },

  'bodies.proposed': { en: 'Proposed owners', uk: 'Запропоновані органи', sq: 'Organet e propozuara' },
  'bodies.proposed-note': {
    en: 'Proposed in the reading of the commitments. No body is an owner before it is designated under {provision}.',
    uk:
      'Запропоновано під час читання зобов’язань. Орган не вважається відповідальним, доки його не визначено за ' +
      '{provision}.',
    sq:
      'Të propozuara gjatë leximit të angazhimeve. Asnjë organ nuk është përgjegjës para se të caktohet sipas ' +
      '{provision}.',
  },
  'bodies.column-local': { en: 'In its own language', uk: 'Мовою сторони', sq: 'Në gjuhën e vet' },
  'bodies.column-statements': { en: 'Statements', uk: 'Твердження', sq: 'Pohimet' },
  'bodies.column-stage': { en: 'State', uk: 'Стан', sq: 'Gjendja' },
  'bodies.is-designated': { en: 'designated', uk: 'визначено', sq: 'i caktuar' },
  'bodies.is-office': { en: 'treaty office', uk: 'веде Угоду', sq: 'zyra e traktateve' },
  'bodies.is-proposed': { en: 'proposed', uk: 'пропонується', sq: 'propozohet' },
  'bodies.check': { en: 'check: {note}', uk: 'перевірити: {note}', sq: 'për t’u verifikuar: {note}' },
  'bodies.none-proposed': { en: 'None proposed.', uk: 'Не запропоновано.', sq: 'Asnjë i propozuar.' },
};
