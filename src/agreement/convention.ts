// Conventions: how the sides have chosen to read a rule of dates, read from the matters of the agreement.
import type { Json } from '../act/canonical.ts';
import type { Register } from '../act/register.ts';
import type { Convention, ReadingId } from './clock.ts';
import { headOf, type MatterState, stepOf, UNOPENED } from './matter.ts';

/**
 * Register `matters` as whoever only looks at its rows knows it: it folds nothing. The area of the final provisions
 * keeps it; the clock of another area is read as the sides have agreed there.
 */
export const MATTERS_READ: Register<MatterState & Json> = {
  name: 'matters',
  subjects: () => [],
  initial: () => UNOPENED as MatterState & Json,
  step: (state) => state,
};

/** Subject of the convention on a rule: `convention/consultation/1`. */
export function conventionSubject(rule: string): string {
  return `convention/${rule}`;
}

/** The convention adopted last, with the acts that propose and accept it; undefined where the sides adopted none. */
export function conventionIn({ rounds }: MatterState): Convention | undefined {
  const adopted = rounds.findLast(({ state }) => state === 'adopted');
  const head = headOf(adopted);
  const { reading } = (head?.body ?? {}) as { readonly reading?: string };
  if (head === undefined || reading === undefined) return undefined;
  return { reading: reading as ReadingId, acts: [head.act, stepOf(adopted, 'accepted')?.act ?? head.act] };
}
