// Step 9 of the life of an act: what the other side does not accept stays, is shown, is answered; unknown kinds wait.
import { afterEach, describe, expect, test } from 'vitest';
import Type from 'typebox';
import { formatNote, signText } from '../../src/act/note.ts';
import { actText, type ActHeader, seenOf } from '../../src/act/act.ts';
import { base64, utf8 } from '../../src/act/bytes.ts';
import { encode } from '../../src/act/canonical.ts';
import type { Kind } from '../../src/act/kind.ts';
import { RECORD_REJECTED } from '../../src/act/kinds.ts';
import { commitment } from '../../src/act/part.ts';
import type { Register } from '../../src/act/register.ts';
import type { Area } from '../../src/area.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { AREAS } from '../../src/areas/index.ts';
import { FILES } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import { join } from 'node:path';
import { openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

let pair: Pair;
afterEach(async () => await pair.close());

/** The areas of a side whose door lets any notification through. */
const lenient: readonly Area[] = AREAS.map((area) => ({
  ...area,
  kinds: area.kinds.map((kind) => (kind.kind.id === NOTIFICATION_GIVEN.id ? { ...kind, judge: undefined } : kind)),
  forms: area.forms.map((form) =>
    form.kind === NOTIFICATION_GIVEN.id ? { ...form, open: () => Promise.resolve([]) } : form,
  ),
}));

async function rowsOf(side: Side): Promise<string> {
  const { sql } = pair.node(side);
  return JSON.stringify(await sql`select register, subject, state from rows order by 1, 2`);
}

async function actsOf(side: Side, kind: string) {
  return await pair.node(side).node.look().acts({ kind });
}

/** The file of an act, once the node has judged it and does not accept it. */
async function untilContested(side: Side, id: string) {
  const until = Date.now() + 10_000;
  for (;;) {
    const file = await pair.node(side).node.actFile(id);
    if (file?.shown.contested !== undefined) return file;
    if (Date.now() > until) throw new Error(`${side} does not contest ${id}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe('an act that the other side does not accept', () => {
  test('stays in its log, is contested on both nodes, answered with the refusal, and counts for nothing', async () => {
    pair = await openPair(undefined, (side) => (side === 'ua' ? lenient : AREAS));
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    const rows = await rowsOf('al');
    const second = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    const third = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    for (const side of SIDES) {
      const rejections = await actsOf(side, RECORD_REJECTED.id);
      expect(rejections.map(({ act }) => [act.side, act.header.by, act.body])).toEqual(
        [5, 4].map((index) => ['al', 'al:node', { index, leaf: expect.any(String) as string, code: 'state-forbids' }]),
      );
      for (const draft of [second, third]) {
        const file = await pair.node(side).node.actFile(draft.act ?? '');
        expect(file?.shown.contested).toBe('state-forbids');
        expect(file?.referredBy.map(({ role, shown }) => [role, shown.act.header.kind])).toEqual([
          ['rejects', RECORD_REJECTED.id],
        ]);
      }
      expect((await pair.node(side).node.record()).concordance.state).toBe('agrees');
      expect(await rowsOf(side)).toBe(rows);
    }
  });

  test('leaves what it would have changed as it was, also after both nodes rebuild', async () => {
    pair = await openPair(undefined, (side) => (side === 'ua' ? lenient : AREAS));
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    const before = [await rowsOf('ua'), await rowsOf('al')];
    expect(before[0]).toBe(before[1]);
    for (const side of SIDES) await pair.node(side).rebuild();
    expect([await rowsOf('ua'), await rowsOf('al')]).toEqual(before);
    await pair.settled();
  });

  test('contested but not answered when the node died, is answered first when it starts again', async () => {
    pair = await openPair();
    const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    // The state after the judgement was committed and before the answer was: made by hand, for the moment is short.
    const { sql, rebuild } = pair.node('al');
    await sql`update entries set contested = 'state-forbids' where log = 1 and act = ${said.act ?? ''}`;
    await rebuild();
    await pair.shut('al');
    await pair.open('al');
    await pair.settled();
    for (const side of SIDES) {
      const [rejection, ...rest] = await actsOf(side, RECORD_REJECTED.id);
      expect(rest).toEqual([]);
      expect(rejection?.act.header.re).toEqual([{ act: said.act, role: 'rejects' }]);
    }
    expect(await rowsOf('al')).toBe(await rowsOf('ua'));
  });

  test('cannot be rejected later: what a side has gone by, it cannot take back', async () => {
    pair = await openPair();
    const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    pair.clock('2026-08-29T08:00:00Z');
    const received = { date: ['2026-08-29'], time: ['09:59:30'], channel: ['node'] };
    await say(pair, 'al', RECEIPT_GIVEN.id, received, said.act);
    await pair.settled();
    const { sql, record } = pair.node('al');
    const [entry] = await sql<{ idx: number; leaf: Uint8Array; act: string }[]>`
      select idx, leaf, act from entries where log = 1 and act = ${said.act ?? ''}`;
    const [head] = await sql<{ size: number; root: Uint8Array }[]>`
      select size, root from checkpoints where log = 1 order by size desc limit 1`;
    const [log] = await sql<{ origin: string }[]>`select origin from logs where log = 1`;
    const key = (await openKeys(join(pair.seats.al.home, FILES.keys))).signer('al:node/2026-1');
    if (entry === undefined || head === undefined || log === undefined || key === undefined)
      throw new Error('no entry');
    const body = { index: entry.idx, leaf: base64(entry.leaf), code: 'state-forbids' };
    const part = { name: 'body', salt: new Uint8Array(32), bytes: utf8(encode(body)) };
    const header: ActHeader = {
      ...said.header,
      kind: RECORD_REJECTED.id,
      by: 'al:node',
      to: ['ua:mfa'],
      number: 'AL-NODE-2026-0001',
      subject: `ua:${entry.idx}`,
      re: [{ act: entry.act, role: 'rejects' }],
      seen: seenOf(log.origin, head.size, head.root),
      parts: [{ name: 'body', type: 'application/json', class: 'A', commitment: commitment(part.salt, part.bytes) }],
    };
    const text = actText(header);
    await expect(record(formatNote(text, [signText(text, key)]), [part])).rejects.toMatchObject({
      code: 'state-forbids',
    });
  });
});

const DRILL = {
  id: 'drill.performed/1',
  body: Type.Object({ what: Type.String() }, { additionalProperties: false }),
  example: { what: 'a drill' },
  speaker: 'treaty-office',
  families: ['authorised-bodies'],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

const DRILLS: Register<{ readonly count: number }> = {
  name: 'drills',
  subjects: (act) => (act.header.kind === DRILL.id ? ['all'] : []),
  initial: () => ({ count: 0 }),
  step: (state) => ({ count: state.count + 1 }),
};

const newer: readonly Area[] = [
  ...AREAS,
  {
    name: 'drill',
    kinds: [{ kind: DRILL, title: 'drill', judge: undefined, note: undefined, tell: () => [] }],
    registers: [DRILLS] as unknown as Area['registers'],
    forms: [
      {
        kind: DRILL.id,
        title: 'drill',
        open: () => Promise.resolve([]),
        compose: () =>
          Promise.resolve({ body: { what: 'EXERCISE' }, provisions: ['73'], to: ['al:mefa'], subject: 'all', re: [] }),
      },
    ],
    duties: () => Promise.resolve([]),
    pages: [],
    words: {},
  },
];

describe('an act of a kind that the other side does not know yet', () => {
  test('is kept and shown, rejected by nobody, and folded once the node knows the kind', async () => {
    let upgraded = false;
    pair = await openPair(undefined, (side) => (side === 'ua' || upgraded ? newer : AREAS));
    const drill = await say(pair, 'ua', DRILL.id, {});
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    const kept = await untilContested('al', drill.act ?? '');
    expect(kept.shown.contested).toBe('kind-unknown');
    expect(kept.bytes).toEqual((await pair.node('ua').node.actFile(drill.act ?? ''))?.bytes);
    expect(await actsOf('al', RECORD_REJECTED.id)).toEqual([]);
    await expect(say(pair, 'al', ENTRY_CONFIRMED.id, {})).rejects.toMatchObject({ code: 'state-forbids' });

    upgraded = true;
    await pair.shut('al');
    await pair.open('al');
    await pair.settled();
    expect((await pair.node('al').node.actFile(drill.act ?? ''))?.shown.contested).toBeUndefined();
    expect(await pair.node('al').node.look().row(DRILLS, 'all')).toEqual({ count: 1 });
    expect(await rowsOf('al')).toBe(await rowsOf('ua'));
  });
});
