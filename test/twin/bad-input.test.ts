// Bad input: each gets its named refusal and leaves nothing behind, in no table of either node.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ACT_PREFIX, type ActHeader, actText } from '../../src/act/act.ts';
import { base64, fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { formatKey, SIGNATURE_TYPE, type Signer } from '../../src/act/key.ts';
import { BODY_DESIGNATED, KEY_ADMITTED } from '../../src/act/kinds.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment, type Part } from '../../src/act/part.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { FILES, readCard } from '../../src/node/config.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { openKeys } from '../../src/node/keys.ts';
import { caller, type Caller } from '../../src/node/wire.ts';
import { formatAddCheckpoint } from '../../src/log/mirror.ts';
import { encodeAddEntries } from '../../src/log/upload.ts';
import { openPair, type Pair, say, SIDES } from './pair.ts';

const TABLES = [
  'logs',
  'entries',
  'tiles',
  'parts',
  'spoken_under',
  'referring',
  'checkpoints',
  'subjects',
  'rows',
  'drafts',
  'approvals',
  'pending',
];

let pair: Pair;
let mfa: Signer;
let nmaa: Signer;
let checkpoints: Signer;
let header: ActHeader;
let before: string;

/** Everything both databases hold, but for the cosignatures and comparisons that the line makes by itself. */
async function everything(): Promise<string> {
  const held: unknown[] = [];
  for (const side of SIDES) {
    for (const table of TABLES)
      held.push(await pair.node(side).sql.unsafe(`select md5(t::text) as row from ${table} t order by 1`));
  }
  return JSON.stringify(held);
}

const salt = new Uint8Array(randomBytes(32));
const body = (value: Json): Part => ({ name: 'body', salt, bytes: utf8(encode(value)) });
const NOTE = body({ procedures: '', noteDate: '2026-08-28', channel: 'node' });

function withBody(part: Part, rest: Partial<ActHeader> = {}): ActHeader {
  const parts = [
    { name: part.name, type: 'application/json', class: 'A' as const, commitment: commitment(part.salt, part.bytes) },
  ];
  return { ...header, parts, ...rest };
}

function signed(text: string, ...signers: readonly Signer[]): Uint8Array {
  return formatNote(
    text,
    signers.map((signer) => signText(text, signer)),
  );
}

/** A text that the encoder would refuse to write. */
function raw(value: unknown): string {
  return `${ACT_PREFIX}${JSON.stringify(value)}\n`;
}

beforeAll(async () => {
  pair = await openPair();
  const typed = { body: ['ua:nmaa'], provisions: ['58, 59'], from: ['2026-08-28'] };
  const draft = await say(pair, 'ua', BODY_DESIGNATED.id, typed);
  await pair.settled();
  const ring = await openKeys(join(pair.seats.ua.home, FILES.keys));
  mfa = ring.signer('ua:mfa/2026-1') as Signer;
  nmaa = ring.signer('ua:nmaa/2026-1') as Signer;
  header = {
    ...draft.header,
    kind: NOTIFICATION_GIVEN.id,
    provisions: ['76'],
    subject: 'agreement',
    number: 'UA-MFA-2026-0099',
  };
  checkpoints = await ring.make('ua:mfa/log-1', SIGNATURE_TYPE.ed25519);
  await admitForLog(ring.signer('ua:root/1') as Signer);
});
/** A key of the treaty office that the participant admits for checkpoints, not for acts. */
async function admitForLog(root: Signer): Promise<void> {
  const part = body({ holder: 'ua:mfa', key: formatKey(checkpoints.key), use: 'log' });
  const founding = (await pair.node('ua').node.actAt('ua', 0))?.act.header as ActHeader;
  const said = { ...withBody(part), kind: KEY_ADMITTED.id, by: 'ua:root', number: 'UA-ROOT-2026-0099' };
  const text = actText({ ...said, provisions: founding.provisions, subject: checkpoints.key.name });
  await pair.node('ua').record(signed(text, root), [part]);
  await pair.settled();
}

beforeEach(async () => {
  before = await everything();
});
afterAll(async () => await pair.close());

async function refused(bytes: Uint8Array, parts: readonly Part[], code: string): Promise<void> {
  await expect(pair.node('ua').record(bytes, parts)).rejects.toMatchObject({ name: 'Refusal', code });
  expect(await everything()).toBe(before);
}

test('an act without mandate: a body designated for ¶58 and ¶59 notifies under ¶76', async () => {
  const act = withBody(NOTE, { by: 'ua:nmaa', number: 'UA-NMAA-2026-0001' });
  await refused(signed(actText(act), nmaa), [NOTE], 'mandate-missing');
});

test('an act of a body that nobody designated', async () => {
  const act = withBody(NOTE, { by: 'ua:mod', number: 'UA-MOD-2026-0001' });
  await refused(signed(actText(act), mfa), [NOTE], 'signer-missing');
});

test('an act under a paragraph that does not exist', async () => {
  await refused(signed(actText(withBody(NOTE, { provisions: ['82'] })), mfa), [NOTE], 'provision-unknown');
});

test('an act with a lone surrogate, raw or escaped', async () => {
  const text = raw({ ...withBody(NOTE), subject: 'a\ud800' });
  await refused(signed(text, mfa), [NOTE], 'lone-surrogate');
});

test('an act with a second signer equal to the first', async () => {
  await refused(signed(actText(withBody(NOTE)), mfa, mfa), [NOTE], 'signer-repeated');
});

test('an act signed by a key that was admitted for a log, not for acts', async () => {
  await refused(signed(actText(withBody(NOTE)), checkpoints), [NOTE], 'key-unknown');
});

test('an act with 17 KiB of header', async () => {
  const re = Array.from({ length: 280 }, () => ({ act: 'A'.repeat(43), role: 'x' }));
  const text = `${ACT_PREFIX}${encode({ ...withBody(NOTE), re } as unknown as Json)}\n`;
  expect(utf8(text).length).toBeGreaterThan(17 * 1024);
  await refused(signed(text, mfa), [NOTE], 'header-too-large');
});

test('an act of an unknown kind', async () => {
  await refused(signed(actText(withBody(NOTE, { kind: 'weather.foretold/1' })), mfa), [NOTE], 'kind-unknown');
});

test('an act said twice, and one with the number of another', async () => {
  const [designation] = await pair.node('ua').node.look().acts({ kind: BODY_DESIGNATED.id });
  const file = await pair.node('ua').node.actFile(designation?.act.id ?? '');
  await refused(file?.bytes ?? new Uint8Array(), file?.parts ?? [], 'act-repeated');
  await refused(signed(actText(withBody(NOTE, { number: 'UA-MFA-2026-0001' })), mfa), [NOTE], 'number-repeated');
});

test.each<[string, () => readonly [Uint8Array, readonly Part[]], string]>([
  ['nothing but noise', () => [randomBytes(100), []], 'note-malformed'],
  [
    'another agreement',
    () => [signed(actText(withBody(NOTE, { agreement: 'xx-yy-1999' })), mfa), [NOTE]],
    'agreement-unknown',
  ],
  [
    'a body of the other side',
    () => [signed(actText(withBody(NOTE, { by: 'al:mefa' })), mfa), [NOTE]],
    'side-mismatch',
  ],
  [
    'an addressee nobody knows',
    () => [signed(actText(withBody(NOTE, { to: ['al:moon'] })), mfa), [NOTE]],
    'addressee-unknown',
  ],
  ['a part missing', () => [signed(actText(withBody(NOTE)), mfa), []], 'part-missing'],
  [
    'a part of other bytes',
    () => [signed(actText(withBody(NOTE)), mfa), [{ ...NOTE, bytes: utf8('{}') }]],
    'part-mismatch',
  ],
  [
    'a body of another shape',
    () => [signed(actText(withBody(body({ a: 1 }))), mfa), [body({ a: 1 })]],
    'body-malformed',
  ],
  [
    'a label of a classification',
    () => [signed(actText(withBody(NOTE, { label: { ...header.label, codes: ['NATO-SECRET'] } })), mfa), [NOTE]],
    'label-refused',
  ],
  [
    'a label that asks for sealing',
    () => [signed(actText(withBody(NOTE, { label: { ...header.label, tlp: 'RED' } })), mfa), [NOTE]],
    'label-refused',
  ],
  [
    'a reference to nothing',
    () => [signed(actText(withBody(NOTE, { re: [{ act: 'B'.repeat(43), role: 'answers' }] })), mfa), [NOTE]],
    'reference-unknown',
  ],
  [
    'a state of the other log that never was',
    () => [
      signed(actText(withBody(NOTE, { seen: { ...header.seen, root: base64(new Uint8Array(32)) } })), mfa),
      [NOTE],
    ],
    'seen-diverges',
  ],
  [
    'keys out of order',
    () => [signed(raw(Object.fromEntries(Object.entries(withBody(NOTE)).toReversed())), mfa), [NOTE]],
    'not-canonical',
  ],
  [
    'a changed text',
    () => {
      const bytes = signed(actText(withBody(NOTE)), mfa);
      return [utf8((fromUtf8(bytes) ?? '').replace('0099', '0098')), [NOTE]];
    },
    'signature-invalid',
  ],
])('an act with %s', async (_name, make, code) => {
  await refused(...make(), code);
});

async function wireOfUkraine(): Promise<Caller> {
  const { home } = pair.seats.ua;
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const card = await readCard(join(home, FILES.counterpart));
  if (card === undefined) throw new Error('no card of the counterpart');
  return caller(card.wire, await wireIdentity('', files, new Date()), card.certificate);
}

async function delivery(): Promise<{ readonly entries: Uint8Array; readonly checkpoint: Uint8Array }> {
  const { sql } = pair.node('ua');
  const rows = await sql<{ bytes: Uint8Array }[]>`select bytes from entries where log = 0 order by idx`;
  const [head] = await sql<{ size: number; note: Uint8Array }[]>`
    select size, note from checkpoints where log = 0 order by size desc limit 1`;
  const [log] = await sql<{ origin: string }[]>`select origin from logs where log = 0`;
  if (head === undefined || log === undefined) throw new Error('no head');
  const range = { base: 0, start: 0, end: head.size, entries: rows.map((row) => row.bytes), proof: [] };
  const header64 = { origin: log.origin, start: 0, end: head.size, ticket: new Uint8Array() };
  return {
    entries: encodeAddEntries(header64, [range]),
    checkpoint: formatAddCheckpoint({ old: 0, proof: [], checkpoint: head.note }),
  };
}

test('a delivery replayed is absorbed: the same cosignature again, or the size held; nothing is doubled', async () => {
  const line = await wireOfUkraine();
  const { entries, checkpoint } = await delivery();
  expect((await line.ask('POST', '/add-checkpoint', checkpoint)).status).toBe(409);
  expect((await line.ask('POST', '/add-entries', entries)).status).toBe(200);
  line.close();
  expect(await everything()).toBe(before);
});

test('a delivery tampered with, truncated, of another log, or of noise is refused', async () => {
  const line = await wireOfUkraine();
  const { entries, checkpoint } = await delivery();
  // Another letter of base64 in the midst of a signature: still a note, no longer signed.
  const other = (bytes: Uint8Array, at: number): Uint8Array =>
    bytes.map((byte, i) => (i === at ? (byte === 65 ? 66 : 65) : byte));
  const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
  const text = fromUtf8(checkpoint) ?? '';
  const asked: readonly [string, Uint8Array, number][] = [
    ['/add-entries', flip(entries, entries.length - 100), 422],
    ['/add-entries', entries.slice(0, 400), 400],
    ['/add-entries', randomBytes(200), 400],
    ['/add-checkpoint', other(checkpoint, checkpoint.length - 30), 403],
    ['/add-checkpoint', utf8(text.replaceAll('ua.example', 'xx.example')), 404],
    ['/add-checkpoint', utf8('old 99\n\nnothing'), 400],
    ['/parts', utf8('{"parts":[{"index":99,"name":"body","salt":"","bytes":""}]}'), 409],
    ['/parts', utf8('nope'), 400],
    // A part that the act does not name, and other bytes under the name of one that it does.
    ['/parts', utf8('{"parts":[{"index":0,"name":"note.en.txt","salt":"","bytes":""}]}'), 400],
    ['/parts', utf8(`{"parts":[{"index":0,"name":"body","salt":"${base64(salt)}","bytes":"e30="}]}`), 400],
    ['/concordance', utf8('{"sizes":{}}'), 400],
    ['/nowhere', utf8(''), 404],
  ];
  for (const [path, bytes, status] of asked) {
    expect([path, (await line.ask('POST', path, bytes)).status]).toEqual([path, status]);
  }
  line.close();
  expect(await everything()).toBe(before);
});

test('a caller without the pinned key does not get through', async () => {
  const card = await readCard(join(pair.seats.ua.home, FILES.counterpart));
  const folder = pair.seats.ua.home;
  const files = { certificate: join(folder, 'stranger.crt'), key: join(folder, 'stranger.key') };
  const stranger = caller(
    card?.wire ?? '',
    await wireIdentity('stranger.example', files, new Date()),
    card?.certificate ?? '',
  );
  await expect(stranger.ask('POST', '/add-checkpoint', 'old 0\n\n')).rejects.toThrow();
  stranger.close();
  expect(await everything()).toBe(before);
});
