// The text out of one node and into an empty one: every date and file strict-valid, every node under its own id.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAkn } from '../../src/agreement/aknread.ts';
import { HAS_SCHEMA, schemaErrors } from '../agreement/oasis.ts';
import { open, type Reader } from '../web/windows.ts';
import { agree, effect, proposal, propose } from './amending.ts';
import { openPair, type Pair, type PairOptions } from './pair.ts';

interface Told {
  readonly recitals: readonly object[];
  readonly provisions: readonly { readonly id: string; readonly text: string }[];
  readonly closing: object;
}

const BEFORE = '2027-02-28';
const AFTER = '2027-07-01';

describe('part-5-text: out of a node and into an empty one', () => {
  let pair: Pair;
  let reader: Reader;
  beforeAll(async () => {
    pair = await openPair();
    await pair.settled();
    reader = (await open(pair.node('al').node)).reader('en');
    const one = await propose(
      pair,
      'ua',
      proposal('Part IV', '2027-03-01', [
        { op: 'replace', id: '71', words: 'EXERCISE: <other> & "new" words.' },
        { op: 'insert', id: '69a', after: '69', words: 'EXERCISE: inserted.' },
        { op: 'repeal', id: '70' },
        { op: 'annex', id: 'annex-1', words: 'EXERCISE: list\nEXERCISE: one.\nEXERCISE: two.', later: true },
      ]),
    );
    const agreed = await agree(pair, 'al', one);
    await effect(pair, 'ua', agreed, ['4'], AFTER);
    await effect(pair, 'al', agreed, ['4'], AFTER);
  });
  afterAll(async () => await pair.close());

  test('the text as signed is exported by the page, imported, and makes an empty node that is identical', async () => {
    const response = await reader.ask(`/agreement.akn.xml?at=${BEFORE}`);
    expect(response.headers.get('content-type')).toBe('application/akn+xml');
    expect(response.headers.get('content-disposition')).toContain('ua-al-2025-en-2025-01-21.akn.xml');
    const read = readAkn(await response.text());
    const given: PairOptions['given'] = (files) => {
      const { 'text.en.md': _, ...rest } = files;
      return { ...rest, [`text.${read.language}.md`]: read.source };
    };
    const other = await openPair(undefined, undefined, undefined, { given });
    try {
      const empty = (await open(other.node('ua').node)).reader('en');
      const [mine, theirs] = await Promise.all(
        [reader, empty].map(async (one) => (await one.json(`/agreement?at=${BEFORE}`)) as unknown as Told),
      );
      const bare = (told: Told | undefined): object[] =>
        [...(told?.recitals ?? []), ...(told?.provisions ?? []), told?.closing ?? {}].map((one) => {
          const { id, text, part, section, statements } = one as Record<string, unknown>;
          return { id, text, part, section, statements };
        });
      expect(bare(theirs)).toHaveLength(91);
      expect(bare(theirs)).toEqual(bare(mine));
    } finally {
      await other.close();
    }
  });

  test('on each date the file, the page and the plain text say the same; the file is valid', async () => {
    const files: Record<string, string> = {};
    for (const at of [BEFORE, '2027-03-01', AFTER]) {
      const xml = await (await reader.ask(`/agreement.akn.xml?at=${at}`)).text();
      files[`${at}.xml`] = xml;
      const told = (await reader.json(`/agreement?at=${at}`)) as unknown as Told;
      const read = new Map(readAkn(xml).text.nodes.map((node) => [node.id, node.text]));
      for (const { id, text } of told.provisions) expect([id, read.get(id)]).toEqual([id, text]);
      const plain = await (await reader.ask(`/agreement.txt?at=${at}`)).text();
      const html = await (await reader.ask(`/agreement.html?at=${at}`)).text();
      expect(plain.includes('69a. EXERCISE: inserted.')).toBe(at !== BEFORE);
      expect(html.includes('<p id="para_69a"><b>69a.</b> EXERCISE: inserted.</p>')).toBe(at !== BEFORE);
      expect(plain.includes('Annex 1. EXERCISE: list')).toBe(at === AFTER);
      expect(read.has('annex-1')).toBe(at === AFTER);
    }
    if (HAS_SCHEMA) expect(await schemaErrors(files)).toEqual([]);
  });

  test('the page shows the day, what changed each paragraph, and that it was read in earlier words', async () => {
    const before = await (await reader.ask(`/agreement?at=${BEFORE}`)).text();
    expect(before).toContain('as signed on 21\u00a0January\u00a02025, unamended');
    const after = await (await reader.ask(`/agreement?at=${AFTER}`)).text();
    expect(after).toContain('EXERCISE: &lt;other&gt; &amp; &quot;new&quot; words.');
    expect(after).toContain('1 amendment in force');
    expect(after).toContain('(repealed)');
    expect(after).toContain('Its statements and clauses were read in the text as signed');
    expect(after).toContain('id="annex-1"');
    expect((await reader.ask('/agreement?at=2027-02-30')).status).toBe(422);
  });

  test('two days are compared word by word, with added and removed said in words', async () => {
    const html = await (await reader.ask(`/agreement/compare?from=${BEFORE}&to=${AFTER}`)).text();
    expect(html).toContain('4 provisions of 93 differ');
    expect(html).toMatch(/<ins><span class="unseen" lang="en">\[added: <\/span>EXERCISE: inserted\.<span/);
    expect(html).toMatch(/<del><span class="unseen" lang="en">\[removed: <\/span>In those circumstances/);
    const same = await (await reader.ask(`/agreement/compare?from=2025-01-21&to=${BEFORE}`)).text();
    expect(same).toContain('The text is the same on both days, letter by letter.');
  });

  test('an inserted paragraph has its page once it stands, a changed one shows what is to come', async () => {
    expect((await reader.ask('/agreement/69a')).status).toBe(404);
    const page = await (await reader.ask('/agreement/71')).text();
    expect(page).toContain('Agreed, with a day still to come:');
    const amendments = await (await reader.ask('/amendments')).text();
    expect(amendments).toContain('EXERCISE: Part IV');
    const of = /\/amendments\?of=([A-Za-z0-9_-]{43})/.exec(amendments)?.[1] ?? '';
    const one = await (await reader.ask(`/amendments?of=${of}`)).text();
    expect(one).toContain('Text agreed');
    expect(one).toContain('<ins>');
    expect(await (await reader.ask('/amendments?of=nothing')).text()).toContain('There is no such amendment here');
  });
});
