// The parts of a page: rail, title, section heads with their side notes, notices, signed texts, notes verbales.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Exercise, State, type StateShape } from './marks.tsx';
import { readNote } from './note.ts';
import type { Speak } from './words.ts';

/** The column for finding. It stands open beside a wide page and folds under the head of a narrow one. */
export function Rail({ label, children }: { readonly label: string; readonly children?: Child }): JSX.Element {
  return (
    // It scrolls within itself, so a keyboard must reach it.
    <nav class="rail" aria-label={label} tabindex={0}>
      <details>
        <summary>{label}</summary>
        {children}
      </details>
    </nav>
  );
}

/** A rail that says which one thing the page is about: a large numeral, its neighbours, what stands on the page. */
export function IdentityRail({ label, of, numeral, turn, fold, children }: {
  readonly label: string;
  readonly of?: Child;
  readonly numeral: string;
  readonly turn?: Child;
  readonly fold: string;
  readonly children?: Child;
}): JSX.Element {
  return (
    <aside class="rail identity" aria-label={label}>
      {of === undefined ? null : <p class="of">{of}</p>}
      <p class="numeral" aria-hidden="true">
        {numeral}
      </p>
      {turn === undefined ? null : <p class="turn">{turn}</p>}
      <details>
        <summary>{fold}</summary>
        {children}
      </details>
    </aside>
  );
}

/** Links of a rail under a heading. */
export function RailLinks({ heading, links }: {
  readonly heading: string;
  readonly links: readonly { readonly href: string; readonly label: Child; readonly sub?: boolean }[];
}): JSX.Element {
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {links.map((link) => (
          <li class={link.sub === true ? 'sub' : undefined}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The head of a page: a line above, the title, a sentence below. */
export function TitlePage({ title, kicker, wide = true, children }: {
  readonly title: Child;
  readonly kicker?: Child;
  readonly wide?: boolean;
  /** The particulars: one sentence. */
  readonly children?: Child;
}): JSX.Element {
  return (
    <header class={wide ? 'title-page wide' : 'title-page'}>
      {kicker === undefined ? null : <p class="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {children === undefined ? null : <p class="particulars">{children}</p>}
    </header>
  );
}

/** A section of work: its heading on a heavy line, and one explaining sentence in the margin. */
export function SectionHead({ id, title, exercise = false, children }: {
  readonly id: string;
  readonly title: Child;
  /** Marks every row of the section as invented. */
  readonly exercise?: boolean;
  readonly children?: Child;
}): JSX.Element {
  return (
    <>
      <section class="section-rule" id={id}>
        <h2>{title}</h2>
      </section>
      <div class="side-note">
        {children === undefined && !exercise ? null : (
          <p>
            {children} {exercise ? <Exercise /> : null}
          </p>
        )}
      </div>
    </>
  );
}

/** What is absent and what would fill it. */
export function Empty({ children }: { readonly children?: Child }): JSX.Element {
  return <p class="empty wide">{children}</p>;
}

/** What stands, said between two lines: an alarm bar where something is wrong, with how to mend it. */
export function Notice({ is, says, mend, children }: {
  readonly is: StateShape;
  readonly says: Child;
  readonly mend?: Child;
  readonly children?: Child;
}): JSX.Element {
  return (
    <div class={is === 'alarm' ? 'notice wrong wide' : 'notice wide'} role={is === 'alarm' ? 'alert' : 'status'}>
      <p>
        <State is={is}>{says}</State> {mend}
      </p>
      {children}
    </div>
  );
}

/** The exact bytes that are or will be signed, and the signature lines where there are any. */
export function SignedText({ text, signatures = [], label }: {
  readonly text: string;
  readonly signatures?: readonly string[];
  readonly label: string;
}): JSX.Element {
  return (
    <pre class="signed-text wide" tabindex={0} role="region" aria-label={label} lang="en">
      {text}
      {signatures.length === 0 ? null : '\n'}
      {signatures.map((line) => (
        <span class="signature">{`${line}\n`}</span>
      ))}
    </pre>
  );
}

/** A note verbale as the node wrote it. */
export interface NoteShown {
  readonly language: 'en' | 'uk' | 'sq';
  readonly courtesy: boolean;
  readonly text: string;
}

const EXERCISE_WORD = 'EXERCISE';

/** A sheet with a note verbale: no signature, but the places of initials and seal. */
export function NoteSheet({ note, speak, children }: {
  readonly note: NoteShown;
  readonly speak: Speak;
  /** Its documents, to take. */
  readonly children?: Child;
}): JSX.Element {
  const { head, paragraphs, placed, addressee } = readNote(note.text);
  return (
    <article class="note-verbale" lang={note.language}>
      <p class="no">
        {head.map((item, i) => (
          <>
            {item === EXERCISE_WORD ? <Exercise /> : <span class={i === 0 ? undefined : 'soft'}>{item}</span>}{' '}
          </>
        ))}
      </p>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <div class="subscript">
        <p>{placed}</p>
        <p class="seal" lang={speak.language}>
          {speak.say('kit.seal')}
        </p>
      </div>
      <p class="initials" lang={speak.language}>
        {speak.say('kit.initials')}
      </p>
      <p class="addressee">{addressee}</p>
      {children}
    </article>
  );
}

/** Sheets side by side: the sender's language, then the courtesy text. */
export function Sheets({ children }: { readonly children?: Child }): JSX.Element {
  return <div class="sheets wide">{children}</div>;
}
