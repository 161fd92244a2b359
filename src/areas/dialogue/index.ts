// The dialogue as an area: series of meetings under whichever paragraphs lead into them, the first of them ¶10.
import type { Area } from '../../area.ts';
import { meeting } from '../../ways/meeting/index.ts';
import { DIALOGUE_PAGE } from './dialogue.page.tsx';
import { DOCUMENT_PAGE } from './document.page.tsx';
import { DIALOGUE_WORDS } from './dialogue.words.ts';

/** The area that carries the way of meetings into a node; other areas read its registers and lead into it. */
export const dialogue: Area = {
  ...meeting,
  name: 'dialogue',
  pages: [DIALOGUE_PAGE, DOCUMENT_PAGE] as unknown as Area['pages'],
  words: { ...meeting.words, ...DIALOGUE_WORDS },
};
