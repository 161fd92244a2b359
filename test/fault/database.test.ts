// The database gone, and the disk full: a clear refusal, nothing half done, and the node goes on by itself afterwards.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { utf8 } from '../../src/act/bytes.ts';
import { encode } from '../../src/act/canonical.ts';
import type { Signer } from '../../src/act/key.ts';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment, type Part } from '../../src/act/part.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { FILES } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import { asRefusal, connect, ensureDatabase } from '../../src/node/store/database.ts';
import { claimHome } from '../../src/node/store/home.ts';
import { openCluster } from '../../src/node/store/postgres.ts';
import { actsOf, openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };
const designation = (body: string) => ({ body: [body], provisions: ['58, 59'], from: ['2026-08-28'] });

let pair: Pair;
const after: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await pair.close();
  for (const undo of after.splice(0).toReversed()) await undo();
});

async function rowsOf(side: Side): Promise<string> {
  const { sql } = pair.node(side);
  return JSON.stringify(await sql`select register, subject, state from rows order by 1, 2`);
}

/**
 * Tries until it is no longer refused because the database cannot be had: while it is gone, and once more by each
 * connection that died amid a write (docs/regrets.md).
 */
async function untilHad<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (cause) {
      const { code } = asRefusal(cause) as { code?: string };
      if (tries > 100 || code !== 'database-unavailable') throw cause;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function expectEqual(): Promise<void> {
  await untilHad(async () => await pair.settled(60_000));
  expect(await untilHad(async () => await rowsOf('ua'))).toBe(await rowsOf('al'));
}

async function untilSaid(side: Side, kind: string, typed: Parameters<typeof say>[3]): Promise<void> {
  await untilHad(async () => await say(pair, side, kind, typed));
}

describe('a database that is gone', () => {
  test('is told as such, and the node goes on when it is back', { timeout: 120_000 }, async () => {
    pair = await openPair();
    await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    await pair.settled();
    const { admin } = inject('database');
    const sql = connect(admin);
    const { place } = pair.seats.ua.database;
    const name = 'url' in place ? new URL(place.url).pathname.slice(1) : place.database;
    await sql.unsafe(`alter database ${name} with allow_connections false`);
    after.push(async () => await sql.end({ timeout: 5 }));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;

    const refused = say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await expect(refused).rejects.toMatchObject({ code: 'database-unavailable' });
    expect(await pair.node('ua').node.health()).toMatchObject({ ok: false, refusal: 'database-unavailable' });
    // The other side speaks on; what it says waits for its reader.
    await say(pair, 'al', BODY_DESIGNATED.id, designation('al:police'));

    await sql.unsafe(`alter database ${name} with allow_connections true`);
    await untilSaid('ua', NOTIFICATION_GIVEN.id, NOTE);
    await expectEqual();
    const acts = async (of: Side): Promise<number> => await untilHad(async () => await actsOf(pair, 'al', of));
    expect([await acts('al'), await acts('ua')]).toEqual([3, 4]);
  });
});

/** A notification with an annex of chance bytes, which no compression makes small, signed by the treaty office. */
async function withAnnex(size: number): Promise<readonly [Uint8Array, readonly Part[]]> {
  const [sample] = await pair.node('ua').node.look().acts({ kind: BODY_DESIGNATED.id });
  const ring = await openKeys(join(pair.seats.ua.home, FILES.keys));
  const signer = ring.signer('ua:mfa/2026-1') as Signer;
  const body = { procedures: '', noteDate: '2026-08-28', channel: 'node' };
  const part = (name: string, bytes: Uint8Array): Part => ({ name, salt: new Uint8Array(randomBytes(32)), bytes });
  const parts = [part('body', utf8(encode(body))), part('annex.bin', new Uint8Array(randomBytes(size)))];
  const header: ActHeader = {
    ...(sample?.act.header as ActHeader),
    kind: NOTIFICATION_GIVEN.id,
    provisions: ['76'],
    subject: 'agreement',
    number: 'UA-MFA-2026-0077',
    parts: parts.map(({ name, salt, bytes }) => ({
      name,
      type: name === 'body' ? 'application/json' : 'application/octet-stream',
      class: 'A',
      commitment: commitment(salt, bytes),
    })),
  };
  const text = actText(header);
  return [formatNote(text, [signText(text, signer)]), parts];
}

/** What the node of Ukraine holds of the record. */
async function everything(): Promise<string> {
  const held: unknown[] = [];
  for (const table of ['logs', 'entries', 'parts', 'checkpoints', 'rows', 'subjects']) {
    held.push(await pair.node('ua').sql.unsafe(`select md5(t::text) as row from ${table} t order by 1`));
  }
  return JSON.stringify(held);
}

/** A small disk of its own, or why there is none. */
async function smallDisk(): Promise<{ readonly path: string } | { readonly missing: string }> {
  if (process.getuid?.() !== 0) return { missing: 'only root makes a small disk' };
  const path = await mkdtemp(join(tmpdir(), 'servanda-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'none', path], { stdio: 'pipe' });
  } catch {
    await rm(path, { recursive: true });
    return { missing: 'this machine lets nobody mount a small disk' };
  }
  await chmod(path, 0o755);
  after.push(async () => {
    execFileSync('umount', ['-l', path]);
    await rm(path, { recursive: true, force: true });
  });
  return { path };
}

const disk = await smallDisk();

if ('missing' in disk) {
  test(`NOT RUN: a full disk: ${disk.missing}`, () => expect(disk.missing).not.toBe(''));
} else {
  const { path } = disk;
  describe('a disk that is full', () => {
    const unmount = after.splice(0);
    test('is refused clearly, loses nothing, and is forgotten once there is room', { timeout: 180_000 }, async () => {
      const claim = await claimHome(join(path, 'home'));
      const cluster = await openCluster({ home: join(path, 'home') });
      after.push(
        ...unmount,
        async () => await claim.release(),
        async () => await cluster.stop(),
      );
      const admin = connect(cluster.options('postgres'));
      await ensureDatabase(admin, 'small');
      await admin.end({ timeout: 5 });

      pair = await openPair();
      await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
      await pair.settled();
      await pair.shut('ua');
      await pair.seats.ua.database.drop();
      const nothing = async (): Promise<void> => await Promise.resolve();
      pair.seats.ua.database = {
        place: cluster.options('small'),
        copy: () => Promise.reject(new Error('not copied')),
        drop: nothing,
      };
      // What it had comes back from the counterpart, onto the small disk.
      await pair.open('ua');
      await expectEqual();

      const { bavail, bsize } = await statfs(path);
      await writeFile(join(path, 'ballast'), Buffer.alloc(Number(bavail) * Number(bsize)));
      const given = await withAnnex(8 * 1024 * 1024);
      const before = await everything();
      await expect(pair.node('ua').record(...given)).rejects.toMatchObject({ code: 'database-unavailable' });
      expect(await everything()).toBe(before);

      await rm(join(path, 'ballast'));
      for (let tries = 0; ; tries++) {
        const refused = await pair
          .node('ua')
          .record(...given)
          .then(
            () => undefined,
            (cause: unknown) => cause,
          );
        if (refused === undefined) break;
        if (tries > 100) throw refused;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await untilSaid('ua', BODY_DESIGNATED.id, designation('ua:mod'));
      await expectEqual();
      expect(await actsOf(pair, 'al', 'ua')).toBe(5);
      for (const side of SIDES) expect((await pair.node(side).node.record()).contested).toEqual([]);
      await pair.shut('ua');
    });
  });
}
