// An agreement as one value: its text, participants, languages, commitments, clauses, and what is reported of it.
import Type from 'typebox';
import { parse } from 'yaml';
import { BodyId } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import {
  type CommitmentFile,
  MODALITIES,
  type Modality,
  type Parameter,
  type RawStatement,
  readCommitments,
} from './commitment.ts';
import { type CapitalDays, readHolidays } from './holidays.ts';
import { type Instrument, readInstruments } from './instrument.ts';
import { type Purpose, readPurposes } from './purpose.ts';
import { type Atlas, readPlaces } from './places.ts';
import { readReports, readTerms, type Report, type Term } from './reported.ts';
import { NUMERAL, type ReadText, readText } from './text.ts';

export type { Modality, Parameter, Purpose, Report, Term };
export { MODALITIES };

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 500 });
export const InThree = Type.Object({ en: Text, uk: Text, sq: Text }, closed);
/** A name in the languages of the interface. */
export type InThree = Type.Static<typeof InThree>;

const LanguageTag = Type.String({ pattern: '^[a-z]{2,3}$' });
const Side = Type.String({ pattern: '^[a-z]{2,8}$' });

const ParticipantShape = Type.Object(
  {
    id: Side,
    name: InThree,
    short: InThree,
    genitive: InThree,
    seat: Type.Object({ city: InThree, zone: Type.String({ pattern: '^[A-Za-z]+/[A-Za-z_]+$' }) }, closed),
    language: LanguageTag,
    treatyOffice: Type.Object({ body: BodyId, name: InThree, dative: InThree }, closed),
  },
  closed,
);
/**
 * A participant. `zone` is the name of the seat's time zone as it is shown; `language` the one its notes are written
 * in; the treaty office speaks for it without designation. Genitive and dative are for notes verbales.
 */
export type Participant = Type.Static<typeof ParticipantShape>;

const FrameShape = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
    title: Text,
    titles: Type.Array(Text, { minItems: 1 }),
    short: InThree,
    cited: InThree,
    signed: Type.Object({ date: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }), place: InThree }, closed),
    languages: Type.Array(LanguageTag, { minItems: 1 }),
    prevails: orNull(LanguageTag),
    loaded: Type.Array(LanguageTag),
    participants: Type.Array(ParticipantShape, { minItems: 2, maxItems: 2 }),
    headings: Type.Record(Type.String(), Text),
    judgements: Type.Record(Type.String(), Text),
  },
  closed,
);
const frameShape = shape(FrameShape, 'input-malformed');
type Frame = Type.Static<typeof FrameShape>;

function orNull<S extends Type.TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

/** A statement: one verb phrase, read. Owners are proposals by side until a body is designated. */
export interface Statement {
  readonly id: string;
  readonly sentence: number;
  readonly at: readonly [number, number];
  readonly quote: string;
  readonly verb: string;
  readonly modality: Modality;
  readonly nature: RawStatement['nature'];
  /** A side, `both` or `third-party`. */
  readonly by: string;
  readonly to: string | null;
  readonly what: string;
  readonly area: string;
  readonly alsoAreas: readonly string[];
  readonly way: string;
  readonly alsoWays: readonly string[];
  readonly conditions: readonly string[];
  readonly standing: RawStatement['standing'];
  readonly assessed: boolean;
  readonly countsAsDone: string | null;
  readonly owners: Readonly<Record<string, readonly string[]>>;
  readonly readings: readonly string[];
  readonly note: string | null;
}

/** A provision of the text with everything read in it. `part` is its numeral; null outside the numbered Parts. */
export interface Provision {
  readonly id: string;
  readonly text: string;
  readonly part: string | null;
  readonly section: string | null;
  readonly families: readonly string[];
  readonly statements: readonly Statement[];
}

export interface Section {
  readonly title: string;
  readonly short: string;
}

export interface AgreementPart {
  readonly numeral: string;
  readonly title: string;
  readonly short: string;
  readonly sections: readonly Section[];
}

/** A clause of a family, with typed parameters and the questions left to the sides. */
export interface Family {
  readonly family: string;
  readonly provision: string;
  readonly statements: readonly string[];
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly questions: readonly string[];
  /** Checked word by word against the text; it is no confirmation by either side. */
  readonly confirmed: boolean;
}

/** A body that might own a commitment: a proposal of the curator, never a designation. */
export interface ProposedBody {
  readonly name: string;
  readonly local: string | null;
  readonly note: string | null;
  /** What about it is still to be confirmed. */
  readonly check: string | null;
}

/** An agreement as data. Nothing of any one treaty is in code: everything is here. */
export interface Agreement extends Omit<Frame, 'headings' | 'judgements'> {
  readonly text: ReadText;
  readonly textSha256: string;
  readonly parts: readonly AgreementPart[];
  /** Recitals, paragraphs, closing words, in the order of the text. */
  readonly provisions: readonly Provision[];
  readonly provision: (id: string) => Provision | undefined;
  /** The participant of a side; a side that is none is a broken invariant and throws. */
  readonly participant: (side: string) => Participant;
  readonly families: readonly Family[];
  readonly absent: readonly string[];
  readonly family: (name: string) => Family | undefined;
  /** The provisions that clauses of these families stand in, each once. */
  readonly provisionsOf: (families: readonly string[]) => string[];
  /** Sides that have confirmed the curator's reading by act or note; none until they say so. */
  readonly confirmedBy: readonly string[];
  readonly bodies: ReadonlyMap<string, ProposedBody>;
  readonly reports: readonly Report[];
  readonly reportsOf: (provision: string) => readonly Report[];
  readonly terms: readonly Term[];
  /** Days off of the capitals, as far as they are known. */
  readonly holidays: readonly CapitalDays[];
  /** Other instruments the text names, each with a life of its own. */
  readonly instruments: readonly Instrument[];
  /** For what a session may be opened, and what a label may name: a closed list. */
  readonly purposes: readonly Purpose[];
  /** Places it names, and the borders within which a map shows them. */
  readonly atlas: Atlas;
}

function statementOf(raw: RawStatement): Statement {
  const owners = Object.entries(raw.owner_proposed ?? {}).flatMap(([side, bodies]) =>
    Array.isArray(bodies) ? [[side, bodies] as const] : [],
  );
  return {
    id: raw.id,
    sentence: raw.sentence,
    at: [raw.at[0], raw.at[1]],
    quote: raw.quote,
    verb: raw.verb,
    modality: raw.modality,
    nature: raw.nature,
    by: raw.by,
    to: raw.to,
    what: raw.what,
    area: raw.area,
    alsoAreas: raw.also_areas ?? [],
    way: raw.way,
    alsoWays: raw.also_ways ?? [],
    conditions: raw.conditions,
    standing: raw.standing,
    assessed: raw.assessed,
    countsAsDone: raw.counts_as_done,
    owners: Object.fromEntries(owners),
    readings: raw.readings ?? [],
    note: raw.note ?? null,
  };
}

function partsOf(read: ReadText, headings: Readonly<Record<string, string>>): readonly AgreementPart[] {
  const short = (title: string): string => headings[title] ?? title;
  const parts = new Map<string, { title: string; sections: Set<string> }>();
  for (const node of read.nodes.filter((one) => NUMERAL.test(one.part))) {
    const part = parts.get(node.part) ?? { title: node.partTitle, sections: new Set<string>() };
    parts.set(node.part, part);
    if (node.section !== null) part.sections.add(node.section);
  }
  return [...parts].map(([numeral, { title, sections }]) => ({
    numeral,
    title,
    short: `Part ${numeral}. ${short(title)}`,
    sections: [...sections].map((section) => ({ title: section, short: short(section) })),
  }));
}

function familiesOf(file: CommitmentFile): readonly Family[] {
  return file.families.map((raw) => ({
    family: raw.family,
    provision: raw.provision,
    statements: raw.statements,
    parameters: raw.parameters,
    questions: raw.questions ?? [],
    confirmed: raw.confirmed,
  }));
}

const NO_PLACES = '{countries: [], borders: null, places: []}';

function needed(files: Readonly<Record<string, string>>, name: string): string {
  const text = files[name];
  if (text === undefined) throw refuse('input-malformed', `The agreement has no file ${name}.`);
  return text;
}

function readFrame(source: string): Frame {
  try {
    return frameShape(parse(source) as unknown);
  } catch (cause) {
    throw refuse('input-malformed', `Reading agreement.yaml: ${(cause as Error).message}`, cause);
  }
}

/**
 * Reads an agreement from its files: `agreement.yaml`, the prevailing text `text.<language>.md`, `commitments.yaml`,
 * and, where there are any, `public-record.csv`, `terms.csv`, `holidays.yaml`, `instruments.yaml`,
 * `purposes.yaml`, `places.yaml`. Refuses files that do not fit each other.
 */
export function readAgreement(files: Readonly<Record<string, string>>): Agreement {
  const { headings, judgements, ...frame } = readFrame(needed(files, 'agreement.yaml'));
  const source = needed(files, `text.${frame.prevails ?? frame.loaded[0] ?? ''}.md`);
  const text = readText(source);
  const file = readCommitments(needed(files, 'commitments.yaml'), source, text, judgements);
  const sides = frame.participants.map((participant) => participant.id);
  if (file.agreement !== frame.id || file.participants.join() !== sides.join()) {
    throw refuse(
      'input-malformed',
      `The commitments are of ${file.agreement} between ${file.participants.join(', ')}.`,
    );
  }
  const provisions = text.nodes.map((node, i): Provision => {
    const raw = file.provisions[i] as CommitmentFile['provisions'][number];
    return {
      id: node.id,
      text: node.text,
      part: NUMERAL.test(node.part) ? node.part : null,
      section: node.section,
      families: raw.families ?? [],
      statements: raw.statements.map(statementOf),
    };
  });
  const families = familiesOf(file);
  const reports = readReports(files['public-record.csv'] ?? 'date,reported,provisions,confidence,source,subject\n');
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));
  return {
    ...frame,
    text,
    textSha256: file.text_sha256,
    parts: partsOf(text, headings),
    provisions,
    provision: (id) => byId.get(id),
    participant: (side) => {
      const found = frame.participants.find((participant) => participant.id === side);
      if (found === undefined) throw new Error(`agreement: ${side} is no participant of ${frame.id}`);
      return found;
    },
    families,
    absent: file.families_absent.map(({ family }) => family),
    family: (name) => families.find((family) => family.family === name),
    provisionsOf: (names) => [
      ...new Set(families.filter((family) => names.includes(family.family)).map((family) => family.provision)),
    ],
    confirmedBy: sides.filter((side) => typeof file.confirmation[`by_${side}`] === 'string'),
    bodies: new Map(
      Object.entries(file.bodies).map(([id, body]) => [
        id,
        { name: body.name, local: body.local, note: body.note ?? null, check: body.check ?? null },
      ]),
    ),
    reports,
    reportsOf: (provision) => reports.filter((report) => report.provisions.includes(provision)),
    terms: readTerms(files['terms.csv'] ?? 'en,uk,sq,note\n'),
    holidays: readHolidays(files['holidays.yaml'] ?? 'calendars: []'),
    instruments: readInstruments(files['instruments.yaml'] ?? 'instruments: []', (id) => byId.has(id)),
    purposes: readPurposes(files['purposes.yaml'] ?? 'purposes: []', (id) => byId.has(id)),
    atlas: readPlaces(files['places.yaml'] ?? NO_PLACES, (id) => byId.has(id)),
  };
}

/** The strongest modality among a provision's statements. */
export function strongest(provision: Provision): Modality {
  return (
    MODALITIES.find((modality) => provision.statements.some((statement) => statement.modality === modality)) ??
    'historic'
  );
}
