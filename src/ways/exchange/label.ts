// Labels of an exchange: in which rings its words may stand, and how what is said of an item is labelled at least.
import type { Label } from '../../act/act.ts';
import { join, NOBODY, type Ring, spelled } from '../../agreement/label.ts';
import type { Marked } from '../../agreement/sight.ts';
import { type ItemState, labelOf } from './registers.ts';

/** Kinds with a content keep their body in the open between both nodes, and their words as the label asks. */
export const RINGS: readonly Ring[] = ['A', 'B', 'C'];

const sayers = (state: ItemState): Omit<Marked, 'label'> => ({
  by: state.given?.by ?? '',
  to: [...(state.given?.to ?? [])],
});

/** The item under one label, as it is asked who may see it. */
export function itemUnder(state: ItemState, label: Label): Marked {
  return { label, ...sayers(state) };
}

/** The item under the label it was given under and the one it bears now, both; undefined where nobody is left. */
export function itemUnderBoth(state: ItemState, now: Label = labelOf(state)): Marked | undefined {
  const both = join(spelled(itemUnder(state, state.first as unknown as Label)), spelled(itemUnder(state, now)));
  return both === NOBODY ? undefined : itemUnder(state, both);
}

/** The same, which a relabelling has made sure of. */
export function itemNow(state: ItemState): Marked {
  return itemUnderBoth(state) ?? itemUnder(state, labelOf(state));
}
