// The door of a node in memory: the row of a demonstration alone, and what was done, kept in a list.
import { refuse } from '../../src/act/refusal.ts';
import type { Deed, KnownOffice, Official, PeopleRoom } from '../../src/node/node.ts';

/** People of whom those in `officials` may be chosen, where the node is a demonstration. */
export function fakePeople(officials: readonly Official[], exercise: boolean): PeopleRoom {
  const deeds: Deed[] = [];
  const nothing = async (): Promise<never> => {
    throw await Promise.resolve(refuse('role-missing', 'Signing in by a way that is not there.'));
  };
  const known = officials.map((one): KnownOffice => {
    const { id, person = id, name, body, roles } = one;
    return { id, person, name, body, roles, program: false, source: 'exercise', since: SINCE, ended: undefined };
  });
  return {
    ways: exercise ? ['exercise'] : [],
    passkeyOrigin: undefined,
    refresh: async () => await Promise.resolve(),
    choose: async (id) => {
      if (!exercise) throw await Promise.resolve(refuse('role-missing', 'Signing in from a list.'));
      const official = officials.find((one) => one.id === id);
      if (official === undefined) throw refuse('input-malformed', 'field official: There is no such official here.');
      deeds.unshift({ n: deeds.length, at: SINCE, deed: 'signed-in', by: id, about: id, detail: 'exercise' });
      return official;
    },
    depart: nothing,
    arrive: nothing,
    askPasskey: nothing,
    withPasskey: nothing,
    askEnrolment: nothing,
    enrol: nothing,
    token: nothing,
    program: nothing,
    known: async () => await Promise.resolve(known),
    deeds: async () => await Promise.resolve(deeds),
  };
}

const SINCE = '2026-11-20T08:00:00Z';
