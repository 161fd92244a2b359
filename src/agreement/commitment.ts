// Commitments: each verb phrase of the text as a statement, curated by hand and proved against the words.
import { sha256 } from '@noble/hashes/sha2.js';
import Type from 'typebox';
import { parse } from 'yaml';
import { hex, utf8 } from '../act/bytes.ts';
import { type Refusal, refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { type ReadText, sentenceStarts } from './text.ts';

/** The strength of a verb phrase, strongest first: also the order in which a paragraph's strongest word is found. */
export const MODALITIES = [
  'shall',
  'will',
  'will-soft',
  'may',
  'would-conditional',
  'policy',
  'statement',
  'historic',
] as const;
export type Modality = (typeof MODALITIES)[number];

const NATURES = ['commitment', 'power', 'effect', 'rule', 'position', 'fact'] as const;
const MANNERS = ['jointly', 'each', 'mutual', 'either'] as const;
const STANDINGS = ['one-off', 'continuing', 'recurring', 'on-event'] as const;
const BASES = ['stated', 'inferred', 'absent'] as const;

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 2000 });
const Texts = Type.Array(Text, { maxItems: 64 });
const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const StatementShape = Type.Object(
  {
    id: Text,
    sentence: Type.Integer({ minimum: 1 }),
    at: Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 1 })]),
    quote: Text,
    verb: Text,
    modality: Type.Enum(MODALITIES),
    implied: Type.Optional(Type.Literal(true)),
    nature: Type.Enum(NATURES),
    by: Text,
    actor: Type.Optional(Text),
    manner: Type.Optional(Type.Enum(MANNERS)),
    with: Type.Optional(Text),
    to: orNull(Text),
    for: Type.Optional(Text),
    what: Text,
    area: Text,
    also_areas: Type.Optional(Texts),
    way: Text,
    also_ways: Type.Optional(Texts),
    objects: Texts,
    conditions: Texts,
    aim: Type.Optional(orNull(Type.Union([Text, Texts]))),
    scope: Type.Optional(orNull(Type.Union([Text, Texts]))),
    scope_open: Type.Optional(Type.Boolean()),
    until: Type.Optional(orNull(Type.Union([Text, Texts]))),
    standing: orNull(Type.Enum(STANDINGS)),
    clock: orNull(Text),
    clock_from: Type.Optional(orNull(Text)),
    assessed: Type.Boolean(),
    counts_as_done: orNull(Text),
    owner_proposed: orNull(Type.Object({ proposed: Type.Literal(true) }, { additionalProperties: orNull(Texts) })),
    public: Type.Boolean(),
    public_limit: Type.Optional(orNull(Text)),
    readings: Type.Optional(Texts),
    note: Type.Optional(orNull(Text)),
  },
  closed,
);

export const ParameterShape = Type.Object(
  {
    value: Type.Unknown(),
    basis: Type.Enum(BASES),
    words: Type.Optional(Text),
    why: Type.Optional(Text),
    provision: Type.Optional(Text),
  },
  closed,
);
/** A typed parameter of a clause. `stated` has its `words` in the text, `inferred` its `why`; `absent` is a value. */
export type Parameter = Type.Static<typeof ParameterShape>;

const FamilyShape = Type.Object(
  {
    family: Text,
    provision: Text,
    spans: Type.Array(Type.Object({ provision: Text, quote: Text }, closed)),
    statements: Texts,
    parameters: Type.Record(Type.String(), ParameterShape),
    questions: Type.Optional(Texts),
    confirmed: Type.Boolean(),
    note: Type.Optional(Text),
  },
  closed,
);

const FileShape = Type.Object(
  {
    agreement: Text,
    schema: Type.Literal('commitments/1'),
    title: Text,
    text: Text,
    text_sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    languages: Texts,
    prevailing: Text,
    participants: Texts,
    participant_names: Type.Record(Type.String(), Text),
    signed: Type.Object({ date: Text, place: Text }, closed),
    confirmation: Type.Record(Type.String(), orNull(Text)),
    bodies: Type.Record(
      Type.String(),
      Type.Object({ name: Text, local: orNull(Text), note: Type.Optional(Text), check: Type.Optional(Text) }, closed),
    ),
    objects: Type.Record(Type.String(), Type.Object({ type: Text, printed: Texts, note: Type.Optional(Text) }, closed)),
    families: Type.Array(FamilyShape),
    families_absent: Type.Array(
      Type.Object({ family: Text, present: Type.Literal(false), confirmed: Type.Boolean() }, closed),
    ),
    provisions: Type.Array(
      Type.Object(
        {
          id: Text,
          part: Text,
          part_title: Text,
          section: orNull(Text),
          sentences: Type.Integer({ minimum: 1 }),
          families: Type.Optional(Texts),
          statements: Type.Array(StatementShape, { minItems: 1 }),
        },
        closed,
      ),
    ),
  },
  closed,
);
/** The file as written. Field by field: agreements/<id>/README.md. */
export type CommitmentFile = Type.Static<typeof FileShape>;
export type RawStatement = Type.Static<typeof StatementShape>;
export type RawFamily = Type.Static<typeof FamilyShape>;
type RawProvision = CommitmentFile['provisions'][number];

const fileShape = shape(FileShape, 'input-malformed');

const MODAL = /\b(?:shall|will|may|would|should|can|cannot)\b/g;
const SOFT = /\b(?:seek|aim|search|explore|exploring|consider|intend|endeavours)\b/;
const ACTED: readonly string[] = ['commitment', 'power', 'effect'];

/** Why a statement has another modality than its verb alone would give, by statement. */
export type Judgements = Readonly<Record<string, string>>;

function wrong(what: string): Refusal {
  return refuse('input-malformed', `The commitments do not fit the text: ${what}.`);
}

/** The modality that a verb phrase gives by itself; undefined where only reading can tell. */
export function modalityOf(verb: string): Modality | undefined {
  const bare = verb.replace(/[[\]]/g, '');
  if (/\bshall\b/.test(bare)) return 'shall';
  if (/\bwould\b/.test(bare)) return 'would-conditional';
  if (/\b(?:may|can)\b/.test(bare)) return 'may';
  if (bare.includes('policy of')) return 'policy';
  if (SOFT.test(bare)) return 'will-soft';
  return /\b(?:will|commits?|are committed)\b/.test(bare) ? 'will' : undefined;
}

const WORD_AFTER = /^[\p{L}\p{N}_]/u;
const WORD_BEFORE = /[\p{L}\p{N}_]$/u;

/** Whole words: 'construction' does not stand in 'reconstruction'. */
function hasWhole(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0 && at < text.length; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    // Two units: a letter beyond the basic plane is a pair of them.
    const isWhole =
      !WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at)) && !WORD_AFTER.test(text.slice(end, end + 2));
    if (isWhole) return true;
  }
  return false;
}

function requireWhole(text: string, words: string, whose: string): void {
  if (!hasWhole(text, words)) {
    throw wrong(`${whose} has ${JSON.stringify(words)}, which its paragraph does not`);
  }
}

function checkStatement(statement: RawStatement, text: string, file: CommitmentFile, judgements: Judgements): void {
  const { id, at, quote, modality, verb } = statement;
  if (text.slice(at[0], at[1]) !== quote) throw wrong(`${id} is not at ${at.join(' to ')}`);
  if (sentenceStarts(text).filter((start) => start <= at[0]).length !== statement.sentence) {
    throw wrong(`${id} is not in sentence ${statement.sentence}`);
  }
  for (const words of [...statement.conditions, statement.aim, statement.until, statement.scope].flat()) {
    if (typeof words === 'string') requireWhole(text, words, id);
  }
  const given = modalityOf(verb);
  const readable = given === undefined ? ['statement', 'historic'].includes(modality) : given === modality;
  // A modality that the verb does not give stands only where it is implied, or where the agreement says why.
  if (!readable && statement.implied !== true && judgements[id] === undefined)
    throw wrong(`${id} is ${modality}; its verb ${JSON.stringify(verb)} is not`);
  for (const object of statement.objects) {
    const printed = file.objects[object]?.printed;
    if (printed === undefined) throw wrong(`${id} names the object ${object}, which is not registered`);
    if (!printed.some((form) => text.includes(form)))
      throw wrong(`${id} names ${object}, which its paragraph does not print`);
  }
  const owners = Object.entries(statement.owner_proposed ?? {}).flatMap(([, bodies]) =>
    Array.isArray(bodies) ? bodies : [],
  );
  const unknown = owners.find((body) => file.bodies[body] === undefined);
  if (unknown !== undefined) throw wrong(`${id} proposes ${unknown}, which is not registered`);
  const acted = statement.assessed || ACTED.includes(statement.nature);
  if (acted && statement.counts_as_done === null) throw wrong(`${id} does not say what would count as done`);
}

function checkProvision(provision: RawProvision, read: ReadText, file: CommitmentFile, judgements: Judgements): void {
  const node = read.nodes.find((candidate) => candidate.id === provision.id);
  if (node === undefined) throw wrong(`there is no provision ${provision.id} in the text`);
  const found = { part: node.part, part_title: node.partTitle, section: node.section };
  for (const [field, value] of Object.entries(found)) {
    if (provision[field as keyof typeof found] !== value) throw wrong(`${provision.id} stands under ${String(value)}`);
  }
  if (sentenceStarts(node.text).length !== provision.sentences) throw wrong(`${provision.id} has other sentences`);
  let last = 0;
  provision.statements.forEach((statement, i) => {
    if (statement.id !== `${provision.id}.${i + 1}`)
      throw wrong(`${statement.id} stands where ${provision.id}.${i + 1} is due`);
    if (statement.at[0] < last) throw wrong(`${statement.id} begins before the statement above it`);
    last = statement.at[0];
    checkStatement(statement, node.text, file, judgements);
  });
  for (const modal of node.text.matchAll(MODAL)) {
    const inside = provision.statements.some(
      ({ at }) => at[0] <= modal.index && modal.index + modal[0].length <= at[1],
    );
    if (!inside) throw wrong(`the ${modal[0]} at ${modal.index} of ${provision.id} is in no statement`);
  }
  const families = file.families
    .filter((family) => family.statements.some((id) => provision.statements.some((statement) => statement.id === id)))
    .map((family) => family.family);
  if (families.join() !== (provision.families ?? []).join())
    throw wrong(`${provision.id} rests on ${families.join(', ')}`);
}

function checkFamily(family: RawFamily, read: ReadText, statements: ReadonlySet<string>): void {
  const textOf = (id: string): string => read.nodes.find((node) => node.id === id)?.text ?? '';
  for (const span of family.spans) {
    if (!textOf(span.provision).includes(span.quote))
      throw wrong(`the clause ${family.family} quotes what ${span.provision} lacks`);
  }
  const unknown = family.statements.find((id) => !statements.has(id));
  if (unknown !== undefined) throw wrong(`the clause ${family.family} rests on ${unknown}`);
  for (const [name, parameter] of Object.entries(family.parameters)) {
    const whose = `${family.family}.${name}`;
    if (parameter.basis === 'absent' && parameter.value !== null) throw wrong(`${whose} is absent and has a value`);
    if (parameter.basis === 'inferred' && parameter.why === undefined) throw wrong(`${whose} does not say why`);
    if (parameter.basis !== 'stated') continue;
    const spoken = [parameter.provision ?? family.provision, ...family.spans.map((span) => span.provision)];
    if (parameter.words === undefined || !spoken.some((id) => textOf(id).includes(parameter.words ?? ''))) {
      throw wrong(`the words of ${whose} are not in ${spoken[0]}`);
    }
  }
}

/**
 * Reads the commitments and proves them against the text they were read from: its hash, every provision in order with
 * its part, heading and sentences, every quote at its offset, every condition, aim, scope and end word for word, every
 * modal verb inside a statement, every modality as its verb gives it, owners, objects and clauses registered. Refuses
 * with what does not fit and where.
 */
export function readCommitments(source: string, text: string, read: ReadText, judgements: Judgements): CommitmentFile {
  let value: unknown;
  try {
    value = parse(source);
  } catch (cause) {
    throw refuse('input-malformed', 'The commitments are not YAML.', cause);
  }
  const file = fileShape(value);
  if (hex(sha256(utf8(text))) !== file.text_sha256) throw wrong('they were read from another text');
  const order = (ids: readonly { readonly id: string }[]): string => ids.map(({ id }) => id).join(' ');
  if (order(file.provisions) !== order(read.nodes)) throw wrong('their provisions are not those of the text, in order');
  for (const provision of file.provisions) checkProvision(provision, read, file, judgements);
  const statements = new Set(
    file.provisions.flatMap((provision) => provision.statements.map((statement) => statement.id)),
  );
  for (const family of file.families) checkFamily(family, read, statements);
  for (const [object, { printed }] of Object.entries(file.objects)) {
    const missing = printed.find((form) => !text.includes(form));
    if (missing !== undefined) throw wrong(`${object} is printed ${JSON.stringify(missing)} nowhere`);
  }
  return file;
}
