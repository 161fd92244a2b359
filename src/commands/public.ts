// The public window of a home, as its settings have it: the record under a role of its own, and a listener of its own.
import { refuse } from '../act/refusal.ts';
import { vouchingOf } from '../node/proofs.ts';
import { openPublic } from '../node/public.ts';
import { servePublic } from '../web/public/server.ts';
import { AREAS } from '../areas/index.ts';
import type { World } from './command.ts';
import { clockOf, HOST } from './house.ts';
import { PUBLIC_URL } from './lodging.ts';
import type { Opened } from './opened.ts';

export interface PublicOpened {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Opens the public window where the settings name a port for it; undefined where they do not. */
export async function openPublicWindow(opened: Opened, world: World): Promise<PublicOpened | undefined> {
  const { settings, identity, running, agreement, place } = opened;
  const asked = settings.public;
  if (asked === undefined) return undefined;
  const given = world.env[PUBLIC_URL];
  const url = given === undefined || given === '' ? undefined : given;
  if ('url' in place && url === undefined) {
    throw refuse('public-role-unfit', `DATABASE_URL is given and ${PUBLIC_URL} is not.`);
  }
  const { record, stop } = await openPublic({
    sql: running.sql,
    place,
    url: 'url' in place ? url : undefined,
    side: settings.side,
    other: identity.counterpart.side,
    exercise: settings.exercise,
    agreement,
    areas: AREAS,
    policies: vouchingOf(identity, settings),
    roots: identity.roots,
    now: clockOf(settings),
    subscribe: running.node.subscribe,
    say: world.say,
  });
  try {
    const { port, url: known, proxied = false, licence } = asked;
    const serving = await servePublic(record, { port, host: HOST, url: known, proxied, licence, say: world.say });
    return {
      url: serving.url,
      stop: async () => {
        await serving.stop();
        await stop();
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
