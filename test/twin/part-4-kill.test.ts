// A consultation with kill -9 between any two of its steps, on real processes: the clock and every act are still there.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from './person.ts';
import { type NodeProcess, type Processes, startProcesses } from './processes.ts';

type Side = 'ua' | 'al';
const ON_DUTY = { ua: 'cherhova', al: 'roja' } as const;
const APPROVER = { ua: 'zrazkovyi', al: 'prova' } as const;

interface Deed {
  readonly kind: string;
  readonly about: string | null;
}

interface Room {
  readonly shown: {
    readonly state: string;
    readonly deadline: string;
    readonly deeds: readonly Deed[];
    readonly acts: readonly { readonly act: string; readonly kind: string }[];
  } | null;
  readonly all: readonly unknown[];
}

/** What is said, in order: by whom, what of it, with which fields, and whether a second hand is needed. */
const STORY: readonly (readonly [Side, string, Readonly<Record<string, string>>, boolean])[] = [
  ['ua', 'requested', { trigger: 'consultation/armed-attack', grounds: 'EXERCISE' }, false],
  ['al', 'acknowledged', { delivery: 'node' }, false],
  ['ua', 'session-opened', {}, false],
  ['al', 'session-opened', {}, false],
  ['al', 'position-stated', { position: 'EXERCISE' }, true],
  ['al', 'steps-proposed', { 'what-1': 'EXERCISE', 'who-1': 'al:mefa' }, true],
  ['ua', 'steps-accepted', {}, true],
  ['ua', 'closed', {}, true],
  ['al', 'closed', {}, true],
];

let processes: Processes;
beforeAll(async () => {
  processes = await startProcesses('2026-11-23T14:04:10Z');
}, 120_000);
afterAll(async () => await processes.close());

const nodeOf = (side: Side): NodeProcess => processes.nodes[side === 'ua' ? 0 : 1];
const room = async (side: Side): Promise<Room> => await new Person(nodeOf(side).url).json<Room>('/consultation');

async function as(side: Side, official: string): Promise<Person> {
  const person = new Person(nodeOf(side).url);
  await person.signIn(official);
  return person;
}

async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = await ask().catch(() => undefined);
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited a minute for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function kill(side: Side): Promise<void> {
  await nodeOf(side).end('SIGKILL');
  await nodeOf(side).start();
}

/** The address of the form that says it, once the room offers it. */
async function formOf(side: Side, kind: string): Promise<string> {
  if (kind === 'requested') return `/drafts/new?kind=${encodeURIComponent('consultation.requested/1')}`;
  const deed = await until(`${kind} of ${side}`, async () =>
    (await room(side)).shown?.deeds.find((one) => one.kind === `consultation.${kind}/1`),
  );
  return `/drafts/new?${new URLSearchParams({ kind: deed.kind, about: deed.about ?? '' }).toString()}`;
}

const LONG = { timeout: 600_000 };

test('kill -9 after each draft and each signature: nothing is lost, nothing doubled', LONG, async () => {
  let deadline = '';
  for (const [n, [side, kind, fields, second]] of STORY.entries()) {
    const form = await formOf(side, kind);
    const page = await until(`the form of ${kind}`, async () => {
      const author = await as(side, ON_DUTY[side]);
      const opened = await author.open(form);
      return opened.status === 200 ? await author.send(opened, '/drafts', fields) : undefined;
    });
    expect([kind, page.path]).toEqual([kind, expect.stringMatching(/^\/drafts\/[\w-]+$/) as string]);
    await kill(side);
    const hand = await as(side, second ? APPROVER[side] : ON_DUTY[side]);
    const act = await hand.send(await hand.open(page.path), `${page.path}/approve`);
    expect([kind, act.path]).toEqual([kind, expect.stringMatching(new RegExp(`^/act/${side}/\\d+$`)) as string]);
    await kill(n % 2 === 0 ? side : side === 'ua' ? 'al' : 'ua');
    const { shown } = await room(side);
    if (n === 0) deadline = shown?.deadline ?? '';
    expect(shown?.deadline).toBe(deadline);
    expect(shown?.acts).toHaveLength(n + 1);
  }
  for (const side of ['ua', 'al'] as const) {
    const ended = await until(`the end at ${side}`, async () => {
      const { shown, all } = await room(side);
      return shown?.state === 'closed' ? { shown, all } : undefined;
    });
    expect(ended.all).toHaveLength(1);
    expect(new Set(ended.shown.acts.map(({ act }) => act)).size).toBe(STORY.length);
    expect(ended.shown.deadline).toBe(deadline);
  }
});
