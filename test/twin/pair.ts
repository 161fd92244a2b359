// Two sovereign nodes in one process, each with its own database, home, keys, wire, on a clock that the test moves.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAgreement } from '../../src/agreement/agreement.ts';
import { readExercise } from '../../src/agreement/exercise.ts';
import { AREAS } from '../../src/areas/index.ts';
import { agreementFiles } from '../../src/commands/house.ts';
import { FILES, type Settings, writeSettings } from '../../src/node/config.ts';
import { erasedListIn } from '../../src/node/erasedlist.ts';
import { makeCard, openIdentity, pinCounterpart } from '../../src/node/identity.ts';
import type { KeyRing } from '../../src/node/keys.ts';
import { type Draft, type NodeOptions, type Official, openNode, type Running } from '../../src/node/node.ts';
import { NO_ORDERS, type Orders } from '../../src/node/orders.ts';
import { noticeWords } from '../../src/web/notice.ts';
import type { Area, Typed, Uploads } from '../../src/area.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { freePort } from '../setup/ports.ts';

export type Side = 'ua' | 'al';
export const SIDES = ['ua', 'al'] as const;

/** One side of the pair: a node that can be stopped and opened again on the same database and home. */
export interface Seat {
  readonly side: Side;
  readonly home: string;
  /** Replaced by a test that restores a backup, or loses a disk. */
  database: FreshDatabase;
  readonly officials: readonly Official[];
  running: Running | undefined;
}

export interface Pair {
  readonly seats: Readonly<Record<Side, Seat>>;
  /** With which settings a side is opened next. */
  readonly settings: Record<Side, Settings>;
  /** The node of a side; it must be open. */
  readonly node: (side: Side) => Running;
  readonly open: (side: Side, confirmed?: number) => Promise<Running>;
  readonly shut: (side: Side) => Promise<void>;
  /** Sets the clock of both nodes; it runs on from there. */
  readonly clock: (instant: string) => void;
  /** Waits until both nodes hold everything of each other and agree. */
  readonly settled: (limit?: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A home with its settings and database, not yet opened. */
async function makeSeat(side: Side, agreement: string, exercise: string): Promise<[Seat, Settings]> {
  const home = await mkdtemp(join(tmpdir(), `servanda-${side}-`));
  const settings: Settings = {
    version: 1,
    side,
    agreement,
    host: `${side}.example`,
    epoch: 1,
    exercise: true,
    web: 0,
    wire: await freePort(),
    clockOffset: 0,
  };
  await writeSettings(home, settings);
  const officials = readExercise(exercise, side);
  return [{ side, home, database: await freshDatabase(), officials, running: undefined }, settings];
}

/** Where the wire of a side is reached by the other: straight, or through something that stands between. */
export type Route = (side: Side, port: number) => number;

async function makePair(
  files: Readonly<Record<string, string>>,
  agreement: string,
  now: () => Date,
  route: Route,
  prepare: PairOptions['prepare'],
) {
  const make = async (side: Side) => await makeSeat(side, agreement, files['exercise.yaml'] ?? '');
  const [[ua, uaSettings], [al, alSettings]] = [await make('ua'), await make('al')];
  for (const { side, home } of [ua, al]) await prepare?.(side, home);
  const card = async (seat: Seat, settings: Settings) =>
    await makeCard(seat.home, settings, `https://127.0.0.1:${route(seat.side, settings.wire)}`, now());
  await pinCounterpart(ua.home, uaSettings, await card(al, alSettings));
  await pinCounterpart(al.home, alSettings, await card(ua, uaSettings));
  return { seats: { ua, al }, settings: { ua: uaSettings, al: alSettings } };
}

/** The files of an agreement, by name. */
export type Files = Readonly<Record<string, string>>;

/** The areas a side knows, asked at each opening: a side may be of another version, or be upgraded. */
export type AreasOf = (side: Side) => readonly Area[];

/** What else a pair is opened with. */
type Opened = Pick<NodeOptions, 'alarmAfter' | 'pace' | 'signIn' | 'screening'>;
export interface PairOptions extends Opened, Partial<Pick<NodeOptions, 'say'>> {
  /** Done to a home before its card is made. */
  readonly prepare?: (side: Side, home: string) => Promise<void>;
  /** The standing orders of a side, asked whenever somebody is told. */
  readonly orders?: (side: Side) => Orders;
  /** The files of the agreement as both sides hold them, where a test brings its own. */
  readonly given?: (files: Files) => Files;
}
/** A test that damages something looks for it itself: nothing heals it in the background unless it asks for that. */
const SLOW_PACE = { step: 3_600_000, round: 3_600_000 } as const;

const besides = ({ home }: Seat): Pick<NodeOptions, 'pace' | 'erased' | 'files'> => ({
  pace: SLOW_PACE,
  erased: erasedListIn(join(home, FILES.erased)),
  files: join(home, FILES.files),
});

/** Opens two nodes on the real Agreement, each knowing the other's card. */
export async function openPair(
  start = '2026-08-28T09:00:00Z',
  areas: AreasOf = () => AREAS,
  route: Route = (_side, port) => port,
  { prepare, orders = () => NO_ORDERS, given = (files) => files, ...more }: PairOptions = {},
): Promise<Pair> {
  const files = given(await agreementFiles('ua-al-2025'));
  const agreement = readAgreement(files);
  let offset = Date.parse(start) - Date.now();
  const now = (): Date => new Date(Date.now() + offset);
  const { seats, settings } = await makePair(files, agreement.id, now, route, prepare);
  const rings: Partial<Record<Side, KeyRing>> = {};
  const open = async (side: Side, confirmed?: number): Promise<Running> => {
    const seat = seats[side];
    const identity = await openIdentity(seat.home, settings[side], now());
    rings[side] = identity.ring;
    seat.running = await openNode({
      settings: settings[side],
      identity,
      database: seat.database.place,
      agreement,
      areas: areas(side),
      officials: seat.officials,
      now,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      wireHost: '127.0.0.1',
      confirmed,
      orders: () => orders(side),
      tell: noticeWords(agreement, areas(side), true),
      say: () => undefined,
      ...besides(seat),
      ...more,
    });
    // The gate opens once the other side answers; where that one is shut, only what it confirmed would open it.
    const other = seats[side === 'ua' ? 'al' : 'ua'].running;
    if (other !== undefined) await Promise.all([seat.running.signing(), other.signing()]);
    return seat.running;
  };
  const shut = async (side: Side): Promise<void> => {
    await seats[side].running?.stop();
    rings[side]?.close();
    seats[side].running = undefined;
  };
  const node = (side: Side): Running => {
    const { running } = seats[side];
    if (running === undefined) throw new Error(`pair: the node of ${side} is not open`);
    return running;
  };
  await Promise.all(SIDES.map(async (side) => await open(side)));
  // What is said next has then seen the founding of both, whoever was quicker: indexes do not depend on it.
  await untilAgreed(node, 20_000);
  return {
    seats,
    settings,
    node,
    open,
    shut,
    clock: (instant) => {
      offset = Date.parse(instant) - Date.now();
    },
    settled: async (limit = 20_000) => await untilAgreed(node, limit),
    close: async () => {
      await Promise.all(SIDES.map(shut));
      for (const side of SIDES) {
        await seats[side].database.drop();
        await rm(seats[side].home, { recursive: true, force: true });
      }
    },
  };
}

async function untilAgreed(node: (side: Side) => Running, limit: number): Promise<void> {
  const until = Date.now() + limit;
  for (;;) {
    const [ua, al] = await Promise.all(SIDES.map(async (side) => await node(side).node.record()));
    if (ua === undefined || al === undefined) throw new Error('pair: a record is missing');
    const size = (record: typeof ua, side: string): number => record.logs.find((log) => log.side === side)?.size ?? -1;
    const agreed = [ua, al].every(
      (record) =>
        record.concordance.state === 'agrees' &&
        record.concordance.sizes['ua'] === size(ua, 'ua') &&
        record.concordance.sizes['al'] === size(al, 'al'),
    );
    if (agreed) return;
    if (Date.now() > until) {
      throw new Error(
        `pair: no agreement in ${limit} ms: ${JSON.stringify([ua, al].map((one) => [one.concordance, one.line]))}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** How many acts a side has said, as a node knows; its log has more entries where it notes the other. */
export async function actsOf(pair: Pair, at: Side, of: Side): Promise<number> {
  return (await pair.node(at).node.look().acts({ side: of })).length;
}

/** An official of a side by id, or the first with a role. */
export function official(pair: Pair, side: Side, role: 'drafter' | 'approver', nth = 0): Official {
  const found = pair.seats[side].officials.filter((person) => person.roles.includes(role))[nth];
  if (found === undefined) throw new Error(`pair: ${side} has no ${role} number ${nth}`);
  return found;
}

/** Says something as officials do: one writes, two others approve. Gives the recorded draft. */
export async function say(
  pair: Pair,
  side: Side,
  kind: string,
  typed: Typed,
  about?: string,
  files: Uploads = {},
): Promise<Draft> {
  const { node } = pair.node(side);
  const draft = await node.write(official(pair, side, 'drafter'), kind, about, typed, files);
  await node.approve(official(pair, side, 'approver', 0), draft.id, draft.digest);
  return await node.approve(official(pair, side, 'approver', 1), draft.id, draft.digest);
}
