// The dates that a proposal of extension states: the term as it stands, until when to notify, the term that follows.
import type { Agreement } from '../../../agreement/agreement.ts';
import { RULES } from '../../../agreement/clock.ts';
import { extendedClock } from '../../../agreement/terms.ts';
import { clauseOf, type Clocks, dateOf, termOf } from '../law.ts';

export interface ExtensionDates {
  readonly lastDay: string;
  readonly noticesBy: string;
  readonly newLastDay: string;
}

/** The dates that follow from a length; undefined while the term has no last day. */
export function extensionDates(
  clocks: Clocks,
  length: { readonly years: number; readonly months: number },
  agreement: Agreement,
): ExtensionDates | undefined {
  const [lastDay, noticesBy] = [dateOf(termOf(clocks)), dateOf(clocks.extension)];
  if (lastDay === null || noticesBy === null) return undefined;
  const clause = clauseOf(agreement, 'extension', RULES.extended, '', clocks.course);
  const newLastDay = dateOf(extendedClock({ date: lastDay, acts: [] }, length, clause));
  return newLastDay === null ? undefined : { lastDay, noticesBy, newLastDay };
}
