// The annotated edition: what the margin of each of the 81 paragraphs says, what narrows it, how it is pointed at.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { MODALITIES } from '../../src/kit/marks.tsx';
import { LANGUAGES, type Language, speaker } from '../../src/kit/words.ts';
import { VOCABULARY_WORDS } from '../../src/kit/vocabulary.words.ts';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode } from './fake.node.ts';
import { open, type Reader, type Tested } from './windows.ts';

interface Raw {
  readonly id: string;
  readonly modality: (typeof MODALITIES)[number];
  readonly by: string;
  readonly assessed: boolean;
  readonly readings?: readonly string[];
  readonly owner_proposed: Readonly<Record<string, readonly string[]>> | null;
}
/** The commitments as they are written down, read here without the house's own reader. */
const RAW = parse(
  readFileSync(new URL('../../agreements/ua-al-2025/commitments.yaml', import.meta.url), 'utf8'),
) as {
  readonly provisions: readonly { readonly id: string; readonly statements: readonly Raw[] }[];
};
const SIDES = ['ua', 'al'] as const;
const NUMBERS = Array.from({ length: 81 }, (_, i) => String(i + 1));
const FULL = 81;

const decoded = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<');
const words = (html: string): string => decoded(html.replace(/<[^>]*>/g, ''));
const ofParagraph = (number: string): readonly Raw[] =>
  RAW.provisions.find(({ id }) => id === number)?.statements ?? [];
const sidesIn = (html: string): readonly string[] =>
  [...html.matchAll(/class="side (\w+)"/g)].map(([, side = '']) => side);
const promises = ({ modality }: Raw): boolean => modality !== 'statement' && modality !== 'historic';

let node: FakeNode;
let tested: Tested;
let edition: ReadonlyMap<string, string>;
beforeAll(async () => {
  node = fakeNode({ agreement: AGREEMENT, exercise: true });
  node.put({ side: 'ua', provisions: ['3', '59'] });
  node.put({ side: 'al', provisions: ['7'] });
  node.put({ side: 'ua', provisions: ['3'] });
  tested = await open(node);
  edition = await articles(tested.reader());
});

/** The articles of the edition by the id they stand under. */
async function articles(reader: Reader, path = '/agreement'): Promise<ReadonlyMap<string, string>> {
  const html = await (await reader.ask(path)).text();
  const found = [...html.matchAll(/<article class="provision(?: [a-z]+)?" id="([^"]+)">(.*?)<\/article>/gs)];
  return new Map(found.map(([, id = '', inside = '']) => [id, inside]));
}

/** The rows of a margin: label and what stands beside it. */
function rowsOf(article: string): ReadonlyMap<string, string> {
  const [, note = ''] = /<dl class="margin-note"[^>]*>(.*?)<\/dl>/s.exec(article) ?? [];
  const rows = [...note.matchAll(/<dt[^>]*>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/gs)];
  return new Map(rows.map(([, label = '', shows = '']) => [words(label), shows]));
}

/** What the first line says: the promises, or in their place the one word that says why nothing is asked. */
function firstLine(number: string, acts: number): string {
  const statements = ofParagraph(number);
  const kept = statements.some(promises) ? statements.filter(promises) : statements;
  const { say } = speaker('en', [VOCABULARY_WORDS]);
  const counts = MODALITIES.map((modality) => {
    return [modality, kept.filter((one) => one.modality === modality).length] as const;
  }).filter(([, count]) => count > 0);
  const [strongest] = counts;
  if (!statements.some(promises)) {
    const asks = statements.some(({ assessed }) => assessed) || acts > 0;
    return `${say(`modality.${strongest?.[0] ?? ''}`)}${asks ? '' : ', asks for no act'}`;
  }
  if (counts.length === 1 && strongest?.[1] === 1) return say(`modality.${strongest[0]}`);
  return counts.map(([modality, count]) => `${count} ${say(`modality.${modality}`)}`).join(', ');
}

describe('the margin', () => {
  const acts: Readonly<Record<string, readonly string[]>> = { '3': ['UA 0', 'UA 1'], '7': ['AL 0'], '59': ['UA 0'] };

  test.each(NUMBERS)('of ¶%s says what was promised, by whom, who would own it, what is recorded', (number) => {
    const rows = rowsOf(edition.get(`p${number}`) ?? '');
    const statements = ofParagraph(number);
    const recorded = acts[number] ?? [];
    const [, first = ''] = [...rows][0] ?? [];
    expect(words(/<span class="said">(.*?)<\/span>/.exec(first)?.[1] ?? '')).toBe(firstLine(number, recorded.length));
    const speaking = statements.some(promises) ? statements.filter(promises) : statements;
    const sides = SIDES.filter((side) => speaking.some(({ by }) => by === side || by === 'both'));
    expect(sidesIn(first)).toEqual(sides);

    // Nobody is designated in this record: every owner is one proposed with the text, and is said to be.
    expect(rows.has('owner')).toBe(false);
    const proposed = SIDES.flatMap((side) => {
      const owned = statements.find((one) => (one.owner_proposed?.[side] ?? []).length > 0);
      const body = owned?.owner_proposed?.[side]?.[0];
      return body === undefined ? [] : [side];
    });
    expect(sidesIn(rows.get('proposed') ?? '')).toEqual(proposed);

    const asked = statements.some(({ assessed }) => assessed) || statements.some(promises);
    if (recorded.length > 0) {
      expect(words(rows.get('under way') ?? '')).toContain(`${recorded.length} act`);
      expect(words(rows.get('last act') ?? '')).toContain(recorded.at(-1));
    } else {
      expect(rows.get('under way')).toBe(asked ? 'nothing recorded' : undefined);
      expect(rows.has('last act')).toBe(false);
    }
    expect(rows.has('reported')).toBe(AGREEMENT.reportsOf(number).length > 0);
    const ways = statements.filter(({ readings }) => (readings ?? []).length > 1).map(({ id }) => id);
    expect([...rows.keys()].filter((label) => /^\d+\.\d+$/.test(label))).toEqual(ways);
    expect(rows.has('due')).toBe(number === '59');
  });

  test('of no paragraph stands empty without the word that says why', () => {
    for (const number of NUMBERS) {
      const rows = rowsOf(edition.get(`p${number}`) ?? '');
      const why = words([...rows.values()][0] ?? '');
      expect([number, rows.size > 1 || why.includes('asks for no act')]).toEqual([number, true]);
    }
  });
});

describe('the words', () => {
  test('stand letter by letter as signed, with every sentence to be pointed at by an address of its own', async () => {
    const html = await (await tested.reader().ask('/agreement')).text();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const number of NUMBERS) {
      const [, text = ''] = /<p class="text" lang="en">(.*?)<\/p>/s.exec(edition.get(`p${number}`) ?? '') ?? [];
      expect(words(text)).toBe(AGREEMENT.provision(number)?.text);
      const sentences = new Set(AGREEMENT.provision(number)?.statements.map(({ sentence }) => sentence));
      if (sentences.size < 2) continue;
      for (const n of sentences) expect(ids).toContain(`p${number}-${n}`);
    }
  });

  test('are cited in three languages with their address, whatever the language of the page', async () => {
    const page = await (await tested.reader('uk').ask('/agreement/59')).text();
    const cited: Readonly<Record<Language, string>> = {
      en: 'Paragraph 59 of the Agreement signed in Davos on 21 January 2025 (Ukraine and Albania, 2025).',
      uk: 'Пункт 59 Угоди, підписаної в Давосі 21 січня 2025 року (Україна й Албанія, 2025).',
      sq: 'Paragrafi 59 i Marrëveshjes së nënshkruar në Davos më 21 janar 2025 (Ukraina dhe Shqipëria, 2025).',
    };
    for (const language of LANGUAGES) {
      const line = new RegExp(`<span id="cite-${language}"[^>]*>(.*?)</span>`, 's').exec(page)?.[1] ?? '';
      expect(words(line)).toBe(`${cited[language]} http://127.0.0.1:8401/agreement/59`);
      expect(page).toContain(`data-copy="cite-${language}"`);
    }
    expect(page).toContain('href="http://127.0.0.1:8401/agreement/59#p59-2"');
    expect(page).toContain('<span id="p59-2">');
    expect(page).toContain('<a href="#statement-59.7">59.7</a>');
  });

  test('of recitals and the closing words are cited by their names', async () => {
    const line = async (path: string): Promise<string> => {
      const { cited } = (await tested.reader().json(path)) as unknown as {
        readonly cited: { readonly lines: readonly { readonly text: string }[] };
      };
      return cited.lines[0]?.text ?? '';
    };
    expect(await line('/agreement/r5')).toMatch(/^Recital \(5\) of the Agreement/);
    expect(await line('/agreement/closing')).toMatch(/^Closing words of the Agreement/);
  });

  test('lead from paragraph to paragraph by links with keys of their own', async () => {
    const page = await (await tested.reader().ask('/agreement/59')).text();
    expect(page).toContain('<a href="/agreement/58" rel="prev" accesskey="k">');
    expect(page).toContain('<a href="/agreement/60" rel="next" accesskey="j">');
    const whole = await (await tested.reader().ask('/agreement')).text();
    expect(whole).toContain('<a class="skip" href="#number-1">');
    expect(whole).toContain('id="number-1"');
  });

  test('of an earlier day stand beside the margin of today, and the page says so', async () => {
    const page = await (await tested.reader().ask('/agreement?at=2025-06-01')).text();
    expect(words(page)).toContain('the margin beside it is of today');
    expect(await (await tested.reader().ask('/agreement')).text()).not.toContain('of today');
  });
});

describe('the filter', () => {
  const shown = async (query: string): Promise<readonly string[]> =>
    [...(await articles(tested.reader(), query)).keys()];

  test('by how something is due finds what is to come, late, or without a day', async () => {
    // The fake area asks for an answer to each act: by 5 December 2026 to those of even places, to others by no day.
    expect(await shown('/agreement?due=to-come')).toEqual(['p59']);
    expect(await shown('/agreement?due=undated')).toEqual(['p59']);
    expect(await shown('/agreement?due=late')).toEqual([]);
    expect((await shown('/agreement?due=anything')).filter((id) => /^p\d+$/.test(id))).toHaveLength(FULL);
    const page = await (await tested.reader().ask('/agreement?due=late')).text();
    expect(page).toContain('<option value="late" selected');
  });

  test('by area, word, side and state narrows to what fits all of them together', async () => {
    expect(await shown('/agreement?area=demining&modality=will')).toEqual(['p59']);
    expect(await shown('/agreement?state=something')).toEqual(['p3', 'p7', 'p59']);
    const byUkraine = (await shown('/agreement?side=ua&modality=will')).map((id) => id.slice(1));
    const read = NUMBERS.filter((number) =>
      ofParagraph(number).some(({ by, modality }) => by === 'ua' && modality === 'will'),
    );
    expect(byUkraine).toEqual(read);
  });
});
