// Words of the page of one's own session: in which office and for what purpose it stands.
import type { Words } from '../../kit/words.ts';

export const SESSION_WORDS: Words = {
  'session.title': { en: 'Your session', uk: 'Ваш сеанс', sq: 'Sesioni juaj' },
  'session.as': {
    en: '{name}, {post}. Roles: {roles}.',
    uk: '{name}, {post}. Ролі: {roles}.',
    sq: '{name}, {post}. Rolet: {roles}.',
  },
  'session.purpose': { en: 'Purpose', uk: 'Мета', sq: 'Qëllimi' },
  'session.purpose-why': {
    en: 'Some of what is given may be used for a named purpose alone. Name yours before you look for it.',
    uk: 'Дещо з переданого дозволено використовувати лише для названої мети. Назвіть свою, перш ніж шукати.',
    sq: 'Një pjesë e asaj që jepet përdoret vetëm për një qëllim të caktuar. Caktojeni tuajin para se të kërkoni.',
  },
  'session.purpose-none': { en: 'no purpose named', uk: 'мети не названо', sq: 'pa qëllim të caktuar' },
  'session.purpose-is': { en: 'for: {purpose}', uk: 'мета: {purpose}', sq: 'për: {purpose}' },
  'session.purpose-set': { en: 'Work for this purpose', uk: 'Працювати з цією метою', sq: 'Punoni për këtë qëllim' },
  'session.office': { en: 'Office', uk: 'Посада', sq: 'Posti' },
  'session.office-why': {
    en: 'You hold more than one office. In each you see and say what that office may.',
    uk: 'Ви обіймаєте не одну посаду. На кожній ви бачите й кажете те, що дозволено саме їй.',
    sq: 'Ju mbani më shumë se një post. Në secilin shihni dhe thoni atë që i lejohet atij posti.',
  },
  'session.office-set': { en: 'Go on in this office', uk: 'Продовжити на цій посаді', sq: 'Vazhdoni në këtë post' },
};
