// The story of Part V with kill -9 between any two of its steps: it resumes, nothing is lost or doubled.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NodeProcess, type Processes, startProcesses } from './processes.ts';
import { Person } from './person.ts';

interface Record {
  readonly logs: readonly { readonly side: string; readonly size: number; readonly root: string }[];
  readonly concordance: { readonly state: string; readonly sizes: Readonly<{ [side: string]: number }> };
}

const DRAFTER = { ua: 'prykladna', al: 'shembulli' } as const;
const APPROVERS = { ua: ['zrazkovyi', 'navchalna'], al: ['prova', 'stervitja'] } as const;
type Side = 'ua' | 'al';

/** What is said, in order: by whom, of which kind, about the newest act of which kind of the other side. */
const STORY: readonly (readonly [Side, string, string | undefined])[] = [
  ['ua', 'notification.given/1', undefined],
  ['al', 'receipt.given/1', 'notification.given/1'],
  ['al', 'notification.given/1', undefined],
  ['ua', 'receipt.given/1', 'notification.given/1'],
  ['ua', 'entry.confirmed/1', undefined],
  ['al', 'entry.confirmed/1', undefined],
];

let processes: Processes;
beforeAll(async () => {
  processes = await startProcesses('2026-08-31T20:30:00Z');
}, 120_000);
afterAll(async () => await processes.close());

const nodeOf = (side: Side): NodeProcess => processes.nodes[side === 'ua' ? 0 : 1];

async function as(side: Side, official: string): Promise<Person> {
  const person = new Person(nodeOf(side).url);
  await person.signIn(official);
  return person;
}

async function kill(which: readonly Side[]): Promise<void> {
  await Promise.all(which.map(async (side) => await nodeOf(side).end('SIGKILL')));
  await Promise.all(which.map(async (side) => await nodeOf(side).start()));
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

/** The id of the newest act of a kind that the other side said, once it has arrived. */
async function newest(side: Side, kind: string): Promise<string> {
  const other = side === 'ua' ? 'al' : 'ua';
  const person = new Person(nodeOf(side).url);
  return await until(`${kind} of ${other}`, async () => {
    const record = await person.json<Record>('/record');
    const size = record.logs.find((log) => log.side === other)?.size ?? 0;
    for (let index = size - 1; index >= 0; index--) {
      const act = await person.json<{ id: string; header?: { kind: string } }>(`/act/${other}/${index}`);
      if (act.header?.kind === kind) return act.id;
    }
    return undefined;
  });
}

/** Whom to kill after each step: who just acted, the other, both, in turn; all three after each where SLOW is set. */
function victims(step: number, side: Side): readonly (readonly Side[])[] {
  const other: Side = side === 'ua' ? 'al' : 'ua';
  const choices: readonly (readonly Side[])[] = [[side], [other], ['ua', 'al']];
  return process.env['SLOW'] === '1' ? choices : [choices[step % 3] as readonly Side[]];
}

test(
  'kill -9 of either node or both after each draft, each approval, each signature',
  { timeout: 600_000 },
  async () => {
    let step = 0;
    const strike = async (side: Side): Promise<void> => {
      for (const which of victims(step, side)) await kill(which);
      step += 1;
    };
    for (const [side, kind, about] of STORY) {
      const answers = about === undefined ? '' : `&about=${await newest(side, about)}`;
      const drafter = await as(side, DRAFTER[side]);
      const form = await until(`the form of ${kind}`, async () => {
        const page = await drafter.open(`/drafts/new?kind=${encodeURIComponent(kind)}${answers}`);
        return page.status === 200 ? page : undefined;
      });
      const draft = await drafter.send(form, '/drafts');
      expect([kind, draft.status, draft.path]).toEqual([
        kind,
        200,
        expect.stringMatching(/^\/drafts\/[\w-]+$/) as string,
      ]);
      await strike(side);
      for (const [nth, approver] of APPROVERS[side].entries()) {
        const person = await as(side, approver);
        const page = await person.send(await person.open(draft.path), `${draft.path}/approve`);
        expect([kind, page.status]).toEqual([kind, 200]);
        if (nth === 1) expect(page.path).toMatch(new RegExp(`^/act/${side}/\\d+$`));
        await strike(side);
      }
    }
    expect(step).toBe(18);

    const [ua, al] = await until('both records to agree', async () => {
      const records = await Promise.all(
        processes.nodes.map(async ({ url }) => await new Person(url).json<Record>('/record')),
      );
      const agreed = records.every(
        ({ concordance: { state, sizes }, logs }) =>
          state === 'agrees' && logs.every(({ side, size }) => size > 4 && sizes[side] === size),
      );
      const sizes = new Set(records.map(({ logs }) => logs.map(({ side, size }) => `${side} ${size}`).sort().join()));
      return agreed && sizes.size === 1 ? (records as [Record, Record]) : undefined;
    });
    const roots = (record: Record) => Object.fromEntries(record.logs.map((log) => [log.side, [log.size, log.root]]));
    expect(roots(ua)).toEqual(roots(al));
    for (const { url } of processes.nodes) {
      const life = await new Person(url).json<{ heading: string }>('/life');
      expect(life.heading).toBe('in-effect');
    }
  },
);
