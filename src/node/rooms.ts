// The rooms of a node, in the order in which an act passes through them.
import type { PublicKey } from '../act/key.ts';
import { KEYS } from '../act/keys.ts';
import type { AreaKind } from '../area.ts';
import { latestEpoch } from '../log/epoch.ts';
import { emptyRoot } from '../log/tree.ts';
import { Bell } from './bell.ts';
import { Comparison } from './concordance.ts';
import { certificatesOf } from './config.ts';
import { ALARM_AFTER, Courier } from './courier.ts';
import { Desk } from './desk.ts';
import { type Duties, dutiesOf } from './dutyroom.ts';
import { Eraser } from './eraser.ts';
import { type FileRooms, fileRoomsOf } from './fileroom.ts';
import { type Finder, finderOf } from './finder.ts';
import { Foresight } from './foresight.ts';
import { Gate, type Shown } from './gate.ts';
import { inspectionOf, instantOf, keeperOf, kindsOf, type NodeOptions, notedKeys } from './ground.ts';
import { heal } from './healing.ts';
import { dropUnadmitted, signerFor, thirdParties } from './identity.ts';
import { inspectStretch } from './inspection.ts';
import type { Keeper } from './keeper.ts';
import { Judging } from './judging.ts';
import { keyReader, VERIFICATION, verifyEd25519 } from './keys.ts';
import { Ledger } from './ledger.ts';
import { Mirror } from './mirror.ts';
import { type Door, doorOf } from './peopleroom.ts';
import { PACE, Patrol } from './patrol.ts';
import { type Vouching, vouchingOf } from './proofs.ts';
import { parsedActs } from './parsed.ts';
import { Reader, type ReaderRoom } from './reader.ts';
import { rebuildRegisters } from './rebuild.ts';
import { recoverOwn } from './recovery.ts';
import { Rejector, seenNow } from './rejector.ts';
import { Sheets } from './sheets.ts';
import { NO_SIGN_IN } from './signin.ts';
import { type Court, Sitting } from './sitting.ts';
import { ALLOWANCES } from './store/allowances.ts';
import { type Sql, transaction, type Tx } from './store/database.ts';
import { type LogRow, OTHER, OWN, readLogs } from './store/record.ts';
import { windowsOf } from './view.ts';
import { Witnesses } from './witnesses.ts';
import { type Caller, caller } from './wire.ts';

/** What all rooms of a node stand on. */
export interface Ground extends NodeOptions {
  readonly sql: Sql;
  readonly other: string;
  readonly kinds: ReadonlyMap<string, AreaKind>;
  readonly keeper: Keeper;
  readonly court: Court;
  readonly line: Caller;
  readonly bell: Bell;
  readonly door: Door;
  /** Whom the policy of each log names. */
  readonly policies: Vouching;
  /** What is done at home before the courier goes: what must be signed first, and what a failure left undone. */
  readonly tend: (rooms: Rooms) => Promise<void>;
}

interface Workers {
  readonly gate: Gate;
  readonly desk: Desk;
  readonly ledger: Ledger;
  readonly courier: Courier;
  readonly mirror: Mirror;
  readonly judging: Judging;
  readonly rejector: Rejector;
  readonly witnesses: Witnesses;
  readonly comparison: Comparison;
  readonly patrol: Patrol;
  readonly finder: Finder;
  readonly eraser: Eraser;
  readonly file: FileRooms;
}

/** The rooms, each of which may send an act on to another, and the windows through which all are seen. */
export interface Rooms extends Workers {
  readonly duties: Duties;
  readonly windows: ReturnType<typeof windowsOf>;
}

/** The ground of a node on that database. Nothing is read, written or asked yet. */
export function groundOf(options: NodeOptions, sql: Sql, tend: Ground['tend']): Ground {
  const { identity, agreement, areas, settings, officials: invented, now, random, signIn = NO_SIGN_IN } = options;
  const kinds = kindsOf(areas);
  const keeper = keeperOf(areas);
  const key = keyReader();
  const keyOf = (name: string): PublicKey | undefined => {
    const written = keeper.remembered(KEYS, name)?.key ?? undefined;
    if (written !== undefined) return key(written);
    return [...identity.roots.values()].find((root) => root.name === name);
  };
  const court: Court = {
    agreement,
    kinds,
    keeper,
    foresight: new Foresight(keyOf),
    root: (side) => identity.roots.get(side),
    noted: notedKeys(identity),
    verification: VERIFICATION,
    emptyRoot: emptyRoot(),
    key,
  };
  const line = caller(identity.counterpart.wire, identity.wire, certificatesOf(identity.counterpart));
  const policies = vouchingOf(identity, options.settings);
  const other = identity.counterpart.side;
  const door = doorOf({ ...settings, sql, invented, signIn, now, random });
  return { ...options, sql, other, kinds, keeper, court, line, bell: new Bell(), door, policies, tend };
}

/**
 * The life of an act, from top to bottom: the desk writes and approves it, the ledger judges it at the one door
 * (`court`), records and signs it, the courier brings it over, the mirror of the other node takes it, holds it and
 * judges it again, the comparison says that both agree, the windows show it.
 */
export function furnish(ground: Ground): Rooms {
  const workers: Workers = {
    // Before all steps: nothing is signed until it is known what was signed before.
    gate: gateOf(ground, () => rooms),
    // Steps 1 and 2: drafts and approvals, private to this node.
    desk: deskOf(ground, () => rooms),
    // Steps 3 to 6: judged at the one door, recorded in one transaction, its checkpoint signed.
    ledger: ledgerOf(ground, () => rooms),
    // Steps 7 and 8, for what this side says.
    courier: courierOf(ground, () => rooms),
    // Step 8 once more: who of neither side vouches for what this side has signed.
    witnesses: witnessesOf(ground),
    // Step 8, for what the other side says.
    mirror: mirrorOf(ground, () => rooms),
    // Steps 9 and 10 of it: judged again at the one door, folded.
    judging: judgingOf(ground, () => rooms),
    // Step 9: what is not accepted is answered.
    rejector: rejectorOf(ground, () => rooms),
    // Step 10: whether both nodes made the same of it.
    comparison: comparisonOf(ground),
    // Beside all steps: what is kept stays what was signed.
    patrol: patrolOf(ground),
    // Beside all steps: what must not be kept is not.
    eraser: eraserOf(ground, () => rooms),
    // Beside all steps: what is too large for a part comes after its act.
    file: fileRoomsOf(ground, async () => await rooms.mirror.noteFlood()),
    // And what both sides said can be found by its words.
    finder: finderOf(ground.sql, ground.bell),
  };
  // Step 10 as well: what follows from it for people, and who tells them.
  const duties = dutyRoomOf(ground, () => rooms);
  const rooms: Rooms = { ...workers, duties, windows: viewOf(ground, workers, duties) };
  return rooms;
}

type Others = () => Rooms;

function gateOf(ground: Ground, rooms: Others): Gate {
  const { sql, line, identity, keeper, court, now, say } = ground;
  const recovery = {
    sql,
    line,
    generations: identity.otherGenerations,
    vault: identity.vault,
    now,
    say,
    sit: async (tx: Tx, logs: readonly [LogRow, LogRow]) => await Sitting.open(court, tx, logs, OWN),
    forget: () => keeper.forget(),
    rebuild: async () => await rebuildRegisters(sql, keeper, now()),
  };
  const [epochs] = identity.epochs;
  const recover = async (to: Shown): Promise<void> => await recoverOwn(recovery, to);
  return new Gate({
    sql, line, epochs, verify: verifyEd25519, now, recover, ascertain: async () => await rooms().witnesses.ascertain(),
  });
}

function deskOf(ground: Ground, rooms: Others): Desk {
  const { sql, settings, agreement, areas, kinds, identity, court, bell } = ground;
  return new Desk({
    sql,
    agreement,
    side: settings.side,
    exercise: settings.exercise,
    kinds,
    forms: areas.flatMap((area) => area.forms),
    official: ground.door.people.official,
    now: () => instantOf(ground.now()),
    random: ground.random,
    seen: async () => await seenNow(sql),
    signer: async (body) => await signerFor(identity, sql, body),
    vault: identity.vault,
    keepKey: async (name) => await identity.ring.keep(name),
    dropKey: async (name) => await dropUnadmitted(identity, sql, name),
    forgetFile: async (parts) => await rooms().file.forget(parts),
    consider: async (act) =>
      await transaction(sql, async (tx) =>
        await (await Sitting.open(court, tx, await readLogs(tx), OWN)).consider(act)),
    record: async (given, also) => await rooms().ledger.record({ ...given, also }),
    changed: () => bell.ring('drafts'),
    ceremony: identity.ceremony,
    say: ground.say,
  });
}

function sheetsOf({ sql, other, now, court, bell }: Ground): Sheets {
  return new Sheets({
    sql,
    other,
    now,
    vouch: async (sheet) =>
      await transaction(sql, async (tx) =>
        await (await Sitting.open(court, tx, await readLogs(tx), OTHER)).vouch(sheet)),
    changed: () => bell.ring('record'),
  });
}

function ledgerOf({ sql, identity, now, court, keeper, bell }: Ground, rooms: Others): Ledger {
  return new Ledger({
    sql,
    logKey: identity.keys.log,
    base: latestEpoch(identity.epochs[OWN]).base,
    vault: identity.vault,
    now,
    foresee: (bytes) => court.foresight.foresee(bytes),
    sit: async (tx, logs) => await Sitting.open(court, tx, logs, OWN),
    forget: () => keeper.forget(),
    gate: () => rooms().gate.require(),
    // The courier tends it before it goes, and tells on its line what still fails.
    unsigned: () => rooms().courier.wake(),
    recorded: () => {
      bell.ring('record');
      rooms().courier.wake();
      rooms().witnesses.wake();
    },
  });
}

function courierOf({ sql, line, identity, now, bell, tend, alarmAfter = ALARM_AFTER }: Ground, rooms: Others): Courier {
  return new Courier({
    sql,
    line,
    epochs: identity.epochs[OWN],
    ...identity.otherGenerations[0],
    vault: identity.vault,
    verify: VERIFICATION,
    now,
    alarmAfter,
    chance: Math.random,
    compare: async (counterpart) => await rooms().comparison.compare(counterpart),
    carry: async (ask, isWanted) => await rooms().file.porter.carry(ask, isWanted),
    doubted: async () => await rooms().gate.check(),
    changed: () => bell.ring('line'),
    tend: async () => await tend(rooms()),
  });
}

function witnessesOf({ sql, settings, identity, now, bell }: Ground): Witnesses {
  const { witnesses } = thirdParties(settings);
  return new Witnesses({
    sql,
    base: latestEpoch(identity.epochs[OWN]).base,
    witnesses: witnesses.map((key, i) => ({ key, url: settings.witnesses?.[i]?.url as string })),
    verify: VERIFICATION,
    now,
    chance: Math.random,
    changed: () => bell.ring('record'),
  });
}

/** Something of the counterpart came, or was judged. */
const received = ({ bell }: Ground, rooms: Others) => (): void => {
  bell.ring('record');
  rooms().courier.wake();
};

function mirrorOf(ground: Ground, rooms: Others): Mirror {
  const { sql, settings, identity, now, bell } = ground;
  return new Mirror({
    sql,
    epochs: identity.epochs[OTHER],
    ...identity.cosigners,
    verify: verifyEd25519,
    vault: identity.vault,
    now,
    allowances: settings.allowances ?? ALLOWANCES,
    judge: async () => await rooms().judging.judge(),
    received: received(ground, rooms),
    flooded: () => bell.ring('line'),
  });
}

function judgingOf(ground: Ground, rooms: Others): Judging {
  const { sql, identity, now, court, keeper } = ground;
  return new Judging({
    sql,
    vault: identity.vault,
    now,
    sit: async (tx, logs) => await Sitting.open(court, tx, logs, OTHER),
    forget: () => keeper.forget(),
    contested: async () => await rooms().rejector.answer(),
    mayJudge: () => rooms().gate.isOpen,
    judged: received(ground, rooms),
  });
}

function rejectorOf({ sql, settings, agreement, identity, now, random }: Ground, rooms: Others): Rejector {
  return new Rejector({
    sql,
    settings,
    agreement,
    random,
    now: () => instantOf(now()),
    signer: async (body) => await signerFor(identity, sql, body),
    record: async (given) => await rooms().ledger.record(given),
  });
}

function eraserOf(ground: Ground, rooms: Others): Eraser {
  const { sql, settings, identity, bell, erased } = ground;
  const eraser = new Eraser({
    ...ground,
    side: settings.side,
    list: erased,
    look: () => rooms().windows.look('node'),
    seen: async () => await seenNow(sql),
    signer: async (body) => await signerFor(identity, sql, body),
    record: async (given, also) => await rooms().ledger.record({ ...given, also }),
    settleFiles: async () => await rooms().file.files.settle(),
    changed: () => bell.ring('record'),
  });
  bell.subscribe(({ what }) => {
    if (what === 'record') eraser.wake();
  });
  return eraser;
}

function comparisonOf({ sql, settings, other, now, bell }: Ground): Comparison {
  return new Comparison({ sql, side: settings.side, other, now, changed: () => bell.ring('concordance') });
}

function dutyRoomOf(ground: Ground, rooms: Others): Duties {
  const { settings, bell, orders, tell } = ground;
  const duties = dutiesOf({
    ...ground,
    side: settings.side,
    officials: ground.door.people.officials,
    orders,
    tell,
    look: (looking) => rooms().windows.look(looking),
    misses: async (viewer) => await rooms().windows.misses(viewer),
    changed: () => bell.ring('duties'),
  });
  bell.subscribe(({ what }) => {
    if (what === 'record') duties.wake();
  });
  return duties;
}

function patrolOf(ground: Ground): Patrol {
  const { sql, line, identity, keeper, now, bell, pace = PACE } = ground;
  const rebuild = async () => await rebuildRegisters(sql, keeper, now());
  const { vault, epochs: [epochs], keys: { log: logKey } } = identity;
  const healing = { sql, line, logKey, vault, epochs, rebuild, now };
  return new Patrol({
    sql,
    pace,
    look: async (log, edge) => await inspectStretch(inspectionOf(ground), log, edge),
    heal: async (damage) => await heal(healing, damage),
    now,
    changed: () => bell.ring('line'),
  });
}

function viewOf(ground: Ground, workers: Workers, duties: Duties): Rooms['windows'] {
  const { desk, comparison, courier, patrol, witnesses, finder, file: { files } } = workers;
  const { sql, settings: { side }, other, bell, now, identity: { vault } } = ground;
  const hands: ReaderRoom['hands'] = async (act) => await desk.handsOf(act);
  const seen = { sql, now, side, other, hands, vault, parse: parsedActs() };
  return windowsOf({
    ...ground,
    duty: duties.room,
    officials: ground.door.people.officials,
    people: ground.door.room,
    screening: ground.screening,
    reader: (eyes) => new Reader({ ...seen, eyes }),
    finder,
    files,
    desk,
    sheets: sheetsOf(ground),
    concordance: async () => await comparison.view(),
    line: async () => await courier.line(),
    inspection: async () => await patrol.view(),
    witnesses: async () => await witnesses.view(),
    subscribe: bell.subscribe,
    policies: ground.policies,
  });
}
