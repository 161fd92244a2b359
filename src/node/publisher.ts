// The publisher: puts each marking of the record to the one check, and keeps under which of them anyone may see an act.
import { maySee, readMarking } from '../agreement/sight.ts';
import { type Sql, transaction } from './store/database.ts';
import { readMarkings } from './store/markings.ts';
import { publish } from './store/published.ts';

/** Markings are few: each round asks the check of all, so that what it says now is what holds. */
export async function publishNow(sql: Sql): Promise<void> {
  const open = (await readMarkings(sql)).filter(({ text }) => maySee('public', readMarking(text)));
  await transaction(sql, async (tx) => await publish(tx, open.map(({ id }) => id)));
}
