// What of an exchange is to be erased on this node now: what was recalled and deleted, what may be kept no longer.
import type { Label } from '../../act/act.ts';
import { civilDate } from '../../agreement/calendar.ts';
import type { Erasing, Look } from '../../area.ts';
import { ITEMS, type ItemState, labelOf, REQUESTS, type RequestState } from './registers.ts';

/** Whether the day to which it could be kept is past at that seat. */
export function isPast({ keepUntil }: Pick<Label, 'keepUntil'>, now: string, zone: string): boolean {
  return keepUntil !== undefined && civilDate(now, zone) > keepUntil;
}

/** Why an item is erased at a side now; undefined where it is not. A legal hold of the side stands against either. */
export function erasedBecause(look: Look, state: ItemState): Erasing['because'] | undefined {
  if (state.given === null || state.holds[look.side] !== undefined) return undefined;
  if (state.executed?.outcome === 'deleted') return 'recalled';
  const { zone } = look.agreement.participant(look.side).seat;
  return isPast(labelOf(state), look.now, zone) ? 'kept-until' : undefined;
}

/** With an item goes what was said of it in words: feedback, and corrections. */
function ofItem(look: Look, state: ItemState): readonly Erasing[] {
  const because = erasedBecause(look, state);
  if (because === undefined || state.given === null) return [];
  const words = [...state.feedback, ...state.corrections.map(({ said }) => said)];
  return [state.given, ...words].map(({ act }) => ({ act, because }));
}

export async function erasures(look: Look): Promise<readonly Erasing[]> {
  const { zone } = look.agreement.participant(look.side).seat;
  const items = await look.rows<ItemState>(ITEMS);
  const requests = await look.rows<RequestState>(REQUESTS);
  const past = requests.filter(({ state }) => isPast((state.label ?? {}) as Label, look.now, zone));
  return [
    ...items.flatMap(({ state }) => ofItem(look, state)),
    ...past.map(({ subject }) => ({ act: subject, because: 'kept-until' as const })),
  ];
}
