// The vectors of valid acts, of a small log of them, and of acts that no node reads.
import { ACT_PREFIX, type ActHeader, actId, actText } from '../../src/act/act.ts';
import { base64, base64url, concat, fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { formatKey, SIGNATURE_TYPE } from '../../src/act/key.ts';
import type { Kind } from '../../src/act/kind.ts';
import { BODY_DESIGNATED, KEY_ADMITTED, KEY_REVOKED, KEY_REVOKED_SINCE, RECORD_REJECTED } from '../../src/act/kinds.ts';
import { formatLine, formatNote, signText } from '../../src/act/note.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { formatCheckpoint } from '../../src/log/checkpoint.ts';
import { cosign, cosignedMessage } from '../../src/log/cosignature.ts';
import { formatTlogProof } from '../../src/log/tlogproof.ts';
import { leafHash, rootOf } from '../../src/log/tree.ts';
import { NaiveLog } from '../log/naive.ts';
import { bodyOf, fixed, headerOf, json, partOf, signed, signerOf, toHex, type Typed } from './hand.ts';

/** A valid act as it is kept. Bytes of notes in base64, seeds and salts in hexadecimal. */
export interface ActVector {
  readonly what: string;
  readonly signers: readonly { readonly seed: string; readonly key: string }[];
  readonly header: ActHeader;
  readonly text: string;
  readonly id: string;
  readonly note: string;
  readonly parts: readonly {
    readonly name: string;
    readonly salt: string;
    readonly bytes: string;
    readonly commitment: string;
  }[];
}

/** A log of three acts: its roots, checkpoints, one cosignature, one proof file. */
export interface LogVector {
  readonly origin: string;
  readonly seed: string;
  readonly key: string;
  readonly entries: readonly string[];
  /** Leaf hashes, and the roots of the trees of 0, 1, 2 and 3 leaves, in base64. */
  readonly leaves: readonly string[];
  readonly roots: readonly string[];
  readonly checkpoint: string;
  readonly note: string;
  readonly cosigner: { readonly name: string; readonly seed: string; readonly key: string };
  readonly time: number;
  /** What the cosigner signs, in hexadecimal, and its line in the note. */
  readonly message: string;
  readonly cosignature: string;
  readonly proofs: readonly { readonly index: number; readonly hashes: readonly string[]; readonly file: string }[];
}

/** An entry that is no act. `note` is base64. */
export interface InvalidVector {
  readonly what: string;
  readonly code: string;
  readonly note: string;
}

function vector(what: string, parts: readonly Typed[], rest: Partial<ActHeader>, names: readonly string[]): ActVector {
  const header = headerOf(parts, rest);
  const text = actText(header);
  return {
    what,
    signers: names.map((name) => ({ seed: toHex(fixed(name)), key: formatKey(signerOf(name).key) })),
    header,
    text,
    id: actId(text),
    note: base64(signed(header, ...names)),
    parts: parts.map((part, i) => ({
      name: part.name,
      salt: toHex(part.salt),
      bytes: base64(part.bytes),
      commitment: header.parts[i]?.commitment ?? '',
    })),
  };
}

const MFA = 'ua:mfa/2026-1';
const ROOT = 'ua:root/1';

function ofKind(what: string, kind: Kind, rest: Partial<ActHeader>, name = MFA): ActVector {
  return vector(what, [bodyOf(kind.example)], { kind: kind.id, exercise: true, ...rest }, [name]);
}

function acts(): readonly ActVector[] {
  const first = ofKind('the participant admits the key of its treaty office', KEY_ADMITTED, {
    by: 'ua:root', number: 'UA-ROOT-2026-0001', provisions: ['73'], subject: 'ua:mfa/2026-1',
  }, ROOT);
  const second = ofKind('the treaty office notifies', NOTIFICATION_GIVEN, {});
  const third = ofKind('a receipt refers to the act it acknowledges', RECEIPT_GIVEN, {
    number: 'UA-MFA-2026-0002', re: [{ act: second.id, role: 'acknowledges' }], at: '2026-08-31T20:30:10Z',
  });
  return [
    first,
    second,
    third,
    ofKind('a name in Ukrainian stands outside the header', BODY_DESIGNATED, {
      number: 'UA-MFA-2026-0003', provisions: ['73'], subject: 'ua:nmaa',
    }),
    ofKind('an act that rests on two others', ENTRY_CONFIRMED, {
      number: 'UA-MFA-2026-0004',
      provisions: ['76', '77', '78'],
      re: [{ act: second.id, role: 'rests-on' }, { act: third.id, role: 'rests-on' }],
    }),
    ofKind('a node rejects an entry', RECORD_REJECTED, {
      by: 'ua:node', number: 'UA-NODE-2026-0001', provisions: ['73'], subject: 'al:412',
    }, 'ua:node/2026-1'),
    ofKind('a key is revoked', KEY_REVOKED, {
      by: 'ua:root', number: 'UA-ROOT-2026-0002', provisions: ['73'], subject: 'ua:mfa/2026-1',
    }, ROOT),
    ofKind('a key is revoked, with the last checkpoint that both had signed', KEY_REVOKED_SINCE, {
      by: 'ua:root', number: 'UA-ROOT-2026-0003', provisions: ['73'], subject: 'ua:mfa/2026-1',
    }, ROOT),
    vector('two hands, three parts, a full label, no exercise', [
      bodyOf(NOTIFICATION_GIVEN.example),
      partOf('note.uk.txt', 'text/plain', utf8('Міністерство закордонних справ України\n')),
      partOf('empty', 'application/octet-stream', new Uint8Array()),
    ], {
      number: 'UA-MFA-2026-0005',
      seen: { origin: 'al.example/ua-al-2025/al/1', root: base64(fixed('a root')), size: Number.MAX_SAFE_INTEGER },
      label: {
        tlp: 'GREEN', rel: ['AL', 'UA'], bodies: ['al:mefa'], orcon: true, codes: ['EXERCISE'], action: 'archive',
        purpose: ['ratification'], keepUntil: '2036-08-31', reviewAt: '2031-08-31', source: 'A', information: 1,
        originator: 'ua:mfa',
      },
    }, [MFA, 'ua:mfa/2026-2']),
  ];
}

function log(entries: readonly string[]): LogVector {
  const origin = 'ua.example/ua-al-2025/ua/1';
  const bytes = entries.map((entry) => new Uint8Array(Buffer.from(entry, 'base64')));
  const leaves = bytes.map(leafHash);
  const roots = [0, 1, 2, 3].map((size) => rootOf(leaves.slice(0, size)));
  const size = entries.length;
  const checkpoint = formatCheckpoint({ origin, size, root: roots[size] as Uint8Array, extensions: [] });
  const signer = signerOf(origin);
  const witness = signerOf('al.example/witness', SIGNATURE_TYPE.cosignature);
  const { name, id } = witness.key;
  const time = Date.UTC(2026, 7, 31, 20, 30, 11) / 1000;
  const line = { name, id, signature: cosign({ kind: 'ed25519', name }, time, checkpoint, witness.sign) };
  const note = formatNote(checkpoint, [signText(checkpoint, signer), line]);
  const naive = new NaiveLog(bytes);
  return {
    origin,
    seed: toHex(fixed(origin)),
    key: formatKey(signer.key),
    entries,
    leaves: leaves.map(base64),
    roots: roots.map(base64),
    checkpoint,
    note: fromUtf8(note) ?? '',
    cosigner: { name, seed: toHex(fixed(name)), key: formatKey(witness.key) },
    time,
    message: toHex(cosignedMessage({ kind: 'ed25519', name }, time, checkpoint)),
    cosignature: formatLine(line),
    proofs: bytes.map((extra, index) => {
      const proof = naive.path(index, 0, size);
      const file = formatTlogProof({ extra, index, proof, checkpoint: note });
      return { index, hashes: proof.map(base64), file: base64(file) };
    }),
  };
}

function invalid(): readonly InvalidVector[] {
  const header = headerOf([bodyOf(NOTIFICATION_GIVEN.example)], { exercise: true });
  const text = actText(header);
  const of = (what: string, code: string, said: string): InvalidVector =>
    ({ what, code, note: base64(formatNote(said, [signText(said, signerOf(MFA))])) });
  const raw = (what: string, code: string, bytes: Uint8Array): InvalidVector => ({ what, code, note: base64(bytes) });
  const line = (value: unknown): string => `${ACT_PREFIX}${encode(value as Json)}\n`;
  const whole = formatNote(text, [signText(text, signerOf(MFA))]);
  const said = fromUtf8(whole) ?? '';
  const without = (field: string): Json =>
    Object.fromEntries(Object.entries(header).filter(([name]) => name !== field)) as Json;
  return [
    raw('no bytes', 'note-malformed', new Uint8Array()),
    raw('a text without signatures', 'note-malformed', utf8(text)),
    raw('a signature line without its newline', 'note-malformed', whole.slice(0, -1)),
    raw('a carriage return', 'note-malformed', utf8(said.replaceAll('\n', '\r\n'))),
    raw('a byte that is not UTF-8', 'note-malformed', concat(Uint8Array.of(0xff), whole)),
    raw('a hyphen for the dash', 'note-malformed', utf8(said.replace('\n— ', '\n- '))),
    raw('a signature of four bytes', 'note-malformed', utf8(`${text}\n— ua:mfa/2026-1 AAAAAA==\n`)),
    raw('base64 with bits left over', 'note-malformed', utf8(`${text}\n— ua:mfa/2026-1 AAAAAAB=\n`)),
    raw('an empty line after the signatures', 'note-malformed', concat(whole, utf8('\n'))),
    of('another version', 'header-malformed', text.replace('/v1\n', '/v2\n')),
    of('a byte order mark', 'header-malformed', `\ufeff${text}`),
    of('two headers', 'not-canonical', `${text}${text.slice(ACT_PREFIX.length)}`),
    of('a space', 'not-canonical', text.replace('":', '": ')),
    of('a key twice', 'not-canonical', text.replace('{"agreement"', '{"agreement":"ua-al-2025","agreement"')),
    of('keys out of order', 'not-canonical', `${ACT_PREFIX}${JSON.stringify(header)}\n`),
    of('an escape for a letter', 'not-canonical', text.replace('"agreement":', '"\\u0061greement":')),
    of('letters not in NFC', 'not-canonical', text.replace('"subject":"agreement"', '"subject":"e\u0301"')),
    of('a size as a float', 'not-canonical', text.replace('"size":0', '"size":0.0')),
    of('a size as an exponent', 'not-canonical', text.replace('"size":0', '"size":0e0')),
    of('a size below zero', 'header-malformed', text.replace('"size":0', '"size":-1')),
    of('minus zero', 'number-out-of-range', text.replace('"size":0', '"size":-0')),
    of('a size of 2^53', 'number-out-of-range', text.replace('"size":0', '"size":9007199254740992')),
    of('half a surrogate pair', 'lone-surrogate', text.replace('"subject":"agreement"', '"subject":"\\ud800"')),
    of('no header at all', 'header-malformed', line(null)),
    of('an instant in local time', 'header-malformed', line({ ...header, at: '2026-08-28T12:00:00+03:00' })),
    of('exercise denied', 'header-malformed', line({ ...header, exercise: false })),
    of('a field that no header has', 'header-malformed', line({ ...header, title: 'x' })),
    of('a key named __proto__', 'header-malformed', text.replace('{"agreement"', '{"__proto__":{},"agreement"')),
    ...Object.keys(header)
      .filter((field) => field !== 'exercise')
      .map((field) => of(`no ${field}`, 'header-malformed', line(without(field)))),
    of(
      'a commitment of 31 bytes',
      'header-malformed',
      line({ ...header, parts: [{ ...header.parts[0], commitment: base64url(new Uint8Array(31)) }] }),
    ),
  ];
}

/** The files of the vectors of acts, by path from this folder. */
export function actFiles(): ReadonlyMap<string, string> {
  const valid = acts();
  return new Map([
    ['acts/valid.json', json(valid)],
    ['acts/log.json', json(log(valid.slice(0, 3).map((one) => one.note)))],
    ['acts/invalid.json', json(invalid())],
  ]);
}
