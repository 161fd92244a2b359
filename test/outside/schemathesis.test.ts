// The windows of a running node under schemathesis, which makes its questions of our document of the interface.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../../src/web/server.ts';
import { openPair } from '../twin/pair.ts';
import { tellStory } from '../twin/story.ts';

/** The program, by the variable SCHEMATHESIS or by its own name. */
const PROGRAM = process.env['SCHEMATHESIS'] ?? 'schemathesis';
const isHere = spawnSync(PROGRAM, ['--version']).status === 0;
/** Questions of one operation; SLOW=1 asks more. */
const EXAMPLES = (process.env['SLOW'] ?? '') === '' ? 4 : 60;
const LIMIT = (process.env['SLOW'] ?? '') === '' ? 240_000 : 1_800_000;
/** What is judged. Not that whatever is no good is refused: a page takes a choice that is none for no choice. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];

async function run(args: readonly string[], cwd: string): Promise<{ readonly status: number; readonly said: string }> {
  const child = spawn(PROGRAM, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const status = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  return { status, said: Buffer.concat(said).toString() };
}

if (isHere) {
  test('schemathesis finds no answer that fails, or that our document does not have', async () => {
    const pair = await openPair();
    const folder = await mkdtemp(join(tmpdir(), 'servanda-schemathesis-'));
    const complaints: string[] = [];
    await tellStory(pair);
    const serving = await serve(pair.node('ua').node, {
      port: 0,
      host: '127.0.0.1',
      say: (line) => complaints.push(line),
    });
    try {
      const phases = ['--phases', 'examples,fuzzing'];
      const asked = ['run', `${serving.url}/openapi.json`, '--checks', CHECKS.join(','), ...phases];
      const limits = ['--max-examples', String(EXAMPLES), '--seed', '7', '--workers', '1', '--no-color'];
      const { status, said } = await run([...asked, ...limits], folder);
      expect(complaints).toEqual([]);
      expect(status, said.slice(-4000)).toBe(0);
    } finally {
      await serving.stop();
      await pair.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, LIMIT);
} else {
  test('NOT RUN: the windows under schemathesis: the program is absent', () => expect(isHere).toBe(false));
}
