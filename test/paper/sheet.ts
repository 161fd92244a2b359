// A sheet with every block a document can have, in one of the three languages: what the tests of paper set.
import type { Figure } from '../../src/kit/figure.tsx';
import type { PaperLanguage, Sheet } from '../../src/paper/sheet.ts';

/** A sentence with the letters that only this language has, and a date that must not break. */
export const SENTENCES: Readonly<Record<PaperLanguage, string>> = {
  en: 'The Ministry has the honour to notify the procedures completed on 31\u00a0August\u00a02026.',
  uk:
    'Міністерство: ґанок, єдність, їжак, Ґ, Є, Ї має честь повідомити про 31\u00a0серпня\u00a02026\u00a0року.',
  sq: 'Ministria: çelësi, Çështja, Ëndrra, ka nderin të njoftojë për 31\u00a0gusht\u00a02026.',
};

export const FIGURE: Figure = {
  alt: 'Acts by month: (UA) 3 and 0, AL 1 and 9',
  as: 'columns',
  categories: ['Jan', 'Feb'],
  series: [
    { name: 'Ukraine', ink: 'first', hollow: false, values: [3, 0] },
    { name: 'Albania', ink: 'second', hollow: true, values: [1, 9] },
  ],
};

export const ADDRESS = 'https://ua.example/act/ua/405';

export function sheetIn(language: PaperLanguage): Sheet {
  const sentence = SENTENCES[language];
  return {
    language,
    title: 'Report <2026> & more',
    author: 'Ministry of Foreign Affairs',
    running: 'Ukraine and Albania, 2025',
    foot: 'Made from the record as of UA 405, AL 380',
    marking: 'FOR OFFICIAL USE',
    exercise: true,
    blocks: [
      { is: 'title', kicker: 'Report', text: sentence, particulars: '2026' },
      { is: 'heading', level: 1, text: 'First' },
      {
        is: 'paragraph',
        text: [{ text: `${sentence} (` }, { text: 'UA 405', voice: 'record', href: ADDRESS }, { text: ').' }],
      },
      { is: 'heading', level: 2, text: 'Second' },
      { is: 'list', items: [sentence, 'two'] },
      { is: 'list', items: ['one', 'two'], numbered: true },
      { is: 'facts', rows: [['number', 'UA-2026-1']] },
      {
        is: 'table',
        columns: [
          { head: 'what', share: 3 },
          { head: 'count', share: 1, figures: true },
        ],
        rows: [
          [sentence, '4'],
          ['b', '–'],
        ],
      },
      { is: 'figure', figure: FIGURE },
      { is: 'figure', figure: { ...FIGURE, as: 'bars' } },
      { is: 'page-break' },
      { is: 'note-head', number: '№ 1', marks: ['EXERCISE'] },
      { is: 'paragraph', voice: 'words', text: [{ text: sentence, italic: true }] },
      { is: 'subscript', placed: 'Kyiv', seal: 'place of seal', initials: 'initials', addressee: 'Tirana' },
    ],
  };
}
