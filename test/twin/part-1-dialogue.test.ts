// Part I, ¶10: the Strategic Defence and Security Policy Dialogue as a series, from its proposal to an action done.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Look } from '../../src/area.ts';
import { loadDialogue } from '../../src/areas/dialogue/dialogue.data.ts';
import { duties } from '../../src/ways/meeting/duties.ts';
import {
  ACTION_ASSIGNED,
  ACTION_DONE,
  AGENDA_AGREED,
  AGENDA_PROPOSED,
  DECISION_TAKEN,
  MEETING_CALLED,
  MEETING_HELD,
  RECORD_AGREED,
  RECORD_PROPOSED,
  SERIES_AGREED,
  SERIES_PROPOSED,
} from '../../src/ways/meeting/kinds.ts';
import { serve } from '../../src/web/server.ts';
import { official, openPair, type Pair, type Side, SIDES } from './pair.ts';
import type { Typed } from '../../src/area.ts';

const NAME = 'EXERCISE Strategic Defence and Security Policy Dialogue';
const SERIES: Typed = {
  provision: ['10'],
  name: [NAME],
  level: ['senior'],
  hosting: ['in turn'],
  interval: ['6'],
  'record-days': ['14'],
};
const MEETING: Typed = {
  date: ['2026-09-10'],
  start: ['10:00'],
  end: ['12:30'],
  place: ['EXERCISE, Kyiv'],
  medium: ['in-person'],
};
const AGENDA: Typed = { 'text-en': ['EXERCISE. 1. Air defence. 2. Training.'], 'text-sq': ['1. Mbrojtja ajrore.'] };
const RECORD: Typed = { 'text-en': ['EXERCISE. It was decided: courses begin in November.'], 'text-uk': ['Курси.'] };
const PEOPLE: Typed = {
  'people-ua': ['Deputy minister, EXERCISE'],
  'people-al': ['Director, EXERCISE\nAttaché, EXERCISE'],
};

describe('part-1-dialogue: ¶10', () => {
  let pair: Pair;
  /** Acts by the name they are told under. */
  const told = new Map<string, string>();
  beforeAll(async () => {
    pair = await openPair('2026-08-31T09:00:00Z');
  });
  afterAll(async () => await pair.close());

  const look = (side: Side): Look => pair.node(side).node.look();

  async function say(side: Side, kind: string, typed: Typed = {}, about?: string): Promise<string> {
    const { node } = pair.node(side);
    const from = about === undefined ? undefined : told.get(about);
    const draft = await node.write(official(pair, side, 'drafter'), kind, from, typed);
    // One person beside the author: no act of a meeting makes law.
    const done = await node.approve(official(pair, side, 'approver'), draft.id, draft.digest);
    expect(done.state).toBe('recorded');
    await pair.settled();
    return done.act ?? '';
  }

  const asked = async (side: Side) =>
    (await duties(look(side))).map((duty) => `${duty.side} ${duty.what} ${duty.due ?? 'no day'}`).toSorted();

  test('a series is proposed by one side and stands once the other agrees to exactly its words', async () => {
    await pair.settled();
    told.set('series', await say('ua', SERIES_PROPOSED.id, SERIES));
    await expect(say('ua', SERIES_AGREED.id, {}, 'series')).rejects.toMatchObject({ code: 'state-forbids' });
    expect(await asked('al')).toEqual(['al meeting.duty.series no day']);
    told.set('agreed', await say('al', SERIES_AGREED.id, {}, 'series'));
    await expect(say('al', SERIES_AGREED.id, {}, 'series')).rejects.toMatchObject({ code: 'state-forbids' });
    for (const side of SIDES) {
      // Six months after 31 August there is no 31 February: the anchor rounds down and is never iterated.
      expect(await asked(side)).toEqual(['al meeting.duty.next 2027-02-28', 'ua meeting.duty.next 2027-02-28']);
    }
    await expect(
      say('ua', SERIES_PROPOSED.id, { ...SERIES, provision: ['69'] }),
    ).rejects.toMatchObject({ code: 'input-malformed' });
  });

  test('a meeting is called and moved; its agenda is agreed once, to the exact text', async () => {
    told.set('early', await say('ua', MEETING_CALLED.id, { ...MEETING, date: ['2026-09-09'] }, 'agreed'));
    told.set('call', await say('al', MEETING_CALLED.id, MEETING, 'early'));
    await expect(say('ua', MEETING_CALLED.id, MEETING, 'early')).rejects.toMatchObject({ code: 'state-forbids' });
    await expect(say('ua', AGENDA_PROPOSED.id, AGENDA, 'early')).rejects.toMatchObject({ code: 'state-forbids' });
    const upside = { ...MEETING, start: ['12:00'], end: ['11:00'] };
    await expect(say('ua', MEETING_CALLED.id, upside, 'agreed')).rejects.toMatchObject({ code: 'date-out-of-order' });
    told.set('agenda', await say('ua', AGENDA_PROPOSED.id, AGENDA, 'call'));
    expect(await asked('ua')).toEqual(['al meeting.duty.agree-agenda no day']);
    await say('al', AGENDA_AGREED.id, {}, 'agenda');
    await expect(say('ua', AGENDA_PROPOSED.id, AGENDA, 'call')).rejects.toMatchObject({ code: 'state-forbids' });
    expect(await asked('ua')).toEqual([]);
  });

  test('it is held after it has begun, and the record is due so many days after, as the sides set', async () => {
    await expect(say('ua', MEETING_HELD.id, { ...MEETING, ...PEOPLE }, 'call')).rejects.toMatchObject({
      code: 'state-forbids',
    });
    pair.clock('2026-09-10T18:00:00Z');
    expect(await asked('ua')).toEqual(['al meeting.duty.held no day', 'ua meeting.duty.held no day']);
    const late = { ...MEETING, ...PEOPLE, end: ['23:30'] };
    await expect(say('ua', MEETING_HELD.id, late, 'call')).rejects.toMatchObject({ code: 'date-out-of-order' });
    told.set('held', await say('ua', MEETING_HELD.id, { ...MEETING, ...PEOPLE }, 'call'));
    for (const due of ['al meeting.duty.record 2026-09-24', 'ua meeting.duty.record 2026-09-24']) {
      expect(await asked('ua')).toContain(due);
    }
    await expect(say('al', MEETING_CALLED.id, MEETING, 'call')).rejects.toMatchObject({ code: 'state-forbids' });
  });

  test('the record is agreed to the exact text, and a decision quotes it', async () => {
    told.set('record', await say('ua', RECORD_PROPOSED.id, RECORD, 'held'));
    await expect(say('ua', RECORD_AGREED.id, {}, 'record')).rejects.toMatchObject({ code: 'state-forbids' });
    told.set('minutes', await say('al', RECORD_AGREED.id, {}, 'record'));
    await expect(say('al', RECORD_PROPOSED.id, RECORD, 'held')).rejects.toMatchObject({ code: 'state-forbids' });
    await expect(say('al', DECISION_TAKEN.id, { words: ['courses begin in May'] }, 'minutes')).rejects.toMatchObject({
      code: 'state-forbids',
    });
    await say('al', DECISION_TAKEN.id, { words: ['courses begin in November'] }, 'minutes');
  });

  test('an action goes to a body of the own side, is due on its day, and is done once', async () => {
    const action = { what: ['EXERCISE: send the list of courses'], owner: ['al:mefa'], due: ['2026-10-01'] };
    await expect(say('ua', ACTION_ASSIGNED.id, action, 'minutes')).rejects.toMatchObject({ code: 'input-malformed' });
    told.set('action', await say('al', ACTION_ASSIGNED.id, action, 'minutes'));
    expect(await asked('ua')).toContain('al meeting.duty.action 2026-10-01');
    await expect(say('ua', ACTION_DONE.id, { outcome: ['done'] }, 'action')).rejects.toMatchObject({
      code: 'state-forbids',
    });
    await say('al', ACTION_DONE.id, { outcome: ['EXERCISE: sent'] }, 'action');
    await expect(say('al', ACTION_DONE.id, { outcome: ['again'] }, 'action')).rejects.toMatchObject({
      code: 'state-forbids',
    });
    expect(await asked('ua')).toEqual(['al meeting.duty.next 2027-02-28', 'ua meeting.duty.next 2027-02-28']);
  });

  test('agenda and record go on paper in either language, and the invitation into a calendar', async () => {
    const serving = await serve(pair.node('al').node, { port: 0, host: '127.0.0.1', say: () => undefined });
    try {
      const ask = async (format: string, language = 'en'): Promise<Uint8Array> => {
        const query = new URLSearchParams({ of: told.get('call') ?? '', format, language });
        const answer = await fetch(`${serving.url}/dialogue/document?${query.toString()}`);
        expect(answer.status).toBe(200);
        return new Uint8Array(await answer.arrayBuffer());
      };
      const start = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.slice(0, 4));
      for (const language of ['en', 'uk', 'sq']) {
        expect(start(await ask('pdf', language))).toBe('%PDF');
        expect(start(await ask('docx', language))).toBe('PK\u0003\u0004');
      }
      const event = new TextDecoder().decode(await ask('ics')).replaceAll('\r\n ', '');
      expect(event).toContain('DTSTART:20260910T080000Z');
      expect(event).toContain(`SUMMARY:EXERCISE ${NAME}`);
      expect(event).toContain(`UID:${told.get('call') ?? ''}@ua-al-2025.servanda`);
    } finally {
      await serving.stop();
    }
  });

  test('both nodes show the same series, the agreed words and nothing of one side alone', async () => {
    const [ua, al] = [await loadDialogue(look('ua')), await loadDialogue(look('al'))];
    expect(ua.clause?.provision).toBe('10');
    const [series] = ua.series;
    expect(series?.name).toBe(NAME);
    expect(series?.due).toEqual({ date: '2027-02-28', rule: 'series/1' });
    const [held, moved] = series?.meetings ?? [];
    expect(held?.record?.texts['en']).toBe(RECORD['text-en']?.[0]);
    expect(held?.record?.agreed?.side).toBe('al');
    expect(held?.decisions.map(({ words }) => words)).toEqual(['courses begin in November']);
    expect(held?.attendance).toHaveLength(3);
    expect(moved?.moved?.act).toBe(told.get('call'));
    // What may be done now differs by side, and so does the second at which each is asked.
    const bare = (data: typeof ua): string =>
      JSON.stringify(data, (key, value: unknown) => (key === 'deeds' || key === 'now' ? undefined : value));
    expect(bare(ua)).toBe(bare(al));
  });
});
