// The view: what the windows may see of a node, put together from its reader, its desk and its record.
import type { Json } from '../act/canonical.ts';
import { decode } from '../act/canonical.ts';
import { fromUtf8, utf8 } from '../act/bytes.ts';
import { formatKey } from '../act/key.ts';
import { refuse } from '../act/refusal.ts';
import type { Register } from '../act/register.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { emptyRoot } from '../log/tree.ts';
import { openLabel } from '../agreement/label.ts';
import type { Viewer } from '../agreement/sight.ts';
import type { Area, Look, ShownAct } from '../area.ts';
import { actFile } from './actfile.ts';
import { noteOfCard, showCard } from './card.ts';
import type { Settings } from './config.ts';
import type { Desk } from './desk.ts';
import { type Eyes, eyesOf, type Looking, readable } from './eyes.ts';
import { largeFilesOf } from './fileroom.ts';
import type { Files } from './files.ts';
import type { Finder } from './finder.ts';
import { newestNoted, notedAt, type Sides } from './noted.ts';
import { offerRoom } from './offers.ts';
import type { OwnNode } from './ownnode.ts';
import type { Sheets } from './sheets.ts';
import { type Identity, newKeyFor } from './identity.ts';
import { bestCheckpoint, cosignedNote, held, policyOf, quorumOf, rootText, type Vouching } from './proofs.ts';
import type { Screening } from './screening.ts';
import type { Reader } from './reader.ts';
import { sealedChunksIn } from './sealing.ts';
import { type Tally, tallyOf } from './shown.ts';
import { readingOf } from './reading.ts';
import { asRefusal, type Sql } from './store/database.ts';
import { readEvidence } from './store/evidence.ts';
import { latestCosignatures } from './store/cosignatures.ts';
import { checkpointAt, type LogRow, OWN, logsTogether } from './store/record.ts';
import { readPosition } from './store/position.ts';
import { readReadings } from './store/readings.ts';
import { type States, statesOf } from './store/states.ts';
import type {
  Alarm,
  Change,
  Concordance,
  Draft,
  Health,
  HeldEvidence,
  InspectionView,
  LineView,
  LogView,
  Official,
  PeopleRoom,
  Reading,
  RecordView,
  WitnessView,
} from './window.ts';
import type { Standing } from './window.standing.ts';

export interface ViewRoom {
  readonly sql: Sql;
  readonly settings: Settings;
  readonly identity: Identity;
  readonly agreement: Agreement;
  readonly areas: readonly Area[];
  readonly officials: () => readonly Official[];
  readonly people: PeopleRoom;
  readonly screening: Screening | undefined;
  readonly now: () => Date;
  readonly reader: (eyes: Eyes) => Reader;
  readonly finder: Finder;
  readonly files: Files;
  readonly desk: Desk;
  readonly sheets: Sheets;
  readonly duty: OwnNode['duty'];
  readonly concordance: () => Promise<Concordance>;
  readonly line: () => Promise<LineView>;
  readonly inspection: () => Promise<InspectionView>;
  readonly witnesses: () => Promise<readonly WitnessView[]>;
  readonly subscribe: (tell: (change: Change) => void) => () => void;
  /** Whom the policy of each log names. */
  readonly policies: Vouching;
}

/** Readings shown, at most: the newest. */
const READINGS = 500;

/** Entries that a search takes into its index before it asks: more of them wait for the round that is under way. */
const FOUND_AT_ONCE = 1000;

const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** What eyes see of the registers: a row only where they may see every act that is folded into it. */
function rowsFor(states: States, eyes: Eyes, tally: Tally): Pick<Look, 'row' | 'rows'> {
  return {
    row: async <State extends Json>(register: Register<State>, subject: string) => {
      const [markings, kept] = [await eyes.markings(), await states.row(register.name, subject)];
      const seen = kept !== undefined && (markings === undefined || kept.markings.every((of) => markings.includes(of)));
      if (!seen) return register.initial(subject);
      tally.row(kept.markings);
      return decode(kept.state) as State;
    },
    rows: async <State extends Json>(register: Register<State>) =>
      (await states.rows(register.name, await eyes.markings())).map((kept) => {
        tally.row(kept.markings);
        return { subject: kept.subject, state: decode(kept.state) as State };
      }),
  };
}

/** Names of the kinds that a body says by mandate. */
function mandated(areas: readonly Area[]): readonly string[] {
  const kinds = areas.flatMap((area) => area.kinds).filter(({ kind }) => kind.speaker === 'mandate');
  return [...new Set(kinds.map(({ kind }) => kind.id.split('/')[0] ?? ''))].sort();
}

/** A look at the record by these eyes, at this moment. */
function lookBy(room: ViewRoom, eyes: Eyes, states: States): Look {
  const { sql, agreement, settings } = room;
  const reader = room.reader(eyes);
  const now = instant(room.now());
  const tally = tallyOf(sql, openLabel(agreement));
  const counted = (shown: readonly ShownAct[]): readonly ShownAct[] => {
    for (const one of shown) {
      const marking = reader.bears(one);
      if (typeof marking === 'string') tally.row([marking]);
      else tally.named(one.act.id);
    }
    return shown;
  };
  return {
    agreement,
    side: settings.side,
    now,
    tz: process.versions['tz'] ?? 'unknown',
    exercise: settings.exercise,
    ...rowsFor(states, eyes, tally),
    act: async (id) => {
      const shown = await reader.act(id);
      if (shown !== undefined) counted([shown]);
      return shown;
    },
    acts: async (filter) => counted(await reader.acts(filter)),
    content: async (id) => {
      const words = await reader.content(id);
      if (words !== undefined) tally.named(id);
      return words;
    },
    carried: async () => {
      const seen = await readable(sql, eyes, await room.sheets.carried());
      for (const { header } of seen) tally.act(header);
      return seen;
    },
    marking: async (acts = []) => await tally.joined(acts),
    mandated: mandated(room.areas),
    count: async (filter, most) => await reader.count(filter, most),
    unfound: async () => await room.finder.catchUp(FOUND_AT_ONCE),
    spoken: async () => {
      const spoken = await reader.spoken(agreement.provisions.map(({ id }) => id));
      counted([...spoken.values()].map(({ last }) => last));
      return spoken;
    },
    cosigned: async () => await lastCosigned(sql),
    newKey: async (body) => formatKey((await newKeyFor(room.identity, sql, body, now.slice(0, 4))).key),
  };
}

/** The newest checkpoint of the own log that the mirror of the other side has cosigned. */
async function lastCosigned(sql: Sql): Promise<{ readonly size: number; readonly root: string }> {
  const mirrored = (await latestCosignatures(sql, OWN)).filter((row) => row.role === 'mirror').map((row) => row.size);
  const size = Math.max(0, ...mirrored);
  const checkpoint = size === 0 ? undefined : await checkpointAt(sql, OWN, size);
  return { size: checkpoint === undefined ? 0 : size, root: rootText(checkpoint?.root ?? emptyRoot()) };
}

async function logView({ sql, policies, identity }: ViewRoom, log: LogRow): Promise<LogView> {
  const of = quorumOf(policies[log.log]);
  const checkpoint = await bestCheckpoint(sql, log.log, of);
  const cosignatures = await latestCosignatures(sql, log.log);
  return {
    side: log.side,
    own: log.log === OWN,
    origin: log.origin,
    closed: identity.epochs[log.log].flatMap(({ key, closed }) =>
      closed === undefined ? [] : [{ origin: key.name, size: closed.size }],
    ),
    size: log.size,
    root: rootText(log.root),
    checkpoint: checkpoint === undefined ? '' : (fromUtf8(await cosignedNote(sql, log.log, checkpoint, of)) ?? ''),
    signedAt: checkpoint?.at.toISOString(),
    cosignatures: cosignatures.map(held),
  };
}

/** What officials of a body have read of persons, for its auditor. */
async function readingsFor({ sql, officials }: ViewRoom, by: Official): Promise<readonly Reading[]> {
  if (!(by.roles as readonly string[]).includes('auditor')) {
    throw refuse('role-missing', `${by.name} looks at who read personal data; an auditor of the body does.`);
  }
  const logs = await logsTogether(sql);
  return (await readReadings(sql, by.body, READINGS)).map((row) => ({
    official: row.official,
    name: officials().find(({ id }) => id === row.official)?.name ?? row.official,
    side: logs[row.of_log].side,
    index: row.idx,
    parts: row.parts.split(' '),
    purpose: row.purpose,
    at: instant(row.at),
  }));
}

async function evidenceOf(sql: Sql): Promise<readonly HeldEvidence[]> {
  const logs = await logsTogether(sql);
  return (await readEvidence(sql)).map((one) => ({
    side: logs[one.log].side,
    what: one.what,
    at: one.at.toISOString(),
    held: fromUtf8(one.held) ?? '',
    given: fromUtf8(one.given) ?? '',
  }));
}

/** Alarms leave the node in health: restarting it would mend none of them, and somebody must look. */
async function alarmsOf(room: ViewRoom, line: LineView): Promise<readonly Alarm[]> {
  const alarms: readonly (readonly [Alarm, boolean])[] = [
    ['acts-not-received', line.late],
    ['counterpart-floods', line.flooded !== undefined],
    ['record-damaged', (await room.inspection()).open > 0],
    ['record-contradicted', (await readEvidence(room.sql)).length > 0],
    ['records-diverge', (await room.concordance()).state === 'diverges'],
  ];
  return alarms.flatMap(([alarm, isOn]) => (isOn ? [alarm] : []));
}

async function health(room: ViewRoom): Promise<Health> {
  const { side } = room.settings;
  const nobody = { asked: 0, open: 0 };
  try {
    const line = await room.line();
    const alarms = await alarmsOf(room, line);
    const all = await room.witnesses();
    const witnesses = { asked: all.length, open: all.filter((one) => one.state === 'open').length };
    return { ok: true, side, database: true, line: line.state, witnesses, refusal: undefined, alarms };
  } catch {
    const refusal = 'database-unavailable';
    return { ok: false, side, database: false, line: 'broken', witnesses: nobody, refusal, alarms: [] };
  }
}

/** The same, but that a database which is gone, or has no room, is told as the refusal that says so. */
function refusing<Of extends object>(of: Of): Of {
  const told = (work: unknown): unknown =>
    work instanceof Promise
      ? work.catch((cause: unknown) => {
          throw asRefusal(cause);
        })
      : work;
  const wrap = ([name, value]: [string, unknown]): [string, unknown] => [
    name,
    typeof value === 'function' ? (...given: readonly unknown[]) => told(value(...given)) : value,
  ];
  return Object.fromEntries(Object.entries(of).map(wrap)) as Of;
}

/** How the two records compare. Where they differ in what may not be seen, it is not named. */
async function concordanceFor(room: ViewRoom, eyes: Eyes): Promise<Concordance> {
  const [missed, concordance] = await Promise.all([eyes.miss(), room.concordance()]);
  return missed && concordance.state === 'diverges' ? { ...concordance, first: undefined } : concordance;
}

/** How the record stands. Where it names what may not be seen, it names nothing. */
async function standing(room: ViewRoom, eyes: Eyes): Promise<Standing> {
  const asked = [eyes.miss(), concordanceFor(room, eyes), room.inspection(), room.line()] as const;
  const [missed, concordance, inspection, line] = await Promise.all(asked);
  return {
    concordance,
    line,
    inspection: missed ? { ...inspection, damages: [] } : inspection,
  };
}

function sidesOf({ settings, identity }: ViewRoom): Sides {
  return [settings.side, identity.counterpart.side];
}

/** What is shown of the record as a whole. */
async function recordView(room: ViewRoom, eyes: Eyes): Promise<RecordView> {
  const { sql, identity } = room;
  const reader = room.reader(eyes);
  // The logs after how they compare, so that no size here is older than the comparison; and one thing after the other,
  // for of a database that was gone the driver finds some connections again later than others.
  const stands = await standing(room, eyes);
  const logs: LogView[] = [];
  for (const log of await logsTogether(sql)) logs.push(await logView(room, log));
  return {
    ...stands,
    logs,
    evidence: await evidenceOf(sql),
    contested: await reader.contested(),
    witnesses: await room.witnesses(),
    noted: await newestNoted(sql, sidesOf(room)),
    cards: [identity.card, identity.counterpart].map(showCard),
    note: noteOfCard(identity.card, room.agreement, {
      at: instant(room.now()),
      exercise: room.settings.exercise,
    }).map((one, i) => ({ ...one, courtesy: i > 0 })),
  };
}

/** Drafts are private to the node, and to whoever may see the act that one will be. */
async function draftsFor(room: ViewRoom, eyes: Eyes): Promise<readonly Draft[]> {
  return await readable(room.sql, eyes, await room.desk.list());
}

/** The rooms through which a node is seen. */
export interface View {
  readonly node: OwnNode;
  /** A look by the eyes of a viewer, or by the node's own: for what it does by itself and shows nobody. */
  readonly look: (looking: Looking) => Look;
  /** Whether the record has anything that the viewer may not see. */
  readonly misses: (viewer: Viewer) => Promise<boolean>;
}

/** The node as the windows see it. */
export function windowsOf(room: ViewRoom): View {
  const { sql, settings, desk } = room;
  const eyes = (viewer: Viewer | undefined): Eyes => eyesOf(sql, viewer ?? 'node');
  const reader = (viewer: Viewer | undefined): Reader => room.reader(eyes(viewer));
  const states = statesOf(sql);
  const look = (looking: Looking): Look => refusing(lookBy(room, eyesOf(sql, looking), states()));
  const fileRoom = { ...room, roots: room.identity.roots };
  const node: OwnNode = {
    side: settings.side,
    agreement: room.agreement,
    areas: room.areas,
    exercise: settings.exercise,
    officials: room.officials(),
    now: () => instant(room.now()),
    look: (viewer) => look(viewer ?? 'node'),
    record: async (viewer) => await recordView(room, eyes(viewer)),
    standing: async (viewer) => await standing(room, eyes(viewer)),
    compared: async (viewer) => await concordanceFor(room, eyes(viewer)),
    position: async () => await readPosition(sql),
    actFile: async (of, viewer) => await actFile(fileRoom, reader(viewer), of),
    actAt: async (side, index, viewer) => await reader(viewer).at(side, index),
    notedAt: async (side, index) => await notedAt(sql, sidesOf(room), { side, index }),
    actNextTo: async (side, index, way, viewer) => await reader(viewer).nextTo(side, index, way),
    drafts: async (viewer) => await draftsFor(room, eyes(viewer)),
    draft: async (id, viewer) => {
      const draft = await desk.get(id);
      return draft === undefined ? undefined : (await readable(sql, eyes(viewer), [draft]))[0];
    },
    write: async (by, kind, about, typed, files = {}, viewer) => {
      // What came piece by piece was looked at as it came.
      const whole = Object.values(files).filter(({ large }) => large === undefined);
      for (const file of whole) await room.screening?.(file.bytes);
      const answered = about === undefined ? undefined : await reader(viewer).act(about);
      return await room.files.claimed(by.id, sealedChunksIn(files), async () =>
        await desk.write(by, kind, answered, { typed, files, look: look(viewer ?? 'node') }));
    },
    prepare: async (by, kind, about, typed, viewer) => {
      const answered = about === undefined ? undefined : await reader(viewer).act(about);
      return await desk.prepare(by, kind, answered, { typed, files: {}, look: look(viewer ?? 'node') });
    },
    approve: async (by, draft, digest) => await desk.approve(by, draft, digest),
    sendBack: async (by, draft, reason) => await desk.sendBack(by, draft, reason),
    enterSheet: async (by, text) => {
      await room.screening?.(utf8(text));
      return await room.sheets.enter(by, text);
    },
    policy: (side) => {
      const log = reader(undefined).logOf(side);
      return log === undefined ? undefined : policyOf(room.policies[log]);
    },
    readings: async (by) => await readingsFor(room, by),
    duty: refusing(room.duty),
    reading: refusing(readingOf({ sql, acts: async (filter, by) => await reader(by).acts(filter), now: room.now })),
    offers: refusing(offerRoom(room)),
    files: refusing(largeFilesOf(room)),
    people: refusing(room.people),
    health: async () => await health(room),
    subscribe: room.subscribe,
  };
  // Who is official changes while the node runs: that is asked anew each time.
  const officials = { get: room.officials, enumerable: true };
  const seen = Object.defineProperty(refusing(node), 'officials', officials);
  return { node: seen, look, misses: async (viewer) => await eyesOf(sql, viewer).miss() };
}
