// A refusal: the one form in which anything from outside is turned away, from one closed list.

/**
 * Every reason for which Servanda turns something away, with what mends it. The list is closed: a reason that is
 * not here is a broken invariant and throws a plain `Error`. Codes are quoted in acts (`record.rejected`), in the
 * wire's problem documents and on pages, so a code once published keeps its meaning.
 */
export const REFUSALS = {
  // bytes (ACT-1)
  'not-canonical': 'The bytes are not the strict encoding of what they say. Encode again: sorted keys, NFC, no spaces.',
  'lone-surrogate': 'A string holds half of a surrogate pair. Send whole Unicode characters.',
  'number-out-of-range': 'A number is not an integer within 2^53. Write money and quantities as decimal strings.',
  'nesting-too-deep': 'The value is nested deeper than 32. Flatten it.',
  'header-too-large': 'The header is larger than 16 KiB. Move content into a part.',
  'too-many-parts': 'More than 64 parts. Split the act.',
  'too-many-references': 'More than 64 references. Split the act.',
  'entry-too-large': 'The signed act is larger than 65,535 bytes. Fewer signatures or a smaller header.',
  'note-malformed': 'The text is not a signed note. See c2sp.org/signed-note.',
  'header-malformed': 'The header lacks a field, has one too many, or one of the wrong shape.',
  // signatures and keys (KEY-1)
  'key-not-admissible': 'The key is not a canonical Ed25519 point of full order. Make a new key.',
  'key-unknown': 'No admitted key of that name and id. Admit the key by act first.',
  'key-revoked': 'The key was revoked before this act. Sign with a key that stands.',
  'signature-invalid': 'A signature does not verify. Sign the exact bytes again.',
  'signer-repeated': 'The same signer stands twice. A second signature must come from a second hand.',
  'signer-missing': 'The act lacks the signature of the body that says it.',
  'keys-sealed':
    'The keys are sealed. Give the passphrase with --passphrase-file, --passphrase-fd or --passphrase-env, or type it.',
  'keys-plain':
    'A real node does not keep its keys bare. Seal them by a passphrase, name a signing program, or say --plain-keys.',
  'passphrase-wrong': 'The passphrase is not the one, or the seal was changed. Nothing was opened.',
  'key-damaged': 'A file of keys is not what this node wrote. Bring it back from where it was copied to.',
  'key-missing': 'That key is not held there. Make it where the keys are kept, and try again.',
  'root-needed':
    'The root key is not held here. The request in the folder root of the home is signed by servanda root sign.',
  'fingerprint-differs': 'The fingerprint is not the one given. Ask the other side by another way; nothing was pinned.',
  'share-malformed': 'The shares do not restore the key. Copy each letter again; any two different ones are needed.',
  'signer-unavailable': 'The program that holds the keys does not sign now. Nothing was half done; it is asked again.',
  // what is said (ACT-2, ACT-3)
  'agreement-unknown': 'The act speaks of another agreement than this log keeps.',
  'kind-unknown': 'No such kind, or no such version of it, is known here. It is kept if received; it cannot be said.',
  'body-malformed': 'The body of the act does not fit the schema of its kind.',
  'part-missing': 'A part named in the header was not given.',
  'part-unexpected': 'A part was given that the header does not name.',
  'part-mismatch': 'A part does not match its commitment. Send the exact bytes and salt.',
  'part-too-large': 'A part is larger than 16 MiB.',
  'envelope-invalid': 'A sealed part is not sealed as its act says. Seal it anew to the keys of the bodies concerned.',
  'seal-key-missing': 'A key to seal to or to open by is not there. Bring it back, or have one made known.',
  'act-repeated': 'This act is in the log already. Nothing was added.',
  'number-repeated': 'The body has used this number before. Numbers run on, one an act.',
  // law
  'provision-unknown': 'The Agreement has no such provision.',
  'body-unknown': 'No such body is designated, and it is not the treaty office of its side.',
  'mandate-missing': 'The body has no mandate to say this under this provision. Designate it first.',
  'side-mismatch': 'A body speaks only through the log of its own side.',
  'addressee-unknown': 'An addressee is not a body of the agreement.',
  'reference-unknown': 'An act referred to stands in neither log as far as this act has seen.',
  'reference-missing': 'This kind must refer to another act, and does not.',
  'state-forbids': 'In the present state of the Agreement this cannot be said.',
  'date-inconsistent': 'The civil date does not follow from the instant and the zone of the seat.',
  'date-impossible': 'There is no such day.',
  'date-out-of-order': 'The time stated lies before what it answers, or in the future.',
  'rejected-otherwise': 'The other side rejects the act for a reason this node does not know.',
  'label-refused': 'That label is not carried here. National and NATO classified information has its own channels.',
  'label-widened': 'Only its originator makes a label more open, and what speaks of it is never more open than it is.',
  // hands
  'approver-repeated': 'The same person cannot approve twice. A second person must approve.',
  'approver-is-drafter': 'Who wrote the draft cannot approve it as well. Another person must.',
  'role-missing': 'Your role does not allow this. Someone with that role in the body can do it.',
  'draft-changed': 'The text has changed since you looked. Read it again and decide anew.',
  'draft-unknown': 'There is no such draft here.',
  'session-missing': 'You are not signed in. Sign in first.',
  'form-expired': 'The page was open too long or is from another session. Open it again.',
  'sign-in-refused': 'Signing in was not accepted. Try again; if it fails again, ask the operator of the node.',
  'account-locked': 'There were too many failed tries. It opens again in a quarter of an hour, or by the operator.',
  'office-missing': 'You are known, but hold no office here. The operator, or your side’s directory, gives you one.',
  'provider-unavailable': 'The identity provider does not answer. Nothing was half done; try again later.',
  'upload-refused': 'The screening program of this node refuses the file. Nothing was kept; ask the operator why.',
  'upload-unscreened': 'The program that screens files gives no verdict now. Nothing was kept; try again later.',
  'input-malformed': 'A field holds something that cannot be read.',
  // the log and the line (LOG-1, WIRE-1)
  'log-unknown': 'No log of that origin is kept here.',
  'size-conflict': 'The delivery starts from another size than the one held here.',
  'proof-invalid': 'The Merkle proof does not verify. Nothing was taken over.',
  'checkpoint-invalid': 'The checkpoint is not signed by the key of that log.',
  'delivery-malformed': 'The delivery cannot be read. Nothing was taken over.',
  'delivery-too-large': 'The delivery is larger than allowed. Send fewer entries at once.',
  'rate-exceeded': 'More came than may come in such a time. Nothing is lost: it is taken once that time has passed.',
  'seen-diverges': 'The act claims to have seen a state of our log that never was.',
  'peer-unknown': 'The caller holds no certificate pinned here.',
  'record-behind': 'This node is behind what the other side has cosigned. It signs nothing until it has caught up.',
  'record-forked':
    'Two signed states of one log contradict each other. Both are kept; nothing is signed on top of them.',
  'log-closed':
    'That log was closed at a checkpoint that both sides have signed. It goes on in another epoch.',
  'gate-shut':
    'This node does not know yet how much of its log the counterpart has. Until it does it reads, and signs nothing.',
  // running a node
  'home-in-use': 'Another process uses this home. Stop it, or choose another with --home.',
  'home-unknown': 'There is no node in that home. Make one with servanda init.',
  'home-exists': 'There is a node in that home already. Choose another, or use it.',
  'database-unavailable': 'The database cannot be reached. It is tried again; nothing was half done.',
  'node-ended': 'The node ended before it was ready. What it said last tells why.',
  'public-role-unfit':
    'The public window reads under a role that can read the public record and nothing else. Give such a one.',
  usage: 'The command line cannot be understood. See --help.',
  'export-invalid': 'The export does not verify.',
  'database-newer':
    'Start the newer program again, or restore the backup from before the upgrade into an empty home and database.',
  'backup-invalid': 'The backup cannot be restored as it stands. Nothing was changed.',
  'not-found': 'There is nothing at that address.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof REFUSALS;

/** Refusals that say nothing of what was asked, only that it cannot be done now: it is worth asking again. */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'database-unavailable',
  'provider-unavailable',
  'upload-unscreened',
  'signer-unavailable',
  'root-needed',
  'gate-shut',
  'record-behind',
  'record-forked',
  'log-closed',
  'seal-key-missing',
]);

/** Whether a refusal passes by itself or by an operator's hand. */
export function isPassing(code: RefusalCode): boolean {
  return PASSING.has(code);
}

/** An expected failure. `code` is from the closed list; `detail` says what was attempted, on what, in plain words. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: string;
  /** Seconds after which it is worth asking again, where that is known. */
  readonly wait: number | undefined;

  constructor(code: RefusalCode, detail: string, options?: { readonly cause?: unknown; readonly wait?: number }) {
    super(`${code}: ${detail} ${REFUSALS[code]}`, options);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.wait = options?.wait;
  }
}

/** Makes a refusal to throw: `throw refuse('kind-unknown', 'The act says kind "x/9".')`. */
export function refuse(code: RefusalCode, detail: string, cause?: unknown): Refusal {
  return new Refusal(code, detail, cause === undefined ? undefined : { cause });
}

/** Whether `code` is one of the closed list; for codes that arrive from outside. */
export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}
