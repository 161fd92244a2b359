// What is not for a viewer is absent: from lists, counts, pages of lists, references, rows, duties, on either node.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECORD_REJECTED } from '../../src/act/kinds.ts';
import type { Viewer } from '../../src/agreement/sight.ts';
import { official, SIDES } from '../twin/pair.ts';
import { PROBES, STATED } from './probe.ts';
import { openStage, type Stage, type Uttered, viewersOf } from './stage.ts';

let stage: Stage;
const said: Uttered[] = [];

beforeAll(async () => {
  stage = await openStage();
  const say = async (saying: Parameters<Stage['utter']>[1]): Promise<void> => {
    said.push(await stage.utter('ua', saying));
  };
  await say({ word: 'clear', label: {}, subject: 'shared' });
  await say({ word: 'green', label: { tlp: 'GREEN' } });
  await say({ word: 'named', label: { tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] }, subject: 'shared' });
  await say({ word: 'purpose', label: { purpose: ['relief'] } });
  await say({ word: 'answer', label: { tlp: 'GREEN' }, re: [{ act: said[0]?.id ?? '', role: 'answers' }] });
  await say({ word: 'last', label: {} });
  await stage.pair.settled();
});
afterAll(async () => await stage.pair.close());

const idOf = (word: string): string => said.find((one) => one.word === word)?.id ?? '';
const SEEN = {
  public: ['clear', 'last'],
  other: ['answer', 'clear', 'green', 'last'],
  office: ['answer', 'clear', 'green', 'last', 'named'],
} as const;
const wordOf = (body: unknown): string => (body as { readonly word: string }).word;

describe.each(SIDES.flatMap((side) => (['public', 'other', 'office'] as const).map((who) => [side, who] as const)))(
  'on the node of %s, to %s',
  (side, who) => {
    const viewer: Viewer = viewersOf(side)[who];
    const look = () => stage.pair.node(side).node.look(viewer);

    test('a list holds what they may see, newest first, and a limit counts nothing else', async () => {
      const words = (await look().acts({ kind: STATED.id })).map(({ act }) => wordOf(act.body));
      expect(words.toSorted()).toEqual(SEEN[who]);
      const two = (await look().acts({ kind: STATED.id, side: 'ua', limit: 2 })).map(({ act }) => wordOf(act.body));
      expect(two).toEqual(words.slice(0, 2));
      const under = (await look().acts({ provision: '59', side: 'ua' })).map(({ act }) => act.header.subject);
      expect(under).toHaveLength(SEEN[who].length);
    });

    test('one act is there by its id and its place, or is not there at all', async () => {
      const { node: asked } = stage.pair.node(side);
      for (const { word, id, index } of said) {
        const seen = (SEEN[who] as readonly string[]).includes(word);
        const found = [
          await look().act(id),
          await asked.actFile(id, viewer),
          await asked.actAt('ua', index, viewer),
        ];
        expect([word, found.map((one) => one !== undefined)]).toEqual([word, [seen, seen, seen]]);
      }
    });

    test('what stands next to an act, and what refers to it, is among what they may see', async () => {
      const { node: asked } = stage.pair.node(side);
      const last = said.at(-1)?.index ?? 0;
      const before = await asked.actNextTo('ua', last, 'before', viewer);
      const expected = said.toReversed().slice(1).find(({ word }) => (SEEN[who] as readonly string[]).includes(word));
      expect(before).toBe(expected?.index);
      const file = await asked.actFile(idOf('clear'), viewer);
      expect(file?.referredBy.map(({ shown }) => wordOf(shown.act.body))).toEqual(who === 'public' ? [] : ['answer']);
      expect(await look().acts({ of: idOf('clear') })).toHaveLength(who === 'public' ? 0 : 1);
    });

    test('a row is there where they may see every act in it', async () => {
      const rows = (await look().rows(PROBES)).map(({ subject }) => subject);
      const own = SEEN[who].filter((word) => word !== 'clear' && word !== 'named').map((word) => `probe-${word}`);
      expect(rows).toEqual([...own, ...(who === 'office' ? ['shared'] : [])].toSorted());
      expect((await look().row(PROBES, 'shared')).words).toEqual(who === 'office' ? ['clear', 'named'] : []);
    });

    test('a duty stands where they may see the act behind it', async () => {
      const duties = await stage.pair.node(side).node.duty.duties(viewer);
      const behind = duties.filter(({ what }) => what === 'probe.duty').map(({ because }) => because?.act ?? '');
      expect(behind.toSorted()).toEqual(SEEN[who].map(idOf).toSorted());
    });
  },
);

test('whoever named a purpose sees what was released for it, and whoever named another does not', async () => {
  for (const [purpose, seen] of [['relief', true], ['crime', false]] as const) {
    const viewer: Viewer = { side: 'al', bodies: ['al:mefa'], purpose };
    expect((await stage.pair.node('al').node.look(viewer).act(idOf('purpose'))) !== undefined).toBe(seen);
  }
});

test('an act for somebody who may not see what it names is refused', async () => {
  const named = { act: idOf('named'), role: 'answers' };
  for (const label of [{}, { tlp: 'GREEN' } as const]) {
    await expect(stage.utter('ua', { word: 'open', label, re: [named] })).rejects.toMatchObject({
      name: 'Refusal',
      code: 'label-refused',
    });
  }
});

test('both nodes agree on the registers of which each viewer sees a part, and make them again alike', async () => {
  const held = async (side: 'ua' | 'al') =>
    JSON.stringify(await stage.pair.node(side).sql`select register, subject, state, own, other, markings from rows
      order by register collate "C", subject collate "C"`);
  for (const side of SIDES) {
    expect((await stage.pair.node(side).node.record()).concordance.state).toBe('agrees');
    const before = await held(side);
    await stage.pair.node(side).rebuild();
    expect(await held(side)).toBe(before);
    expect(before).not.toContain('"markings":null');
  }
});

test('a record kept before there were markings is marked at start, and until then shows nobody anything', async () => {
  const { sql, node } = stage.pair.node('al');
  const acts = async (of: Viewer) => (await stage.pair.node('al').node.look(of).acts({ kind: STATED.id })).length;
  const marked = async () =>
    JSON.stringify([
      await stage.pair.node('al').sql`select log, idx, marking from entries order by log, idx`,
      await stage.pair.node('al').sql`select register, subject, markings from rows order by 1, 2`,
    ]);
  const before = await marked();
  await sql`update entries set marking = null`;
  await sql`update rows set markings = null`;
  await sql`delete from markings`;
  expect(await acts(viewersOf('al').office)).toBe(0);
  expect(await node.look(viewersOf('al').office).rows(PROBES)).toEqual([]);
  await stage.pair.shut('al');
  await stage.pair.open('al');
  expect(await marked()).toBe(before);
  expect(await acts(viewersOf('al').office)).toBe(SEEN.office.length);
});

test('a rejection is for whoever may see what it rejects', async () => {
  const { id } = await stage.utter('ua', { word: 'wrong', label: { tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] } });
  await stage.pair.settled();
  const rejections = async (of: Viewer) =>
    (await stage.pair.node('ua').node.look(of).acts({ kind: RECORD_REJECTED.id })).map(({ act }) => act.header.re);
  expect(await rejections(viewersOf('ua').office)).toEqual([[{ act: id, role: 'rejects' }]]);
  for (const who of ['other', 'public'] as const) expect(await rejections(viewersOf('ua')[who])).toEqual([]);
  for (const side of SIDES) {
    const { office, other } = viewersOf(side);
    expect((await stage.pair.node(side).node.record(office)).contested.map(({ act }) => act.id)).toEqual([id]);
    expect((await stage.pair.node(side).node.record(other)).contested).toEqual([]);
  }
});

test('an answer whose form gives no label is drafted under that of what it answers', async () => {
  const { node } = stage.pair.node('ua');
  const answer = async (word: string): Promise<unknown> => {
    const by = official(stage.pair, 'ua', 'drafter', 1);
    return (await node.write(by, STATED.id, idOf(word), { word: ['reply'] })).header.label;
  };
  const rel = ['AL', 'UA'];
  expect(await answer('clear')).toEqual({ tlp: 'CLEAR', rel });
  expect(await answer('green')).toEqual({ tlp: 'GREEN', rel });
  expect(await answer('named')).toEqual({ tlp: 'GREEN', rel, bodies: ['al:mefa', 'ua:mfa'] });
  expect(await answer('purpose')).toEqual({ tlp: 'CLEAR', rel, purpose: ['relief'] });
});
