// What a node judges of what it may not open: parts of ring C by form, size and recipients; a file by its chunks.
import type { ActHeader } from '../act/act.ts';
import type { KeyState } from '../act/keys.ts';
import { SEALS } from '../act/kinds.ts';
import { parseSealKey } from '../act/sealkey.ts';
import { FILE_LIMIT, readChunks, readFile, sealedIn } from '../act/file.ts';
import { CHUNKS_PART, FILE_PART, type Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { classOf, concernedBodies } from '../agreement/ring.ts';
import { aboutSealed } from '../seal/about.ts';
import { readEnvelope } from '../seal/envelope.ts';
import { requireFileSize } from '../seal/file.ts';
import { fileClassOf } from '../seal/padding.ts';

/**
 * Refuses a part of ring C that is no envelope, belongs to another act, is of no size class, or is sealed to others
 * than exactly one standing seal key of each body concerned: `envelope-invalid`. `state` gives a key as it stood.
 */
export async function requireSealed(
  header: ActHeader,
  parts: readonly Part[],
  state: (key: string) => Promise<KeyState>,
): Promise<void> {
  const concerned = concernedBodies(header);
  for (const { name, bytes } of parts.filter((part) => classOf(header.label, part) === 'C')) {
    const { about, recipients } = readEnvelope(bytes);
    if (about !== aboutSealed(header, name)) throw refuse('envelope-invalid', `The part ${name} belongs elsewhere.`);
    const holders: string[] = [];
    for (const { key, id, kem } of recipients) {
      const { holder, use, revoked, key: written } = await state(key);
      const isOne = use === SEALS && revoked === null && written !== null && parseSealKey(written).id === id;
      if (!isOne || kem !== 'x-wing' || holder === null) {
        throw refuse('envelope-invalid', `The part ${name} is sealed to ${key}, which is no seal key that stands.`);
      }
      holders.push(holder);
    }
    if (holders.sort().join(' ') !== concerned.join(' ')) {
      const due = concerned.join(', ');
      throw refuse('envelope-invalid', `The part ${name} is sealed to ${holders.join(', ')}, and not to ${due}.`);
    }
  }
}

/**
 * Refuses a file of a kind that takes none, or one part of it without the other (`part-unexpected`, `part-missing`),
 * chunks that are no list of them (`body-malformed`), or that hold no size class, or another than that of the file
 * where it can be read (`envelope-invalid`). Of an act that was erased, what is there is looked at.
 */
export function requireFile(header: ActHeader, parts: readonly Part[], takes: boolean): void {
  const { kind: id, label, parts: named } = header;
  const names = [CHUNKS_PART, FILE_PART].filter((name) => named.some((part) => part.name === name));
  if (names.length === 0) return;
  if (!takes) throw refuse('part-unexpected', `The kind ${id} takes no file, and names ${names.join(', ')}.`);
  if (names.length < 2) throw refuse('part-missing', `A file is named by two parts, here by ${names.join()} alone.`);
  const [told, file] = [CHUNKS_PART, FILE_PART].map((name) => parts.find((part) => part.name === name)?.bytes);
  if (told === undefined) return;
  const chunks = readChunks(told);
  const size = sealedIn(chunks);
  if (size > FILE_LIMIT || fileClassOf(size) !== size) {
    throw refuse('envelope-invalid', `The chunks of a file hold ${size} bytes, which is no class.`);
  }
  if (file !== undefined && classOf(label, { name: FILE_PART }) !== 'C') requireFileSize(readFile(file), chunks);
}
