// Part IV with the line cut: a sheet carries the request, the receipt comes back the same way, nothing is doubled.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { codesOf, formatSheet, readSheet } from '../../src/act/sheet.ts';
import { duties } from '../../src/areas/consultation/duties.ts';
import { ACKNOWLEDGED, POSITION_STATED, REQUESTED, SESSION_OPENED } from '../../src/areas/consultation/kinds.ts';
import { Line } from '../fault/line.ts';
import { openPair, type Pair, type Side, SIDES } from './pair.ts';
import { lookAt, moment, REQUEST, roomAt, sayIn, speakIn, withRole } from './room.ts';

describe('part-4-sheet: ¶69 over a cut line', () => {
  let pair: Pair;
  let ends: Readonly<Record<Side, Line>>;
  beforeEach(async () => {
    ends = { ua: await Line.open(), al: await Line.open() };
    pair = await openPair('2026-11-23T14:04:10Z', undefined, (side, port) => ends[side].to(port));
    await pair.settled();
    for (const side of SIDES) ends[side].cut();
  });
  afterEach(async () => {
    await pair.close();
    for (const side of SIDES) await ends[side].close();
  });

  /** The sheet of an act, as its own side prints it. */
  async function sheetOf(side: Side, act: string): Promise<string> {
    const file = await pair.node(side).node.actFile(act);
    if (file === undefined) throw new Error(`sheet: ${side} has no ${act}`);
    return formatSheet(file);
  }

  const enter = async (side: Side, text: string) =>
    await pair.node(side).node.enterSheet(withRole(pair, side, 'duty-officer'), text);

  async function mend(): Promise<void> {
    for (const side of SIDES) {
      ends[side].mend();
      pair.node(side).wake();
    }
    await pair.settled(60_000);
  }

  const LONG = { timeout: 120_000 };

  test('request, receipt and sessions go by paper; the line brings the same acts once', LONG, async () => {
    const request = await sayIn(pair, 'ua', REQUESTED.id, REQUEST);
    expect((await roomAt(pair, 'al')).shown).toBeNull();
    // As codes, scanned in the wrong order, with what a mail program does to lines.
    const codes = codesOf(await sheetOf('ua', request));
    expect(codes.length).toBeGreaterThan(2);
    await enter('al', codes.toReversed().join('\r\n \r\n'));
    const asked = async (side: Side) => (await duties(lookAt(pair, side))).map(({ side: of, what }) => `${of} ${what}`);
    expect(await asked('al')).toContain('al consultation.duty.acknowledge');
    const arrived = { state: 'called', requests: [{ act: request, index: -1 }] };
    expect((await roomAt(pair, 'al')).shown).toMatchObject(arrived);

    const receipt = { carried: [request], ...moment('2026-11-23', '15:04:10'), delivery: ['sheet'] };
    const acknowledged = await sayIn(pair, 'al', ACKNOWLEDGED.id, receipt);
    await expect(speakIn(pair, 'al', ACKNOWLEDGED.id, receipt)).rejects.toMatchObject({ code: 'state-forbids' });
    const session = { ...moment('2026-11-23', '15:04:10'), medium: ['telephone'] };
    const theirs = await sayIn(pair, 'al', SESSION_OPENED.id, { carried: [request], ...session });

    // The receipt comes back the same way, and stops the asker's clock: what is shown says that it came by sheet.
    for (const act of [acknowledged, theirs]) await enter('ua', await sheetOf('al', act));
    expect((await roomAt(pair, 'ua')).shown?.requests[0]?.acknowledged).toMatchObject({ index: -1, channel: 'sheet' });
    expect(await asked('ua')).not.toContain('ua consultation.duty.reach');
    const ours = { ...moment('2026-11-23', '16:04:10'), medium: ['telephone'] };
    await sayIn(pair, 'ua', SESSION_OPENED.id, ours, request);
    expect((await roomAt(pair, 'ua')).shown?.state).toBe('convened');
    await expect(enter('ua', await sheetOf('ua', request))).rejects.toMatchObject({ code: 'side-mismatch' });

    await mend();
    for (const side of SIDES) {
      const { shown, all } = await roomAt(pair, side);
      expect(all).toHaveLength(1);
      expect(shown?.acts).toHaveLength(4);
      expect(shown?.acts.every(({ index }) => index >= 0)).toBe(true);
      expect(shown?.state).toBe('convened');
      expect(await lookAt(pair, side).carried()).toEqual([]);
    }
    // A sheet that comes late adds nothing.
    await expect(enter('al', await sheetOf('ua', request))).rejects.toMatchObject({ code: 'act-repeated' });
    await sayIn(pair, 'al', POSITION_STATED.id, { position: ['EXERCISE'] }, request);
    await pair.settled();
  });

  test('a sheet that was changed, lacks a part, or comes from nobody known is refused and kept nowhere', async () => {
    const text = await sheetOf('ua', await sayIn(pair, 'ua', REQUESTED.id, REQUEST));
    const changed: readonly (readonly [string, string])[] = [
      [text.replace('UA-MFA-2026', 'UA-MFA-2027'), 'signature-invalid'],
      [text.replace(/^part body .*$/m, ''), 'part-missing'],
      [text.replace(/^(part body \S+ ).*$/m, '$1e30='), 'part-mismatch'],
      [text.replace(/— ua:mfa\/\S+ /, '— ua:nobody/2026-1 '), 'key-unknown'],
      [text.slice(0, 400), 'delivery-malformed'],
      [codesOf(text).slice(1).join('\n'), 'delivery-malformed'],
      ['', 'delivery-malformed'],
    ];
    for (const [given, code] of changed) {
      const refusal = await enter('al', given).catch((cause: unknown) => (cause as { code?: string }).code);
      expect([code, 'note-malformed']).toContain(refusal);
    }
    const auditor = pair.seats.al.officials.find(({ roles }) => roles.includes('auditor'));
    if (auditor === undefined) throw new Error('nobody audits');
    await expect(pair.node('al').node.enterSheet(auditor, text)).rejects.toMatchObject({ code: 'role-missing' });
    expect(await lookAt(pair, 'al').carried()).toEqual([]);
    // As it was, it reads as it was written.
    const read = readSheet(text);
    expect(fromUtf8(utf8(formatSheet(read)))).toBe(text);
  });
});
