// The security documents, held to what they say: each requirement once, each file named there, each cannot with a test.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];
const ANSWERS = ['met', 'partly', 'no', 'n/a'];

const rows = read('docs/operate/security.md')
  .split('\n')
  .flatMap((line) => {
    const [, id, asks, answer, how] = /^\| (V\d+\.\d+\.\d+) \| (.+?) \| (\S+) \| (.+) \|$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id, asks, answer: answer ?? '', how: how ?? '' }];
  });
const filesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:test|src|docs)\/[^`\s]+)`/g)].map(([, path]) => path ?? '');

describe('docs/operate/security.md', () => {
  test('answers every requirement of levels 1 and 2 once, and counts the answers as they are', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const of = (chapter: number): number => rows.filter(({ id }) => id.startsWith(`V${chapter}.`)).length;
    expect(CHAPTERS.map((_, i) => of(i + 1))).toEqual(CHAPTERS);
    expect(rows.filter(({ answer }) => !ANSWERS.includes(answer))).toEqual([]);
    const [met, partly, no, none] = ANSWERS.map((one) => rows.filter(({ answer }) => answer === one).length);
    const said = `**${met} are met, ${partly} in part, ${no} not, ${none} do not arise here.**`;
    expect(read('docs/operate/security.md')).toContain(said);
  });

  test('names a test, a file or a reason in every row, and no file that is not there', () => {
    expect(rows.filter(({ how }) => how.trim().length < 4)).toEqual([]);
    const named = new Set(filesIn(read('docs/operate/security.md')));
    expect([...named].filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
    expect(named.size).toBeGreaterThan(30);
  });
});

test('docs/operate/threat-model.md names for each cannot a test that is there', () => {
  const lines = read('docs/operate/threat-model.md').split('\n');
  const cannot = lines.filter((line) => line.startsWith('| cannot'));
  expect(cannot.length).toBeGreaterThan(20);
  for (const line of cannot) {
    const tests = filesIn(line).filter((path) => path.endsWith('.test.ts'));
    expect([line, tests.length > 0]).toEqual([line, true]);
    expect(tests.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  }
});
