// Keys over time on two nodes: a new one beside the old, the old one revoked, each act judged by its index alone.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { formatKey, type Signer } from '../../src/act/key.ts';
import { KEYS } from '../../src/act/keys.ts';
import { BODY_DESIGNATED, KEY_ADMITTED, KEY_REVOKED_SINCE, RECORD_REJECTED } from '../../src/act/kinds.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment } from '../../src/act/part.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { FILES } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import { connect } from '../../src/node/store/database.ts';
import { operate } from '../fault/carried.ts';
import { Line } from '../fault/line.ts';
import { signerFrom, fixed } from '../vectors/hand.ts';
import { open } from '../web/windows.ts';
import { official, openPair, type Pair, say, SIDES } from './pair.ts';

const designation = (body: string) => ({ body: [body], provisions: ['58, 59'], from: ['2026-08-28'] });
const OLD = 'ua:mfa/2026-1';
const NEXT = 'ua:mfa/2026-2';

let pair: Pair;
const lines: Line[] = [];
afterEach(async () => {
  await pair.close();
  for (const line of lines.splice(0)) await line.close();
});

/** A designation signed by hand with a key of Ukraine's ministry, as whoever holds the key could. */
async function bySelf(header: ActHeader, body: string, number: string, key: string) {
  const signer = (await openKeys(join(pair.seats.ua.home, FILES.keys))).signer(key) as Signer;
  const held = formatKey(signerFrom(`${body}/2026-1`, fixed(body)).key);
  const said: Json = { body, from: '2026-08-28', key: held, name: { en: body, local: body }, provisions: ['58'] };
  const part = { name: 'body', salt: new Uint8Array(32), bytes: utf8(encode(said)) };
  const committed = commitment(part.salt, part.bytes);
  const parts: ActHeader['parts'] = [{ name: 'body', type: 'application/json', class: 'A', commitment: committed }];
  const bare = { ...header, subject: body, kind: BODY_DESIGNATED.id, provisions: ['73'], number };
  const text = actText({ ...bare, re: [], parts });
  return [formatNote(text, [signText(text, signer)]), [part]] as const;
}

const keysOf = async (side: 'ua' | 'al', act: string | undefined) =>
  ((await pair.node(side).node.actFile(act ?? ''))?.keys ?? []).map((key) => key.split('+')[0]);

describe('a key of a body', () => {
  test('is replaced with an overlap in which both sign, and revoked by an act that names what both had signed',
    { timeout: 120_000 },
    async () => {
      const ends = { ua: await Line.open(), al: await Line.open() };
      lines.push(ends.ua, ends.al);
      pair = await openPair(undefined, undefined, (side, port) => ends[side].to(port));
      await pair.settled();
      const admitted = await say(pair, 'ua', KEY_ADMITTED.id, { holder: ['ua:mfa'], written: [''] });
      expect([admitted.header.by, admitted.header.number, admitted.header.subject]).toEqual(
        ['ua:root', 'UA-ROOT-2026-0003', NEXT],
      );
      expect(await keysOf('ua', admitted.act)).toEqual(['ua:root/1']);
      const first = await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
      expect(await keysOf('ua', first.act)).toEqual([NEXT]);
      await pair.settled();
      // From here the other side hears nothing until all of it comes at once.
      for (const side of SIDES) ends[side].cut();
      const { record, node } = pair.node('ua');
      await record(...(await bySelf(first.header, 'ua:mod', 'UA-MFA-2026-0101', OLD)));
      const seen = (await node.record()).logs.find((log) => log.side === 'ua')?.cosignatures ?? [];
      const cosigned = Math.max(...seen.filter((one) => one.role === 'mirror').map((one) => one.size));
      const revoked = await say(pair, 'ua', KEY_REVOKED_SINCE.id, { key: [OLD], reason: ['compromised'] });
      expect(revoked.body).toMatchObject({ key: OLD, reason: 'compromised', checkpoint: { size: cosigned } });
      expect(cosigned).toBe(5);
      const late = record(...(await bySelf(first.header, 'ua:mindev', 'UA-MFA-2026-0102', OLD)));
      await expect(late).rejects.toMatchObject({ code: 'key-revoked' });
      await record(...(await bySelf(first.header, 'ua:mindev', 'UA-MFA-2026-0103', NEXT)));
      for (const side of SIDES) ends[side].mend();
      await pair.settled(60_000);
      for (const side of SIDES) {
        const shown = await pair.node(side).node.look().acts({ kind: BODY_DESIGNATED.id });
        expect(shown.map(({ act, contested }) => [act.header.subject, contested])).toEqual(
          [['ua:mindev', undefined], ['ua:mod', undefined], ['ua:nmaa', undefined]],
        );
        const state = await pair.node(side).node.look().row(KEYS, OLD);
        expect(state.revoked).toMatchObject({ side: 'ua', index: 6 });
      }
    },
  );

  test('revoked signs nothing: put into the own log by force, its act is contested by the other side', async () => {
    pair = await openPair();
    await pair.settled();
    const standing = async () => {
      const { sql } = pair.node('ua');
      return (await sql<{ state: string }[]>`select state from rows
        where register = ${KEYS.name} and subject = ${OLD}`)[0]?.state;
    };
    const stand = async (state = '') => {
      await pair.shut('ua');
      const sql = connect(pair.seats.ua.database.place);
      await sql`update rows set state = ${state} where register = ${KEYS.name} and subject = ${OLD}`;
      await sql.end({ timeout: 5 });
      await pair.open('ua');
    };
    await say(pair, 'ua', KEY_ADMITTED.id, { holder: ['ua:mfa'], written: [''] });
    const before = await standing();
    const first = await say(pair, 'ua', BODY_DESIGNATED.id, designation('ua:nmaa'));
    await pair.settled();
    await say(pair, 'ua', KEY_REVOKED_SINCE.id, { key: [OLD], reason: ['compromised'] });
    await pair.settled();
    // Whoever holds the node of Ukraine lets it take the key for a good one for as long as the act takes.
    const after = await standing();
    await stand(before);
    await pair.node('ua').record(...(await bySelf(first.header, 'ua:mod', 'UA-MFA-2026-0101', OLD)));
    await stand(after);
    await pair.settled();
    const rejected = async () => (await pair.node('ua').node.look().acts({ kind: RECORD_REJECTED.id })).length;
    await expect.poll(rejected, { timeout: 20_000 }).toBe(1);
    await pair.settled();
    for (const side of SIDES) {
      const look = pair.node(side).node.look();
      const shown = await look.acts({ kind: BODY_DESIGNATED.id });
      expect(shown.map(({ act, contested }) => [act.header.subject, contested])).toEqual(
        [['ua:mod', 'key-revoked'], ['ua:nmaa', undefined]],
      );
      const [rejection] = await look.acts({ kind: RECORD_REJECTED.id });
      expect(rejection?.act).toMatchObject({ side: 'al', body: { index: shown[0]?.act.index, code: 'key-revoked' } });
    }
    expect((await pair.node('ua').node.record()).concordance.state).toBe('agrees');
  });

  test('made elsewhere is admitted for its holder alone, and a revocation names only what was', async () => {
    pair = await openPair();
    await pair.settled();
    const written = formatKey(signerFrom('ua:mfa/module-1', fixed('module')).key);
    const admit = async (holder: string, key: string) =>
      await say(pair, 'ua', KEY_ADMITTED.id, { holder: [holder], written: [key] });
    await expect(admit('ua:node', written)).rejects.toMatchObject({ code: 'input-malformed' });
    await expect(admit('ua:mfa', 'no key')).rejects.toMatchObject({ code: 'input-malformed' });
    await expect(admit('al:mefa', '')).rejects.toMatchObject({ code: 'input-malformed' });
    expect((await admit('ua:mfa', written)).state).toBe('recorded');
    // The node does not hold it, and signs with the newest that it holds.
    const said = await say(pair, 'ua', NOTIFICATION_GIVEN.id,
      { procedures: [''], noteDate: ['2026-08-28'], channel: ['node'] });
    expect(await keysOf('ua', said.act)).toEqual([OLD]);
    const ours = pair.node('ua').node;
    const foreign = ours.write(official(pair, 'ua', 'drafter'), KEY_REVOKED_SINCE.id, undefined,
      { key: ['al:mefa/2026-1'], reason: ['lost'] });
    await expect(foreign).rejects.toMatchObject({ code: 'input-malformed' });
    await pair.settled();
  });

  test('of the node itself, revoked, is followed by another at once', async () => {
    pair = await openPair();
    await pair.settled();
    await say(pair, 'ua', KEY_REVOKED_SINCE.id, { key: ['ua:node/2026-1'], reason: ['rotated'] });
    const next = async () => (await pair.node('al').node.look().row(KEYS, 'ua:node/2026-2')).admitted;
    await expect.poll(next, { timeout: 45_000 }).not.toBeNull();
    await pair.settled();
  });
});

describe('a draft that waits for the root key', () => {
  test('says so on its page, with the file and the command, until what was signed has come back',
    { timeout: 120_000 },
    async () => {
      pair = await openPair();
      await pair.settled();
      await pair.shut('ua');
      const shares = join(pair.seats.ua.home, 'shares');
      const split = await operate(pair, 'ua', ['root', 'split', '--out', shares, '--take-away']);
      expect(split.code).toBe(0);
      await pair.open('ua');
      const draft = await say(pair, 'ua', KEY_ADMITTED.id, { holder: ['ua:mfa'], written: [''] });
      const request = 'UA-ROOT-2026-0003.request.json';
      expect([draft.state, draft.request, draft.approvals.length]).toEqual(['waiting', request, 2]);
      expect(await readdir(join(pair.seats.ua.home, FILES.ceremony))).toEqual([request]);
      const tested = await open(pair.node('ua').node);
      const page = async (language: string) => {
        const reader = tested.reader(language);
        await reader.signIn(official(pair, 'ua', 'approver').id);
        return await (await reader.ask(`/drafts/${draft.id}`)).text();
      };
      for (const [language, plainly] of [
        ['en', 'What is still needed is the signature of the root key'],
        ['uk', 'Бракує лише підпису кореневого ключа'],
        ['sq', 'Mungon vetëm nënshkrimi i çelësit rrënjë'],
      ] as const) {
        const html = await page(language);
        for (const said of [plainly, `root/${request}`, `servanda root sign ${request} SHARE SHARE`]) {
          expect(html).toContain(said);
        }
        expect(html).not.toContain('name="digest"');
      }
      const path = join(pair.seats.ua.home, FILES.ceremony, request);
      const two = [1, 3].map((i) => join(shares, `share-${i}.txt`));
      expect((await operate(pair, 'ua', ['root', 'sign', path, ...two])).code).toBe(0);
      const state = async () => (await pair.node('ua').node.draft(draft.id))?.state;
      await expect.poll(state, { timeout: 60_000 }).toBe('recorded');
      expect((await pair.node('ua').node.draft(draft.id))?.request).toBeUndefined();
      expect(await page('en')).not.toContain('root sign');
      await pair.settled();
    },
  );
});

describe('a key made for a draft', () => {
  const files = async () => await readdir(join(pair.seats.ua.home, FILES.keys));

  test('is on the disk only once the draft is, and goes with it when it is sent back', async () => {
    pair = await openPair();
    await pair.settled();
    const before = await files();
    const { node } = pair.node('ua');
    const write = async (fields: Record<string, string[]>) =>
      await node.write(official(pair, 'ua', 'drafter'), BODY_DESIGNATED.id, undefined, fields);
    const bad = write({ ...designation('ua:nmaa'), from: ['2026-13-40'] });
    await expect(bad).rejects.toMatchObject({ code: 'input-malformed' });
    expect(await files()).toEqual(before);
    const draft = await write(designation('ua:nmaa'));
    expect(await files()).toHaveLength(before.length + 1);
    await node.sendBack(official(pair, 'ua', 'approver', 0), draft.id, 'Another body is meant.');
    expect(await files()).toEqual(before);
    const [one, two] = [await write(designation('ua:mod')), await write(designation('ua:mod'))];
    await node.sendBack(official(pair, 'ua', 'approver', 0), one.id, 'Twice.');
    expect(await files()).toHaveLength(before.length + 1);
    await node.approve(official(pair, 'ua', 'approver', 0), two.id, two.digest);
    expect((await node.approve(official(pair, 'ua', 'approver', 1), two.id, two.digest)).state).toBe('recorded');
    expect(await files()).toHaveLength(before.length + 1);
  });
});
