// Ring B between two nodes: sealed on the way and where it is kept, folded by neither, open to both alone.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { AREAS } from '../../src/areas/index.ts';
import { HANDED, THING_AREA, THINGS, contentOf } from './given.area.ts';
import { FILES } from '../../src/node/config.ts';
import { openIdentity } from '../../src/node/identity.ts';
import { isEnvelope, readEnvelope } from '../../src/seal/envelope.ts';
import { official, openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const AMBER = JSON.stringify({ tlp: 'AMBER', rel: ['AL', 'UA'] });
const TEXT = 'canary-ring-b: the convoy leaves at dawn';
const PAPER = utf8('%PDF-1.7 canary-ring-b-paper');

let pair: Pair;
let act: string;
const files = { file: { name: 'paper.pdf', bytes: PAPER } };
const areas = () => [...AREAS, THING_AREA];

beforeAll(async () => {
  pair = await openPair('2026-08-28T09:00:00Z', areas);
  const draft = await say(pair, 'ua', HANDED.id, { label: [AMBER], text: [TEXT] }, undefined, files);
  act = draft.act ?? '';
  await pair.settled();
});
afterAll(async () => await pair.close());

interface Row {
  readonly log: number;
  readonly idx: number;
  readonly name: string;
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
  readonly ring: string | null;
}

async function kept(side: Side): Promise<readonly Row[]> {
  const { sql } = pair.node(side);
  return await sql<Row[]>`select p.* from parts p join entries e on e.log = p.log and e.idx = p.idx
    where e.act = ${act} order by name`;
}

describe('a part of ring B', () => {
  it('is read in plain text on both nodes, and folded by its body alone into equal registers', async () => {
    for (const side of SIDES) {
      const { node } = pair.node(side);
      const file = await node.actFile(act);
      expect(contentOf(file?.parts ?? [])).toEqual({ text: TEXT });
      expect(file?.parts.find(({ name }) => name === 'paper.pdf')?.bytes).toEqual(PAPER);
      expect(await node.look().row(THINGS, 'thing/1')).toEqual({ urgent: true, acts: [act] });
      expect(file?.shown.act.header.parts.map((part) => `${part.name} ${part.class}`)).toEqual([
        'body A',
        'content B',
        'paper.pdf B',
      ]);
      expect((await node.record()).concordance.state).toBe('agrees');
    }
  });

  it('is kept sealed with its salt by a key of its compartment, another on each node', async () => {
    const keys: string[] = [];
    for (const side of SIDES) {
      const [body, ...sealed] = await kept(side);
      expect([body?.name, body?.ring]).toEqual(['body', null]);
      for (const { ring, salt, bytes } of sealed) {
        expect([ring, salt.length, isEnvelope(bytes)]).toEqual(['B', 0, true]);
        const { recipients } = readEnvelope(bytes);
        expect(recipients.map(({ kem }) => kem)).toEqual(['shared']);
        keys.push(`${recipients[0]?.key} ${recipients[0]?.id}`);
      }
    }
    const [ua, uaPaper, al, alPaper] = keys;
    expect([ua, al]).toEqual([uaPaper, alPaper]);
    expect(ua).not.toBe(al);
  });

  it('stands in plain text nowhere in either database, drafts and rows among it', async () => {
    for (const side of SIDES) {
      const { sql } = pair.node(side);
      const tables = await sql<{ name: string }[]>`select c.relname as name from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`;
      for (const { name } of tables) {
        const found = await sql.unsafe(`select count(*)::int as n from ${name} t
          where t::text like '%canary-ring-b%' or t::text like '%${Buffer.from('canary-ring').toString('hex')}%'`);
        expect([name, found[0]?.['n']]).toEqual([name, 0]);
      }
    }
  });

  it('is drafted, approved and sent back without its words or the reason lying open', async () => {
    const { node, sql } = pair.node('ua');
    const typed = { label: [AMBER], text: [TEXT] };
    const draft = await node.write(official(pair, 'ua', 'drafter'), HANDED.id, undefined, typed);
    expect(contentOf(draft.parts)).toEqual({ text: TEXT });
    expect(draft.typed).toEqual(typed);
    const back = await node.sendBack(official(pair, 'ua', 'approver'), draft.id, 'canary-ring-b reason');
    expect([back.reason, back.typed]).toEqual(['canary-ring-b reason', typed]);
    const [row] = await sql`select d::text as all from drafts d where id = ${draft.id}`;
    expect(row?.['all']).not.toContain('canary');
    expect(row?.['all']).not.toContain(Buffer.from('canary').toString('hex'));
    expect(row?.['all']).not.toContain(Buffer.from('canary-ring-b').toString('base64').slice(0, 12));
  });

  it('is refused under the label of a kind that is said in the open alone, and under a classification', async () => {
    const { node } = pair.node('ua');
    const write = async (label: object): Promise<unknown> =>
      await node.write(official(pair, 'ua', 'drafter'), HANDED.id, undefined, {
        label: [JSON.stringify(label)],
        text: [TEXT],
      });
    const secret = { tlp: 'AMBER', rel: ['AL', 'UA'], codes: ['NATO-RESTRICTED'] };
    await expect(write(secret)).rejects.toMatchObject({ code: 'label-refused' });
  });

  it('comes back sealed from the other node where it is damaged here, and is whole again', async () => {
    const { sql, node } = pair.node('ua');
    await sql`update parts set bytes = 'gone' where log = 0 and name = 'content' and ring = 'B'`;
    await expect(node.actFile(act)).rejects.toMatchObject({ code: 'envelope-invalid' });
    const { look } = await import('../../src/commands/fsck.ts');
    const { inspectionOf } = await import('../../src/node/ground.ts');
    const { heal } = await import('../../src/node/healing.ts');
    const { keeperOf } = await import('../../src/node/ground.ts');
    const { caller } = await import('../../src/node/wire.ts');
    const identity = await openIdentity(pair.seats.ua.home, pair.settings.ua, new Date());
    const line = caller(identity.counterpart.wire, identity.wire, identity.counterpart.certificate);
    const room = inspectionOf({ sql, identity, keeper: keeperOf(areas()) });
    const found = await look(room);
    expect(found.map(({ what, name }) => `${what} ${name}`)).toEqual(['part content']);
    const rebuild = async (): Promise<number> => await pair.node('ua').rebuild();
    const [epochs] = identity.epochs;
    const { vault } = identity;
    const healing = { sql, line, logKey: identity.keys.log, vault, epochs, rebuild, now: () => new Date() };
    for (const damage of found) expect(await heal(healing, damage)).toBe(true);
    expect(await look(room)).toEqual([]);
    expect(contentOf((await node.actFile(act))?.parts ?? [])).toEqual({ text: TEXT });
    line.close();
    identity.ring.close();
  });

  it('does not open without the keys of the vault, and the node says which file is missing', async () => {
    const { home } = pair.seats.al;
    const file = join(home, FILES.vault);
    const kept = fromUtf8(await readFile(file)) ?? '';
    await pair.shut('al');
    await rm(file);
    await expect(pair.open('al')).rejects.toMatchObject({ code: 'seal-key-missing' });
    await writeFile(file, kept);
    await pair.open('al');
    const shown = await pair.node('al').node.actFile(act);
    expect(contentOf(shown?.parts ?? [])).toEqual({ text: TEXT });
  });

  it('is folded again into the same rows from what is kept, and by nobody\'s keys', async () => {
    for (const side of SIDES) {
      const { sql } = pair.node(side);
      const rows = async (): Promise<string> =>
        JSON.stringify(await sql`select register, subject, state from rows order by register, subject`);
      const before = await rows();
      await pair.node(side).rebuild();
      expect(await rows()).toBe(before);
    }
    await pair.settled();
  });
});
