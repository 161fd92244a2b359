// The table of cosignatures: who vouched for a checkpoint, in which capacity, by which algorithm, when.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Moment } from '../../kit/links.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { HeldCosignature } from '../../node/node.ts';
import type { Seat } from './said.tsx';

export function Cosignatures({ of, speak, seat }: {
  readonly of: readonly HeldCosignature[];
  readonly speak: Speak;
  readonly seat: Seat;
}): JSX.Element {
  const columns = [
    { head: speak.say('record.column-as') },
    { head: speak.say('record.column-key') },
    { head: speak.say('record.column-algorithm') },
    { head: speak.say('record.column-size'), is: 'figure' },
    { head: speak.say('record.column-time', { city: seat.city }), is: 'date' },
  ] as const;
  const rows = of.map((cosignature) => ({
    cells: [
      speak.say(`record.role-${cosignature.role}`),
      { shows: <code class="long">{cosignature.signer}</code> },
      { shows: <code>{cosignature.algorithm}</code> },
      speak.number(cosignature.size),
      { shows: <Moment instant={cosignature.at} zone={seat.zone} seconds speak={speak} /> },
    ],
  }));
  return <RegisterTable columns={columns} rows={rows} empty={speak.say('record.no-cosignatures')} />;
}
