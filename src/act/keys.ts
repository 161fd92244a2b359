// Which keys may sign: a register that every reader of the record can fold, with the acts alone.
import type { Json } from './canonical.ts';
import {
  BODY_DESIGNATED, BODY_DESIGNATED_FOR, KEY_ADMITTED, KEY_REVOKED, KEY_REVOKED_SINCE, SEAL_KEY_ADMITTED,
} from './kinds.ts';
import type { FoldedAct, Register } from './register.ts';

/** An act's place in the record. */
export type Place = { readonly act: string; readonly side: string; readonly index: number };

/** What is known of a key by its name. Judged by index: a revocation leaves what was signed before it standing. */
export type KeyState = {
  readonly key: string | null;
  readonly holder: string | null;
  /** What it may sign: a key with which a body is designated signs acts. */
  readonly use: string | null;
  readonly admitted: Place | null;
  readonly revoked: Place | null;
};

/** The place of an act in the record. */
export const placeOf = (act: FoldedAct): Place => ({ act: act.id, side: act.side, index: act.index });
/** A text field of an act's body; empty where there is none. */
export const textField = (body: Json | undefined, field: string): string => {
  const value = (body as Readonly<Record<string, Json>> | undefined)?.[field];
  return typeof value === 'string' ? value : '';
};

/** The use of a key that signs acts. */
export const ACTS = 'acts';

/** The name of a written key. */
export const nameOf = (written: string): string => written.slice(0, Math.max(0, written.indexOf('+')));

/** Whether an act of that kind revokes a key, in whatever version. */
export function isRevocation(kind: string): boolean {
  return kind === KEY_REVOKED.id || kind === KEY_REVOKED_SINCE.id;
}

/** Whether an act of that kind admits a key, to sign by or to seal to. */
export function isAdmission(kind: string): boolean {
  return kind === KEY_ADMITTED.id || kind === SEAL_KEY_ADMITTED.id;
}

/** Whether an act of that kind designates a body, in whatever version. */
export function isDesignation(kind: string): boolean {
  return kind === BODY_DESIGNATED.id || kind === BODY_DESIGNATED_FOR.id;
}

/** Register `keys`, by key name. A name once admitted is never admitted again: a rotated key has a new name. */
export const KEYS: Register<KeyState> = {
  name: 'keys',
  subjects: (act) => {
    if (isAdmission(act.header.kind) || isDesignation(act.header.kind)) {
      const key = textField(act.body, 'key');
      // A mandate changed without a key admits none.
      return key === '' && act.header.kind === BODY_DESIGNATED_FOR.id ? [] : [nameOf(key)];
    }
    return isRevocation(act.header.kind) ? [textField(act.body, 'key')] : [];
  },
  initial: () => ({ key: null, holder: null, use: null, admitted: null, revoked: null }),
  step: (state, act) => {
    if (isRevocation(act.header.kind)) return { ...state, revoked: state.revoked ?? placeOf(act) };
    if (state.admitted !== null) return state;
    const admits = isAdmission(act.header.kind);
    const holder = textField(act.body, admits ? 'holder' : 'body');
    const use = admits ? textField(act.body, 'use') : ACTS;
    return { ...state, key: textField(act.body, 'key'), holder, use, admitted: placeOf(act) };
  },
};
