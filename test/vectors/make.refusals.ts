// The vectors of refusals: for each code that bytes alone provoke, what provokes it and at which function.
import { ACT_PREFIX, type ActHeader, actText } from '../../src/act/act.ts';
import { base64, concat, utf8 } from '../../src/act/bytes.ts';
import { encode, type Json } from '../../src/act/canonical.ts';
import { formatKey, keyId, SIGNATURE_TYPE } from '../../src/act/key.ts';
import { formatNote, signText } from '../../src/act/note.ts';
import type { RefusalCode } from '../../src/act/refusal.ts';
import { NOTIFICATION_GIVEN } from '../../src/areas/final/kinds.ts';
import { formatCheckpoint } from '../../src/log/checkpoint.ts';
import { formatTlogProof } from '../../src/log/tlogproof.ts';
import { leafHash, nodeHash } from '../../src/log/tree.ts';
import { bodyOf, fromHex, headerOf, json, signed, signerOf } from './hand.ts';

/**
 * One vector: `input` is what `function` is given, and `code` the refusal that comes. Bytes are written in base64, or
 * as `{ "byte": 65, "times": 1000 }`; a long text as `{ "before", "repeat", "times", "after" }`.
 */
export interface RefusalVector {
  readonly code: RefusalCode;
  readonly what: string;
  readonly function: string;
  readonly input: Json;
}

type Row = readonly [code: RefusalCode, what: string, name: string, input: unknown];

const MFA = 'ua:mfa/2026-1';
const BODY = bodyOf(NOTIFICATION_GIVEN.example);
const HEADER = (): ActHeader => headerOf([BODY], { exercise: true });
const lineOf = (header: unknown): string => encode(header as Json);
const part = (given: typeof BODY): Json => ({ name: given.name, salt: base64(given.salt), bytes: base64(given.bytes) });

/** A text that is `text` with the one occurrence of `mark` drawn out. */
function drawn(text: string, mark: string, repeat: string, times: number): Json {
  const [before = '', after = ''] = text.split(mark);
  return { before, repeat, times, after };
}

function encoding(): readonly Row[] {
  return [
    ['not-canonical', 'a space', 'decode', '{"a": 1}'],
    ['not-canonical', 'keys out of order', 'decode', '{"b":1,"a":1}'],
    ['not-canonical', 'a key twice', 'decode', '{"a":1,"a":1}'],
    ['not-canonical', 'an escape for a letter', 'decode', '"\\u0041"'],
    ['not-canonical', 'letters not in NFC', 'encode', ['e\u0301']],
    ['not-canonical', 'no JSON', 'decode', 'nope'],
    ['lone-surrogate', 'the first half alone', 'decode', '"\\ud83d"'],
    ['lone-surrogate', 'the second half alone, as a key', 'encode', { '\ude00': 1 }],
    ['lone-surrogate', 'two halves in the wrong order', 'encode', '\ude00\ud83d'],
    ['number-out-of-range', 'a float', 'encode', 0.5],
    ['number-out-of-range', '2^53', 'decode', '9007199254740992'],
    ['number-out-of-range', 'less than -2^53', 'decode', '-9007199254740992'],
    ['number-out-of-range', 'minus zero', 'decode', '-0'],
    ['number-out-of-range', 'more than any number', 'decode', '1e999'],
    ['nesting-too-deep', '34 lists in one another', 'decode', '['.repeat(34) + ']'.repeat(34)],
  ];
}

function headers(): readonly Row[] {
  const header = HEADER();
  const named = header.parts[0] as ActHeader['parts'][number];
  const withParts = lineOf({ ...header, parts: ['P', 'Q'] }).replace('"P"', '@').replace('"Q"', lineOf(named));
  const withRe = lineOf({ ...header, re: ['P', 'Q'] }).replace('"P"', '@');
  const reference = lineOf({ act: 'A'.repeat(43), role: 'answers' });
  const text = (line: string): string => `${ACT_PREFIX}${line}\n`;
  return [
    ['header-too-large', '16 KiB and a byte', 'parseActText', drawn(text('"@"'), '@', 'a', 16_383)],
    ['too-many-parts', '65 parts', 'parseActText', drawn(text(withParts), '@,', `${lineOf(named)},`, 64)],
    ['too-many-references', '65 references', 'parseActText', drawn(
      text(withRe.replace('"Q"', reference)), '@,', `${reference},`, 64,
    )],
    ['entry-too-large', '65,536 bytes', 'parseAct', { byte: 10, times: 65_536 }],
    ['header-malformed', 'a text of another kind', 'parseActText', 'servanda/act/v2\n{}\n'],
    ['header-malformed', 'nothing in it', 'parseActText', text('{}')],
    ['header-malformed', 'a part twice', 'parseActText', text(lineOf({ ...header, parts: [named, named] }))],
    ['header-malformed', 'a part name that climbs', 'actText', { ...header, parts: [{ ...named, name: '../x' }] }],
    ['header-malformed', 'a label for nobody', 'actText', { ...header, label: { tlp: 'CLEAR', rel: [] } }],
    ['header-malformed', 'a kind without version', 'actText', { ...header, kind: 'notification.given' }],
  ];
}

function notes(): readonly Row[] {
  const note = (text: string): string => base64(utf8(text));
  const line = '— a AAAAAAAA\n';
  return [
    ['note-malformed', 'no signature line', 'parseNote', note('text\n')],
    ['note-malformed', 'an empty one', 'parseNote', note('text\n\n\n')],
    ['note-malformed', 'a name with a plus', 'parseNote', note('text\n\n— a+b AAAAAAAA\n')],
    ['note-malformed', 'a name with a space', 'parseNote', note('text\n\n— a b AAAAAAAA\n')],
    ['note-malformed', 'a no-break space for the space', 'parseNote', note('text\n\n— a\u00a0AAAAAAAA\n')],
    ['note-malformed', 'base64 without its padding', 'parseNote', note('text\n\n— a AAAAAAA\n')],
    ['note-malformed', 'a tab in the text', 'parseNote', note(`te\txt\n\n${line}`)],
    ['note-malformed', 'a byte of zero', 'parseNote', note(`te\0xt\n\n${line}`)],
    ['note-malformed', 'half a surrogate pair in UTF-8', 'parseNote', base64(concat(
      Uint8Array.of(0xed, 0xa0, 0x80), utf8(`\n\n${line}`),
    ))],
    ['note-malformed', '17 signatures', 'parseNote', note(`text\n\n${line.repeat(17)}`)],
    ['note-malformed', 'a megabyte and a byte', 'parseNote', { byte: 10, times: (1 << 20) + 1 }],
  ];
}

function keys(): readonly Row[] {
  const written = (point: string, type = 0x01): string => {
    const bytes = fromHex(point);
    const id = keyId('x', type as typeof SIGNATURE_TYPE.ed25519, bytes).toString(16).padStart(8, '0');
    return `x+${id}+${base64(concat(Uint8Array.of(type), bytes))}`;
  };
  const good = formatKey(signerOf(MFA).key);
  const text = actText(HEADER());
  const other = text.replace('0001', '0002');
  const signature = signText(text, signerOf(MFA));
  const made = (said: string, ...lines: readonly (typeof signature)[]): Json =>
    ({ note: base64(formatNote(said, lines)), keys: [good] });
  // Order eight; a point of full order with one of order eight added; neither on the curve nor canonical.
  const eight = 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a';
  const mixed = '10eb7c3acfb2bed3e0d6ab89bf5a3d6afddd1176ce4812e38d9fd485058fdb1f';
  return [
    ['key-not-admissible', 'the neutral point', 'parseKey', written('01'.padEnd(64, '0'))],
    ['key-not-admissible', 'a point of order four', 'parseKey', written('00'.repeat(32))],
    ['key-not-admissible', 'a point of order eight', 'parseKey', written(eight)],
    ['key-not-admissible', 'a point of mixed order', 'parseKey', written(mixed)],
    ['key-not-admissible', 'zero, written as the field prime', 'parseKey', written(`ed${'ff'.repeat(30)}7f`)],
    ['key-not-admissible', 'the neutral point with a sign', 'parseKey', written(`01${'00'.repeat(30)}80`)],
    ['key-not-admissible', 'no point', 'parseKey', written('02'.padEnd(64, '0'))],
    ['key-not-admissible', '31 bytes', 'parseKey', written('01'.repeat(31))],
    ['key-not-admissible', 'a type that nobody uses', 'parseKey', written('01'.padEnd(64, '0'), 0x7f)],
    ['key-not-admissible', 'the id of another name', 'parseKey', good.replace('ua:mfa', 'al:mefa')],
    ['key-not-admissible', 'no written key', 'parseKey', 'ua:mfa'],
    ['signature-invalid', 'the signature of another text', 'verifyNote', made(other, signature)],
    ['signature-invalid', 'one bit of it flipped', 'verifyNote', made(text, {
      ...signature, signature: signature.signature.map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
    })],
    ['signature-invalid', '63 bytes of it', 'verifyNote', made(text, {
      ...signature, signature: signature.signature.slice(1),
    })],
    ['signer-repeated', 'one hand, two lines', 'verifyNote', made(text, signature, signature)],
  ];
}

function parts(): readonly Row[] {
  const header = HEADER();
  const named = header.parts;
  const given = part(BODY);
  const check = (...list: readonly Json[]): Json => ({ named: named as unknown as Json, parts: list });
  const body = (text: string): Json => ({ kind: NOTIFICATION_GIVEN.id, bytes: base64(utf8(text)) });
  return [
    ['part-missing', 'none given', 'checkParts', check()],
    ['part-unexpected', 'another name', 'checkParts', check({ ...(given as object), name: 'other' })],
    ['part-unexpected', 'one twice', 'checkParts', check(given, given)],
    ['part-mismatch', 'other bytes', 'checkParts', check({ ...(given as object), bytes: '' })],
    ['part-mismatch', 'a salt of 31 bytes', 'checkParts', check({
      ...(given as object), salt: base64(new Uint8Array(31)),
    })],
    ['part-too-large', '16 MiB and a byte', 'checkParts', check({
      ...(given as object), bytes: { byte: 0, times: 16 * 1024 * 1024 + 1 },
    })],
    ['body-malformed', 'another shape', 'readBody', body('{"a":1}')],
    ['body-malformed', 'a channel that is none', 'readBody', body(
      lineOf({ ...NOTIFICATION_GIVEN.example, channel: 'pigeon' }),
    )],
    ['body-malformed', 'no UTF-8', 'readBody', {
      kind: NOTIFICATION_GIVEN.id, bytes: base64(Uint8Array.of(0xc0, 0x80)),
    }],
  ];
}

function law(): readonly Row[] {
  const nobody = { name: null, provisions: [], from: null, designated: null, ended: null };
  const place = { act: 'A'.repeat(43), side: 'ua', index: 4 };
  const nmaa = { ...nobody, provisions: ['58'], from: '2026-11-12', designated: place };
  const who = { by: 'ua:nmaa', treatyOffice: 'ua:mfa', state: nmaa, on: '2026-11-12' };
  const speak = (speaker: string, rest: object = {}, under = '58'): Json =>
    ({ speaker, who: { ...who, ...rest }, provisions: [under] }) as unknown as Json;
  const receipt = { act: 'A'.repeat(43), instant: '2026-08-31T21:30:00Z', date: '2026-08-31', zone: 'Europe/Kyiv' };
  const label = { tlp: 'CLEAR', rel: ['AL', 'UA'] };
  return [
    ['mandate-missing', 'another provision', 'requireMandate', speak('mandate', {}, '59')],
    ['mandate-missing', 'the day before it begins', 'requireMandate', speak('mandate', { on: '2026-11-11' })],
    ['mandate-missing', 'after it ended', 'requireMandate', speak('mandate', { state: { ...nmaa, ended: place } })],
    ['mandate-missing', 'what only the treaty office says', 'requireMandate', speak('treaty-office')],
    ['mandate-missing', 'what only the participant says', 'requireMandate', speak('participant', { by: 'ua:mfa' })],
    ['mandate-missing', 'what only a node says', 'requireMandate', speak('node', { by: 'ua:mfa' })],
    ['body-unknown', 'a body nobody designated', 'requireMandate', speak('mandate', { state: nobody })],
    ['date-inconsistent', 'past midnight at the seat', 'requireReceiptDate', { receipt, zone: 'Europe/Kyiv' }],
    ['date-inconsistent', 'the zone of the other seat', 'requireReceiptDate', { receipt, zone: 'Europe/Tirane' }],
    ['date-impossible', '29 February of a common year', 'parseDate', '2027-02-29'],
    ['date-impossible', 'a thirteenth month', 'parseDate', '2027-13-01'],
    ['date-impossible', 'an instant on no day', 'parseInstant', '2026-11-31T00:00:00Z'],
    ['date-impossible', 'an hour that the clocks leap over', 'instantAt', ['2027-03-28', '03:30:00', 'Europe/Kyiv']],
    ['input-malformed', 'another order', 'parseDate', '29.02.2028'],
    ['input-malformed', 'a twenty-fifth hour', 'instantAt', ['2027-03-28', '24:00', 'Europe/Kyiv']],
    ['label-refused', 'a classification', 'requireLabel', { ...label, codes: ['NATO-SECRET'] }],
    ['label-refused', 'a release to a third side', 'requireLabel', { ...label, rel: ['AL', 'UA', 'XX'] }],
  ];
}

function proofs(): readonly Row[] {
  const origin = 'ua.example/ua-al-2025/ua/1';
  const act = signed(HEADER(), MFA);
  const sibling = leafHash(utf8('another entry'));
  const root = nodeHash(leafHash(act), sibling);
  const text = formatCheckpoint({ origin, size: 2, root, extensions: [] });
  const logged = signText(text, signerOf(origin));
  const policy = (name: string, quorum = 'none'): string => base64(utf8(
    `log ${formatKey(signerOf(name).key)}\nwitness w ${formatKey(signerOf('w', SIGNATURE_TYPE.cosignature).key)}\n` +
      `quorum ${quorum}\n`,
  ));
  const file = (index: number, checkpoint = formatNote(text, [logged]), extra: Uint8Array | undefined = act): string =>
    base64(formatTlogProof({ ...(extra.length === 0 ? {} : { extra }), index, proof: [sibling], checkpoint }));
  const strange = formatNote(text, [signText(text, signerOf('stranger'))]);
  const of = (proof: string, under = policy(origin)): Json => ({ proof, policy: under });
  return [
    ['log-unknown', 'a log the policy does not name', 'verifyProof', of(file(0), policy('another.example/log'))],
    ['checkpoint-invalid', 'signed by a stranger', 'verifyProof', of(file(0, strange))],
    ['proof-invalid', 'the index of the sibling', 'verifyProof', of(file(1))],
    ['export-invalid', 'no act beside the proof', 'verifyProof', of(file(0, undefined, new Uint8Array()))],
    ['checkpoint-invalid', 'nobody of the quorum', 'verifyProof', of(file(0), policy(origin, 'w'))],
    ['delivery-malformed', 'no JSON', 'readDelivery', base64(utf8('nope'))],
    ['delivery-malformed', 'no list', 'readDelivery', base64(utf8('{"parts":{}}'))],
    ['delivery-malformed', 'an index below zero', 'readDelivery', base64(utf8(
      '{"parts":[{"index":-1,"name":"body","salt":"","bytes":""}]}',
    ))],
    ['delivery-malformed', 'base64 of another alphabet', 'readDelivery', base64(utf8(
      '{"parts":[{"index":0,"name":"body","salt":"_-_-","bytes":""}]}',
    ))],
  ];
}

/** The files of the vectors of refusals, one for each code, by path from this folder. */
export function refusalFiles(): ReadonlyMap<string, string> {
  const rows = [...encoding(), ...headers(), ...notes(), ...keys(), ...parts(), ...law(), ...proofs()];
  const vectors = rows.map(([code, what, name, input]): RefusalVector =>
    ({ code, what, function: name, input: input as Json }));
  const codes = [...new Set(vectors.map((one) => one.code))];
  return new Map(codes.map((code) => [`refusals/${code}.json`, json(vectors.filter((one) => one.code === code))]));
}
