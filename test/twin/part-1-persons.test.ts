// Part I, ¶31: what speaks of persons is given for a purpose, read by those who named it, and each reading is kept.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SideViewer } from '../../src/agreement/sight.ts';
import type { Typed } from '../../src/area.ts';
import { loadCrime } from '../../src/areas/crime/crime.data.ts';
import { CORRECTION_APPLIED, FEEDBACK_GIVEN, ITEM_CORRECTED, ITEM_GIVEN } from '../../src/ways/exchange/kinds.ts';
import { labelOf } from '../../src/ways/exchange/registers.ts';
import { atTheDoor } from './desk.ts';
import { askedOn, CANARY, giveIn, ITEM, itemOn, tellIn, triedIn } from './exchange.ts';
import { official, openPair, type Pair, type Side, SIDES } from './pair.ts';

const PERSONS: Typed = { persons: ['suspects', 'witnesses'], special: ['no'], basis: ['law'] };
const PERSONAL = { categories: ['suspects', 'witnesses'], special: false, basis: 'law' };
const BODY = { ua: 'ua:mfa', al: 'al:mefa' } as const;
const READER = { ua: 'prykladna', al: 'shembulli' } as const;

let pair: Pair;
let item: string;

const viewer = (side: Side, purpose?: string): SideViewer => {
  return { side, bodies: [BODY[side]], purpose, official: READER[side] };
};
const wordsFor = async (side: Side, act: string, purpose?: string): Promise<unknown> =>
  await pair.node(side).node.look(viewer(side, purpose)).content(act);

/** The log of readings of a side, as its auditor reads it: who, for what, which act, which parts. */
async function readingsOn(side: Side): Promise<readonly string[]> {
  const auditor = pair.seats[side].officials.find(({ roles }) => roles.includes('auditor'));
  if (auditor === undefined) throw new Error(`persons: ${side} has no auditor`);
  const all = await pair.node(side).node.readings(auditor);
  return all.map((one) => `${one.official} ${one.purpose} ${one.side}:${one.index} ${one.parts.join(' ')} ${one.at}`);
}
const indexOf = async (act: string): Promise<number> => (await pair.node('ua').node.look().act(act))?.act.index ?? -1;

beforeAll(async () => {
  pair = await openPair('2026-11-25T09:00:00Z');
  item = await giveIn(pair, { ...PERSONS, assessment: ['EXERCISE. Probably the same person.'] });
});
afterAll(async () => await pair.close());

describe('what speaks of persons', () => {
  test('is given for a purpose and with whom it speaks of, or not at all: by the form and at the door', async () => {
    expect(await triedIn(pair, 'ua', ITEM_GIVEN.id, { ...ITEM, ...PERSONS, purpose: [] })).toBe('input-malformed');
    expect(await triedIn(pair, 'ua', ITEM_GIVEN.id, { ...ITEM, ...PERSONS, reach: ['everyone'] })).toBe(
      'input-malformed',
    );
    const forged = { kind: ITEM_GIVEN.id, provisions: ['31'], subject: 'item', body: { says: 'facts' } };
    const label = { tlp: 'AMBER' as const, rel: ['AL', 'UA'], personal: PERSONAL };
    const content = { title: 'EXERCISE', facts: 'EXERCISE', assessment: '' };
    expect(await atTheDoor(pair, 'ua', { ...forged, content, label })).toBe('label-refused');
    const nobody = { ...label, purpose: ['crime'], personal: { ...PERSONAL, categories: [] } };
    expect(await atTheDoor(pair, 'ua', { ...forged, content, label: nobody })).toBe('label-refused');
  });

  test('says of whom, on what basis, facts apart from assessments, and is kept sealed on both nodes', async () => {
    for (const side of SIDES) {
      expect(labelOf(await itemOn(pair, side, item))).toMatchObject({ purpose: ['crime'], personal: PERSONAL });
      const rows = await pair.node(side).sql<{ name: string; ring: string | null; plain: boolean }[]>`
        select p.name, p.ring, position(convert_to(${CANARY}, 'UTF8') in p.bytes) > 0 as plain from parts p
        join entries e on e.log = p.log and e.idx = p.idx where e.act = ${item} order by 1`;
      expect(rows.map(({ name, ring, plain }) => `${name} ${ring ?? 'A'} ${plain}`)).toEqual([
        'body A false',
        'content B false',
      ]);
    }
  });

  test('is there for those alone who have named its purpose, in no list and no count of the others', async () => {
    for (const side of SIDES) {
      for (const purpose of [undefined, 'relief']) {
        expect(await wordsFor(side, item, purpose)).toBeUndefined();
        const look = pair.node(side).node.look(viewer(side, purpose));
        expect([(await loadCrime(look, {})).total, await look.act(item)]).toEqual([0, undefined]);
      }
      // Nobody has read it yet: what was not shown is no reading.
      expect(await readingsOn(side)).toEqual([]);
    }
  });

  test('is read and written down at once: who, when, for what; each node knows of its own people alone', async () => {
    const place = `ua:${await indexOf(item)}`;
    for (const side of SIDES) {
      expect(await wordsFor(side, item, 'crime')).toMatchObject({ assessment: 'EXERCISE. Probably the same person.' });
      expect(await readingsOn(side)).toEqual([
        expect.stringMatching(`^${READER[side]} crime ${place} content 2026-11-25T09:`),
      ]);
    }
  });

  test('has its log of readings open to the auditor of the body and to nobody else', async () => {
    for (const side of SIDES) {
      for (const role of ['drafter', 'approver'] as const) {
        const asked = pair.node(side).node.readings(official(pair, side, role));
        await expect(asked).rejects.toMatchObject({ code: 'role-missing' });
      }
    }
  });

  test('is corrected where it went: due there by a day, read as what it corrects, said when done', async () => {
    const said = { wrong: ['EXERCISE two persons'], right: ['EXERCISE one person'], due: ['2026-12-02'] };
    const correction = await tellIn(pair, 'ua', ITEM_CORRECTED.id, said, item);
    const place = `ua:${await indexOf(correction)}`;
    expect(await askedOn(pair, 'al')).toEqual(['al exchange.duty.correction 2026-12-02']);
    expect(await wordsFor('al', correction)).toBeUndefined();
    expect(await wordsFor('al', correction, 'crime')).toEqual({ wrong: said.wrong[0], right: said.right[0] });
    expect((await readingsOn('al'))[0]).toMatch(`${READER.al} crime ${place} content`);
    const done = { count: ['2'], date: [''], time: [''] };
    await tellIn(pair, 'al', CORRECTION_APPLIED.id, done, correction);
    for (const side of SIDES) {
      const { corrections } = await itemOn(pair, side, item);
      expect(corrections).toMatchObject([{ due: '2026-12-02', applied: { side: 'al' } }]);
      expect(await askedOn(pair, side)).toEqual([]);
    }
  });

  test('is spoken of in words under the same label alone', async () => {
    const feedback = await tellIn(pair, 'al', FEEDBACK_GIVEN.id, { use: ['used'], text: ['EXERCISE. Found.'] }, item);
    for (const side of SIDES) {
      const shown = await pair.node(side).node.look().act(feedback);
      expect(shown?.act.header.label).toMatchObject({ purpose: ['crime'], personal: PERSONAL });
      expect(await wordsFor(side, feedback)).toBeUndefined();
      expect((await pair.node(side).node.record()).concordance.state).toBe('agrees');
    }
  });
});
