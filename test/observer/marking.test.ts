// How what is shown may be handled stands on every page, document and export, in words, and is never typed by hand.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Label } from '../../src/act/act.ts';
import { NOBODY } from '../../src/agreement/label.ts';
import { markingCodes, markingLine } from '../../src/kit/marking.ts';
import { LANGUAGES } from '../../src/kit/words.ts';
import { speakers } from '../../src/web/tongue.ts';
import { filesIn } from '../paper/zip.ts';
import { exportOf } from '../twin/exported.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { open, type Reader, type Tested } from '../web/windows.ts';
import { openStage, type Stage, type Uttered } from './stage.ts';

const tongues = speakers([]);
const line = (label: Label | typeof NOBODY, language: (typeof LANGUAGES)[number] = 'en'): string =>
  markingLine(label, tongues[language], AGREEMENT).replaceAll('\u00a0', ' ');

describe('a marking line', () => {
  const rel = ['AL', 'UA'];
  test.each<[Label | typeof NOBODY, string]>([
    [{ tlp: 'CLEAR', rel }, 'TLP:CLEAR. Anyone may see this and pass it on.'],
    [{ tlp: 'GREEN', rel }, 'TLP:GREEN. For officials alone, of these sides: Ukraine and the Republic of Albania.'],
    [
      { tlp: 'CLEAR', rel: ['AL'], purpose: ['relief'] },
      'TLP:CLEAR. For officials alone, of these sides: the Republic of Albania. Purpose: relief.',
    ],
    [
      {
        tlp: 'RED',
        rel,
        bodies: ['ua:mfa'],
        orcon: true,
        codes: ['H1', 'H2'],
        action: 'NONE',
        personal: { categories: [], special: true, basis: 'law' },
        keepUntil: '2027-01-31',
      },
      'TLP:RED. Only for: Ministry of Foreign Affairs of Ukraine. Holds special categories of personal data. ' +
        'Passed on only with the originator’s consent. Codes: H1 and H2. Permitted: NONE. ' +
        'Kept until 31 January 2027.',
    ],
    [NOBODY, 'Made of parts that nobody may have together. Show it to nobody.'],
  ])('of %o says who may have it, for what, until when', (label, words) => {
    expect(line(label)).toBe(words);
  });

  test('begins with the TLP in every language, and machines have it in one line', () => {
    const label: Label = { tlp: 'AMBER', rel, bodies: ['al:asp', 'ua:mfa'], purpose: ['crime'], orcon: true };
    for (const language of LANGUAGES) expect(line(label, language)).toMatch(/^TLP:AMBER\. /);
    expect(markingCodes(label)).toBe('TLP:AMBER; rel=AL,UA; bodies=al:asp,ua:mfa; purpose=crime; orcon');
  });
});

describe('on a node', () => {
  let stage: Stage;
  let tested: Tested;
  let outside: Reader;
  let office: Reader;
  let other: Reader;
  let named: Uttered;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path(tmpdir(), 'servanda-marked-'));
    stage = await openStage();
    await stage.utter('ua', { word: 'plain', label: {} });
    named = await stage.utter('ua', { word: 'named', label: { tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] } });
    await stage.utter('ua', { word: 'green', label: { tlp: 'GREEN' } });
    await stage.pair.settled();
    tested = await open(stage.pair.node('ua').node);
    [outside, office, other] = [tested.reader('en'), tested.reader('en'), tested.reader('uk')];
    await office.signIn('prykladna');
    await other.signIn('other-ua');
  });
  afterAll(async () => {
    tested.windows.close();
    await stage.pair.close();
    await rm(folder, { recursive: true });
  });

  const marking = async (reader: Reader, address: string): Promise<unknown> => (await reader.json(address))['marking'];

  test('a page is marked by the highest of what its reader is shown, for each reader their own', async () => {
    expect(await marking(outside, '/probes')).toEqual({ tlp: 'CLEAR', rel: ['AL', 'UA'] });
    expect(await marking(other, '/probes')).toEqual({ tlp: 'GREEN', rel: ['AL', 'UA'] });
    const highest = { tlp: 'GREEN', rel: ['AL', 'UA'], bodies: ['al:mefa', 'ua:mfa'] };
    for (const address of ['/probes', '/record', '/duties', `/act/ua/${named.index}`, '/reports']) {
      expect([address, await marking(office, address)]).toEqual([address, highest]);
    }
  });

  test('the line stands at head and foot of a page in its language, and in the head of the answer', async () => {
    const answer = await other.ask('/probes');
    expect(answer.headers.get('servanda-marking')).toBe('TLP:GREEN; rel=AL,UA');
    const html = await answer.text();
    const found = [...html.matchAll(/<p class="marking">([^<]+)<\/p>/g)].map(([, said]) => said);
    const words = line({ tlp: 'GREEN', rel: ['AL', 'UA'] }, 'uk');
    expect(words).toContain('TLP:GREEN. Лише для посадових осіб сторін: Україна');
    expect(found).toEqual([words, words]);
    const part = await office.ask(`/act/ua/${named.index}/part/named.txt`);
    expect(part.headers.get('servanda-marking')).toBe('TLP:GREEN; rel=AL,UA; bodies=al:mefa,ua:mfa');
  });

  test('a document carries it on its pages, in its own language', async () => {
    const bytes = await (await office.ask('/reports?format=docx&language=sq')).arrayBuffer();
    const words = [...filesIn(new Uint8Array(bytes))].filter(([name]) => /header|footer/.test(name));
    expect(words.map(([, text]) => text.includes('TLP:GREEN. Vetëm për: '))).toContain(true);
  });

  test('a calendar says it, though whoever holds its address is not signed in', async () => {
    const csrf = await office.token('/duties');
    const opened = await (await office.send('/duties/calendars', { csrf, scope: 'body' })).text();
    const address = /\/calendar\/[A-Za-z0-9_-]{43}\.ics/.exec(opened)?.[0] ?? '';
    expect(await (await outside.ask(address)).text()).toContain('X-WR-CALDESC:TLP:');
  });

  test('an export says what the whole of it is, and for the public leaves out what is not theirs', async () => {
    const [whole, open_] = [path(folder, 'whole'), path(folder, 'public')];
    await exportOf(stage.pair, 'ua', whole);
    await exportOf(stage.pair, 'ua', open_, 'public');
    for (const target of [whole, open_]) {
      const said = JSON.parse(await readFile(path(target, 'MARKING.txt'), 'utf8')) as Label;
      expect(said).toMatchObject({ tlp: 'GREEN', bodies: ['al:mefa', 'ua:mfa'] });
    }
    const partsIn = async (target: string): Promise<readonly string[]> => await readdir(path(target, 'ua/parts'));
    expect(await partsIn(whole)).toContain(String(named.index));
    expect(await partsIn(open_)).not.toContain(String(named.index));
    expect((await partsIn(whole)).length - (await partsIn(open_)).length).toBe(2);
  });
});
