// The root key in three hands: a node without it founds its record by ceremony; two shares restore it, one does not.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoPorts } from '../setup/ports.ts';
import { environment, NodeProcess } from '../twin/processes.ts';
import { servanda } from './servanda.ts';

let folder: string;
/** The words that init has printed, by home. */
const fingerprints = new Map<string, string>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-root-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function init(name: string, side: 'ua' | 'al', ...more: readonly string[]): Promise<string> {
  const [web, wire] = await twoPorts();
  const home = join(folder, name);
  const address = ['--host', `${side}.example`, '--port', web, '--wire', wire, '--exercise'];
  const ran = await servanda(['init', '--home', home, '--side', side, ...address, ...more]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  const words = /^Fingerprint of its keys: (.+)$/m.exec(ran.out)?.[1] ?? '';
  expect(ran.out).toMatch(new RegExp(`No\\. ________, [^]*“${words}”`));
  fingerprints.set(home, words);
  return home;
}

const sharesIn = (where: string): readonly string[] => [1, 2, 3].map((i) => join(where, `share-${i}.txt`));

async function record(node: NodeProcess): Promise<unknown> {
  return await (await fetch(`${node.url}/record`, { headers: { accept: 'application/json' } })).json();
}

describe('a node whose root key lies elsewhere', () => {
  test('asks for its founding by file, founds by what comes back, and lays aside what does not stand',
    { timeout: 180_000 },
    async () => {
      const shares = join(folder, 'shares');
      const made = await servanda(['root', 'make', '--side', 'ua', '--out', shares]);
      const key = /^ua:root\/1\+\S+$/m.exec(made.out)?.[0] ?? '';
      const ua = await init('ua', 'ua', '--root', key);
      const al = await init('al', 'al');
      expect(JSON.parse(await readFile(join(ua, 'card.json'), 'utf8'))).toMatchObject({ keys: { root: key } });
      for (const [home, other] of [[ua, al], [al, ua]] as const) {
        const pin = async (...told: readonly string[]) =>
          await servanda(['init', '--home', home, '--counterpart', join(other, 'card.json'), ...told]);
        const wrong = await pin('--fingerprint', `${'abandon '.repeat(11)}about`);
        expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('(fingerprint-differs)')]);
        await expect(readFile(join(home, 'counterpart.json'))).rejects.toThrow('ENOENT');
        const words = fingerprints.get(other) ?? '';
        expect(words.split(' ')).toHaveLength(12);
        const good = await pin('--fingerprint', words.toUpperCase());
        expect([good.code, good.out]).toEqual([0, expect.stringContaining(`Its words are those given: ${words}`)]);
      }
      const nodes = [
        new NodeProcess('ua', ua, await environment(folder, 'ua')),
        new NodeProcess('al', al, await environment(folder, 'al')),
      ] as const;
      try {
        await Promise.all(nodes.map(async (node) => await node.start()));
        const asked = async () => (await readdir(join(ua, 'root')).catch(() => [] as string[])).sort();
        await expect.poll(asked, { timeout: 30_000 }).toHaveLength(2);
        const requests = (await asked()).map((name) => join(ua, 'root', name));
        const needed = 'root-needed';
        expect(await record(nodes[0])).toMatchObject({
          logs: [{ side: 'ua', size: 0 }, { side: 'al', size: 2 }],
          line: { lastError: expect.stringContaining(needed) as unknown },
        });
        // The root of somebody else's making: read, judged, laid aside.
        const wrong = join(folder, 'wrong');
        await servanda(['root', 'make', '--side', 'ua', '--out', wrong]);
        const [first = '', second = ''] = requests;
        const bad = ['root', 'sign', first, ...sharesIn(wrong).slice(0, 2), '--out', join(ua, 'root', 'x.signed.json')];
        expect((await servanda(bad)).code).toBe(0);
        await expect.poll(asked, { timeout: 45_000 }).toContain('x.signed.json.refused');
        const pairs = [[0, 2], [2, 1]] as const;
        for (const [i, request] of [first, second].entries()) {
          const two = (pairs[i] ?? pairs[0]).map((at) => sharesIn(shares)[at] ?? '');
          const ran = await servanda(['root', 'sign', request, ...two]);
          expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('"kind":"key.admitted/1"')]);
        }
        const agreed = { concordance: { state: 'agrees', sizes: { ua: 2, al: 2 } } };
        await expect.poll(async () => await record(nodes[1]), { timeout: 60_000 }).toMatchObject(agreed);
        expect(await asked()).toEqual(['x.signed.json.refused']);
      } finally {
        await Promise.all(nodes.map(async (node) => await node.end('SIGTERM')));
      }
      for (const name of await readdir(join(ua, 'keys'))) {
        expect(await readFile(join(ua, 'keys', name), 'utf8')).not.toContain('ua:root');
      }
    },
  );
});

describe('servanda root', () => {
  test('splits the root of a home, takes it away, and brings it back by any two of the shares', async () => {
    const home = await init('split', 'ua');
    const out = join(folder, 'split-shares');
    const card = JSON.parse(await readFile(join(home, 'card.json'), 'utf8')) as { keys: { root: string } };
    const split = await servanda(['root', 'split', '--home', home, '--out', out, '--take-away']);
    expect([split.code, split.out]).toEqual([0, expect.stringContaining(card.keys.root)]);
    const list = async () => (await servanda(['keys', 'list', '--home', home])).out;
    expect(await list()).not.toContain('ua:root');
    const [a = '', b = '', c = ''] = sharesIn(out);
    for (const pair of [[a, b], [c, a], [b, c]]) {
      const ran = await servanda(['root', 'combine', ...pair, '--side', 'ua']);
      expect(ran.out).toBe(`The shares restore ${card.keys.root}\n`);
    }
    const one = await servanda(['root', 'combine', a, '--side', 'ua']);
    expect([one.code, one.err]).toEqual([1, expect.stringContaining('(share-malformed)')]);
    // A share as somebody typed it from paper: the groups alone, in small letters.
    const typed = join(folder, 'typed');
    await writeFile(typed, ((await readFile(b, 'utf8')).trimEnd().split('\n').at(-1) ?? '').toLowerCase());
    expect((await servanda(['root', 'combine', typed, c, '--home', home])).code).toBe(0);
    expect(await list()).toContain('ua:root/1');
    const again = await servanda(['root', 'split', '--home', home, '--out', out]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('EEXIST')]);
  });

  test('puts no foreign key into a home, and signs nothing that is no act', async () => {
    const home = await init('foreign', 'ua');
    const out = join(folder, 'foreign-shares');
    await servanda(['root', 'make', '--side', 'ua', '--out', out]);
    const [a = '', b = ''] = sharesIn(out);
    const put = await servanda(['root', 'combine', a, b, '--home', home]);
    expect([put.code, put.err]).toEqual([1, expect.stringContaining('the card names ua:root/1')]);
    const request = join(folder, 'no.request.json');
    for (const text of ['{"by":"ua:mfa"}', '{"by":"ua:root","number":"1"}', 'no']) {
      const whole = { format: 'servanda/root-request/v1', text: `servanda/act/v1\n${text}\n`, parts: [] };
      await writeFile(request, JSON.stringify(whole));
      expect((await servanda(['root', 'sign', request, a, b])).code).toBe(1);
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.signed.json'))).toEqual([]);
  });
});
