// Foresight: acts read as they arrive, and their signatures verified by other threads before the judgement asks.
import type { Act } from '../act/act.ts';
import { utf8 } from '../act/bytes.ts';
import type { PublicKey, VerifyEd25519 } from '../act/key.ts';
import { actOf } from './delivery.ts';
import { verifyEd25519, verifyElsewhere } from './keys.ts';

/** An act on its way to judgement. `ready` resolves when nothing of it is being verified any more; it never fails. */
export interface Foreseen {
  /** None where the bytes are no act: the judgement reads them again and says why. */
  readonly act: Act | undefined;
  readonly ready: Promise<unknown>;
}

/** Under which key a signature was found good, and over what. */
interface Good {
  readonly key: Uint8Array;
  readonly message: Uint8Array;
}

/**
 * Decides nothing: a signature that is good under the key and over the bytes asked about is not verified twice, and
 * every other one is verified when it is asked about. So a wrong guess, or none, costs time only.
 */
export class Foresight {
  /** Guesses which key stands behind a name, as far as this process remembers. */
  readonly #keyOf: (name: string) => PublicKey | undefined;
  readonly #good = new WeakMap<Uint8Array, Good>();
  readonly #begun = new WeakMap<Act, Promise<unknown>>();

  constructor(keyOf: (name: string) => PublicKey | undefined) {
    this.#keyOf = keyOf;
  }

  /** Reads an act and begins to verify it; gives at once. */
  foresee(bytes: Uint8Array): Foreseen {
    const act = actOf(bytes);
    return { act, ready: act === undefined ? Promise.resolve() : this.begin(act) };
  }

  /** Begins to verify the signatures of an act under the keys that are remembered, once. */
  begin(act: Act): Promise<unknown> {
    const begun = this.#begun.get(act);
    if (begun !== undefined) return begun;
    const message = utf8(act.note.text);
    const under = act.note.signatures.flatMap(({ name, id, signature }) => {
      const key = this.#keyOf(name);
      return key?.id === id && signature.length === 64 ? [{ key: key.bytes, signature }] : [];
    });
    if (under.length === 0) return Promise.resolve();
    const ready = Promise.all(
      under.map(async ({ key, signature }) => {
        // What fails here fails again when it is asked about, where it is somebody's answer.
        const good = await verifyElsewhere(key, message, signature).catch(() => false);
        if (good) this.#good.set(signature, { key, message });
      }),
    );
    this.#begun.set(act, ready);
    return ready;
  }

  /** As `verifyEd25519`, sooner where it was found good before. */
  readonly verify: VerifyEd25519 = (key, message, signature) => {
    const good = this.#good.get(signature);
    if (good?.key === key && Buffer.compare(good.message, message) === 0) return true;
    return verifyEd25519(key, message, signature);
  };
}
