// How it is put on paper: a document as blocks, the same for a DOCX and a PDF.
import type { Figure } from '../kit/figure.tsx';

/** Languages a document can be in: the interface's own. */
export type PaperLanguage = 'en' | 'uk' | 'sq';

/** Three voices of type: the words of the Agreement and of notes, the work around them, the record. */
export type Voice = 'words' | 'work' | 'record';

/** A run of text. Without a voice it speaks in that of its block. `href` is a whole address. */
export interface Run {
  readonly text: string;
  readonly voice?: Voice;
  readonly strong?: boolean;
  /** Only words stand in italic: what is reported. */
  readonly italic?: boolean;
  readonly soft?: boolean;
  readonly href?: string;
}

/** Text, or runs of it. */
export type Runs = string | readonly Run[];

/** A column of a table. `share` is its part of the width, against those of the others. */
export interface Column {
  readonly head: string;
  readonly share: number;
  /** Figures stand to the right, under one another. */
  readonly figures?: boolean;
}

export type Block =
  | {
      readonly is: 'title';
      readonly text: string;
      readonly kicker?: string;
      /** One sentence below the title. */
      readonly particulars?: Runs;
    }
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: Runs; readonly voice?: Voice; readonly soft?: boolean }
  | { readonly is: 'list'; readonly items: readonly Runs[]; readonly numbered?: boolean }
  /** Pairs of a label and what it says: the particulars of a thing. */
  | { readonly is: 'facts'; readonly rows: readonly (readonly [label: string, text: Runs])[] }
  /** The first cell of a row names the row. */
  | { readonly is: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Runs[])[] }
  | { readonly is: 'figure'; readonly figure: Figure }
  /** The head of a note verbale: its number, and what else it says of itself. */
  | { readonly is: 'note-head'; readonly number: string; readonly marks: readonly string[] }
  /** The end of a note verbale: place and date, the places of seal and initials, the addressee. */
  | {
      readonly is: 'subscript';
      readonly placed: string;
      readonly seal: string;
      readonly initials: string;
      readonly addressee: string;
    }
  | { readonly is: 'page-break' };

/**
 * A document. Nothing in it depends on when or where it is put on paper: the same sheet with the same fonts and
 * the same instant gives the same bytes.
 */
export interface Sheet {
  readonly language: PaperLanguage;
  /** The document's own name, for its properties and the window's title. */
  readonly title: string;
  /** Whose document it is, for its properties. */
  readonly author: string;
  /** Says at the head of each page what this is a page of. */
  readonly running: string;
  /** Says at the foot of each page what this rests on. */
  readonly foot: string;
  /** How it may be handled, in the middle of head and foot of every page. */
  readonly marking?: string;
  /** Marks every page as invented. */
  readonly exercise: boolean;
  readonly blocks: readonly Block[];
}

/** When a document is said to be made: of the whole room this alone is a `Date`, for it is handed on to libraries. */
export type Made = Date;

/** The faces a PDF is set in, as font files (WOFF, TrueType, OpenType), with all letters of all three languages. */
export interface Fonts {
  readonly serif: Uint8Array;
  readonly serifItalic: Uint8Array;
  readonly serifStrong: Uint8Array;
  readonly sans: Uint8Array;
  readonly sansStrong: Uint8Array;
  readonly mono: Uint8Array;
}
export type Face = keyof Fonts;

/** The word that marks what is invented, one in all languages, so that it is known. */
export const EXERCISE = 'EXERCISE';

/** Blocks a document may have; a page break, a row or a figure counts in its block. */
export const BLOCK_LIMIT = 20_000;

/** Colours on paper, by role: those of the light page. */
export const INKS = {
  ink: '1c1a17',
  soft: '5b554b',
  rule: 'd8d0c0',
  edge: '8a8374',
  first: '1b4f86',
  second: '7d2350',
  record: '1d5f49',
  alarm: 'a6300a',
  paper: 'ffffff',
} as const;

/** The runs of a text in the voice of its block. */
export function runsOf(text: Runs, voice: Voice): readonly (Run & { readonly voice: Voice })[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  return runs.filter((run) => run.text !== '').map((run) => ({ ...run, voice: run.voice ?? voice }));
}

/** The face a run is set in. */
export function faceOf({ voice, strong, italic }: Pick<Run, 'strong' | 'italic'> & { readonly voice: Voice }): Face {
  switch (voice) {
    case 'words':
      if (italic === true) return 'serifItalic';
      return strong === true ? 'serifStrong' : 'serif';
    case 'work':
      return strong === true ? 'sansStrong' : 'sans';
    case 'record':
      return 'mono';
  }
}
