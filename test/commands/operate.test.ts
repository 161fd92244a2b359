// What docs/operate tells an operator to type, typed: every command of bundles, backups and watching, on real nodes.
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILES } from '../../src/node/config.ts';
import { ownIdentity, recipientOf } from '../../src/node/seal.ts';
import { type NodeProcess, type Processes, type Ran, servanda, startProcesses } from '../twin/processes.ts';

const ROOT = new URL('../../', import.meta.url);
const DOCUMENTS = ['docs/operate/bundle.md', 'docs/operate/backup.md', 'docs/operate/watch.md'];
/** A node on a database of its own, whatever the run of the tests was given. */
const ALONE: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: '' };

const typed = new Set<string>();
let processes: Processes;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-operate-'));
  // The account of an embedded database must pass through it.
  await chmod(folder, 0o711);
  processes = await startProcesses('2026-08-28T09:00:00Z');
}, 180_000);
afterAll(async () => {
  await processes.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const ua = (): NodeProcess => processes.nodes[0];
const al = (): NodeProcess => processes.nodes[1];

/** Types a line of a document, its words in capitals filled in. */
async function type(line: string, words: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): Promise<Ran> {
  typed.add(line);
  const [program, ...args] = line.split(' ');
  expect(program).toBe('servanda');
  return await servanda(args.map((word) => words[word] ?? word), env);
}

/** A home with the keys and cards of Ukraine and no database. */
async function homeWithKeys(name: string): Promise<string> {
  const home = at(name);
  await mkdir(home);
  await chmod(home, 0o711);
  const names = [FILES.settings, FILES.card, FILES.counterpart, FILES.keys, FILES.tlsKey, FILES.tlsCertificate];
  for (const one of [...names, FILES.bundleKey, FILES.vault]) {
    await cp(join(ua().home, one), join(home, one), { recursive: true });
  }
  return home;
}

describe('an operator who types what the documents say', { timeout: 400_000 }, () => {
  test('carries the record on a medium, both ways and one way', async () => {
    const [home, other] = [ua().home, al().home];
    const words = { DIR: home, FILE: at('bundle'), ANSWER: at('answer') };
    const there = { ...words, DIR: other };
    expect(await type('servanda bundle out --home DIR --to FILE', words, ua().env)).toMatchObject({ code: 0 });
    const taken = await type('servanda bundle in --home DIR --from FILE --answer ANSWER', there, al().env);
    expect(taken).toMatchObject({ code: 0, out: expect.stringMatching(/^Took 0 entries; 2 of the counterpart/) });
    expect(await type('servanda bundle in --home DIR --from ANSWER', words, ua().env)).toMatchObject({ code: 0 });
    const diode = { ...words, FILE: at('diode') };
    const oneWay = await type('servanda bundle out --home DIR --to FILE --one-way', diode, ua().env);
    expect(oneWay).toMatchObject({ code: 0 });
    expect(await type('servanda bundle key --home DIR', words, ua().env)).toMatchObject({ code: 0 });
  });

  test('looks for damage, and heals', async () => {
    for (const line of ['servanda fsck --home DIR', 'servanda fsck --home DIR --heal']) {
      const ran = await type(line, { DIR: ua().home }, ua().env);
      expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('Looked at ua 2, al 2: 0 damaged')]);
    }
  });

  test('backs up a node that runs, restores it, and makes it again from the counterpart', async () => {
    const identity = await ownIdentity(at('safe.key'));
    const recipient = await recipientOf(identity);
    const words = { DIR: ua().home, BACKUP: at('open'), 'age1...': recipient, KEY: at('safe.key') };
    const sealed = { ...words, BACKUP: at('sealed') };
    expect(await type('servanda backup --home DIR --to BACKUP', words, ua().env)).toMatchObject({ code: 0 });
    const line = 'servanda backup --home DIR --to BACKUP --seal-to age1... --keys';
    expect(await type(line, sealed, ua().env)).toMatchObject({ code: 0 });
    await ua().end('SIGTERM');

    const kept = { ...words, DIR: await homeWithKeys('kept') };
    const restored = await type('servanda restore --home DIR --from BACKUP', kept, ALONE);
    expect([restored.code, restored.err]).toEqual([0, expect.not.stringContaining('(')]);
    const whole = { ...sealed, DIR: at('whole') };
    const opened = await type('servanda restore --home DIR --from BACKUP --identity KEY', whole, ALONE);
    expect([opened.code, opened.out]).toEqual([0, expect.stringContaining('Restored 2 entries')]);
    for (const { DIR } of [kept, whole]) {
      expect(await servanda(['fsck', '--home', DIR], ALONE)).toMatchObject({ code: 0 });
    }
    const gone = { DIR: await homeWithKeys('gone') };
    const back = await type('servanda recover --from-counterpart --home DIR', gone, ALONE);
    expect([back.code, back.out]).toEqual([0, expect.stringContaining('Came back: ua 2, al 2. Cannot return: 0.')]);
    await ua().start();
  });

  test('has then typed every line of them', () => {
    const lines = DOCUMENTS.flatMap((path) =>
      readFileSync(new URL(path, ROOT), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('    servanda '))
        .map((line) => line.trim()),
    );
    expect([...typed].sort()).toEqual([...new Set(lines)].sort());
  });
});
