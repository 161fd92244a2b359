// The functions that vectors of refusals name, each given its input as the vectors write it.
import { actText, parseAct, parseActText } from '../../src/act/act.ts';
import { fromBase64 } from '../../src/act/bytes.ts';
import { decode, encode, type Json } from '../../src/act/canonical.ts';
import { parseKey } from '../../src/act/key.ts';
import { readBody } from '../../src/act/kind.ts';
import { parseNote, verifyNote } from '../../src/act/note.ts';
import { checkParts, type Part } from '../../src/act/part.ts';
import { isRefusalCode, refuse } from '../../src/act/refusal.ts';
import { type Agreement, readAgreement } from '../../src/agreement/agreement.ts';
import { parseDate, parseInstant } from '../../src/agreement/calendar.ts';
import { requireReceiptDate } from '../../src/agreement/clock.ts';
import { requireLabel } from '../../src/agreement/label.ts';
import { requireMandate } from '../../src/agreement/mandate.ts';
import { instantAt } from '../../src/agreement/wallclock.ts';
import { AREAS } from '../../src/areas/index.ts';
import { agreementFiles } from '../../src/commands/house.ts';
import { readDelivery } from '../../src/node/delivery.ts';
import { VERIFICATION, verifyEd25519 } from '../../src/node/keys.ts';
import { verifyProof } from '../../src/verify.ts';

type Given = Readonly<Record<string, unknown>>;
type Rest<F extends (...given: never[]) => unknown> = Parameters<F>;

/** Bytes as the vectors write them: base64, or `{ byte, times }`. */
function bytesOf(input: unknown): Uint8Array {
  if (typeof input === 'string') {
    const bytes = fromBase64(input);
    if (bytes === undefined) throw new Error(`vectors: ${input.slice(0, 80)} is not base64`);
    return bytes;
  }
  const { byte, times } = input as { byte: number; times: number };
  return new Uint8Array(times).fill(byte);
}

/** A text as the vectors write it: as it is, or `{ before, repeat, times, after }`. */
function textOf(input: unknown): string {
  if (typeof input === 'string') return input;
  const { before, repeat, times, after } = input as { before: string; repeat: string; times: number; after: string };
  return `${before}${repeat.repeat(times)}${after}`;
}

const partOf = (input: unknown): Part => {
  const { name, salt, bytes } = input as Given;
  return { name: String(name), salt: bytesOf(salt), bytes: bytesOf(bytes) };
};

let agreement: Promise<Agreement> | undefined;

/** The agreement on whose sides labels are judged. */
async function theAgreement(): Promise<Agreement> {
  agreement ??= agreementFiles('ua-al-2025').then(readAgreement);
  return await agreement;
}

/** The checker collects what it finds; the first of it is what it refuses. */
async function requireProof(proof: Uint8Array, policy: Uint8Array): Promise<void> {
  const { findings } = await verifyProof(proof, policy, VERIFICATION);
  const [first] = findings;
  if (first === undefined) return;
  if (!isRefusalCode(first.code)) throw new Error(`vectors: the checker finds ${first.code}: ${first.detail}`);
  throw refuse(first.code, first.detail);
}

/** By name: runs the function, which throws its refusal. */
export const PROVOKERS: Readonly<Record<string, (input: Json) => unknown>> = {
  decode: (input) => decode(textOf(input)),
  encode: (input) => encode(input),
  parseActText: (input) => parseActText(textOf(input)),
  actText: (input) => actText(input as unknown as Rest<typeof actText>[0]),
  parseAct: (input) => parseAct(bytesOf(input)),
  parseNote: (input) => parseNote(bytesOf(input)),
  parseKey: (input) => parseKey(textOf(input)),
  verifyNote: (input) => {
    const { note, keys } = input as Given;
    return verifyNote(parseNote(bytesOf(note)), (keys as readonly string[]).map(parseKey), verifyEd25519);
  },
  checkParts: (input) => {
    const { named, parts } = input as Given;
    checkParts(named as Rest<typeof checkParts>[0], (parts as readonly unknown[]).map(partOf));
  },
  readBody: (input) => {
    const { kind, bytes } = input as Given;
    const known = AREAS.flatMap((area) => area.kinds).find((one) => one.kind.id === kind);
    if (known === undefined) throw new Error(`vectors: there is no kind ${String(kind)}`);
    return readBody(known.kind, bytesOf(bytes));
  },
  requireMandate: (input) => {
    const { speaker, who, provisions } = input as Given;
    requireMandate(...([speaker, who, provisions] as Rest<typeof requireMandate>));
  },
  requireReceiptDate: (input) => {
    const { receipt, zone } = input as Given;
    requireReceiptDate(...([receipt, zone] as Rest<typeof requireReceiptDate>));
  },
  requireLabel: async (input) =>
    requireLabel(input as unknown as Rest<typeof requireLabel>[0], await theAgreement()),
  parseDate: (input) => parseDate(textOf(input)),
  parseInstant: (input) => parseInstant(textOf(input)),
  instantAt: (input) => instantAt(...(input as unknown as Rest<typeof instantAt>)),
  readDelivery: (input) => readDelivery(bytesOf(input)),
  verifyProof: async (input) => {
    const { proof, policy } = input as Given;
    await requireProof(bytesOf(proof), bytesOf(policy));
  },
};
