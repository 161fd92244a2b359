// Sign-ins under way: each ends once, in its time, in the browser that began it; no address crowds out another.
import { expect, test } from 'vitest';
import { ROUND_LASTS, ROUNDS_FROM } from '../../src/web/limits.ts';
import { rounds } from '../../src/web/rounds.ts';

const round = (challenge: string) => ({ way: 'passkey', challenge }) as const;

test('a round is taken once, by the browser that began it, before it is over', () => {
  let now = 0;
  const held = rounds(() => now);
  held.keep('browser', 'a', round('a'), '192.0.2.1');
  expect(held.take('another', 'a')).toBeUndefined();
  expect(held.take('browser', 'a')).toEqual(round('a'));
  expect(held.take('browser', 'a')).toBeUndefined();
  held.keep('browser', 'b', round('b'), '192.0.2.1');
  now = ROUND_LASTS;
  expect(held.take('browser', 'b')).toBeUndefined();
});

test('one address that begins very many pushes out its own oldest, and no other address one', () => {
  const held = rounds(() => 0);
  held.keep('official', 'mine', round('mine'), '192.0.2.1');
  for (let n = 0; n < ROUNDS_FROM * 100; n++) held.keep('crowd', `${n}`, round(`${n}`), '198.51.100.7');
  expect(held.take('crowd', '0')).toBeUndefined();
  expect(held.take('crowd', `${ROUNDS_FROM * 100 - 1}`)).toBeDefined();
  expect(held.take('crowd', `${ROUNDS_FROM * 99}`)).toBeDefined();
  expect(held.take('crowd', `${ROUNDS_FROM * 99 - 1}`)).toBeUndefined();
  expect(held.take('official', 'mine')).toEqual(round('mine'));
});
