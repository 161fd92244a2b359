// Acts read back from their stored entries, as registers see them.
import { type Act, parseAct } from '../../act/act.ts';
import { fromUtf8 } from '../../act/bytes.ts';
import { decode } from '../../act/canonical.ts';
import type { FoldedAct } from '../../act/register.ts';
import { sha256 } from './hashes.ts';

/** Reads an act back from its stored bytes as registers see it; `act` where they have been read already. */
export function toFolded(
  entry: { readonly bytes: Uint8Array; readonly idx: number; readonly seen: number },
  side: string,
  part: Uint8Array | null | undefined,
  act?: Act,
): FoldedAct {
  const { id, header } = act ?? parseAct(entry.bytes, sha256);
  const text = part === null || part === undefined ? undefined : fromUtf8(part);
  return { side, index: entry.idx, id, header, seen: entry.seen, body: text === undefined ? undefined : decode(text) };
}
