// Whether a signed act verifies with the keys held, judged anew for the page that says so.
import { createPublicKey, verify } from 'node:crypto';
import { base64url } from '../act/bytes.ts';
import { parseAdmittedKey } from '../act/key.ts';
import { type Note, verifyNote } from '../act/note.ts';
import { Refusal } from '../act/refusal.ts';

function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: base64url(publicKey) }, format: 'jwk' });
  return verify(null, message, key, signature);
}

/** True where every one of `keys`, written and once admitted, signed the text of `note`, and there is at least one. */
export function isSignedBy(note: Note, keys: readonly string[]): boolean {
  try {
    const signed = verifyNote(note, keys.map(parseAdmittedKey), verifyEd25519);
    return keys.length > 0 && signed.length === keys.length;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
