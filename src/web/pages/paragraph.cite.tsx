// How a paragraph is cited: a line in each language of the interface, and an address for each of its sentences.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { sentenceStarts } from '../../agreement/text.ts';
import type { Look } from '../../area.ts';
import { CopyButton, provisionAddress, provisionAnchor, provisionName } from '../../kit/links.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { sentenceAnchor } from '../../kit/text.tsx';
import { LANGUAGES, type Language, type Speak } from '../../kit/words.ts';
import { ownName } from './stood.parts.tsx';

/** Most letters of a sentence that stand beside its address. */
const WORDS_SHOWN = 72;

export interface Citations {
  /** The line with the address at its end. */
  readonly lines: readonly { readonly language: Language; readonly text: string }[];
  /** The sentences of the words in force; none where the provision is one sentence or none. */
  readonly sentences: readonly { readonly number: number; readonly address: string; readonly words: string }[];
}

/** A provision as a citation begins, in the language of `speak`. */
function placeOf(id: string, cited: string, speak: Speak): string {
  const recital = /^r(\d+[a-z]?)$/.exec(id)?.[1];
  const annex = /^annex-(\d+)$/.exec(id)?.[1];
  if (recital !== undefined) return speak.say('cite.recital', { number: recital, cited });
  if (annex !== undefined) return speak.say('cite.annex', { number: annex, cited });
  return /^\d/.test(id) ? speak.say('cite.paragraph', { number: id, cited }) : speak.say('cite.closing', { cited });
}

function shortened(words: string): string {
  if (words.length <= WORDS_SHOWN) return words;
  const cut = words.slice(0, WORDS_SHOWN + 1);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** What to cite of the provision `id`, whose words are `text`; `on` is the day of them where they were amended. */
export function citationsOf(
  { agreement }: Look,
  { id, text, on }: { readonly id: string; readonly text: string; readonly on: string | null },
  { origin, speakIn }: { readonly origin: string; readonly speakIn: (language: Language) => Speak },
): Citations {
  const address = `${origin}${provisionAddress(id)}`;
  const starts = sentenceStarts(text);
  return {
    lines: LANGUAGES.map((language) => {
      const speak = speakIn(language);
      const place = placeOf(id, agreement.cited[language], speak);
      const stands = on === null ? place : speak.say('cite.as-on', { place, date: speak.date(on) });
      return { language, text: `${stands} (${agreement.short[language]}). ${address}` };
    }),
    sentences: (starts.length < 2 ? [] : starts).map((start, i) => ({
      number: i + 1,
      address: `${address}#${sentenceAnchor(provisionAnchor(id), i + 1)}`,
      words: shortened(text.slice(start, starts[i + 1]).trim()),
    })),
  };
}

/** The section on citing: lines to take as they are, and links whose address is what they say. */
export function Cite({ id, cited, speak }: {
  readonly id: string;
  readonly cited: Citations;
  readonly speak: Speak;
}): JSX.Element {
  return (
    <>
      <SectionHead id="cite" title={speak.say('cite.title')}>
        {speak.say('cite.note')}
      </SectionHead>
      <dl class="plain wide">
        {cited.lines.map(({ language, text }) => (
          <div>
            <dt lang={language}>{ownName(language)}</dt>
            <dd>
              <span id={`cite-${language}`} class="long" lang={language}>
                {text}
              </span>{' '}
              <CopyButton of={`cite-${language}`} speak={speak} />
            </dd>
          </div>
        ))}
        {cited.sentences.map(({ number, address, words }) => (
          <div>
            <dt>{speak.say('cite.sentence', { number })}</dt>
            <dd>
              <a id={`cite-sentence-${number}`} class="long" href={address}>
                {address}
              </a>{' '}
              <CopyButton of={`cite-sentence-${number}`} speak={speak} />
              <br />
              <span class="soft" lang="en">
                {words}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="wide after">
        <a href={`/agreement#${provisionAnchor(id)}`}>
          {speak.say('cite.in-edition', { name: provisionName(id, speak) })}
        </a>
      </p>
    </>
  );
}
