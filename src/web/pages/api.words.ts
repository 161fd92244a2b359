// Words around the interface for programs.
import type { Words } from '../../kit/words.ts';

export const API_WORDS: Words = {
  'api.title': { en: 'Interface for programs', uk: 'Інтерфейс для програм', sq: 'Ndërfaqja për programe' },
  'api.particulars': {
    en: 'Every address here: what may be asked of it and what it answers. The descriptions are in English.',
    uk: 'Кожна адреса тут: про що її можна запитати й що вона відповідає. Описи – англійською.',
    sq: 'Çdo adresë këtu: çfarë mund t’i kërkohet dhe çfarë përgjigjet. Përshkrimet janë në anglisht.',
  },
  'api.contents': { en: 'Addresses', uk: 'Адреси', sq: 'Adresat' },
  'api.document': {
    en: 'The same as a document for programs (OpenAPI 3.1)',
    uk: 'Те саме як документ для програм (OpenAPI 3.1)',
    sq: 'E njëjta si dokument për programe (OpenAPI 3.1)',
  },
  'api.who': { en: 'Who may ask', uk: 'Хто може запитати', sq: 'Kush mund të pyesë' },
  'api.anyone': { en: 'anyone at this window', uk: 'кожен у цьому вікні', sq: 'kushdo në këtë dritare' },
  'api.official': {
    en: 'officials who have signed in',
    uk: 'посадові особи, які увійшли',
    sq: 'zyrtarët që kanë hyrë',
  },
  'api.forms': { en: 'Forms of the answer', uk: 'Форми відповіді', sq: 'Format e përgjigjes' },
  'api.statuses': { en: 'Statuses', uk: 'Коди стану', sq: 'Kodet e gjendjes' },
  'api.field': { en: 'Field', uk: 'Поле', sq: 'Fusha' },
  'api.where': { en: 'Where', uk: 'Де', sq: 'Ku' },
  'api.shape': { en: 'Shape', uk: 'Вигляд', sq: 'Trajta' },
  'api.meaning': { en: 'Meaning', uk: 'Значення', sq: 'Kuptimi' },
  'api.answer': { en: 'Shape of the answer', uk: 'Вигляд відповіді', sq: 'Trajta e përgjigjes' },
  'api.in-path': { en: 'address', uk: 'адреса', sq: 'adresa' },
  'api.in-query': { en: 'query', uk: 'запит', sq: 'kërkesa' },
  'api.in-form': { en: 'form', uk: 'форма', sq: 'formulari' },
  'api.shapes': { en: 'Shapes', uk: 'Спільні вигляди', sq: 'Trajtat' },
  'api.shapes-why': {
    en: 'What several answers have in common.',
    uk: 'Те, що мають спільного кілька відповідей.',
    sq: 'Çfarë kanë të përbashkët disa përgjigje.',
  },
};
