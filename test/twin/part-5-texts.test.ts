// Part V around the text: how a date is read, discrepancies between languages, originals, registration.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { consultationClock, operative } from '../../src/agreement/clock.ts';
import { conventionIn, conventionSubject, MATTERS_READ } from '../../src/agreement/convention.ts';
import { dateOf } from '../../src/areas/final/law.ts';
import {
  CONVENTION_PROPOSED, CORRECTION_PROPOSED, DISCREPANCY_STATED, MATTER_WITHDRAWN, ORIGINAL_KEPT, PROPOSAL_ACCEPTED,
  PROPOSAL_WITHDRAWN, REGISTRATION_STATED,
} from '../../src/areas/final/matters/kinds.ts';
import { loadLife } from '../../src/areas/final/life.data.ts';
import { standing } from '../../src/areas/final/strip.ts';
import { atTheDoor, expectConcord, refused, stateOn, tell } from './desk.ts';
import { openPair, type Pair, SIDES } from './pair.ts';
import { tellStory } from './story.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await openPair('2026-08-28T09:00:00Z');
  await tellStory(pair);
  pair.clock('2026-09-01T08:00:00Z');
  await tell(pair, 'ua', BODY_DESIGNATED.id, { body: 'ua:nmaa', provisions: '58, 78', from: '2026-09-01' });
});
afterAll(async () => await pair.close());

async function extendBy(): Promise<readonly (string | null)[]> {
  return await Promise.all(
    SIDES.map(async (side) => dateOf((await standing(pair.node(side).node.look())).clocks.extension)),
  );
}

const LATER = { rule: 'extension/1', reading: 'extension.later' };

describe('a convention on how a date is read (¶78)', () => {
  test('is no reading of another rule, nor the word of a body without mandate', async () => {
    const wrong = { rule: 'extension/1', reading: 'term.day-before' };
    expect(await refused(pair, 'ua', CONVENTION_PROPOSED.id, wrong)).toBe('input-malformed');
    const body = { rule: 'extension/1', reading: 'later' };
    const said = { kind: CONVENTION_PROPOSED.id, provisions: ['78'], subject: 'convention/extension/1', body };
    expect(await atTheDoor(pair, 'ua', { ...said, by: 'ua:nmaa' })).toBe('mandate-missing');
    expect(await atTheDoor(pair, 'ua', { ...said, subject: 'convention/term/1' })).toBe('state-forbids');
    expect(await atTheDoor(pair, 'ua', { ...said, body: { ...body, reading: 'day-before' } })).toBe('body-malformed');
  });

  test('by one side alone moves nothing; adopted by both it makes its reading the operative one', async () => {
    const proposal = await tell(pair, 'ua', CONVENTION_PROPOSED.id, LATER);
    expect(await refused(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, proposal)).toBe('state-forbids');
    expect(await extendBy()).toEqual(['2036-02-29', '2036-02-29']);
    const acceptance = await tell(pair, 'al', PROPOSAL_ACCEPTED.id, {}, proposal);
    expect(await stateOn(pair, 'convention/extension/1')).toBe('adopted');
    expect(await extendBy()).toEqual(['2036-03-01', '2036-03-01']);
    const { clocks } = await standing(pair.node('al').node.look());
    expect(clocks.extension.convention).toEqual({ reading: 'later', acts: [proposal, acceptance] });
    expect(clocks.extension.state === 'dated' && clocks.extension.differ).toBe(true);
    expect(clocks.extension.state === 'dated' && operative(clocks.extension).id).toBe('later');
    expect(await refused(pair, 'al', PROPOSAL_WITHDRAWN.id, { reason: 'EXERCISE' }, proposal)).toBe('state-forbids');
  });

  test('stands until another is adopted, whatever is proposed meanwhile', async () => {
    const next = await tell(pair, 'al', CONVENTION_PROPOSED.id, { ...LATER, reading: 'extension.earlier' });
    expect(await extendBy()).toEqual(['2036-03-01', '2036-03-01']);
    await tell(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, next);
    expect(await extendBy()).toEqual(['2036-02-29', '2036-02-29']);
  });

  test('on the hours of ¶69 is adopted in the same way, and read where consultations are', async () => {
    const receipt = { rule: 'consultation/1', reading: 'consultation.from-receipt' };
    const proposal = await tell(pair, 'ua', CONVENTION_PROPOSED.id, receipt);
    const subject = conventionSubject('consultation/1');
    expect(conventionIn(await pair.node('al').node.look().row(MATTERS_READ, subject))).toBeUndefined();
    await tell(pair, 'al', PROPOSAL_ACCEPTED.id, {}, proposal);
    const adopted = conventionIn(await pair.node('al').node.look().row(MATTERS_READ, subject));
    expect(adopted?.reading).toBe('from-receipt');
    const [dispatched, received] = [{ act: 'q', at: '2026-09-01T08:00:00Z' }, { act: 'r', at: '2026-09-01T08:05:00Z' }];
    const clause = { provision: '69', seats: [], tz: '2026c', convention: adopted ?? null };
    const clock = consultationClock(dispatched, received, { hours: 24 }, clause);
    expect(clock.state === 'dated' && operative(clock).instant).toBe('2026-09-02T08:05:00Z');
  });

  test('every date that acts state is computed anew with the calendar of today, beside what was said', async () => {
    const { recomputed } = await loadLife(pair.node('ua').node.look(), {});
    const dates = recomputed.map(({ said, now }) => `${said} ${now}`).toSorted();
    expect(dates).toEqual(['2026-08-29 2026-08-29', ...Array.from({ length: 3 }, () => '2026-08-31 2026-08-31')]);
  });
});

describe('a discrepancy between authentic texts (closing words)', () => {
  const STATED = { provision: '69', language: 'uk', text: 'EXERCISE протягом доби', prevailing: 'within 24 hours' };

  test('is stated of an authentic text that does not prevail', async () => {
    expect(await refused(pair, 'ua', DISCREPANCY_STATED.id, { ...STATED, language: 'en' })).toBe('body-malformed');
    expect(await refused(pair, 'ua', DISCREPANCY_STATED.id, { ...STATED, language: 'de' })).toBe('input-malformed');
    const said = { kind: DISCREPANCY_STATED.id, provisions: ['closing'], subject: 'discrepancy/ua-1', body: STATED };
    expect(await atTheDoor(pair, 'ua', { ...said, by: 'ua:nmaa' })).toBe('mandate-missing');
    expect(await atTheDoor(pair, 'ua', { ...said, body: { ...STATED, provision: '82' } })).toBe('provision-unknown');
  });

  test('is corrected from the beginning by words both sides agree on, and by neither alone', async () => {
    const stated = await tell(pair, 'ua', DISCREPANCY_STATED.id, STATED);
    const correction = await tell(pair, 'ua', CORRECTION_PROPOSED.id, { text: 'EXERCISE протягом 24 годин' }, stated);
    expect(await refused(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, correction)).toBe('state-forbids');
    expect(await refused(pair, 'ua', MATTER_WITHDRAWN.id, { reason: 'EXERCISE' }, stated)).toBe('state-forbids');
    await tell(pair, 'al', PROPOSAL_ACCEPTED.id, {}, correction);
    expect(await stateOn(pair, 'discrepancy/ua-1')).toBe('corrected');
  });
});

describe('originals and registration', () => {
  test('each side says where it keeps its original; the other cannot say it for it', async () => {
    const kept = { languages: ['uk', 'sq', 'en'], place: 'EXERCISE archive' };
    expect(await refused(pair, 'ua', ORIGINAL_KEPT.id, { place: 'EXERCISE archive' })).toBe('input-malformed');
    const said = { kind: ORIGINAL_KEPT.id, provisions: ['closing'], subject: 'original/al', body: kept };
    expect(await atTheDoor(pair, 'ua', said)).toBe('state-forbids');
    await tell(pair, 'ua', ORIGINAL_KEPT.id, kept);
    await tell(pair, 'ua', ORIGINAL_KEPT.id, { ...kept, place: 'EXERCISE archive, moved' });
    expect([await stateOn(pair, 'original/ua'), await stateOn(pair, 'original/al')]).toEqual(['kept', 'none']);
  });

  test('registration under Article 102 is unknown until a side states it, and is not in the future', async () => {
    expect(await stateOn(pair, 'registration')).toBe('none');
    const registration = 'EXERCISE I-00000';
    const ahead = { date: '2026-09-02', registration };
    expect(await refused(pair, 'al', REGISTRATION_STATED.id, ahead)).toBe('date-out-of-order');
    await tell(pair, 'al', REGISTRATION_STATED.id, { date: '2026-09-01', registration });
    expect(await stateOn(pair, 'registration')).toBe('registered');
    const again = { date: '2026-09-01', registration };
    expect(await refused(pair, 'ua', REGISTRATION_STATED.id, again)).toBe('state-forbids');
    await expectConcord(pair);
  });
});
