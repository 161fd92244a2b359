// The walk: every address of the windows, asked with what an observer may guess, and what of the hidden was found.
import { formatCursor } from '../../src/web/paging.ts';
import { filesIn } from '../paper/zip.ts';
import type { Reader } from '../web/windows.ts';
import type { Side } from '../twin/pair.ts';
import type { Route } from '../../src/web/ask.ts';
import { STATED } from './probe.ts';

/** What an observer may know the place of, and may not see. */
export interface Place {
  readonly side: Side;
  readonly index: number;
  readonly id: string;
  /** The name of its part beside the body. */
  readonly part: string;
  /** The word that stands in every place of it. */
  readonly word: string;
  /** A draft of the other body, and a calendar that is open to the observer. */
  readonly draft: string;
  readonly calendar: string;
}

type Addresses = (of: Place) => readonly string[];

const alone = (...paths: readonly string[]): Addresses => () => paths;
/** The stretch of a list that begins with that entry. */
const below = (path: string, side: string, index: number): string =>
  `${path}?cursor=${formatCursor({ way: 'below', at: { [side]: index + 1 } })}`;
const act = (end: string): Addresses => ({ side, index }) => [`/act/${side}/${index}${end}`];

/**
 * The same address in every form that its route can be asked for: each of its lists as a table, its feed, its calendar,
 * its document. PDF is left out: it is set from the sheet of which the others are made, and packs its words.
 */
export function inForms({ says }: Pick<Route, 'says'>, address: string): readonly string[] {
  if (says.is !== 'page' || address.includes('format=')) return [address];
  const asked = [
    ...(says.lists ?? []).map((list) => `format=csv&list=${list}`),
    ...(says.forms ?? []).filter((form) => form !== 'pdf').map((form) => `format=${form}`),
  ];
  return [address, ...asked.map((form) => `${address}${address.includes('?') ? '&' : '?'}${form}`)];
}

/** What an address that writes is sent; it is sent without a session, and from one that may not see. */
export type Fields = (of: Place) => Readonly<Record<string, string>>;

/**
 * Every address that is read, by the path of its route: which of them an observer asks. A route that has no row here
 * makes the test fail, so that nobody adds a window without saying how it is looked through.
 */
export const READ: Readonly<Record<string, Addresses>> = {
  '/': alone('/'),
  '/¶/:id': alone('/¶/59'),
  '/p/:id': alone('/p/59'),
  '/agreement': alone('/agreement', '/agreement?q=canary', '/agreement?state=due'),
  '/agreement.akn.xml': alone('/agreement.akn.xml'),
  '/agreement.html': alone('/agreement.html'),
  '/agreement.txt': alone('/agreement.txt'),
  '/agreement/compare': alone('/agreement/compare?from=2025-01-21&to=2027-03-01'),
  '/agreement/:id': alone('/agreement/59'),
  '/today': alone('/today'),
  '/acts': ({ side, index }) => ['/acts', '/acts?provision=59', `/acts?side=${side}`, below('/acts', side, index)],
  '/search': ({ word }) => ['/search?q=canary', `/search?q=${word}`],
  '/docs/api': alone('/docs/api'),
  '/openapi.json': alone('/openapi.json'),
  '/record': ({ side, index }) => ['/record', below('/record', side, index)],
  '/act/:id{[A-Za-z0-9_-]{43}}': ({ id }) => [`/act/${id}`],
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}': act(''),
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/proof': act('/proof'),
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/text': act('/text'),
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/sheet': ({ side, index }) =>
    ['', '?format=text'].map((end) => `/act/${side}/${index}/sheet${end}`),
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/part/:name': ({ side, index, part }) =>
    ['body', part].map((name) => `/act/${side}/${index}/part/${name}`),
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/file': act('/file'),
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/chunk/:n{[0-9]{1,4}}': act('/chunk/0'),
  '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/note/:language': ({ side, index }) =>
    ['en', 'uk', 'sq'].map((language) => `/act/${side}/${index}/note/${language}?format=docx`),
  '/reports': alone('/reports', '/reports?form=brief'),
  '/policy/:side{[a-z]{2,8}}': alone('/policy/ua', '/policy/al'),
  '/drafts': alone('/drafts'),
  '/drafts/new': ({ id, draft }) => [
    `/drafts/new?kind=${encodeURIComponent(STATED.id)}&about=${id}`,
    `/drafts/new?kind=${encodeURIComponent(STATED.id)}&from=${draft}`,
  ],
  '/drafts/:id': ({ draft }) => [`/drafts/${draft}`],
  '/drafts/:id/part/:name': ({ draft }) => [`/drafts/${draft}/part/body`],
  '/drafts/:id/chunk/:n{[0-9]{1,4}}': ({ draft }) => [`/drafts/${draft}/chunk/0`],
  '/drafts/:id/file': ({ draft }) => [`/drafts/${draft}/file`],
  '/drafts/:id/note/:language': ({ draft }) => [`/drafts/${draft}/note/en?format=docx`],
  '/duties': alone('/duties'),
  '/duties/notices': alone('/duties/notices'),
  '/calendar/:secret{[A-Za-z0-9_-]{43}\\.ics}': ({ calendar }) => [calendar],
  '/sheet': alone('/sheet'),
  '/sign-in': alone('/sign-in'),
  '/healthz': alone('/healthz'),
  '/bodies': alone('/bodies'),
  '/life': alone('/life'),
  '/amendments': alone('/amendments'),
  '/promises': alone('/promises'),
  '/dialogue': alone('/dialogue'),
  '/dialogue/document': alone('/dialogue/document'),
  '/consultation': alone('/consultation'),
  '/consultation/report': alone('/consultation/report'),
  '/crime': alone('/crime', '/crime?q=canary'),
  '/crime/item': ({ id }) => [`/crime/item?of=${id}`],
  '/independent': alone('/independent'),
  '/kit': alone('/kit'),
  '/offers': alone('/offers'),
  '/readings': alone('/readings'),
  '/people': alone('/people', '/people?before=1000'),
  '/session': alone('/session'),
  '/sign-in/provider': alone('/sign-in/provider?next=/today'),
  '/sign-in/provider/return': alone('/sign-in/provider/return?code=x&state=y'),
  '/sign-in/enrol': alone('/sign-in/enrol?person=prykladna'),
  '/.well-known/oauth-authorization-server': alone('/.well-known/oauth-authorization-server'),
  '/probes': alone('/probes'),
};

/** Every address that writes: what it is sent that names the hidden. */
export const WRITTEN: Readonly<Record<string, { readonly to: Addresses; readonly fields: Fields }>> = {
  '/drafts': {
    to: alone('/drafts'),
    fields: ({ id }) => ({ kind: STATED.id, about: id, word: 'answer' }),
  },
  '/drafts/chunk': { to: alone('/drafts/chunk'), fields: () => ({}) },
  '/drafts/:id/approve': { to: ({ draft }) => [`/drafts/${draft}/approve`], fields: () => ({ digest: 'none' }) },
  '/drafts/:id/send-back': { to: ({ draft }) => [`/drafts/${draft}/send-back`], fields: () => ({ reason: 'no' }) },
  '/sheet': { to: alone('/sheet'), fields: () => ({ text: 'nothing' }) },
  '/duties/shifts': { to: alone('/duties/shifts'), fields: () => ({}) },
  '/duties/shifts/:id/end': { to: alone('/duties/shifts/x/end'), fields: () => ({}) },
  '/duties/delegations': { to: alone('/duties/delegations'), fields: () => ({}) },
  '/duties/delegations/:id/end': { to: alone('/duties/delegations/x/end'), fields: () => ({}) },
  '/duties/notices/:id/again': { to: alone('/duties/notices/x/again'), fields: () => ({}) },
  '/duties/calendars': { to: alone('/duties/calendars'), fields: () => ({ scope: 'wrong' }) },
  '/duties/calendars/close': { to: alone('/duties/calendars/close'), fields: () => ({}) },
  '/today/read': { to: alone('/today/read'), fields: ({ side, index }) => ({ [side]: String(index + 1) }) },
  '/offers/:id{[0-9a-f]{24}}/set-aside': { to: alone(`/offers/${'a'.repeat(24)}/set-aside`), fields: () => ({}) },
  '/offers/:id{[0-9a-f]{24}}/forget': { to: alone(`/offers/${'a'.repeat(24)}/forget`), fields: () => ({}) },
  '/sign-in': { to: alone('/sign-in'), fields: () => ({ official: 'nobody' }) },
  '/sign-in/passkey': { to: alone('/sign-in/passkey'), fields: () => ({ challenge: 'x', answer: '{}' }) },
  '/sign-in/enrol': { to: alone('/sign-in/enrol'), fields: () => ({ person: 'prykladna', code: 'x' }) },
  '/sign-in/enrol/passkey': { to: alone('/sign-in/enrol/passkey'), fields: () => ({ challenge: 'x', answer: '{}' }) },
  '/session/purpose': { to: alone('/session/purpose'), fields: () => ({ purpose: 'none' }) },
  '/session/office': { to: alone('/session/office'), fields: () => ({ office: 'prykladna' }) },
  '/program/token': { to: alone('/program/token'), fields: () => ({ grant_type: 'client_credentials' }) },
  '/drafts/sealing': { to: alone('/drafts/sealing'), fields: ({ id }) => ({ kind: STATED.id, about: id }) },
  '/sign-out': { to: alone('/sign-out'), fields: () => ({}) },
};

/** An answer as an observer reads it: status, headers, and the words of its body, whatever it is packed in. */
export async function readAnswer(answer: Response): Promise<string> {
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const words = isZip
    ? [...filesIn(bytes)].map(([name, text]) => `${name}\n${text}`).join('\n')
    : Buffer.from(bytes).toString('utf8');
  return `${answer.status}\n${head}\n\n${words}`;
}

/** Something of the hidden that an answer had. */
export interface Found {
  readonly address: string;
  readonly secret: string;
}

/** Asks all of these as a page and as data; gives what was found of the secrets, but for what stood in the question. */
export async function walk(
  reader: Reader,
  addresses: readonly string[],
  secrets: readonly string[],
  accepts: readonly string[] = ['text/html', 'application/json'],
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const address of addresses) {
    // What is asked for as a file is the same whatever else is accepted.
    for (const accept of address.includes('format=') ? accepts.slice(0, 1) : accepts) {
      const words = (await readAnswer(await reader.ask(address, { headers: { accept } }))).toLowerCase();
      for (const secret of secrets) {
        const isAsked = address.toLowerCase().includes(secret.toLowerCase());
        if (!isAsked && words.includes(secret.toLowerCase())) found.push({ address, secret });
      }
    }
  }
  return found;
}
