// The kinds of the final provisions that carry the Agreement from signed to in effect.
import Type from 'typebox';
import { CivilDate, Instant } from '../../act/act.ts';
import type { Kind } from '../../act/kind.ts';
import { BODY_DESIGNATED, BODY_DESIGNATED_FOR, BODY_ENDED } from '../../act/kinds.ts';
import { Channel } from './channels.ts';
import {
  EXTENSION_ACCEPTED, EXTENSION_PROPOSED, TERMINATION_NOTIFIED, TERMINATION_WITHDRAWN,
} from './matters/kinds.ts';

const closed = { additionalProperties: false } as const;
const ActId = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const Zone = Type.String({ pattern: '^[A-Za-z]+(/[A-Za-z_-]+)+$', maxLength: 64 });

/** A participant notifies the other that its internal legal procedures are completed. */
export const NOTIFICATION_GIVEN = {
  id: 'notification.given/1',
  body: Type.Object(
    {
      /** The internal procedures, as the side wishes to name them: a law, a decree, a resolution. May be empty. */
      procedures: Type.String({ maxLength: 1000 }),
      noteDate: CivilDate,
      channel: Channel,
    },
    closed,
  ),
  example: { procedures: 'Law of Ukraine on ratification (EXERCISE)', noteDate: '2026-08-28', channel: 'node' },
  speaker: 'treaty-office',
  families: ['entry'],
  approvals: 2,
  receipt: true,
  references: [],
} as const satisfies Kind;

/** The kinds whose receipt is acknowledged by act: those from whose receipt law follows, and the word of a mandate. */
export const ACKNOWLEDGED: readonly string[] = [
  NOTIFICATION_GIVEN.id,
  BODY_DESIGNATED.id,
  BODY_DESIGNATED_FOR.id,
  BODY_ENDED.id,
  EXTENSION_PROPOSED.id,
  EXTENSION_ACCEPTED.id,
  TERMINATION_NOTIFIED.id,
  TERMINATION_WITHDRAWN.id,
];

/**
 * A body acknowledges that a note has been received. Law follows from `date`, the civil date at the recipient's seat,
 * which must be the date of `instant` in `zone`.
 */
export const RECEIPT_GIVEN = {
  id: 'receipt.given/1',
  body: Type.Object(
    { received: Type.Object({ instant: Instant, date: CivilDate, zone: Zone, channel: Channel }, closed) },
    closed,
  ),
  example: {
    received: { instant: '2026-08-31T20:30:00Z', date: '2026-08-31', zone: 'Europe/Kyiv', channel: 'node' },
  },
  speaker: 'treaty-office',
  families: ['entry', 'authorised-bodies', 'extension', 'termination'],
  approvals: 2,
  receipt: false,
  references: [{ role: 'acknowledges', kinds: ACKNOWLEDGED, count: 1 }],
} as const satisfies Kind;

/** A participant confirms the date of entry into effect, with the readings it rests on. Both must say the same. */
export const ENTRY_CONFIRMED = {
  id: 'entry.confirmed/1',
  body: Type.Object(
    {
      rule: Type.Literal('entry/1'),
      date: CivilDate,
      lastDay: CivilDate,
      extendBy: CivilDate,
      receipts: Type.Array(ActId, { minItems: 2, maxItems: 2, uniqueItems: true }),
    },
    closed,
  ),
  example: {
    rule: 'entry/1',
    date: '2026-08-31',
    lastDay: '2036-08-31',
    extendBy: '2036-02-29',
    receipts: ['A'.repeat(43), 'B'.repeat(43)],
  },
  speaker: 'treaty-office',
  families: ['entry', 'term', 'extension'],
  approvals: 2,
  receipt: false,
  references: [{ role: 'rests-on', kinds: [RECEIPT_GIVEN.id], count: 2 }],
} as const satisfies Kind;
