// servanda: the command line, the one place where everything meets.
import { realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { Refusal, REFUSALS } from './act/refusal.ts';
import { type Command, EXIT, helpOf, readCommandLine, type World } from './commands/command.ts';

/** Every command by its name, in the order of the help: loaded when it is called, for most need little of the rest. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  twin: async () => (await import('./commands/twin.ts')).twin,
  run: async () => (await import('./commands/run.ts')).run,
  init: async () => (await import('./commands/init.ts')).init,
  pin: async () => (await import('./commands/pin.ts')).pin,
  official: async () => (await import('./commands/official.ts')).official,
  keys: async () => (await import('./commands/keys.ts')).keys,
  epoch: async () => (await import('./commands/epoch.ts')).epoch,
  root: async () => (await import('./commands/root.ts')).root,
  desk: async () => (await import('./commands/desk.ts')).desk,
  verify: async () => (await import('./commands/verify.ts')).verify,
  export: async () => (await import('./commands/export.ts')).exportRecord,
  report: async () => (await import('./commands/report.ts')).report,
  bundle: async () => (await import('./commands/bundle.ts')).bundle,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  fsck: async () => (await import('./commands/fsck.ts')).fsck,
  rebuild: async () => (await import('./commands/rebuild.ts')).rebuild,
  recover: async () => (await import('./commands/recover.ts')).recover,
  text: async () => (await import('./commands/text.ts')).text,
  label: async () => (await import('./commands/label.ts')).label,
  sbom: async () => (await import('./commands/sbom.ts')).sbom,
  bench: async () => (await import('./commands/bench.ts')).bench,
};

/** All of them, loaded. */
export async function commands(): Promise<readonly Command[]> {
  return await Promise.all(Object.values(COMMANDS).map(async (load) => await load()));
}

async function help(): Promise<string> {
  const all = await commands();
  const width = Math.max(...all.map((command) => command.name.length)) + 2;
  return [
    'servanda COMMAND [options]',
    '',
    'Software that runs an agreement between states.',
    '',
    ...all.map((command) => `  ${command.name.padEnd(width)}${command.summary.split('\n')[0]}`),
    '',
    'servanda COMMAND --help tells more. Exit codes: 0 done, 1 refused or failed, 2 called wrongly.',
  ].join('\n');
}

/** Runs a command line; gives the exit code. What is refused is said in one line: what was tried, and what mends it. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    world.print(await help());
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    world.say(`servanda: there is no command ${JSON.stringify(name)}. servanda --help names them.`);
    return EXIT.usage;
  }
  const command = await load();
  if (rest.includes('--help')) {
    world.print(helpOf(command));
    return EXIT.done;
  }
  try {
    return await command.run(readCommandLine(command, rest), world);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    world.say(`servanda ${name}: ${cause.detail} ${REFUSALS[cause.code]} (${cause.code})`);
    return cause.code === 'usage' ? EXIT.usage : EXIT.failed;
  }
}

/** A line typed at the terminal, not shown. Ctrl-C ends the asking with nothing said. */
async function askSecret(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  process.stderr.write(question);
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const typing = createInterface({ input: process.stdin, output: mute, terminal: true });
  try {
    return await new Promise((resolve) => {
      typing.once('line', resolve);
      typing.once('close', () => resolve(undefined));
    });
  } finally {
    typing.close();
    process.stderr.write('\n');
  }
}

/** The process as a world: ends on SIGTERM, on Ctrl-C, or when the twin that started it is gone. */
function processWorld(): World {
  const ended = new Promise<void>((resolve) => {
    // A second signal while stopping changes nothing: what is under way is brought to its end.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
  return {
    env: process.env,
    cwd: process.cwd(),
    print: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    secret: askSecret,
    ended,
  };
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(realpathSync(started)).href) {
  main(process.argv.slice(2), processWorld()).then(
    (code) => {
      process.exitCode = code;
      // Sockets of a counterpart that does not answer must not hold the process.
      setTimeout(() => process.exit(code), 2000).unref();
    },
    (cause: unknown) => {
      process.stderr.write(`servanda: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
      process.exit(EXIT.failed);
    },
  );
}
