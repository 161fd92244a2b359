// Part V, ¶77 and ¶78: ten years, and their extension by a joint decision of which both notices come in time.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { dateOf, termOf } from '../../src/areas/final/law.ts';
import {
  EXTENSION_ACCEPTED, EXTENSION_PROPOSED, PROPOSAL_WITHDRAWN,
} from '../../src/areas/final/matters/kinds.ts';
import { standing } from '../../src/areas/final/strip.ts';
import { atTheDoor, expectConcord, headings, matterOn, receive, refused, stateOn, tell } from './desk.ts';
import { openPair, type Pair, SIDES } from './pair.ts';
import { tellStory } from './story.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await openPair('2026-08-28T09:00:00Z');
});
afterAll(async () => await pair.close());

/** The last day of the term as each side reads it, and until when a further extension can be notified. */
async function terms(): Promise<readonly (string | null)[][]> {
  return await Promise.all(
    SIDES.map(async (side) => {
      const { clocks } = await standing(pair.node(side).node.look());
      return [dateOf(termOf(clocks)), dateOf(clocks.extension)];
    }),
  );
}

const NOTE = (date: string) => ({ noteDate: date, channel: 'node' });
const LENGTH = (years: string, date: string) => ({ years, months: '0', ...NOTE(date) });

describe('¶78: before there is a term', () => {
  test('nothing is extended: no form opens, and the door refuses by name', async () => {
    await pair.settled();
    expect(await refused(pair, 'ua', EXTENSION_PROPOSED.id, LENGTH('5', '2026-08-28'))).toBe('state-forbids');
    const body = { ...EXTENSION_PROPOSED.example, noteDate: '2026-08-28' };
    const said = { kind: EXTENSION_PROPOSED.id, provisions: ['78'], subject: 'extension', body };
    expect(await atTheDoor(pair, 'ua', said)).toBe('state-forbids');
  });
});

describe('¶77: the term', () => {
  test('is ten years from entry into effect, to the same date, on both nodes', async () => {
    await tellStory(pair);
    expect(await terms()).toEqual([['2036-08-31', '2036-02-29'], ['2036-08-31', '2036-02-29']]);
    expect(await headings(pair)).toEqual(['in-effect', 'in-effect']);
  });
});

describe('¶78: a proposal', () => {
  test('states a length and the dates that follow; a body without mandate cannot make it', async () => {
    pair.clock('2035-09-03T08:00:00Z');
    expect(await refused(pair, 'ua', EXTENSION_PROPOSED.id, LENGTH('0', '2035-09-03'))).toBe('date-inconsistent');
    expect(await refused(pair, 'ua', EXTENSION_PROPOSED.id, LENGTH('five', '2035-09-03'))).toBe('input-malformed');
    await tell(pair, 'ua', BODY_DESIGNATED.id, { body: 'ua:nmaa', provisions: '58, 78', from: '2026-08-31' });
    const good = { kind: EXTENSION_PROPOSED.id, provisions: ['78'], subject: 'extension' };
    const body = { ...EXTENSION_PROPOSED.example, noteDate: '2035-09-03' };
    expect(await atTheDoor(pair, 'ua', { ...good, body, by: 'ua:nmaa', keyOf: '2035' })).toBe('mandate-missing');
    expect(await atTheDoor(pair, 'ua', { ...good, body: { ...body, newLastDay: '2041-09-01' } })).toBe(
      'date-inconsistent',
    );
    expect(await atTheDoor(pair, 'ua', { ...good, body: { ...body, noteDate: '2035-09-04' } })).toBe(
      'date-out-of-order',
    );
    expect(await atTheDoor(pair, 'ua', { ...good, body, subject: 'extension/ua-1' })).toBe('state-forbids');
  });

  test('by one side alone extends nothing: it cannot accept itself, nor be accepted before its receipt', async () => {
    const proposal = await tell(pair, 'ua', EXTENSION_PROPOSED.id, LENGTH('5', '2035-09-03'));
    expect(await stateOn(pair, 'extension')).toBe('proposed');
    expect(await refused(pair, 'ua', EXTENSION_ACCEPTED.id, NOTE('2035-09-03'), proposal)).toBe('state-forbids');
    expect(await refused(pair, 'al', EXTENSION_ACCEPTED.id, NOTE('2035-09-03'), proposal)).toBe('state-forbids');
    const body = { proposal, head: proposal, newLastDay: '2041-08-31', ...NOTE('2035-09-03') };
    const accept = {
      kind: EXTENSION_ACCEPTED.id,
      provisions: ['78'],
      subject: 'extension',
      body,
      re: [{ act: proposal, role: 'accepts' }],
    };
    expect(await atTheDoor(pair, 'ua', accept)).toBe('state-forbids');
    expect(await atTheDoor(pair, 'al', accept)).toBe('state-forbids');
    expect(await terms()).toEqual([['2036-08-31', '2036-02-29'], ['2036-08-31', '2036-02-29']]);
  });

  test('is countered: the acceptance names the exact proposal that stands, not the one it replaced', async () => {
    const [first] = (await matterOn(pair, 'ua', 'extension')).rounds[0]?.steps ?? [];
    const old = first?.act ?? '';
    pair.clock('2035-09-10T08:00:00Z');
    await receive(pair, 'al', old, '2035-09-10 09:30:00');
    const counter = await tell(pair, 'al', EXTENSION_PROPOSED.id, LENGTH('10', '2035-09-10'));
    pair.clock('2035-09-11T08:00:00Z');
    await receive(pair, 'ua', counter, '2035-09-11 10:30:00');
    expect(await refused(pair, 'al', EXTENSION_ACCEPTED.id, NOTE('2035-09-11'), old)).toBe('state-forbids');
    const body = { proposal: old, head: old, newLastDay: '2041-08-31', ...NOTE('2035-09-11') };
    const accept = { kind: EXTENSION_ACCEPTED.id, provisions: ['78'], subject: 'extension', body };
    expect(await atTheDoor(pair, 'ua', { ...accept, re: [{ act: old, role: 'accepts' }] })).toBe('state-forbids');
    const wrong = { ...accept, body: { ...body, head: counter }, re: [{ act: counter, role: 'accepts' }] };
    expect(await atTheDoor(pair, 'ua', wrong)).toBe('date-inconsistent');
    expect(await refused(pair, 'ua', PROPOSAL_WITHDRAWN.id, { reason: 'EXERCISE' }, counter)).toBe('state-forbids');
    await tell(pair, 'al', PROPOSAL_WITHDRAWN.id, { reason: 'EXERCISE' }, counter);
    expect(await stateOn(pair, 'extension')).toBe('withdrawn');
  });
});

describe('¶78: in time', () => {
  test('both notices received on or before the last day make the new term, on both nodes', async () => {
    pair.clock('2035-10-01T08:00:00Z');
    const proposal = await tell(pair, 'ua', EXTENSION_PROPOSED.id, LENGTH('5', '2035-10-01'));
    await receive(pair, 'al', proposal, '2035-10-01 10:00:00');
    pair.clock('2036-02-29T20:00:00Z');
    const acceptance = await tell(pair, 'al', EXTENSION_ACCEPTED.id, NOTE('2036-02-29'), proposal);
    expect(await stateOn(pair, 'extension')).toBe('accepted');
    expect((await terms())[0]).toEqual(['2036-08-31', '2036-02-29']);
    await receive(pair, 'ua', acceptance, '2036-02-29 22:00:00');
    expect(await stateOn(pair, 'extension')).toBe('decided');
    expect(await terms()).toEqual([['2041-08-31', '2041-02-28'], ['2041-08-31', '2041-02-28']]);
    pair.clock('2036-09-01T08:00:00Z');
    expect(await headings(pair)).toEqual(['in-effect', 'in-effect']);
    await expectConcord(pair);
  });

  test('the note verbale states it in the language of the sender and in English', async () => {
    const steps = (await matterOn(pair, 'al', 'extension')).rounds.at(-1)?.steps ?? [];
    const file = await pair.node('al').node.actFile(steps[0]?.act ?? '');
    const [own, courtesy] = file?.notes.map(({ text }) => text) ?? [];
    expect(own).toContain('запропонувати, посилаючись на пункт 78');
    expect(own).toContain('продовжити строк її дії на 5 років, до 31 серпня 2041 року включно');
    expect(courtesy).toContain('propose, with reference to paragraph 78 of the Agreement');
  });
});

describe('¶78: too late', () => {
  test('a proposal in time whose receipt comes late is recorded, and extends nothing', async () => {
    pair.clock('2041-02-28T18:00:00Z');
    const proposal = await tell(pair, 'ua', EXTENSION_PROPOSED.id, LENGTH('5', '2041-02-28'));
    pair.clock('2041-03-01T08:00:00Z');
    await receive(pair, 'al', proposal, '2041-03-01 08:30:00');
    expect(await stateOn(pair, 'extension')).toBe('late');
    expect(await refused(pair, 'al', EXTENSION_ACCEPTED.id, NOTE('2041-03-01'), proposal)).toBe('state-forbids');
    expect(await terms()).toEqual([['2041-08-31', '2041-02-28'], ['2041-08-31', '2041-02-28']]);
  });

  test('a notice sent after the last day is refused by name, at 00:00 of the seat that sends it', async () => {
    expect(await refused(pair, 'ua', EXTENSION_PROPOSED.id, LENGTH('5', '2041-03-01'))).toBe('date-out-of-order');
  });
});

describe('¶77: the end of the term', () => {
  test('lapses when its last day is over, and not before, by nobody’s act', async () => {
    pair.clock('2041-08-31T20:59:00Z');
    expect(await headings(pair)).toEqual(['in-effect', 'in-effect']);
    // 00:30 on 1 September in Kyiv is 23:30 on 31 August in Tirana: each seat reads its own day.
    pair.clock('2041-08-31T21:30:00Z');
    expect(await headings(pair)).toEqual(['lapsed', 'in-effect']);
    pair.clock('2041-08-31T22:00:00Z');
    expect(await headings(pair)).toEqual(['lapsed', 'lapsed']);
    const body = { ...EXTENSION_PROPOSED.example, noteDate: '2041-09-01' };
    const said = { kind: EXTENSION_PROPOSED.id, provisions: ['78'], subject: 'extension', body };
    expect(await atTheDoor(pair, 'ua', said)).toBe('state-forbids');
  });
});
