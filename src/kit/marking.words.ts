// The words of marking lines: who may have what is shown, for what, until when.
import type { Words } from './words.ts';

export const MARKING_WORDS: Words = {
  'marking.public': {
    en: '{tlp}. Anyone may see this and pass it on.',
    uk: '{tlp}. Це може бачити й передавати далі будь-хто.',
    sq: '{tlp}. Këtë mund ta shohë dhe ta përcjellë kushdo.',
  },
  'marking.officials': {
    en: '{tlp}. For officials alone, of these sides: {sides}.',
    uk: '{tlp}. Лише для посадових осіб сторін: {sides}.',
    sq: '{tlp}. Vetëm për zyrtarët e palëve: {sides}.',
  },
  'marking.bodies': {
    en: '{tlp}. Only for: {bodies}.',
    uk: '{tlp}. Лише для: {bodies}.',
    sq: '{tlp}. Vetëm për: {bodies}.',
  },
  'marking.nobody': {
    en: 'Made of parts that nobody may have together. Show it to nobody.',
    uk: 'Складено з частин, яких разом не може мати ніхто. Нікому не показувати.',
    sq: 'Përbëhet nga pjesë që askush nuk mund t’i ketë së bashku. Të mos i tregohet askujt.',
  },
  'marking.purpose': { en: 'Purpose: {purposes}.', uk: 'Мета: {purposes}.', sq: 'Qëllimi: {purposes}.' },
  'marking.personal': {
    en: 'Holds personal data.',
    uk: 'Містить персональні дані.',
    sq: 'Përmban të dhëna personale.',
  },
  'marking.special': {
    en: 'Holds special categories of personal data.',
    uk: 'Містить особливі категорії персональних даних.',
    sq: 'Përmban kategori të veçanta të të dhënave personale.',
  },
  'marking.orcon': {
    en: 'Passed on only with the originator’s consent.',
    uk: 'Передавати далі лише за згодою ініціатора.',
    sq: 'Përcillet më tej vetëm me pëlqimin e origjinuesit.',
  },
  'marking.codes': { en: 'Codes: {codes}.', uk: 'Коди: {codes}.', sq: 'Kodet: {codes}.' },
  'marking.action': { en: 'Permitted: {action}.', uk: 'Дозволено: {action}.', sq: 'Lejohet: {action}.' },
  'marking.keep': { en: 'Kept until {date}.', uk: 'Зберігати до {date}.', sq: 'Ruhet deri më {date}.' },
};
