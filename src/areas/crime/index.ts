// Crime as an area, ¶29 to ¶32: information exchanged between competent authorities, with the life of what was given.
import type { Area } from '../../area.ts';
import { exchange } from '../../ways/exchange/index.ts';
import { CRIME_PAGE } from './crime.page.tsx';
import { CRIME_WORDS } from './crime.words.ts';
import { ITEM_PAGE } from './item.page.tsx';

/** The area that carries the way of exchange into a node; other areas read its registers and lead into it. */
export const crime: Area = {
  ...exchange,
  name: 'crime',
  pages: [CRIME_PAGE, ITEM_PAGE] as unknown as Area['pages'],
  words: { ...exchange.words, ...CRIME_WORDS },
};
