// An outsider, and a body that it is not for, ask every address of a node: nothing of what is hidden is found.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Label } from '../../src/act/act.ts';
import type { Node, OwnNode } from '../../src/node/node.ts';
import { NO_ORDERS, type Orders } from '../../src/node/orders.ts';
import { routesOf } from '../../src/web/routes.ts';
import { type Mailbox, openMailbox, openReceiver, type Receiver } from '../node/post.ts';
import { official } from '../twin/pair.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';
import { STATED } from './probe.ts';
import { openStage, type Stage, type Uttered } from './stage.ts';
import { type Place, READ, readAnswer, walk, WRITTEN } from './walk.ts';

const JSON_TYPE = 'application/json';
const WHO = ['public', 'other'] as const;
type Who = (typeof WHO)[number];
/** From whom each word is hidden; the words stand in every place of an act where a word can stand. */
const HIDDEN: Readonly<Record<string, readonly Who[]>> = {
  canarygreen: ['public'],
  canarynamed: WHO,
  canaryanswer: WHO,
  canarypurpose: WHO,
  canarytheirs: WHO,
};

let stage: Stage;
let mailbox: Mailbox;
let receiver: Receiver;
let tested: Tested;
let readers: Readonly<Record<Who | 'office', Reader>>;
let draft: string;
let calendar: string;
let before: Readonly<Record<Who, ReadonlyMap<string, string>>>;
const said: Uttered[] = [];
const lines: string[] = [];

const ua = (): OwnNode => stage.pair.node('ua').node;
const placeOf = ({ word, index, id }: Uttered): Place => {
  const side = word === 'canarytheirs' ? ('al' as const) : ('ua' as const);
  return { side, index, id, part: `${word}.txt`, draft, calendar };
};
/** What is hidden from somebody: the words, and the ids of the acts. */
const secretsFor = (who: Who): readonly string[] =>
  said.flatMap(({ word, id }) => (HIDDEN[word]?.includes(who) === true ? [word, id] : []));
const addressesOf = (acts: readonly Uttered[]): readonly string[] => [
  ...new Set(acts.flatMap((one) => Object.values(READ).flatMap((of) => of(placeOf(one))))),
];
const hiddenFrom = (who: Who): readonly Uttered[] => said.filter(({ word }) => HIDDEN[word]?.includes(who));
const act = (word: string): Uttered => said.find((one) => one.word === word) as Uttered;

const ordersOf = (): Orders => ({
  ...NO_ORDERS,
  windows: 'https://servanda.example',
  mail: {
    host: '127.0.0.1',
    port: mailbox.port,
    secure: false,
    plain: true,
    from: 'node@ua.example',
    password: undefined,
  },
  people: new Map(
    ['prykladna', 'zrazkovyi', 'other-ua'].map((id) => [id, { mail: `${id}@ua.example`, language: 'en' as const }]),
  ),
  webhooks: [
    { name: 'all', url: `${receiver.url}?all`, secret: new Uint8Array(32), bodies: [] },
    { name: 'office', url: `${receiver.url}?office`, secret: new Uint8Array(32), bodies: ['ua:mfa'] },
  ],
});

/** Keys of data that move by themselves, or that say how long the logs are, which every checkpoint says. */
const MOVING = new Set(
  ['now', 'made', 'logs', 'sizes', 'concordance', 'line', 'csrf'],
);

/** Addresses whose answer follows how often signing in was tried from this machine, and nothing of the record. */
const COUNTED: readonly string[] = ['/sign-in/provider', '/sign-in/provider/return'];

function still(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(still);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !MOVING.has(key))
      .map(([key, inner]) => [key, still(inner)]),
  );
}

/** The addresses that name no act, as data without what moves by itself. */
async function snapshot(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const nowhere: Place = { side: 'ua', index: 0, id: 'A'.repeat(43), part: 'none', draft: 'none', calendar };
  const kept = new Map<string, string>();
  for (const [path, of] of Object.entries(READ)) {
    if ((path.includes(':') && !path.startsWith('/agreement/')) || COUNTED.includes(path)) continue;
    for (const address of of(nowhere).filter((one) => !one.includes('format='))) {
      const answer = await reader.ask(address, { headers: { accept: JSON_TYPE } });
      const text = await answer.text();
      kept.set(address, text.startsWith('{') ? JSON.stringify(still(JSON.parse(text))) : text);
    }
  }
  return kept;
}

beforeAll(async () => {
  [mailbox, receiver] = [await openMailbox(), await openReceiver()];
  // One object as long as nothing changes, as an operator's file gives it: connections are kept by it.
  const orders = ordersOf();
  stage = await openStage({
    say: (line) => lines.push(line),
    orders: (side) => (side === 'ua' ? orders : NO_ORDERS),
  });
  await stage.utter('ua', { word: 'plain', label: {} });
  await stage.utter('al', { word: 'theirs', label: {} });
  await stage.pair.settled();
  tested = await open(ua());
  const [outside, other, office] = [tested.reader('en'), tested.reader('en'), tested.reader('en')];
  readers = { public: outside, other, office };
  const csrf = await other.signIn('other-ua');
  await office.signIn('prykladna');
  await stage.pair.node('ua').watch();
  const opened = await (await other.send('/duties/calendars', { csrf, scope: 'body' })).text();
  calendar = /\/calendar\/[A-Za-z0-9_-]{43}\.ics/.exec(opened)?.[0] ?? '';
  before = { public: await snapshot(outside), other: await snapshot(other) };
  const named = (): Partial<Label> => ({ tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] });
  said.push(await stage.utter('ua', { word: 'canarygreen', label: { tlp: 'GREEN' } }));
  const first = await stage.utter('ua', { word: 'canarynamed', label: named() });
  const re = [{ act: first.id, role: 'answers' }];
  said.push(first, await stage.utter('ua', { word: 'canaryanswer', label: named(), re }));
  said.push(await stage.utter('ua', { word: 'canarypurpose', label: { purpose: ['relief'] } }));
  said.push(await stage.utter('al', { word: 'canarytheirs', label: named() }));
  await stage.pair.settled();
  const written = await ua().write(official(stage.pair, 'ua', 'drafter', 1), STATED.id, undefined, { word: ['x'] });
  draft = written.id;
  await stage.pair.node('ua').watch();
});
afterAll(async () => {
  tested.windows.close();
  await stage.pair.close();
  await Promise.all([mailbox.close(), receiver.close()]);
});

test('every route of the table has a row in the walk, and every row a route', () => {
  const routes = routesOf(ua());
  const of = (method: string): readonly string[] =>
    routes.filter((one) => one.method === method).map(({ path }) => path);
  expect(new Set(of('GET'))).toEqual(new Set(Object.keys(READ)));
  expect(new Set(of('POST'))).toEqual(new Set(Object.keys(WRITTEN)));
});

describe.each(WHO)('to the %s', (who) => {
  test('no address shows a word or an id of what is hidden', async () => {
    // Pages are drawn from the data alone: one observer reads both, the other the data.
    const accepts = who === 'public' ? ['text/html', JSON_TYPE] : [JSON_TYPE];
    expect(await walk(readers[who], addressesOf(hiddenFrom(who)), secretsFor(who), accepts)).toEqual([]);
  });

  test('what is hidden answers as what is not there', async () => {
    const ghost: Place = { side: 'ua', index: 4321, id: 'A'.repeat(43), part: 'ghost.txt', draft: 'ghost', calendar };
    const bare = (text: string, of: Place): string =>
      [of.id, of.part, /\d+/g, /\b(ua|al)\b/g].reduce<string>((left, name) => left.replaceAll(name, '#'), text);
    const answerOf = async (address: string, of: Place): Promise<string> =>
      bare(await readAnswer(await readers[who].ask(address, { headers: { accept: JSON_TYPE } })), of);
    for (const one of hiddenFrom(who)) {
      for (const [path, of] of Object.entries(READ).filter(([name]) => name.startsWith('/act/'))) {
        const [asked, nothing] = [of(placeOf(one)), of(ghost)];
        for (const [i, address] of asked.entries()) {
          const none = await answerOf(nothing[i] ?? '', ghost);
          expect([path, await answerOf(address, placeOf(one))]).toEqual([path, none]);
        }
      }
    }
  });

  test('no count, list or date of a page has moved since before it was recorded', async () => {
    const after = await snapshot(readers[who]);
    const seen = said.filter(({ word }) => HIDDEN[word]?.includes(who) === false);
    for (const [address, text] of after) {
      if (seen.length === 0) expect([address, text]).toEqual([address, before[who].get(address)]);
      else expect([address, /canary(?!green)\w/.test(text)]).toEqual([address, false]);
    }
  });

  test('nothing that is sent to a form brings it out', async () => {
    const token = await readers[who].token('/sign-in');
    for (const one of hiddenFrom(who)) {
      for (const [path, { to, fields }] of Object.entries(WRITTEN)) {
        if (path === '/sign-out') continue;
        for (const address of to(placeOf(one))) {
          const sent = await readers[who].send(address, { csrf: token, ...fields(placeOf(one)) });
          expect([path, (await readAnswer(sent)).includes(one.word)]).toEqual([path, false]);
        }
      }
    }
  });
});

test('the treaty office finds it at the same addresses: the walk can find', async () => {
  const named = act('canarynamed');
  const found = await walk(readers.office, addressesOf([named]), [named.word, named.id], [JSON_TYPE]);
  const addresses = found.map(({ address }) => address);
  for (const path of ['/today', '/record', '/duties', '/probes']) expect(addresses).toContain(path);
  expect(new Set(addresses).size).toBeGreaterThan(8);
});

/** A node that forgets, in one of its answers, for whom it was asked. */
const FORGETFUL: Readonly<Record<string, (node: OwnNode) => Node>> = {
  look: (node) => ({ ...node, look: () => node.look() }),
  record: (node) => ({ ...node, look: () => node.look(), record: async () => await node.record() }),
  actFile: (node) => ({
    ...node,
    actAt: async (side, index) => await node.actAt(side, index),
    actFile: async (id) => await node.actFile(id),
  }),
  duties: (node) => ({ ...node, duty: { ...node.duty, duties: async () => await node.duty.duties() } }),
};

test.each(Object.keys(FORGETFUL))('a node that forgets for whom it is asked at %s is found out', async (name) => {
  const windows = await open((FORGETFUL[name] as (node: OwnNode) => Node)(ua()));
  const reader = windows.reader('en');
  const addresses = addressesOf([act('canarynamed')]).filter((one) => !one.includes('format='));
  const found = await walk(reader, addresses, secretsFor('public'), [JSON_TYPE]);
  windows.windows.close();
  expect(found.length).toBeGreaterThan(0);
});

test('no mail and no webhook quotes what its receiver may not see', async () => {
  const { id, index } = act('canarytheirs');
  const told = (): readonly string[] => {
    const quoting = mailbox.mails.filter(({ text }) => text.includes(`Because of: AL ${index}\r\n`));
    return [...new Set(quoting.flatMap(({ to }) => to))].toSorted((a, b) => (a < b ? -1 : 1));
  };
  // Notices are durable when the watch has looked; the mails of them leave one after another.
  await expect.poll(told, { timeout: 30_000 }).toEqual(['prykladna@ua.example', 'zrazkovyi@ua.example']);
  // The official of a body that it is not for is told that something is due, and not what.
  const bare = (): number =>
    mailbox.mails.filter(({ to, text }) => to.includes('other-ua@ua.example') && !text.includes('Because')).length;
  await expect.poll(bare, { timeout: 30_000 }).toBeGreaterThan(0);
  const hooks = (): readonly string[] =>
    receiver.got.filter(({ body }) => body.includes(id)).map(({ path }) => path);
  await expect.poll(hooks, { timeout: 30_000 }).toEqual(['/duties?office']);
  expect(receiver.got.filter(({ path }) => path === '/duties?all').length).toBeGreaterThan(0);
});

test('no line of the log carries a word of an act', async () => {
  const broken = async (): Promise<never> => await Promise.reject(new Error('canarynamed at canarypurpose'));
  const failing: Node = { ...ua(), record: broken };
  const windows = await open(failing);
  const answer = await windows.reader('en').ask('/record?q=canarygreen');
  windows.windows.close();
  expect(answer.status).toBe(500);
  expect(windows.said.length).toBeGreaterThan(0);
  for (const line of [...lines, ...tested.said, ...windows.said]) expect(line).not.toMatch(/canary/i);
});
