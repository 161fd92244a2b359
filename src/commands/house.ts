// The house as it stands on a machine: where the agreements are, where the database is, and a node opened on both.
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { type Agreement, readAgreement } from '../agreement/agreement.ts';
import { readExercise } from '../agreement/exercise.ts';
import type { Official } from '../agreement/official.ts';
import { AREAS } from '../areas/index.ts';
import { FILES, readSettings, type Settings } from '../node/config.ts';
import { erasedListIn } from '../node/erasedlist.ts';
import { type Identity, openIdentity } from '../node/identity.ts';
import { openNode, type Running } from '../node/node.ts';
import { keepOrders } from '../node/orders.ts';
import { readScreening } from '../node/screening.ts';
import { readSignIn } from '../node/signin.ts';
import { connect, ensureDatabase, type Place } from '../node/store/database.ts';
import { claimHome } from '../node/store/home.ts';
import type { Unlock } from '../node/strongbox.ts';
import { openCluster } from '../node/store/postgres.ts';
import { noticeWords } from '../web/notice.ts';
import type { World } from './command.ts';

const AGREEMENTS = new URL('../../agreements/', import.meta.url);
const DATABASE = 'servanda';
/** The wire and the windows listen on this machine alone; what stands in front of them decides who else comes. */
export const HOST = '127.0.0.1';

/** Ids of the agreements this house holds. */
export async function agreementIds(): Promise<readonly string[]> {
  const entries = await readdir(AGREEMENTS, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The data files of an agreement, by name. */
export async function agreementFiles(id: string): Promise<Readonly<Record<string, string>>> {
  if (!(await agreementIds()).includes(id))
    throw refuse('agreement-unknown', `There is no agreement ${id} in this house.`);
  const folder = new URL(`${id}/`, AGREEMENTS);
  const names = (await readdir(folder)).filter((name) => /\.(yaml|md|csv|txt)$/.test(name));
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

/** An agreement with the invented officials of its demonstration. */
export async function loadAgreement(
  id: string,
  exercise: boolean,
  side: string,
): Promise<{ readonly agreement: Agreement; readonly officials: readonly Official[] }> {
  const files = await agreementFiles(id);
  const invented = files['exercise.yaml'];
  return {
    agreement: readAgreement(files),
    officials: exercise && invented !== undefined ? readExercise(invented, side) : [],
  };
}

/** A database that is there for as long as it is needed. */
export interface Lodging {
  readonly place: Place;
  readonly leave: () => Promise<void>;
}

/**
 * The database of a home: the one of DATABASE_URL, or the embedded cluster in the home. Whoever has claimed the home
 * stops the cluster when leaving, also one that a crash left running; a visitor stops only what it started itself.
 */
export async function lodge(home: string, world: World, claimed: boolean): Promise<Lodging> {
  const url = world.env['DATABASE_URL'];
  if (url !== undefined && url !== '') return { place: { url }, leave: async () => await Promise.resolve() };
  const cluster = await openCluster({ home, say: world.say });
  const admin = connect(cluster.options('postgres'));
  try {
    await ensureDatabase(admin, DATABASE);
  } finally {
    await admin.end({ timeout: 5 });
  }
  return {
    place: cluster.options(DATABASE),
    leave: async () => {
      if (claimed || cluster.found !== 'running') await cluster.stop();
    },
  };
}

/** The clock of a node: a demonstration may run ahead or behind. */
export function clockOf(settings: Settings): () => Date {
  const offset = settings.exercise ? settings.clockOffset : 0;
  return () => new Date(Date.now() + offset);
}

/** A node opened from its home, and everything that must be closed after it. */
export interface Opened {
  readonly running: Running;
  readonly settings: Settings;
  readonly identity: Identity;
  readonly agreement: Agreement;
  /** Where its database is. */
  readonly place: Place;
  readonly close: () => Promise<void>;
}

/** What an operator says when a node is opened. */
export interface HowOpened {
  readonly confirmed?: number | undefined;
  readonly alarmAfter?: number | undefined;
  readonly unlock?: Unlock;
}

/** Opens the node in `home`: claim, database, keys, agreement. Undone whole where a step fails. */
export async function openHome(home: string, world: World, how: HowOpened = {}): Promise<Opened> {
  const path = resolve(world.cwd, home);
  const settings = await readSettings(path);
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const claim = await claimHome(path);
    undo.push(async () => await claim.release());
    const lodging = await lodge(path, world, true);
    undo.push(lodging.leave);
    const now = clockOf(settings);
    const { agreement, officials } = await loadAgreement(settings.agreement, settings.exercise, settings.side);
    const orders = await keepOrders(path, world.say);
    undo.push(async () => await Promise.resolve(orders.stop()));
    const identity = await openIdentity(path, settings, now(), how.unlock);
    undo.push(async () => await Promise.resolve(identity.ring.close()));
    const running = await openNode({
      settings,
      identity,
      database: lodging.place,
      agreement,
      areas: AREAS,
      officials,
      signIn: await readSignIn(path, settings.side),
      screening: await readScreening(path),
      now,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      wireHost: HOST,
      confirmed: how.confirmed,
      alarmAfter: how.alarmAfter,
      erased: erasedListIn(join(path, FILES.erased)),
      files: join(path, FILES.files),
      orders: orders.now,
      tell: noticeWords(agreement, AREAS, settings.exercise),
      say: world.say,
    });
    undo.push(running.stop);
    return { running, settings, identity, agreement, place: lodging.place, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** The path of a home as given, or where it is by default. */
export function homeOf(given: string | undefined, world: World): string {
  return resolve(world.cwd, given ?? '.servanda');
}
