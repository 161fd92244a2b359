// The whole ladder of one act: six rungs, each another hand, with its time and its key.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Moment } from './links.tsx';
import { RUNGS, type RungName } from './marks.tsx';
import type { Speak } from './words.ts';

/** A rung reached, or several hands on one. `by` names the hand in words of the page. */
export interface LadderRung {
  readonly name: RungName;
  readonly at: string;
  readonly by: Child;
}

/**
 * The ladder with its open rungs. Times are said at `zone`, with `city` after them, and as instants beside. `waits`
 * says what an open rung waits for, where the page knows it.
 */
export function Ladder({ rungs, zone, city, waits = {}, speak, id = 'ladder-rungs' }: {
  readonly rungs: readonly LadderRung[];
  readonly zone: string;
  readonly city: string;
  readonly waits?: Readonly<Partial<Record<RungName, string>>>;
  readonly speak: Speak;
  readonly id?: string;
}): JSX.Element {
  return (
    <ol class="ladder wide" id={id} data-live>
      {RUNGS.map((name) => {
        const hands = rungs.filter((rung) => rung.name === name);
        if (hands.length === 0) {
          return (
            <li class="open">
              <b>{speak.say(`rung.${name}`)}</b>
              <p>{waits[name] ?? speak.say('rung.not-reached')}</p>
            </li>
          );
        }
        return (
          <li>
            <b>{speak.say(`rung.${name}`)}</b>
            {hands.map((rung) => (
              <>
                <p class="at">
                  <Moment instant={rung.at} zone={zone} city={city} seconds speak={speak} />{' '}
                  <span class="id soft">{rung.at}</span>
                </p>
                <p>{rung.by}</p>
              </>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
