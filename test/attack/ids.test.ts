// Ids as an attacker tries them: what is somebody else's answers, at every address, as what never was.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Node, OwnNode } from '../../src/node/node.ts';
import type { Route } from '../../src/web/ask.ts';
import { routesOf } from '../../src/web/routes.ts';
import { STATED } from '../observer/probe.ts';
import { openStage, type Stage, type Uttered } from '../observer/stage.ts';
import { readAnswer } from '../observer/walk.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';

/** Whatever has an id, by the name that the ways in below call it. */
interface Ids {
  readonly side: string;
  readonly index: number;
  readonly act: string;
  readonly part: string;
  readonly draft: string;
  readonly shift: string;
  readonly delegation: string;
  readonly notice: string;
  readonly calendar: string;
  readonly offer: string;
  readonly official: string;
}

/** What never was: of the very form of what is. */
const GHOST: Ids = {
  side: 'ua',
  index: 4321,
  act: 'A'.repeat(43),
  part: 'ghost.txt',
  draft: 'AAAAAAAAAAAAAAAA',
  shift: '00000000-0000-4000-8000-000000000000',
  delegation: '00000000-0000-4000-8000-000000000001',
  notice: '00000000-0000-4000-8000-000000000002',
  calendar: 'B'.repeat(43),
  offer: 'f'.repeat(24),
  official: 'nemovlenko',
};

interface Way {
  readonly to: string;
  readonly form?: Readonly<Record<string, string>>;
}
type Ways = (ids: Ids) => readonly Way[];

const read = (...addresses: readonly string[]): readonly Way[] => addresses.map((to) => ({ to }));
const act = (end: string): Ways => ({ side, index }) => read(`/act/${side}/${index}${end}`);
const stated = (about: string): Readonly<Record<string, string>> => ({ kind: STATED.id, about, word: 'x' });
const span = (form: string): Readonly<Record<string, string>> => ({
  [`${form}-starts-date`]: '2026-11-21',
  [`${form}-starts-time`]: '08:00',
  [`${form}-ends-date`]: '2026-11-22',
  [`${form}-ends-time`]: '08:00',
});

/** Every way in that takes an id, by method and path of its route. */
const WAYS: Readonly<Record<string, Ways>> = {
  'GET /act/:id{[A-Za-z0-9_-]{43}}': ({ act: id }) => read(`/act/${id}`),
  'GET /act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}': act(''),
  'GET /act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/sheet': ({ side, index }) =>
    read(`/act/${side}/${index}/sheet`, `/act/${side}/${index}/sheet?format=text`),
  'GET /act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/proof': act('/proof'),
  'GET /act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/text': act('/text'),
  'GET /act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/part/:name': ({ side, index, part }) =>
    read(`/act/${side}/${index}/part/body`, `/act/${side}/${index}/part/${part}`),
  'GET /act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/file': act('/file'),
  'GET /act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/chunk/:n{[0-9]{1,4}}': act('/chunk/0'),
  'GET /act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/note/:language': act('/note/en?format=docx'),
  'GET /drafts/new': ({ act: id, draft }) => {
    const kind = encodeURIComponent(STATED.id);
    return read(`/drafts/new?kind=${kind}&about=${id}`, `/drafts/new?kind=${kind}&from=${draft}`);
  },
  'POST /drafts': ({ act: about }) => [{ to: '/drafts', form: stated(about) }],
  'POST /drafts/sealing': ({ act: about }) => [{ to: '/drafts/sealing', form: stated(about) }],
  'GET /drafts/:id': ({ draft }) => read(`/drafts/${draft}`),
  'GET /drafts/:id/part/:name': ({ draft }) => read(`/drafts/${draft}/part/body`, `/drafts/${draft}/part/none`),
  'GET /drafts/:id/file': ({ draft }) => read(`/drafts/${draft}/file`),
  'GET /drafts/:id/chunk/:n{[0-9]{1,4}}': ({ draft }) => read(`/drafts/${draft}/chunk/0`),
  'GET /drafts/:id/note/:language': ({ draft }) => read(`/drafts/${draft}/note/en?format=docx`),
  'POST /drafts/:id/approve': ({ draft }) => [{ to: `/drafts/${draft}/approve`, form: { digest: 'none' } }],
  'POST /drafts/:id/send-back': ({ draft }) =>
    ['no', ''].map((reason) => ({ to: `/drafts/${draft}/send-back`, form: { reason } })),
  'POST /duties/shifts': ({ official: id }) => [{ to: '/duties/shifts', form: { official: id, ...span('shift') } }],
  'POST /duties/shifts/:id/end': ({ shift }) => [{ to: `/duties/shifts/${shift}/end`, form: {} }],
  'POST /duties/delegations': ({ official: deputy }) => [
    { to: '/duties/delegations', form: { deputy, ...span('delegation') } },
  ],
  'POST /duties/delegations/:id/end': ({ delegation }) => [{ to: `/duties/delegations/${delegation}/end`, form: {} }],
  'POST /duties/notices/:id/again': ({ notice }) => [{ to: `/duties/notices/${notice}/again`, form: {} }],
  'GET /calendar/:secret{[A-Za-z0-9_-]{43}\\.ics}': ({ calendar }) => read(`/calendar/${calendar}.ics`),
  'POST /offers/:id{[0-9a-f]{24}}/set-aside': ({ offer }) => [{ to: `/offers/${offer}/set-aside`, form: { why: 'x' } }],
  'POST /offers/:id{[0-9a-f]{24}}/forget': ({ offer }) => [{ to: `/offers/${offer}/forget`, form: {} }],
  'POST /session/office': ({ official: office }) => [{ to: '/session/office', form: { office } }],
  'GET /amendments': ({ act: id }) => read(`/amendments?of=${id}`),
  'GET /consultation': ({ act: id }) => read(`/consultation?of=${id}`),
  'GET /consultation/report': ({ act: id }) => read(`/consultation/report?of=${id}&format=docx`),
  'GET /dialogue/document': ({ act: id }) => read(`/dialogue/document?of=${id}&format=docx`),
  'GET /crime/item': ({ act: id }) => read(`/crime/item?of=${id}`),
};

/** Ways in whose parameters name what anyone may know, and why. */
const OPEN: Readonly<Record<string, string>> = {
  'GET /¶/:id': 'a paragraph of the text',
  'GET /p/:id': 'a paragraph of the text',
  'GET /agreement/:id': 'a paragraph of the text',
  'GET /policy/:side{[a-z]{2,8}}': 'a side of the Agreement',
  'POST /sign-in': 'one of the row that the page of a demonstration shows',
  'GET /people': 'for the auditor and the operator alone, who see all of it; a place in the list',
};

/** Fields that name nothing anybody has: words, dates, codes of lists that every page shows, places in lists. */
const PLAIN = new Set(
  [
    ['csrf', 'q', 'area', 'modality', 'strongest', 'side', 'state', 'beside', 'at', 'language', 'to', 'limit'],
    ['cursor', 'kind', 'provision', 'format', 'scheme', 'form', 'next', 'sheet', 'file', 'reason', 'digest', 'scope'],
    ['why', 'purpose', 'd', 'found', 'stand', 'answer', 'challenge', 'grant_type', 'client_id'],
    ['client_assertion_type', 'client_assertion', 'chunk'],
    ['shift', 'delegation'].flatMap((form) => Object.keys(span(form))),
  ].flat(),
);
/** `from` is a day everywhere but where a draft is begun from another. */
const DAYS = ['GET /agreement/compare', 'GET /reports'];

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

function takesIds(route: Route): boolean {
  const fields = Object.keys({ ...route.says.query, ...route.says.form });
  const days = DAYS.includes(nameOf(route)) ? ['from'] : [];
  return route.path.includes(':') || fields.some((field) => !PLAIN.has(field) && !days.includes(field));
}

let stage: Stage;
const tested: Partial<Record<'ua' | 'al', Tested>> = {};
let named: Uttered;
let crime: Uttered;
let theirs: Ids;

const ua = (): OwnNode => stage.pair.node('ua').node;

/** What the treaty office of Ukraine has, with an id each. */
async function makeTheirs(): Promise<void> {
  const { node, sql } = stage.pair.node('ua');
  const [writer, head, deputy] = ['prykladna', 'zrazkovyi', 'navchalna'].map((id) =>
    stage.pair.seats.ua.officials.find((one) => one.id === id),
  );
  if (writer === undefined || head === undefined || deputy === undefined) throw new Error('ids: nobody to have it');
  const { id: draft } = await node.write(writer, STATED.id, undefined, { word: ['theirs'] });
  const times = { starts: '2026-11-20T09:00:00Z', ends: '2026-11-25T09:00:00Z' };
  await node.duty.assign(head, { body: head.body, official: writer.id, ...times });
  await node.duty.delegate(head, { deputy: deputy.id, ...times });
  const calendar = await node.duty.openFeed(head, 'mine');
  await node.duty.closeFeeds(head);
  await stage.pair.node('ua').watch();
  // Given up, so that its own body could have it told again.
  const [notice] = await sql<{ id: string }[]>`update notices set state = 'given-up' where id = (
    select n.id from notices n join watched w on w.id = n.duty where w.body = ${head.body} limit 1) returning id`;
  const offer = 'a'.repeat(24);
  await sql`insert into offered (log, id, statement, organisation, contact, sources, words, language, completion, at,
    state) values (0, ${offer}, '59.7', 'EXERCISE', 'x@example', '', 'EXERCISE', 'en', '', now(), 'waiting')`;
  theirs = {
    side: 'ua',
    index: named.index,
    act: named.id,
    part: `${named.word}.txt`,
    draft,
    shift: (await node.duty.shifts())[0]?.id ?? '',
    delegation: (await node.duty.delegations())[0]?.id ?? '',
    notice: notice?.id ?? '',
    calendar,
    offer,
    official: writer.id,
  };
}

beforeAll(async () => {
  stage = await openStage();
  await stage.utter('ua', { word: 'plain', label: {} });
  await stage.utter('al', { word: 'asking', label: {} });
  named = await stage.utter('ua', { word: 'named', label: { tlp: 'GREEN', bodies: ['ua:mfa'] } });
  crime = await stage.utter('ua', { word: 'crime', label: { tlp: 'GREEN', purpose: ['crime'] } });
  await stage.pair.settled();
  await makeTheirs();
  tested.ua = await open(ua());
  tested.al = await open(stage.pair.node('al').node);
}, 60_000);
afterAll(async () => {
  for (const one of Object.values(tested)) one.windows.close();
  await stage.pair.close();
});

async function readerAs(side: 'ua' | 'al', id?: string, purpose?: string): Promise<readonly [Reader, string]> {
  const reader = (tested[side] as Tested).reader('en');
  if (id === undefined) return [reader, await reader.token('/sign-in')];
  const csrf = await reader.signIn(id);
  if (purpose === undefined) return [reader, csrf];
  await reader.send('/session/purpose', { csrf, purpose });
  return [reader, await reader.token('/session')];
}

/** The answer without the names it was asked with, and without what is of every answer its own. */
function bare(text: string, ids: Ids, csrf: string): string {
  const names = Object.values(ids).filter((one): one is string => typeof one === 'string' && one.length > 3);
  return [csrf, ...names]
    .reduce((left, name) => left.replaceAll(name, '#'), text)
    .replaceAll(/^(?:set-cookie|etag|content-length|date): .*\n/gm, '')
    .replaceAll(/\d+/g, '0');
}

async function answers(reader: Reader, csrf: string, ways: readonly Way[], ids: Ids): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { to, form } of ways) {
    for (const accept of ['text/html', 'application/json']) {
      const init = { headers: { accept } };
      const answer =
        form === undefined ? await reader.ask(to, init) : await reader.send(to, { csrf, ...form }, init);
      found.push(bare(await readAnswer(answer), ids, csrf));
    }
  }
  return found;
}

/** Where the answers about `ids` differ from those about what never was, with a few words of both. */
async function differences(
  [reader, csrf]: readonly [Reader, string],
  ids: Ids,
  names: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    const ways = WAYS[name] as Ways;
    const none = await answers(reader, csrf, ways(GHOST), GHOST);
    const given = await answers(reader, csrf, ways(ids), ids);
    for (const [i, text] of given.entries()) {
      const other = none[i] ?? '';
      if (text === other) continue;
      const at = Array.from(text, (letter, place) => letter === other[place]).indexOf(false);
      const [left, right] = [text, other].map((one) => one.slice(Math.max(0, at - 30), at + 60));
      found.push(`${name}: ${String(left)} | ${String(right)}`);
    }
  }
  return found;
}

test('every address that takes an id, in its path, its query or its form, is asked here, or says why not', () => {
  const taking = routesOf(ua()).filter(takesIds).map(nameOf);
  expect(new Set([...Object.keys(WAYS), ...Object.keys(OPEN)])).toEqual(new Set(taking));
});

/** Who asks, and at whose node. */
const ASKERS: readonly (readonly [who: string, side: 'ua' | 'al', as: string | undefined])[] = [
  ['a stranger', 'ua', undefined],
  ['an official of another body', 'ua', 'other-ua'],
  ['an official of the other side, at their own node', 'al', 'prova'],
  ['a duty officer of the other side, at their own node', 'al', 'roja'],
];

describe.each(ASKERS)('to %s', (_who, side, as) => {
  test('what another body has answers as what never was, at every address', async () => {
    // Whoever hands something in hands it to the side: its moderators are of every body.
    const shared = as === 'other-ua' ? ['POST /offers/:id{[0-9a-f]{24}}/set-aside'] : [];
    const names = Object.keys(WAYS).filter((name) => !shared.includes(name));
    expect(await differences(await readerAs(side, as), theirs, names)).toEqual([]);
  });
});

describe.each([
  ['without a purpose', undefined],
  ['for another purpose', 'relief'],
])('to an official of the body itself %s', (_how, purpose) => {
  test('what is for one purpose answers as what never was', async () => {
    const ids = { ...GHOST, index: crime.index, act: crime.id, part: `${crime.word}.txt` };
    expect(await differences(await readerAs('ua', 'prykladna', purpose), ids, Object.keys(WAYS))).toEqual([]);
  });
});

test('nothing of what was tried has changed anything, and whose it is finds all of it', async () => {
  const { node, sql } = stage.pair.node('ua');
  expect((await node.draft(theirs.draft))?.state).toBe('waiting');
  expect((await node.duty.shifts()).map(({ id }) => id)).toEqual([theirs.shift]);
  expect((await node.duty.delegations()).map(({ id }) => id)).toEqual([theirs.delegation]);
  const [row] = await sql<{ state: string }[]>`select state from notices where id = ${theirs.notice}`;
  expect(row?.state).toBe('given-up');
  const [head, csrf] = await readerAs('ua', 'zrazkovyi', 'crime');
  const seen = { ...theirs, index: crime.index, act: crime.id, part: `${crime.word}.txt` };
  const statuses = async (ids: Ids, names: readonly string[]): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const { to, form } of names.flatMap((name) => WAYS[name]?.(ids) ?? [])) {
      found.push((await (form === undefined ? head.ask(to) : head.send(to, { csrf, ...form }))).status);
    }
    return found;
  };
  // It has no note, and no file: who may read one is tried where files are given.
  const acts = Object.keys(WAYS).filter((name) => name.startsWith('GET /act/') && !/note|file|chunk/.test(name));
  expect(new Set(await statuses(seen, acts))).toEqual(new Set([200, 303]));
  const own = ['GET /drafts/:id', ...['shifts', 'delegations'].map((of) => `POST /duties/${of}/:id/end`)];
  expect(await statuses(theirs, [...own, 'POST /duties/notices/:id/again'])).toEqual([200, 303, 303, 303]);
});

test('a node that forgot whose a draft is would be found out', async () => {
  // The same windows on a node that gives every draft to whoever asks for it.
  const forgetful: Node = {
    ...ua(),
    draft: async (id) => {
      const draft = await ua().draft(id);
      return draft === undefined ? undefined : { ...draft, desk: 'ua:other' };
    },
  };
  const windows = await open(forgetful);
  const reader = windows.reader('en');
  const csrf = await reader.signIn('other-ua');
  expect(await differences([reader, csrf], theirs, ['GET /drafts/:id'])).toHaveLength(2);
  windows.windows.close();
});
