// The log of readings: whoever opens a part that speaks of persons is written down first, or opens nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActHeader, actText, parseAct } from '../../src/act/act.ts';
import { utf8 } from '../../src/act/bytes.ts';
import { formatNote } from '../../src/act/note.ts';
import { commitment } from '../../src/act/part.ts';
import type { SideViewer } from '../../src/agreement/sight.ts';
import { eyesOf, type Looking } from '../../src/node/eyes.ts';
import { parsedActs } from '../../src/node/parsed.ts';
import { Reader } from '../../src/node/reader.ts';
import { connect, type Sql } from '../../src/node/store/database.ts';
import { keepMarkings } from '../../src/node/store/markings.ts';
import { readReadings } from '../../src/node/store/readings.ts';
import { insertEntries, insertParts, OWN } from '../../src/node/store/record.ts';
import { markingOf } from '../../src/agreement/sight.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';

const SALT = new Uint8Array(32);
const PARTS = ['body', 'content'].map((name) => ({ name, salt: SALT, bytes: utf8(JSON.stringify({ title: name })) }));
const NOW = '2026-11-25T09:00:00.000Z';

/** An act whose label announces persons, or does not, as its log holds it. */
function actOf(personal: boolean, nth: number): Uint8Array {
  const header: ActHeader = {
    agreement: 'ua-al-2025',
    kind: 'item.given/1',
    provisions: ['31'],
    by: 'ua:police',
    at: '2026-11-25T08:00:00Z',
    number: `UA-POLICE-2026-000${nth}`,
    to: ['al:police'],
    subject: 'item',
    re: [],
    seen: { origin: 'al.example/ua-al-2025/al/1', root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', size: 0 },
    label: {
      tlp: 'GREEN',
      rel: ['AL', 'UA'],
      purpose: ['crime'],
      ...(personal ? { personal: { categories: ['suspects'], special: false, basis: 'law' } } : {}),
    },
    parts: PARTS.map(({ name, salt, bytes }) => ({
      name,
      type: 'application/json',
      class: 'A',
      commitment: commitment(salt, bytes),
    })),
    exercise: true,
  };
  const signature = { name: 'ua:police/2026-1', id: new Uint8Array(4), signature: new Uint8Array(64) };
  return formatNote(actText(header), [signature as never]);
}

describe('readings', () => {
  let database: FreshDatabase;
  let sql: Sql;
  const acts: string[] = [];
  beforeAll(async () => {
    database = await freshDatabase();
    sql = connect(database.place);
    for (const [idx, personal] of [true, false].entries()) {
      const bytes = actOf(personal, idx);
      const { id, header } = parseAct(bytes);
      acts.push(id);
      const marking = markingOf(header);
      const at = new Date(NOW);
      const found = { act: id, body: header.by, kind: header.kind, number: header.number, marking };
      await sql.begin(async (tx) => {
        await keepMarkings(tx, [marking]);
        await insertEntries(tx, [{ log: OWN, idx, bytes, leaf: SALT, seen: 0, at, contested: null, ...found }]);
        await insertParts(tx, PARTS.map((part) => ({ ...part, ring: null, log: OWN, idx })));
      });
    }
  });
  afterAll(async () => {
    await sql.end({ timeout: 5 });
    await database.drop();
  });

  const reader = (looking: Looking): Reader =>
    new Reader({
      sql,
      side: 'ua',
      other: 'al',
      eyes: eyesOf(sql, looking),
      now: () => new Date(NOW),
      hands: async () => await Promise.resolve(undefined),
      parse: parsedActs(),
    });
  const officer: SideViewer = { side: 'ua', bodies: ['ua:police'], purpose: 'crime', official: 'navchalnyi' };

  test('opening what speaks of persons is written down: who, for what, which act and parts, when', async () => {
    const [persons = '', other = ''] = acts;
    expect(await reader(officer).content(other)).toEqual({ title: 'content' });
    expect(await readReadings(sql, 'ua:police', 10)).toEqual([]);
    expect(await reader(officer).content(persons)).toEqual({ title: 'content' });
    expect(await readReadings(sql, 'ua:police', 10)).toEqual([
      {
        at: new Date(NOW),
        official: 'navchalnyi',
        body: 'ua:police',
        purpose: 'crime',
        act: persons,
        of_log: OWN,
        idx: 0,
        parts: 'content',
      },
    ]);
  });

  test('whoever may not see it opens nothing, and leaves no line', async () => {
    const [persons = ''] = acts;
    for (const looking of ['public', { ...officer, purpose: undefined }, { ...officer, purpose: 'cyber' }] as const) {
      expect(await reader(looking).content(persons)).toBeUndefined();
    }
    expect(await readReadings(sql, 'ua:police', 10)).toHaveLength(1);
  });

  test('the node itself reads to judge and to erase, and is nobody', async () => {
    expect(await reader('node').content(acts[0] ?? '')).toEqual({ title: 'content' });
    expect(await readReadings(sql, 'ua:police', 10)).toHaveLength(1);
    expect(await readReadings(sql, 'ua:mfa', 10)).toEqual([]);
  });

  test('what cannot be written down is not shown', async () => {
    await sql.unsafe('alter table readings rename to away');
    await expect(reader(officer).content(acts[0] ?? '')).rejects.toThrow('readings');
    await sql.unsafe('alter table away rename to readings');
  });
});
