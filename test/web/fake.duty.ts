// A duty room in memory for the tests of the windows: it keeps what it is given and tells nobody.
import { refuse } from '../../src/act/refusal.ts';
import type { Area, Look } from '../../src/area.ts';
import type { Delegation, Notice, Official, OwnNode, Shift } from '../../src/node/node.ts';

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
