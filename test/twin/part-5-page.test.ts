// The page of life with everything on it: every matter, clock, date and reading, at both nodes in three languages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIFE_PAGE } from '../../src/areas/final/life.page.tsx';
import {
  ALIGNMENT_OPENED, CONVENTION_PROPOSED, DIFFERENCE_ANSWERED, DIFFERENCE_STATED, EXTENSION_ACCEPTED,
  EXTENSION_PROPOSED, MATTER_WITHDRAWN, PROPOSAL_ACCEPTED, REGISTRATION_STATED, TERMINATION_NOTIFIED,
} from '../../src/areas/final/matters/kinds.ts';
import { draftAddress } from '../../src/areas/final/notes.table.tsx';
import { MATTERS } from '../../src/agreement/matter.ts';
import { LANGUAGES, type Language, speaker } from '../../src/kit/words.ts';
import { TABLES } from '../../src/web/tongue.ts';
import { WORDS } from '../../src/areas/final/words.ts';
import { receive, tell } from './desk.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { tellStory } from './story.ts';

let pair: Pair;
const acts: Record<string, string> = {};

beforeAll(async () => {
  pair = await openPair('2026-08-28T09:00:00Z');
  await tellStory(pair);
  pair.clock('2026-09-01T08:00:00Z');
  const note = { noteDate: '2026-09-01', channel: 'embassy' };
  const convention = { rule: 'extension/1', reading: 'extension.later' };
  acts['convention'] = await tell(pair, 'ua', CONVENTION_PROPOSED.id, convention);
  await tell(pair, 'al', PROPOSAL_ACCEPTED.id, {}, acts['convention']);
  acts['extension'] = await tell(pair, 'ua', EXTENSION_PROPOSED.id, { years: '5', months: '6', ...note });
  pair.clock('2026-09-02T08:00:00Z');
  await receive(pair, 'al', acts['extension'], '2026-09-02 09:00:00');
  const accepted = await tell(pair, 'al', EXTENSION_ACCEPTED.id, note, acts['extension']);
  pair.clock('2026-09-03T08:00:00Z');
  await receive(pair, 'ua', accepted, '2026-09-03 10:00:00');
  const stated = { provisions: '43', of: 'interpretation', text: 'EXERCISE' };
  acts['difference'] = await tell(pair, 'ua', DIFFERENCE_STATED.id, stated);
  const review = { mechanism: 'EXERCISE', partners: 'G7', agreedOn: '2026-09-01' };
  acts['alignment'] = await tell(pair, 'al', ALIGNMENT_OPENED.id, review);
  await tell(pair, 'al', REGISTRATION_STATED.id, { date: '2026-09-02', registration: 'EXERCISE I-00000' });
  const notice = await tell(pair, 'al', TERMINATION_NOTIFIED.id, note);
  pair.clock('2026-09-04T08:00:00Z');
  await receive(pair, 'ua', notice, '2026-09-04 10:00:00');
}, 60_000);
afterAll(async () => await pair.close());

async function page(side: Side, language: Language): Promise<string> {
  const look = pair.node(side).node.look();
  const speak = speaker(language, [...TABLES, WORDS]);
  const data = await LIFE_PAGE.load(look, {});
  return (LIFE_PAGE.draw(data, speak, look).leaf as { toString: () => string }).toString();
}

/** The text of a part of the page between its id and the next section. */
function part(html: string, from: string, to: string): string {
  return html.slice(html.indexOf(`id="${from}"`), html.indexOf(`id="${to}"`)).replace(/<[^>]+>/g, ' ');
}

describe('the page of life', () => {
  test.each(LANGUAGES)('names every matter and its state in %s, without a word missing', async (language) => {
    const html = await page('ua', language);
    for (const matter of Object.keys(MATTERS)) {
      expect(html).toContain(WORDS[`life.matter.name-${matter}`]?.[language]);
      expect(html).toContain(WORDS[`life.matter.why-${matter}`]?.[language]);
    }
    const states = ['decided', 'pending', 'stated', 'open', 'adopted', 'registered'];
    for (const state of states) expect(html).toContain(WORDS[`life.matter.state-${state}`]?.[language]);
    expect(html).toContain(WORDS['life.termination-pending']?.[language]);
  });

  test('gives why to every date of a clock: rule, sum, acts, time zones, every reading', async () => {
    const html = await page('al', 'en');
    const clocks = ['entry', 'lapse', 'extended-1', 'extension', 'termination-al'];
    clocks.forEach((clock, i) => {
      const shown = part(html, clock, clocks[i + 1] ?? 'matters');
      expect(shown, clock).toContain('why this date?');
      expect(shown, clock).toMatch(/Computed with the time zone database \d{4}[a-z]/);
    });
    expect(part(html, 'lapse', 'extended-1')).toContain('31 August 2036'.replaceAll(' ', '\u00a0'));
    expect(part(html, 'extended-1', 'extension')).toContain('28 February 2042'.replaceAll(' ', '\u00a0'));
    expect(part(html, 'extension', 'termination-al')).toContain(WORDS['life.matter.name-convention']?.en);
    expect(part(html, 'termination-al', 'matters')).toContain('4 March 2027'.replaceAll(' ', '\u00a0'));
  });

  test('offers to each side what that side can say now, and nothing else', async () => {
    const [ua, al] = [await page('ua', 'en'), await page('al', 'en')];
    const link = (kind: string, about?: string): string => draftAddress(kind, about).replaceAll('&', '&amp;');
    const answer = link(DIFFERENCE_ANSWERED.id, acts['difference']);
    expect([ua.includes(answer), al.includes(answer)]).toEqual([false, true]);
    const withdraw = link(MATTER_WITHDRAWN.id, acts['alignment']);
    expect([ua.includes(withdraw), al.includes(withdraw)]).toEqual([false, true]);
    const terminate = link(TERMINATION_NOTIFIED.id);
    expect([ua.includes(terminate), al.includes(terminate)]).toEqual([true, false]);
  });

  test('shows what is reported of related instruments, each with its own last day by the same rule', async () => {
    const html = await page('ua', 'en');
    const shown = part(html, 'instruments', 'calendars');
    expect(shown).toContain('Treaty on Friendship and Cooperation');
    expect(shown).toContain('17 Jan 2035'.replaceAll(' ', '\u00a0'));
    expect(shown).toContain('term/1');
    expect(shown).toMatch(/reported\s+12\s[A-Z][a-z]+\s2023/);
    expect(html.slice(html.indexOf('id="calendars"'))).toContain('Law of Ukraine No. 2136-IX');
  });

  test('stands on registers that rebuilding from the logs brings back, byte for byte', async () => {
    for (const side of SIDES) {
      const running = pair.node(side);
      const rows = async () => await running.sql`select register, subject, state from rows order by register, subject`;
      const before = JSON.stringify(await rows());
      await running.rebuild();
      expect(JSON.stringify(await rows())).toBe(before);
    }
  });

  test('says that the dates which acts state are still those that follow', async () => {
    const html = await page('ua', 'en');
    expect(html.slice(html.indexOf('id="recomputed"'))).toMatch(/4 dates stated in acts, recomputed .* all the same/);
  });
});
