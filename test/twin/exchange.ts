// An exchange as officials of two nodes speak in it: what is typed, what is said, where it stands on both.
import { randomUUID } from 'node:crypto';
import type { Look, Typed } from '../../src/area.ts';
import { duties } from '../../src/ways/exchange/duties.ts';
import { ITEM_GIVEN } from '../../src/ways/exchange/kinds.ts';
import { ITEMS, type ItemState } from '../../src/ways/exchange/registers.ts';
import { official, type Pair, type Side } from './pair.ts';

/** Words that stand nowhere else: where they are found, the item is. */
export const CANARY = `EXERCISE-canary-${randomUUID()}`;

export const LABEL: Typed = {
  reach: ['named'],
  bodies: [],
  purpose: ['crime'],
  action: ['INTERNALLY-VISIBLE-ACTIONS'],
  keep: [''],
  source: ['B'],
  information: ['2'],
};

export const ITEM: Typed = {
  provision: ['31'],
  to: ['al:mefa'],
  title: ['EXERCISE route of parcels'],
  facts: [`EXERCISE. Three parcels. ${CANARY}`],
  assessment: [''],
  ...LABEL,
};

export const lookAt = (pair: Pair, side: Side): Look => pair.node(side).node.look();

/** Says a kind with the two persons it needs; gives the id of the act. Both nodes hold it then. */
export async function tellIn(pair: Pair, side: Side, kind: string, typed: Typed = {}, about?: string): Promise<string> {
  const { node } = pair.node(side);
  const draft = await node.write(official(pair, side, 'drafter'), kind, about, typed);
  const done = await node.approve(official(pair, side, 'approver'), draft.id, draft.digest);
  await pair.settled();
  return done.act ?? '';
}

/** The code of the refusal that an attempt to say a kind meets, or `said`. */
export async function triedIn(pair: Pair, side: Side, kind: string, typed: Typed, about?: string): Promise<string> {
  try {
    await tellIn(pair, side, kind, typed, about);
    return 'said';
  } catch (cause) {
    return (cause as { readonly code?: string }).code ?? String(cause);
  }
}

/** Gives an item from Ukraine to Albania. */
export async function giveIn(pair: Pair, more: Typed = {}): Promise<string> {
  return await tellIn(pair, 'ua', ITEM_GIVEN.id, { ...ITEM, ...more });
}

export async function itemOn(pair: Pair, side: Side, item: string): Promise<ItemState> {
  return await lookAt(pair, side).row(ITEMS, item);
}

/** What is asked of both sides, as one node sees it: side, what, day. */
export async function askedOn(pair: Pair, side: Side): Promise<readonly string[]> {
  const all = await duties(lookAt(pair, side));
  return all.map((duty) => `${duty.side} ${duty.what} ${duty.dueAt ?? duty.due ?? 'no day'}`).toSorted();
}
