// Files that people send pass a program of the operator's first: a real one, which sees the very bytes.
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { NOTE_DISPATCHED } from '../../src/areas/final/paper/kinds.ts';
import { readScreening, type Screening } from '../../src/node/screening.ts';
import { official, openPair, type Pair, say } from '../twin/pair.ts';

/** Refuses what holds the word EVIL, keeps what it saw, gives no verdict on what holds BROKEN, and hangs on HANG. */
const PROGRAM = `
const { writeFileSync } = require('node:fs');
const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk));
process.stdin.on('end', () => {
  const bytes = Buffer.concat(chunks);
  writeFileSync(process.argv[2], bytes);
  writeFileSync(process.argv[2] + '.env', JSON.stringify(Object.keys(process.env)));
  const text = bytes.toString('latin1');
  if (text.includes('HANG')) setInterval(() => undefined, 1000);
  else process.exit(text.includes('EVIL') ? 1 : text.includes('BROKEN') ? 7 : 0);
});
`;
const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 EXERCISE ${text}`);

let home: string;
let screening: Screening | undefined;
let pair: Pair;
let note: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-screening-'));
  const program = join(home, 'program.cjs');
  await writeFile(program, PROGRAM);
  await chmod(program, 0o755);
  const command = [process.execPath, program, join(home, 'seen')];
  await writeFile(join(home, 'screening.json'), JSON.stringify({ version: 1, command, seconds: 5 }));
  screening = await readScreening(home);
  pair = await openPair(undefined, undefined, undefined, { screening });
  const typed = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };
  note = (await say(pair, 'ua', NOTIFICATION_GIVEN.id, typed)).act ?? '';
});

afterAll(async () => {
  await pair.close();
  await rm(home, { recursive: true, force: true });
});

const send = async (bytes: Uint8Array): Promise<string> => {
  const files = { scan: { name: '../../scan.pdf', bytes } };
  const typed = { dispatched: ['2026-08-28'], channel: ['embassy'] };
  const { node } = pair.node('ua');
  try {
    return (await node.write(official(pair, 'ua', 'drafter'), NOTE_DISPATCHED.id, note, typed, files)).state;
  } catch (cause) {
    return (cause as { readonly code?: string }).code ?? String(cause);
  }
};

describe('a file that is sent', () => {
  test('is seen whole by the program, which learns nothing else of the node, and passes', async () => {
    const bytes = pdf('x'.repeat(300_000));
    expect(await send(bytes)).toBe('waiting');
    expect(new Uint8Array(await readFile(join(home, 'seen')))).toEqual(bytes);
    const env = JSON.parse(await readFile(join(home, 'seen.env'), 'utf8')) as readonly string[];
    expect(env.filter((name) => /DATABASE|SECRET|TOKEN|PASS/i.test(name))).toEqual([]);
  });

  test('is refused where the program says so, and nothing of it is kept', async () => {
    const before = (await pair.node('ua').node.drafts()).length;
    expect(await send(pdf('EVIL'))).toBe('upload-refused');
    expect((await pair.node('ua').node.drafts()).length).toBe(before);
  });

  test('of any size is seen as it comes, refused before it was ever whole here, and leaves no chunk', async () => {
    const { node } = pair.node('ua');
    const sent = async (end: string): Promise<string> => {
      const content = (async function* () {
        for (let at = 0; at < 40; at++) yield await Promise.resolve(new Uint8Array(65_536).fill(120));
        yield pdf(end);
      })();
      const by = official(pair, 'ua', 'drafter');
      try {
        await node.files.drop(await node.files.take(by, { name: 'EXERCISE.img', type: '', content }));
        return 'taken';
      } catch (cause) {
        return (cause as { readonly code?: string }).code ?? String(cause);
      }
    };
    expect(await sent('good')).toBe('taken');
    expect((await readFile(join(home, 'seen'))).length).toBe(40 * 65_536 + pdf('good').length);
    expect(await sent('EVIL')).toBe('upload-refused');
    expect(await sent('BROKEN')).toBe('upload-unscreened');
    const left = await readdir(join(pair.seats.ua.home, 'files'), { withFileTypes: true, recursive: true });
    expect(left.filter((one) => one.isFile())).toEqual([]);
  });

  test('waits where the program gives no verdict, hangs, or is not there: nothing passes unseen', async () => {
    expect(await send(pdf('BROKEN'))).toBe('upload-unscreened');
    await writeFile(join(home, 'screening.json'), JSON.stringify({ version: 1, command: ['/nowhere/at-all'] }));
    const absent = await readScreening(home);
    await expect(absent?.(pdf('x'))).rejects.toMatchObject({ code: 'upload-unscreened' });
    const command = [process.execPath, join(home, 'program.cjs'), join(home, 'seen')];
    await writeFile(join(home, 'screening.json'), JSON.stringify({ version: 1, command, seconds: 1 }));
    const quick = await readScreening(home);
    await expect(quick?.(pdf('HANG'))).rejects.toMatchObject({ code: 'upload-unscreened' });
  });

  test('of another node than one whose operator has named a program is taken as it is', async () => {
    const other = await mkdtemp(join(tmpdir(), 'servanda-screening-'));
    expect(await readScreening(other)).toBeUndefined();
    await writeFile(join(other, 'screening.json'), '{"version":1,"command":[]}');
    await expect(readScreening(other)).rejects.toMatchObject({ code: 'input-malformed' });
    await rm(other, { recursive: true, force: true });
  });
});
