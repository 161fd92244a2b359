// The keys by which nodes cosign, over time: those that sign now, and those before them with how far each counts.
import { parseCosignerKey, type PublicKey } from '../act/key.ts';
import { refuse } from '../act/refusal.ts';
import type { Card, EarlierKeys } from './config.ts';

/** In which two capacities a node cosigns, and by which keys; Ed25519 first. */
export type Cosigners<Key> = Readonly<Record<'witness' | 'mirror', readonly Key[]>>;

/** Keys that cosigned together. `until`: up to which size of the other log they count; undefined while they sign. */
export interface Generation extends Cosigners<PublicKey> {
  readonly until?: number;
}

/** All keys of a node that cosign or did, newest first. */
export type Generations = readonly [now: Generation, ...earlier: Generation[]];

type Written = Omit<EarlierKeys, 'until'>;

function read(keys: Written): Cosigners<PublicKey> {
  const of = (written: readonly (string | undefined)[]): readonly PublicKey[] =>
    written.filter((one) => one !== undefined).map(parseCosignerKey);
  return {
    witness: of([keys.witness, keys['witness-ml-dsa-44']]),
    mirror: of([keys.mirror, keys['mirror-ml-dsa-44']]),
  };
}

/** Those of earlier keys as a card or settings name them. */
export function earlierGenerations(earlier: readonly EarlierKeys[]): readonly Generation[] {
  return earlier.map((keys) => ({ ...read(keys), ...(keys.until === undefined ? {} : { until: keys.until }) }));
}

/** The cosigning keys that a card names as before those of now, as written. */
export function earlierOf(card: Card): readonly EarlierKeys[] {
  return card.version === 4 || card.version === 5 ? (card.earlier ?? []) : [];
}

/** The cosigning keys on a card. `key-not-admissible`; `input-malformed` where two are of one name. */
export function generationsOf(card: Card): Generations {
  const earlier = earlierOf(card);
  const all: Generations = [read(card.keys), ...earlierGenerations(earlier)];
  const names = all.flatMap(({ witness, mirror }) => [...witness, ...mirror]).map((key) => key.name);
  if (new Set(names).size < names.length) {
    throw refuse('input-malformed', `The card of ${card.side} names two cosigning keys alike.`);
  }
  return all;
}

/** Every key of either capacity of these generations. */
export function allKeys(generations: readonly Generation[]): readonly PublicKey[] {
  return generations.flatMap(({ witness, mirror }) => [...witness, ...mirror]);
}
