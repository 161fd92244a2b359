// A proof checked step by step: what each step found, so that a person can follow why an act is proved or is not.
import { parseAct } from '../act/act.ts';
import { parseCosignerKey, parseKey, type Verification } from '../act/key.ts';
import { type Note, parseNote, verifyNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { fromUtf8 } from '../act/bytes.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { COSIGNATURES, cosignatureKind, verifyCosignatureOf } from '../log/cosignature.ts';
import { LogError } from '../log/error.ts';
import { parsePolicy, type Policy } from '../log/policy.ts';
import { verifyInclusion } from '../log/proof.ts';
import { parseTlogProof, type TlogProof } from '../log/tlogproof.ts';
import { leafHash } from '../log/tree.ts';
import { isLineOf, requireQuorum } from './checking.ts';

/** The steps, in the order in which each rests on those before it. */
export const STEPS = ['files', 'act', 'signature', 'included', 'checkpoint', 'cosigned', 'quorum'] as const;
export type StepName = (typeof STEPS)[number];

/** `holds` with what was found; `fails` with the code and why; `unasked` where a step before it leaves it nothing. */
export interface Step {
  readonly name: StepName;
  readonly state: 'holds' | 'fails' | 'unasked';
  /** What was found, in the words of the record: names of keys, sizes, ids. */
  readonly found: readonly string[];
}

/** What a person has in hand. `keys` are the written keys of who signed the act, one a line; empty where none is. */
export interface Given {
  readonly proof: Uint8Array;
  readonly policy: Uint8Array;
  readonly keys: Uint8Array;
}

interface Read {
  readonly file: TlogProof;
  readonly note: Note;
  readonly checkpoint: Checkpoint;
  readonly rules: Policy;
}

function readFiles({ proof, policy }: Given): Read {
  const file = parseTlogProof(proof);
  const note = parseNote(file.checkpoint);
  return { file, note, checkpoint: parseCheckpoint(note.text), rules: parsePolicy(policy) };
}

/** The act rides as the extra data of the proof. */
function actOf({ file }: Read): ReturnType<typeof parseAct> {
  if (file.extra === undefined) throw refuse('export-invalid', 'The proof carries no act as extra data.');
  return parseAct(file.extra);
}

function signersOf(read: Read, { keys }: Given, verify: Verification): readonly string[] {
  const written = (fromUtf8(keys) ?? '').split('\n').filter((line) => line !== '');
  if (written.length === 0) throw refuse('key-unknown', 'No key is given by which to check who signed the act.');
  const signed = verifyNote(actOf(read).note, written.map(parseKey), verify.ed25519);
  if (signed.length === 0) throw refuse('signer-missing', 'None of the keys given has signed the act.');
  return signed.map((key) => key.name);
}

function included(read: Read): readonly string[] {
  const { file, checkpoint } = read;
  const { extra, index, proof } = file;
  if (extra === undefined || !verifyInclusion(index, checkpoint.size, proof, leafHash(extra), checkpoint.root)) {
    throw refuse('proof-invalid', `The act at ${index} of ${checkpoint.size}.`);
  }
  return [`${index} / ${checkpoint.size}`];
}

function signedByLog({ note, checkpoint, rules }: Read, verify: Verification): readonly string[] {
  const logs = rules.logs.map((log) => parseKey(log.key)).filter((key) => key.name === checkpoint.origin);
  if (logs.length === 0) throw refuse('log-unknown', `The policy names no log ${checkpoint.origin}.`);
  if (verifyNote(note, logs, verify.ed25519).length === 0) {
    throw refuse('checkpoint-invalid', `The checkpoint of ${checkpoint.origin}.`);
  }
  return [checkpoint.origin];
}

interface Cosigned {
  readonly key: ReturnType<typeof parseCosignerKey>;
  readonly time: number;
}

/** Who of the policy cosigned, and when; a cosignature of a key that it names and that fails is refused. */
function cosignersOf({ note, rules }: Read, verify: Verification): readonly Cosigned[] {
  return rules.witnesses
    .map((witness) => parseCosignerKey(witness.key))
    .flatMap((key) =>
      note.signatures.filter((line) => isLineOf(line, key)).map((line) => {
        const time = verifyCosignatureOf(key, note.text, line.signature, verify);
        if (time === undefined) throw refuse('signature-invalid', `Verifying the cosignature of ${key.name}.`);
        return { key, time };
      }),
    );
}

const ALGORITHMS: Readonly<Record<keyof typeof COSIGNATURES, string>> = {
  'ed25519': 'Ed25519',
  'ml-dsa-44': 'ML-DSA-44',
};

/** Writes whole seconds since 1970 as an instant. Passed in: no clock is here. */
export type WriteInstant = (seconds: number) => string;

function cosignatureSaid({ key, time }: Cosigned, instant: WriteInstant): string {
  const kind = cosignatureKind(key.type);
  return `${key.name}, ${kind === undefined ? '' : ALGORITHMS[kind]}, ${instant(time)}`;
}

/**
 * Every step of checking one proof (PROOF-1). A step that fails leaves those that rest on it unasked; the others are
 * asked all the same, so that one sees all that does not hold.
 */
export function proofSteps(given: Given, verify: Verification, instant: WriteInstant): readonly Step[] {
  const steps: Step[] = [];
  const step = <T>(name: StepName, work: () => T, found: (done: T) => readonly string[]): T | undefined => {
    try {
      const done = work();
      steps.push({ name, state: 'holds', found: found(done) });
      return done;
    } catch (cause) {
      if (!(cause instanceof Refusal) && !(cause instanceof LogError)) throw cause;
      steps.push({ name, state: 'fails', found: [cause.message] });
      return undefined;
    }
  };
  const read = step('files', () => readFiles(given), ({ checkpoint }) => [checkpoint.origin]);
  if (read !== undefined) {
    step('act', () => actOf(read), ({ id, header }) => [id, header.kind, header.by, header.number, header.at]);
    step('signature', () => signersOf(read, given, verify), (names) => names);
    step('included', () => included(read), (found) => found);
    step('checkpoint', () => signedByLog(read, verify), (found) => found);
    const said = (all: readonly Cosigned[]): readonly string[] => all.map((one) => cosignatureSaid(one, instant));
    const by = step('cosigned', () => cosignersOf(read, verify), said);
    if (by !== undefined) {
      step('quorum', () => requireQuorum(read.rules, by.map(({ key }) => key)), () => [read.rules.quorum]);
    }
  }
  const asked = new Set(steps.map(({ name }) => name));
  return [
    ...steps,
    ...STEPS.filter((name) => !asked.has(name)).map((name): Step => ({ name, state: 'unasked', found: [] })),
  ];
}
