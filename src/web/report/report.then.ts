// A look at the record as it stood at the end of a day that is past: rows folded again from the acts said by then.
import type { Json } from '../../act/canonical.ts';
import { causalOrder, type Register } from '../../act/register.ts';
import { instantAt } from '../../agreement/wallclock.ts';
import type { Look, ShownAct, Spoken } from '../../area.ts';

/** The acts not contested that speak of each subject of a register, folded in the one order. */
function folded<State extends Json>(register: Register<State>, acts: readonly ShownAct[]): ReadonlyMap<string, State> {
  const rows = new Map<string, State>();
  const counted = acts.filter(({ contested }) => contested === undefined).map(({ act }) => act);
  for (const act of causalOrder(counted)) {
    for (const subject of new Set(register.subjects(act))) {
      rows.set(subject, register.step(rows.get(subject) ?? register.initial(subject), act));
    }
  }
  return rows;
}

/** What was said under each provision by the acts given, oldest first. */
export function spokenIn(said: readonly ShownAct[]): ReadonlyMap<string, Spoken> {
  const found = new Map<string, Spoken>();
  for (const last of said) {
    for (const id of last.act.header.provisions) {
      found.set(id, { count: (found.get(id)?.count ?? 0) + 1, more: false, last });
    }
  }
  return found;
}

/**
 * The record at the last second of `day` at the seat of the side that looks. `acts` are all acts of both logs up to
 * that day. A day that has not ended is not looked back on: then it is `look` itself.
 */
export function lookThen(look: Look, day: string, acts: readonly ShownAct[]): Look {
  const now = instantAt(day, '23:59:59', look.agreement.participant(look.side).seat.zone);
  if (now >= look.now) return look;
  const said = acts
    .filter(({ act }) => act.header.at <= now)
    .map((shown) => ({ ...shown, rungs: shown.rungs.filter(({ at }) => at <= now) }));
  const then = new Set(said.map(({ act }) => act.id));
  return {
    ...look,
    now,
    row: async (register, subject) =>
      await Promise.resolve(folded(register, said).get(subject) ?? register.initial(subject)),
    rows: async (register) =>
      await Promise.resolve([...folded(register, said)].map(([subject, state]) => ({ subject, state }))),
    act: async (id) => (then.has(id) ? await look.act(id) : undefined),
    acts: async (filter) => (await look.acts(filter)).filter(({ act }) => then.has(act.id)),
    count: async (filter, most) =>
      Math.min(most, (await look.acts(filter)).filter(({ act }) => then.has(act.id)).length),
    spoken: async () => await Promise.resolve(spokenIn(said)),
  };
}
