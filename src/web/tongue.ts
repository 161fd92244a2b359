// The language of a page: which one the reader gets, and all the words that may be said in it.
import type { Area } from '../area.ts';
import { EXAMPLE_WORDS } from '../kit/examples/examples.words.ts';
import { KIT_WORDS } from '../kit/kit.words.ts';
import { LABEL_WORDS } from '../kit/label.words.ts';
import { MARKING_WORDS } from '../kit/marking.words.ts';
import { VOCABULARY_WORDS } from '../kit/vocabulary.words.ts';
import { LANGUAGES, type Language, preferred, type Speak, speaker, type Words } from '../kit/words.ts';
import { ACT_WORDS } from './pages/act.words.ts';
import { ACTS_WORDS } from './pages/acts.words.ts';
import { AGREEMENT_WORDS } from './pages/agreement.words.ts';
import { API_WORDS } from './pages/api.words.ts';
import { DRAFTS_WORDS } from './pages/drafts.words.ts';
import { DUTIES_WORDS } from './pages/duties.words.ts';
import { NOTE_WORDS } from './pages/note.words.ts';
import { MODERATION_WORDS } from './pages/offers.words.ts';
import { PARAGRAPH_WORDS } from './pages/paragraph.words.ts';
import { PROBLEM_WORDS } from './pages/problem.words.ts';
import { READINGS_WORDS } from './pages/readings.words.ts';
import { RECORD_WORDS } from './pages/record.words.ts';
import { REFUSAL_WORDS } from './pages/refusal.words.ts';
import { PEOPLE_WORDS } from './pages/people.words.ts';
import { SESSION_WORDS } from './pages/session.words.ts';
import { SIGNIN_WORDS } from './pages/signin.words.ts';
import { STOOD_WORDS } from './pages/stood.words.ts';
import { TODAY_WORDS } from './pages/today.words.ts';
import { SEALING_WORDS } from './pages/sealing.words.ts';
import { SEARCH_WORDS } from './pages/search.words.ts';
import { SHEET_WORDS } from './pages/sheet.words.ts';
import { REPORT_WORDS } from './report/report.words.ts';
import { SHELL_WORDS } from './shell.words.ts';

/** The tables of the windows themselves; each area brings its own. */
export const TABLES = [
  KIT_WORDS,
  LABEL_WORDS,
  MARKING_WORDS,
  VOCABULARY_WORDS,
  SHELL_WORDS,
  AGREEMENT_WORDS,
  STOOD_WORDS,
  PARAGRAPH_WORDS,
  ACT_WORDS,
  ACTS_WORDS,
  API_WORDS,
  NOTE_WORDS,
  DRAFTS_WORDS,
  TODAY_WORDS,
  DUTIES_WORDS,
  READINGS_WORDS,
  RECORD_WORDS,
  SIGNIN_WORDS,
  SESSION_WORDS,
  PEOPLE_WORDS,
  PROBLEM_WORDS,
  REFUSAL_WORDS,
  SEALING_WORDS,
  SEARCH_WORDS,
  SHEET_WORDS,
  REPORT_WORDS,
  EXAMPLE_WORDS,
  MODERATION_WORDS,
] as const;

/** The cookie that keeps the choice of language, and how long, in seconds. */
export const LANGUAGE_COOKIE = 'lang';
export const LANGUAGE_KEPT = 365 * 24 * 60 * 60;

/** `text` where it is a language of the interface. */
export function asLanguage(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

/** The reader's own choice, else the first of what their browser asks for that there is, else English. */
export function languageOf(cookie: string | undefined, accept: string | undefined): Language {
  return asLanguage(cookie) ?? preferred((accept ?? '').slice(0, 1000)) ?? 'en';
}

/** One speaker a language, made once: a key that stands in two tables shows itself here. */
export function speakers(areas: readonly Area[], more: readonly Words[] = []): Readonly<Record<Language, Speak>> {
  const tables = [...TABLES, ...more, ...areas.map((area) => area.words)];
  return { en: speaker('en', tables), uk: speaker('uk', tables), sq: speaker('sq', tables) };
}
