// Part IV where it is hard: requests that cross, a second request, a silent side, clocks that are wrong, odd nights.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { duties, OTHER_WAYS_AFTER } from '../../src/areas/consultation/duties.ts';
import {
  ACKNOWLEDGED,
  CHANNEL_NAMED,
  REQUESTED,
  SESSION_OPENED,
  WITHDRAWN,
} from '../../src/areas/consultation/kinds.ts';
import { loadReport } from '../../src/areas/consultation/report.page.tsx';
import { Line } from '../fault/line.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { lookAt, moment, REQUEST, roomAt, sayIn, speakIn } from './room.ts';

const opening = (date: string, time: string) => ({ ...moment(date, time), medium: ['telephone'] });
const receipt = (date: string, time: string) => ({ ...moment(date, time), delivery: ['node'] });

describe('part-4-crossing: ¶69', () => {
  let pair: Pair;
  let ends: Readonly<Record<Side, Line>>;
  beforeEach(async () => {
    ends = { ua: await Line.open(), al: await Line.open() };
    pair = await openPair('2026-11-23T14:04:10Z', undefined, (side, port) => ends[side].to(port));
    await pair.settled();
  });
  afterEach(async () => {
    await pair.close();
    for (const side of SIDES) await ends[side].close();
  });

  async function say(side: Side, kind: string, typed = {}, about?: string): Promise<string> {
    const act = await sayIn(pair, side, kind, typed, about);
    await pair.settled();
    return act;
  }

  async function cut(work: () => Promise<void>): Promise<void> {
    for (const side of SIDES) ends[side].cut();
    await work();
    for (const side of SIDES) {
      ends[side].mend();
      pair.node(side).wake();
    }
    await pair.settled(60_000);
  }

  /** What both nodes made of it, which must be one and the same. */
  async function rooms(): Promise<readonly (readonly string[])[]> {
    const [ua, al] = await Promise.all(
      SIDES.map(async (side) =>
        (await roomAt(pair, side)).all.map(({ request, state }) => `${request.side} ${request.index} ${state}`),
      ),
    );
    expect(ua).toEqual(al);
    const { shown } = await roomAt(pair, 'ua');
    return [ua ?? [], shown?.requests.map(({ act }) => act) ?? []];
  }

  test('two requests of the same second that cross are one, on both nodes', { timeout: 90_000 }, async () => {
    let [ours, theirs] = ['', ''];
    await cut(async () => {
      ours = await sayIn(pair, 'ua', REQUESTED.id, REQUEST);
      theirs = await sayIn(pair, 'al', REQUESTED.id, REQUEST);
      // Each goes on with its own before it knows of the other.
      await sayIn(pair, 'ua', SESSION_OPENED.id, opening('2026-11-23', '16:04:10'), ours);
      await sayIn(pair, 'al', CHANNEL_NAMED.id, { channel: ['telephone'] }, theirs);
    });
    const [all, requests] = await rooms();
    expect(all).toHaveLength(1);
    expect(requests?.toSorted()).toEqual([ours, theirs].toSorted());
    // Both requests lead to the one room, and the earlier dispatch gives the end of its clock.
    for (const of of [ours, theirs]) {
      const { shown } = await roomAt(pair, 'al', of);
      const first = shown?.requests.map(({ at }) => at).toSorted()[0] ?? '';
      expect(Date.parse(shown?.deadline ?? '') - Date.parse(first)).toBe(24 * 3600 * 1000);
      expect(shown?.state).toBe('opened-once');
    }
    await say('al', SESSION_OPENED.id, opening('2026-11-23', '15:04:10'), ours);
    expect((await roomAt(pair, 'ua')).shown?.state).toBe('convened');
    await say('ua', ACKNOWLEDGED.id, receipt('2026-11-23', '16:04:10'), theirs);
    // One of the two taken back leaves the other standing; both taken back end it.
    await say('ua', WITHDRAWN.id, { reason: ['EXERCISE'] }, theirs);
    expect((await roomAt(pair, 'al')).shown?.state).toBe('convened');
    await say('al', WITHDRAWN.id, { reason: ['EXERCISE'] }, ours);
    expect((await roomAt(pair, 'ua')).shown?.state).toBe('withdrawn');
    await expect(speakIn(pair, 'ua', CHANNEL_NAMED.id, { channel: ['telephone'] }, ours)).rejects.toMatchObject({
      code: 'state-forbids',
    });
  });

  test('a request made with the other in sight is a consultation of its own, with its own hours', async () => {
    const first = await say('ua', REQUESTED.id, REQUEST);
    pair.clock('2026-11-23T18:00:00Z');
    const second = await say('al', REQUESTED.id, REQUEST);
    const drill = await say('ua', REQUESTED.id, { ...REQUEST, drill: ['drill'] });
    const [all] = await rooms();
    expect(all).toHaveLength(3);
    const ends24 = await Promise.all([first, second].map(async (of) => (await roomAt(pair, 'ua', of)).shown?.deadline));
    expect(ends24[0]?.slice(0, 13)).toBe('2026-11-24T14');
    expect(ends24[1]?.slice(0, 13)).toBe('2026-11-24T18');
    // A drill is never shown before what is real, and never joins it.
    expect((await roomAt(pair, 'al')).shown?.drill).toBe(false);
    expect((await roomAt(pair, 'al', drill)).shown).toMatchObject({ drill: true, state: 'called' });
  });

  test('a silent side: what is recorded and signed is shown, and the asker is told to reach it otherwise', async () => {
    await say('ua', REQUESTED.id, REQUEST);
    const asked = async (): Promise<readonly string[]> =>
      (await duties(lookAt(pair, 'ua'))).map(({ side, what }) => `${side} ${what}`);
    expect(await asked()).not.toContain('ua consultation.duty.reach');
    pair.clock(`2026-11-23T${String(14 + OTHER_WAYS_AFTER)}:30:00Z`);
    expect(await asked()).toContain('ua consultation.duty.reach');
    pair.clock('2026-11-24T15:00:00Z');
    const { shown } = await roomAt(pair, 'ua');
    // Nothing says that the other side is late: its node signed that it holds the request, and that is shown.
    expect(shown).toMatchObject({ state: 'called', convened: null });
    expect(shown?.requests[0]?.held?.slice(0, 13)).toBe('2026-11-23T14');
    expect((await loadReport(lookAt(pair, 'ua'), {})).inTime).toBeNull();
    // Late is not never: what is said after the hours stands, and the report says that it was after them.
    const request = shown?.requests[0]?.act ?? '';
    await say('al', ACKNOWLEDGED.id, receipt('2026-11-24', '15:59:00'), request);
    await say('ua', SESSION_OPENED.id, opening('2026-11-24', '16:59:00'), request);
    await say('al', SESSION_OPENED.id, opening('2026-11-24', '16:00:00'), request);
    expect((await loadReport(lookAt(pair, 'al'), {})).inTime).toBe(false);
  });

  test('a clock that is an hour behind keeps nobody from answering', async () => {
    const request = await say('ua', REQUESTED.id, REQUEST);
    pair.clock('2026-11-23T13:05:00Z');
    await say('al', ACKNOWLEDGED.id, receipt('2026-11-23', '14:04:59'), request);
    await say('al', SESSION_OPENED.id, opening('2026-11-23', '14:05:00'), request);
    const { shown } = await roomAt(pair, 'ua');
    expect(shown?.requests[0]?.acknowledged?.instant).toBe('2026-11-23T13:04:59Z');
    expect(shown?.sides[1]?.opened?.opened).toBe('2026-11-23T13:05:00Z');
    // What its own clock has not reached it cannot say.
    await expect(
      speakIn(pair, 'ua', SESSION_OPENED.id, opening('2026-11-23', '15:59:00'), request),
    ).rejects.toMatchObject({ code: 'date-out-of-order' });
  });

  test('one minute before the year ends: 24 elapsed hours, in a year that is another in each capital', async () => {
    pair.clock('2026-12-31T21:59:00Z');
    const request = await say('ua', REQUESTED.id, REQUEST);
    const number = (await lookAt(pair, 'al').act(request))?.act.header.number;
    expect(number).toMatch(/^UA-MFA-2026-/);
    expect((await roomAt(pair, 'al')).shown?.deadline?.slice(0, 16)).toBe('2027-01-01T21:59');
    pair.clock('2026-12-31T22:30:00Z');
    // It is 2027 in Kyiv and 2026 in Tirana.
    const receiptAct = await say('al', ACKNOWLEDGED.id, receipt('2026-12-31', '23:29:00'), request);
    expect((await lookAt(pair, 'ua').act(receiptAct))?.act.header.number).toMatch(/^AL-MEFA-2026-/);
    const channel = await say('ua', CHANNEL_NAMED.id, { channel: ['telephone'] }, request);
    expect((await lookAt(pair, 'al').act(channel))?.act.header.number).toMatch(/^UA-MFA-2027-/);
  });

  test('the night of 28 to 29 March 2026: 24 hours elapse though the clocks on the wall show 25', async () => {
    pair.clock('2026-03-28T15:30:00Z');
    await say('al', REQUESTED.id, REQUEST);
    const { shown } = await roomAt(pair, 'ua');
    const at = shown?.requests[0]?.at ?? '';
    expect(Date.parse(shown?.deadline ?? '') - Date.parse(at)).toBe(24 * 3600 * 1000);
    const duty = (await duties(lookAt(pair, 'ua'))).find(({ what }) => what === 'consultation.duty.acknowledge');
    expect(duty).toMatchObject({ side: 'ua', due: '2026-03-29', dueAt: shown?.deadline, rule: 'consultation/1' });
    // 17:30 in Kyiv before the night, 18:30 after it.
    const wall = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Kyiv' });
    expect([at, shown?.deadline ?? ''].map((instant) => wall.format(Date.parse(instant)))).toEqual(['17:30', '18:30']);
  });

  test('¶11: the attacked side may call the room as practice; it has no clock and promises nothing', async () => {
    const practice = { ...REQUEST, trigger: ['reciprocity/reciprocity'] };
    await expect(speakIn(pair, 'ua', REQUESTED.id, practice)).rejects.toMatchObject({ code: 'input-malformed' });
    const request = await say('al', REQUESTED.id, practice);
    const { shown } = await roomAt(pair, 'ua');
    expect(shown).toMatchObject({ under: 'reciprocity', provision: '11', clock: null, deadline: null });
    expect(shown?.assistance).toEqual({ to: 'al', by: 'ua', provision: '11' });
    await say('ua', ACKNOWLEDGED.id, receipt('2026-11-23', '16:04:10'), request);
    for (const duty of await duties(lookAt(pair, 'ua'))) expect(duty.due).toBeUndefined();
    // It is no request under ¶69: one of that clause that crosses it is another consultation.
    expect((await lookAt(pair, 'ua').act(request))?.act.header.provisions).toEqual(['11']);
  });
});
