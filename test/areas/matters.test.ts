// The register of matters where acts cross on their way: an acceptance holds against what it had not seen.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/act/canonical.ts';
import { fold, type FoldedAct } from '../../src/act/register.ts';
import {
  DIFFERENCE_ANSWERED, DIFFERENCE_STATED, PROPOSAL_ACCEPTED, PROPOSAL_WITHDRAWN, SETTLEMENT_PROPOSED,
} from '../../src/areas/final/matters/kinds.ts';
import { matterEvent, MATTERS_KEPT } from '../../src/areas/final/matters/register.ts';
import { recomputed } from '../../src/areas/final/matters/recomputed.ts';
import { clocksOf } from '../../src/areas/final/law.ts';
import { signedLife } from '../../src/agreement/life.ts';
import type { Look } from '../../src/area.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { Given } from './record.ts';

const SUBJECT = 'difference/ua-1';

interface Course {
  readonly acts: readonly FoldedAct[];
  readonly proposal: FoldedAct;
}

/** A difference stated by Ukraine and answered, with a settlement proposed by one side. */
function proposedBy(proposer: 'ua' | 'al'): Record<'proposal' | 'stated', FoldedAct> & { readonly given: Given } {
  const given = new Given(AGREEMENT);
  const body = DIFFERENCE_STATED.example as Json;
  const stated = given.say({ side: 'ua', kind: DIFFERENCE_STATED.id, subject: SUBJECT, body });
  const answers = [{ act: stated.id, role: 'answers' }];
  given.say({ side: 'al', kind: DIFFERENCE_ANSWERED.id, subject: SUBJECT, re: answers, body: { text: 'x' } });
  const proposal = given.say({
    side: proposer, kind: SETTLEMENT_PROPOSED.id, subject: SUBJECT, re: answers, body: { text: 'first' },
  });
  return { given, proposal, stated };
}

/** The proposer takes its proposal back, or makes another, while the other side accepts it; which had seen which. */
function crossing(proposer: 'ua' | 'al', undo: 'withdraws' | 'replaces' | 'both', acceptorSaw: boolean): Course {
  const { given, proposal, stated } = proposedBy(proposer);
  const acceptor = proposer === 'ua' ? 'al' : 'ua';
  const seen = given.acts.filter((act) => act.side === proposer).length;
  if (undo !== 'replaces') {
    given.say({
      side: proposer, kind: PROPOSAL_WITHDRAWN.id, subject: SUBJECT, re: [{ act: proposal.id, role: 'withdraws' }],
      body: { reason: 'x' },
    });
  }
  if (undo !== 'withdraws') {
    given.say({
      side: proposer, kind: SETTLEMENT_PROPOSED.id, subject: SUBJECT, re: [{ act: stated.id, role: 'answers' }],
      body: { text: 'second' },
    });
  }
  const acceptance = given.act({
    side: acceptor, kind: PROPOSAL_ACCEPTED.id, subject: SUBJECT, re: [{ act: proposal.id, role: 'accepts' }],
    body: { proposal: stated.id, head: proposal.id },
  });
  return { acts: [...given.acts, acceptorSaw ? acceptance : { ...acceptance, seen }], proposal };
}

const CASES = (['ua', 'al'] as const).flatMap((proposer) =>
  (['withdraws', 'replaces', 'both'] as const).map((undo) => ({ proposer, undo })),
);

describe('acts that cross', () => {
  test.each(CASES)('$proposer $undo while the other side accepts: the acceptance holds', ({ proposer, undo }) => {
    const { acts, proposal } = crossing(proposer, undo, false);
    const state = fold(MATTERS_KEPT, SUBJECT, acts);
    expect(state.rounds).toHaveLength(1);
    expect([state.rounds[0]?.state, state.rounds[0]?.head]).toEqual(['settled', proposal.id]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...acts], { minLength: acts.length }), (shuffled) => {
        expect(fold(MATTERS_KEPT, SUBJECT, shuffled)).toEqual(state);
      }),
    );
  });

  test.each(CASES)('$proposer $undo and the other side has seen it: nothing is settled', ({ proposer, undo }) => {
    const { acts } = crossing(proposer, undo, true);
    expect(fold(MATTERS_KEPT, SUBJECT, acts).rounds[0]?.state).toBe(undo === 'withdraws' ? 'answered' : 'proposed');
  });

  test('an act of another subject, or whose part was erased, moves nothing and breaks nothing', () => {
    const { given } = proposedBy('ua');
    const bare = given.act({ side: 'al', kind: PROPOSAL_ACCEPTED.id, subject: 'agreement', body: {} });
    expect(matterEvent({ rounds: [] }, bare)).toBeUndefined();
    expect(MATTERS_KEPT.subjects(bare)).toEqual([]);
    const erased = given.acts.map((act) => ({ ...act, body: undefined }));
    expect(fold(MATTERS_KEPT, SUBJECT, erased).rounds[0]?.state).toBe('proposed');
  });
});

describe('dates recomputed', () => {
  test('are named with the act that said otherwise, where the zones have changed since', async () => {
    const signed = signedLife(['ua', 'al']);
    const receipt = { act: 'r', instant: '2026-08-31T21:30:00Z', date: '2026-08-31', zone: 'Europe/Kyiv' };
    const life = { ...signed, al: { given: { act: 'n', at: '2026-08-28T08:00:00Z' }, receipt, confirmed: null } };
    const look = { agreement: AGREEMENT, row: async () => await Promise.resolve({ rounds: [] }) } as unknown as Look;
    const clocks = clocksOf(life, AGREEMENT, '2026c');
    const at = { today: '2026-09-01', heading: 'signed-not-in-effect', life, clocks } as const;
    expect(await recomputed(look, at)).toEqual([{ act: 'r', said: '2026-08-31', now: '2026-09-01' }]);
  });
});
