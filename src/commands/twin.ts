// servanda twin: the demonstration: one sovereign node a side, each its own process, on one machine.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { refuse } from '../act/refusal.ts';
import { type Agreement, readAgreement } from '../agreement/agreement.ts';
import { parseInstant } from '../agreement/calendar.ts';
import { changeSettings, FILES, readCard, readSettings, type Settings, writeSettings } from '../node/config.ts';
import { makeCard, pinCounterpart } from '../node/identity.ts';
import { connect, ensureDatabase } from '../node/store/database.ts';
import { claimHome } from '../node/store/home.ts';
import { type Command, EXIT, portOf, textOf, type World } from './command.ts';
import { agreementFiles, agreementIds, homeOf, HOST } from './house.ts';
import { PUBLIC_URL } from './lodging.ts';

/** Where the windows of the first side open unless told otherwise; the second one's, and both wires, follow. */
const FIRST_PORT = 4100;
/** Blocks of ports tried before giving up. */
const BLOCKS = 50;
/** A node that ends by itself is started again, but not more often than this in a minute. */
const RESTARTS = 20;
const PAUSE = 300;

/** What a node says when it is ready. */
interface Ready {
  readonly side: string;
  readonly url: string;
  /** Its public window; absent where the database that is given has no role for it. */
  readonly public?: string;
  readonly wire: number;
  readonly pid: number;
}

async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

async function freeBlock(size: number): Promise<number> {
  for (let block = 0; block < BLOCKS; block++) {
    const first = FIRST_PORT + block * 10;
    const free = await Promise.all(Array.from({ length: size }, async (_, i) => await isFree(first + i)));
    if (free.every(Boolean)) return first;
  }
  throw refuse('usage', `No ${size} free ports from ${FIRST_PORT} on. Name others with --port.`);
}

/** Ports of one side: its windows, its wire, its public window. */
const PORTS = 3;

/** Makes or re-addresses the homes of both sides and lets each pin the other's card. */
async function settle(
  home: string,
  agreement: Agreement,
  first: number,
  offset: number | undefined,
  isPublic: boolean,
): Promise<void> {
  const sides = agreement.participants;
  const now = new Date();
  const cards = [];
  for (const [i, side] of sides.entries()) {
    const path = join(home, side.id);
    const ports = { web: first + i, wire: first + sides.length + i };
    const known = await readCard(join(path, FILES.card));
    if (known === undefined) {
      const settings: Settings = {
        version: 1,
        side: side.id,
        agreement: agreement.id,
        host: `${side.seat.city.en.toLowerCase()}.example`,
        epoch: 1,
        exercise: true,
        clockOffset: 0,
        ...ports,
      };
      await writeSettings(path, settings);
    }
    const everyone = isPublic ? { public: { port: first + 2 * sides.length + i } } : { public: undefined };
    const clock = offset === undefined ? {} : { clockOffset: offset };
    const settings = await changeSettings(path, { ...ports, ...everyone, ...clock });
    cards.push(await makeCard(path, settings, `https://${HOST}:${ports.wire}`, now));
  }
  for (const side of sides) {
    const path = join(home, side.id);
    const other = cards.find((card) => card.side !== side.id);
    if (other !== undefined) await pinCounterpart(path, await readSettings(path), other);
  }
}

function isGiven(world: World, name: string): boolean {
  return (world.env[name] ?? '') !== '';
}

/** Each side its own database on a server that is given: two sovereign records never share one. */
async function databaseUrls(world: World, side: string): Promise<Readonly<Record<string, string>>> {
  const given = world.env['DATABASE_URL'] ?? '';
  if (given === '') return {};
  const name = `${new URL(given).pathname.slice(1) || 'servanda'}_${side}`;
  const admin = connect({ url: given });
  await ensureDatabase(admin, name).finally(() => admin.end({ timeout: 5 }));
  const own = (text: string): string => Object.assign(new URL(text), { pathname: `/${name}` }).href;
  const everyone = isGiven(world, PUBLIC_URL) ? { [PUBLIC_URL]: own(world.env[PUBLIC_URL] ?? '') } : {};
  return { DATABASE_URL: own(given), ...everyone };
}

/** One node as a process of its own, started again where it ends by itself. */
class Keeping {
  readonly #world: World;
  readonly #home: string;
  readonly #starts: number[] = [];
  #child: ChildProcess | undefined;
  #ending = false;
  #exited: Promise<void> = Promise.resolve();

  constructor(home: string, world: World) {
    this.#home = home;
    this.#world = world;
  }

  async start(side: string): Promise<Ready> {
    const env = { ...this.#world.env, ...(await databaseUrls(this.#world, side)) } as NodeJS.ProcessEnv;
    const main = process.argv[1];
    if (main === undefined) throw new Error('twin: this process was not started from a file');
    this.#starts.push(Date.now());
    const child: ChildProcess = spawn(
      process.execPath,
      [...process.execArgv, main, 'run', '--home', this.#home, '--json'],
      {
        env,
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      },
    );
    this.#child = child;
    this.#exited = new Promise((resolve) => child.once('exit', () => resolve()));
    const ready = await new Promise<Ready>((resolve, reject) => {
      createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) =>
        resolve(JSON.parse(line) as Ready),
      );
      child.once('exit', (code) =>
        reject(refuse('node-ended', `Starting the node of ${side}, which ended with code ${String(code)}.`)),
      );
    });
    child.once('exit', (code, signal) => {
      if (!this.#ending) this.#again(side, signal ?? String(code));
    });
    return ready;
  }

  #again(side: string, how: string): void {
    const recent = this.#starts.filter((at) => at > Date.now() - 60_000);
    if (recent.length > RESTARTS) {
      this.#world.say(`The node of ${side} ended (${how}) for the ${RESTARTS}th time in a minute and is left alone.`);
      return;
    }
    this.#world.say(`The node of ${side} ended (${how}); it is started again.`);
    setTimeout(() => {
      if (this.#ending) return;
      this.start(side).catch((cause: unknown) => {
        if (!this.#ending) this.#again(side, (cause as Error).message);
      });
    }, PAUSE);
  }

  async end(): Promise<void> {
    this.#ending = true;
    this.#child?.kill('SIGTERM');
    await this.#exited;
  }
}

function welcome(ready: readonly Ready[], home: string, agreement: Agreement): readonly string[] {
  const width = Math.max(...agreement.participants.map((side) => side.short.en.length));
  return [
    '',
    agreement.title,
    'A demonstration: officials and acts are invented and marked EXERCISE. The text is the real one.',
    '',
    ...ready.map(({ side, url }) => `  ${agreement.participant(side).short.en.padEnd(width)}  ${url}/agreement`),
    ...ready.flatMap(({ side, public: open }) =>
      open === undefined ? [] : [`  ${agreement.participant(side).short.en.padEnd(width)}  ${open}  for the public`],
    ),
    '',
    `  Sign in on each side as one of its officials. The record is kept in ${home}. Ctrl-C ends both nodes.`,
    '  The keys of a demonstration lie there unsealed, those of both sides beside each other.',
    '',
  ];
}

export const twin: Command = {
  name: 'twin',
  form: '[--home DIR] [--port N] [--json]',
  summary:
    'Brings up two sovereign nodes on this machine, one a side, each with its own database, keys and log, and keeps\n' +
    'them running until Ctrl-C. Several twins run beside each other, each with its own --home.',
  options: [
    { name: 'home', value: 'DIR', help: 'Where both nodes live. Default: .servanda in the current folder.' },
    {
      name: 'port',
      value: 'N',
      help: `First of six ports: windows of each side, wires, public windows. Default: free ones from ${FIRST_PORT}.`,
    },
    { name: 'agreement', value: 'ID', help: 'The agreement. Default: the first in this house.' },
    {
      name: 'clock',
      value: 'INSTANT',
      help: 'Starts the clock of the demonstration at this instant: 2026-08-31T20:30:00Z.',
    },
    { name: 'json', help: 'Prints one line of JSON when ready, and nothing else.' },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    const id = textOf(said, 'agreement') ?? (await agreementIds())[0] ?? '';
    const agreement = readAgreement(await agreementFiles(id));
    const clock = textOf(said, 'clock');
    const offset = clock === undefined ? undefined : Date.parse(parseInstant(clock)) - Date.now();
    const claim = await claimHome(home);
    const nodes = agreement.participants.map((side) => ({
      side: side.id,
      keeping: new Keeping(join(home, side.id), world),
    }));
    try {
      const first = portOf(said, 'port') ?? (await freeBlock(agreement.participants.length * PORTS));
      const isPublic = !isGiven(world, 'DATABASE_URL') || isGiven(world, PUBLIC_URL);
      await settle(home, agreement, first, offset, isPublic);
      const ready = await Promise.all(nodes.map(async ({ side, keeping }) => await keeping.start(side)));
      if (said.options['json'] === true) {
        const told = ready.map(({ side, url, public: open, pid }) => ({ side, url, public: open, pid }));
        world.print(JSON.stringify({ ready: true, nodes: told }));
      } else for (const line of welcome(ready, home, agreement)) world.print(line);
      await world.ended;
    } finally {
      await Promise.all(nodes.map(async ({ keeping }) => await keeping.end()));
      await claim.release();
    }
    return EXIT.done;
  },
};
