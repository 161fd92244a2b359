// The newest public acts of both sides, for lists, feeds and files alike.
import type { ShownAct } from '../../area.ts';
import type { PublicAsk } from './ask.ts';

/** The newest public acts of both sides, by when this node recorded them, below the places given. */
export async function newestActs(
  { record, look }: Pick<PublicAsk, 'record' | 'look'>,
  limit: number,
  before: Readonly<Record<string, number>> = {},
): Promise<readonly ShownAct[]> {
  const sides = record.agreement.participants.map(({ id }) => id);
  const all = await Promise.all(
    sides.map(async (side) => {
      const below = before[side];
      return await look.acts({ side, limit, ...(below === undefined ? {} : { before: below }) });
    }),
  );
  return all
    .flat()
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt) || b.act.index - a.act.index)
    .slice(0, limit);
}
