// A counterpart that brings more than it may: it is capped, keeps its place, and what it says arrives all the same.
import { request } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wireIdentity, type WireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { checkpointBody } from '../../src/node/consignment.ts';
import { ALLOWANCES, lastFlood } from '../../src/node/store/allowances.ts';
import { checkpointAt, type CheckpointRow, OTHER, OWN, readLogs } from '../../src/node/store/record.ts';
import { digestAt, pruneDigests, writeComparison, writeDigest } from '../../src/node/store/registers.ts';
import { AT_ONCE, caller, type Caller } from '../../src/node/wire.ts';
import { openPair, type Pair, type Side, SIDES } from '../twin/pair.ts';
import { actsWithAnnex, sayWithAnnex } from './annex.ts';
import { Line } from './line.ts';

/** Entries at once, and each second: few, so that a flood is soon one. */
const BURST = 300;
const EACH_SECOND = 100;
const ACTS = 400;
const MORE = 20;
/** More than wait at once. */
const CHECKPOINTS = 80;

let pair: Pair;
let ends: Record<Side, Line>;
beforeAll(async () => {
  ends = { ua: await Line.open(), al: await Line.open() };
  pair = await openPair(undefined, undefined, (side, port) => ends[side].to(port));
  const plenty = { burst: 1e9, hourly: 1e9 };
  pair.settings.al = {
    ...pair.settings.al,
    allowances: { entries: { burst: BURST, hourly: EACH_SECOND * 3600 }, bytes: plenty, checkpoints: plenty },
  };
  await pair.shut('al');
  await pair.open('al');
  await pair.settled();
});
afterAll(async () => {
  await pair.close();
  for (const side of SIDES) await ends[side].close();
});

const heldAt = async (side: Side): Promise<number> => (await readLogs(pair.node(side).sql))[OTHER].size;
const line = async (side: Side) => (await pair.node(side).node.record()).line;

/** The counterpart's own key and certificate, and where the wire of Albania is. */
async function asUkraine(): Promise<{ identity: WireIdentity; url: string; certificate: string }> {
  const { home } = pair.seats.ua;
  const card = await readCard(join(home, FILES.counterpart));
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const { wire } = await readSettings(pair.seats.al.home);
  const identity = await wireIdentity('', files, new Date());
  return { identity, url: `https://127.0.0.1:${wire}`, certificate: card?.certificate ?? '' };
}

describe('a counterpart that floods', () => {
  test('is taken from as much as it may bring in a time, waits where told to, and nothing is lost', async () => {
    const before = await heldAt('al');
    const since = Date.now();
    await sayWithAnnex(pair, 'ua', ACTS, 10);
    const states = new Set<string>();
    for (let held = before; held < before + ACTS; ) {
      held = await heldAt('al');
      const seconds = (Date.now() - since) / 1000;
      expect(held - before).toBeLessThanOrEqual(BURST + EACH_SECOND * seconds);
      states.add((await line('ua')).state);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(states).toContain('paused');
    expect(states).not.toContain('broken');
    await pair.settled(60_000);
    expect((await line('ua')).state).toBe('open');
    expect((await line('al')).flooded).toBeDefined();
    expect(await pair.node('al').node.health()).toMatchObject({ ok: true, alarms: ['counterpart-floods'] });
    expect((await pair.node('ua').node.health()).alarms).toEqual([]);
  });

  test('is not asked again before the time it named, unless it starts anew', async () => {
    await pair.shut('al');
    const { allowances } = pair.settings.al;
    const few = { ...(allowances ?? ALLOWANCES), entries: { burst: 10, hourly: 1 } };
    pair.settings.al = { ...pair.settings.al, allowances: few };
    await pair.open('al');
    const acts = await actsWithAnnex(pair, 'ua', MORE, 10, ACTS);
    for (const given of acts) await pair.node('ua').record(...given);
    await expect.poll(async () => (await line('ua')).state, { timeout: 20_000 }).toBe('paused');
    const flood = await lastFlood(pair.node('al').sql);
    for (let n = 0; n < 10; n++) {
      pair.node('ua').wake();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await lastFlood(pair.node('al').sql)).toEqual(flood);
    expect((await line('ua')).lastError?.split(':')[0]).toBe('rate-exceeded');
    await pair.shut('al');
    const { allowances: _, ...open } = pair.settings.al;
    pair.settings.al = open;
    await pair.open('al');
    await pair.settled(60_000);
  });

  test('has few checkpoints waiting, however many it brings, and each is paid for', async () => {
    ends.al.cut();
    const { sql } = pair.node('ua');
    const acts = await actsWithAnnex(pair, 'ua', CHECKPOINTS, 10, ACTS + MORE);
    const from = (await readLogs(sql))[OWN].size;
    for (const given of acts) await pair.node('ua').record(...given);
    const { identity, url, certificate } = await asUkraine();
    const own: Caller = caller(url, identity, certificate);
    const al = pair.node('al').sql;
    const lines = async () => (await al`select 1 from cosignatures where log = ${OTHER} and size > ${from}`).length;
    const waiting = async () => (await al`select 1 from pending where log = ${OTHER} and size > ${from}`).length;
    let old = from;
    for (let size = from + 1; size <= from + CHECKPOINTS; size++) {
      const head = (await checkpointAt(sql, OWN, size)) as CheckpointRow;
      expect((await own.ask('POST', '/add-checkpoint', await checkpointBody(sql, head, old))).status).toBe(200);
      old = size;
    }
    expect(await waiting()).toBe(64);
    expect(await lines()).toBe(64 * 2);
    // Nearly nothing is left, and no time passes: as after many more of them.
    await al`update allowances set spare = 0.5, at = at + interval '1 day' where name = 'checkpoints'`;
    const head = (await checkpointAt(sql, OWN, old)) as CheckpointRow;
    const heard = await own.ask('POST', '/add-checkpoint', await checkpointBody(sql, head, old));
    expect([heard.status, heard.headers['retry-after']]).toEqual([429, '1']);
    await al`delete from allowances where name = 'checkpoints'`;
    own.close();
    ends.al.mend();
    await pair.settled(60_000);
    expect(await waiting()).toBe(1);
  });

  test('has few requests under way at once: one more is told to ask again soon', async () => {
    const { identity, url, certificate } = await asUkraine();
    const tls = { cert: identity.certificate, key: identity.key, ca: certificate, agent: false } as const;
    const begun = Array.from({ length: AT_ONCE }, () =>
      request(`${url}/parts`, {
        ...tls,
        method: 'POST',
        headers: { 'content-length': 1000 },
        checkServerIdentity: () => undefined,
      }),
    );
    for (const one of begun) {
      one.on('error', () => undefined);
      one.write('{');
    }
    const own = caller(url, identity, certificate);
    const ask = async () => await own.ask('GET', '/rows');
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(503);
    expect((await ask()).headers['retry-after']).toBe('1');
    for (const one of begun) one.destroy();
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(200);
    own.close();
  });

  test('leaves few digests behind: the newest, of each day the last that agreed, every one that diverges', async () => {
    const { sql } = pair.node('al');
    ends.al.cut();
    const base = 1_000_000;
    const [same, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    for (let n = 0; n < 60; n++) {
      const at = new Date(Date.parse('2027-01-01T12:00:00Z') + Math.floor(n / 20) * 86_400_000 + n * 1000);
      await writeDigest(sql, base + n, 0, same, at);
      if (n % 2 === 1) continue;
      const row = await digestAt(sql, base + n, 0);
      if (row !== undefined) await writeComparison(sql, { ...row, theirs: n === 4 ? other : same, at });
    }
    await pruneDigests(sql, 5);
    const left = await sql<{ own: number }[]>`select own from digests where own >= ${base} order by own`;
    expect(left.map(({ own }) => own - base)).toEqual([4, 18, 38, 55, 56, 57, 58, 59]);
    expect(await pruneDigests(sql, 5)).toBe(0);
  });
});
