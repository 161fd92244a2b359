// What became of an item, for the page of its act: superseded, recalled, deleted, held, gone further.
import type { Fate, Look } from '../../area.ts';
import { ITEMS, type Ref } from './registers.ts';

const fate = (is: Fate['is'], says: string, { side, index }: Ref): Fate => ({ is, says, act: { side, index } });

/** In the order in which it matters; nothing where the act is no item, or nothing was said of it. */
export async function fates(look: Look, act: string): Promise<readonly Fate[]> {
  const { given, superseded, recalled, executed, relabelled, holds, corrections } = await look.row(ITEMS, act);
  if (given === null) return [];
  const last = relabelled.at(-1);
  return [
    ...(recalled === null ? [] : [fate('alarm', 'exchange.fate.recalled', recalled)]),
    ...(executed === null ? [] : [fate('none', `exchange.fate.${executed.outcome}`, executed)]),
    ...(superseded === null ? [] : [fate('waiting', 'exchange.fate.superseded', superseded)]),
    ...Object.values(holds).map((hold) => fate('moving', 'exchange.fate.held', hold)),
    ...corrections.map(({ said }) => fate('moving', 'exchange.fate.corrected', said)),
    ...(last === undefined ? [] : [fate('moving', 'exchange.fate.relabelled', last)]),
  ];
}
