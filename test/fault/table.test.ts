// The table of faults in the specification, held to the tests: each row names one that is there.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const ROW = /^\| ([^|]+) \| [^|]+ \| `(test\/[\w./-]+\.test\.ts)`: ([^|]+) \|$/;

const text = readFileSync(new URL('docs/spec/record.md', ROOT), 'utf8');
const section = text.slice(text.indexOf('## FAULT-1'), text.indexOf('## PROOF-1'));
const rows = section.split('\n').flatMap((line) => {
  const [, fault, path, name] = ROW.exec(line) ?? [];
  return fault !== undefined && path !== undefined && name !== undefined ? [[fault, path, name] as const] : [];
});

describe('a fault of the table', () => {
  test('is read in every row of it', () => {
    const lines = section.split('\n').filter((line) => line.startsWith('| '));
    // The heading is a line of its own.
    expect(rows).toHaveLength(lines.length - 1);
    expect(rows.length).toBeGreaterThanOrEqual(20);
  });

  test.each(rows)('%s: has its test in %s', (_fault, path, name) => {
    const file = readFileSync(new URL(path, ROOT), 'utf8');
    const named = [...file.matchAll(/\btest(?:\.each\(\w+\))?\(\s*(['`])(.+?)\1/g)];
    expect(named.map(([, , said]) => said).filter((said) => said?.includes(name))).toHaveLength(1);
  });
});
