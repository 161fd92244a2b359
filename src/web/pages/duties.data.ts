// What the page of duties shows, read from the node's duty room: the JSON twin of that page.
import type { Typed } from '../../area.ts';
import type { Delegation, Notice, Official, Shift } from '../../node/node.ts';
import type { Ask } from '../ask.ts';
import type { Problem } from '../problem.ts';
import { type BodyNames, bodyNames } from './said.tsx';
import { dutyRow, type DutyRow, inOrder } from './today.data.ts';

/** A duty with the instant from which it has stood here; null where the watch has not met it yet. */
export interface WatchedRow extends DutyRow {
  readonly since: string | null;
}

export interface DutiesData {
  readonly now: string;
  readonly duties: readonly WatchedRow[];
  readonly others: readonly WatchedRow[];
  readonly names: BodyNames;
  /** What follows is for officials who have signed in: null for everyone else. */
  readonly desk: {
    readonly shifts: readonly Shift[];
    readonly delegations: readonly Delegation[];
    /** Told to the reader. */
    readonly mine: readonly Notice[];
    readonly givenUp: readonly Notice[];
    /** Officials of the reader's body. */
    readonly colleagues: readonly Pick<Official, 'id' | 'name'>[];
    readonly calendars: number;
  } | null;
  readonly csrf: string | null;
  /** The address of a calendar just opened: shown this once. */
  readonly opened: string | null;
  readonly problem: Problem | null;
  /** The form that was refused, so that what was typed stands in it again. */
  readonly refused: string | null;
  readonly typed: Typed;
}

async function deskOf({ node, viewer }: Ask): Promise<DutiesData['desk']> {
  if (viewer === undefined) return null;
  const { duty, officials } = node;
  return {
    shifts: (await duty.shifts()).filter(({ body }) => body === viewer.body),
    delegations: (await duty.delegations()).filter(({ official }) => official === viewer.id),
    mine: await duty.notices({ official: viewer.id }),
    givenUp: await duty.notices({ state: 'given-up' }),
    colleagues: officials.filter(({ body }) => body === viewer.body).map(({ id, name }) => ({ id, name })),
    calendars: await duty.feeds(viewer),
  };
}

/** Reads the duties of both sides, and for an official their desk. */
export async function loadDuties(
  ask: Ask,
  said: { readonly opened?: string; readonly problem?: Problem; readonly refused?: string } = {},
): Promise<DutiesData> {
  const { node, look, viewer, sight } = ask;
  const since = await node.duty.since();
  const rows = await Promise.all(
    inOrder(await node.duty.duties(sight)).map(async (duty) => ({
      ...(await dutyRow(ask, duty)),
      since: since.get(duty.id) ?? null,
    })),
  );
  return {
    now: look.now,
    duties: rows.filter(({ side }) => side === look.side),
    others: rows.filter(({ side }) => side !== look.side),
    names: await bodyNames(
      look,
      rows.map(({ body }) => body),
    ),
    desk: await deskOf(ask),
    csrf: viewer === undefined ? null : ask.token(),
    opened: said.opened ?? null,
    problem: said.problem ?? null,
    refused: said.refused ?? null,
    // The token of the form is the session's, and no part of what a person typed.
    typed:
      said.refused === undefined
        ? {}
        : Object.fromEntries(Object.entries(ask.typed).filter(([name]) => name !== 'csrf')),
  };
}
