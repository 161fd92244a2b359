// The kinds of the way of meetings: series, call, agenda, what was held, record, decisions, actions.
import Type from 'typebox';
import { BodyId, CivilDate, Instant } from '../../act/act.ts';
import type { Kind } from '../../act/kind.ts';

const closed = { additionalProperties: false } as const;
const Line = Type.String({ minLength: 1, maxLength: 200 });
const Text = Type.String({ maxLength: 4000 });
/** A hash of a body as agreed to: SHA-256 of its canonical encoding, base64url. */
const Hash = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
/** One text as its author gives it: in one language at least, empty where it is not given. */
const Texts = Type.Object({ en: Text, uk: Text, sq: Text }, closed);

/** How people meet. */
export const MEDIA = ['in-person', 'video', 'telephone', 'written'] as const;

const TEXTS = { en: 'EXERCISE. 1. Air defence. 2. Training.', uk: '', sq: '' };
const HASH = 'A'.repeat(43);
/** What every kind of the way shares: a body with a mandate says it, and one person beside the author approves. */
const said = { speaker: 'mandate', families: [], approvals: 1, receipt: false } as const;

/**
 * A series is proposed: under what name, at which level, how often, and how soon a record is to follow. What the text
 * does not set is null until the sides set it here.
 */
export const SERIES_PROPOSED = {
  id: 'series.proposed/1',
  body: Type.Object(
    {
      name: Line,
      level: Type.String({ maxLength: 200 }),
      hosting: Type.String({ maxLength: 200 }),
      intervalMonths: Type.Union([Type.Integer({ minimum: 1, maximum: 120 }), Type.Null()]),
      recordDays: Type.Union([Type.Integer({ minimum: 1, maximum: 365 }), Type.Null()]),
    },
    closed,
  ),
  example: { name: 'EXERCISE dialogue', level: 'senior', hosting: 'in turn', intervalMonths: 6, recordDays: 14 },
  ...said,
  references: [],
} as const satisfies Kind;

/** The other side agrees to the series as proposed: it names the proposal and the hash of its body. */
export const SERIES_AGREED = {
  id: 'series.agreed/1',
  body: Type.Object({ text: Hash }, closed),
  example: { text: HASH },
  ...said,
  references: [{ role: 'accepts', kinds: [SERIES_PROPOSED.id], count: 1 }],
} as const satisfies Kind;

/** A meeting of a series is called: when, where, how. A call that answers another one moves it. */
export const MEETING_CALLED = {
  id: 'meeting.called/1',
  body: Type.Object(
    { start: Instant, end: Instant, place: Type.String({ maxLength: 200 }), medium: Type.Enum(MEDIA) },
    closed,
  ),
  example: { start: '2027-03-10T08:00:00Z', end: '2027-03-10T11:00:00Z', place: 'Tirana', medium: 'in-person' },
  ...said,
  references: [{ role: 'in', kinds: [SERIES_AGREED.id], count: 1 }],
} as const satisfies Kind;

/** An agenda is proposed, in one language or several; the other side agrees to exactly this one or proposes its own. */
export const AGENDA_PROPOSED = {
  id: 'agenda.proposed/1',
  body: Type.Object({ texts: Texts }, closed),
  example: { texts: TEXTS },
  ...said,
  references: [{ role: 'of', kinds: [MEETING_CALLED.id], count: 1 }],
} as const satisfies Kind;

export const AGENDA_AGREED = {
  id: 'agenda.agreed/1',
  body: Type.Object({ text: Hash }, closed),
  example: { text: HASH },
  ...said,
  references: [{ role: 'accepts', kinds: [AGENDA_PROPOSED.id], count: 1 }],
} as const satisfies Kind;

/** A side says that the meeting was held, and who took part: bodies and offices; a name only where the act says one. */
export const MEETING_HELD = {
  id: 'meeting.held/1',
  body: Type.Object(
    {
      start: Instant,
      end: Instant,
      place: Type.String({ maxLength: 200 }),
      medium: Type.Enum(MEDIA),
      attendance: Type.Array(
        Type.Object({ side: Type.String({ pattern: '^[a-z]{2,8}$' }), office: Line }, closed),
        { minItems: 1, maxItems: 60 },
      ),
    },
    closed,
  ),
  example: {
    start: '2027-03-10T08:00:00Z',
    end: '2027-03-10T10:40:00Z',
    place: 'Tirana',
    medium: 'in-person',
    attendance: [{ side: 'ua', office: 'EXERCISE: Deputy Minister of Defence' }],
  },
  ...said,
  references: [{ role: 'of', kinds: [MEETING_CALLED.id], count: 1 }],
} as const satisfies Kind;

export const RECORD_PROPOSED = {
  id: 'record.proposed/1',
  body: Type.Object({ texts: Texts }, closed),
  example: { texts: TEXTS },
  ...said,
  references: [{ role: 'of', kinds: [MEETING_HELD.id], count: 1 }],
} as const satisfies Kind;

/** The other side agrees to exactly that record. The first such act counts. */
export const RECORD_AGREED = {
  id: 'record.agreed/1',
  body: Type.Object({ text: Hash }, closed),
  example: { text: HASH },
  ...said,
  references: [{ role: 'accepts', kinds: [RECORD_PROPOSED.id], count: 1 }],
} as const satisfies Kind;

/** A decision, quoted word for word from the record both sides agreed to: so it is nobody's word alone. */
export const DECISION_TAKEN = {
  id: 'decision.taken/1',
  body: Type.Object({ words: Type.String({ minLength: 1, maxLength: 1000 }) }, closed),
  example: { words: '2. Training.' },
  ...said,
  references: [{ role: 'of', kinds: [RECORD_AGREED.id], count: 1 }],
} as const satisfies Kind;

/** A side gives an action to a body of its own, following from any act; with a day only where one was set. */
export const ACTION_ASSIGNED = {
  id: 'action.assigned/1',
  body: Type.Object(
    { what: Type.String({ minLength: 1, maxLength: 1000 }), owner: BodyId, due: Type.Union([CivilDate, Type.Null()]) },
    closed,
  ),
  example: { what: 'EXERCISE: send the list of courses', owner: 'al:mefa', due: '2027-04-01' },
  ...said,
  // From whatever it follows: the act is named as `from`, of a kind the way need not know.
  references: [],
} as const satisfies Kind;

export const ACTION_DONE = {
  id: 'action.done/1',
  body: Type.Object({ outcome: Type.String({ minLength: 1, maxLength: 1000 }) }, closed),
  example: { outcome: 'EXERCISE: sent' },
  ...said,
  references: [{ role: 'completes', kinds: [ACTION_ASSIGNED.id], count: 1 }],
} as const satisfies Kind;
