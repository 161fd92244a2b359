// Large files: sealed as they come, brought chunk by chunk after their act, read by who may, gone when they must be.
import { createHash, randomBytes } from 'node:crypto';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILE_LIMIT } from '../../src/act/file.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { caller, type Caller } from '../../src/node/wire.ts';
import { ITEM_GIVEN, ITEM_RECALLED, RECALL_EXECUTED } from '../../src/ways/exchange/kinds.ts';
import { Line } from '../fault/line.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';
import { ITEM, tellIn } from './exchange.ts';
import { official, openPair, type Pair, type Side, SIDES } from './pair.ts';

const MIB = 1024 * 1024;
const NAME = 'образ пристрою.img';

let pair: Pair;
let ends: Record<Side, Line>;
let windows: Record<Side, Tested>;
let drafter: Reader;
let csrf: string;

beforeAll(async () => {
  ends = { ua: await Line.open(), al: await Line.open() };
  pair = await openPair('2026-11-25T09:00:00Z', undefined, (side, port) => ends[side].to(port));
  windows = { ua: await open(pair.node('ua').node), al: await open(pair.node('al').node) };
  drafter = windows.ua.reader('en');
  await signedIn(drafter, 'ua');
  csrf = await drafter.token(`/drafts/new?kind=${ITEM_GIVEN.id}`);
});
afterAll(async () => {
  await pair.close();
  for (const side of SIDES) await ends[side].close();
});

/** A drafter of a side has signed in and said for what they ask: the label of an item names a purpose. */
async function signedIn(reader: Reader, side: Side, purpose = 'crime'): Promise<void> {
  await reader.signIn(official(pair, side, 'drafter').id);
  await reader.send('/session/purpose', { csrf: await reader.token('/session'), purpose });
}

/** What a browser sends of the form of an item with a file. */
function formWith(bytes: Uint8Array, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  const typed = Object.entries(ITEM).flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]]));
  const fields = { ...(Object.fromEntries(typed) as Record<string, string>), ...more };
  form.set('csrf', csrf);
  form.set('kind', ITEM_GIVEN.id);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new File([new Uint8Array(bytes)], NAME, { type: 'image/x-raw' }));
  return form;
}

const send = async (form: FormData, init: RequestInit = {}): Promise<Response> =>
  await drafter.ask('/drafts', { method: 'POST', body: form, headers: { accept: 'application/json' }, ...init });

/** Writes a draft with a file at the windows; gives its id. */
async function written(bytes: Uint8Array): Promise<string> {
  const answer = await send(formWith(bytes));
  expect(answer.status).toBe(201);
  return answer.headers.get('location')?.split('/').at(-1) ?? '';
}

/** Approves it, so that it stands in the log of Ukraine. */
async function recorded(id: string): Promise<{ readonly act: string; readonly index: number }> {
  const { node } = pair.node('ua');
  const draft = await node.draft(id);
  const done = await node.approve(official(pair, 'ua', 'approver'), id, draft?.digest ?? '');
  const act = done.act ?? '';
  return { act, index: (await node.look().act(act))?.act.index ?? -1 };
}

const pieces = async (side: Side, index: number) => await pair.node(side).node.files.pieces('ua', index);

/** Waits until all of it is at Albania. */
async function whole(index: number): Promise<void> {
  await expect
    .poll(async () => {
      const count = await pieces('al', index);
      return count !== undefined && count.here === count.pieces;
    }, { timeout: 30_000, interval: 50 })
    .toBe(true);
}

/** The chunks that lie in the home of a side. */
async function onDisk(side: Side): Promise<readonly string[]> {
  const folder = join(pair.seats[side].home, FILES.files);
  const all = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return all.filter((one) => one.isFile()).map(({ name }) => name).sort();
}

async function chunksOf(side: Side, act: string): Promise<readonly string[]> {
  const rows = await pair.node(side).sql<{ sha256: string }[]>`select c.sha256 from chunks c
    join entries e on e.log = c.log and e.idx = c.idx where e.act = ${act} order by c.n`;
  return rows.map(({ sha256 }) => sha256);
}

async function lineAs(): Promise<Caller> {
  const { home } = pair.seats.ua;
  const card = await readCard(join(home, FILES.counterpart));
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const { wire } = await readSettings(pair.seats.al.home);
  return caller(`https://127.0.0.1:${wire}`, await wireIdentity('', files, new Date()), card?.certificate ?? '');
}

describe('a large file', () => {
  const bytes = new Uint8Array(randomBytes(3 * MIB + 12_345));
  let given: { readonly act: string; readonly index: number };

  test('is written with a draft, and whoever approves it reads it there', async () => {
    const id = await written(bytes);
    const answer = await drafter.ask(`/drafts/${id}/file`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(NAME)}`);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(await (await drafter.ask(`/drafts/${id}`)).text()).toContain(NAME);
    given = await recorded(id);
  });

  test('comes to the other node after its act, and is read there byte for byte, by who may', async () => {
    await pair.settled();
    await whole(given.index);
    const reader = windows.al.reader('en');
    const address = `/act/ua/${given.index}/file`;
    expect((await reader.ask(address)).status).toBe(404);
    await reader.signIn(official(pair, 'al', 'drafter').id);
    // The item names a purpose, and nobody has said that theirs is it.
    expect((await reader.ask(address)).status).toBe(404);
    await signedIn(reader, 'al');
    const answer = await reader.ask(address);
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    const page = await (await reader.ask(`/act/ua/${given.index}`)).text();
    expect(page).toContain(`href="${address}"`);
    expect(await (await reader.ask(`/crime/item?of=${given.act}`)).text()).toContain('It carries a file');
  });

  test('lies in both homes as sealed chunks of one size, and nowhere in the database', async () => {
    const named = await chunksOf('ua', given.act);
    for (const side of SIDES) {
      expect(await chunksOf(side, given.act)).toEqual(named);
      expect(await onDisk(side)).toEqual(named.toSorted());
    }
    const [{ size } = { size: 0 }] = await pair.node('al').sql<{ size: number }[]>`
      select max(length(bytes)) as size from parts`;
    expect(size).toBeLessThan(64 * 1024);
  });

  test('is taken from the counterpart chunk by chunk only as its act names it', async () => {
    const line = await lineAs();
    try {
      const strange = new Uint8Array(randomBytes(1000));
      const put = async (name: string, body: Uint8Array) => (await line.ask('PUT', `/chunk/${name}`, body)).status;
      expect(await put(createHash('sha256').update(strange).digest('hex'), strange)).toBe(400);
      const [first = ''] = await chunksOf('al', given.act);
      // What is here already is absorbed unread.
      expect(await put(first, strange)).toBe(200);
      await pair.node('al').sql`update chunks set here = false where sha256 = ${first}`;
      expect(await put(first, strange)).toBe(400);
      expect((await line.ask('GET', '/chunks/0/0')).status).toBe(200);
      expect(new Uint8Array((await line.ask('GET', `/chunk/${'0'.repeat(64)}`)).body).length).toBeLessThan(100);
      pair.node('ua').wake();
      await whole(given.index);
    } finally {
      line.close();
    }
  });

  test('goes on after a cut line with the chunk at which it was cut', async () => {
    const long = new Uint8Array(randomBytes(8 * MIB));
    const id = await written(long);
    ends.al.cutAfter(4 * MIB);
    const { act, index } = await recorded(id);
    await expect.poll(async () => (await pieces('al', index))?.here ?? 0, { timeout: 20_000 }).toBeGreaterThan(1);
    await expect.poll(async () => (await pair.node('ua').node.record()).line.state, { timeout: 20_000 }).toBe('broken');
    const count = await pieces('al', index);
    expect(count?.pieces).toBe(8);
    expect(count?.here).toBeLessThan(5);
    // The act itself was judged at once.
    expect((await pair.node('al').node.look().act(act))?.contested).toBeUndefined();
    const before = ends.al.carried;
    ends.al.mend();
    await whole(index);
    const left = (count?.pieces ?? 0) - (count?.here ?? 0);
    expect(ends.al.carried - before).toBeLessThan((left + 0.9) * MIB);
  });

  test('of a draft that is given up leaves nothing behind', async () => {
    const before = await onDisk('ua');
    const id = await written(new Uint8Array(randomBytes(2 * MIB)));
    expect((await onDisk('ua')).length).toBe(before.length + 2);
    await pair.node('ua').node.sendBack(official(pair, 'ua', 'approver'), id, 'EXERCISE: not this one.');
    expect(await onDisk('ua')).toEqual(before);
  });

  test('is refused without a trace where the form is, is too large, or comes without its token', async () => {
    const before = await onDisk('ua');
    const refused = await send(formWith(new Uint8Array(randomBytes(MIB)), { to: 'al:nobody' }));
    expect(refused.status).toBe(422);
    const bare = formWith(new Uint8Array(randomBytes(MIB)));
    bare.set('csrf', 'none');
    expect((await send(bare)).status).toBe(403);
    const large = await send(formWith(new Uint8Array(10)), {
      headers: { 'accept': 'application/json', 'content-length': String(FILE_LIMIT * 2) },
    });
    expect(large.status).toBe(413);
    expect(await onDisk('ua')).toEqual(before);
  });

  test('that is here no more is fetched back, and what a crash left is cleared away', async () => {
    const [first = ''] = await chunksOf('ua', given.act);
    const place = join(pair.seats.ua.home, FILES.files, first.slice(0, 2));
    await pair.shut('ua');
    await rename(join(place, first), join(place, `${first}.abc.new`));
    await pair.open('ua');
    // Another chunk may lie in the folder of the same two letters.
    const there = async (): Promise<readonly string[]> =>
      (await readdir(place)).filter((name) => name.startsWith(first));
    await expect.poll(there, { timeout: 40_000 }).toEqual([first]);
    expect((await pieces('ua', given.index))?.here).toBe(4);
  });

  test('is gone from both homes once it was recalled and deleted', async () => {
    const due = '2026-12-02';
    await tellIn(pair, 'ua', ITEM_RECALLED.id, { recall: ['wrong'], due: [due] }, given.act);
    const recall = (await pair.node('al').node.look().acts({ of: given.act }))[0]?.act.id ?? '';
    pair.clock('2026-12-03T09:00:00Z');
    const said = { outcome: ['deleted'], count: ['1'], date: ['2026-12-03'], time: ['09:00'] };
    const gone = await chunksOf('ua', given.act);
    await tellIn(pair, 'al', RECALL_EXECUTED.id, said, recall);
    for (const side of SIDES) {
      await pair.node(side).erase();
      const there = await onDisk(side);
      expect(gone.filter((name) => there.includes(name))).toEqual([]);
      expect(there.length).toBe(8);
      expect(await pieces(side, given.index)).toBeUndefined();
    }
  });
});
