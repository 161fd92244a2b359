// The section of the record on witnesses of neither side: who is asked, how far each has cosigned, who does not answer.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Moment } from '../../kit/links.tsx';
import { State } from '../../kit/marks.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { WitnessView } from '../../node/node.ts';
import type { Seat } from './said.tsx';

const SHAPE = { well: 'done', failing: 'waiting', open: 'alarm', never: 'none' } as const;

/** Nothing where settings name no such witness. */
export function WitnessesSection({ witnesses, speak, seat }: {
  readonly witnesses: readonly WitnessView[];
  readonly speak: Speak;
  readonly seat: Seat;
}): JSX.Element {
  if (witnesses.length === 0) return <></>;
  const columns = [
    { head: speak.say('record.column-key') },
    { head: speak.say('record.line-state'), is: 'word' },
    { head: speak.say('record.column-size'), is: 'figure' },
    { head: speak.say('record.column-time', { city: seat.city }), is: 'date' },
    { head: speak.say('record.line-error') },
  ] as const;
  const rows = witnesses.map((one) => ({
    cells: [
      { shows: <code class="long">{one.name}</code> },
      { shows: <State is={SHAPE[one.state]}>{speak.say(`record.witness-${one.state}`)}</State> },
      one.size === undefined ? { shows: '–', nil: true } : speak.number(one.size),
      one.at === undefined
        ? { shows: '–', nil: true }
        : { shows: <Moment instant={one.at} zone={seat.zone} seconds speak={speak} /> },
      { shows: <span lang="en">{one.lastError ?? '–'}</span>, nil: one.lastError === undefined },
    ],
  }));
  return (
    <>
      <SectionHead id="witnesses" title={speak.say('record.witnesses')}>
        {speak.say('record.witnesses-why')}
      </SectionHead>
      <RegisterTable id="witness-rows" live columns={columns} rows={rows} empty={speak.say('record.no-cosignatures')} />
    </>
  );
}
