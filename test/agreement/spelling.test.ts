// The name of Kyiv's time zone: the tz database has an old spelling for it, which stands nowhere in this project.
import { expect, test } from 'vitest';
import { civilDate, civilTime } from '../../src/agreement/calendar.ts';
import { speaker } from '../../src/kit/words.ts';
import { readProject } from '../tidy/project.ts';

/** Put together, so that this file does not hold it either. */
const OLD = ['Europe', 'Kiev'].join('/');

test('the old spelling of the zone of Kyiv stands in no file of the project', async () => {
  const tree = await readProject();
  expect(tree.size).toBeGreaterThan(300);
  const holding = [...tree].filter(([path, text]) => path.includes(OLD) || text.includes(OLD));
  expect(holding.map(([path]) => path)).toEqual([]);
});

test('a zone is read and shown by the name the agreement writes, whatever name the runtime prefers', () => {
  expect(civilDate('2026-08-31T21:30:00Z', 'Europe/Kyiv')).toBe('2026-09-01');
  expect(civilTime('2026-08-31T21:30:00Z', 'Europe/Kyiv')).toBe('00:30:00');
  for (const language of ['en', 'uk', 'sq'] as const) {
    expect(speaker(language, []).time('2026-08-31T21:30:00Z', 'Europe/Kyiv', true)).not.toContain(OLD);
  }
});
