// The frame of every page: head, exercise notice, running head, pages, the folio, colophon.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn, Look } from '../area.ts';
import { Csrf } from '../kit/form.tsx';
import { instrumentName, participants, type Participant } from '../kit/instrument.ts';
import { Sentence } from '../kit/links.tsx';
import { Exercise, Side } from '../kit/marks.tsx';
import type { Language, Speak } from '../kit/words.ts';
import type { Official } from '../node/node.ts';
import type { Alternates } from './beside.ts';
import { AlternateHeads, AlternateItems, Before, Languages } from './shell.parts.tsx';

/** A page in the row of pages; `name` is already in the reader's language. */
export interface PageLink {
  readonly path: string;
  readonly name: string;
}

/** What the frame knows beside the page itself. */
export interface Frame {
  readonly speak: Speak;
  readonly look: Pick<Look, 'agreement' | 'side' | 'now' | 'exercise'>;
  /** The address of this page with its query, from the root: `/agreement?area=demining`. */
  readonly path: string;
  /** The `path` of the page that is current in the row of pages; a paragraph belongs to `/agreement`. */
  readonly page: string;
  /** The row of pages in order, the areas' pages among them. */
  readonly pages: readonly PageLink[];
  /** Who is signed in. Without one, a link to sign in stands in the head. */
  readonly official: Official | undefined;
  /** For what purpose: a code of the agreement's. */
  readonly purpose: string | undefined;
  /** The token of the session; every form that changes something carries it. */
  readonly csrf: string | undefined;
  /** The same page for machines. */
  readonly alternates: Alternates;
  /** Whether the island that follows the record is loaded. */
  readonly live: boolean;
  /** A script of the page's own, by the name of its file. */
  readonly script?: string | undefined;
  /** Where the browser goes on by itself. */
  readonly onward?: string | undefined;
  /** The address of a fixed file by name, with its hash where the server gives one. */
  readonly asset: (name: string) => string;
  /** How what the page shows may be handled, in words: at its head and its foot, on screen and on paper. */
  readonly marking: string;
  /** What stands at the end of the row of pages, where something cannot wait. */
  readonly call?: Child;
}

/** The same address with another language: the server sets its cookie and comes back. */
function inLanguage(path: string, language: Language): string {
  const [bare = '/', query = ''] = path.split('?', 2);
  const kept = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('lang='));
  return `${bare}?${[...kept, `lang=${language}`].join('&')}`;
}

function Seat({ frame }: { readonly frame: Frame }): JSX.Element {
  const { look, speak } = frame;
  const parties = participants(look.agreement, speak.language);
  const own = parties.find((party) => party.side === look.side);
  if (own === undefined) throw new Error(`shell: ${look.side} is no participant`);
  const others = parties.filter((party) => party !== own);
  const hours = (party: Participant): string => speak.hours(look.now, party.zone);
  const [date] = speak.time(look.now, own.zone).split(',');
  return (
    <p class="seat" id="seat" data-live>
      <Side side={own.side} /> {speak.say('shell.node', { city: own.city })}, <b>{hours(own)}</b> {own.city}
      {others.map((party) => `, ${hours(party)} ${party.city}`)}
      <span class="full">, {date}</span>
    </p>
  );
}

function SignIn({ frame }: { readonly frame: Frame }): JSX.Element {
  const { official, speak, csrf, look } = frame;
  const purpose = look.agreement.purposes.find(({ code }) => code === frame.purpose)?.name[speak.language];
  if (official === undefined) {
    return (
      <p class="sign-in">
        <a href="/sign-in">{speak.say('shell.sign-in')}</a>
      </p>
    );
  }
  return (
    <form class="sign-in" method="post" action="/sign-out" aria-label={speak.say('shell.signed-in')}>
      {csrf === undefined ? null : <Csrf token={csrf} />}
      <b>{official.name}</b>, {official.post[speak.language]} {frame.look.exercise ? <Exercise /> : null}{' '}
      <a href="/session">
        {purpose === undefined ? speak.say('session.purpose-none') : speak.say('session.purpose-is', { purpose })}
      </a>{' '}
      <button type="submit" class="as-link">
        {speak.say('shell.sign-out')}
      </button>
    </form>
  );
}

function Pages({ frame }: { readonly frame: Frame }): JSX.Element {
  return (
    <nav class="pages" aria-label={frame.speak.say('shell.pages')}>
      <ul>
        {frame.pages.map((page) => (
          <li>
            <a href={page.path} aria-current={page.path === frame.page ? 'page' : undefined}>
              {page.name}
            </a>
          </li>
        ))}
      </ul>
      {frame.call === undefined ? null : <p class="call">{frame.call}</p>}
      <SignIn frame={frame} />
    </nav>
  );
}

function Colophon({ frame }: { readonly frame: Frame }): JSX.Element {
  const { speak } = frame;
  return (
    <footer class="colophon">
      <p class="marking">{frame.marking}</p>
      <p>
        {frame.look.exercise ? (
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
        <AlternateItems of={frame.alternates} speak={speak} />
        <li>
          <a href="/docs/api">{speak.say('shell.api')}</a>
        </li>
        {frame.look.exercise ? (
          <li>
            <a href="/kit">{speak.say('kit-page.title')}</a>
          </li>
        ) : null}
      </ul>
    </footer>
  );
}

function Head({ frame, title }: { readonly frame: Frame; readonly title: string }): JSX.Element {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Servanda`}</title>
      <link rel="stylesheet" href={frame.asset('servanda.css')} />
      <link rel="icon" type="image/svg+xml" href={frame.asset('servanda.svg')} />
      <AlternateHeads of={frame.alternates} />
      {frame.onward === undefined ? null : <meta http-equiv="refresh" content={`0; url=${frame.onward}`} />}
      {frame.script === undefined ? null : <script type="module" src={frame.asset(frame.script)}></script>}
      {frame.live ? <script type="module" src={frame.asset('live.js')}></script> : null}
    </head>
  );
}

/** The whole document: `rail` is a rail part of the kit, `leaf` what stands in the leaf, text and margin. */
export function Shell({ frame, drawn }: { readonly frame: Frame; readonly drawn: Drawn }): JSX.Element {
  const { speak, look } = frame;
  return (
    <html lang={speak.language}>
      <Head frame={frame} title={drawn.title} />
      <body>
        <Before speak={speak} exercise={look.exercise} />
        <header class="running-head">
          <p class="marking">{frame.marking}</p>
          <a class="wordmark" href="/agreement">
            Servanda
          </a>
          <p class="instrument">{instrumentName(look.agreement, speak.language)}</p>
          <Seat frame={frame} />
          <Languages speak={speak} href={(language) => inLanguage(frame.path, language)} />
          <Pages frame={frame} />
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

/** The page as HTML, doctype and all. */
export function shell(frame: Frame, drawn: Drawn): string {
  // The element's own toString is what draws it.
  // oxlint-disable-next-line typescript/no-base-to-string
  return `<!doctype html>\n${(<Shell frame={frame} drawn={drawn} />).toString()}\n`;
}
