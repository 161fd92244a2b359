// What is reported: facts from the public record with their source, never an act of a body.
import { readTable } from './csv.ts';

/** How sure a report is: A an official or two sources, B one source, C second-hand. */
export const CONFIDENCES = ['A', 'B', 'C'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One reported fact: `date` and `confidence` as printed in the record, `grade` the letter the latter opens with. */
export interface Report {
  readonly date: string;
  readonly says: string;
  readonly confidence: string;
  readonly grade: Confidence | null;
  readonly source: string;
  readonly subject: string;
  /** Ids of the provisions it bears on; empty where it bears on none in particular. */
  readonly provisions: readonly string[];
  /** It bears on the Agreement as a whole. */
  readonly all: boolean;
}

const COLUMNS = ['date', 'reported', 'provisions', 'confidence', 'source', 'subject'] as const;

/** The paragraphs a cell names: `76`, `7-8`, `76,43,64`, `53 (baseline at signature)`; none for `-` or `preamble`. */
export function namedProvisions(cell: string): readonly string[] {
  const bare = cell.replace(/\([^)]*\)/g, '');
  return [...bare.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)].flatMap(([, first, last]) => {
    const from = Number(first);
    const to = last === undefined ? from : Number(last);
    return Array.from({ length: Math.max(0, to - from) + 1 }, (_, i) => String(from + i));
  });
}

/** Reads the public record: a table with the columns date, reported, provisions, confidence, source, subject. */
export function readReports(text: string): readonly Report[] {
  return readTable(text, COLUMNS).map((row) => ({
    date: row.date,
    says: row.reported,
    confidence: row.confidence,
    grade: CONFIDENCES.find((grade) => row.confidence.startsWith(grade)) ?? null,
    source: row.source,
    subject: row.subject,
    provisions: namedProvisions(row.provisions),
    all: row.provisions.trim() === 'all',
  }));
}

/** A term of the interface in three languages. `check` marks one that a native diplomat or lawyer should look at. */
export interface Term {
  readonly en: string;
  readonly uk: string;
  readonly sq: string;
  readonly note: string;
  readonly check: boolean;
}

/** Reads the table of terms: en, uk, sq, note. */
export function readTerms(text: string): readonly Term[] {
  return readTable(text, ['en', 'uk', 'sq', 'note']).map((row) => ({ ...row, check: /\bcheck\b/.test(row.note) }));
}
