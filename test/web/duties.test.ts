// Duties through the windows: the page and its forms, what is refused beside its form, and the calendar by its secret.
import { beforeEach, describe, expect, test } from 'vitest';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode } from './fake.node.ts';
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

const SHIFT = {
  official: 'writer',
  'shift-starts-date': '2026-11-24',
  'shift-starts-time': '08:00',
  'shift-ends-date': '2026-11-24',
  'shift-ends-time': '20:00',
};

describe('the page of duties', () => {
  test('shows anyone the duties, and only who has signed in the roster and the notices', async () => {
    const stranger = await (await tested.reader().ask('/duties')).text();
    expect(stranger).toContain('id="own-rows"');
    expect(stranger).not.toContain('id="roster-rows"');
    expect((await tested.reader().json('/duties'))['desk']).toBeNull();
    const { ask } = await as('reader');
    const html = await (await ask('/duties')).text();
    expect(html).toContain('id="roster-rows"');
    // Only an approver sets the roster.
    expect(html).not.toContain('name="shift-starts-date"');
  });

  test('takes a shift in the hours of this seat, shows it, and ends it', async () => {
    const head = await as('first');
    const answer = await head.send('/duties/shifts', { csrf: head.csrf, ...SHIFT });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/duties']);
    expect(await node.duty.shifts()).toMatchObject([
      { official: 'writer', body: 'ua:mfa', starts: '2026-11-24T06:00:00Z', ends: '2026-11-24T18:00:00Z' },
    ]);
    expect(await (await head.ask('/duties')).text()).toContain('W. Writer');
    await head.send('/duties/shifts/shift-0/end', { csrf: head.csrf });
    expect(await node.duty.shifts()).toEqual([]);
  });

  test('says beside the form what is wrong with it, and keeps what was typed', async () => {
    const head = await as('first');
    const bad = { ...SHIFT, 'shift-starts-date': '2026-02-31' };
    const answer = await head.send('/duties/shifts', { csrf: head.csrf, ...bad });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('There is no 31 February 2026');
    expect(html).toContain('href="#field-shift-starts-date"');
    expect(html).toContain('value="2026-02-31"');
    expect(await node.duty.shifts()).toEqual([]);
  });

  test('takes a deputy from the official alone, and no form without its token', async () => {
    const writer = await as('writer');
    const span = Object.fromEntries(
      Object.entries(SHIFT).map(([name, at]) => [name.replace('shift', 'delegation'), at]),
    );
    const without = await writer.send('/duties/delegations', { ...span, deputy: 'first' });
    expect(without.status).toBe(403);
    await writer.send('/duties/delegations', { csrf: writer.csrf, ...span, deputy: 'first' });
    expect(await node.duty.delegations()).toMatchObject([{ official: 'writer', deputy: 'first' }]);
  });

  test('has each of its words in three languages', async () => {
    for (const [language, title] of [
      ['en', 'Duties'],
      ['uk', 'Завдання'],
      ['sq', 'Detyrat'],
    ] as const) {
      const { ask } = await as('first', language);
      const html = await (await ask('/duties')).text();
      expect(html).toContain(`<h1>${title}</h1>`);
      expect(html).not.toMatch(/duties\.[a-z-]+</);
    }
  });
});

describe('a calendar', () => {
  test('is read by whoever has its secret, unfolds to dated duties, and is gone once closed', async () => {
    node.put({ side: 'al' });
    const writer = await as('writer');
    const opened = await (await writer.send('/duties/calendars', { csrf: writer.csrf, scope: 'mine' })).text();
    const address = /\/calendar\/[A-Za-z0-9_-]{43}\.ics/.exec(opened)?.[0] ?? '';
    expect(address).not.toBe('');
    // Shown once: the page asked for again says nothing of it.
    expect(await (await writer.ask('/duties')).text()).not.toContain(address);
    const stranger = tested.reader();
    const answer = await stranger.ask(address);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    const [dated] = (await node.duty.duties()).filter(({ side, due }) => side === 'ua' && due !== undefined);
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text.replaceAll('\r\n ', '')).toContain(`DTSTART;VALUE=DATE:${(dated?.due ?? '').replaceAll('-', '')}`);
    expect(text).toContain('SUMMARY:EXERCISE');
    await writer.send('/duties/calendars/close', { csrf: writer.csrf });
    expect((await stranger.ask(address)).status).toBe(404);
    expect((await stranger.ask(`/calendar/${'B'.repeat(43)}.ics`)).status).toBe(404);
  });
});
