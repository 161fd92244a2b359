// Refusals that need a record, a desk or a line between two nodes: each provoked once, on the real Agreement.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import type { Signer } from '../../src/act/key.ts';
import { KEY_REVOKED, RECORD_REJECTED } from '../../src/act/kinds.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment, type Part } from '../../src/act/part.ts';
import { Refusal, REFUSALS, type RefusalCode } from '../../src/act/refusal.ts';
import type { Area } from '../../src/area.ts';
import { NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { AREAS } from '../../src/areas/index.ts';
import { wireIdentity } from '../../src/node/certificate.ts';
import { FILES, readCard } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import type { Official } from '../../src/node/node.ts';
import { BODY_LIMIT, caller, type Caller } from '../../src/node/wire.ts';
import { official, openPair, type Pair, say, SIDES } from '../twin/pair.ts';
import { fixed } from './hand.ts';

const NOTE = { procedures: ['EXERCISE law'], noteDate: ['2026-08-28'], channel: ['node'] };

const bodyPart = (value: unknown): Part =>
  ({ name: 'body', salt: fixed('standing'), bytes: utf8(encode(value as Json)) });

/** The header of an act that was said, with another kind and body. */
function headerFrom(said: ActHeader, kind: string, part: Part, rest: Partial<ActHeader>): ActHeader {
  const parts = [
    { name: 'body', type: 'application/json', class: 'A' as const, commitment: commitment(part.salt, part.bytes) },
  ];
  return { ...said, kind, parts, ...rest };
}

function signed(header: ActHeader, signer: Signer): Uint8Array {
  const text = actText(header);
  return formatNote(text, [signText(text, signer)]);
}

async function signerOf(pair: Pair, name: string): Promise<Signer> {
  const signer = (await openKeys(join(pair.seats.ua.home, FILES.keys))).signer(name);
  if (signer === undefined) throw new Error(`standing: there is no key ${name}`);
  return signer;
}

describe('a draft', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await openPair();
  });
  afterAll(async () => await pair.close());

  test('is decided upon by another hand, once, on the text that was read', async () => {
    const { node } = pair.node('ua');
    const writer = official(pair, 'ua', 'drafter');
    const [first, second] = [official(pair, 'ua', 'approver', 0), official(pair, 'ua', 'approver', 1)];
    // One who may do both: the desk asks what a person may, not who made the list.
    const both: Official = { ...writer, roles: ['drafter', 'approver'] };
    await expect(node.write({ ...writer, roles: ['reader'] }, NOTIFICATION_GIVEN.id, undefined, NOTE))
      .rejects.toMatchObject({ code: 'role-missing' });
    const draft = await node.write(writer, NOTIFICATION_GIVEN.id, undefined, NOTE);
    const refused = async (by: typeof first, id: string, digest: string, code: string): Promise<void> => {
      await expect(node.approve(by, id, digest)).rejects.toMatchObject({ name: 'Refusal', code });
    };
    await refused({ ...first, roles: ['drafter'] }, draft.id, draft.digest, 'role-missing');
    await refused(first, 'A'.repeat(16), draft.digest, 'draft-unknown');
    await refused({ ...first, body: 'ua:nmaa' }, draft.id, draft.digest, 'draft-unknown');
    await refused(first, draft.id, 'A'.repeat(43), 'draft-changed');
    await refused(both, draft.id, draft.digest, 'approver-is-drafter');
    expect((await node.approve(first, draft.id, draft.digest)).state).toBe('waiting');
    await refused(first, draft.id, draft.digest, 'approver-repeated');
    expect((await node.approve(second, draft.id, draft.digest)).state).toBe('recorded');
    await refused(second, draft.id, draft.digest, 'draft-changed');
  });
});

describe('an act', () => {
  let pair: Pair;
  let said: ActHeader;
  beforeAll(async () => {
    pair = await openPair();
    said = (await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE)).header;
    await pair.settled();
  });
  afterAll(async () => await pair.close());

  test('that must answer another, and names none, or one in another role, is refused', async () => {
    const part = bodyPart(RECEIPT_GIVEN.example);
    const mfa = await signerOf(pair, 'ua:mfa/2026-1');
    const [note] = await pair.node('ua').node.look().acts({ kind: NOTIFICATION_GIVEN.id });
    for (const re of [[], [{ act: note?.act.id ?? '', role: 'answers' }]]) {
      const header = headerFrom(said, RECEIPT_GIVEN.id, part, { re, number: 'UA-MFA-2026-0099' });
      await expect(pair.node('ua').record(signed(header, mfa), [part]))
        .rejects.toMatchObject({ code: 'reference-missing' });
    }
  });

  test('signed with a key after its revocation is refused, and so is the second revocation', async () => {
    const [mfa, root] = [await signerOf(pair, 'ua:mfa/2026-1'), await signerOf(pair, 'ua:root/1')];
    const founding = (await pair.node('ua').node.actAt('ua', 0))?.act.header as ActHeader;
    const part = bodyPart({ key: mfa.key.name, reason: 'compromised' });
    const revoke = async (number: string): Promise<unknown> => {
      const rest = { by: 'ua:root', number, provisions: founding.provisions, subject: mfa.key.name };
      return await pair.node('ua').record(signed(headerFrom(said, KEY_REVOKED.id, part, rest), root), [part]);
    };
    await revoke('UA-ROOT-2026-0099');
    await pair.settled();
    await expect(revoke('UA-ROOT-2026-0100')).rejects.toMatchObject({ code: 'key-revoked' });
    const note = bodyPart(NOTIFICATION_GIVEN.example);
    const header = headerFrom(said, NOTIFICATION_GIVEN.id, note, { number: 'UA-MFA-2026-0100' });
    await expect(pair.node('ua').record(signed(header, mfa), [note])).rejects.toMatchObject({ code: 'key-revoked' });
    for (const side of SIDES) expect((await pair.node(side).node.record()).contested).toEqual([]);
  });
});

test('an act that the other side rejects for a reason unknown here is contested all the same', async () => {
  const unheard = 'weather-forbids';
  expect(Object.hasOwn(REFUSALS, unheard)).toBe(false);
  const newer: readonly Area[] = AREAS.map((area) => ({
    ...area,
    kinds: area.kinds.map((kind) =>
      kind.kind.id !== NOTIFICATION_GIVEN.id
        ? kind
        : { ...kind, judge: () => Promise.reject(new Refusal(unheard as RefusalCode, 'It rains.')) },
    ),
  }));
  const pair = await openPair(undefined, (side) => (side === 'al' ? newer : AREAS));
  try {
    const draft = await say(pair, 'ua', NOTIFICATION_GIVEN.id, NOTE);
    await pair.settled();
    const [rejection] = await pair.node('ua').node.look().acts({ kind: RECORD_REJECTED.id });
    expect(rejection?.act.body).toMatchObject({ code: unheard });
    const file = await pair.node('ua').node.actFile(draft.act ?? '');
    expect(file?.shown.contested).toBe('rejected-otherwise');
  } finally {
    await pair.close();
  }
});

describe('a delivery', () => {
  let pair: Pair;
  let line: Caller;
  beforeAll(async () => {
    pair = await openPair();
    await pair.settled();
    const { home } = pair.seats.ua;
    const files = { certificate: join(home, FILES.tlsCertificate), key: join(home, FILES.tlsKey) };
    const card = await readCard(join(home, FILES.counterpart));
    if (card === undefined) throw new Error('standing: no card of the counterpart');
    line = caller(card.wire, await wireIdentity('', files, new Date()), card.certificate);
  });
  afterAll(async () => {
    line.close();
    await pair.close();
  });

  const told = async (path: string, body: Uint8Array): Promise<readonly [number, string]> => {
    const heard = await line.ask('POST', path, body);
    return [heard.status, (fromUtf8(heard.body) ?? '').split(':')[0] ?? ''];
  };

  test('of a part whose entry is not there yet says so', async () => {
    const early = utf8('{"parts":[{"index":99,"name":"body","salt":"","bytes":""}]}');
    expect(await told('/parts', early)).toEqual([409, 'size-conflict']);
  });

  test('larger than allowed is refused, and the line goes on', async () => {
    expect(await told('/parts', new Uint8Array(BODY_LIMIT + 1))).toEqual([413, 'delivery-too-large']);
    expect(await told('/parts', utf8('nope'))).toEqual([400, 'delivery-malformed']);
  });
});
