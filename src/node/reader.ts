// The reader: shows acts with the ladder each has climbed, to whom their markings let see them.
import type { FoldedAct } from '../act/register.ts';
import type { ActFilter, Rung, ShownAct, Spoken } from '../area.ts';
import { fromUtf8 } from '../act/bytes.ts';
import { decode, type Json } from '../act/canonical.ts';
import { BODY_PART, CONTENT_PART } from '../act/part.ts';
import { Refusal } from '../act/refusal.ts';
import type { Eyes } from './eyes.ts';
import type { ParseEntry } from './parsed.ts';
import type { Sql } from './store/database.ts';
import type { ActPlace, Hands } from './window.ts';
import { hitsIn, readFinding, stretchesOf } from './store/found.ts';
import { type LadderRow, readLadders } from './store/ladders.ts';
import { countSpoken, newestSpoken } from './store/spoken.ts';
import {
  type EntryRow,
  type LogNumber,
  NOTED,
  OTHER,
  OWN,
  type PartRow,
  readBodies,
  readParts,
} from './store/record.ts';
import { insertReading } from './store/readings.ts';
import type { Vault } from './vault.ts';

/** Acts in one list, at most. */
export const LIST_LIMIT = 500;

/** Acts of one provision that are counted, at most. */
const COUNT_LIMIT = 100;

/** The role in which an act acknowledges another: a rung of the other's ladder. */
const ACKNOWLEDGES = 'acknowledges';

export interface ReaderRoom {
  readonly sql: Sql;
  readonly side: string;
  readonly other: string;
  /** The draft an own act was made from. */
  readonly hands: (act: string) => Promise<Hands | undefined>;
  /** By whose eyes. What they may not see is not there. */
  readonly eyes: Eyes;
  readonly now: () => Date;
  readonly parse: ParseEntry;
  /** Opens what is of ring B; without one those parts are not there. */
  readonly vault?: Pick<Vault, 'opened'>;
}

/** An act as read from its entry, and the first that signed it. */
interface Read {
  readonly act: FoldedAct;
  readonly signer: string;
}

const keyOf = ({ log, idx }: Pick<EntryRow, 'log' | 'idx'>): string => `${log} ${idx}`;
/** The names of markings that are seen; undefined where all are. */
type Markings = readonly string[] | undefined;

/** An act that another act refers to, or that refers to it. */
export interface Reference {
  readonly role: string;
  readonly shown: ShownAct;
}

export class Reader {
  readonly #room: ReaderRoom;
  /** What each act that was shown bore when it was read. */
  readonly #bears = new WeakMap<ShownAct, string | null>();

  constructor(room: ReaderRoom) {
    this.#room = room;
  }

  #side(log: LogNumber): string {
    return log === OWN ? this.#room.side : this.#room.other;
  }

  /** The log of a side, or undefined where the side is none of the two. */
  logOf(side: string): LogNumber | undefined {
    if (side === this.#room.side) return OWN;
    return side === this.#room.other ? OTHER : undefined;
  }

  /** The condition that narrows a question about `entries e` to what is seen. */
  #seen(markings: Markings) {
    const { sql } = this.#room;
    return markings === undefined ? sql`` : sql`and e.marking = any(${[...markings]}::text[])`;
  }

  async act(id: string): Promise<ShownAct | undefined> {
    return (await this.entry(id))?.shown;
  }

  /** The name of the marking that an act bore when this reader showed it; undefined where it was not shown by it. */
  bears(shown: ShownAct): string | null | undefined {
    return this.#bears.get(shown);
  }

  /** The entry of an act by its id, or by its place in a side's log, and the act as it is shown. */
  async entry(of: string | ActPlace): Promise<{ readonly entry: EntryRow; readonly shown: ShownAct } | undefined> {
    const entry = await this.#entry(of);
    const [shown] = entry === undefined ? [] : await this.#show([entry], true);
    return entry === undefined || shown === undefined ? undefined : { entry, shown };
  }

  async #entry(of: string | ActPlace): Promise<EntryRow | undefined> {
    const { sql, eyes } = this.#room;
    const log = typeof of === 'string' ? undefined : this.logOf(of.side);
    const at =
      typeof of === 'string'
        ? sql`e.log in (0, 1) and e.act = ${of}`
        : sql`e.log = ${log ?? null} and e.idx = ${of.index}`;
    const [entry] = await sql<EntryRow[]>`select * from entries e
      where ${at} ${this.#seen(await eyes.markings())} order by e.log limit 1`;
    return entry;
  }

  /** The part `content` of an act, where it is held and no desk alone can open it. */
  async content(id: string): Promise<Json | undefined> {
    const entry = await this.#entry(id);
    if (entry === undefined) return undefined;
    const part = (await this.parts(entry)).find(({ name }) => name === CONTENT_PART);
    return bodyOf(part?.bytes);
  }

  /**
   * The parts of an entry that these eyes may see. Where the act speaks of persons it is written down first who reads
   * them and for what: what cannot be written is not read.
   */
  async parts(entry: EntryRow): Promise<readonly PartRow[]> {
    const { sql, eyes, now, vault, parse } = this.#room;
    const kept = await readParts(sql, entry.log, entry.idx);
    const { id, header } = parse(entry);
    const ours = vault === undefined ? kept.filter(({ ring }) => ring !== 'B') : kept;
    const open = async (part: PartRow): Promise<PartRow> => ({
      ...part,
      ...(await vault?.opened({ id, header }, part)),
    });
    const parts = await Promise.all(ours.map(open));
    const words = parts.filter(({ name }) => name !== BODY_PART).map(({ name }) => name);
    const { reader } = eyes;
    if (reader === undefined || words.length === 0 || header.label.personal === undefined) return parts;
    await insertReading(sql, {
      at: now(),
      official: reader.official ?? '',
      body: reader.bodies.join(' '),
      purpose: reader.purpose ?? '',
      act: entry.act,
      of_log: entry.log,
      idx: entry.idx,
      parts: words.join(' '),
    });
    return parts;
  }

  async at(side: string, index: number): Promise<ShownAct | undefined> {
    return (await this.entry({ side, index }))?.shown;
  }

  /** Index of the act next to one in a side's log: what stands between may be no act. */
  async nextTo(side: string, index: number, way: 'before' | 'after'): Promise<number | undefined> {
    const { sql } = this.#room;
    const log = this.logOf(side);
    if (log === undefined) return undefined;
    const markings = await this.#room.eyes.markings();
    const [row] = await sql<{ idx: number }[]>`select e.idx from entries e
      where e.log = ${log} and e.kind is distinct from ${NOTED} ${this.#seen(markings)}
      ${way === 'after' ? sql`and e.idx > ${index} order by e.idx` : sql`and e.idx < ${index} order by e.idx desc`}
      limit 1`;
    return row?.idx;
  }

  /** Newest first. Lists show recorded, witnessed, received, acknowledged; drafts and approvals stay on the act. */
  async acts(filter: ActFilter): Promise<readonly ShownAct[]> {
    const { sql } = this.#room;
    const limit = Math.min(filter.limit ?? LIST_LIMIT, LIST_LIMIT);
    const log = filter.side === undefined ? undefined : this.logOf(filter.side);
    if (filter.side !== undefined && log === undefined) return [];
    const way = filter.oldest === true ? sql`` : sql`desc`;
    const markings = await this.#room.eyes.markings();
    const held = filter.bare !== true;
    if (filter.words !== undefined) return await this.#show(await this.#found(filter, limit, markings), false, held);
    const from = (of: LogNumber) =>
      sql`select e.* ${this.#fitting(filter, of, markings)} order by e.idx ${way} limit ${limit}`;
    // Each log by its own index: asked for both at once, a database sorts all there is for the few that are wanted.
    const rows =
      log === undefined
        ? await sql<EntryRow[]>`select * from ((${from(OWN)}) union all (${from(OTHER)})) as both_logs
            order by at ${way}, log, idx ${way} limit ${limit}`
        : await sql<EntryRow[]>`${from(log)}`;
    return await this.#show(rows, false, held);
  }

  /** How many acts fit, counted to `most`. */
  async count(filter: ActFilter, most: number): Promise<number> {
    const { sql } = this.#room;
    const log = filter.side === undefined ? undefined : this.logOf(filter.side);
    if (filter.side !== undefined && log === undefined) return 0;
    const markings = await this.#room.eyes.markings();
    if (filter.words !== undefined) return (await this.#found(filter, most, markings, sql`e.log, e.idx, e.at`)).length;
    const from = (of: LogNumber) => sql`(select 1 ${this.#fitting(filter, of, markings)} limit ${most})`;
    const rows = log === undefined ? sql`${from(OWN)} union all ${from(OTHER)}` : from(log);
    const [row] = await sql<{ count: number }[]>`select count(*) from (${rows}) as fitting`;
    return Math.min(most, row?.count ?? 0);
  }

  /** Entries that answer a question, at most `limit` of them, with the columns `of`. */
  async #found(filter: ActFilter, limit: number, markings: Markings, of = this.#room.sql`e.*`) {
    const { sql } = this.#room;
    const named = filter.side === undefined ? undefined : this.logOf(filter.side);
    const logs = named === undefined ? ([OWN, OTHER] as const) : [named];
    const way = filter.oldest === true ? 'oldest' : 'newest';
    const found = logs.map(async (log) => {
      const rows: EntryRow[] = [];
      const top = Math.min(await readFinding(sql, log), filter.before ?? Infinity);
      for (const stretch of stretchesOf(filter.words ?? '', (filter.after ?? -1) + 1, top, way)) {
        if (rows.length >= limit) break;
        const hits = hitsIn(sql, log, stretch, way);
        const more = await sql<EntryRow[]>`${hits} select ${of} ${this.#fitting(filter, log, markings)}
          order by f.idx ${way === 'newest' ? sql`desc` : sql``} limit ${limit - rows.length}`;
        rows.push(...more);
      }
      return rows;
    });
    const sign = way === 'newest' ? 1 : -1;
    return (await Promise.all(found))
      .flat()
      .toSorted((a, b) => sign * (Number(b.at) - Number(a.at)) || a.log - b.log || sign * (b.idx - a.idx))
      .slice(0, limit);
  }

  /** The acts of one log that fit: `entries e` and what narrows them; those of `hits f` where words are asked for. */
  #fitting(filter: ActFilter, of: LogNumber, markings: Markings) {
    const { sql } = this.#room;
    const { provision, of: target, words, kind, kinds, after, before } = filter;
    const under = sql`join spoken_under u on u.log = e.log and u.idx = e.idx and u.provision = ${provision ?? ''}`;
    const referring = sql`join referring r on r.log = e.log and r.idx = e.idx and r.target = ${target ?? ''}`;
    // Each hit is looked up by itself: joined as a whole, a database that thinks them few goes over all for each entry.
    const found = sql`hits f
      cross join lateral (select * from entries where log = ${of} and idx = f.idx offset 0) as e`;
    return sql`from ${words === undefined ? sql`entries e` : found}
      ${provision === undefined ? sql`` : under}
      ${target === undefined ? sql`` : referring}
      where e.kind is distinct from ${NOTED} and e.log = ${of}
      ${kind === undefined ? sql`` : sql`and e.kind = ${kind}`}
      ${kinds === undefined ? sql`` : sql`and e.kind = any(${[...kinds]}::text[])`}
      ${after === undefined ? sql`` : sql`and e.idx > ${after}`}
      ${before === undefined ? sql`` : sql`and e.idx < ${before}`} ${this.#seen(markings)}`;
  }

  /** How many acts were said under each of `provisions`, counted to a limit, and the newest of them. */
  async spoken(provisions: readonly string[]): Promise<ReadonlyMap<string, Spoken>> {
    const { sql, eyes } = this.#room;
    const markings = await eyes.markings();
    const counting = countSpoken(sql, provisions, COUNT_LIMIT + 1, markings);
    const [counts, rows] = await Promise.all([counting, this.#newestSpoken(provisions, markings)]);
    return new Map(
      rows.flatMap(([provision, last]) => {
        const count = counts.get(provision) ?? 0;
        if (last === undefined || count === 0) return [];
        return [[provision, { count: Math.min(count, COUNT_LIMIT), more: count > COUNT_LIMIT, last }]];
      }),
    );
  }

  async #newestSpoken(provisions: readonly string[], markings: Markings) {
    const rows = await newestSpoken(this.#room.sql, provisions, markings);
    const entries = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
    const newest = await this.#show(entries, false, false);
    const shown = new Map(newest.map((one) => [`${one.act.side} ${one.act.index}`, one]));
    return rows.map((row) => [row.provision, shown.get(`${this.#side(row.log)} ${row.idx}`)] as const);
  }

  /** Acts of either side that the other does not accept, newest first. */
  async contested(): Promise<readonly ShownAct[]> {
    const markings = await this.#room.eyes.markings();
    const rows = await this.#room.sql<EntryRow[]>`select * from entries e where e.log in (0, 1)
      and e.contested is not null ${this.#seen(markings)}
      order by e.at desc, e.log, e.idx desc limit ${LIST_LIMIT}`;
    return await this.#show(rows, false);
  }

  async referredBy(id: string): Promise<readonly Reference[]> {
    const { sql } = this.#room;
    const markings = await this.#room.eyes.markings();
    const roles = await sql<{ log: LogNumber; idx: number; role: string }[]>`
      select r.log, r.idx, r.role from referring r join entries e on e.log = r.log and e.idx = r.idx
      where r.log in (0, 1) and r.target = ${id} ${this.#seen(markings)} order by r.log, r.idx limit ${LIST_LIMIT}`;
    const shown = roles.length === 0 ? [] : await this.acts({ of: id });
    return roles.flatMap(({ log, idx, role }) => {
      const found = shown.find(({ act }) => act.side === this.#side(log) && act.index === idx);
      return found === undefined ? [] : [{ role, shown: found }];
    });
  }

  async refersTo(act: FoldedAct): Promise<readonly Reference[]> {
    const found = await Promise.all(
      act.header.re.map(async ({ act: id, role }) => ({ role, shown: await this.act(id) })),
    );
    return found.flatMap(({ role, shown }) => (shown === undefined ? [] : [{ role, shown }]));
  }

  async #show(entries: readonly EntryRow[], whole: boolean, held = true): Promise<readonly ShownAct[]> {
    const markings = await this.#room.eyes.markings();
    const [bodies, ladders] = await Promise.all([
      this.#bodies(held ? entries : []),
      readLadders(this.#room.sql, entries, ACKNOWLEDGES, markings),
    ]);
    const shown = await Promise.all(
      entries.map(async (entry): Promise<ShownAct | undefined> => {
        const read = this.#folded(entry, bodies[entry.log].get(entry.idx));
        if (read === undefined) return undefined;
        const { act, signer } = read;
        const one: ShownAct = {
          act,
          recordedAt: entry.at.toISOString(),
          rungs: rungsOf(entry, signer, ladders(entry), whole ? await this.#hands(entry) : undefined),
          contested: entry.contested ?? undefined,
        };
        this.#bears.set(one, entry.marking);
        return one;
      }),
    );
    return shown.filter((one) => one !== undefined);
  }

  async #bodies(
    entries: readonly EntryRow[],
  ): Promise<readonly [ReadonlyMap<number, Uint8Array>, ReadonlyMap<number, Uint8Array>]> {
    const of = async (log: LogNumber): Promise<ReadonlyMap<number, Uint8Array>> =>
      await readBodies(
        this.#room.sql,
        log,
        entries.filter((entry) => entry.log === log).map((entry) => entry.idx),
      );
    return await Promise.all([of(OWN), of(OTHER)]);
  }

  /** Who of this side wrote and approved an act of its own. */
  async #hands({ log, act }: EntryRow): Promise<Hands | undefined> {
    return log === OWN ? await this.#room.hands(act) : undefined;
  }

  /** An entry of the counterpart that cannot be read as an act has no page; its bytes stay in the log and exports. */
  #folded(entry: EntryRow, part: Uint8Array | undefined): Read | undefined {
    try {
      const { id, header, signer } = this.#room.parse(entry);
      const { idx: index, seen } = entry;
      const act = { side: this.#side(entry.log), index, id, header, seen, body: bodyOf(part) };
      return { act, signer };
    } catch (cause) {
      if (cause instanceof Refusal) return undefined;
      throw cause;
    }
  }
}

/** What an act has climbed: `signer` has signed it first, and `hands` wrote and approved it where they are told. */
function rungsOf(
  entry: EntryRow,
  signer: string,
  { covering, receipt }: LadderRow,
  hands: Hands | undefined,
): readonly Rung[] {
  const rungs: Rung[] = [];
  const rung = (name: Rung['name'], at: string, by: string, covers?: number, of?: string): void => {
    rungs.push({ name, at, by, covers, act: of });
  };
  if (hands !== undefined) {
    rung('draft', hands.writtenAt, hands.writtenBy);
    for (const approval of hands.approvals) rung('approved', approval.at, approval.by);
  }
  rung('recorded', entry.at.toISOString(), signer, entry.idx);
  for (const role of ['witness', 'mirror'] as const) {
    const held = covering.find((row) => row.role === role);
    if (held === undefined) continue;
    rung(role === 'witness' ? 'witnessed' : 'received', held.at.toISOString(), held.signer, held.size);
  }
  if (receipt !== undefined) {
    rung('acknowledged', receipt.at.toISOString(), receipt.body ?? '', undefined, receipt.act);
  }
  return rungs;
}

function bodyOf(part: Uint8Array | undefined): Json | undefined {
  const text = part === undefined ? undefined : fromUtf8(part);
  try {
    return text === undefined ? undefined : decode(text);
  } catch (cause) {
    if (cause instanceof Refusal) return undefined;
    throw cause;
  }
}
