// Akoma Ntoso 3.0: the names under which an agreement, its expressions and its provisions stand there.
import { refuse } from '../act/refusal.ts';
import type { Agreement } from './agreement.ts';
import { ANNEX, CLOSING, NUMERAL, type Text } from './text.ts';

export const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
export const AKN_TYPE = 'application/akn+xml';

/** A provision that acts have changed: which acts, what each did, and from which day. */
export interface Changed {
  readonly id: string;
  readonly op: 'insert' | 'replace' | 'repeal' | 'annex';
  readonly act: string;
  /** Where the act stands, for people: `UA 12`. */
  readonly name: string;
  readonly from: string;
}

/** A text as it stands in one language on one day, with what changed it until then. */
export interface Expression {
  readonly language: string;
  /** The civil date on which it stands so. */
  readonly at: string;
  readonly text: Text;
  readonly changed: readonly Changed[];
  /** Invented for a demonstration, or loaded in one: said in the document. */
  readonly exercise: boolean;
}

/** Languages by their two letters here and their three letters in addresses of Akoma Ntoso (ISO 639-2/T). */
const THREE: Readonly<Record<string, string>> = {
  bg: 'bul',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  fi: 'fin',
  fr: 'fra',
  hr: 'hrv',
  hu: 'hun',
  is: 'isl',
  it: 'ita',
  ja: 'jpn',
  lt: 'lit',
  lv: 'lav',
  nl: 'nld',
  no: 'nor',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  sk: 'slk',
  sl: 'slv',
  sq: 'sqi',
  sv: 'swe',
  uk: 'ukr',
};

/** The three letters of a language. */
export function threeLetters(language: string): string {
  return THREE[language] ?? language;
}

/** The two letters of a language from its three. */
export function twoLetters(language: string): string {
  return Object.keys(THREE).find((two) => THREE[two] === language) ?? language;
}

type Named = Pick<Agreement, 'id' | 'signed' | 'participants'>;

/**
 * The address of the agreement as a work, for ever: `/akn/ua-al/act/agreement/2025-01-21/ua-al-2025`. In place of a
 * country stand the participants in the order of the title, for it belongs to neither alone.
 */
export function workUri({ id, signed, participants }: Named): string {
  return `/akn/${participants.map((side) => side.id).join('-')}/act/agreement/${signed.date}/${id}`;
}

/** The address of a text of it: `/akn/…/eng@2027-03-01`. */
export function expressionUri(agreement: Named, { language, at }: Pick<Expression, 'language' | 'at'>): string {
  return `${workUri(agreement)}/${threeLetters(language)}@${at}`;
}

/** The id of a provision in Akoma Ntoso. Numbers run through the whole text, so no Part stands in them. */
export function eIdOf(id: string): string {
  if (id === CLOSING) return 'concl';
  if (id.startsWith(`${ANNEX}-`)) return `att_${id.slice(ANNEX.length + 1)}`;
  const recital = /^r(\d.*)$/.exec(id)?.[1];
  return recital === undefined ? `para_${id}` : `recs__rec_${recital}`;
}

/** The provision that an id of Akoma Ntoso stands for, or undefined where it stands for none. */
export function idOf(eId: string): string | undefined {
  if (eId === 'concl') return CLOSING;
  const [, kind, number] = /^(para|recs__rec|att)_(\d{1,3}[a-z]?)$/.exec(eId) ?? [];
  if (number === undefined) return undefined;
  if (kind === 'att') return `${ANNEX}-${number}`;
  return kind === 'para' ? number : `r${number}`;
}

/** The id of a Part. */
export function partEId(numeral: string): string {
  if (!NUMERAL.test(numeral)) throw refuse('input-malformed', `The Part ${numeral} has no numeral.`);
  return `part_${numeral}`;
}
