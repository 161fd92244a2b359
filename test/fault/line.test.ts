// The line cut for a month, keys stolen, clocks stepped: both sides keep working, and agree when they meet again.
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { formatKey, SIGNATURE_TYPE, type Signer } from '../../src/act/key.ts';
import { BODY_DESIGNATED, KEY_ADMITTED, KEY_REVOKED } from '../../src/act/kinds.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment } from '../../src/act/part.ts';
import { NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { FILES } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import { actsOf, openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';
import { Line } from './line.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };
const designation = (body: string, from: string) => ({ body: [body], provisions: ['58, 59'], from: [from] });

let pair: Pair;
const lines: Line[] = [];
afterEach(async () => {
  await pair.close();
  for (const line of lines.splice(0)) await line.close();
});

async function rowsOf(side: Side): Promise<string> {
  const { sql } = pair.node(side);
  return JSON.stringify(await sql`select register, subject, state from rows order by 1, 2`);
}

async function expectEqual(limit?: number): Promise<void> {
  await pair.settled(limit);
  expect(await rowsOf('ua')).toBe(await rowsOf('al'));
}

const BODIES = {
  ua: ['ua:nmaa', 'ua:mod', 'ua:mindev'],
  al: ['al:police', 'al:mod', 'al:aaf'],
} as const;

describe('a line cut for a month', () => {
  test('stops nobody: both sides go on speaking, and converge when it is mended', { timeout: 120_000 }, async () => {
    const ends = { ua: await Line.open(), al: await Line.open() };
    lines.push(ends.ua, ends.al);
    pair = await openPair(undefined, undefined, (side, port) => ends[side].to(port));
    await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    for (const side of SIDES) ends[side].cut();
    // Ten days apart, on either side, each without word of the other; Albania answers what it had before the cut.
    for (const [week, day] of ['2026-08-29', '2026-09-08', '2026-09-18'].entries()) {
      pair.clock(`${day}T08:00:00Z`);
      for (const side of SIDES) await say(pair, side, BODY_DESIGNATED.id, designation(BODIES[side][week] ?? '', day));
    }
    const [note] = await pair.node('al').node.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'ua' });
    const received = { date: ['2026-08-28'], time: ['12:30:00'], channel: ['node'] };
    await say(pair, 'al', RECEIPT_GIVEN.id, received, note?.act.id);
    pair.clock('2026-09-28T08:00:00Z');
    for (const side of SIDES) {
      const { line } = await pair.node(side).node.record();
      expect([line.state, line.behind]).toEqual(['broken', side === 'ua' ? 3 : 5]);
      expect(line.lastError).toMatch(/socket|ECONN|hang up/i);
    }
    for (const side of SIDES) ends[side].mend();
    await expectEqual(60_000);
    for (const side of SIDES) {
      const { line, contested } = await pair.node(side).node.record();
      expect([line.state, line.behind, contested]).toEqual(['open', 0, []]);
    }
  });

  test('in the midst of deliveries loses and doubles nothing', { timeout: 120_000 }, async () => {
    const ends = { ua: await Line.open(), al: await Line.open() };
    lines.push(ends.ua, ends.al);
    pair = await openPair(undefined, undefined, (side, port) => ends[side].to(port));
    await pair.settled();
    for (const [i, body] of BODIES.ua.entries()) {
      const spoken = say(pair, 'ua', BODY_DESIGNATED.id, designation(body, '2026-08-28'));
      const answered = say(pair, 'al', BODY_DESIGNATED.id, designation(BODIES.al[i] ?? '', '2026-08-28'));
      // At another moment of the exchange each time.
      await new Promise((resolve) => setTimeout(resolve, 20 * i));
      for (const side of SIDES) ends[side].cut();
      await Promise.all([spoken, answered]);
      for (const side of SIDES) ends[side].mend();
    }
    await expectEqual(60_000);
    for (const side of SIDES) {
      for (const of of SIDES) expect(await actsOf(pair, side, of)).toBe(5);
    }
  });
});

/** An act signed by hand, as whoever holds the keys could. */
function signed(header: ActHeader, body: Json, change: Partial<ActHeader>, signer: Signer) {
  const part = { name: 'body', salt: new Uint8Array(32), bytes: utf8(encode(body)) };
  const committed = commitment(part.salt, part.bytes);
  const parts: ActHeader['parts'] = [{ name: 'body', type: 'application/json', class: 'A', commitment: committed }];
  const text = actText({ ...header, re: [], ...change, parts });
  return [formatNote(text, [signText(text, signer)]), [part]] as const;
}

describe('a key that was stolen', () => {
  test('signs nothing after the act that revokes it; what it signed before stands', async () => {
    pair = await openPair();
    const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    const ring = await openKeys(join(pair.seats.ua.home, FILES.keys));
    const [root, stolen] = [ring.signer('ua:root/1') as Signer, ring.signer('ua:mfa/2026-1') as Signer];
    const next = await ring.make('ua:mfa/2026-2', SIGNATURE_TYPE.ed25519);
    const { record } = pair.node('ua');
    const bare = { ...said.header, by: 'ua:root', provisions: ['73'] };
    const admit = { kind: KEY_ADMITTED.id, subject: next.key.name, number: 'UA-ROOT-2026-0003' };
    await record(...signed(bare, { holder: 'ua:mfa', key: formatKey(next.key), use: 'acts' }, admit, root));
    const revoke = { kind: KEY_REVOKED.id, subject: stolen.key.name, number: 'UA-ROOT-2026-0004' };
    await record(...signed(bare, { key: stolen.key.name, reason: 'compromised' }, revoke, root));
    await pair.settled();

    const forged = signed(
      said.header,
      { procedures: '', noteDate: '2026-08-28', channel: 'node' },
      { number: 'UA-MFA-2026-0009' },
      stolen,
    );
    await expect(record(...forged)).rejects.toMatchObject({ code: 'key-revoked' });
    await pair.shut('ua');
    await pair.open('ua');
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa', '2026-08-28'));
    await expectEqual();
    for (const side of SIDES) {
      const file = await pair.node(side).node.actFile(said.act ?? '');
      expect(file?.shown.contested).toBeUndefined();
      const [newest] = await pair.node(side).node.look().acts({ kind: BODY_DESIGNATED.id });
      const shown = await pair.node(side).node.actFile(newest?.act.id ?? '');
      expect(shown?.keys).toEqual([formatKey(next.key)]);
    }
  });
});

describe('a clock stepped by a day', () => {
  test('either way leaves both records whole and equal', async () => {
    pair = await openPair('2026-08-28T09:00:00Z');
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa', '2026-08-28'));
    pair.clock('2026-08-27T09:00:00Z');
    await say(pair, 'al', BODY_DESIGNATED.id, designation('al:police', '2026-08-27'));
    const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id, { ...NOTE, noteDate: ['2026-08-27'] });
    await expectEqual();
    // Received before it was sent: a clear refusal, and nothing of it stays.
    pair.clock('2026-08-26T09:00:00Z');
    const early = { date: ['2026-08-26'], time: ['10:00:00'], channel: ['node'] };
    const refused = say(pair, 'al', RECEIPT_GIVEN.id, early, said.act);
    await expect(refused).rejects.toMatchObject({ code: 'date-out-of-order' });
    pair.clock('2026-08-29T09:00:00Z');
    const received = { date: ['2026-08-29'], time: ['10:00:00'], channel: ['node'] };
    expect((await say(pair, 'al', RECEIPT_GIVEN.id, received, said.act)).state).toBe('recorded');
    await expectEqual();
  });
});
