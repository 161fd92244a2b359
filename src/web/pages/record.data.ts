// What the page of the record shows, read from the node: the JSON twin of that page.
import type { ShownAct } from '../../area.ts';
import type { RecordView } from '../../node/node.ts';
import type { Ask } from '../ask.ts';
import { RECORD_ROWS } from '../limits.ts';
import { type BodyNames, bodyNames, saidRow, type SaidRow } from './said.tsx';

/** The record as the node sees it, and a stretch of the acts of both logs. */
export interface RecordData extends RecordView {
  readonly acts: readonly SaidRow[];
  /** Where this stretch begins, as `?before=` says it; null at the newest act. */
  readonly before: string | null;
  /** Where the stretch after this one begins; null where none is. */
  readonly next: string | null;
  readonly names: BodyNames;
}

/** A cursor: below which index of each side's log, as `ua:405,al:388`. */
type Cursor = Readonly<Record<string, number>>;

const STEP = /^([a-z]{2,8}):(\d{1,15})$/;

/** Reads a cursor; a step that is none is left out, so that a mangled link shows the newest acts. */
export function parseCursor(text: string | undefined): Cursor {
  const steps = (text ?? '').slice(0, 200).split(',').map((step) => STEP.exec(step));
  return Object.fromEntries(steps.flatMap((step) => (step === null ? [] : [[step[1] as string, Number(step[2])]])));
}

function formatCursor(cursor: Cursor): string {
  return Object.entries(cursor)
    .map(([side, index]) => `${side}:${index}`)
    .join(',');
}

/**
 * The newest of both logs, by when this node recorded them. Each log keeps its own order whatever the clock has done,
 * so that what is left out of one stretch is exactly what the next one begins with.
 */
function merge(logs: readonly (readonly ShownAct[])[]): readonly ShownAct[] {
  const queues = logs.map((log) => log.toSorted((a, b) => b.act.index - a.act.index));
  const merged: ShownAct[] = [];
  while (merged.length < RECORD_ROWS) {
    const heads = queues.filter((queue) => queue.length > 0);
    const [first] = heads.toSorted((a, b) => ((a[0]?.recordedAt ?? '') < (b[0]?.recordedAt ?? '') ? 1 : -1));
    const next = first?.shift();
    if (next === undefined) break;
    merged.push(next);
  }
  return merged;
}

/** Reads the record, and the acts before the cursor of the address. */
export async function loadRecord({ node, look, query, sight }: Ask): Promise<RecordData> {
  const view = await node.record(sight);
  const cursor = parseCursor(query['before']);
  const sides = look.agreement.participants.map((side) => side.id);
  const stretches = await Promise.all(
    sides.map((side) => {
      const before = cursor[side];
      return look.acts({ side, limit: RECORD_ROWS, ...(before === undefined ? {} : { before }) });
    }),
  );
  const acts = merge(stretches);
  const lowest = (side: string): number => {
    const shown = acts.filter(({ act }) => act.side === side).map(({ act }) => act.index);
    const size = view.logs.find((log) => log.side === side)?.size ?? 0;
    return Math.min(...shown, cursor[side] ?? size);
  };
  const next = Object.fromEntries(sides.map((side) => [side, lowest(side)]));
  const more = Object.values(next).some((index) => index > 0);
  return {
    ...view,
    acts: acts.map(saidRow),
    before: query['before'] === undefined ? null : formatCursor(cursor),
    next: more ? formatCursor(next) : null,
    names: await bodyNames(look, [...acts, ...view.contested].map(({ act }) => act.header.by)),
  };
}
