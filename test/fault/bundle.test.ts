// Bundles: where the line is cut the record goes on a medium, both ways, and nothing is lost, doubled or half taken.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { type Card, FILES } from '../../src/node/config.ts';
import { ownIdentity, recipientOf, seal, unseal } from '../../src/node/seal.ts';
import { freshDatabase } from '../setup/database.ts';
import { openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';
import { sayWithAnnex } from './annex.ts';
import { operate, type Ran } from './carried.ts';
import { Line } from './line.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };
const designation = (body: string) => ({ body: [body], provisions: ['58, 59'], from: ['2026-08-28'] });
const MANY = ['ua:nmaa', 'ua:mod', 'ua:mindev'] as const;

let pair: Pair;
let medium: string;
let ends: Record<Side, Line>;
beforeEach(async () => {
  medium = await mkdtemp(join(tmpdir(), 'servanda-medium-'));
  ends = { ua: await Line.open(), al: await Line.open() };
  pair = await openPair(undefined, undefined, (side, port) => ends[side].to(port));
  await pair.settled();
  for (const side of SIDES) ends[side].cut();
});
afterEach(async () => {
  await pair.close();
  for (const side of SIDES) await ends[side].close();
  await rm(medium, { recursive: true, force: true });
});

const on = (name: string): string => join(medium, name);
const out = async (side: Side, name: string, ...more: readonly string[]): Promise<Ran> =>
  await operate(pair, side, ['bundle', 'out', '--to', on(name), ...more]);
const into = async (side: Side, name: string, ...more: readonly string[]): Promise<Ran> =>
  await operate(pair, side, ['bundle', 'in', '--from', on(name), ...more]);

/** Of which table each row is, in both databases. */
async function everything(...sides: readonly Side[]): Promise<string> {
  const held: unknown[] = [];
  for (const side of sides) {
    for (const table of ['logs', 'entries', 'parts', 'tiles', 'checkpoints', 'cosignatures', 'pending', 'evidence']) {
      held.push(table, await pair.node(side).sql.unsafe(`select md5(t::text) as row from ${table} t order by 1`));
    }
  }
  return JSON.stringify(held);
}

async function rowsOf(side: Side): Promise<string> {
  return JSON.stringify(await pair.node(side).sql`select register, subject, state from rows order by 1, 2`);
}

async function sizesOf(side: Side): Promise<readonly number[]> {
  return (await pair.node(side).node.record()).logs.map((log) => log.size);
}

/** Waits until a node has judged what a visitor laid down beside it. */
async function untilJudged(side: Side): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    pair.node(side).wake();
    const [row] = await pair.node(side).sql<{ open: number }[]>`select size - folded as open from logs where log = 1`;
    if (row?.open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${side} does not judge what was brought`);
}

async function expectEqual(): Promise<void> {
  for (const side of SIDES) ends[side].mend();
  await pair.settled(60_000);
  expect(await rowsOf('ua')).toBe(await rowsOf('al'));
}

describe('a bundle', () => {
  test('brings acts both ways over a cut line, its answer the cosignatures; the line finds nothing to do', async () => {
    const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    expect(await out('ua', '1')).toMatchObject({ code: 0, out: expect.stringMatching(/^Wrote entries 2 to 4 of 4/) });
    const taken = await into('al', '1', '--answer', on('1.answer'));
    expect(taken).toMatchObject({ code: 0, out: 'Took 2 entries; 4 of the counterpart are held here.' });
    const told = await into('ua', '1.answer');
    expect(told).toMatchObject({ code: 0, out: 'The counterpart holds 4 entries of this log.' });
    expect((await pair.node('ua').node.record()).line.behind).toBe(0);
    const rungs = (await pair.node('ua').node.actFile(said.act ?? ''))?.shown.rungs.map((rung) => rung.name);
    expect(rungs).toEqual(expect.arrayContaining(['witnessed', 'received']));

    await untilJudged('al');
    pair.clock('2026-08-29T08:00:00Z');
    const received = { date: ['2026-08-29'], time: ['09:59:30'], channel: ['node'] };
    await say(pair, 'al', RECEIPT_GIVEN.id, received, said.act);
    expect((await out('al', '2')).code).toBe(0);
    expect((await into('ua', '2', '--answer', on('2.answer'))).code).toBe(0);
    expect((await into('al', '2.answer')).code).toBe(0);
    await untilJudged('ua');
    expect(await rowsOf('ua')).toBe(await rowsOf('al'));
    await expectEqual();
    expect(await sizesOf('ua')).toEqual([4, 4]);
  });

  test('taken twice adds nothing, nor does its answer, nor either after the line has overtaken them', async () => {
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await out('ua', '1');
    await into('al', '1', '--answer', on('1.answer'));
    await untilJudged('al');
    const once = await everything('al');
    expect(await into('al', '1', '--answer', on('1.again'))).toMatchObject({ code: 0, out: /^Took 0 entries/ });
    expect(await everything('al')).toBe(once);
    await into('ua', '1.answer');
    const answered = await everything('ua');
    expect((await into('ua', '1.again')).code).toBe(0);
    expect((await into('ua', '1.answer')).code).toBe(0);
    expect(await everything('ua')).toBe(answered);
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    await expectEqual();
    const after = await everything('al', 'ua');
    expect(await into('al', '1')).toMatchObject({ code: 0, out: /^Took 0 entries/ });
    expect((await into('ua', '1.answer')).code).toBe(0);
    expect(await everything('al', 'ua')).toBe(after);
  });

  test('whose answer was lost is followed by one that begins lower and brings the rest', async () => {
    for (const [i, body] of MANY.entries()) {
      await say(pair, 'ua', BODY_DESIGNATED.id, designation(body));
      expect((await out('ua', `${i}`)).code).toBe(0);
      if (i !== 1) expect((await into('al', `${i}`)).code).toBe(0);
    }
    expect(await sizesOf('al')).toEqual([2, 6]);
    expect(await into('al', '1')).toMatchObject({ code: 0, out: /^Took 0 entries/ });
    await expectEqual();
  });

  test('after the counterpart has lost its record begins where its answer says that it stands', async () => {
    await pair.shut('al');
    await pair.seats.al.database.drop();
    pair.seats.al.database = await freshDatabase();
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await out('ua', '1');
    const lost = await into('al', '1', '--answer', on('1.answer'));
    expect([lost.code, lost.err]).toEqual([1, expect.stringContaining('(size-conflict)')]);
    expect(await into('ua', '1.answer')).toMatchObject({ code: 0, out: /holds 0 entries[^]*It refused the bundle/ });
    expect(await out('ua', '2')).toMatchObject({ out: expect.stringMatching(/^Wrote entries 0 to 4 of 4/) });
    expect(await into('al', '2')).toMatchObject({ code: 0, out: /^Took 4 entries/ });
  });
});

describe('a bundle that is not what it should be', () => {
  test('cut off, changed by a bit, or of a stranger is refused, and nothing of it is taken', async () => {
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await out('ua', '1');
    const whole = await readFile(on('1'));
    const before = await everything('al', 'ua');
    const flipped = (at: number): Buffer => {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 1;
      return changed;
    };
    const bad = [whole.subarray(0, 100), whole.subarray(0, -1), flipped(200), flipped(whole.length - 5), Buffer.of()];
    for (const [i, bytes] of bad.entries()) {
      await writeFile(on(`bad${i}`), bytes);
      const ran = await into('al', `bad${i}`);
      expect([i, ran.code, ran.err]).toEqual([i, 1, expect.stringContaining('(delivery-malformed)')]);
    }
    // To its own maker, and to a counterpart of another key.
    expect(await into('ua', '1')).toMatchObject({ code: 1, err: expect.stringContaining('sealed to another node') });
    expect(await everything('al', 'ua')).toBe(before);
  });

  test('opened, changed and sealed again by a carrier is refused, and no entry of it is taken', async () => {
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await out('ua', '1');
    const identity = await ownIdentity(join(pair.seats.al.home, FILES.bundleKey));
    const content = Buffer.from((await unseal(await readFile(on('1')), identity)) as Uint8Array);
    const forged = async (name: string, text: string, instead: string): Promise<Ran> => {
      const at = content.indexOf(text);
      expect(at).toBeGreaterThanOrEqual(0);
      const rest = content.subarray(at + text.length);
      const changed = Buffer.concat([content.subarray(0, at), Buffer.from(instead), rest]);
      await writeFile(on(name), await seal(changed, await recipientOf(identity)));
      return await into('al', name);
    };
    const cases = [
      ['servanda/bundle/v1', 'servanda/bundle/v2', 'delivery-malformed'],
      ['"agreement":"ua-al-2025"', '"agreement":"ua-al-2026"', 'log-unknown'],
      ['"from":"ua.example', '"from":"xx.example', 'log-unknown'],
      ['"to":"al.example', '"to":"xx.example', 'log-unknown'],
      ['"what":"delivery"', '"what":"answer"', 'size-conflict'],
      ['/add-checkpoint 0 ', '/add-chequepoint 0 ', 'delivery-malformed'],
      ['/parts 0 ', '/pasta 0 ', 'delivery-malformed'],
      ['servanda/act/v1', 'servanda/act/v2', 'proof-invalid'],
    ] as const;
    for (const [i, [text, instead, code]] of cases.entries()) {
      const ran = await forged(`forged${i}`, text, instead);
      expect([text, ran.code, ran.err]).toEqual([text, 1, expect.stringContaining(`(${code})`)]);
    }
    const [{ entries } = { entries: 0 }] = await pair.node('al').sql<{ entries: number }[]>`
      select count(*) as entries from entries where log = 1`;
    expect(entries).toBe(2);
    expect((await into('al', '1')).code).toBe(0);
    await expectEqual();
  });

  test('is never written over another, and a file that is none is said to be none', async () => {
    await out('ua', '1');
    expect(await out('ua', '1')).toMatchObject({ code: 2, err: expect.stringContaining('something stands already') });
    expect(await into('al', 'nothing')).toMatchObject({ code: 1, err: expect.stringContaining('There is no bundle') });
    expect(await operate(pair, 'ua', ['bundle', 'sideways'])).toMatchObject({ code: 2 });
  });
});

describe('a large backlog', () => {
  test('goes in several bundles, to be taken in order; one left out is named', { timeout: 120_000 }, async () => {
    await sayWithAnnex(pair, 'ua', 4, 900 * 1024);
    expect((await out('ua', 'big', '--size', '0')).code).toBe(2);
    const sliced = await out('ua', 'big', '--size', '1');
    expect(sliced.out.split('\n')).toHaveLength(4);
    const files = (await readdir(medium)).sort();
    expect(files).toEqual(['big', 'big.2', 'big.3', 'big.4']);
    for (const file of files) expect((await stat(on(file))).size).toBeLessThan(2 * 1024 * 1024);
    const early = await into('al', 'big.3');
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('(size-conflict)')]);
    for (const file of files) expect((await into('al', file)).code).toBe(0);
    await untilJudged('al');
    await expectEqual();
    expect(await sizesOf('al')).toEqual([2, 6]);
  });
});

describe('a line that leads one way', () => {
  test('is fed by bundles that need no answer, each from where the last one ended, a lost one named', async () => {
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    expect(await out('ua', '1', '--one-way')).toMatchObject({ out: expect.stringMatching(/^Wrote entries 0 to 4/) });
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:mod'));
    expect(await out('ua', '2', '--one-way')).toMatchObject({ out: expect.stringMatching(/^Wrote entries 4 to 5/) });
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:mindev'));
    expect(await out('ua', '3', '--one-way')).toMatchObject({ out: expect.stringMatching(/^Wrote entries 5 to 6/) });
    expect((await into('al', '1')).code).toBe(0);
    const early = await into('al', '3');
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('Take the one before it first')]);
    expect((await into('al', '2')).code).toBe(0);
    expect((await into('al', '3')).code).toBe(0);
    expect((await into('al', '3')).code).toBe(0);
    expect(await out('ua', 'all', '--one-way', '--since', '0')).toMatchObject({ out: /^Wrote entries 0 to 6/ });
    expect(await into('al', 'all')).toMatchObject({ code: 0, out: /^Took 0 entries/ });
    await expectEqual();
    expect(await sizesOf('al')).toEqual([2, 6]);
  });
});

describe('a node made before there were bundles', () => {
  test('is given a key, and carries once its new card is pinned', async () => {
    const path = join(pair.seats.al.home, FILES.card);
    const { bundle: _, keys, ...card } = JSON.parse(await readFile(path, 'utf8')) as Card;
    const { root, log, witness, mirror } = keys;
    const old = on('card.json');
    await writeFile(old, JSON.stringify({ ...card, keys: { root, log, witness, mirror }, version: 1 }));
    expect((await operate(pair, 'ua', ['init', '--counterpart', old])).code).toBe(0);
    const without = await out('ua', '1');
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('names no key for bundles')]);
    expect((await operate(pair, 'al', ['bundle', 'key'])).code).toBe(0);
    expect((await operate(pair, 'ua', ['init', '--counterpart', path])).code).toBe(0);
    expect((await out('ua', '1')).code).toBe(0);
    expect((await into('al', '1')).code).toBe(0);
  });
});
