// Part I, ¶31: what is given, asked and answered under its label, who may change that, and what is refused.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Typed } from '../../src/area.ts';
import { loadCrime } from '../../src/areas/crime/crime.data.ts';
import { loadItem } from '../../src/areas/crime/item.data.ts';
import {
  CORRECTION_APPLIED,
  FEEDBACK_GIVEN,
  ITEM_ANSWERED,
  ITEM_ASKED,
  ITEM_CORRECTED,
  ITEM_DECLINED,
  ITEM_GIVEN,
  ITEM_RELABELLED,
  ITEM_SUPERSEDED,
  RELEASE_DECLINED,
  RELEASE_GRANTED,
  RELEASE_REQUESTED,
} from '../../src/ways/exchange/kinds.ts';
import { labelOf, REQUESTS } from '../../src/ways/exchange/registers.ts';
import { atTheDoor } from './desk.ts';
import { askedOn, giveIn, ITEM, itemOn, LABEL, lookAt, tellIn, triedIn } from './exchange.ts';
import { openPair, type Pair, SIDES } from './pair.ts';

describe('part-1-exchange: ¶31', () => {
  let pair: Pair;
  let item = '';
  beforeAll(async () => {
    pair = await openPair('2026-11-25T09:00:00Z');
    item = await giveIn(pair);
  });
  afterAll(async () => await pair.close());

  test('an item bears the label that was chosen in words, and its body holds no word of it', async () => {
    for (const side of SIDES) {
      const state = await itemOn(pair, side, item);
      expect(state.given).toMatchObject({ side: 'ua', by: 'ua:mfa', to: ['al:mefa'], provisions: ['31'] });
      expect(labelOf(state)).toEqual({
        tlp: 'GREEN',
        rel: ['AL', 'UA'],
        bodies: ['al:mefa'],
        purpose: ['crime'],
        action: 'INTERNALLY-VISIBLE-ACTIONS',
        source: 'B',
        information: 2,
      });
      expect(state.says).toBe('facts');
      expect(JSON.stringify(state)).not.toContain('parcels');
      expect(await lookAt(pair, side).content(item)).toMatchObject({ title: ITEM['title']?.[0] });
    }
  });

  test('a label that contradicts itself is refused by the field that is wrong', async () => {
    const tried = async (more: Typed) => await triedIn(pair, 'ua', ITEM_GIVEN.id, { ...ITEM, ...more });
    expect(await tried({ reach: ['everyone'] })).toBe('input-malformed');
    expect(await tried({ reach: ['officials'], bodies: ['al:mefa'] })).toBe('input-malformed');
    expect(await tried({ purpose: ['curiosity'] })).toBe('input-malformed');
    // What only desks may read does not come to the node as words.
    expect(await tried({ reach: ['desk'] })).toBe('label-refused');
    expect(await tried({ facts: [''] })).toBe('input-malformed');
    const persons = { persons: ['suspects'], special: ['no'], basis: ['law'] };
    expect(await tried({ ...persons, purpose: [] })).toBe('input-malformed');
    expect(await tried({ provision: ['69'] })).toBe('input-malformed');
  });

  test('a body without a mandate for the paragraph gives nothing', async () => {
    const forged = { kind: ITEM_GIVEN.id, provisions: ['69'], subject: 'item', body: { says: 'facts' } };
    expect(await atTheDoor(pair, 'ua', forged)).toBe('part-missing');
    expect(await atTheDoor(pair, 'ua', { ...forged, by: 'ua:node', provisions: ['31'] })).toBe('body-unknown');
  });

  test('a request runs by the clock it was asked with, and is answered by an item of its own', async () => {
    const question = { ...LABEL, provision: ['31'], to: ['al:mefa'], title: ['EXERCISE'], question: ['EXERCISE?'] };
    const request = await tellIn(pair, 'ua', ITEM_ASKED.id, { ...question, clock: ['hours-8'] });
    const { asked } = await lookAt(pair, 'al').row(REQUESTS, request);
    const due = new Date(Date.parse(asked?.at ?? '') + 8 * 3_600_000).toISOString().replace('.000Z', 'Z');
    expect(await askedOn(pair, 'al')).toContain(`al exchange.duty.answer ${due}`);
    expect(await triedIn(pair, 'ua', ITEM_ANSWERED.id, { ...ITEM }, request)).toBe('state-forbids');
    const answer = await tellIn(pair, 'al', ITEM_ANSWERED.id, { ...ITEM, title: ['EXERCISE answer'] }, request);
    expect(await askedOn(pair, 'al')).toEqual([]);
    expect(await itemOn(pair, 'ua', answer)).toMatchObject({ answers: request, given: { side: 'al' } });
    expect(await triedIn(pair, 'al', ITEM_DECLINED.id, { reason: ['law'] }, request)).toBe('state-forbids');
    const other = await tellIn(pair, 'al', ITEM_ASKED.id, { ...question, to: ['ua:mfa'], clock: ['none'] });
    await tellIn(pair, 'ua', ITEM_DECLINED.id, { reason: ['not-held'] }, other);
    expect(await triedIn(pair, 'ua', ITEM_ANSWERED.id, { ...ITEM }, other)).toBe('state-forbids');
  });

  test('whoever holds it asks before it goes further, and is told yes or no once', async () => {
    const ask: Typed = { 'release-to': ['outside'], outside: ['EXERCISE court'], purpose: ['crime'] };
    expect(await triedIn(pair, 'ua', RELEASE_REQUESTED.id, ask, item)).toBe('state-forbids');
    const first = await tellIn(pair, 'al', RELEASE_REQUESTED.id, ask, item);
    expect(await askedOn(pair, 'ua')).toEqual(['ua exchange.duty.release no day']);
    expect(await triedIn(pair, 'al', RELEASE_GRANTED.id, { until: [''] }, first)).toBe('state-forbids');
    expect(await triedIn(pair, 'ua', RELEASE_GRANTED.id, { until: ['2026-11-01'] }, first)).toBe('date-out-of-order');
    await tellIn(pair, 'ua', RELEASE_GRANTED.id, { until: ['2027-01-31'] }, first);
    expect(await triedIn(pair, 'ua', RELEASE_DECLINED.id, { reason: ['law'] }, first)).toBe('state-forbids');
    const to = { ...ask, 'release-to': ['al:mefa'], outside: [''] };
    const second = await tellIn(pair, 'al', RELEASE_REQUESTED.id, to, item);
    await tellIn(pair, 'ua', RELEASE_DECLINED.id, { reason: ['sources'] }, second);
    const { releases } = await itemOn(pair, 'al', item);
    expect(releases).toMatchObject([
      { body: null, purpose: 'crime', answered: { granted: true, until: '2027-01-31' } },
      { body: 'al:mefa', purpose: 'crime', answered: { granted: false } },
    ]);
    expect(JSON.stringify(releases)).not.toContain('court');
  });

  test('whoever holds it narrows the label; only its originator widens it', async () => {
    const tried = async (side: 'ua' | 'al', more: Typed) =>
      await triedIn(pair, side, ITEM_RELABELLED.id, { ...LABEL, ...more }, item);
    expect(await tried('al', { reach: ['officials'], bodies: [] })).toBe('label-widened');
    expect(await tried('al', { purpose: [] })).toBe('label-widened');
    expect(await tried('al', { action: ['EXTERNALLY-VISIBLE-DIRECT-ACTIONS'] })).toBe('label-widened');
    expect(await tried('al', {})).toBe('state-forbids');
    expect(await tried('al', { action: ['NONE'], keep: ['2027-06-30'] })).toBe('said');
    expect(await tried('al', { action: ['NONE'], keep: ['2027-12-31'] })).toBe('label-widened');
    expect(await tried('ua', { reach: ['officials'], bodies: [], keep: ['2027-12-31'] })).toBe('said');
    for (const side of SIDES) {
      const label = labelOf(await itemOn(pair, side, item));
      expect(label).toMatchObject({ tlp: 'GREEN', keepUntil: '2027-12-31', action: 'INTERNALLY-VISIBLE-ACTIONS' });
      expect(label.bodies).toBeUndefined();
    }
    const loose = { act: item, role: 'of' };
    const body = { use: 'used' };
    const forged = { kind: FEEDBACK_GIVEN.id, provisions: ['31'], subject: `item/${item}`, body, re: [loose] };
    // Open to everyone, of something that is not: the act of a hand that no form guided.
    expect(await atTheDoor(pair, 'al', forged)).toBe('part-missing');
    const outside = { body: { body: null, outside: 'EXERCISE', purpose: 'crime' }, kind: RELEASE_REQUESTED.id };
    expect(await atTheDoor(pair, 'al', { ...forged, ...outside })).toBe('label-refused');
  });

  test('a correction goes to whoever holds it, is due, and is asked of both once it is late', async () => {
    const said = { wrong: ['EXERCISE three'], right: ['EXERCISE four'], due: ['2026-12-02'] };
    expect(await triedIn(pair, 'ua', ITEM_CORRECTED.id, { ...said, due: ['2026-11-25'] }, item)).toBe(
      'date-out-of-order',
    );
    const correction = await tellIn(pair, 'ua', ITEM_CORRECTED.id, said, item);
    expect(await askedOn(pair, 'al')).toEqual(['al exchange.duty.correction 2026-12-02']);
    pair.clock('2026-12-03T09:00:00Z');
    expect(await askedOn(pair, 'ua')).toEqual([
      'al exchange.duty.correction 2026-12-02',
      'ua exchange.duty.correction-overdue 2026-12-02',
    ]);
    const done = { count: ['2'], date: ['2026-12-03'], time: ['09:30:00'] };
    const early = { ...done, date: ['2026-11-20'] };
    expect(await triedIn(pair, 'al', CORRECTION_APPLIED.id, early, correction)).toBe('date-out-of-order');
    await tellIn(pair, 'al', CORRECTION_APPLIED.id, done, correction);
    expect(await askedOn(pair, 'ua')).toEqual([]);
  });

  test('a newer item takes the place of the older, never the other way', async () => {
    await tellIn(pair, 'al', FEEDBACK_GIVEN.id, { use: ['used'], text: ['EXERCISE. Two of the three came.'] }, item);
    const newer = await giveIn(pair, { title: ['EXERCISE newer'] });
    expect(await triedIn(pair, 'ua', ITEM_SUPERSEDED.id, { by: [item] }, newer)).toBe('state-forbids');
    expect(await triedIn(pair, 'al', ITEM_SUPERSEDED.id, { by: [newer] }, item)).toBe('state-forbids');
    await tellIn(pair, 'ua', ITEM_SUPERSEDED.id, { by: [newer] }, item);
    expect((await itemOn(pair, 'al', item)).superseded).toMatchObject({ by: newer });
  });

  test('both nodes show the same list and the same life', async () => {
    const bare = (data: unknown): string =>
      JSON.stringify(data, (key, value: unknown) => (key === 'deeds' || key === 'now' ? undefined : value));
    const [ua, al] = await Promise.all(SIDES.map(async (side) => await loadCrime(lookAt(pair, side), {})));
    expect(bare(ua)).toBe(bare(al));
    expect(ua?.items.map(({ stand }) => stand).toSorted()).toEqual(['stands', 'stands', 'superseded']);
    expect(ua?.provisions).toEqual(['31', '32']);
    expect((await loadCrime(lookAt(pair, 'al'), { stand: 'superseded', side: 'ua' })).items).toHaveLength(1);
    const [mine, theirs] = await Promise.all(
      SIDES.map(async (side) => await loadItem(lookAt(pair, side), { of: item })),
    );
    expect(bare(mine)).toBe(bare(theirs));
    expect(mine?.life.map(({ kind }) => kind)).toContain(FEEDBACK_GIVEN.id);
    for (const side of SIDES) expect((await pair.node(side).node.record()).contested).toEqual([]);
  });
});
