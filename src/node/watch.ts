// The watch: knows which duties of this side stand, and has everyone told whose step has come, once each.
import { randomUUID } from 'node:crypto';
import type { Duty } from '../act/duty.ts';
import { type Joined, NOBODY, ringOf } from '../agreement/label.ts';
import { type SideViewer, sightOfBody, type Viewer } from '../agreement/sight.ts';
import type { Agreement } from '../agreement/agreement.ts';
import {
  afterQuiet,
  LADDER,
  type Reminder,
  type Schedule,
  schedulesAt,
  tellNow,
  type Whom,
} from '../agreement/reminders.ts';
import type { Area, Look } from '../area.ts';
import type { Orders } from './orders.ts';
import type { Sql } from './store/database.ts';
import { type DelegationRow, openDelegations, openShifts, type ShiftRow } from './store/rosters.ts';
import {
  endLease,
  insertNotices,
  keepWatched,
  type NoticeRow,
  settleWatched,
  standingDuties,
  stepsMade,
  takeLease,
  type WatchedRow,
} from './store/watch.ts';
import type { Official, Tell, Telling, Tongue } from './window.ts';

/** Milliseconds between two looks where nothing rings; and how long a lease holds without being renewed. */
export const ROUND = 15_000;
const LEASE = 60_000;

export interface WatchRoom {
  readonly sql: Sql;
  readonly side: string;
  readonly agreement: Agreement;
  readonly areas: readonly Area[];
  readonly officials: () => readonly Official[];
  readonly orders: () => Orders;
  readonly look: () => Look;
  /** The duties that a viewer is shown. */
  readonly shownTo: (viewer: Viewer) => Promise<readonly Duty[]>;
  readonly now: () => Date;
  readonly tell: Tell;
  /** Notices were made. */
  readonly made: () => void;
  readonly say: (line: string) => void;
}

/** A duty that stands, with what remains to be told of it. */
interface Standing {
  readonly duty: Duty;
  readonly row: WatchedRow;
  readonly schedule: readonly Reminder[];
  readonly told: Set<string>;
  /** The instant of the first step not told; undefined where all are. */
  next: string | undefined;
}

/** Labels that let words of an act go over mail and webhooks: those of ring A, open between both sides. */
export function mayLeave(label: Joined): boolean {
  return label !== NOBODY && ringOf(label) === 'A';
}

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

export class Watch {
  readonly #room: WatchRoom;
  readonly #holder = randomUUID();
  readonly #schedule: Schedule;
  readonly #zone: string;
  readonly #urgent: ReadonlySet<string>;
  /** What the table says; read anew whenever the lease was another's. */
  #standing: Map<string, Standing> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #turn: Promise<number> = Promise.resolve(0);

  constructor(room: WatchRoom) {
    this.#room = room;
    this.#zone = room.agreement.participant(room.side).seat.zone;
    this.#schedule = schedulesAt(this.#zone);
    this.#urgent = new Set(room.agreement.provisionsOf(['consultation']));
  }

  /** Starts looking; returns at once. */
  start(): void {
    this.wake();
  }

  /** Something changed: looks soon. Calls while it looks are answered by one more look. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#look().finally(() => {
      this.#running = undefined;
      if (this.#stopped) return;
      const pause = this.#again ? 0 : ROUND;
      this.#again = false;
      this.#timer = setTimeout(() => this.wake(), pause);
    });
  }

  async #look(): Promise<void> {
    try {
      await this.round();
    } catch (cause) {
      this.#standing = undefined;
      if (!this.#stopped) this.#room.say(`The watch failed and looks again: ${(cause as Error).message}`);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await endLease(this.#room.sql, 'watch', this.#holder).catch(() => undefined);
  }

  /** One look: what arose, what is settled, whose step has come. Gives the number of notices made. One at a time. */
  async round(): Promise<number> {
    const turn = this.#turn.then(async () => await this.#once());
    this.#turn = turn.catch(() => 0);
    return await turn;
  }

  async #once(): Promise<number> {
    const { sql, now, areas, look, side } = this.#room;
    const at = now();
    if (!(await takeLease(sql, 'watch', this.#holder, at, new Date(at.getTime() + LEASE)))) {
      this.#standing = undefined;
      return 0;
    }
    const seen = look();
    const duties = (await Promise.all(areas.map(async (area) => await area.duties(seen)))).flat();
    const own = duties.filter((duty) => duty.side === side);
    const standing = await this.#follow(own, at);
    return await this.#tellAll(standing, at);
  }

  /** Brings the table to what stands now. */
  async #follow(own: readonly Duty[], at: Date): Promise<Map<string, Standing>> {
    const { sql } = this.#room;
    const known = this.#standing ?? (await this.#remember(own));
    const changed: WatchedRow[] = [];
    const standing = new Map<string, Standing>();
    for (const duty of own) {
      const before = known.get(duty.id);
      const same =
        before !== undefined &&
        before.row.due === (duty.due ?? null) &&
        before.row.due_at === (duty.dueAt ?? null) &&
        before.row.body === duty.body;
      if (same) {
        standing.set(duty.id, before.duty === duty ? before : { ...before, duty });
        continue;
      }
      const raised = before?.row.raised_at ?? new Date(Math.floor(at.getTime() / 1000) * 1000);
      const row = {
        id: duty.id,
        body: duty.body,
        due: duty.due ?? null,
        due_at: duty.dueAt ?? null,
        raised_at: raised,
      };
      changed.push(row);
      standing.set(duty.id, this.#standingOf(duty, row, before?.told ?? new Set()));
    }
    const gone = [...known.keys()].filter((id) => !standing.has(id));
    await keepWatched(sql, changed);
    await settleWatched(sql, gone, at);
    this.#standing = standing;
    return standing;
  }

  async #remember(own: readonly Duty[]): Promise<Map<string, Standing>> {
    const { sql } = this.#room;
    const duties = new Map(own.map((duty) => [duty.id, duty]));
    const told = new Map<string, Set<string>>();
    for (const { duty, step } of await stepsMade(sql)) {
      const steps = told.get(duty) ?? new Set();
      told.set(duty, steps.add(step));
    }
    const known = new Map<string, Standing>();
    for (const row of await standingDuties(sql)) {
      const duty = duties.get(row.id);
      // One that is gone has nothing to be told; it is only to be settled.
      const steps = told.get(row.id) ?? new Set<string>();
      if (duty !== undefined) known.set(row.id, this.#standingOf(duty, row, steps));
      else known.set(row.id, { duty: GONE, row, schedule: [], told: steps, next: undefined });
    }
    return known;
  }

  #standingOf(duty: Duty, row: WatchedRow, told: Set<string>): Standing {
    const watched = {
      id: duty.id,
      raised: instant(row.raised_at),
      due: duty.due,
      dueAt: duty.dueAt,
      urgent: this.#urgent.has(duty.provision),
    };
    const schedule = this.#schedule(watched, this.#room.orders().ladders.get(duty.body) ?? LADDER);
    return { duty, row, schedule, told, next: nextOf(schedule, told, watched.raised) };
  }

  async #tellAll(standing: Map<string, Standing>, at: Date): Promise<number> {
    const { sql, made } = this.#room;
    const now = instant(at);
    const come = [...standing.values()].filter(({ next }) => next !== undefined && next <= now);
    if (come.length === 0) return 0;
    const [shifts, delegations] = [await openShifts(sql, at), await openDelegations(sql, at)];
    const notices: NoticeRow[] = [];
    const sees = this.#sight();
    for (const one of come) {
      const raised = instant(one.row.raised_at);
      const steps = tellNow(one.schedule, raised, now).filter(({ step }) => !one.told.has(step));
      if (steps.length === 0) {
        one.next = nextOf(one.schedule, one.told, raised, now);
        continue;
      }
      const leaves = await this.#mayLeave(one.duty);
      for (const step of steps) {
        notices.push(...(await this.#noticesOf(one, step, { leaves, sees }, at, { shifts, delegations })));
      }
    }
    await insertNotices(sql, notices);
    // Only what is written counts as told: a failure above leaves it to the next look.
    for (const one of come) {
      const raised = instant(one.row.raised_at);
      for (const { step } of tellNow(one.schedule, raised, now)) one.told.add(step);
      one.next = nextOf(one.schedule, one.told, raised, now);
    }
    if (notices.length > 0) made();
    return notices.length;
  }

  async #mayLeave(duty: Duty): Promise<boolean> {
    if (duty.because === undefined) return true;
    return mayLeave(await this.#room.look().marking([duty.because.act]));
  }

  /** Whether a receiver is shown a duty, asked of the record once for each. */
  #sight(): Sight {
    const asked = new Map<string, Promise<ReadonlySet<string>>>();
    const ask = async (viewer: Viewer): Promise<ReadonlySet<string>> =>
      new Set((await this.#room.shownTo(viewer)).map(({ id }) => id));
    return async (viewer, duty) => {
      const key = JSON.stringify(viewer);
      const shown = asked.get(key) ?? ask(viewer);
      asked.set(key, shown);
      return (await shown).has(duty);
    };
  }

  /**
   * The notices of one step. An official is told that there is a duty of theirs, and no more where they may not see
   * what is behind it, or no words of it may leave; a program that may not see it is told nothing at all.
   */
  async #noticesOf(
    one: Standing,
    step: Reminder,
    { leaves, sees }: { readonly leaves: boolean; readonly sees: Sight },
    at: Date,
    desk: Desk,
  ): Promise<readonly NoticeRow[]> {
    const { orders, agreement, tell, side } = this.#room;
    const officials = this.#room.officials();
    const { people, mail, webhooks, windows } = orders();
    const { duty } = one;
    const urgent = this.#urgent.has(duty.provision);
    const made = (to: Receiver, channel: NoticeRow['channel'], withheld: boolean) => {
      const quiet = urgent ? undefined : people.get(to.official)?.quiet;
      const next = channel === 'mail' ? new Date(afterQuiet(instant(at), quiet, this.#zone)) : at;
      const telling: Telling = { duty, reason: step.reason, withheld, windows };
      const { official, address } = to;
      const said = tell(telling, to.language);
      return noticeOf(one, step, { official, channel, address, ...said, withheld, next_at: next }, at);
    };
    const rows: NoticeRow[] = [];
    const own = agreement.participant(side).language as Tongue;
    for (const official of whomNow(step.whom, duty.body, officials, desk, at)) {
      const person = people.get(official);
      const language = person?.language ?? own;
      const seen = await sees(sightOfBody(officials.find(({ id }) => id === official)?.body ?? ''), duty.id);
      rows.push(made({ official, address: official, language }, 'page', !seen));
      const address = mail === undefined ? undefined : person?.mail;
      if (address !== undefined) rows.push(made({ official, address, language }, 'mail', !seen || !leaves));
    }
    for (const { name, bodies } of webhooks) {
      const viewer: SideViewer = { side, bodies, purpose: undefined };
      const isAsked = bodies.length === 0 || bodies.includes(duty.body);
      if (!isAsked || !(await sees(viewer, duty.id))) continue;
      rows.push(made({ official: '', address: name, language: 'en' }, 'webhook', !leaves));
    }
    return rows;
  }
}

/** Whether a viewer is shown the duty of that id. */
type Sight = (viewer: Viewer, duty: string) => Promise<boolean>;

/** To whom a notice goes, and in which language. */
interface Receiver {
  readonly official: string;
  readonly address: string;
  readonly language: Tongue;
}

interface Desk {
  readonly shifts: readonly ShiftRow[];
  readonly delegations: readonly DelegationRow[];
}

const GONE: Duty = {
  id: '',
  side: '',
  body: '',
  provision: '',
  what: '',
  because: undefined,
  due: undefined,
  rule: undefined,
  answer: undefined,
};

/** The instant of the first step that may still be told, after `now` where some were passed over. */
function nextOf(
  schedule: readonly Reminder[],
  told: ReadonlySet<string>,
  raised: string,
  now?: string,
): string | undefined {
  return schedule.find(({ at, step }) => at >= raised && !told.has(step) && (now === undefined || at > now))?.at;
}

function noticeOf(
  one: Standing,
  step: Reminder,
  rest: Pick<NoticeRow, 'official' | 'channel' | 'address' | 'subject' | 'text' | 'withheld' | 'next_at'>,
  at: Date,
): NoticeRow {
  const onPage = rest.channel === 'page';
  return {
    id: randomUUID(),
    duty: one.duty.id,
    raised_at: one.row.raised_at,
    step: step.step,
    reason: step.reason,
    ...rest,
    state: onPage ? 'told' : 'waiting',
    tries: 0,
    made_at: at,
    told_at: onPage ? at : null,
    error: null,
  };
}

/** Whoever is told now: those on duty, or all of the body, each with the deputy in place of who is away. */
export function whomNow(
  whom: Whom,
  body: string,
  officials: readonly Official[],
  { shifts, delegations }: Desk,
  at: Date,
): readonly string[] {
  const covers = (row: { readonly starts: Date; readonly ends: Date }): boolean => row.starts <= at && at < row.ends;
  const ofBody = officials.filter((one) => one.body === body && one.program !== true).map(({ id }) => id);
  const onDuty = shifts.filter((shift) => shift.body === body && covers(shift)).map(({ official }) => official);
  const meant = typeof whom === 'object' ? [whom.official] : whom === 'roster' && onDuty.length > 0 ? onDuty : ofBody;
  const deputy = (id: string): string => delegations.find((one) => one.official === id && covers(one))?.deputy ?? id;
  return [...new Set(meant.map(deputy))];
}
