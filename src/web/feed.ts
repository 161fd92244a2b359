// Acts as a feed: each entry is what was done, in the reader's language, with a link to the act itself.
import type { Look } from '../area.ts';
import { actAddress, actName, provisionName } from '../kit/links.tsx';
import { markingLine } from '../kit/marking.ts';
import type { Speak } from '../kit/words.ts';
import type { Also, Ask, Desk } from './ask.ts';
import { atomOf } from './atom.ts';
import { addressAt } from './paging.ts';
import { actTitle, bodyName, type BodyNames, bodyNames, type SaidRow, saidRow } from './pages/said.tsx';
import { PAGE_ROWS } from './limits.ts';

/** What stands in a feed: acts newest first, and the cursors of the stretches beside this one. */
interface Fed {
  /** The same as a page, where the feed has an address of its own. */
  readonly page?: string;
  readonly title: string;
  readonly rows: readonly SaidRow[];
  readonly names: BodyNames;
  readonly next: string | null;
  readonly previous: string | null;
}

/** The question as far as a feed needs it, of either window. */
type Asked = Pick<Ask, 'look' | 'origin' | 'address' | 'marking'>;

function withoutFormat(address: string): string {
  const url = new URL(address, 'http://window.invalid');
  url.searchParams.delete('format');
  return `${url.pathname}${url.search}`;
}

/** The document of a feed that stands at the address asked for. */
async function feedOf(
  ask: Omit<Asked, 'look'>,
  fed: Fed,
  speak: Speak,
  desk: Pick<Desk, 'kinds' | 'look'>,
): Promise<string> {
  const { look } = desk;
  return atomOf({
    title: `${look.exercise ? 'EXERCISE ' : ''}${fed.title}`,
    subtitle: look.agreement.title,
    language: speak.language,
    origin: ask.origin,
    address: ask.address,
    page: fed.page ?? withoutFormat(ask.address),
    next: addressAt(ask.address, fed.next),
    previous: addressAt(ask.address, fed.previous),
    made: look.now,
    rights: markingLine(await ask.marking(), speak, look.agreement),
    entries: fed.rows.map((row) => ({
      // An act is named by the digest of its text: RFC 6920 has a URI for that.
      id: `ni:///sha-256;${row.id}`,
      title: [
        ...(row.exercise ? ['EXERCISE'] : []),
        `${actName(row.side, row.index)}: ${actTitle(row, fed.names, desk, speak)}`,
        `(${speak.list(row.provisions.map((id) => provisionName(id, speak)))})`,
      ].join(' '),
      updated: row.recordedAt,
      author: bodyName(fed.names, look.agreement, row.by, speak),
      href: actAddress(row.side, row.index),
      categories: [row.kind, ...row.provisions.map((id) => `provision:${id}`)],
    })),
  });
}

/** The feed of the newest acts of some kinds, for a page that shows what became of them. */
export function feedOfKinds(ask: Asked, title: string, kinds: readonly string[]): NonNullable<Also['atom']> {
  return async (speak, desk) => {
    const rows = (await ask.look.acts({ kinds, limit: PAGE_ROWS })).map(saidRow);
    const fed = { title, rows, names: await namesIn(ask.look, rows), next: null, previous: null };
    return await feedOf(ask, fed, speak, desk);
  };
}

/** The feed of acts already read. */
export function feedOfRows(
  ask: Asked,
  title: string,
  of: Omit<Fed, 'title' | 'names'> & { readonly names?: BodyNames },
) {
  return async (speak: Speak, desk: Desk): Promise<string> => {
    const names = of.names ?? (await namesIn(ask.look, of.rows));
    return await feedOf(ask, { ...of, title, names }, speak, desk);
  };
}

async function namesIn(look: Look, rows: readonly SaidRow[]): Promise<BodyNames> {
  return await bodyNames(
    look,
    rows.map(({ by }) => by),
  );
}
