// The ground of a node: what it is opened with, what all its rooms share.
import { ERASURES } from '../act/erasure.ts';
import { KEYS } from '../act/keys.ts';
import type { Register } from '../act/register.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { BODIES } from '../agreement/mandate.ts';
import type { Area, AreaKind } from '../area.ts';
import type { Settings } from './config.ts';
import type { ErasedList } from './erasedlist.ts';
import { allKeys } from './cosigners.ts';
import type { Identity } from './identity.ts';
import type { InspectionRoom } from './inspection.ts';
import { VERIFICATION } from './keys.ts';
import { Keeper } from './keeper.ts';
import type { Orders } from './orders.ts';
import type { Screening } from './screening.ts';
import type { SignIn } from './signin.ts';
import type { PatrolRoom } from './patrol.ts';
import type { Court } from './sitting.ts';
import type { Place, Sql } from './store/database.ts';
import type { Official, Tell } from './window.ts';

/** What a node is opened with. Time and chance are passed in, so that two nodes share a process and tests a clock. */
export interface NodeOptions {
  readonly settings: Settings;
  readonly identity: Identity;
  readonly database: Place;
  readonly agreement: Agreement;
  readonly areas: readonly Area[];
  /** The invented officials of a demonstration; a real node knows none of them. */
  readonly officials: readonly Official[];
  /** What every file that people send must pass; without it each is taken as it is. */
  readonly screening?: Screening | undefined;
  /** How people sign in; without it nobody but a demonstration's officials does. */
  readonly signIn?: SignIn;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
  /** Address on which the wire listens. */
  readonly wireHost: string;
  /** How many entries of this log the counterpart has told an operator, by other means than the line, that it knows. */
  readonly confirmed?: number | undefined;
  /** Milliseconds an own act may stand unreceived before that is an alarm. Default: an hour. */
  readonly alarmAfter?: number | undefined;
  /** Milliseconds between the steps and the rounds of the inspection in the background. */
  readonly pace?: PatrolRoom['pace'] | undefined;
  /** What was ever erased here, kept beside the database. */
  readonly erased?: ErasedList | undefined;
  /** The folder in which the chunks of large files lie. */
  readonly files: string;
  /** A line for whoever watches the node. */
  readonly say: (line: string) => void;
  /** The standing orders as they are now; without them people are told on their pages alone. */
  readonly orders?: () => Orders;
  /** The words of a notice. */
  readonly tell?: Tell;
}

/** The keeper of all registers. A register's state type is its own; the keeper handles every state as JSON. */
export function keeperOf(areas: readonly Area[]): Keeper {
  const own = [KEYS, BODIES, ERASURES] as const;
  return new Keeper([...own, ...areas.flatMap((area) => area.registers)] as unknown as readonly Register[]);
}

/** By whose keys an entry of each log vouches for the other log: the keys of the side in whose log it stands. */
export function notedKeys({ epochs: [own, other], generations, otherGenerations }: Identity): Court['noted'] {
  return [
    { log: other, cosigners: generations },
    { log: own, cosigners: otherGenerations },
  ];
}

/** Seconds precision, as acts write instants. */
export function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** The kinds of all areas by id; two areas with one kind are a broken invariant. */
export function kindsOf(areas: readonly Area[]): ReadonlyMap<string, AreaKind> {
  const kinds = new Map<string, AreaKind>();
  for (const kind of areas.flatMap((area) => area.kinds)) {
    if (kinds.has(kind.kind.id)) throw new Error(`node: two areas have the kind ${kind.kind.id}`);
    kinds.set(kind.kind.id, kind);
  }
  return kinds;
}

/** What the inspections of a node look at. */
export function inspectionOf({ sql, identity, keeper }: {
  readonly sql: Sql;
  readonly identity: Identity;
  readonly keeper: Keeper;
}): InspectionRoom {
  return {
    sql,
    verify: VERIFICATION,
    epochs: identity.epochs,
    cosigners: [allKeys(identity.otherGenerations), allKeys(identity.generations)],
    registers: keeper.registers,
    vault: identity.vault,
  };
}
