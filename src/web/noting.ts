// The node of one visit: what it shows beside a look is noted, so that the answer carries the label of all of it.
import { type Joined, join, spelled } from '../agreement/label.ts';
import { markedOf } from '../agreement/sight.ts';
import type { ActHeader } from '../act/act.ts';
import type { Look, ShownAct } from '../area.ts';
import type { Node } from '../node/node.ts';

/** A node that notes what it shows, and the label of everything shown by it and by the look of the same visit. */
export interface Noting {
  readonly node: Node;
  readonly marking: () => Promise<Joined>;
}

export function noting(node: Node, look: Look): Noting {
  const headers: ActHeader[] = [];
  const named = new Set<string>();
  const acts = (shown: readonly ShownAct[]): void => {
    // What they bear by now is known to the node alone.
    for (const { act } of shown) named.add(act.id);
  };
  const noted: Node = {
    ...node,
    record: async (viewer) => {
      const record = await node.record(viewer);
      acts(record.contested);
      return record;
    },
    actFile: async (id, viewer) => {
      const file = await node.actFile(id, viewer);
      if (file !== undefined) acts([file.shown, ...[...file.refersTo, ...file.referredBy].map(({ shown }) => shown)]);
      return file;
    },
    actAt: async (side, index, viewer) => {
      const shown = await node.actAt(side, index, viewer);
      if (shown !== undefined) acts([shown]);
      return shown;
    },
    drafts: async (viewer) => {
      const drafts = await node.drafts(viewer);
      headers.push(...drafts.map(({ header }) => header));
      return drafts;
    },
    draft: async (id, viewer) => {
      const draft = await node.draft(id, viewer);
      if (draft !== undefined) headers.push(draft.header);
      return draft;
    },
    reading: {
      ...node.reading,
      fresh: async (of, limit, viewer) => {
        const fresh = await node.reading.fresh(of, limit, viewer);
        acts(fresh.acts);
        return fresh;
      },
    },
    duty: {
      ...node.duty,
      duties: async (viewer) => {
        const duties = await node.duty.duties(viewer);
        for (const { because } of duties) if (because !== undefined) named.add(because.act);
        return duties;
      },
    },
  };
  return {
    node: noted,
    marking: async () => {
      const labels = headers.map((header) => spelled(markedOf(header)));
      return labels.reduce<Joined>(join, await look.marking([...named]));
    },
  };
}
