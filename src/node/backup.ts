// Backups: a node as it stood at one instant, written while it runs, and put back into an empty home and database.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import Type from 'typebox';
import { base64 } from '../act/bytes.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { sealStream, unsealStream } from './seal.ts';
import { type ChunkFolder, chunkFolderAt } from './store/chunkfolder.ts';
import { namesAfter } from './store/chunks.ts';
import { type Asking, migrate, type Sql, transaction, type Tx } from './store/database.ts';
import type { readErasedSaid } from './store/erased.ts';
import { readLogs } from './store/record.ts';

/** The second is that of a backup with files: whoever knows the first alone must not leave them behind unsaid. */
const FORMATS = ['servanda/backup/v1', 'servanda/backup/v2'] as const;
/** Where the chunks of files lie in a backup, as they do in a home. */
const CHUNKS = 'files';
/** Names of chunks read at once. */
const STEP = 4096;
const MANIFEST = 'backup.json';
/** Bytes of a manifest, at most: it names a few dozen tables and as many keys as a side has bodies. */
const MANIFEST_LIMIT = 16 * 1024 * 1024;
/** The snapshot is held for as long as copying takes: gzip at its fastest is about as fast as a disk. */
const GZIP = { level: 1 } as const;
const NAME = '^[A-Za-z0-9][A-Za-z0-9._=-]{0,200}$';
/** Bytes of one file of a home, and of one row as COPY writes it, at most: more is no key and no row of ours. */
const HOME_FILE_LIMIT = 16 * 1024 * 1024;
const ROW_LIMIT = 128 * 1024 * 1024;

const File = Type.Object(
  {
    /** Bytes and SHA-256, in hex, of the file as it lies there. */
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false },
);
const Manifest = Type.Object(
  {
    format: Type.Enum(FORMATS),
    agreement: Type.String({ maxLength: 100 }),
    side: Type.String({ maxLength: 10 }),
    at: Type.String({ maxLength: 40 }),
    logs: Type.Array(
      Type.Object(
        { origin: Type.String(), size: Type.Integer(), root: Type.String() },
        { additionalProperties: false },
      ),
    ),
    migrations: Type.Array(Type.String({ pattern: NAME }), { maxItems: 1000 }),
    sealed: Type.Boolean(),
    keys: Type.Boolean(),
    /** Columns of each table, in the order of its file `<table>.copy.gz`: PostgreSQL's COPY in text. */
    tables: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,62}$' }), Type.Array(Type.String({ maxLength: 63 }))),
    /** Files of the home, by their path in it; each lies here under `home-` and a number. */
    home: Type.Record(Type.String({ maxLength: 300 }), Type.String({ pattern: NAME })),
    files: Type.Record(Type.String({ pattern: NAME }), File),
    /** How many chunks lie in the folder `files`, each under its SHA-256 and sealed by a key that a part holds. */
    chunks: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false },
);
/** What a backup says of itself, `backup.json`. */
export type Manifest = Type.Static<typeof Manifest>;
const manifestShape = shape(Manifest, 'backup-invalid');

export interface BackupRoom {
  readonly sql: Sql;
  readonly agreement: string;
  readonly side: string;
  /** Files of the home to take along, by path in it, and their bytes. */
  readonly home: ReadonlyMap<string, Uint8Array>;
  /** The chunks of its files. */
  readonly chunks: ChunkFolder;
  /** Whether the keys are among them. */
  readonly keys: boolean;
  /** The age recipient to seal to. */
  readonly recipient: string | undefined;
  readonly now: () => Date;
}

type Written = Manifest['files'];

/** Writes one stream as a file: compressed, sealed if asked for, hashed as it lands on the disk, in constant memory. */
async function writeStream(
  folder: string,
  name: string,
  stream: Readable,
  recipient: string | undefined,
): Promise<Written[string]> {
  const packed = stream.pipe(createGzip(GZIP));
  stream.once('error', (cause) => packed.destroy(cause));
  const body = recipient === undefined ? packed : await sealed(packed, recipient);
  const tap = new Tap();
  await pipeline(body, tap, createWriteStream(join(folder, name), { flags: 'wx', mode: 0o600, flush: true }));
  return tap.seen();
}

async function sealed(stream: Readable, recipient: string): Promise<Readable> {
  const web = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  return Readable.fromWeb((await sealStream(web, recipient)) as never);
}

/** Counts and hashes what goes through. */
class Tap extends Transform {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  override _transform(chunk: Uint8Array, _encoding: string, done: (error: null, chunk: Uint8Array) => void): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    done(null, chunk);
  }

  seen(): Written[string] {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/** Lets rows through, and refuses one that is longer than any: the database would gather it whole before it looked. */
class Rows extends Transform {
  readonly #table: string;
  #length = 0;

  constructor(table: string) {
    super();
    this.#table = table;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    const end = chunk.lastIndexOf(10);
    this.#length = end < 0 ? this.#length + chunk.length : chunk.length - end - 1;
    if (this.#length <= ROW_LIMIT) done(null, chunk);
    else done(refuse('backup-invalid', `The file of ${this.#table} unpacks to no rows.`));
  }
}

/**
 * Writes the backup as the new folder `target`, whole or not at all: every table as one transaction sees it, so that
 * the node may run on meanwhile. `backup-invalid` where something stands there already.
 */
export async function writeBackup(room: BackupRoom, target: string): Promise<Manifest> {
  if ((await stat(target).catch(() => undefined)) !== undefined) {
    throw refuse('backup-invalid', `Writing a backup to ${target}, where something stands already.`);
  }
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const manifest = (await room.sql.begin('isolation level repeatable read read only', async (tx) =>
      await writeAll(room, tx, folder))) as Manifest;
    await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', flush: true });
    await rename(folder, target);
    return manifest;
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

async function writeAll(room: BackupRoom, tx: Tx, folder: string): Promise<Manifest> {
  const { recipient } = room;
  const files: Record<string, Written[string]> = {};
  const tables = await tablesOf(tx);
  const logs = await readLogs(tx);
  const migrations = await tx<{ name: string }[]>`select name from migrations order by name`;
  for (const [table, columns] of Object.entries(tables)) {
    const stream = await tx.unsafe(`copy ${table} (${columns.join(', ')}) to stdout`).readable();
    // The driver stops its socket while a stream is full and goes on when more is asked of it; of one that has ended
    // nothing more is asked, and the transaction would wait for ever.
    stream.once('end', () => stream._read(0));
    files[`${table}.copy.gz`] = await writeStream(folder, `${table}.copy.gz`, stream, recipient);
  }
  const home: Record<string, string> = {};
  for (const [i, [path, bytes]] of [...room.home].entries()) {
    const name = `home-${i}`;
    home[path] = name;
    files[name] = await writeStream(folder, name, Readable.from([bytes]), recipient);
  }
  const chunks = await shareChunks(tx, room.chunks, chunkFolderAt(join(folder, CHUNKS)));
  return {
    format: FORMATS[chunks === 0 ? 0 : 1],
    agreement: room.agreement,
    side: room.side,
    at: room.now().toISOString(),
    logs: logs.map(({ origin, size, root }) => ({ origin, size, root: base64(root) })),
    migrations: migrations.map(({ name }) => name),
    sealed: recipient !== undefined,
    keys: room.keys,
    tables,
    home,
    files,
    ...(chunks === 0 ? {} : { chunks }),
  };
}

/**
 * The chunks that an act or a draft needs, put beside where they are not: without a second copy on one disk. Gives how
 * many there are; one that was erased meanwhile is not there.
 */
async function shareChunks(sql: Asking, from: ChunkFolder, to: ChunkFolder): Promise<number> {
  let count = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const step: readonly { readonly sha256: string }[] = await namesAfter(sql, after, STEP);
    for (const { sha256 } of step) if (await from.share(sha256, to)) count += 1;
    after = step.at(-1)?.sha256;
  }
  return count;
}

/** Puts the chunks of a backup into a home, as far as what was restored needs them. Gives how many these were. */
export async function fillFolder(sql: Sql, folder: string, to: ChunkFolder): Promise<number> {
  return await shareChunks(sql, chunkFolderAt(join(folder, CHUNKS)), to);
}

/** All tables but the one that says which migrations ran, with their columns. */
async function tablesOf(tx: Tx): Promise<Readonly<Record<string, string[]>>> {
  const rows = await tx<{ name: string; columns: string[] }[]>`select c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
    group by 1 order by 1`;
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

/** What a backup says of itself. `backup-invalid`. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.size > MANIFEST_LIMIT) {
    throw refuse('backup-invalid', `There is no backup in ${folder}.`);
  }
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw refuse('backup-invalid', `Reading ${path}, which is not JSON.`, cause);
  }
  return manifestShape(given);
}

type Erased = Awaited<ReturnType<typeof readErasedSaid>>[number];

/**
 * The acts of which a backup holds parts that were erased since: those it has, and of which its own log does not say
 * yet that they were erased. By places in the logs, and no clock.
 */
export function heldStill(
  manifest: Manifest,
  erased: readonly Erased[],
  origins: readonly [own: string, other: string],
): readonly Erased[] {
  const sizes = origins.map((of) => manifest.logs.find(({ origin }) => origin === of)?.size ?? 0);
  return erased.filter(({ log, idx, said }) => idx < (sizes[log] ?? 0) && (said === null || said >= (sizes[0] ?? 0)));
}

/** Reads what a backup says of itself, and hashes every file it names. `backup-invalid`. */
export async function readBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const named = [...Object.keys(manifest.tables).map((table) => `${table}.copy.gz`), ...Object.values(manifest.home)];
  for (const name of named) await requireSame(folder, name, manifest.files[name]);
  await requireChunks(folder, manifest.chunks ?? 0);
  return manifest;
}

/** Each chunk is named by its hash, so that nothing else need say what it should be. */
async function requireChunks(folder: string, said: number): Promise<void> {
  const chunks = chunkFolderAt(join(folder, CHUNKS));
  let count = 0;
  for await (const names of chunks.names(false)) {
    for (const name of names) {
      const bytes = (await chunks.read(name)) ?? new Uint8Array();
      if (createHash('sha256').update(bytes).digest('hex') !== name) {
        throw refuse('backup-invalid', `The chunk ${name} in ${chunks.path} is not what was backed up.`);
      }
      count += 1;
    }
  }
  if (count !== said) throw refuse('backup-invalid', `${count} chunks lie in ${chunks.path}; the backup has ${said}.`);
}

async function requireSame(folder: string, name: string, said: Written[string] | undefined): Promise<void> {
  const path = join(folder, name);
  // Not followed: what a link leads to was not backed up, and may be anything that this user can read.
  const found = await lstat(path).catch(() => undefined);
  if (said === undefined || found?.isFile() !== true || found.size !== said.bytes) {
    throw refuse('backup-invalid', `The file ${path} is not there, or not of the size that the backup names.`);
  }
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== said.sha256) throw refuse('backup-invalid', `The file ${path} is not what was backed up.`);
}

/** One file of a backup, unsealed and unpacked. It fails, and what is made of it with it, where it was changed. */
async function readStream(folder: string, name: string, identities: string | undefined): Promise<Readable> {
  const raw = createReadStream(join(folder, name));
  const gunzip = createGunzip();
  if (identities === undefined) {
    raw.once('error', (cause) => gunzip.destroy(cause));
    return raw.pipe(gunzip);
  }
  const opened = await unsealStream(Readable.toWeb(raw) as ReadableStream<Uint8Array>, identities).catch(
    (cause: unknown) => {
      throw refuse('backup-invalid', `The file ${name} is sealed to another key than those given.`, cause);
    },
  );
  const plain = Readable.fromWeb(opened as never);
  plain.once('error', (cause) => gunzip.destroy(cause));
  return plain.pipe(gunzip);
}

/** The files of the home in a backup, by path. */
export async function readHome(
  folder: string,
  manifest: Manifest,
  identities: string | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const home = new Map<string, Uint8Array>();
  for (const [path, name] of Object.entries(manifest.home)) {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of await readStream(folder, name, identities)) {
      size += (chunk as Buffer).length;
      if (size > HOME_FILE_LIMIT) throw refuse('backup-invalid', `The file ${name} unpacks to no file of a home.`);
      chunks.push(chunk as Buffer);
    }
    home.set(path, Buffer.concat(chunks));
  }
  return home;
}

/**
 * Fills an empty database: all tables in one transaction, so that it holds the backup or nothing. `home-exists` where
 * the database holds a record; `backup-invalid` where it was made by a newer Servanda, or does not load.
 */
export async function fillDatabase(
  sql: Sql,
  folder: string,
  manifest: Manifest,
  identities: string | undefined,
): Promise<void> {
  await requireEmpty(sql);
  await migrate(sql, manifest.migrations);
  await transaction(sql, async (tx) => {
    const known = await tablesOf(tx);
    for (const [table, columns] of Object.entries(manifest.tables)) {
      const unknown = columns.find((column) => known[table]?.includes(column) !== true);
      if (unknown !== undefined) throw refuse('backup-invalid', `The backup has ${table}.${unknown}, unknown here.`);
      const into = await tx.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable();
      await pipeline(await readStream(folder, `${table}.copy.gz`, identities), new Rows(table), into);
    }
    const held = (await readLogs(tx)).map(({ origin, size, root }) => ({ origin, size, root: base64(root) }));
    if (JSON.stringify(held) !== JSON.stringify(manifest.logs)) {
      throw refuse('backup-invalid', 'The logs that came out of the backup are not those that it names.');
    }
  });
}

async function requireEmpty(sql: Sql): Promise<void> {
  const [table] = await sql<{ name: string | null }[]>`select to_regclass('logs')::text as name`;
  if (table?.name === null || table === undefined) return;
  const held = await sql`select 1 from logs limit 1`;
  if (held.length > 0) throw refuse('home-exists', 'Restoring into a database that holds a record.');
}
