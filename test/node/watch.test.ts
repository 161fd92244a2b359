// The watch and the notifier in a real node: a real mail server, a real webhook, each step told once to whom it must.
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Duty } from '../../src/act/duty.ts';
import type { Area } from '../../src/area.ts';
import { AREAS } from '../../src/areas/index.ts';
import type { Notice } from '../../src/node/node.ts';
import { NO_ORDERS, type Orders } from '../../src/node/orders.ts';
import { openPair, official, type Pair, type Side } from '../twin/pair.ts';
import { type Mailbox, openMailbox, openReceiver, type Receiver } from './post.ts';

const START = '2026-08-28T09:00:00Z';
const SECRET = new Uint8Array(32).fill(7);

/** What stands now, as an area of the test says it: duties come and go by data. */
let standing: readonly Duty[] = [];
const drill: Area = {
  name: 'drill',
  kinds: [],
  registers: [],
  forms: [],
  duties: async () => await Promise.resolve(standing),
  pages: [],
  words: { 'drill.do': { en: 'Answer the drill', uk: 'Відповісти на навчання', sq: 'Përgjigju stërvitjes' } },
};
// Only these: the real duties of the final provisions stand all the time and have no date.
const areas = [...AREAS.map((area) => ({ ...area, duties: async () => await Promise.resolve([]) })), drill];

const duty = (id: string, rest: Partial<Duty> = {}): Duty => ({
  id,
  side: 'ua',
  body: 'ua:mfa',
  provision: '59',
  what: 'drill.do',
  because: undefined,
  due: undefined,
  rule: undefined,
  answer: undefined,
  ...rest,
});

let mailbox: Mailbox;
let receiver: Receiver;
let pair: Pair;
let orders: Orders = NO_ORDERS;

const ordersOf = (): Orders => ({
  ...NO_ORDERS,
  windows: 'https://servanda.example',
  mail: {
    host: '127.0.0.1',
    port: mailbox.port,
    secure: false,
    plain: true,
    from: 'node@servanda.example',
    password: undefined,
  },
  people: new Map([
    ['prykladna', { mail: 'prykladna@mfa.example', language: 'uk' as const }],
    ['zrazkovyi', { mail: 'zrazkovyi@mfa.example', language: 'en' as const, quiet: { from: '22:00', to: '07:00' } }],
  ]),
  ladders: new Map([
    [
      'ua:mfa',
      [
        { after: 0, whom: 'roster' as const },
        { after: 15, whom: 'body' as const },
      ],
    ],
  ]),
  webhooks: [{ name: 'room', url: receiver.url, secret: SECRET, bodies: ['ua:mfa'] }],
});

const ua = () => pair.node('ua');
const round = async (): Promise<number> => await ua().watch();
const notices = async (of: { official?: string; state?: Notice['state'] } = {}): Promise<readonly Notice[]> =>
  await ua().node.duty.notices(of);
/** Waits until nothing is on its way: the node's own loop may have taken it first. */
async function delivered(): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if ((await notices({ state: 'waiting' })).every(({ nextAt }) => nextAt > ua().node.now())) return;
    await ua().watch();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('watch: notices were not delivered');
}

beforeAll(async () => {
  mailbox = await openMailbox();
  receiver = await openReceiver();
});
beforeEach(async () => {
  standing = [];
  orders = ordersOf();
  mailbox.mails.length = 0;
  receiver.got.length = 0;
  mailbox.refusing = undefined;
  receiver.status = 204;
  const ordersAt = (side: Side): Orders => (side === 'ua' ? orders : NO_ORDERS);
  pair = await openPair(START, () => areas, undefined, { orders: ordersAt });
});
afterEach(async () => await pair.close());
afterAll(async () => {
  await mailbox.close();
  await receiver.close();
});

describe('a duty that arises', () => {
  test('is told once: on the page, by mail in the reader’s language, by a webhook that verifies', async () => {
    // A receiver takes no webhook whose time is not now; and now may be night in Kyiv.
    pair.clock(new Date().toISOString());
    const { quiet, ...zrazkovyi } = orders.people.get('zrazkovyi') ?? { language: 'en', quiet: undefined };
    expect(quiet).toBeDefined();
    orders = { ...orders, people: new Map([...orders.people, ['zrazkovyi', zrazkovyi]]) };
    standing = [duty('one', { due: '2099-10-31', rule: 'drill/1' }), duty('theirs', { side: 'al', body: 'al:mefa' })];
    await round();
    await round();
    await delivered();
    // Nobody is on the roster, so everyone of the body is told: five on the page, two by mail, one webhook.
    const all = await notices();
    expect(
      all
        .filter(({ channel }) => channel === 'page')
        .map((one) => one.official)
        .toSorted(),
    ).toEqual(['cherhova', 'hliadach', 'navchalna', 'prykladna', 'zrazkovyi']);
    expect(all.every(({ state, duty: of }) => state === 'told' && of === 'one')).toBe(true);
    expect(mailbox.mails.map(({ to }) => to[0] ?? '').toSorted()).toEqual([
      'prykladna@mfa.example',
      'zrazkovyi@mfa.example',
    ]);
    const inUkrainian = mailbox.mails.find(({ to }) => to[0] === 'prykladna@mfa.example');
    expect(decodeURIComponent(quoted(inUkrainian?.text ?? ''))).toContain('Відповісти на навчання');
    expect(inUkrainian?.text).toContain('Auto-Submitted: auto-generated');
    expect(receiver.got).toHaveLength(1);
    const [call] = receiver.got;
    const verified = new Webhook(Buffer.from(SECRET).toString('base64')).verify(
      call?.body ?? '',
      call?.headers as Record<string, string>,
    ) as { readonly data: { readonly duty: string } };
    expect(verified.data.duty).toBe('one');
  });

  test('is told again by no restart, and anew once it was settled and has arisen again', async () => {
    standing = [duty('one')];
    await round();
    await delivered();
    const before = (await notices()).length;
    await pair.shut('ua');
    await pair.open('ua');
    await round();
    await delivered();
    expect((await notices()).length).toBe(before);
    standing = [];
    await round();
    pair.clock('2026-08-28T11:00:00Z');
    standing = [duty('one')];
    await round();
    await delivered();
    expect((await notices()).length).toBe(2 * before);
  });
});

describe('who is told', () => {
  test('is whoever is on the roster, and their deputy while they are away', async () => {
    const { node } = ua();
    const head = official(pair, 'ua', 'approver');
    const drafter = official(pair, 'ua', 'drafter');
    const span = { starts: START, ends: '2026-08-29T09:00:00Z' };
    await node.duty.assign(head, { body: 'ua:mfa', official: drafter.id, ...span });
    standing = [duty('one')];
    await round();
    await delivered();
    expect((await notices()).filter(({ channel }) => channel === 'page').map((one) => one.official)).toEqual([
      drafter.id,
    ]);
    await node.duty.delegate(drafter, { deputy: 'navchalna', ...span });
    standing = [duty('one'), duty('two')];
    await round();
    await delivered();
    expect(
      (await notices()).filter((one) => one.channel === 'page' && one.duty === 'two').map((one) => one.official),
    ).toEqual(['navchalna']);
  });

  test('is set by an approver of the body alone, for officials of it, for spans that end', async () => {
    const { duty: room } = ua().node;
    const head = official(pair, 'ua', 'approver');
    const drafter = official(pair, 'ua', 'drafter');
    const shift = { body: 'ua:mfa', official: drafter.id, starts: START, ends: '2026-08-29T09:00:00Z' };
    await expect(room.assign(drafter, shift)).rejects.toMatchObject({ code: 'role-missing' });
    await expect(room.assign(head, { ...shift, official: 'nobody' })).rejects.toMatchObject({
      code: 'input-malformed',
    });
    await expect(room.assign(head, { ...shift, ends: START })).rejects.toMatchObject({ code: 'input-malformed' });
    await expect(room.delegate(head, { deputy: head.id, starts: START, ends: shift.ends })).rejects.toMatchObject({
      code: 'input-malformed',
    });
    await expect(room.unassign(head, 'none')).rejects.toMatchObject({ code: 'not-found' });
    expect(await room.shifts()).toEqual([]);
    await room.assign(head, shift);
    const [kept] = await room.shifts();
    await room.unassign(head, kept?.id ?? '');
    expect(await room.shifts()).toEqual([]);
  });
});

describe('hours of the night', () => {
  test('hold mail back until morning, but not for the clause on consultation, whose ladder climbs', async () => {
    pair.clock('2026-08-28T22:30:00Z'); // 01:30 in Kyiv
    standing = [duty('calm'), duty('alarm', { provision: '69', dueAt: '2026-08-29T22:30:00Z' })];
    await round();
    const waiting = await notices({ official: 'zrazkovyi' });
    const next = (id: string) => waiting.find((one) => one.channel === 'mail' && one.duty === id)?.nextAt;
    expect(next('calm')).toBe('2026-08-29T04:00:00Z');
    expect((next('alarm') ?? '') < '2026-08-28T22:31:00Z').toBe(true);
    pair.clock('2026-08-28T22:46:00Z');
    await round();
    await delivered();
    const steps = (await notices({ official: 'prykladna' })).filter(
      ({ duty: of, channel }) => of === 'alarm' && channel === 'page',
    );
    expect(steps.map(({ reason }) => reason).toSorted()).toEqual(['raised', 'step']);
  });
});

describe('a way that fails', () => {
  test('is tried again after a pause, given up where all see it, and told when somebody says so', async () => {
    mailbox.refusing = 'No room here';
    receiver.status = 500;
    standing = [duty('one')];
    await round();
    const failed = await notices({ state: 'waiting' });
    expect(failed.length).toBe(3);
    for (let tries = 0; tries < 12; tries++) {
      pair.clock(new Date(Date.parse(ua().node.now()) + 25 * 3_600_000).toISOString().replace(/\.\d+Z/, 'Z'));
      await round();
    }
    const lost = await notices({ state: 'given-up' });
    expect(lost.length).toBe(3);
    expect(lost.every(({ error, tries }) => (error ?? '') !== '' && tries === 8)).toBe(true);
    expect(lost.find(({ channel }) => channel === 'webhook')?.error).toContain('answered 500');
    mailbox.refusing = undefined;
    receiver.status = 204;
    for (const { id } of lost) await ua().node.duty.again(official(pair, 'ua', 'drafter'), id);
    await delivered();
    expect(await notices({ state: 'given-up' })).toEqual([]);
    expect(mailbox.mails).toHaveLength(2);
  });

  test('that says 410 is given up at once', async () => {
    receiver.status = 410;
    standing = [duty('one')];
    await round();
    await delivered();
    expect((await notices({ state: 'given-up' })).map(({ channel }) => channel)).toEqual(['webhook']);
  });
});

/** Text of quoted-printable as percent escapes. */
const quoted = (mail: string): string => {
  const body = mail.slice(mail.indexOf('\r\n\r\n') + 4);
  if (/Content-Transfer-Encoding: base64/i.test(mail))
    return encodeURIComponent(Buffer.from(body, 'base64').toString());
  return body
    .replace(/=\r\n/g, '')
    .replace(/%/g, '%25')
    .replace(/=([0-9A-F]{2})/g, '%$1');
};
