// The text as it stands on a day: which day is asked for, in which languages, and what acts have made of it by then.
import { refuse } from '../../act/refusal.ts';
import type { Agreement, Provision } from '../../agreement/agreement.ts';
import type { Changed, Expression } from '../../agreement/akn.ts';
import { type Alignment, align } from '../../agreement/alignment.ts';
import {
  type ActPlace,
  consolidate,
  type Consolidated,
  type ConsolidatedText,
  type Correction,
  type Dated,
  type Failure,
  type LoadedText,
  type Op,
  type TextHistory,
} from '../../agreement/amendment.ts';
import { civilDate, parseDate } from '../../agreement/calendar.ts';
import { NUMERAL, type Text } from '../../agreement/text.ts';
import type { Area, Look } from '../../area.ts';

/** Nothing has been made of the text: the history where no area keeps one. */
const AS_SIGNED: TextHistory = { dated: [], corrections: [], loaded: [] };

/** What acts have made of the text, from the area that keeps it. */
export async function historyOf(look: Look, areas: readonly Area[]): Promise<TextHistory> {
  return (await areas.find((area) => area.text !== undefined)?.text?.(look)) ?? AS_SIGNED;
}

/** A civil date of the address, or today at the seat of this node. */
export function dayAsked(said: string | undefined, look: Look): string {
  const asked = (said ?? '').trim();
  return asked === '' ? civilDate(look.now, look.agreement.participant(look.side).seat.zone) : parseDate(asked);
}

/** The language in which the text is shipped with this house. */
export function ownLanguage(agreement: Agreement): string {
  return agreement.prevails ?? agreement.loaded[0] ?? '';
}

/** The text in a language: shipped, or loaded by act. Undefined where it is not loaded. */
export function textIn(language: string, agreement: Agreement, history: TextHistory): Text | undefined {
  if (language === ownLanguage(agreement)) return agreement.text;
  return history.loaded.find((one) => one.language === language)?.text;
}

/** A provision as it stands on a day, with what the curator read in it as signed. */
export interface Stood {
  readonly provision: Provision;
  readonly node: Consolidated;
}

/** One thing an act did to a provision, for a page. */
export interface Amended {
  readonly op: Op;
  readonly from: string;
  /** The id of its amendment, and of the act whose text it is. */
  readonly amendment: string;
  readonly act: string;
  readonly name: string;
}

export const amendedBy = ({ instruction, from, amendment, act, name }: Dated): Amended => {
  return { op: instruction.op, from, amendment, act, name };
};

/** The provisions of `text`; what an act added has no statements, for nobody has read it yet. */
export function stood(agreement: Agreement, text: ConsolidatedText): readonly Stood[] {
  return text.nodes.map((node) => {
    const read = agreement.provision(node.id);
    const part = NUMERAL.test(node.part) ? node.part : null;
    const bare = { id: node.id, part, section: node.section, families: [], statements: [] };
    return { node, provision: { ...(read ?? bare), text: node.text } };
  });
}

/** A correction by its provision and the act that proposed it. */
export interface CorrectionShown {
  readonly id: string;
  readonly place: ActPlace;
}

/** An authentic language as the page shows it. */
export interface LanguageShown {
  readonly language: string;
  readonly prevails: boolean;
  /** Shipped with this house and proved against its words. */
  readonly shipped: boolean;
  readonly loaded:
    | (Omit<LoadedText, 'text' | 'language'> & {
        readonly alignment: Alignment;
        /** Corrections agreed of it: those that stand in it, and those whose words do not stand there once. */
        readonly corrected: readonly CorrectionShown[];
        readonly misplaced: readonly CorrectionShown[];
      })
    | null;
}

export function languagesShown(agreement: Agreement, history: TextHistory): readonly LanguageShown[] {
  return agreement.languages.map((language) => {
    const found = history.loaded.find((one) => one.language === language);
    const text = found === undefined ? undefined : consolidate(found.text, history, agreement.signed.date, language);
    const bare = ({ id, place }: Correction): CorrectionShown => ({ id, place });
    return {
      language,
      prevails: agreement.prevails === language,
      shipped: agreement.loaded.includes(language),
      loaded:
        found === undefined || text === undefined
          ? null
          : {
              act: found.act,
              sha256: found.sha256,
              exercise: found.exercise,
              compared: found.compared,
              alignment: align(agreement.text, found.text),
              corrected: text.nodes.flatMap(({ corrected }) => corrected.map(bare)),
              misplaced: text.misplaced.map(bare),
            },
    };
  });
}

/** What is said of the whole text on a day. */
export interface TextShown {
  readonly at: string;
  /** A day other than today was asked for. */
  readonly asked: boolean;
  readonly amendments: number;
  /** Agreed and in force, and impossible to apply: said, with the reason. */
  readonly failed: readonly { readonly name: string; readonly n: number; readonly why: Failure }[];
  readonly languages: readonly LanguageShown[];
  /** The language shown beside, with its words by provision. */
  readonly beside: { readonly language: string; readonly words: Readonly<Record<string, string>> } | null;
}

export interface TextRead {
  readonly text: ConsolidatedText;
  readonly stood: readonly Stood[];
  readonly shown: TextShown;
}

/** Reads the text on the day the address asks for. `beside` is a language to show beside it. */
export function readTextOn(
  look: Look,
  history: TextHistory,
  query: Readonly<Record<string, string>>,
): TextRead {
  const { agreement } = look;
  const at = dayAsked(query['at'], look);
  const text = consolidate(agreement.text, history, at, ownLanguage(agreement));
  const language = query['beside'];
  const other = language === undefined ? undefined : history.loaded.find((one) => one.language === language);
  const theirs = other === undefined ? [] : consolidate(other.text, history, at, other.language).nodes;
  return {
    text,
    stood: stood(agreement, text),
    shown: {
      at,
      asked: (query['at'] ?? '').trim() !== '',
      amendments: new Set(text.applied.map(({ amendment }) => amendment)).size,
      failed: text.failed.map(({ dated: { name, n }, why }) => ({ name, n, why })),
      languages: languagesShown(agreement, history),
      beside:
        other === undefined
          ? null
          : { language: other.language, words: Object.fromEntries(theirs.map(({ id, text: said }) => [id, said])) },
    },
  };
}

/** The expression that a file of the text gives: a language on a day. */
export function expressionOf(
  look: Look,
  history: TextHistory,
  query: Readonly<Record<string, string>>,
): Expression {
  const { agreement } = look;
  const language = query['language'] ?? ownLanguage(agreement);
  const base = textIn(language, agreement, history);
  if (base === undefined) {
    throw refuse('not-found', `The authentic text in ${language.slice(0, 8)} is not loaded; nothing stands in for it.`);
  }
  const at = dayAsked(query['at'], look);
  const text = consolidate(base, history, at, language);
  const signed = agreement.signed.date;
  const changed: readonly Changed[] = [
    // What was corrected stands so from the beginning.
    ...text.nodes.flatMap(({ corrected }) => corrected).map(({ id, act, name }): Changed => {
      return { id, op: 'replace', act, name, from: signed };
    }),
    ...text.applied.map(({ instruction: { id, op }, act, name, from }): Changed => ({ id, op, act, name, from })),
  ];
  const loaded = history.loaded.find((one) => one.language === language);
  const invented = loaded?.exercise === true || (look.exercise && changed.length > 0);
  // Before the first change the text is as signed, whatever day is asked for: its address is of that day.
  const since = changed.reduce((day, { from }) => (from > day ? from : day), signed);
  return { language, at: since, text, changed, exercise: invented };
}
