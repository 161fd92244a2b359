// The frame of every page of the public window: head, exercise notice, whose window it is, pages, languages, colophon.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn, Look } from '../../area.ts';
import { participant } from '../../kit/instrument.ts';
import { Sentence } from '../../kit/links.tsx';
import { Exercise } from '../../kit/marks.tsx';
import { LANGUAGES, type Speak } from '../../kit/words.ts';
import type { Alternates } from '../beside.ts';
import { AlternateHeads, AlternateItems, Before, Languages } from '../shell.parts.tsx';

/** The pages of the row, in order; the words are `public.page-` and the name. */
export const PAGES = [
  ['home', '/'],
  ['text', '/agreement'],
  ['life', '/life'],
  ['acts', '/acts'],
  ['promises', '/promises'],
  ['reported', '/reported'],
  ['figures', '/figures'],
  ['report', '/reports'],
  ['data', '/data'],
  ['check', '/verify'],
  ['assess', '/assess'],
] as const;

export interface PublicFrame {
  readonly speak: Speak;
  readonly look: Pick<Look, 'agreement' | 'side' | 'exercise'>;
  /** The address of this page with its query, without a language in front. */
  readonly address: string;
  /** The page of the row that is current. */
  readonly page: string;
  readonly alternates: Alternates;
  /** How what everyone may see may be handled, in words: at the head and the foot, as at every window. */
  readonly marking: string;
  readonly origin: string;
  readonly script: 'proof.js' | undefined;
  readonly asset: (name: string) => string;
}

function Head({ frame, title }: { readonly frame: PublicFrame; readonly title: string }): JSX.Element {
  const { speak, address, asset } = frame;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Servanda`}</title>
      <link rel="stylesheet" href={asset('servanda.css')} />
      <link rel="icon" type="image/svg+xml" href={asset('servanda.svg')} />
      <link rel="canonical" href={`${frame.origin}/${speak.language}${address}`} />
      {LANGUAGES.map((language) => (
        <link rel="alternate" hreflang={language} href={`${frame.origin}/${language}${address}`} />
      ))}
      <AlternateHeads of={frame.alternates} />
      <link rel="alternate" type="application/atom+xml" href="/acts.atom" title={speak.say('public.acts')} />
      {frame.script === undefined ? null : <script defer src={asset(frame.script)}></script>}
    </head>
  );
}

function Colophon({ frame: { speak, look, alternates, marking } }: { readonly frame: PublicFrame }): JSX.Element {
  return (
    <footer class="colophon">
      <p class="marking">{marking}</p>
      <p>
        {speak.say('public.colophon')}{' '}
        {look.exercise ? (
          <>
            <Sentence speak={speak} say="shell.colophon-exercise" parts={{ exercise: <Exercise /> }} />{' '}
          </>
        ) : null}
        <Sentence
          speak={speak}
          say="shell.colophon"
          parts={{ reported: <i class="reported">{speak.say('shell.reported')}</i> }}
        />
      </p>
      <ul>
        <AlternateItems of={alternates} speak={speak} />
        <li>
          <a href="/acts.atom" type="application/atom+xml">
            {speak.say('public.follow-acts')}
          </a>
        </li>
        <li>
          <a href="/dates.ics" type="text/calendar">
            {speak.say('public.follow-dates')}
          </a>
        </li>
        <li>
          <a href="/data">{speak.say('public.page-data')}</a>
        </li>
        <li>
          <a href="/docs/api">{speak.say('shell.api')}</a>
        </li>
      </ul>
    </footer>
  );
}

function Document({ frame, drawn }: { readonly frame: PublicFrame; readonly drawn: Drawn }): JSX.Element {
  const { speak, look } = frame;
  const side = participant(look.agreement, look.side, speak.language).name;
  return (
    <html lang={speak.language}>
      <Head frame={frame} title={drawn.title} />
      <body>
        <Before speak={speak} exercise={look.exercise} />
        <header class="running-head">
          <p class="marking">{frame.marking}</p>
          <a class="wordmark" href="/">
            Servanda
          </a>
          <p class="instrument">{speak.say('public.window-of', { side })}</p>
          <Languages speak={speak} href={(language) => `/${language}${frame.address}`} />
          <nav class="pages" aria-label={speak.say('shell.pages')}>
            <ul>
              {PAGES.map(([name, path]) => (
                <li>
                  <a href={path} aria-current={path === frame.page ? 'page' : undefined}>
                    {speak.say(`public.page-${name}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="main" class={drawn.rail === undefined ? 'folio bare' : 'folio'}>
          {drawn.rail}
          <div class="leaf">{drawn.leaf}</div>
        </main>
        <Colophon frame={frame} />
      </body>
    </html>
  );
}

/** Addresses that are the same in every language. */
const UNSPOKEN = /^\/(?:assets\/|(?:en|uk|sq)(?:\/|$))/;

/**
 * The page as HTML. Where a language stands in front of the address asked for, it is put in front of every address of
 * this window on the page: a reader stays in the language they came in, and nothing has to remember it for them.
 */
export function publicShell(frame: PublicFrame, drawn: Drawn, prefixed: boolean): string {
  // The element's own toString is what draws it.
  // oxlint-disable-next-line typescript/no-base-to-string
  const text = (<Document frame={frame} drawn={drawn} />).toString();
  const spoken = prefixed
    ? text.replace(/ (href|action)="(\/(?!\/)[^"]*)"/g, (whole: string, name: string, path: string) =>
        UNSPOKEN.test(path) ? whole : ` ${name}="/${frame.speak.language}${path === '/' ? '' : path}"`,
      )
    : text;
  return `<!doctype html>\n${spoken}\n`;
}
