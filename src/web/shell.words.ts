// The words of the frame that stands around every page: head, pages, seat, sign-in, colophon.
import type { Words } from '../kit/words.ts';

export const SHELL_WORDS: Words = {
  'shell.skip': { en: 'Skip to the page', uk: 'Перейти до сторінки', sq: 'Kaloni te faqja' },
  'shell.exercise': { en: 'Exercise', uk: 'Навчання', sq: 'Stërvitje' },
  'shell.exercise-notice': {
    en: 'This is a demonstration. Bodies’ acts, people, numbers and times so marked are invented.',
    uk: 'Це демонстрація. Акти органів, люди, номери й час із цією позначкою вигадані.',
    sq: 'Ky është një demonstrim. Aktet e organeve, njerëzit, numrat dhe kohët e shënuara kështu janë të trilluara.',
  },
  'shell.node': { en: '{city} node', uk: 'вузол: {city}', sq: 'nyja: {city}' },
  'shell.languages': { en: 'Language of the page', uk: 'Мова сторінки', sq: 'Gjuha e faqes' },
  'shell.pages': { en: 'Pages', uk: 'Сторінки', sq: 'Faqet' },
  'shell.agreement': { en: 'Agreement', uk: 'Угода', sq: 'Marrëveshja' },
  'shell.duties': { en: 'Duties', uk: 'Завдання', sq: 'Detyrat' },
  'shell.today': { en: 'Today', uk: 'Сьогодні', sq: 'Sot' },
  'shell.drafts': { en: 'Drafts', uk: 'Проєкти', sq: 'Projektet' },
  'shell.record': { en: 'Record', uk: 'Корпус актів', sq: 'Korpusi i akteve' },
  'shell.sign-in': { en: 'Sign in', uk: 'Увійти', sq: 'Hyni' },
  'shell.sign-out': { en: 'Sign out', uk: 'Вийти', sq: 'Dilni' },
  'shell.signed-in': { en: 'Signed in', uk: 'Вхід виконано', sq: 'Keni hyrë' },
  'shell.colophon': {
    en:
      'What a side signed is shown as said by it; items marked {reported} come from the public record with their ' +
      'source; the rest is the text itself and what the rules compute from it.',
    uk:
      'Підписане стороною показано як сказане нею; позначене {reported} взято з відкритих джерел із зазначенням ' +
      'джерела; решта – сам текст і те, що обчислюють із нього правила.',
    sq:
      'Ajo që një palë ka nënshkruar tregohet si e thënë prej saj; çfarë shënohet {reported} vjen nga burime publike ' +
      'me burimin e vet; pjesa tjetër është vetë teksti dhe ajo që rregullat llogarisin prej tij.',
  },
  'shell.colophon-exercise': {
    en: 'Demonstration on the real text of the Agreement. Items marked {exercise} are invented.',
    uk: 'Демонстрація на справжньому тексті Угоди. Позначене {exercise} вигадано.',
    sq: 'Demonstrim mbi tekstin e vërtetë të Marrëveshjes. Çfarë shënohet {exercise} është e trilluar.',
  },
  'shell.reported': { en: 'reported', uk: 'повідомлено', sq: 'i raportuar' },
  'shell.json': { en: 'This page as JSON', uk: 'Ця сторінка як JSON', sq: 'Kjo faqe si JSON' },
  'shell.csv': { en: 'As a table (CSV)', uk: 'Таблицею (CSV)', sq: 'Si tabelë (CSV)' },
  'shell.atom': { en: 'As a feed (Atom)', uk: 'Стрічкою (Atom)', sq: 'Si burim lajmesh (Atom)' },
  'shell.ics': { en: 'As a calendar (iCalendar)', uk: 'Календарем (iCalendar)', sq: 'Si kalendar (iCalendar)' },
  'shell.api': { en: 'Interface for programs', uk: 'Інтерфейс для програм', sq: 'Ndërfaqja për programe' },
};
