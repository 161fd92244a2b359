// A node opened from its home.
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
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
import type { Place } from '../node/store/database.ts';
import { claimHome } from '../node/store/home.ts';
import type { Unlock } from '../node/strongbox.ts';
import { noticeWords } from '../web/notice.ts';
import type { World } from './command.ts';
import { agreementFiles, clockOf, HOST } from './house.ts';
import { lodge } from './lodging.ts';

/** An agreement with the invented officials of its demonstration. */
async function loadAgreement(
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
