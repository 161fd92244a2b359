// The clock of a consultation: what is left to the second, the end in both capitals, every reading, the ruler.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { addHours } from '../../agreement/calendar.ts';
import type { DatedClock, InstantReading } from '../../agreement/clock.ts';
import type { Look, Told } from '../../area.ts';
import { Clock } from '../../kit/clock.tsx';
import { ActLink, Sentence } from '../../kit/links.tsx';
import { State } from '../../kit/marks.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import { Why } from '../../kit/why.tsx';
import type { Speak } from '../../kit/words.ts';
import { atBothSeats } from '../../ways/meeting/tell.ts';
import type { ConsultationShown } from './room.data.ts';

export interface RoomProps {
  readonly shown: ConsultationShown;
  readonly now: string;
  readonly entered: boolean;
  readonly told: readonly Told[] | null;
  readonly speak: Speak;
  readonly look: Look;
}

const SECOND = 1000;
/** Hours between marks of the ruler that carry times. */
const QUARTERS = 4;

/** Whole seconds from one instant to another; negative where the second is the earlier. */
export function secondsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / SECOND);
}

/** A span as hours, minutes, seconds: 17 h 34 min 10 s. */
export function spanWords(seconds: number, speak: Speak): string {
  const whole = Math.abs(seconds);
  const values = { h: Math.floor(whole / 3600), min: Math.floor((whole % 3600) / 60), s: whole % 60 };
  return speak.say('kit.span', values);
}

/** An instant at both seats, to the second, as one time a machine can read. */
export function Both({ instant, speak, look }: {
  readonly instant: string;
  readonly speak: Speak;
  readonly look: Look;
}): JSX.Element {
  return <time datetime={instant}>{atBothSeats(instant, look.agreement, speak, true)}</time>;
}

/** An act by its name, as a link; one that came by sheet and stands in no log here yet has no place to lead to. */
export function SaidBy({ side, index, speak }: {
  readonly side: string;
  readonly index: number;
  readonly speak: Speak;
}): JSX.Element {
  if (index >= 0) return <ActLink side={side} index={index} />;
  return (
    <a class="id" href="/sheet">
      {speak.say('consultation.by-sheet', { side: side.toUpperCase() })}
    </a>
  );
}

/** Where the clock stands, in one line. A side is never called late for want of a receipt: what is recorded is said. */
function Stands({ shown, now, speak, look }: RoomProps): JSX.Element {
  const { deadline, convened, requests } = shown;
  const first = requests.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0]?.at ?? now;
  if (convened !== null) {
    const span = spanWords(secondsBetween(first, convened), speak);
    const late = deadline !== null && convened > deadline;
    const parts = { at: <Both instant={convened} speak={speak} look={look} /> };
    return (
      <p>
        <State is={late ? 'alarm' : 'done'}>
          {speak.say(late ? 'consultation.convened-late' : 'consultation.convened', { span })}
        </State>{' '}
        <Sentence speak={speak} say="consultation.convened-at" parts={parts} />
      </p>
    );
  }
  if (shown.state === 'withdrawn' || shown.state === 'closed') {
    return (
      <p>
        <State is="none">{speak.say(`consultation.state.${shown.state}`)}</State>
      </p>
    );
  }
  if (deadline === null) return <p>{speak.say('consultation.no-clock')}</p>;
  const parts = { end: <Both instant={deadline} speak={speak} look={look} /> };
  if (now >= deadline) {
    return (
      <p>
        <State is="alarm">{speak.say('consultation.run-out')}</State>{' '}
        <Sentence speak={speak} say="consultation.ended" parts={parts} />
      </p>
    );
  }
  return (
    <p>
      <Sentence speak={speak} say="consultation.left-until" parts={parts} />{' '}
      <State is="waiting">{speak.say('consultation.runs-until')}</State>
    </p>
  );
}

function Readings({ clock, speak, look }: {
  readonly clock: DatedClock<InstantReading>;
  readonly speak: Speak;
  readonly look: Look;
}): JSX.Element {
  const columns = [
    { head: speak.say('consultation.column-from') },
    { head: speak.say('consultation.column-starts'), is: 'date' as const },
    { head: speak.say('consultation.column-ends'), is: 'date' as const },
    { head: speak.say('consultation.column-weight') },
  ];
  const rows = clock.readings.map((reading) => ({
    operative: reading.operative,
    cells: [
      speak.say(reading.why),
      { shows: <Both instant={reading.from} speak={speak} look={look} /> },
      { shows: <Both instant={reading.instant} speak={speak} look={look} /> },
      speak.say(reading.operative ? 'consultation.operative' : 'consultation.reading'),
    ],
  }));
  const said = clock.convention === null ? 'consultation.rule-says' : 'consultation.rule-adopted';
  return (
    <Why ask={speak.say('kit.why-date')} after>
      <RegisterTable columns={columns} rows={rows} empty="" />
      <p>
        <Sentence speak={speak} say="kit.rule" parts={{ rule: <code>{clock.rule.id}</code> }} />{' '}
        {speak.say(said, { tz: clock.tz })}
      </p>
    </Why>
  );
}

/** Hours of the clock as its clause gives them. */
function hoursOf(clock: DatedClock<InstantReading>): number {
  return Number(clock.inputs.find(({ name }) => name === 'hours')?.value ?? 0);
}

/** The hours as a rule: what is gone, what was said when, where now is. The table beside it says the same in words. */
export function Ruler({ shown, now, speak, look }: RoomProps): JSX.Element {
  const { clock, deadline, acts } = shown;
  if (clock === null || clock.state === 'waits' || deadline === null) return <></>;
  const hours = hoursOf(clock);
  const start = addHours(deadline, -hours);
  const place = (instant: string): number =>
    Math.min(100, Math.max(0, (secondsBetween(start, instant) / (hours * 3600)) * 100));
  const x = (percent: number): string => `${percent.toFixed(3)}%`;
  const running = shown.convened === null && shown.state !== 'closed' && shown.state !== 'withdrawn';
  const gone = place(shown.convened ?? now);
  const zones = look.agreement.participants;
  const span = spanWords(secondsBetween(start, shown.convened ?? now), speak);
  const inside = acts.filter(({ at }) => at > start && at < deadline);
  const label = (percent: number, at: string, between: boolean, anchor: string): JSX.Element => (
    <g class={between ? 'between' : ''}>
      {zones.map(({ seat }, row) => (
        <text class={row === 0 ? undefined : 'faint'} x={x(percent)} y={86 + row * 20} text-anchor={anchor}>
          {`${speak.hours(at, seat.zone)} ${between ? '' : seat.city[speak.language]}`.trim()}
        </text>
      ))}
    </g>
  );
  return (
    <div class="wide" id="ruler" data-live>
      <svg class="ruler" role="img" aria-labelledby="ruler-words">
        <title id="ruler-words">
          {speak.say('consultation.ruler', { hours, span })}
        </title>
        {Array.from({ length: hours + 1 }, (_, i) => {
          const at = x((i / hours) * 100);
          return <line x1={at} x2={at} y1={i % (hours / QUARTERS) === 0 ? 50 : 58} y2={66} />;
        })}
        <line class="left" x1="0" x2="100%" y1="66" y2="66" />
        <line class="gone" x1="0" x2={x(gone)} y1="66" y2="66" />
        <line class="ends" x1="0" x2="0" y1="2" y2="66" />
        <line class="ends" x1="100%" x2="100%" y1="2" y2="66" />
        {inside.map(({ side, at }) => (
          <line class={side} x1={x(place(at))} x2={x(place(at))} y1="40" y2="66" />
        ))}
        {running ? <line class="now" x1={x(gone)} x2={x(gone)} y1="2" y2="72" /> : null}
        {running && gone < 15 ? null : (
          <text x="0" dx="8" y="13">
            {speak.say('consultation.dispatched')}
          </text>
        )}
        {running && gone > 20 && gone < 80 ? (
          <text class="roomy" x={x(gone)} dx="9" y="13">
            {speak.say('consultation.now')}
          </text>
        ) : null}
        <text x="100%" dx="-8" y="13" text-anchor="end">
          {speak.say('consultation.hours', { hours })}
        </text>
        {Array.from({ length: QUARTERS + 1 }, (_, i) => {
          const anchor = i === 0 ? 'start' : i === QUARTERS ? 'end' : 'middle';
          const at = addHours(start, (hours / QUARTERS) * i);
          return label((i / QUARTERS) * 100, at, i > 0 && i < QUARTERS, anchor);
        })}
      </svg>
    </div>
  );
}

/** The one clock. */
export function ClockSection(props: RoomProps): JSX.Element {
  const { shown, now, speak, look } = props;
  const { clock, deadline } = shown;
  const left = deadline === null ? 0 : secondsBetween(now, deadline);
  const running = ['called', 'acknowledged', 'opened-once'].includes(shown.state) && deadline !== null && left > 0;
  const readings: Child =
    clock === null || clock.state === 'waits' ? null : <Readings clock={clock} speak={speak} look={look} />;
  return (
    <section class="after" id="clock" aria-label={speak.say('consultation.clock')} data-live>
      {running ? <Clock seconds={left} until={deadline} now={now} speak={speak} /> : null}
      <Stands {...props} />
      {readings}
    </section>
  );
}
