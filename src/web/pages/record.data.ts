// What the page of the record shows, read from the node: the JSON twin of that page.
import type { RecordView } from '../../node/node.ts';
import type { Ask } from '../ask.ts';
import { readPaging } from '../paging.ts';
import { readStretch, type Stretch } from './acts.data.ts';
import { type BodyNames, bodyNames } from './said.tsx';

/** The record as the node sees it, and a stretch of the acts of both logs. */
export interface RecordData extends RecordView, Stretch {
  readonly names: BodyNames;
}

/** Reads the record, and the stretch of its acts that the address asks for. */
export async function loadRecord({ node, look, query, sight }: Ask): Promise<RecordData> {
  const paging = readPaging(query);
  const sides = look.agreement.participants.map((side) => side.id);
  const asked = [node.record(sight), readStretch(look, sides, { bare: true }, paging)] as const;
  const [view, { shown, acts, next, previous }] = await Promise.all(asked);
  return {
    ...view,
    acts,
    next,
    previous,
    names: await bodyNames(look, [...shown, ...view.contested].map(({ act }) => act.header.by)),
  };
}
