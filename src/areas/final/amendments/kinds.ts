// The kinds by which the text is amended: proposed, countered, agreed, withdrawn, and given a day of effect.
import Type from 'typebox';
import { CivilDate } from '../../../act/act.ts';
import type { Kind } from '../../../act/kind.ts';
import { OPS } from '../../../agreement/amendment.ts';

const closed = { additionalProperties: false } as const;
const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** Instructions in one proposal; characters of the words of one, of the title, of a reason. */
export const INSTRUCTIONS_LIMIT = 32;
export const WORDS_LIMIT = 20_000;
export const TITLE_LIMIT = 200;
export const REASON_LIMIT = 1000;
/** Orders among amendments of one day run from 1. */
export const ORDER_LIMIT = 99;

const ActId = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const Provision = Type.String({ pattern: '^(r?[1-9][0-9]{0,2}[a-z]?|annex-[1-9][0-9]?)$' });
const Words = Type.String({ minLength: 1, maxLength: WORDS_LIMIT });

const InstructionShape = Type.Object(
  {
    op: Type.Enum(OPS),
    /** The provision it is about; for `insert` and `annex` the new one, which keeps this id for ever. */
    id: Provision,
    after: orNull(Provision),
    /** The whole new words by language; null for `repeal`. The first line of an annex is its heading. */
    text: orNull(Type.Record(Type.String({ pattern: '^[a-z]{2,3}$' }), Words)),
    /** Day of effect; null where a later act of both sides states it. */
    from: orNull(CivilDate),
  },
  closed,
);

const ProposalShape = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: TITLE_LIMIT }),
    /** The place of this amendment among those that take effect on the same day. */
    order: Type.Integer({ minimum: 1, maximum: ORDER_LIMIT }),
    instructions: Type.Array(InstructionShape, { minItems: 1, maxItems: INSTRUCTIONS_LIMIT }),
  },
  closed,
);
/** What a proposal and a counter-proposal say: the whole amendment, never a difference to another. */
export type Proposal = Type.Static<typeof ProposalShape>;

const SAID = { en: 'EXERCISE', uk: 'EXERCISE', sq: 'EXERCISE' };
const EXAMPLE: Proposal = {
  title: 'EXERCISE: consultation in writing',
  order: 1,
  instructions: [
    { op: 'replace', id: '71', after: null, text: SAID, from: '2027-03-01' },
    { op: 'insert', id: '69a', after: '69', text: SAID, from: null },
    { op: 'repeal', id: '70', after: null, text: null, from: null },
  ],
};

/** A participant proposes an amendment. */
export const AMENDMENT_PROPOSED = {
  id: 'amendment.proposed/1',
  body: ProposalShape,
  example: EXAMPLE,
  speaker: 'treaty-office',
  families: ['amendment'],
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** The name of a counter-proposal, apart because it can itself be answered by one. */
export const COUNTERED = { id: 'amendment.countered/1' } as const;

/** The other side answers a text with a whole text of its own, which then is what can be agreed. */
export const AMENDMENT_COUNTERED = {
  ...COUNTERED,
  body: ProposalShape,
  example: EXAMPLE,
  speaker: 'treaty-office',
  families: ['amendment'],
  approvals: 2,
  receipt: false,
  references: [{ role: 'answers', kinds: [AMENDMENT_PROPOSED.id, COUNTERED.id], count: 1 }],
} as const satisfies Kind;

/** The other side accepts the text in `head`, of the amendment that began with the act `amendment`. Both are bound. */
export const AMENDMENT_AGREED = {
  id: 'amendment.agreed/1',
  body: Type.Object({ amendment: ActId, head: ActId }, closed),
  example: { amendment: 'A'.repeat(43), head: 'B'.repeat(43) },
  speaker: 'treaty-office',
  families: ['amendment'],
  approvals: 2,
  receipt: false,
  references: [{ role: 'accepts', kinds: [AMENDMENT_PROPOSED.id, AMENDMENT_COUNTERED.id], count: 1 }],
} as const satisfies Kind;

/** A side takes back its own text before the other has accepted it. */
export const AMENDMENT_WITHDRAWN = {
  id: 'amendment.withdrawn/1',
  body: Type.Object(
    { amendment: ActId, head: ActId, reason: Type.String({ minLength: 1, maxLength: REASON_LIMIT }) },
    closed,
  ),
  example: { amendment: 'A'.repeat(43), head: 'A'.repeat(43), reason: 'EXERCISE: overtaken by events' },
  speaker: 'treaty-office',
  families: ['amendment'],
  approvals: 2,
  receipt: false,
  references: [{ role: 'withdraws', kinds: [AMENDMENT_PROPOSED.id, AMENDMENT_COUNTERED.id], count: 1 }],
} as const satisfies Kind;

/**
 * A side states the day on which instructions take effect whose day was left open. They take effect once both sides
 * have stated the same day for them.
 */
export const AMENDMENT_EFFECTED = {
  id: 'amendment.effected/1',
  body: Type.Object(
    {
      amendment: ActId,
      /** Numbers of instructions of the agreed text, from 1. */
      instructions: Type.Array(Type.Integer({ minimum: 1, maximum: INSTRUCTIONS_LIMIT }), {
        minItems: 1,
        maxItems: INSTRUCTIONS_LIMIT,
        uniqueItems: true,
      }),
      date: CivilDate,
    },
    closed,
  ),
  example: { amendment: 'A'.repeat(43), instructions: [2, 3], date: '2027-06-01' },
  speaker: 'treaty-office',
  families: ['amendment'],
  approvals: 2,
  receipt: false,
  references: [{ role: 'effects', kinds: [AMENDMENT_AGREED.id], count: 1 }],
} as const satisfies Kind;
