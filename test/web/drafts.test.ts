// A draft through the windows: written, read, approved by others, sent back, and what is said where that is refused.
import { beforeEach, describe, expect, test } from 'vitest';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode, KINDS } from './fake.node.ts';
import { open, type Reader, type Tested } from './windows.ts';

let node: FakeNode;
let tested: Tested;

beforeEach(async () => {
  node = fakeNode({ agreement: AGREEMENT });
  tested = await open(node);
});

const as = async (official: string, language?: string): Promise<Reader & { readonly csrf: string }> => {
  const reader = tested.reader(language);
  return { ...reader, csrf: await reader.signIn(official) };
};

async function written(): Promise<string> {
  const writer = await as('writer');
  const response = await writer.send('/drafts', { csrf: writer.csrf, kind: KINDS.stated, wish: 'a tower' });
  return response.headers.get('location') ?? '';
}

async function digestOn(reader: Reader, path: string): Promise<string> {
  const html = await (await reader.ask(path)).text();
  return /name="digest" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

describe('a draft', () => {
  test('is shown with the exact text that will be signed, and becomes an act with the last approval', async () => {
    const path = await written();
    const draft = (await node.drafts())[0];
    expect(path).toBe(`/drafts/${draft?.id}`);
    const first = await as('first');
    const html = await (await first.ask(path)).text();
    expect(html.replaceAll('&quot;', '"')).toContain(draft?.text);
    expect(html).toContain('After yours, more persons must approve');
    const digest = await digestOn(first, path);
    const half = await first.send(`${path}/approve`, { csrf: first.csrf, digest });
    expect([half.status, half.headers.get('location')]).toEqual([303, path]);
    const after = await (await first.ask(path)).text();
    expect(after).toContain('You have approved it.');
    expect(after).toContain('S. Second, second post');
    expect(after).not.toContain('name="digest"');

    const second = await as('second');
    expect(await (await second.ask(path)).text()).toContain('Approve and sign');
    const whole = await second.send(`${path}/approve`, { csrf: second.csrf, digest });
    expect([whole.status, whole.headers.get('location')]).toEqual([303, '/act/ua/0']);
    expect(await (await second.ask('/act/ua/0')).text()).toContain('a tower');
    expect(await (await second.ask('/drafts')).text()).toContain('href="/act/ua/0"');
  });

  test('shows whoever wrote it no button, and says plainly who may approve', async () => {
    const path = await written();
    const writer = await as('writer');
    const html = await (await writer.ask(path)).text();
    expect(html).toContain('You wrote it, so another person must approve it.');
    expect(html).toContain('F. First, first post');
    expect(html).not.toContain('name="digest"');
  });

  test.each([
    ['writer', 403, 'Your role does not allow this.'],
    ['reader', 403, 'Your role does not allow this.'],
  ])('is not approved by %s, who has no button but asks anyway', async (official, status, says) => {
    const path = await written();
    const digest = (await node.drafts())[0]?.digest ?? '';
    const reader = await as(official);
    const response = await reader.send(`${path}/approve`, { csrf: reader.csrf, digest });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(says);
    expect((await node.drafts())[0]?.approvals).toEqual([]);
  });

  test('is not approved by who wrote it, even with both roles, nor twice by one person', async () => {
    const both = await as('both');
    const made = await both.send('/drafts', { csrf: both.csrf, kind: KINDS.stated, wish: 'mine' });
    const path = made.headers.get('location') ?? '';
    const digest = (await node.drafts())[0]?.digest ?? '';
    const own = await both.send(`${path}/approve`, { csrf: both.csrf, digest });
    expect([own.status, (await own.text()).includes('Another person must.')]).toEqual([409, true]);
    const first = await as('first');
    await first.send(`${path}/approve`, { csrf: first.csrf, digest });
    const again = await first.send(`${path}/approve`, { csrf: first.csrf, digest });
    expect([again.status, (await again.text()).includes('cannot approve twice')]).toEqual([409, true]);
    expect((await node.drafts())[0]?.approvals).toHaveLength(1);
  });

  test('whose text is not the one that was read is not approved', async () => {
    const path = await written();
    const first = await as('first');
    const response = await first.send(`${path}/approve`, { csrf: first.csrf, digest: 'A'.repeat(43) });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('The text has changed since you looked.');
    const json = await first.send(
      `${path}/approve`,
      { csrf: first.csrf, digest: 'x' },
      { headers: { accept: 'application/json' } },
    );
    expect([json.status, await json.json()]).toMatchObject([409, { code: 'draft-changed', status: 409 }]);
  });

  test('goes back with a reason, and is written again from what was typed', async () => {
    const path = await written();
    const first = await as('first');
    const mute = await first.send(`${path}/send-back`, { csrf: first.csrf, reason: '  ' });
    expect(mute.status).toBe(422);
    expect(await mute.text()).toContain('id="field-reason-error"');
    const long = await first.send(`${path}/send-back`, { csrf: first.csrf, reason: 'because '.repeat(200) });
    expect(await long.text()).toContain('because because');
    await first.send(`${path}/send-back`, { csrf: first.csrf, reason: 'too <high>' });
    const writer = await as('writer');
    const html = await (await writer.ask(path)).text();
    expect(html).toContain('too &lt;high&gt;');
    const [, again] = /href="(\/drafts\/new\?[^"]*from=[^"]*)"/.exec(html) ?? [];
    expect(await (await writer.ask(String(again).replaceAll('&amp;', '&'))).text()).toContain('a tower</textarea>');
  });

  test('that nobody knows is not found', async () => {
    const first = await as('first');
    expect((await first.ask('/drafts/d9')).status).toBe(404);
    expect((await first.send('/drafts/d9/approve', { csrf: first.csrf, digest: 'x' })).status).toBe(404);
  });
});

describe('the form', () => {
  test('comes back with what was typed and the error at its field, in the reader’s language', async () => {
    const writer = await as('writer', 'sq');
    const response = await writer.send('/drafts', { csrf: writer.csrf, kind: KINDS.stated, wish: '   ' });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('href="#field-wish"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('Një fushë mban diçka që nuk lexohet dot.');
    const json = await writer.send(
      '/drafts',
      { csrf: writer.csrf, kind: KINDS.stated, wish: '' },
      { headers: { accept: 'application/json' } },
    );
    expect(await json.json()).toMatchObject({ code: 'input-malformed', field: 'wish', detail: 'Write a wish.' });
  });

  test('comes back with a refusal of the whole above it', async () => {
    const writer = await as('writer');
    const response = await writer.send('/drafts', { csrf: writer.csrf, kind: KINDS.stated, wish: 'forbidden' });
    const html = await response.text();
    expect(response.status).toBe(409);
    expect(html).toContain('In the present state of the Agreement this cannot be said.');
    expect(html).toContain('forbidden</textarea>');
  });

  test('comes back where the session has ended meanwhile, and is sent again after signing in', async () => {
    const writer = await as('writer');
    tested.wait(31 * 60 * 1000);
    const late = await writer.send('/drafts', { csrf: writer.csrf, kind: KINDS.stated, wish: 'kept words' });
    const html = await late.text();
    expect(late.status).toBe(401);
    expect(html).toContain('kept words</textarea>');
    expect(html).toContain('href="/sign-in"');
    const csrf = await writer.signIn('writer');
    expect((await writer.send('/drafts', { csrf, kind: KINDS.stated, wish: 'kept words' })).status).toBe(303);
  });

  test('answers the act it was opened from, and no act that is none', async () => {
    const theirs = node.put({ side: 'al' });
    const writer = await as('writer');
    const address = `/drafts/new?kind=${KINDS.answered}&about=${theirs.act.id}`;
    const html = await (await writer.ask(address)).text();
    expect(html).toContain('href="/act/al/0"');
    expect(html).toContain(`name="about" value="${theirs.act.id}"`);
    const fields = { csrf: writer.csrf, kind: KINDS.answered, about: theirs.act.id, wish: 'yes' };
    expect((await writer.send('/drafts', fields)).status).toBe(303);
    expect((await node.drafts())[0]?.header.re).toEqual([{ act: theirs.act.id, role: 'answers' }]);
    expect((await writer.send('/drafts', { ...fields, about: 'A'.repeat(43) })).status).toBe(422);
    expect((await writer.ask(`/drafts/new?kind=${KINDS.answered}`)).status).toBe(409);
    expect((await writer.ask('/drafts/new?kind=none/1')).status).toBe(409);
  });

  test('is not opened by a role that does not write', async () => {
    expect((await (await as('first')).ask(`/drafts/new?kind=${KINDS.stated}`)).status).toBe(403);
    const first = await as('first');
    expect((await first.send('/drafts', { csrf: first.csrf, kind: KINDS.stated, wish: 'x' })).status).toBe(403);
  });

  test('makes a draft for a program too, which gets the twin and its place', async () => {
    const writer = await as('writer');
    const form = (await writer.json(`/drafts/new?kind=${KINDS.stated}`)) as { csrf: string };
    const response = await writer.send(
      '/drafts',
      { csrf: form.csrf, kind: KINDS.stated, wish: 'by hand' },
      { headers: { accept: 'application/json' } },
    );
    expect([response.status, response.headers.get('location')]).toEqual([201, '/drafts/d1']);
    expect(await response.json()).toMatchObject({ id: 'd1', state: 'waiting', body: { wish: 'by hand' } });
  });
});

describe('today', () => {
  test('shows what is asked of this side with its date and reason, and begins the answer', async () => {
    const theirs = node.put({ side: 'al' });
    node.put({ side: 'ua' });
    const writer = await as('writer');
    const html = await (await writer.ask('/today')).text();
    expect(html).toContain('<h1>Tuesday, 24\u00a0November\u00a02026</h1>');
    expect(html).toContain('<time datetime="2026-12-05">');
    expect(html).toContain(`/drafts/new?kind=wish.answered%2F1&amp;about=${theirs.act.id}`);
    const data = await writer.json('/today');
    expect(data['duties']).toMatchObject([{ side: 'ua', because: { side: 'al', index: 0 } }]);
    expect(data['others']).toMatchObject([{ side: 'al', because: { side: 'ua', index: 0 } }]);
  });

  test('shows drafts to those who may approve them and to nobody else', async () => {
    const path = await written();
    const approve = async (reader: Reader): Promise<boolean> =>
      (await (await reader.ask('/today')).text()).includes(`href="${path}"`);
    expect(await approve(await as('first'))).toBe(true);
    expect(await approve(await as('writer'))).toBe(false);
    expect(await approve(tested.reader())).toBe(false);
    expect((await tested.reader().json('/today'))['approve']).toBe(null);
  });
});
