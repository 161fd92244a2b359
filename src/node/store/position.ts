// Where the record is: what every act that is shown depends on, in one line.
import type { Asking } from './database.ts';

/** Both sizes, how far they are folded, the newest cosignature over each, and how many acts are without their parts. */
export async function readPosition(sql: Asking): Promise<string> {
  const [rows, [erased]] = await Promise.all([
    sql<{ log: number; size: number; folded: number; heard: Date | null; held: number }[]>`
      select l.log, l.size, l.folded, c.at as heard, c.size as held from logs l
      left join lateral (select at, size from cosignatures where log = l.log order by at desc, size desc limit 1) c
      on true order by l.log`,
    sql<{ count: number }[]>`select count(*) from erased where log in (0, 1)`,
  ]);
  const logs = rows.map(
    ({ log, size, folded, heard, held }) => `${log} ${size} ${folded} ${heard?.getTime() ?? 0} ${held ?? 0}`,
  );
  return [...logs, erased?.count ?? 0].join(' ');
}
