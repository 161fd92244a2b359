// The text of the Agreement: every character in one place, every commitment at its words.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Agreement, readAgreement, strongest } from '../../src/agreement/agreement.ts';
import { namedProvisions } from '../../src/agreement/reported.ts';
import { readText } from '../../src/agreement/text.ts';
import { Refusal } from '../../src/act/refusal.ts';

const folder = new URL('../../agreements/ua-al-2025/', import.meta.url);
const shared = new URL('../../../shared/data/ua-al-2025/', import.meta.url);
const file = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const NAMES = ['agreement.yaml', 'text.en.md', 'commitments.yaml', 'public-record.csv', 'terms.csv'];
const FILES: Readonly<Record<string, string>> = Object.fromEntries(NAMES.map((name) => [name, file(name)]));
const agreement: Agreement = readAgreement(FILES);

function counted<T extends string>(values: readonly T[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe('coverage', () => {
  test('81 paragraphs under their own numbers, nine recitals, the closing words', () => {
    const recitals = Array.from({ length: 9 }, (_, i) => `r${i + 1}`);
    const paragraphs = Array.from({ length: 81 }, (_, i) => String(i + 1));
    expect(agreement.provisions.map((provision) => provision.id)).toEqual([...recitals, ...paragraphs, 'closing']);
  });

  test('every character of the numbered text lands in exactly one span, and the words are the provisions', () => {
    const source = FILES['text.en.md'] as string;
    const read = readText(source);
    let at = 0;
    for (const span of read.spans) {
      expect(span.start).toBe(at);
      expect(span.end).toBeGreaterThan(span.start);
      at = span.end;
    }
    expect(at).toBe(source.length);
    for (const node of read.nodes) {
      expect(source.slice(node.start, node.start + node.text.length).replace(/\n+/g, '\n')).toContain(
        node.text.split('\n')[0],
      );
      const own = read.spans.filter((span) => span.node === node.id && span.kind === 'text');
      expect(own.map((span) => source.slice(span.start, span.end)).join('\n')).toBe(node.text);
    }
    // What is no word of a provision is only what sets it: marks, numbers, white space, headings.
    const furniture = read.spans.filter(
      (span) => span.kind === 'mark' || span.kind === 'number' || span.kind === 'space',
    );
    for (const span of furniture)
      expect(source.slice(span.start, span.end)).toMatch(/^(#+ (Part [IVX]+\. )?|\(\d+\) |\d+\. |\s+)$/);
  });

  test('every line of the text as published is a heading, a provision, or furniture, in the same order', () => {
    const headings = new Set(
      readText(FILES['text.en.md'] as string).nodes.flatMap((node) => [node.section, node.partTitle, node.part]),
    );
    const words = agreement.provisions.flatMap((provision) => provision.text.split('\n'));
    const found: string[] = [];
    for (const line of file('source.en.txt')
      .split('\n')
      .filter((one) => one.trim() !== '')) {
      const bare = line.replace(/^- /, '');
      if (bare === words[found.length]) found.push(bare);
      else expect(headings).toContain(bare.replace(/^Part [IVX]+\. /, ''));
    }
    expect(found).toEqual(words);
  });

  if (existsSync(shared)) {
    test('the files are those of the curated data, byte for byte', () => {
      for (const name of [...NAMES.slice(1), 'source.en.txt']) {
        expect(file(name)).toBe(readFileSync(new URL(name, shared), 'utf8'));
      }
    });
  } else {
    test('NOT RUN: ../shared/data is absent, the files are not compared with the curated data', () => {
      console.warn('NOT RUN: ../shared/data/ua-al-2025 is absent');
    });
  }
});

describe('commitments', () => {
  const statements = agreement.provisions.flatMap((provision) => provision.statements);

  test('197 statements with the modalities, natures, clauses that the curator counted', () => {
    expect(statements).toHaveLength(197);
    expect(statements.filter((statement) => statement.assessed)).toHaveLength(123);
    expect(counted(statements.map((statement) => statement.modality))).toEqual({
      shall: 5,
      will: 91,
      'will-soft': 22,
      may: 7,
      'would-conditional': 3,
      policy: 1,
      statement: 54,
      historic: 14,
    });
    expect(counted(statements.map((statement) => statement.nature))).toEqual({
      commitment: 115,
      power: 7,
      effect: 4,
      rule: 7,
      position: 48,
      fact: 16,
    });
    expect(agreement.families).toHaveLength(31);
    expect(agreement.absent).toHaveLength(18);
    const parameters = agreement.families.flatMap((family) => Object.values(family.parameters));
    expect(counted(parameters.map((parameter) => parameter.basis))).toEqual({ stated: 101, inferred: 15, absent: 34 });
    expect(statements.filter((statement) => statement.readings.length > 1)).toHaveLength(13);
    expect(agreement.bodies.size).toBe(85);
  });

  test('paragraphs by their strongest word', () => {
    const paragraphs = agreement.provisions.filter(({ id }) => /^\d+$/.test(id));
    expect(counted(paragraphs.map(strongest))).toEqual({
      shall: 3,
      will: 50,
      'will-soft': 8,
      may: 3,
      'would-conditional': 1,
      policy: 1,
      statement: 14,
      historic: 1,
    });
  });

  test('clocks run on parameters of clauses, each with its basis', () => {
    expect(agreement.family('term')?.parameters['years']?.value).toBe(10);
    expect(agreement.family('extension')?.parameters['months']?.value).toBe(6);
    expect(agreement.provisionsOf(['entry', 'term', 'extension'])).toEqual(['76', '77', '78']);
    expect(agreement.confirmedBy).toEqual([]);
  });

  const damage: readonly (readonly [string, string, string | RegExp, string])[] = [
    ['another text', 'text.en.md', 'ten years', 'six years'],
    ['a quote of other words', 'commitments.yaml', 'quote: "Albania will ', 'quote: "Albania must '],
    ['an offset moved by one', 'commitments.yaml', /at: \[0, (\d+)\]/, 'at: [1, $1]'],
    ['a provision renamed', 'commitments.yaml', '- id: "59"', '- id: "590"'],
    ['a statement out of its number', 'commitments.yaml', '- id: "59.2"', '- id: "59.3"'],
    ['a modality its verb does not give', 'commitments.yaml', 'modality: shall', 'modality: may'],
    ['a modality that does not exist', 'commitments.yaml', 'modality: shall', 'modality: must'],
    ['a body that is not registered', 'commitments.yaml', '"ua:nmaa": {', '"ua:nmax": {'],
    ['an object that is not printed', 'commitments.yaml', 'printed: ["UNESCO"]', 'printed: ["UNICEF"]'],
    [
      'a condition of other words',
      'commitments.yaml',
      'conditions: ["in the event of any discrepancy"]',
      'conditions: ["in no event"]',
    ],
    ['a parameter stated in other words', 'commitments.yaml', 'words: "a period of ten years"', 'words: "a decade"'],
    [
      'a parameter absent with a value',
      'commitments.yaml',
      'days: {value: null, basis: absent}',
      'days: {value: 3, basis: absent}',
    ],
    ['an inference without its reason', 'commitments.yaml', /(basis: inferred), why: "[^"]*"/, '$1'],
    ['a clause that rests on nothing', 'commitments.yaml', 'statements: ["77.1"]', 'statements: ["77.9"]'],
    ['a heading of another section', 'commitments.yaml', 'section: "Cyber Security"', 'section: "Security"'],
    ['a field nobody knows', 'commitments.yaml', 'assessed: false', 'assessed: false\n    percent: 50'],
    ['a participant too few', 'agreement.yaml', /  - id: al[\s\S]*?(?=# Short)/, ''],
    ['a judgement taken back', 'agreement.yaml', '"68.3":', '"68.4":'],
    ['a table row with a cell too many', 'public-record.csv', '2020-09-01,', '2020-09-01,x,'],
    ['a file missing', 'commitments.yaml', /[\s\S]+/, ''],
  ];

  test.each(damage)('%s is refused', (_name, name, from, to) => {
    const source = FILES[name] as string;
    const damaged = source.replace(from, to);
    expect(damaged).not.toBe(source);
    expect(() => readAgreement({ ...FILES, [name]: damaged })).toThrow(Refusal);
  });
});

test('the public record is reported, with source and confidence, and names its paragraphs', () => {
  expect(agreement.reports).toHaveLength(file('public-record.csv').trim().split('\n').length - 1);
  expect(agreement.reportsOf('76').map((report) => report.grade)).toEqual(['B', 'B']);
  expect(agreement.reportsOf('7').length).toBeGreaterThan(0);
  expect(agreement.reports.every((report) => report.source !== '' && report.says !== '')).toBe(true);
  expect(namedProvisions('7-8')).toEqual(['7', '8']);
  expect(namedProvisions('76,43,64')).toEqual(['76', '43', '64']);
  expect(namedProvisions('53 (baseline at signature 1)')).toEqual(['53']);
  expect(namedProvisions('preamble')).toEqual([]);
  expect(namedProvisions('-')).toEqual([]);
});

test('169 terms in three languages; 35 keep the mark that someone should look', () => {
  expect(agreement.terms).toHaveLength(169);
  expect(agreement.terms.filter((term) => term.check)).toHaveLength(35);
});
