// Epochs of a log: one tree that grows on, under one origin and key after another, each closed where the next begins.
import type { LineKey } from './noted.ts';
import type { Hash } from './tree.ts';

/** A state of a tree: its size and root. */
export interface TreeState {
  readonly size: number;
  readonly root: Hash;
}

/**
 * One epoch of a log: what signs checkpoints of sizes above `base`, up to `closed` where another epoch follows. The
 * name of the key is the origin. The first epoch has the base 0; the base of each later one is where that before it
 * closed, so the log of an epoch has as its first leaves those of all before it, and a size means one thing.
 */
export interface Epoch<Key extends LineKey = LineKey> {
  readonly key: Key;
  readonly base: number;
  readonly closed?: TreeState;
}

/** All epochs of a log, the first one first, the one of now last. */
export type Epochs<Key extends LineKey = LineKey> = readonly [Epoch<Key>, ...Epoch<Key>[]];

/** Epochs from the key of now and those before it, each with the state in which its epoch was closed. */
export function epochsFrom<Key extends LineKey>(
  now: Key,
  before: readonly { readonly key: Key; readonly closed: TreeState }[],
): Epochs<Key> {
  const all = [...before, { key: now }].map((one, i) => ({ ...one, base: before[i - 1]?.closed.size ?? 0 }));
  return all as unknown as Epochs<Key>;
}

/** The epoch of now. */
export function latestEpoch<Key extends LineKey>(epochs: Epochs<Key>): Epoch<Key> {
  return epochs.at(-1) as Epoch<Key>;
}

/** The epoch of that origin. */
export function epochNamed<Key extends LineKey>(epochs: Epochs<Key>, origin: string): Epoch<Key> | undefined {
  return epochs.find(({ key }) => key.name === origin);
}

/** Whether the epoch signs checkpoints of that size. */
export function signs({ base, closed }: Epoch, size: number): boolean {
  return (size > base || (size === 0 && base === 0)) && size <= (closed?.size ?? size);
}

/** The epoch that signs checkpoints of that size. */
export function epochAt<Key extends LineKey>(epochs: Epochs<Key>, size: number): Epoch<Key> {
  return epochs.find((epoch) => signs(epoch, size)) ?? latestEpoch(epochs);
}

/** Whether somebody may say to have seen the log of that epoch at that size: the base belongs to both. */
export function maySee({ base, closed }: Epoch, size: number): boolean {
  return size === 0 || (size >= base && size <= (closed?.size ?? size));
}
