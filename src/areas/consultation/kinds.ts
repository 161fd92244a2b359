// The kinds of a consultation: request, acknowledgement, session, what each side says in it, what both agree to.
import Type from 'typebox';
import { BodyId, CivilDate, Instant } from '../../act/act.ts';
import type { Kind } from '../../act/kind.ts';

const closed = { additionalProperties: false } as const;
const ActId = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const Zone = Type.String({ pattern: '^[A-Za-z]+(/[A-Za-z_-]+)+$', maxLength: 64 });
const Some = (limit: number) => Type.String({ minLength: 1, maxLength: limit });
const Any = (limit: number) => Type.String({ maxLength: limit });
const ID = 'A'.repeat(43);

/** Ways in which the sides may speak, and in which a request may go: which are acceptable the sides say each time. */
export const CHANNELS = ['secure-video', 'telephone', 'in-person', 'written', 'other'] as const;
/** Ways in which a request reaches the other side. */
export const DELIVERIES = ['node', 'sheet', 'telephone', 'mail', 'embassy', 'hand', 'other'] as const;
export const URGENCIES = ['immediate', 'hours', 'within-day'] as const;
/** The clauses under which a consultation may be asked for: families of the agreement. */
export const CLAUSES = ['consultation', 'reciprocity'] as const;
export type Clause = (typeof CLAUSES)[number];

/** What works at three in the morning: the duty officer alone. See docs/decisions, one hand or two. */
const alone = { speaker: 'mandate', families: ['consultation', 'reciprocity'], approvals: 0, receipt: false } as const;
/** What commits a side beyond being there: one person beside the author. */
const two = { ...alone, approvals: 1 } as const;

/**
 * A side asks to consult. `trigger` is the id of one that the clause names. `drill`: the same acts on the same rules,
 * marked as an exercise. Each request is one use of the power; it is not used up.
 */
export const REQUESTED = {
  id: 'consultation.requested/1',
  body: Type.Object(
    {
      under: Type.Enum(CLAUSES),
      trigger: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
      grounds: Some(2000),
      urgency: Type.Enum(URGENCIES),
      channels: Type.Array(Type.Enum(CHANNELS), { minItems: 1, maxItems: 5, uniqueItems: true }),
      drill: Type.Boolean(),
    },
    closed,
  ),
  example: {
    under: 'consultation',
    trigger: 'significant-escalation',
    grounds: 'EXERCISE. Drill scenario 3.',
    urgency: 'immediate',
    channels: ['secure-video', 'telephone'],
    drill: true,
  },
  ...alone,
  receipt: true,
  references: [],
} as const satisfies Kind;

const within = { role: 'in', kinds: [REQUESTED.id], count: 1 } as const;

/**
 * A side acknowledges that a request reached it, by whatever way. `request` is the id of the request: where it stands
 * in the record as far as this side has seen, it is referred to as `acknowledges` as well; where it came on paper over
 * a cut line, it is named by `request` alone and found once it arrives.
 */
export const ACKNOWLEDGED = {
  id: 'consultation.acknowledged/1',
  body: Type.Object(
    {
      request: ActId,
      received: Type.Object({ instant: Instant, date: CivilDate, zone: Zone, channel: Type.Enum(DELIVERIES) }, closed),
    },
    closed,
  ),
  example: {
    request: ID,
    received: { instant: '2026-11-23T14:21:40Z', date: '2026-11-23', zone: 'Europe/Tirane', channel: 'node' },
  },
  ...alone,
  references: [],
} as const satisfies Kind;

/** A side opens its session: the clock stops when both have. `opened` is when, by its own clock. */
export const SESSION_OPENED = {
  id: 'consultation.session-opened/1',
  body: Type.Object(
    {
      request: ActId,
      opened: Instant,
      medium: Type.Enum(CHANNELS),
      people: Type.Array(Some(200), { maxItems: 40 }),
    },
    closed,
  ),
  example: {
    request: ID,
    opened: '2026-11-23T21:00:00Z',
    medium: 'secure-video',
    people: ['EXERCISE: duty officer'],
  },
  ...alone,
  references: [],
} as const satisfies Kind;

/** A side names the channel it is ready to use. Agreed is the channel that both have named last. */
export const CHANNEL_NAMED = {
  id: 'consultation.channel-named/1',
  body: Type.Object({ channel: Type.Enum(CHANNELS), detail: Any(500) }, closed),
  example: { channel: 'secure-video', detail: '' },
  ...alone,
  references: [within],
} as const satisfies Kind;

/** The side that asked notes what it did to reach the other by other means. It is its own word, not a receipt. */
export const DELIVERY_NOTED = {
  id: 'consultation.delivery-noted/1',
  body: Type.Object(
    { channel: Type.Enum(DELIVERIES), sent: Instant, answered: Type.Union([Instant, Type.Null()]), note: Any(500) },
    closed,
  ),
  example: { channel: 'telephone', sent: '2026-11-23T14:06:00Z', answered: '2026-11-23T14:08:00Z', note: 'EXERCISE' },
  ...alone,
  references: [within],
} as const satisfies Kind;

export const POSITION_STATED = {
  id: 'consultation.position-stated/1',
  body: Type.Object({ text: Some(4000) }, closed),
  example: { text: 'EXERCISE. Takes note; states no view on whether the event is within ¶69.' },
  ...two,
  references: [within],
} as const satisfies Kind;

/** A need of the side that the clause would have assisted, on one of the lines that the clause names. */
export const NEED_STATED = {
  id: 'consultation.need-stated/1',
  body: Type.Object({ line: Some(60), text: Some(2000) }, closed),
  example: { line: 'humanitarian', text: 'EXERCISE. Warm shelter for 400 people, 14 days' },
  ...two,
  references: [within],
} as const satisfies Kind;

/** What the other side would give on a line. `leads` is the paragraph under which it would be carried out, if any. */
export const ASSISTANCE_PROPOSED = {
  id: 'consultation.assistance-proposed/1',
  body: Type.Object(
    {
      line: Some(60),
      text: Some(2000),
      leads: Type.Union([Type.String({ pattern: '^[a-z0-9]{1,16}$' }), Type.Null()]),
    },
    closed,
  ),
  example: { line: 'humanitarian', text: 'EXERCISE. 400 beds and blankets, by road', leads: '55' },
  ...two,
  references: [within],
} as const satisfies Kind;

export const ANSWERS = ['accepted', 'declined', 'noted'] as const;

export const ASSISTANCE_ANSWERED = {
  id: 'consultation.assistance-answered/1',
  body: Type.Object({ answer: Type.Enum(ANSWERS), text: Any(1000) }, closed),
  example: { answer: 'accepted', text: '' },
  ...two,
  references: [within, { role: 'answers', kinds: [ASSISTANCE_PROPOSED.id], count: 1 }],
} as const satisfies Kind;

/** A side's means and capabilities and its own legal requirements, as it says them: nobody judges them here. */
export const MEANS_STATED = {
  id: 'consultation.means-stated/1',
  body: Type.Object({ means: Any(2000), requirements: Any(2000) }, closed),
  example: { means: 'EXERCISE. Two engineer companies', requirements: 'EXERCISE. A decision of the government' },
  ...two,
  references: [within],
} as const satisfies Kind;

const Step = Type.Object(
  { what: Some(500), who: BodyId, by: Type.Union([CivilDate, Type.Null()]) },
  closed,
);

/** Next steps as one whole: the other side accepts exactly these or proposes others. */
export const STEPS_PROPOSED = {
  id: 'consultation.steps-proposed/1',
  body: Type.Object({ steps: Type.Array(Step, { minItems: 1, maxItems: 20 }) }, closed),
  example: { steps: [{ what: 'EXERCISE. Send the beds', who: 'al:mefa', by: '2026-11-25' }] },
  ...two,
  references: [within],
} as const satisfies Kind;

const Accepted = Type.Object({ text: ActId }, closed);

/** Names the proposal and the hash of its body. The first one counts. */
export const STEPS_ACCEPTED = {
  id: 'consultation.steps-accepted/1',
  body: Accepted,
  example: { text: ID },
  ...two,
  references: [within, { role: 'accepts', kinds: [STEPS_PROPOSED.id], count: 1 }],
} as const satisfies Kind;

export const STEP_DONE = {
  id: 'consultation.step-done/1',
  body: Type.Object({ step: Type.Integer({ minimum: 0, maximum: 19 }), outcome: Some(1000) }, closed),
  example: { step: 0, outcome: 'EXERCISE. Sent' },
  ...two,
  references: [within, { role: 'completes', kinds: [STEPS_ACCEPTED.id], count: 1 }],
} as const satisfies Kind;

export const RECORD_PROPOSED = {
  id: 'consultation.record-proposed/1',
  body: Type.Object({ text: Some(4000) }, closed),
  example: { text: 'EXERCISE. The sides consulted by video.' },
  ...two,
  references: [within],
} as const satisfies Kind;

export const RECORD_AGREED = {
  id: 'consultation.record-agreed/1',
  body: Accepted,
  example: { text: ID },
  ...two,
  references: [within, { role: 'accepts', kinds: [RECORD_PROPOSED.id], count: 1 }],
} as const satisfies Kind;

/** A side says that for its part the consultation is over. It is closed when both have. */
export const CLOSED = {
  id: 'consultation.closed/1',
  body: Type.Object({ text: Any(1000) }, closed),
  example: { text: '' },
  ...two,
  references: [within],
} as const satisfies Kind;

/** A side takes back its own request. One of the other side's that joined it stands. */
export const WITHDRAWN = {
  id: 'consultation.withdrawn/1',
  body: Type.Object({ reason: Some(1000) }, closed),
  example: { reason: 'EXERCISE. The event did not occur.' },
  ...two,
  references: [within],
} as const satisfies Kind;
