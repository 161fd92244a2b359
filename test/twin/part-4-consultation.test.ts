// Part IV, ¶69 to ¶71: from the request to the end, to the second, on two nodes that agree of everything.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Typed } from '../../src/area.ts';
import { duties } from '../../src/areas/consultation/duties.ts';
import {
  ACKNOWLEDGED,
  ASSISTANCE_ANSWERED,
  ASSISTANCE_PROPOSED,
  CHANNEL_NAMED,
  CLOSED,
  DELIVERY_NOTED,
  MEANS_STATED,
  NEED_STATED,
  POSITION_STATED,
  RECORD_AGREED,
  RECORD_PROPOSED,
  REQUESTED,
  SESSION_OPENED,
  STEP_DONE,
  STEPS_ACCEPTED,
  STEPS_PROPOSED,
  WITHDRAWN,
} from '../../src/areas/consultation/kinds.ts';
import { loadReport } from '../../src/areas/consultation/report.page.tsx';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { lookAt, moment, REQUEST, roomAt, sayIn, speakIn, withRole } from './room.ts';

const FORBIDDEN = { code: 'state-forbids' };
const SESSION = (date: string, time: string): Typed => ({
  ...moment(date, time),
  medium: ['secure-video'],
  people: ['EXERCISE: duty officer\nEXERCISE: deputy minister'],
});

describe('part-4-consultation: ¶69 to ¶71', () => {
  let pair: Pair;
  let request = '';
  const told = new Map<string, string>();
  beforeAll(async () => {
    pair = await openPair('2026-11-23T14:04:10Z');
  });
  afterAll(async () => await pair.close());

  async function say(side: Side, kind: string, typed: Typed = {}, about = request): Promise<string> {
    const act = await sayIn(pair, side, kind, typed, about === '' ? undefined : about);
    await pair.settled();
    return act;
  }

  const refused = async (side: Side, kind: string, typed: Typed = {}, about = request) =>
    await expect(speakIn(pair, side, kind, typed, about === '' ? undefined : about)).rejects.toMatchObject(FORBIDDEN);

  const asked = async (side: Side) =>
    (await duties(lookAt(pair, side))).map((duty) => `${duty.side} ${duty.what} ${duty.dueAt ?? duty.due ?? '-'}`);

  test('a duty officer calls alone; whoever is not on duty cannot', async () => {
    await pair.settled();
    const { node } = pair.node('ua');
    const drafter = pair.seats.ua.officials.find((one) => !one.roles.includes('duty-officer'));
    if (drafter === undefined) throw new Error('nobody is off duty');
    await expect(node.write(drafter, REQUESTED.id, undefined, REQUEST)).rejects.toMatchObject({ code: 'role-missing' });
    const draft = await node.write(withRole(pair, 'ua', 'duty-officer'), REQUESTED.id, undefined, REQUEST);
    await expect(node.approve(withRole(pair, 'ua', 'approver'), draft.id, draft.digest)).rejects.toMatchObject({
      code: 'role-missing',
    });
    const done = await node.approve(withRole(pair, 'ua', 'duty-officer'), draft.id, draft.digest);
    request = done.act ?? '';
    expect(done.header).toMatchObject({ provisions: ['69'], exercise: true });
    await pair.settled();
    for (const side of SIDES) {
      const { shown, entered } = await roomAt(pair, side);
      // Called from signature on: nothing here waits for entry into effect, and the room says so.
      expect(entered).toBe(false);
      expect(shown).toMatchObject({ state: 'called', drill: false, convened: null });
      const at = shown?.requests[0]?.at ?? '';
      // Twenty-four elapsed hours from dispatch, to the second, whoever asks.
      expect(Date.parse(shown?.deadline ?? '') - Date.parse(at)).toBe(24 * 3600 * 1000);
    }
  });

  test('what is out of order, one-sided or not one’s own is refused', async () => {
    await refused('ua', ACKNOWLEDGED.id, { ...moment('2026-11-23', '16:05'), delivery: ['node'] });
    await refused('ua', POSITION_STATED.id, { position: ['EXERCISE'] });
    await refused('ua', STEPS_PROPOSED.id, { 'what-1': ['EXERCISE'], 'who-1': ['ua:mfa'] });
    await refused('al', RECORD_PROPOSED.id, { record: ['EXERCISE'] });
    await refused('al', CLOSED.id);
    await refused('al', NEED_STATED.id, { line: ['0'], need: ['EXERCISE'] });
    await refused('ua', ASSISTANCE_PROPOSED.id, { line: ['0'], assistance: ['EXERCISE'] });
    await refused('al', WITHDRAWN.id, { reason: ['EXERCISE'] });
    await refused('al', DELIVERY_NOTED.id, { delivery: ['mail'], ...moment('2026-11-23', '15:05') });
    await expect(
      speakIn(pair, 'al', REQUESTED.id, { ...REQUEST, trigger: ['consultation/flood'] }),
    ).rejects.toMatchObject({ code: 'input-malformed' });
  });

  test('it is acknowledged and both are asked to open, with the instant of the clock', async () => {
    const deadline = (await roomAt(pair, 'al')).shown?.deadline ?? '';
    expect(await asked('al')).toEqual([
      `al consultation.duty.acknowledge ${deadline}`,
      `ua consultation.duty.open ${deadline}`,
      `al consultation.duty.open ${deadline}`,
    ]);
    pair.clock('2026-11-23T14:21:40Z');
    await say('al', ACKNOWLEDGED.id, { ...moment('2026-11-23', '15:21:30'), delivery: ['node'] });
    await refused('al', ACKNOWLEDGED.id, { ...moment('2026-11-23', '15:21:30'), delivery: ['node'] });
    const call = { delivery: ['telephone'], ...moment('2026-11-23', '16:06'), answered: ['16:08'] };
    await say('ua', DELIVERY_NOTED.id, call);
    const { shown } = await roomAt(pair, 'ua');
    expect(shown?.state).toBe('acknowledged');
    expect(shown?.requests[0]?.acknowledged).toMatchObject({ side: 'al', instant: '2026-11-23T14:21:30Z' });
    expect(shown?.deliveries[0]?.body).toMatchObject({ channel: 'telephone', answered: '2026-11-23T14:08:00Z' });
    const readings = shown?.clock?.state === 'dated' ? shown.clock.readings : [];
    expect(readings.map(({ id, operative }) => [id, operative])).toEqual([
      ['from-dispatch', true],
      ['from-receipt', false],
    ]);
  });

  test('needs are consulted and assistance proposed on the four lines of ¶70, before and in session', async () => {
    const need = await say('ua', NEED_STATED.id, { line: ['2'], need: ['EXERCISE. Warm shelter for 400 people'] });
    const act = await lookAt(pair, 'al').act(need);
    expect(act?.act.header.provisions).toEqual(['70']);
    const beds = { line: ['2'], assistance: ['EXERCISE. 400 beds'], leads: ['55'] };
    told.set('beds', await say('al', ASSISTANCE_PROPOSED.id, beds));
    await expect(
      speakIn(pair, 'al', ASSISTANCE_PROPOSED.id, { line: ['2'], assistance: ['EXERCISE'], leads: ['99'] }, request),
    ).rejects.toMatchObject({ code: 'input-malformed' });
    await refused('al', ASSISTANCE_ANSWERED.id, { answer: ['accepted'] }, told.get('beds'));
    await say('ua', ASSISTANCE_ANSWERED.id, { answer: ['accepted'] }, told.get('beds'));
    await refused('ua', ASSISTANCE_ANSWERED.id, { answer: ['declined'] }, told.get('beds'));
    await say('al', MEANS_STATED.id, { means: ['EXERCISE. Two companies'], requirements: ['EXERCISE. A decision'] });
    const { shown } = await roomAt(pair, 'ua');
    const lines = ['political', 'security and defence', 'humanitarian', 'economic'];
    expect(shown?.lines.map(({ line }) => line)).toEqual(lines);
    expect(shown?.lines[2]).toMatchObject({ assistance: [{ answer: { answer: 'accepted' }, body: { leads: '55' } }] });
    expect(shown?.sides[1]?.means[0]?.body?.requirements).toBe('EXERCISE. A decision');
  });

  test('the clock stops when both have opened, at the later of the two instants', async () => {
    await say('al', CHANNEL_NAMED.id, { channel: ['secure-video'] });
    pair.clock('2026-11-23T21:00:30Z');
    await say('ua', SESSION_OPENED.id, SESSION('2026-11-23', '23:00:05'));
    expect((await roomAt(pair, 'al')).shown).toMatchObject({ state: 'opened-once', convened: null });
    await refused('ua', SESSION_OPENED.id, SESSION('2026-11-23', '23:00:05'));
    await refused('ua', STEPS_PROPOSED.id, { 'what-1': ['EXERCISE'], 'who-1': ['ua:mfa'] });
    await say('al', SESSION_OPENED.id, SESSION('2026-11-23', '22:00:12'));
    for (const side of SIDES) {
      const { shown } = await roomAt(pair, side);
      expect(shown).toMatchObject({ state: 'convened', convened: '2026-11-23T21:00:12Z' });
      expect((await loadReport(lookAt(pair, side), {})).inTime).toBe(true);
    }
    expect((await asked('ua')).filter((one) => one.includes('duty.open'))).toEqual([]);
  });

  test('next steps count once the other side has accepted exactly these, and each becomes a duty', async () => {
    await say('al', POSITION_STATED.id, { position: ['EXERCISE. Takes note.'] });
    const one = { 'what-1': ['EXERCISE. Send the beds'], 'who-1': ['al:mefa'], 'by-1': ['2026-11-25'] };
    told.set('first', await say('ua', STEPS_PROPOSED.id, one));
    const both = { ...one, 'what-2': ['EXERCISE. Report'], 'who-2': ['ua:mfa'] };
    told.set('second', await say('al', STEPS_PROPOSED.id, both));
    await refused('al', STEPS_ACCEPTED.id, {}, told.get('second'));
    told.set('accepted', await say('ua', STEPS_ACCEPTED.id, {}, told.get('second')));
    await refused('al', STEPS_ACCEPTED.id, {}, told.get('first'));
    await refused('ua', STEPS_PROPOSED.id, one);
    const { shown } = await roomAt(pair, 'al');
    expect(shown?.steps?.agreed?.act).toBe(told.get('accepted'));
    expect(shown?.steps?.proposal.act).toBe(told.get('second'));
    expect(await asked('al')).toEqual(['al consultation.duty.step 2026-11-25', 'ua consultation.duty.step -']);
    await expect(
      speakIn(pair, 'al', STEP_DONE.id, { step: ['1'], outcome: ['EXERCISE'] }, told.get('accepted')),
    ).rejects.toMatchObject({ code: 'input-malformed' });
    await say('al', STEP_DONE.id, { step: ['0'], outcome: ['EXERCISE. Sent'] }, told.get('accepted'));
  });

  test('the record is agreed, both close, nothing more is said, and what was agreed is still to be done', async () => {
    told.set('record', await say('ua', RECORD_PROPOSED.id, { record: ['EXERCISE. The sides consulted by video.'] }));
    await refused('ua', RECORD_AGREED.id, {}, told.get('record'));
    await say('al', RECORD_AGREED.id, {}, told.get('record'));
    await say('ua', CLOSED.id);
    expect(await asked('al')).toContain('al consultation.duty.close -');
    expect((await roomAt(pair, 'al')).shown?.state).toBe('convened');
    await say('al', CLOSED.id);
    await refused('ua', POSITION_STATED.id, { position: ['EXERCISE. Late'] });
    expect(await asked('ua')).toEqual(['ua consultation.duty.step -']);
    await say('ua', STEP_DONE.id, { step: ['1'], outcome: ['EXERCISE. Reported'] }, told.get('accepted'));
    expect(await asked('ua')).toEqual([]);
    const bare = (data: object): string =>
      JSON.stringify(data, (key, value: unknown) => (['deeds', 'now', 'call', 'held'].includes(key) ? null : value));
    const [ua, al] = [await roomAt(pair, 'ua'), await roomAt(pair, 'al')];
    expect(bare(ua)).toBe(bare(al));
    expect(ua.shown?.state).toBe('closed');
    const report = await loadReport(lookAt(pair, 'ua'), { of: request });
    expect(report.rows[0]).toMatchObject({ kind: REQUESTED.id, after: 0 });
    const after = report.rows.map((row) => row.after);
    expect(after).toEqual(after.toSorted((a, b) => a - b));
  });
});
