// Bombs: little that would unpack, nest or part into much is refused by its limit, and the node answers the next one.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request as ask } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { parseAct } from '../../src/act/act.ts';
import { decode } from '../../src/act/canonical.ts';
import { main } from '../../src/main.ts';
import { readStanag, STANAG_4774 } from '../../src/agreement/stanag.ts';
import { readXml, XML_ATTRIBUTES, XML_LIMIT } from '../../src/agreement/xml.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { parseBundle } from '../../src/node/frames.ts';
import { AT_ONCE, BODY_LIMIT, caller, type Caller } from '../../src/node/wire.ts';
import { FORM_BYTES, FORM_FIELDS } from '../../src/web/limits.ts';
import { operate } from '../fault/carried.ts';
import { freshDatabase } from '../setup/database.ts';
import { openPair, type Pair } from '../twin/pair.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';
import { codeOf } from './taken.ts';

const MIB = 1024 * 1024;

let pair: Pair;
let tested: Tested;
let reader: Reader;
let csrf: string;
let line: Caller;
let wire: { readonly port: number; readonly cert: string; readonly key: string; readonly ca: string };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-bombs-'));
  pair = await openPair();
  tested = await open(pair.node('al').node);
  reader = tested.reader('en');
  csrf = await reader.signIn('shembulli');
  const { home } = pair.seats.ua;
  const card = await readCard(join(home, FILES.counterpart));
  const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
  const { wire: port } = await readSettings(pair.seats.al.home);
  const identity = await wireIdentity('', files, new Date());
  const ca = card?.certificate ?? '';
  wire = { port, ca, cert: identity.certificate, key: identity.key };
  line = caller(`https://127.0.0.1:${port}`, identity, ca);
});
afterAll(async () => {
  line.close();
  tested.windows.close();
  await pair.close();
  await rm(folder, { recursive: true, force: true });
});

/** Says it packed to the wire of Albania, as its counterpart; `cut` ends the connection amid it. */
async function packed(path: string, body: Uint8Array, cut = false): Promise<number> {
  return await new Promise((resolve, reject) => {
    const { port, ...tls } = wire;
    const headers = { 'content-encoding': 'gzip', 'content-length': body.length + (cut ? 10 : 0) };
    const options = { host: '127.0.0.1', port, method: 'POST', path, headers, agent: false as const };
    const sent = ask({ ...options, ...tls, checkServerIdentity: () => undefined }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.once('error', (cause) => (cut ? resolve(0) : reject(cause)));
    sent.write(body, () => {
      if (cut) setTimeout(() => sent.destroy(), 50);
      else sent.end();
    });
  });
}

describe('at the wire', () => {
  test('a body that unpacks to more than may come is refused at the limit, not after', async () => {
    const bomb = gzipSync(new Uint8Array(BODY_LIMIT + MIB));
    expect(bomb.length).toBeLessThan(MIB / 8);
    expect(await packed('/parts', bomb)).toBe(413);
    // Packed twice it is read as what it unpacks to once, which is no delivery.
    expect(await packed('/parts', gzipSync(bomb))).toBe(400);
    expect(await packed('/parts', utf8('no gzip at all'))).toBe(400);
  });

  test('bodies that break off while they unpack leave no room taken', async () => {
    const whole = gzipSync(Buffer.from(createHash('sha256').update('x').digest('hex').repeat(50_000)));
    for (let i = 0; i < AT_ONCE + 2; i++) await packed('/parts', whole.subarray(0, whole.length - 20), true);
    await expect.poll(async () => (await line.ask('POST', '/parts', utf8('{"parts":[]}'))).status).toBe(200);
  });

  test('JSON nested deeper than any stack is malformed, wherever it stands', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const part = (salt: string, name = '"body"'): string =>
      `{"parts":[{"index":0,"name":${name},"salt":${salt},"bytes":""}]}`;
    for (const body of [deep, `{"parts":${deep}}`, part(deep), part('""', deep), part(`{"toString":${deep}}`)]) {
      expect((await line.ask('POST', '/parts', utf8(body))).status).toBe(400);
    }
    expect(codeOf(() => decode(deep))).toMatch(/nesting-too-deep|not-canonical/);
    expect(codeOf(() => parseAct(utf8(`servanda/act/v1\n${deep}\n\n— x y\n`)))).not.toBe('taken');
    expect(codeOf(() => parseBundle(utf8(`servanda/bundle/v1\n${deep.slice(0, 900)}\n`)))).toBe('delivery-malformed');
  });
});

describe('at the windows', () => {
  const send = async (type: string, body: Uint8Array | string, more: Readonly<Record<string, string>> = {}) =>
    await reader.ask('/sheet', { method: 'POST', body: body as string, headers: { 'content-type': type, ...more } });

  test('a form in more pieces than it has fields is not taken apart', async () => {
    const flood = 'a&'.repeat(FORM_BYTES / 2 - 100);
    expect((await send('application/x-www-form-urlencoded', `csrf=${csrf}&${flood}`)).status).toBe(413);
    const piece = (i: number): string => `--x\r\ncontent-disposition: form-data; name="a${i}"\r\n\r\nv\r\n`;
    // It has no end: whoever took it apart first would find it malformed, and not too much.
    const parts = Array.from({ length: 100_000 }, (_, i) => piece(i)).join('');
    for (const type of ['multipart/form-data; boundary=x', 'Multipart/Form-Data; Boundary="x"']) {
      expect((await send(type, parts)).status).toBe(413);
    }
    expect((await send('multipart/form-data', parts)).status).toBe(422);
    const few = Array.from({ length: FORM_FIELDS + 1 }, (_, i) => piece(i)).join('');
    expect((await send('multipart/form-data; boundary=x', `${few}--x--\r\n`)).status).toBe(413);
  });

  test('a file of the name of a prototype is a file', async () => {
    const name = 'content-disposition: form-data; name="__proto__"; filename="x"';
    const field = `--x\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n`;
    const form = `${field}--x\r\n${name}\r\ncontent-type: text/plain\r\n\r\nservanda\r\n--x--\r\n`;
    const answer = await send('multipart/form-data; boundary=x', form, { accept: 'application/json' });
    expect(await answer.json()).toMatchObject({ code: 'input-malformed', field: 'sheet' });
  });

  test('nothing that is sent is unpacked: a packed form is no form', async () => {
    const bomb = gzipSync(Buffer.alloc(FORM_BYTES * 4, 'a'));
    const answer = await send('application/x-www-form-urlencoded', bomb, { 'content-encoding': 'gzip' });
    expect([413, 403, 422]).toContain(answer.status);
  });
});

describe('as XML', () => {
  const root = (inside: string, attributes = ''): string => `<a xmlns="urn:x"${attributes}>${inside}</a>`;
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const BOMBS: Readonly<Record<string, string>> = {
    'a billion laughs': `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>${root('&l9;')}`,
    'an external entity': `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>${root('&x;')}`,
    'an external entity by parameter': `<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/">%x;]>${root('')}`,
    'an inclusion that nobody asked for': root('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="x"/>'),
    'comments that never end': '<!--'.repeat(XML_LIMIT / 4),
    'attributes without number': root('', Array.from({ length: 200_000 }, (_, i) => ` a${i}=""`).join('')),
    'one attribute too many': root('', Array.from({ length: XML_ATTRIBUTES }, (_, i) => ` a${i}=""`).join('')),
    'depth hidden in quotes': root('<a b="/>">'.repeat(2000) + '</a>'.repeat(2000)),
    'depth hidden behind an end that is none': root('<a b="</x>">'.repeat(2000) + '</a>'.repeat(2000)),
    'tags that never end': '<a '.repeat(XML_LIMIT / 4),
    'quotes that never end': `<a b="${'x'.repeat(XML_LIMIT - 20)}`,
    'references without number': root('&#1'.repeat(XML_LIMIT / 4)),
  };
  test.each(Object.keys(BOMBS))('%s is refused before a parser begins', (name) => {
    const bomb = BOMBS[name] as string;
    expect(codeOf(() => readXml(bomb, 'urn:x'))).toBe('input-malformed');
    expect(codeOf(() => readStanag(bomb.replaceAll('urn:x', STANAG_4774)))).toMatch(/input-malformed|label-refused/);
  });

  test('comments, quotes and the most attributes of an honest document are read', () => {
    const most = Array.from({ length: XML_ATTRIBUTES - 1 }, (_, i) => ` a${i}='>"'`).join('');
    const read = readXml(`<!-- one --><a xmlns="urn:x"${most}><!-- <b> -->x<!----></a>`, 'urn:x');
    expect([read.children, read.attributes['a7']]).toEqual([['x'], '>"']);
  });
});

describe('in what is carried', () => {
  const manifestOf = async (name: string): Promise<Record<string, Record<string, unknown>>> =>
    JSON.parse(await readFile(join(folder, name, 'backup.json'), 'utf8')) as Record<string, Record<string, unknown>>;

  /** Puts other bytes in the place of a file of a backup, as somebody would who can write its manifest too. */
  async function replace(name: string, file: string, bytes: Uint8Array): Promise<void> {
    const manifest = await manifestOf(name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(folder, name, file), bytes);
    await writeFile(
      join(folder, name, 'backup.json'),
      JSON.stringify({ ...manifest, files: { ...manifest['files'], [file]: { bytes: bytes.length, sha256 } } }),
    );
  }

  /** What restoring it into an empty database says. */
  async function restored(name: string): Promise<string> {
    const { database } = pair.seats.ua;
    pair.seats.ua.database = await freshDatabase({ empty: true });
    try {
      const { code, err } = await operate(pair, 'ua', ['restore', '--from', join(folder, name)]);
      return `${code} ${err}`;
    } finally {
      await pair.seats.ua.database.drop();
      pair.seats.ua.database = database;
    }
  }

  test('a backup whose file unpacks to what is no file of a home is refused, and nothing is restored', async () => {
    await operate(pair, 'ua', ['backup', '--to', join(folder, 'plain')]);
    await replace('plain', 'home-0', gzipSync(new Uint8Array(17 * MIB)));
    expect(await restored('plain')).toContain('home-0 unpacks to no file of a home');
  });

  test('a backup whose table unpacks to one row without end is refused before the database gathers it', async () => {
    await operate(pair, 'ua', ['backup', '--to', join(folder, 'rows')]);
    await replace('rows', 'administration.copy.gz', gzipSync(Buffer.alloc(130 * MIB, 'a'), { level: 1 }));
    expect(await restored('rows')).toContain('administration unpacks to no rows');
  });

  test('an export, a bundle, a label or a text that has no end is not begun', async () => {
    const run = async (...args: readonly string[]): Promise<string> => {
      const said: string[] = [];
      const say = (line: string): unknown => said.push(line);
      const secret = async (): Promise<undefined> => await Promise.resolve(undefined);
      await main(args, { env: {}, cwd: folder, print: say, say, secret, ended: new Promise(() => undefined) });
      return said.join(' ');
    };
    await operate(pair, 'ua', ['export', '--out', join(folder, 'export')]);
    await rm(join(folder, 'export', 'trust.json'));
    await symlink('/dev/zero', join(folder, 'export', 'trust.json'));
    expect(await run('verify', join(folder, 'export'))).toContain('(export-invalid)');
    const pipe = join(folder, 'pipe');
    await new Promise((resolve) => spawn('mkfifo', [pipe]).once('close', resolve));
    for (const endless of ['/dev/zero', pipe]) {
      expect(await run('label', '--in', endless, '--from', 'stanag')).toContain('(input-malformed)');
      expect(await run('text', 'in', endless, '--out', folder)).toContain('(input-malformed)');
      const { err } = await operate(pair, 'ua', ['bundle', 'in', '--from', endless]);
      expect(err).toContain('(input-malformed)');
    }
  });
});
