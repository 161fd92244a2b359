// Both windows of a running node under schemathesis, which makes its questions of our documents of the interface.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { readAssets } from '../../src/web/assets.ts';
import { type Listening, listening } from '../../src/web/listening.ts';
import type { OpenApi } from '../../src/web/openapi.ts';
import { makePublicWindow } from '../../src/web/public/window.ts';
import { serve } from '../../src/web/server.ts';
import { type Everyone, openEveryone } from '../setup/everyone.ts';
import { official, openPair, type Pair } from '../twin/pair.ts';
import { tellStory } from '../twin/story.ts';

/** The program, by the variable SCHEMATHESIS or by its own name. */
const PROGRAM = process.env['SCHEMATHESIS'] ?? 'schemathesis';
const isHere = spawnSync(PROGRAM, ['--version']).status === 0;
const isSlow = (process.env['SLOW'] ?? '') !== '';
/** Questions of one operation; SLOW=1 asks more. */
const EXAMPLES = isSlow ? 60 : 4;
const PHASES = isSlow ? 'examples,coverage,fuzzing' : 'examples,fuzzing';
const LIMIT = isSlow ? 1_800_000 : 90_000;
/** What is judged. Not that whatever is no good is refused: a page takes a choice that is none for no choice. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];
/** Whoever ends the session would ask the rest as a stranger. */
const NOT_SIGNED_IN = ['--exclude-path-regex', '^/(sign-in|sign-out|session)'];

async function run(args: readonly string[], cwd: string): Promise<{ readonly status: number; readonly said: string }> {
  const child = spawn(PROGRAM, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const status = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  return { status, said: Buffer.concat(said).toString() };
}

if (isHere) {
  let pair: Pair;
  let everyone: Everyone;
  let folder: string;
  let open: Listening;
  let windows: Listening;
  let examples: Readonly<Record<string, string>>;
  const complaints: string[] = [];
  const say = (line: string): number => complaints.push(line);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'servanda-schemathesis-'));
    pair = await openPair();
    await tellStory(pair);
    everyone = await openEveryone(pair, 'ua');
    windows = await serve(pair.node('ua').node, { port: 0, host: '127.0.0.1', say });
    // An hour in a second: what is asked too often is another test's.
    const hours = { url: undefined, proxied: false, licence: undefined, say, now: () => Date.now() * 3600 };
    const window = makePublicWindow(everyone.record, await readAssets(['proof.js']), hours);
    open = await listening(window, { port: 0, host: '127.0.0.1' });
    const [act] = await pair.node('ua').node.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'ua' });
    const { id = '', index = 0 } = act?.act ?? {};
    examples = { act: id, id: '59', side: 'ua', index: String(index), name: 'body', language: 'uk' };
  }, LIMIT);
  afterAll(async () => {
    await Promise.all([windows.stop(), open.stop()]);
    await everyone.stop();
    await pair.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The document of a window, with something that is there for each parameter of an address. */
  async function documentOf(url: string, name: string): Promise<string> {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi;
    for (const [path, at] of Object.entries(document.paths)) {
      for (const { parameters } of Object.values(at)) {
        for (const one of parameters as unknown as { in: string; name: string; example?: string }[]) {
          const example = examples[path === '/act/{id}' ? 'act' : one.name];
          if (one.in === 'path' && example !== undefined) one.example = example;
        }
      }
    }
    await writeFile(join(folder, name), JSON.stringify(document));
    return join(folder, name);
  }

  async function ask(url: string, name: string, more: readonly string[]): Promise<void> {
    const asked = ['run', await documentOf(url, name), '--url', url, '--checks', CHECKS.join(',')];
    const limits = ['--max-examples', String(EXAMPLES)];
    const plain = ['--phases', PHASES, '--seed', '7', '--workers', '1', '--no-color'];
    const { status, said } = await run([...asked, ...limits, ...plain, ...more], folder);
    expect(complaints).toEqual([]);
    if (isSlow) process.stdout.write(said.slice(said.lastIndexOf('SUMMARY')));
    expect(status, said.slice(-9000)).toBe(0);
  }

  async function session(): Promise<string> {
    const form = await fetch(`${windows.url}/sign-in`);
    const cookie = form.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const csrf = /name="csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
    const body = new URLSearchParams({ csrf, official: official(pair, 'ua', 'drafter').id });
    const answer = await fetch(`${windows.url}/sign-in`, {
      method: 'POST',
      headers: { cookie },
      body,
      redirect: 'manual',
    });
    return answer.headers.getSetCookie().find((one) => one.startsWith('servanda-ua='))?.split(';')[0] ?? '';
  }

  test('schemathesis finds no answer to a stranger that fails, or that our document does not have', async () => {
    await ask(windows.url, 'windows.json', []);
  }, LIMIT);

  test('nor one to an official who has signed in', async () => {
    const cookie = await session();
    expect(cookie).not.toBe('');
    await ask(windows.url, 'signed-in.json', ['-H', `Cookie: ${cookie}`, ...NOT_SIGNED_IN]);
  }, LIMIT);

  test('nor one at the public window', async () => {
    await ask(open.url, 'public.json', []);
  }, LIMIT);
} else {
  test('NOT RUN: the windows under schemathesis: the program is absent', () => expect(isHere).toBe(false));
}
