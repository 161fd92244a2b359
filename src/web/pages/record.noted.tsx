// The section of the record on entries that are no acts: where each log notes the other, so that their order is proved.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ActLink, Moment } from '../../kit/links.tsx';
import { State } from '../../kit/marks.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { NotedView } from '../../node/node.ts';
import { codes } from './act.evidence.tsx';
import type { Seat } from './said.tsx';

export function NotedSection({ noted, speak, seat }: {
  readonly noted: readonly NotedView[];
  readonly speak: Speak;
  readonly seat: Seat;
}): JSX.Element {
  const columns = [
    { head: speak.say('record.column-entry') },
    { head: speak.say('record.column-notes') },
    { head: speak.say('record.column-time', { city: seat.city }), is: 'date' },
    { head: speak.say('record.column-reason') },
  ] as const;
  const rows = noted.map((one) => ({
    cells: [
      { shows: <ActLink side={one.side} index={one.index} /> },
      speak.say('record.noted-checkpoint', { of: one.of.toUpperCase(), size: one.size }),
      { shows: <Moment instant={one.at} zone={seat.zone} seconds speak={speak} /> },
      one.contested === undefined
        ? { shows: '–', nil: true }
        : {
            shows: (
              <>
                <State is="contested">{speak.say(`refusal.${one.contested}`)}</State> {codes([one.contested])}
              </>
            ),
          },
    ],
  }));
  return (
    <>
      <SectionHead id="noted" title={speak.say('record.noted')}>
        {speak.say('record.noted-why')}
      </SectionHead>
      <RegisterTable id="noted-rows" live columns={columns} rows={rows} empty={speak.say('record.none-noted')} />
    </>
  );
}
