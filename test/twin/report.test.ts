// The report of a demonstration year, made by two nodes: as a page, as PDF, DOCX, HTML and data, in three languages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kit/words.ts';
import type { ReportData } from '../../src/web/report/report.data.ts';
import { filesIn } from '../paper/zip.ts';
import { open, type Reader } from '../web/windows.ts';
import { openPair, type Pair, SIDES } from './pair.ts';
import { liveYear } from './year.ts';

const YEAR = '/reports?form=report&from=2026-01-01&to=2026-12-31';
const BRIEF = YEAR.replace('form=report', 'form=brief');
/** A number with a percent sign: what no report says of a treaty. */
const SHARE = /\d\s*%/;

describe('the report of a year', () => {
  let pair: Pair;
  let reader: Reader;
  beforeAll(async () => {
    pair = await openPair('2026-02-10T09:00:00Z');
    await liveYear(pair);
    reader = (await open(pair.node('ua').node)).reader('en');
  });
  afterAll(async () => await pair.close());

  const dataOf = async (path: string): Promise<ReportData> => (await reader.json(path)) as unknown as ReportData;
  const chapter = (data: ReportData, id: string) => data.chapters.find((one) => one.id === id);

  test('tells all that was said, counts it by month and side, and names the acts of each sentence', async () => {
    const data = await dataOf(YEAR);
    expect(data.chapters.map(({ id }) => id)).toEqual([
      'life',
      'acts',
      'receipts',
      'promises',
      'differences',
      'duties',
      'reported',
    ]);
    const acts = chapter(data, 'acts');
    expect(acts?.figures[0]?.figure.categories).toHaveLength(12);
    const counted = acts?.figures[0]?.figure.series.flatMap(({ values }) => values).reduce((sum, one) => sum + one, 0);
    expect(counted).toBe(acts?.sentences.length);
    // Entries that note the other log's checkpoints say nothing, and are no acts.
    const said = await pair.node('ua').node.look().acts({ limit: 500 });
    expect(counted).toBe(said.length);
    expect(said.length).toBeLessThan(data.sizes.reduce((sum, { size }) => sum + size, 0));
    for (const id of ['acts', 'receipts', 'promises', 'differences']) {
      for (const { text, acts: on } of chapter(data, id)?.sentences ?? []) {
        expect([text, on.length > 0]).toEqual([text, true]);
      }
    }
    const cited = new Set(data.cited.map(({ name }) => name));
    for (const { side, index } of data.chapters.flatMap(({ sentences }) => sentences.flatMap((one) => one.acts))) {
      expect(cited).toContain(`${side.toUpperCase()} ${index}`);
    }
    expect(JSON.stringify(data)).not.toMatch(SHARE);
  });

  test('counts statements by completion for each side apart, and says where they differ', async () => {
    const data = await dataOf(YEAR);
    const [counts] = chapter(data, 'promises')?.figures ?? [];
    expect(counts?.figure.series.map(({ values }) => values)).toEqual([
      [1, 0, 2, 0, 0],
      [0, 1, 1, 1, 0],
    ]);
    const [only, ...others] = chapter(data, 'differences')?.sentences ?? [];
    expect(only?.text).toBe('On statement 59.7, Ukraine says “limited” and Albania says “substantial”.');
    expect(others).toEqual([]);
  });

  test('tells the life and what is asked as of the end of the period, and says of which day', async () => {
    const early = await dataOf('/reports?from=2026-02-01&to=2026-03-17');
    const whole = await dataOf(YEAR);
    const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ');
    const told = (data: ReportData, id: string) =>
      plain(chapter(data, id)?.sentences.map(({ text }) => text).join(' '));
    expect(plain(chapter(early, 'life')?.lead)).toContain('17 March 2026');
    expect(plain(chapter(early, 'duties')?.lead)).toContain('17 March 2026');
    // The second note had come and was acknowledged a day later: no receipt, and no entry, is told of that day.
    expect(told(early, 'life')).not.toContain('18 March 2026');
    expect(told(whole, 'life')).toContain('18 March 2026');
    expect(told(early, 'duties')).toContain('Ukraine, ¶76: Acknowledge receipt of the note');
    expect(plain(chapter(whole, 'life')?.lead)).toContain('30 December 2026');
  });

  test('says of what is only reported that it is, with its source, and rests it on no act', async () => {
    const earlier = await dataOf('/reports?from=2025-01-01&to=2025-12-31');
    const told = chapter(earlier, 'reported')?.sentences ?? [];
    expect(told.length).toBeGreaterThan(0);
    for (const { text, source, acts } of told) {
      expect(text).toMatch(/^Reported, /);
      expect(source).toMatch(/\S/);
      expect(acts).toEqual([]);
    }
    expect(chapter(earlier, 'acts')?.sentences).toEqual([]);
  });

  test('is the same on both nodes but for who made it', async () => {
    const other = (await open(pair.node('al').node)).reader('en');
    const [ours, theirs] = [await dataOf(YEAR), (await other.json(YEAR)) as unknown as ReportData];
    const told = ({ chapters }: ReportData) => chapters.map(({ id, sentences }) => [id, sentences]);
    expect(told(theirs)).toEqual(told(ours));
    expect([ours.side, theirs.side]).toEqual(SIDES);
  });

  test.each(LANGUAGES)('in %s is a page, a PDF, a DOCX and an HTML file, marked EXERCISE', async (language) => {
    const own = (await open(pair.node('ua').node)).reader(language);
    for (const path of [YEAR, BRIEF]) {
      const page = await (await own.ask(path)).text();
      expect(page).toContain('<svg class="figure"');
      expect(page).not.toMatch(SHARE);
      const taken = async (format: string) => await own.ask(`${path}&format=${format}&language=${language}`);
      const pdf = Buffer.from(await (await taken('pdf')).arrayBuffer()).toString('latin1');
      expect(pdf).toContain(`/Lang (${language}`);
      expect(pdf).toContain('/S /Figure\n');
      expect(pdf).toContain('/URI (http://127.0.0.1:8401/act/ua/');
      const files = filesIn(new Uint8Array(await (await taken('docx')).arrayBuffer()));
      expect(files.get('word/header1.xml')).toContain('EXERCISE');
      expect(files.get('word/document.xml')).toContain('█');
      const html = await (await taken('html')).text();
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
      expect(html).toContain('EXERCISE');
      expect(html).not.toContain('<script');
    }
  });

  test('of a period that ends before it begins, or of a day that is none, is refused', async () => {
    expect((await reader.ask('/reports?from=2026-12-31&to=2026-01-01')).status).toBe(422);
    expect((await reader.ask('/reports?from=2026-02-30&to=2026-03-01')).status).toBe(422);
  });
});
