// Where the Agreement stands: the strip of its life, and whether both records agree.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { actName, Moment, ParagraphLink } from './links.tsx';
import { Exercise, State } from './marks.tsx';
import { Why } from './why.tsx';
import type { Speak } from './words.ts';

/** A point of the strip, already worded; `date` a civil date, `detail` what is recorded or waited for. */
export interface StripPoint {
  readonly key: string;
  readonly label: string;
  readonly date?: string;
  readonly detail?: string;
  readonly reached: boolean;
  readonly now: boolean;
  readonly provision?: string;
}

/** The points in order: a solid line to the one that is now, dotted after. */
export function Strip({ points, speak, id = 'life-strip' }: {
  readonly points: readonly StripPoint[];
  readonly speak: Speak;
  readonly id?: string;
}): JSX.Element {
  const named = (point: StripPoint): string | undefined => {
    if (point.now) return 'now';
    return point.reached ? 'reached' : undefined;
  };
  return (
    <ol class="life-strip" id={id} data-live>
      {points.map((point) => (
        <li class={named(point)} aria-current={point.now ? 'date' : undefined}>
          <b>{point.label}</b>
          {point.date === undefined ? null : (
            <span>
              <time datetime={point.date}>{speak.date(point.date)}</time>
            </span>
          )}
          {point.detail === undefined ? null : <span>{point.detail}</span>}
          {point.provision === undefined ? null : (
            <span>
              <ParagraphLink id={point.provision} speak={speak} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Whether the registers of both nodes are equal, as of which sizes of the logs, by side. */
export type Agreeing =
  | { readonly state: 'waits'; readonly sizes: Readonly<Record<string, number>> }
  | { readonly state: 'agrees'; readonly sizes: Readonly<Record<string, number>>; readonly at: string }
  | {
      readonly state: 'diverges';
      readonly sizes: Readonly<Record<string, number>>;
      readonly at: string;
      readonly first: { readonly register: string; readonly subject: string } | undefined;
    };

/** The last act of each side's log, as people name it: a log of 413 entries ends with index 412. */
function upTo(sizes: Readonly<Record<string, number>>, sides: readonly string[], speak: Speak): string {
  const ends = sides.map((side) => {
    const size = sizes[side] ?? 0;
    return size === 0 ? speak.say('kit.no-acts-of', { side: side.toUpperCase() }) : actName(side, size - 1);
  });
  return speak.list(ends);
}

/** One line: both records agree, or differ and where, or have not been compared. */
export function ConcordanceLine({ of, sides, zone, city, exercise, speak, id = 'concordance', children }: {
  readonly of: Agreeing;
  /** In the order of the title. */
  readonly sides: readonly string[];
  readonly zone: string;
  readonly city: string;
  readonly exercise: boolean;
  readonly speak: Speak;
  readonly id?: string;
  readonly children?: Child;
}): JSX.Element {
  const acts = upTo(of.sizes, sides, speak);
  return (
    <div class="concordance" id={id} data-live>
      {of.state === 'agrees' ? <State is="agree">{speak.say('kit.records-agree', { acts })}</State> : null}
      {of.state === 'waits' ? (
        <span class="state waiting">{speak.say('kit.records-wait', { acts })}</span>
      ) : null}
      {of.state === 'diverges' ? (
        <span class="state contested diverge">
          {speak.say('kit.records-differ', { acts })}
          {of.first === undefined ? null : ` ${speak.say('kit.first-differing', { ...of.first })}`}
        </span>
      ) : null}{' '}
      {of.state === 'waits' ? null : (
        <>
          {speak.say('kit.compared')} <Moment instant={of.at} zone={zone} city={city} seconds speak={speak} />.{' '}
        </>
      )}
      {exercise ? <Exercise /> : null} {children}
    </div>
  );
}

/** Why the heading says what it says, folded; nothing where there is nothing to say. */
export function Reasons({ why, ask }: { why: readonly string[]; ask: string }): JSX.Element {
  if (why.length === 0) return <></>;
  return (
    <Why ask={ask}>
      {why.map((reason) => (
        <p>{reason}</p>
      ))}
    </Why>
  );
}

/** The state as heading, the strip under it, and what stands below: the concordance with the reasons in it. */
export function LifeSection({ heading, points, speak, id = 'life', children }: {
  readonly heading: string;
  readonly points: readonly StripPoint[];
  readonly speak: Speak;
  /** What the ids of heading and strip begin with. */
  readonly id?: string;
  readonly children?: Child;
}): JSX.Element {
  return (
    <section class="life wide after" aria-labelledby={`${id}-now`}>
      <h2 id={`${id}-now`} data-live>
        {heading}
      </h2>
      <Strip points={points} speak={speak} id={`${id}-strip`} />
      {children}
    </section>
  );
}
