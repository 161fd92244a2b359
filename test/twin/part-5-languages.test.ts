// The closing words: texts in three languages, loaded by who holds the original, compared by the other, shown aligned.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../src/act/bytes.ts';
import { readAkn } from '../../src/agreement/aknread.ts';
import { numberedText, type Placed, type Text } from '../../src/agreement/text.ts';
import { hashOf } from '../../src/areas/final/languages/judges.ts';
import { TEXT_COMPARED, TEXT_LOADED } from '../../src/areas/final/languages/kinds.ts';
import { TEXTS } from '../../src/areas/final/languages/registers.ts';
import { CORRECTION_PROPOSED, DISCREPANCY_STATED, PROPOSAL_ACCEPTED } from '../../src/areas/final/matters/kinds.ts';
import type { Typed } from '../../src/area.ts';
import { HAS_SCHEMA, schemaErrors } from '../agreement/oasis.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { open, type Reader } from '../web/windows.ts';
import { agree, proposal, propose } from './amending.ts';
import { openPair, type Pair, say, type Side, SIDES } from './pair.ts';

/** Numbered stand-ins: no translation, and nothing that could be taken for the text of a state. */
function standIn(language: string, part: string): Text {
  const nodes = AGREEMENT.text.nodes.map((node): Placed => {
    const words = node.text.split('\n').map((_, i) => `EXERCISE ${language} ${node.id}, line ${i + 1}.`);
    const section = node.section === null ? null : `EXERCISE ${language} (${node.section})`;
    return { ...node, text: words.join('\n'), partTitle: `EXERCISE ${language} ${node.part}`, section };
  });
  return { title: `EXERCISE ${language}`, marks: { part, annex: 'EXERCISE' }, nodes };
}

const UKRAINIAN = standIn('uk', 'Частина');
const WHOLE = numberedText(UKRAINIAN);
/** ¶70 is missing, and there is a ¶82 that nobody knows. */
const BROKEN = WHOLE.replace(/^70\. .*\n/m, '').replace(/^81\. .*$/m, (line) => `${line}\n82. EXERCISE uk 82.`);
const forbidden = { code: 'state-forbids' };

describe('part-5-languages: the authentic texts', () => {
  let pair: Pair;
  let reader: Readonly<Record<Side, Reader>>;
  let loaded: string;
  const load = async (side: Side, language: string, text: string, more: object = {}): Promise<string> => {
    const draft = await say(pair, side, TEXT_LOADED.id, { language: [language], text: [text], ...more });
    await pair.settled();
    return draft.act ?? '';
  };
  beforeAll(async () => {
    pair = await openPair();
    await pair.settled();
    const windows = await Promise.all(SIDES.map(async (side) => await open(pair.node(side).node)));
    reader = { ua: windows[0]?.reader('en') as Reader, al: windows[1]?.reader('en') as Reader };
  });
  afterAll(async () => await pair.close());

  test('until a text is loaded the page says so, shows none in its place and gives no file of it', async () => {
    const html = await (await reader.ua.ask('/agreement')).text();
    expect(html.match(/authentic text not loaded/g)?.length).toBeGreaterThanOrEqual(2);
    expect((await reader.ua.ask('/agreement.akn.xml?language=uk')).status).toBe(404);
    expect(await (await reader.ua.ask('/agreement?beside=uk')).text()).not.toContain('class="text beside"');
  });

  test('only the side whose language it is loads it, under the hash of its words; nobody loads English', async () => {
    await expect(load('al', 'uk', WHOLE)).rejects.toMatchObject({ code: 'input-malformed' });
    await expect(load('ua', 'en', WHOLE)).rejects.toMatchObject({ code: 'input-malformed' });
    await expect(load('ua', 'uk', WHOLE, { sha256: ['0'.repeat(64)] })).rejects.toMatchObject({
      detail: expect.stringContaining(hashOf(WHOLE)) as string,
    });
    await expect(load('ua', 'uk', 'no numbered line')).rejects.toMatchObject({ code: 'input-malformed' });
  });

  test('a text that lacks a number is loaded as it is, and what is missing or extra is said', async () => {
    loaded = await load('ua', 'uk', BROKEN);
    for (const side of SIDES) {
      const page = await reader[side].json('/agreement');
      const { languages } = page['text'] as { languages: { language: string; loaded: { alignment: object } | null }[] };
      expect(languages.find(({ language }) => language === 'uk')?.loaded?.alignment).toMatchObject({
        missing: ['70'],
        extra: ['82'],
        moved: [],
      });
    }
    const html = await (await reader.al.ask('/agreement')).text();
    expect(html).toContain('missing: ¶70');
    expect(html).toContain('extra: ¶82');
    expect(html).toContain('the other side has not yet compared it');
  });

  test('the other side says where it differs; its own side does not compare, nor anyone a stale text', async () => {
    const differs = { verdict: ['differs'], provisions: ['70'], remark: ['EXERCISE: a number is missing'] };
    await expect(say(pair, 'ua', TEXT_COMPARED.id, differs, loaded)).rejects.toMatchObject(forbidden);
    const bare = { verdict: ['differs'], provisions: [''], remark: [''] };
    await expect(say(pair, 'al', TEXT_COMPARED.id, bare, loaded)).rejects.toMatchObject({ code: 'input-malformed' });
    await say(pair, 'al', TEXT_COMPARED.id, differs, loaded);
    await pair.settled();
    expect(await (await reader.ua.ask('/agreement')).text()).toContain('found that it differs from its original');
    const stale = loaded;
    loaded = '';
    const file = { name: 'text.md', bytes: utf8(WHOLE) };
    const draft = await say(pair, 'ua', TEXT_LOADED.id, { language: ['uk'], text: [''] }, undefined, { file });
    await pair.settled();
    loaded = draft.act ?? '';
    expect(draft.header.parts.map(({ name }) => name)).toContain('text.md');
    await expect(say(pair, 'al', TEXT_COMPARED.id, differs, stale)).rejects.toMatchObject(forbidden);
  });

  test('found equal it stands, under its hash, on both nodes, and is not loaded again', async () => {
    await say(pair, 'al', TEXT_COMPARED.id, { verdict: ['equal'], provisions: [''], remark: [''] }, loaded);
    await pair.settled();
    for (const side of SIDES) {
      const state = await pair.node(side).node.look().row(TEXTS, 'uk');
      expect(state.loaded?.sha256).toBe(hashOf(WHOLE));
      expect(state.compared).toMatchObject({ side: 'al', verdict: 'equal' });
    }
    await expect(load('ua', 'uk', BROKEN)).rejects.toMatchObject(forbidden);
    expect(await (await reader.al.ask('/agreement')).text()).toContain('every number in its place');
  });

  test('both languages stand side by side, paragraph by paragraph, each in its own language', async () => {
    const html = await (await reader.al.ask('/agreement?beside=uk')).text();
    expect(html.match(/class="text beside"/g)).toHaveLength(90);
    expect(html).toContain('<p class="text" lang="uk">EXERCISE uk 69, line 1.</p>');
  });

  test('an amendment changes each language in its own words, and its file is valid and comes back alike', async () => {
    const id = await propose(
      pair,
      'ua',
      proposal('both languages', '2027-03-01', [{ op: 'replace', id: '70', words: 'EXERCISE: new words.' }]),
    );
    await agree(pair, 'al', id);
    const day = await (await reader.al.ask('/agreement?beside=uk&at=2027-03-01')).text();
    expect(day).toContain('EXERCISE: new words.');
    expect(day).toContain('<p class="text" lang="uk">EXERCISE uk, line 1.</p>');
    const before = await (await reader.al.ask('/agreement?beside=uk&at=2027-02-28')).text();
    expect(before).toContain('EXERCISE uk 70, line 1.');
    const xml = await (await reader.al.ask('/agreement.akn.xml?language=uk&at=2027-03-01')).text();
    const read = readAkn(xml);
    expect([read.language, read.at]).toEqual(['uk', '2027-03-01']);
    expect(read.text.nodes.find((node) => node.id === '70')?.text).toBe('EXERCISE uk, line 1.');
    expect(xml).toContain('EXERCISE: invented for a demonstration.');
    if (HAS_SCHEMA) expect(await schemaErrors({ 'uk.xml': xml })).toEqual([]);
  });

  test('a discrepancy both sides correct stands so from the beginning, in its language, with its act', async () => {
    const told = async (side: Side, kind: string, typed: Typed, about?: string): Promise<string> => {
      const { act } = await say(pair, side, kind, typed, about);
      await pair.settled();
      return act ?? '';
    };
    const words = 'EXERCISE uk 69, line 1.';
    const stated = await told('al', DISCREPANCY_STATED.id, {
      provision: ['69'],
      language: ['uk'],
      text: [words],
      prevailing: ['within 24 hours'],
    });
    const proposed = await told('al', CORRECTION_PROPOSED.id, { text: ['EXERCISE uk 69, corrected.'] }, stated);
    const shown = async (): Promise<string> => await (await reader.ua.ask('/agreement?beside=uk&at=2026-01-01')).text();
    expect(await shown()).toContain(words);
    await told('ua', PROPOSAL_ACCEPTED.id, {}, proposed);
    expect(await shown()).toContain('<p class="text" lang="uk">EXERCISE uk 69, corrected.</p>');
    expect(await shown()).not.toContain(words);
    expect(await shown()).toContain('¶69 corrected from the beginning');
    const xml = await (await reader.ua.ask('/agreement.akn.xml?language=uk&at=2026-01-01')).text();
    expect(readAkn(xml).text.nodes.find((node) => node.id === '69')?.text).toBe('EXERCISE uk 69, corrected.');
    if (HAS_SCHEMA) expect(await schemaErrors({ 'uk.xml': xml })).toEqual([]);
  });
});
