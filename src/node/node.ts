// The sovereign node of one side: the conductor through which everything is said, received and looked at.
import { isPassing, Refusal } from '../act/refusal.ts';
import { certificatesOf } from './config.ts';
import { foundRecord } from './founding.ts';
import type { NodeOptions } from './ground.ts';
import type { Ledger } from './ledger.ts';
import { markEntries } from './marking.ts';
import { openRecord } from './ownrecord.ts';
import { quorumOf } from './proofs.ts';
import { rebuildRegisters, reconsiderKinds } from './rebuild.ts';
import { furnish, type Ground, groundOf, type Rooms } from './rooms.ts';
import { connect, type Sql } from './store/database.ts';
import { readShelf } from './shelf.ts';
import { OTHER, OWN } from './store/record.ts';
import type { OwnNode } from './ownnode.ts';
import { answerRefusal, type Answer, type Asked, listen, type Listening } from './wire.ts';

export type * from './window.ts';
export type * from './window.files.ts';
export type * from './window.people.ts';
export type { NodeOptions } from './ground.ts';
export type { OwnNode } from './ownnode.ts';

/** A node that runs: what is seen of it, its wire, and its end. */
export interface Running {
  readonly node: OwnNode;
  readonly wirePort: number;
  /** Resolves once the gate is open and the record founded: until then this node reads, and signs nothing. */
  readonly signing: () => Promise<void>;
  /** Records bytes signed elsewhere: a service with its own key speaks through this door. Gives the index. */
  readonly record: (bytes: Uint8Array, parts: Parameters<Ledger['record']>[0]['parts']) => Promise<number>;
  /** Lets the courier look at once. */
  readonly wake: () => void;
  /** One look of the watch and one round of telling, now; gives the number of notices made. */
  readonly watch: () => Promise<number>;
  /** One look of the eraser, now; gives the number of acts whose parts it erased. */
  readonly erase: () => Promise<number>;
  /** Makes the registers again; gives the number of entries folded. */
  readonly rebuild: () => Promise<number>;
  readonly sql: Sql;
  readonly stop: () => Promise<void>;
}

/**
 * Opens a node: database, logs, registers, keys, wire. What an act passes through is `furnish` in rooms.ts, from top to
 * bottom; here is what happens once, in this order, before the first.
 */
export async function openNode(options: NodeOptions): Promise<Running> {
  const { settings, identity, now } = options;
  const sql = connect(options.database);
  await openRecord(sql, settings, identity).catch(async (cause: unknown) => {
    await sql.end({ timeout: 5 });
    throw cause;
  });
  const ready = Promise.withResolvers<void>();
  const ground = groundOf(options, sql, async (all) => {
    await tend(options, sql, all);
    ready.resolve();
  });
  await ground.door.people.refresh();
  const rooms = furnish(ground);
  const { gate, ledger, courier, duties } = rooms;
  const rebuild: Running['rebuild'] = async () => {
    const folded = await rebuildRegisters(sql, ground.keeper, now());
    await rooms.finder.rebuild();
    // The comparison with the counterpart is among what was forgotten.
    courier.wake();
    return folded;
  };
  const unmarked = await markEntries(sql);
  if ((await reconsiderKinds(sql, [...ground.kinds.keys()])) || unmarked) await rebuild();
  if (options.confirmed !== undefined) await gate.confirm(options.confirmed);
  if (gate.isOpen) await ground.tend(rooms).catch((cause: unknown) => sayPassing(cause, options));
  await rooms.eraser.again();
  await rooms.file.files.look();
  const wire = await listenFor(rooms, ground);
  courier.start();
  duties.start();
  rooms.patrol.start();
  rooms.witnesses.start();
  rooms.finder.wake();
  rooms.eraser.start();
  return {
    node: rooms.windows.node,
    wirePort: wire.port,
    signing: async () => await ready.promise,
    record: async (bytes, parts) => await ledger.record({ bytes, parts }),
    wake: () => courier.wake(),
    watch: async () => await duties.round(),
    erase: async () => await rooms.eraser.round(),
    rebuild,
    sql,
    stop: async () => {
      await wire.stop();
      ground.line.close();
      const { patrol, witnesses, eraser, finder } = rooms;
      await Promise.all([courier, patrol, duties, witnesses, eraser, finder].map(async (one) => await one.stop()));
      await ledger.settled();
      await sql.end({ timeout: 5 });
    },
  };
}

/** What passes by itself, or by an operator's hand, is said and tried again; a node that waits for it runs. */
function sayPassing(cause: unknown, { say }: NodeOptions): void {
  if (!(cause instanceof Refusal) || !isPassing(cause.code)) throw cause;
  say(cause.message);
}

/**
 * What comes before the first act, in this order, and after any failure again: the gate is passed, the committed head
 * is signed, what the root has signed is recorded, the record is founded, the other side is judged and answered, drafts
 * fully approved are recorded.
 */
async function tend(options: NodeOptions, sql: Sql, rooms: Rooms): Promise<void> {
  const { gate, ledger, judging, rejector, desk, eraser, file } = rooms;
  const isNew = !gate.isOpen;
  await gate.pass();
  // What recovery brought back, a counterpart may have kept that should not have.
  if (isNew) {
    await eraser.again();
    await file.files.settle();
  }
  await ledger.signHead();
  await desk.bring();
  await foundRecord({ ...options, sql, record: async (given) => await ledger.record(given) });
  await rejector.answer();
  await judging.judge();
  await desk.resume();
}

async function listenFor(
  { mirror, comparison, courier, file }: Rooms,
  { sql, identity, settings, wireHost, policies }: Ground,
): Promise<Listening> {
  const quorums = [quorumOf(policies[OWN]), quorumOf(policies[OTHER])] as const;
  const shelf = { quorums, epochs: identity.epochs, vault: identity.vault };
  const nowhere: Answer = { status: 404, type: 'text/plain', body: 'There is nothing at that address.\n' };
  const answer = async (asked: Asked): Promise<Answer> => {
    if (asked.by === 'auditor') return (await readShelf(sql, asked, shelf)) ?? nowhere;
    courier.heard();
    if (asked.path.endsWith('/witnessed')) courier.restarted();
    const work =
      (await mirror.answer(asked)) ?? (await file.porter.answer(asked)) ?? (await comparison.answer(asked));
    return work ?? (await readShelf(sql, asked, shelf)) ?? nowhere;
  };
  const auditors = (settings.auditors ?? []).map((one) => one.certificate);
  const callers = { counterpart: certificatesOf(identity.counterpart), auditors };
  return await listen({ host: wireHost, port: settings.wire }, identity.wire, callers, answer, answerRefusal);
}
