// The annotated edition on paper: text and margin side by side, no margin left behind, as Chromium prints it.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../../src/web/server.ts';
import { AGREEMENT } from './agreement.ts';
import { CHROMIUM, launch } from './browser.ts';
import { fakeNode } from './fake.node.ts';

/** Reads what was printed: as it lies, or as it was written; undefined where poppler is absent. */
function readPdf(path: string, how: '-layout' | '-raw'): string | undefined {
  try {
    return execFileSync('pdftotext', [how, path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch {
    return undefined;
  }
}

const LIMIT = 120_000;
const times = (text: string, word: RegExp): number => (text.match(word) ?? []).length;

if (CHROMIUM === undefined) {
  test('NOT RUN: the edition on paper: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-print-'));
  const path = join(folder, 'edition.pdf');
  const node = fakeNode({ agreement: AGREEMENT, exercise: true });
  node.put({ side: 'al', provisions: ['59'] });
  const serving = await serve(node, { port: 0, host: '127.0.0.1', say: () => undefined });
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`${serving.url}/agreement`);
  const shown = (await page.locator('main, footer').allInnerTexts()).join('\n');
  await writeFile(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await browser.close();
  await serving.stop();
  const printed = readPdf(path, '-raw');
  const laid = readPdf(path, '-layout');
  await rm(folder, { recursive: true, force: true });

  if (printed === undefined || laid === undefined) {
    test('NOT RUN: the edition on paper: pdftotext of poppler is absent', () => expect(printed).toBeUndefined());
  } else {
    test('the edition prints every paragraph, margin and reading, and no control', { timeout: LIMIT }, () => {
      const pages = times(printed, /\f/g);
      expect(pages).toBeGreaterThan(12);
      expect(pages).toBeLessThan(30);
      // The foot of each page counts it.
      expect(times(printed, new RegExp(`\\d+ / ${pages}(?!\\d)`, 'g'))).toBe(pages);
      for (let number = 1; number <= 81; number++) {
        expect([number, new RegExp(`[\\n\\f] *${number}\\. `).test(laid)]).toEqual([number, true]);
      }
      const words = [/\bproposed\b/g, /nothing\s+recorded/g, /asks\s+for\s+no\s+act/g, /\breported\b/g];
      for (const word of words) {
        expect([String(word), times(printed, word)]).toEqual([String(word), times(shown, word)]);
      }
      // Readings are folded on a screen and stand open on paper.
      expect(printed).toMatch(/24\s+hours\s+run\s+from\s+dispatch/);
      expect(printed).not.toContain('Show all');
      expect(printed).not.toContain('Skip to the text');
    });
  }
}
