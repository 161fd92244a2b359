// Part V, ¶71 to ¶75, ¶79 and ¶80: alignment, legal basis, authorised bodies, differences, NATO.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { duties } from '../../src/areas/final/duties.ts';
import {
  ACCESSION_STATED, ALIGNMENT_OPENED, ALIGNMENT_PROPOSED, BASIS_ENDED, BASIS_STATED, DIFFERENCE_ANSWERED,
  DIFFERENCE_STATED, MANDATE_READING, MATTER_WITHDRAWN, PROPOSAL_ACCEPTED, PROPOSAL_WITHDRAWN, READING_CONFIRMED,
  SETTLEMENT_PROPOSED, STATUS_PROPOSED, TALKS_HELD,
} from '../../src/areas/final/matters/kinds.ts';
import { AMENDMENT_PROPOSED } from '../../src/areas/final/amendments/kinds.ts';
import { open } from '../web/windows.ts';
import { atTheDoor, expectConcord, headings, matterOn, refused, stateOn, tell } from './desk.ts';
import { openPair, type Pair, SIDES } from './pair.ts';
import { tellStory } from './story.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await openPair('2026-08-28T09:00:00Z');
  await tellStory(pair);
  pair.clock('2026-09-01T08:00:00Z');
  const mandate = { body: 'ua:nmaa', provisions: '58, 71, 72, 73, 75, 80', from: '2026-09-01' };
  await tell(pair, 'ua', BODY_DESIGNATED.id, mandate);
});
afterAll(async () => await pair.close());

/** Duties of Part V under a provision, as each side reads them: who is asked what. */
async function asked(provision: string): Promise<readonly (readonly string[])[]> {
  return await Promise.all(
    SIDES.map(async (side) =>
      (await duties(pair.node(side).node.look()))
        .filter((duty) => duty.provision === provision)
        .map(({ side: of, what }) => `${of} ${what}`),
    ),
  );
}

const REVIEW = { mechanism: 'EXERCISE mechanism', partners: 'G7', agreedOn: '2026-09-01' };

describe('¶71: alignment of Part IV', () => {
  test('a review names a mechanism that is agreed already, and is opened by a treaty office', async () => {
    const later = { ...REVIEW, agreedOn: '2026-09-02' };
    expect(await refused(pair, 'ua', ALIGNMENT_OPENED.id, later)).toBe('date-out-of-order');
    const said = { kind: ALIGNMENT_OPENED.id, provisions: ['71'], subject: 'alignment/ua-1', body: REVIEW };
    expect(await atTheDoor(pair, 'ua', { ...said, by: 'ua:nmaa' })).toBe('mandate-missing');
    expect(await atTheDoor(pair, 'al', said)).toBe('state-forbids');
  });

  test('its outcome is for both: one side proposes, the other accepts, and an amendment is another act', async () => {
    const opened = await tell(pair, 'ua', ALIGNMENT_OPENED.id, REVIEW);
    expect(await refused(pair, 'al', PROPOSAL_ACCEPTED.id, {}, opened)).toBe('state-forbids');
    expect(await refused(pair, 'al', MATTER_WITHDRAWN.id, { reason: 'EXERCISE' }, opened)).toBe('state-forbids');
    const outcome = { outcome: 'amend', text: 'EXERCISE: ¶69 is to be aligned.' };
    const proposal = await tell(pair, 'al', ALIGNMENT_PROPOSED.id, outcome, opened);
    expect(await refused(pair, 'al', PROPOSAL_ACCEPTED.id, {}, proposal)).toBe('state-forbids');
    expect((await asked('71'))[0]).toEqual(['ua final.duty.answer-proposal']);
    await tell(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, proposal);
    expect(await stateOn(pair, 'alignment/ua-1')).toBe('concluded');
    expect(await refused(pair, 'ua', ALIGNMENT_PROPOSED.id, outcome, opened)).toBe('state-forbids');
    expect(await asked('71')).toEqual([[], []]);
  });

  test('one that is to be followed by an amendment leads to the form of a proposal, on the page of life', async () => {
    for (const side of SIDES) {
      const reader = (await open(pair.node(side).node)).reader('uk');
      const row = /id="matter-alignment-ua-1".*?<\/tr>/s.exec(await (await reader.ask('/life')).text())?.[0];
      expect(row).toContain(`href="/drafts/new?kind=${encodeURIComponent(AMENDMENT_PROPOSED.id)}"`);
      expect(row?.replaceAll(/<[^>]+>/g, '')).toContain('¶71 що каже текст');
    }
    const opened = await tell(pair, 'ua', ALIGNMENT_OPENED.id, REVIEW);
    const outcome = { outcome: 'no-change', text: 'EXERCISE: nothing is to be aligned.' };
    const proposal = await tell(pair, 'al', ALIGNMENT_PROPOSED.id, outcome, opened);
    await tell(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, proposal);
    const life = await (await open(pair.node('ua').node)).reader('en').json('/life');
    const matters = life['matters'] as readonly { readonly subject: string }[];
    expect(matters.find(({ subject }) => subject === 'alignment/ua-2')).toMatchObject({ state: 'concluded', next: [] });
  });
});

describe('¶72: national legal basis', () => {
  const LAW = { provisions: '58, 59', instrument: 'EXERCISE law', reference: 'No. 1' };

  test('is stated by each side for paragraphs there are, and ended by that side alone', async () => {
    expect(await refused(pair, 'ua', BASIS_STATED.id, { ...LAW, provisions: '82' })).toBe('input-malformed');
    const body = { ...LAW, provisions: ['82'] };
    const said = { kind: BASIS_STATED.id, provisions: ['72'], subject: 'basis/ua-1' };
    expect(await atTheDoor(pair, 'ua', { ...said, body })).toBe('provision-unknown');
    expect(await atTheDoor(pair, 'ua', { ...said, body, by: 'ua:nmaa' })).toBe('mandate-missing');
    const stated = await tell(pair, 'ua', BASIS_STATED.id, LAW);
    expect(await stateOn(pair, 'basis/ua-1')).toBe('stands');
    const [shown] = await pair.node('al').node.look().acts({ provision: '59', kind: BASIS_STATED.id });
    expect(shown?.act.id).toBe(stated);
    expect(await refused(pair, 'al', BASIS_ENDED.id, { reason: 'EXERCISE' }, stated)).toBe('state-forbids');
    await tell(pair, 'ua', BASIS_ENDED.id, { reason: 'EXERCISE' }, stated);
    expect(await stateOn(pair, 'basis/ua-1')).toBe('ended');
    expect(await refused(pair, 'ua', BASIS_ENDED.id, { reason: 'EXERCISE' }, stated)).toBe('state-forbids');
    await tell(pair, 'ua', BASIS_STATED.id, LAW);
    expect(await stateOn(pair, 'basis/ua-2')).toBe('stands');
  });
});

describe('¶73: that authorised bodies implement this Agreement', () => {
  test('is a reading until both sides have confirmed it, each once, by its treaty office', async () => {
    expect(await stateOn(pair, 'reading')).toBe('none');
    const said = { kind: READING_CONFIRMED.id, provisions: ['73'], subject: 'reading' };
    const body = { reading: MANDATE_READING };
    expect(await atTheDoor(pair, 'ua', { ...said, body, by: 'ua:nmaa' })).toBe('mandate-missing');
    expect(await atTheDoor(pair, 'ua', { ...said, body: { reading: 'another' } })).toBe('body-malformed');
    await tell(pair, 'ua', READING_CONFIRMED.id);
    expect(await stateOn(pair, 'reading')).toBe('confirmed-once');
    expect(await refused(pair, 'ua', READING_CONFIRMED.id)).toBe('state-forbids');
    await tell(pair, 'al', READING_CONFIRMED.id);
    expect(await stateOn(pair, 'reading')).toBe('confirmed-both');
    expect(await refused(pair, 'al', READING_CONFIRMED.id)).toBe('state-forbids');
  });
});

describe('¶75: a difference', () => {
  const STATED = { provisions: '43', of: 'interpretation', text: 'EXERCISE: which vessels are meant' };
  const TALKS = { date: '2026-09-02', place: 'Tirana', means: 'negotiation', text: 'EXERCISE' };
  let difference = '';

  test('is stated by one, answered by the other, and stands under the paragraphs it is about', async () => {
    const said = { kind: DIFFERENCE_STATED.id, provisions: ['75'], subject: 'difference/ua-1' };
    const body = { ...STATED, provisions: ['43'] };
    expect(await atTheDoor(pair, 'ua', { ...said, body, by: 'ua:nmaa' })).toBe('mandate-missing');
    expect(await atTheDoor(pair, 'ua', { ...said, body, subject: 'difference/al-1' })).toBe('state-forbids');
    difference = await tell(pair, 'ua', DIFFERENCE_STATED.id, STATED);
    const [shown] = await pair.node('al').node.look().acts({ provision: '43' });
    expect(shown?.act.id).toBe(difference);
    expect(await asked('75')).toEqual([['al final.duty.answer-difference'], ['al final.duty.answer-difference']]);
    expect(await refused(pair, 'ua', DIFFERENCE_ANSWERED.id, { text: 'EXERCISE' }, difference)).toBe('state-forbids');
    expect(await refused(pair, 'ua', SETTLEMENT_PROPOSED.id, { text: 'EXERCISE' }, difference)).toBe('state-forbids');
    await tell(pair, 'al', DIFFERENCE_ANSWERED.id, { text: 'EXERCISE answer' }, difference);
    expect(await stateOn(pair, 'difference/ua-1')).toBe('answered');
    expect(await refused(pair, 'al', DIFFERENCE_ANSWERED.id, { text: 'EXERCISE' }, difference)).toBe('state-forbids');
  });

  test('is talked over: talks are recorded once held, and none is older than the difference', async () => {
    expect(await refused(pair, 'al', TALKS_HELD.id, TALKS, difference)).toBe('date-out-of-order');
    expect(await refused(pair, 'al', TALKS_HELD.id, { ...TALKS, date: '2026-08-31' }, difference)).toBe(
      'date-out-of-order',
    );
    pair.clock('2026-09-03T08:00:00Z');
    await tell(pair, 'al', TALKS_HELD.id, TALKS, difference);
    await tell(pair, 'ua', TALKS_HELD.id, { ...TALKS, date: '2026-09-03', place: 'Kyiv' }, difference);
    expect((await matterOn(pair, 'al', 'difference/ua-1')).rounds[0]?.steps.map(({ event }) => event)).toEqual([
      'opened', 'answered', 'talks-held', 'talks-held',
    ]);
  });

  test('is settled by both alone: a proposal can be taken back, countered, accepted by the other side', async () => {
    const first = await tell(pair, 'ua', SETTLEMENT_PROPOSED.id, { text: 'EXERCISE by flag' }, difference);
    await tell(pair, 'ua', PROPOSAL_WITHDRAWN.id, { reason: 'EXERCISE' }, first);
    expect(await stateOn(pair, 'difference/ua-1')).toBe('answered');
    const second = await tell(pair, 'ua', SETTLEMENT_PROPOSED.id, { text: 'EXERCISE by owner' }, difference);
    expect(await refused(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, second)).toBe('state-forbids');
    const counter = await tell(pair, 'al', SETTLEMENT_PROPOSED.id, { text: 'EXERCISE by flag or owner' }, difference);
    expect(await refused(pair, 'al', PROPOSAL_ACCEPTED.id, {}, second)).toBe('state-forbids');
    const stale = { proposal: difference, head: second };
    const said = { kind: PROPOSAL_ACCEPTED.id, provisions: ['75'], subject: 'difference/ua-1', body: stale };
    expect(await atTheDoor(pair, 'ua', { ...said, re: [{ act: counter, role: 'accepts' }] })).toBe('reference-missing');
    expect(await atTheDoor(pair, 'ua', { ...said, re: [{ act: second, role: 'accepts' }] })).toBe('state-forbids');
    await tell(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, counter);
    expect(await stateOn(pair, 'difference/ua-1')).toBe('settled');
    expect(await refused(pair, 'al', TALKS_HELD.id, TALKS, difference)).toBe('state-forbids');
  });

  test('or is withdrawn by the side that stated it', async () => {
    const other = await tell(pair, 'al', DIFFERENCE_STATED.id, STATED);
    expect(await refused(pair, 'ua', MATTER_WITHDRAWN.id, { reason: 'EXERCISE' }, other)).toBe('state-forbids');
    await tell(pair, 'al', MATTER_WITHDRAWN.id, { reason: 'EXERCISE' }, other);
    expect(await stateOn(pair, 'difference/al-1')).toBe('withdrawn');
    expect(await asked('75')).toEqual([[], []]);
  });
});

describe('¶79: without prejudice to NATO', () => {
  test('is a statement: it asks nothing of anybody, has no clock, and no kind is said under it', async () => {
    const { agreement } = pair.node('ua').node.look();
    expect(agreement.provision('79')?.statements.map(({ modality }) => modality)).toEqual(['statement']);
    expect(await asked('79')).toEqual([[], []]);
    const families = agreement.provision('79')?.families ?? [];
    const kinds = pair.node('ua').node.areas.flatMap(({ kinds: known }) => known);
    expect(kinds.filter(({ kind }) => kind.families.some((family) => families.includes(family)))).toEqual([]);
  });
});

describe('¶80: accession to NATO before expiry', () => {
  const JOINED = { date: '2026-09-03', source: 'EXERCISE instrument of accession' };

  test('opens a question by the statement of a treaty office, of what has happened and not of what will', async () => {
    expect(await refused(pair, 'ua', ACCESSION_STATED.id, { ...JOINED, date: '2026-09-04' })).toBe('date-out-of-order');
    const said = { kind: ACCESSION_STATED.id, provisions: ['80'], subject: 'accession', body: JOINED };
    expect(await atTheDoor(pair, 'ua', { ...said, by: 'ua:nmaa' })).toBe('mandate-missing');
    const stated = await tell(pair, 'al', ACCESSION_STATED.id, JOINED);
    expect(await stateOn(pair, 'accession')).toBe('open');
    expect(await asked('80')).toEqual([
      ['ua final.duty.decide-status', 'al final.duty.decide-status'],
      ['ua final.duty.decide-status', 'al final.duty.decide-status'],
    ]);
    expect(await refused(pair, 'ua', ACCESSION_STATED.id, JOINED)).toBe('state-forbids');
    expect(await refused(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, stated)).toBe('state-forbids');
  });

  test('is decided by both; until then, and by one alone, nothing ends', async () => {
    const stated = (await matterOn(pair, 'ua', 'accession')).rounds[0]?.steps[0]?.act ?? '';
    const status = { status: 'continues', text: 'EXERCISE' };
    const proposal = await tell(pair, 'ua', STATUS_PROPOSED.id, status, stated);
    expect(await refused(pair, 'ua', PROPOSAL_ACCEPTED.id, {}, proposal)).toBe('state-forbids');
    expect(await headings(pair)).toEqual(['in-effect', 'in-effect']);
    await tell(pair, 'al', PROPOSAL_ACCEPTED.id, {}, proposal);
    expect(await stateOn(pair, 'accession')).toBe('decided');
    expect(await asked('80')).toEqual([[], []]);
    await expectConcord(pair);
  });

  test('comes too late after the last day', async () => {
    pair.clock('2036-09-01T08:00:00Z');
    expect(await refused(pair, 'ua', ACCESSION_STATED.id, JOINED)).toBe('state-forbids');
  });
});
