// Ring C between two nodes: sealed at a desk to the bodies concerned, judged by both without being opened by either.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { concat, fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { decode, encode } from '../../src/act/canonical.ts';
import { KEY_REVOKED_SINCE, SEAL_KEY_ADMITTED } from '../../src/act/kinds.ts';
import { formatNote, signTextBy } from '../../src/act/note.ts';
import { commitment } from '../../src/act/part.ts';
import { formatSealKey, parseSealKey, type SealKey } from '../../src/act/sealkey.ts';
import { AREAS } from '../../src/areas/index.ts';
import { openIdentity, signerFor } from '../../src/node/identity.ts';
import { MEANS } from '../../src/node/vault.ts';
import { type Known, knownOf, deskSealing, openSealed } from '../../src/seal/about.ts';
import { sealStream } from '../../src/seal/envelope.ts';
import { standIn, withWords } from '../../src/seal/standin.ts';
import { openingKey, type OpeningKey } from '../../src/seal/wrap.ts';
import { HANDED, THING_AREA, THINGS } from './given.area.ts';
import { official, openPair, type Pair, say, type Side, SIDES } from './pair.ts';

const RED = { tlp: 'RED', rel: ['AL', 'UA'] };
const TEXT = 'canary-ring-c: the name of the source';
const BODIES = { ua: 'ua:mfa', al: 'al:mefa' } as const;

let pair: Pair;
const keys: Record<Side, OpeningKey[]> = { ua: [], al: [] };
let act: string;

async function admit(side: Side): Promise<void> {
  const n = keys[side].length + 1;
  const opener = await openingKey(`${BODIES[side]}/seal-2026-${n}`, 'x-wing', MEANS.random(32));
  const typed = { 'name': [opener.key.name], 'seal-key': [formatSealKey(opener.key)] };
  await say(pair, side, SEAL_KEY_ADMITTED.id, typed);
  keys[side].push(opener);
  await pair.settled();
}

const newest = (side: Side): OpeningKey => keys[side].at(-1) as OpeningKey;

async function envelope(header: Known, text: string, recipients: readonly SealKey[]): Promise<Uint8Array> {
  const content = utf8(encode({ text }));
  const pieces: Uint8Array[] = [];
  const asked = { header, part: 'content', recipients, length: content.length, content: [content] };
  for await (const piece of sealStream(MEANS, deskSealing(asked))) pieces.push(piece);
  return concat(...pieces);
}

/** What the browser does, without one. */
async function hand(text: string): Promise<string> {
  const { node } = pair.node('ua');
  const typed = { label: [JSON.stringify(RED)], text: [standIn('text')] };
  const by = official(pair, 'ua', 'drafter');
  const asked = await node.prepare(by, HANDED.id, undefined, typed);
  const header = asked.header as Known;
  expect(withWords(asked.content ?? null, { text })).toEqual({ text });
  const sealed = await envelope(header, text, asked.recipients.map(parseSealKey));
  const files = { 'sealed.content': { name: 'content.sealed', bytes: sealed } };
  const draft = await say(pair, 'ua', HANDED.id, typed, undefined, files);
  await pair.settled();
  return draft.act ?? '';
}

async function opened(side: Side, id: string, opener: OpeningKey): Promise<string> {
  const file = await pair.node(side).node.actFile(id);
  const part = file?.parts.find(({ name }) => name === 'content');
  if (file === undefined || part === undefined) throw new Error('ring-c: the act has no content');
  return fromUtf8((await openSealed(MEANS, opener, file.shown.act.header, 'content', part.bytes)).content) ?? '';
}

beforeAll(async () => {
  pair = await openPair('2026-08-28T09:00:00Z', () => [...AREAS, THING_AREA]);
  await admit('ua');
  await admit('al');
  act = await hand(TEXT);
});
afterAll(async () => await pair.close());

describe('a part of ring C', () => {
  it('is opened by the keys of both bodies from either node, and by no key of a node', async () => {
    for (const side of SIDES) {
      for (const of of SIDES) expect(await opened(side, act, newest(of))).toBe(encode({ text: TEXT }));
    }
    const { vault, ring } = await openIdentity(pair.seats.al.home, pair.settings.al, new Date());
    ring.close();
    const file = await pair.node('al').node.actFile(act);
    const part = file?.parts.find(({ name }) => name === 'content');
    const owner = { id: act, header: file?.shown.act.header as ActHeader };
    const taken = vault.take(owner, 'content', part?.bytes ?? new Uint8Array());
    await expect(taken).rejects.toMatchObject({ code: 'seal-key-missing' });
  });

  it('is folded by its body alone, into equal registers, also where they are made again', async () => {
    for (const side of SIDES) {
      const running = pair.node(side);
      expect(await running.node.look().row(THINGS, 'thing/1')).toEqual({ urgent: true, acts: [act] });
      await running.rebuild();
      expect(await running.node.look().row(THINGS, 'thing/1')).toEqual({ urgent: true, acts: [act] });
    }
    await pair.settled();
  });

  it('leaves no word in either database', async () => {
    for (const side of SIDES) {
      const { sql } = pair.node(side);
      const tables = await sql<{ name: string }[]>`select c.relname as name from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`;
      for (const { name } of tables) {
        const found = await sql.unsafe(`select count(*)::int as n from ${name} t
          where t::text like '%canary%' or t::text like '%${Buffer.from('canary').toString('hex')}%'`);
        expect([name, found[0]?.['n']]).toEqual([name, 0]);
      }
    }
  });

  it('is refused where its words came in plain text, or not at all, and nothing is kept of them', async () => {
    const { node, sql } = pair.node('ua');
    const by = official(pair, 'ua', 'drafter');
    const before = await sql`select count(*) as n from drafts`;
    const plain = { label: [JSON.stringify(RED)], text: [TEXT] };
    await expect(node.write(by, HANDED.id, undefined, plain)).rejects.toMatchObject({ code: 'label-refused' });
    const none = { label: [JSON.stringify(RED)], text: [standIn('text')] };
    await expect(node.write(by, HANDED.id, undefined, none)).rejects.toMatchObject({ code: 'envelope-invalid' });
    expect(await sql`select count(*) as n from drafts`).toEqual(before);
  });

  it('takes no file along unsealed: it is refused by name, with what to do, and nothing is kept', async () => {
    const { node, sql } = pair.node('ua');
    const by = official(pair, 'ua', 'drafter');
    const before = await sql`select count(*) as n from drafts`;
    const typed = { label: [JSON.stringify(RED)], text: [standIn('text')] };
    const asked = await node.prepare(by, HANDED.id, undefined, typed);
    const sealed = await envelope(asked.header as Known, TEXT, asked.recipients.map(parseSealKey));
    const files = {
      'sealed.content': { name: 'content.sealed', bytes: sealed },
      'file': { name: 'photo.pdf', bytes: utf8('%PDF-1.7 canary') },
    };
    await expect(node.write(by, HANDED.id, undefined, typed, files)).rejects.toMatchObject({
      code: 'label-refused',
      detail: expect.stringMatching(/^The file paper\.pdf did not come sealed.*under a label up to AMBER\.$/),
    });
    expect(await sql`select count(*) as n from drafts`).toEqual(before);
  });
});

describe('both doors refuse', () => {
  /** An act like the one said, but for a change, with the envelope that `made` gives for its header. */
  async function said(
    change: Partial<ActHeader>,
    made: (header: ActHeader) => Promise<Uint8Array>,
    number = 'UA-MFA-2026-0901',
  ): Promise<unknown> {
    const running = pair.node('ua');
    const file = await running.node.actFile(act);
    const body = file?.parts.find(({ name }) => name === 'body');
    const old = decode((fromUtf8(file?.bytes ?? new Uint8Array()) ?? '').split('\n')[1] ?? '') as unknown as ActHeader;
    const bare = { ...old, number, ...change };
    const content = { name: 'content', salt: MEANS.random(32), bytes: await made(bare) };
    const parts = bare.parts.map((part) =>
      part.name === 'content' ? { ...part, commitment: commitment(content.salt, content.bytes) } : part,
    );
    const text = actText({ ...bare, parts });
    const { sql } = running;
    const identity = await openIdentity(pair.seats.ua.home, pair.settings.ua, new Date());
    const signed = formatNote(text, [await signTextBy(text, await signerFor(identity, sql, 'ua:mfa'))]);
    identity.ring.close();
    return await running.record(signed, [body as never, content]);
  }

  const both = (): readonly SealKey[] => [newest('ua').key, newest('al').key];

  it.each([
    [
      'an envelope of another act',
      async (header: ActHeader) => await envelope({ ...header, subject: 'x' }, 'x', both()),
    ],
    [
      'an envelope under another label',
      async (header: ActHeader) => await envelope({ ...header, label: { ...header.label, tlp: 'GREEN' } }, 'x', both()),
    ],
    ['one sealed to its author alone', async (header: ActHeader) => await envelope(header, 'x', [newest('ua').key])],
    [
      'one sealed to a key that no act admitted',
      async (header: ActHeader) => {
        const strange = await openingKey('al:mefa/seal-2026-9', 'x-wing', MEANS.random(32));
        return await envelope(header, 'x', [newest('ua').key, strange.key]);
      },
    ],
    ['one that is cut off', async (header: ActHeader) => (await envelope(header, 'x', both())).subarray(0, -1)],
    ['plain text', async () => await Promise.resolve(utf8(encode({ text: 'x' })))],
  ] as const)('%s', async (_what, made) => {
    await expect(said({}, made)).rejects.toMatchObject({ code: 'envelope-invalid' });
  });

  it('a part that says another ring than its label', async () => {
    const file = await pair.node('ua').node.actFile(act);
    const parts = (file?.shown.act.header.parts ?? []).map((part) => ({ ...part, class: 'A' as const }));
    const made = async (header: ActHeader): Promise<Uint8Array> => await envelope(knownOf(header), 'x', both());
    await expect(said({ parts }, made)).rejects.toMatchObject({ code: 'label-refused' });
  });

  it('none that is sealed as its act says', async () => {
    await said({}, async (header) => await envelope(header, 'again', both()));
    await pair.settled();
  });
});

describe('a seal key of a body', () => {
  it('that is rotated opens what is older, and the new one what is newer', async () => {
    await admit('al');
    const later = await hand('for the new key');
    expect(await opened('al', later, newest('al'))).toBe(encode({ text: 'for the new key' }));
    const [old] = keys.al as [OpeningKey];
    expect(await opened('al', act, old)).toBe(encode({ text: TEXT }));
    await expect(opened('al', later, old)).rejects.toMatchObject({ code: 'envelope-invalid' });
  });

  it('that is revoked is sealed to no more, on either node', async () => {
    await say(pair, 'al', KEY_REVOKED_SINCE.id, { key: [newest('al').key.name], reason: ['lost'] });
    await pair.settled();
    const { node } = pair.node('ua');
    const typed = { label: [JSON.stringify(RED)], text: [standIn('text')] };
    const asked = await node.prepare(official(pair, 'ua', 'drafter'), HANDED.id, undefined, typed);
    const names = asked.recipients.map((written) => parseSealKey(written).name);
    expect(names).toEqual(['al:mefa/seal-2026-1', 'ua:mfa/seal-2026-1']);
  });

  it('is asked for where a body has none', async () => {
    const typed = { label: [JSON.stringify({ ...RED, bodies: ['al:asp'] })], text: [standIn('text')] };
    const asked = pair.node('ua').node.prepare(official(pair, 'ua', 'drafter'), HANDED.id, undefined, typed);
    await expect(asked).rejects.toMatchObject({ code: 'seal-key-missing' });
  });
});
