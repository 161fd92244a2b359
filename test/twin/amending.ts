// Amendments as officials say them in tests: every word of them is invented.
import type { Typed } from '../../src/area.ts';
import {
  AMENDMENT_AGREED,
  AMENDMENT_COUNTERED,
  AMENDMENT_EFFECTED,
  AMENDMENT_PROPOSED,
  AMENDMENT_WITHDRAWN,
} from '../../src/areas/final/amendments/kinds.ts';
import { type Pair, say, type Side } from './pair.ts';

/** One instruction as it is typed; without words in a language, that language is left out. */
export interface Typing {
  readonly op: 'replace' | 'insert' | 'repeal' | 'annex';
  readonly id: string;
  readonly after?: string;
  /** The English words; the other two are numbered stand-ins, which are no translation. */
  readonly words?: string;
  readonly languages?: readonly string[];
  readonly later?: boolean;
}

/** The fields of a proposal. */
export function proposal(
  title: string,
  from: string,
  instructions: readonly Typing[],
  order = 1,
): Typed {
  const fields = instructions.flatMap(({ op, id, after, words, languages = ['en', 'uk', 'sq'], later }, i) => {
    const n = i + 1;
    const said = words === undefined ? [] : languages;
    const spoken = (language: string): string => (language === 'en' ? (words ?? '') : standIn(language, words ?? ''));
    const typed: readonly (readonly [string, readonly string[]])[] = [
      [`op${n}`, [op]],
      [`id${n}`, [id]],
      [`after${n}`, [after ?? '']],
      [`when${n}`, [later === true ? 'later' : 'stated']],
      ...said.map((language) => [`${language}${n}`, [spoken(language)]] as const),
    ];
    return typed;
  });
  return { title: [`EXERCISE: ${title}`], from: [from], order: [String(order)], ...Object.fromEntries(fields) };
}

function standIn(language: string, words: string): string {
  return words.split('\n').map((_, i) => `EXERCISE ${language}, line ${i + 1}.`).join('\n');
}

async function settle(pair: Pair, draft: Promise<{ readonly act?: string | undefined }>): Promise<string> {
  const { act } = await draft;
  await pair.settled();
  return act ?? '';
}

/** Each says something and waits until both nodes agree; gives the id of the act. */
export const propose = async (pair: Pair, side: Side, typed: Typed): Promise<string> =>
  await settle(pair, say(pair, side, AMENDMENT_PROPOSED.id, typed));
export const counter = async (pair: Pair, side: Side, of: string, typed: Typed): Promise<string> =>
  await settle(pair, say(pair, side, AMENDMENT_COUNTERED.id, typed, of));
export const agree = async (pair: Pair, side: Side, of: string): Promise<string> =>
  await settle(pair, say(pair, side, AMENDMENT_AGREED.id, {}, of));
export const withdraw = async (pair: Pair, side: Side, of: string): Promise<string> =>
  await settle(pair, say(pair, side, AMENDMENT_WITHDRAWN.id, { reason: ['EXERCISE'] }, of));
export const effect = async (pair: Pair, side: Side, of: string, n: readonly string[], date: string): Promise<string> =>
  await settle(pair, say(pair, side, AMENDMENT_EFFECTED.id, { instructions: n, date: [date] }, of));
