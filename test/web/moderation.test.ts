// ¶65: an organisation hands in an assessment, both sides decide on it by act, and both windows show with what reasons.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASSESSMENT_DECLINED, ASSESSMENT_OFFERED, ASSESSMENT_PUBLISHED } from '../../src/areas/keeping/offers/kinds.ts';
import { OFFERS } from '../../src/areas/keeping/offers/register.ts';
import type { ShownAct, Typed } from '../../src/area.ts';
import { type Everyone, openEveryone, published } from '../setup/everyone.ts';
import { official, openPair, type Pair, type Side } from '../twin/pair.ts';
import { type AtPublic, openWindow } from './everyone.ts';
import { open, type Reader } from './windows.ts';

const WORDS = 'EXERCISE: two machines were seen at work, and a third under repair.';
const CONTACT = 'desk@observatory.example';
const SENT = {
  organisation: 'Demonstration Observatory (EXERCISE)',
  contact: CONTACT,
  statement: '59.7',
  completion: 'limited',
  words: WORDS,
  sources: 'https://observatory.example/2026\nhttps://observatory.example/method',
  language: 'en',
};

describe('an independent assessment', () => {
  let pair: Pair;
  const everyone: Partial<Record<Side, Everyone>> = {};
  const at: Partial<Record<Side, AtPublic>> = {};
  let desk: Reader;
  let token: string;

  beforeAll(async () => {
    pair = await openPair();
    for (const side of ['ua', 'al'] as const) {
      everyone[side] = await openEveryone(pair, side);
      at[side] = await openWindow((everyone[side] as Everyone).record);
    }
    const windows = await open(pair.node('ua').node);
    desk = windows.reader();
    token = await desk.signIn(official(pair, 'ua', 'drafter').id);
  });
  afterAll(async () => {
    for (const side of ['ua', 'al'] as const) {
      at[side]?.window.close();
      await everyone[side]?.stop();
    }
    await pair.close();
  });

  const send = async (fields: Readonly<Record<string, string>>): Promise<Response> => {
    const window = at.ua as AtPublic;
    const stamp = /name="stamp" value="([^"]+)"/.exec(await (await window.ask('/assess')).text())?.[1] ?? '';
    window.wait(10_000);
    return await window.send('/assess', { ...fields, stamp });
  };
  const decide = async (side: Side, kind: string, typed: Typed, about: string): Promise<void> => {
    const { node } = pair.node(side);
    const draft = await node.write(official(pair, side, 'drafter'), kind, about, typed);
    await node.approve(official(pair, side, 'approver'), draft.id, draft.digest);
    await pair.settled();
  };
  const passed = async (): Promise<ShownAct> => {
    const [act] = await pair.node('ua').node.look().acts({ kind: ASSESSMENT_OFFERED.id });
    if (act === undefined) throw new Error('moderation: nothing was passed on');
    return act;
  };
  const shown = async (side: Side): Promise<string> => {
    const window = at[side] as AtPublic;
    window.wait(61_000);
    return await (await window.ask('/en/independent')).text();
  };

  test('waits in the queue of the side, where only those who draft or approve read it', async () => {
    expect((await send(SENT)).status).toBe(303);
    const page = await (await desk.ask('/offers')).text();
    expect(page).toContain(WORDS);
    expect(page).toContain(CONTACT);
    const bystander = (await open(pair.node('ua').node)).reader();
    await bystander.signIn('hliadach');
    expect((await bystander.ask('/offers')).status).toBe(403);
    expect((await (await open(pair.node('ua').node)).reader().ask('/offers')).status).toBe(303);
  });

  test('is set aside where it is advertising: its text goes, the reason stays', async () => {
    expect((await send({ ...SENT, organisation: 'Shop (EXERCISE)', words: 'EXERCISE: buy.' })).status).toBe(303);
    const { offers } = (await desk.json('/offers')) as { offers: { id: string; organisation: string }[] };
    const id = offers.find(({ organisation }) => organisation.startsWith('Shop'))?.id ?? '';
    const aside = { csrf: token, why: 'EXERCISE: advertising.' };
    expect((await desk.send(`/offers/${id}/set-aside`, aside)).status).toBe(303);
    const [row] = await pair.node('ua').sql`select words, contact, state, why from offered where id = ${id}`;
    expect(row).toEqual({ words: '', contact: '', state: 'set-aside', why: 'EXERCISE: advertising.' });
    expect((await desk.send(`/offers/${id}/set-aside`, { csrf: token, why: 'again' })).status).toBe(409);
  });

  test('is passed on to the other side as it was sent, without the contact, and not to everyone', async () => {
    const queue = await (await desk.ask('/offers')).text();
    const [, escaped = ''] = /href="(\/drafts\/new\?kind=assessment[^"]+)"/.exec(queue) ?? [];
    const link = escaped.replaceAll('&amp;', '&');
    const form = await (await desk.ask(link)).text();
    expect(form).toContain(WORDS);
    const query = [...new URLSearchParams(link.split('?')[1])].filter(([name]) => name !== 'kind');
    const typed = Object.fromEntries(query.map(([name, value]) => [name, [value]]));
    const { node } = pair.node('ua');
    const draft = await node.write(official(pair, 'ua', 'drafter'), ASSESSMENT_OFFERED.id, undefined, typed);
    await node.approve(official(pair, 'ua', 'approver'), draft.id, draft.digest);
    await pair.settled();
    const { act } = await passed();
    expect(act.header.label.tlp).toBe('GREEN');
    expect(JSON.stringify(act)).not.toContain(CONTACT);
    const duties = await pair.node('al').node.duty.duties();
    expect(duties.filter(({ id }) => id.startsWith('keeping/offer/')).map(({ side }) => side)).toEqual(['ua', 'al']);
    for (const side of ['ua', 'al'] as const) expect(await shown(side)).toContain('No assessment has been decided on');
  });

  test('is published by one side with its words and declined by the other, each with its reasons', async () => {
    const { act } = await passed();
    await decide('al', ASSESSMENT_PUBLISHED.id, { reasons: ['EXERCISE: both sources can be read.'] }, act.id);
    await published(everyone.ua as Everyone, async () => (await shown('ua')).includes(WORDS));
    expect(await shown('ua')).toContain('Ukraine has not decided');
    await decide('ua', ASSESSMENT_DECLINED.id, { reasons: ['EXERCISE: the third machine is not seen.'] }, act.id);
    for (const side of ['ua', 'al'] as const) {
      const isThere = async (): Promise<boolean> => (await shown(side)).includes('the third machine is not seen');
      await published(everyone[side] as Everyone, isThere);
      const page = await shown(side);
      for (const said of [WORDS, 'Demonstration Observatory', 'both sources can be read', 'Albania publishes it']) {
        expect([side, page.includes(said)]).toEqual([side, true]);
      }
      expect(page.includes(CONTACT)).toBe(false);
    }
  });

  test('is decided on once by a side, and counts in no word of either', async () => {
    const { act } = await passed();
    const { offer } = act.body as { offer: string };
    const again = decide('al', ASSESSMENT_DECLINED.id, { reasons: ['EXERCISE'] }, act.id);
    await expect(again).rejects.toMatchObject({ code: 'state-forbids' });
    const row = await pair.node('al').node.look().row(OFFERS, offer);
    expect(row.decisions.map(({ side, publishes }) => [side, publishes])).toEqual([['al', true], ['ua', false]]);
    expect(await (await (at.ua as AtPublic).ask('/en/promises')).text()).not.toContain(WORDS);
    expect((await desk.send(`/offers/${offer}/forget`, { csrf: token })).status).toBe(303);
    expect(await pair.node('ua').sql`select 1 from offered where contact <> ''`).toHaveLength(0);
  });
});
