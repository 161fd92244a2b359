// What a node judges of a part of ring C without opening it: its form, its size, and to whom it is sealed.
import type { ActHeader } from '../act/act.ts';
import type { KeyState } from '../act/keys.ts';
import { SEALS } from '../act/kinds.ts';
import { parseSealKey } from '../act/sealkey.ts';
import type { Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { classOf, concernedBodies } from '../agreement/ring.ts';
import { aboutSealed } from '../seal/about.ts';
import { readEnvelope } from '../seal/envelope.ts';

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
