// Amendments: agreed instructions on a text, in force from a day, and the text consolidated on any day.
import { redline } from './redline.ts';
import { ANNEX, CLOSING, type Placed, type Text } from './text.ts';

export const OPS = ['replace', 'insert', 'repeal', 'annex'] as const;
export type Op = (typeof OPS)[number];

/** Words in each language they are written in. */
export type InLanguages = { readonly [language: string]: string };

/**
 * One instruction. `id` is the provision it is about: one that stands, or for `insert` and `annex` the new one, which
 * keeps that id for ever. `after` is where an inserted one goes. The first line of an annex is its heading. `from` is
 * the civil date of its effect, null where a later act is to state it.
 */
export type Instruction = {
  readonly op: Op;
  readonly id: string;
  readonly after: string | null;
  readonly text: InLanguages | null;
  readonly from: string | null;
};

/** An instruction without its words: what registers keep. */
export type Touch = {
  readonly op: Op;
  readonly id: string;
  readonly after: string | null;
  readonly from: string | null;
};

/** An agreed instruction with its day. `order` is that stated among those of one day; `n` its place in its act. */
export interface Dated {
  readonly amendment: string;
  /** The act whose text was agreed, and its name for people. */
  readonly act: string;
  readonly name: string;
  readonly n: number;
  readonly instruction: Instruction;
  readonly from: string;
  readonly order: number;
}

/**
 * A stretch of a consolidated provision: of the provision as signed where `act` is null, else of the words that act
 * gave it. `at` is where it begins there.
 */
export interface Source {
  readonly text: string;
  readonly act: string | null;
  readonly at: number;
}

/**
 * A correction of one authentic text that both sides agreed: the words that stand once in a provision of it, and those
 * that stand there from the beginning. `act` proposed it.
 */
export interface Correction {
  readonly language: string;
  readonly id: string;
  readonly wrong: string;
  readonly right: string;
  readonly act: string;
  /** Where the act stands, and its name for people. */
  readonly place: ActPlace;
  readonly name: string;
}

/** A provision as it stands on a day. */
export interface Consolidated extends Placed {
  readonly sources: readonly Source[];
  /** What made it so, oldest first; empty where it stands as signed. */
  readonly history: readonly Dated[];
  /** What was corrected in it from the beginning. */
  readonly corrected: readonly Correction[];
}

/** Why an agreed instruction changes nothing in this language on this day. */
export type Failure = 'no-such-provision' | 'repealed-before' | 'stands-already' | 'no-text';

export interface ConsolidatedText extends Text {
  readonly nodes: readonly Consolidated[];
  /** What was applied, in its order. */
  readonly applied: readonly Dated[];
  /** Agreed and in force, but impossible: sides can agree on what does not fit together. It is shown, never lost. */
  readonly failed: readonly { readonly dated: Dated; readonly why: Failure }[];
  /** Agreed, and impossible to place: their words do not stand exactly once in the provision. */
  readonly misplaced: readonly Correction[];
}

/** By day, then the order stated, then the order in which they were agreed, then the order in the act. */
export function inOrder(dated: readonly Dated[]): readonly Dated[] {
  return dated
    .map((one, agreed) => ({ one, agreed }))
    .sort((a, b) => {
      const [x, y] = [a.one, b.one];
      if (x.from !== y.from) return x.from < y.from ? -1 : 1;
      return x.order - y.order || (x.amendment === y.amendment ? x.n - y.n : a.agreed - b.agreed);
    })
    .map(({ one }) => one);
}

/** Where each stretch of `after` comes from, when an act replaced what `sources` made up. */
function replaced(sources: readonly Source[], after: string, act: string): readonly Source[] {
  const before = sources.map(({ text }) => text).join('');
  const found: Source[] = [];
  let at = 0;
  let written = 0;
  for (const { is, text } of redline(before, after)) {
    if (is === 'added') found.push({ text, act, at: written });
    if (is === 'same') found.push(...cut(sources, at, at + text.length));
    if (is !== 'added') at += text.length;
    if (is !== 'removed') written += text.length;
  }
  return merged(found);
}

function cut(sources: readonly Source[], from: number, to: number): readonly Source[] {
  let passed = 0;
  return sources.flatMap(({ text, act, at }) => {
    const skip = Math.max(0, from - passed);
    const piece = text.slice(skip, Math.max(0, to - passed));
    passed += text.length;
    return piece === '' ? [] : [{ text: piece, act, at: at + skip }];
  });
}

function merged(sources: readonly Source[]): readonly Source[] {
  return sources.reduce<Source[]>((all, one) => {
    const last = all.at(-1);
    if (last?.act !== one.act || last.at + last.text.length !== one.at) return [...all, one];
    return [...all.slice(0, -1), { ...last, text: last.text + one.text }];
  }, []);
}

/** The heading of an annex and the words under it. */
export function annexText(text: string): { readonly heading: string; readonly words: string } {
  const [heading = '', ...lines] = text.split('\n');
  return { heading, words: lines.join('\n') };
}

/** All words of a provision, an annex with its heading as its first line: what is compared. */
export function wholeWords({ part, partTitle, text }: Placed): string {
  return part === ANNEX && text !== '' ? `${partTitle}\n${text}` : text;
}

/** The words an instruction gives a provision in a language: for an annex, those under its heading. */
function wordsOf({ op, id, text }: Instruction, language: string): string | undefined {
  if (op === 'repeal') return '';
  const said = text?.[language];
  return said !== undefined && id.startsWith(`${ANNEX}-`) ? annexText(said).words : said;
}

function changed(node: Consolidated, dated: Dated, words: string, language: string): Consolidated {
  const said = dated.instruction.text?.[language];
  const isAnnex = node.part === ANNEX && said !== undefined;
  return {
    ...node,
    text: words,
    ...(isAnnex ? { partTitle: annexText(said).heading } : {}),
    sources: words === '' ? [] : replaced(node.sources, words, dated.act),
    history: [...node.history, dated],
  };
}

function added(place: Omit<Placed, 'id' | 'text'>, dated: Dated, words: string): Consolidated {
  const { act, instruction } = dated;
  const { part, partTitle, section } = place;
  const sources = words === '' ? [] : [{ text: words, act, at: 0 }];
  return { id: instruction.id, text: words, part, partTitle, section, sources, history: [dated], corrected: [] };
}

/** Applies one instruction to the nodes as they stand, or says why it cannot. */
function applied(nodes: readonly Consolidated[], dated: Dated, language: string): readonly Consolidated[] | Failure {
  const { op, id, after, text } = dated.instruction;
  const words = wordsOf(dated.instruction, language);
  if (words === undefined) return 'no-text';
  const at = nodes.findIndex((node) => node.id === id);
  const found = nodes[at];
  if (op === 'replace' || op === 'repeal') {
    if (found === undefined) return 'no-such-provision';
    if (found.history.at(-1)?.instruction.op === 'repeal') return 'repealed-before';
    return nodes.with(at, changed(found, dated, words, language));
  }
  if (found !== undefined) return 'stands-already';
  if (op === 'annex') {
    const { heading } = annexText(text?.[language] ?? '');
    return [...nodes, added({ part: ANNEX, partTitle: heading, section: null }, dated, words)];
  }
  const before = nodes.findIndex((node) => node.id === after);
  const place = nodes[before];
  if (place === undefined || place.id === CLOSING || place.part === ANNEX) return 'no-such-provision';
  return nodes.toSpliced(before + 1, 0, added(place, dated, words));
}

/** The provision with its words corrected, or undefined where they do not stand in it exactly once. */
function correctedIn(node: Consolidated, one: Correction): Consolidated | undefined {
  const at = node.text.indexOf(one.wrong);
  if (at < 0 || node.text.includes(one.wrong, at + 1)) return undefined;
  const text = node.text.slice(0, at) + one.right + node.text.slice(at + one.wrong.length);
  return { ...node, text, sources: replaced(node.sources, text, one.act), corrected: [...node.corrected, one] };
}

/** The text as signed in a language, with what both sides corrected in it: that stands so from the beginning. */
function asCorrected(base: Text, corrections: readonly Correction[]): Pick<ConsolidatedText, 'nodes' | 'misplaced'> {
  const misplaced: Correction[] = [];
  let nodes: readonly Consolidated[] = base.nodes.map(({ id, text, part, partTitle, section }) => {
    const sources = text === '' ? [] : [{ text, act: null, at: 0 }];
    return { id, text, part, partTitle, section, sources, history: [], corrected: [] };
  });
  for (const one of corrections) {
    const at = nodes.findIndex(({ id }) => id === one.id);
    const found = nodes[at];
    const next = found === undefined ? undefined : correctedIn(found, one);
    if (next === undefined) misplaced.push(one);
    else nodes = nodes.with(at, next);
  }
  return { nodes, misplaced };
}

/**
 * The text on the day `at`: the text as signed and corrected, and every instruction in force by then, in order. Pure
 * and total: what cannot be applied is named in `failed` and `misplaced`. Ids never change, and every letter is of the
 * text or of an act.
 */
export function consolidate(
  base: Text,
  { dated, corrections }: Pick<TextHistory, 'dated' | 'corrections'>,
  at: string,
  language: string,
): ConsolidatedText {
  const done: Dated[] = [];
  const failed: { readonly dated: Dated; readonly why: Failure }[] = [];
  const first = asCorrected(base, corrections.filter((one) => one.language === language));
  let { nodes } = first;
  for (const one of inOrder(dated).filter(({ from }) => from <= at)) {
    const next = applied(nodes, one, language);
    if (typeof next === 'string') failed.push({ dated: one, why: next });
    else {
      nodes = next;
      done.push(one);
    }
  }
  return { title: base.title, marks: base.marks, nodes, applied: done, failed, misplaced: first.misplaced };
}

/** Where an act stands: its side and its index in the log of that side. */
export interface ActPlace {
  readonly side: string;
  readonly index: number;
}

/** A text in another language than the one this house ships: loaded by an act of the side that holds the original. */
export interface LoadedText {
  readonly language: string;
  readonly act: ActPlace;
  readonly sha256: string;
  readonly text: Text;
  /** Said in a demonstration: no text of law. */
  readonly exercise: boolean;
  /** What the other side found when it compared the text with its own original; null until it says. */
  readonly compared: {
    readonly act: ActPlace;
    readonly verdict: 'equal' | 'differs';
    readonly provisions: readonly string[];
    readonly remark: string;
  } | null;
}

/** What acts have made of the text, for every page that shows it. */
export interface TextHistory {
  readonly dated: readonly Dated[];
  /** In the order in which they were agreed. */
  readonly corrections: readonly Correction[];
  readonly loaded: readonly LoadedText[];
}
