// The public record: what anyone may see of a node, read under a role that could read nothing else.
import { decode, type Json } from '../act/canonical.ts';
import type { PublicKey } from '../act/key.ts';
import { fold, type Register } from '../act/register.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { openLabel } from '../agreement/label.ts';
import { emptyRoot } from '../log/tree.ts';
import type { Area, Look } from '../area.ts';
import { actFile } from './actfile.ts';
import { eyesOf } from './eyes.ts';
import { policyOf, rootText, type Vouching } from './proofs.ts';
import { publishNow } from './publisher.ts';
import { parsedActs } from './parsed.ts';
import { Reader } from './reader.ts';
import { toFolded } from './store/acts.ts';
import { connect, type Place, type Sql } from './store/database.ts';
import { type Offer, sendOffer } from './store/offered.ts';
import {
  ensurePublicRole,
  grantPublic,
  PUBLIC_ROLE,
  PUBLIC_SCHEMA,
  publicCount,
  publicMonths,
  publicPlace,
  publicSubjects,
  readComparison,
  requireNarrow,
} from './store/published.ts';
import { type LogNumber, OTHER, OWN } from './store/record.ts';
import { readRow, readRows, readSubject } from './store/registers.ts';
import type { ActFile, Change, Concordance } from './window.ts';

export type { Offer };

/** Connections of the public window: a crowd at it waits here, and never before the doors of the officials. */
const CONNECTIONS = 4;
/** Milliseconds that one question of it may take. */
const STATEMENT_LIMIT = 5000;

/** What the public window sees of a node. There is nobody to sign in, and nothing to be said but an offer. */
export interface PublicRecord {
  readonly side: string;
  readonly agreement: Agreement;
  readonly areas: readonly Area[];
  readonly exercise: boolean;
  readonly now: () => string;
  readonly look: () => Look;
  /** Whether both records agree; sizes are those of what is public, so that the rhythm of the rest does not show. */
  readonly concordance: () => Promise<Concordance>;
  readonly actFile: (side: string, index: number) => Promise<ActFile | undefined>;
  readonly actNextTo: (side: string, index: number, way: 'before' | 'after') => Promise<number | undefined>;
  /** How many public acts a side has, and one more than the index of the newest. */
  readonly count: (side: string) => Promise<{ readonly count: number; readonly end: number }>;
  /** Public acts of each side by the month, `2026-08`, in which this node recorded them, from that day on. */
  readonly months: (
    from: string,
  ) => Promise<readonly { readonly side: string; readonly month: string; readonly count: number }[]>;
  readonly policy: (side: string) => string | undefined;
  /** Hands in an assessment. False where too many wait. */
  readonly offer: (offer: Omit<Offer, 'at'>) => Promise<boolean>;
  /** Calls `tell` after something has become public, until the function returned is called. */
  readonly subscribe: (tell: () => void) => () => void;
}

export interface PublicOptions {
  /** The node's own connection: it grants and publishes, and answers nobody of the public. */
  readonly sql: Sql;
  /** Where the database is, and under which role the public reads: an address of the operator's, or our own role. */
  readonly place: Place;
  readonly url: string | undefined;
  readonly side: string;
  readonly other: string;
  readonly exercise: boolean;
  readonly agreement: Agreement;
  readonly areas: readonly Area[];
  readonly policies: Vouching;
  readonly roots: ReadonlyMap<string, PublicKey>;
  readonly now: () => Date;
  readonly subscribe: (tell: (change: Change) => void) => () => void;
  readonly say: (line: string) => void;
}

/** The name in the address of a database. */
function roleOf(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).username) : '';
}

/** Opens the record under the role of the public, or refuses a role that could see more. */
async function connectNarrow({ sql, place, url }: PublicOptions): Promise<Sql> {
  if (url === undefined) await ensurePublicRole(sql);
  const role = url === undefined ? PUBLIC_ROLE : roleOf(url);
  await grantPublic(sql, role);
  const narrow = connect(url === undefined ? publicPlace(place, role) : { url }, {
    max: CONNECTIONS,
    connection: {
      search_path: PUBLIC_SCHEMA,
      default_transaction_read_only: true,
      statement_timeout: STATEMENT_LIMIT,
    },
  });
  try {
    await requireNarrow(narrow);
  } catch (cause) {
    await narrow.end({ timeout: 5 });
    throw cause;
  }
  return narrow;
}

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** A state as the public knows it: as kept where all of it is public, else folded anew from what is. */
async function publicRow<State extends Json>(
  sql: Sql,
  register: Register<State>,
  subject: string,
  sides: readonly [string, string],
): Promise<State> {
  const kept = await readRow(sql, register.name, subject);
  if (kept !== undefined) return decode(kept.state) as State;
  const acts = await readSubject(sql, register.name, subject);
  return fold(
    register,
    subject,
    acts.map((entry) => toFolded(entry, sides[entry.log], entry.part)),
  );
}

function lookOf(sql: Sql, reader: Reader, options: PublicOptions): () => Look {
  const { agreement, side, other, exercise } = options;
  const sides = [side, other] as const;
  return () => ({
    agreement,
    side,
    now: instant(options.now()),
    tz: process.versions['tz'] ?? 'unknown',
    exercise,
    public: true,
    count: async (filter, most) => await reader.count(filter, most),
    spoken: async () => await reader.spoken(agreement.provisions.map(({ id }) => id)),
    // Nothing is looked for by words here.
    unfound: async () => await Promise.resolve(0),
    row: async (register, subject) => await publicRow(sql, register, subject, sides),
    rows: async <State extends Json>(register: Register<State>) => {
      const whole = (await readRows(sql, register.name)).map((kept) => ({
        subject: kept.subject,
        state: decode(kept.state) as State,
      }));
      const known = new Set(whole.map(({ subject }) => subject));
      const partly = (await publicSubjects(sql, register.name)).filter((subject) => !known.has(subject));
      const folded = await Promise.all(
        partly.map(async (subject) => ({ subject, state: await publicRow(sql, register, subject, sides) })),
      );
      return [...whole, ...folded].toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
    },
    act: async (id) => await reader.act(id),
    acts: async (filter) => await reader.acts(filter),
    content: async (id) => await reader.content(id),
    // Nothing but what is for everyone is in this schema.
    marking: async () => await Promise.resolve(openLabel(agreement)),
    cosigned: async () => await Promise.resolve({ size: 0, root: rootText(emptyRoot()) }),
    carried: async () => await Promise.resolve([]),
    mandated: [],
    newKey: async () => await Promise.reject(new Error('public: nobody at this window speaks for a body')),
  });
}

/** Milliseconds in which several changes of the record count as one: a burst of acts costs one round. */
const PAUSE = 250;

/** Publishes again whenever the record changes, one round after the other, and tells when it is done. */
function publishing({ sql, subscribe, say }: PublicOptions): {
  readonly subscribe: PublicRecord['subscribe'];
  readonly stop: () => Promise<void>;
} {
  const heard = new Set<() => void>();
  let running = Promise.resolve();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const round = async (): Promise<void> => {
    await publishNow(sql);
    for (const tell of heard) tell();
  };
  const end = subscribe(({ what }) => {
    if (what !== 'record' && what !== 'concordance') return;
    waiting ??= setTimeout(() => {
      waiting = undefined;
      // What this round could not, the next change makes good: a database that is away comes back with one.
      running = running.then(round).catch((cause: unknown) => say(`publishing failed: ${String(cause)}`));
    }, PAUSE);
  });
  return {
    subscribe: (tell) => {
      heard.add(tell);
      return () => heard.delete(tell);
    },
    stop: async () => {
      end();
      clearTimeout(waiting);
      await running;
    },
  };
}

async function compared(sql: Sql, { side, other }: PublicOptions): Promise<Concordance> {
  const found = await readComparison(sql);
  const ends = await Promise.all(([OWN, OTHER] as const).map(async (log) => (await publicCount(sql, log)).end));
  const seen = { [side]: Math.min(ends[0] ?? 0, found?.own ?? 0), [other]: Math.min(ends[1] ?? 0, found?.other ?? 0) };
  if (found === undefined) return { state: 'waits', sizes: seen };
  const at = found.at.toISOString();
  return found.agrees ? { state: 'agrees', sizes: seen, at } : { state: 'diverges', sizes: seen, at, first: undefined };
}

/**
 * Opens the public record: everything that is public by now is published, the role is made and given its rights, and
 * what follows is read under it alone. `public-role-unfit` where that role could see or write more.
 */
export async function openPublic(
  options: PublicOptions,
): Promise<{ readonly record: PublicRecord; readonly stop: () => Promise<void> }> {
  const { side, other, agreement, areas, exercise, policies, roots } = options;
  await publishNow(options.sql);
  const sql = await connectNarrow(options);
  const publisher = publishing(options);
  const hands = async (): Promise<undefined> => await Promise.resolve(undefined);
  // Through these views there is nothing to miss: what is not public is in none of them.
  const [eyes, parse] = [eyesOf(sql, 'node'), parsedActs()];
  const reader = new Reader({ sql, side, other, hands, eyes, now: options.now, parse });
  const logOf = (asked: string): LogNumber | undefined => reader.logOf(asked);
  const record: PublicRecord = {
    side,
    agreement,
    areas,
    exercise,
    now: () => instant(options.now()),
    look: lookOf(sql, reader, options),
    concordance: async () => await compared(sql, options),
    actFile: async (of, index) => await actFile({ sql, policies, roots }, reader, { side: of, index }),
    actNextTo: async (of, index, way) => await reader.nextTo(of, index, way),
    count: async (of) => {
      const log = logOf(of);
      return log === undefined ? { count: 0, end: 0 } : await publicCount(sql, log);
    },
    months: async (from) =>
      (await publicMonths(sql, from)).map(({ log, ...one }) => ({ side: log === OWN ? side : other, ...one })),
    policy: (of) => {
      const log = logOf(of);
      return log === undefined ? undefined : policyOf(policies[log]);
    },
    offer: async (offer) => await sendOffer(sql, { ...offer, at: options.now() }),
    subscribe: publisher.subscribe,
  };
  return {
    record,
    stop: async () => {
      await publisher.stop();
      await sql.end({ timeout: 5 });
    },
  };
}
