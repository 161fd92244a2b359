// Related instruments, days off, dates recomputed: what stands around the clocks on the page of life.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Day, ParagraphLinks, Sentence } from '../../kit/links.tsx';
import { Confidence, ReportDate } from '../../kit/margin.tsx';
import { State } from '../../kit/marks.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import { Why } from '../../kit/why.tsx';
import type { Clock, DateReading } from '../../agreement/clock.ts';
import { operative } from '../../agreement/clock.ts';
import type { InstrumentRow } from './life.data.ts';
import { Acts, type LifeProps } from './readings.tsx';

const UNTIL: ReadonlySet<string> = new Set(['in-force', 'renewed']);

function Until({ row, props }: { readonly row: InstrumentRow; readonly props: LifeProps }): JSX.Element {
  const { speak } = props;
  const clock: Clock<DateReading> | null = row.renewal ?? row.lapse;
  if (clock === null || clock.state === 'waits') return <>–</>;
  const held = operative(clock);
  return (
    <>
      <Day iso={held.date} speak={speak} short />
      <br />
      <Why ask={speak.say('kit.why-date')}>
        <p>
          <code>{clock.rule.id}</code> {speak.say(held.why)}
        </p>
        {clock.inputs.map(({ name, value }) => (
          <p>
            {speak.say(`life.input.${name}`, { of: '' })}:{' '}
            {name === 'entry' || name === 'lapse' ? <Day iso={value ?? ''} speak={speak} /> : value}
          </p>
        ))}
        {row.instrument.term?.renewal == null ? null : (
          <p>{speak.say('life.instruments.renewal', { years: row.instrument.term.renewal })}</p>
        )}
        <p>{speak.say('life.tz', { tz: clock.tz })}</p>
      </Why>
    </>
  );
}

function Reported({ row, props }: { readonly row: InstrumentRow; readonly props: LifeProps }): JSX.Element {
  const { look, speak } = props;
  return (
    <>
      {row.instrument.events.map(({ date, says, side, confidence, source }) => (
        <p>
          <i class="reported">{speak.say('kit.reported')}</i> <ReportDate date={date} speak={speak} />:{' '}
          {speak.say(`life.instruments.event-${says}`, {
            side: side === undefined ? '' : look.agreement.participant(side).short[speak.language],
          })}{' '}
          <Confidence letter={confidence} speak={speak} />{' '}
          <span class="soft long">{speak.say('life.source', { source })}</span>
        </p>
      ))}
    </>
  );
}

/** The instruments that the text names, as reported, each with its own clocks. */
export function Instruments({ props }: { readonly props: LifeProps }): JSX.Element {
  const { data, speak } = props;
  const columns = [
    { head: speak.say('life.instruments.column-what') },
    { head: speak.say('life.instruments.column-named') },
    { head: speak.say('life.instruments.column-stands') },
    { head: speak.say('life.instruments.column-until') },
    { head: speak.say('life.instruments.column-reported') },
  ];
  const rows = data.instruments.map((row) => ({
    id: `instrument-${row.instrument.id}`,
    cells: [
      { shows: <span lang={speak.language}>{row.instrument.short[speak.language]}</span> },
      { shows: <ParagraphLinks ids={row.instrument.named} speak={speak} /> },
      {
        shows: (
          <State is={UNTIL.has(row.stands) ? 'done' : 'none'}>
            {speak.say(`life.instruments.stands-${row.stands}`)}
          </State>
        ),
      },
      { shows: <Until row={row} props={props} /> },
      { shows: <Reported row={row} props={props} /> },
    ],
  }));
  return (
    <>
      <SectionHead id="instruments" title={speak.say('life.instruments')}>
        {speak.say('life.instruments.note')}
      </SectionHead>
      <RegisterTable id="instrument-rows" columns={columns} rows={rows} empty={speak.say('life.none')} />
    </>
  );
}

/** Dates of acts that the calendar of today gives otherwise; else one line that says that it gives all the same. */
function recomputedRow({ data, look, speak }: LifeProps): JSX.Element {
  const differing = data.recomputed.filter(({ said, now }) => said !== now);
  if (data.recomputed.length === 0) return <>{speak.say('life.recomputed.none')}</>;
  if (differing.length === 0) {
    const count = data.recomputed.length;
    return <State is="agree">{speak.say('life.recomputed.same', { count, tz: look.tz })}</State>;
  }
  return (
    <>
      {differing.map(({ act, said, now }) => (
        <p>
          <State is="contested">
            <Sentence
              speak={speak}
              say="life.recomputed.differs"
              values={{ said: speak.date(said), now: speak.date(now), tz: look.tz }}
              parts={{ act: <Acts ids={[act]} data={data} /> }}
            />
          </State>
        </p>
      ))}
    </>
  );
}

/** The calendars behind the dates: what was recomputed, and how far the days off of the capitals are known. */
export function Calendars({ props }: { readonly props: LifeProps }): JSX.Element {
  const { look, speak } = props;
  const capitals = look.agreement.holidays.map(({ side, source, check, years, yearly = [], notes }) => {
    const city = look.agreement.participant(side).seat.city[speak.language];
    const known = years.length === 0 ? speak.say('life.none') : speak.list(years.map(String));
    return {
      label: city,
      value: (
        <>
          {speak.say('life.holidays.fixed', { city, count: yearly.length, years: known })}{' '}
          <span class="soft long">{speak.say('life.source', { source })}</span>{' '}
          {check ? <State is="waiting">{speak.say('life.check')}</State> : null}
          {notes.map((note) => (
            <p>
              <span lang="en">{note.says}</span>{' '}
              <span class="soft long">{speak.say('life.source', { source: note.source })}</span>{' '}
              {note.check ? <State is="waiting">{speak.say('life.check')}</State> : null}
            </p>
          ))}
        </>
      ),
    };
  });
  return (
    <>
      <SectionHead id="calendars" title={speak.say('life.rail.calendars')} />
      <div class="wide" id="recomputed" data-live>
        <Plain rows={[{ label: speak.say('life.recomputed'), value: recomputedRow(props) }, ...capitals]} wide />
      </div>
    </>
  );
}
