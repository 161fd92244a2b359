// One proof file against a policy: that an act stands in a log, and that those who should have it have it.
import { parseAct } from '../act/act.ts';
import { parseCosignerKey, parseKey, type Verification } from '../act/key.ts';
import { parseNote, verifyNote } from '../act/note.ts';
import { refuse } from '../act/refusal.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { parsePolicy } from '../log/policy.ts';
import { verifyInclusion } from '../log/proof.ts';
import { parseTlogProof } from '../log/tlogproof.ts';
import { leafHash } from '../log/tree.ts';
import { cosigners, type Finding, requireQuorum, trying } from './checking.ts';

/**
 * What a proof file shows. `act` is the id of the act it carries, `signers` the names on it: their keys are not in a
 * policy, so whether they are the body's is for the export, or for the reader who holds the keys.
 */
export interface ProofReport {
  readonly ok: boolean;
  readonly origin: string;
  readonly index: number;
  readonly act: string;
  readonly signers: readonly string[];
  readonly cosignatures: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Checks a `.tlog-proof` file (c2sp.org/tlog-proof) that carries its act as extra data, against a policy
 * (c2sp.org/tlog-policy): the act is the leaf, the leaf is in the tree, the checkpoint is signed by a log of the policy
 * and cosigned by its quorum.
 */
export async function verifyProof(
  proof: Uint8Array,
  policy: Uint8Array,
  verify: Verification,
): Promise<ProofReport> {
  const findings: Finding[] = [];
  const shown = await trying(findings, 'proof', () => {
    const rules = parsePolicy(policy);
    const file = parseTlogProof(proof);
    const note = parseNote(file.checkpoint);
    const { origin, size, root } = parseCheckpoint(note.text);
    const logs = rules.logs.map((log) => parseKey(log.key)).filter((key) => key.name === origin);
    if (logs.length === 0) throw refuse('log-unknown', `The policy names no log ${origin}.`);
    if (verifyNote(note, logs, verify.ed25519).length === 0)
      throw refuse('checkpoint-invalid', `The proof is of ${origin}.`);
    const cosigned = cosigners(
      note,
      rules.witnesses.map((witness) => parseCosignerKey(witness.key)),
      verify,
    );
    requireQuorum(rules, cosigned);
    if (file.extra === undefined) throw refuse('export-invalid', 'The proof carries no act as extra data.');
    const act = parseAct(file.extra);
    if (!verifyInclusion(file.index, size, file.proof, leafHash(file.extra), root)) {
      throw refuse('proof-invalid', `The act ${act.id} at ${file.index} of ${size}.`);
    }
    const signers = act.note.signatures.map((line) => line.name);
    return { origin, index: file.index, act: act.id, signers, cosignatures: cosigned.map((key) => key.name) };
  });
  const nothing = { origin: '', index: 0, act: '', signers: [], cosignatures: [] };
  return { ok: shown !== undefined, ...(shown ?? nothing), findings };
}
