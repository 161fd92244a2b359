// Scrubbing: no deleted word is taken for gone while anybody on the server still looks back to before its deletion.
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { connect, type Sql } from '../../src/node/store/database.ts';
import { scrub } from '../../src/node/store/scrub.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';

const WORD = `EXERCISE-scrubbed-${randomUUID()}`;

let databases: readonly FreshDatabase[];
let sql: Sql;
let elsewhere: Sql;
beforeEach(async () => {
  databases = await Promise.all([freshDatabase(), freshDatabase()]);
  [sql, elsewhere] = databases.map(({ place }) => connect(place)) as [Sql, Sql];
});
afterEach(async () => {
  await Promise.all([sql, elsewhere].map(async (one) => await one.end({ timeout: 5 })));
  for (const database of databases) await database.drop();
});

/** Files of the database, and of the log where the server keeps none for use again, in which the word stands. */
async function onDisk(): Promise<readonly string[]> {
  await sql.unsafe('checkpoint');
  const [{ data, oid } = { data: '', oid: '0' }] = await sql<{ data: string; oid: string }[]>`
    select current_setting('data_directory') as data, oid::text from pg_database where datname = current_database()`;
  const found: string[] = [];
  const folder = join(data, 'base', oid);
  for (const name of await readdir(folder)) {
    // One that the server takes away meanwhile is gone.
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes?.includes(WORD) === true) found.push(name);
  }
  return found;
}

async function putAndDelete(): Promise<void> {
  await sql`insert into parts (log, idx, name, salt, bytes) values (0, 7, 'content', 'x', ${utf8(WORD)})`;
  expect(await onDisk()).not.toEqual([]);
  await sql`delete from parts where log = 0 and idx = 7`;
}

/** Other tests on the same server have transactions of their own: they end, and it is tried again. */
async function untilScrubbed(): Promise<void> {
  await expect.poll(async () => await scrub(sql), { timeout: 60_000 }).toMatch(/^(done|tables)$/);
}

test('what was deleted is gone from every file of the database once it says so', async () => {
  await putAndDelete();
  await untilScrubbed();
  expect(await onDisk()).toEqual([]);
});

test('an older transaction that writes in another database of the server makes it wait', async () => {
  const other = await elsewhere.reserve();
  try {
    await other.unsafe('begin');
    // An id of a transaction is one for all databases of a server.
    await other.unsafe('select pg_current_xact_id()');
    await putAndDelete();
    expect(await scrub(sql)).toBe('busy');
    await other.unsafe('commit');
  } finally {
    other.release();
  }
  await untilScrubbed();
  expect(await onDisk()).toEqual([]);
});

test('whoever reads on in this database as of before the deletion makes it wait', async () => {
  const reader = await sql.reserve();
  try {
    await reader.unsafe('begin isolation level repeatable read');
    await reader.unsafe('select 1 from logs');
    await putAndDelete();
    // What a reader may still see is kept for it, whatever is deleted and rewritten.
    expect(await scrub(sql)).toBe('busy');
    expect(await onDisk()).not.toEqual([]);
    await reader.unsafe('commit');
  } finally {
    reader.release();
  }
  await untilScrubbed();
  expect(await onDisk()).toEqual([]);
});
