// The sovereign node of one side: the conductor through which everything is said, received and looked at.
import type { Register } from '../act/register.ts';
import { KEYS } from '../act/keys.ts';
import { refuse } from '../act/refusal.ts';
import { type ActHeader, seenOf } from '../act/act.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { BODIES } from '../agreement/mandate.ts';
import type { Area, AreaKind } from '../area.ts';
import { TileEdge } from '../log/edge.ts';
import { emptyRoot } from '../log/tree.ts';
import { Comparison } from './concordance.ts';
import { originOf, type Settings } from './config.ts';
import { Courier } from './courier.ts';
import { Desk } from './desk.ts';
import { foundRecord } from './founding.ts';
import { type Identity, signerFor } from './identity.ts';
import { Keeper } from './keeper.ts';
import { keyReader, verifyEd25519 } from './keys.ts';
import { Ledger } from './ledger.ts';
import { Mirror } from './mirror.ts';
import { Reader } from './reader.ts';
import { rebuildRegisters } from './rebuild.ts';
import { type Court, Sitting } from './sitting.ts';
import { connect, migrate, type Place, type Sql, transaction } from './store/database.ts';
import { foundLogs, OTHER, OWN, readLogs } from './store/record.ts';
import { windowsOf } from './view.ts';
import type { Change, Node, Official } from './window.ts';
import { answerRefusal, caller, type Answer, type Asked, listen, type Listening } from './wire.ts';

export type * from './window.ts';

/** What a node is opened with. Time and chance are passed in, so that two nodes share a process and tests a clock. */
export interface NodeOptions {
  readonly settings: Settings;
  readonly identity: Identity;
  readonly database: Place;
  readonly agreement: Agreement;
  readonly areas: readonly Area[];
  readonly officials: readonly Official[];
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
  /** Address on which the wire listens. */
  readonly wireHost: string;
}

/** A node that runs: the windows' view of it, its wire, and its end. */
export interface Running {
  readonly node: Node;
  readonly wirePort: number;
  /** Records bytes signed elsewhere: a service with its own key speaks through this door. Gives the index. */
  readonly record: (bytes: Uint8Array, parts: Parameters<Ledger['record']>[0]['parts']) => Promise<number>;
  /** Lets the courier look at once. */
  readonly wake: () => void;
  /** Makes the registers again; gives the number of entries folded. */
  readonly rebuild: () => Promise<number>;
  readonly sql: Sql;
  readonly stop: () => Promise<void>;
}

/** Seconds precision, as acts write instants. */
export function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function kindsOf(areas: readonly Area[]): ReadonlyMap<string, AreaKind> {
  const kinds = new Map<string, AreaKind>();
  for (const kind of areas.flatMap((area) => area.kinds)) {
    if (kinds.has(kind.kind.id)) throw new Error(`node: two areas have the kind ${kind.kind.id}`);
    kinds.set(kind.kind.id, kind);
  }
  return kinds;
}

/** Who is told of changes. A listener that throws harms nobody else. */
class Bell {
  readonly #listeners = new Set<(change: Change) => void>();

  readonly subscribe = (tell: (change: Change) => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  readonly ring = (what: Change['what']): void => {
    for (const tell of this.#listeners) tell({ what });
  };
}

/**
 * Opens a node: database, logs, registers, keys, wire. What an act passes through can be read here from top to bottom:
 * the desk writes and approves it, the door (`court`) judges it, the ledger records and signs it, the courier brings
 * it over, the mirror of the other node takes it and judges it again, the comparison says that both agree.
 */
export async function openNode(options: NodeOptions): Promise<Running> {
  const { settings, identity, agreement, areas, now } = options;
  const sql = connect(options.database);
  const bell = new Bell();
  const other = identity.counterpart.side;
  // A register's state type is its own; the keeper handles every state as JSON.
  const registers = [KEYS, BODIES, ...areas.flatMap((area) => area.registers)] as unknown as readonly Register[];
  const kinds = kindsOf(areas);
  const keeper = new Keeper(registers);
  const court: Court = {
    agreement,
    kinds,
    keeper,
    verify: verifyEd25519,
    root: (side) => identity.roots.get(side),
    emptyRoot: emptyRoot(),
    key: keyReader(),
  };
  await open(sql, settings, identity);
  let cosigned = 0;
  let held = (await readLogs(sql))[OWN].size;

  // Steps 3 to 6 of the life of an act: judged at the one door, recorded in one transaction, its checkpoint signed.
  const ledger = new Ledger({
    sql,
    logKey: identity.keys.log,
    now,
    sit: async (tx, logs) => await Sitting.open(court, tx, logs, OWN),
    forget: () => keeper.forget(),
    gate: () => {
      if (cosigned > held) throw refuse('record-behind', `The counterpart holds ${cosigned} entries, this node ${held}.`);
    },
    recorded: (size) => {
      held = size;
      bell.ring('record');
      courier.wake();
    },
  });
  // Steps 8 to 10, for what the other side says.
  const mirror = new Mirror({
    sql,
    logKey: identity.otherLog,
    witness: identity.keys.witness,
    mirror: identity.keys.mirror,
    verify: verifyEd25519,
    now,
    sit: async (tx, logs) => await Sitting.open(court, tx, logs, OTHER),
    forget: () => keeper.forget(),
    received: () => {
      bell.ring('record');
      courier.wake();
    },
  });
  const comparison = new Comparison({ sql, side: settings.side, other, now, changed: () => bell.ring('concordance') });
  // Steps 7 and 8, for what this side says.
  const line = caller(identity.counterpart.wire, identity.wire, identity.counterpart.certificate);
  const courier = new Courier({
    sql,
    line,
    witness: identity.otherWitness,
    mirror: identity.otherMirror,
    verify: verifyEd25519,
    now,
    chance: Math.random,
    compare: async (counterpart) => await comparison.compare(counterpart),
    cosigned: (size) => {
      cosigned = Math.max(cosigned, size);
    },
    changed: () => bell.ring('line'),
  });
  // Steps 1 and 2: drafts and approvals, private to this node.
  const desk: Desk = new Desk({
    sql,
    agreement,
    side: settings.side,
    exercise: settings.exercise,
    kinds,
    forms: areas.flatMap((area) => area.forms),
    officials: options.officials,
    now: () => instantOf(now()),
    random: options.random,
    look: () => look(),
    seen: async () => await seenNow(sql),
    signer: async (body) => await signerFor(identity, sql, body),
    consider: async (act) => {
      await transaction(sql, async (tx) => {
        const sitting = await Sitting.open(court, tx, await readLogs(tx), OWN);
        await sitting.consider(act);
      });
    },
    record: async (given, also) => await ledger.record({ ...given, also }),
    changed: () => bell.ring('drafts'),
  });
  const reader = new Reader({
    sql,
    side: settings.side,
    other,
    hands: async (act) => await desk.handsOf(act),
  });
  const { node, look } = windowsOf({
    sql,
    settings,
    identity,
    agreement,
    areas,
    officials: options.officials,
    now,
    reader,
    desk,
    concordance: async () => await comparison.view(),
    line: async () => await courier.line(),
    subscribe: bell.subscribe,
  });

  await ledger.signHead();
  await foundRecord({ sql, identity, settings, agreement, now, random: options.random, record: async (one) => await ledger.record(one) });
  await mirror.judge();
  const answer = async (asked: Asked): Promise<Answer> =>
    (await mirror.answer(asked)) ??
    (await comparison.answer(asked)) ?? { status: 404, type: 'text/plain', body: 'There is nothing at that address.\n' };
  const wire: Listening = await listen(
    { host: options.wireHost, port: settings.wire },
    identity.wire,
    identity.counterpart.certificate,
    answer,
    answerRefusal,
  );
  await desk.resume();
  courier.start();

  return {
    node,
    wirePort: wire.port,
    record: async (bytes, parts) => await ledger.record({ bytes, parts }),
    wake: () => courier.wake(),
    rebuild: async () => await rebuildRegisters(sql, keeper, [settings.side, other], now()),
    sql,
    stop: async () => {
      await wire.stop();
      line.close();
      await courier.stop();
      await ledger.settled();
      await sql.end({ timeout: 5 });
    },
  };
}

async function open(sql: Sql, settings: Settings, identity: Identity): Promise<void> {
  await migrate(sql);
  const empty = { root: emptyRoot(), edge: TileEdge.empty().toBytes() };
  const origin = originOf(settings);
  await foundLogs(sql, [
    { log: OWN, side: settings.side, origin, ...empty },
    { log: OTHER, side: identity.counterpart.side, origin: identity.counterpart.origin, ...empty },
  ]);
  const [own, theirs] = await readLogs(sql);
  if (own.origin !== origin || theirs.origin !== identity.counterpart.origin) {
    throw refuse('log-unknown', `The database keeps ${own.origin} and ${theirs.origin}, not ${origin}.`);
  }
}

/** The newest checkpoint of the other log of which every entry is folded here: what an act may claim to have seen. */
async function seenNow(sql: Sql): Promise<ActHeader['seen']> {
  const [, theirs] = await readLogs(sql);
  const [row] = await sql<{ size: number; root: Uint8Array }[]>`select size, root from checkpoints
    where log = ${OTHER} and size <= ${theirs.folded} order by size desc limit 1`;
  return row === undefined ? seenOf(theirs.origin, 0, emptyRoot()) : seenOf(theirs.origin, row.size, row.root);
}

