// The words of the page on which officials moderate what organisations have handed in.
import type { Words } from '../../kit/words.ts';

export const MODERATION_WORDS: Words = {
  'moderation.name': { en: 'Moderation', uk: 'Модерація', sq: 'Moderimi' },
  'moderation.title': {
    en: 'Assessments handed in',
    uk: 'Надіслані оцінки',
    sq: 'Vlerësime të dërguara',
  },
  'moderation.particulars': {
    en:
      'Sent at the public window of this side. Pass one on, and both sides decide on it by act, with reasons; ' +
      'set aside only what is advertising or abuse.',
    uk:
      'Надіслані в публічному вікні цієї Сторони. Передайте оцінку – і обидві Сторони вирішать щодо неї актом із ' +
      'оприлюдненими підставами; відкладайте лише рекламу чи образи.',
    sq:
      'Të dërguara te dritarja publike e kësaj pale. Përcilleni një dhe të dyja palët vendosin me akt, me arsye të ' +
      'botuara; lini mënjanë vetëm reklamat a fyerjet.',
  },
  'moderation.none': {
    en: 'Nothing has been handed in. What organisations send at the public window stands here.',
    uk: 'Нічого не надіслано. Тут з’явиться те, що організації надішлють у публічному вікні.',
    sq: 'Asgjë nuk është dërguar. Këtu del ajo që dërgojnë organizatat te dritarja publike.',
  },
  'moderation.decided': { en: 'Assessments decided on', uk: 'Оцінки з рішенням', sq: 'Vlerësimet e vendosura' },
  'moderation.statement': { en: 'Statement {statement}', uk: 'Твердження {statement}', sq: 'Pohimi {statement}' },
  'moderation.words': { en: 'Words', uk: 'Слова', sq: 'Fjalët' },
  'moderation.sources': { en: 'Sources', uk: 'Джерела', sq: 'Burimet' },
  'moderation.completion': { en: 'How far, as it says', uk: 'Наскільки, за її словами', sq: 'Sa, sipas saj' },
  'moderation.at': { en: 'Handed in', uk: 'Надіслано', sq: 'Dërguar' },
  'moderation.contact': { en: 'Contact, not published', uk: 'Контакт, не публікується', sq: 'Kontakti, nuk botohet' },
  'moderation.why': { en: 'Why it is set aside', uk: 'Чому відкладено', sq: 'Pse lihet mënjanë' },
  'moderation.why-help': {
    en: 'Kept here with your name. Its text and contact are erased.',
    uk: 'Зберігається тут із вашим іменем. Текст і контакт буде стерто.',
    sq: 'Ruhet këtu me emrin tuaj. Teksti dhe kontakti fshihen.',
  },
  'moderation.set-aside': { en: 'Set it aside', uk: 'Відкласти', sq: 'Lëreni mënjanë' },
  'moderation.pass-on': {
    en: 'Pass it on to the other side',
    uk: 'Передати іншій Стороні',
    sq: 'Përcilleni palës tjetër',
  },
  'moderation.passed': {
    en: 'Decide on it',
    uk: 'Вирішити щодо неї',
    sq: 'Vendosni për të',
  },
  'moderation.forget': { en: 'Erase the contact', uk: 'Стерти контакт', sq: 'Fshijeni kontaktin' },
};
