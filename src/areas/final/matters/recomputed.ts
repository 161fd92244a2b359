// Dates that acts state, computed anew: whether the calendar of today still gives what was said.
import type { BodyOf } from '../../../act/kind.ts';
import { civilDate } from '../../../agreement/calendar.ts';
import { headOf } from '../../../agreement/matter.ts';
import type { Look } from '../../../area.ts';
import { type Clocks, dateOf } from '../law.ts';
import type { Standing } from '../strip.ts';
import { extensionDates } from './dates.ts';
import type { EXTENSION_PROPOSED } from './kinds.ts';
import { MATTERS_KEPT } from './register.ts';

/** A date said in an act, beside the one that follows today. */
export interface Recomputed {
  readonly act: string;
  readonly said: string;
  readonly now: string;
}

function receipts({ life }: Standing): readonly Recomputed[] {
  return Object.values(life).flatMap(({ receipt }) =>
    receipt === null
      ? []
      : [{ act: receipt.act, said: receipt.date, now: civilDate(receipt.instant, receipt.zone) }],
  );
}

function entries({ life, clocks }: Standing): readonly Recomputed[] {
  const now = dateOf(clocks.entry);
  return Object.values(life).flatMap(({ confirmed }) =>
    confirmed === null || now === null ? [] : [{ act: confirmed.act, said: confirmed.date, now }],
  );
}

/** The proposal of an extension that is not decided yet: afterwards the term it was computed from has changed. */
async function proposals(look: Look, clocks: Clocks): Promise<readonly Recomputed[]> {
  const round = (await look.row(MATTERS_KEPT, 'extension')).rounds.at(-1);
  const head = headOf(round);
  if (round === undefined || head === undefined || round.state === 'decided' || head.body === null) return [];
  const body = head.body as BodyOf<typeof EXTENSION_PROPOSED>;
  const now = extensionDates(clocks, body, look.agreement);
  return now === undefined ? [] : [{ act: head.act, said: body.newLastDay, now: now.newLastDay }];
}

/** Every date of the term that an act states, computed with the time zone database and the rules of now. */
export async function recomputed(look: Look, at: Standing): Promise<readonly Recomputed[]> {
  return [...receipts(at), ...entries(at), ...(await proposals(look, at.clocks))];
}
