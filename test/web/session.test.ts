// One's own session: for what purpose it is open, in which office, what it shows, and whose drafts it does not.
import { beforeEach, describe, expect, test } from 'vitest';
import { maySee } from '../../src/agreement/sight.ts';
import { SESSION_WHOLE } from '../../src/web/limits.ts';
import { sessions, sightOf } from '../../src/web/session.ts';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode, KINDS, OFFICIALS } from './fake.node.ts';
import { open, type Reader, type Tested } from './windows.ts';

let node: FakeNode;
let tested: Tested;

beforeEach(async () => {
  node = fakeNode({ agreement: AGREEMENT });
  tested = await open(node);
});

const cookieOf = (reader: Reader): string | undefined => reader.cookies.get('servanda-ua');

describe('a session', () => {
  test('is open for no purpose until one of the agreement’s is named, and then says so on every page', async () => {
    const reader = tested.reader();
    await reader.signIn('reader');
    expect(await (await reader.ask('/record')).text()).toContain('no purpose');
    const before = cookieOf(reader);
    const csrf = await reader.token('/session');
    const done = await reader.send('/session/purpose', { csrf, purpose: 'crime' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/session']);
    expect(cookieOf(reader)).not.toBe(before);
    expect(await (await reader.ask('/record')).text()).toContain('for: combating and preventing crime');
    expect(await reader.json('/session')).toMatchObject({ purpose: 'crime', official: { id: 'reader' } });
  });

  test('takes no purpose from outside the list', async () => {
    const reader = tested.reader();
    const csrf = await reader.signIn('reader');
    expect((await reader.send('/session/purpose', { csrf, purpose: 'curiosity' })).status).toBe(422);
    expect(await reader.json('/session')).toMatchObject({ purpose: null });
  });

  test('goes on in another office of the same person, without the purpose of the first', async () => {
    const reader = tested.reader();
    await reader.signIn('twice');
    await reader.send('/session/purpose', { csrf: await reader.token('/session'), purpose: 'crime' });
    await reader.send('/session/office', { csrf: await reader.token('/session'), office: 'twice-elsewhere' });
    expect(await reader.json('/session')).toMatchObject({ purpose: null, official: { body: 'ua:nmaa' } });
  });

  test('is not turned into the office of somebody else', async () => {
    const reader = tested.reader();
    const csrf = await reader.signIn('reader');
    expect((await reader.send('/session/office', { csrf, office: 'first' })).status).toBe(422);
    expect(await reader.json('/session')).toMatchObject({ official: { id: 'reader' } });
  });

  test('keeps its whole time when it is turned', () => {
    let now = 0;
    const held = sessions(() => now);
    let id = held.begin({ official: 'a', purpose: undefined });
    for (; now < SESSION_WHOLE; now += 1_000_000) id = held.turn(id, { official: 'a', purpose: 'crime' }) ?? 'over';
    now = SESSION_WHOLE + 1;
    expect(held.turn(id, { official: 'a', purpose: undefined })).toBeUndefined();
    expect(held.session(id)).toBeUndefined();
  });
});

describe('who looks', () => {
  const marked = { label: { tlp: 'GREEN', rel: ['UA'], purpose: ['crime'] }, by: 'ua:mfa', to: [] } as const;
  const label = { ...marked.label, rel: [...marked.label.rel], purpose: [...marked.label.purpose] };
  const may = (official: (typeof OFFICIALS)[number] | undefined, purpose: string | undefined): boolean =>
    maySee(sightOf('ua', official, purpose), { ...marked, label, to: [] });

  test('is of the body and the purpose of their session, and an operator is the public', () => {
    const reader = OFFICIALS.find(({ id }) => id === 'reader');
    const operator = OFFICIALS.find(({ id }) => id === 'operator');
    expect([may(reader, 'crime'), may(reader, 'cyber'), may(reader, undefined)]).toEqual([true, false, false]);
    expect([may(operator, 'crime'), may(undefined, 'crime')]).toEqual([false, false]);
  });
});

describe('a draft on the desk of another body', () => {
  const elsewhere = async (): Promise<Reader> => {
    const reader = tested.reader();
    await reader.signIn('elsewhere');
    return reader;
  };

  test('is in no list, at no address, in no form, and cannot be decided on', async () => {
    const writer = tested.reader();
    const csrf = await writer.signIn('writer');
    const made = await writer.send('/drafts', { csrf, kind: KINDS.stated, wish: 'a hidden tower' });
    const path = made.headers.get('location') ?? '';
    const reader = await elsewhere();
    expect(await (await reader.ask('/drafts')).text()).not.toContain(path);
    for (const at of [path, `${path}/part/body`, `${path}/note/en`]) {
      expect((await reader.ask(at)).status, at).toBe(404);
    }
    const id = path.split('/').at(-1);
    const form = await reader.ask(`/drafts/new?kind=${encodeURIComponent(KINDS.stated)}&from=${id}`);
    expect(await form.text()).not.toContain('a hidden tower');
    const token = await reader.token('/session');
    const digest = (await node.drafts())[0]?.digest ?? '';
    expect((await reader.send(`${path}/approve`, { csrf: token, digest })).status).toBe(404);
    expect((await reader.send(`${path}/send-back`, { csrf: token, reason: 'x' })).status).toBe(404);
    expect((await node.drafts())[0]).toMatchObject({ state: 'waiting', approvals: [] });
  });

  test('is no business of an operator, who sees no drafts at all', async () => {
    const reader = tested.reader();
    await reader.signIn('operator');
    expect((await reader.ask('/drafts')).status).toBe(403);
    expect((await reader.ask('/session')).status).toBe(200);
  });
});
