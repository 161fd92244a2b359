// The kinds of a note's way on paper: that it was sent, and that it came before the record said so.
import Type from 'typebox';
import { BodyId, CivilDate, Instant } from '../../../act/act.ts';
import type { Kind } from '../../../act/kind.ts';

const closed = { additionalProperties: false } as const;
const Zone = Type.String({ pattern: '^[A-Za-z]+(/[A-Za-z_-]+)+$', maxLength: 64 });

/** How a sealed paper travels. */
export const WAYS = ['embassy', 'hand', 'courier'] as const;
const Way = Type.Enum(WAYS);

const FAMILIES = ['entry', 'authorised-bodies'] as const;

/**
 * The sealed paper of a note was sent: the day at the sender's seat, and how. It gives the second of a note's three
 * dates; from it no law follows. A scan of the sealed paper goes with it as a part, `scan.pdf`, `scan.png` or
 * `scan.jpg`. Of which kinds there is a note, the area says that has them: `dispatchedOf` completes it.
 */
export const NOTE_DISPATCHED = {
  id: 'note.dispatched/1',
  body: Type.Object({ dispatched: CivilDate, channel: Way }, closed),
  example: { dispatched: '2026-08-28', channel: 'embassy' },
  speaker: 'treaty-office',
  families: FAMILIES,
  approvals: 1,
  receipt: false,
} as const satisfies Omit<Kind, 'references'>;

/** The kind whole: it speaks of an act of one of the kinds that travel in a note. */
export function dispatchedOf(noted: readonly string[]): Kind {
  return { ...NOTE_DISPATCHED, references: [{ role: 'dispatches', kinds: noted, count: 1 }] };
}

/**
 * A sealed paper of the other side came before the act that it carries was recorded. It says what stands on the paper,
 * and when it came; the scan goes with it as a part. It is one side's word: the note has force by the act of the side
 * that sent it, and once that act is recorded, its receipt is of the instant entered here.
 */
export const NOTE_ENTERED = {
  id: 'note.entered/1',
  body: Type.Object(
    {
      number: Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{0,63}$' }),
      office: BodyId,
      noteDate: CivilDate,
      says: Type.String({ minLength: 1, maxLength: 1000 }),
      received: Type.Object({ instant: Instant, date: CivilDate, zone: Zone, channel: Way }, closed),
    },
    closed,
  ),
  example: {
    number: 'AL-MEFA-2026-0001',
    office: 'al:mefa',
    noteDate: '2026-08-28',
    says: 'It notifies the completion of the internal legal procedures (EXERCISE).',
    received: { instant: '2026-08-31T08:00:00Z', date: '2026-08-31', zone: 'Europe/Kyiv', channel: 'embassy' },
  },
  speaker: 'treaty-office',
  families: FAMILIES,
  approvals: 2,
  receipt: false,
  references: [],
} as const satisfies Kind;
