// Whether an agreement is in effect yet, as any area may read it from the life that another area keeps.
import type { Register } from '../act/register.ts';
import type { Agreement } from './agreement.ts';
import { civilDate } from './calendar.ts';
import { type Convention, entryClock, operative } from './clock.ts';
import type { Life } from './life.ts';

/**
 * Register `life` as whoever only looks at its row knows it: it folds nothing. The area of the final provisions keeps
 * it; its one subject is `LIFE_SUBJECT`.
 */
export const LIFE_READ: Register<Life> = {
  name: 'life',
  subjects: () => [],
  initial: () => ({}),
  step: (state) => state,
};

/** The one subject of the register `life`. */
export const LIFE_SUBJECT = 'agreement';

/** When it is asked: the instant, the side at whose seat the day is, the tz database, how the sides read `entry/1`. */
export interface Asked {
  readonly now: string;
  readonly side: string;
  readonly tz: string;
  readonly convention: Convention | null;
}

/** Whether the day of entry into effect has begun at the seat that asks. It does not say whether the term is over. */
export function hasEntered(life: Life, agreement: Agreement, { now, side, tz, convention }: Asked): boolean {
  const [provision] = agreement.provisionsOf(['entry']);
  if (provision === undefined) throw new Error('effect: the agreement has no clause on its entry into effect');
  const seats = agreement.participants.map(({ id, seat }) => ({ side: id, zone: seat.zone }));
  const clock = entryClock(life, { provision, seats, tz, convention });
  const today = civilDate(now, agreement.participant(side).seat.zone);
  return clock.state !== 'waits' && operative(clock).date <= today;
}
