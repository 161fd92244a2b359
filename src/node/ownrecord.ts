// The record of a home on its database: of the newest shape, both logs founded, real or a demonstration for good.
import { parseAct } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import { TileEdge } from '../log/edge.ts';
import { emptyRoot } from '../log/tree.ts';
import { originOf, type Settings } from './config.ts';
import type { Identity } from './identity.ts';
import { migrate, type Sql } from './store/database.ts';
import { foundLogs, OTHER, OWN, readEntries, readLogs } from './store/record.ts';
import { followEpochs } from './succession.ts';

/** Brings the database to the newest shape and founds both logs, or refuses where it keeps others. */
export async function openRecord(sql: Sql, settings: Settings, identity: Identity): Promise<void> {
  await migrate(sql);
  const empty = { root: emptyRoot(), edge: TileEdge.empty().toBytes() };
  const origin = originOf(settings);
  await foundLogs(sql, [
    { log: OWN, side: settings.side, origin, ...empty },
    { log: OTHER, side: identity.counterpart.side, origin: identity.counterpart.origin, ...empty },
  ]);
  await followEpochs(sql, identity.epochs, new Date());
  const [own, theirs] = await readLogs(sql);
  await requireMode(sql, settings, own.size);
  if (own.origin !== origin || theirs.origin !== identity.counterpart.origin) {
    throw refuse('log-unknown', `The database keeps ${own.origin} and ${theirs.origin}, not ${origin}.`);
  }
}

/**
 * Refuses settings that turn a real record into a demonstration, or a demonstration into a real one: the first act says
 * which it is, for good. So nobody is let in from the row of invented officials to a record that binds a state.
 */
async function requireMode(sql: Sql, { exercise }: Settings, size: number): Promise<void> {
  const [first] = size === 0 ? [] : await readEntries(sql, OWN, 0, 1);
  if (first === undefined) return;
  const isExercise = parseAct(first.bytes).header.exercise === true;
  if (isExercise === exercise) return;
  const said = isExercise ? 'a demonstration' : 'real';
  throw refuse('input-malformed', `The settings say exercise: ${String(exercise)}, but the record here is ${said}.`);
}
