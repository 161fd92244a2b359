// A body at its own desk: a seal key in a file and in three hands, words sealed and opened without any node.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { SIGNATURE_TYPE } from '../../src/act/key.ts';
import { formatNote, signTextBy } from '../../src/act/note.ts';
import { commitment } from '../../src/act/part.ts';
import { main } from '../../src/main.ts';
import { signerOf } from '../../src/node/keys.ts';
import { knownOf } from '../../src/seal/about.ts';
import { isEnvelope } from '../../src/seal/envelope.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-desk-'));
  await writeFile(join(folder, 'phrase'), 'a phrase of the desk\n');
  await writeFile(join(folder, 'other'), 'another phrase of it\n');
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const PHRASE = ['--passphrase-file', 'phrase'];

async function desk(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(['desk', ...args], {
    env: {},
    cwd: folder,
    print: (line) => out.push(line),
    say: (line) => err.push(line),
    secret: async () => await Promise.resolve(undefined),
    ended: new Promise(() => undefined),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const read = async (name: string): Promise<string> => await readFile(join(folder, name), 'utf8');
const writtenIn = (out: string): string => /^\w+:\w+\/seal-\S+$/m.exec(out)?.[0] ?? '';

describe('a seal key of a body', () => {
  it('is made in a file under a passphrase, and lost with neither: two of its three shares restore it', async () => {
    const made = await desk('make', '--name', 'al:mefa/seal-2026-1', '--to', 'al.key', ...PHRASE);
    expect([made.code, made.err]).toEqual([0, '']);
    const written = writtenIn(made.out);
    expect(JSON.parse(await read('al.key'))).toMatchObject({ format: 'servanda/body-key/v1', public: written });
    expect((await desk('make', '--name', 'al:mefa/seal-2026-1', '--to', 'al.key', ...PHRASE)).code).toBe(2);
    const split = await desk('split', '--key', 'al.key', '--out', 'hands', ...PHRASE);
    expect([split.code, writtenIn(split.out)]).toEqual([0, written]);
    const shares = [1, 2, 3].map((i) => join('hands', `share-${i}.txt`));
    const [first = '', second = '', third = ''] = shares;
    const combine = async (name: string, to: string, ...of: string[]) =>
      await desk('combine', ...of, '--name', name, '--to', to, '--passphrase-file', 'other');
    const back = await combine('al:mefa/seal-2026-1', 'back.key', third, first);
    expect([back.code, writtenIn(back.out)]).toEqual([0, written]);
    expect((await combine('al:mefa/seal-2026-1', 'one.key', second)).err).toContain('(share-malformed)');
    expect((await combine('nonsense', 'two.key', first, second)).code).toBe(2);
  });

  it('of more hands needs as many of them as was said', async () => {
    const split = await desk('split', '--key', 'al.key', '--out', 'five', '--shares', '5', '--need', '3', ...PHRASE);
    expect(split.out).toContain('any 3 restore');
    const shares = [1, 2, 4, 5].map((i) => join('five', `share-${i}.txt`));
    const name = ['--name', 'al:mefa/seal-2026-1'];
    const few = await desk('combine', ...shares.slice(0, 2), ...name, '--to', 'few.key', ...PHRASE);
    expect(few.err).toContain('(share-malformed)');
    const enough = await desk('combine', ...shares.slice(1), ...name, '--to', 'enough.key', ...PHRASE);
    expect(writtenIn(enough.out)).toBe((JSON.parse(await read('al.key')) as { public: string }).public);
  });
});

describe('words', () => {
  const header: ActHeader = {
    agreement: 'ua-al-2025',
    kind: 'thing.handed/1',
    provisions: ['59'],
    by: 'ua:mfa',
    at: '2026-08-28T09:00:00Z',
    number: 'UA-MFA-2026-0001',
    to: ['al:mefa'],
    subject: 'thing/1',
    re: [],
    seen: { origin: 'al.example/ua-al-2025/al/1', root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', size: 0 },
    label: { tlp: 'RED', rel: ['AL', 'UA'] },
    parts: [{ name: 'content', type: 'application/json', class: 'C', commitment: 'A'.repeat(43) }],
    exercise: true,
  };

  it('are sealed at a desk to the keys named, and opened by the restored key under their own act alone', async () => {
    await desk('make', '--name', 'ua:mfa/seal-2026-1', '--to', 'ua.key', ...PHRASE);
    const recipients = await Promise.all(
      ['al.key', 'ua.key'].map(async (name) => (JSON.parse(await read(name)) as { public: string }).public),
    );
    const asked = { ring: 'C', header: knownOf(header), content: { text: '\u27e6text\u27e7' }, recipients };
    await writeFile(join(folder, 'asked.json'), JSON.stringify(asked));
    await writeFile(join(folder, 'words.json'), JSON.stringify({ text: 'for two desks' }));
    const sealed = await desk('seal', '--asked', 'asked.json', '--words', 'words.json', '--to', 'sealed');
    expect([sealed.code, sealed.err]).toEqual([0, '']);
    const envelope = new Uint8Array(await readFile(join(folder, 'sealed')));
    expect(isEnvelope(envelope)).toBe(true);
    const salt = new Uint8Array(32);
    const act = async (change: Partial<ActHeader>): Promise<void> => {
      const parts = header.parts.map((part) => ({ ...part, commitment: commitment(salt, envelope) }));
      const text = actText({ ...header, parts, ...change });
      const signer = signerOf('ua:mfa/2026-1', SIGNATURE_TYPE.ed25519, new Uint8Array(32).fill(2));
      await writeFile(join(folder, 'act'), formatNote(text, [await signTextBy(text, signer)]));
    };
    await act({});
    const open = async (key: string, phrase: string) =>
      await desk('open', '--key', key, '--act', 'act', '--part', 'sealed', '--passphrase-file', phrase);
    expect((await open('back.key', 'other')).out).toBe('{"text":"for two desks"}');
    expect((await open('ua.key', 'phrase')).out).toBe('{"text":"for two desks"}');
    expect((await open('back.key', 'phrase')).err).toContain('(passphrase-wrong)');
    await act({ label: { tlp: 'AMBER+STRICT', rel: ['AL', 'UA'] } });
    expect((await open('ua.key', 'phrase')).err).toContain('(envelope-invalid)');
  });
});
