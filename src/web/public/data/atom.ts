// A feed as Atom, RFC 4287.

export interface AtomEntry {
  /** A URN or address that never changes. */
  readonly id: string;
  readonly title: string;
  /** An instant. */
  readonly updated: string;
  readonly href: string;
  readonly author: string;
  readonly summary: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly self: string;
  readonly page: string;
  /** The instant of the newest entry, or of the question where there is none. */
  readonly updated: string;
  /** How it may be handled, in words. */
  readonly rights: string;
  readonly entries: readonly AtomEntry[];
}

// Control characters have no place in XML, escaped or not.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function xml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function entryText(entry: AtomEntry): string {
  return [
    '<entry>',
    `<id>${xml(entry.id)}</id>`,
    `<title>${xml(entry.title)}</title>`,
    `<updated>${xml(entry.updated)}</updated>`,
    `<author><name>${xml(entry.author)}</name></author>`,
    `<link rel="alternate" href="${xml(entry.href)}"/>`,
    `<summary>${xml(entry.summary)}</summary>`,
    '</entry>',
  ].join('\n');
}

export function writeAtom(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">`,
    `<id>${xml(feed.id)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${xml(feed.updated)}</updated>`,
    `<rights>${xml(feed.rights)}</rights>`,
    `<link rel="self" href="${xml(feed.self)}"/>`,
    `<link rel="alternate" href="${xml(feed.page)}"/>`,
    ...feed.entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');
}
