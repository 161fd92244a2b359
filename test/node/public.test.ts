// The role of the public window: what PostgreSQL itself refuses it, and what of the record it is shown.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASSESSMENT_DECLINED, ASSESSMENT_OFFERED } from '../../src/areas/keeping/offers/kinds.ts';
import { OFFERS } from '../../src/areas/keeping/offers/register.ts';
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { PUBLIC_ROLE } from '../../src/node/store/published.ts';
import { type Everyone, openEveryone, published } from '../setup/everyone.ts';
import { official, openPair, type Pair, say } from '../twin/pair.ts';

const INSUFFICIENT = '42501';
const NOT_UPDATABLE = '55000';
const OFFER = '0123456789abcdef01234567';

/** The SQLSTATE with which a statement fails. */
async function code(work: PromiseLike<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (cause) {
    return (cause as { code?: string }).code;
  }
}

describe('the role of the public', () => {
  let pair: Pair;
  let everyone: Everyone;
  let tables: readonly string[];

  beforeAll(async () => {
    pair = await openPair();
    const { node, sql } = pair.node('ua');
    await say(pair, 'ua', BODY_DESIGNATED.id, { body: ['ua:nmaa'], provisions: ['58, 59'], from: ['2026-08-28'] });
    const sent = {
      offer: [OFFER],
      statement: ['59.7'],
      organisation: ['Demonstration Observatory (EXERCISE)'],
      words: ['EXERCISE: for the moderators alone.'],
      language: ['en'],
      completion: ['limited'],
      sources: ['https://observatory.example/2026'],
      received: ['2026-08-28'],
    };
    const draft = await node.write(official(pair, 'ua', 'drafter'), ASSESSMENT_OFFERED.id, undefined, sent);
    await node.approve(official(pair, 'ua', 'approver'), draft.id, draft.digest);
    await node.write(official(pair, 'ua', 'drafter'), BODY_DESIGNATED.id, undefined, {
      body: ['ua:mod'],
      provisions: ['9'],
      from: ['2026-08-28'],
    });
    await pair.settled();
    everyone = await openEveryone(pair, 'ua');
    tables = (
      await sql<{ name: string }[]>`select relname as name from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r'`
    ).map(({ name }) => name);
  });
  afterAll(async () => {
    await everyone.stop();
    await pair.close();
  });

  test('is refused every table of the node by name, to read and to write', async () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(tables).toEqual(expect.arrayContaining(['drafts', 'approvals', 'entries', 'parts', 'notices', 'offered']));
    for (const table of tables) {
      const name = `public.${table}`;
      expect([table, await code(everyone.sql.unsafe(`select 1 from ${name} limit 1`))]).toEqual([table, INSUFFICIENT]);
      expect([table, await code(everyone.sql.unsafe(`delete from ${name}`))]).toEqual([table, INSUFFICIENT]);
    }
  });

  test('writes into no view, makes nothing, and takes no other role', async () => {
    const { sql } = everyone;
    // Of these PostgreSQL would write through the view, were the role allowed to.
    for (const view of ['logs', 'tiles', 'checkpoints', 'cosignatures']) {
      expect([view, await code(sql.unsafe(`delete from public_window.${view}`))]).toEqual([view, INSUFFICIENT]);
    }
    expect(await code(sql`delete from public_window.entries`)).toBe(NOT_UPDATABLE);
    expect(await code(sql`create table public_window.mine (id int)`)).toBe(INSUFFICIENT);
    expect(await code(sql`create table public.mine (id int)`)).toBe(INSUFFICIENT);
    const owner = (await pair.node('ua').sql<{ name: string }[]>`select current_user as name`)[0]?.name ?? '';
    expect(await code(sql.unsafe(`set role "${owner}"`))).toBe(INSUFFICIENT);
  });

  test('reads the entry, the part and the state of what is CLEAR, and nothing of what is GREEN', async () => {
    const { sql } = everyone;
    const kinds = (await sql<{ kind: string }[]>`select kind from public_window.entries`).map(({ kind }) => kind);
    expect(kinds).toContain(BODY_DESIGNATED.id);
    expect(kinds).not.toContain(ASSESSMENT_OFFERED.id);
    const [green] = await pair.node('ua').sql<{ idx: number }[]>`select idx from entries
      where log = 0 and kind = ${ASSESSMENT_OFFERED.id}`;
    const index = green?.idx ?? -1;
    for (const view of ['entries', 'parts', 'spoken_under', 'referring', 'subjects']) {
      const found = await sql.unsafe(`select 1 from public_window.${view} where log = 0 and idx = ${index}`);
      expect([view, found.length]).toEqual([view, 0]);
    }
    const bytes = await sql<{ text: string }[]>`select convert_from(bytes, 'UTF8') as text from public_window.parts`;
    expect(bytes.some(({ text }) => text.includes('moderators alone'))).toBe(false);
    expect(await sql`select 1 from public_window.rows where register = 'offers'`).toHaveLength(0);
    expect(await everyone.record.actFile('ua', index)).toBeUndefined();
    expect(await everyone.record.look().rows(OFFERS)).toEqual([]);
  });

  test('is shown a state folded from what is public of it, where more was said', async () => {
    const offered = await pair.node('al').node.look().acts({ kind: ASSESSMENT_OFFERED.id });
    const { node } = pair.node('al');
    const typed = { reasons: ['EXERCISE: its source cannot be opened.'] };
    const by = official(pair, 'al', 'drafter');
    const draft = await node.write(by, ASSESSMENT_DECLINED.id, offered[0]?.act.id, typed);
    await node.approve(official(pair, 'al', 'approver'), draft.id, draft.digest);
    await pair.settled();
    await published(everyone, async () => (await everyone.record.look().rows(OFFERS)).length > 0);
    const [row] = await everyone.record.look().rows(OFFERS);
    expect(row?.state).toMatchObject({ offered: null, sent: null, statement: '59.7' });
    expect(row?.state.decisions).toMatchObject([{ side: 'al', publishes: false }]);
    // The node itself knows the whole.
    const known = await pair.node('ua').node.look().row(OFFERS, OFFER);
    expect(known.sent?.organisation).toContain('Observatory');
  });

  test('hands in an assessment by the one function, within its bounds, and reads none of them', async () => {
    const { sql } = everyone;
    const put = async (id: string, words: string): Promise<boolean | undefined> =>
      (
        await sql<{ put: boolean }[]>`select public_window.offer(${id}, '59.7', 'An organisation', 'a@b.example',
          'https://b.example', ${words}, 'en', '', now()) as put`
      )[0]?.put;
    expect(await put('a'.repeat(24), 'EXERCISE')).toBe(true);
    expect(await put('b'.repeat(24), 'x'.repeat(2001))).toBe(false);
    expect(await code(sql`select * from public.offered`)).toBe(INSUFFICIENT);
    const kept = await pair.node('ua').sql<{ id: string; state: string }[]>`select id, state from offered`;
    expect(kept).toEqual([{ id: 'a'.repeat(24), state: 'waiting' }]);
  });

  test('that was given anything beside is not opened on', async () => {
    const { sql } = pair.node('ua');
    await sql.unsafe(`grant select on drafts to ${PUBLIC_ROLE}`);
    try {
      await expect(openEveryone(pair, 'ua')).rejects.toMatchObject({ code: 'public-role-unfit' });
    } finally {
      await sql.unsafe(`revoke select on drafts from ${PUBLIC_ROLE}`);
    }
    const again = await openEveryone(pair, 'ua');
    await again.stop();
  });
});
