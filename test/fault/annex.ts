// Acts with a large annex, so that a few of them make a backlog: the root admits keys that nobody will use.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { utf8 } from '../../src/act/bytes.ts';
import { encode } from '../../src/act/canonical.ts';
import { formatKey, SIGNATURE_TYPE, type Signer } from '../../src/act/key.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment, type Part } from '../../src/act/part.ts';
import { FILES } from '../../src/node/config.ts';
import { type KeyRing, openKeys } from '../../src/node/keys.ts';
import type { Pair, Side } from '../twin/pair.ts';

/** A signed act with its parts, as `record` takes it. */
export type Signed = readonly [bytes: Uint8Array, parts: readonly Part[]];

/**
 * `count` acts, signed and not yet recorded, each with `size` bytes of chance, which no compression makes small.
 * `from`: how many were made before of this side.
 */
export async function actsWithAnnex(
  pair: Pair,
  side: Side,
  count: number,
  size: number,
  from = 0,
): Promise<readonly Signed[]> {
  const ring = await openKeys(join(pair.seats[side].home, FILES.keys));
  const founding = (await pair.node(side).node.actAt(side, 0))?.act.header as ActHeader;
  const acts = [];
  for (let n = from; n < from + count; n++) acts.push(await admission(ring, founding, side, n, size));
  return acts;
}

/** Records as many. */
export async function sayWithAnnex(pair: Pair, side: Side, count: number, size: number): Promise<void> {
  const acts = await actsWithAnnex(pair, side, count, size);
  await Promise.all(acts.map(async (given) => await pair.node(side).record(...given)));
}

async function admission(
  ring: KeyRing,
  founding: ActHeader,
  side: Side,
  n: number,
  size: number,
): Promise<Signed> {
  const holder = `${side}:${side === 'ua' ? 'mfa' : 'mefa'}`;
  // Never used to sign: it need not outlive the test.
  const key = await ring.fresh(`${holder}/2026-${100 + n}`, SIGNATURE_TYPE.ed25519);
  const part = (name: string, bytes: Uint8Array): Part => ({ name, salt: new Uint8Array(randomBytes(32)), bytes });
  const body = { holder, key: formatKey(key.key), use: 'acts' };
  const parts = [part('body', utf8(encode(body))), part('annex.bin', new Uint8Array(randomBytes(size)))];
  const text = actText({
    ...founding,
    subject: key.key.name,
    number: `${side.toUpperCase()}-ROOT-2026-${1000 + n}`,
    parts: parts.map(({ name, salt, bytes }) => ({
      name,
      type: name === 'body' ? 'application/json' : 'application/octet-stream',
      class: 'A' as const,
      commitment: commitment(salt, bytes),
    })),
  });
  const root = ring.signer(`${side}:root/1`) as Signer;
  return [formatNote(text, [signText(text, root)]), parts];
}
