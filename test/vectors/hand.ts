// What the vectors are made with: keys from seeds that everybody may know, fixed salts, one header to vary.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type ActHeader, actText } from '../../src/act/act.ts';
import { base64, utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { publicKey, SIGNATURE_TYPE, type SignatureType, type Signer } from '../../src/act/key.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import { BODY_PART, commitment, type Part } from '../../src/act/part.ts';

/** Bytes in lower-case hexadecimal, for seeds and salts. */
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** 32 bytes that follow from words: a seed or a salt of the vectors, secret to nobody. */
export const fixed = (words: string): Uint8Array => sha256(utf8(`servanda/test/vectors/${words}`));

/** A signer of that name from a seed, by an implementation that the node does not sign with. */
export function signerFrom(name: string, seed: Uint8Array, type: SignatureType = SIGNATURE_TYPE.ed25519): Signer {
  const key = publicKey(name, type, ed25519.getPublicKey(seed));
  return { key, sign: (message) => ed25519.sign(message, seed) };
}

/** The signer of that name in the vectors: its seed follows from its name. */
export const signerOf = (name: string, type?: SignatureType): Signer => signerFrom(name, fixed(name), type);

/** A part with its type; the salt follows from its name. */
export interface Typed extends Part {
  readonly type: string;
}

export const partOf = (name: string, type: string, bytes: Uint8Array): Typed =>
  ({ name, type, salt: fixed(`salt/${name}`), bytes });
export const bodyOf = (value: unknown): Typed =>
  partOf(BODY_PART, 'application/json', utf8(encode(value as Json)));

/** The header of a notification, with what is to differ. */
export function headerOf(parts: readonly Typed[], rest: Partial<ActHeader> = {}): ActHeader {
  return {
    agreement: 'ua-al-2025',
    kind: 'notification.given/1',
    provisions: ['76'],
    by: 'ua:mfa',
    at: '2026-08-28T09:00:00Z',
    number: 'UA-MFA-2026-0001',
    to: ['al:mefa'],
    subject: 'agreement',
    re: [],
    seen: { origin: 'al.example/ua-al-2025/al/1', root: base64(sha256(new Uint8Array())), size: 0 },
    label: { tlp: 'CLEAR', rel: ['AL', 'UA'] },
    parts: parts.map((part) => ({
      name: part.name,
      type: part.type,
      class: 'A' as const,
      commitment: commitment(part.salt, part.bytes),
    })),
    ...rest,
  };
}

/** The bytes of an act signed by these names. */
export function signed(header: ActHeader, ...names: readonly string[]): Uint8Array {
  const text = actText(header);
  return formatNote(
    text,
    names.map((name) => signText(text, signerOf(name))),
  );
}

/** JSON as the vectors are kept: indented, ending in a newline. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
