// The inspection on the record page: whether what is kept is still what was signed, what is damaged, what was healed.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Moment } from '../../kit/links.tsx';
import { Side, State } from '../../kit/marks.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { InspectionView } from '../../node/node.ts';
import type { Seat } from './said.tsx';

interface Props {
  readonly inspection: InspectionView;
  readonly speak: Speak;
  readonly seat: Seat;
}

/** The state of what is kept, in words and a shape. */
export function InspectionState({ inspection, speak }: Pick<Props, 'inspection' | 'speak'>): JSX.Element {
  const { open } = inspection;
  if (open > 0) return <State is="alarm">{speak.say('record.inspection-open', { count: open })}</State>;
  return <State is="done">{speak.say('record.inspection-none')}</State>;
}

function Damages({ inspection, speak, seat }: Props): JSX.Element | null {
  if (inspection.damages.length === 0) return null;
  const columns = [
    { head: speak.say('record.column-damaged') },
    { head: speak.say('record.column-place') },
    { head: speak.say('record.column-time', { city: seat.city }), is: 'date' },
  ] as const;
  const rows = inspection.damages.map(({ side, what, index, name, found }) => ({
    cells: [
      speak.say(`damage.${what}`),
      {
        shows: (
          <>
            <Side side={side} /> {index} <code class="long">{name}</code>
          </>
        ),
      },
      { shows: <Moment instant={found} zone={seat.zone} seconds speak={speak} /> },
    ],
  }));
  return <RegisterTable columns={columns} rows={rows} empty={speak.say('record.inspection-none')} />;
}

export function InspectionSection({ inspection, speak, seat }: Props): JSX.Element {
  const { rounded, healed } = inspection;
  const round =
    rounded === undefined ? (
      speak.say('record.never')
    ) : (
      <>
        <Moment instant={rounded} zone={seat.zone} seconds speak={speak} /> {seat.city}
      </>
    );
  const rows = [
    { label: speak.say('record.line-state'), value: <InspectionState inspection={inspection} speak={speak} /> },
    { label: speak.say('record.inspection-round'), value: round },
    { label: speak.say('record.inspection-healed'), value: speak.number(healed) },
  ];
  return (
    <>
      <SectionHead id="inspection" title={speak.say('record.inspection')}>
        {speak.say('record.inspection-why')}
      </SectionHead>
      <div class="wide" id="inspection-state" data-live>
        <Plain rows={rows} />
        <Damages inspection={inspection} speak={speak} seat={seat} />
      </div>
    </>
  );
}
