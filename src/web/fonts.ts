// The faces of a document, read once: whole families, unlike those of the pages, for a PDF embeds what it needs.
import { readFile } from 'node:fs/promises';
import type { Fonts } from '../paper/sheet.ts';
import { openWoff } from './woff.ts';

const FOLDER = new URL('../paper/fonts/', import.meta.url);

const FILES: Readonly<Record<keyof Fonts, string>> = {
  serif: 'IBMPlexSerif-Regular.woff',
  serifItalic: 'IBMPlexSerif-Italic.woff',
  serifStrong: 'IBMPlexSerif-Medium.woff',
  sans: 'IBMPlexSans-Regular.woff',
  sansStrong: 'IBMPlexSans-SemiBold.woff',
  mono: 'IBMPlexMono-Regular.woff',
};

export async function readFonts(): Promise<Fonts> {
  const read = await Promise.all(
    Object.entries(FILES).map(async ([face, file]) => {
      const woff = new Uint8Array(await readFile(new URL(file, FOLDER)));
      return [face, openWoff(woff)] as const;
    }),
  );
  return Object.fromEntries(read) as unknown as Fonts;
}
