// An outsider, and a body that it is not for, ask every address of a node: nothing of what is hidden is found.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Label } from '../../src/act/act.ts';
import type { Node, OwnNode } from '../../src/node/node.ts';
import { NO_ORDERS, type Orders } from '../../src/node/orders.ts';
import { routesOf } from '../../src/web/routes.ts';
import { type Mailbox, openMailbox, openReceiver, type Receiver } from '../node/post.ts';
import { type Everyone, openEveryone } from '../setup/everyone.ts';
import { ITEM, tellIn } from '../twin/exchange.ts';
import { official } from '../twin/pair.ts';
import { openSeals } from '../twin/seals.ts';
import { type AtPublic, openWindow } from '../web/everyone.ts';
import { ITEM_GIVEN } from '../../src/ways/exchange/kinds.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';
import { STATED } from './probe.ts';
import { PUBLIC_READ } from './everyone.ts';
import { openStage, type Stage, type Uttered } from './stage.ts';
import { inForms, type Place, READ, readAnswer, walk, WRITTEN } from './walk.ts';

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
  canaryamber: WHO,
  canarydesk: WHO,
};

/** Words that are sealed: on both nodes, and at desks alone. */
const ABOVE: readonly string[] = ['canaryamber', 'canarydesk'];

let stage: Stage;
let everyone: Everyone;
let at: AtPublic;
let publicBefore: ReadonlyMap<string, string>;
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
  // What is said above ring A stands in a content.
  const part = ABOVE.includes(word) ? 'content' : `${word}.txt`;
  return { side, index, id, part, word, draft, calendar };
};
/** What is hidden from somebody: the words, and the ids of the acts. */
const secretsFor = (who: Who): readonly string[] =>
  said.flatMap(({ word, id }) => (HIDDEN[word]?.includes(who) === true ? [word, id] : []));
/** Every address that is read, in every form that its route can be asked for. */
function addressesOf(acts: readonly Uttered[]): readonly string[] {
  const routes = new Map(routesOf(ua()).flatMap((one) => (one.method === 'GET' ? [[one.path, one] as const] : [])));
  const all = acts.flatMap((one) =>
    Object.entries(READ).flatMap(([path, of]) => {
      const route = routes.get(path);
      return of(placeOf(one)).flatMap((address) => (route === undefined ? [address] : inForms(route, address)));
    }),
  );
  return [...new Set(all)];
}
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
  ['now', 'made', 'logs', 'sizes', 'noted', 'concordance', 'line', 'csrf'],
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

/** Where nothing is. */
const NOWHERE: Place = {
  side: 'ua', index: 0, id: 'A'.repeat(43), part: 'ghost', word: 'ghost', draft: 'ghost', calendar: 'ghost',
};

/** The addresses that name no act, as data without what moves by itself. */
async function snapshot(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const nowhere: Place = { ...NOWHERE, calendar };
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

/** What the public window answers at the addresses that name no act. */
async function publicSnapshot(): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for (const [path, of] of Object.entries(PUBLIC_READ)) {
    if (path.startsWith('/act/') || path === '/assess') continue;
    for (const address of of(NOWHERE).filter((one) => !one.includes('format='))) {
      at.wait(120_000);
      const text = await (await at.ask(address, { accept: JSON_TYPE })).text();
      kept.set(address, text.startsWith('{') ? JSON.stringify(still(JSON.parse(text))) : text);
    }
  }
  return kept;
}

/** An item as it was said. */
async function itemSaid(word: string, id: string): Promise<Uttered> {
  return { word, id, label: {}, index: (await ua().look().act(id))?.act.index ?? -1 };
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
  const seals = await openSeals(stage.pair);
  everyone = await openEveryone(stage.pair, 'ua');
  at = await openWindow(everyone.record);
  tested = await open(ua());
  const [outside, other, office] = [tested.reader('en'), tested.reader('en'), tested.reader('en')];
  readers = { public: outside, other, office };
  const csrf = await other.signIn('other-ua');
  await office.signIn('prykladna');
  await stage.pair.node('ua').watch();
  const opened = await (await other.send('/duties/calendars', { csrf, scope: 'body' })).text();
  calendar = /\/calendar\/[A-Za-z0-9_-]{43}\.ics/.exec(opened)?.[0] ?? '';
  before = { public: await snapshot(outside), other: await snapshot(other) };
  publicBefore = await publicSnapshot();
  const named = (): Partial<Label> => ({ tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] });
  said.push(await stage.utter('ua', { word: 'canarygreen', label: { tlp: 'GREEN' } }));
  const first = await stage.utter('ua', { word: 'canarynamed', label: named() });
  const re = [{ act: first.id, role: 'answers' }];
  said.push(first, await stage.utter('ua', { word: 'canaryanswer', label: named(), re }));
  said.push(await stage.utter('ua', { word: 'canarypurpose', label: { purpose: ['relief'] } }));
  said.push(await stage.utter('al', { word: 'canarytheirs', label: named() }));
  const given = { ...ITEM, purpose: [] };
  const amber = { ...given, reach: ['sealed'], title: ['canaryamber'], facts: ['canaryamber'] };
  said.push(await itemSaid('canaryamber', await tellIn(stage.pair, 'ua', ITEM_GIVEN.id, amber)));
  const words = { title: 'canarydesk', facts: 'canarydesk' };
  const desk = { ...given, reach: ['desk'] };
  said.push(await itemSaid('canarydesk', await seals.tell('ua', ITEM_GIVEN.id, desk, words)));
  await stage.pair.settled();
  const written = await ua().write(official(stage.pair, 'ua', 'drafter', 1), STATED.id, undefined, { word: ['x'] });
  draft = written.id;
  await stage.pair.node('ua').watch();
});
afterAll(async () => {
  tested.windows.close();
  at.window.close();
  await everyone.stop();
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
    const ghost: Place = { ...NOWHERE, index: 4321, part: 'ghost.txt', calendar };
    const bare = (text: string, of: Place): string =>
      [of.id, `/${of.part}`, /\d+/g, /\b(ua|al)\b/g].reduce<string>((left, name) => left.replaceAll(name, '#'), text);
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

test('the treaty office finds it at the same addresses: the walk can find; no word that a desk sealed', async () => {
  const [named, amber, desk] = ['canarynamed', 'canaryamber', 'canarydesk'].map(act) as [Uttered, Uttered, Uttered];
  const secrets = [named.word, named.id, amber.word, desk.word, desk.id];
  const found = await walk(readers.office, addressesOf([named, amber, desk]), secrets, [JSON_TYPE]);
  const at = (...of: readonly string[]): readonly string[] =>
    found.flatMap(({ address, secret }) => (of.includes(secret) ? [address] : []));
  for (const path of ['/today', '/record', '/duties', '/probes']) expect(at(named.word, named.id)).toContain(path);
  expect(new Set(at(named.word, named.id)).size).toBeGreaterThan(8);
  expect(at(amber.word).length).toBeGreaterThan(2);
  // That it is there, and sealed, the office sees as well.
  expect([at(desk.word), at(desk.id).length > 4]).toEqual([[], true]);
});

describe('at the public window', () => {
  test('no address of its table shows a word or an id of what is hidden', async () => {
    const secrets = secretsFor('public');
    const found: string[] = [];
    const paths = at.window.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(Object.keys(PUBLIC_READ)));
    const asked = said.flatMap((one) => Object.values(PUBLIC_READ).flatMap((of) => of(placeOf(one))));
    for (const address of new Set(asked)) {
      for (const accept of ['text/html', JSON_TYPE]) {
        at.wait(120_000);
        const words = (await readAnswer(await at.ask(address, { accept }))).toLowerCase();
        const shown = secrets.filter((one) => words.includes(one.toLowerCase()) && !address.includes(one));
        found.push(...shown.map((one) => `${address} ${one}`));
      }
    }
    expect(found).toEqual([]);
  });

  test('no count, list, figure or date has moved since before it was recorded', async () => {
    for (const [address, text] of await publicSnapshot()) {
      expect([address, text]).toEqual([address, publicBefore.get(address)]);
    }
  });
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
