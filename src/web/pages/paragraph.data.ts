// One paragraph as data: the provision with its margin, its acts, its neighbours, the clauses it carries.
import type { Duty } from '../../act/duty.ts';
import type { Family } from '../../agreement/agreement.ts';
import { BODIES } from '../../agreement/mandate.ts';
import type { Look } from '../../area.ts';
import { annotate, type EditionProvision, namesOf, partsOf } from './agreement.data.ts';
import { type BodyNames, type SaidRow, saidRow } from './said.tsx';

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
}

/** Reads the page of the provision `id`, or undefined where the agreement has none such. */
export async function loadParagraph(
  look: Look,
  duties: readonly Duty[],
  id: string,
): Promise<ParagraphData | undefined> {
  const { agreement } = look;
  const at = agreement.provisions.findIndex((provision) => provision.id === id);
  const found = agreement.provisions[at];
  if (found === undefined) return undefined;
  const shown = await look.acts({ provision: id, limit: TIMELINE_LIMIT + 1 });
  const bodies = await look.rows(BODIES);
  const acts = shown.map(saidRow);
  const provision = annotate(found, {
    agreement,
    sides: agreement.participants.map((participant) => participant.id),
    bodies,
    duties,
    acts: new Map([[id, acts]]),
  });
  const area = provision.areas[0];
  const part = partsOf(agreement).find(({ numeral }) => numeral === found.part);
  return {
    provision,
    part: part === undefined ? null : { numeral: part.numeral, title: part.title, id: part.id },
    before: agreement.provisions[at - 1]?.id ?? null,
    after: agreement.provisions[at + 1]?.id ?? null,
    related: (provision.number === null ? [] : agreement.provisions)
      .filter((other) => other.id !== id && other.statements.some((statement) => statement.area === area))
      .map((other) => other.id)
      .slice(0, RELATED_LIMIT),
    acts: acts.slice(0, TIMELINE_LIMIT).toReversed(),
    names: namesOf(bodies),
    more: acts.length > TIMELINE_LIMIT,
    families: agreement.families.filter((family) => found.families.includes(family.family)),
    confirmedBy: agreement.participants
      .map(({ id: side }) => side)
      .filter((side) => agreement.confirmedBy.includes(side)),
  };
}
