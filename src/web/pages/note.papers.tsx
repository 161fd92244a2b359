// The documents of a note verbale, offered under its sheet.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Speak } from '../../kit/words.ts';
import { PAPERS } from '../printed.ts';

/** `address` is that of the note in its language. */
export function NotePapers({ address, speak }: { readonly address: string; readonly speak: Speak }): JSX.Element {
  return (
    <p class="papers" lang={speak.language}>
      {speak.say('note.take')}{' '}
      {PAPERS.map((paper, i) => (
        <>
          {i === 0 ? null : ', '}
          <a href={`${address}?format=${paper}`} download>
            {paper.toUpperCase()}
          </a>
        </>
      ))}
    </p>
  );
}
