// What the windows see of the people of a node: by which ways they sign in, who they then are, what was done with them.
import type { Official, Role } from '../agreement/official.ts';

/** When and by whom an own act was drafted and approved. */
export interface Hands {
  readonly writtenBy: string;
  readonly writtenAt: string;
  readonly approvals: readonly { readonly by: string; readonly at: string }[];
}

/** How a person signs in: from the row of a demonstration, at the side's identity provider, with a passkey. */
export type WayIn = 'exercise' | 'provider' | 'passkey';

/** What was done with people and keys. None of it says anything of what is in the record. */
export const DEEDS = [
  'enrolled', 'changed', 'ended', 'linked', 'invited', 'passkey-added', 'passkeys-ended', 'key-added', 'keys-ended',
  'signed-in', 'sign-in-failed', 'locked', 'unlocked',
] as const;
export type DeedName = (typeof DEEDS)[number];

/** A row of the administration. `by` and `about` are ids of persons or offices, `operator`, or an issuer. */
export interface Deed {
  readonly n: number;
  readonly at: string;
  readonly deed: DeedName;
  readonly by: string;
  readonly about: string;
  readonly detail: string;
}

/** An office as those who look after people see it. */
export interface KnownOffice {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly body: string;
  readonly roles: readonly Role[];
  readonly program: boolean;
  readonly source: string;
  readonly since: string;
  readonly ended: string | undefined;
}

/** What must be kept while a person is at their provider: nobody else knows it, so nobody else can come back. */
export interface Departure {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** A question to an authenticator: `json` is handed to it as it is, `challenge` is kept until the answer. */
export interface PasskeyQuestion {
  readonly json: string;
  readonly challenge: string;
}

/** A request that a program signed with its key: what is needed to check it. */
export interface SignedRequest {
  readonly token: string;
  readonly proof: string;
  readonly method: string;
  /** The address asked for, as the program wrote it: without query. */
  readonly url: string;
}

/** A program that asks: the office it speaks for, and the purpose its token is for. */
export interface ProgramCaller {
  readonly official: Official;
  readonly purpose: string | undefined;
}

/** An access token for a program, bound to the key of its proof. Seconds. */
export interface ProgramToken {
  readonly token: string;
  readonly lasts: number;
}

/** Who may sign in and how. Every refusal is counted; every deed is kept. */
export interface PeopleRoom {
  /** The ways in. That of a demonstration is never among those of a real node. */
  readonly ways: readonly WayIn[];
  /** The address of the windows to which passkeys are bound; undefined where they are no way in. */
  readonly passkeyOrigin: string | undefined;
  /** Reads anew who is official, where anything was done since. */
  readonly refresh: () => Promise<void>;
  /** An invented official of a demonstration, chosen from its row. */
  readonly choose: (official: string) => Promise<Official>;
  /** The address of the provider's own page, and what to keep until the person is back. */
  readonly depart: () => Promise<{ readonly to: string; readonly departure: Departure }>;
  /** Whoever came back with that query; `departure` is what was kept, and is used once. */
  readonly arrive: (query: string, departure: Departure) => Promise<Official>;
  readonly askPasskey: () => Promise<PasskeyQuestion>;
  readonly withPasskey: (answer: string, challenge: string) => Promise<Official>;
  /** The question by which a person who was given a one-time code makes a passkey. */
  readonly askEnrolment: (person: string, code: string) => Promise<PasskeyQuestion>;
  readonly enrol: (person: string, code: string, answer: string, challenge: string) => Promise<Official>;
  /** A token for the program that signed this assertion (RFC 7523), bound to the key of the proof (RFC 9449). */
  readonly token: (
    assertion: string,
    request: Omit<SignedRequest, 'token'>,
    purpose: string | undefined,
  ) => Promise<ProgramToken>;
  /** Which program a request is of. */
  readonly program: (request: SignedRequest) => Promise<ProgramCaller>;
  readonly known: () => Promise<readonly KnownOffice[]>;
  /** Newest first, at most 200; from before row `before`. */
  readonly deeds: (before?: number) => Promise<readonly Deed[]>;
}
