// The export of one node of a pair, written as servanda export writes it.
import { join } from 'node:path';
import { agreementFiles } from '../../src/commands/house.ts';
import { type Card, FILES, readCard } from '../../src/node/config.ts';
import { trustIn, writeExport } from '../../src/node/export.ts';
import { generationsOf } from '../../src/node/cosigners.ts';
import { epochsOf } from '../../src/node/epochs.ts';
import { logsOf, mirrorsOf, type PolicyKeys } from '../../src/node/proofs.ts';
import type { Pair, Side } from './pair.ts';

export async function exportOf(pair: Pair, side: Side, target: string): Promise<{ readonly entries: number }> {
  const { home } = pair.seats[side];
  const own = await readCard(join(home, FILES.card));
  const other = await readCard(join(home, FILES.counterpart));
  if (own === undefined || other === undefined) throw new Error('exported: a card is missing');
  const policy = (of: Card, by: Card): PolicyKeys => ({
    logs: logsOf(epochsOf(of)),
    mirrorSide: by.side,
    ...mirrorsOf(generationsOf(by)),
    witnesses: [],
    least: 0,
  });
  const room = {
    sql: pair.node(side).sql,
    side,
    other: other.side,
    trust: { [own.side]: trustIn(own), [other.side]: trustIn(other) },
    agreementId: 'ua-al-2025',
    exercise: true,
    files: await agreementFiles('ua-al-2025'),
    policies: { [own.side]: policy(own, other), [other.side]: policy(other, own) },
    now: () => new Date('2026-09-01T09:00:00Z'),
  };
  return await writeExport(room, target);
}
