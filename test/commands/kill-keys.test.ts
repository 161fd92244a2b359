// Kill -9 of the commands that replace keys, at each change they make to the home: before or after, never between.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY_ADMITTED } from '../../src/act/kinds.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { pinCounterpart } from '../../src/node/identity.ts';
import { openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';
import { operate, urlOf } from '../fault/carried.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'src/main.ts');
/** Kills of each command, each at a later change; ten times as many where SLOW is set. */
const KILLS = process.env['SLOW'] === '1' ? 30 : 3;
const LIMIT = process.env['SLOW'] === '1' ? 1_500_000 : 180_000;
/** Changes of files that one command makes, about. */
const CHANGES = 12;

let pair: Pair;
beforeAll(async () => {
  pair = await openPair();
});
afterAll(async () => await pair.close());

/** Runs it as a process on the home of a side, and kills it at the `nth` change of a file there. */
async function killed(side: Side, args: readonly string[], nth: number): Promise<boolean> {
  const { home, database } = pair.seats[side];
  let changes = 0;
  const command = ['--import', 'tsx', MAIN, ...args, '--home', home];
  const env = { ...process.env, DATABASE_URL: urlOf(database.place) };
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: 'ignore' });
  const seen = (): void => {
    changes += 1;
    if (changes === nth) child.kill('SIGKILL');
  };
  const watchers = [home, join(home, FILES.keys)].map((folder) => watch(folder, seen));
  const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)));
  for (const one of watchers) one.close();
  return signal === 'SIGKILL';
}

async function agree(side: Side): Promise<void> {
  const { home } = pair.seats[side];
  const other = side === 'ua' ? 'al' : 'ua';
  const card = await readCard(join(home, FILES.card));
  if (card !== undefined) await pinCounterpart(pair.seats[other].home, pair.settings[other], card);
  pair.settings[side] = await readSettings(home);
  await Promise.all(SIDES.map(async (one) => await pair.open(one)));
  for (const one of SIDES) {
    const typed = { holder: [one === 'ua' ? 'ua:mfa' : 'al:mefa'], written: [''] };
    await say(pair, one, KEY_ADMITTED.id, typed);
  }
  await pair.settled(60_000);
}

const sizeOf = async (side: Side): Promise<number> =>
  (await pair.node(side).node.record()).logs.find((log) => log.side === side)?.size ?? 0;

test('keys rotate and keys retire, killed at any change, leave a home that opens and ends what it began', async () => {
  let kills = 0;
  for (let n = 0; n < KILLS; n++) {
    for (const one of ['rotate', 'retire']) {
      for (const side of SIDES) await pair.shut(side);
      const nth = 1 + Math.floor((n * CHANGES) / KILLS) + (one === 'retire' ? 1 : 0);
      if (await killed('al', ['keys', one], nth)) kills += 1;
      // As it was left it opens, and both agree: with the card of before, or that of after.
      await agree('al');
      for (const side of SIDES) await pair.shut(side);
      const ended = await operate(pair, 'al', ['keys', one]);
      const isDone = ended.code === 0 || (one === 'retire' && ended.err.includes('input-malformed'));
      expect([one, nth, isDone, ended.err]).toEqual([one, nth, true, ended.err]);
      await agree('al');
    }
  }
  expect(kills).toBeGreaterThan(0);
}, LIMIT);

test('epoch begin, killed at any change, begins nothing, or one epoch that the same command ends', async () => {
  let kills = 0;
  for (let n = 0; n < KILLS; n++) {
    const size = await sizeOf('ua');
    const before = (await readSettings(pair.seats.ua.home)).epoch;
    for (const side of SIDES) await pair.shut(side);
    const args = ['epoch', 'begin', '--confirmed', String(size)];
    const nth = 1 + Math.floor((n * CHANGES) / KILLS);
    if (await killed('ua', args, nth)) kills += 1;
    const home = await readSettings(pair.seats.ua.home);
    const card = await readCard(join(pair.seats.ua.home, FILES.card));
    const isWhole = card?.origin.endsWith(`/${home.epoch}`) === true;
    // Whole after it, there is nothing left to end; else the same command ends it.
    if (!isWhole || home.epoch === before) {
      expect(await operate(pair, 'ua', args)).toMatchObject({ code: 0, err: '' });
    }
    expect((await readSettings(pair.seats.ua.home)).epoch).toBe(before + 1);
    await agree('ua');
  }
  expect(kills).toBeGreaterThan(0);
}, LIMIT);
