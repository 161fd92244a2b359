// What the fake node shows of its record beside its acts: quiet at first, and set by a test.
import { generateKeyPairSync, sign } from 'node:crypto';
import { fromBase64url } from '../../src/act/bytes.ts';
import { publicKey, SIGNATURE_TYPE, type Signer } from '../../src/act/key.ts';
import type { NotedFile, RecordView } from '../../src/node/node.ts';
import type { ActFilter, Look, ShownAct } from '../../src/area.ts';
import { spokenIn } from '../../src/web/report/report.then.ts';

export const WITNESS = {
  role: 'witness',
  algorithm: 'Ed25519',
  signer: 'al.example/witness',
  at: '2026-11-24T08:00:00Z',
} as const;
export const NOBODY = { asked: 0, open: 0 };
export const STEPS = { before: -1, after: 1 } as const;

export interface Quiet {
  concordance: RecordView['concordance'];
  line: RecordView['line'];
  witnesses: RecordView['witnesses'];
  noted: RecordView['noted'];
  pages: readonly NotedFile[];
  inspection: RecordView['inspection'];
}

export function quiet(): Quiet {
  return {
    concordance: { state: 'waits', sizes: { ua: 0, al: 0 } },
    line: {
      state: 'never',
      lastExchange: undefined,
      lastError: undefined,
      behind: 0,
      waiting: undefined,
      late: false,
      flooded: undefined,
    },
    inspection: { open: 0, healed: 0, rounded: undefined, damages: [] },
    witnesses: [],
    noted: [],
    pages: [],
  };
}

/** A key that signs under that name, made anew. */
export function signer(name: string): Signer {
  const pair = generateKeyPairSync('ed25519');
  const x = fromBase64url(String(pair.publicKey.export({ format: 'jwk' }).x)) as Uint8Array;
  return {
    key: publicKey(name, SIGNATURE_TYPE.ed25519, x),
    sign: (message) => new Uint8Array(sign(null, message, pair.privateKey)),
  };
}

/** What a look counts of the acts that a filter gives. Nothing is found by words, and no content is held. */
export function counted(
  filtered: (filter: ActFilter) => readonly ShownAct[],
): Pick<Look, 'count' | 'unfound' | 'spoken' | 'content'> {
  return {
    count: async (filter, most) => await Promise.resolve(Math.min(most, filtered(filter).length)),
    unfound: async () => await Promise.resolve(0),
    spoken: async () => await Promise.resolve(spokenIn(filtered({ oldest: true, limit: Number.MAX_SAFE_INTEGER }))),
    content: async () => await Promise.resolve(undefined),
  };
}
