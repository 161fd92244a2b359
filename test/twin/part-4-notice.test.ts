// Part IV at night: a request wakes the other side by mail and webhook, climbs its ladder, and is quiet once answered.
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACKNOWLEDGED, REQUESTED } from '../../src/areas/consultation/kinds.ts';
import type { Notice } from '../../src/node/node.ts';
import { NO_ORDERS, type Orders } from '../../src/node/orders.ts';
import { type Mailbox, openMailbox, openReceiver, type Receiver } from '../node/post.ts';
import { official, openPair, type Pair } from './pair.ts';
import { moment, REQUEST, sayIn, withRole } from './room.ts';

/** 02:30 in Tirana. */
const NIGHT = '2026-11-24T01:30:00Z';
const SECRET = new Uint8Array(32).fill(9);
const QUIET = { from: '22:00', to: '07:00' };

let mailbox: Mailbox;
let receiver: Receiver;
let pair: Pair;
beforeAll(async () => {
  mailbox = await openMailbox();
  receiver = await openReceiver();
  const orders: Orders = {
    ...NO_ORDERS,
    mail: {
      host: '127.0.0.1',
      port: mailbox.port,
      secure: false,
      plain: true,
      from: 'node@al.example',
      password: undefined,
    },
    people: new Map(
      ['roja', 'prova', 'stervitja'].map((id) => [id, { mail: `${id}@al.example`, language: 'sq', quiet: QUIET }]),
    ),
    ladders: new Map([
      [
        'al:mefa',
        [
          { after: 0, whom: 'roster' },
          { after: 5, whom: { official: 'prova' } },
          { after: 10, whom: { official: 'stervitja' } },
        ],
      ],
    ]),
    webhooks: [{ name: 'room', url: receiver.url, secret: SECRET, bodies: [] }],
  };
  pair = await openPair(NIGHT, undefined, undefined, { orders: (side) => (side === 'al' ? orders : NO_ORDERS) });
});
afterAll(async () => {
  await pair.close();
  await mailbox.close();
  await receiver.close();
});

const al = () => pair.node('al');
const minutesOn = (minutes: number): string =>
  new Date(Date.parse(NIGHT) + minutes * 60_000).toISOString().replace('.000Z', 'Z');

test('a request wakes whoever is on the roster at once, then the ladder, until it is acknowledged', async () => {
  const roja = withRole(pair, 'al', 'duty-officer');
  const span = { starts: '2026-11-23T20:00:00Z', ends: '2026-11-24T20:00:00Z' };
  await al().node.duty.assign(official(pair, 'al', 'approver'), { body: 'al:mefa', official: roja.id, ...span });
  const request = await sayIn(pair, 'ua', REQUESTED.id, REQUEST);
  const duties = [`consultation/acknowledge/${request}`];
  const notices = async (): Promise<readonly Notice[]> => await al().node.duty.notices({ duties });
  const mailed = async (): Promise<readonly string[]> =>
    (await notices()).filter(({ channel, state }) => channel === 'mail' && state === 'told').map((one) => one.official);
  const hooked = (): number =>
    receiver.got.filter(({ body }) => (JSON.parse(body) as { data: { duty: string } }).data.duty === duties[0]).length;

  // Nobody asks the node to look: the record that grew woke it, and the hours of the night held nothing back.
  await expect.poll(mailed, { timeout: 20_000 }).toEqual(['roja']);
  await expect.poll(hooked, { timeout: 20_000 }).toBe(1);
  expect(mailbox.mails.every(({ to }) => to.join() === 'roja@al.example')).toBe(true);
  const page = (await notices()).filter(({ channel }) => channel === 'page');
  expect(page.map((one) => [one.official, one.reason])).toEqual([['roja', 'raised']]);
  const call = receiver.got[0];
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = call?.headers ?? {};
  const signed = new Webhook(Buffer.from(SECRET).toString('base64')).sign(
    String(id),
    new Date(Number(at) * 1000),
    call?.body ?? '',
  );
  expect(signature).toBe(signed);

  for (const [minutes, told] of [[6, ['prova', 'roja']], [11, ['prova', 'roja', 'stervitja']]] as const) {
    pair.clock(minutesOn(minutes));
    await al().watch();
    await expect.poll(async () => (await mailed()).toSorted(), { timeout: 20_000 }).toEqual(told);
  }
  await expect.poll(hooked, { timeout: 20_000 }).toBe(3);
  expect(mailbox.mails.flatMap(({ to }) => to)).toContain('stervitja@al.example');

  await sayIn(pair, 'al', ACKNOWLEDGED.id, { ...moment('2026-11-24', '02:40'), delivery: ['mail'] }, request);
  const before = (await notices()).length;
  // An hour before the end of the clock, and at it, everyone would be told of a request that nobody answered.
  for (const hours of [1, 23.5, 24.5]) {
    pair.clock(minutesOn(hours * 60));
    await al().watch();
  }
  expect((await notices()).length).toBe(before);
  expect(hooked()).toBe(3);
  // What is still asked, to open a session, goes on being told.
  const open = await al().node.duty.notices({ duties: [`consultation/open/${request}/al`] });
  expect(open.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['raised', 'step', 'ahead', 'late']));
});
