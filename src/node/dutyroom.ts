// The duty room of a node: the watch, the notifier and the rosters, put together and shown to the windows.
import { createHash, randomUUID } from 'node:crypto';
import { refuse } from '../act/refusal.ts';
import { parseInstant } from '../agreement/calendar.ts';
import type { Agreement } from '../agreement/agreement.ts';
import type { Reason } from '../agreement/reminders.ts';
import type { Viewer } from '../agreement/sight.ts';
import type { Duty } from '../act/duty.ts';
import type { Area, Look } from '../area.ts';
import type { Looking } from './eyes.ts';
import { Notifier } from './notify.ts';
import { NO_ORDERS, type Orders } from './orders.ts';
import { waysOut } from './post.ts';
import type { Sql } from './store/database.ts';
import {
  endDelegation,
  endFeeds,
  endShift,
  feedsOf,
  findFeed,
  insertDelegation,
  insertFeed,
  insertShift,
  openDelegations,
  openShifts,
} from './store/rosters.ts';
import { newestNotices, type NoticeRow, standingDuties, tryAgain } from './store/watch.ts';
import { Watch } from './watch.ts';
import type { OwnNode } from './ownnode.ts';
import type { DutyRoom, Notice, Official, Tell } from './window.ts';

/** Notices shown in a list. */
const SHOWN = 200;
/** The longest span of a shift or delegation, in days: what is meant for longer is set again. */
const SPAN_DAYS = 366;
/** Calendars of one official, at most. */
const FEEDS = 10;
const SECRET_SIZE = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

export interface DutyGround {
  readonly sql: Sql;
  readonly side: string;
  readonly agreement: Agreement;
  readonly areas: readonly Area[];
  readonly officials: () => readonly Official[];
  readonly orders: (() => Orders) | undefined;
  readonly tell: Tell | undefined;
  readonly look: (looking: Looking) => Look;
  /** Whether the record has anything that the viewer may not see. */
  readonly misses: (viewer: Viewer) => Promise<boolean>;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
  readonly changed: () => void;
  readonly say: (line: string) => void;
}

export interface Duties {
  readonly room: OwnNode['duty'];
  readonly start: () => void;
  /** The record changed: duties may have arisen or been settled. */
  readonly wake: () => void;
  /** One look of the watch, and one round of telling, now: for whoever measures. */
  readonly round: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** What a notice says where nobody gave words: the roof gives them to every node that people use. */
const bare: Tell = ({ duty }) => ({ subject: duty.what, text: duty.id });

/** The duty room on that ground. Nothing is looked at before `start`. */
export function dutiesOf(ground: DutyGround): Duties {
  const { sql, now, changed, say } = ground;
  const orders = ground.orders ?? ((): Orders => NO_ORDERS);
  const { ways, close } = waysOut(now);
  const notifier = new Notifier({ sql, orders, now, ways, changed, say });
  const made = (): void => {
    changed();
    notifier.wake();
  };
  const shownTo = async (viewer: Viewer): Promise<readonly Duty[]> => await dutiesFor(ground, viewer);
  const look = (): Look => ground.look('node');
  const watch = new Watch({ ...ground, look, shownTo, orders, tell: ground.tell ?? bare, made });
  return {
    room: { ...roomOf(ground), again: async (by, notice) => await again(ground, by, notice, () => notifier.wake()) },
    start: () => {
      watch.start();
      notifier.wake();
    },
    wake: () => watch.wake(),
    round: async () => {
      const found = await watch.round();
      await notifier.round();
      return found;
    },
    stop: async () => {
      await watch.stop();
      await notifier.stop();
      close();
    },
  };
}

/** An official has told again what was given up of a duty of their own body. */
async function again(ground: DutyGround, by: Official, notice: string, wake: () => void): Promise<void> {
  const { sql, now, changed } = ground;
  if (!(await tryAgain(sql, notice.slice(0, 64), by.body, now()))) {
    throw refuse('not-found', 'Telling a notice again that was not given up.');
  }
  changed();
  wake();
}

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

function noticeOf(row: NoticeRow): Notice {
  return {
    id: row.id,
    duty: row.withheld ? '' : row.duty,
    reason: row.reason as Reason,
    official: row.official,
    channel: row.channel,
    address: row.address,
    subject: row.subject,
    text: row.text,
    state: row.state,
    tries: row.tries,
    madeAt: instant(row.made_at),
    nextAt: instant(row.next_at),
    toldAt: row.told_at === null ? undefined : instant(row.told_at),
    error: row.error ?? undefined,
  };
}

/** A span of time as typed: it ends after it begins, and not years later. */
function spanOf(starts: string, ends: string): { readonly starts: Date; readonly ends: Date } {
  const from = new Date(parseInstant(starts));
  const to = new Date(parseInstant(ends));
  if (to <= from) throw refuse('input-malformed', 'field ends: It ends before it begins. Write a later time.');
  if (to.getTime() - from.getTime() > SPAN_DAYS * 86_400_000) {
    throw refuse('input-malformed', `field ends: It is longer than ${SPAN_DAYS} days. Write an earlier day.`);
  }
  return { starts: from, ends: to };
}

function ofBody({ officials }: DutyGround, id: string, body: string, field: string): Official {
  const found = officials().find((official) => official.id === id && official.body === body);
  if (found === undefined) {
    throw refuse('input-malformed', `field ${field}: ${body} has no official ${JSON.stringify(id.slice(0, 40))}.`);
  }
  return found;
}

function requireHead(by: Official, body: string): void {
  if (by.body !== body || !by.roles.includes('approver')) {
    throw refuse('role-missing', `${by.id} sets the roster of ${body}; an approver of that body does.`);
  }
}

/**
 * The duties that stand. A viewer is shown those that stand for whoever sees no more than they do: what is due because
 * of an act they may not see, or by a date that one has moved, is not there; and what seems due only because an act is
 * hidden from them is not either.
 */
async function dutiesFor({ areas, look, misses }: DutyGround, viewer: Viewer | undefined): Promise<readonly Duty[]> {
  const found = async (seen: Look): Promise<readonly Duty[]> =>
    (await Promise.all(areas.map(async (area) => await area.duties(seen)))).flat();
  const all = await found(look('node'));
  if (viewer === undefined || !(await misses(viewer))) return all;
  const theirs = new Set((await found(look(viewer))).map((duty) => JSON.stringify(duty)));
  return all.filter((duty) => theirs.has(JSON.stringify(duty)));
}

function roomOf(ground: DutyGround): Omit<OwnNode['duty'], 'again'> {
  const { sql, now } = ground;
  return {
    duties: async (viewer) => await dutiesFor(ground, viewer),
    since: async () => new Map((await standingDuties(sql)).map((row) => [row.id, instant(row.raised_at)])),
    notices: async (of) => (await newestNotices(sql, { ...of, limit: SHOWN })).map(noticeOf),
    shifts: async () =>
      (await openShifts(sql, now())).map((row) => ({ ...row, starts: instant(row.starts), ends: instant(row.ends) })),
    delegations: async () =>
      (await openDelegations(sql, now())).map((row) => ({
        ...row,
        starts: instant(row.starts),
        ends: instant(row.ends),
      })),
    ...rostersOf(ground),
    ...feedRoom(ground),
  };
}

type Rosters = Pick<DutyRoom, 'assign' | 'unassign' | 'delegate' | 'undelegate'>;

function rostersOf(ground: DutyGround): Rosters {
  const { sql, now, changed } = ground;
  return {
    assign: async (by, { body, official, starts, ends }) => {
      requireHead(by, body);
      ofBody(ground, official, body, 'official');
      await insertShift(sql, { id: randomUUID(), body, official, by: by.id, ...spanOf(starts, ends) }, now());
      changed();
    },
    unassign: async (by, id) => {
      // A shift of another body is as if there were none: whoever guesses ids learns of none that is somebody's.
      const shift = (await openShifts(sql, now())).find((row) => row.id === id && row.body === by.body);
      if (shift === undefined) throw refuse('not-found', 'Ending a shift that is not on the roster.');
      requireHead(by, shift.body);
      await endShift(sql, id, now());
      changed();
    },
    delegate: async (by, { deputy, starts, ends }) => {
      ofBody(ground, deputy, by.body, 'deputy');
      if (deputy === by.id) throw refuse('input-malformed', 'field deputy: Nobody stands in for themselves.');
      await insertDelegation(sql, { id: randomUUID(), official: by.id, deputy, ...spanOf(starts, ends) }, now());
      changed();
    },
    undelegate: async (by, id) => {
      if (!(await endDelegation(sql, id.slice(0, 64), by.id, now()))) {
        throw refuse('not-found', 'Ending a delegation that is not yours, or is over.');
      }
      changed();
    },
  };
}

const digestOf = (secret: string): Uint8Array => new Uint8Array(createHash('sha256').update(secret).digest());

type Feeds = Pick<DutyRoom, 'openFeed' | 'feeds' | 'closeFeeds' | 'feed'>;

function feedRoom({ sql, now, random, officials }: DutyGround): Feeds {
  return {
    openFeed: async (by, scope) => {
      if ((await feedsOf(sql, by.id)).length >= FEEDS) {
        throw refuse('input-malformed', `There are ${FEEDS} calendars of ${by.id} already. Close them first.`);
      }
      const secret = Buffer.from(random(SECRET_SIZE)).toString('base64url');
      const body = scope === 'body' ? by.body : null;
      await insertFeed(sql, { digest: digestOf(secret), official: by.id, body, at: now() });
      return secret;
    },
    feeds: async (of) => (await feedsOf(sql, of.id)).length,
    closeFeeds: async (by) => {
      await endFeeds(sql, by.id, now());
    },
    feed: async (secret) => {
      const row = SECRET.test(secret) ? await findFeed(sql, digestOf(secret)) : undefined;
      // Whoever is no official any more has no calendar either.
      const official = officials().find(({ id }) => id === row?.official);
      return row === undefined || official === undefined ? undefined : { official, body: row.body ?? undefined };
    },
  };
}
