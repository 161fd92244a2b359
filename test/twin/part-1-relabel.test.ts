// Part I, ¶31: an item that was relabelled is for those alone whom its newest label allows, and so is all said of it.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../src/agreement/sight.ts';
import { queryOf, termsOf } from '../../src/agreement/lexeme.ts';
import type { Look, Typed } from '../../src/area.ts';
import { loadCrime } from '../../src/areas/crime/crime.data.ts';
import { FEEDBACK_GIVEN, ITEM_GIVEN, ITEM_RECALLED, ITEM_RELABELLED } from '../../src/ways/exchange/kinds.ts';
import { ITEMS } from '../../src/ways/exchange/registers.ts';
import { type Everyone, openEveryone, published } from '../setup/everyone.ts';
import { askedOn, giveIn, ITEM, lookAt, tellIn, triedIn } from './exchange.ts';
import { exportOf } from './exported.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';

const OPEN: Typed = { reach: ['officials'], bodies: [], purpose: [], action: ['unset'], keep: [''] };
const NAMED: Typed = { ...OPEN, reach: ['named'] };
const EVERYONE: Typed = { ...OPEN, reach: ['everyone'], source: ['unset'], information: ['unset'] };
const WORD = 'canaryparcel';

let pair: Pair;
let everyone: Everyone;
let folder: string;
let item: string;
let feedback: string;

const other = (side: Side): Viewer => ({ side, bodies: [`${side}:other`], purpose: 'crime' });
const office = (side: Side): Viewer => ({ side, bodies: [side === 'ua' ? 'ua:mfa' : 'al:mefa'], purpose: 'crime' });
const relabel = async (side: Side, label: Typed): Promise<string> =>
  await tellIn(pair, side, ITEM_RELABELLED.id, { ...ITEM, ...label }, item);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-relabel-'));
  pair = await openPair('2026-11-25T09:00:00Z');
  item = await giveIn(pair, { ...OPEN, facts: [`EXERCISE ${WORD}.`] });
  feedback = await tellIn(pair, 'al', FEEDBACK_GIVEN.id, { use: ['used'], text: [`EXERCISE ${WORD} used.`] }, item);
  everyone = await openEveryone(pair, 'al');
});
afterAll(async () => {
  await everyone.stop();
  await pair.close();
  await rm(folder, { recursive: true });
});

/** Everywhere that a viewer finds the item, and what speaks of it, on a node. */
async function foundBy(side: Side, viewer: Viewer): Promise<readonly string[]> {
  const { node } = pair.node(side);
  const look = (): Look => node.look(viewer);
  const all = await look().acts({ limit: 500 });
  const { index = -1 } = (await lookAt(pair, side).act(item))?.act ?? {};
  await look().unfound();
  // A content is in no index; what kind an act is of can be searched for.
  const words = queryOf(termsOf('item'), () => [`=kind:${ITEM_GIVEN.id}`]) ?? '';
  const places: Readonly<Record<string, boolean>> = {
    act: (await look().act(item)) !== undefined,
    file: (await node.actFile(item, viewer)) !== undefined,
    place: (await node.actAt('ua', index, viewer)) !== undefined,
    words: (await look().content(item)) !== undefined,
    feedback: (await look().content(feedback)) !== undefined,
    list: all.some(({ act }) => [act.id, act.header.subject].some((one) => one.includes(item))),
    count: (await look().count({ provision: '31' }, 100)) > 0,
    spoken: (await look().spoken()).has('31'),
    search: (await look().acts({ words })).length > 0,
    referring: (await look().acts({ of: item })).length > 0,
    row: (await look().row(ITEMS, item)).given !== null,
    rows: (await look().rows(ITEMS)).length > 0,
    page: (await loadCrime(look(), {})).total > 0,
    next: (await node.actNextTo('ua', index - 1, 'after', viewer)) === index,
  };
  return Object.entries(places).flatMap(([name, isThere]) => (isThere ? [name] : []));
}

const ALL = 'act file place words feedback list count spoken search referring row rows page next'.split(' ');

describe('an item given to all officials', () => {
  test('is found by any of them on both nodes, in every place there is', async () => {
    for (const side of SIDES) expect([side, await foundBy(side, other(side))]).toEqual([side, ALL]);
  });

  test('is nowhere for those whom its holder has left out, with all said of it, and there for the others', async () => {
    await relabel('al', NAMED);
    for (const side of SIDES) {
      expect([side, await foundBy(side, other(side))]).toEqual([side, []]);
      expect([side, await foundBy(side, office(side))]).toEqual([side, ALL]);
      expect([side, await foundBy(side, 'public')]).toEqual([side, []]);
    }
  });

  test('is marked by its newest label wherever it is shown', async () => {
    for (const side of SIDES) {
      const look = pair.node(side).node.look(office(side));
      await look.act(item);
      expect(await look.marking()).toMatchObject({ tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] });
    }
  });

  test('stays so where the registers are made again, and both records stay equal', async () => {
    for (const side of SIDES) {
      const before = await pair.node(side).sql`select log, idx, item, marked from borne order by log, idx, item`;
      await pair.node(side).rebuild();
      const after = await pair.node(side).sql`select log, idx, item, marked from borne order by log, idx, item`;
      expect([before.length, after]).toEqual([3, before]);
      expect([side, await foundBy(side, other(side))]).toEqual([side, []]);
      expect((await pair.node(side).node.record()).concordance.state).toBe('agrees');
    }
  });

  test('takes with it what is said of it afterwards, and from AMBER on that is sealed', async () => {
    await tellIn(pair, 'al', FEEDBACK_GIVEN.id, { use: ['known'], text: [`EXERCISE ${WORD} again.`] }, item);
    await relabel('al', { ...NAMED, reach: ['sealed'] });
    const words = { text: `EXERCISE ${WORD} sealed.` };
    const said = await tellIn(pair, 'al', FEEDBACK_GIVEN.id, { use: ['known'], text: [words.text] }, item);
    for (const side of SIDES) {
      const shown = await lookAt(pair, side).act(said);
      expect(shown?.act.header.parts.map((part) => `${part.name} ${part.class}`)).toEqual(['body A', 'content B']);
      const look = pair.node(side).node.look(office(side));
      expect(await look.content(said)).toEqual(words);
      expect(await look.marking()).toMatchObject({ tlp: 'AMBER' });
    }
    await tellIn(pair, 'ua', ITEM_RECALLED.id, { recall: ['not-meant'], due: ['2026-12-01'] }, item);
    for (const side of SIDES) {
      expect([side, await foundBy(side, other(side))]).toEqual([side, []]);
      const due = await pair.node(side).node.duty.duties(other(side));
      expect([side, due.filter(({ because }) => because !== undefined)]).toEqual([side, []]);
    }
    expect((await askedOn(pair, 'al')).length).toBeGreaterThan(0);
  });

  test('is left out of an export for the public, and comes back by its originator alone', async () => {
    const { index = -1 } = (await lookAt(pair, 'ua').act(item))?.act ?? {};
    const partsIn = async (name: string): Promise<readonly string[]> => {
      await exportOf(pair, 'ua', join(folder, name), 'public');
      return await readdir(join(folder, name, 'ua/parts')).catch(() => []);
    };
    expect(await partsIn('narrow')).not.toContain(String(index));
    expect(await triedIn(pair, 'al', ITEM_RELABELLED.id, { ...ITEM, ...OPEN }, item)).toBe('label-widened');
    await relabel('ua', OPEN);
    for (const side of SIDES) {
      const found = await foundBy(side, other(side));
      expect([side, found]).toEqual([side, expect.arrayContaining(['act', 'file', 'words', 'list', 'search'])]);
    }
    await relabel('ua', EVERYONE);
    expect(await partsIn('wide')).toContain(String(index));
    const isPublic = async (): Promise<boolean> => (await everyone.record.look().act(item)) !== undefined;
    await published(everyone, isPublic);
    expect(await everyone.record.look().content(feedback)).toBeUndefined();
    await relabel('al', NAMED);
    await published(everyone, async () => !(await isPublic()));
  });
});
