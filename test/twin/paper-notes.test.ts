// Notes on paper between two nodes: sealed, scanned, sent by an embassy, entered where they come first, received.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY_ADMITTED } from '../../src/act/kinds.ts';
import { AMENDMENT_PROPOSED } from '../../src/areas/final/amendments/kinds.ts';
import { final } from '../../src/areas/final/index.ts';
import { NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { NOTE_DISPATCHED, NOTE_ENTERED } from '../../src/areas/final/paper/kinds.ts';
import { ACCESSION_STATED, ORIGINAL_KEPT } from '../../src/areas/final/matters/kinds.ts';
import type { Upload } from '../../src/area.ts';
import { open, type Reader } from '../web/windows.ts';
import { proposal, propose } from './amending.ts';
import { official, openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const scan: Upload = { name: 'a.exe', bytes: new TextEncoder().encode('%PDF-1.7\nEXERCISE scan of a sealed note') };
const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['embassy'] };
const PAPER = {
  number: ['AL-MEFA-2026-0002'],
  noteDate: ['2026-08-28'],
  says: ['EXERCISE: it notifies the completion of the procedures.'],
  date: ['2026-08-29'],
  time: ['10:00:00'],
  channel: ['courier'],
};

describe('a note on paper', () => {
  let pair: Pair;
  let notification = '';
  beforeAll(async () => {
    pair = await openPair('2026-08-28T09:00:00Z');
  });
  afterAll(async () => await pair.close());

  const write = async (side: Side, kind: string, typed: Record<string, string[]>, about?: string, file?: Upload) => {
    const files = file === undefined ? {} : { scan: file };
    return await pair.node(side).node.write(official(pair, side, 'drafter'), kind, about, typed, files);
  };
  const record = async (side: Side, ...given: Parameters<typeof write> extends [Side, ...infer R] ? R : never) => {
    const draft = await write(side, ...given);
    const { node } = pair.node(side);
    const first = await node.approve(official(pair, side, 'approver', 0), draft.id, draft.digest);
    if (first.state === 'recorded') return first;
    return await node.approve(official(pair, side, 'approver', 1), draft.id, draft.digest);
  };
  const parts = async (side: Side, act: string) =>
    (await pair.node(side).node.actFile(act))?.parts.map(({ name, bytes }) => [name, bytes.length]);

  test('is sent by its own side, once, not before its date, with a scan known by its bytes', async () => {
    notification = (await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE)).act ?? '';
    await pair.settled();
    const sent = { dispatched: ['2026-08-28'], channel: ['embassy'] };
    await expect(write('al', NOTE_DISPATCHED.id, sent, notification)).rejects.toMatchObject({ code: 'state-forbids' });
    const early = { ...sent, dispatched: ['2026-08-27'] };
    await expect(write('ua', NOTE_DISPATCHED.id, early, notification)).rejects.toMatchObject({
      code: 'date-out-of-order',
    });
    const page = { name: 'scan.pdf', bytes: new TextEncoder().encode('<script>') };
    await expect(write('ua', NOTE_DISPATCHED.id, sent, notification, page)).rejects.toMatchObject({
      code: 'input-malformed',
      detail: expect.stringContaining('field scan') as unknown,
    });
    const draft = await record('ua', NOTE_DISPATCHED.id, sent, notification, scan);
    expect(draft.header.parts.map(({ name, type }) => [name, type])).toEqual([
      ['body', 'application/json'],
      ['scan.pdf', 'application/pdf'],
    ]);
    await expect(write('ua', NOTE_DISPATCHED.id, sent, notification)).rejects.toMatchObject({ code: 'state-forbids' });
    await pair.settled();
    for (const side of SIDES) {
      expect(await parts(side, draft.act ?? '')).toContainEqual(['scan.pdf', scan.bytes.length]);
    }
  });

  test('is received with a scan, and its page says three dates with the acts that say them', async () => {
    pair.clock('2026-08-29T08:30:00Z');
    const typed = { date: ['2026-08-29'], time: ['10:15:00'], channel: ['embassy'] };
    const draft = await record('al', RECEIPT_GIVEN.id, typed, notification, scan);
    await pair.settled();
    expect(await parts('ua', draft.act ?? '')).toContainEqual(['scan.pdf', scan.bytes.length]);
    const reader = (await open(pair.node('ua').node)).reader('en');
    const index = (await pair.node('ua').node.look().act(notification))?.act.index ?? -1;
    const { dates } = await reader.json(`/act/ua/${index}`);
    expect(dates).toMatchObject({
      note: '2026-08-28',
      sent: { date: '2026-08-28', act: { side: 'ua', index: index + 1 } },
      received: { date: '2026-08-29', act: { side: 'al', kind: RECEIPT_GIVEN.id } },
    });
    expect(await (await reader.ask(`/act/ua/${index}`)).text()).toContain('Dispatched');
  });

  test('is sent of every kind that travels in a note, and of no other act', async () => {
    const { node } = pair.node('ua');
    const noted = final.kinds.filter(({ note }) => note !== undefined).map(({ kind }) => kind.id);
    const rule = final.kinds.find(({ kind }) => kind.id === NOTE_DISPATCHED.id)?.kind.references[0];
    expect(rule?.kinds).toEqual(noted);
    expect(noted).toEqual(expect.arrayContaining([ORIGINAL_KEPT.id, AMENDMENT_PROPOSED.id, ACCESSION_STATED.id]));
    const amendment = await propose(pair, 'ua', proposal('a paper', '2026-09-01', [{ op: 'repeal', id: '70' }]));
    const draft = await record('ua', NOTE_DISPATCHED.id, { dispatched: ['2026-08-29'], channel: ['hand'] }, amendment);
    await pair.settled();
    for (const side of SIDES) {
      expect((await pair.node(side).node.look().act(draft.act ?? ''))?.contested).toBeUndefined();
    }
    const form = final.forms.find(({ kind }) => kind === NOTE_DISPATCHED.id);
    const [key] = await node.look().acts({ side: 'ua', kind: KEY_ADMITTED.id, limit: 1 });
    expect(key).toBeDefined();
    expect(await form?.open(node.look(), key)).toBeUndefined();
    expect(await form?.open(node.look(), await node.look().act(draft.act ?? ''))).toBeUndefined();
    const sent = { dispatched: ['2026-08-29'], channel: ['hand'] };
    await expect(write('ua', NOTE_DISPATCHED.id, sent, key?.act.id)).rejects.toMatchObject({ code: 'state-forbids' });
  });

  test('that comes before its act is entered with its scan, once, in the order of its dates', async () => {
    await expect(write('ua', NOTE_ENTERED.id, PAPER)).rejects.toMatchObject({ code: 'input-malformed' });
    await expect(write('al', NOTE_ENTERED.id, { ...PAPER, noteDate: ['2026-08-30'] }, undefined, scan)).rejects
      .toMatchObject({ code: 'date-out-of-order' });
    await record('ua', NOTE_ENTERED.id, PAPER, undefined, scan);
    await expect(write('ua', NOTE_ENTERED.id, PAPER, undefined, scan)).rejects.toMatchObject({ code: 'state-forbids' });
    await pair.settled();
  });

  test('becomes the receipt of its act, of the instant it came, though the act is later', async () => {
    pair.clock('2026-08-30T09:00:00Z');
    const draft = await say(pair, 'al', NOTIFICATION_GIVEN.id, { ...NOTE, channel: ['courier'] });
    expect(draft.header.number).toBe('AL-MEFA-2026-0002');
    await pair.settled();
    const { node } = pair.node('ua');
    const about = await node.look().act(draft.act ?? '');
    const form = node.areas.flatMap(({ forms }) => forms).find(({ kind }) => kind === RECEIPT_GIVEN.id);
    const fields = await form?.open(node.look(), about);
    expect(fields?.map(({ name, initial }) => [name, initial])).toEqual([
      ['date', '2026-08-29'],
      ['time', '10:00:00'],
      ['channel', 'courier'],
      ['scan', undefined],
    ]);
    const other = { date: ['2026-08-29'], time: ['10:00:01'], channel: ['courier'] };
    await expect(write('ua', RECEIPT_GIVEN.id, other, draft.act)).rejects.toMatchObject({ code: 'date-out-of-order' });
    const typed = { date: ['2026-08-29'], time: ['10:00:00'], channel: ['courier'] };
    const receipt = await say(pair, 'ua', RECEIPT_GIVEN.id, typed, draft.act);
    expect(receipt.body).toMatchObject({ received: { instant: '2026-08-29T07:00:00Z', date: '2026-08-29' } });
    await pair.settled();
    for (const side of SIDES) expect((await pair.node(side).node.record()).contested).toEqual([]);
  });

  test('is sent through a form of several parts at the windows; one too large is turned away', async () => {
    const reader: Reader = (await open(pair.node('al').node)).reader('en');
    const csrf = await reader.signIn(official(pair, 'al', 'drafter').id);
    const page = await (await reader.ask(`/drafts/new?kind=${NOTE_ENTERED.id}`)).text();
    expect(page).toContain('enctype="multipart/form-data"');
    const send = async (bytes: Uint8Array): Promise<Response> => {
      const filled = new FormData();
      const typed = { ...PAPER, number: ['UA-MFA-2026-0009'], csrf: [csrf], kind: [NOTE_ENTERED.id] };
      for (const [name, [value = '']] of Object.entries(typed)) filled.set(name, value);
      filled.set('scan', new File([new Uint8Array(bytes)], 'sealed.pdf', { type: 'text/html' }));
      // As bytes, not as a stream: a request that is turned away is not read to its end.
      const whole = new Response(filled);
      const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
      return await reader.ask('/drafts', { method: 'POST', headers, body: await whole.arrayBuffer() });
    };
    const sent = await send(scan.bytes);
    expect(sent.status).toBe(303);
    const draft = sent.headers.get('location') ?? '';
    expect(await (await reader.ask(draft)).text()).toContain(`href="${draft}/part/scan.pdf"`);
    const part = await reader.ask(`${draft}/part/scan.pdf`);
    expect(part.headers.get('content-type')).toBe('application/octet-stream');
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(scan.bytes);
    expect((await send(new Uint8Array(8 * 1024 * 1024))).status).toBe(413);
    const medium = new Uint8Array(6.5 * 1024 * 1024);
    medium.set(scan.bytes);
    expect((await send(medium)).status).toBe(422);
  });
});
