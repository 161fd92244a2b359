// A long list in stretches: where one begins, how long it is, and the links to the next and to the one before.
import { base64url, fromBase64url, fromUtf8, utf8 } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import { PAGE_ROWS, PAGE_ROWS_MOST } from './limits.ts';

/**
 * Where a stretch begins: below (older than) or above (newer than) an index of each side's log. To whoever reads it a
 * cursor is opaque: what it is written as may change.
 */
export interface Cursor {
  readonly way: 'below' | 'above';
  readonly at: Readonly<Record<string, number>>;
}

const CURSOR = /^([ba])((?: [a-z]{2,8}:\d{1,15}){0,8})$/;

/** A cursor as it stands in an address. */
export function formatCursor({ way, at }: Cursor): string {
  const steps = Object.entries(at).map(([side, index]) => ` ${side}:${index}`);
  return base64url(utf8(`${way === 'below' ? 'b' : 'a'}${steps.join('')}`));
}

/** `input-malformed` where the text is no cursor made here. */
export function parseCursor(text: string): Cursor {
  const bytes = text.length > 500 ? undefined : fromBase64url(text);
  const [, way, steps] = CURSOR.exec((bytes === undefined ? undefined : fromUtf8(bytes)) ?? '') ?? [];
  if (way === undefined || steps === undefined) {
    throw refuse('input-malformed', 'field cursor: It is none of this list.');
  }
  const pairs = steps.split(' ').filter((step) => step !== '').map((step) => step.split(':') as [string, string]);
  const at = Object.fromEntries(pairs.map(([side, index]) => [side, Number(index)]));
  return { way: way === 'b' ? 'below' : 'above', at };
}

/** What an address asks for of a list. */
export interface Paging {
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

/**
 * `?cursor=` and `?limit=`, `usual` where no limit is said. `input-malformed` where it is none from 1 on; beyond the
 * most it is the most.
 */
export function readPaging(query: Readonly<Record<string, string>>, usual = PAGE_ROWS): Paging {
  const { limit, cursor } = query;
  const wanted = limit === undefined || limit === '' ? usual : /^\d{1,9}$/.test(limit) ? Number(limit) : 0;
  if (wanted < 1) {
    throw refuse('input-malformed', `field limit: It is a number from 1 to ${PAGE_ROWS_MOST}.`);
  }
  return {
    limit: Math.min(wanted, PAGE_ROWS_MOST),
    cursor: cursor === undefined || cursor === '' ? undefined : parseCursor(cursor),
  };
}

/** The address of another stretch of the same list: the same questions, another cursor. Null where there is none. */
export function addressAt(address: string, cursor: string | null): string | null {
  if (cursor === null) return null;
  const url = new URL(address, 'http://window.invalid');
  url.searchParams.set('cursor', cursor);
  return `${url.pathname}${url.search}`;
}

/** The `Link` header (RFC 8288) of a stretch; undefined where nothing stands before or after it. */
export function linkHeader(next: string | null, previous: string | null): string | undefined {
  const links = [
    ...(next === null ? [] : [`<${next}>; rel="next"`]),
    ...(previous === null ? [] : [`<${previous}>; rel="prev"`]),
  ];
  return links.length === 0 ? undefined : links.join(', ');
}
