// Names as paths: what is called like a way out of a folder is no name of a part, a file, a tile or a home.
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { request as ask } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAct } from '../../src/act/act.ts';
import { base64, utf8 } from '../../src/act/bytes.ts';
import { decode, encode, type Json } from '../../src/act/canonical.ts';
import { readSheet, SHEET_PREFIX } from '../../src/act/sheet.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { isTakenAlong } from '../../src/commands/backup.ts';
import { main } from '../../src/main.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard, readSettings } from '../../src/node/config.ts';
import { parseBundle } from '../../src/node/frames.ts';
import { operate } from '../fault/carried.ts';
import { freshDatabase } from '../setup/database.ts';
import { openPair, type Pair, say } from '../twin/pair.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';
import { codeOf } from './taken.ts';

/** Names that leave a folder, hide in one, or look like another, as they are sent to whoever takes any text. */
const NAMES: readonly string[] = [
  '..',
  '.',
  '../body',
  '../../../../etc/passwd',
  '/etc/passwd',
  'body/../../node.json',
  '..\\..\\node.json',
  'C:\\node.json',
  '\\\\host\\share',
  'body\u0000.txt',
  'body\n',
  'body%00',
  '%2e%2e%2fnode.json',
  '%252e%252e%252fnode.json',
  '\u2024\u2024/node.json',
  '\uff0e\uff0e\uff0fnode.json',
  'b\u043edy',
  '\u202eydob',
  'body.',
  '.body',
  'BODY',
  'con',
  'body:stream',
  '~/node.json',
  '$HOME',
  `${'a/'.repeat(200)}body`,
  'x'.repeat(3000),
  '',
];
const OF_A_PART = new Set(['con', 'body']);

let pair: Pair;
let tested: Tested;
let reader: Reader;
let folder: string;
let index: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-paths-'));
  pair = await openPair();
  const typed = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };
  const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id, typed);
  await pair.settled();
  const { node } = pair.node('ua');
  index = (await node.look().act(said.act ?? ''))?.act.index ?? -1;
  tested = await open(node);
  reader = tested.reader('en');
  await reader.signIn('prykladna');
});
afterAll(async () => {
  tested.windows.close();
  await pair.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]): Promise<string> {
  const said: string[] = [];
  const print = (line: string): unknown => said.push(line);
  const secret = async (): Promise<undefined> => await Promise.resolve(undefined);
  const ended = new Promise<void>(() => undefined);
  return `${await main(args, { env: {}, cwd: folder, print, say: print, secret, ended })} ${said.join(' ')}`;
}

describe('a name that is a way out', () => {
  test('is no name of a part: not in an act, a sheet, a bundle', async () => {
    const { node } = pair.node('ua');
    const { bytes } = (await node.actFile((await node.actAt('ua', index))?.act.id ?? '')) ?? {};
    const text = Buffer.from(bytes ?? []).toString('utf8');
    const [prefix = '', line = ''] = text.split('\n');
    for (const name of NAMES.filter((one) => !OF_A_PART.has(one))) {
      const header = decode(line) as { readonly parts: readonly object[] };
      const [first, ...rest] = header.parts;
      const renamed = { ...header, parts: [{ ...first, name }, ...rest] } as unknown as Json;
      const note = text.replace(`${prefix}\n${line}`, () => `${prefix}\n${encode(renamed)}`);
      expect([name, codeOf(() => parseAct(utf8(note)))]).not.toEqual([name, 'taken']);
      const sheet = `${SHEET_PREFIX}${text}part ${name} ${base64(new Uint8Array(32))} ${base64(utf8('x'))}\n`;
      // What of a name is no line of a part is no sheet; what is one is a name that its act does not have.
      const read = codeOf(() => readSheet(sheet));
      if (!/^[a-z0-9.-]+$/.test(name)) expect([name, read]).toEqual([name, 'delivery-malformed']);
      const of = { agreement: 'a', from: 'x', to: 'y', what: 'delivery', size: 1 };
      const bundle = `servanda/bundle/v1\n${JSON.stringify(of)}\n/parts/${name} 0 0\n`;
      if (!/^[a-z0-9/-]*$/.test(name)) expect(codeOf(() => parseBundle(utf8(bundle)))).toBe('delivery-malformed');
    }
  });

  test('finds nothing at the windows, however it is written', async () => {
    const addresses = NAMES.flatMap((name) => {
      const ways = [encodeURIComponent(name), name.replaceAll('.', '%2e')];
      const ends = ways.filter((way) => URL.canParse(`http://x/${way}`));
      return ends.flatMap((end) => [
        `/act/ua/${index}/part/${end}`,
        `/act/ua/${index}/note/${end}`,
        `/assets/${end}`,
        `/drafts/${end}/part/${end}`,
        `/policy/${end}`,
        `/calendar/${end}.ics`,
      ]);
    });
    for (const address of addresses) {
      const answer = await reader.ask(address, { headers: { accept: 'application/json' } });
      const words = await answer.text();
      // What a browser makes shorter by itself is another address, with nothing of a file in it.
      const at = new URL(`http://x${address}`).pathname;
      if (at === address) expect([address, answer.status]).toEqual([address, expect.toBeOneOf([404, 414])]);
      expect([address, /"wire"|PRIVATE KEY|root:x/.test(words)]).toEqual([address, false]);
    }
  });

  test('finds nothing at the wire, sent as it is', async () => {
    const { home } = pair.seats.ua;
    const card = await readCard(join(home, FILES.counterpart));
    const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
    const { wire: port } = await readSettings(pair.seats.al.home);
    const { certificate: cert, key } = await wireIdentity('', files, new Date());
    const tls = { cert, key, ca: card?.certificate ?? '', checkServerIdentity: () => undefined };
    const sent = async (path: string): Promise<readonly [number, string]> =>
      await new Promise((resolve, reject) => {
        const asked = ask({ host: '127.0.0.1', port, path, ...tls, agent: false }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('end', () => resolve([answer.statusCode ?? 0, Buffer.concat(chunks).toString('utf8')]));
        });
        asked.once('error', reject);
        asked.end();
      });
    const log = (await pair.node('al').node.record()).logs[0]?.origin ?? '';
    for (const name of NAMES.filter((one) => /^[!-~]+$/.test(one))) {
      for (const path of [`/${name}`, `/${log}/${name}`, `/tile/${name}`, `/${log}/tile/0/${name}`, `/parts/${name}`]) {
        const [status, words] = await sent(path);
        expect([path, status, /PRIVATE KEY|root:x/.test(words)]).toEqual([path, expect.toBeOneOf([400, 404]), false]);
      }
    }
  });
});

describe('a folder that somebody else has made', () => {
  test('as a backup brings no file but those of a home', async () => {
    const own = [FILES.settings, `${FILES.ceremony}/x.signed.json`];
    const secret = [FILES.vault, FILES.tlsKey, `${FILES.keys}/ua:mfa.key`, `${FILES.keys}/token.json`];
    // In a backup without keys nothing is a key, nor a program that would sign.
    for (const keys of [false, true]) {
      for (const name of own) expect([name, isTakenAlong(name, keys)]).toEqual([name, true]);
      for (const name of secret) expect([name, isTakenAlong(name, keys)]).toEqual([name, keys]);
    }
    const others = ['screening.json', 'signin.json', 'orders.json', `${FILES.keys}/a/b`, `x/${FILES.keys}`, FILES.keys];
    for (const name of [...NAMES, ...NAMES.map((one) => `${FILES.keys}/${one}`), ...others]) {
      const isName = name.startsWith(`${FILES.keys}/`) && /^[^./\\\p{Cc}][^/\\\p{Cc}]*$/u.test(name.slice(5));
      expect([name, isTakenAlong(name, true)]).toEqual([name, isName]);
    }
    await operate(pair, 'ua', ['backup', '--to', join(folder, 'backup')]);
    const path = join(folder, 'backup', 'backup.json');
    const text = await readFile(path, 'utf8');
    const { database } = pair.seats.ua;
    pair.seats.ua.database = await freshDatabase({ empty: true });
    const restored = async (): Promise<string> =>
      (await operate(pair, 'ua', ['restore', '--from', join(folder, 'backup')])).err;
    try {
      const out = ['../out.json', 'keys/../../out', 'screening.json', '/tmp/out', 'keys/\u0000', 'keys/token.json'];
      for (const name of out) {
        await writeFile(path, text.replace(`"${FILES.settings}"`, JSON.stringify(name)));
        expect(await restored()).toContain('none of a home');
      }
      for (const name of ['../../etc/passwd', '/etc/passwd', '..']) {
        await writeFile(path, text.replace('"home-0"', JSON.stringify(name)));
        expect(await restored()).toContain('(backup-invalid)');
      }
      // The very bytes, but by a link: they are not where the backup says.
      await writeFile(path, text);
      await rename(join(folder, 'backup', 'home-0'), join(folder, 'elsewhere'));
      await symlink(join(folder, 'elsewhere'), join(folder, 'backup', 'home-0'));
      expect(await restored()).toContain('(backup-invalid)');
    } finally {
      await pair.seats.ua.database.drop();
      pair.seats.ua.database = database;
    }
  });

  test('as an export is read inside itself alone: what a link leads out to is as if it were not there', async () => {
    const made = join(folder, 'export');
    await operate(pair, 'ua', ['export', '--out', made]);
    expect(await run('verify', made)).toMatch(/^0 /);
    // A link inside the folder is the file itself; one that leads out of it is none, though the bytes are right.
    await rename(join(made, 'ua', 'policy'), join(made, 'ua', 'moved'));
    await symlink('moved', join(made, 'ua', 'policy'));
    expect(await run('verify', made)).toMatch(/^0 /);
    await rename(join(made, 'ua', 'moved'), join(folder, 'moved'));
    await rm(join(made, 'ua', 'policy'));
    await symlink(join(folder, 'moved'), join(made, 'ua', 'policy'));
    expect(await run('verify', made)).toContain('policy, which is not there');
    await rename(join(made, 'ua'), join(folder, 'ua'));
    await symlink(join(folder, 'ua'), join(made, 'ua'));
    expect(await run('verify', made)).toMatch(/^1 /);
    await mkdir(join(folder, 'linked'));
    for (const file of ['export.json', 'trust.json']) await symlink(`/proc/self/environ`, join(folder, 'linked', file));
    expect(await run('verify', join(folder, 'linked'))).toContain('(export-invalid)');
  });
});
