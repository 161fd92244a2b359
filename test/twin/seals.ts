// Desks of two sides that seal what they say: keys admitted on both nodes, words sealed and opened as a browser does.
import { concat, fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { decode, encode, type Json } from '../../src/act/canonical.ts';
import { SEAL_KEY_ADMITTED } from '../../src/act/kinds.ts';
import { formatSealKey, parseSealKey } from '../../src/act/sealkey.ts';
import type { Typed } from '../../src/area.ts';
import { MEANS } from '../../src/node/vault.ts';
import { deskSealing, type Known, openSealed } from '../../src/seal/about.ts';
import { sealStream } from '../../src/seal/envelope.ts';
import { standIn, withWords } from '../../src/seal/standin.ts';
import { openingKey, type OpeningKey } from '../../src/seal/wrap.ts';
import { official, type Pair, say, type Side, SIDES } from './pair.ts';

const BODIES = { ua: 'ua:mfa', al: 'al:mefa' } as const;

export interface Seals {
  /** Says a kind with its words sealed, and `typed` in the open; gives the id of the act, which both nodes hold. */
  readonly tell: (
    side: Side,
    kind: string,
    typed: Typed,
    words: Readonly<Record<string, string>>,
    about?: string,
  ) => Promise<string>;
  /** The words of an act, opened with the key of a side's body from what the node of `at` holds. */
  readonly open: (side: Side, at: Side, act: string) => Promise<Json>;
}

/** Makes a seal key for the treaty office of each side, and admits both. */
export async function openSeals(pair: Pair): Promise<Seals> {
  const keys = {} as Record<Side, OpeningKey>;
  for (const side of SIDES) {
    keys[side] = await openingKey(`${BODIES[side]}/seal-2026-1`, 'x-wing', MEANS.random(32));
    const typed = { 'name': [keys[side].key.name], 'seal-key': [formatSealKey(keys[side].key)] };
    await say(pair, side, SEAL_KEY_ADMITTED.id, typed);
    await pair.settled();
  }
  return {
    tell: async (side, kind, typed, words, about) => {
      const { node } = pair.node(side);
      const by = official(pair, side, 'drafter');
      const stood = Object.fromEntries(Object.keys(words).map((name) => [name, [standIn(name)]]));
      const sent = { ...typed, ...stood };
      const { header, content = null, recipients } = await node.prepare(by, kind, about, sent);
      const bytes = utf8(encode(withWords(content, words)));
      const pieces: Uint8Array[] = [];
      const to = recipients.map(parseSealKey);
      const of = { header: header as Known, part: 'content', recipients: to };
      const sealing = deskSealing({ ...of, length: bytes.length, content: [bytes] });
      for await (const piece of sealStream(MEANS, sealing)) pieces.push(piece);
      const files = { 'sealed.content': { name: 'content.sealed', bytes: concat(...pieces) } };
      const draft = await node.write(by, kind, about, sent, files);
      const done = await node.approve(official(pair, side, 'approver'), draft.id, draft.digest);
      await pair.settled();
      return done.act ?? '';
    },
    open: async (side, at, act) => {
      const file = await pair.node(at).node.actFile(act);
      const part = file?.parts.find(({ name }) => name === 'content');
      if (file === undefined || part === undefined) throw new Error(`seals: the act ${act} has no content on ${at}`);
      const { content } = await openSealed(MEANS, keys[side], file.shown.act.header, 'content', part.bytes);
      return decode(fromUtf8(content) ?? '');
    },
  };
}
