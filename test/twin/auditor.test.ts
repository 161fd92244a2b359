// Who may read the logs over the wire: the counterpart and pinned auditors, under the names of c2sp.org/tlog-tiles.
import { request } from 'node:https';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromUtf8, sameBytes } from '../../src/act/bytes.ts';
import { parseNote } from '../../src/act/note.ts';
import { originHash, parseCheckpoint } from '../../src/log/checkpoint.ts';
import { formatAddCheckpoint } from '../../src/log/mirror.ts';
import { formatTilePath, parseEntryBundle, tileWidth } from '../../src/log/tile.ts';
import { leafHash, rootOf } from '../../src/log/tree.ts';
import { type WireIdentity, wireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard } from '../../src/node/config.ts';
import { type Caller, caller } from '../../src/node/wire.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { tellStory } from './story.ts';

let pair: Pair;
let auditor: WireIdentity;
let line: Caller;

async function identityIn(name: string): Promise<WireIdentity> {
  const { home } = pair.seats.ua;
  const files = { certificate: join(home, `${name}.crt`), key: join(home, `${name}.key`) };
  return await wireIdentity(`${name}.example`, files, new Date());
}

/** The wire of Ukraine's node, as somebody with that certificate reaches it. */
async function wireAs(identity: WireIdentity): Promise<Caller> {
  const card = await readCard(join(pair.seats.ua.home, FILES.card));
  if (card === undefined) throw new Error('auditor: no card');
  return caller(card.wire, identity, card.certificate);
}

const origin = (side: Side): string => `${side}.example/ua-al-2025/${side}/1`;
const place = (side: Side, name: string): string => `/${originHash(origin(side))}/${name}`;

beforeAll(async () => {
  pair = await openPair();
  auditor = await identityIn('auditor');
  await pair.shut('ua');
  pair.settings.ua = { ...pair.settings.ua, auditors: [{ name: 'court', certificate: auditor.certificate }] };
  await pair.open('ua');
  await tellStory(pair);
  line = await wireAs(auditor);
});
afterAll(async () => {
  line.close();
  await pair.close();
});

describe('an auditor', () => {
  test('reads checkpoint, tiles and entries of both logs, and the entries hash to the signed root', async () => {
    for (const side of SIDES) {
      const checkpoint = await line.ask('GET', place(side, 'checkpoint'));
      expect([checkpoint.status, checkpoint.headers['content-type'], checkpoint.headers['cache-control']]).toEqual([
        200,
        'text/plain; charset=utf-8',
        'no-store',
      ]);
      const { size, root } = parseCheckpoint(parseNote(checkpoint.body).text);
      expect(size).toBeGreaterThan(4);
      const width = tileWidth(0, 0, size);
      const entries = await line.ask('GET', place(side, formatTilePath({ kind: 'entries', index: 0, width })));
      const tile = await line.ask('GET', place(side, formatTilePath({ kind: 'tile', level: 0, index: 0, width })));
      for (const heard of [entries, tile]) {
        expect([heard.status, heard.headers['content-type'], heard.headers['cache-control']]).toEqual([
          200,
          'application/octet-stream',
          'private, max-age=31536000, immutable',
        ]);
      }
      const leaves = parseEntryBundle(entries.body, width).map(leafHash);
      expect(sameBytes(rootOf(leaves), root)).toBe(true);
      expect(Buffer.concat(leaves).equals(Buffer.from(tile.body))).toBe(true);
      // Any narrower tile is cut from what is there; a wider one than the log is not.
      const cut = await line.ask('GET', place(side, 'tile/0/000.p/2'));
      expect(Buffer.concat(leaves.slice(0, 2)).equals(Buffer.from(cut.body))).toBe(true);
      expect((await line.ask('GET', place(side, `tile/entries/000.p/${size + 1}`))).status).toBe(404);
    }
  });

  test('reads what the witness has cosigned, under a prefix of its own', async () => {
    const seen = await line.ask('GET', `/witness${place('al', 'checkpoint')}`);
    const names = parseNote(seen.body).signatures.map((one) => one.name);
    expect(names).toEqual([origin('al'), 'ua.example/witness', 'ua.example/witness/ml-dsa-44']);
    expect((await line.ask('GET', `/witness${place('ua', 'checkpoint')}`)).status).toBe(404);
  });

  test('reads no part, no register and no pending state, and delivers nothing', async () => {
    for (const path of [place('ua', 'parts/0'), place('al', 'witnessed'), '/rows', '/nowhere']) {
      expect([path, (await line.ask('GET', path)).status]).toEqual([path, 404]);
    }
    const checkpoint = (await line.ask('GET', place('al', 'checkpoint'))).body;
    for (const path of ['/add-checkpoint', '/add-entries', '/parts', '/concordance']) {
      const body = formatAddCheckpoint({ old: 0, proof: [], checkpoint });
      expect([path, (await line.ask('POST', path, body)).status]).toEqual([path, 403]);
    }
  });

  test('is given entries packed where it says that it can unpack them', async () => {
    const { size } = parseCheckpoint(parseNote((await line.ask('GET', place('ua', 'checkpoint'))).body).text);
    const path = place('ua', `tile/entries/000.p/${size}`);
    const card = await readCard(join(pair.seats.ua.home, FILES.card));
    const packed = await new Promise<Buffer>((resolve, reject) => {
      const options = {
        cert: auditor.certificate,
        key: auditor.key,
        ca: [card?.certificate ?? ''],
        checkServerIdentity: () => undefined,
        headers: { 'accept-encoding': 'gzip' },
      };
      const asked = request(new URL(path, card?.wire), options, (message) => {
        expect(message.headers['content-encoding']).toBe('gzip');
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('end', () => resolve(Buffer.concat(chunks)));
      });
      asked.on('error', reject);
      asked.end();
    });
    expect(gunzipSync(packed).equals(Buffer.from((await line.ask('GET', path)).body))).toBe(true);
  });
});

test('a certificate that nobody pinned is let in nowhere, and learns nothing', async () => {
  const stranger = await wireAs(await identityIn('stranger'));
  await expect(stranger.ask('GET', place('ua', 'checkpoint'))).rejects.toThrow();
  stranger.close();
});

test('the same body packed by gzip is read as it is, and a broken one refused', async () => {
  const { home } = pair.seats.al;
  const own = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const card = await readCard(join(pair.seats.ua.home, FILES.card));
  const identity = await wireIdentity('', own, new Date());
  const status = async (body: Buffer, coding: string): Promise<[number, string]> =>
    await new Promise((resolve, reject) => {
      const options = {
        method: 'POST',
        cert: identity.certificate,
        key: identity.key,
        ca: [card?.certificate ?? ''],
        checkServerIdentity: () => undefined,
        headers: { 'content-encoding': coding },
      };
      const asked = request(new URL('/concordance', card?.wire), options, (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('end', () => resolve([message.statusCode ?? 0, fromUtf8(Buffer.concat(chunks)) ?? '']));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const told = Buffer.from(JSON.stringify({ sizes: { ua: 0, al: 0 }, digest: '' }));
  expect(await status(gzipSync(told), 'gzip')).toEqual([200, expect.stringContaining('digest')]);
  expect((await status(told, 'gzip'))[0]).toBe(400);
  expect((await status(told, 'br'))[0]).toBe(400);
});
