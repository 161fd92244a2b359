// All words of the final provisions, as one table.
import type { Words } from '../../kit/words.ts';
import { ACT_WORDS } from './act.words.ts';
import { AMENDMENTS_WORDS } from './amendments/amendments.words.ts';
import { BODIES_WORDS } from './bodies.words.ts';
import { CLOCKS_WORDS } from './clock.words.ts';
import { LANGUAGES_WORDS } from './languages/languages.words.ts';
import { LIFE_WORDS } from './life.words.ts';
import { MATTER_FIELD_WORDS } from './matters/fields.words.ts';
import { MATTER_KIND_WORDS } from './matters/kinds.words.ts';
import { MATTER_WORDS } from './matters/matters.words.ts';
import { NOTES_WORDS } from './notes.words.ts';
import { PAPER_WORDS } from './paper/paper.words.ts';
import { SEAL_KEY_WORDS } from './sealkeys.words.ts';
import { STRIP_WORDS } from './strip.words.ts';

/** The tables by subject. A key stands in one of them only. */
export const TABLES: readonly Words[] = [
  ACT_WORDS,
  CLOCKS_WORDS,
  STRIP_WORDS,
  LIFE_WORDS,
  NOTES_WORDS,
  BODIES_WORDS,
  PAPER_WORDS,
  MATTER_KIND_WORDS,
  MATTER_FIELD_WORDS,
  MATTER_WORDS,
  AMENDMENTS_WORDS,
  LANGUAGES_WORDS,
  SEAL_KEY_WORDS,
];

export const WORDS: Words = Object.assign({}, ...TABLES) as Words;
