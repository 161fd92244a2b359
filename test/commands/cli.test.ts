// The commands as an operator calls them: help, exit codes, clear errors, and what stays for other programs.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands, main } from '../../src/main.ts';
import { freeBlock } from '../setup/ports.ts';
import { recordOf, servanda, type Twin, twin, untilAgreed } from './servanda.ts';

/** A command line run by the same function, without a process of its own. */
async function said(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, {
    env: {},
    cwd: process.cwd(),
    print: (line) => out.push(line),
    say: (line) => err.push(line),
    secret: async () => await Promise.resolve(undefined),
    ended: Promise.resolve(),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('servanda', () => {
  test('names every command, and each explains itself with --help', async () => {
    const help = await servanda(['--help']);
    expect(help.code).toBe(0);
    const all = await commands();
    expect(all.length).toBe(help.out.match(/^ {2}[a-z]+ +[A-Z]/gm)?.length);
    for (const { name } of all) {
      expect(help.out).toMatch(new RegExp(`^ {2}${name} +[A-Z]`, 'm'));
      const own = await (name === 'twin' ? servanda : said)([name, '--help']);
      expect([own.code, own.err]).toEqual([0, '']);
      expect(own.out).toMatch(new RegExp(`^servanda ${name}`));
      expect(own.out).toContain('--help');
    }
  });

  test('called wrongly says what is wrong and ends with 2', async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^$/],
      [['conquer'], /no command "conquer"/],
      [['twin', '--hom', 'x'], /twin: Unknown option '--hom'/],
      [['twin', '--port', '99999'], /--port 99999 is no port/],
      [['twin', '--port'], /'--port <value>' argument missing/],
      [['export'], /--out is missing/],
      [['report'], /--period is missing/],
      [['report', '--period', '2026', '--out', 'x', '--language', 'fr'], /--language fr is none of en, uk, sq/],
      [['verify'], /no export and no proof file is named/],
      [['text'], /Say servanda text out, or servanda text in FILE/],
      [['text', 'out', '--agreement', 'ua-al-2025', '--out', 'x', '--as', 'docx'], /--as docx is not one of/],
      [['bench', 'nothing'], /no bench nothing; there are/],
    ];
    for (const [args, why] of wrong) {
      const ran = await (args[0] === 'twin' ? servanda : said)(args);
      expect([args, ran.code]).toEqual([args, 2]);
      expect(ran.err).toMatch(why);
    }
  });

  test('refused says what was tried, on what, and how to mend it, and ends with 1', async () => {
    const nowhere = join(tmpdir(), 'servanda-nowhere-at-all');
    for (const args of [
      ['run', '--home', nowhere],
      ['rebuild', '--home', nowhere],
      ['export', '--home', nowhere, '--out', `${nowhere}-out`],
    ]) {
      const ran = await servanda(args);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain(nowhere);
      expect(ran.err).toContain('Make one with servanda init. (home-unknown)');
    }
    const ran = await servanda(['verify', nowhere]);
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('export-invalid')]);
  });
});

describe('servanda text', () => {
  test('the text goes out as Akoma Ntoso and comes in again, byte for byte, and says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'servanda-text-'));
    const xml = join(folder, 'agreement.xml');
    const went = await servanda(['text', 'out', '--agreement', 'ua-al-2025', '--out', xml]);
    expect([went.code, went.err]).toEqual([0, '']);
    const came = await servanda(['text', 'in', xml, '--out', folder]);
    expect([came.code, came.err]).toEqual([0, '']);
    expect(came.out).toContain('91 provisions of ua-al-2025 in en as of 2025-01-21');
    expect(came.out).toContain('Equal to the text held here, node by node.');
    const held = await readFile(new URL('../../agreements/ua-al-2025/text.en.md', import.meta.url), 'utf8');
    expect(await readFile(join(folder, 'text.en.md'), 'utf8')).toBe(held);
    const again = await servanda(['text', 'in', xml, '--out', folder]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('text.en.md')]);
    await writeFile(xml, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    const hostile = await servanda(['text', 'in', xml, '--out', folder]);
    expect([hostile.code, hostile.err]).toEqual([1, expect.stringContaining('has a declaration')]);
    await rm(folder, { recursive: true });
  });
});

describe('servanda twin', () => {
  let folder: string;
  let first: Twin;
  let port: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'servanda-cli-'));
    port = await freeBlock(6);
    first = await twin(join(folder, 'first'), port);
    await untilAgreed(first);
  }, 120_000);
  afterAll(async () => {
    await first.end();
    await rm(folder, { recursive: true, force: true });
  });

  test('prints one line of JSON when it is ready, and nothing else', () => {
    expect(first.lines).toHaveLength(1);
    expect(first.ready).toMatchObject({ ready: true });
    expect(first.ready.nodes.map(({ side, url }) => [side, url])).toEqual([
      ['ua', `http://127.0.0.1:${port}`],
      ['al', `http://127.0.0.1:${port + 1}`],
    ]);
  });

  test('opens a public window for each side, at an address of its own', async () => {
    for (const [i, { public: open }] of first.ready.nodes.entries()) {
      expect(open).toBe(`http://127.0.0.1:${port + 4 + i}`);
      const answer = await fetch(`${open}/en`);
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    }
  });

  test('keeps what other programs rely on: /agreement, /record, /healthz', async () => {
    for (const side of ['ua', 'al']) {
      const json = async (path: string) =>
        await (await fetch(`${first.url(side)}${path}`, { headers: { accept: 'application/json' } })).json();
      const agreement = (await json('/agreement')) as { readonly provisions: readonly { readonly number: number }[] };
      expect(agreement.provisions.map((provision) => provision.number)).toEqual(
        expect.arrayContaining(Array.from({ length: 81 }, (_, i) => i + 1)),
      );
      const record = await recordOf(first, side);
      expect(record.logs).toHaveLength(2);
      for (const log of record.logs) {
        expect(log).toMatchObject({ origin: expect.any(String), size: expect.any(Number), root: expect.any(String) });
      }
      expect(record.concordance).toHaveProperty('state');
      const health = await fetch(`${first.url(side)}/healthz`);
      expect(health.status).toBe(200);
      expect(await health.json()).toMatchObject({ ok: true, side });
    }
  });

  test('refuses a home that another process uses, and says which process', async () => {
    const ran = await servanda([
      'twin',
      '--home',
      join(folder, 'first'),
      '--port',
      String(await freeBlock(6)),
      '--json',
    ]);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/process \d+/);
    expect(ran.err).toContain('(home-in-use)');
    const one = await servanda(['run', '--home', join(folder, 'first', 'ua')]);
    expect([one.code, one.err]).toEqual([1, expect.stringContaining('(home-in-use)')]);
  });

  test('runs beside another twin, and neither knows of the other', async () => {
    const second = await twin(join(folder, 'second'), await freeBlock(6));
    expect((await recordOf(second, 'ua')).logs[0]?.root).not.toBe((await recordOf(first, 'ua')).logs[0]?.root);
    expect(await second.end()).toBe(0);
  }, 120_000);

  test('exports while it runs; the export verifies, and does not once a byte has moved', async () => {
    const target = join(folder, 'export');
    const wrote = await servanda(['export', '--home', join(folder, 'first', 'ua'), '--out', target]);
    expect([wrote.code, wrote.out]).toEqual([0, expect.stringContaining('Wrote 4 entries')]);
    const good = await servanda(['verify', target]);
    expect([good.code, good.out]).toEqual([0, expect.stringMatching(/^ok: ua 2, al 2; 4 acts, 4 parts checked/)]);
    const json = await servanda(['verify', target, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ ok: true, acts: 4 });
    const path = join(target, 'al', 'tile', 'entries', '000.p', '2');
    const bytes = await readFile(path);
    bytes[100] = (bytes[100] as number) ^ 1;
    await writeFile(path, bytes);
    const bad = await servanda(['verify', target]);
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('not ok')]);
    const again = await servanda(['export', '--home', join(folder, 'first', 'ua'), '--out', target]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('where something stands already')]);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('gives a proof file for an act, which verifies against the policy it gives', async () => {
    const get = async (path: string) => await (await fetch(`${first.url('ua')}${path}`)).text();
    await writeFile(join(folder, 'act.tlog-proof'), await get('/act/ua/0/proof'));
    await writeFile(join(folder, 'policy'), await get('/policy/ua'));
    const ran = await servanda(['verify', join(folder, 'act.tlog-proof'), '--policy', join(folder, 'policy')]);
    expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/^ok \S+\/ua-al-2025\/ua\/1 0/)]);
  });
});

describe('a home after its twin has ended', () => {
  test('is rebuilt, exported and started again with the same record', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'servanda-again-'));
    try {
      const home = join(folder, 'home');
      const roots = async (at: Twin) => (await recordOf(at, 'al')).logs.map((log) => log.root);
      const first = await twin(home, await freeBlock(6));
      await untilAgreed(first);
      const before = await roots(first);
      expect(await first.end()).toBe(0);
      const rebuilt = await servanda(['rebuild', '--home', join(home, 'al')]);
      expect([rebuilt.code, rebuilt.err]).toEqual([0, expect.not.stringContaining('refused')]);
      const out = join(folder, 'agreement.xml');
      const went = await servanda(['text', 'out', '--home', join(home, 'al'), '--out', out]);
      expect([went.code, went.out]).toEqual([0, expect.stringContaining('91 provisions in en as of 2025-01-21')]);
      const sq = ['--language', 'sq', '--out', `${out}-sq`];
      const none = await servanda(['text', 'out', '--home', join(home, 'al'), ...sq]);
      expect([none.code, none.err]).toEqual([1, expect.stringContaining('nothing stands in for it')]);
      const second = await twin(home, await freeBlock(6));
      expect(await roots(second)).toEqual(before);
      expect(await second.end()).toBe(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
