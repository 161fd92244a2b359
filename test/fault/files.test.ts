// Files when something breaks: out of a backup, from the other node after damage or a lost disk, from a copied folder.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RefusalCode } from '../../src/act/refusal.ts';
import { FILES } from '../../src/node/config.ts';
import { ALLOWANCES } from '../../src/node/store/allowances.ts';
import { ITEM_GIVEN } from '../../src/ways/exchange/kinds.ts';
import { freshDatabase } from '../setup/database.ts';
import { ITEM } from '../twin/exchange.ts';
import { official, openPair, type Pair, type Side, SIDES } from '../twin/pair.ts';
import { operate } from './carried.ts';

const INVALID: RefusalCode = 'backup-invalid';
const BYTES = new Uint8Array(randomBytes(2 * 1024 * 1024 + 5));

let pair: Pair;
let folder: string;
let index: number;
let names: readonly string[];

const filesOf = (side: Side): string => join(pair.seats[side].home, FILES.files);
const placeOf = (side: Side, name: string): string => join(filesOf(side), name.slice(0, 2), name);

/** Names in a folder of chunks. */
async function namesIn(path: string): Promise<readonly string[]> {
  const all = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  return all.filter((one) => one.isFile()).map(({ name }) => name).sort();
}

async function read(side: Side): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await pair.node(side).node.files.read('ua', index))?.content ?? []) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

const whole = async (side: Side, of = index): Promise<void> => {
  const isWhole = async (): Promise<boolean> => {
    const count = await pair.node(side).node.files.pieces('ua', of);
    return count !== undefined && count.here === count.pieces;
  };
  await vi.waitUntil(isWhole, { timeout: 30_000, interval: 50 });
};

async function loseDatabase(side: Side, empty: boolean): Promise<void> {
  await pair.shut(side);
  await pair.seats[side].database.drop();
  pair.seats[side].database = await freshDatabase({ empty });
}

/** Gives an item with a file from Ukraine to Albania; gives its index and the names of its chunks. */
async function give(bytes: Uint8Array): Promise<{ readonly index: number; readonly names: readonly string[] }> {
  const { node } = pair.node('ua');
  const by = official(pair, 'ua', 'drafter');
  const content = (async function* () {
    yield await Promise.resolve(bytes);
  })();
  const large = await node.files.take(by, { name: 'EXERCISE.img', type: 'image/x-raw', content });
  const files = { file: { name: 'EXERCISE.img', bytes: new Uint8Array(), large } };
  const draft = await node.write(by, ITEM_GIVEN.id, undefined, ITEM, files);
  await node.files.drop(large);
  const done = await node.approve(official(pair, 'ua', 'approver'), draft.id, draft.digest);
  await pair.settled();
  const at = (await node.look().act(done.act ?? ''))?.act.index ?? -1;
  return { index: at, names: large.chunks.map(({ sha256 }) => sha256) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-files-'));
  pair = await openPair('2026-11-25T09:00:00Z');
  ({ index, names } = await give(BYTES));
  await whole('al');
});
afterAll(async () => {
  await pair.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the file of an act', () => {
  test('lies in a backup, which is refused where a chunk of it was changed, and comes back with it', async () => {
    const target = join(folder, 'one');
    const made = await operate(pair, 'ua', ['backup', '--to', target]);
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('3 sealed chunks of files')]);
    expect(await namesIn(join(target, FILES.files))).toEqual(names.toSorted());
    await loseDatabase('ua', true);
    await rm(filesOf('ua'), { recursive: true });
    const place = join(target, FILES.files, names[0]?.slice(0, 2) ?? '', names[0] ?? '');
    const kept = await readFile(place);
    await rm(place);
    await writeFile(place, Buffer.from(kept).fill(0, 0, 1));
    const refused = await operate(pair, 'ua', ['restore', '--from', target]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(INVALID)]);
    await writeFile(place, kept);
    expect(await operate(pair, 'ua', ['restore', '--from', target])).toMatchObject({ code: 0, err: '' });
    expect(await namesIn(filesOf('ua'))).toEqual(names.toSorted());
    expect(await operate(pair, 'ua', ['fsck'])).toMatchObject({ code: 0 });
    await pair.open('ua');
    expect(await read('ua')).toEqual(BYTES);
  });

  test('is found damaged chunk by chunk, and healed from the other node', async () => {
    for (const side of SIDES) {
      const [first = '', second = ''] = names;
      const bytes = await readFile(placeOf(side, first));
      bytes[100] = (bytes[100] as number) ^ 1;
      // Another file under its name: what a backup shares with the home stays what it was.
      await rm(placeOf(side, first));
      await writeFile(placeOf(side, first), bytes);
      await rm(placeOf(side, second));
      const found = await operate(pair, side, ['fsck']);
      expect(found.code).toBe(1);
      for (const name of [first, second]) expect(found.out).toContain(`ua ${index} ${name}: chunk is damaged`);
      const healed = await operate(pair, side, ['fsck', '--heal']);
      expect([healed.code, healed.out]).toEqual([0, expect.stringContaining('2 damaged, 2 healed')]);
      expect(await read(side)).toEqual(BYTES);
    }
  });

  test('comes back from the other node with the record, where the disk is gone', async () => {
    await loseDatabase('ua', false);
    await rm(filesOf('ua'), { recursive: true });
    const ran = await operate(pair, 'ua', ['recover', '--from-counterpart']);
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('Cannot return: 0.')]);
    expect(await namesIn(filesOf('ua'))).toEqual(names.toSorted());
    await pair.open('ua');
    expect(await read('ua')).toEqual(BYTES);
  });

  test('is known by its name where the folder was carried by hand, and nothing else of it is kept', async () => {
    await pair.shut('ua');
    await pair.shut('al');
    const carried = join(folder, 'carried');
    await cp(filesOf('ua'), carried, { recursive: true });
    await rm(filesOf('al'), { recursive: true });
    await pair.open('al');
    expect((await pair.node('al').node.files.pieces('ua', index))?.here).toBe(0);
    await pair.shut('al');
    await cp(carried, filesOf('al'), { recursive: true });
    const stranger = 'a'.repeat(64);
    await cp(placeOf('al', names[0] ?? ''), placeOf('al', stranger));
    await Promise.all(SIDES.map(async (side) => await pair.open(side)));
    await whole('al');
    expect(await read('al')).toEqual(BYTES);
    await expect.poll(async () => await namesIn(filesOf('al'))).toEqual(names.toSorted());
  });

  test('comes as far as the other side lets it in a time, keeps no act waiting, and goes on from there', async () => {
    const { al } = pair.settings;
    const bytes = { burst: 1_500_000, hourly: 1_000_000 };
    pair.settings.al = { ...al, allowances: { ...ALLOWANCES, bytes } };
    await pair.shut('al');
    await pair.open('al');
    const { index: at } = await give(new Uint8Array(randomBytes(2 * 1024 * 1024 + 5)));
    const pieces = async () => await pair.node('al').node.files.pieces('ua', at);
    const first = { pieces: 3, here: 1 };
    await expect.poll(pieces, { timeout: 20_000 }).toEqual(first);
    // Acts have a share of their own: they go on, and the next one has no larger file to wait for.
    const { index: next } = await give(new Uint8Array(1000));
    expect((await pair.node('al').node.actAt('ua', next))?.contested).toBeUndefined();
    expect((await pair.node('ua').node.record()).line.state).toBe('open');
    expect(await pieces()).toEqual(first);
    pair.settings.al = al;
    // As if so much time had passed.
    await pair.node('al').sql`delete from allowances`;
    await pair.shut('al');
    await pair.open('al');
    await whole('al', at);
  });

  test('is said to be left out of an export and of a bundle', async () => {
    const out = await operate(pair, 'ua', ['export', '--out', join(folder, 'export')]);
    expect([out.code, out.out]).toEqual([0, expect.stringContaining('Left out: 7 chunks of files')]);
    const carried = await operate(pair, 'ua', ['bundle', 'out', '--to', join(folder, 'bundle'), '--since', '0']);
    expect([carried.code, carried.out]).toEqual([0, expect.stringContaining('Not in it: 7 chunks of files')]);
  });
});
