// The stage of whoever observes: two nodes whose acts stand under every label, each with words found nowhere else.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ActHeader, actText, type Label, seenOf } from '../../src/act/act.ts';
import { utf8 } from '../../src/act/bytes.ts';
import { encode } from '../../src/act/canonical.ts';
import type { Signer } from '../../src/act/key.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { commitment, type Part, SALT_SIZE } from '../../src/act/part.ts';
import type { Viewer } from '../../src/agreement/sight.ts';
import type { Area } from '../../src/area.ts';
import { AREAS } from '../../src/areas/index.ts';
import { FILES } from '../../src/node/config.ts';
import { openKeys } from '../../src/node/keys.ts';
import { type Files, openPair, type Pair, type PairOptions, type Side, SIDES } from '../twin/pair.ts';
import { PROBE, STATED, strict } from './probe.ts';

/** Officials of bodies that are no treaty office: the exercise of the Agreement has none. */
const OTHERS = SIDES.map(
  (side) => `
    - id: other-${side}
      name: "Another Body of ${side} EXERCISE"
      body: "${side}:other"
      roles: [reader, drafter, approver, duty-officer]
      post: { en: "EXERCISE", uk: "EXERCISE", sq: "EXERCISE" }
`,
);

function withOthers(files: Files): Files {
  const [ua = '', al = ''] = OTHERS;
  const text = files['exercise.yaml'] ?? '';
  // After those of the treaty offices, who are the first to be asked for in a role.
  const given = `${text.replace(/\n {2}al:\n/, `${ua}  al:\n`)}${al}`;
  return { ...files, 'exercise.yaml': given };
}

export const OFFICE = { ua: 'ua:mfa', al: 'al:mefa' } as const;

/** The viewers of a node of `side`: whoever passes by, another body of the side, the treaty office. */
export function viewersOf(side: Side): Readonly<Record<'public' | 'other' | 'office', Viewer>> {
  return {
    public: 'public',
    other: { side, bodies: [`${side}:other`], purpose: undefined },
    office: { side, bodies: [OFFICE[side]], purpose: undefined },
  };
}

/** What is said: under which label, and the word that stands in every place of it where a word can stand. */
export interface Saying {
  readonly word: string;
  readonly label: Partial<Label>;
  readonly subject?: string;
  readonly re?: ActHeader['re'];
}

/** An act as it was said. */
export interface Uttered extends Saying {
  readonly id: string;
  readonly index: number;
}

export interface Stage {
  readonly pair: Pair;
  /** Signs an act as the treaty office of a side and records it. */
  readonly utter: (side: Side, saying: Saying) => Promise<Uttered>;
}

const LABEL: Label = { tlp: 'CLEAR', rel: ['AL', 'UA'] };

function partOf(name: string, bytes: Uint8Array): Part {
  return { name, salt: new Uint8Array(randomBytes(SALT_SIZE)), bytes };
}

/** Opens two nodes with the area of whoever observes. */
export async function openStage(more: PairOptions = {}): Promise<Stage> {
  const areas = (side: Side): readonly Area[] => [...AREAS, side === 'al' ? strict(PROBE) : PROBE];
  const pair = await openPair('2026-11-20T09:00:00Z', areas, undefined, {
    ...more,
    given: withOthers,
  });
  const signers: Partial<Record<Side, Signer>> = {};
  for (const side of SIDES) {
    const ring = await openKeys(join(pair.seats[side].home, FILES.keys));
    signers[side] = ring.signer(`${OFFICE[side]}/2026-1`) as Signer;
  }
  let said = 0;
  const utter: Stage['utter'] = async (side, saying) => {
    const { word, label, re = [] } = saying;
    const { node, record } = pair.node(side);
    const other = side === 'ua' ? 'al' : 'ua';
    const [log] = (await node.record()).logs.filter((one) => one.side === other);
    if (log === undefined) throw new Error(`stage: ${side} has no log of ${other}`);
    said += 1;
    const parts = [partOf('body', utf8(encode({ word }))), partOf(`${word.toLowerCase()}.txt`, utf8(word))];
    const header: ActHeader = {
      agreement: node.agreement.id,
      kind: STATED.id,
      provisions: ['59'],
      by: OFFICE[side],
      at: node.now(),
      number: `${word.toUpperCase()}-2026-${String(said).padStart(4, '0')}`,
      to: [OFFICE[other]],
      subject: saying.subject ?? `probe-${word}`,
      re: [...re],
      seen: seenOf(log.origin, 0, new Uint8Array(Buffer.from(EMPTY, 'base64'))),
      label: { ...LABEL, ...label },
      parts: parts.map((part) => ({
        name: part.name,
        type: part.name === 'body' ? 'application/json' : 'text/plain',
        class: 'A',
        commitment: commitment(part.salt, part.bytes),
      })),
      exercise: true,
    };
    const text = actText(header);
    const index = await record(formatNote(text, [signText(text, signers[side] as Signer)]), parts);
    const shown = await node.actAt(side, index);
    return { ...saying, id: shown?.act.id ?? '', index };
  };
  return { pair, utter };
}

/** Root of a log of nothing, as acts write it: what a body that has seen nothing says it has seen. */
const EMPTY = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
