// The annotated edition as data: every provision with what was promised, recorded, due, reported and changed of it.
import { sideOf } from '../../act/act.ts';
import type { Duty } from '../../act/duty.ts';
import type { Agreement, InThree, Provision, Report, Statement } from '../../agreement/agreement.ts';
import type { Place } from '../../act/keys.ts';
import { civilDate } from '../../agreement/calendar.ts';
import { BODIES, type BodyState } from '../../agreement/mandate.ts';
import { ANNEX, CLOSING } from '../../agreement/text.ts';
import type { Area, LifeStrip, Look, ProvisionFilter } from '../../area.ts';
import { MODALITIES, type Modality } from '../../kit/marks.tsx';
import type { Concordance } from '../../node/node.ts';
import type { TextHistory } from '../../agreement/amendment.ts';
import { type BodyNames, type SaidRow, saidRow } from './said.tsx';
import { type Amended, amendedBy, readTextOn, type Stood, type TextShown } from './stood.ts';

/** Longest words to look for, in characters. */
export const WORDS_LIMIT = 200;

/** How something is asked of a paragraph: by a day to come, by one that is past, or by none. */
export const DUES = ['to-come', 'late', 'undated'] as const;
export type DueChoice = (typeof DUES)[number];

/** What narrows the edition; null where it does not. `strongest` is the strongest word a paragraph has. */
export interface EditionQuery {
  readonly area: string | null;
  readonly modality: Modality | null;
  readonly strongest: Modality | null;
  /** A side, or `both`. */
  readonly side: string | null;
  readonly state: 'something' | 'nothing' | null;
  readonly due: DueChoice | null;
  readonly q: string | null;
  /** What was chosen of the areas' own filters, by name; those not chosen are absent. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** Who owns a provision on one side: designated by an act, or proposed with the text, then `by` is null. */
export interface EditionOwner {
  readonly side: string;
  readonly body: string;
  /** As designated; the agreement's own list knows the names of the proposed ones. */
  readonly name: { readonly en: string; readonly local: string } | null;
  readonly by: Place | null;
}

/** A provision with its margin. */
export interface EditionProvision {
  /** From 1 for paragraphs, 69 also for 69a; null for recitals, annexes and the closing words. */
  readonly number: number | null;
  readonly recital: number | null;
  readonly id: string;
  readonly text: string;
  readonly part: string | null;
  readonly section: string | null;
  readonly statements: readonly Statement[];
  readonly families: readonly string[];
  readonly areas: readonly string[];
  /** Statements by modality, strongest first. */
  readonly counts: readonly { readonly modality: Modality; readonly count: number }[];
  /** Who promises; where nothing is promised, who speaks. In the order of the title. */
  readonly sides: readonly string[];
  readonly owners: readonly EditionOwner[];
  readonly acts: number;
  /** True where there are more acts than were counted. */
  readonly moreActs: boolean;
  /** Whether a statement asks for something that acts would show. */
  readonly asksForActs: boolean;
  readonly lastAct: SaidRow | null;
  readonly duties: readonly Duty[];
  readonly reports: readonly Report[];
  readonly readings: readonly { readonly statement: string; readonly readings: readonly string[] }[];
  /** What acts have made of it, oldest first: its statements are then read in the words as signed. */
  readonly amended: readonly Amended[];
  /** The heading of an annex. */
  readonly heading: string | null;
}

export interface EditionSection {
  readonly id: string;
  readonly title: string;
  readonly short: string;
}

export interface EditionPart {
  readonly id: string;
  readonly numeral: string;
  readonly title: string;
  readonly short: string;
  readonly first: string;
  readonly last: string;
  readonly sections: readonly EditionSection[];
}

/** The whole page as data: its JSON twin. */
export interface Edition {
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly sides: readonly string[];
    readonly signed: { readonly date: string; readonly place: InThree };
    readonly prevails: string | null;
    readonly languages: readonly string[];
    /** The provision under which bodies are designated, if the agreement has one. */
    readonly designation: string | null;
  };
  readonly life: LifeStrip | null;
  readonly concordance: Concordance;
  readonly query: EditionQuery;
  /** Names of designated bodies. */
  readonly names: BodyNames;
  readonly areas: readonly string[];
  /** The areas' own choices of the filter. */
  readonly filters: readonly Omit<ProvisionFilter, 'load'>[];
  /** Numbers of the first and the last recital, if there are any. */
  readonly preamble: { readonly first: number; readonly last: number } | null;
  readonly parts: readonly EditionPart[];
  /** Paragraphs by their strongest word, whatever the query. */
  readonly counts: readonly { readonly modality: Modality; readonly count: number }[];
  /** Paragraphs there are; `provisions` holds those that fit the query. */
  readonly total: number;
  /** False where the record has more acts than were counted. */
  readonly allActsCounted: boolean;
  readonly recitals: readonly EditionProvision[];
  readonly provisions: readonly EditionProvision[];
  readonly closing: EditionProvision | null;
  readonly annexes: readonly EditionProvision[];
  /** How the text stands on the day shown. */
  readonly text: TextShown;
}

/** What the page is made of: the margins, how the records compare, what is due, where the Agreement stands. */
export interface Known {
  readonly margins: Margins;
  readonly concordance: Concordance;
  readonly duties: readonly Duty[];
  readonly life: LifeStrip | undefined;
  readonly history: TextHistory;
  readonly areas: readonly Area[];
}

const one = <Value extends string>(values: readonly Value[], asked: string | undefined): Value | null =>
  values.find((value) => value === asked) ?? null;

/** Reads the query. What is not a choice of the page is as if it were not there. */
export function readQuery(
  query: Readonly<Record<string, string>>,
  agreement: Agreement,
  filters: readonly ProvisionFilter[] = [],
): EditionQuery {
  const sides = agreement.participants.map((participant) => participant.id);
  const words = query['q']?.trim().slice(0, WORDS_LIMIT);
  return {
    area: one(areasOf(agreement.provisions), query['area']),
    modality: one(MODALITIES, query['modality']),
    strongest: one(MODALITIES, query['strongest']),
    side: one([...sides, 'both'], query['side']),
    state: one(['something', 'nothing'] as const, query['state']),
    due: one(DUES, query['due']),
    q: words === undefined || words === '' ? null : words,
    chosen: Object.fromEntries(
      filters.flatMap(({ name, options }) =>
        options.some(({ value }) => value === query[name]) ? [[name, query[name] ?? '']] : [],
      ),
    ),
  };
}

function areasOf(provisions: readonly Provision[]): readonly string[] {
  return [...new Set(provisions.flatMap(({ statements }) => statements.map(({ area }) => area)))];
}

/** Statements by modality, strongest first. */
function counted(statements: readonly Statement[]): EditionProvision['counts'] {
  return MODALITIES.map((modality) => ({
    modality,
    count: statements.filter((statement) => statement.modality === modality).length,
  })).filter(({ count }) => count > 0);
}

const promises = (statement: Statement): boolean =>
  statement.modality !== 'statement' && statement.modality !== 'historic';

/** The sides who say `statements`, in the order of the title. Third parties have no side. */
function speakers(statements: readonly Statement[], sides: readonly string[]): readonly string[] {
  return sides.filter((side) => statements.some(({ by }) => by === side || by === 'both'));
}

type Bodies = readonly { readonly subject: string; readonly state: BodyState }[];

/** The names under which bodies were designated, by id. */
export function namesOf(bodies: Bodies): BodyNames {
  return Object.fromEntries(
    bodies.flatMap(({ subject, state }) => (state.name === null ? [] : [[subject, state.name]])),
  );
}

/** The owners of a provision: of each side those designated, else the one proposed with the text that leads. */
export function ownersOf(provision: Provision, bodies: Bodies, sides: readonly string[]): readonly EditionOwner[] {
  return sides.flatMap((side): readonly EditionOwner[] => {
    const designated = bodies.flatMap(({ subject, state }): readonly EditionOwner[] =>
      sideOf(subject) === side &&
      state.designated !== null &&
      state.ended === null &&
      state.provisions.includes(provision.id)
        ? [{ side, body: subject, name: state.name, by: state.designated }]
        : [],
    );
    if (designated.length > 0) return designated;
    const proposed = provision.statements.find((statement) => (statement.owners[side] ?? []).length > 0);
    return (proposed?.owners[side] ?? []).map((body) => ({ side, body, name: null, by: null }));
  });
}

/** What the record itself has beside the text. */
export interface Margins {
  readonly agreement: Agreement;
  readonly sides: readonly string[];
  readonly bodies: Bodies;
  /** Acts by provision: how many, whether there are more than were counted, and the newest. */
  readonly acts: ReadonlyMap<string, { readonly count: number; readonly more: boolean; readonly last: SaidRow | null }>;
  /** False where the record has more acts than were counted. */
  readonly all: boolean;
}

/** What stands beside the text. */
export type Context = Omit<Margins, 'all'> & { readonly duties: readonly Duty[] };

/** The day a report is sorted by: one known only by its month or year stands at the end of it. */
function sortingDay(report: Report): string {
  const [whole = '', day] = /^\d{4}(?:-\d\d)?(-\d\d)?/.exec(report.date) ?? [];
  return day === undefined ? `${whole}-99` : whole;
}

function newestFirst(reports: readonly Report[]): readonly Report[] {
  return reports.toSorted((a, b) => (sortingDay(a) < sortingDay(b) ? 1 : -1));
}

/** A provision with everything known of it. */
export function annotate({ provision, node }: Stood, context: Context): EditionProvision {
  const { statements } = provision;
  const promised = statements.filter(promises);
  const acts = context.acts.get(provision.id);
  const recital = /^r(\d+)[a-z]?$/.exec(provision.id)?.[1];
  return {
    number: /^\d+[a-z]?$/.test(provision.id) ? Number.parseInt(provision.id, 10) : null,
    recital: recital === undefined ? null : Number(recital),
    id: provision.id,
    text: provision.text,
    part: provision.part,
    section: provision.section,
    statements,
    families: provision.families,
    areas: areasOf([provision]),
    counts: counted(statements),
    sides: speakers(promised.length > 0 ? promised : statements, context.sides),
    owners: ownersOf(provision, context.bodies, context.sides),
    acts: acts?.count ?? 0,
    moreActs: acts?.more ?? false,
    asksForActs: statements.some(({ assessed }) => assessed),
    lastAct: acts?.last ?? null,
    duties: context.duties.filter((duty) => duty.provision === provision.id),
    reports: newestFirst(context.agreement.reportsOf(provision.id)),
    readings: statements
      .filter(({ readings }) => readings.length > 1)
      .map(({ id, readings }) => ({ statement: id, readings })),
    amended: node.history.map(amendedBy),
    heading: node.part === ANNEX ? node.partTitle : null,
  };
}

/** Reads what the record has beside the text: one question for the acts, one for the bodies. */
export async function readMargins(look: Look): Promise<Margins> {
  const [spoken, bodies] = await Promise.all([look.spoken(), look.rows(BODIES)]);
  const acts = new Map([...spoken].map(([id, { count, more, last }]) => [id, { count, more, last: saidRow(last) }]));
  const { agreement } = look;
  const sides = agreement.participants.map((participant) => participant.id);
  return { agreement, sides, bodies, acts, all: [...spoken.values()].every(({ more }) => !more) };
}

/** How a duty stands at the moment of the look: its day is over when it is, at the seat of the side that owes it. */
function dueAs({ due, dueAt, side }: Duty, { now, agreement }: Look): DueChoice {
  if (dueAt !== undefined) return dueAt < now ? 'late' : 'to-come';
  if (due === undefined) return 'undated';
  return due < civilDate(now, agreement.participant(side).seat.zone) ? 'late' : 'to-come';
}

/** Whether a provision fits a query: one of its statements must fit area, modality and side together. */
function fits(provision: EditionProvision, query: EditionQuery, look: Look): boolean {
  const { area, modality, side } = query;
  const said = provision.statements.some(
    (statement) =>
      (area === null || statement.area === area || statement.alsoAreas.includes(area)) &&
      (modality === null || statement.modality === modality) &&
      (side === null || statement.by === side),
  );
  const moves = provision.acts > 0 || provision.duties.length > 0;
  return (
    (said || (area === null && modality === null && side === null)) &&
    (query.strongest === null || provision.counts[0]?.modality === query.strongest) &&
    (query.state === null || moves === (query.state === 'something')) &&
    (query.due === null || provision.duties.some((duty) => dueAs(duty, look) === query.due)) &&
    (query.q === null || provision.text.toLowerCase().includes(query.q.toLowerCase()))
  );
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The parts with their sections, and from where to where they run. */
export function partsOf(agreement: Agreement): readonly EditionPart[] {
  return agreement.parts.map((part) => {
    const within = agreement.provisions.filter((provision) => provision.part === part.numeral);
    return {
      id: `part-${part.numeral.toLowerCase()}`,
      numeral: part.numeral,
      title: part.title,
      short: part.short,
      first: within.at(0)?.id ?? '',
      last: within.at(-1)?.id ?? '',
      sections: part.sections.map(({ title, short }) => ({ id: slug(title), title, short })),
    };
  });
}

function preambleOf(provisions: readonly EditionProvision[]): Edition['preamble'] {
  const numbers = provisions.flatMap(({ recital }) => (recital === null ? [] : [recital]));
  return numbers.length === 0 ? null : { first: Math.min(...numbers), last: Math.max(...numbers) };
}

function strongestWords(provisions: readonly EditionProvision[]): Edition['counts'] {
  return MODALITIES.map((modality) => ({
    modality,
    count: provisions.filter(({ counts }) => counts[0]?.modality === modality).length,
  })).filter(({ count }) => count > 0);
}

/** The edition as `query` narrows it: the whole text, what the record says of it, how it stands. */
export async function loadAgreement(
  look: Look,
  known: Known,
  query: Readonly<Record<string, string>>,
): Promise<Edition> {
  const { agreement } = look;
  const { margins, duties } = known;
  const context = { ...margins, duties };
  const filters = known.areas.flatMap(({ filter }) => (filter === undefined ? [] : [filter]));
  const asked = readQuery(query, agreement, filters);
  const chosen = filters.filter(({ name }) => asked.chosen[name] !== undefined);
  const found = await Promise.all(chosen.map(async ({ name, load }) => ({ name, values: await load(look) })));
  const { stood, shown: text } = readTextOn(look, known.history, query);
  const all = stood.map((one) => annotate(one, context));
  const paragraphs = all.filter(({ number }) => number !== null);
  const shown = all.filter(
    (provision) =>
      fits(provision, asked, look) &&
      found.every(({ name, values }) => values.get(provision.id)?.includes(asked.chosen[name] ?? '') === true),
  );
  return {
    agreement: {
      id: agreement.id,
      title: agreement.title,
      sides: context.sides,
      signed: agreement.signed,
      prevails: agreement.prevails,
      languages: agreement.languages,
      designation: agreement.family('authorised-bodies')?.provision ?? null,
    },
    life: known.life ?? null,
    concordance: known.concordance,
    query: asked,
    names: namesOf(context.bodies),
    areas: areasOf(agreement.provisions),
    filters: filters.map(({ name, label, any, options }) => ({ name, label, any, options })),
    preamble: preambleOf(all),
    parts: partsOf(agreement),
    counts: strongestWords(paragraphs),
    total: paragraphs.length,
    allActsCounted: context.all,
    recitals: shown.filter(({ recital }) => recital !== null),
    provisions: shown.filter(({ number }) => number !== null),
    closing: shown.find(({ id }) => id === CLOSING) ?? null,
    annexes: shown.filter(({ heading }) => heading !== null),
    text,
  };
}
