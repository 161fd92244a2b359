// A duty room in memory for the tests of the windows: it keeps what it is given and tells nobody.
import { refuse } from '../../src/act/refusal.ts';
import type { Area, Look } from '../../src/area.ts';
import type { Delegation, Node, Notice, Official, OwnNode, ReadingRoom, Shift } from '../../src/node/node.ts';

export type FakeDuty = OwnNode['duty'] & {
  readonly held: { shifts: Shift[]; delegations: Delegation[]; notices: Notice[]; again: string[] };
};

export function fakeDuty(areas: readonly Area[], look: () => Look, officials: readonly Official[]): FakeDuty {
  const held: FakeDuty['held'] = { shifts: [], delegations: [], notices: [], again: [] };
  const feeds = new Map<string, { official: Official; body: string | undefined }>();
  const wait = async <T>(value: T): Promise<T> => await Promise.resolve(value);
  return {
    held,
    duties: async () => (await Promise.all(areas.map(async (area) => await area.duties(look())))).flat(),
    since: async () => await wait(new Map()),
    notices: async ({ official, state, duties }) =>
      await wait(
        held.notices.filter(
          (one) =>
            (official === undefined || one.official === official) &&
            (state === undefined || one.state === state) &&
            (duties === undefined || duties.includes(one.duty)),
        ),
      ),
    shifts: async () => await wait(held.shifts),
    delegations: async () => await wait(held.delegations),
    assign: async (_by, shift) => {
      if (!officials.some(({ id }) => id === shift.official))
        throw refuse('input-malformed', 'field official: Nobody.');
      held.shifts.push({ ...shift, id: `shift-${held.shifts.length}` });
      await wait(undefined);
    },
    unassign: async (_by, id) => {
      held.shifts = held.shifts.filter((one) => one.id !== id);
      await wait(undefined);
    },
    delegate: async (by, to) => {
      held.delegations.push({ ...to, official: by.id, id: `delegation-${held.delegations.length}` });
      await wait(undefined);
    },
    undelegate: async (_by, id) => {
      held.delegations = held.delegations.filter((one) => one.id !== id);
      await wait(undefined);
    },
    again: async (_by, id) => {
      held.again.push(id);
      await wait(undefined);
    },
    openFeed: async (by, scope) => {
      const secret = 'A'.repeat(42) + String(feeds.size);
      feeds.set(secret, { official: by, body: scope === 'body' ? by.body : undefined });
      return await wait(secret);
    },
    feeds: async () => await wait(feeds.size),
    closeFeeds: async () => {
      feeds.clear();
      await wait(undefined);
    },
    feed: async (secret) => await wait(feeds.get(secret)),
  };
}

/** What officials have read, in memory: each act by itself, and all up to a size. */
export function fakeReading(look: () => Look): ReadingRoom {
  const read = new Map<string, Set<string>>();
  const since = new Map<string, string>();
  const ofOne = (id: string): Set<string> => {
    const known = read.get(id) ?? new Set();
    read.set(id, known);
    return known;
  };
  return {
    fresh: async ({ id }, limit) => {
      const all = await look().acts({});
      const acts = all.filter(({ act }) => !ofOne(id).has(`${act.side} ${act.index}`));
      const upTo: Record<string, number> = {};
      for (const { act } of all) upTo[act.side] = Math.max(upTo[act.side] ?? 0, act.index + 1);
      return { acts: acts.slice(0, limit), more: acts.length > limit, since: since.get(id), upTo };
    },
    read: async ({ id }, side, index) => {
      await Promise.resolve(ofOne(id).add(`${side} ${index}`));
    },
    readAll: async ({ id }, upTo) => {
      for (const { act } of await look().acts({})) {
        if (act.index < (upTo[act.side] ?? 0)) ofOne(id).add(`${act.side} ${act.index}`);
      }
      since.set(id, look().now);
    },
  };
}

/** A queue to which nothing was handed in. */
export function fakeOffers(): Node['offers'] {
  const nothing = async (): Promise<void> => await Promise.resolve();
  return { list: async () => await Promise.resolve([]), setAside: nothing, forget: nothing };
}

/** No act has a file, and none is taken. */
export function fakeFiles(): OwnNode['files'] {
  const none = async (): Promise<undefined> => await Promise.resolve(undefined);
  return {
    take: async () => await Promise.reject(refuse('role-missing', 'No file is taken here.')),
    drop: async () => await Promise.resolve(),
    takeChunk: async () => await Promise.reject(refuse('role-missing', 'No file is taken here.')),
    chunk: none,
    draftChunk: none,
    pieces: none,
    read: none,
    readDraft: none,
  };
}
