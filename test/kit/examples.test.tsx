// The examples of the kit: each part has some, in each language, and no part is there for them alone.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AREAS } from '../../src/areas/index.ts';
import { EXAMPLES } from '../../src/kit/examples/roll.ts';
import { LANGUAGES } from '../../src/kit/words.ts';
import { COLOURS, SIZES } from '../../src/web/pages/kit.tsx';
import { speakers } from '../../src/web/tongue.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { fakeNode } from '../web/fake.node.ts';
import { open } from '../web/windows.ts';

const SRC = new URL('../../src/', import.meta.url);
const KIT = new URL('kit/', SRC);
const speak = speakers(AREAS);
const html = (element: unknown): string => String(element);
const all = EXAMPLES.flatMap(({ examples }) => examples);

/** The parts that the files of the kit export: functions that begin with a capital, as elements do. */
async function exported(): Promise<readonly string[]> {
  const files = readdirSync(KIT).filter((name) => name.endsWith('.tsx'));
  const modules = await Promise.all(
    files.map(async (name) => (await import(new URL(name, KIT).href)) as Readonly<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.entries(module))
    .filter(([name, value]) => typeof value === 'function' && /^[A-Z]/.test(name))
    .map(([name]) => name);
}

/** Every file of the house but the examples and their page. */
const HOUSE = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx') && !path.startsWith('kit/examples') && path !== 'web/pages/kit.tsx')
  .map((path) => readFileSync(new URL(path, SRC), 'utf8'));

describe('every part of the kit', () => {
  test('has an example under its own name, and one only', async () => {
    expect(all.map(({ name }) => name).toSorted()).toEqual([...(await exported())].toSorted());
  });

  test.each(all.map(({ name }) => name))('%s is drawn by the house as well', (name) => {
    expect(HOUSE.some((text) => new RegExp(`<${name}[\\s/>]`).test(text))).toBe(true);
  });

  test.each(LANGUAGES)('is drawn in each of its states in %s, from words that are there', (language) => {
    for (const { name, states } of all) {
      expect(states.length, name).toBeGreaterThan(0);
      for (const state of states) {
        const drawn = html(state.draw(speak[language]));
        expect([name, state.name, /undefined|\[object|NaN/.exec(drawn)]).toEqual([name, state.name, null]);
      }
    }
  });
});

describe('the page of the kit', () => {
  test('shows every state once, under ids that are each used once, light or dark', async () => {
    const { reader } = await open(fakeNode({ agreement: AGREEMENT, exercise: true }));
    const html = await (await reader().ask('/kit?scheme=dark')).text();
    expect(html).toContain('class="scheme wide dark"');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const { name, states } of all) {
      for (const state of states) expect(ids).toContain(`state-${name}-${state.name.replaceAll(' ', '-')}`);
    }
    expect(await (await reader().ask('/agreement')).text()).toContain('<a href="/kit">');
  });

  test('shows every colour and every size of type that the style knows', () => {
    const css = readFileSync(new URL('web/assets/servanda.css', SRC), 'utf8');
    const [tokens = ''] = /:root \{[^}]*\}/.exec(css) ?? [];
    const colours = [...tokens.matchAll(/--([\w-]+): light-dark\(/g)].map((found) => found[1]);
    expect(colours).toEqual([...COLOURS]);
    const sizes = [...tokens.matchAll(/--([\w-]+): [\d.]+rem;\s*\/\* \d\d/g)].map((found) => found[1]);
    expect(sizes).toEqual(SIZES.filter((name) => sizes.includes(name)));
    for (const name of SIZES) expect(css).toMatch(new RegExp(`\\.size\\.${name} \\{ font[^}]*var\\(--${name}\\)`));
  });

  test('is not there on a node that is no demonstration', async () => {
    const { reader } = await open(fakeNode({ agreement: AGREEMENT, exercise: false }));
    expect((await reader().ask('/kit')).status).toBe(404);
    expect(await (await reader().ask('/agreement')).text()).not.toContain('/kit');
  });
});
