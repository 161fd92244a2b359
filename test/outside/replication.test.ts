// Debian's PostgreSQL replicated synchronously, its primary killed under load: 0 lost, 0 doubled, equal digests.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { base64 } from '../../src/act/bytes.ts';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { leafHash } from '../../src/log/tree.ts';
import { changeSettings } from '../../src/node/config.ts';
import { actsWithAnnex, type Signed } from '../fault/annex.ts';
import { openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';
import { debian, Replicated } from './replicated.ts';
import type { Given } from './speaker.ts';

const ACTS = 300;
const NOON = '2026-08-28T12:00:00Z';
const SPEAKER = fileURLToPath(new URL('./speaker.ts', import.meta.url));
const designation = (body: string) => ({ body: [body], provisions: ['58, 59'], from: ['2026-08-28'] });

/** The node of Ukraine as a process, started again whenever it ends, as a supervisor does. */
class Supervised {
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #over = false;
  starts = 0;
  done = false;
  /** When each act was first told to stand, by its place in the file. */
  readonly told = new Map<number, number>();
  said = '';

  constructor(home: string, file: string, url: string) {
    this.#args = ['--import', 'tsx', SPEAKER, home, file];
    this.#env = { ...process.env, DATABASE_URL: url };
  }

  start(): void {
    const child = spawn(process.execPath, [...this.#args], { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.starts += 1;
    child.stderr.on('data', (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-4000)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, place] = line.split(' ');
      if (word === 'told' && !this.told.has(Number(place))) this.told.set(Number(place), Date.now());
      if (word === 'done') this.done = true;
    });
    child.once('exit', () => {
      if (!this.#over) setTimeout(() => this.start(), 200);
    });
  }

  async until(holds: () => boolean, limit = 120_000): Promise<void> {
    for (const until = Date.now() + limit; !holds(); await rest(5)) {
      if (Date.now() < until) continue;
      throw new Error(`replication: ${this.told.size} told, ${this.starts} starts: ${this.said}`);
    }
  }

  async end(): Promise<void> {
    this.#over = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}

function asFile(acts: readonly Signed[]): Given {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    acts: acts.map(([bytes, parts]) => ({
      bytes: text(bytes),
      parts: parts.map((part) => ({ name: part.name, salt: text(part.salt), bytes: text(part.bytes) })),
    })),
  };
}

async function leavesOf(pair: Pair, side: Side, log: number): Promise<readonly string[]> {
  const rows = await pair.node(side).sql<{ bytes: Uint8Array }[]>`
    select bytes from entries where log = ${log} order by idx`;
  return rows.map(({ bytes }) => base64(leafHash(bytes)));
}

/** Every act stands once in both copies, nothing contradicts, nothing is contested. */
async function expectWhole(pair: Pair, acts: readonly Signed[]): Promise<void> {
  const own = await leavesOf(pair, 'ua', 0);
  expect(own).toEqual(await leavesOf(pair, 'al', 1));
  const held = new Set(own);
  expect([held.size, own.length]).toEqual([ACTS + 2, ACTS + 2]);
  expect(acts.filter(([bytes]) => !held.has(base64(leafHash(bytes))))).toEqual([]);
  for (const side of SIDES) {
    const { evidence, contested } = await pair.node(side).node.record();
    expect([evidence, contested]).toEqual([[], []]);
  }
}

const programs = debian.debianPrograms();

if (programs === undefined) {
  test("NOT RUN: Debian's PostgreSQL is not on this machine", () => expect(programs).toBeUndefined());
} else {
  describe('a node on a replicated PostgreSQL whose primary is killed under load', () => {
    const after: (() => Promise<unknown>)[] = [];
    afterAll(async () => {
      for (const undo of after.toReversed()) await undo();
    });

    test('loses and doubles nothing, goes on on the standby, and agrees', { timeout: 300_000 }, async () => {
      const servers = await Replicated.start(programs);
      after.push(async () => await servers.stop());
      const pair = await openPair(NOON);
      after.push(async () => await pair.close());
      await pair.settled();
      const acts = await actsWithAnnex(pair, 'ua', ACTS, 200);
      const { home, database } = pair.seats.ua;
      await pair.shut('ua');
      await database.drop();
      const drop = async (): Promise<void> => await Promise.resolve();
      pair.seats.ua.database = { ...database, place: { url: servers.promoted }, drop };
      await changeSettings(home, { clockOffset: Date.parse(NOON) - Date.now() });
      await writeFile(join(home, 'acts.json'), JSON.stringify(asFile(acts)));

      const node = new Supervised(home, join(home, 'acts.json'), servers.url);
      after.push(async () => await node.end());
      node.start();
      await node.until(() => node.told.size >= ACTS / 3);
      servers.killPrimary();
      const [killed, before] = [Date.now(), node.told.size];
      await rest(500);
      await servers.promote();
      const promoted = Date.now();
      await node.until(() => node.done);
      await node.end();
      const next = [...node.told.values()].filter((at) => at > promoted).sort((a, b) => a - b)[0] ?? Infinity;

      // Opened on the promoted server alone it passes the gate, holds every act once, and speaks on.
      await pair.open('ua');
      await pair.settled(60_000);
      await expectWhole(pair, acts);
      await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
      await pair.settled(60_000);
      console.log(`${before} of ${ACTS} acts told before the kill; promoted after ${promoted - killed} ms; the next ` +
        `act told ${next - promoted} ms later, ${node.starts} starts of the node; 0 lost, 0 doubled, equal digests.`);
      expect(before).toBeLessThan(ACTS);
    });
  });
}
