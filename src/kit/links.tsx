// Where things stand: links to acts and provisions, times a machine can read, sentences with links inside.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Speak, Values } from './words.ts';

/** `/act/ua/412`: side and index in its log. */
export function actAddress(side: string, index: number): string {
  return `/act/${side}/${index}`;
}

/** `/agreement/59`, `/agreement/r1`, `/agreement/closing`. */
export function provisionAddress(id: string): string {
  return `/agreement/${encodeURIComponent(id)}`;
}

/** Where a draft of `kind` is begun, with what is already known for its fields. */
export function draftAddress(kind: string, fields: Readonly<Record<string, string>> = {}): string {
  return `/drafts/new?${new URLSearchParams({ kind, ...fields }).toString()}`;
}

/** The name under which a provision stands in the edition and on its own page: `p59`, `r1`, `closing`. */
export function provisionAnchor(id: string): string {
  return /^\d/.test(id) ? `p${id}` : id;
}

/** An act as people name it: `UA 412`. */
export function actName(side: string, index: number): string {
  return `${side.toUpperCase()} ${index}`;
}

/** A provision as people name it: `¶59`, `¶69a`, `recital (1)`, `annex 1`, the closing words. */
export function provisionName(id: string, speak: Speak): string {
  if (/^\d+[a-z]?$/.test(id)) return `¶${id}`;
  const annex = /^annex-(\d+)$/.exec(id)?.[1];
  if (annex !== undefined) return speak.say('kit.annex', { number: annex });
  const recital = /^r(\d+[a-z]?)$/.exec(id)?.[1];
  return recital === undefined ? speak.say('kit.closing') : speak.say('kit.recital', { number: recital });
}

export function ActLink({ side, index }: { readonly side: string; readonly index: number }): JSX.Element {
  return (
    <a class="id" href={actAddress(side, index)}>
      {actName(side, index)}
    </a>
  );
}

/** A link to a provision under its own name, or under the words given. */
export function ParagraphLink({ id, speak, children }: {
  readonly id: string;
  readonly speak: Speak;
  readonly children?: Child;
}): JSX.Element {
  return <a href={provisionAddress(id)}>{children ?? provisionName(id, speak)}</a>;
}

/** The button that copies the words of the element with the id `of`: nothing to see where no script can do so. */
export function CopyButton({ of, speak }: { readonly of: string; readonly speak: Speak }): JSX.Element {
  return (
    <span class="copy" data-copy={of} data-done={speak.say('kit.copied')} hidden>
      <button type="button" class="as-link">
        {speak.say('kit.copy')}
      </button>{' '}
      <span role="status" class="soft"></span>
    </span>
  );
}

/** Links to several provisions as a list of the language: ¶58 and ¶59. */
export function ParagraphLinks({ ids, speak }: { ids: readonly string[]; speak: Speak }): JSX.Element {
  const marks = ids.map((_, i) => mark(i));
  return <>{fill(speak.list(marks), ids.map((id) => <ParagraphLink id={id} speak={speak} />))}</>;
}

/** A civil date: in words of a sentence, or short as tables have it. */
export function Day({ iso, speak, short = false }: { iso: string; speak: Speak; short?: boolean }): JSX.Element {
  return <time datetime={iso}>{short ? speak.shortDate(iso) : speak.date(iso)}</time>;
}

/** An instant as civil date and time at a zone. `city` is said after it, already in the reader's language. */
export function Moment({ instant, zone, city, seconds = false, speak }: {
  readonly instant: string;
  readonly zone: string;
  readonly city?: string;
  readonly seconds?: boolean;
  readonly speak: Speak;
}): JSX.Element {
  const said = speak.time(instant, zone, seconds);
  return <time datetime={instant}>{city === undefined ? said : `${said}\u00a0${city}`}</time>;
}

const FIRST_MARK = 0xe000;
const mark = (i: number): string => String.fromCharCode(FIRST_MARK + i);

/** Puts `parts` where their marks stand in `text`: words and elements, in the order the language has them. */
function fill(text: string, parts: readonly Child[]): readonly Child[] {
  const pieces = text.split(/([\ue000-\uf8ff])/u);
  return pieces.map((piece, i) => (i % 2 === 1 ? parts[piece.charCodeAt(0) - FIRST_MARK] : piece));
}

/**
 * A sentence of the words with elements for some of its arguments, in whatever order the language puts them:
 * `<Sentence speak={speak} say="kit.by" parts={{ act: <ActLink … /> }} />`.
 */
export function Sentence({ speak, say, values = {}, parts }: {
  readonly speak: Speak;
  readonly say: string;
  readonly values?: Values;
  readonly parts: Readonly<Record<string, Child>>;
}): JSX.Element {
  const names = Object.keys(parts);
  const marks = Object.fromEntries(names.map((name, i) => [name, mark(i)]));
  return <>{fill(speak.say(say, { ...values, ...marks }), names.map((name) => parts[name]))}</>;
}
