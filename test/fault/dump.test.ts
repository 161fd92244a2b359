// Dumps: what is sealed stands in plain text in no table, file, log, backup or bundle of a node; what is open does.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { concat, fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { encode } from '../../src/act/canonical.ts';
import { SEAL_KEY_ADMITTED } from '../../src/act/kinds.ts';
import { formatSealKey, parseSealKey } from '../../src/act/sealkey.ts';
import { parseAct } from '../../src/act/act.ts';
import { AREAS } from '../../src/areas/index.ts';
import { FILES } from '../../src/node/config.ts';
import { openIdentity } from '../../src/node/identity.ts';
import { ownIdentity, unseal } from '../../src/node/seal.ts';
import { connect } from '../../src/node/store/database.ts';
import { type KeptPart, MEANS } from '../../src/node/vault.ts';
import { deskSealing, type Known } from '../../src/seal/about.ts';
import { sealStream } from '../../src/seal/envelope.ts';
import { standIn } from '../../src/seal/standin.ts';
import { openingKey } from '../../src/seal/wrap.ts';
import { HANDED, THING_AREA } from '../twin/given.area.ts';
import { official, openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';
import { operate, urlOf } from './carried.ts';
import type { Errand } from './sealing-node.ts';

const label = (tlp: string): string => JSON.stringify({ tlp, rel: ['AL', 'UA'] });
/** In ring A: it must be found, or the search finds nothing at all. */
const OPEN = 'openaircanary0Q7x';
/** In ring B, said before and by a process that is killed; drafted, and why it was sent back. In ring C. */
const SEALED = ['amberaircanary1', 'amberaircanary2', 'amberaircanary3', 'amberaircanary4', 'redaircanary5Zz'];
const [SAID, KILLED, DRAFTED, REASON, RED] = SEALED as [string, string, string, string, string];
const LONG = { timeout: 180_000 };
/** Words that are long enough to be compressed where they are kept. */
const around = (canary: string): string => `Before it: ${canary}. ${'And more after it. '.repeat(300)}`;

/** As it would stand in a file: plain, as hexadecimal, and in base64 at each of its three alignments. */
function shapes(canary: string): readonly string[] {
  const bytes = Buffer.from(canary);
  const base64 = [0, 1, 2].map((at) => bytes.subarray(at).toString('base64').slice(0, 12));
  return [canary, bytes.toString('hex'), ...base64];
}

const found = (text: string, canary: string): boolean => shapes(canary).some((shape) => text.includes(shape));

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The bytes of all files, one letter a byte; packed ones unpacked. A file that is gone meanwhile is none. */
async function textOf(paths: readonly string[]): Promise<string> {
  const texts: string[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    texts.push((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1'));
  }
  return texts.join('\n');
}

async function dataFolder(): Promise<string> {
  const sql = connect(inject('database').admin);
  const [row] = await sql<{ setting: string }[]>`select setting from pg_settings where name = 'data_directory'`;
  await sql.end({ timeout: 5 });
  return row?.setting ?? '';
}

/** Where the database server of this run keeps its files, where that is this machine. */
const DATA = await dataFolder();

let pair: Pair;
let folder: string;
let before: Date;

/** A thing of ring C, sealed as a desk does. */
async function handRed(): Promise<void> {
  for (const side of SIDES) {
    const name = `${side === 'ua' ? 'ua:mfa' : 'al:mefa'}/seal-2026-1`;
    const { key } = await openingKey(name, 'x-wing', MEANS.random(32));
    await say(pair, side, SEAL_KEY_ADMITTED.id, { 'name': [name], 'seal-key': [formatSealKey(key)] });
  }
  await pair.settled();
  const typed = { label: [label('RED')], text: [standIn('text')] };
  const asked = await pair.node('ua').node.prepare(official(pair, 'ua', 'drafter'), HANDED.id, undefined, typed);
  const content = utf8(encode({ text: around(RED) }));
  const pieces: Uint8Array[] = [];
  const recipients = asked.recipients.map(parseSealKey);
  const sealing = deskSealing({
    header: asked.header as Known, part: 'content', recipients, length: content.length, content: [content],
  });
  for await (const piece of sealStream(MEANS, sealing)) pieces.push(piece);
  const files = { 'sealed.content': { name: 'content.sealed', bytes: concat(...pieces) } };
  await say(pair, 'ua', HANDED.id, typed, undefined, files);
}

/** A process says one thing and drafts another, and is killed with nothing tidied up. */
async function sayAndDie(): Promise<string> {
  await pair.shut('ua');
  const { home, database } = pair.seats.ua;
  const errand: Errand = {
    home,
    database: urlOf(database.place),
    typed: { label: [label('AMBER')], text: [around(KILLED)] },
    drafted: { label: [label('AMBER')], text: [around(DRAFTED)] },
  };
  const script = fileURLToPath(new URL('sealing-node.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(errand)], { stdio: 'pipe' });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`dump: the node ended with ${String(code)}: ${log}`)));
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  await pair.open('ua');
  await pair.settled();
  return log;
}

let log = '';
beforeAll(async () => {
  before = new Date();
  folder = await mkdtemp(join(tmpdir(), 'servanda-dump-'));
  pair = await openPair('2026-08-28T09:00:00Z', () => [...AREAS, THING_AREA]);
  await say(pair, 'ua', HANDED.id, { label: [label('GREEN')], text: [OPEN] });
  await say(pair, 'ua', HANDED.id, { label: [label('AMBER')], text: [around(SAID)] });
  const { node } = pair.node('ua');
  const typed = { label: [label('AMBER')], text: [around(DRAFTED)] };
  const draft = await node.write(official(pair, 'ua', 'drafter'), HANDED.id, undefined, typed);
  await node.sendBack(official(pair, 'ua', 'approver'), draft.id, REASON);
  await handRed();
  log = await sayAndDie();
  for (const side of SIDES) {
    const ran = await operate(pair, side, ['backup', '--to', join(folder, `backup-${side}`)]);
    expect([ran.code, ran.err]).toEqual([0, '']);
  }
}, LONG.timeout);
afterAll(async () => {
  await pair.close();
  await rm(folder, { recursive: true, force: true });
});

/** What of the canaries is found in a text: the open one must be, where the text is of a whole node. */
function search(text: string): { readonly open: boolean; readonly sealed: readonly string[] } {
  return { open: found(text, OPEN), sealed: SEALED.filter((canary) => found(text, canary)) };
}

describe('what is sealed stands in plain text in', () => {
  it.each(SIDES)('no table of %s, read as bytes and not as they are packed', async (side) => {
    const { sql } = pair.node(side);
    const tables = await sql<{ name: string }[]>`select c.relname as name from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`;
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      texts.push(...rows.map(({ row }) => row));
    }
    expect(tables.length).toBeGreaterThan(20);
    expect(search(texts.join('\n'))).toEqual({ open: true, sealed: [] });
  });

  it.each(SIDES)('no file of a backup of %s', async (side) => {
    const text = await textOf(await filesIn(join(folder, `backup-${side}`)));
    expect(search(text)).toEqual({ open: true, sealed: [] });
  });

  it('no bundle, once its own seal is broken', async () => {
    const path = join(folder, 'out.age');
    expect(await operate(pair, 'ua', ['bundle', 'out', '--to', path, '--since', '0'])).toMatchObject({ code: 0 });
    const identity = await ownIdentity(join(pair.seats.al.home, FILES.bundleKey));
    const content = await unseal(await readFile(path), identity);
    expect(search(Buffer.from(content ?? []).toString('latin1'))).toEqual({ open: true, sealed: [] });
  });

  it('no file of either home, and in nothing that a node says', async () => {
    const homes = SIDES.map((side: Side) => pair.seats[side].home);
    const paths = (await Promise.all(homes.map(filesIn))).flat();
    expect(paths.length).toBeGreaterThan(20);
    expect(search(await textOf(paths)).sealed).toEqual([]);
    expect(search(log).sealed).toEqual([]);
  });

  if (existsSync(join(DATA, 'pg_wal'))) {
    it('no file of the database server, its write-ahead log among them', LONG, async () => {
      const sql = connect(inject('database').admin);
      await sql`checkpoint`;
      await sql.end({ timeout: 5 });
      const paths: string[] = [];
      for (const path of await filesIn(DATA)) {
        const told = await stat(path).catch(() => undefined);
        if (told !== undefined && told.mtime >= before) paths.push(path);
      }
      let open = false;
      const sealed = new Set<string>();
      for (const path of paths) {
        const here = search(await textOf([path]));
        open ||= here.open;
        for (const canary of here.sealed) sealed.add(`${canary} in ${path}`);
      }
      expect({ open, sealed: [...sealed] }).toEqual({ open: true, sealed: [] });
    });
  } else {
    it(`NOT RUN: the files of the database server cannot be read here`, () => {
      expect(existsSync(join(DATA, 'pg_wal'))).toBe(false);
    });
  }
});

describe('ring B is opened', () => {
  it('by the vault of the node that keeps it, and by that of no other', async () => {
    for (const side of SIDES) {
      const { sql } = pair.node(side);
      const rows = await sql<(KeptPart & { entry: Uint8Array })[]>`select p.*, e.bytes as entry from parts p
        join entries e on e.log = p.log and e.idx = p.idx where p.ring = 'B'`;
      expect(rows.length).toBe(2);
      const open = async (of: Side): Promise<string> => {
        const { vault, ring } = await openIdentity(pair.seats[of].home, pair.settings[of], new Date());
        ring.close();
        const parts = await Promise.all(rows.map(async (row) => await vault.opened(parseAct(row.entry), row)));
        return parts.map(({ bytes }) => fromUtf8(bytes)).join('\n');
      };
      expect(search(await open(side)).sealed).toEqual([SAID, KILLED]);
      await expect(open(side === 'ua' ? 'al' : 'ua')).rejects.toMatchObject({ code: 'seal-key-missing' });
    }
  });
});
