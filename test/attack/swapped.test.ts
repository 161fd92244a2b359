// Swapped on the way: a label, or the header of one act with parts of another; by line, bundle, paper, backup.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '../../src/act/bytes.ts';
import type { Part } from '../../src/act/part.ts';
import { formatSheet } from '../../src/act/sheet.ts';
import { AREAS } from '../../src/areas/index.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { checkpointBody, entriesBody, partsBody } from '../../src/node/consignment.ts';
import { openIdentity } from '../../src/node/identity.ts';
import { ownIdentity, recipientOf, seal, unseal } from '../../src/node/seal.ts';
import { type CheckpointRow, latestCheckpoint, OWN } from '../../src/node/store/record.ts';
import { caller, type Caller } from '../../src/node/wire.ts';
import { operate } from '../fault/carried.ts';
import { Line } from '../fault/line.ts';
import { freshDatabase } from '../setup/database.ts';
import { HANDED, THING_AREA } from '../twin/given.area.ts';
import { official, openPair, type Pair, say, type Side, SIDES } from '../twin/pair.ts';

interface Told {
  readonly index: number;
  readonly name: string;
  readonly salt?: string;
  readonly bytes?: string;
  readonly sealed?: string;
}

let pair: Pair;
let ends: Record<Side, Line>;
let line: Caller;
let folder: string;
let head: CheckpointRow;
let told: readonly Told[];
/** Two acts under AMBER, two under CLEAR: their indexes in the log of Ukraine. */
let amber: readonly [number, number];
let clear: readonly [number, number];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-swapped-'));
  ends = { ua: await Line.open(), al: await Line.open() };
  pair = await openPair(undefined, () => [...AREAS, THING_AREA], (side, port) => ends[side].to(port));
  await pair.settled();
  ends.al.cut();
  const { home } = pair.seats.ua;
  const card = await readCard(join(home, FILES.counterpart));
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const { wire } = await readSettings(pair.seats.al.home);
  line = caller(`https://127.0.0.1:${wire}`, await wireIdentity('', files, new Date()), card?.certificate ?? '');
  for (const tlp of ['AMBER', 'AMBER', 'CLEAR', 'CLEAR']) {
    const label = [JSON.stringify({ tlp, rel: ['AL', 'UA'] })];
    const paper = { file: { name: 'paper.pdf', bytes: utf8(`%PDF-1.7 EXERCISE ${tlp}`) } };
    await say(pair, 'ua', HANDED.id, { label, text: [`EXERCISE ${tlp}`] }, undefined, paper);
  }
  const { sql, node } = pair.node('ua');
  const said = (await node.look().acts({ kind: HANDED.id })).map(({ act }) => act.index).toSorted((a, b) => a - b);
  const [one = -1, two = -1, three = -1, four = -1] = said;
  [amber, clear] = [[one, two], [three, four]];
  head = (await latestCheckpoint(sql, OWN)) as CheckpointRow;
  const identity = await openIdentity(home, pair.settings.ua, new Date());
  const { body } = await partsBody({ sql, vault: identity.vault }, 2, head.size);
  identity.ring.close();
  ({ parts: told } = JSON.parse(fromUtf8(body) ?? '') as { readonly parts: readonly Told[] });
}, 60_000);
afterAll(async () => {
  line.close();
  await pair.close();
  for (const side of SIDES) await ends[side].close();
  await rm(folder, { recursive: true, force: true });
});

const part = (index: number, name: string): Told =>
  told.find((one) => one.index === index && one.name === name) as Told;
const post = async (path: string, body: Uint8Array): Promise<number> => (await line.ask('POST', path, body)).status;
const bring = async (parts: readonly Told[]): Promise<number> => await post('/parts', utf8(JSON.stringify({ parts })));

/** What Albania holds of the log of Ukraine. */
async function held(): Promise<readonly number[]> {
  const { sql } = pair.node('al');
  const [row] = await sql<{ entries: number; parts: number }[]>`select
    (select count(*)::int from entries where log = 1) as entries,
    (select count(*)::int from parts where log = 1) as parts`;
  return [row?.entries ?? 0, row?.parts ?? 0];
}

/** The same bytes with one word in the place of another of its length. */
function swapped(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes);
  const at = text.indexOf(from);
  expect([from.length, at >= 0]).toEqual([to.length, true]);
  text.write(to, at, 'utf8');
  return text;
}

describe('on the line', () => {
  test('an entry under another label is not the one signed and hashed, and nothing of it is held', async () => {
    const { sql } = pair.node('ua');
    const before = await held();
    expect(await post('/add-checkpoint', await checkpointBody(sql, head, 2))).toBe(200);
    const { body } = await entriesBody(sql, head.size, 2);
    for (const [from, to] of [
      ['"tlp":"AMBER"', '"tlp":"GREEN"'],
      ['"class":"B"', '"class":"A"'],
      ['"rel":["AL","UA"]', '"rel":["UA","UA"]'],
    ] as const) {
      expect([from, await post('/add-entries', swapped(body, from, to))]).toEqual([from, 422]);
    }
    expect(await held()).toEqual(before);
    expect(await post('/add-entries', body)).toBe(200);
  });

  test('a part of one act under the header of another is refused, sealed or open', async () => {
    const before = await held();
    const [first, second] = amber;
    const [third, fourth] = clear;
    const wrong: Readonly<Record<string, Told>> = {
      'the words of another, sealed': { ...part(first, 'content'), index: second },
      'the paper as the words, sealed': { ...part(first, 'paper.pdf'), name: 'content' },
      'the words of another, open': { ...part(third, 'content'), index: fourth },
      'the body of another': { ...part(third, 'body'), index: fourth },
      'what is sealed under an act in the open': { ...part(first, 'content'), index: third },
      'what is open under an act that is sealed': { ...part(third, 'content'), index: first },
      'a part that the act does not name': { ...part(third, 'content'), name: 'other' },
      'the salt of another': { ...part(third, 'content'), salt: part(fourth, 'content').salt ?? '' },
    };
    for (const [what, one] of Object.entries(wrong)) {
      expect([what, await bring([one])]).toEqual([what, 400]);
      // Among what is true it takes the rest of its delivery with it.
      expect([what, await bring([...told.filter(({ name }) => name === 'body'), one])]).toEqual([what, 400]);
    }
    expect(await held()).toEqual(before);
  });
});

test('in a bundle opened and sealed again, a label swapped is refused, and nothing is taken', async () => {
  const before = await held();
  await operate(pair, 'ua', ['bundle', 'out', '--to', join(folder, 'bundle'), '--since', '2']);
  const identity = await ownIdentity(join(pair.seats.al.home, FILES.bundleKey));
  const content = (await unseal(await readFile(join(folder, 'bundle')), identity)) as Uint8Array;
  const forged = [
    swapped(content, '"tlp":"AMBER"', '"tlp":"GREEN"'),
    swapped(content, `"index":${clear[0]},"name":"content"`, `"index":${clear[1]},"name":"content"`),
  ];
  for (const bytes of forged) {
    await writeFile(join(folder, 'forged'), await seal(bytes, await recipientOf(identity)));
    const ran = await operate(pair, 'al', ['bundle', 'in', '--from', join(folder, 'forged')]);
    expect([ran.code, ran.err === '']).toEqual([1, false]);
  }
  expect((await held())[1]).toBe(before[1]);
});

test('on paper, the header of one act with parts of another is no act', async () => {
  const files = await Promise.all(
    clear.map(async (index) => {
      const { node } = pair.node('ua');
      return await node.actFile((await node.actAt('ua', index))?.act.id ?? '');
    }),
  );
  const [one, other] = files as readonly { readonly bytes: Uint8Array; readonly parts: readonly Part[] }[];
  if (one === undefined || other === undefined) throw new Error('swapped: an act is missing');
  const words = other.parts.filter(({ name }) => name === 'content');
  const mixed = [...one.parts.filter(({ name }) => name !== 'content'), ...words];
  const enter = async (text: string): Promise<unknown> =>
    await pair.node('al').node.enterSheet(official(pair, 'al', 'drafter'), text);
  const refused = [
    [formatSheet({ bytes: one.bytes, parts: other.parts }), 'part-mismatch'],
    [formatSheet({ bytes: one.bytes, parts: mixed }), 'part-mismatch'],
    [formatSheet(one).replace('"tlp":"CLEAR"', '"tlp":"GREEN"'), 'signature-invalid'],
  ] as const;
  for (const [text, code] of refused) await expect(enter(text)).rejects.toMatchObject({ code });
});

test('in a backup, parts that were exchanged are found by the inspection, by act and name', async () => {
  await operate(pair, 'ua', ['backup', '--to', join(folder, 'backup')]);
  const at = (name: string): string => join(folder, 'backup', name);
  const manifest = JSON.parse(await readFile(at('backup.json'), 'utf8')) as {
    readonly tables: Readonly<Record<string, readonly string[]>>;
    readonly files: Readonly<Record<string, object>>;
  };
  const columns = manifest.tables['parts'] ?? [];
  const [log, idx, name, salt, bytes] = ['log', 'idx', 'name', 'salt', 'bytes'].map((one) => columns.indexOf(one)) as [
    number, number, number, number, number,
  ];
  const rows = gunzipSync(await readFile(at('parts.copy.gz'))).toString('utf8').trimEnd().split('\n');
  const cells = rows.map((row) => row.split('\t'));
  const contentOf = (index: number): string[] =>
    cells.find((row) => row[log] === '0' && row[idx] === String(index) && row[name] === 'content') ?? [];
  for (const [one, other] of [amber, clear].map((pairOf) => pairOf.map(contentOf))) {
    if (one === undefined || other === undefined) throw new Error('swapped: a part is not in the backup');
    for (const cell of [salt, bytes]) [one[cell], other[cell]] = [other[cell] ?? '', one[cell] ?? ''];
  }
  const packed = gzipSync(`${cells.map((row) => row.join('\t')).join('\n')}\n`);
  const sha256 = createHash('sha256').update(packed).digest('hex');
  await writeFile(at('parts.copy.gz'), packed);
  const files = { ...manifest.files, 'parts.copy.gz': { bytes: packed.length, sha256 } };
  await writeFile(at('backup.json'), JSON.stringify({ ...manifest, files }));
  const { database } = pair.seats.ua;
  pair.seats.ua.database = await freshDatabase({ empty: true });
  try {
    expect(await operate(pair, 'ua', ['restore', '--from', join(folder, 'backup')])).toMatchObject({ code: 0 });
    const { code, out, err } = await operate(pair, 'ua', ['fsck']);
    expect(code).toBe(1);
    for (const index of [...amber, ...clear]) expect(`${out}\n${err}`).toMatch(new RegExp(`\\b${index}\\b.*content`));
  } finally {
    await pair.seats.ua.database.drop();
    pair.seats.ua.database = database;
  }
});
