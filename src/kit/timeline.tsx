// Acts in time: each side from its own edge, newest last.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ActLink, Day } from './links.tsx';
import { Exercise, type RungName, Side, Stands } from './marks.tsx';
import type { Speak } from './words.ts';

/** An act as the timeline shows it. `day` is the civil date at the reader's seat, `says` the words after its name. */
export interface TimelineAct {
  readonly side: string;
  readonly index: number;
  readonly day: string;
  readonly says: Child;
  readonly rung: RungName | undefined;
  readonly contested: boolean;
  readonly exercise: boolean;
}

/** `sides` in the order of the title: the first keeps the left edge. `saidBy` names each edge, beside its mark. */
export function Timeline({ sides, saidBy, acts, empty, speak, id }: {
  readonly sides: readonly [string, string];
  readonly saidBy: readonly [string, string];
  readonly acts: readonly TimelineAct[];
  /** The sentence where there are none. */
  readonly empty: string;
  readonly speak: Speak;
  readonly id: string;
}): JSX.Element {
  const [first, second] = sides;
  if (acts.length === 0) {
    return (
      <p class="empty wide" id={id} data-live>
        {empty}
      </p>
    );
  }
  return (
    <div class="timeline wide" id={id} data-live>
      <p class={`end ${first}`}>
        <Side side={first} /> {saidBy[0]}
      </p>
      <p class="end"></p>
      <p class={`end ${second}`}>
        {saidBy[1]} <Side side={second} />
      </p>
      <ol>
        {acts.map((act) => (
          <li class={act.side}>
            <Day iso={act.day} speak={speak} short />
            <p class="said">
              <ActLink side={act.side} index={act.index} /> {act.says} {act.exercise ? <Exercise /> : null}{' '}
              <Stands rung={act.rung} contested={act.contested} speak={speak} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
