// The kinds of the way of exchange: what is given, asked and answered, and the life of what was given.
import Type from 'typebox';
import { BodyId, CivilDate, Instant, LabelShape } from '../../act/act.ts';
import type { Kind } from '../../act/kind.ts';

const closed = { additionalProperties: false } as const;
const Line = Type.String({ minLength: 1, maxLength: 200 });
const Words = Type.String({ maxLength: 8000 });
/** A purpose of the agreement, by its code. */
const Purpose = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });
const Count = Type.Integer({ minimum: 0, maximum: 9999 });
/** What every kind of the way shares: a body with a mandate says it, and one person beside the author approves. */
const said = { speaker: 'mandate', families: [], approvals: 1, receipt: false } as const;

/** Whether it tells facts, or what its author makes of them: the two are never mixed in one text. */
export const SAYS = ['facts', 'assessment', 'both'] as const;

/** The words of an item. Facts stand apart from assessments; one of the two may be empty. */
const Item = Type.Object({ title: Line, facts: Words, assessment: Words }, closed);

/** Something is given to the other side. Its label says who may have it, for what, and until when. */
export const ITEM_GIVEN = {
  id: 'item.given/1',
  body: Type.Object({ says: Type.Enum(SAYS) }, closed),
  content: Item,
  file: true,
  example: { says: 'facts' },
  ...said,
  references: [],
} as const satisfies Kind;

/** By when an answer is asked, in hours from the instant of the request; null for no clock. */
export const CLOCKS = { 'hours-8': 8, 'days-3': 72, 'days-7': 168, none: null } as const;
export const CLOCK_NAMES = ['hours-8', 'days-3', 'days-7', 'none'] as const;

/** The other side is asked for something, with the clock that the asking side sets. */
export const ITEM_ASKED = {
  id: 'item.asked/1',
  body: Type.Object({ clock: Type.Enum(CLOCK_NAMES) }, closed),
  content: Type.Object({ title: Line, question: Type.String({ minLength: 1, maxLength: 8000 }) }, closed),
  example: { clock: 'days-7' },
  ...said,
  references: [],
} as const satisfies Kind;

/** What was asked is given: an item like any other, with a life of its own. */
export const ITEM_ANSWERED = {
  id: 'item.answered/1',
  body: Type.Object({ says: Type.Enum(SAYS) }, closed),
  content: Item,
  file: true,
  example: { says: 'facts' },
  ...said,
  references: [{ role: 'answers', kinds: [ITEM_ASKED.id], count: 1 }],
} as const satisfies Kind;

/** Why nothing is given: a law forbids it, proceedings or sources would suffer, it is not held, others gave it. */
export const REASONS = ['law', 'proceedings', 'not-held', 'not-ours', 'sources'] as const;

export const ITEM_DECLINED = {
  id: 'item.declined/1',
  body: Type.Object({ reason: Type.Enum(REASONS) }, closed),
  example: { reason: 'not-held' },
  ...said,
  references: [{ role: 'answers', kinds: [ITEM_ASKED.id], count: 1 }],
} as const satisfies Kind;

const ITEMS = [ITEM_GIVEN.id, ITEM_ANSWERED.id];
const of = { role: 'of', kinds: ITEMS, count: 1 } as const;

/** What came of it for those to whom it was given. */
export const USES = ['used', 'known', 'unconfirmed', 'wrong'] as const;

export const FEEDBACK_GIVEN = {
  id: 'feedback.given/1',
  body: Type.Object({ use: Type.Enum(USES) }, closed),
  content: Type.Object({ text: Words }, closed),
  example: { use: 'used' },
  ...said,
  references: [of],
} as const satisfies Kind;

/**
 * Those who hold it ask its originator to let it go further: to a body of either side, or to one outside, for a
 * purpose. One of the two is named.
 */
export const RELEASE_REQUESTED = {
  id: 'release.requested/1',
  body: Type.Object(
    { body: Type.Union([BodyId, Type.Null()]), outside: Type.String({ maxLength: 200 }), purpose: Purpose },
    closed,
  ),
  example: { body: 'al:mia', outside: '', purpose: 'crime' },
  ...said,
  references: [of],
} as const satisfies Kind;

/** The originator lets it go there, for that purpose alone, and until the day it may name. */
export const RELEASE_GRANTED = {
  id: 'release.granted/1',
  body: Type.Object({ until: Type.Union([CivilDate, Type.Null()]) }, closed),
  example: { until: '2027-12-31' },
  ...said,
  references: [{ role: 'grants', kinds: [RELEASE_REQUESTED.id], count: 1 }],
} as const satisfies Kind;

export const RELEASE_DECLINED = {
  id: 'release.declined/1',
  body: Type.Object({ reason: Type.Enum(REASONS) }, closed),
  example: { reason: 'sources' },
  ...said,
  references: [{ role: 'declines', kinds: [RELEASE_REQUESTED.id], count: 1 }],
} as const satisfies Kind;

/** It bears another label from here on: a narrower one by whoever holds it, a wider one by its originator alone. */
export const ITEM_RELABELLED = {
  id: 'item.relabelled/1',
  body: Type.Object({ label: LabelShape }, closed),
  example: { label: { tlp: 'GREEN', rel: ['AL', 'UA'], bodies: ['al:mia', 'ua:mia'] } },
  ...said,
  references: [of],
} as const satisfies Kind;

/** Another item of the same originator stands in its place. */
export const ITEM_SUPERSEDED = {
  id: 'item.superseded/1',
  body: Type.Object({}, closed),
  example: {},
  ...said,
  references: [of, { role: 'by', kinds: ITEMS, count: 1 }],
} as const satisfies Kind;

/** Why it is called back. */
export const RECALL_REASONS = ['wrong', 'unlawful', 'not-meant', 'endangers', 'no-longer-needed'] as const;

/** The originator calls it back; those who hold it delete it, or say why not, by the day named. */
export const ITEM_RECALLED = {
  id: 'item.recalled/1',
  body: Type.Object({ reason: Type.Enum(RECALL_REASONS), due: CivilDate }, closed),
  example: { reason: 'wrong', due: '2027-03-10' },
  ...said,
  references: [of],
} as const satisfies Kind;

export const OUTCOMES = ['deleted', 'kept'] as const;

/**
 * What was done with what was called back: how many copies were deleted, at which instant, or how many are kept because
 * a legal hold stands. After `deleted` the nodes of both sides erase its parts.
 */
export const RECALL_EXECUTED = {
  id: 'recall.executed/1',
  body: Type.Object({ outcome: Type.Enum(OUTCOMES), count: Count, at: Instant }, closed),
  example: { outcome: 'deleted', count: 2, at: '2027-03-09T10:00:00Z' },
  ...said,
  references: [{ role: 'executes', kinds: [ITEM_RECALLED.id], count: 1 }],
} as const satisfies Kind;

/** The originator has found a fault in it: what was said, what is right, and by when whoever holds it mends theirs. */
export const ITEM_CORRECTED = {
  id: 'item.corrected/1',
  body: Type.Object({ due: CivilDate }, closed),
  content: Type.Object({ wrong: Words, right: Words }, closed),
  example: { due: '2027-03-10' },
  ...said,
  references: [of],
} as const satisfies Kind;

/** Those who hold it have corrected so many copies, and told all to whom it had gone further. */
export const CORRECTION_APPLIED = {
  id: 'correction.applied/1',
  body: Type.Object({ count: Count, at: Instant }, closed),
  example: { count: 1, at: '2027-03-09T10:00:00Z' },
  ...said,
  references: [{ role: 'applies', kinds: [ITEM_CORRECTED.id], count: 1 }],
} as const satisfies Kind;

/** Why it must not be erased though its day is past or it was called back. */
export const HOLD_BASES = ['investigation', 'proceedings', 'court-order', 'audit'] as const;

/** A side keeps what it holds of it, whatever else is said, until it says that it does no longer. */
export const HOLD_SET = {
  id: 'hold.set/1',
  body: Type.Object({ basis: Type.Enum(HOLD_BASES) }, closed),
  example: { basis: 'proceedings' },
  ...said,
  references: [of],
} as const satisfies Kind;

export const HOLD_LIFTED = {
  id: 'hold.lifted/1',
  body: Type.Object({}, closed),
  example: {},
  ...said,
  references: [{ role: 'lifts', kinds: [HOLD_SET.id], count: 1 }],
} as const satisfies Kind;
