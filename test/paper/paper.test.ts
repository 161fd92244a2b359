// Sheets on paper: a DOCX and a tagged PDF of every block, in three languages, the same bytes each time.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kit/words.ts';
import { asDocx } from '../../src/paper/docx.ts';
import { breakLines, type Measure } from '../../src/paper/lines.ts';
import { asHtml } from '../../src/paper/html.ts';
import { asPdf } from '../../src/paper/pdf.ts';
import { runsOf } from '../../src/paper/sheet.ts';
import { readFonts } from '../../src/web/fonts.ts';
import { openWoff } from '../../src/web/woff.ts';
import { ADDRESS, SENTENCES, sheetIn } from './sheet.ts';
import { filesIn } from './zip.ts';

const fonts = await readFonts();
const MADE = new Date('2026-11-24T08:00:00Z');
const LOCALES = { en: 'en-GB', uk: 'uk-UA', sq: 'sq-AL' } as const;

const folder = await mkdtemp(join(tmpdir(), 'servanda-paper-'));
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** The objects of a PDF as text: the library writes them bare, and only what is drawn is packed. */
const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('a PDF', () => {
  test.each(LANGUAGES)('in %s is the same bytes each time, tagged, in its language', async (language) => {
    const pdf = await asPdf(sheetIn(language), fonts, MADE);
    expect(Buffer.compare(pdf, await asPdf(sheetIn(language), fonts, MADE))).toBe(0);
    const text = textOf(pdf);
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain(`/Lang (${LOCALES[language]})`);
    expect(text).toContain('/Marked true');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('(D:20261124080000Z)');
    expect(text).toContain('/Type /StructTreeRoot');
  });

  test('has every block in its structure: heads of tables with their reach, figures with their sentence', async () => {
    const text = textOf(await asPdf(sheetIn('en'), fonts, MADE));
    for (const tag of 'Document H1 H2 H3 P L LI Lbl LBody Table TR TH TD Link'.split(' ')) {
      expect(text, tag).toContain(`/S /${tag}\n`);
    }
    expect(count(text, /\/S \/Figure\n/g)).toBe(2);
    expect(count(text, /\/Alt \(Acts by month: \\\(UA\\\) 3 and 0, AL 1 and 9\)/g)).toBe(2);
    expect([count(text, /\/Scope \/Column/g), count(text, /\/Scope \/Row/g)]).toEqual([2, 3]);
    expect(text).toContain(`/URI (${ADDRESS})`);
    expect(count(text, /\/Type \/OBJR/g)).toBe(1);
  });

  test('embeds each face it is set in', async () => {
    const text = textOf(await asPdf(sheetIn('uk'), fonts, MADE));
    const faces = text.match(/\/FontName \/[A-Z]{6}\+(\S+)/g)?.map((name) => name.split('+')[1]);
    expect(faces?.toSorted()).toEqual(
      ['IBMPlexMono', 'IBMPlexSans', 'IBMPlexSans-SmBld', 'IBMPlexSerif-Italic', 'IBMPlexSerif-Medium'].concat([
        'IBMPlexSerif-Regular',
      ]),
    );
    expect(count(text, /\/FontFile2 /g)).toBe(6);
  });

  test('goes on over pages, a table with its head again on each', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => [`row ${i}`, String(i)]);
    const columns = [{ head: 'row', share: 3 }, { head: 'n', share: 1, figures: true }];
    const blocks = [{ is: 'table', columns, rows }] as const;
    const text = textOf(await asPdf({ ...sheetIn('en'), blocks }, fonts, MADE));
    const pages = count(text, /\/Type \/Page\n/g);
    expect(pages).toBeGreaterThan(5);
    expect(count(text, /\/Scope \/Column/g)).toBe(2 * pages);
  });

  test('of a row longer than a page loses none of its lines', async () => {
    const long = Array.from({ length: 3000 }, (_, i) => `w${i}`).join(' ');
    const block = { is: 'table', columns: [{ head: 'a', share: 1 }], rows: [[long]] } as const;
    const text = textOf(await asPdf({ ...sheetIn('en'), blocks: [block] }, fonts, MADE));
    expect(count(text, /\/Type \/Page\n/g)).toBeGreaterThan(2);
  });
});

describe('a DOCX', () => {
  test.each(LANGUAGES)('in %s is the same bytes each time, in its language, with real styles', async (language) => {
    const docx = await asDocx(sheetIn(language), MADE);
    expect(Buffer.compare(docx, await asDocx(sheetIn(language), MADE))).toBe(0);
    const files = filesIn(docx);
    const document = files.get('word/document.xml') ?? '';
    for (const style of ['Title', 'Heading1', 'Heading2', 'Words']) {
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    }
    for (const word of SENTENCES[language].split(' ')) expect(document).toContain(word);
    expect(files.get('word/styles.xml')).toContain(`<w:lang w:val="${LOCALES[language]}"`);
  });

  test('names its title, its author, its language and the instant it was given, and no other time', async () => {
    const files = filesIn(await asDocx(sheetIn('sq'), MADE));
    const core = files.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>Report &lt;2026&gt; &amp; more</dc:title>');
    expect(core).toContain('<dc:language>sq-AL</dc:language>');
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2026-11-24T08:00:00Z', '2026-11-24T08:00:00Z']);
    expect([...files.values()].join('').match(/20\d\d-\d\d-\d\dT[\d:.]+Z/g)).toHaveLength(2);
  });

  test('repeats the heads of tables, leads to what it names, counts its pages, and marks each', async () => {
    const files = filesIn(await asDocx(sheetIn('en'), MADE));
    const document = files.get('word/document.xml') ?? '';
    expect(count(document, /<w:tblHeader\/>/g)).toBe(1);
    const id = /<w:hyperlink [^>]*r:id="([^"]+)"/.exec(document)?.[1];
    expect(files.get('word/_rels/document.xml.rels')).toMatch(
      new RegExp(`<Relationship Id="${id}"[^>]*Target="${ADDRESS}" TargetMode="External"/>`),
    );
    const foot = files.get('word/footer1.xml') ?? '';
    expect(foot).toMatch(/PAGE<\/w:instrText>.*NUMPAGES<\/w:instrText>/s);
    expect(foot).toContain('FOR OFFICIAL USE');
    expect(files.get('word/header1.xml')).toContain('EXERCISE');
  });

  test('shows a figure as bars with their counts, the second series by another letter', async () => {
    const document = filesIn(await asDocx(sheetIn('en'), MADE)).get('word/document.xml') ?? '';
    expect(document).toContain(`>${'█'.repeat(11)}<`);
    expect(document).toContain(`>${'░'.repeat(34)}<`);
    expect(document).toMatch(/> 9</);
  });
});

describe('lines', () => {
  /** Every letter is one point wide. */
  const measure: Measure = (text) => [...new Intl.Segmenter().segment(text)].length;
  const broken = (text: Parameters<typeof runsOf>[0], width: number): readonly string[] =>
    breakLines(runsOf(text, 'work'), 10, width, measure).map(({ pieces }) => pieces.map(({ text: it }) => it).join(''));

  test('break between words and at line feeds, and never in a date', () => {
    expect(broken('by 31\u00a0August\u00a02026 at noon', 16)).toEqual(['by', '31\u00a0August\u00a02026', 'at noon']);
    expect(broken('one\ntwo', 20)).toEqual(['one', 'two']);
  });

  test('keep a bracket with the act it opens', () => {
    const runs = [{ text: 'said (' }, { text: 'UA\u00a0405' }, { text: ').' }];
    expect(broken(runs, 10)).toEqual(['said', '(UA\u00a0405).']);
  });

  test('cut a word that no line holds, and lose no letter', () => {
    const key = 'a'.repeat(25);
    expect(broken(key, 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });
});

describe('the faces', () => {
  test('are opened whole: every table has the sum its directory states', () => {
    for (const font of Object.values(fonts)) {
      const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
      const count = view.getUint16(4);
      expect(count).toBeGreaterThan(10);
      for (let i = 0; i < count; i += 1) {
        const at = 12 + i * 16;
        const [stated, offset, size] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
        let sum = 0;
        for (let word = offset; word < offset + size; word += 4) {
          const name = view.getUint32(at);
          // The sum of the head is made without the sum of the whole font in it.
          if (name === 0x68656164 && word === offset + 8) continue;
          sum = (sum + view.getUint32(word)) >>> 0;
        }
        expect(sum).toBe(stated);
      }
    }
  });

  test('are not read from what is no WOFF', () => {
    expect(() => openWoff(new Uint8Array(64))).toThrow('no WOFF');
  });
});

describe('a file of HTML', () => {
  test.each(LANGUAGES)('in %s stands by itself: its style inside, no script, nothing fetched', (language) => {
    const html = asHtml(sheetIn(language));
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain('<title>Report &lt;2026&gt; &amp; more</title>');
    expect(html).toContain(SENTENCES[language]);
    expect(html.match(/(?:src|@import|url\(|<link|<script)/g)).toBe(null);
    expect(count(html, /<svg [^>]*role="img" aria-label="Acts by month/g)).toBe(2);
    expect(html).toContain('<th scope="row">');
  });
});

describe('read by another program', () => {
  const isMissing = spawnSync('pdftotext', ['-v']).error !== undefined;
  const name = isMissing
    ? 'NOT RUN: pdftotext and pdffonts of poppler are not on this machine'
    : 'a PDF gives back its words in three languages, and its faces are embedded with a way to their letters';

  test(name, async () => {
    expect(isMissing).toBe(spawnSync('pdffonts', ['-v']).error !== undefined);
    for (const language of isMissing ? [] : LANGUAGES) {
      const path = join(folder, `${language}.pdf`);
      await writeFile(path, await asPdf(sheetIn(language), fonts, MADE));
      const said = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s+/g, ' ');
      expect(said).toContain(SENTENCES[language].replaceAll('\u00a0', ' '));
      const rows = spawnSync('pdffonts', [path], { encoding: 'utf8' }).stdout.trim().split('\n').slice(2);
      expect(rows).toHaveLength(6);
      for (const row of rows) expect(row).toMatch(/ yes yes yes +\d+ +0$/);
    }
  });
});
