// The real door of a node over a real database, with windows and no record behind it: for whoever tries to get in.
import { randomBytes } from 'node:crypto';
import type { Node, Official } from '../../src/node/node.ts';
import { doorOf } from '../../src/node/peopleroom.ts';
import type { Registry } from '../../src/node/registrar.ts';
import { NO_SIGN_IN, type SignIn } from '../../src/node/signin.ts';
import { connect } from '../../src/node/store/database.ts';
import { readAssets } from '../../src/web/assets.ts';
import { serve, type Serving } from '../../src/web/server.ts';
import { makeWindows, type Windows } from '../../src/web/windows.ts';
import { freshDatabase } from '../setup/database.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { type FakeNode, fakeNode, OFFICIALS } from '../web/fake.node.ts';

export interface OpenDoor {
  readonly node: FakeNode;
  readonly windows: Windows;
  readonly registry: Registry;
  readonly said: string[];
  /** Moves every clock on by so many milliseconds. */
  readonly wait: (milliseconds: number) => void;
  /** Opens the windows on a socket. */
  readonly serve: (port: number) => Promise<Serving>;
  readonly close: () => Promise<void>;
}

export interface DoorOptions {
  readonly signIn?: Partial<SignIn>;
  /** Whether it is a demonstration. A real node is what most of these tests are about. */
  readonly exercise?: boolean;
  /** Invented officials, given to whatever it is. */
  readonly invented?: readonly Official[];
  readonly proxied?: boolean;
  /** As behind a proxy that ends TLS. */
  readonly secure?: boolean;
}

/** Opens it; closed, it leaves nothing behind. */
export async function openDoor(options: DoorOptions = {}): Promise<OpenDoor> {
  const { signIn = {}, exercise = false, invented = OFFICIALS, proxied = false, secure = false } = options;
  const database = await freshDatabase();
  const sql = connect(database.place);
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const { people, room } = doorOf({
    sql,
    side: 'ua',
    exercise,
    invented,
    signIn: { ...NO_SIGN_IN, ...signIn },
    now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
  });
  await people.refresh();
  const fake = fakeNode({ agreement: AGREEMENT, exercise });
  const node = Object.defineProperty({ ...fake, people: room }, 'officials', { get: people.officials });
  const said: string[] = [];
  const windows = makeWindows(node as Node, await readAssets(), {
    hosts: [],
    secureCookies: secure,
    proxied,
    say: (line) => said.push(line),
    now: () => now().getTime(),
  });
  return {
    node,
    windows,
    registry: { sql, side: 'ua', now },
    said,
    wait: (milliseconds) => {
      ahead += milliseconds;
    },
    serve: async (port) => {
      const clock = (): number => now().getTime();
      return await serve(node as Node, { port, host: '127.0.0.1', now: clock, say: (line) => said.push(line) });
    },
    close: async () => {
      windows.close();
      await sql.end({ timeout: 5 });
      await database.drop();
    },
  };
}
