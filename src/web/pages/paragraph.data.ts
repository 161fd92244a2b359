// One paragraph as data: the provision with its margin, its acts, its neighbours, the clauses it carries.
import type { Duty } from '../../act/duty.ts';
import type { Agreement, Family } from '../../agreement/agreement.ts';
import type { TextHistory } from '../../agreement/amendment.ts';
import { BODIES } from '../../agreement/mandate.ts';
import { redline, type Stretch } from '../../agreement/redline.ts';
import type { Area, Look } from '../../area.ts';
import type { Language, Speak } from '../../kit/words.ts';
import { annotate, type EditionProvision, namesOf, partsOf } from './agreement.data.ts';
import { type BodyNames, type SaidRow, saidRow } from './said.tsx';
import { type Citations, citationsOf } from './paragraph.cite.tsx';
import { type Amended, amendedBy, readTextOn, type Stood } from './stood.ts';

/** Most acts a timeline shows. The record has the others. */
const TIMELINE_LIMIT = 100;
/** Most paragraphs named as of the same area. */
const RELATED_LIMIT = 8;

/** The page of one provision as data: its JSON twin. */
export interface ParagraphData {
  readonly provision: EditionProvision;
  readonly part: { readonly numeral: string; readonly title: string; readonly id: string } | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Other provisions with a statement in its first area. */
  readonly related: readonly string[];
  /** Oldest first. */
  readonly acts: readonly SaidRow[];
  readonly names: BodyNames;
  /** Whether there are more acts than shown. */
  readonly more: boolean;
  readonly families: readonly Family[];
  /** The sides that have confirmed how the statements are read. */
  readonly confirmedBy: readonly string[];
  /** From the words as signed to those in force today, letter by letter; null where they are the same. */
  readonly changes: readonly Stretch[] | null;
  /** Agreed changes whose day is still to come. */
  readonly later: readonly Amended[];
  /** How it is cited. */
  readonly cited: Citations;
  /** What areas say of it, by the name of the area. */
  readonly areas: Readonly<Record<string, unknown>>;
}

function changesOf({ node }: Stood, agreement: Agreement): readonly Stretch[] | null {
  const signed = agreement.text.nodes.find(({ id }) => id === node.id)?.text ?? '';
  return node.history.length === 0 ? null : redline(signed, node.text);
}

async function sectionsOf(look: Look, areas: readonly Area[], id: string): Promise<ParagraphData['areas']> {
  const found = await Promise.all(
    areas.map(async ({ name, section }) => [name, await section?.load(look, id)] as const),
  );
  return Object.fromEntries(found.filter(([, data]) => data !== undefined));
}

/** Reads the page of the provision `id`, or undefined where the agreement has none such. */
export async function loadParagraph(
  look: Look,
  { duties, areas, history, ...citing }: {
    readonly duties: readonly Duty[];
    readonly areas: readonly Area[];
    readonly history: TextHistory;
    readonly origin: string;
    readonly speakIn: (language: Language) => Speak;
  },
  id: string,
): Promise<ParagraphData | undefined> {
  const { agreement } = look;
  const { stood, shown: text } = readTextOn(look, history, {});
  const at = stood.findIndex(({ provision }) => provision.id === id);
  const here = stood[at];
  if (here === undefined) return undefined;
  const found = here.provision;
  const [shown, bodies, sections] = await Promise.all([
    look.acts({ provision: id, limit: TIMELINE_LIMIT + 1, bare: true }),
    look.rows(BODIES),
    sectionsOf(look, areas, id),
  ]);
  const acts = shown.map(saidRow);
  const provision = annotate(here, {
    agreement,
    sides: agreement.participants.map((participant) => participant.id),
    bodies,
    duties,
    acts: new Map([[id, { count: acts.length, more: acts.length > TIMELINE_LIMIT, last: acts[0] ?? null }]]),
  });
  const area = provision.areas[0];
  const part = partsOf(agreement).find(({ numeral }) => numeral === found.part);
  return {
    provision,
    part: part === undefined ? null : { numeral: part.numeral, title: part.title, id: part.id },
    before: stood[at - 1]?.provision.id ?? null,
    after: stood[at + 1]?.provision.id ?? null,
    changes: changesOf(here, agreement),
    later: history.dated.filter((one) => one.instruction.id === id && !here.node.history.includes(one)).map(amendedBy),
    related: (provision.number === null || area === undefined ? [] : agreement.provisions)
      .filter((other) => other.id !== id && other.statements.some((statement) => statement.area === area))
      .map((other) => other.id)
      .slice(0, RELATED_LIMIT),
    acts: acts.slice(0, TIMELINE_LIMIT).toReversed(),
    names: namesOf(bodies),
    more: acts.length > TIMELINE_LIMIT,
    cited: citationsOf(look, { id, text: found.text, on: here.node.history.length === 0 ? null : text.at }, citing),
    areas: sections,
    families: agreement.families.filter((family) => found.families.includes(family.family)),
    confirmedBy: agreement.participants
      .map(({ id: side }) => side)
      .filter((side) => agreement.confirmedBy.includes(side)),
  };
}
