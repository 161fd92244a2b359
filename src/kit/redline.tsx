// A redline on a page: what was added and what was removed, told by element, by line and by word.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Stretch } from '../agreement/redline.ts';
import type { Speak } from './words.ts';

/** The words of both texts in one. A reader who sees no lines hears which words were added and which removed. */
export function Redline({ stretches, lang, speak }: {
  readonly stretches: readonly Stretch[];
  readonly lang: string;
  readonly speak: Speak;
}): JSX.Element {
  return (
    <p class="redline" lang={lang}>
      {stretches.map(({ is, text }) => {
        if (is === 'same') return text;
        const Change = is === 'added' ? 'ins' : 'del';
        return (
          <Change>
            <span class="unseen" lang={speak.language}>{`[${speak.say(`kit.${is}`)}: `}</span>
            {text}
            <span class="unseen">]</span>
          </Change>
        );
      })}
    </p>
  );
}
