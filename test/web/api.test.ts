// The interface for programs on two real nodes: its document and the route table say the same, and answers keep to it.
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../src/agreement/csv.ts';
import { readXml } from '../../src/agreement/xml.ts';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import type { Draft } from '../../src/node/node.ts';
import type { Route } from '../../src/web/ask.ts';
import { tableNames } from '../../src/web/csv.ts';
import { type OpenApi, templateOf } from '../../src/web/openapi.ts';
import { routesOf } from '../../src/web/routes.ts';
import { ITEM_GIVEN } from '../../src/ways/exchange/kinds.ts';
import { ITEM } from '../twin/exchange.ts';
import { official, openPair, type Pair, say } from '../twin/pair.ts';
import { tellStory } from '../twin/story.ts';
import { questions } from './asked.ts';
import { open, type Reader, type Tested } from './windows.ts';

const LIMIT = 120_000;
/** Milliseconds that the random questions may take, and how many there are. */
const RUNS_TIME = 15_000;
const RUNS = 300;

let pair: Pair;
let tested: Tested;
let routes: readonly Route[];
let document: OpenApi;
let stranger: Reader;
let drafter: Reader;
let auditor: Reader;
/** What stands for the parameters of an address, by template: real ones, so that there is something to answer. */
let known: Readonly<Record<string, readonly string[]>>;

/** A draft of an item that is public and carries a file. */
async function draftWithFile(): Promise<Draft> {
  const { node } = pair.node('ua');
  const by = official(pair, 'ua', 'drafter');
  const content = (async function* () {
    yield await Promise.resolve(new Uint8Array(3000));
  })();
  const large = await node.files.take(by, { name: 'EXERCISE.img', type: '', content });
  const typed = { ...ITEM, reach: ['everyone'], purpose: [] };
  const files = { file: { name: 'EXERCISE.img', bytes: new Uint8Array(), large } };
  const draft = await node.write(by, ITEM_GIVEN.id, undefined, typed, files);
  await node.files.drop(large);
  return draft;
}

beforeAll(async () => {
  pair = await openPair();
  await tellStory(pair);
  await say(pair, 'ua', BODY_DESIGNATED.id, { body: ['ua:nmaa'], provisions: ['58, 59'], from: ['2026-08-28'] });
  await pair.settled();
  const { node } = pair.node('ua');
  const typed = { body: ['ua:mod'], provisions: ['9'], from: ['2026-08-28'] };
  const draft = await node.write(official(pair, 'ua', 'drafter'), BODY_DESIGNATED.id, undefined, typed);
  const given = await draftWithFile();
  const done = await node.approve(official(pair, 'ua', 'approver'), given.id, given.digest);
  const file = `/act/ua/${(await node.look().act(done.act ?? ''))?.act.index ?? ''}`;
  const carried = await draftWithFile();
  const [act] = await node.look().acts({ kind: NOTIFICATION_GIVEN.id, side: 'ua' });
  const index = String(act?.act.index);
  tested = await open(node);
  routes = routesOf(node);
  stranger = tested.reader();
  drafter = tested.reader();
  await drafter.signIn(official(pair, 'ua', 'drafter').id);
  auditor = tested.reader();
  await auditor.signIn(pair.seats.ua.officials.find(({ roles }) => roles.includes('auditor'))?.id ?? '');
  document = (await stranger.json('/openapi.json')) as unknown as OpenApi;
  known = {
    '/agreement/{id}': ['/agreement/59'],
    '/act/{id}': [`/act/${act?.act.id}`],
    '/act/{side}/{index}': [`/act/ua/${index}`, '/act/al/0'],
    '/act/{side}/{index}/part/{name}': [`/act/ua/${index}/part/body`],
    '/act/{side}/{index}/note/{language}': [`/act/ua/${index}/note/uk`],
    '/act/{side}/{index}/file': [`${file}/file`],
    '/act/{side}/{index}/chunk/{n}': [`${file}/chunk/0`],
    '/policy/{side}': ['/policy/al'],
    '/drafts/{id}': [`/drafts/${draft.id}`],
    '/drafts/{id}/file': [`/drafts/${carried.id}/file`],
    '/drafts/{id}/chunk/{n}': [`/drafts/${carried.id}/chunk/0`],
    '/drafts/{id}/part/{name}': [`/drafts/${draft.id}/part/body`],
    '/drafts/{id}/note/{language}': [`/drafts/${draft.id}/note/en`],
    '/drafts/new': [`/drafts/new?kind=${encodeURIComponent(BODY_DESIGNATED.id)}`],
    '/calendar/{secret}': [`/calendar/${await node.duty.openFeed(official(pair, 'ua', 'drafter'), 'mine')}.ics`],
    '/%C2%B6/{id}': ['/¶/59'],
    '/p/{id}': ['/p/59'],
  };
}, LIMIT);
afterAll(async () => await pair.close());

/** Addresses of a route at which there is something. */
function addressesOf(route: Route): readonly string[] {
  const template = templateOf(route.path);
  const end = /\/[a-z]+$/.exec(template)?.[0] ?? '';
  const found = known[template] ?? known[template.slice(0, -end.length)]?.map((path) => `${path}${end}`);
  if (found !== undefined) return found;
  expect(template, 'an address with parameters needs an example here').not.toContain('{');
  return [route.path];
}

/** What a provider is for: a demonstration has none, and says so. */
const OF_PROVIDERS = ['/sign-in/provider', '/sign-in/provider/return'];

const reading = (): readonly Route[] => routes.filter(({ method }) => method === 'GET');
/** Whoever may ask at a route: the log of readings and the people are for those who look after the others. */
function readersOf({ path, who }: Route): readonly Reader[] {
  if (who === 'warden' || path === '/readings') return [auditor];
  return who === 'anyone' ? [stranger, drafter] : [drafter];
}
const withFormat = (path: string, format: string): string => `${path}${path.includes('?') ? '&' : '?'}format=${format}`;

describe('the document of the interface', () => {
  test('has every route of the table and no other', () => {
    const said = Object.entries(document.paths).flatMap(([path, at]) => Object.keys(at).map((one) => `${one} ${path}`));
    const routed = routes.map(({ method, path }) => `${method.toLowerCase()} ${templateOf(path)}`);
    expect(said.toSorted()).toEqual(routed.toSorted());
    const ids = Object.values(document.paths).flatMap((at) => Object.values(at).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('refers to nothing that does not stand in it, and names only lists that are lists', () => {
    const text = JSON.stringify(document);
    // The places of a tuple, as drafts of JSON Schema before 2020-12 had them.
    expect(text).not.toContain('"items":[');
    for (const [, kind, name] of text.matchAll(/"#\/components\/(schemas|responses)\/([^"]+)"/g)) {
      expect(document.components[kind as 'schemas'], name).toHaveProperty(name as string);
    }
    for (const { path, says } of routes) {
      for (const list of says.is === 'page' ? (says.lists ?? []) : []) {
        expect(says.is === 'page' && tableNames(says.data, list), `${path} ${list}`).toBeInstanceOf(Array);
      }
    }
  });

  test.each(['en', 'uk', 'sq'] as const)('is read by people in %s, every address of it', async (language) => {
    const html = await (await tested.reader(language).ask('/docs/api')).text();
    expect(html).toContain(`<html lang="${language}">`);
    for (const at of Object.values(document.paths)) {
      for (const { operationId } of Object.values(at)) expect(html).toContain(`id="${operationId}"`);
    }
    expect(html).not.toMatch(/>api\.[a-z-]+</);
  });
});

describe('every answer that is read', () => {
  test('is as the document says, for a stranger and for an official', async () => {
    for (const route of reading()) {
      const { says } = route;
      const data = says.is === 'page' || says.is === 'data' ? Compile(says.data) : undefined;
      for (const path of addressesOf(route)) {
        for (const reader of readersOf(route)) {
          const answer = await reader.ask(path, { headers: { accept: 'application/json' } });
          if (OF_PROVIDERS.includes(path)) {
            expect(answer.status, path).toBe(403);
          } else if (says.is === 'elsewhere') {
            expect(answer.status, path).toBe(303);
          } else if (data === undefined) {
            expect([answer.status, (says as { readonly types: readonly string[] }).types], path).toEqual([
              200,
              expect.arrayContaining([answer.headers.get('content-type')?.split(';')[0]]),
            ]);
          } else {
            const value: unknown = await answer.json();
            expect([answer.status, data.Errors(value).slice(0, 3)], path).toEqual([200, []]);
          }
        }
      }
    }
    expect(tested.said).toEqual([]);
  }, LIMIT);

  test('gives each of its lists as a table with the columns of the schema, and its feed as XML', async () => {
    let [tables, feeds] = [0, 0];
    for (const route of reading().filter(({ says }) => says.is === 'page')) {
      const says = route.says as Extract<Route['says'], { readonly is: 'page' }>;
      const [path = ''] = addressesOf(route);
      const [reader = drafter] = readersOf(route).toReversed();
      for (const list of says.lists ?? []) {
        const answer = await reader.ask(`${withFormat(path, 'csv')}&list=${list}`);
        const text = await answer.text();
        expect([answer.status, answer.headers.get('content-type')], `${path} ${list}`).toEqual([
          200,
          'text/csv; charset=utf-8; header=present',
        ]);
        readTable(text, tableNames(says.data, list) ?? []);
        tables += 1;
      }
      for (const form of says.forms ?? []) {
        const answer = await reader.ask(withFormat(path, form));
        if (form === 'ics' && route.path === '/dialogue/document') continue;
        expect(answer.status, `${path} ${form}`).toBe(200);
        if (form !== 'atom') continue;
        expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
        expect(readXml(await answer.text(), 'http://www.w3.org/2005/Atom').name).toBe('feed');
        feeds += 1;
      }
    }
    expect([tables > 30, feeds > 6]).toEqual([true, true]);
    expect(tested.said).toEqual([]);
  }, LIMIT);
});

test('whatever is asked by chance fails nowhere, and is answered as the document says', async () => {
  const csrf = await drafter.token('/duties');
  // Whoever sends the forms that begin and end a session would sign the reader out for all the questions after it.
  const session = /^\/(?:sign-in|sign-out|session)(?:\/|$)/;
  const asked = fc.asyncProperty(questions(document, session), async (question) => {
    const { method, address, accept, form, signedIn, withToken, fits, answers } = question;
    const fields = new URLSearchParams({ ...form, ...(withToken ? { csrf } : {}) });
    const body = method === 'POST' ? { body: fields } : {};
    const answer = await (signedIn ? drafter : stranger).ask(address, { method, headers: { accept }, ...body });
    const bytes = await answer.arrayBuffer();
    expect(answer.status).toBeLessThan(500);
    if (!fits) return;
    expect(Object.keys(answers)).toContain(String(answer.status));
    const type = answer.headers.get('content-type')?.split(';')[0];
    if (bytes.byteLength > 0) expect(answers[answer.status]).toContain(type);
  });
  await fc.assert(asked, { numRuns: RUNS, interruptAfterTimeLimit: RUNS_TIME });
  expect(tested.said).toEqual([]);
}, LIMIT);
