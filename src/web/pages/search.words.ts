// Words of the search.
import type { Words } from '../../kit/words.ts';

export const SEARCH_WORDS: Words = {
  'search.title': { en: 'Search', uk: 'Пошук', sq: 'Kërkim' },
  'search.particulars': {
    en:
      'In the text of the Agreement, in acts of both sides, among bodies. Words are found in all their forms; words ' +
      'in quotation marks only as written and in a row; a word with a minus in front must not be there.',
    uk:
      'У тексті Угоди, в актах обох сторін, серед органів. Слова знаходяться в усіх формах; слова в лапках – лише ' +
      'так, як написано, і поспіль; слова з мінусом попереду не має бути.',
    sq:
      'Në tekstin e Marrëveshjes, në aktet e të dyja palëve, ndër organet. Fjalët gjenden në të gjitha trajtat; ' +
      'fjalët në thonjëza vetëm siç janë shkruar dhe radhazi; fjala me minus përpara nuk duhet të jetë aty.',
  },
  'search.words': { en: 'Words', uk: 'Слова', sq: 'Fjalët' },
  'search.find': { en: 'Find', uk: 'Знайти', sq: 'Gjej' },
  'search.found': { en: 'Found in', uk: 'Знайдено в', sq: 'U gjet në' },
  'search.text': { en: 'Text', uk: 'Текст', sq: 'Teksti' },
  'search.acts': { en: 'Acts', uk: 'Акти', sq: 'Aktet' },
  'search.bodies': { en: 'Bodies', uk: 'Органи', sq: 'Organet' },
  'search.people': { en: 'People of this side', uk: 'Люди цієї сторони', sq: 'Njerëzit e kësaj pale' },
  'search.text-count': {
    en: '{count, plural, =0 {No place} one {# place} other {# places}} in the text as it stands today.',
    uk:
      '{count, plural, =0 {Жодного місця} one {# місце} few {# місця} many {# місць} other {# місця}} ' +
      'у тексті, як він стоїть сьогодні.',
    sq: '{count, plural, =0 {Asnjë vend} one {# vend} other {# vende}} në tekstin siç është sot.',
  },
  'search.acts-count': {
    en: '{count, plural, =0 {No act.} one {# act.} other {# acts, newest first.}}',
    uk:
      '{count, plural, =0 {Жодного акта.} one {# акт.} few {# акти, новіші спершу.} many {# актів, новіші спершу.} ' +
      'other {# акта, новіші спершу.}}',
    sq: '{count, plural, =0 {Asnjë akt.} one {# akt.} other {# akte, më të rejat në fillim.}}',
  },
  'search.acts-more': {
    en: 'More than {count, plural, one {# act} other {# acts}}, newest first.',
    uk: 'Понад {count, plural, one {# акт} few {# акти} many {# актів} other {# акта}}, новіші спершу.',
    sq: 'Më shumë se {count, plural, one {# akt} other {# akte}}, më të rejat në fillim.',
  },
  'search.first': {
    en: 'The first {shown} of {all} are shown.',
    uk: 'Показано перші {shown} із {all}.',
    sq: 'Tregohen {shown} të parat nga {all}.',
  },
  'search.nothing': { en: 'Nothing was found.', uk: 'Нічого не знайдено.', sq: 'Nuk u gjet asgjë.' },
  'search.no-word': {
    en: 'There is no word in that to look for.',
    uk: 'У цьому немає слова, яке можна шукати.',
    sq: 'Aty nuk ka fjalë për të kërkuar.',
  },
  'search.waiting': {
    en: '{count, plural, one {# entry was} other {# entries were}} recorded just now and cannot be found yet.',
    uk:
      '{count, plural, one {# запис щойно внесено, його} few {# записи щойно внесено, їх} ' +
      'many {# записів щойно внесено, їх} other {# запису щойно внесено, їх}} ще не можна знайти.',
    sq:
      '{count, plural, one {# regjistrim sapo u bë dhe} other {# regjistrime sapo u bënë dhe}} ' +
      'ende nuk mund të gjenden.',
  },
};
