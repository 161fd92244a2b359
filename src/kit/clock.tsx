// The clock of hours that count: its numerals, to the second, and what a reader who sees none of them is told.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Speak } from './words.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * The numerals of what is left until `until`, an instant. The island counts on from `now`, the instant at which the
 * page was made; without it they say what was left then.
 */
export function Clock({ seconds, until, now, speak }: {
  readonly seconds: number;
  readonly until: string;
  readonly now: string;
  readonly speak: Speak;
}): JSX.Element {
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return (
    <p
      class="clock"
      role="timer"
      aria-label={speak.say('kit.left', { span: speak.say('kit.span', { h, min, s }) })}
      data-until={until}
      data-now={now}
    >
      <span data-of="h">{h}</span>
      <small>{speak.say('kit.unit.h')}</small> <span data-of="min">{two(min)}</span>
      <small>{speak.say('kit.unit.min')}</small>{' '}
      <span class="second" data-of="s">
        {two(s)}
      </span>
      <small>{speak.say('kit.unit.s')}</small>
    </p>
  );
}
