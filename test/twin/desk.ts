// What officials of two nodes do in the tests of Part V: say, be refused, receive, and look on both sides.
import { classOf } from '../../src/agreement/ring.ts';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment, type Part } from '../../src/act/part.ts';
import type { MatterState } from '../../src/agreement/matter.ts';
import type { Typed } from '../../src/area.ts';
import { RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { MATTERS_KEPT } from '../../src/areas/final/matters/register.ts';
import { standing } from '../../src/areas/final/strip.ts';
import { FILES } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import { seenNow } from '../../src/node/rejector.ts';
import { type Pair, say, type Side, SIDES } from './pair.ts';

/** What is typed, as plain values. */
export type Plain = Readonly<Record<string, string | readonly string[]>>;

const typedOf = (plain: Plain): Typed =>
  Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]));

/** Says a kind and waits until both nodes hold it and agree. Gives the id of the act. */
export async function tell(pair: Pair, side: Side, kind: string, plain: Plain = {}, about?: string): Promise<string> {
  const draft = await say(pair, side, kind, typedOf(plain), about);
  expect(draft.state).toBe('recorded');
  await pair.settled();
  return draft.act ?? '';
}

/** The refusal that an attempt to say a kind meets, or `said`. */
export async function refused(
  pair: Pair,
  side: Side,
  kind: string,
  plain: Plain = {},
  about?: string,
): Promise<string> {
  try {
    await say(pair, side, kind, typedOf(plain), about);
    return 'said';
  } catch (cause) {
    return (cause as { readonly code?: string }).code ?? String(cause);
  }
}

/** Acknowledges receipt of a note at the moment of the clock. `at` is `2026-08-31 23:30:00` on the wall of the seat. */
export async function receive(pair: Pair, by: Side, note: string, at: string): Promise<string> {
  const [date = '', time = ''] = at.split(' ');
  return await tell(pair, by, RECEIPT_GIVEN.id, { date, time, channel: 'node' }, note);
}

/** The state of the last round of a matter, which must be one on both nodes; `none` where nothing was said. */
export async function stateOn(pair: Pair, subject: string): Promise<string> {
  const states = await Promise.all(SIDES.map(async (side) => await matterOn(pair, side, subject)));
  expect(states[0]).toEqual(states[1]);
  return states[0]?.rounds.at(-1)?.state ?? 'none';
}

export async function matterOn(pair: Pair, side: Side, subject: string): Promise<MatterState> {
  return await pair.node(side).node.look().row(MATTERS_KEPT, subject);
}

/** How the Agreement stands, as each side reads it. */
export async function headings(pair: Pair): Promise<readonly string[]> {
  return await Promise.all(SIDES.map(async (side) => (await standing(pair.node(side).node.look())).heading));
}

/** Both nodes hold the same acts, agree, and contest nothing. */
export async function expectConcord(pair: Pair): Promise<void> {
  await pair.settled();
  for (const side of SIDES) {
    const record = await pair.node(side).node.record();
    expect(record.concordance.state).toBe('agrees');
    expect(record.contested).toEqual([]);
  }
}

/** An act that no form made: of any body with a key, in any state. */
export interface Forged {
  readonly kind: string;
  /** The body that speaks; the treaty office where none is named. */
  readonly by?: string;
  /** The year in the name of its key. */
  readonly keyOf?: string;
  readonly provisions: readonly string[];
  readonly subject: string;
  readonly body: Json;
  readonly re?: ActHeader['re'];
  /** Open to everyone where none is given. */
  readonly label?: ActHeader['label'];
  readonly content?: Json;
}

let forged = 0;

async function signedAct(pair: Pair, side: Side, said: Forged): Promise<readonly [Uint8Array, readonly Part[]]> {
  const look = pair.node(side).node.look();
  const other = look.agreement.participants.find(({ id }) => id !== side);
  const by = said.by ?? look.agreement.participant(side).treatyOffice.body;
  const ring = await openKeys(join(pair.seats[side].home, FILES.keys));
  const signer = ring.signer(`${by}/${said.keyOf ?? '2026'}-1`);
  if (other === undefined || signer === undefined) throw new Error(`desk: ${by} has no key`);
  const { label = { tlp: 'CLEAR', rel: ['UA', 'AL'] }, content } = said;
  const parts = Object.entries({ body: said.body, ...(content === undefined ? {} : { content }) }).map(
    ([name, value]): Part => ({ name, salt: new Uint8Array(32), bytes: utf8(encode(value)) }),
  );
  forged += 1;
  const header: ActHeader = {
    agreement: look.agreement.id,
    kind: said.kind,
    provisions: [...said.provisions],
    by,
    at: look.now,
    number: `FORGED-${forged}`,
    to: [other.treatyOffice.body],
    subject: said.subject,
    re: [...(said.re ?? [])],
    seen: await seenNow(pair.node(side).sql),
    label,
    parts: parts.map((part) => ({
      name: part.name,
      type: 'application/json',
      class: classOf(label, part),
      commitment: commitment(part.salt, part.bytes),
    })),
    exercise: true,
  };
  const text = actText(header);
  return [formatNote(text, [signText(text, signer)]), parts];
}

/** What the door of a node says of an act that no form made: the code of its refusal, or `said`. */
export async function atTheDoor(pair: Pair, side: Side, said: Forged): Promise<string> {
  const [bytes, parts] = await signedAct(pair, side, said);
  try {
    await pair.node(side).record(bytes, parts);
    return 'said';
  } catch (cause) {
    return (cause as { readonly code?: string }).code ?? String(cause);
  }
}
