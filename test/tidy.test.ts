// The house holds: every rule on the real project, and on copies changed in one place to prove that it bites.
import { describe, expect, test } from 'vitest';
import { seatOf } from './tidy/house.ts';
import { BUILT } from './tidy/mutations.built.ts';
import { SAID } from './tidy/mutations.said.ts';
import { readProject } from './tidy/project.ts';
import { type Project, type RuleName, RULES } from './tidy/rules.ts';
import { readTables } from './tidy/words.ts';

const tree = await readProject();
const project: Project = { tree, tables: await readTables(tree) };
const MUTATIONS = [...BUILT, ...SAID];
const NAMES = Object.keys(RULES) as readonly RuleName[];
/** What each rule finds in the real project: what a mutation must add to. */
const found = new Map(NAMES.map((name) => [name, RULES[name](project)]));

describe('the house', () => {
  test('is read whole', () => {
    expect(tree.size).toBeGreaterThan(250);
    expect(project.tables.size).toBeGreaterThan(15);
  });

  test.each(NAMES)('%s', (name) => {
    expect(found.get(name)?.join('\n')).toBe('');
  });

  test('tells rooms apart by whole segments of a path, not by how it begins', () => {
    const rooms = ['src/area.ts', 'src/areas/index.ts', 'src/areas/final/index.ts', 'src/areas.ts', 'src/action/x.ts'];
    expect(rooms.map((path) => seatOf(path)?.room.name)).toEqual([
      'area.ts', 'areas/index.ts', 'areas/', undefined, undefined,
    ]);
  });
});

describe('a change that breaks the house is found', () => {
  test.each(NAMES)('at least once by the rule that %s', (name) => {
    expect(MUTATIONS.some(({ rule, finds }) => rule === name && finds !== undefined)).toBe(true);
  });

  test.each(MUTATIONS)('$rule: $does', ({ rule, to, finds }) => {
    const before = new Set(found.get(rule));
    const added = RULES[rule](to(project)).filter((finding) => !before.has(finding));
    if (finds === undefined) expect(added.join('\n')).toBe('');
    else expect(added.find((finding) => finds.test(finding)), added.join('\n')).toBeDefined();
  });
});
