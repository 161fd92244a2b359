// A list of what was said as a feed: Atom (RFC 4287), with the pages before and after it (RFC 5005).
import { tag, xmlText } from '../agreement/xml.ts';

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';
const NAMESPACE = 'http://www.w3.org/2005/Atom';
/** What XML cannot hold is left out: a feed is for reading, and the act itself is one link away. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** An entry. `id` is a URI that never changes, `updated` an instant, `href` an address of this window. */
export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly author: string;
  readonly href: string;
  /** Codes it can be sorted by. */
  readonly categories: readonly string[];
}

/** A feed. `origin` is scheme and host, `address` where it stands itself; `made` is said where it has no entry. */
export interface AtomFeed {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly origin: string;
  readonly address: string;
  /** The same as a page. */
  readonly page: string;
  readonly next: string | null;
  readonly previous: string | null;
  readonly made: string;
  /** How it may be handled, in words. */
  readonly rights: string;
  readonly entries: readonly AtomEntry[];
}

const said = (name: string, text: string): string => tag(name, {}, xmlText(text.replace(UNWRITABLE, '')));

function entryOf({ id, title, updated, author, href, categories }: AtomEntry, origin: string): string {
  return tag(
    'entry',
    {},
    [
      said('id', id),
      said('title', title),
      said('updated', updated),
      tag('author', {}, said('name', author)),
      tag('link', { rel: 'alternate', type: 'text/html', href: `${origin}${href}` }),
      ...categories.map((term) => tag('category', { term })),
    ].join(''),
  );
}

/** The feed as a document. Its entries stand in the order given, newest first. */
export function atomOf(feed: AtomFeed): string {
  const { origin, entries } = feed;
  const link = (rel: string, address: string | null, type: string): string =>
    address === null ? '' : tag('link', { rel, type, href: `${origin}${address}` });
  const updated = entries.reduce((latest, entry) => (entry.updated > latest ? entry.updated : latest), '');
  const inside = [
    said('id', `${origin}${feed.address}`),
    said('title', feed.title),
    said('subtitle', feed.subtitle),
    said('updated', updated === '' ? feed.made : updated),
    said('rights', feed.rights),
    said('generator', 'Servanda'),
    link('self', feed.address, 'application/atom+xml'),
    link('alternate', feed.page, 'text/html'),
    link('next', feed.next, 'application/atom+xml'),
    link('previous', feed.previous, 'application/atom+xml'),
    ...entries.map((entry) => entryOf(entry, origin)),
  ].join('');
  const root = tag('feed', { xmlns: NAMESPACE, 'xml:lang': feed.language }, inside);
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}
