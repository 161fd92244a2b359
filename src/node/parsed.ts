// Acts as they were parsed: what stands in a log never changes, so what is shown again is not parsed again.
import { type ActHeader, parseAct } from '../act/act.ts';
import { sha256 } from './store/hashes.ts';
import type { EntryRow } from './store/record.ts';

/** Acts kept, at most: those that were asked for last. */
const KEPT = 8192;

export interface ParsedAct {
  readonly id: string;
  readonly header: ActHeader;
  /** The name of the key that signed it first. */
  readonly signer: string;
}

/** Parses the bytes of an entry, with the refusals of `parseAct` where they are no act. */
export type ParseEntry = (entry: Pick<EntryRow, 'log' | 'idx' | 'act' | 'bytes'>) => ParsedAct;

/** Keeps what it parsed for whoever asks for the same entry again. */
export function parsedActs(): ParseEntry {
  const kept = new Map<string, ParsedAct>();
  return ({ log, idx, act, bytes }) => {
    const key = `${log} ${idx} ${act}`;
    const known = kept.get(key);
    kept.delete(key);
    const parsed = known ?? parse(bytes);
    kept.set(key, parsed);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return parsed;
  };
}

function parse(bytes: Uint8Array): ParsedAct {
  const { id, header, note } = parseAct(bytes, sha256);
  return { id, header, signer: note.signatures[0]?.name ?? '' };
}
