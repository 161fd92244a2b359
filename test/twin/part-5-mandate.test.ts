// Part V, the clause on authorised bodies: a mandate by paragraph and kind, changed and ended by act, judged on both.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/act/canonical.ts';
import { BODY_DESIGNATED, BODY_DESIGNATED_FOR, BODY_ENDED } from '../../src/act/kinds.ts';
import { BODIES } from '../../src/agreement/mandate.ts';
import { ASSESSMENT_MADE } from '../../src/areas/keeping/kinds.ts';
import { atTheDoor, expectConcord, type Forged, refused, tell } from './desk.ts';
import { openPair, type Pair, SIDES } from './pair.ts';

const NMAA = 'ua:nmaa';
const MADE = ASSESSMENT_MADE.id.split('/')[0] as string;

/** An act of the body itself, which no form of the treaty office makes. */
const assessed = (statement = '59.7', provisions: readonly string[] = ['59']): Forged => ({
  kind: ASSESSMENT_MADE.id,
  by: NMAA,
  provisions,
  subject: statement,
  body: { ...ASSESSMENT_MADE.example, statement, asOf: '2026-08-28', reports: [] } as unknown as Json,
});

describe('a mandate by kind', () => {
  let pair: Pair;
  let first: string;
  beforeAll(async () => {
    pair = await openPair('2026-08-28T09:00:00Z');
    const typed = { body: NMAA, provisions: '58, 59', kinds: ['meeting.called'], from: '2026-08-28' };
    first = await tell(pair, 'ua', BODY_DESIGNATED_FOR.id, typed);
  });
  afterAll(async () => await pair.close());

  const standing = async (): Promise<unknown> => {
    const states = await Promise.all(SIDES.map(async (side) => await pair.node(side).node.look().row(BODIES, NMAA)));
    expect(states[0]).toEqual(states[1]);
    return states[0];
  };

  test('lets the body say what it was designated for, and nothing else under the same paragraphs', async () => {
    expect(await standing()).toMatchObject({ provisions: ['58', '59'], kinds: ['meeting.called'], ended: null });
    expect(await atTheDoor(pair, 'ua', assessed())).toBe('mandate-missing');
  });

  test('is changed by act: the body signs on with its key, and may say what it could not', async () => {
    const typed = { provisions: '59', kinds: [MADE], from: '2026-08-28' };
    const changed = await tell(pair, 'ua', BODY_DESIGNATED_FOR.id, typed, first);
    expect(await standing()).toMatchObject({ provisions: ['59'], kinds: [MADE], designated: { act: changed } });
    expect(await atTheDoor(pair, 'ua', assessed())).toBe('said');
    expect(await atTheDoor(pair, 'ua', assessed('58.1', ['58']))).toBe('mandate-missing');
    await expectConcord(pair);
    first = changed;
  });

  test('is refused where it names no kind, an unknown one, or a designation that no longer stands', async () => {
    const typed = { provisions: '59', kinds: [MADE], from: '2026-08-28' };
    expect(await refused(pair, 'ua', BODY_DESIGNATED_FOR.id, { ...typed, kinds: [] }, first)).toBe('input-malformed');
    const strange = { ...typed, kinds: ['crown.given'] };
    expect(await refused(pair, 'ua', BODY_DESIGNATED_FOR.id, strange, first)).toBe('input-malformed');
  });

  test('without a key is no way to designate a body that has no mandate', async () => {
    const body = { ...BODY_DESIGNATED_FOR.example, body: 'ua:mod', provisions: ['59'] };
    const { key, ...bare } = body;
    expect(key).toBeDefined();
    const said = { kind: BODY_DESIGNATED_FOR.id, provisions: ['73', '59'], subject: 'ua:mod', body: bare as Json };
    expect(await atTheDoor(pair, 'ua', said)).toBe('state-forbids');
  });

  test('ends by act for every kind; what was said before stands, on both nodes', async () => {
    await tell(pair, 'ua', BODY_ENDED.id, { reason: 'EXERCISE: its tasks pass to another body.' }, first);
    expect(await atTheDoor(pair, 'ua', assessed())).toBe('mandate-missing');
    await expectConcord(pair);
    for (const side of SIDES) {
      const [said] = await pair.node(side).node.look().acts({ kind: ASSESSMENT_MADE.id });
      expect(said).toMatchObject({ act: { header: { by: NMAA } }, contested: undefined });
    }
  });

  test('given without a choice of kinds is for every kind, as it always was', async () => {
    const typed = { body: 'al:police', provisions: '59', from: '2026-08-28' };
    await tell(pair, 'al', BODY_DESIGNATED.id, typed);
    const state = await pair.node('ua').node.look().row(BODIES, 'al:police');
    expect(state).not.toHaveProperty('kinds');
    expect(await atTheDoor(pair, 'al', { ...assessed(), by: 'al:police' })).toBe('said');
  });
});
