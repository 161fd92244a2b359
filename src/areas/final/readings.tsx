// A clock on the page of life: where it stands, its rule, what went in, every reading, the clause beside it.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  type Clock,
  type DatedClock,
  type DateReading,
  type Input,
  operative,
  type Remark,
} from '../../agreement/clock.ts';
import { lifeStage } from '../../agreement/life.ts';
import type { Look } from '../../area.ts';
import { ActLink, Day, Moment, ParagraphLink, Sentence } from '../../kit/links.tsx';
import { Confidence, ReportDate } from '../../kit/margin.tsx';
import { Exercise, State } from '../../kit/marks.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import { ProvisionText } from '../../kit/text.tsx';
import { Why } from '../../kit/why.tsx';
import type { Speak } from '../../kit/words.ts';
import type { LifeData } from './life.data.ts';
import { dateOf } from './law.ts';
import { cityOf } from './tell.ts';

export interface LifeProps {
  readonly data: LifeData;
  readonly speak: Speak;
  readonly look: Look;
}

export type ClockName = 'entry' | 'lapse' | 'extension' | 'extended' | 'termination';
type Labelled = { readonly label: Child; readonly value: Child };

/** Links to acts by id, with the mark of what is invented. An act this node does not hold goes by its id. */
export function Acts({ ids, data }: { readonly ids: readonly string[]; readonly data: LifeData }): JSX.Element {
  return (
    <>
      {ids.map((id, i) => {
        const act = data.acts[id];
        return (
          <>
            {i === 0 ? null : ', '}
            {act === undefined ? <code class="long">{id}</code> : <ActLink side={act.side} index={act.index} />}
            {act?.exercise === true ? <Exercise /> : null}
          </>
        );
      })}
    </>
  );
}

function ofSide(side: string | null, { look, speak }: LifeProps): string {
  return side === null ? '' : look.agreement.participant(side).genitive[speak.language];
}

function countOf(clock: Clock<DateReading>): number {
  return Number(clock.inputs.find(({ name }) => name === 'years' || name === 'months')?.value ?? 0);
}

/** What a clock without a date waits for, as a list of the language. */
function Waits({ clock, props }: { readonly clock: Clock<DateReading>; readonly props: LifeProps }): JSX.Element {
  const { data, speak } = props;
  if (clock.state !== 'waits') return <></>;
  const nothing = Object.values(data.life).every(({ given }) => given === null);
  const awaited = clock.waitsFor.map(({ what, side }) =>
    speak.say(`life.await.${what}`, { of: ofSide(side, props) }),
  );
  const bare = clock.name === 'entry' && nothing;
  const what = bare ? speak.say('life.await.nothing-given') : speak.list(awaited);
  return (
    <State is="waiting">{speak.say('life.no-date', { what })}</State>
  );
}

/** The inputs from which a sum starts. */
const STARTS: ReadonlySet<string> = new Set(['entry', 'lapse', 'receipt']);

/** The length that a sum adds or takes: `count` of its one unit, and both units apart where a decision states them. */
function lengthOf(clock: Clock<DateReading>): Readonly<Record<string, number>> {
  const of = (unit: string): number => Number(clock.inputs.find(({ name }) => name === unit)?.value ?? 0);
  return { count: countOf(clock), years: of('years'), months: of('months') };
}

/** Why this date: the rule, the sum, the acts under it, the time zone database. */
function DateWhy({ clock, props }: {
  readonly clock: DatedClock<DateReading>;
  readonly props: LifeProps;
}): JSX.Element {
  const { data, speak } = props;
  const acts = [...new Set(clock.inputs.flatMap((input) => input.acts))];
  const sum = clock.name === 'entry' ? undefined : clock.inputs.find(({ name }) => STARTS.has(name));
  const from = sum?.value ?? null;
  return (
    <Why ask={speak.say('kit.why-date')} after>
      <p>
        <Sentence speak={speak} say="kit.rule" parts={{ rule: <code>{clock.rule.id}</code> }} />{' '}
        {speak.say(operative(clock).why)}
      </p>
      {from === null ? null : (
        <p>{speak.say(`life.sum.${clock.name}`, { date: speak.date(from), ...lengthOf(clock) })}</p>
      )}
      {acts.length === 0 ? null : (
        <p>
          <Sentence speak={speak} say="life.rests-on" parts={{ acts: <Acts ids={acts} data={data} /> }} />
        </p>
      )}
      <p>{speak.say('life.tz', { tz: clock.tz })}</p>
    </Why>
  );
}

function StandsLine({ name, clock, props }: {
  readonly name: ClockName;
  readonly clock: Clock<DateReading>;
  readonly props: LifeProps;
}): JSX.Element {
  const { data, speak, look } = props;
  if (clock.state === 'waits') {
    return (
      <p class="stands-line">
        <Waits clock={clock} props={props} />
      </p>
    );
  }
  const { date } = operative(clock);
  const ahead = name === 'entry' && data.today < date;
  const acts = clock.inputs.flatMap((input) => input.acts);
  const invented = look.exercise || acts.some((id) => data.acts[id]?.exercise === true);
  const word = ahead ? 'entry-ahead' : name;
  return (
    <div class="stands-line">
      <State is={name === 'entry' && !ahead ? 'done' : 'moving'}>
        <Sentence speak={speak} say={`life.stands.${word}`} parts={{ date: <Day iso={date} speak={speak} /> }} />
      </State>{' '}
      {invented ? <Exercise /> : null} <DateWhy clock={clock} props={props} />
    </div>
  );
}

function InputLine({ input, props }: { readonly input: Input; readonly props: LifeProps }): JSX.Element {
  const { data, speak, look } = props;
  const label = speak.say(`life.input.${input.name}`, { of: ofSide(input.side, props) });
  if (input.value === null) {
    return (
      <>
        {label}: <b>{speak.say('life.none')}</b>
      </>
    );
  }
  // A clock of a term starts from civil dates; that of entry from the instants of notices.
  const isDate = /^\d{4}-\d\d-\d\d$/.test(input.value);
  const isInstant = !isDate && input.side !== null;
  const zone = input.side === null ? '' : look.agreement.participant(input.side).seat.zone;
  return (
    <>
      {label}:{' '}
      {isInstant ? (
        <Moment instant={input.value} zone={zone} city={cityOf(look.agreement, zone, speak)} seconds speak={speak} />
      ) : isDate ? (
        <Day iso={input.value} speak={speak} />
      ) : (
        input.value
      )}
      {input.acts.length === 0 ? null : (
        <>
          {', '}
          <Acts ids={input.acts} data={data} />
        </>
      )}
    </>
  );
}

function inputsRow(clock: Clock<DateReading>, props: LifeProps): Labelled {
  return {
    label: props.speak.say('life.row.inputs'),
    value: clock.inputs.map((input, i) => (
      <>
        {i === 0 ? null : <br />}
        <InputLine input={input} props={props} />
      </>
    )),
  };
}

/** What the public record has on the clause: told with its grade and source, and no input. */
function reportedRow(provision: string, { look, speak }: LifeProps): readonly Labelled[] {
  const reports = look.agreement.reportsOf(provision);
  if (reports.length === 0) return [];
  const value = (
    <>
      {reports.map(({ date, says, confidence, source }) => (
        <p>
          <span lang="en">
            <ReportDate date={date} speak={speak} />: {says}
          </span>{' '}
          <Confidence letter={confidence} speak={speak} />{' '}
          <span class="soft long">{speak.say('life.source', { source })}</span>
        </p>
      ))}
      <p>{speak.say('life.reported-note')}</p>
    </>
  );
  return [{ label: <i class="reported">{speak.say('kit.reported')}</i>, value }];
}

/** What each side has confirmed, and whether they agree. */
function confirmedRow({ data, look, speak }: LifeProps): Labelled {
  const stage = lifeStage(data.life);
  const parties = look.agreement.participants;
  const missing = parties
    .filter(({ id }) => (data.life[id]?.confirmed ?? null) === null)
    .map(({ short }) => short[speak.language]);
  const value = (
    <>
      {parties.map(({ id, short }) => {
        const confirmed = data.life[id]?.confirmed ?? null;
        return (
          <p>
            {short[speak.language]}:{' '}
            {confirmed === null ? (
              <b>{speak.say('life.confirmed.none')}</b>
            ) : (
              <>
                <Day iso={confirmed.date} speak={speak} />, <Acts ids={[confirmed.act]} data={data} />
              </>
            )}
          </p>
        );
      })}
      <p>
        {stage === 'confirmed-both' ? <State is="agree">{speak.say('life.confirmed.both')}</State> : null}
        {stage === 'confirmations-differ' ? (
          <State is="contested">{speak.say('life.confirmed.differ')}</State>
        ) : null}
        {stage === 'receipted-both' || stage === 'confirmed-once' ? (
          <State is="waiting">
            {speak.say('life.confirmed.outstanding', { sides: speak.list(missing) })}
          </State>
        ) : null}
        {dateOf(data.clocks.entry) === null ? speak.say('life.confirmed.waits') : null}
      </p>
    </>
  );
  return { label: speak.say('life.row.confirmed'), value };
}

function ReadingsTable({ clock, id, props }: {
  readonly clock: DatedClock<DateReading>;
  readonly id: string;
  readonly props: LifeProps;
}): JSX.Element {
  const { speak, look } = props;
  const columns = [
    { head: speak.say('life.reading.column') },
    { head: speak.say('life.reading.date'), is: 'date' as const },
    { head: speak.say('life.reading.seats') },
  ];
  const rows = clock.readings.map((reading) => ({
    operative: reading.operative,
    cells: [
      {
        shows: (
          <>
            {speak.say(reading.why)}
            {reading.operative ? (
              <>
                {', '}
                <b>{speak.say('life.reading.operative')}</b>
              </>
            ) : null}
          </>
        ),
      },
      { shows: <Day iso={reading.date} speak={speak} short /> },
      speak.list(reading.zones.map((zone) => cityOf(look.agreement, zone, speak))),
    ],
  }));
  return (
    <div class="table">
      <RegisterTable id={`${id}-readings`} columns={columns} rows={rows} empty={speak.say('life.none')} />
    </div>
  );
}

function remarkWords(remark: Remark, { look, speak }: LifeProps): string {
  return speak.say(remark.why, {
    date: remark.date === null ? '' : speak.date(remark.date),
    city: remark.zone === null ? '' : cityOf(look.agreement, remark.zone, speak),
  });
}

function readingRows(name: ClockName, clock: Clock<DateReading>, props: LifeProps): readonly Labelled[] {
  const { speak } = props;
  const none = clock.convention === null ? ` ${speak.say('life.no-convention')}` : '';
  const label = speak.say('life.row.readings');
  if (clock.state === 'waits') {
    return [{ label, value: `${speak.say(`life.readings.${name}`)}${none}` }, ...conventionRow(clock, props)];
  }
  const together = speak.say(clock.differ ? 'life.reading.differ' : 'life.reading.same');
  const said = clock.remarks.map((remark) => remarkWords(remark, props));
  const remarks = [...said, speak.say('life.tz', { tz: clock.tz })];
  return [
    { label, value: `${clock.readings.length > 1 ? together : ''}${none}` },
    { label: speak.say('life.row.remarks'), value: remarks.map((words) => <p>{words}</p>) },
    ...conventionRow(clock, props),
  ];
}

/** The convention that the sides have adopted on the rule, with the acts by which they did. */
function conventionRow(clock: Clock<DateReading>, props: LifeProps): readonly Labelled[] {
  const { data, speak } = props;
  if (clock.convention === null) return [];
  const { reading, acts } = clock.convention;
  const value = (
    <>
      {speak.say(`clock.${clock.rule.family}.${reading}`)}, <Acts ids={acts} data={data} />
    </>
  );
  return [{ label: speak.say('life.matter.name-convention'), value }];
}

/** The clause a clock runs on, as printed, in the margin beside it. */
function Clause({ provision, props }: { readonly provision: string; readonly props: LifeProps }): JSX.Element {
  const { look, speak } = props;
  const found = look.agreement.provision(provision);
  if (found === undefined) throw new Error(`final: the agreement has no provision ${provision}`);
  return (
    <blockquote class="side-note treaty clause">
      <p class="no">
        <ParagraphLink id={provision} speak={speak} />
      </p>
      <p lang={look.agreement.prevails ?? 'en'}>
        <ProvisionText text={found.text} statements={found.statements} />
      </p>
    </blockquote>
  );
}

/** One clock with everything that can be said of it. The section is kept fresh while the page is open. */
export function ClockSection({ name, clock, id = name, props }: {
  readonly name: ClockName;
  readonly clock: Clock<DateReading>;
  readonly id?: string;
  readonly props: LifeProps;
}): JSX.Element {
  const { speak } = props;
  const rule = (
    <Sentence
      speak={speak}
      say={`life.rule.${name}`}
      values={{ count: countOf(clock) }}
      parts={{ rule: <code>{clock.rule.id}</code> }}
    />
  );
  const isEntry = name === 'entry';
  const rows = [
    { label: speak.say('life.row.rule'), value: rule },
    inputsRow(clock, props),
    ...(isEntry ? [confirmedRow(props), ...reportedRow(clock.provision, props)] : []),
    ...readingRows(name, clock, props),
  ];
  return (
    <>
      <section class="reading" id={id} data-live>
        <h2>{speak.say(`life.clock.${name}`)}</h2>
        <StandsLine name={name} clock={clock} props={props} />
        {clock.state === 'waits' ? null : <ReadingsTable clock={clock} id={id} props={props} />}
        <Plain rows={rows} />
      </section>
      <Clause provision={clock.provision} props={props} />
    </>
  );
}
