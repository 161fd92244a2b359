// Part V, ¶81: notice of termination, its receipt, six months pending, withdrawal, what survives, the end.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { endOf } from '../../src/areas/final/law.ts';
import {
  ACTIVITIES_PROPOSED, PROPOSAL_ACCEPTED, TERMINATION_NOTIFIED, TERMINATION_WITHDRAWN, WITHDRAWAL_SOURCE,
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

const NOTE = (date: string) => ({ noteDate: date, channel: 'embassy' });

/** The day at whose end the Agreement ends, as each side reads it. */
async function ends(): Promise<readonly (string | null)[]> {
  return await Promise.all(
    SIDES.map(async (side) => endOf((await standing(pair.node(side).node.look())).clocks)),
  );
}

async function noticeOf(side: 'ua' | 'al'): Promise<string> {
  return (await matterOn(pair, side, `termination/${side}`)).rounds.at(-1)?.steps[0]?.act ?? '';
}

describe('¶81: the notice', () => {
  test('is refused before the Agreement is in effect', async () => {
    await pair.settled();
    expect(await refused(pair, 'ua', TERMINATION_NOTIFIED.id, NOTE('2026-08-28'))).toBe('state-forbids');
    const said = { kind: TERMINATION_NOTIFIED.id, provisions: ['81'], subject: 'termination/ua' };
    expect(await atTheDoor(pair, 'ua', { ...said, body: NOTE('2026-08-28') })).toBe('state-forbids');
  });

  test('is given by either side alone, by its treaty office, under its own name', async () => {
    await tellStory(pair);
    await tell(pair, 'ua', BODY_DESIGNATED.id, { body: 'ua:nmaa', provisions: '58, 81', from: '2026-08-31' });
    const said = { kind: TERMINATION_NOTIFIED.id, provisions: ['81'], body: NOTE('2026-08-31') };
    expect(await atTheDoor(pair, 'ua', { ...said, subject: 'termination/ua', by: 'ua:nmaa' })).toBe('mandate-missing');
    expect(await atTheDoor(pair, 'ua', { ...said, subject: 'termination/al' })).toBe('state-forbids');
    await tell(pair, 'al', TERMINATION_NOTIFIED.id, NOTE('2026-08-31'));
    expect(await stateOn(pair, 'termination/al')).toBe('given');
    expect(await refused(pair, 'al', TERMINATION_NOTIFIED.id, NOTE('2026-08-31'))).toBe('state-forbids');
  });

  test('ends nothing until its receipt; from there six months run, and a month’s end rounds down', async () => {
    expect(await ends()).toEqual([null, null]);
    expect(await headings(pair)).toEqual(['in-effect', 'in-effect']);
    pair.clock('2026-08-31T20:45:00Z');
    await receive(pair, 'ua', await noticeOf('al'), '2026-08-31 23:45:00');
    expect(await stateOn(pair, 'termination/al')).toBe('pending');
    // Received on 31 August: naive code would say 3 March.
    expect(await ends()).toEqual(['2027-02-28', '2027-02-28']);
    expect(await headings(pair)).toEqual(['termination-pending', 'termination-pending']);
    const { clocks } = await standing(pair.node('ua').node.look());
    const clock = clocks.terminations[0]?.clock;
    expect(clock?.state === 'dated' && clock.readings.map(({ date }) => date)).toEqual(['2027-02-28', '2027-03-01']);
    expect(clock?.rule.id).toBe('termination/1');
  });
});

describe('¶81: withdrawal, which the text does not speak of', () => {
  test('is for the side that gave notice alone, and names the Vienna Convention as its source', async () => {
    const notice = await noticeOf('al');
    expect(await refused(pair, 'ua', TERMINATION_WITHDRAWN.id, NOTE('2026-08-31'), notice)).toBe('state-forbids');
    const said = {
      kind: TERMINATION_WITHDRAWN.id,
      provisions: ['81'],
      re: [{ act: notice, role: 'withdraws' }],
      body: { source: WITHDRAWAL_SOURCE, ...NOTE('2026-08-31') },
    };
    expect(await atTheDoor(pair, 'ua', { ...said, subject: 'termination/al' })).toBe('state-forbids');
    expect(await atTheDoor(pair, 'ua', { ...said, subject: 'termination/ua' })).toBe('state-forbids');
    const bare = { ...said, subject: 'termination/al', body: NOTE('2026-08-31') };
    expect(await atTheDoor(pair, 'al', bare)).toBe('body-malformed');
    pair.clock('2027-01-11T08:00:00Z');
    const act = await tell(pair, 'al', TERMINATION_WITHDRAWN.id, NOTE('2027-01-11'), notice);
    expect(await stateOn(pair, 'termination/al')).toBe('withdrawn');
    expect(await ends()).toEqual([null, null]);
    expect(await headings(pair)).toEqual(['in-effect', 'in-effect']);
    const file = await pair.node('ua').node.actFile(act);
    expect(file?.shown.act.body).toMatchObject({ source: 'VCLT 68' });
    expect(file?.notes.at(-1)?.text).toContain('article 68 of the Vienna Convention on the Law of Treaties');
    pair.clock('2027-01-12T08:00:00Z');
    await receive(pair, 'ua', act, '2027-01-12 09:00:00');
    const [step] = (await matterOn(pair, 'al', 'termination/al')).rounds[0]?.steps.slice(-1) ?? [];
    expect(step?.receipt?.date).toBe('2027-01-12');
  });
});

describe('¶81: what goes on', () => {
  test('is not listed while no notice stands', async () => {
    expect(await refused(pair, 'ua', ACTIVITIES_PROPOSED.id, { continuing: '2026-09-01 EXERCISE course' })).toBe(
      'state-forbids',
    );
  });

  test('is listed once a notice stands, decided before the end; one side alone decides on no activity', async () => {
    const notice = await tell(pair, 'ua', TERMINATION_NOTIFIED.id, NOTE('2027-01-12'));
    pair.clock('2027-02-10T08:00:00Z');
    await receive(pair, 'al', notice, '2027-02-10 08:30:00');
    expect(await ends()).toEqual(['2027-08-10', '2027-08-10']);
    const listed = { continuing: '2026-09-01 EXERCISE course', ending: '2026-10-01 EXERCISE exchange' };
    const late = { continuing: '2027-08-10 EXERCISE course' };
    expect(await refused(pair, 'ua', ACTIVITIES_PROPOSED.id, late)).toBe('date-out-of-order');
    expect(await refused(pair, 'ua', ACTIVITIES_PROPOSED.id, {})).toBe('body-malformed');
    expect(await refused(pair, 'ua', ACTIVITIES_PROPOSED.id, { continuing: 'a course' })).toBe('input-malformed');
    const proposal = await tell(pair, 'ua', ACTIVITIES_PROPOSED.id, listed);
    expect(await refused(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, proposal)).toBe('state-forbids');
    expect(await stateOn(pair, 'activities')).toBe('proposed');
    await tell(pair, 'al', PROPOSAL_ACCEPTED.id, {}, proposal);
    expect(await stateOn(pair, 'activities')).toBe('agreed');
  });
});

describe('¶81: the end', () => {
  test('comes at 24:00 of the last day at each seat; after it nothing is withdrawn and no notice given', async () => {
    const notice = await noticeOf('ua');
    pair.clock('2027-08-10T20:59:00Z');
    expect(await headings(pair)).toEqual(['termination-pending', 'termination-pending']);
    pair.clock('2027-08-10T21:30:00Z');
    expect(await headings(pair)).toEqual(['terminated', 'termination-pending']);
    pair.clock('2027-08-11T08:00:00Z');
    expect(await headings(pair)).toEqual(['terminated', 'terminated']);
    expect(await refused(pair, 'ua', TERMINATION_WITHDRAWN.id, NOTE('2027-08-11'), notice)).toBe('date-out-of-order');
    const said = { kind: TERMINATION_NOTIFIED.id, provisions: ['81'], subject: 'termination/al' };
    expect(await atTheDoor(pair, 'al', { ...said, body: NOTE('2027-08-11') })).toBe('state-forbids');
    await expectConcord(pair);
  });
});
