// The kinds in which the matters of the final provisions are opened, answered, proposed, decided and ended.
import Type from 'typebox';
import { CivilDate } from '../../../act/act.ts';
import type { Kind } from '../../../act/kind.ts';
import { Channel } from '../channels.ts';

const closed = { additionalProperties: false } as const;
const ActId = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const Line = Type.String({ minLength: 1, maxLength: 300 });
const Text = Type.String({ minLength: 1, maxLength: 4000 });
const Provision = Type.String({ pattern: '^[a-z0-9]{1,16}$' });
const Provisions = Type.Array(Provision, { minItems: 1, maxItems: 128, uniqueItems: true });
const Language = Type.String({ pattern: '^[a-z]{2,3}$' });

const A = 'A'.repeat(43);
const B = 'B'.repeat(43);

/** Every kind here is said by the treaty office, after two approvals. */
const office = { speaker: 'treaty-office', approvals: 2 } as const;
const silent = { ...office, receipt: false, references: [] } as const;

/**
 * ¶78: a side proposes to extend, with the length. `lastDay` is the last day of the term as it stands, `noticesBy` the
 * last day on which both notices can be received, `newLastDay` what follows; `tz` the time zone database they were
 * computed with. The text states no length, so the proposal must.
 */
export const EXTENSION_PROPOSED = {
  id: 'extension.proposed/1',
  body: Type.Object(
    {
      years: Type.Integer({ minimum: 0, maximum: 50 }),
      months: Type.Integer({ minimum: 0, maximum: 11 }),
      lastDay: CivilDate,
      noticesBy: CivilDate,
      newLastDay: CivilDate,
      tz: Type.String({ minLength: 1, maxLength: 16 }),
      noteDate: CivilDate,
      channel: Channel,
    },
    closed,
  ),
  example: {
    years: 5, months: 0, lastDay: '2036-08-31', noticesBy: '2036-02-29', newLastDay: '2041-08-31', tz: '2026c',
    noteDate: '2035-09-03', channel: 'node',
  },
  families: ['extension'],
  ...office,
  receipt: true,
  references: [],
} as const satisfies Kind;

/** ¶78: the other side accepts. It names the act that opened the matter and the exact proposal that it accepts. */
export const EXTENSION_ACCEPTED = {
  id: 'extension.accepted/1',
  body: Type.Object(
    { proposal: ActId, head: ActId, newLastDay: CivilDate, noteDate: CivilDate, channel: Channel },
    closed,
  ),
  example: { proposal: A, head: B, newLastDay: '2041-08-31', noteDate: '2035-10-01', channel: 'node' },
  families: ['extension'],
  ...office,
  receipt: true,
  references: [{ role: 'accepts', kinds: [EXTENSION_PROPOSED.id], count: 1 }],
} as const satisfies Kind;

/** ¶81: a side gives written notice of termination. It runs from the receipt of it. */
export const TERMINATION_NOTIFIED = {
  id: 'termination.notified/1',
  body: Type.Object({ noteDate: CivilDate, channel: Channel }, closed),
  example: { noteDate: '2026-10-30', channel: 'embassy' },
  families: ['termination'],
  ...office,
  receipt: true,
  references: [],
} as const satisfies Kind;

/** Where the right to withdraw a notice comes from: the Agreement does not speak of it. */
export const WITHDRAWAL_SOURCE = 'VCLT 68';

/** The notice is withdrawn before it takes effect: Vienna Convention on the Law of Treaties, article 68. */
export const TERMINATION_WITHDRAWN = {
  id: 'termination.withdrawn/1',
  body: Type.Object({ source: Type.Literal(WITHDRAWAL_SOURCE), noteDate: CivilDate, channel: Channel }, closed),
  example: { source: WITHDRAWAL_SOURCE, noteDate: '2027-01-11', channel: 'node' },
  families: ['termination'],
  ...office,
  receipt: true,
  references: [{ role: 'withdraws', kinds: [TERMINATION_NOTIFIED.id], count: 1 }],
} as const satisfies Kind;

/** Most activities that one proposal lists. */
export const ACTIVITIES_LIMIT = 200;
const Activities = Type.Array(Type.Object({ decided: CivilDate, what: Line }, closed), { maxItems: ACTIVITIES_LIMIT });

/** ¶81: which activities decided before the end go on, as the text has it, and which the sides decide to end. */
export const ACTIVITIES_PROPOSED = {
  id: 'activities.proposed/1',
  body: Type.Object({ continuing: Activities, ending: Activities }, closed),
  example: { continuing: [{ decided: '2026-09-01', what: 'A course (EXERCISE)' }], ending: [] },
  families: ['termination'],
  ...silent,
} as const satisfies Kind;

/** ¶80: a body states that the event has happened on which the future status is to be decided. */
export const ACCESSION_STATED = {
  id: 'accession.stated/1',
  body: Type.Object({ date: CivilDate, source: Line }, closed),
  example: { date: '2030-07-01', source: 'Instrument of accession (EXERCISE)' },
  families: ['nato-accession'],
  ...silent,
} as const satisfies Kind;

export const STATUSES = ['continues', 'continues-changed', 'ends'] as const;

/** ¶80: what one side proposes to decide on the future status. */
export const STATUS_PROPOSED = {
  id: 'status.proposed/1',
  body: Type.Object({ status: Type.Enum(STATUSES), text: Text }, closed),
  example: { status: 'continues', text: 'It remains in effect unchanged (EXERCISE).' },
  families: ['nato-accession'],
  ...office,
  receipt: false,
  references: [{ role: 'answers', kinds: [ACCESSION_STATED.id], count: 1 }],
} as const satisfies Kind;

/** ¶71: a review of Part IV is opened, because a mechanism was agreed with other partners. */
export const ALIGNMENT_OPENED = {
  id: 'alignment.opened/1',
  body: Type.Object({ mechanism: Line, partners: Line, agreedOn: CivilDate }, closed),
  example: { mechanism: 'Joint mechanism (EXERCISE)', partners: 'G7', agreedOn: '2027-03-01' },
  families: ['alignment'],
  ...silent,
} as const satisfies Kind;

export const OUTCOMES = ['amend', 'no-change'] as const;

/** ¶71: the outcome proposed. `amend` leads to a proposal of amendment, which is an act of its own. */
export const ALIGNMENT_PROPOSED = {
  id: 'alignment.proposed/1',
  body: Type.Object({ outcome: Type.Enum(OUTCOMES), text: Text }, closed),
  example: { outcome: 'no-change', text: 'Part IV is aligned as it stands (EXERCISE).' },
  families: ['alignment'],
  ...office,
  receipt: false,
  references: [{ role: 'answers', kinds: [ALIGNMENT_OPENED.id], count: 1 }],
} as const satisfies Kind;

/** ¶72: a side states under which of its own law it implements these provisions. */
export const BASIS_STATED = {
  id: 'basis.stated/1',
  body: Type.Object({ provisions: Provisions, instrument: Line, reference: Line }, closed),
  example: { provisions: ['58', '59'], instrument: 'Law (EXERCISE)', reference: 'No. 1 of 2026 (EXERCISE)' },
  families: ['national-law'],
  ...silent,
} as const satisfies Kind;

/** ¶72: that legal basis no longer stands. */
export const BASIS_ENDED = {
  id: 'basis.ended/1',
  body: Type.Object({ reason: Line }, closed),
  example: { reason: 'Replaced by another law (EXERCISE).' },
  families: ['national-law'],
  ...office,
  receipt: false,
  references: [{ role: 'ends', kinds: [BASIS_STATED.id], count: 1 }],
} as const satisfies Kind;

/** The one reading of ¶73 on which mandates under the Agreement rest. */
export const MANDATE_READING = 'this-agreement';

/** ¶73: a side confirms that bodies designated under it also implement this Agreement, which its words do not say. */
export const READING_CONFIRMED = {
  id: 'reading.confirmed/1',
  body: Type.Object({ reading: Type.Literal(MANDATE_READING) }, closed),
  example: { reading: MANDATE_READING },
  families: ['authorised-bodies'],
  ...silent,
} as const satisfies Kind;

export const DIFFERENCE_SCOPES = ['interpretation', 'implementation', 'both'] as const;

/** ¶75: a side states a difference. */
export const DIFFERENCE_STATED = {
  id: 'difference.stated/1',
  body: Type.Object({ provisions: Provisions, of: Type.Enum(DIFFERENCE_SCOPES), text: Text }, closed),
  example: { provisions: ['43'], of: 'interpretation', text: 'Which vessels are meant (EXERCISE).' },
  families: ['differences'],
  ...silent,
} as const satisfies Kind;

export const DIFFERENCE_ANSWERED = {
  id: 'difference.answered/1',
  body: Type.Object({ text: Text }, closed),
  example: { text: 'The other reading, with its reasons (EXERCISE).' },
  families: ['differences'],
  ...office,
  receipt: false,
  references: [{ role: 'answers', kinds: [DIFFERENCE_STATED.id], count: 1 }],
} as const satisfies Kind;

export const MEANS = ['negotiation', 'consultation'] as const;

/** ¶75: talks were held on a difference. Either side records them. */
export const TALKS_HELD = {
  id: 'talks.held/1',
  body: Type.Object({ date: CivilDate, place: Line, means: Type.Enum(MEANS), text: Text }, closed),
  example: { date: '2026-11-02', place: 'Tirana', means: 'negotiation', text: 'What was discussed (EXERCISE).' },
  families: ['differences'],
  ...office,
  receipt: false,
  references: [{ role: 'answers', kinds: [DIFFERENCE_STATED.id], count: 1 }],
} as const satisfies Kind;

/** ¶75: what one side proposes to agree, so that the difference is settled. */
export const SETTLEMENT_PROPOSED = {
  id: 'settlement.proposed/1',
  body: Type.Object({ text: Text }, closed),
  example: { text: 'Vessels flying the flag or owned there (EXERCISE).' },
  families: ['differences'],
  ...office,
  receipt: false,
  references: [{ role: 'answers', kinds: [DIFFERENCE_STATED.id], count: 1 }],
} as const satisfies Kind;

/** A reading of a rule of dates that the sides are to adopt. `rule` is its id with its version. */
export const CONVENTION_PROPOSED = {
  id: 'convention.proposed/1',
  body: Type.Object(
    {
      rule: Type.String({ pattern: '^[a-z-]+/\\d{1,4}$', maxLength: 40 }),
      reading: Type.String({ pattern: '^[a-z-]+$', maxLength: 40 }),
    },
    closed,
  ),
  example: { rule: 'extension/1', reading: 'earlier' },
  families: ['entry', 'term', 'extension', 'termination', 'consultation'],
  ...silent,
} as const satisfies Kind;

/** Registration under Article 102 of the Charter of the United Nations. Nothing asks for it; unknown until said. */
export const REGISTRATION_STATED = {
  id: 'registration.stated/1',
  body: Type.Object({ date: CivilDate, registration: Line }, closed),
  example: { date: '2027-02-01', registration: 'I-00000 (EXERCISE)' },
  families: ['signature'],
  ...silent,
} as const satisfies Kind;

/** Where a side keeps its original, and in which languages that is. */
export const ORIGINAL_KEPT = {
  id: 'original.kept/1',
  body: Type.Object(
    { languages: Type.Array(Language, { minItems: 1, maxItems: 16, uniqueItems: true }), place: Line },
    closed,
  ),
  example: { languages: ['uk', 'sq', 'en'], place: 'Treaty archive (EXERCISE)' },
  families: ['languages'],
  ...silent,
} as const satisfies Kind;

/** Two authentic texts say different things. `text` is what the one says, `prevailing` what the prevailing one says. */
export const DISCREPANCY_STATED = {
  id: 'discrepancy.stated/1',
  body: Type.Object({ provision: Provision, language: Language, text: Text, prevailing: Text }, closed),
  example: { provision: '69', language: 'uk', text: 'протягом доби (EXERCISE)', prevailing: 'within 24 hours' },
  families: ['languages'],
  ...silent,
} as const satisfies Kind;

/** The words as they should have read. Once accepted, they stand so from the beginning (VCLT 79). */
export const CORRECTION_PROPOSED = {
  id: 'correction.proposed/1',
  body: Type.Object({ text: Text }, closed),
  example: { text: 'протягом 24 годин (EXERCISE)' },
  families: ['languages'],
  ...office,
  receipt: false,
  references: [{ role: 'answers', kinds: [DISCREPANCY_STATED.id], count: 1 }],
} as const satisfies Kind;

const EVERY = ['termination', 'nato-accession', 'alignment', 'differences', 'term', 'languages'] as const;

/** The other side accepts what is proposed: it names the act that opened the matter, and the exact proposal. */
export const PROPOSAL_ACCEPTED = {
  id: 'proposal.accepted/1',
  body: Type.Object({ proposal: ActId, head: ActId }, closed),
  example: { proposal: A, head: B },
  families: EVERY,
  ...office,
  receipt: false,
  references: [
    {
      role: 'accepts',
      kinds: [
        ACTIVITIES_PROPOSED.id, STATUS_PROPOSED.id, ALIGNMENT_PROPOSED.id, SETTLEMENT_PROPOSED.id,
        CONVENTION_PROPOSED.id, CORRECTION_PROPOSED.id,
      ],
      count: 1,
    },
  ],
} as const satisfies Kind;

/** A proposal is taken back by the side that made it, before it is accepted. */
export const PROPOSAL_WITHDRAWN = {
  id: 'proposal.withdrawn/1',
  body: Type.Object({ reason: Line }, closed),
  example: { reason: 'Another will follow (EXERCISE).' },
  families: [...EVERY, 'extension'],
  ...office,
  receipt: false,
  references: [
    {
      role: 'withdraws',
      kinds: [EXTENSION_PROPOSED.id, ...PROPOSAL_ACCEPTED.references[0].kinds],
      count: 1,
    },
  ],
} as const satisfies Kind;

/** What was stated or opened is withdrawn by the side that did so. */
export const MATTER_WITHDRAWN = {
  id: 'matter.withdrawn/1',
  body: Type.Object({ reason: Line }, closed),
  example: { reason: 'It rested on a mistake (EXERCISE).' },
  families: ['nato-accession', 'alignment', 'differences', 'languages'],
  ...office,
  receipt: false,
  references: [
    {
      role: 'withdraws',
      kinds: [ACCESSION_STATED.id, ALIGNMENT_OPENED.id, DIFFERENCE_STATED.id, DISCREPANCY_STATED.id],
      count: 1,
    },
  ],
} as const satisfies Kind;
