// Kill -9 under load, either node or both, at any instant: nothing recorded is lost, nothing is doubled, both agree.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BODY_DESIGNATED, BODY_ENDED } from '../../src/act/kinds.ts';
import type { Side } from '../twin/pair.ts';
import { Person } from '../twin/person.ts';
import { type NodeProcess, type Processes, startProcesses } from '../twin/processes.ts';

/** Kills; a hundred where SLOW is set. */
const KILLS = process.env['SLOW'] === '1' ? 100 : 12;
const LIMIT = process.env['SLOW'] === '1' ? 1_500_000 : 300_000;
const OFFICIALS = {
  ua: { drafter: 'prykladna', approvers: ['zrazkovyi', 'navchalna'] },
  al: { drafter: 'shembulli', approvers: ['prova', 'stervitja'] },
} as const;
/** Each is designated and ended, again and again, by a desk of its own. */
const BODIES = { ua: ['ua:nmaa', 'ua:mod', 'ua:mindev'], al: ['al:police', 'al:mod', 'al:aaf'] } as const;
const SIDES = ['ua', 'al'] as const;

interface DraftTold {
  readonly state: string;
  readonly act: { readonly id: string; readonly side: string; readonly index: number } | null;
}

interface RecordTold {
  readonly logs: readonly { readonly side: string; readonly size: number; readonly root: string }[];
  readonly concordance: { readonly state: string; readonly sizes: Readonly<Record<string, number>> };
}

let processes: Processes;
beforeAll(async () => {
  processes = await startProcesses('2026-08-28T09:00:00Z');
}, 120_000);
afterAll(async () => await processes.close());

const nodeOf = (side: Side): NodeProcess => processes.nodes[side === 'ua' ? 0 : 1];
const rest = async (milliseconds: number): Promise<void> =>
  await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Does the same again until it is done: a node that was killed under it is back in a moment. */
async function steady<T>(what: string, work: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + 90_000;
  let last: unknown;
  for (;;) {
    try {
      const done = await work();
      if (done !== undefined) return done;
    } catch (cause) {
      last = cause;
    }
    if (Date.now() > until) throw new Error(`${what} was not done in 90 s`, { cause: last });
    await rest(50);
  }
}

/** Officials signed in, for as long as their node knows them: signing in is limited, and a restart forgets sessions. */
const seats = new Map<string, Promise<Person>>();

async function signIn(side: Side, official: string): Promise<Person> {
  const person = new Person(nodeOf(side).url);
  await person.signIn(official);
  return person;
}

async function as(side: Side, official: string): Promise<Person> {
  const key = `${side} ${official}`;
  const known = seats.get(key) ?? signIn(side, official);
  seats.set(key, known);
  return await known.catch((cause: unknown) => {
    seats.delete(key);
    throw cause;
  });
}

function forget(side: Side): undefined {
  for (const official of [OFFICIALS[side].drafter, ...OFFICIALS[side].approvers]) seats.delete(`${side} ${official}`);
  return undefined;
}

/** Writes a draft and has it approved by two others; gives the id of the act once the node has said that it stands. */
async function speak(side: Side, form: string, typed: Readonly<Record<string, string>>): Promise<string> {
  const draft = await steady(`a draft of ${side}`, async () => {
    const drafter = await as(side, OFFICIALS[side].drafter);
    const page = await drafter.open(form);
    if (page.status !== 200 || page.path.startsWith('/sign-in')) return forget(side);
    const sent = await drafter.send(page, '/drafts', typed);
    return /^\/drafts\/[\w-]+$/.test(sent.path) && sent.status === 200 ? sent.path : undefined;
  });
  return await steady(`the approval of ${side}${draft}`, async () => {
    for (const official of OFFICIALS[side].approvers) {
      const person = await as(side, official);
      const page = await person.open(draft);
      if (page.html.includes(`action="${draft}/approve"`)) await person.send(page, `${draft}/approve`);
      const told = await person.json<DraftTold>(draft);
      if (told.state === 'recorded' && told.act !== null) return told.act.id;
      if (told.state === 'sent-back') throw new Error(`${side}${draft} was sent back`);
    }
    return forget(side);
  });
}

/** One desk: designates its body, ends its mandate, until told to stop. Gives what it was told is recorded. */
async function desk(side: Side, body: string, isOver: () => boolean): Promise<readonly string[]> {
  const recorded: string[] = [];
  const designate = `/drafts/new?kind=${encodeURIComponent(BODY_DESIGNATED.id)}`;
  const end = `/drafts/new?kind=${encodeURIComponent(BODY_ENDED.id)}&about=`;
  while (!isOver()) {
    const act = await speak(side, designate, { body, provisions: '58, 59', from: '2026-08-28' });
    recorded.push(act, await speak(side, `${end}${act}`, { reason: 'EXERCISE' }));
  }
  return recorded;
}

async function strike(n: number): Promise<void> {
  const which = ([['ua'], ['al'], ['ua', 'al']] as const)[n % 3] as readonly Side[];
  await Promise.all(which.map(async (side) => await nodeOf(side).end('SIGKILL')));
  await Promise.all(which.map(async (side) => await nodeOf(side).start()));
  for (const side of which) forget(side);
}

interface Held {
  readonly id: string;
  readonly header: { readonly number: string; readonly by: string };
}

async function agreed(): Promise<readonly [RecordTold, RecordTold]> {
  return await steady('both records to agree', async () => {
    const told = await Promise.all(
      processes.nodes.map(async ({ url }) => await new Person(url).json<RecordTold>('/record')),
    );
    const all = told.every(
      ({ concordance, logs }) =>
        concordance.state === 'agrees' && logs.every((log) => concordance.sizes[log.side] === log.size),
    );
    return all ? (told as unknown as readonly [RecordTold, RecordTold]) : undefined;
  });
}

test(`${KILLS} kills under load: 0 lost, 0 doubled, equal digests`, { timeout: LIMIT }, async () => {
  let over = false;
  const desks = SIDES.flatMap((side) => BODIES[side].map((body) => ({ side, told: desk(side, body, () => over) })));
  for (let n = 0; n < KILLS; n++) {
    // Any instant: sometimes before the node has found its feet, sometimes in full work.
    await rest(100 + Math.random() * 1200);
    await strike(n);
  }
  over = true;
  const told = await Promise.all(desks.map(async (one) => ({ side: one.side, acts: await one.told })));
  const [ua, al] = await agreed();
  const roots = (record: RecordTold) => Object.fromEntries(record.logs.map((log) => [log.side, [log.size, log.root]]));
  expect(roots(ua)).toEqual(roots(al));
  let recorded = 0;
  for (const side of SIDES) {
    const person = new Person(nodeOf(side === 'ua' ? 'al' : 'ua').url);
    const size = ua.logs.find((log) => log.side === side)?.size ?? 0;
    const entries: (Held | { readonly noted: unknown })[] = [];
    for (let index = 0; index < size; index++) entries.push(await person.json(`/act/${side}/${index}`));
    const held = entries.filter((one): one is Held => !('noted' in one));
    const ids = new Set(held.map((act) => act.id));
    const acknowledged = told.filter((one) => one.side === side).flatMap((one) => one.acts);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(held.length);
    expect(new Set(held.map((act) => `${act.header.by} ${act.header.number}`)).size).toBe(held.length);
    recorded += acknowledged.length;
  }
  console.log(`${KILLS} kills, ${recorded} acts told as recorded, all of them held by the other side once.`);
  expect(recorded).toBeGreaterThan(KILLS);
});
